"""A text line by line, without field codes and without what only lays it out.

In: the characters of a file. Out: its `Line`s, each with its words and with what was taken away.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from perfspec.documents import Why
from perfspec.documents.text import fieldcodes

_ENDS = re.compile(r"\r\n|[\n\r\f\x85\u2029]")
# Breaks within a paragraph, as Word writes them into a text.
_BREAKS = str.maketrans({"\v": "\n", "\u2028": "\n"})
# YAML holds none of them, and no printer prints one.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line: its words with tabs and blanks, what it lost, and the length of its end."""

    number: int
    text: str
    dropped: tuple[tuple[str, Why], ...]
    end: int

    @property
    def is_blank(self) -> bool:
        """Say whether nothing stands there, not even a tab."""
        return "\t" not in self.text and not self.text.strip()

    @property
    def is_cell(self) -> bool:
        """Say whether it is one cell: a tab, and a text behind it or nothing."""
        return self.text.startswith("\t") and self.text.count("\t") == 1

    @property
    def is_row(self) -> bool:
        """Say whether it is a row: cells with tabs between them."""
        return "\t" in self.text and not self.is_cell


def lines(text: str) -> Iterator[Line]:
    """Yield the lines of `text`; together they have all of its characters."""
    start, number = 0, 0
    for end in _ENDS.finditer(text):
        number += 1
        yield _line(text[start : end.start()], number, len(end.group()))
        start = end.end()
    if start < len(text):
        yield _line(text[start:], number + 1, 0)


def _line(written: str, number: int, end: int) -> Line:
    kept: list[str] = []
    dropped: list[tuple[str, Why]] = []
    at = 0
    for start, stop in fieldcodes.codes(written):
        kept.append(written[at:start])
        dropped.append((written[start:stop], Why.FIELD))
        at = stop
    kept.append(written[at:])
    text = "".join(kept)
    if _CONTROLS.search(text):
        dropped.extend((found, Why.OTHER) for found in _CONTROLS.findall(text))
        text = _CONTROLS.sub("", text)
    return Line(number=number, text=text.translate(_BREAKS), dropped=tuple(dropped), end=end)
