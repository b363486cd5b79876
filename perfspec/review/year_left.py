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
latest. What stands in more than three files is told once, for the filing.
"""

from perfspec.compare import Comparison
from perfspec.contrast import leftover, wording
from perfspec.diagnostics import Related, Severity
from perfspec.messages import message
from perfspec.rule import Context, Judgement, Rule


def _check(comparison: Comparison, _context: Context) -> Judgement:
    if comparison.years < 1:
        return
    at = comparison.new.filing.at / "projects"
    years = {"year": comparison.new.filing.year, "older": comparison.old.filing.year}
    found, plans = tuple(leftover.years(comparison)), tuple(leftover.plans(comparison))
    here, note = message("it stands here"), message("copied from here")
    if many := leftover.many(found):
        text = message(
            "{n} texts in {files} files speak of {x} as those of {older} did;"
            " the filing is of {year}",
            **many,
            **years,
        )
        yield RULE.finding(at, text, related=wording.related((one.at for one in found), here))
    for one in leftover.few(found):
        text = message(
            "{x} stands here as in the text of {older}; the filing is of {year}",
            x=one.words,
            **years,
        )
        yield RULE.finding(one.at, text, related=(Related(one.before, note),))
    if many := leftover.many(plans):
        text = message("{n} bases in {files} files are plans of {older}: {x}", **many, **years)
        related = wording.related((one.at for one in plans), here)
        yield RULE.finding(at, text, level=Severity.INFO, related=related)
    for one in leftover.few(plans):
        text = message("the basis is a plan of {older}, as it was then: {x}", x=one.words, **years)
        related = (Related(one.before, note),)
        yield RULE.finding(one.at, text, level=Severity.INFO, related=related)


RULE = Rule(module=__name__, level=Severity.WARNING, check_comparison=_check)
