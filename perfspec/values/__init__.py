"""Money, per cents and targets as records: the text as typed, and the exact value it states.

The text is what the paper shows and is never rebuilt from the value. `targets` reads them; a
value that cannot be read is None and no error: paper knows empty cells and phrases.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from perfspec.values.numerals import times
from perfspec.values.units import Dimension, unit


class Assumed(StrEnum):
    """What a target does not say, so that whoever uses it has to assume it."""

    OPERATOR = "operator"
    UNIT = "unit"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money in the filing's unit; `value` is None in an empty cell."""

    text: str
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Percent:
    """A per cent from 0 to 100; `value` is None in an empty cell."""

    text: str
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Measure:
    """A number in the base unit of its dimension: `1万元` and `10000元` are one measure."""

    number: Decimal
    base: str
    per: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with a unit; `op` is `≥ ≤ > < =`, or empty where none was given."""

    op: str
    number: Decimal
    unit: str

    @property
    def dimension(self) -> Dimension:
        """What the unit measures."""
        return unit(self.unit).dimension

    @property
    def measure(self) -> Measure:
        """The number in the base unit, for comparing."""
        known = unit(self.unit)
        return Measure(times(self.number, known.scale), known.base, known.per)


@dataclass(frozen=True, slots=True)
class Range:
    """Two bounds with one unit: `10-20次`, both included."""

    low: Decimal
    high: Decimal
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bands:
    """Values for the results 优, 良, 中, 差."""

    excellent: str
    good: str
    fair: str
    poor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A date, or the end of a month or year; `op` is `≤` for a deadline, `=` for a day or month.

    What is not stated is None: `12月底到位` has no year and no day, `2020年底前` no month. A day
    without a month is one of every month.
    """

    op: str
    year: int | None
    month: int | None
    day: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of months, both included: `3月至5月`, `2020年全年`.

    `last_year` is `year` where the text says it once; days are None at the ends of months.
    """

    year: int | None
    first_month: int
    last_month: int
    last_year: int | None
    first_day: int | None = None
    last_day: int | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Known words of quality: `持续提高`, `长期`, `无`."""

    text: str


@dataclass(frozen=True, slots=True)
class Relative:
    """A bound that names another figure: `不超预算` is `≤` 预算."""

    op: str
    to: str


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A value that was never filled in: `≥**人`."""

    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Running text as a value, with the quantities stated in it, in their order."""

    figures: tuple[Quantity, ...]


Reading = Quantity | Range | Bands | Moment | Period | Phrase | Relative | Placeholder | Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """Operator, value and unit of a target in the cells in which a form keeps them apart."""

    op: str
    value: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A target: the text as written, and what it states; `reading` is None where nothing is known.

    `direction` is 正向, 反向 or 定性 where the text itself says so.
    """

    text: str
    reading: Reading | None = None
    assumed: frozenset[Assumed] = frozenset()
    direction: str = ""
    split: Split | None = None

    @property
    def quantity(self) -> Quantity | None:
        """The one number that the target states, if it states just that."""
        return self.reading if isinstance(self.reading, Quantity) else None

    @property
    def bands(self) -> Bands | None:
        """The four bands, if the target is written as such."""
        return self.reading if isinstance(self.reading, Bands) else None


_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def amount(text: str) -> Amount:
    """Return the amount that the digits `text` state, if they do."""
    return Amount(text, _decimal(text))


def percent(text: str) -> Percent:
    """Return the per cent that `text` states, with or without its sign."""
    return Percent(text, _decimal(text.removesuffix("%")))


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if _NUMBER.fullmatch(text) else None
