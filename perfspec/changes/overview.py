"""A line for each department: where a reviewer of many looks first.

In: sections. Out: lines of a table with the budget, the signs of what changed, and how often each
rule judged; departments without a change and without a judgement have no line.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from perfspec.changes import wording
from perfspec.changes.figures import signed_percent
from perfspec.changes.row import Section
from perfspec.changes.stat import shortened
from perfspec.changes.summary import Summary, figures
from perfspec.changes.words import ADDED, DROPPED, PROBABLE, SHIFTS
from perfspec.messages import message
from perfspec.report.columns import table
from perfspec.report.text import Style

HEADS = (message("Department"), message("Budget"), message("Changes"), message("Judgements"))


def lines(some: Iterable[Section], style: Style) -> Iterator[str]:
    """Yield the table with its heads, or nothing."""
    told = [row(one, style) for one in some if is_told(one)]
    if told:
        yield from table([[style.translate(head) for head in HEADS], *told], frozenset({1}))


def is_told(section: Section) -> bool:
    """Whether there is anything to say of a department."""
    return not section.is_same or bool(section.step.judgements)


def row(section: Section, style: Style) -> list[str]:
    """Return the cells of a department, under HEADS."""
    summary = figures([section])
    share = summary.money.percent if summary.money.difference else None
    rules = Counter(one.code for one in wording.worst_first(section.step.judgements))
    return [
        wording.department(section, shortened(section.course.name)),
        "" if share is None else signed_percent(share),
        "  ".join(_signs(summary, style)),
        "  ".join(f"{code} {n}" for code, n in rules.items()),
    ]


def _signs(summary: Summary, style: Style) -> Iterator[str]:
    """Yield what became of targets, then of indicators, then of projects."""
    for shift, n in summary.targets.items():
        yield f"{SHIFTS[shift][0]}{n}"
    rows = summary.indicators_added, summary.indicators_dropped, summary.indicators_open
    yield from _counted(rows)
    count = summary.projects
    if told := [*_counted((count.added, count.ended, count.open))]:
        yield f"{style.translate(message('Projects'))} {' '.join(told)}"


def _counted(numbers: tuple[int, int, int]) -> Iterator[str]:
    for (sign, _), n in zip((ADDED, DROPPED, PROBABLE), numbers, strict=True):
        if n:
            yield f"{sign}{n}"
