"""Where something stands in a document, in words.

In: a `Where`. Out: a message such as `filing.pdf, page 4, table 2, row 3, column 5`.
"""

from perfspec.documents import Where
from perfspec.messages import Message, message

_LETTERS = 26
# What `Where.part` says of documents.
PARTS = {
    "header": message("header"),
    "footer": message("footer"),
    "comment": message("comment"),
    "footnote": message("footnote"),
    "endnote": message("endnote"),
    "text box": message("text box"),
    "drawing": message("drawing"),
}


def words(at: Where) -> Message:
    """Return the place in words, without what it does not have."""
    place = _inner(at)
    if at.page:
        place = _joined(message("page {n}", n=at.page), place)
    name = message("{document}", document=at.document)
    return _joined(name, place) if place else name


def cell(column: int, row: int) -> str:
    """Return a cell of a sheet as its program calls it: `B5`."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def _inner(at: Where) -> Message | None:
    """Return the place in its document or on its page: of a text the line says it all."""
    if at.sheet:
        place = message("cell {cell}", cell=cell(at.column, at.row)) if at.row else None
        return _joined(message("sheet {name}", name=at.sheet), place)
    if at.line:
        return message("line {n}", n=at.line)
    if at.table:
        return _joined(message("table {n}", n=at.table), _row(at))
    if at.part:
        return PARTS.get(at.part, message("{document}", document=at.part))
    return message("paragraph {n}", n=at.paragraph) if at.paragraph else None


def _row(at: Where) -> Message | None:
    if at.row and at.column:
        return message("row {row}, column {column}", row=at.row, column=at.column)
    return message("row {row}", row=at.row) if at.row else None


def _joined(first: Message, second: Message | None) -> Message:
    return message("{first}, {second}", first=first, second=second) if second else first
