"""Numbers as Excel shows them.

In: a number as the file has it, and the code of its format. Out: the text in the cell. A code that
is not understood gives the plain number; of binary fractions 15 digits are shown, as Excel does.
See ECMA-376 part 1, 18.8.30 and 18.8.31.
"""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation

from perfspec.documents.xlsx import dates

_GENERAL = "General"
_YEAR_MONTH, _MONTH_DAY = 'yyyy"年"m"月"', 'm"月"d"日"'
_HALF_DAY = '上午/下午h"时"mm"分"'
# What the numbers of formats mean in Chinese; below 50 mostly in every language.
BUILT_IN = {
    0: _GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "¥#,##0;¥-#,##0",
    6: "¥#,##0;¥-#,##0", 7: "¥#,##0.00;¥-#,##0.00", 8: "¥#,##0.00;¥-#,##0.00", 9: "0%", 10: "0.00%",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: _YEAR_MONTH,
    28: _MONTH_DAY, 29: _MONTH_DAY, 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"', 34: _HALF_DAY, 35: _HALF_DAY + 'ss"秒"', 36: _YEAR_MONTH,
    37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
    41: '#,##0;-#,##0;"-"', 42: '¥#,##0;¥-#,##0;¥"-"', 43: '#,##0.00;-#,##0.00;"-"??',
    44: '¥#,##0.00;¥-#,##0.00;¥"-"??', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 49: "@",
    50: _YEAR_MONTH, 51: _MONTH_DAY, 52: _YEAR_MONTH, 53: _MONTH_DAY, 54: _MONTH_DAY,
    55: _HALF_DAY, 56: _HALF_DAY + 'ss"秒"', 57: _YEAR_MONTH, 58: _MONTH_DAY,
}  # fmt: skip
_FIFTEEN = Context(prec=15, rounding=ROUND_HALF_UP)
_EXACT = Context(prec=400, rounding=ROUND_HALF_UP)
_MAX_CODE = 255
_MAX_EXPONENT = 30  # larger numbers are given as they are stored
# Pieces of a code; what stands alone there is itself.
_PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|(?P<space>_.)|\*.|\[\$(?P<money>[^\]-]*)[^\]]*\]'
    rf"|(?P<date>{dates.TOKEN.pattern})|\[[^\]]*\]|(?P<general>General)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_PATTERN = re.compile(r"[0#?,]*(?:\.[0#?]*,*)?")
_SIGNS = "0#?,.%@/"
_CONDITION = re.compile(r"\[(?:[<>=]|dbnum)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    is_literal: bool


def general(stored: str) -> str:
    """Return a number without a format: 15 digits, no zeros behind them, no exponent."""
    number = _number(stored)
    if number is None or abs(number.adjusted()) > _MAX_EXPONENT:
        return stored
    return f"{_FIFTEEN.plus(number).normalize(_EXACT):f}" if number else "0"


def shown(stored: str, code: str, *, since_1904: bool = False) -> str:
    """Return a number as `code` shows it."""
    number = _number(stored)
    if number is None or abs(number.adjusted()) > _MAX_EXPONENT or len(code) > _MAX_CODE:
        return stored if number is None else general(stored)
    number = _FIFTEEN.plus(number)
    if _CONDITION.search(code):
        return general(stored)
    sections = _sections(code)
    place = 0
    if number < 0 and len(sections) > 1:
        place, number = 1, -number
    elif not number and len(sections) > 2:  # noqa: PLR2004 - positive; negative; zero
        place = 2
    pieces = sections[place]
    if _is_date(pieces):
        # A literal `d` is no day.
        tokens = [f"\0{piece.text}" if piece.is_literal else piece.text for piece in pieces]
        text = dates.written(number, tokens, since_1904=since_1904)
        text = text and text.replace("\0", "")
    else:
        text = _figure(number, pieces)
    return general(stored) if text is None else text.strip()


def _is_date(pieces: Sequence[_Piece]) -> bool:
    signs = [piece.text for piece in pieces if not piece.is_literal]
    return any(map(dates.TOKEN.fullmatch, signs)) and not any(sign in "0#?" for sign in signs)


@functools.lru_cache(maxsize=1024)
def _sections(code: str) -> list[list[_Piece]]:
    sections: list[list[_Piece]] = [[]]
    for found in _PIECE.finditer(code):
        kind, text = found.lastgroup, found.group()
        if kind == "other" and text == ";":
            sections.append([])
        elif kind in {"quoted", "escaped", "money"}:
            sections[-1].append(_Piece(found.group(kind), is_literal=True))
        elif kind == "space":
            sections[-1].append(_Piece(" ", is_literal=True))
        elif kind is not None:
            is_sign = kind != "other" or text in _SIGNS or (text.isascii() and text.isalpha())
            sections[-1].append(_Piece(text, is_literal=not is_sign))
    return sections


def _figure(number: Decimal, pieces: Sequence[_Piece]) -> str | None:
    """Return a number in a pattern such as `#,##0.00`, None for a pattern beyond that."""
    places = [at for at, piece in enumerate(pieces) if _is_digit(piece)]
    if not places:
        return _wordless(number, pieces)
    first, last = places[0], places[-1]
    inner = pieces[first : last + 1]
    pattern = "".join(piece.text for piece in inner if not piece.is_literal)
    if not _PATTERN.fullmatch(pattern):
        return None
    around = [*pieces[:first], *pieces[last + 1 :]]
    signs = [piece.text.casefold() for piece in around if not piece.is_literal]
    if any(sign != "%" for sign in signs):
        return None
    before = "".join(piece.text for piece in pieces[:first])
    after = "".join(piece.text for piece in pieces[last + 1 :])
    number = number.scaleb(2 * signs.count("%"), _EXACT)
    sign = "-" if number < 0 else ""
    digits = _filled(abs(number), pattern)
    if len(inner) > sum(not piece.is_literal for piece in inner):
        if "." in pattern or "," in pattern.rstrip(","):
            return None
        digits = _strewn(digits, inner)
    return sign + before + digits + after


def _strewn(digits: str, pieces: Sequence[_Piece]) -> str:
    """Put words between the digits, counted from the last: `0!.0,` shows tens of thousands."""
    parts = []
    left = digits
    for piece in reversed(pieces):
        if piece.is_literal:
            parts.append(piece.text)
        elif piece.text in "0#?":
            parts.append(left[-1:])
            left = left[:-1]
    return left + "".join(reversed(parts))


def _wordless(number: Decimal, pieces: Sequence[_Piece]) -> str | None:
    """Return what a section without digits shows: words, or the number as it is."""
    parts = []
    for piece in pieces:
        if not piece.is_literal and piece.text.casefold() in {"@", "general"}:
            parts.append(general(str(number)))
        elif piece.is_literal:
            parts.append(piece.text)
        else:
            return None
    return "".join(parts)


def _is_digit(piece: _Piece) -> bool:
    if piece.is_literal:
        return False
    return piece.text in "0#?,." or (piece.text.startswith(".") and set(piece.text[1:]) == {"0"})


def _filled(number: Decimal, pattern: str) -> str:
    bare = pattern.rstrip(",")
    digits, _, fraction = bare.partition(".")
    # Commas behind the last digit divide by a thousand each.
    number = number.scaleb(-3 * (len(pattern) - len(bare)), _EXACT)
    rounded = number.quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP, _EXACT)
    before, _, behind = f"{rounded:f}".partition(".")
    before = "" if before == "0" else before
    before = before.zfill(digits.count("0")) if "0" in digits else before
    if "," in digits:
        before = _grouped(before)
    least = len(fraction.rstrip("#?"))
    kept = behind.rstrip("0")
    behind = behind[: max(least, len(kept))]
    return before + ("." if "." in pattern else "") + behind


def _grouped(digits: str) -> str:
    start = len(digits) % 3
    groups = [digits[:start], *(digits[at : at + 3] for at in range(start, len(digits), 3))]
    return ",".join(group for group in groups if group)


def _number(stored: str) -> Decimal | None:
    try:
        number = Decimal(stored.strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
