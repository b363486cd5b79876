"""What changed between two filings of one department: the parts of a comparison put together.

In: two filings with their forms, and what a person decided about them. Out: a `Comparison`.
Texts of filing.yaml are `department.name`, `overall_goal`, `sub_goals`, `measures`; those of a
project `name`, `purpose`, `goals`; those of an indicator `name`, `description`, `basis`; and
everywhere the form's own ones, `fields.<id>`, by their ids.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from perfspec.compare import (
    Comparison,
    IndicatorChange,
    ProjectChange,
    Side,
    Table,
    TextChange,
    matching,
    money,
    plan,
    promises,
    targets,
    texts,
)
from perfspec.compare.lineage import NONE, Lineage
from perfspec.compare.pairs import Matching, Pair
from perfspec.diagnostics import Place
from perfspec.model import Fields, Filing, Indicator, IndicatorClass, Project, Unit


def compare(
    old: Side,
    new: Side,
    lineage: Lineage = NONE,
    *,
    guess: bool = True,
    left_out: frozenset[str] = frozenset(),
) -> Comparison:
    """Return what changed from `old` to `new`.

    Without `guess` only what was declared belongs together. Projects whose ids are in `left_out`
    could not be read on one side: they count on neither.
    """
    units = matching.units(old.filing, new.filing, lineage, guess=guess)
    projects = matching.projects(
        _without(old, left_out), _without(new, left_out), lineage, guess=guess
    )
    declared = matching.declares(old.filing, new.filing)
    has_moved = _moves(units)
    years = new.filing.year - old.filing.year

    def table(pair: Pair[Project], *, whole_term: bool = False) -> Table:
        before, after = (_rows(one, whole_term=whole_term) for one in (pair.old, pair.new))
        decisions = lineage.indicators.get((pair.old.id, pair.new.id), ())
        found = matching.indicators(before, after, decisions, declared=declared, guess=guess)
        return Table(matching=found, changes=tuple(indicator(one, years) for one in found.pairs))

    def project(pair: Pair[Project]) -> ProjectChange:
        before, after = pair.old, pair.new
        has_term = before.medium_term or after.medium_term
        return ProjectChange(
            pair=pair,
            code=(before.code, after.code),
            unit_moved=has_moved(before.unit, after.unit),
            budget=money.change(before.budget.total, after.budget.total, old.form, new.form),
            sources=money.sources(before.budget, after.budget, old.form, new.form),
            plan=plan.change(before.payment_plan, after.payment_plan, old.form, new.form),
            term=(before.term, after.term),
            texts=with_lost_of_project(pair, tuple(_of_project(before, after))),
            indicators=table(pair),
            medium_term=table(pair, whole_term=True) if has_term else None,
            medium_term_goals=_medium_term_goals(before, after),
        )

    return Comparison(
        old=old,
        new=new,
        texts=with_lost_of_filing(new.filing, tuple(_of_filing(old.filing, new.filing))),
        units=units,
        total=money.total(old, new, left_out),
        projects=projects,
        changes=tuple(map(project, projects.pairs)),
        left_out=left_out,
    )


def indicator(pair: Pair[Indicator], years: int = 0) -> IndicatorChange:
    """Return what became of an indicator; `years` lie between the filings."""
    old, new = pair.old, pair.new
    return IndicatorChange(
        pair=pair,
        target=targets.of_indicators(old, new, years=years),
        texts=(
            *(
                texts.change(key, getattr(old, key), getattr(new, key), old.at / key, new.at / key)
                for key in ("name", "description", "basis")
            ),
            *_fields(old.fields, new.fields, old.at, new.at),
        ),
        class_moved=_is_other(old.classified, new.classified),
        weight=(old.weight, new.weight),
    )


def with_lost_of_project(
    pair: Pair[Project], changes: tuple[TextChange, ...]
) -> tuple[TextChange, ...]:
    """Return the texts of a project with the promises that its newer state makes nowhere."""

    def named() -> Iterator[str]:
        for row in (*_rows(pair.new), *_rows(pair.new, whole_term=True)):
            yield row.name
            yield row.description

    return promises.with_lost(changes, named=named)


def with_lost_of_filing(new: Filing, changes: tuple[TextChange, ...]) -> tuple[TextChange, ...]:
    """Return the texts of filing.yaml with the promises that the newer filing makes nowhere."""

    def beside() -> Iterator[str]:
        for project in new.projects:
            yield project.purpose
            yield from project.goals

    return promises.with_lost(changes, beside=beside)


def _without(side: Side, left_out: frozenset[str]) -> Side:
    if not left_out:
        return side
    kept = tuple(one for one in side.filing.projects if one.id not in left_out)
    return replace(side, filing=replace(side.filing, projects=kept))


def _rows(project: Project, *, whole_term: bool = False) -> tuple[Indicator, ...]:
    if not whole_term:
        return project.indicators
    return project.medium_term.indicators if project.medium_term else ()


def _moves(units: Matching[Unit]) -> Callable[[Unit, Unit], bool]:
    """Return what tells whether a project went to a unit that is not, and may not be, its own."""
    kin = {(pair.old.code, pair.new.code) for pair in units.pairs}
    for group in (*units.proposals, *units.confirmed):
        kin |= {(old.code, new.code) for old in group.old for new in group.new}
    olds, news = {old for old, _ in kin}, {new for _, new in kin}

    def has_moved(old: Unit, new: Unit) -> bool:
        if old.code in olds or new.code in news:
            return (old.code, new.code) not in kin
        return old.code != new.code

    return has_moved


def _is_other(old: IndicatorClass, new: IndicatorClass) -> bool:
    """Tell whether the class is another; forms may have other labels for a standard class."""
    if old.standard and new.standard:
        return old.standard != new.standard
    return (old.first, old.second) != (new.first, new.second)


def _of_filing(old: Filing, new: Filing) -> Iterator[TextChange]:
    department = [one.department for one in (old, new)]
    names, places = zip(*((one.name, one.at / "name") for one in department), strict=True)
    yield texts.change("department.name", *names, *places)
    key = "overall_goal"
    yield texts.change(key, old.overall_goal, new.overall_goal, old.at / key, new.at / key)
    yield from texts.items(
        "sub_goals", old.sub_goals, new.sub_goals, old.at / "sub_goals", new.at / "sub_goals"
    )
    yield from texts.items(
        "measures", old.measures, new.measures, old.at / "measures", new.at / "measures"
    )
    yield from _fields(old.fields, new.fields, old.at, new.at)


def _of_project(old: Project, new: Project) -> Iterator[TextChange]:
    yield texts.change("name", old.name, new.name, old.at / "name", new.at / "name")
    yield texts.change("purpose", old.purpose, new.purpose, old.at / "purpose", new.at / "purpose")
    yield from texts.items("goals", old.goals, new.goals, old.at / "goals", new.at / "goals")
    yield from _fields(old.fields, new.fields, old.at, new.at)


def _fields(old: Fields, new: Fields, old_at: Place, new_at: Place) -> Iterator[TextChange]:
    for key in sorted({*old, *new}):
        yield texts.change(
            f"fields.{key}",
            old.get(key),
            new.get(key),
            old_at / "fields" / key if key in old else None,
            new_at / "fields" / key if key in new else None,
        )


def _medium_term_goals(old: Project, new: Project) -> tuple[TextChange, ...]:
    goals, places = zip(
        *(
            (one.medium_term.goals, one.medium_term.at / "goals")
            if one.medium_term
            else ((), one.at / "medium_term" / "goals")
            for one in (old, new)
        ),
        strict=True,
    )
    return texts.items("medium_term.goals", *goals, *places)
