"""Text that nobody sees, because of what else is painted: under a shape, or in its own colour.

In: the objects of a page in the order in which they are painted. Out: the text objects of which
nothing shows. A shape counts where it is an opaque rectangle; pictures do not: a seal lies over
words that are read.
"""

import ctypes
from dataclasses import dataclass, field

from pypdfium2 import PdfObject, PdfPage, PdfTextPage, raw

_WHITE = (255, 255, 255)
_ALIKE = 8  # how far colours may be apart that look the same
_OPAQUE = 255
_CORNERS = (4, 5)
_MOST = 500  # shapes of a page

Colour = tuple[int, int, int]
Edges = tuple[float, float, float, float]


@dataclass(slots=True)
class _Painted:
    """What was painted so far: shapes with their colours, and words with the places of each."""

    shapes: list[tuple[Edges, Colour]] = field(default_factory=list)
    words: list[tuple[Edges, int]] = field(default_factory=list)
    unseen: set[int] = field(default_factory=set)


def address(part: object) -> int:
    """Return what tells an object of a page from all others."""
    return ctypes.addressof(part.contents) if part else 0  # type: ignore[attr-defined]


def unseen(page: PdfPage, text: PdfTextPage) -> frozenset[int]:
    """Return the addresses of text objects of which nothing shows."""
    if not text.count_chars():
        return frozenset()
    painted = _Painted()
    for one in page.get_objects(max_depth=1):
        if one.type == raw.FPDF_PAGEOBJ_TEXT:
            _word(one, painted)
        elif one.type == raw.FPDF_PAGEOBJ_PATH and len(painted.shapes) < _MOST:
            _shape(one, painted)
    return frozenset(painted.unseen)


def _word(one: PdfObject, painted: _Painted) -> None:
    edges, number = one.get_bounds(), address(one.raw)
    painted.words.append((edges, number))
    below = next((shown for shape, shown in reversed(painted.shapes) if _is_in(edges, shape)), None)
    own = _colour(one)
    if own and all(abs(a - b) <= _ALIKE for a, b in zip(own[:3], below or _WHITE, strict=True)):
        painted.unseen.add(number)


def _shape(one: PdfObject, painted: _Painted) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(one, fill, stroke)
    colour = _colour(one)
    if not fill.value or colour is None or colour[3] < _OPAQUE:
        return
    if raw.FPDFPath_CountSegments(one) not in _CORNERS:
        return
    edges = one.get_bounds()
    painted.shapes.append((edges, colour[:3]))
    painted.unseen |= {number for word, number in painted.words if _is_in(word, edges)}


def _colour(one: PdfObject) -> tuple[int, int, int, int] | None:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFPageObj_GetFillColor(one, *parts):
        return None
    red, green, blue, alpha = (part.value for part in parts)
    return red, green, blue, alpha


def _is_in(inner: Edges, outer: Edges) -> bool:
    """Tell whether the middle of what is `inner` is inside of `outer`, and most of it."""
    left, bottom, right, top = inner
    x, y = (left + right) / 2, (bottom + top) / 2
    is_wide = outer[2] - outer[0] >= (right - left) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3] and is_wide
