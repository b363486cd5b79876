"""What stands in a paragraph of Word: characters, and why some of them are no content.

In: the elements of a paragraph. Out: pieces in their order, and the boxes anchored between them.
What is not known is walked through, so that no character is lost in an element that a newer program
wrote.
"""

import unicodedata
from collections.abc import Callable, Mapping
from itertools import groupby
from string import hexdigits
from xml.etree.ElementTree import Element

from perfspec.documents import Why
from perfspec.documents.docx import symbols
from perfspec.documents.docx.fields import Fields
from perfspec.documents.docx.names import (
    ALTERNATIVES,
    BOX,
    CONTROL,
    DELETED,
    DRAWING,
    MATH,
    RUN_LOOK,
    TEXT,
    VML,
    W,
    chosen,
    is_prompt,
    value,
)
from perfspec.documents.docx.raw import Piece
from perfspec.documents.docx.styles import Look, Styles, letters

_PAGE_BREAKS = frozenset({"page", "column"})
_SPACES = str.maketrans("\n\r\t", "   ")
_TEXTS = frozenset({TEXT, f"{W}delText", f"{MATH}t"})
_CODES = frozenset({f"{W}instrText", f"{W}delInstrText"})
_SEEN = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
# Halves of surrogates and the like cannot be written to a file.
_NO_CHARACTERS = frozenset({"Cs", "Cc"})
_LONGEST_CODE = len("F0FE")


class Inline:
    """Gathers the pieces of one paragraph, and the boxes that are anchored in it."""

    def __init__(self, styles: Styles, fields: Fields, below: Look) -> None:
        """Take the fields as far as they have begun, and the look that the letters have."""
        self.boxes: list[Element] = []
        self.fields = fields
        self._styles = styles
        self._below = below
        self._pieces: list[Piece] = []
        self._has_words = False
        self._has_break = False

    def pieces(self) -> tuple[Piece, ...]:
        """Return what was gathered, with what is set alike put together."""
        alike = groupby(self._pieces, key=lambda piece: (piece.why, piece.strong))
        return tuple(
            Piece(text="".join(piece.text for piece in group), why=why, strong=strong)
            for (why, strong), group in alike
        )

    def gather(self, parent: Element, why: Why | None) -> None:
        """Gather what stands in an element; `why` says why nothing of it is content."""
        for child in parent:
            self.inside(child, why, self._below)

    def inside(self, element: Element, why: Why | None, look: Look) -> None:
        """Gather what an element says."""
        tag = element.tag
        if tag in _TEXTS:
            text = (element.text or "").translate(_SPACES)
            is_drawn = look.font is not None and symbols.is_symbolic(look.font)
            self.say(symbols.text(text, look.font or "") if is_drawn else text, why, look)
        elif tag in _CODES:
            self.fields.code(element.text or "")
            self.say(element.text or "", why or Why.FIELD, look)
        elif tag in _SEEN:
            self.say(_SEEN[tag], why, look)
        elif tag in _KNOWN:
            _KNOWN[tag](self, element, why, look)
        elif not tag.endswith("Pr"):
            self.through(element, why, look)

    def through(self, element: Element, why: Why | None, look: Look) -> None:
        """Gather what the parts of an element say."""
        if element.tag in DELETED:
            why = why or Why.DELETED
        own = element.find(RUN_LOOK)
        if own is not None:
            named = self._styles.of(value(own.find(f"{W}rStyle")))
            look = letters(own).over(named).over(self._below)
        for child in element:
            self.inside(child, why, look)

    def say(self, text: str, why: Why | None, look: Look) -> None:
        """Take characters."""
        if not text:
            return
        why = why or self.fields.why() or (Why.HIDDEN if look.hidden else None)
        if why is None:
            # A page break between words parts them; before and after all words it is none of them.
            text = f"\n{text}" if self._has_break and self._has_words else text
            self._has_break = False
            self._has_words = True
        self._pieces.append(Piece(text=text, why=why, strong=look.strong is True and why is None))

    def break_page(self) -> None:
        """Take a break of the page or column."""
        self._has_break = True


def _break(inline: Inline, element: Element, why: Why | None, look: Look) -> None:
    if element.get(f"{W}type") in _PAGE_BREAKS:
        inline.break_page()
    else:
        inline.say("\n", why, look)


def _symbol(inline: Inline, element: Element, why: Why | None, look: Look) -> None:
    digits = element.get(f"{W}char", "")
    if len(digits) <= _LONGEST_CODE and set(digits) <= set(hexdigits) and digits:
        seen = symbols.seen(int(digits, 16), element.get(f"{W}font", ""))
        inline.say("" if unicodedata.category(seen) in _NO_CHARACTERS else seen, why, look)


def _mark(inline: Inline, element: Element, why: Why | None, look: Look) -> None:
    kind = element.get(f"{W}fldCharType", "")
    if kind == "begin":
        inline.fields.begin(element.find(f"{W}ffData"))
    elif kind == "separate":
        inline.fields.separate()
    elif kind == "end":
        inline.say(inline.fields.end(), why, look)


def _simple_field(inline: Inline, element: Element, why: Why | None, look: Look) -> None:
    code = element.get(f"{W}instr", "")
    inline.fields.begin(code=code)
    inline.say(code, why or Why.FIELD, look)
    inline.fields.separate()
    inline.through(element, why, look)
    inline.say(inline.fields.end(), why, look)


def _control(inline: Inline, element: Element, why: Why | None, look: Look) -> None:
    if is_prompt(element):
        why = why or Why.OTHER
    inline.through(element, why, look)


def _alternatives(inline: Inline, element: Element, why: Why | None, look: Look) -> None:
    branch = chosen(element)
    if branch is not None:
        inline.through(branch, why, look)


def _box(inline: Inline, element: Element, why: Why | None, look: Look) -> None:
    if why is None:
        inline.boxes.append(element)
    else:
        inline.through(element, why, look)


def _drawn(inline: Inline, element: Element, why: Why | None, look: Look) -> None:
    inline.say(element.text or "", why or Why.BOX, look)


def _letter_art(inline: Inline, element: Element, why: Why | None, look: Look) -> None:
    inline.say(element.get("string", ""), why or Why.BOX, look)


def _reading_aid(inline: Inline, element: Element, why: Why | None, look: Look) -> None:
    inline.through(element, why or Why.OTHER, look)


_KNOWN: Mapping[str, Callable[[Inline, Element, Why | None, Look], None]] = {
    ALTERNATIVES: _alternatives,
    BOX: _box,
    CONTROL: _control,
    f"{DRAWING}t": _drawn,
    f"{W}br": _break,
    f"{W}fldChar": _mark,
    f"{W}fldSimple": _simple_field,
    f"{W}rt": _reading_aid,
    f"{W}sym": _symbol,
    f"{VML}textpath": _letter_art,
}
