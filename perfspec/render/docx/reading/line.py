"""The inline content of a block as the words of one paragraph, or of several parted by blocks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from xml.etree.ElementTree import Element

from perfspec.render.css import Kind, Piece, Style
from perfspec.render.docx.body import ZERO, PageNumber, PageOf, Tab
from perfspec.render.docx.reading.boxes import Room, side
from perfspec.render.docx.reading.context import Source, is_block, is_shown
from perfspec.render.docx.reading.words import Words, columns_of, look

_STRESSED = frozenset({"strong", "b"})


@dataclass(slots=True, kw_only=True)
class Line:
    """A paragraph in the making; `first` is added to the indent of its first line.

    `has_tab` tells that something stands at its right edge, `is_led` that dots lead there. `apart`
    is the room between the lines that breaks part, beyond their pitch.
    """

    words: Words = field(default_factory=Words)
    first: Decimal = ZERO
    apart: Decimal = ZERO
    has_tab: bool = False
    is_led: bool = False


@dataclass(slots=True, kw_only=True)
class Reader:
    """Reads inline content: `line` is the paragraph it goes into, `block` takes what is none.

    `stressed` tells whether what is read now is stressed.
    """

    source: Source
    room: Room
    line: Line
    block: Callable[[Element], None]
    stressed: bool = False

    def read(self, element: Element) -> None:
        """Read what is inside an element: its text and its children's, and what CSS adds."""
        style = self.source.sheet.of(element)
        outside, self.stressed = self.stressed, self.stressed or element.tag in _STRESSED
        self._generated(style.before, element, style)
        self.line.words.add_text(element.text or "", style, stressed=self.stressed)
        for child in element:
            if child.tag == "br":
                self.line.words.add_break(style)
            elif is_shown(child, self.source.sheet):
                self._child(child)
            self.line.words.add_text(child.tail or "", style, stressed=self.stressed)
        self._generated(style.after, element, style)
        self.stressed = outside

    def take(self, element: Element) -> None:
        """Read an element that is part of the paragraph, whatever it would be elsewhere."""
        self._note(element)
        self.read(element)

    def _child(self, child: Element) -> None:
        style = self.source.sheet.of(child)
        if is_block(style):
            self.block(child)
            return
        if style.display == "inline-block" and not self.line.words:
            self.line.first += _before(child, style, self.room)
        self.take(child)

    def _note(self, element: Element) -> None:
        """Note what an inline element says of itself."""
        words = self.line.words
        for attribute, found in (("data-at", words.marks), ("id", words.ids)):
            if said := element.get(attribute):
                found.append(said)
        self.note_link(element)

    def note_link(self, element: Element) -> None:
        """Note where an element leads, if it is a link into the document."""
        href = element.get("href") or ""
        if element.tag == "a" and href.startswith("#"):
            self.line.words.links.append(href[1:])

    def _generated(self, pieces: Iterable[Piece], element: Element, style: Style) -> None:
        """Add what the style sheet prints before or behind an element."""
        words, shown = self.line.words, look(style)
        for piece in pieces:
            written = element.get(piece.text, "")
            match piece.kind:
                case Kind.TEXT:
                    words.add_as_it_is(piece.text, style)
                case Kind.ATTRIBUTE:
                    words.add_as_it_is(written, style)
                case Kind.LEADER:
                    words.add(Tab(look=shown))
                    self.line.has_tab = True
                    self.line.is_led = piece.text.strip() != ""
                case Kind.PAGE if written.startswith("#"):
                    words.add(PageOf(bookmark=written[1:], look=shown))
                case Kind.COUNTER if piece.text == "page":
                    words.add(PageNumber(look=shown))
                case _:
                    pass


def _before(element: Element, style: Style, room: Room) -> Decimal:
    """Return how far the words of a box at the start of a line stand from that start."""
    margin = side(style.margin.left, room)
    if style.width is None:
        return margin
    text = "".join(element.itertext()).strip()
    spare = style.width.of(room.width) - style.size * columns_of(text) / 2
    return margin + {"right": spare, "center": spare / 2}.get(style.align, ZERO)
