"""The records in which reports see changes: flat rows, in groups, in sections."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from perfspec.changes import Course, Step, words
from perfspec.compare import Piece, ProjectChange, Shift, Timing
from perfspec.compare.pairs import How, Relation
from perfspec.findings import Spot
from perfspec.messages import Message


class Kind(StrEnum):
    """What a row tells."""

    ADDED = "added"
    DROPPED = "dropped"
    CHANGED = "changed"
    FORMAL = "formal"  # another writing of the same value, or only the year that went on
    OPEN = "open"  # a proposal: a person has to decide whether these are one
    REGROUPED = "regrouped"  # a split or a merge that a person recorded


class Subject(StrEnum):
    """What a row is about."""

    FILING = "filing"
    UNIT = "unit"
    PROJECT = "project"
    INDICATOR = "indicator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One change.

    `key` is the path of the field in its file without list positions, `label` its title. `old` and
    `new` are as printed, None where a side has nothing. `before` and `after` are the numbers that
    they state, in `unit`, where both can be compared. `lost` are the countable promises that the
    newer side makes nowhere. What belongs to a project names it as the newer side does, or else as
    the older one.
    """

    subject: Subject
    kind: Kind
    key: str
    label: str
    project: str = ""
    project_name: str = ""
    indicator: str = ""
    indicator_name: str = ""
    is_medium_term: bool = False
    old: str | None = None
    new: str | None = None
    old_spot: Spot | None = None
    new_spot: Spot | None = None
    before: Decimal | None = None
    after: Decimal | None = None
    difference: Decimal | None = None
    percent: Decimal | None = None
    unit: str = ""
    shift: Shift | None = None
    is_weaker: bool = False
    mended: bool | None = None
    assumed: tuple[str, str] = ("", "")
    assumed_units: tuple[str, str] = ("", "")
    timing: Timing | None = None
    relation: Relation | None = None
    how: How | None = None
    likeness: int | None = None
    pieces: tuple[Piece, ...] = ()
    lost: tuple[str, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether both sides mean the same here."""
        return self.kind is Kind.FORMAL

    @property
    def is_whole(self) -> bool:
        """Whether it tells of an indicator as such and not of one of its fields."""
        return self.subject is Subject.INDICATOR and self.key.endswith("indicators")

    @property
    def promises_less(self) -> bool:
        """Whether it is a weaker target or an indicator that was dropped."""
        return self.is_weaker or (self.is_whole and self.kind is Kind.DROPPED)

    @property
    def mark(self) -> tuple[str, Message]:
        """The sign and the word for what happened."""
        if self.kind is Kind.CHANGED and self.shift:
            known = words.SHIFTS[self.shift]
            return known if self.mended is None else words.MENDED[self.mended]
        if self.kind is Kind.CHANGED and self.timing:
            return words.CHANGED[0], words.TIMINGS[self.timing]
        if self.kind is Kind.OPEN and self.relation:
            return words.PROBABLE[0], words.RELATIONS[self.relation]
        if self.kind is Kind.REGROUPED and self.relation:
            return words.REGROUPED[self.relation]
        return _MARKS[self.kind]


_MARKS = {
    Kind.ADDED: words.ADDED,
    Kind.DROPPED: words.DROPPED,
    Kind.CHANGED: words.CHANGED,
    Kind.FORMAL: words.FORMAL,
    Kind.OPEN: words.PROBABLE,
    Kind.REGROUPED: words.CHANGED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What is told under one heading: a project, or with an empty `id` the filing itself.

    `change` is that of a project in both years; any other has one row, which says what became of
    it. `old_name` is empty where the name is as before but for the year.
    """

    id: str = ""
    name: str = ""
    old_name: str = ""
    change: ProjectChange | None = None
    rows: tuple[Row, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether nothing changed but writing and year."""
        return all(row.is_same for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A department from one side to the next, and the labels of these two.

    `is_dated` tells that one side holds filings of several years, so that its year has to be named.
    """

    course: Course
    step: Step
    labels: tuple[str, str]
    filing: Group
    projects: tuple[Group, ...]
    is_dated: bool = False

    @property
    def year(self) -> int:
        """The year of the newer filing."""
        return self.step.comparison.new.filing.year

    @property
    def rows(self) -> Iterator[Row]:
        """All its rows."""
        yield from self.filing.rows
        for group in self.projects:
            yield from group.rows

    @property
    def is_same(self) -> bool:
        """Whether nothing changed but writing and year."""
        return all(row.is_same for row in self.rows)
