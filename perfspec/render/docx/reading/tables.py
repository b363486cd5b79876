"""A table of HTML as rows of cells: merged ones in every row that they cover."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from xml.etree.ElementTree import Element

from perfspec.render.css import Borders, Sheet, Style
from perfspec.render.docx.body import (
    ZERO,
    Cell,
    Look,
    Merge,
    Padding,
    Paragraph,
    Row,
    Setting,
)
from perfspec.render.docx.reading.boxes import Room, side
from perfspec.render.docx.reading.columns import widths
from perfspec.render.docx.reading.context import is_shown
from perfspec.render.docx.reading.keeping import kept_cell
from perfspec.render.docx.reading.words import look
from perfspec.render.grids import Grid, Placed, grid

_ALIGN = {"middle": "center", "bottom": "bottom"}
# Makes the paragraphs of a cell in the room that it has.
Paragraphs = Callable[[Element, Room], tuple[Paragraph, ...]]


def rows(
    table: Element, sheet: Sheet, room: Room, paragraphs: Paragraphs
) -> tuple[tuple[Decimal, ...], tuple[Row, ...]]:
    """Return the widths of a table's columns and its rows; none where it has no cells."""
    found = grid(table, lambda element: is_shown(element, sheet))
    columns = widths(table, found, sheet, room)
    made: dict[int, list[tuple[int, Cell]]] = {y: [] for y in range(len(found.rows))}
    for cell in found.cells:
        for y, part in _parts(cell, columns, sheet, paragraphs):
            made[y].append((cell.column, part))
    starting = found.starting()
    return columns, tuple(
        _row(found, y, _whole(made[y], found.columns, sheet.of(table)), starting[y], sheet)
        for y in range(len(found.rows))
    )


def _parts(
    cell: Placed, columns: tuple[Decimal, ...], sheet: Sheet, paragraphs: Paragraphs
) -> Iterator[tuple[int, Cell]]:
    """Yield the parts of a cell with their rows: the words stand in the first."""
    style = sheet.of(cell.element)
    width = sum(columns[cell.column : cell.column + cell.width], ZERO)
    whole = Room(left=ZERO, right=ZERO, width=width)
    padding = Padding(
        top=side(style.padding.top, whole),
        right=side(style.padding.right, whole),
        bottom=side(style.padding.bottom, whole),
        left=side(style.padding.left, whole),
    )
    inside = replace(whole, width=max(width - padding.left - padding.right, style.size))
    edges = style.border
    first = Cell(
        paragraphs=paragraphs(cell.element, inside),
        columns=cell.width,
        merge=Merge.STARTS if cell.height > 1 else Merge.NONE,
        align=_ALIGN.get(style.vertical_align, "top"),
        border=max(edges.top, edges.right, edges.bottom, edges.left),
        edges=_edges(edges),
        padding=padding,
        fill=style.background,
    )
    yield cell.row, first
    if cell.height == 1:
        return
    empty = replace(first, paragraphs=_empty(first.paragraphs), merge=Merge.CONTINUES)
    for y in range(cell.row + 1, cell.row + cell.height):
        yield y, empty


def _edges(edges: Borders) -> Padding | None:
    """Return the widths of edges one by one, where they differ."""
    if edges.top == edges.right == edges.bottom == edges.left:
        return None
    return Padding(top=edges.top, right=edges.right, bottom=edges.bottom, left=edges.left)


def _empty(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return a paragraph that is set as the first, without its words."""
    first = paragraphs[0]
    return (Paragraph(content=(), setting=first.setting, look=first.look),)


def _whole(cells: list[tuple[int, Cell]], columns: int, style: Style) -> tuple[Cell, ...]:
    """Return the cells of a row in order, with an empty one where the HTML has none."""
    found: list[Cell] = []
    x = 0
    for column, cell in sorted(cells, key=lambda one: one[0]):
        if column > x:
            found.append(_lacking(column - x, style))
        found.append(cell)
        x = column + cell.columns
    if x < columns:
        found.append(_lacking(columns - x, style))
    return tuple(found)


def _lacking(columns: int, style: Style) -> Cell:
    shown: Look = look(style)
    setting = Setting(style="表格文字", line=style.line)
    return Cell(paragraphs=(Paragraph(content=(), setting=setting, look=shown),), columns=columns)


def _row(found: Grid, y: int, cells: tuple[Cell, ...], starting: list[Placed], sheet: Sheet) -> Row:
    element = found.rows[y]
    style = sheet.of(element)
    below = sheet.of(found.rows[y + 1]) if y + 1 < len(found.rows) else None
    is_head = y < found.heads
    if below is not None and (is_head or "avoid" in (style.break_after, below.break_before)):
        cells = tuple(map(kept_cell, cells))
    heights = [_height(sheet.of(cell.element)) for cell in starting if cell.height == 1]
    return Row(
        cells=cells,
        height=max([_height(style), *heights]),
        is_head=is_head,
        breaks=style.break_inside == "auto",
    )


def _height(style: Style) -> Decimal:
    """Return how high a cell or row is at least, with its padding."""
    if style.height is None or style.height.percent:
        return ZERO
    nothing = Room(left=ZERO, right=ZERO, width=ZERO)
    inner = style.box_sizing == "content-box" and style.display == "table-cell"
    padding = side(style.padding.top, nothing) + side(style.padding.bottom, nothing)
    return style.height.points + (padding if inner else ZERO)
