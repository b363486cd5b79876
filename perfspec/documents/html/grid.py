"""The grid of a table of a web page, by the algorithm of HTML.

In: an element `table`. Out: its cells with the place of each, how far it is merged, and whether it
is a head. See HTML Living Standard, 4.9.12 «Forming a table».
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from perfspec.documents.html.look import tag, why_not
from perfspec.errors import PerfspecError
from perfspec.messages import message

MAX_SLOTS = 4_000_000
_MAX_WIDTH = 1000
_MAX_HEIGHT = 65534


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A cell of the page: its element and its place in the grid, from 0."""

    element: Element
    row: int
    column: int
    height: int
    width: int
    is_head: bool


def slots(table: Element, name: str) -> list[Slot]:
    """Return the cells by rows; `name` is for the message of a table beyond `MAX_SLOTS`."""
    found: list[Slot] = []
    row = steps = 0
    for group, trs in _groups(table):
        # Until which row each column is taken from above; a cell ends with its group.
        taken: list[int] = []
        last = row + len(trs)
        for tr in trs:
            column = 0
            for cell in _cells(tr):
                column, steps = _free(taken, column, row, steps)
                width = _span(cell, "colspan", _MAX_WIDTH)
                height = _span(cell, "rowspan", _MAX_HEIGHT)
                end = last if height == 0 else min(row + height, last)
                width = _claimed(taken, column, max(width, 1), row, end)
                steps += width
                if steps > MAX_SLOTS:
                    raise _refusal(name)
                head = tag(cell) == "th" or group == "thead"
                found.append(
                    Slot(
                        element=cell,
                        row=row,
                        column=column,
                        height=end - row,
                        width=width,
                        is_head=head,
                    )
                )
                column += width
            row += 1
    return found


def rows(table: Element) -> Iterator[list[Element]]:
    """Yield the cells of each row, as they stand in the page."""
    for _, group in _groups(table):
        for row in group:
            yield list(_cells(row))


def caption(table: Element) -> Element | None:
    """Return the caption of a table."""
    return next((child for child in table if tag(child) == "caption"), None)


def hidden(table: Element) -> Iterator[Element]:
    """Yield the groups, rows and cells that are not shown; the grid has no place for them."""
    for group in table:
        if why_not(group) is not None:
            yield group
            continue
        for row in group:
            if why_not(row) is not None:
                yield row
            else:
                yield from (cell for cell in row if why_not(cell) is not None)


def _free(taken: Sequence[int], column: int, row: int, steps: int) -> tuple[int, int]:
    """Return the first free column from `column` on, and how many `steps` were taken so far."""
    start = column
    while column < len(taken) and taken[column] > row:
        column += 1
    return column, steps + column - start


def _claimed(taken: list[int], column: int, width: int, row: int, end: int) -> int:
    """Mark what a cell takes until row `end`; return its width, cut where another cell stands."""
    for place in range(column, column + width):
        if place == len(taken):
            taken.append(end)
        elif taken[place] > row:
            return place - column
        else:
            taken[place] = end
    return width


def _groups(table: Element) -> Iterator[tuple[str, list[Element]]]:
    """Yield the groups of rows as they are printed: the head first, the foot last."""
    groups: dict[str, list[list[Element]]] = {"thead": [], "tbody": [], "tfoot": []}
    for child in table:
        name = tag(child)
        if name in groups and why_not(child) is None:
            shown = [row for row in child if tag(row) == "tr" and why_not(row) is None]
            groups[name].append(shown)
    for name, found in groups.items():
        for trs in found:
            yield name, trs


def _cells(tr: Element) -> Iterator[Element]:
    return (child for child in tr if tag(child) in {"td", "th"} and why_not(child) is None)


def _span(cell: Element, name: str, most: int) -> int:
    """Return a span; 0 of `rowspan` means as far as the group goes."""
    written = cell.get(name, "1").strip()
    if not (written.isascii() and written.isdigit()):
        return 1
    # More digits than any span has are as good as the most.
    return most if len(written) > len(str(most)) else min(int(written), most)


def _refusal(name: str) -> PerfspecError:
    return PerfspecError(
        message(
            "{name} is not read: {problem}",
            name=name,
            problem=message("a table has more than {number} cells", number=MAX_SLOTS),
        ),
        message("split it into several files"),
    )
