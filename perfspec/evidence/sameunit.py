"""Whether two numbers can be of one thing by their units, and by being the only ones with them.

In: counts of a text, indicators. Out: yes or no.
"""

from collections.abc import Iterable

from perfspec.evidence.likeness import content, is_general
from perfspec.model import Indicator, Project
from perfspec.prose.records import Count
from perfspec.values import Quantity
from perfspec.values.units import unit

_SHORTEST = 2  # characters of a noun that says anything
# Units in which one thing may be counted in two texts.
_KINDS = (
    "次 场 场次 批次 期 届 轮 趟 班",
    "人 名 位",
    "个 处 座 所 家 间 栋 幢",
    "件 起 例 宗",
    "台 套 台套 辆 部 架",
    "份 册 本",
)
_KIND = {word: kinds for kinds in _KINDS for word in kinds.split()}


def are_comparable(count: Count, quantity: Quantity | Count) -> bool:
    """Tell whether two numbers have units in which one thing may be counted."""
    mine, theirs = unit(count.unit), unit(quantity.unit)
    if mine.base == theirs.base and mine.dimension == theirs.dimension:
        return True
    kind = _KIND.get(count.unit)
    return kind is not None and kind == _KIND.get(quantity.unit)


def stands_alone(
    count: Count, stated: Iterable[Count], indicator: Indicator, project: Project
) -> bool:
    """Tell whether a short noun is what the indicator counts, the rest of its name understood.

    数字化20万页 is 档案数字化页数 in a project for 档案, where nothing else is counted in 页.
    """
    mine, theirs = content(count.noun), content(indicator.name)
    if not _SHORTEST <= len(mine) < len(theirs) or is_general(mine):
        return False
    if not (theirs.startswith(mine) or theirs.endswith(mine)):
        return False
    rest = theirs.removeprefix(mine) if theirs.startswith(mine) else theirs.removesuffix(mine)
    if rest not in project.name or rest not in project.unit.name:
        return False
    others = [one for one in project.indicators if one is not indicator and one.target.quantity]
    counted = [one for one in stated if one is not count] + [
        one.target.quantity for one in others if one.target.quantity
    ]
    return not any(are_comparable(count, one) for one in counted)
