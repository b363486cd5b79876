"""A region as a sheet: its tables on one grid of columns, its lines merged across all of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise
from xml.etree.ElementTree import Element

from perfspec.render.css import Page, Style
from perfspec.render.css import Sheet as Css
from perfspec.render.grids import Grid, Placed, grid
from perfspec.render.xlsx import fitting, looks
from perfspec.render.xlsx.blocks import Block, Line, Region
from perfspec.render.xlsx.columns import edges
from perfspec.render.xlsx.numbers import number
from perfspec.render.xlsx.sheets import ZERO, Cell, Look, Sheet
from perfspec.render.xlsx.words import Words, is_unseen, joined, text, words

# Edges of two tables that are so near to each other are meant to be one.
_NEAR = Decimal(2)
# A row without words is still to be seen.
_LEAST = Decimal(8)

_Looked = tuple[Words, Look, int, int]  # the words of a cell, its look, its first and last edge


@dataclass(slots=True, kw_only=True)
class _Laid:
    """A sheet as far as it is laid out; `edges` are those of all its columns."""

    css: Css
    edges: Sequence[Decimal]
    rows: list[Decimal] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    heads: tuple[int, int] | None = None

    @property
    def last(self) -> int:
        """The number of columns."""
        return len(self.edges) - 1

    def width(self, start: int, end: int) -> Decimal:
        """Return the width of columns."""
        return self.edges[end] - self.edges[start]

    def add(self, heights: Sequence[Decimal]) -> list[int]:
        """Add rows that may be higher than Excel's are, and return where each begins, and the end.

        Such a row is several rows, with all of its cells merged downwards.
        """
        starts = [len(self.rows)]
        for height in heights:
            count = fitting.rows_of(height)
            self.rows += [height / count] * count
            starts.append(len(self.rows))
        return starts


def sheet(region: Region, name: str, css: Css, page: Page) -> Sheet:
    """Return the sheet of a region."""
    room = page.width - page.margin.left - page.margin.right

    def seen(element: Element) -> bool:
        return not is_unseen(element, css)

    grids = {
        block: (found := grid(block, seen), edges(block, found, css, room))
        for block in region.blocks
        if isinstance(block, Element)
    }
    common = _common([found for _, found in grids.values()]) or [ZERO, room]
    laid = _Laid(css=css, edges=common)
    for block in region.blocks:
        _lay(block, grids, laid)
    return Sheet(
        name=name,
        columns=[end - start for start, end in pairwise(common)],
        rows=laid.rows,
        cells=laid.cells,
        page=page,
        heads=laid.heads,
    )


def _common(all_edges: Sequence[Sequence[Decimal]]) -> list[Decimal]:
    """Return the edges of all tables, those that are nearly the same once."""
    found: list[Decimal] = []
    for edge in sorted(edge for one in all_edges for edge in one):
        if not found or edge - found[-1] > _NEAR:
            found.append(edge)
    return found if len(found) > 1 else []


def _lay(block: Block, grids: dict[Element, tuple[Grid, list[Decimal]]], laid: _Laid) -> None:
    if isinstance(block, Line):
        _lay_line(block, laid)
    else:
        _lay_table(*grids[block], laid)


def _lay_line(line: Line, laid: _Laid) -> None:
    style = laid.css.of(line.element)
    look = looks.of_line(style)
    parts = line.parts if len(line.parts) <= laid.last else (joined(line.parts),)
    bounds = _bounds(parts, look.size, laid)
    heights = [
        fitting.text_height(text(part), look.size, laid.width(start, end))
        for part, (start, end) in zip(parts, bounds, strict=True)
    ]
    sides = (style.padding.top, style.padding.bottom, style.margin.top, style.margin.bottom)
    beside = sum((side.of(ZERO) for side in sides if side), ZERO)
    top, bottom = laid.add([max(heights) + max(beside, ZERO)])
    for number_, (part, (start, end)) in enumerate(zip(parts, bounds, strict=True), start=1):
        align = look.align if len(parts) == 1 else "right" if number_ == len(parts) else "left"
        laid.cells.append(
            Cell(
                row=top,
                column=start,
                words=part,
                look=replace(look, align=align),
                height=bottom - top,
                width=end - start,
            )
        )


def _bounds(parts: Sequence[Words], size: Decimal, laid: _Laid) -> list[tuple[int, int]]:
    """Return the columns of each part of a line; those behind the first take what they need."""
    end = laid.last
    bounds = []
    for at in range(len(parts) - 1, -1, -1):
        wanted = laid.edges[end] - fitting.text_width(text(parts[at]), size)
        start = min(max(bisect_right(laid.edges, wanted) - 1, at), end - 1) if at else 0
        bounds.append((start, end))
        end = start
    return bounds[::-1]


def _lay_table(found: Grid, own: list[Decimal], laid: _Laid) -> None:
    columns = [_nearest(edge, laid.edges) for edge in own]
    looked = [_look(cell, columns, laid) for cell in found.cells]
    starts = laid.add(_heights(found, looked, laid))
    for placed, (words_, look, start, end) in zip(found.cells, looked, strict=True):
        top, bottom = starts[placed.row], starts[placed.row + placed.height]
        laid.cells.append(
            Cell(
                row=top,
                column=start,
                words=words_,
                look=look,
                height=bottom - top,
                width=end - start,
                number=number(text(words_)) if _is_number(placed.element) else None,
            )
        )
    if found.heads:
        laid.heads = (starts[0], starts[found.heads] - 1)


def _look(cell: Placed, columns: list[int], laid: _Laid) -> _Looked:
    start, end = columns[cell.column], columns[cell.column + cell.width]
    return words(cell.element, laid.css), looks.of_cell(laid.css.of(cell.element)), start, end


def _nearest(edge: Decimal, common: Sequence[Decimal]) -> int:
    at = bisect_left(common, edge)
    return at if at < len(common) and common[at] == edge else at - 1


def _heights(found: Grid, looked: list[_Looked], laid: _Laid) -> list[Decimal]:
    """Return the heights of the rows; the last row of a merge takes what the others lack."""
    ending: list[list[tuple[int, Decimal]]] = [[] for _ in found.rows]
    for placed, (words_, look, start, end) in zip(found.cells, looked, strict=True):
        style = laid.css.of(placed.element)
        height = _height(style, text(words_), look, laid.width(start, end))
        ending[placed.row + placed.height - 1].append((placed.row, height))
    tops = [ZERO]
    for cells in ending:
        needed = (tops[row] + height for row, height in cells)
        tops.append(max(tops[-1] + _LEAST, *needed, ZERO))
    return [end - start for start, end in pairwise(tops)]


def _height(style: Style, text_: str, look: Look, width: Decimal) -> Decimal:
    """Return the height of a cell with its padding; Excel has its own to the left and right."""
    sides = (style.padding.top, style.padding.bottom)
    padding = sum((side.of(ZERO) for side in sides if side), ZERO)
    least = style.height.of(ZERO) if style.height else ZERO
    return max(fitting.text_height(text_, look.size, width), least) + padding


def _is_number(cell: Element) -> bool:
    """Tell whether a cell shows one number and no sign for a comparison or unit beside it."""
    marked = list(cell.iter("data"))
    return len(marked) == 1 and not (marked[0].get("data-op") or marked[0].get("data-unit"))
