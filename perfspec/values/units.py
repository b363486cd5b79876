"""Units of measure: what a unit counts in, and by how much.

In: a unit as typed (`万元`, `元/人·月`, `百分比`). Out: its dimension and its scale, so that equal
values in different units are equal. A word that is not known is a counting unit of its own.

Scales are exact or not there: a month has no number of days, so that 月 and 天 have two bases, and
工作日 and 亩 have their own. 百分点 is a share with a base of its own: 5个百分点 is a difference of
shares and not 5%. A share and a bare number have the base "": 25% is 0.25. What stands behind 每
or / is converted by powers of ten only: 元/小时 and 元/分钟 are two measures.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from perfspec.values.numerals import EXACT, NARROW, factor, times
from perfspec.values.unitnames import COUNTERS, UNITS, Dimension

__all__ = ["Dimension", "Unit", "belongs", "end", "is_known", "unit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit: one of `text` is `scale` of `base`, for each of `per`.

    `元/人·月` has the base `元`, the scale 1 and per `("人", "月")`, sorted.
    """

    text: str
    dimension: Dimension
    base: str
    scale: Decimal
    per: tuple[str, ...] = ()


_KNOWN = {
    name: Unit(text=name, dimension=dimension, base=base, scale=Decimal(scale))
    for dimension, base, scales in UNITS
    for scale, names in scales.items()
    for name in names.split()
}
_NONE = Unit(text="", dimension=Dimension.NONE, base="", scale=Decimal(1))

_BLANK = re.compile(r"\s+")
_MULTIPLE = re.compile(r"[十百千万亿]{1,4}")
# 元/人·月, 元/（人.月）, 元每人每月, 元/人、月: behind the first / or 每, all of these divide.
_PER = re.compile(r"/|每")
_JOINT = re.compile(r"[/·.*×•∙⋅・、()]|每")

# In running text: what joins two units, and the names by first sign and length.
_JOIN = re.compile(r"(?:[/·*×.]|/?每)(\()?")
_NAMES = frozenset(_KNOWN) | COUNTERS
_LENGTHS = {
    first: sorted({len(name) for name in _NAMES if name[0] == first}, reverse=True)
    for first in {name[0] for name in _NAMES}
}
_BEHIND_GE = frozenset(name for name in _NAMES if len(name) > 1 or name == "月")


@lru_cache(maxsize=1024)
def unit(text: str) -> Unit:
    """Return the unit that `text` names; white space and ways of writing do not count."""
    name = _BLANK.sub("", text.translate(NARROW))
    if name.startswith("/") and len(name) > 1:
        # 9/10万: so many for each, of what is not said.
        return Unit(text=text, dimension=Dimension.OTHER, base=name, scale=Decimal(1))
    head, *rest = [part for part in _PER.split(name, maxsplit=1) if part] or [""]
    first, parts = _head(head)
    parts += [part for part in _JOINT.split("".join(rest)) if part]
    of = simple(first)
    scale, per = of.scale, []
    for part in parts:
        one = simple(part)
        power = one.scale.adjusted()
        if one.scale == Decimal(1).scaleb(power) and one.base:
            scale = EXACT.scaleb(scale, -power)
            per.append(one.base)
        else:
            per.append(_canonical(one))
    return Unit(
        text=text, dimension=of.dimension, base=of.base, scale=scale, per=tuple(sorted(per))
    )


def end(text: str, at: int) -> int:
    """Return where the unit of the tables that begins at `at` ends; `at` if there is none."""
    behind = _one(text, at)
    for _ in range(3 if behind > at else 0):
        join = _JOIN.match(text, behind)
        after = _one(text, join.end()) if join else behind
        if not join or after == join.end():
            break
        if join[1]:
            and_ = _JOINT.match(text, after)
            after = _one(text, and_.end()) if and_ else after
            if text[after : after + 1] != ")":
                break
            after += 1
        behind = after
    return behind


def _one(text: str, at: int) -> int:
    """Return where one unit ends, the longest name before a multiple of another."""
    behind = _name(text, at)
    if behind == at:
        multiple = _MULTIPLE.match(text, at)
        after = _name(text, multiple.end()) if multiple else at
        return after if multiple and after > multiple.end() else at
    return behind


def _name(text: str, at: int) -> int:
    if text.startswith("个", at):
        behind = _longest(text, at + 1, _BEHIND_GE)
        return max(behind, at + 1)
    return _longest(text, at, _NAMES)


def _longest(text: str, at: int, names: frozenset[str]) -> int:
    first = text[at : at + 1].lower()
    for length in _LENGTHS.get(first, ()):
        name = text[at : at + length].lower()
        rest = text[at + length : at + length + 1]
        if name in names and not (name[-1].isascii() and rest.isascii() and rest.isalpha()):
            return at + len(name)
    return at


def belongs(name: str, multiplier: str) -> bool:
    """Tell whether `multiplier` is part of the unit `name` (万元, 千米), and not of its number."""
    head = _PER.split(name, maxsplit=1)[0]
    rest = simple(head.removeprefix(multiplier))
    return rest.dimension is Dimension.MONEY or _table(head) is not None


def is_known(name: str) -> bool:
    """Tell whether the tables have `name`, one unit in half width, be it behind 万 or 个."""
    return simple(name).base != name or _table(name) is not None or name in COUNTERS


@lru_cache(maxsize=1024)
def simple(name: str) -> Unit:
    """Return the unit of one word: one of the tables, a multiple of one, or a counter."""
    known = _table(name)
    if known:
        return known
    multiple = _MULTIPLE.match(name)
    if multiple:
        of = simple(name[multiple.end() :])
        return replace(of, text=name, scale=times(of.scale, factor(multiple[0])))
    if not name:
        return Unit(text="", dimension=Dimension.NONE, base="", scale=Decimal(1))
    # 个 before another unit says nothing: 个月, 个批次.
    rest = name[1:] if name.startswith("个") else ""
    if _table(rest) or (len(rest) > 1 and rest in COUNTERS):
        return replace(simple(rest), text=name)
    return Unit(text=name, dimension=Dimension.COUNT, base=name, scale=Decimal(1))


def _table(name: str) -> Unit | None:
    return _KNOWN.get(name) or (_KNOWN.get(name.lower()) if len(name) > 1 else None)


def _head(head: str) -> tuple[str, list[str]]:
    """Return what is counted: 人·次 and 吨·公里 are one unit, 元·人·月 is money for two."""
    first, *rest = [part for part in re.split(r"[·.*×•∙⋅・]", head) if part] or [""]
    if simple(first).dimension is Dimension.MONEY:
        return first, rest
    return "".join((first, *rest)), []


def _canonical(one: Unit) -> str:
    """Return the first name that the tables have for one that cannot be converted: 小时 for h."""
    same = (u.text for u in _KNOWN.values() if (u.base, u.scale) == (one.base, one.scale))
    return next(same, one.text)
