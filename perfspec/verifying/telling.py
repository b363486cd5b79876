"""Findings of verifying in words: what the paper prints, and what stands in the spec instead."""

from perfspec.diagnostics import Diagnostic, Place, error
from perfspec.documents import Where
from perfspec.documents.wording import words
from perfspec.messages import Message, message
from perfspec.verifying import Field
from perfspec.verifying.printing import Printed

_AROUND = 12
_MOST = 60


def missing(one: Field) -> Diagnostic:
    """Return that the paper does not print a field."""
    said = message(
        "not found in the paper: {text} ({where})", text=short(one.text), where=words(one.where)
    )
    return error("not-printed", one.at, said)


def differs(one: Field, at: int, printed: Printed, on: int) -> Diagnostic:
    """Return that `printed` differs from a field, from the offsets `at` and `on` on."""
    said = message(
        "the paper prints {text} ({where})",
        text=_around(printed.text, on) if printed.text.strip() else message("nothing"),
        where=words(one.where),
    )
    return error("printed-otherwise", _place(one, at), said)


def surplus(at: Place, text: str, where: Where) -> Diagnostic:
    """Return that the paper prints what is in no field."""
    return error("only-printed", at, _only(short(text), where))


def _only(text: str, where: Where) -> Message:
    return message(
        "the paper prints {text}, which is in no field ({where})", text=text, where=words(where)
    )


def short(text: str) -> str:
    """Return `text` in one line, cut where it is long."""
    line = " ".join(text.split())
    return f"“{line[:_MOST]}…”" if len(line) > _MOST else f"“{line}”"


def _around(text: str, at: int) -> str:
    """Return what stands around the offset `at`."""
    start, end = max(at - _AROUND, 0), at + _AROUND
    inside = " ".join(text[start:end].split())
    return f"“{'…' if start else ''}{inside}{'…' if end < len(text) else ''}”"


def _place(one: Field, at: int) -> Place:
    """Return the place of the character at the offset `at`, as exactly as it is known."""
    for part in one.parts:
        if at <= len(part.text):
            exact = part.is_exact and at < len(part.text)
            return part.at.part(at, at + 1) if exact else part.at
        at -= len(part.text) + 1
    return one.at
