"""Which characters a face is asked to hold."""

import unicodedata
from collections.abc import Iterable

_INVISIBLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Controls, formats, private use: a font that claims them would hide a mistake."""

_HANGUL = (
    (0x1100, 0x11FF),
    (0x302E, 0x302F),
    (0x3130, 0x318F),
    (0x3200, 0x321E),
    (0x3260, 0x327E),
    (0xA960, 0xA97F),
    (0xAC00, 0xD7FF),
    (0xFFA0, 0xFFDC),
)

_SYMBOL_BLOCKS = (
    (0x0020, 0x052F),  # Latin, phonetic letters, combining marks, Greek, Cyrillic
    (0x1E00, 0x1FFF),  # Latin and Greek with marks
    (0x2000, 0x23FF),  # punctuation, super- and subscripts, currency, arrows, operators
    (0x2460, 0x27BF),  # enclosed, boxes, blocks, shapes, symbols, dingbats
    (0x27C0, 0x2BFF),  # more arrows and operators
    (0x2C60, 0x2C7F),  # Latin
    (0xA720, 0xA7FF),  # Latin
    (0xFB00, 0xFB06),  # Latin ligatures
)


WRONG_IN_FANDOL = frozenset(map(ord, "幹餘滷捨鬱癥衹鬆準臟醜鹼懲誠騁稱壘￥￣™•～－"))
"""Drawn as another character in at least one face, so that the paper would lie.

Seen by comparing each glyph with those of Noto: 幹 as 干, 餘 as 余, 稱 as 懲, 懲 as 誠,
誠 as 騁, 騁 as 秤, 壘 as 纍, the yuan sign ￥ as $, the overline as a hyphen, the bullet as
·, the trade mark too small to read, the range sign ～ as a raised ~, the full-width minus －
as a hyphen. The fallback face has them all.
"""


_BLANK = frozenset({0x034F, 0x2800})
"""The grapheme joiner and the braille cell without dots: no mark, and no known space."""


SPACES = frozenset({0x0020, 0x00A0, 0x3000})
"""Wanted in every face: Pango gives a space to the font of the character before it."""


def is_printable(code: int) -> bool:
    """Tell whether a font may claim the character: it has a mark, or is a space."""
    return code not in _BLANK and unicodedata.category(chr(code)) not in _INVISIBLE


def _within(code: int, blocks: Iterable[tuple[int, int]]) -> bool:
    return any(first <= code <= last for first, last in blocks)


def is_hangul(code: int) -> bool:
    """Tell whether the character belongs to Korean text, which no filing has."""
    return _within(code, _HANGUL)


def is_symbol(code: int) -> bool:
    """Tell whether the character is of a block that the symbol face completes."""
    return _within(code, _SYMBOL_BLOCKS)


def boundaries(codes: Iterable[int]) -> list[int]:
    """Return `codes` as ascending borders: in from the first, out from the second."""
    borders: list[int] = []
    for code in sorted(codes):
        if borders and borders[-1] == code:
            borders[-1] = code + 1
        else:
            borders += [code, code + 1]
    return borders
