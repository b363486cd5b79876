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
told at once. For information: many tasks are the same each year.
"""

from collections.abc import Iterable

from perfspec.compare import Comparison, ProjectChange, TextChange
from perfspec.contrast import written
from perfspec.diagnostics import Place, Related, Severity
from perfspec.messages import message
from perfspec.rule import Context, Judgement, Option, Rule


def _filing(comparison: Comparison, context: Context) -> Judgement:
    ats = comparison.new.filing.at, comparison.old.filing.at
    for key in ("overall_goal", "sub_goals", "measures"):
        yield from _check(comparison.texts, (key,), ats, context)


def _project(change: ProjectChange, context: Context) -> Judgement:
    ats = change.pair.new.at, change.pair.old.at
    yield from _check(change.texts, ("purpose", "goals"), ats, context)


def _check(
    texts: Iterable[TextChange], keys: tuple[str, ...], ats: tuple[Place, Place], context: Context
) -> Judgement:
    both, older = context.compared, context.compared.old.filing.year
    groups = {key: [one for one in texts if one.key == key] for key in keys}
    found = [key for key in keys if written.is_copied(groups[key], both.years, context.options)]
    if found and both.years > 0:
        alike = written.likeness((one for key in found for one in groups[key]), both.years)
        text = message("{alike}% of this text is that of {year}", alike=alike, year=older)
        related = [Related(ats[1] / key, message("copied from here")) for key in found]
        related += (Related(ats[0] / key, message("and of this text")) for key in found[1:])
        yield RULE.finding(ats[0] / found[0], text, related=tuple(related))


_OPTIONS = (
    Option(name="per_cent", default=95, least=1, title=message("per cent that make it a copy")),
    Option(name="characters", default=40, least=1, title=message("characters of a long text")),
)
RULE = Rule(
    module=__name__,
    level=Severity.INFO,
    check_comparison=_filing,
    check_change=_project,
    options=_OPTIONS,
)
