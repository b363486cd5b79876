"""Units, projects and indicators by a few words, for tests of what belongs together."""

from collections.abc import Sequence
from dataclasses import replace

from perfspec import values
from perfspec.compare import Side
from perfspec.compare.lineage import Decision
from perfspec.compare.pairs import Matching, Relation
from perfspec.diagnostics import Place
from perfspec.form import Form
from perfspec.messages import english
from perfspec.model import (
    Budget,
    Department,
    Filing,
    Indicator,
    IndicatorClass,
    Project,
    Unit,
)
from perfspec.values.targets import target
from tests.compare.forms import PLAIN

NOWHERE = Place("")
OFFICE = Unit(code="224001", name="示例县网信办", suffix="", at=NOWHERE)
CENTRE = Unit(code="224002", name="示例县档案馆", suffix="", at=NOWHERE)


def project(  # noqa: PLR0913 — each test gives one or two of them
    name: str, id_: str, *, code: str = "", budget: str = "", unit: Unit = OFFICE,
    rows: Sequence[Indicator] = (), purpose: str = "",
) -> Project:  # fmt: skip
    """Return a project."""
    return Project(
        id=id_,
        unit=unit,
        code=code,
        name=name,
        term=None,
        budget=Budget(total=values.amount(budget), sources={}, at=NOWHERE),
        purpose=purpose,
        payment_plan={},
        goals=(),
        indicators=tuple(rows),
        medium_term=None,
        fields={},
        at=NOWHERE,
    )


def indicator(
    name: str, id_: str, value: str = "", *, standard: str = "output.quantity", about: str = ""
) -> Indicator:
    """Return an indicator of the class `standard`."""
    return Indicator(
        id=id_,
        classified=IndicatorClass(first="产出指标", second=standard, standard=standard),
        name=name,
        description=about,
        target=target(value),
        basis="",
        weight="",
        fields={},
        at=NOWHERE,
    )


def side(
    *projects: Project, year: int = 2020, follows: str = "", form: Form = PLAIN,
    units: tuple[Unit, ...] = (OFFICE, CENTRE), department: str = "224",
) -> Side:  # fmt: skip
    """Return a filing with `projects`."""
    filing = Filing(
        form=form.name,
        year=year,
        stage="draft",
        sample=False,
        complete=True,
        follows=follows,
        supplied=(),
        department=Department(
            code=department, name="网信办", short_name="", division="", reviewer="", at=NOWHERE
        ),
        units=units,
        overall_goal="",
        sub_goals=(),
        measures=(),
        projects=projects,
        fields={},
        at=NOWHERE,
    )
    return Side(filing=filing, form=form)


def later(
    *projects: Project, follows: str = "", units: tuple[Unit, ...] = (OFFICE, CENTRE)
) -> Side:
    """Return the filing of the year after."""
    return side(*projects, year=2021, follows=follows, units=units)


def with_form(given: Side, form: Form) -> Side:
    """Return `given` in another form."""
    return Side(filing=replace(given.filing, form=form.name), form=form)


def told(found: Matching[Project] | Matching[Unit] | Matching[Indicator]) -> list[str]:
    """Return what a matching says, a line each."""

    def ids(things: Sequence[Project | Unit | Indicator]) -> str:
        return "+".join(one.code if isinstance(one, Unit) else one.id for one in things)

    lines = [f"{one.how} {ids([one.old])}={ids([one.new])}" for one in found.pairs]
    lines += [f"{one.relation}? {ids(one.old)}={ids(one.new)}" for one in found.proposals]
    lines += [f"{one.relation}! {ids(one.old)}={ids(one.new)}" for one in found.confirmed]
    lines += [f"-{ids([one])}" for one in found.dropped]
    return lines + [f"+{ids([one])}" for one in found.added]


def reasons(found: Matching[Project] | Matching[Unit] | Matching[Indicator]) -> list[str]:
    """Return the reasons of the first pair, or of the first proposal where there is no pair."""
    both = [*(one.reasons for one in found.pairs), *(one.reasons for one in found.proposals)]
    return [english(reason) for reason in both[0]]


def decided(relation: Relation, old: str, new: str, note: str = "") -> Decision:
    """Return a decision; ids are parted by blanks."""
    return Decision(relation=relation, old=tuple(old.split()), new=tuple(new.split()), note=note)
