"""The characters of a paragraph as a browser sets them: blanks collapsed, lines broken.

In: pieces of text and breaks, in the order of the page. Out: paragraphs of runs. A break stays a
line break in its paragraph; two of them, or one before an indent, part paragraphs, as pages are
typed.
See CSS Text Module Level 3, 4.1.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from perfspec.documents import Run

_BLANKS = re.compile(r"([ \t\n\r\f]+)")
_INDENTS = "\xa0\u3000"
_AROUND = " \t\n\xa0\u3000"
_INDENT = 2  # characters before a new paragraph

Runs = list[Run]


class Line:
    """The characters between two edges of blocks."""

    def __init__(self) -> None:
        self._lines: list[Runs] = [[]]
        self._blank = ""

    def add(self, text: str, *, strong: bool, kept: bool = False) -> None:
        """Append characters; blanks are `kept` in preformatted text."""
        if kept:
            first, *others = text.replace("\r\n", "\n").split("\n")
            self._put(first, strong=strong)
            for other in others:
                self.end()
                self._put(other, strong=strong)
            return
        for piece in _BLANKS.split(text):
            if not piece.strip(" \t\n\r\f"):
                self._blank += piece
                continue
            last = self._lines[-1][-1].text[-1] if self._lines[-1] else ""
            if self._blank and last and not _is_joined(last, self._blank, piece[0]):
                self._put(" ", strong=strong)
            self._blank = ""
            self._put(piece, strong=strong)

    def end(self) -> None:
        """Break the line."""
        self._lines.append([])
        self._blank = ""

    def paragraphs(self) -> Iterator[Runs]:
        """Yield the paragraphs, without empty ones."""
        paragraph: Runs = []
        is_apart = False
        for line in self._lines:
            text = "".join(run.text for run in line)
            runs = trimmed(line)
            indent = len(text) - len(text.lstrip(_INDENTS))
            if paragraph and runs and (is_apart or indent >= _INDENT):
                yield merged(paragraph)
                paragraph = []
            is_apart = not runs
            if runs:
                paragraph += [Run(text="\n"), *runs] if paragraph else runs
        if paragraph:
            yield merged(paragraph)

    def _put(self, text: str, *, strong: bool) -> None:
        if text:
            self._lines[-1].append(Run(text=text, strong=strong))


def trimmed(runs: Sequence[Run]) -> Runs:
    """Return runs without blanks and indents at both ends."""
    kept = list(runs)
    while kept:
        first = kept[0].text.lstrip(_AROUND)
        if first:
            kept[0] = Run(text=first, strong=kept[0].strong)
            break
        del kept[0]
    while kept:
        last = kept[-1].text.rstrip(_AROUND)
        if last:
            kept[-1] = Run(text=last, strong=kept[-1].strong)
            break
        del kept[-1]
    return kept


def merged(runs: Iterable[Run]) -> Runs:
    """Return runs with neighbours that are set alike as one."""
    return [
        Run(text="".join(run.text for run in group), strong=strong)
        for strong, group in groupby(runs, key=lambda run: run.strong)
    ]


def _is_joined(before: str, blank: str, after: str) -> bool:
    """Say whether a break of the source between two Chinese characters is no blank."""
    return "\n" in blank and _is_wide(before) and _is_wide(after)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in {"W", "F"}
