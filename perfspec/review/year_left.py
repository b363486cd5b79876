"""No text speaks of the older year because it was copied.

Why: a year that was left standing in a copied sentence shows that the sentence was not read again.

Bad::

    before:
      goals:
        - 1.2025年完成馆藏纸质档案数字化8万页。
    goals:
      - 1.2025年完成馆藏纸质档案数字化10万页。

Good::

    before:
      goals:
        - 1.2025年完成馆藏纸质档案数字化8万页。
    goals:
      - 1.2026年完成馆藏纸质档案数字化10万页。

Silent: two states of one year; years that tell what was (issued, built, decided then), ranges,
baselines, the project's term and whatever else `year-stale` leaves alone in the newer filing; years
in words that were not there before, which `year-stale` tells. The basis of an indicator is for
information where it still is a plan of the older year (《…2025年工作计划》), which may be the
latest.
"""

from perfspec.compare import Comparison
from perfspec.contrast import leftover
from perfspec.diagnostics import Related, Severity
from perfspec.messages import message
from perfspec.rule import Context, Judgement, Rule


def _check(comparison: Comparison, _context: Context) -> Judgement:
    if comparison.years < 1:
        return
    years = {"year": comparison.new.filing.year, "older": comparison.old.filing.year}
    note = message("copied from here")
    for one in leftover.years(comparison):
        text = message(
            "{x} stands here as in the text of {older}; the filing is of {year}",
            x=one.words,
            **years,
        )
        yield RULE.finding(one.at, text, related=(Related(one.before, note),))
    for one in leftover.plans(comparison):
        text = message("the basis is a plan of {older}, as it was then: {x}", x=one.words, **years)
        related = (Related(one.before, note),)
        yield RULE.finding(one.at, text, level=Severity.INFO, related=related)


RULE = Rule(module=__name__, level=Severity.WARNING, check_comparison=_check)
