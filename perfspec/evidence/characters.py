"""Characters that cannot be seen, or that only look like the one that is meant.

In: a text. Out: stretches of it, each with its kind and what can stand there instead. Zero-width
and bidirectional characters never get here: files that hold them are refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is wrong with a character."""

    BLANK = "blank"  # a no-break or thin blank, a tab
    UNSEEN = "unseen"  # variation selectors, fillers: nothing is printed
    LOST = "lost"  # U+FFFD and private characters: nobody knows what was meant
    WIDE = "wide"  # full-width digits
    WIDE_LETTER = "wide-letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Characters of one kind; `instead` is None where nobody can tell what was meant."""

    start: int
    end: int
    kind: Kind
    instead: str | None


_FOUND = re.compile(
    "(?P<blank>[\t\u00a0\u1680\u2000-\u200a\u202f\u205f]+)"
    "|(?P<unseen>[\u034f\u115f\u1160\u2800\u3164\ufe00-\ufe0f\uffa0]+)"
    "|(?P<lost>[\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]+)"
    "|(?P<wide>[０-９](?:[０-９．]*[０-９])?)"
    "|(?P<wideletter>[Ａ-Ｚａ-ｚ]+)"
)
# One class is searched much faster than alternatives.
SUSPECT = re.compile(
    "[\t\u00a0\u034f\u115f\u1160\u1680\u2000-\u200a\u202f\u205f\u2800\u3164\ufe00-\ufe0f\uffa0\ufffd"
    "\ue000-\uf8ff\U000f0000-\U0010fffd０-９Ａ-Ｚａ-ｚ]"
)
_KINDS = {
    "blank": Kind.BLANK,
    "unseen": Kind.UNSEEN,
    "lost": Kind.LOST,
    "wide": Kind.WIDE,
    "wideletter": Kind.WIDE_LETTER,
}
_NARROW = {sign: sign - 0xFEE0 for sign in range(0xFF01, 0xFF5F)}
# Latin words and numbers need a blank between them, Chinese does not.
_LATIN = re.compile(r"[0-9A-Za-z%]")


def find(text: str) -> Iterator[Stretch]:
    """Yield the stretches of such characters in `text`."""
    for found in _FOUND.finditer(text):
        start, end = found.span()
        kind = _KINDS[str(found.lastgroup)]
        instead: str | None = ""
        if kind is Kind.BLANK and _parts(
            text[start - 1 : start], found.group(), text[end : end + 1]
        ):
            instead = " "
        elif kind in {Kind.WIDE, Kind.WIDE_LETTER}:
            instead = found.group().translate(_NARROW)
        elif kind is Kind.LOST:
            instead = None
        yield Stretch(start=start, end=end, kind=kind, instead=instead)


def _parts(before: str, blank: str, behind: str) -> bool:
    """Tell whether `blank` keeps apart what must not run together."""
    latin = _LATIN.match(before[-1:]) and _LATIN.match(behind)
    columns = "\t" in blank and before[-1:].isalnum() and behind[:1].isalnum()
    return bool(latin or columns)
