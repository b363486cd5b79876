"""What a number without operator or unit means, by what the specs say of its indicator.

In: the indicators of two years. Out: `Terms`, the operators and units with which to read bare
numbers. Costs and the time of a delivery are to be at most so much, what is satisfied or covered
at least; a direction (反向, 正向) goes before the name, and the name before the class. What only
one of the two years tells holds for both, so that an indicator that moved to another class is still
one. Where nothing tells, the operator that the other year states counts, and then: at least, or
none where the number is 0.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from perfspec import naming
from perfspec.evidence import wishes
from perfspec.model import Indicator
from perfspec.naming import Head
from perfspec.values import Bands, Quantity, Range, Sentence, Target, targets, units
from perfspec.values.units import Dimension

_DIRECTIONS = {"正向": "≥", "反向": "≤"}
# What is saved is to be much, and a service is to last.
_SAVED = re.compile("节约|节省|节支|结余|降低|下降|减少|压减|压缩|缩短|提前")
_LASTING = re.compile(
    "开放|服务|运行|在线|值班|值守|保修|质保|有效|使用|持续|寿命|年限|维护|保障|播[放出]|培训|学习|课时"
)
_KEPT = re.compile("控制率|超支|偏差|偏离|浮动|占比|比重|增长")
_PAID = frozenset({Dimension.MONEY, Dimension.TIME})
_IN_MONEY = frozenset({Head.MONEY, Head.ANY, Head.NONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How bare numbers of two targets are read; an empty operator or unit is not known.

    `counted` tells that 0 may be a number of things to be done, and not only of faults. `years` lie
    between the filings.
    """

    ops: tuple[str, str] = ("", "")
    units: tuple[str, str] = ("", "")
    counted: bool = False
    years: int = 0


def of_targets(old: Target, new: Target, *, ceiling: bool, years: int) -> Terms:
    """Return the terms of two targets of which only the direction may be known."""
    default = "≤" if ceiling else "≥"
    ops = _both(_DIRECTIONS.get(old.direction, ""), _DIRECTIONS.get(new.direction, ""))
    return Terms(ops=(ops[0] or default, ops[1] or default), years=years)


def of_indicators(old: Indicator, new: Indicator, *, years: int) -> Terms:
    """Return the terms of the targets of two indicators that are one."""
    if not (is_open(old.target) or is_open(new.target)):
        return Terms(years=years)
    return Terms(
        ops=operators(old, new),
        units=(naming.read(old.name).unit, naming.read(new.name).unit),
        counted="output.quantity" in {old.classified.standard, new.classified.standard},
        years=years,
    )


def operators(old: Indicator, new: Indicator) -> tuple[str, str]:
    """Return the operators that direction, name and class want; empty where they do not say."""
    stated = _both(
        _DIRECTIONS.get(old.target.direction, ""), _DIRECTIONS.get(new.target.direction, "")
    )
    return stated if any(stated) else _both(_of_indicator(old), _of_indicator(new))


def is_open(target: Target) -> bool:
    """Tell whether an operator or a unit of `target` may have to be assumed."""
    stated = target.reading
    bare = isinstance(stated, Quantity | Range) and bool(target.assumed)
    return bare or isinstance(stated, Bands | Sentence)


def _both(old: str, new: str) -> tuple[str, str]:
    return old or new, new or old


def _of_indicator(indicator: Indicator) -> str:
    name, classified = indicator.name, indicator.classified
    dimension = units.unit(_unit(indicator.target) or naming.read(name).unit).dimension
    known = classified.standard or f"{classified.first} {classified.second}"
    return _operator(name, known, dimension)


def _unit(target: Target) -> str:
    """Return the unit of the first number of `target`."""
    match target.reading:
        case Quantity(_, _, unit) | Range(_, _, unit):
            return unit
        case Bands() as bands:
            best = targets.quantity(bands.excellent)
            return best.unit if best else ""
        case Sentence((first, *_)):
            return str(first.unit)
        case _:
            return ""


@lru_cache(maxsize=4096)
def _operator(name: str, known: str, dimension: Dimension) -> str:
    """Return the operator that a bare number has by name and class, empty where they do not say."""
    read = naming.read(name)
    words = name[: read.end]
    small = wishes.is_to_be_small(words, rates_only=known == "output.quantity")
    if small and not read.change:
        return "≤"
    if wishes.is_to_be_large(words):
        return "≥"
    timed = dimension is Dimension.TIME
    if _is_cost(known):
        if _SAVED.search(words):
            return "≥"
        if dimension is Dimension.SHARE:
            return "≤" if _KEPT.search(words) else ""
        paid = dimension in _PAID or (dimension is Dimension.NONE and read.head in _IN_MONEY)
        return "≤" if paid else ""
    in_time = known == "output.timeliness" or "时效" in known
    soon = wishes.is_to_be_soon(words) or (in_time and not _LASTING.search(words))
    return "≤" if timed and soon and not _SAVED.search(words) else ""


def _is_cost(known: str) -> bool:
    return known == "output.cost" or known.partition(".")[0] == "cost" or "成本" in known
