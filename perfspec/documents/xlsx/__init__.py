"""An Excel file, read from its XML.

In: bytes. Out: a `Document` with a table for each sheet that Excel shows, of the cells that it
shows. A sheet that never has two texts in one row is no table but paragraphs.
"""

from collections.abc import Sequence

from perfspec.documents import Cell, Document, Where, Why, packages
from perfspec.documents.archives import Archive, unpack
from perfspec.documents.building import Building
from perfspec.documents.xlsx import beside
from perfspec.documents.xlsx.book import Book, Sheet, workbook
from perfspec.documents.xlsx.cells import Content, Filled, content
from perfspec.documents.xlsx.merges import Merges, Range
from perfspec.documents.xlsx.order import Order
from perfspec.messages import message

Kept = tuple[Filled, Range]
_MAX_EMPTY = 200_000


def read(data: bytes, name: str) -> Document:
    """Return the document; raises PerfspecError."""
    archive = unpack(data, name)
    packages.check(archive)
    book = workbook(archive)
    building = Building(name, "xlsx")
    for sheet in book.sheets:
        _sheet(building, archive, sheet, book)
    return building.document()


def _sheet(building: Building, archive: Archive, sheet: Sheet, book: Book) -> None:
    found = content(archive, sheet.part, book)
    here = Where(document=building.name, sheet=sheet.name)
    for text in found.around:
        building.drop(text, Why.FURNITURE, here)
    for why, text, at in beside.texts(archive, sheet.part, here):
        building.drop(text, why, at)
    if found.without_result:
        first = found.without_result[0]
        building.note(
            message("{n} formulas have no stored result", n=len(found.without_result)),
            _at(building, sheet, first),
        )
    kept = _kept(building, sheet, found)
    said = [(cell, merged) for cell, merged in kept if cell.runs]
    if not said:
        return
    rows = Order((cell.row for cell, _ in said), found.hidden_rows)
    hidden = [column for column, mark in enumerate(found.hidden_columns) if mark]
    columns = Order((cell.column for cell, _ in said), hidden)
    if len(rows) == len(said):
        for cell, _ in said:
            at = _at(building, sheet, cell)
            building.blocks.append(building.paragraph(cell.runs, at))
        return
    shown = said if len(kept) > _MAX_EMPTY else kept
    _table(building, sheet, shown, (rows, columns))


def _kept(building: Building, sheet: Sheet, found: Content) -> list[Kept]:
    """Return the cells that Excel shows, each with its range; drop the text of all others."""
    kept: list[Kept] = []
    merges = Merges(found.ranges)
    before = (0, 0)
    for cell in found.cells:
        merged = merges.over(cell.row, cell.column)
        span = merged or Range(cell.row, cell.column, cell.row, cell.column)
        is_shown = not (
            sheet.is_hidden
            or (cell.row, cell.column) == before  # said twice, by no office program
            or (cell.row, cell.column) != (span.top, span.left)
            or found.is_row_hidden(span.top, span.bottom)
            or found.is_column_hidden(span.left, span.right)
        )
        text = "".join(run.text for run in cell.runs)
        if is_shown:
            kept.append((cell, span))
            text = ""
        before = (cell.row, cell.column)
        building.drop(text or cell.raw, Why.HIDDEN, _at(building, sheet, cell))
    return kept


def _table(
    building: Building, sheet: Sheet, kept: Sequence[Kept], orders: tuple[Order, Order]
) -> None:
    rows, columns = orders
    number = building.next_table()
    cells: list[Cell] = []
    for cell, span in kept:
        row, column = rows.place(cell.row), columns.place(cell.column)
        if not cell.runs and (cell.row not in rows or cell.column not in columns):
            continue
        at = _at(building, sheet, cell, number)
        cells.append(
            Cell(
                paragraphs=(building.paragraph(cell.runs, at),),
                row=row,
                column=column,
                at=at,
                height=rows.place(span.bottom) - row + 1,
                width=columns.place(span.right) - column + 1,
            )
        )
    building.table(cells, Where(document=building.name, sheet=sheet.name, table=number))


def _at(building: Building, sheet: Sheet, cell: Filled, table: int = 0) -> Where:
    return Where(
        document=building.name, sheet=sheet.name, table=table, row=cell.row, column=cell.column
    )
