"""Names whose last word says the unit, and units that cannot stand for it.

In: a name as far as its head, a unit. Out: what the name wants where the unit is of another kind.
Near kinds pass: 次 and 场 for 人次, 家 for 户数, and all units that are not known for sure.
"""

from perfspec.messages import Message, message
from perfspec.values.units import Dimension, Unit

_PEOPLE = frozenset("人名位")
_THINGS = frozenset("页份册本篇卷张幅台套辆艘座栋幢间块条棵株只头羽枚盒箱瓶袋")
_HOUSES = frozenset("套座栋幢间")  # of which each may be a household's
_DIMENSIONS = frozenset(
    {Dimension.TIME, Dimension.MONEY, Dimension.LENGTH, Dimension.AREA, Dimension.MASS}
)
# By the end of the name: what it wants, the dimension that fits, counting units that do not.
_OWN = {
    "人次": (message("a number of people or times"), Dimension.COUNT, _THINGS),
    "人数": (message("a number of people"), Dimension.COUNT, _THINGS),
    "户数": (message("a number of households"), Dimension.COUNT, _THINGS - _HOUSES),
    "次数": (message("a number of times"), Dimension.COUNT, _THINGS | _PEOPLE),
    "天数": (message("a length of time"), Dimension.TIME, _THINGS),
    "面积": (message("an area"), Dimension.AREA, _THINGS | _PEOPLE),
}


def wanted(name: str, stated: Unit) -> Message | None:
    """Return what `name` wants where `stated` is a unit of something else."""
    own = _OWN.get(name[-2:])
    if own is None:
        return None
    told, fitting, others = own
    another = stated.dimension in _DIMENSIONS and stated.dimension is not fitting
    return told if another or stated.text in others else None
