"""What changed between two filings, as records.

Every change names both sides. What belongs together is said by a `Matching`, with how and why. A
comparison is directed, from the older to the newer; `mirror` turns it round. Places of the older
side are those of its own files.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from perfspec.compare.pairs import Matching, Pair
from perfspec.diagnostics import Place
from perfspec.form import Form
from perfspec.model import Filing, Indicator, Project, Term, Unit
from perfspec.prose.records import Promise
from perfspec.values import Amount, Percent, Target
from perfspec.values.numerals import EXACT


class Shift(StrEnum):
    """What became of a target, by inclusion of what it accepts."""

    SAME = "same"
    TIGHTENED = "tightened"
    RELAXED = "relaxed"
    REVERSED = "reversed"  # a floor became a ceiling, or a ceiling a floor
    SHIFTED = "shifted"  # neither set holds the other, in one unit
    REDEFINED = "redefined"  # another unit or measure: not to be compared
    QUANTIFIED = "quantified"  # words became a number
    DEQUANTIFIED = "dequantified"  # a number became words
    REWORDED = "reworded"  # words became other words


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetChange:
    """What became of a target.

    `old_assumed` and `new_assumed` name the operator that had to be assumed, `old_unit` and
    `new_unit` the unit. `difference` is new less old in the unit of the newer target, where both
    are one number of one measure, not the SAME, and the unit can say it exactly. `mended` tells of
    a REVERSED target whether it is now as name and class want it; None where they do not say. A
    change of the text alone (1万元, 10000元) is SAME with texts that differ.
    """

    shift: Shift
    old: Target
    new: Target
    old_assumed: str = ""
    new_assumed: str = ""
    old_unit: str = ""
    new_unit: str = ""
    difference: Decimal | None = None
    mended: bool | None = None

    @property
    def is_weaker(self) -> bool:
        """Whether less is promised than before."""
        against = self.shift is Shift.REVERSED and not self.mended
        return against or self.shift in {Shift.RELAXED, Shift.DEQUANTIFIED}


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountChange:
    """What became of an amount; `before` and `after` are in the newer filing's money unit."""

    old: Amount | None
    new: Amount | None
    before: Decimal | None
    after: Decimal | None

    @property
    def difference(self) -> Decimal | None:
        """How much more it is; None where one of them is not known."""
        if self.before is None or self.after is None:
            return None
        return EXACT.subtract(self.after, self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceChange:
    """What became of a source of money; shares are of the total, in per cent to 28 digits.

    None is no source of that name, or no total.
    """

    id: str
    label: str
    amount: AmountChange
    old_share: Decimal | None
    new_share: Decimal | None


class Timing(StrEnum):
    """How the payment of the year moved."""

    SAME = "same"
    EARLIER = "earlier"  # at no date less, at one more
    LATER = "later"
    MIXED = "mixed"  # more at one date, less at another
    UNCLEAR = "unclear"  # a per cent is missing, or the forms have other dates


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChange:
    """What became of a payment plan (支出计划)."""

    timing: Timing
    old: Mapping[str, Percent]
    new: Mapping[str, Percent]


class Edit(StrEnum):
    """What became of a piece of text."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text that was kept, deleted or inserted; a number is never cut."""

    edit: Edit
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LostPromise:
    """A countable promise of the older text that the newer side makes nowhere."""

    promise: Promise
    at: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class TextChange:
    """What became of one text, or of one item of a list of texts.

    `key` is its field (`purpose`, `goals`, `measures`, `name` …). An item that was added has an
    `old` of None, a dropped one a `new` of None. `pieces` are in order: those kept and deleted
    make the old text, those kept and inserted the new. `likeness` is 0 to 100, rounded down: 100
    means equal.
    """

    key: str
    old: str | None
    new: str | None
    old_at: Place | None
    new_at: Place | None
    pieces: tuple[Piece, ...]
    likeness: int
    lost: tuple[LostPromise, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether both sides have the same characters."""
        return self.old == self.new


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorChange:
    """What became of an indicator; `texts` are name, description, basis and extra fields."""

    pair: Pair[Indicator]
    target: TargetChange
    texts: tuple[TextChange, ...]
    class_moved: bool
    weight: tuple[str, str]

    @property
    def is_same(self) -> bool:
        """Whether nothing that the specs say of it changed, the writing of its target included."""
        return (
            self.target.old.text == self.target.new.text
            and self.target.shift is Shift.SAME
            and not self.class_moved
            and self.weight[0] == self.weight[1]
            and all(text.is_same for text in self.texts)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The indicators of one table of a project: those of the year, or of the medium term."""

    matching: Matching[Indicator]
    changes: tuple[IndicatorChange, ...]  # one for each pair, in their order


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectChange:
    """What became of a project; `texts` are all of them, the equal ones too."""

    pair: Pair[Project]
    code: tuple[str, str]
    unit_moved: bool
    budget: AmountChange
    sources: tuple[SourceChange, ...]
    plan: PlanChange
    term: tuple[Term | None, Term | None]
    texts: tuple[TextChange, ...]
    indicators: Table
    medium_term: Table | None
    medium_term_goals: tuple[TextChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A filing with its form."""

    filing: Filing
    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What changed between two filings of one department; `texts` are those of filing.yaml.

    `left_out` are ids of projects that one side has but that could not be read there: nothing is
    said of them, and they are neither dropped nor added.
    """

    old: Side
    new: Side
    texts: tuple[TextChange, ...]
    units: Matching[Unit]
    total: AmountChange
    projects: Matching[Project]
    changes: tuple[ProjectChange, ...]  # one for each pair, in their order
    left_out: frozenset[str] = frozenset()

    @property
    def years(self) -> int:
        """How many years lie between: 0 for two states of one year, negative for a mirror."""
        return self.new.filing.year - self.old.filing.year
