"""A filing as frozen records: what the specs say, with the place where each part says it.

The names are those of the YAML and the schema. Texts are kept as typed; `at` is the place of a
record, and `at / "name"` that of its field. Places do not count when records are compared.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from perfspec.diagnostics import Place
from perfspec.values import Amount, Percent, Target

Fields = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorClass:
    """The two labels under which an indicator is printed, and the standard class they mean.

    `standard` is empty where the form does not know the two labels together.
    """

    first: str
    second: str
    standard: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One row of a project table (绩效指标)."""

    id: str
    classified: IndicatorClass
    name: str
    description: str
    target: Target
    basis: str
    weight: str
    fields: Fields
    at: Place = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What a project costs (预算规模), in the filing's money unit."""

    total: Amount
    sources: Mapping[str, Amount]
    at: Place = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """First and last day of a project (项目期), as printed."""

    start: str
    end: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MediumTerm:
    """Goals and indicators of the whole term of a project (中期目标)."""

    goals: tuple[str, ...]
    indicators: tuple[Indicator, ...]
    at: Place = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A budget unit (预算单位)."""

    code: str
    name: str
    suffix: str
    at: Place = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Department:
    """The department that files (部门)."""

    code: str
    name: str
    short_name: str
    division: str
    reviewer: str
    at: Place = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A budget project (预算项目); `id` is the name of its file."""

    id: str
    unit: Unit
    code: str
    name: str
    term: Term | None
    budget: Budget
    purpose: str
    payment_plan: Mapping[str, Percent]
    goals: tuple[str, ...]
    indicators: tuple[Indicator, ...]
    medium_term: MediumTerm | None
    fields: Fields
    at: Place = field(compare=False)


@dataclass(frozen=True, slots=True, eq=False)
class ThisProject:
    """A project as the key of a cache: records that hold mappings cannot be hashed."""

    project: Project

    def __eq__(self, other: object) -> bool:
        """Tell whether both are one and the same record."""
        return isinstance(other, ThisProject) and self.project is other.project

    def __hash__(self) -> int:
        """Return the identity of the record, which the key keeps alive."""
        return id(self.project)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actual:
    """What an indicator reached (实际完成值), by the ids of its project and its own."""

    project: str
    indicator: str
    value: Target
    at: Place = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """A department's performance filing of one year (部门绩效文本)."""

    form: str
    year: int
    stage: str
    sample: bool
    complete: bool
    follows: str
    supplied: tuple[str, ...]
    department: Department
    units: tuple[Unit, ...]
    overall_goal: str
    sub_goals: tuple[str, ...]
    measures: tuple[str, ...]
    projects: tuple[Project, ...]
    fields: Fields
    at: Place = field(compare=False)
    actuals: tuple[Actual, ...] = ()
