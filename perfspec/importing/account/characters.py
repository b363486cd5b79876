"""The characters of a document, each with what became of it.

In: a document, and stretches with a number for what became of them. Out: how many there are of each
number, and the runs of one number.
"""

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from perfspec.documents import Document, Paragraph, Where
from perfspec.importing import Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Characters of a paragraph, and where it stands."""

    text: str
    at: Where
    stretch: Stretch


class Characters:
    """For each character of the paragraphs of a document a number: what became of it."""

    def __init__(self, document: Document) -> None:
        self._name = document.name
        self._paragraphs: list[Paragraph] = list(document.paragraphs())
        self._starts: dict[int, int] = {}
        self.size = 0
        for paragraph in self._paragraphs:
            self._starts[paragraph.number] = self.size
            self.size += len(paragraph.text)
        ends = [*self._starts.values(), self.size][1:]
        self._ends = dict(zip(self._starts, ends, strict=True))
        self._codes = array("I", [0]) * self.size

    def put(self, codes: Mapping[Stretch, int]) -> None:
        """Say of stretches of this document what became of them; each is looked at once."""
        for one, code in codes.items():
            if one.document != self._name:
                continue
            start, end = self._starts[one.paragraph], self._ends[one.paragraph]
            if not 0 <= one.start <= one.end <= end - start:
                raise ValueError(one)
            length = one.end - one.start
            self._codes[start + one.start : start + one.end] = array("I", [code]) * length

    def pieces(self, code: int, blank: int) -> Iterator[Piece]:
        """Yield the runs of characters of a kind; runs of blanks become those of `blank`."""
        for paragraph in self._paragraphs:
            start = self._starts[paragraph.number]
            text = paragraph.text
            at = 0
            while at < len(text):
                stop = at + 1
                if self._codes[start + at] == code:
                    while stop < len(text) and self._codes[start + stop] == code:
                        stop += 1
                    if text[at:stop].strip():
                        stretch = Stretch(self._name, paragraph.number, at, stop)
                        yield Piece(text=text[at:stop], at=paragraph.at, stretch=stretch)
                    else:
                        run = array("I", [blank]) * (stop - at)
                        self._codes[start + at : start + stop] = run
                at = stop

    def counts(self) -> Counter[int]:
        """Return how many characters are of each kind."""
        return Counter(self._codes)
