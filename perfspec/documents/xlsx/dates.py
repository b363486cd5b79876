"""Dates and times as Excel shows them.

In: a serial number, days since 1900 or 1904, and the tokens of a format. Out: the text; or None
where Excel shows no date either. See ECMA-376 part 1, 18.17.4 and 18.8.31.
"""

import datetime as dt
import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

TOKEN = re.compile(
    r"y+|m+|d+|h+|s+|a{3,4}|e+|am/pm|a/p|上午/下午|\[h+\]|\[m+\]|\[s+\]|\.0+", re.IGNORECASE
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEK = "一二三四五六日"
_LEAP = 60  # 29 February 1900, which Lotus 1-2-3 invented
_LAST = 2_958_465  # 31 December 9999
_SHORT = 2  # letters: the number with a leading zero, or a year's last digits
_NAME = 3  # letters: the short name of a month or a day
_HALF = 12


def written(serial: Decimal, tokens: Sequence[str], *, since_1904: bool) -> str | None:
    """Return a date or time; `tokens` that are no `TOKEN` stand for themselves."""
    if serial < 0 or serial > _LAST:
        return None
    days, rest = divmod(serial, 1)
    seconds = int((rest * 86400).quantize(Decimal(1), ROUND_HALF_UP))
    days += seconds // 86400
    seconds %= 86400
    date = _date(int(days), since_1904=since_1904)
    kinds = [token.casefold() if TOKEN.fullmatch(token) else "" for token in tokens]
    has_half = any(kind in {"am/pm", "a/p", "上午/下午"} for kind in kinds)
    parts = []
    for place, (token, kind) in enumerate(zip(tokens, kinds, strict=True)):
        if not kind:
            parts.append(token)
        elif kind.startswith("["):
            parts.append(_elapsed(kind, int(days) * 86400 + seconds))
        elif kind[0] in "hs" or kind in {"am/pm", "a/p", "上午/下午"} or kind[0] == ".":
            parts.append(_time(kind, seconds, has_half=has_half))
        elif kind[0] == "m" and _is_minute(kinds, place):
            parts.append(_padded(seconds // 60 % 60, kind))
        elif date is None:
            return None
        else:
            parts.append(_of_date(kind, date))
    return "".join(parts)


def _date(days: int, *, since_1904: bool) -> dt.date | None:
    if since_1904:
        return dt.date(1904, 1, 1) + dt.timedelta(min(days, _LAST - 1462))
    if days in {0, _LEAP}:
        return None
    return dt.date(1899, 12, 30 if days > _LEAP else 31) + dt.timedelta(days)


def _is_minute(kinds: Sequence[str], place: int) -> bool:
    """Say whether an m is a minute: behind an hour, or before a second."""
    before = next((kind for kind in reversed(kinds[:place]) if kind), "")
    after = next((kind for kind in kinds[place + 1 :] if kind), "")
    return before.strip("[]")[:1] == "h" or after.strip("[]")[:1] == "s"


def _elapsed(kind: str, seconds: int) -> str:
    unit = {"h": 3600, "m": 60, "s": 1}[kind[1]]
    return str(seconds // unit).zfill(len(kind) - 2)


def _time(kind: str, seconds: int, *, has_half: bool) -> str:
    hour = seconds // 3600
    if kind in {"am/pm", "a/p"}:
        half = "AM" if hour < _HALF else "PM"
        return half if kind == "am/pm" else half[0]
    if kind == "上午/下午":
        return "上午" if hour < _HALF else "下午"
    if kind[0] == ".":
        return "." + "0" * (len(kind) - 1)
    if kind[0] == "s":
        return _padded(seconds % 60, kind)
    return _padded((hour % _HALF or _HALF) if has_half else hour, kind)


def _of_date(kind: str, date: dt.date) -> str:
    if kind[0] in "ye":
        is_short = kind[0] == "y" and len(kind) <= _SHORT
        return f"{date.year % 100:02}" if is_short else str(date.year)
    if kind[0] == "a":
        return ("周" if len(kind) == _NAME else "星期") + _WEEK[date.weekday()]
    number, names = (date.month, _MONTHS) if kind[0] == "m" else (date.day, _DAYS)
    if len(kind) <= _SHORT:
        return _padded(number, kind)
    name = names[date.month - 1] if kind[0] == "m" else names[date.weekday()]
    if len(kind) == _NAME:
        return name[:_NAME]
    return name if len(kind) == _NAME + 1 or kind[0] == "d" else name[0]


def _padded(number: int, kind: str) -> str:
    return str(number).zfill(_SHORT) if len(kind) >= _SHORT else str(number)
