"""Printed amounts, per cents, points and codes as the specs write them.

In: a text as printed. Out: the text that the schema takes, with `changed` where it differs from the
printed one although the value is provably the same; or None where no such text says the same.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, localcontext

from perfspec.markup import joined

_LONGEST = 64
_NUMBER = re.compile(r"(-?)([0-9]*)(?:\.([0-9]*))?")
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3}){1,20}(?:\.[0-9]{1,30})?")
_CODE = re.compile(r"[0-9A-Za-z-]{0,64}")
_HUNDRED = Decimal(100)
_SHIFT = 4  # 万
_EMPTY = frozenset({"", "-", "--", "—", "——", "－", "/", "／", "无"})


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as a spec writes it; `changed` tells whether the paper writes it otherwise."""

    text: str
    changed: bool


def line(text: str) -> str:
    """Return a text of a field of one line: blanks at the ends off, lines joined."""
    return joined(text.strip())


def amount(text: str, unit: str = "", wanted: str = "") -> Plain | None:
    """Return an amount printed in a table in `unit`, as one in `wanted`."""
    half = _half(text)
    if half in _EMPTY:
        return Plain("", changed=bool(half))
    own = next((word for word in ("万元", "亿元", "元", "万", "亿") if half.endswith(word)), "")
    number = _number(half.removesuffix(own))
    if number is None or own in {"亿元", "亿"}:
        return None
    stated = {"万": "万元"}.get(own, own) or unit or wanted
    if own and unit and stated != unit:
        # 449.8万 under 单位：元: which one counts is for a person to say.
        return None
    if wanted and stated != wanted:
        number = shifted(number, _SHIFT if stated == "万元" else -_SHIFT)
    return Plain(number, changed=number != text.strip())


def percent(text: str) -> Plain | None:
    """Return a per cent from 0 to 100, with the sign if there is one."""
    half = _half(text)
    if half in _EMPTY:
        return Plain("", changed=bool(half))
    sign = "%" if half.endswith("%") else ""
    number = _number(half.removesuffix("%"))
    if number is None or number.startswith("-") or Decimal(number) > _HUNDRED:
        return None
    return Plain(number + sign, changed=number + sign != text.strip())


def weight(text: str) -> Plain | None:
    """Return the points of an indicator."""
    half = _half(text)
    if half in _EMPTY:
        return Plain("", changed=bool(half))
    number = _number(half.removesuffix("分"))
    if number is None or number.startswith("-"):
        return None
    return Plain(number, changed=number != text.strip())


def code(text: str) -> Plain | None:
    """Return a code of letters, digits and hyphens."""
    half = _half(text)
    return Plain(half, changed=half != text.strip()) if _CODE.fullmatch(half) else None


def shifted(number: str, places: int) -> str:
    """Return a decimal number with its point moved to the right by `places`, exactly."""
    sign, digits, exponent = Decimal(number).as_tuple()
    moved = Decimal((sign, digits, int(exponent) + places))
    with localcontext() as context:
        context.prec = 4 * _LONGEST
        return f"{moved:f}"


def _half(text: str) -> str:
    """Return a text of figures in half width and without blanks; a long one is none."""
    return unicodedata.normalize("NFKC", "".join(text[: _LONGEST * 2].split()))


def _number(text: str) -> str | None:
    """Return a number as the schema takes it: no separators of thousands, no needless zeros."""
    if len(text) > _LONGEST:
        return None
    plain = text.replace("￥", "").replace("¥", "").removeprefix("+")
    if "," in plain:
        if not _GROUPED.fullmatch(plain):
            return None
        plain = plain.replace(",", "")
    found = _NUMBER.fullmatch(plain)
    if not found or not (found[2] or found[3]) or not plain.isascii():
        return None
    whole = found[2].lstrip("0") or "0"
    return f"{found[1]}{whole}.{found[3]}" if found[3] else found[1] + whole
