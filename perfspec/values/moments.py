"""Read dates, deadlines and stretches of months: `2025年10月底前`, `3月至5月`, `2020年全年`.

In: text in half width. Out: a `Moment` or `Period`, or None for what is no date of the calendar.

moment  := ["截至" | "不晚于" | "≤" …] point [上旬 | 中旬 | 下旬] [底 | 末] [前 | 内 …] [done]
period  := [自] point dash point | [year] month dash month 月 | year dash year | quarter | year
point   := [year] month [day] | year "-" month ["-" day] | [year] quarter | [year] half | year
year    := 2025年 | 2025年度 | 当年 | 年 (before 底 and 内) | 全年 …
done    := 完成 | 到位 | 竣工 …

A point with 底, 前, 内 or a word before it is a deadline, and means the end of what is named.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace

from perfspec.values import Moment, Period, numerals

_LONGEST = 40  # no date is longer, so that sentences need not be searched
_MARKS = frozenset("年月日号季-/.")
_WORDS = re.compile(r"[〇零一二两三四五六七八九十]{1,4}(?=[年月日号季])")
_Y = r"(?:19|20)[0-9]{2}"
_M = r"(?:1[0-2]|0?[1-9])(?![0-9])"
_D = r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
_UNTIL = re.compile(r"(?:截至|截止到?|不晚于|不迟于|不超过|至|到|≤)于?|(自|从|力争|于|在)")
_THIS = r"当年度?|本年度?|今年|每年|全年度?|(?P<next>次年|翌年)|年(?=[底末内终])"
_POINT = re.compile(
    rf"(?P<y1>{_Y})(?:[-/.](?P<m1>{_M})[-/.](?P<d1>{_D})|[-/](?P<m2>{_M})|\.(?P<m3>0[1-9]|1[0-2]))"
    rf"|(?:(?P<y2>{_Y})年度?(?:全年度?)?|{_THIS})?"
    rf"(?:(?P<m4>{_M})月份?(?:(?P<d2>{_D})[日号])?|第?(?P<quarter>[1-4])季度|(?P<half>[上下])半年)?"
)
_DONE = (
    "(?:全部|全面|基本|按时|完成|办结|到位|完工|竣工|建成|交付|验收|使用|发放|支付|拨付|投入|实施|"
    "结束|上线){0,4}"
)
_TAIL = re.compile(rf"([上中下]旬)?(年?[底末终])?(之前|以前|之内|以内|前|内|止)?{_DONE}")
_DASH = re.compile(r"--?|[–—─~～−﹣]|——|至|到")
_TO = rf"(?:{_DASH.pattern})"
_SHORT = (
    (re.compile(rf"(?:({_Y})年度?)?({_M}){_TO}({_M})月份?"), "month"),
    (re.compile(rf"(?:({_Y})年度?)?第?([1-4]){_TO}第?([1-4])季度"), "quarter"),
    (re.compile(rf"({_Y})(?:年度?)?{_TO}({_Y})(?:年度?)?"), "year"),
)
_DAY = re.compile(rf"({_D})[日号]")
_COMPACT = re.compile(r"((?:19|20)[0-9]{2})(0[1-9]|1[0-2])([0-3][0-9])")
_DAY_BEFORE = re.compile(rf"(?:每个?月|当月|次月)?({_D})[日号](?:之前|以前|前){_DONE}")
_TENTHS = {"上旬": 10, "中旬": 20}
_SIGNS = {"≤", "不超过"}
_BEFORE = {"前", "以前", "之前"}
_JANUARY, _DECEMBER = 1, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Point:
    """A day, month, quarter, half or year, and where it ends; `next_year` is 次年."""

    year: int | None
    first: int = _JANUARY
    last: int = _DECEMBER
    day: int | None = None
    next_year: bool = False
    end: int = 0


def read(text: str) -> Moment | Period | None:
    """Return the date or stretch of months that is all that `text` states."""
    if len(text) > _LONGEST:
        return None
    compact = _COMPACT.fullmatch(text)
    if compact:
        text = "-".join(compact.groups())
    if _MARKS.isdisjoint(text):
        return None
    short = _WORDS.sub(_digits, text.replace(" ", ""))
    return _elliptic(short) or _every_month(short) or _full(short)


def _digits(words: re.Match[str]) -> str:
    found = numerals.read(words[0])
    return str(found[0]) if found and found[1] == len(words[0]) else words[0]


def _elliptic(text: str) -> Period | None:
    """Return `1-12月`, `一至三季度`, `2020-2022年`."""
    for pattern, kind in _SHORT:
        found = pattern.fullmatch(text)
        if found and kind == "year":
            first, last = _Point(year=int(found[1])), _Point(year=int(found[2]))
            return _period(first, last)
        if found:
            year = int(found[1]) if found[1] else None
            one, two = int(found[2]), int(found[3])
            if kind == "quarter":
                one, two = one * 3 - 2, two * 3
            return _period(
                _Point(year=year, first=one, last=one), _Point(year=year, first=two, last=two)
            )
    return None


def _every_month(text: str) -> Moment | None:
    found = _DAY_BEFORE.fullmatch(text)
    return Moment(op="≤", year=None, month=None, day=int(found[1])) if found else None


def _full(text: str) -> Moment | Period | None:
    until = _UNTIL.match(text)
    first = _point(text, until.end() if until else 0)
    if first is None:
        return None
    dash = _DASH.match(text, first.end)
    second = _point(text, dash.end(), after=first) if dash else None
    if second:
        return _period(first, second) if _TAIL.fullmatch(text, second.end) else None
    tail = _TAIL.fullmatch(text, first.end)
    before = until[0] if until and not until[1] else ""
    return _single(first, tail, before) if tail else None


def _single(point: _Point, tail: re.Match[str], until: str) -> Moment | Period | None:
    """Return what one point means with the words before and behind it."""
    third, end, before = tail.groups()
    whole = (point.first, point.last) == (_JANUARY, _DECEMBER)
    month = not (point.year or point.day or third or end or before or point.first != point.last)
    # 2025年前 may mean the end of 2024 or of 2025, and ≤3月 is a duration.
    if (whole and not end and before in _BEFORE) or (month and until in _SIGNS):
        return None
    if until or third or end or before:
        day = _TENTHS.get(third, point.day)
        return Moment(op="≤", year=point.year, month=None if whole else point.last, day=day)
    if point.first == point.last:
        return Moment(op="=", year=point.year, month=point.first, day=point.day)
    return _period(point, point)


def _point(text: str, at: int, after: _Point | None = None) -> _Point | None:
    found = _POINT.match(text, at)
    if not found or found.end() == at:
        return _day_of(after, text, at) if after else None
    part = found.groupdict()
    year, day = part["y1"] or part["y2"], part["d1"] or part["d2"]
    first, last = _span(part)
    return _checked(
        _Point(
            year=int(year) if year else None,
            first=first,
            last=last,
            day=int(day) if day else None,
            next_year=part["next"] is not None,
            end=found.end(),
        )
    )


def _day_of(month: _Point, text: str, at: int) -> _Point | None:
    """Return the second day of `5月1日至10日`."""
    found = _DAY.match(text, at)
    if not found:
        return None
    return _checked(replace(month, first=month.last, day=int(found[1]), end=found.end()))


def _span(part: dict[str, str | None]) -> tuple[int, int]:
    """Return the first and last month of what a point names."""
    month = part["m1"] or part["m2"] or part["m3"] or part["m4"]
    if month:
        return int(month), int(month)
    if part["quarter"]:
        return int(part["quarter"]) * 3 - 2, int(part["quarter"]) * 3
    if part["half"]:
        return (1, 6) if part["half"] == "上" else (7, 12)
    return _JANUARY, _DECEMBER


def _checked(point: _Point) -> _Point | None:
    """Return `point` if the calendar has its day; without a year, February has 29."""
    return point if (point.day or 1) <= _length(point.year or 2000, point.last) else None


def _length(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def _period(first: _Point, second: _Point) -> Period | None:
    year, last = first.year, second.year
    if last is None and year is not None:
        last = year + second.next_year
    start, end = first.first, second.last
    # 5月至3月 is a slip; 10月至次年3月 is a winter.
    if (year, start) > (last, end) if year and last else (not second.next_year and start > end):
        return None
    begins, ends = first.day, second.day
    if begins == 1:
        begins = None
    if last and ends == _length(last, end):
        ends = None
    return Period(
        year=year,
        first_month=start,
        last_month=end,
        last_year=last,
        first_day=begins,
        last_day=ends,
    )


def write(value: Moment | Period) -> str:
    """Return the text that `read` takes for `value`."""
    if isinstance(value, Moment):
        if value.day and not value.month:
            return f"{value.day}日前"
        if value.month is None:
            return f"{value.year}年底前" if value.year else "年底前"
        day = f"{value.day}日" if value.day else "底" if value.op == "≤" else ""
        return f"{_year(value.year)}{value.month}月{day}{'前' if value.op == '≤' else ''}"
    whole = (value.first_month, value.last_month) == (_JANUARY, _DECEMBER)
    if whole and not (value.first_day or value.last_day):
        if value.year == value.last_year:
            return f"{value.year or ''}{'年' if value.year else ''}全年"
        return f"{_year(value.year)}至{_year(value.last_year)}" if value.year else ""
    wraps = value.last_year is None and value.last_month < value.first_month
    last = "次年" if wraps else _year(value.last_year)
    days = bool(value.first_day or value.last_day)
    first_day = f"{value.first_day or 1}日" if days else ""
    ends = value.last_day or _length(value.last_year or 2000, value.last_month)
    return (
        f"{_year(value.year)}{value.first_month}月{first_day}"
        f"至{last}{value.last_month}月{f'{ends}日' if days else ''}"
    )


def _year(year: int | None) -> str:
    return f"{year}年" if year else ""
