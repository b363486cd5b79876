"""What the older filing reached, beside what the newer one asks for.

In: a comparison, the older side of which has actual values. Out: a record for each row that stands
in both years, asks for a number now, and leaves room for a better one. Rows that became weaker are
another question.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from perfspec.compare import Comparison, Shift
from perfspec.contrast import shifts
from perfspec.contrast.shifts import Row
from perfspec.model import Actual
from perfspec.schema.words import shorten
from perfspec.values import Quantity
from perfspec.values.numerals import times

_WEAKER = frozenset({Shift.RELAXED, Shift.DEQUANTIFIED})
_FLOORS, _CEILINGS = frozenset("≥>"), frozenset("≤<")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A row with what was reached, None where nobody wrote it down; `year` is the older one.

    `numbers` are what is asked for now and what was reached, in one measure.
    """

    row: Row
    year: int
    actual: Actual | None
    numbers: tuple[Decimal, Decimal] | None = None
    is_ceiling: bool = False

    @property
    def words(self) -> str:
        """What was reached, short enough for a message."""
        return shorten(self.actual.value.text.strip()) if self.actual else ""

    def is_beyond(self, percent: int) -> bool:
        """Tell whether `percent` of what is asked for now, or more, was reached already.

        Of an upper bound: whether no more was needed than 100/`percent` of it.
        """
        if self.numbers is None:
            return False
        asked, had = self.numbers
        if self.is_ceiling:
            asked, had = had, asked
        return had > asked > 0 and times(had, _HUNDRED) >= times(asked, Decimal(percent))


def of_comparison(comparison: Comparison) -> Iterator[Reached]:
    """Yield what was reached; nothing where the older filing has no actual values at all."""
    known = {(one.project, one.indicator): one for one in comparison.old.filing.actuals}
    for change in comparison.changes if known else ():
        for row in shifts.of_change(change, comparison.new.form):
            sign = _sign(row)
            wanted = row.yearly and row.shift not in _WEAKER and shifts.can_be_better(row)
            if wanted and sign in _FLOORS | _CEILINGS:
                actual = known.get((change.pair.old.id, row.change.pair.old.id))
                yield Reached(
                    row=row,
                    year=comparison.old.filing.year,
                    actual=actual,
                    numbers=_numbers(row, actual.value.quantity) if actual else None,
                    is_ceiling=sign in _CEILINGS,
                )


def _sign(row: Row) -> str:
    target = row.change.target
    stated = target.new.quantity
    return (stated.op or target.new_assumed or "≥") if stated else ""


def _numbers(row: Row, had: Quantity | None) -> tuple[Decimal, Decimal] | None:
    asked = row.change.target.new.quantity
    if asked is None or had is None:
        return None
    unit = asked.unit or row.change.target.new_unit
    one, other = replace(asked, unit=unit).measure, replace(had, unit=had.unit or unit).measure
    if (one.base, one.per) != (other.base, other.per):
        return None
    return one.number, other.number
