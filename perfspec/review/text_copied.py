"""Texts are written for the year, and not taken over.

Why: a goal that is last year's, but for the year, was not thought over.

Bad::

    before:
      goals:
        - 1.2025年完成馆藏民国档案扫描、著录和挂接，建成目录和全文数据库，方便群众到馆和网上查阅。
    goals:
      - 1.2026年完成馆藏民国档案扫描、著录和挂接，建成目录和全文数据库，方便群众到馆和网上查阅。

Good::

    before:
      goals:
        - 1.2025年完成馆藏民国档案扫描、著录和挂接，建成目录和全文数据库，方便群众到馆和网上查阅。
    goals:
      - 1.2026年完成馆藏会计档案扫描，补齐全文数据库，开通跨馆查档，群众就近查阅。

Silent: two states of one year; texts of fewer than 40 characters (`characters`), or less than 95 %
the same (`per_cent`; a year that went on counts as the same). Purpose and goals of a project are
told at once, and more than three projects together. For information: many tasks are the same each
year.
"""

from perfspec.compare import Comparison
from perfspec.contrast import copies, wording
from perfspec.diagnostics import Related, Severity
from perfspec.messages import message
from perfspec.rule import Context, Judgement, Option, Rule


def _check(comparison: Comparison, context: Context) -> Judgement:
    new, year = comparison.new.filing, comparison.old.filing.year
    found = list(copies.texts_of_filing(comparison, context.options))
    projects = list(copies.texts_of_projects(comparison, context.options))
    are_many = len(projects) > wording.SINGLY
    for one in found if are_many else found + projects:
        text = message("{alike}% of this text is that of {year}", alike=one.likeness, year=year)
        related = [Related(one.before / key, message("copied from here")) for key in one.keys]
        related += (Related(one.at / key, message("and of this text")) for key in one.keys[1:])
        yield RULE.finding(one.at / one.keys[0], text, related=tuple(related))
    if are_many:
        text = message(
            "the texts of {n} of {all} projects are those of {year}: {projects}",
            n=len(projects),
            all=len(new.projects),
            year=year,
            projects=wording.listed(one.name for one in projects),
        )
        ats = (one.at / one.keys[0] for one in projects)
        related_to = wording.related(ats, message("it stands here"))
        yield RULE.finding(new.at / "projects", text, related=related_to)


_OPTIONS = (
    Option(name="per_cent", default=95, least=1, title=message("per cent that make it a copy")),
    Option(name="characters", default=40, least=1, title=message("characters of a long text")),
)
RULE = Rule(module=__name__, level=Severity.INFO, check_comparison=_check, options=_OPTIONS)
