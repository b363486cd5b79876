"""Words in a text that tie it to its year, and what is to be done with them in a later one.

In: a text, the year that it was written for and the one it is copied into. Out: what to say of it,
in Chinese: it is said in comments of files in Chinese.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from perfspec import prose
from perfspec.contrast import leftover
from perfspec.prose.records import Prose, Year, YearUse
from perfspec.prose.years import SESSIONS

# Words that are right every year, but of what they told last year.
_RELATIVE = re.compile(
    "[今明]年|[0-9一二三四五六七八九十百]{1,5}周年|(?:开局|收官|开启|决胜|攻坚|关键|起步|换届)之年"
)
_PLAN = re.compile('(?<!第)十([一二三四五六七])五(?=[”"]|时期|期间|规划|计划|末|收官|开局|目标)')
_HELD_AGAINST = re.compile("[较比]\\s?\\Z")
_TO = re.compile("[-—–－~～至到]")
_SAME_TIME = re.compile("同期|相比|的?基础上")
_ORDER = "一二三四五六七"
_DIGITS = ("〇○零", "一", "二", "三", "四", "五", "六", "七", "八", "九")
# The first five-year plan began in 1953; since the third (1966) one follows the other.
_THIRD_PLAN, _PLAN_YEARS = 1966, 5
_SHOWN, _LONG = 4, 30
_AHEAD = 4  # years; what lies farther off is a vision, and no plan of the next years


@dataclass(frozen=True, slots=True)
class Step:
    """From which year to which later one."""

    old: int
    new: int


def remarks(text: str, step: Step) -> Iterator[str]:
    """Yield what is to be done with the words of `text` that tie it to `step.old`."""
    read = prose.read(text)
    plain, later, held = [], [], []
    for year in read.years:
        words = text[year.start : year.end]
        if year.use is YearUse.PLAIN and year.year == step.old:
            plain.append(words)
        elif year.use is YearUse.PLAIN and step.old < year.year <= step.new + _AHEAD:
            later.append(words)
        elif year.use is YearUse.BASELINE and _is_held_against(year, text, step):
            held.append(words)
    plain += _spelt(step.old).findall(text)
    numbered = [
        text[one.start : one.end] for one in read.documents if step.old <= one.year < step.new
    ]
    yield from _said("{}请改为{new}年的内容，确属往年情况的请写明", plain, step)
    yield from _said("{}是{old}年时说的以后年度，请核对是否顺延", later, step)
    yield from _said("{}已不包括{new}年，请核对", _past_ranges(text, read.years, step), step)
    yield from _said("{}是比较或起止的年份，请核对是否顺延", held, step)
    yield from _said("{}请核对有无{new}年的新文件，有则改引", _titled(text, read, step), step)
    yield from _said("{}请核对{new}年是否仍适用", numbered, step)
    reached = [text[start:end] for start, end in leftover.of_last_year(text)]
    yield from _said(f"{{}}是{step.old - 1}年的数，请改为{{old}}年的", reached, step)
    yield from _session(read.years, text, step)
    yield from _plan(text, step)
    yield from _said("{}说的是{old}年，请按{new}年核对", _RELATIVE.findall(text), step)


def _said(what: str, words: list[str], step: Step) -> Iterator[str]:
    if words:
        yield what.format(quoted(words), old=step.old, new=step.new)


def _is_held_against(year: Year, text: str, step: Step) -> bool:
    """Tell whether a baseline is the old year or later, or what the old one is held against."""
    if year.year == step.old - 1:
        before = _HELD_AGAINST.search(text, max(0, year.start - 3), year.start)
        return before is not None or _SAME_TIME.match(text, year.end) is not None
    return step.old <= year.year <= step.new + _AHEAD


def _titled(text: str, read: Prose, step: Step) -> list[str]:
    """Return the document titles whose last year is the old one, or one before the new."""
    starts = [title.start for title in read.titles]
    lasts: dict[int, int] = {}
    for year in read.years:
        if year.use is YearUse.TITLE:
            at = bisect_right(starts, year.start) - 1
            lasts[at] = max(lasts.get(at, 0), year.year)
    bound = (read.titles[at] for at, last in lasts.items() if step.old <= last < step.new)
    return [text[title.start : title.end] for title in bound]


def _past_ranges(text: str, years: Iterable[Year], step: Step) -> list[str]:
    """Return the ranges that the old year was in, or that were still to come, and the new is not.

    A range is two years, one behind the other.
    """
    ends = (year for year in years if year.use is YearUse.RANGE)
    return [
        text[first.start : last.end]
        for first, last in pairwise(ends)
        if step.old <= last.year < step.new and _TO.search(text, first.end, last.start)
    ]


def _session(years: Iterable[Year], text: str, step: Step) -> Iterator[str]:
    """Yield that a newer session was held than that which was the newest for the old year."""
    named = [year for year in years if year.use is YearUse.MEETING]
    newest, then = _newest(step.new - 1), _newest(step.old - 1)
    if not named or newest == then:
        return
    last = max(named, key=lambda year: (year.year, year.start))
    if then[0] <= last.year < newest[0]:
        words = quoted([text[last.start : last.end]])
        yield f"会议写到{words}，其后已开过{newest[1]}（{newest[0]}年），请更新"


def _newest(year: int) -> tuple[int, str]:
    """Return the last session that was held by the end of `year`: its year and name."""
    sessions = (
        (held, f"{congress}届{_ORDER[at]}中全会")
        for congress, years in SESSIONS.items()
        for at, held in enumerate(years)
        if held <= year
    )
    # The table is in the order of time: of two in one year the later one counts.
    newest = (0, "")
    for one in sessions:
        newest = one if one[0] >= newest[0] else newest
    return newest


def _plan(text: str, step: Step) -> Iterator[str]:
    """Yield that another five-year plan is in force than that which the text names."""
    old, new = _plan_of(step.old), _plan_of(step.new)
    named = [match[0] for match in _PLAN.finditer(text) if _ORDER.index(match[1]) + 11 == old]
    if named and new != old:
        yield f"{quoted(named)}规划期至{_last_year(old)}年，请按{step.new}年的规划更新"


def _plan_of(year: int) -> int:
    return (year - _THIRD_PLAN) // _PLAN_YEARS + 3


def _last_year(plan: int) -> int:
    return _THIRD_PLAN + (plan - 2) * _PLAN_YEARS - 1


def _spelt(year: int) -> re.Pattern[str]:
    """Return what finds `year` in Chinese digits: 二〇二〇年."""
    return re.compile("".join(f"[{_DIGITS[int(digit)]}]" for digit in str(year)) + "年度?")


def quoted(words: Iterable[str]) -> str:
    """Return some of `words`, each once, in quotes and on one line."""
    plain = dict.fromkeys(" ".join(clean(one).split()) for one in words)
    short = [one if len(one) <= _LONG else f"{one[:_LONG]}…" for one in plain]
    shown = "".join(one if one.startswith("《") else f"“{one}”" for one in short[:_SHOWN])
    return f"{shown}等" if len(short) > _SHOWN else shown


def clean(text: str) -> str:
    """Return `text` without what would end a comment or cannot be seen."""
    return "".join(sign if sign.isprintable() else " " for sign in text)
