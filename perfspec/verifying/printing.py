"""What a text of a spec prints, what a paper prints, and whether the two are the same.

Runs of blanks print as one blank. Where a page breaks a line, a blank that stood there is not
printed, so that one is neither wanted nor missed at such a joint. A page prints a blank that keeps
words together as any other.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from itertools import chain

from perfspec import markup
from perfspec.documents import Document, Paragraph, Table, Where
from perfspec.importing import Value

_SPACES = " \t\n\r\f"
_PAGE_SPACES = _SPACES + "\u00a0"
_BLANKS = re.compile(rf"[{_SPACES}]+")
# What a page leaves out where it breaks a line.
_WIDE_SPACE = "\u3000"
_TAG = re.compile(r"<[^<>]*>")
# Whose runs are the lines of the page.
_PAGED = "pdf"
# Over more rows no class goes.
MAX_ROWS = 1_000


@dataclass(frozen=True, slots=True)
class Printed:
    """Characters as printed, and between which of them a line may have been broken.

    `is_paged` tells that they were read from a page and not from a file that holds them.
    """

    text: str
    joints: frozenset[int]
    is_paged: bool = False


@dataclass(frozen=True, slots=True)
class Papers:
    """The paragraphs of all documents that were read, by document and number.

    `empty` is where nothing is printed: a merged cell is in every row over which it is.
    """

    paragraphs: Mapping[tuple[str, int], Paragraph]
    paged: frozenset[str]
    empty: frozenset[Where] = frozenset()

    @classmethod
    def of(cls, documents: Iterable[Document]) -> "Papers":
        """Return those of `documents`."""
        known = list(documents)
        return cls(
            paragraphs={
                (document.name, paragraph.number): paragraph
                for document in known
                for paragraph in document.paragraphs()
            },
            paged=frozenset(one.name for one in known if one.format == _PAGED),
            empty=frozenset(chain.from_iterable(map(_empty, known))),
        )

    def printed(self, values: Sequence[Value]) -> Printed:
        """Return what `values` were read from, character by character."""
        parts: list[str] = []
        joints: set[int] = set()
        length = 0
        is_paged = any(one.document in self.paged for value in values for one in value.stretches)
        for stretch in chain.from_iterable(value.stretches for value in values):
            paragraph = self.paragraphs[stretch.document, stretch.paragraph]
            joints.add(length)
            if stretch.document in self.paged:
                breaks = (end - stretch.start + length for end in _ends(paragraph))
                inside = range(length, length + stretch.end - stretch.start)
                joints.update(one for one in breaks if one in inside)
            part = paragraph.text[stretch.start : stretch.end]
            parts.append(part)
            length += len(part)
        return Printed("".join(parts), frozenset(joints), is_paged)


def _empty(document: Document) -> Iterator[Where]:
    """Yield where the tables of a document have a cell without words."""
    for table in document.blocks:
        for cell in table.cells if isinstance(table, Table) else ():
            if not cell.text.strip():
                rows = range(min(cell.height, MAX_ROWS))
                yield from (replace(cell.at, row=cell.at.row + row) for row in rows)


def _ends(paragraph: Paragraph) -> Iterator[int]:
    """Yield where each run of a paragraph ends."""
    at = len(paragraph.marker)
    for run in paragraph.runs:
        at += len(run.text)
        yield at


def literal(text: str) -> str:
    """Return what literal `text` prints."""
    return _squeezed(unescape(markup.plain(text)))


def paragraphs(text: str) -> tuple[str, ...]:
    """Return what the paragraphs of Markdown `text` print."""
    shown = (unescape(_TAG.sub(_break, part)) for part in markup.paragraphs(text))
    return tuple(one for part in shown if (one := _squeezed(part)))


def _break(tag: re.Match[str]) -> str:
    return " " if tag.group() == "<br>" else ""


def _squeezed(text: str) -> str:
    return _BLANKS.sub(" ", text).strip(" ")


def difference(wanted: str, printed: Printed) -> tuple[int, int] | None:
    """Return where `wanted` and `printed` begin to differ, an offset into each; None if nowhere.

    Line breaks in `wanted` part paragraphs, and stand for any blanks in print or, at a joint, none.
    """
    at, on, text = 0, 0, printed.text
    spaces = _PAGE_SPACES if printed.is_paged else _SPACES
    while at < len(wanted) or on < len(text):
        sign, printed_sign = wanted[at : at + 1], text[on : on + 1]
        is_blank = sign != "" and sign in spaces
        is_printed_blank = printed_sign != "" and printed_sign in spaces
        is_joint = on in printed.joints
        if is_blank and is_printed_blank:
            at, on = _behind(wanted, at, spaces), _behind(text, on, spaces)
        elif sign == printed_sign:
            at, on = at + 1, on + 1
        elif is_joint and (is_blank or (printed.is_paged and sign == _WIDE_SPACE)):
            at += 1
        elif is_printed_blank and _is_loose(printed, on, spaces):
            on = _behind(text, on, spaces)
        else:
            return at, on
    return None


def _behind(text: str, at: int, spaces: str) -> int:
    """Return the offset behind the blanks that begin at `at`."""
    while at < len(text) and text[at] in spaces:
        at += 1
    return at


def _is_loose(printed: Printed, on: int, spaces: str) -> bool:
    """Tell whether blanks at `on` may stand in print only: at the ends, and where lines join."""
    end = _behind(printed.text, on, spaces)
    at_an_end = on == 0 or end == len(printed.text)
    return at_an_end or any(one in printed.joints for one in range(on, end + 1))
