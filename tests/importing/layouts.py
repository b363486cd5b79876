"""Tables written down as text, made into documents in several ways, none of them our own.

A row of a table is a line with ` | ` between its cells: `^` is merged with the cell above, `<` with
the cell to the left, `⏎` breaks a line inside a cell. A blank line parts two tables; other lines
are paragraphs.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

import docx
from docx.table import Table as WordTable

from perfspec.documents import Block, Cell, Document, Paragraph, Run, Table, Where

NAME = "table.docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A cell of a written table."""

    text: str
    row: int
    column: int
    height: int
    width: int


Written = list[list[str]]


def parts(text: str) -> Iterator[str | Written]:
    """Yield paragraphs and tables."""
    rows: Written = []
    for line in text.split("\n"):
        if "|" in line:
            rows.append([cell.strip() for cell in line.split("|")])
            continue
        if rows:
            yield rows
            rows = []
        if line.strip():
            yield line
    if rows:
        yield rows


def spots(rows: Written) -> list[Spot]:
    """Return the cells of a table, each once."""
    width = max(len(row) for row in rows)
    whole = [row + ["<"] * (width - len(row)) for row in rows]
    found = []
    for r, row in enumerate(whole):
        for c, text in enumerate(row):
            if text in {"^", "<"}:
                continue
            end = c + 1
            while end < width and row[end] == "<":
                end += 1
            bottom = r + 1
            while bottom < len(whole) and whole[bottom][c] == "^":
                bottom += 1
            words = text.replace("⏎", "\n")
            found.append(Spot(text=words, row=r, column=c, height=bottom - r, width=end - c))
    return found


def flat(rows: Written) -> list[Spot]:
    """Return the cells of a table as Word flattens it: merged downwards, a cell is empty below."""
    return [
        Spot(
            text="" if text == "^" else text.replace("⏎", "\n"), row=r, column=c, height=1, width=1
        )
        for r, row in enumerate(rows)
        for c, text in enumerate(text for text in row if text != "<")
    ]


def document(text: str, *, is_certain: bool = True) -> Document:
    """Return a document as a reader would give it; without certainty the tables are flattened."""
    blocks: list[Block] = []
    number = 0
    tables = 0
    for part in parts(text):
        if isinstance(part, str):
            at = Where(document=NAME, paragraph=number + 1)
            blocks.append(Paragraph(number=number, runs=(Run(text=part),), at=at))
            number += 1
            continue
        tables += 1
        cells = []
        for spot in spots(part) if is_certain else flat(part):
            at = Where(document=NAME, table=tables, row=spot.row + 1, column=spot.column + 1)
            written = []
            for line in spot.text.split("\n"):
                written.append(Paragraph(number=number, runs=(Run(text=line),), at=at))
                number += 1
            cells.append(
                Cell(
                    paragraphs=tuple(written),
                    row=spot.row,
                    column=spot.column,
                    height=spot.height,
                    width=spot.width,
                    at=at,
                )
            )
        blocks.append(
            Table(
                cells=tuple(cells),
                rows=len(part),
                columns=max(len(row) for row in part),
                at=Where(document=NAME, table=tables),
                is_certain=is_certain,
            )
        )
    return Document(name=NAME, format="docx", blocks=tuple(blocks))


def word(text: str) -> bytes:
    """Return a Word file of python-docx."""
    made = docx.Document()
    for part in parts(text):
        if isinstance(part, str):
            made.add_paragraph(part)
        else:
            _fill(made.add_table(len(part), max(len(row) for row in part)), part)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _fill(table: WordTable, part: Written) -> None:
    # python-docx looks a cell up by counting all of them: ask for the grid once.
    grid = table._cells  # noqa: SLF001
    width = len(table.columns)
    for spot in spots(part):
        cell = grid[spot.row * width + spot.column]
        if spot.height > 1 or spot.width > 1:
            low = (spot.row + spot.height - 1) * width + spot.column + spot.width - 1
            cell = cell.merge(grid[low])
        first, *rest = spot.text.split("\n")
        cell.paragraphs[0].text = first
        for line in rest:
            cell.add_paragraph(line)


def html(text: str) -> bytes:
    """Return a web page with merged cells."""
    out = ["<!DOCTYPE html><html lang=zh><meta charset=utf-8><title></title><body>"]
    for part in parts(text):
        if isinstance(part, str):
            out.append(f"<p>{escape(part)}</p>")
            continue
        out.append("<table border=1>")
        cells = spots(part)
        for number in range(len(part)):
            row = "".join(
                f"<td rowspan={spot.height} colspan={spot.width}>"
                f"{'<br>'.join(escape(line) for line in spot.text.split(chr(10)))}</td>"
                for spot in cells
                if spot.row == number
            )
            out.append(f"<tr>{row}</tr>")
        out.append("</table>")
    out.append("</body></html>")
    return "\n".join(out).encode()
