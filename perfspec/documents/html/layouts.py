"""The tables of a web page that only lay it out: those that hold other tables.

In: the elements of a page. Out: the tables to be dissolved. A table with rows of several cells of
its own says something itself; a table within it belongs to the words of its cell.
"""

from xml.etree.ElementTree import Element

from perfspec.documents.html import grid
from perfspec.documents.html.look import tag

_ROWS = 2
_CELLS = 2


def layouts(root: Element) -> frozenset[Element]:
    """Return the tables that hold tables and say nothing themselves."""
    holding: set[Element] = set()
    _hold(root, (), holding)
    return frozenset(table for table in holding if not _is_speaking(table, holding))


def _hold(element: Element, around: tuple[Element, ...], holding: set[Element]) -> None:
    """Add each element around a table to `holding`."""
    if tag(element) == "table":
        for outer in reversed(around):
            if outer in holding:
                break
            holding.add(outer)
    inner = (*around, element) if len(element) else around
    for child in element:
        _hold(child, inner, holding)


def _is_speaking(table: Element, holding: set[Element]) -> bool:
    if tag(table) != "table":
        return True
    said = 0
    for row in grid.rows(table):
        cells = (cell for cell in row if cell not in holding and _has_words(cell))
        said += sum(1 for _ in cells) >= _CELLS
        if said >= _ROWS:
            return True
    return False


def _has_words(cell: Element) -> bool:
    return any(text.strip() for text in cell.itertext())
