"""The HTML of a paper as tests read it: text of elements, marks, tables as grids."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import tinyhtml5


def parse(html: str) -> Element:
    """Return the tree of a document."""
    root: Element = tinyhtml5.parse(html, namespace_html_elements=False)
    return root


def words(element: Element) -> str:
    """Return the text of an element without white space."""
    return "".join("".join(element.itertext()).split())


def marked(root: Element) -> list[tuple[str, str]]:
    """Return each `data-at` mark with the words of its element, in the document's order."""
    return [(mark, words(element)) for element in root.iter() if (mark := element.get("data-at"))]


def find(root: Element, key: str, value: str) -> list[Element]:
    """Return the elements of whose attribute `key` the word `value` is part."""
    return [element for element in root.iter() if value in element.get(key, "").split()]


def grid(table: Element) -> list[list[Element]]:
    """Return the rows of a table: for each column the cell that covers it.

    Fails where two cells overlap, a place is left free or the rows are of unequal width.
    """
    places: dict[tuple[int, int], Element] = {}
    height = 0
    for group in table:
        if group.tag not in ("thead", "tbody"):
            continue
        for y, row in enumerate(group, start=height):
            x = 0
            for cell in row:
                while (y, x) in places:
                    x += 1
                for place in _covered(cell, y, x):
                    assert place not in places, f"two cells at {place}"
                    places[place] = cell
        height += len(group)
    width = len({x for _, x in places})
    assert len(places) == width * height
    return [[places[y, x] for x in range(width)] for y in range(height)]


def cells(table: Element) -> list[list[str]]:
    """Return for each row the words of the cells that it shows, each once."""
    return [[words(cell) for cell in dict.fromkeys(row)] for row in grid(table)]


def _covered(cell: Element, y: int, x: int) -> Iterator[tuple[int, int]]:
    for down in range(int(cell.get("rowspan", "1"))):
        for right in range(int(cell.get("colspan", "1"))):
            yield y + down, x + right
