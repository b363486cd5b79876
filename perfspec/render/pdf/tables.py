"""Tables on pages: merged cells are split where a page ends, and say so.

What comes in is the tree of the document and where its rows came to stand; what goes out is
a copy in which a merged cell that crosses a page is two cells, the second labelled with its
`data-continued` text. Rows are named by their number in the document.
"""

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

_CELLS = ("th", "td")
# What must not stand twice in one document, or would point to a place where it is not.
_OWN = ("data-at", "data-continued", "id", "rowspan")
# The edge that a table torn inside a row lacks: a cell without height, of whose borders, which
# the form's stylesheet gives to all cells, one side is left.
_EDGE = "height:0;padding:0;font-size:0;line-height:0;border-left:0;border-right:0;border-{}:0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cuts:
    """Where a layout wants the tables of a document changed; all numbers are of rows.

    `starts` begin a part of a merged cell, `torn` are higher than a page and may break
    inside, `forced` begin a page because the layout did not come to rest.
    """

    starts: frozenset[tuple[int, int]] = frozenset()
    torn: frozenset[int] = frozenset()
    forced: frozenset[int] = frozenset()

    def satisfy(self, wanted: "Cuts") -> bool:
        """Tell whether a layout made with these cuts wants no others."""
        return self.starts == wanted.starts and self.torn >= wanted.torn

    def forced_to(self, wanted: "Cuts") -> "Cuts":
        """Return cuts that keep every page break inside a merged cell seen so far."""
        starts = self.starts | wanted.starts
        forced = frozenset(row for _, row in starts)
        return Cuts(starts=starts, torn=self.torn | wanted.torn, forced=forced)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    """A cell of a table's body: its row and column, and how many rows it covers."""

    element: Element
    row: int
    column: int
    height: int


def rows(root: Element) -> list[Element]:
    """Return the rows of all table bodies, in an order that cuts do not change."""
    return [row for body in root.iter("tbody") for row in body.findall("tr")]


def cuts(root: Element, pages: Mapping[int, Sequence[int]]) -> Cuts:
    """Return the cuts that rows standing on `pages` need: each row with its pages."""
    starts = set()
    for number, cell in enumerate(_cells(root)):
        page = pages[cell.row][0]
        for row in range(cell.row + 1, cell.row + cell.height):
            if pages[row][0] != page:
                starts.add((number, row))
                page = pages[row][0]
    torn = frozenset(row for row, on in pages.items() if len(on) > 1)
    return Cuts(starts=frozenset(starts), torn=torn)


def cut(root: Element, wanted: Cuts) -> Element:
    """Return a copy of the document with the cuts made."""
    root = copy.deepcopy(root)
    all_rows = rows(root)
    cells = list(_cells(root))
    columns = {cell.element: cell.column for cell in cells}
    parts: dict[int, list[int]] = {}
    for number, row in sorted(wanted.starts):
        parts.setdefault(number, []).append(row)
    for number, starts in parts.items():
        _split(cells[number], starts, all_rows, columns)
    for row in wanted.torn:
        _style(all_rows[row], "break-inside:auto")
    for row in wanted.forced:
        _style(all_rows[row], "break-before:page")
    torn = {all_rows[row] for row in wanted.torn}
    for table in root.iter("table"):
        if any(row in torn for body in table.findall("tbody") for row in body):
            _close(table)
    return root


def _cells(root: Element) -> Iterator[_Cell]:
    """Yield the cells of all table bodies with their places in the grid."""
    number = {row: i for i, row in enumerate(rows(root))}
    for body in root.iter("tbody"):
        body_rows = body.findall("tr")
        # The first row that is free again, for each column under a merged cell.
        free: dict[int, int] = {}
        for y, row in enumerate(body_rows):
            x = 0
            for cell in (child for child in row if child.tag in _CELLS):
                while free.get(x, 0) > y:
                    x += 1
                height = _count(cell, "rowspan") or len(body_rows)
                height = min(height, len(body_rows) - y)
                yield _Cell(element=cell, row=number[row], column=x, height=height)
                for _ in range(_count(cell, "colspan") or 1):
                    free[x] = y + height
                    x += 1


def _count(cell: Element, attribute: str) -> int:
    written = cell.get(attribute, "1").strip()
    return int(written) if written.isdecimal() else 1


def _split(
    cell: _Cell, starts: Sequence[int], all_rows: Sequence[Element], columns: dict[Element, int]
) -> None:
    """Cut a merged cell before each row of `starts`."""
    ends = [*starts[1:], cell.row + cell.height]
    _span(cell.element, starts[0] - cell.row)
    for start, end in zip(starts, ends, strict=True):
        part = _continued(cell.element)
        _span(part, end - start)
        columns[part] = cell.column
        row = all_rows[start]
        behind = (i for i, other in enumerate(row) if columns.get(other, -1) > cell.column)
        row.insert(next(behind, len(row)), part)


def _span(cell: Element, height: int) -> None:
    if height == 1:
        cell.attrib.pop("rowspan", None)
    else:
        cell.set("rowspan", str(height))


def _continued(cell: Element) -> Element:
    """Return the cell under a page break: its continued label, a head again, or nothing."""
    label = cell.get("data-continued")
    part = copy.deepcopy(cell)
    if label is not None or cell.tag != "th":
        # A value is not printed twice: who adds up a column would count it twice.
        part[:] = []
        part.text = label
    part.tail = None
    for element in part.iter():
        for attribute in _OWN:
            element.attrib.pop(attribute, None)
    return part


def _style(element: Element, declaration: str) -> None:
    element.set("style", f"{element.get('style', '')};{declaration}".strip(";"))


def _close(table: Element) -> None:
    """Give a table an upper and a lower edge on every page."""
    width = max(
        sum(_count(cell, "colspan") for cell in row)
        for group in table
        if group.tag in ("thead", "tbody", "tfoot")
        for row in group[:1]
    )
    if table.find("thead") is None:
        first = next(i for i, child in enumerate(table) if child.tag == "tbody")
        table.insert(first, _edge("thead", width, "top"))
    if table.find("tfoot") is None:
        table.append(_edge("tfoot", width, "bottom"))


def _edge(tag: str, width: int, without: str) -> Element:
    group = Element(tag, {"data-furniture": ""})
    row = SubElement(group, "tr")
    SubElement(row, "td", {"colspan": str(width), "style": _EDGE.format(without)})
    return group
