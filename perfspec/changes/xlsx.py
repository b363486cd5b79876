"""What changed, as a workbook for Excel: overview, judgements, changes, indicators.

Texts of specs are written as texts whatever they begin with, and are no formulas and no links. A
number stands as a number where fifteen digits hold it, which is what Excel keeps; else as text.
A text longer than a cell takes is cut, and says how much is left out. Equal input, equal bytes: the
one date in the file is the first of January of the newest filing's year.
"""

import io
from datetime import datetime
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from perfspec.changes import Changes
from perfspec.changes.csv import harmless
from perfspec.changes.figures import plain
from perfspec.changes.sheets import Sheet, sheets
from perfspec.changes.table import Cell
from perfspec.changes.view import sections
from perfspec.messages import Translate, message
from perfspec.report.text import Style
from perfspec.report.visible import seen

_DIGITS = 15
# Excel counts UTF-16; some room for the words that say what was cut.
_MOST = 32_767 - 80
_LINES = 1_048_576 - 2
_A4 = 9
# XlsxWriter takes a text between these for XML of its own.
_RICH = "<r>"


def give(changes: Changes, style: Style) -> bytes:
    """Return the workbook."""
    shown = sections(changes)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _options())
    years = [section.step.comparison.new.filing.year for section in shown]
    book.set_properties({"created": datetime(max(years, default=2000), 1, 1)})  # noqa: DTZ001 — XlsxWriter writes it as it is, as UTC
    head = book.add_format({"bold": True, "text_wrap": True, "bottom": 1, "valign": "vcenter"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    quoted = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    number = book.add_format({"valign": "top"})
    for one in sheets(changes, shown, style.translate):
        sheet = book.add_worksheet(style.translate(one.name))
        _set_up(sheet, one)
        for column, (title, _) in enumerate(one.heads):
            sheet.write_string(0, column, style.translate(title), head)
        lines = _fill(sheet, one, (text, quoted, number), style.translate)
        sheet.autofilter(0, 0, max(lines, 1), len(one.heads) - 1)
    book.close()
    return out.getvalue()


def _options() -> dict[str, object]:
    """Return new options: XlsxWriter writes into those that it gets."""
    return {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        # A font of a scheme would be another one with another theme.
        "default_format_properties": {
            "font_name": "宋体",
            "font_size": 10,
            "font_scheme": "",
        },
    }


def _set_up(sheet: Worksheet, one: Sheet) -> None:
    """Freeze the heads, set the columns, and let all of them be printed on pages across."""
    sheet.freeze_panes(1, 0)
    for column, (_, width) in enumerate(one.heads):
        sheet.set_column(column, column, width)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&C&P / &N")


def _fill(
    sheet: Worksheet, one: Sheet, formats: tuple[Format, Format, Format], words: Translate
) -> int:
    """Write the rows and return how many there are; a sheet holds about a million."""
    left = 0
    line = 0
    for row in one.rows:
        if line == _LINES:
            left += 1
            continue
        line += 1
        for column, cell in enumerate(row):
            _write(sheet, (line, column), cell, formats, words)
    if left:
        line += 1
        more = words(message("changes that are not shown here: {n}", n=left))
        sheet.write_string(line, 0, more, formats[0])
    return line


def _write(
    sheet: Worksheet,
    at: tuple[int, int],
    cell: Cell,
    formats: tuple[Format, Format, Format],
    words: Translate,
) -> None:
    text, quoted, number = formats
    if cell is None or cell == "":
        return
    if isinstance(cell, Decimal):
        if _fits(cell):
            sheet.write_number(*at, cell, number)
            return
        cell = plain(cell)
    shown = _cut(seen(cell, keep="\n\t"), words)
    # Excel shows such a text as it is, and goes on to when somebody edits it.
    risky = harmless(shown) != shown
    if shown.startswith(_RICH):
        shown = f"'{shown}"
    sheet.write_string(*at, shown, quoted if risky else text)


def _fits(number: Decimal) -> bool:
    """Tell whether a double keeps all digits of `number`, and shows them."""
    digits = number.normalize().as_tuple()
    exponent = digits.exponent
    return isinstance(exponent, int) and len(digits.digits) <= _DIGITS and abs(exponent) <= _DIGITS


def _cut(text: str, words: Translate) -> str:
    """Return `text`, or what a cell holds of it with a note."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    if len(encoded) <= 2 * _MOST:
        return text
    kept = encoded[: 2 * _MOST].decode("utf-16-le", "ignore")
    note = message("… {n} characters left out …", n=len(text) - len(kept))
    return f"{kept}{words(note)}"
