"""What matching needs to know of projects and indicators, read once for each.

In: a filing's projects with its form, or indicators. Out: facts. A code has its year digits taken
out where both forms say where they stand.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from perfspec.compare import Side
from perfspec.compare.matching import names
from perfspec.compare.matching.candidates import pairs_of_characters
from perfspec.form import Form
from perfspec.indicators import derived_id
from perfspec.model import Indicator, Project, Unit
from perfspec.values import Quantity
from perfspec.values.units import Dimension, unit

_CODE = re.compile("[0-9A-Za-z-]{8,64}")
_LEAST = 3  # different signs in a code; fewer are a row of zeros
_FLOOR = "≥≧>=＝ "  # signs that are left out as often as not
_ROOM = 2000  # characters of a text that are compared


@dataclass(frozen=True, kw_only=True)  # with slots nothing could be kept
class ProjectFacts:
    """What tells a project from others.

    `code` is for comparing, `written` is the code as it stands there. What most projects need not
    be asked for is worked out on use.
    """

    project: Project
    id: str
    name: str
    key: str
    code: str | None
    written: str
    budget: Decimal | None
    purpose: str

    @cached_property
    def indicators(self) -> frozenset[str]:
        """The names of its indicators."""
        return frozenset(names.reduced(one.name).strict for one in self.project.indicators)

    @property
    def content(self) -> tuple[object, ...]:
        """All of it but its id."""
        one = self.project
        rows = tuple(sorted((*_row(row), row.basis) for row in one.indicators))
        code, total = one.unit.code, one.budget.total.text
        return one.name, one.code, code, total, one.purpose, one.goals, rows

    @cached_property
    def tokens(self) -> frozenset[str]:
        """What it is looked up by."""
        words = names.reduced(self.name).words
        return pairs_of_characters(words) | {f"code {self.code or self.id}", self.id}


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorFacts:
    """What tells an indicator from others."""

    indicator: Indicator
    id: str
    name: str
    key: str
    group: str
    label: str
    target: str
    dimension: Dimension | None
    description: str

    @property
    def content(self) -> tuple[object, ...]:
        """All of it but its id."""
        one = self.indicator
        return (*_row(one), self.group, one.description, one.basis, one.weight)

    @property
    def tokens(self) -> frozenset[str]:
        """What it is looked up by."""
        return pairs_of_characters(names.reduced(self.name).words) | {self.id}


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFacts:
    """What tells a unit from others."""

    code: str
    name: str
    key: str
    content: tuple[object, ...]
    tokens: frozenset[str]

    @property
    def written(self) -> str:
        """The code as it stands there."""
        return self.code


def of_projects(projects: Sequence[Project], side: Side, other: Form) -> tuple[ProjectFacts, ...]:
    """Return the facts of `projects` of `side`, which is compared with a filing of form `other`."""
    scale = unit(side.form.money_unit).scale
    return tuple(_of_project(one, side.form, other, scale) for one in projects)


def _of_project(project: Project, form: Form, other: Form, scale: Decimal) -> ProjectFacts:
    total, code = project.budget.total.value, code_key(project.code, form, other)
    return ProjectFacts(
        project=project,
        id=project.id,
        name=project.name,
        key=names.reduced(project.name).strict,
        code=code,
        written=project.code,
        budget=None if total is None else total * scale,
        purpose=project.purpose[:_ROOM].strip(),
    )


def code_key(code: str, form: Form, other: Form) -> str | None:
    """Return `code` without its year where both forms say where that stands; None is no code."""
    code = code.strip()
    at = form.project_code.year_at
    if at is not None and other.project_code.year_at is not None:
        year = code[at : at + 2]
        if len(year) == 2 and year.isascii() and year.isdecimal():  # noqa: PLR2004 — digits of a year
            code = f"{code[:at]}--{code[at + 2 :]}"
    return code if _CODE.fullmatch(code) and len(set(code)) >= _LEAST else None


def of_indicators(indicators: Sequence[Indicator]) -> tuple[IndicatorFacts, ...]:
    """Return the facts of `indicators`."""
    return tuple(_of_indicator(one) for one in indicators)


def _of_indicator(one: Indicator) -> IndicatorFacts:
    classified = one.classified
    group = classified.standard or f"{classified.first}/{classified.second}"
    return IndicatorFacts(
        indicator=one,
        id=one.id,
        name=one.name,
        key=names.reduced(one.name).strict,
        group=group,
        label=classified.second or classified.first,
        target=one.target.text.strip().lstrip(_FLOOR),
        dimension=_dimension(one.target.reading),
        description=one.description[:_ROOM].strip(),
    )


def _dimension(reading: object) -> Dimension | None:
    """Return what a target measures; of a number without a unit that is not known."""
    if not isinstance(reading, Quantity) or reading.dimension is Dimension.NONE:
        return None
    return reading.dimension


def _row(one: Indicator) -> tuple[str, ...]:
    return one.classified.first, one.classified.second, one.name, one.target.text


def of_units(units: Sequence[Unit]) -> tuple[UnitFacts, ...]:
    """Return the facts of `units`."""
    return tuple(
        UnitFacts(
            code=one.code,
            name=one.name,
            key=names.reduced(one.name).strict,
            content=(one.code, one.name, one.suffix),
            tokens=pairs_of_characters(names.reduced(one.name).words),
        )
        for one in units
    )


def declared_ids(indicators: Sequence[Indicator]) -> tuple[str | None, ...]:
    """Return the ids of `indicators`; None for one that only counts rows of one class and name."""
    bases = [_base(one) for one in indicators]
    repeated = {base for base, times in Counter(bases).items() if base and times > 1}
    return tuple(
        None if base in repeated else one.id for one, base in zip(indicators, bases, strict=True)
    )


def _base(one: Indicator) -> str | None:
    """Return the id that was derived for `one`, without its count; None where it was typed."""
    base = derived_id(one.classified, one.name, Counter())
    return base if one.id == base or one.id.startswith(f"{base}-") else None
