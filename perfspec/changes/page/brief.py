"""Projects in a line each: in, those that the paper does not tell in full; out, rows of a table."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from perfspec.changes import words
from perfspec.changes.page.choice import Known
from perfspec.changes.page.tiles import Count
from perfspec.changes.page.wording import TONES, Mark, Wording
from perfspec.changes.row import Kind, Row
from perfspec.report.visible import seen

_TONES = {Kind.ADDED: "up", Kind.DROPPED: "down", Kind.OPEN: "ask"}


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefRow:
    """A project, what became of its money, and how many changes of which kinds it has."""

    name: str
    money: Mark | None
    moved: str
    counts: tuple[Count, ...]


def rows(projects: Iterable[Known], wording: Wording) -> Iterator[BriefRow]:
    """Yield a row for each project; one that only one year has says so."""
    for one in projects:
        name = seen(one.project.name)
        if one.group.change is None:
            known, tone = (words.DROPPED, "down") if one.dropped else (words.ADDED, "up")
            amount = wording.written(one.project.budget.total)
            yield BriefRow(name=name, money=wording.mark(known, tone), moved=amount, counts=())
        else:
            budget = one.group.change.budget
            told = [row for row in one.group.rows if not row.is_same and row.key != "budget.total"]
            marks = Counter(_mark(row, wording) for row in told)
            yield BriefRow(
                name=name,
                money=wording.money(budget),
                moved=wording.difference(budget),
                counts=tuple(Count(mark=mark, n=n) for mark, n in marks.items()),
            )


def _mark(row: Row, wording: Wording) -> Mark:
    if row.promises_less:
        return wording.mark(row.mark, "down")
    return wording.mark(row.mark, TONES[row.shift] if row.shift else _TONES.get(row.kind, "other"))
