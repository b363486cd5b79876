"""How high a cell must be for its words: Excel finds that out for cells that are not merged only.

Formula: a sign of East Asia is as wide as it is high, a Latin letter or digit a little more than
half of that; a word of these is not broken where it fits on a line. Lines are 1.35 times as high as
the signs, which is what the widest-spread fonts take. The room for words is taken 3 % smaller than
it is, for signs that must not begin a line.
"""

from decimal import ROUND_CEILING, Decimal

from wcwidth import wcwidth

_LATIN = Decimal("0.55")
_PITCH = Decimal("1.35")
_SAFE = Decimal("0.97")
# What Excel leaves free at the left and right edge of a cell, together.
_EDGES = Decimal(4)
# Excel's rows are at most 409 points high.
HIGHEST = Decimal(400)


def text_height(text: str, size: Decimal, width: Decimal) -> Decimal:
    """Return the height of `text` in letters of `size`, broken at `width` and at line breaks."""
    room = max((width - _EDGES) * _SAFE / size, Decimal(1))
    return sum(_lines(line, room) for line in text.split("\n")) * size * _PITCH


def text_width(text: str, size: Decimal) -> Decimal:
    """Return the width of the longest line of `text`, with what Excel leaves free beside it."""
    return max(sum(map(_ems, line), Decimal(0)) for line in text.split("\n")) * size + _EDGES


def rows_of(height: Decimal) -> int:
    """Return how many rows of Excel something takes that is so high."""
    return max(int((height / HIGHEST).to_integral_value(ROUND_CEILING)), 1)


def _lines(text: str, room: Decimal) -> int:
    lines, used, word = 1, Decimal(0), Decimal(0)
    for sign in text:
        wide = _ems(sign)
        if used + wide <= room:
            used += wide
        elif sign != " ":
            lines += 1
            # The word goes along to the next line, if it is not as long as a line itself.
            used = wide + (word if word + wide <= room else 0)
        word = word + wide if sign.isascii() and sign != " " else Decimal(0)
    return lines


def _ems(sign: str) -> Decimal:
    if sign.isascii():
        return _LATIN
    return Decimal(1) if wcwidth(sign) > 0 else Decimal(0)
