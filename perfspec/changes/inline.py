"""Running text with what was deleted and inserted marked in it, cut to what a line has room for.

In: the pieces of a change. Out: the same pieces with long stretches left out, and texts without
anything that a terminal or a reader could take for something else.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from perfspec.compare import Edit, Piece

ELLIPSIS = "…"
# Characters around a change that are shown, and the most that are shown in all.
_AROUND = 12
_MOST = 600


def cut(text: str, most: int) -> tuple[str, int]:
    """Return the first `most` characters of `text`, and how many are left out."""
    return text[:most], max(len(text) - most, 0)


def shortened(pieces: Iterable[Piece], most: int = _MOST) -> tuple[list[Piece], int]:
    """Return pieces without the middle of long stretches, and how many characters did not fit.

    A stretch that was kept keeps what is next to a change; what was changed is shown up to `most`
    characters in all.
    """
    shown: list[Piece] = []
    room, left = most, 0
    for piece in _elided(list(pieces)):
        if not room:
            left += len(piece.text)
            continue
        text, more = cut(piece.text, room)
        shown.append(replace(piece, text=text))
        room -= len(text)
        left += more
    return shown, left


def _elided(pieces: list[Piece]) -> Iterator[Piece]:
    last = len(pieces) - 1
    for number, piece in enumerate(pieces):
        if piece.edit is not Edit.KEPT:
            yield piece
            continue
        head = "" if number == 0 else piece.text[:_AROUND]
        tail = "" if number == last else piece.text[-_AROUND:]
        if len(head) + len(tail) + 1 < len(piece.text):
            yield replace(piece, text=f"{head}{ELLIPSIS}{tail}")
        else:
            yield piece
