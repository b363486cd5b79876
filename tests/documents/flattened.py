"""Flattened texts read for tests, and what was found in them."""

from perfspec.documents import Document, Table, text


def read(written: str, encoding: str = "utf-8") -> Document:
    """Return the document of a text."""
    return text.read(written.encode(encoding), "a.txt")


def tables(document: Document) -> list[list[list[str]]]:
    """Return the words of each table's cells, row by row."""
    found = []
    for block in document.blocks:
        if isinstance(block, Table):
            rows: dict[int, list[str]] = {}
            for cell in block.cells:
                rows.setdefault(cell.row, []).append(cell.text)
            found.append(list(rows.values()))
    return found
