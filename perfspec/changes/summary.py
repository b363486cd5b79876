"""The figures of a one-page answer, and the lines that matter first.

In: sections. Out: counts of what became of projects, targets and indicators, the money of both
sides, and the projects that promise less without having less money.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from perfspec.changes import Changes
from perfspec.changes.figures import percent
from perfspec.changes.row import Group, Kind, Row, Section
from perfspec.changes.view import sections
from perfspec.compare import Shift
from perfspec.diagnostics import Severity
from perfspec.values.numerals import EXACT


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """The budgets of all projects on both sides, in one unit; None where they cannot be summed."""

    before: Decimal | None
    after: Decimal | None
    unit: str

    @property
    def difference(self) -> Decimal | None:
        """How much more it is."""
        if self.before is None or self.after is None:
            return None
        return EXACT.subtract(self.after, self.before)

    @property
    def percent(self) -> Decimal | None:
        """How many per cent more it is, with one decimal."""
        return percent(self.before, self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class Projects:
    """How many projects there are of each kind.

    `matched` are in both years: `same` and `changed` of them add up to it, and `renamed` have
    another name. `open` are proposals that nobody decided, `regrouped` splits and merges that
    somebody did.
    """

    matched: int
    same: int
    changed: int
    renamed: int
    added: int
    ended: int
    open: int
    regrouped: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Weaker:
    """A project that promises less: `rows` are its weaker targets and dropped indicators."""

    section: Section
    group: Group
    budget: Money
    rows: tuple[Row, ...]

    @property
    def has_more_money(self) -> bool:
        """Whether its budget rose."""
        return bool(self.budget.difference and self.budget.difference > 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The figures of some sections.

    `weaker` has the projects that promise less and do not have less money, the largest rise first;
    those whose money cannot be compared come last. `targets` counts the changes of targets,
    the writing alone left out.
    """

    projects: Projects
    money: Money
    targets: Mapping[Shift, int]
    indicators_added: int
    indicators_dropped: int
    indicators_open: int
    judgements: Mapping[Severity, int]
    weaker: tuple[Weaker, ...]
    left_out: int


def of(changes: Changes) -> Summary:
    """Return the figures of the newest step of every department."""
    return figures(newest(sections(changes)))


def newest(some: Iterable[Section]) -> tuple[Section, ...]:
    """Return of each course the section between its two newest sides."""
    return tuple({id(section.course): section for section in some}.values())


def figures(chosen: Iterable[Section]) -> Summary:
    """Return the figures of these sections together."""
    some = tuple(chosen)
    rows = [row for section in some for row in section.rows]
    indicators = Counter(row.kind for row in rows if row.is_whole)
    shifts = Counter(row.shift for row in rows if row.shift and not row.is_same)
    levels = Counter(one.severity for section in some for one in section.step.judgements)
    return Summary(
        projects=_projects(some),
        money=_money(some),
        targets={shift: shifts[shift] for shift in Shift if shifts[shift]},
        indicators_added=indicators[Kind.ADDED],
        indicators_dropped=indicators[Kind.DROPPED],
        indicators_open=indicators[Kind.OPEN],
        judgements={level: levels[level] for level in Severity},
        weaker=_weaker(some),
        left_out=sum(len(section.step.comparison.left_out) for section in some),
    )


def _projects(some: Iterable[Section]) -> Projects:
    groups = [group for section in some for group in section.projects]
    matched = [group for group in groups if group.change]
    alone = Counter(group.rows[0].kind for group in groups if not group.change)
    same = sum(group.is_same for group in matched)
    return Projects(
        matched=len(matched),
        same=same,
        changed=len(matched) - same,
        renamed=sum(bool(group.old_name) for group in matched),
        added=alone[Kind.ADDED],
        ended=alone[Kind.DROPPED],
        open=alone[Kind.OPEN],
        regrouped=alone[Kind.REGROUPED],
    )


def _money(some: tuple[Section, ...]) -> Money:
    """Return the sum of the totals; amounts of two units or years are not added up."""
    units = {section.step.comparison.new.form.money_unit for section in some}
    if len(units) != 1 or len({section.year for section in some}) != 1:
        return Money(before=None, after=None, unit="")
    totals = [section.step.comparison.total for section in some]
    return Money(
        before=_sum(total.before for total in totals),
        after=_sum(total.after for total in totals),
        unit=units.pop(),
    )


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    total = Decimal(0)
    for one in amounts:
        if one is None:
            return None
        total = EXACT.add(total, one)
    return total


def _weaker(some: Iterable[Section]) -> tuple[Weaker, ...]:
    found = []
    for section in some:
        unit = section.step.comparison.new.form.money_unit
        for group in section.projects:
            rows = tuple(row for row in group.rows if row.promises_less)
            if group.change is None or not rows:
                continue
            budget = group.change.budget
            money = Money(before=budget.before, after=budget.after, unit=unit)
            if money.difference is None or money.difference >= 0:
                found.append(Weaker(section=section, group=group, budget=money, rows=rows))
    # Sorting keeps the order of the paper among those that rose alike.
    return tuple(sorted(found, key=_rise))


def _rise(one: Weaker) -> tuple[bool, Decimal]:
    rise = one.budget.difference
    return rise is None, -(rise or Decimal(0))
