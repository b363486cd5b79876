"""Random targets of every kind, for tests of what they accept and what becomes of them."""

from datetime import date
from decimal import Decimal

from hypothesis import assume
from hypothesis import strategies as st

from perfspec.values import (
    Bands,
    Moment,
    Period,
    Phrase,
    Quantity,
    Range,
    Relative,
    Target,
    targets,
)

SIGNS = ["", "≥", "≤", ">", "<", "="]
OPS = st.sampled_from(SIGNS)
FEW = st.integers(-3, 130).map(Decimal)
NUMBERS = FEW | st.decimals(-10, 200, places=2, allow_nan=False, allow_infinity=False)
_NAMES = [
    *("%", "‰", "比例", "百分点", "元", "万元", "亿元", "元/人", "元/人·月", "万元/公里"),
    *("天", "小时", "分钟", "工作日", "个月", "季度", "人", "名", "人次", "次"),
    *("批次", "批", "户", "件", "台", "个", "篇", "公里", "米", "平方米"),
    *("公顷", "亩", "公斤", "吨", "倍", "分", "标箱", "/10万"),
]
_UNITS = st.sampled_from(["", *_NAMES])
_YEARS = st.integers(2018, 2027)
_WORDS = ["持续提高", "提高", "按时完成", "长期", "有力保障", "苹果", "≥**人", "88/100", "1:20", ""]
_FIGURES = ["培训{}，满意度达{}", "每年不少于{}", "满意率达{}", "办结不超过{}", "2021年培训{}"]


def written(reading: Quantity | Range | Moment | Period | Relative | Phrase) -> Target:
    target = targets.target(targets.format_reading(reading))
    assume(target.reading == reading)
    return target


QUANTITIES = st.builds(Quantity, OPS, NUMBERS, _UNITS)


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    return Range(low, high, draw(_UNITS))


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    day = draw(st.dates(date(2018, 1, 1), date(2027, 12, 31)))
    year = draw(st.sampled_from([day.year, None]))
    if draw(st.integers(0, 5)) == 0:
        return Moment(op="≤", year=None, month=None, day=draw(st.sampled_from([5, 15, None])))
    number = draw(st.sampled_from([day.day, None, None]))
    return Moment(op=draw(st.sampled_from("≤=")), year=year, month=day.month, day=number)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    low, high = draw(st.integers(1, 12)), draw(st.integers(1, 12))
    if draw(st.booleans()):
        return Period(year=None, first_month=low, last_month=high, last_year=None)
    first, last = sorted((draw(_YEARS), draw(_YEARS)))
    assume((first, low) <= (last, high))
    return Period(year=first, first_month=low, last_month=high, last_year=last)


_RELATIVES = st.builds(Relative, st.sampled_from("≥≤><="), st.sampled_from(["预算", "上年"]))
NUMERIC = (QUANTITIES | ranges()).map(written)
DATED = (moments() | periods()).map(written)
_SPLIT = st.builds(targets.split_target, OPS, NUMBERS.map(str), _UNITS)
_CELLS = NUMERIC.map(lambda target: target.text) | st.sampled_from(["优", "良", ""])
BANDED = st.builds(Bands, excellent=_CELLS, good=_CELLS, fair=_CELLS, poor=_CELLS).map(
    targets.banded_target
)
_WORDED = st.sampled_from(_WORDS).map(targets.target)


@st.composite
def sentences(draw: st.DrawFn) -> Target:
    figures = [draw(NUMERIC).text for _ in range(2)]
    return targets.target(draw(st.sampled_from(_FIGURES)).format(*figures))


@st.composite
def _directed(draw: st.DrawFn) -> Target:
    return targets.target(f"{draw(st.sampled_from(['正向', '反向']))} {draw(NUMERIC).text}")


TARGETS = st.one_of(
    NUMERIC,
    DATED,
    _RELATIVES.map(written),
    _SPLIT,
    BANDED,
    _WORDED,
    sentences(),
    _directed(),
)
