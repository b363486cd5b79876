"""What the printed words of a filing's parts are: headings, the title on the cover, numbers.

In: words of a paragraph, without blanks. Out: which label they are. A heading is known by all of
its words, so that an item of a list is none, whatever number it begins with.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Part(StrEnum):
    """A part of a filing, by the heading above it."""

    CONTENTS = "contents"  # 目录
    WHOLE = "whole"  # 第一部分 部门整体绩效目标
    OVERALL = "overall_goal"
    SUB_GOALS = "sub_goals"
    MEASURES = "measures"
    PROJECTS = "projects"  # 第二部分 预算项目绩效目标


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading, and where the words of the part begin that stand in the same paragraph.

    `remark` counts the characters of a remark in brackets behind it.
    """

    part: Part
    end: int
    remark: int = 0


_LABELS = {
    Part.CONTENTS: ("目录",),
    Part.WHOLE: (
        "第一部分",
        "部门整体绩效目标",
        "部门整体支出绩效目标",
        "部门单位整体绩效目标",
        "单位整体绩效目标",
        "部门绩效目标",
        "部门预算绩效目标",
        "整体绩效目标",
    ),
    Part.OVERALL: (
        "总体绩效目标",
        "总体目标",
        "部门总体绩效目标",
        "年度总体绩效目标",
        "年度总体目标",
        "整体目标",
    ),
    Part.SUB_GOALS: (
        "分项绩效目标",
        "分项目标",
        "分项绩效目标及指标",
        "职责分类绩效目标",
        "部门职责及工作活动绩效目标",
        "部门职责-工作活动绩效目标",
        "部门职责及分项绩效目标",
        "部门职责分项绩效目标",
        "职责分项绩效目标",
        "年度主要任务",
    ),
    Part.MEASURES: (
        "工作保障措施",
        "保障措施",
        "实现绩效目标的保障措施",
        "实现年度发展规划目标的保障措施",
        "绩效目标保障措施",
    ),
    Part.PROJECTS: (
        "第二部分",
        "预算项目绩效目标",
        "项目绩效目标",
        "项目支出绩效目标",
        "预算项目支出绩效目标",
    ),
}
_PARTS = {label: part for part, labels in _LABELS.items() for label in labels}
_LONGEST = max(map(len, _PARTS)) + 16
_ORDINAL = re.compile(r"第[一二三四五六七八九十0-9]{1,3}(?:部分|章|节)[、：:.．]?")
_NUMBER = re.compile(r"[（(]?[一二三四五六七八九十0-9]{1,3}[）)]?[、.．,，:：]?")
_REMARK = re.compile(r"[（(][^（）()]{1,12}[）)]\Z")
_MARK = re.compile(
    r"[（(][一二三四五六七八九十百0-9]{1,4}[）)]"
    r"|[一二三四五六七八九十百]{1,4}[、.．是]|[一二三四五六七八九十]{1,3}[,，](?![一二三四五六七八九十])"
    r"|[0-9]{1,3}[、)）．]|[0-9]{1,3}\.(?![0-9])|第[一二三四五六七八九十]{1,3}[，、,：:]"
    r"|[①-⑳⑴-⒛㈠-㈩]|[Ⅰ-Ⅻ][、.．]"
)
_PAGE = "0123456789ivxlIVXL"
_PAGE_DIGITS = 6
_LEADERS = ".…·．⋯—_-"
_TABLE = "绩效目标表"
_TABLE_NUMBER = re.compile(r"[0-9]{1,3}[.、．)）]")
_DIGIT = "〇○零一二三四五六七八九"
_VALUES = {"〇": 0, "○": 0} | {one: at for at, one in enumerate(_DIGIT[2:])}
_TITLE = re.compile(
    rf"([0-9]{{4}}|二[{_DIGIT}]{{3}})年度?(?:部门|单位|预算|整体|项目|支出){{0,6}}"
    r"绩效(?:目标)?(?:申报)?(?:文本|报告)?\Z"
)
_LONGEST_TITLE = 40
_PAGE_NUMBER = re.compile(
    r"[-—–－]{1,3}(?:[0-9]{1,4}|[ivxIVX]{1,6})[-—–－]{1,3}|第[0-9]{1,4}页(?:[/,，]?共[0-9]{1,4}页)?"
)
_COUNT = re.compile(r"([（(]?)([一二三四五六七八九十]|[0-9]{1,2})([）)]?)[、.．]?")
_COUNTS = "一二三四五六七八九十"
_SHORT = 20  # characters of a heading that nobody knows
_STOPS = "。；;：:，,"


@lru_cache(maxsize=256)
def heading(words: str) -> Heading | None:
    """Return the heading that `words` are, or that stands before a colon at their beginning."""
    if len(words) <= _LONGEST:
        # 第一部分部门整体绩效目标 in one line, and 第一部分 alone.
        start = _ORDINAL.match(words)
        plain = words[start.end() :] if start else words
        part = _PARTS.get(_bare(plain)) or (_PARTS.get(words.rstrip("：:")) if start else None)
        if part:
            return Heading(part=part, end=len(words), remark=_remark(words))
    head, colon, rest = words[:_LONGEST].replace(":", "：").partition("：")
    part = _PARTS.get(_bare(head)) if colon and rest else None
    if part in {Part.OVERALL, Part.SUB_GOALS, Part.MEASURES}:
        return Heading(part=part, end=len(head) + 1)
    return None


def _remark(words: str) -> int:
    """Return how many characters of a remark end a heading: they are no words of the form."""
    plain = words.rstrip("：:。.；;")
    return len(words) - len(_REMARK.sub("", plain)) if plain != _REMARK.sub("", plain) else 0


def _bare(words: str) -> str:
    """Return `words` without the number before, the stop and a remark behind them."""
    number = _NUMBER.match(words)
    plain = words[number.end() :] if number else words
    return _REMARK.sub("", plain.rstrip("：:。.；;"))


def follows(words: str, head: str, counts: Collection[str]) -> bool:
    """Tell whether `words` are the next heading after `head`, though nobody knows them.

    It counts on from `head`, or is one level above it, is as short, and no item below is counted in
    its signs (`counts`).
    """
    if len(words) > _SHORT or words[-1] in _STOPS:
        return False
    signs, number = count(words)
    above, last = count(head)
    is_next = (signs, number - 1) == (above, last)
    is_over = signs == "一" and above == "（一）" and number > 1
    return bool(signs) and (is_next or is_over) and signs not in counts


def count(words: str) -> tuple[str, int]:
    """Return the signs of the number before `words`, and the number; no signs without one."""
    found = _COUNT.match(words)
    if found is None or found.end() == len(words) or found[0] == found[2]:
        return "", 0
    is_figure = found[2].isascii()
    value = int(found[2]) if is_figure else _COUNTS.index(found[2]) + 1
    return f"{found[1]}{'0' if is_figure else '一'}{found[3]}", value


def is_page_number(words: str) -> bool:
    """Tell whether a line is only the number of a page."""
    return _PAGE_NUMBER.fullmatch(words) is not None


def marks(text: str) -> bool:
    """Tell whether `text` begins with the number of an item."""
    return _MARK.match(text.lstrip()) is not None


def entry(words: str) -> str:
    """Return `words` of a line of contents without the dots and the page number at their end."""
    plain = words.rstrip(_PAGE)
    if len(words) - len(plain) > _PAGE_DIGITS:
        return words
    return plain.rstrip(_LEADERS)


def entry_part(words: str) -> Part | None:
    """Return the part whose heading a line of contents says again, or None."""
    plain = entry(words)
    known = heading(plain)
    return known.part if known and known.end == len(plain) else None


def entry_table(words: str) -> tuple[str, ...]:
    """Return the names that a line of contents may give to a table: with its number and without."""
    plain = entry(words)
    if not plain.endswith(_TABLE):
        return ()
    name = plain.removesuffix(_TABLE)
    number = _TABLE_NUMBER.match(name)
    return (name, name[number.end() :]) if number else (name,)


def title(words: str) -> tuple[int, int] | None:
    """Return where in `words` the year of a filing's title stands, or None."""
    offset = max(len(words) - _LONGEST_TITLE, 0)
    found = _TITLE.search(words, offset)
    return found.span(1) if found else None


def year(text: str) -> int | None:
    """Return the year that a title states in figures or in Chinese, or None."""
    plain = text.strip().removesuffix("度").removesuffix("年")
    digits = "".join(str(_VALUES.get(one, one)) for one in plain)
    return int(digits) if re.fullmatch(r"20[0-9]{2}|2100", digits, re.ASCII) else None
