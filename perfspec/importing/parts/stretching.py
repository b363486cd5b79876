"""Words of paragraphs without their blanks, and the way back to the characters as printed.

In: paragraphs. Out: `Words`, on which labels are looked for, and the values and stretches of what
was found. Titles are spaced out (目　录) and broken over lines; their words are the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from perfspec.documents import Paragraph
from perfspec.importing import Stretch, Use, Used, Value
from perfspec.markup import joined

_LONGEST = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The characters of a paragraph that are no blanks; `offsets` has where each stands."""

    paragraph: Paragraph
    text: str
    offsets: tuple[int, ...]

    def value(self, start: int, end: int) -> Value:
        """Return what stands from `start` to `end`, counted without blanks, as a value."""
        where = self.stretch(start, end)
        text = self.paragraph.text[where.start : where.end]
        return Value(text=joined(text), at=self.paragraph.at, stretches=(where,))

    def stretch(self, start: int, end: int) -> Stretch:
        """Return the characters as printed from `start` to `end`, counted without blanks."""
        first, last = self.offsets[start], self.offsets[end - 1] + 1
        return stretch(self.paragraph, first, last)

    def used(self, use: Use, start: int = 0, end: int | None = None) -> list[Used]:
        """Return the use of what stands from `start` to `end`, nothing if that is nothing."""
        stop = len(self.text) if end is None else end
        return [Used(stretch=self.stretch(start, stop), use=use)] if start < stop else []


def words(paragraph: Paragraph) -> Words:
    """Return the words of `paragraph`, of a long one those at its beginning: no label is longer."""
    text = paragraph.text
    said = (at for at, character in enumerate(text) if not character.isspace())
    offsets = tuple(islice(said, _LONGEST))
    return Words(paragraph=paragraph, text="".join(text[at] for at in offsets), offsets=offsets)


def stretch(paragraph: Paragraph, start: int, end: int) -> Stretch:
    """Return the characters of `paragraph` from `start` to `end`."""
    return Stretch(document=paragraph.at.document, paragraph=paragraph.number, start=start, end=end)


def whole(paragraphs: Sequence[Paragraph], start: int = 0) -> tuple[Stretch, ...]:
    """Return all characters of `paragraphs`, of the first one from `start`."""
    starts = (start, *(0 for _ in paragraphs[1:]))
    return tuple(
        stretch(paragraph, at, len(paragraph.text))
        for paragraph, at in zip(paragraphs, starts, strict=True)
    )
