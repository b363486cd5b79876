"""Paragraphs as running text: the words as printed, and the Markdown that prints the same.

In: paragraphs. Out: a `Value` whose `text` has a line for each paragraph and whose `markdown` has
an empty line between them. What is Markdown by accident is escaped; see `perfspec.markup`.
"""

import re
from collections.abc import Sequence

from perfspec.documents import Paragraph
from perfspec.importing import Value
from perfspec.importing.parts.stretching import whole
from perfspec.messages import Message

# What Markdown could take for a mark. A lone star is none, and `元/人*月` reads better as it is.
_SPECIAL = re.compile(r"\*+|\\")
_BREAK = re.compile(r"(?<![ \t\n])[ \t]*\n\s*")


def running(paragraphs: Sequence[Paragraph], start: int = 0, guess: Message | None = None) -> Value:
    """Return `paragraphs` as a value, the first one from its character `start`.

    Raises ValueError where there is no paragraph.
    """
    starts = (start, *(0 for _ in paragraphs[1:]))
    pairs = tuple(zip(paragraphs, starts, strict=True))
    if not pairs:
        raise ValueError(paragraphs)
    return Value(
        text="\n".join(one.text[at:].strip() for one, at in pairs),
        markdown="\n\n".join(markdown(one, at) for one, at in pairs),
        at=paragraphs[0].at,
        stretches=whole(paragraphs, start),
        guess=guess,
    )


def markdown(paragraph: Paragraph, start: int = 0) -> str:
    """Return the Markdown of `paragraph` from its character `start`, without blanks at the ends."""
    text = paragraph.text
    first = start + len(text[start:]) - len(text[start:].lstrip())
    last = len(text.rstrip())
    pieces: list[tuple[str, bool]] = []
    at = len(paragraph.marker)
    if first < at:
        pieces.append((paragraph.marker[first:last], False))
    for run in paragraph.runs:
        kept = run.text[max(first - at, 0) : max(last - at, 0)]
        at += len(run.text)
        is_strong = run.strong if kept.strip() else bool(pieces) and pieces[-1][1]
        if pieces and pieces[-1][1] == is_strong:
            pieces[-1] = (pieces[-1][0] + kept, is_strong)
        elif kept:
            pieces.append((kept, is_strong))
    return "".join(_piece(pieces, index) for index in range(len(pieces)))


def _piece(pieces: Sequence[tuple[str, bool]], index: int) -> str:
    """Return one of `pieces`; the blanks at its ends stay outside of the marks."""
    text, is_strong = pieces[index]
    inner = text.strip()
    if not is_strong:
        # A star beside a mark would be taken for a part of it.
        before = index > 0 and text.startswith("*")
        after = index + 1 < len(pieces) and text.endswith("*")
        return _escaped(text, first=before, last=after)
    lead = text[: len(text) - len(text.lstrip())]
    tail = text[len(text.rstrip()) :]
    return f"{_blanks(lead)}**{_escaped(inner, first=True, last=True)}**{_blanks(tail)}"


def _escaped(text: str, *, first: bool, last: bool) -> str:
    """Return `text` as Markdown that prints it; at the ends a star would go into the mark there."""

    def escape(found: re.Match[str]) -> str:
        at_mark = (first and found.start() == 0) or (last and found.end() == len(text))
        alone = found[0] == "*" and not at_mark
        return found[0] if alone else "".join(f"\\{one}" for one in found[0])

    return _blanks(_SPECIAL.sub(escape, text))


def _blanks(text: str) -> str:
    """Return `text` with its line breaks as those that are printed."""
    return _BREAK.sub("\\\\\n", text)
