"""What changed, as CSV: a row for each change, for Excel and for programs.

UTF-8 with the mark by which Excel knows it, and otherwise after RFC 4180. A text that a spreadsheet
would take for a formula has an apostrophe before it: one that begins with = + - @, their full-width
forms, a tab or a carriage return, blanks before them or not. So has one that it would show with
other digits or as a date: long codes, zeros in front, 10-12. Numbers of perfspec's own stand plain.
"""

import csv
import io

from perfspec.changes import Changes, table
from perfspec.changes.figures import plain
from perfspec.changes.table import Cell
from perfspec.changes.view import sections
from perfspec.report.text import Style

_MARK = "\ufeff"
_PLAIN = frozenset("0123456789.")
_TYPED = _PLAIN | frozenset("-/:,eE+ ")
# More digits than these are shown as 1.3E+11.
_DIGITS = 11
_FORMULA = tuple("=+-@\t\r＝＋－＠")


def give(changes: Changes, style: Style) -> str:
    """Return the table, its heads first."""
    # The writer breaks the lines as RFC 4180 has it.
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(table.heads(style.translate))
    for section in sections(changes):
        for row in section.rows:
            writer.writerow(map(_cell, table.cells(section, row, style.translate)))
    for cells in table.others(changes, style.translate):
        writer.writerow(map(_cell, cells))
    return f"{_MARK}{out.getvalue()}"


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    return harmless(cell) if isinstance(cell, str) else plain(cell)


def harmless(text: str) -> str:
    """Return `text`, with an apostrophe before it where a spreadsheet would change it."""
    return f"'{text}" if _is_formula(text) or _is_retyped(text) else text


def _is_formula(text: str) -> bool:
    return text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA)


def _is_retyped(text: str) -> bool:
    """Tell whether it would become a date, or a number with other digits: 10-12, 0224001."""
    if not text[:1].isdecimal() or not _TYPED.issuperset(text):
        return False
    return (
        len(text) > _DIGITS
        or (text[0] == "0" and text[1:2].isdecimal())
        or not _PLAIN.issuperset(text)
    )
