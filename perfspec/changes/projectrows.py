"""The group of rows of a project."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from perfspec.changes import Step, indicatorrows, labels
from perfspec.changes.order import Open
from perfspec.changes.row import Group, Kind, Row, Subject
from perfspec.changes.rowmaking import (
    in_order,
    kind,
    of_amount,
    of_open,
    of_project,
    of_text,
    only_year,
    placed,
)
from perfspec.compare import ProjectChange, TextChange, Timing
from perfspec.compare.pairs import How
from perfspec.form import Form
from perfspec.model import Indicator, Project, Term
from perfspec.values import Percent

_PROJECTS = "projects"
_BEFORE_MONEY = frozenset({"name"})
_MONEY_TEXTS = frozenset({"purpose"})


def added(new: Project, step: Step) -> Group:
    """Return the group of a project that is new."""
    total, unit = new.budget.total, step.comparison.new.form.money_unit
    row = replace(
        _head(Kind.ADDED, new, None, new, step),
        new=total.text and f"{total.text}{unit}",
        after=total.value,
        unit=unit,
    )
    return Group(id=new.id, name=new.name, rows=(row,))


def dropped(old: Project, step: Step) -> Group:
    """Return the group of a project that ended."""
    total, unit = old.budget.total, step.comparison.old.form.money_unit
    row = replace(
        _head(Kind.DROPPED, old, old, None, step),
        old=total.text and f"{total.text}{unit}",
        before=total.value,
        unit=unit,
    )
    return Group(id=old.id, name=old.name, rows=(row,))


def undecided(part: Open[Project], step: Step) -> Group:
    """Return the group of a proposal, or of a split or merge that was confirmed."""
    label = labels.title(labels.FILING, (_PROJECTS,))
    row = of_open(part, step, subject=Subject.PROJECT, key=_PROJECTS, label=label)
    ids = " ".join(one.id for one in part.proposal.new)
    row = replace(row, project=ids, project_name=row.new or "")
    return Group(id=ids, name=row.new or "", old_name=row.old or "", rows=(row,))


def group(change: ProjectChange, step: Step) -> Group:
    """Return the group of a project that is in both years."""
    old, new = change.pair.old, change.pair.new
    is_named_so = old.name == new.name or only_year(old.name, new.name, step.comparison)
    return Group(
        id=new.id,
        name=new.name,
        old_name="" if is_named_so else old.name,
        change=change,
        rows=tuple(of_project(row, new, _how(row, change)) for row in _rows(change, step)),
    )


def _how(row: Row, change: ProjectChange) -> How | None:
    """Return how both sides are known to be one; an indicator is known by itself."""
    return row.how if row.subject is Subject.INDICATOR else change.pair.how


def _head(what: Kind, named: Project, old: Project | None, new: Project | None, step: Step) -> Row:
    return Row(
        subject=Subject.PROJECT,
        kind=what,
        key=_PROJECTS,
        label=labels.title(labels.FILING, (_PROJECTS,)),
        project=named.id,
        project_name=named.name,
        **placed(step, old.at / "name" if old else None, new.at / "name" if new else None),
    )


def _rows(change: ProjectChange, step: Step) -> Iterator[Row]:
    """Yield what changed, in the order of the paper."""
    old, new = change.pair.old, change.pair.new
    code = _yearly("code", *change.code, change, step)
    if code:
        yield code
    yield from _texts(change.texts, step, only=_BEFORE_MONEY)
    if change.unit_moved:
        units = [f"{one.unit.code} {one.unit.name}" for one in (old, new)]
        yield replace(_field("unit", change, step), old=units[0], new=units[1])
    before, after = map(_written, change.term)
    term = _yearly("term", before, after, change, step)
    if term:
        yield term
    yield from _money(change, step)
    yield from _texts(change.texts, step, only=_MONEY_TEXTS)
    yield from _plan(change, step)
    yield from _texts(change.texts, step, but=_BEFORE_MONEY | _MONEY_TEXTS)
    yield from indicatorrows.rows(
        change.indicators, old.indicators, new.indicators, step, is_medium_term=False
    )
    for row in _texts(change.medium_term_goals, step):
        yield replace(row, is_medium_term=True)
    if change.medium_term:
        first, second = map(medium_term_indicators, (old, new))
        yield from indicatorrows.rows(change.medium_term, first, second, step, is_medium_term=True)


def medium_term_indicators(project: Project) -> tuple[Indicator, ...]:
    """Return the indicators of the whole term of a project, if it has any."""
    return project.medium_term.indicators if project.medium_term else ()


def _texts(
    texts: tuple[TextChange, ...],
    step: Step,
    *,
    only: frozenset[str] | None = None,
    but: frozenset[str] = frozenset(),
) -> Iterator[Row]:
    for text in in_order(texts):
        if not text.is_same and text.key not in but and (only is None or text.key in only):
            yield of_text(text, labels.PROJECT, Subject.PROJECT, step)


def _field(key: str, change: ProjectChange, step: Step, *keys: str) -> Row:
    path = (key, *keys)
    old, new = change.pair.old.at, change.pair.new.at
    for one in path:
        old, new = old / one, new / one
    return Row(
        subject=Subject.PROJECT,
        kind=Kind.CHANGED,
        key=".".join(path),
        label=labels.title(labels.PROJECT, path),
        **placed(step, old, new),
    )


def _yearly(key: str, old: str, new: str, change: ProjectChange, step: Step) -> Row | None:
    """Return the row of a text that goes on with the year."""
    if old == new:
        return None
    what = Kind.FORMAL if only_year(old, new, step.comparison) else kind(old, new)
    return replace(_field(key, change, step), kind=what, old=old or None, new=new or None)


def _written(term: Term | None) -> str:
    return f"{term.start}—{term.end}" if term else ""


def _money(change: ProjectChange, step: Step) -> Iterator[Row]:
    total = of_amount(_field("budget", change, step, "total"), change.budget, step)
    if total:
        yield total
    for source in change.sources:
        field = _field("budget", change, step, "sources", source.id)
        row = of_amount(replace(field, label=source.label), source.amount, step)
        if row:
            yield row


def _plan(change: ProjectChange, step: Step) -> Iterator[Row]:
    plan, compared = change.plan, step.comparison
    old, new = _dates(plan.old, compared.old.form), _dates(plan.new, compared.new.form)
    if old != new:
        what = Kind.FORMAL if plan.timing is Timing.SAME else kind(old, new)
        yield replace(
            _field("payment_plan", change, step),
            kind=what,
            old=old or None,
            new=new or None,
            timing=plan.timing,
        )


def _dates(plan: Mapping[str, Percent], form: Form) -> str:
    """Return `3月底 25% · 6月底 50%`."""
    columns = {one.id: one.label for one in form.payment_plan}
    return " · ".join(
        f"{columns.get(date, date)} {one.text.removesuffix('%')}%"
        for date, one in plan.items()
        if one.text
    )
