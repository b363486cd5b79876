"""The widths of a table's columns, in points: as the form says, or shared out."""

from collections.abc import Iterator
from decimal import Decimal
from xml.etree.ElementTree import Element

from perfspec.render.css import Length, Sheet, Style
from perfspec.render.css.style import rounded
from perfspec.render.docx.body import ZERO
from perfspec.render.docx.reading.boxes import Room, side
from perfspec.render.docx.reading.words import columns_of
from perfspec.render.grids import WIDEST, Grid, count

# What a column of unknown width gets for its words, in Chinese characters: no less, no more.
_LEAST, _MOST = 2, 20


def widths(table: Element, grid: Grid, sheet: Sheet, room: Room) -> tuple[Decimal, ...]:
    """Return the width of each column; together they are as wide as the table."""
    style = sheet.of(table)
    said = _said(table, grid, sheet)
    total = _total(style, said, room)
    points = [None if length is None else length.of(total) for length in said]
    rest = max(total - sum((width for width in points if width is not None), ZERO), ZERO)
    shares = _shares(grid, style, points)
    pairs = list(zip(points, shares, strict=True))
    whole = sum(share for width, share in pairs if width is None)
    filled = [rest * share / whole if width is None else width for width, share in pairs]
    sum_of = sum(filled, ZERO)
    return tuple(rounded(width * total / sum_of) for width in filled) if sum_of else tuple(filled)


def _total(style: Style, said: list[Length | None], room: Room) -> Decimal:
    """Return the width of the table: as said, or that of its columns, or all there is."""
    if style.width is not None:
        width = style.width.of(room.width)
    elif said and all(length is not None and not length.percent for length in said):
        width = sum((length.points for length in said if length is not None), ZERO)
    else:
        width = room.width
    return min(width, style.max_width.of(room.width)) if style.max_width else width


def _said(table: Element, grid: Grid, sheet: Sheet) -> list[Length | None]:
    """Return what is said of each column: of it, or else of a cell in the first row."""
    found: list[Length | None] = [None] * grid.columns
    for cell in grid.cells:
        if cell.row == 0 and cell.width == 1:
            found[cell.column] = _outer(sheet.of(cell.element))
    for x, column in enumerate(_columns(table)):
        if x < len(found):
            found[x] = sheet.of(column).width or found[x]
    return found


def _outer(style: Style) -> Length | None:
    """Return the width of a cell with its padding."""
    if style.width is None or style.width.percent or style.box_sizing == "border-box":
        return style.width
    nothing = Room(left=ZERO, right=ZERO, width=ZERO)
    padding = side(style.padding.left, nothing) + side(style.padding.right, nothing)
    return Length(points=style.width.points + padding)


def _columns(table: Element) -> Iterator[Element]:
    for group in table:
        if group.tag == "col":
            columns = [group]
        elif group.tag == "colgroup":
            columns = group.findall("col") or [group]
        else:
            continue
        for column in columns:
            for _ in range(min(count(column, "span") or 1, WIDEST)):
                yield column


def _shares(grid: Grid, style: Style, points: list[Decimal | None]) -> list[int]:
    """Return how the columns of which nothing is said share the room: evenly, or by their words."""
    if style.table_layout == "fixed" or any(width is not None for width in points):
        return [1] * grid.columns
    longest = [_LEAST] * grid.columns
    for cell in grid.cells:
        if cell.width == 1:
            words = columns_of("".join(cell.element.itertext()).strip()) // 2
            longest[cell.column] = max(longest[cell.column], min(words, _MOST))
    return longest
