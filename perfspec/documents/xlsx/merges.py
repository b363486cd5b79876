"""Merged cells of a sheet, however many and however large.

In: their ranges. Out: for each cell, in the order of the rows, the range that covers it. Excel has
no ranges that overlap; of such the first counts.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

MAX_ROWS = 1_048_576
MAX_COLUMNS = 16_384
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_LETTERS = 26


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """Cells from an upper left to a lower right corner, counted from 1."""

    top: int
    left: int
    bottom: int
    right: int


def place(reference: str) -> tuple[int, int] | None:
    """Return row and column of a reference such as `B5`, None where it is none."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return None
    column = 0
    for letter in found.group(1).upper():
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    row = int(found.group(2))
    return (row, column) if 0 < row <= MAX_ROWS and column <= MAX_COLUMNS else None


def area(reference: str) -> Range | None:
    """Return the range of a reference such as `A1:B5`, None where it is none."""
    first, colon, last = reference.partition(":")
    start, end = place(first), place(last)
    if not colon or start is None or end is None:
        return None
    rows, columns = sorted((start[0], end[0])), sorted((start[1], end[1]))
    return Range(rows[0], columns[0], rows[1], columns[1])


class Merges:
    """The ranges of a sheet, asked row by row from above."""

    def __init__(self, ranges: Iterable[Range]) -> None:
        self._waiting = sorted(ranges, reverse=True)
        self._open: list[Range] = []
        self._lefts: list[int] = []

    def over(self, row: int, column: int) -> Range | None:
        """Return the range over a cell; `row` is never less than before."""
        while self._waiting and self._waiting[-1].top <= row:
            self._begin(self._waiting.pop())
        at = bisect_right(self._lefts, column) - 1
        if at < 0 or self._open[at].right < column:
            return None
        if self._open[at].bottom < row:
            self._end(at)
            return None
        return self._open[at]

    def _begin(self, wanted: Range) -> None:
        at = bisect_right(self._lefts, wanted.right) - 1
        while at >= 0 and self._open[at].right >= wanted.left:
            if self._open[at].bottom >= wanted.top:
                return
            self._end(at)
            at -= 1
        at = bisect_right(self._lefts, wanted.left)
        self._open.insert(at, wanted)
        self._lefts.insert(at, wanted.left)

    def _end(self, at: int) -> None:
        del self._open[at], self._lefts[at]
