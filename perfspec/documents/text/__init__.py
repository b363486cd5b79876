"""A text as a program flattened it from a document with tables.

In: bytes. Out: a `Document` whose tables have no merged cells, and rows as long as they are. Every
character of the text is in its blocks, in what was dropped, or counted as spacing.
"""

from dataclasses import replace

from perfspec.documents import Cell, Document, Paragraph, Run, Where
from perfspec.documents.building import Building
from perfspec.documents.encoding import decode
from perfspec.documents.text import rows
from perfspec.documents.text.lines import Line, lines
from perfspec.messages import message

_BLANKS = " \t\n\xa0\u3000"


def read(data: bytes, name: str) -> Document:
    """Return the document; raises PerfspecError where the bytes are no text, or too much."""
    text, encoding = decode(data, name)
    building = Building(name, "txt")
    if encoding != "UTF-8":
        building.note(message("read as {encoding}", encoding=encoding), Where(document=name))
    written = list(lines(text))
    for line in written:
        building.spacing += line.end
        for code, why in line.dropped:
            building.drop(code, why, Where(document=name, line=line.number))
    is_spaced = rows.is_spaced(written)
    at = 0
    while at < len(written):
        found = rows.rows(written, at, is_spaced=is_spaced)
        end = found.end if found else at + 1
        if found and found.is_table:
            building.spacing += found.spacing
            _add_table(building, found)
        else:
            for line in written[at:end]:
                _add_paragraph(building, line)
        at = end
    return building.document()


def _add_paragraph(building: Building, line: Line) -> None:
    words = line.text.strip(_BLANKS)
    building.spacing += len(line.text) - len(words)
    if words:
        building.outside((Run(text=words),), line=line.number)


def _add_table(building: Building, found: rows.Rows) -> None:
    number = building.next_table()
    cells: list[Cell] = []
    for row, pieces in enumerate(found.rows):
        for column, cell in enumerate(pieces):
            at = Where(
                document=building.name,
                table=number,
                row=row + 1,
                column=column + 1,
                line=cell[0].line,
            )
            paragraphs = tuple(_paragraph(building, piece, at) for piece in cell)
            cells.append(Cell(paragraphs=paragraphs, row=row, column=column, at=at))
    building.table(cells, Where(document=building.name, table=number), is_certain=False)


def _paragraph(building: Building, piece: rows.Piece, at: Where) -> Paragraph:
    words = piece.text.strip(_BLANKS)
    building.spacing += len(piece.text) - len(words)
    return building.paragraph((Run(text=words),), replace(at, line=piece.line))
