"""What a text of a spec prints, what a paper prints, and whether the two are the same.

Runs of blanks print as one blank. Where a page breaks a line, a blank that stood there is not
printed, so that one is neither wanted nor missed at such a joint.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import chain

from perfspec import markup
from perfspec.documents import Document, Paragraph
from perfspec.importing import Value

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_TAG = re.compile(r"<[^<>]*>")
# Whose runs are the lines of the page.
_PAGED = "pdf"


@dataclass(frozen=True, slots=True)
class Printed:
    """Characters as printed, and between which of them a line may have been broken."""

    text: str
    joints: frozenset[int]


@dataclass(frozen=True, slots=True)
class Papers:
    """The paragraphs of all documents that were read, by document and number."""

    paragraphs: Mapping[tuple[str, int], Paragraph]
    paged: frozenset[str]

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
        )

    def printed(self, values: Sequence[Value]) -> Printed:
        """Return what `values` were read from, character by character."""
        parts: list[str] = []
        joints: set[int] = set()
        length = 0
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
        return Printed("".join(parts), frozenset(joints))


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
    while at < len(wanted) or on < len(text):
        blank, printed_blank = _is_blank(wanted, at), _is_blank(text, on)
        if blank and printed_blank:
            at, on = at + 1, _behind_blanks(text, on)
        elif blank and on in printed.joints:
            at += 1
        elif printed_blank and _is_loose(printed, on):
            on = _behind_blanks(text, on)
        elif blank or printed_blank or wanted[at : at + 1] != text[on : on + 1]:
            return at, on
        else:
            at, on = at + 1, on + 1
    return None


def _is_blank(text: str, at: int) -> bool:
    return at < len(text) and text[at] in " \t\n\r\f"


def _behind_blanks(text: str, on: int) -> int:
    found = _BLANKS.match(text, on)
    return found.end() if found else on


def _is_loose(printed: Printed, on: int) -> bool:
    """Tell whether blanks at `on` may stand in print only: at the ends, and where lines join."""
    end = _behind_blanks(printed.text, on)
    at_an_end = on == 0 or end == len(printed.text)
    return at_an_end or any(one in printed.joints for one in range(on, end + 1))
