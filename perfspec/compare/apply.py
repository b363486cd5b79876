"""The newer filing, made of the older one and what changed.

In: a comparison, and the older filing. Out: the newer one, equal but for places. What was kept of
a text is taken from the older filing and put together with what was inserted; amounts, plans and
targets become those of their changes; what was added is put in. An order is no change, and the
head of filing.yaml, ids, units and the labels of a class have none: they are the newer ones.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from perfspec.compare import Comparison, Edit, IndicatorChange, ProjectChange, Table, TextChange
from perfspec.compare.pairs import Matching, T
from perfspec.model import Fields, Filing, Indicator, MediumTerm, Project

_FIELD = "fields."


def apply(comparison: Comparison, old: Filing) -> Filing:
    """Return the newer filing; projects that were left out of the comparison are not in it."""
    newer, changes = comparison.new.filing, comparison.texts
    former = {project.id: project for project in old.projects}
    changed = {
        id(change.pair.new): _project(change, former[change.pair.old.id])
        for change in comparison.changes
    }
    projects = [one for one in newer.projects if one.id not in comparison.left_out]
    name = _text(changes, "department.name", old.department.name)
    return replace(
        newer,
        department=replace(newer.department, name=name),
        units=_put(
            comparison.units, {id(one.new): one.new for one in comparison.units.pairs}, newer.units
        ),
        overall_goal=_text(changes, "overall_goal", old.overall_goal),
        sub_goals=_items(changes, "sub_goals", old.sub_goals),
        measures=_items(changes, "measures", old.measures),
        projects=_put(comparison.projects, changed, projects),
        fields=_fields(changes, old.fields),
    )


def _put(found: Matching[T], changed: dict[int, T], newer: Iterable[T]) -> tuple[T, ...]:
    """Return the changed things and those without an older one, in the order of `newer`."""
    added = found.added
    for group in found.proposals + found.confirmed:
        added += group.new
    known = {id(one): one for one in added} | changed
    return tuple(known[id(one)] for one in newer)


def _project(change: ProjectChange, old: Project) -> Project:
    new = change.pair.new
    return Project(
        id=new.id,
        unit=new.unit,
        code=change.code[1],
        name=_text(change.texts, "name", old.name),
        term=change.term[1],
        budget=replace(
            new.budget,
            total=change.budget.new or old.budget.total,
            sources={one.id: one.amount.new for one in change.sources if one.amount.new},
        ),
        purpose=_text(change.texts, "purpose", old.purpose),
        payment_plan=change.plan.new,
        goals=_items(change.texts, "goals", old.goals),
        indicators=_rows(change.indicators, old.indicators, new.indicators),
        medium_term=_medium_term(change, old),
        fields=_fields(change.texts, old.fields),
        at=new.at,
    )


def _medium_term(change: ProjectChange, old: Project) -> MediumTerm | None:
    term, table = change.pair.new.medium_term, change.medium_term
    if term is None or table is None:
        return None
    goals, rows = (
        (old.medium_term.goals, old.medium_term.indicators) if old.medium_term else ((), ())
    )
    return MediumTerm(
        goals=_items(change.medium_term_goals, "medium_term.goals", goals),
        indicators=_rows(table, rows, term.indicators),
        at=term.at,
    )


def _rows(
    table: Table, olds: Sequence[Indicator], newer: Sequence[Indicator]
) -> tuple[Indicator, ...]:
    former = {row.id: row for row in olds}
    changed = {
        id(change.pair.new): _indicator(change, former[change.pair.old.id])
        for change in table.changes
    }
    return _put(table.matching, changed, newer)


def _indicator(change: IndicatorChange, old: Indicator) -> Indicator:
    new = change.pair.new
    return Indicator(
        id=new.id,
        classified=new.classified,
        name=_text(change.texts, "name", old.name),
        description=_text(change.texts, "description", old.description),
        target=change.target.new,
        basis=_text(change.texts, "basis", old.basis),
        weight=change.weight[1],
        fields=_fields(change.texts, old.fields),
        at=new.at,
    )


def _text(changes: Iterable[TextChange], key: str, old: str) -> str:
    return "".join(_made(one, old) for one in changes if one.key == key)


def _items(changes: Iterable[TextChange], key: str, olds: Sequence[str]) -> tuple[str, ...]:
    """Return the newer items of a list; an item knows by its place which older one it was."""
    return tuple(
        _made(one, olds[int(one.old_at.keys[-1])] if one.old_at else "")
        for one in changes
        if one.key == key and one.new is not None
    )


def _fields(changes: Iterable[TextChange], old: Fields) -> Fields:
    names = ((one.key.removeprefix(_FIELD), one) for one in changes if one.key.startswith(_FIELD))
    return {name: _made(one, old.get(name, "")) for name, one in names if one.new is not None}


def _made(change: TextChange, old: str) -> str:
    """Return the newer text: what was kept of the older one, and what was inserted."""
    parts: list[str] = []
    at = 0
    for piece in change.pieces:
        end = at if piece.edit is Edit.INSERTED else at + len(piece.text)
        if piece.edit is not Edit.DELETED:
            parts.append(piece.text if piece.edit is Edit.INSERTED else old[at:end])
        at = end
    return "".join(parts)
