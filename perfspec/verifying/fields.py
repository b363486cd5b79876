"""The fields of a filing, each with what its spec says and what the paper says.

In: records of the specs, what was found in the paper, and the form for its labels. Out: `Field`s in
the order of the paper.
"""

from collections.abc import Iterator, Mapping, Sequence

from perfspec.diagnostics import Place
from perfspec.documents import Where
from perfspec.form import Form
from perfspec.importing import Found, FoundIndicator, FoundProject, Value
from perfspec.model import Filing, Indicator, Project, Unit
from perfspec.values import Bands
from perfspec.verifying import Field, Part
from perfspec.verifying.printing import literal, paragraphs

# What the cover of an illustration says.
_SAMPLE = "示例，不是正式文本"
_BANDS = ("excellent", "good", "fair", "poor")


def of_cover(filing: Filing, found: Found) -> tuple[Field, ...]:
    """Return the fields of the cover."""
    department, at = filing.department, filing.department.at
    near = _paper(found)
    return (
        _one(at / "short_name", department.short_name, found.short_name, near),
        _one(filing.at / "year", str(filing.year), found.year, near),
        _one(at / "name", department.name, found.department_name, near),
        _one(at / "reviewer", department.reviewer, found.reviewer, near),
        _one(filing.at / "sample", _SAMPLE if filing.sample else "", found.sample, near),
    )


def of_filing(filing: Filing, found: Found) -> Iterator[Field]:
    """Yield the fields of the first part."""
    near = _paper(found)
    place = filing.at / "overall_goal"
    yield _items(place, [(place, filing.overall_goal)], found.overall_goal, near)
    place = filing.at / "sub_goals"
    yield _items(place, _numbered(place, filing.sub_goals), found.sub_goals, near)
    place = filing.at / "measures"
    yield _items(place, _numbered(place, filing.measures), found.measures, near)


def _paper(found: Found) -> Where:
    return Where(document=found.documents[0].name)


def _numbered(at: Place, items: Sequence[str]) -> list[tuple[Place, str]]:
    return [(at / index, item) for index, item in enumerate(items)]


def _items(
    at: Place, items: list[tuple[Place, str]], values: tuple[Value, ...] | None, near: Where
) -> Field:
    parts = tuple(
        Part(part, place, part == item) for place, item in items for part in paragraphs(item)
    )
    return Field(at=at, parts=parts, values=values, near=near)


def of_project(project: Project, found: FoundProject, form: Form) -> Iterator[Field]:
    """Yield the fields of a project's table above the indicators."""
    at, near, unit = project.at, found.at, project.unit
    if found.title is not None:
        yield _one(at / "name", project.name, found.title, near)
    yield from _unit(unit, found)
    if found.money_unit is not None:
        yield _one(project.budget.at, form.money_unit, found.money_unit, near)
    yield _one(at / "code", project.code, found.code, near)
    yield _one(at / "name", project.name, found.name, near)
    term, place = project.term, at / "term"
    if term:
        yield _one(place / "start", term.start, found.term_start, near)
        yield _one(place / "end", term.end, found.term_end, near)
    yield _one(project.budget.at / "total", project.budget.total.text, found.total, near)
    sources = {one.label: one.amount for one in found.sources}
    labels = {column.id: column.label for column in form.sources}
    for key, amount in project.budget.sources.items():
        place = project.budget.at / "sources" / key
        yield _one(place, amount.text, sources.get(labels.get(key, key)), near)
    yield _one(at / "purpose", project.purpose, found.purpose, near)
    dates = {column.id: column.label for column in form.payment_plan}
    for key, percent in project.payment_plan.items():
        place = at / "payment_plan" / key
        yield _one(place, percent.text, found.plan.get(dates.get(key, key)), near)
    yield _goals(at / "goals", project.goals, found.goals, near)
    if project.medium_term:
        place = project.medium_term.at / "goals"
        yield _goals(place, project.medium_term.goals, found.medium_goals, near)
    yield from _extra(project.fields, at, found.fields, form, near)


def _unit(unit: Unit, found: FoundProject) -> Iterator[Field]:
    """Yield the fields of the line of the unit; where they part, the paper does not say."""
    texts = (unit.code, unit.name, unit.suffix)
    values = (found.unit_code, found.unit_name, found.unit_suffix)
    code, name, suffix = (value.text if value else "" for value in values)
    read = (code, name, suffix)
    if _line(*texts) == _line(*read):
        texts = read
    for key, text, value in zip(("code", "name", "suffix"), texts, values, strict=True):
        yield _one(unit.at / key, text, value, found.at)


def _line(code: str, name: str, suffix: str) -> str:
    line = literal(f"{code}{name}（{suffix}）" if suffix else f"{code}{name}")
    return "".join(line.split())


def _goals(at: Place, goals: Sequence[str], values: tuple[Value, ...] | None, near: Where) -> Field:
    parts = tuple(_part(goal, at / index) for index, goal in enumerate(goals))
    return Field(at=at, parts=parts, values=values, near=near)


def of_indicator(row: Indicator, found: FoundIndicator, form: Form) -> Iterator[Field]:
    """Yield the fields of a row of indicators."""
    at, near, classified = row.at, found.at, row.classified
    yield _one(at / "class", classified.first, found.first, near)
    if classified.second or found.second:
        yield _one(at / "class", classified.second, found.second, near)
    yield _one(at / "name", row.name, found.name, near)
    yield _one(at / "description", row.description, found.description, near)
    yield from _target(row, found)
    yield _one(at / "basis", row.basis, found.basis, near)
    if form.weights_total is not None:
        yield _one(at / "weight", row.weight, found.weight, near)
    yield from _extra(row.fields, at, found.fields, form, near)


def _target(row: Indicator, found: FoundIndicator) -> Iterator[Field]:
    """Yield the target as the paper keeps it: in one cell, or in several."""
    at, target, printed, near = row.at / "target", row.target, found.target, found.at
    if isinstance(target.reading, Bands):
        for key in _BANDS:
            wanted = str(getattr(target.reading, key))
            yield _one(at / "bands" / key, wanted, printed.bands.get(key), near)
    elif target.split and printed.text is None:
        yield _one(at / "op", target.split.op, printed.op, near)
        yield _one(at / "value", target.split.value, printed.value, near)
        yield _one(at / "unit", target.split.unit, printed.unit, near)
    else:
        cells = (printed.text, printed.op, printed.value, printed.unit)
        values = tuple(one for one in cells if one is not None)
        parts = (_part(target.text, at),)
        yield Field(at=at, parts=parts, values=values or None, near=near)


def _extra(
    fields: Mapping[str, str], at: Place, found: Mapping[str, Value], form: Form, near: Where
) -> Iterator[Field]:
    labels = {one.id: one.label for one in form.fields}
    for key, text in fields.items():
        yield _one(at / "fields" / key, text, found.get(labels.get(key, key)), near)


def _one(at: Place, text: str, value: Value | None, near: Where) -> Field:
    values = None if value is None else (value,)
    return Field(at=at, parts=(_part(text, at),), values=values, near=near)


def _part(text: str, at: Place) -> Part:
    shown = literal(text)
    return Part(shown, at, shown == text)
