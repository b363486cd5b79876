"""Dates that are in no calendar: 11月31日, 2月30日, 2026年13月.

In: a text. Out: where such a date stands, and how many days its month has. A number of months or
days is no date: 24月 is one with a year before it or a day or 底 behind it, 32日 with a month.
"""

import re
from calendar import isleap, monthrange
from collections.abc import Iterator
from dataclasses import dataclass

# Without one of these a text has no such date. Searched for by its sign, which is much faster.
SUSPECT = re.compile(
    "[月日号/.-](?:(?<=(?:1[3-9]|[2-9][0-9]|00)月)|(?<=(?:1[3-9]|[2-9][0-9]|00) 月)"
    "|(?<=(?:29|[3-9][0-9]|00)[日号])|(?<=(?:29|[3-9][0-9]|00) [日号])"
    "|(?<=0[月日号])(?<![0-9]0[月日号])|(?<=[/.-])(?:29|3[01])(?![0-9]))"
)
_DATE = re.compile(
    r"(?<![0-9])(?:(?P<year>(?:19|20)[0-9]{2}) ?年度? ?)?(?P<month>[0-9]{1,2}) ?月"
    r"(?P<rest> ?(?P<day>[0-9]{1,2}) ?(?:日(?![均常])|号(?![文楼令院线库机段门井站]))"
    r"|份(?!工资|奖金|薪)|[底末]|[上中下]旬)?"
)
# 11月1日至31日, 11月1-31日: the month holds for the second day too.
_UNTIL = re.compile(
    r"(?<![0-9])(?P<month>[0-9]{1,2}) ?月 ?[0-9]{1,2} ?[日号]? ?[-—–~～－至到]{1,2} ?"
    r"(?P<last>(?P<day>[0-9]{1,2}) ?[日号])(?!之?内|以内)"
)
_EVERY = re.compile(r"(?:每个?|当|本|次)月 ?(?P<day>[0-9]{1,2}) ?[日号]")
_SIGNS = re.compile(
    r"(?<![0-9A-Za-z.\-/])(?P<year>(?:19|20)[0-9]{2})(?P<sign>[-/.])(?P<month>1[0-2]|0?[1-9])"
    r"(?P=sign)(?P<day>29|3[01])(?![0-9A-Za-z.\-/号])"
)
# The months of the lunar calendar have up to 30 days each.
_LUNAR = ("农历", "阴历", "旧历", "夏历", "腊月")
_FEBRUARY, _YEAR, _LONGEST = 2, 12, 31


@dataclass(frozen=True, slots=True)
class Wrong:
    """A date that is none; `days` is how many its month has, 0 where there is no such month."""

    start: int
    end: int
    days: int


def impossible(text: str) -> Iterator[Wrong]:
    """Yield the dates of `text` that are in no calendar."""
    if not SUSPECT.search(text) or any(word in text for word in _LUNAR):
        return
    for found in _DATE.finditer(text):
        month = int(found["month"])
        days = _days(month, found["year"]) if 1 <= month <= _YEAR else 0
        day = int(found["day"]) if found["day"] else None
        wrong = not days if day is None else not 1 <= day <= days
        if wrong and (days or found["year"] or found["rest"]):
            yield Wrong(*found.span(), days)
    yield from _written_otherwise(text)


def _written_otherwise(text: str) -> Iterator[Wrong]:
    for found in _UNTIL.finditer(text):
        month = int(found["month"])
        if 1 <= month <= _YEAR and int(found["day"]) > (days := _days(month)):
            yield Wrong(*found.span("last"), days)
    for found in _EVERY.finditer(text):
        if not 1 <= int(found["day"]) <= _LONGEST:
            yield Wrong(*found.span(), _LONGEST)
    for found in _SIGNS.finditer(text):
        days = _days(int(found["month"]), found["year"])
        if int(found["day"]) > days:
            yield Wrong(*found.span(), days)


def _days(month: int, year: str | None = None) -> int:
    """Return how many days `month` has, at most where the year is not known."""
    if month == _FEBRUARY:
        return 29 if not year or isleap(int(year)) else 28
    return monthrange(2023, month)[1]
