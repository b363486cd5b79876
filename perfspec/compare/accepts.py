"""What a target accepts, as an exact set, so that one can be held by another.

In: what a target states. Out: a `Span` of numbers on an axis, its ends open or closed. Spans of one
axis can be compared; those of different axes are different measures.

quantities  in the base unit, so that 1万元 and 10000元 are one point. Things, times, lengths, areas
            and weights are not below 0: ≤5次 and 0-5次 accept the same. Things are whole: >5户 and
            ≥6户 accept the same.
dates       as days: a deadline accepts all days up to its own, a day or a month just itself. The
            last day of a month is the month's end, that of February from the 28th on.
stretches   of several months as points: whether a longer one promises more (a service) or less (a
            delivery) it does not say.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from perfspec.values import Measure, Moment, Period, Quantity, Range
from perfspec.values.numerals import EXACT, times
from perfspec.values.unitnames import COUNTERS, Dimension
from perfspec.values.units import unit

Axis = tuple[str, ...]

DAYS: Axis = ("day",)
DAYS_OF_MONTH: Axis = ("day of a month",)
STRETCHES: Axis = ("stretch of months",)

# Two words for one thing.
_ALSO = {"名": "人", "位": "人", "场次": "场", "批次": "批", "幢": "栋", "册": "本"}
# Counted, but in parts too.
_IN_PARTS = frozenset(
    ("标箱", "吨公里", "人公里", "人天", "人月", "人年", "人日", "台班", "课时", "学时", "亩次")
)
_NOT_BELOW_ZERO = frozenset(
    {Dimension.COUNT, Dimension.TIME, Dimension.LENGTH, Dimension.AREA, Dimension.MASS}
)
_FLOORS, _CEILINGS = frozenset("≥>"), frozenset("≤<")
_ONE = Decimal(1)
# Room for the days of a month, its end among them, and for all days that there are.
_MONTH, _END, _ALL = 40, 32, 10**7
ANY_YEAR = 2000
_DECEMBER = 12
# The last day of each month, of February in every year: deadlines move from year to year.
_LAST = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Span:
    """All numbers of `axis` between two ends; None is no end."""

    axis: Axis
    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    def holds(self, other: "Span") -> bool:
        """Tell whether all that `other` accepts is accepted."""
        return self.axis == other.axis and self._reaches_down(other) and self._reaches_up(other)

    def _reaches_down(self, other: "Span") -> bool:
        if self.low is None or other.low is None:
            return self.low is None
        same = other.low_open or not self.low_open
        return self.low < other.low or (self.low == other.low and same)

    def _reaches_up(self, other: "Span") -> bool:
        if self.high is None or other.high is None:
            return self.high is None
        same = other.high_open or not self.high_open
        return self.high > other.high or (self.high == other.high and same)


@lru_cache(maxsize=1024)
def axis(name: str) -> Axis:
    """Return what a number with the unit `name` is measured on."""
    known = unit(name)
    return ("number", *(_ALSO.get(part, part) for part in (known.base, *known.per)))


def of_number(stated: Quantity | Range) -> Span:
    """Return what a number accepts; one without operator accepts just itself."""
    if isinstance(stated, Range):
        known = unit(stated.unit)
        low, high = times(stated.low, known.scale), times(stated.high, known.scale)
        return _not_below_zero(Span(axis(stated.unit), low, high), stated.unit)
    number = stated.measure.number
    on = axis(stated.unit)
    if stated.op in _FLOORS:
        span = Span(on, number, None, low_open=stated.op == ">")
    elif stated.op in _CEILINGS:
        span = Span(on, None, number, high_open=stated.op == "<")
    else:
        return Span(on, number, number)
    return _not_below_zero(_whole(span, stated.measure), stated.unit)


def _whole(span: Span, measure: Measure) -> Span:
    """Return an open end at a number of whole things as a closed one: more than 5 is 6."""
    things = measure.base in COUNTERS and measure.base not in _IN_PARTS and not measure.per
    if not things or not _is_whole(measure.number):
        return span
    if span.low is not None and span.low_open:
        return replace(span, low=EXACT.add(span.low, _ONE), low_open=False)
    if span.high is not None and span.high_open:
        return replace(span, high=EXACT.subtract(span.high, _ONE), high_open=False)
    return span


def _is_whole(number: Decimal) -> bool:
    return number == number.to_integral_value()


def _not_below_zero(span: Span, name: str) -> Span:
    """Return what is left of `span` from 0 on, if `name` measures what cannot be less."""
    if unit(name).dimension not in _NOT_BELOW_ZERO or span.high is None or span.high < 0:
        return span
    if span.low is not None or (span.high == 0 and span.high_open):
        return span
    return replace(span, low=Decimal(0))


def of_date(stated: Moment | Period, *, year: int = ANY_YEAR, moved: int = 0) -> Span:
    """Return what a date accepts; `year` is that of one without, `moved` is put to the year."""
    if isinstance(stated, Period):
        return _of_period(stated, year, moved)
    if stated.year is None and stated.month is None and stated.day is not None:
        return Span(DAYS_OF_MONTH, None, Decimal(stated.day))
    own = stated.year or year
    month = stated.month or _DECEMBER
    last = _day(own, month, stated.day, moved)
    if stated.op == "≤":
        return Span(DAYS, None, last)
    return Span(DAYS, last if stated.day else _day(own, month, 1, moved), last)


def until(stated: Period, *, year: int = ANY_YEAR, moved: int = 0) -> Span:
    """Return what a deadline at the end of the period accepts."""
    return Span(DAYS, None, _ends(stated, year, moved)[1])


def _of_period(stated: Period, year: int, moved: int) -> Span:
    first, last = _ends(stated, year, moved)
    whole_month = stated.first_day is None and stated.last_day is None
    if whole_month and last - first < _MONTH:
        return Span(DAYS, first, last)
    point = EXACT.add(times(first, Decimal(_ALL)), last)
    return Span(STRETCHES, point, point)


def _ends(stated: Period, year: int, moved: int) -> tuple[Decimal, Decimal]:
    turns = stated.last_month < stated.first_month
    last = stated.last_year or (stated.year or year) + turns
    first = stated.year or (last - turns)
    return (
        _day(first, stated.first_month, stated.first_day or 1, moved),
        _day(last, stated.last_month, stated.last_day, moved),
    )


def _day(year: int, month: int, day: int | None, moved: int) -> Decimal:
    """Return the place of a day on the axis; the end of the month where there is no day."""
    if day is None or day >= _LAST[month]:
        day = _END
    return Decimal(((year + moved) * _DECEMBER + month - 1) * _MONTH + day)
