"""The lines that characters make, and the paragraphs that lines make.

In: the characters of a cell, or of a page outside of its tables. Out: lines from the top, and these
put together by their geometry: a line that ends early ends its paragraph, one that is indented, set
in another size or further below begins one. Lines of a paragraph are runs, joined without a blank.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from perfspec.documents import Run
from perfspec.documents.pdf.geometry import Glyph

_BLANKS = " \t\xa0\u3000"
_ENTRY = re.compile(r"[.…·．‥]{3}\s*[0-9ivxlcIVXLC]{1,6}$")
_ITEM = re.compile(
    r"\d{1,2}(?:[、．]|\.(?!\d))|[（(]?[一二三四五六七八九十]{1,3}[）)、]|[（(]\d{1,2}[）)]"
)
_FEW = 3
_COLUMN = 20  # characters that the cells of a table rarely hold in a line
_ENDS = "。；;！？!?：:…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A printed line: its words, its edges without blanks, where it stands, its size.

    `word` is how long the word is that it begins with: 0 where a line may end behind any character.
    """

    text: str
    left: int
    right: int
    base: int
    size: int
    word: int


def lines(glyphs: Sequence[Glyph], *, is_spaced: bool = False) -> list[Line]:
    """Return the lines of some characters, from the top.

    Where blanks are printed as characters, `is_spaced`, no gap is one that only stretches a line.
    """
    found: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.base):
        # Raised and lowered signs stand with the line that they belong to.
        if found and found[-1][0].base - glyph.base <= max(glyph.size, found[-1][0].size) * 2 // 5:
            found[-1].append(glyph)
        else:
            found.append([glyph])
    return [line for one in found if (line := _line(one, is_spaced=is_spaced)) is not None]


def paragraphs(found: Sequence[Line], left: int, right: int) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph; they stand between `left` and `right`."""
    paragraph: list[Line] = []
    for line in found:
        if paragraph and _begins(line, paragraph, left, right):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def runs(paragraph: Sequence[Line]) -> list[Run]:
    """Return the lines of a paragraph as runs."""
    return [Run(text=line.text) for line in paragraph]


def _begins(line: Line, paragraph: Sequence[Line], left: int, right: int) -> bool:
    """Say whether a line begins another paragraph than that which is open."""
    last = paragraph[-1]
    size = min(line.size, last.size)
    if abs(line.size - last.size) * 10 > size or _ENTRY.search(last.text):
        return True
    pitch = last.base - line.base
    usual = paragraph[-2].base - last.base if len(paragraph) > 1 else size * 3 // 2
    if pitch * 10 > max(usual, size) * 14:
        return True
    if _ITEM.match(line.text) and last.text.endswith(tuple(_ENDS)):
        return True
    if _is_centred(line, left, right) and _is_even(last, left, right):
        return False
    return not _is_filling(last, right, line) or _is_indented(line, left)


def goes_on(line: Line, last: Line, left: int, right: int) -> bool:
    """Say whether a page's first line goes on with the `last` of the page before."""
    is_alike = abs(line.size - last.size) * 10 <= last.size
    is_entry = _ENTRY.search(last.text) is not None
    is_filling = _is_filling(last, right, line)
    return is_alike and not is_entry and is_filling and not _is_indented(line, left)


def _is_filling(line: Line, right: int, after: Line) -> bool:
    """Say whether what stands `after` a line had no place on it."""
    return right - line.right <= max(line.size * 5 // 2, after.word + line.size)


def _is_indented(line: Line, left: int) -> bool:
    return line.left - left > line.size * 3 // 2


def _is_centred(line: Line, left: int, right: int) -> bool:
    # On a page, two characters are an indent.
    least = line.size // 2 if right - left < _COLUMN * line.size else line.size * 5 // 2
    return line.left - left > least and _is_even(line, left, right)


def _is_even(line: Line, left: int, right: int) -> bool:
    return abs(line.left - left - (right - line.right)) <= line.size


def _line(glyphs: Sequence[Glyph], *, is_spaced: bool) -> Line | None:
    placed = sorted(glyphs, key=lambda glyph: (glyph.left, glyph.right))
    while placed and placed[0].text in _BLANKS:
        del placed[0]
    while placed and placed[-1].text in _BLANKS:
        del placed[-1]
    if not placed:
        return None
    parts = [placed[0].text]
    usual = _usual_gap(placed)
    for before, glyph in pairwise(placed):
        if _is_apart(before, glyph, usual) and (not is_spaced or _is_far(before, glyph)):
            parts.append(" ")
        parts.append(glyph.text)
    sizes = [(len(list(same)), size) for size, same in groupby(sorted(one.size for one in placed))]
    return Line(
        text="".join(parts),
        left=placed[0].left,
        right=max(glyph.right for glyph in placed),
        base=placed[0].base,
        size=max(sizes)[1],
        word=_word(placed),
    )


def _word(placed: Sequence[Glyph]) -> int:
    end = placed[0].left
    for before, glyph in pairwise(placed):
        if _is_wide(before.text) or before.text in _BLANKS or _is_apart(before, glyph):
            break
        end = before.right
    return end - placed[0].left


def _usual_gap(placed: Sequence[Glyph]) -> int:
    """Return the gap that a line has between its characters, stretched as it may be."""
    gaps = sorted(after.left - before.right for before, after in pairwise(placed))
    return max(gaps[len(gaps) // 2], 0) if len(gaps) >= _FEW else 0


def _is_apart(before: Glyph, after: Glyph, usual: int = 0) -> bool:
    """Say whether a gap is a blank that was not printed as a character."""
    if before.text in _BLANKS or after.text in _BLANKS:
        return False
    gap, size = after.left - before.right - usual, max(before.size, after.size)
    wide = _is_square(before.text) + _is_square(after.text)
    # Many programs put a quarter of the size between Chinese and Latin words.
    return gap > (size // 4, size * 2 // 5, size // 2)[wide]


def _is_far(before: Glyph, after: Glyph) -> bool:
    """Say whether two characters stand in columns of their own."""
    return after.left - before.right > 2 * max(before.size, after.size)


def _is_square(character: str) -> bool:
    # Signs such as “ … ≥ are set as Chinese ones between Chinese characters.
    return unicodedata.east_asian_width(character) in {"W", "F", "A"}


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in {"W", "F"}
