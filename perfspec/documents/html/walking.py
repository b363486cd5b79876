"""The blocks of a web page, in the order in which they are printed.

In: the elements of a page, and the document in the making. Out: its paragraphs, tables and dropped
pieces.
"""

import re
from xml.etree.ElementTree import Element

from perfspec.documents import Cell, Paragraph, Where, Why
from perfspec.documents.building import Building
from perfspec.documents.html import controls, grid
from perfspec.documents.html.layouts import layouts
from perfspec.documents.html.line import Line
from perfspec.documents.html.look import BLOCKS, Look, tag, why_not, within

_TAG = re.compile(r"<[^<>]*>")
_BLANKS = re.compile(r"\s+")
# Word wraps the number of an item, and the codes of a field, in comments of its own.
_NUMBER = "[if !supportLists]"
_FIELDS = "[if supportFields]>"
_END = "[endif]"


class Walk:
    """A walk through a page, or through a cell of it: `cell` is where this one stands."""

    def __init__(self, building: Building, cell: Where | None = None) -> None:
        self.found: list[Paragraph] = []
        self._building = building
        self._cell = cell
        self._line = Line()
        self._marker = ""
        self._number: list[str] | None = None
        self._markers: dict[Element, str] = {}
        self._layouts: frozenset[Element] = frozenset()

    def page(self, root: Element) -> None:
        """Add all blocks of a page."""
        self._layouts = layouts(root)
        self._inside(root, Look())
        self._flush(0)

    def _inside(self, element: Element, look: Look) -> None:
        self._text(element.text, look)
        for child in element:
            self._element(child, look)
            self._text(child.tail, look)

    def _element(self, element: Element, around: Look) -> None:
        name = tag(element)
        if not name:
            self._comment(element.text or "")
        elif (why := why_not(element)) is not None:
            self._drop(element, why)
        elif name == "br":
            self._line.end()
        elif name == "input":
            self._control(element, around)
        elif name == "select":
            for option in controls.chosen(element):
                self._text("".join(option.itertext()), around)
        elif name == "table":
            self._flush(around.level)
            self._table(element, around)
        elif name in BLOCKS:
            look = within(element, around)
            self._flush(around.level)
            self._markers.update(controls.markers(element))
            self._marker = self._markers.pop(element, self._marker)
            self._inside(element, look)
            self._flush(look.level)
        else:
            self._inside(element, within(element, around))

    def _text(self, text: str | None, look: Look) -> None:
        if not text:
            return
        if self._number is not None:
            self._number.append(text)
        else:
            self._line.add(text, strong=look.strong, kept=look.kept)

    def _comment(self, text: str) -> None:
        if text == _NUMBER:
            self._number = []
        elif text == _END and self._number is not None:
            self._marker = _collapsed("".join(self._number))
            self._number = None
        elif text.startswith(_FIELDS):
            codes = _TAG.sub("", text.removeprefix(_FIELDS).removesuffix("<![endif]"))
            self._building.drop(_collapsed(codes), Why.FIELD, self._at())

    def _control(self, element: Element, look: Look) -> None:
        text, why = controls.shown(element)
        if why is None:
            self._text(text, look)
        else:
            self._building.drop(text, why, self._at())

    def _drop(self, element: Element, why: Why) -> None:
        self._building.drop(_collapsed("".join(element.itertext())), why, self._at())

    def _at(self) -> Where:
        return self._cell or Where(document=self._building.name)

    def _flush(self, level: int) -> None:
        """End the paragraph that is open."""
        line, self._line = self._line, Line()
        for runs in line.paragraphs():
            marker, self._marker = self._marker, ""
            if self._cell is None:
                self._building.outside(runs, marker=marker, level=level)
            else:
                paragraph = self._building.paragraph(runs, self._cell, marker=marker, level=level)
                self.found.append(paragraph)

    def _table(self, table: Element, look: Look) -> None:
        caption = grid.caption(table)
        if caption is not None:
            self._element(caption, look)
        for unseen in grid.hidden(table):
            self._drop(unseen, why_not(unseen) or Why.HIDDEN)
        slots = grid.slots(table, self._building.name)
        if self._cell is not None or table in self._layouts or len(slots) == 1:
            for slot in slots:
                self._element(slot.element, look)
            return
        number = self._building.next_table()
        cells = [self._slot(slot, number, look) for slot in slots]
        if cells:
            self._building.table(cells, Where(document=self._building.name, table=number))

    def _slot(self, slot: grid.Slot, number: int, look: Look) -> Cell:
        at = Where(
            document=self._building.name, table=number, row=slot.row + 1, column=slot.column + 1
        )
        walk = Walk(self._building, at)
        walk._inside(slot.element, within(slot.element, look))
        walk._flush(0)
        return Cell(
            paragraphs=tuple(walk.found) or (self._building.paragraph((), at),),
            row=slot.row,
            column=slot.column,
            at=at,
            height=slot.height,
            width=slot.width,
            is_head=slot.is_head,
        )


def _collapsed(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()
