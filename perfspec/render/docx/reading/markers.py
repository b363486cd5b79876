"""What stands before an item of a list: a mark, or its number in the writing of the style sheet."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

_MARKS = {"disc": "•", "circle": "◦", "square": "▪"}
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_CHINESE = ("cjk-ideographic", "simp-chinese-informal", "cjk-decimal", "trad-chinese-informal")
_DIGITS = "〇一二三四五六七八九"
_LETTERS = 26
_TEN, _HUNDRED = 10, 100
_LONGEST = 4000
_DIGITS_OF_A_NUMBER = 9


def marker(kind: str, number: int) -> str:
    """Return the marker of the item with this number, and the blank behind it."""
    if kind in _MARKS:
        return f"{_MARKS[kind]} "
    if kind in _CHINESE and 0 < number < _HUNDRED:
        return f"{_chinese(number)}、"
    return f"{_numeral(kind, number)}. "


def numbers(items: Element) -> Mapping[Element, int]:
    """Return the numbers of a list's items."""
    found: dict[Element, int] = {}
    number = _whole(items.get("start"), 1) - 1
    for item in items:
        if item.tag == "li":
            number = _whole(item.get("value"), number + 1)
            found[item] = number
    return found


def _whole(written: str | None, otherwise: int) -> int:
    if written is None or not (written.isascii() and written.isdecimal()):
        return otherwise
    return int(written) if len(written) <= _DIGITS_OF_A_NUMBER else otherwise


def _numeral(kind: str, number: int) -> str:
    if "roman" in kind and 0 < number < _LONGEST:
        written = _roman(number)
    elif kind.endswith(("alpha", "latin")) and 0 < number <= _LETTERS:
        written = chr(ord("a") + number - 1)
    else:
        return str(number)
    return written.upper() if kind.startswith("upper") else written


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written


def _chinese(number: int) -> str:
    tens, ones = divmod(number, _TEN)
    return (
        (_DIGITS[tens] if tens > 1 else "")
        + ("十" if tens else "")
        + (_DIGITS[ones] if ones or not tens else "")
    )
