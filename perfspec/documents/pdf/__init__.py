"""A PDF file, read from what is printed on its pages.

In: bytes. Out: a `Document`: on each page the tables that ruled lines make, and the paragraphs
around them. A table that goes on is one on each page; a paragraph that goes on is one. What a file
brings beside its pages is not read.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from perfspec.documents import Cell, Document, Where, Why
from perfspec.documents.building import Building
from perfspec.documents.pdf import ruling, setting
from perfspec.documents.pdf.geometry import Glyph, Page
from perfspec.documents.pdf.printing import pages
from perfspec.documents.pdf.ruling import Box
from perfspec.messages import message

_NUMBER = re.compile(
    r"[-—–－―·\s]*(?:\d{1,4}|[ivxlc]{1,8})[-—–－―·\s]*|第\s*\d+\s*页[，,/\s]*(?:共\s*\d+\s*页)?"
    r"|\d{1,4}\s*/\s*\d{1,4}"
)
_EDGE = 8  # the part of a page's height in which its number stands


def read(data: bytes, name: str) -> Document:
    """Return the document; raises PerfspecError."""
    building = Building(name, "pdf")
    prose = _Prose(building)
    for number, page in enumerate(pages(data, name), start=1):
        _page(building, prose, page, number)
    prose.end()
    return building.document()


class _Prose:
    """The paragraphs outside of tables; the last may go on behind the end of its page."""

    def __init__(self, building: Building) -> None:
        self._building = building
        self._open: list[setting.Line] = []
        self._began = self._page = self._right = 0
        # How far lines reached so far on pages of a width, and whether blanks were printed.
        self.rights: dict[int, int] = {}
        self.is_spaced = False

    def add(self, lines: Sequence[setting.Line], edges: tuple[int, int], page: int) -> None:
        """Add lines of a page, which stand between two edges."""
        for paragraph in setting.paragraphs(lines, *edges):
            is_next_page = self._open and self._page != page and paragraph[0] is lines[0]
            if is_next_page and setting.goes_on(
                paragraph[0], self._open[-1], edges[0], self._right
            ):
                self._open += paragraph
            else:
                self.end()
                self._open, self._began = paragraph, page
            self._page, self._right = page, edges[1]

    def end(self) -> None:
        """End the paragraph that is open: a table follows, or nothing."""
        if self._open:
            self._building.outside(setting.runs(self._open), page=self._began)
        self._open = []


def _page(building: Building, prose: _Prose, page: Page, number: int) -> None:
    here = Where(document=building.name, page=number)
    tables = None if page.is_crowded else ruling.tables(page.rules)
    if tables is None:
        building.note(message("the page has too many lines to find its tables"), here)
        tables = []
    if page.unread:
        building.note(message("{n} printed characters cannot be read", n=page.unread), here)
    _drop(building, page, here)
    inside, outside = _sorted(page, tables)
    prose.is_spaced = prose.is_spaced or any(one.text == " " for one in page.glyphs)
    lines = setting.lines(outside, is_spaced=prose.is_spaced)
    lines = _without_number(building, lines, page, here)
    left = min((line.left for line in lines), default=0)
    # The lines of this page may all end early.
    widest = max((prose.rights.get(page.width, 0), *(line.right for line in lines)))
    prose.rights[page.width] = widest
    edges = left, widest
    at = 0
    for place, table in enumerate(tables):
        top = max(box.top for box in table)
        end = at
        while end < len(lines) and lines[end].base > top:
            end += 1
        prose.add(lines[at:end], edges, number)
        prose.end()
        found = [setting.lines(glyphs, is_spaced=prose.is_spaced) for glyphs in inside[place]]
        _table(building, table, found, number)
        at = end
    prose.add(lines[at:], edges, number)


def _table(
    building: Building, table: Sequence[Box], inside: Sequence[list[setting.Line]], number: int
) -> None:
    count = building.next_table()
    cells = []
    for box, lines in zip(table, inside, strict=True):
        at = Where(
            document=building.name,
            page=number,
            table=count,
            row=box.row + 1,
            column=box.column + 1,
        )
        found = setting.paragraphs(lines, box.left, box.right)
        paragraphs = [building.paragraph(setting.runs(one), at) for one in found]
        cells.append(
            Cell(
                paragraphs=tuple(paragraphs) or (building.paragraph((), at),),
                row=box.row,
                column=box.column,
                at=at,
                height=box.height,
                width=box.width,
            )
        )
    building.table(cells, Where(document=building.name, page=number, table=count))


def _sorted(
    page: Page, tables: Sequence[Sequence[Box]]
) -> tuple[list[list[list[Glyph]]], list[Glyph]]:
    """Return the printed characters of each cell of each table, and those outside of tables."""
    inside: list[list[list[Glyph]]] = [[[] for _ in table] for table in tables]
    outside: list[Glyph] = []
    finder = _Finder(tables)
    for glyph in page.glyphs:
        if glyph.hidden is not None:
            continue
        place = finder.cell(*glyph.middle)
        if place is None:
            outside.append(glyph)
        else:
            inside[place[0]][place[1]].append(glyph)
    return inside, outside


class _Finder:
    """Finds the cell at a place of a page, in bands between the edges of rows."""

    def __init__(self, tables: Sequence[Sequence[Box]]) -> None:
        boxes = [(box, (t, c)) for t, table in enumerate(tables) for c, box in enumerate(table)]
        self._edges = sorted({edge for box, _ in boxes for edge in (box.bottom, box.top)})
        self._bands: dict[int, list[tuple[int, int, tuple[int, int]]]] = defaultdict(list)
        for box, place in boxes:
            first, last = (bisect_left(self._edges, edge) for edge in (box.bottom, box.top))
            for band in range(first, last):
                self._bands[band].append((box.right, box.left, place))
        for boxes_of_band in self._bands.values():
            boxes_of_band.sort()

    def cell(self, x: int, y: int) -> tuple[int, int] | None:
        """Return the table and the cell at a place."""
        band = self._bands.get(bisect_left(self._edges, y) - 1, [])
        at = bisect_left(band, (x, 0, (0, 0)))
        if at < len(band) and band[at][1] <= x:
            return band[at][2]
        return None


def _without_number(
    building: Building, lines: list[setting.Line], page: Page, here: Where
) -> list[setting.Line]:
    """Return the lines without the page's number, which stands alone at an edge."""
    kept = []
    for line in lines:
        is_edge = line.base * _EDGE < page.height or (page.height - line.base) * _EDGE < page.height
        if is_edge and _NUMBER.fullmatch(line.text):
            building.drop(line.text, Why.FURNITURE, here)
        else:
            kept.append(line)
    return kept


def _drop(building: Building, page: Page, here: Where) -> None:
    for why in (Why.HIDDEN, Why.FURNITURE):
        text = "".join(glyph.text for glyph in page.glyphs if glyph.hidden is why)
        building.drop(text, why, here)
