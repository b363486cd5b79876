"""Printed characters of a cell or a paragraph, by lines, and what they are taken for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from perfspec.documents import Paragraph, Where
from perfspec.importing import Stretch, Use, Used, Value
from perfspec.messages import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Characters of a line, without blanks around, and where in which paragraph they start."""

    text: str
    start: int
    paragraph: int
    at: Where

    def part(self, start: int, end: int | None = None) -> "Piece | None":
        """Return characters without the blanks around them; None if there are none."""
        text = self.text[start:end]
        inner = text.strip()
        if not inner:
            return None
        shift = start + len(text) - len(text.lstrip())
        return Piece(text=inner, start=self.start + shift, paragraph=self.paragraph, at=self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """The lines of a cell, or a part of them; `at` is the cell, also of an empty one."""

    pieces: tuple[Piece, ...]
    at: Where

    @property
    def text(self) -> str:
        """The lines, parted by line breaks."""
        return "\n".join(piece.text for piece in self.pieces)

    def lines(self) -> Iterator["Ink"]:
        """Yield each line apart."""
        for piece in self.pieces:
            yield Ink(pieces=(piece,), at=self.at)

    def part(self, start: int, end: int | None = None) -> "Ink":
        """Return the characters of `text` from `start` to `end`."""
        last = len(self.text) if end is None else end
        parts = []
        offset = 0
        for piece in self.pieces:
            low, high = max(start - offset, 0), last - offset
            if high > 0 and (found := piece.part(low, high)):
                parts.append(found)
            offset += len(piece.text) + 1
        return Ink(pieces=tuple(parts), at=self.at)

    def value(self, guess: Message | None = None) -> Value:
        """Return the characters as a value, in the order of the lines."""
        return Value(text=self.text, at=self.at, stretches=tuple(self._stretches()), guess=guess)

    def used(self, use: Use) -> Iterator[Used]:
        """Yield the characters as used."""
        for stretch in self._stretches():
            yield Used(stretch=stretch, use=use)

    def _stretches(self) -> Iterator[Stretch]:
        for piece in self.pieces:
            end = piece.start + len(piece.text)
            yield Stretch(piece.at.document, piece.paragraph, piece.start, end)


def ink(paragraphs: Iterable[Paragraph], at: Where) -> Ink:
    """Return the lines of paragraphs that have words."""
    pieces = []
    for paragraph in paragraphs:
        text = paragraph.text
        start = 0
        for line in text.split("\n"):
            whole = Piece(text=line, start=start, paragraph=paragraph.number, at=paragraph.at)
            if found := whole.part(0):
                pieces.append(found)
            start += len(line) + 1
    return Ink(pieces=tuple(pieces), at=at)
