"""A workbook's records as a file for Excel, by XlsxWriter.

Texts are texts whatever they begin with. Equal input, equal bytes: the one date in the file is the
first of January of the filing's year.
"""

import io
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from itertools import accumulate
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from perfspec.errors import PerfspecError
from perfspec.messages import message
from perfspec.render.xlsx.sheets import Book, Cell, Look, Sheet
from perfspec.render.xlsx.words import text

_A4 = 9
_MOST = 32_767  # units of UTF-16 in a cell
_ROWS, _COLUMNS = 1_048_576, 16_384
_PIXELS = Decimal(96) / 72
_LIST_MARGIN = Decimal(36)
_INCHES = 72
# What somebody who edits the text would turn into a formula; Excel then shows it as it is.
_RISKY = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")
_ALIGN = {"center": "center", "right": "right", "justify": "justify"}
_VERTICAL = {"center": "vcenter", "bottom": "bottom"}
_MEDIUM, _THICK = Decimal(1), Decimal(2)
_ANOTHER = message("build it with --to docx or --to pdf")
# XlsxWriter takes a text between these for XML of its own.
_RICH = ("<r>", "</r>")


@dataclass(slots=True, kw_only=True)
class _Out:
    """A workbook as far as it is written, and the formats that it has so far."""

    book: Any
    formats: dict[tuple[Look, str, bool], Format] = field(default_factory=dict)
    fonts: dict[tuple[Look, bool], Format] = field(default_factory=dict)


def write(book: Book) -> bytes:
    """Return the file; raises PerfspecError for what is larger than Excel's cells and sheets."""
    data = io.BytesIO()
    out = _Out(book=xlsxwriter.Workbook(data, {"in_memory": True}))
    out.book.set_properties(
        {
            "title": book.title,
            "author": book.author,
            "created": datetime(book.year, 1, 1),  # noqa: DTZ001 — XlsxWriter writes it as UTC
        }
    )
    for sheet in book.sheets:
        _sheet(sheet, book.note, out)
    out.book.close()
    return data.getvalue()


def _sheet(sheet: Sheet, note: str, out: _Out) -> None:
    if len(sheet.rows) > _ROWS or len(sheet.columns) > _COLUMNS:
        # XlsxWriter would leave out what lies beyond.
        raise PerfspecError(
            message(
                "the sheet {name} has {rows} rows and {columns} columns, more than Excel has",
                name=sheet.name,
                rows=len(sheet.rows),
                columns=len(sheet.columns),
            ),
            _ANOTHER,
        )
    made = out.book.add_worksheet(sheet.name)
    edges = [round(edge * _PIXELS) for edge in accumulate(sheet.columns, initial=Decimal(0))]
    for column in range(len(sheet.columns)):
        made.set_column_pixels(column, column, edges[column + 1] - edges[column])
    for row, height in enumerate(sheet.rows):
        if height:
            made.set_row_pixels(row, round(height * _PIXELS))
    for cell in sheet.cells:
        _cell(cell, made, sheet.name, out)
    _print_set_up(sheet, note, made)
    # A code of digits is a text on purpose.
    made.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    if sheet.is_list:
        made.freeze_panes(1, 0)
        made.autofilter(0, 0, max(len(sheet.rows) - 1, 1), len(sheet.columns) - 1)


def _print_set_up(sheet: Sheet, note: str, made: Worksheet) -> None:
    page = sheet.page
    made.set_paper(_A4)
    if sheet.is_list:
        made.set_landscape()
    else:
        made.hide_gridlines(2)
        made.center_horizontally()
    sides = [page.margin.left, page.margin.right, page.margin.top, page.margin.bottom]
    if sheet.is_list:  # wider than any paper: it gets what there is
        sides = [_LIST_MARGIN] * len(sides)
    made.set_margins(*(round(side / _INCHES, 4) for side in sides))
    made.fit_to_pages(1, 0)
    if sheet.heads:
        made.repeat_rows(*sheet.heads)
    made.set_footer("&C— &P —")
    if note:
        made.set_header("&C" + note.replace("&", "&&"))


def _cell(cell: Cell, made: Worksheet, name: str, out: _Out) -> None:
    shown = text(cell.words)
    if len(shown.encode("utf-16-le", "surrogatepass")) > 2 * _MOST:
        raise PerfspecError(
            message(
                "the sheet {name} has a text of {n} characters, and a cell of Excel holds {most}",
                name=name,
                n=len(shown),
                most=_MOST,
            ),
            _ANOTHER,
        )
    number = cell.number.format if cell.number else ""
    look = replace(cell.look, strong=cell.look.strong or all(span.strong for span in cell.words))
    style = _format(
        look if shown else cell.look, number, out, is_risky=not number and shown.startswith(_RISKY)
    )
    at = (cell.row, cell.column)
    if cell.height > 1 or cell.width > 1:
        made.merge_range(*at, cell.row + cell.height - 1, cell.column + cell.width - 1, "", style)
    if cell.number:
        made.write_number(*at, cell.number.value, style)
    elif not shown:
        made.write_blank(*at, None, style)
    elif len(cell.words) > 1:
        made.write_rich_string(*at, *_rich(cell, out), style)
    elif shown.startswith(_RICH[0]) and shown.endswith(_RICH[1]):
        font = _font(cell.look, out, strong=cell.words[0].strong)
        made.write_rich_string(*at, font, shown[0], font, shown[1:], style)
    else:
        made.write_string(*at, shown, style)


def _rich(cell: Cell, out: _Out) -> list[Format | str]:
    """Return fonts and words in turn, as XlsxWriter wants them."""
    return [
        part
        for span in cell.words
        for part in (_font(cell.look, out, strong=span.strong), span.text)
    ]


def _font(look: Look, out: _Out, *, strong: bool) -> Format:
    key = (look, strong)
    if key not in out.fonts:
        out.fonts[key] = out.book.add_format(
            {**_font_properties(look), "bold": strong or look.strong}
        )
    return out.fonts[key]


def _font_properties(look: Look) -> dict[str, object]:
    return {
        "font_name": look.font,
        "font_size": look.size,
        "font_color": f"#{look.colour}",
        # A font of a scheme would be another one with another theme.
        "font_scheme": "",
    }


def _format(look: Look, number: str, out: _Out, *, is_risky: bool) -> Format:
    key = (look, number, is_risky)
    if key in out.formats:
        return out.formats[key]
    properties: dict[str, object] = {
        **_font_properties(look),
        "bold": look.strong,
        "text_wrap": True,
        "valign": _VERTICAL.get(look.vertical, "top"),
    }
    if look.align in _ALIGN:
        properties["align"] = _ALIGN[look.align]
    elif number:
        properties["align"] = "right"
    else:
        properties["align"] = "left"
    for side, width in zip(("top", "right", "bottom", "left"), look.borders, strict=True):
        properties[side] = _border(width)
    if look.fill:
        properties["bg_color"] = f"#{look.fill}"
    if number:
        properties["num_format"] = number
    if is_risky:
        properties["quote_prefix"] = True
    return out.formats.setdefault(key, out.book.add_format(properties))


def _border(width: Decimal) -> int:
    """Return Excel's line for a width: none, thin, medium or thick."""
    if not width:
        return 0
    if width <= _MEDIUM:
        return 1
    return 2 if width <= _THICK else 5
