"""What became of the targets of a project, and which of them promise less.

In: what became of the project, and the newer form. Out: a record for each row that stands in both
years, of the year and of the whole term.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from perfspec.compare import IndicatorChange, ProjectChange, Shift
from perfspec.contrast import growth
from perfspec.diagnostics import Place, Related
from perfspec.evidence import measured, tables
from perfspec.evidence.measured import PERCENT
from perfspec.form import Form
from perfspec.messages import Message, message
from perfspec.schema.words import shorten
from perfspec.values import Quantity
from perfspec.values.units import Dimension, unit

# Per cents from here on leave no room for more.
_NEARLY_ALL = Decimal(99)
_CEILINGS = frozenset("≤<")
_EACH = re.compile(
    "每(?![月季年])|[人户生村亩校次]均|单价|单位(?:成本|面积|产品|费用|造价)|标准(?!化)"
)
_TIMES = frozenset({"月", "季", "季度", "年", "年度"})
_LESS = frozenset({Shift.RELAXED, Shift.DEQUANTIFIED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What became of the target of an indicator.

    A price is what a cost may be, in money: of each (`is_each`: 600元/人, 单价, 补助标准), or of
    all, which goes with the budget and says nothing by itself.
    """

    change: IndicatorChange
    yearly: bool
    is_price: bool
    is_each: bool

    @property
    def shift(self) -> Shift:
        """What became of the target."""
        return self.change.target.shift

    @property
    def at(self) -> Place:
        """Where the newer target stands."""
        return measured.place(self.change.pair.new)

    @property
    def before(self) -> Related:
        """Where the older target stands."""
        return Related(measured.place(self.change.pair.old), message("the older target"))

    @property
    def unchanged(self) -> Related:
        """Where the newer target stands, which is as it was."""
        return Related(self.at, message("as before"))

    @property
    def old(self) -> str:
        """The older target, short enough for a message."""
        return shorten(self.change.target.old.text.strip())

    @property
    def new(self) -> str:
        """The newer target, short enough for a message."""
        return shorten(self.change.target.new.text.strip())

    @property
    def words(self) -> dict[str, str]:
        """Both targets as arguments of a message."""
        return {"old": self.old, "new": self.new}

    @property
    def numbers(self) -> tuple[Decimal, Decimal] | None:
        """Both numbers in one measure, where both targets state one."""
        target = self.change.target
        old, new = target.old.quantity, target.new.quantity
        if old is None or new is None:
            return None
        one = replace(old, unit=old.unit or target.old_unit).measure
        other = replace(new, unit=new.unit or target.new_unit).measure
        if (one.base, one.per) != (other.base, other.per):
            return None
        return one.number, other.number

    @property
    def assumed(self) -> Message | None:
        """What to say where a sign had to be assumed."""
        sign = self.change.target.new_assumed or self.change.target.old_assumed
        return message("{sign} is assumed where a target has no sign", sign=sign) if sign else None


def of_change(change: ProjectChange, form: Form) -> Iterator[Row]:
    """Yield what became of each target of a project."""
    for table in (change.indicators, change.medium_term):
        for one in table.changes if table else ():
            is_price = _is_price(one, form)
            yield Row(
                change=one,
                yearly=table is change.indicators,
                is_price=is_price,
                is_each=is_price and _is_each(one),
            )


def without_totals(change: ProjectChange, form: Form) -> Iterator[Row]:
    """Yield the rows but for costs of all, which only say again what the budget is."""
    for row in of_change(change, form):
        if row.is_each or not row.is_price:
            yield row


def weaker(change: ProjectChange, form: Form) -> Iterator[Row]:
    """Yield the rows that promise less: relaxed, or words where there was a number.

    None is yielded that the money accounts for: a price that rose no more than the budget, a
    number of things that fell no more than it.
    """
    for row in of_change(change, form):
        if row.shift in _LESS and not _is_accounted_for(row, change):
            yield row


def _is_accounted_for(row: Row, change: ProjectChange) -> bool:
    numbers = row.numbers
    if row.shift is not Shift.RELAXED or numbers is None:
        return False
    old, new = numbers
    if row.is_price:
        return new <= old or growth.keeps_pace(change.budget, old, new)
    stated = row.change.target.new.quantity
    counted = stated is not None and stated.dimension is not Dimension.SHARE
    return counted and new < old and growth.keeps_pace(change.budget, old, new)


def less_in_words(row: Row) -> Message:
    """Return how a target became weaker."""
    if row.shift is Shift.DEQUANTIFIED and not row.new:
        return message("the target was {old!r} and is empty now", old=row.old)
    if row.shift is Shift.DEQUANTIFIED:
        return message("the target was {old!r} and is words now: {new!r}", old=row.old, new=row.new)
    return message("the target was relaxed from {old!r} to {new!r}", old=row.old, new=row.new)


def can_be_better(row: Row) -> bool:
    """Tell whether a target states a number and leaves room for a better one.

    A price does not: that it stays is well. Nor does 100 % of something, or none of it.
    """
    stated = row.change.target.new.quantity
    if stated is None or row.is_price:
        return False
    sign = stated.op or row.change.target.new_assumed
    if sign in _CEILINGS:
        return stated.number > 0
    return stated.number != 0 and not is_nearly_all(stated)


def is_nearly_all(stated: Quantity) -> bool:
    """Tell whether a share is so large that there is no room for more."""
    return stated.unit in PERCENT and stated.number >= _NEARLY_ALL


def _is_price(one: IndicatorChange, form: Form) -> bool:
    stated = one.target.new.quantity
    if stated is None or stated.dimension is not Dimension.MONEY:
        return False
    standard = tables.standard(one.pair.new.classified, form)
    return standard == "output.cost" or standard.partition(".")[0] == "cost"


def _is_each(one: IndicatorChange) -> bool:
    stated = one.target.new.quantity
    per = unit(stated.unit).per if stated else ()
    return not _TIMES.issuperset(per) or _EACH.search(one.pair.new.name) is not None
