"""The columns of a table of changes, for CSV and spreadsheets: a row of cells for each change.

What only one side has, and what could not be read, has a row too, with most of its cells empty.

A cell is a text, an exact number or None. Which texts are harmless is for the formats to see to.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal

from perfspec.changes import Changes
from perfspec.changes.row import Kind, Row, Section
from perfspec.changes.words import ADDED, DROPPED, HOWS
from perfspec.findings import Spot
from perfspec.messages import Message, Translate, message

Cell = str | Decimal | None
_Column = tuple[Message, int, Callable[[Section, Row, Translate], Cell]]


def place(spot: Spot | None) -> str | None:
    """Return `path:line`."""
    return f"{spot.path}:{spot.start.line}" if spot else None


def _how(row: Row, words: Translate) -> str | None:
    return words(HOWS[row.how]) if row.how else None


# Head, width in digits, and what stands in the cell.
COLUMNS: tuple[_Column, ...] = (
    (message("older side"), 8, lambda section, _row, _words: section.labels[0]),
    (message("newer side"), 8, lambda section, _row, _words: section.labels[1]),
    (message("department code"), 12, lambda section, _row, _words: section.course.code),
    (message("department"), 24, lambda section, _row, _words: section.course.name),
    (message("project id"), 16, lambda _section, row, _words: row.project),
    (message("project"), 28, lambda _section, row, _words: row.project_name),
    (message("indicator"), 28, lambda _section, row, _words: row.indicator_name),
    (message("column of the paper"), 18, lambda _section, row, _words: row.label),
    (message("key"), 22, lambda _section, row, _words: row.key),
    (message("change"), 14, lambda _section, row, words: words(row.mark[1])),
    (message("kind"), 12, lambda _section, row, _words: row.shift or row.timing or row.kind),
    (message("old text"), 44, lambda _section, row, _words: row.old),
    (message("new text"), 44, lambda _section, row, _words: row.new),
    (message("old number"), 16, lambda _section, row, _words: row.before),
    (message("new number"), 16, lambda _section, row, _words: row.after),
    (message("by how much"), 16, lambda _section, row, _words: row.difference),
    (message("unit of measure"), 8, lambda _section, row, _words: row.unit),
    (message("by how many per cent"), 10, lambda _section, row, _words: row.percent),
    (message("less is promised"), 8, lambda _section, row, words: _yes(row.promises_less, words)),
    (message("no longer promised"), 20, lambda _section, row, _words: "、".join(row.lost)),
    (message("matched by"), 18, lambda _section, row, words: _how(row, words)),
    (message("likeness"), 8, lambda _section, row, _words: _likeness(row)),
    (message("old place"), 40, lambda _section, row, _words: place(row.old_spot)),
    (message("new place"), 40, lambda _section, row, _words: place(row.new_spot)),
)


def _yes(value: bool, words: Translate) -> str | None:  # noqa: FBT001 — one thing, said in words
    return words(message("yes")) if value else None


def _likeness(row: Row) -> Decimal | None:
    return None if row.likeness is None else Decimal(row.likeness)


def heads(words: Translate) -> list[str]:
    """Return the heads of the columns."""
    return [words(head) for head, _, _ in COLUMNS]


def cells(section: Section, row: Row, words: Translate) -> list[Cell]:
    """Return the cells of a change."""
    return [value(section, row, words) for _, _, value in COLUMNS]


def others(changes: Changes, words: Translate) -> Iterator[list[Cell]]:
    """Yield the cells of filings that one side alone has, and of what could not be read."""
    for mark, kind, side, at, filings in (
        (DROPPED, Kind.DROPPED, "older side", "old place", changes.dropped),
        (ADDED, Kind.ADDED, "newer side", "new place", changes.added),
    ):
        for one in filings:
            yield _filled(
                mark[1], kind, {side: one.side, "department": one.name, at: one.path}, words
            )
    for found in changes.left_out:
        told: dict[str, Cell] = {"new text": words(found.message), "new place": place(found.spot)}
        yield _filled(message("Left out"), "unread", told, words)


def _filled(mark: Message, kind: str, told: dict[str, Cell], words: Translate) -> list[Cell]:
    """Return a row in which only the cells under some heads are filled."""
    known = {"change": words(mark), "kind": kind, **told}
    return [known.get(head.text) for head, _, _ in COLUMNS]
