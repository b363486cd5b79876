"""The grid of a table: where each cell of the HTML stands, and how far it is merged.

As browsers do it: a cell goes to the first free place of its row, a merge ends with its row group.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_GROUPS = ("thead", "tbody", "tfoot")
_CELLS = ("td", "th")
# As the standard bounds them.
WIDEST, _HIGHEST = 1000, 65_534
_TOO_LONG = 10

Shown = Callable[[Element], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A cell in the grid of its table: its upper left corner, how far it is merged."""

    element: Element
    row: int
    column: int
    height: int
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The rows of a table as they are printed, and its cells; `heads` rows are repeated."""

    rows: tuple[Element, ...]
    cells: tuple[Placed, ...]
    columns: int
    heads: int

    def starting(self) -> dict[int, list[Placed]]:
        """Return the cells that begin in each row."""
        found: dict[int, list[Placed]] = {y: [] for y in range(len(self.rows))}
        for cell in self.cells:
            found[cell.row].append(cell)
        return found


def grid(table: Element, shown: Shown) -> Grid:
    """Return the grid of a table: heads first, feet last, as they are printed.

    `shown` tells which elements are printed at all.
    """
    groups = _groups(table, shown)
    rows: list[Element] = []
    cells: list[Placed] = []
    for group in (one for tag in _GROUPS for one in groups[tag]):
        cells += _cells(group, len(rows), shown)
        rows += group
    return Grid(
        rows=tuple(rows),
        cells=tuple(cells),
        columns=max((cell.column + cell.width for cell in cells), default=0),
        heads=sum(map(len, groups["thead"])),
    )


def _groups(table: Element, shown: Shown) -> dict[str, list[list[Element]]]:
    found: dict[str, list[list[Element]]] = {tag: [] for tag in _GROUPS}
    for child in table:
        if child.tag == "tr" and shown(child):
            found["tbody"].append([child])
        elif child.tag in _GROUPS and shown(child):
            rows = [row for row in child if row.tag == "tr" and shown(row)]
            found[str(child.tag)].append(rows)
    return found


def _cells(group: Sequence[Element], start: int, shown: Shown) -> Iterator[Placed]:
    """Yield the cells of a group of rows; no cell reaches out of its group."""
    # The first row that is free again, for each column under a merged cell.
    free: dict[int, int] = {}
    for y, row in enumerate(group):
        x = 0
        for cell in row:
            if cell.tag not in _CELLS or not shown(cell):
                continue
            while free.get(x, 0) > y:
                x += 1
            wanted = min(count(cell, "colspan") or 1, WIDEST)
            # A cell that would lie over another ends before it.
            width = next((i for i in range(1, wanted) if free.get(x + i, 0) > y), wanted)
            height = min(count(cell, "rowspan") or _HIGHEST, len(group) - y)
            yield Placed(element=cell, row=start + y, column=x, height=height, width=width)
            free.update(dict.fromkeys(range(x, x + width), y + height))
            x += width


def count(cell: Element, attribute: str) -> int:
    """Return what an attribute counts: 1 where it says nothing."""
    written = cell.get(attribute, "1").strip()
    is_number = written.isascii() and written.isdecimal() and len(written) < _TOO_LONG
    return int(written) if is_number else 1
