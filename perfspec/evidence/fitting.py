"""Whether the unit of a target fits what the name of its indicator measures.

In: a number with its name. Out: what the name wants and what the target states, where they differ.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from perfspec import naming
from perfspec.diagnostics import Place
from perfspec.evidence import measured, ownunits, tables
from perfspec.evidence.measured import PERCENT, Measured
from perfspec.messages import Message, message
from perfspec.model import Indicator, Project
from perfspec.naming import Head, Name
from perfspec.values import Moment, Period
from perfspec.values.units import Dimension, unit

SHARE = message("a share (%)")
_DIMENSIONS = {
    Dimension.SHARE: SHARE,
    Dimension.TIME: message("a length of time"),
    Dimension.MONEY: message("an amount of money"),
    Dimension.COUNT: message("a number of things"),
    Dimension.LENGTH: message("a length"),
    Dimension.AREA: message("an area"),
    Dimension.MASS: message("a weight"),
}
_HEADS = {
    Head.TIME: _DIMENSIONS[Dimension.TIME],
    Head.COUNT: _DIMENSIONS[Dimension.COUNT],
    Head.MONEY: _DIMENSIONS[Dimension.MONEY],
}
# Grades and steps suit a rate as well; points and multiples are no things anyhow.
_SUITING = frozenset({"星", "折", "度", "个点"})
# Rates for so many people or things, which are counted or paid.
_PER_PEOPLE = re.compile("[百千万亿][人户件元口名]|均|每(?![年季月周日])")
# Heads with which a per cent is plainly wrong: nothing is left out that could be its whole.
_PLAIN = re.compile(
    "(?:次数|人数|户数|天数|件数|台数|场数|页数|份数|期数|册数|篇数|座数|处数|所数|辆数|场次|人次|批次|个数|数量|面积|里程|时间|时限|时长|工期|期限)\\Z"
)
# A time that is counted: how often or for how many, instead of how long.
_TIMED = re.compile("(?:时间|时限|时长|天数|工期)\\Z")
_TIMES = frozenset({"次", "人次", "人", "户", "件", "名", "场次"})
_COST = re.compile("(?:成本|费用|单价|造价)\\Z")
# People, and nothing else: a degree is not counted in them.
_PEOPLE = frozenset({"人", "名", "位", "户", "人次", "户次"})
_SATISFIED = re.compile("满意度\\Z")
# A cost may be time or work: 时间成本, 人力成本.
_OTHER_COST = re.compile(
    "时间|时限|周期|工期|人[力工]|用工|工时|机会|社会|生态|办事|办理|排队|出行|通勤"
)
# The per cent may be the part of a number that is reached, or how far it is kept.
_PART = re.compile(
    "完成|达标|覆盖|控制|占|比|超|规定|按|(?<![供反响对适相效])应(?![急用对届变])|保障|落实|执行|偏差|误差|浮动|率|实现|达成"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfit:
    """What a name wants and its target states; `sure` where no other reading is likely."""

    row: Indicator
    name: Name
    at: Place
    text: str
    wanted: Message
    stated: Message
    sure: bool


def of_project(project: Project) -> Iterator[Unfit]:
    """Yield the targets of `project` that do not fit their names, of bands the first that does."""
    told = None
    for one in measured.of_project(project):
        if one.row is told:
            continue
        found = _unfit(one)
        if found is not None:
            told, (wanted, stated, sure) = one.row, found
            yield Unfit(
                row=one.row,
                name=one.name,
                at=one.at,
                text=one.text,
                wanted=wanted,
                stated=stated,
                sure=sure,
            )
    yield from _dated_rates(project)


def _unfit(one: Measured) -> tuple[Message, Message, bool] | None:
    """Return what name and number want and state where they contradict each other."""
    dimension = one.quantity.dimension
    stated = _DIMENSIONS.get(dimension)
    if stated is None or _same(one.name.unit, dimension):
        return None
    if dimension is Dimension.SHARE:
        return _share(one)
    return _rate(one, stated) or _counted(one, stated)


def _counted(one: Measured, stated: Message) -> tuple[Message, Message, bool] | None:
    """Return what is wrong with a number whose name has its unit, and with a cost in days."""
    words, known = one.row.name[: one.name.end], unit(one.quantity.unit)
    if one.name.change or known.per or one.name.unit:
        return None
    if known.dimension is Dimension.TIME and _COST.search(words):
        return None if _OTHER_COST.search(words) else (_HEADS[Head.MONEY], stated, False)
    wanted = ownunits.wanted(words, known)
    if wanted is None:
        return None
    told = message("in {unit}", unit=one.quantity.unit)
    return wanted, told, False


def _dated_rates(project: Project) -> Iterator[Unfit]:
    for table in tables.of_project(project):
        for row in table.rows:
            if isinstance(row.target.reading, Moment | Period):
                name = naming.read(row.name)
                if name.head is Head.RATE and not name.change:
                    yield Unfit(
                        row=row,
                        name=name,
                        at=measured.place(row),
                        text=row.target.text.strip(),
                        wanted=SHARE,
                        stated=message("a date"),
                        sure=True,
                    )


def _share(one: Measured) -> tuple[Message, Message, bool] | None:
    """Return what is wrong with a number, a time or an amount in per cents."""
    words = one.row.name[: one.name.end]
    if not one.percent or one.name.change or one.name.head in {Head.RATE, Head.INDEX}:
        return None
    if one.name.unit:
        stated = _DIMENSIONS.get(unit(one.name.unit).dimension)
        return (stated, SHARE, True) if stated else None
    wanted, sure = _HEADS.get(one.name.head), bool(_PLAIN.search(words))
    if wanted is None or _PART.search(one.row.name) or not (sure or _COST.search(words)):
        return None
    return wanted, SHARE, sure


def _rate(one: Measured, stated: Message) -> tuple[Message, Message, bool] | None:
    """Return what is wrong with a rate that is counted, measured or paid."""
    known = unit(one.quantity.unit)
    # A degree can be given in points and grades, which look like things that are counted.
    counted = known.dimension is Dimension.COUNT and one.name.unit not in PERCENT
    people = one.quantity.unit in _PEOPLE
    index = one.name.head is Head.INDEX and (people or not counted)
    if one.name.head is Head.TIME and one.quantity.unit in _TIMES:
        timed = _TIMED.search(one.row.name[: one.name.end])
        return (_HEADS[Head.TIME], stated, False) if timed else None
    if not (index or one.name.head is Head.RATE) or one.name.change:
        return None
    if known.per or one.quantity.unit in _SUITING:
        return None
    if _PER_PEOPLE.search(one.row.name):
        return None
    sure = one.quantity.number != 0
    if index and people and one.name.unit not in PERCENT:
        sure = sure and _SATISFIED.search(one.row.name[: one.name.end]) is not None
    return SHARE, stated, sure


def _same(remark: str, dimension: Dimension) -> bool:
    """Tell whether the unit in the name is of the kind that the target has."""
    return unit(remark).dimension is dimension
