"""Rows of cells in the lines of a flattened text.

In: lines, and where a table begins. Out: its rows, each of cells, each of pieces of lines; and
where the text goes on. Two flattenings are known. Word writes each cell on a line of its own behind
a tab, the further paragraphs of the cell on lines without one, and a blank line behind each row;
behind a table another one, so that words behind a single blank line go on in the cell. What is
pasted from Word or Excel has a row on each line with tabs between the cells; Excel puts quotes
around a cell with line breaks.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from perfspec.documents.text.lines import Line

_MAX_QUOTED = 200  # lines of one quoted cell
_ENTRY = 2  # cells: what a list of contents names, and its page
_COUNTED = 3  # cells: the same with a number before it
_PAGE = re.compile(r"[-—.…·\s]*(?:[0-9]{1,4}|[ivxIVX]{1,6})[-—\s]*")
_GAP = 2  # blank lines behind a table
_ITEM = re.compile(
    r"\s*(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）)]|[0-9一二三四五六七八九十]{1,3}[.．、是])"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of a cell, and the line that it stands on."""

    text: str
    line: int


Row = list[list[Piece]]


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of cells, the line behind them, and how many characters only part or hold cells.

    They are no table where tabs only indent paragraphs, or, inline, stand before a page's number
    or part a line in two.
    """

    rows: list[Row]
    end: int
    spacing: int = 0
    is_inline: bool = False

    @property
    def is_table(self) -> bool:
        """Tell a table from paragraphs with tabs."""
        rows = [row for row in self.rows if len(row) > 1]
        if not rows:
            return False
        if not self.is_inline:
            return True
        if all(_is_entry(row) for row in rows):
            return False
        return len(self.rows) > 1 or len(rows[0]) != _ENTRY


def is_spaced(lines: Sequence[Line]) -> bool:
    """Tell whether tables end with more than the blank line behind each row."""
    is_cell = False
    blanks = 0
    for line in lines:
        if not line.is_blank:
            is_cell, blanks = line.text.startswith("\t") or (is_cell and not blanks), 0
        elif is_cell:
            blanks += 1
            if blanks == _GAP:
                return True
    return False


def rows(lines: Sequence[Line], start: int, *, is_spaced: bool = False) -> Rows | None:
    """Return the rows from line `start` on, None where it has no tab.

    `is_spaced` says how tables end in this text, so that one blank line is none.
    """
    if "\t" not in lines[start].text:
        return None
    cells = whole = 0
    for at in range(start, len(lines)):
        if lines[at].is_blank:
            break
        cells += lines[at].is_cell
        whole += lines[at].is_row
    if whole > cells or not lines[start].text.startswith("\t"):
        return _of_rows(lines, start)
    return _of_cells(lines, start, is_spaced=is_spaced)


def _is_entry(row: Row) -> bool:
    """Tell whether a row is a line of a list of contents: words, and a page's number."""
    words = ["".join(piece.text for piece in cell).strip() for cell in row]
    is_counted = len(words) == _COUNTED and len(words[0]) < len(words[1])
    return (len(words) == _ENTRY or is_counted) and bool(_PAGE.fullmatch(words[-1]))


def _of_cells(lines: Sequence[Line], start: int, *, is_spaced: bool) -> Rows:
    found: list[Row] = []
    row: Row | None = None
    at = start
    spacing = blanks = 0
    while at < len(lines):
        line = lines[at]
        if line.is_blank:
            blanks += 1
            row = None
            spacing += len(line.text)
            at += 1
            continue
        if row is None and found and is_spaced and blanks == 1 and _goes_on_below(lines, at):
            row = found[-1]
        blanks = 0
        if line.text.startswith("\t"):
            if row is None:
                found.append(row := [])
            row.append([Piece(line.text[1:], line.number)])
            spacing += 1
        elif row is not None:
            row[-1].append(Piece(line.text, line.number))
        else:
            break
        at += 1
    return Rows(found, at, spacing)


def _goes_on_below(lines: Sequence[Line], start: int) -> bool:
    """Tell whether words behind a blank line end a row, and are no title of a table."""
    if "\t" in lines[start].text:
        return False
    for at in range(start, min(start + _MAX_QUOTED, len(lines))):
        if "\t" in lines[at].text:
            return False
        if lines[at].is_blank:
            return True
    return len(lines) <= start + _MAX_QUOTED


def _of_rows(lines: Sequence[Line], start: int) -> Rows:
    found: list[Row] = []
    spacing = 0
    at = start
    while at < len(lines) and not lines[at].is_blank:
        line = lines[at]
        if "\t" not in line.text and found and _goes_on(found[-1][-1], line):
            found[-1][-1].append(Piece(line.text, line.number))
            at += 1
            continue
        row: Row = [[Piece(cell, line.number)] for cell in line.text.split("\t")]
        found.append(row)
        at += 1
        while closing := _closing(lines, at, row[-1]):
            first, *others = lines[closing].text.split("\t")
            row[-1].extend(Piece(inner.text, inner.number) for inner in lines[at:closing])
            row[-1].append(Piece(first, lines[closing].number))
            row.extend([Piece(cell, lines[closing].number)] for cell in others)
            at = closing + 1
        spacing += len(row) - 1
        spacing += sum(_unquoted(row, place) for place in range(len(row)))
    return Rows(found, at, spacing, is_inline=True)


def _goes_on(cell: Sequence[Piece], line: Line) -> bool:
    """Say whether a line without tabs is the next item of the cell before it, and no row."""
    return bool(_ITEM.match(cell[-1].text) and _ITEM.match(line.text))


def _closing(lines: Sequence[Line], start: int, cell: Sequence[Piece]) -> int:
    """Return the line on which the quoted `cell`, open at its line's end, is closed; else 0."""
    if not cell[-1].text.startswith('"') or len(cell) > 1 or not cell[0].text.count('"') % 2:
        return 0
    for at in range(start, min(start + _MAX_QUOTED, len(lines))):
        first, tab, _ = lines[at].text.partition("\t")
        if first.count('"') % 2:
            return at if first.endswith('"') else 0
        if tab:
            return 0
    return 0


def _unquoted(row: Row, place: int) -> int:
    """Take the quotes of Excel off a cell; return how many."""
    cell = row[place]
    first, last = cell[0].text, cell[-1].text
    is_long = len(cell) > 1
    if not (first.startswith('"') and last.endswith('"') and (is_long or len(first) > 1)):
        return 0
    texts = [piece.text for piece in cell]
    texts[0] = texts[0][1:]
    texts[-1] = texts[-1][:-1]
    # Excel quotes a cell for a line break or a quote in it; else the quotes are words.
    if not is_long and '""' not in texts[0]:
        return 0
    if any('"' in text.replace('""', "") for text in texts):
        return 0
    before = sum(len(piece.text) for piece in cell)
    row[place] = [
        Piece(text.replace('""', '"'), piece.line) for text, piece in zip(texts, cell, strict=True)
    ]
    return before - sum(len(piece.text) for piece in row[place])
