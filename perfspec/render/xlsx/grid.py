"""A table of HTML as cells of a grid, and the edges of its columns.

As browsers do it: a cell goes to the first free place of its row, a merge ends with its row group.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from xml.etree.ElementTree import Element

from perfspec.render.css import Sheet as Css

# HTML's own bound, and more columns than any form has.
_WIDEST = 1000
_NARROWEST = Decimal(6)
_ORDER = {"thead": 0, "tbody": 1, "tfoot": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A cell of a table, its upper left corner from 0, and how far it is merged."""

    element: Element
    row: int
    column: int
    height: int
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table as a grid; `heads` counts the rows at its beginning that are its head."""

    cells: tuple[Placed, ...]
    rows: int
    columns: int
    heads: int


def grid(table: Element) -> Grid:
    """Return the grid of a table."""
    cells: list[Placed] = []
    start = heads = 0
    for group, rows in _groups(table):
        cells += _placed(rows, start)
        start += len(rows)
        if group == "thead" and start == len(rows):
            heads = len(rows)
    columns = max((cell.column + cell.width for cell in cells), default=0)
    return Grid(cells=tuple(cells), rows=start, columns=columns, heads=heads)


def edges(table: Element, found: Grid, css: Css, room: Decimal) -> list[Decimal]:
    """Return the edges of the columns in points, from 0; `room` is what the page has.

    Columns whose width is not stated share what is left of the width of the table.
    """
    style = css.of(table)
    whole = style.width.of(room) if style.width else room
    widths = _stated(table, found, css, whole)
    open_ones = [at for at, width in enumerate(widths) if width is None]
    if open_ones:
        rest = whole - sum(width for width in widths if width is not None)
        share = max(rest / len(open_ones), _NARROWEST)
        widths = [share if width is None else width for width in widths]
    done = [Decimal(0)]
    for width in widths:
        done.append(done[-1] + max(width or Decimal(0), _NARROWEST))
    return done


def _groups(table: Element) -> Iterator[tuple[str, list[Element]]]:
    """Yield the row groups in the order in which they are printed; a parsed row is in one."""
    groups = [child for child in table if child.tag in _ORDER]
    for group in sorted(groups, key=lambda group: _ORDER[str(group.tag)]):
        yield str(group.tag), group.findall("tr")


def _placed(rows: list[Element], start: int) -> Iterator[Placed]:
    """Yield the cells of a row group; `start` is the number of its first row."""
    until: dict[int, int] = {}  # the row in which a column is free again
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while until.get(column, 0) > number:
                column += 1
            width = _span(cell, "colspan", _WIDEST)
            # What is merged from above may stand in the way of what is merged across.
            free = next((n for n in range(width) if until.get(column + n, 0) > number), width)
            height = _span(cell, "rowspan", len(rows) - number) or len(rows) - number
            for at in range(column, column + free):
                until[at] = number + height
            yield Placed(element=cell, row=start + number, column=column, height=height, width=free)
            column += free


def _span(cell: Element, name: str, most: int) -> int:
    """Return how far a cell is merged; a rowspan of 0 is all the rest."""
    text = cell.get(name, "1").strip()
    if not (text.isascii() and text.isdigit()) or len(text) > len(str(_WIDEST)) + 3:
        return 1
    stated = int(text)
    return min(stated, most) if stated or name == "rowspan" else 1


def _stated(table: Element, found: Grid, css: Css, whole: Decimal) -> list[Decimal | None]:
    """Return the widths that are written at the columns, else at cells of the first row."""
    widths: list[Decimal | None] = []
    for column in table.iter("col"):
        width = css.of(column).width
        wide = width.of(whole) if width else None
        widths += [wide] * _span(column, "span", _WIDEST)
    widths = (widths + [None] * found.columns)[: found.columns]
    for cell in found.cells:
        width = css.of(cell.element).width
        if cell.row == 0 and cell.width == 1 and widths[cell.column] is None and width:
            widths[cell.column] = width.of(whole)
    return widths
