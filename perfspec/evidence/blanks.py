"""Which cells of a filing are empty that its form wants filled in.

In: a filing or a project, its form. Out: the places, each with what is missing there. `needed` are
the cells without which there is nothing to judge, the others leave a hole in the paper.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from perfspec.diagnostics import Place
from perfspec.evidence import tables
from perfspec.evidence.tables import Table
from perfspec.form import Form
from perfspec.messages import Message, message
from perfspec.model import Fields, Filing, Indicator, Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """An empty cell; `others` are cells of the same column that are empty as well."""

    at: Place
    text: Message
    needed: bool = True
    others: tuple[Place, ...] = ()


def of_filing(filing: Filing, form: Form) -> Iterator[Blank]:
    """Yield what is empty in the part on the whole department, where the form has that part."""
    listed = {"sub_goals": filing.sub_goals, "measures": filing.measures}
    if any(item.strip() for items in listed.values() for item in items):
        if not filing.overall_goal.strip():
            text = message("the overall goal is empty")
            yield Blank(at=filing.at / "overall_goal", text=text, needed=False)
        for key, items in listed.items():
            for index, item in enumerate(items):
                if not item.strip():
                    text = message("the item is empty")
                    yield Blank(at=filing.at / key / index, text=text, needed=False)
    yield from _extra("filing", form, filing.fields, filing.at)


def of_project(project: Project, form: Form) -> Iterator[Blank]:
    """Yield what is empty in a project, then row by row."""
    at = project.at
    if not project.name.strip():
        yield Blank(at=at / "name", text=message("the project has no name"))
    if project.budget.total.value is None:
        yield Blank(at=project.budget.at / "total", text=message("the project has no budget"))
    if "purpose" in form.required_on_project and not project.purpose.strip():
        text = message("the project has no purpose")
        yield Blank(at=at / "purpose", text=text, needed=False)
    yield from _goals(project)
    yield from _extra("project", form, project.fields, at)
    if not project.indicators:
        yield Blank(at=at / "indicators", text=message("the project has no indicator"))
    for table in tables.of_project(project):
        for row in table.rows:
            yield from _needed(row)
        yield from _columns(table, form)


def _goals(project: Project) -> Iterator[Blank]:
    if not any(goal.strip() for goal in project.goals):
        yield Blank(at=project.at / "goals", text=message("the project has no goal"))
        return
    for index, goal in enumerate(project.goals):
        if not goal.strip():
            text = message("the goal is empty")
            yield Blank(at=project.at / "goals" / index, text=text, needed=False)


def _needed(row: Indicator) -> Iterator[Blank]:
    labels = (row.classified.first, row.classified.second)
    if not row.classified.standard and not all(label.strip() for label in labels):
        yield Blank(at=row.at / "class", text=message("the indicator has no class"))
    if not row.name.strip():
        yield Blank(at=row.at / "name", text=message("the indicator has no name"))
    value = row.target.split.value if row.target.split else row.target.text
    if not value.strip():
        yield Blank(at=row.at / "target", text=message("the indicator has no value"))


def _columns(table: Table, form: Form) -> Iterator[Blank]:
    """Yield what the rows lack of the columns that the form wants, a column once."""
    wanted = form.required_on_indicator
    columns = (
        ("description", message("the indicator has no description"), "description" in wanted),
        ("basis", message("the indicator has no basis"), "basis" in wanted),
        ("weight", message("the indicator has no weight"), table.yearly and "weight" in wanted),
    )
    named = [row for row in table.rows if row.name.strip()]
    for key, text, is_wanted in columns:
        empty = [row.at / key for row in named if not str(getattr(row, key)).strip()]
        if is_wanted and empty:
            yield Blank(at=empty[0], text=text, needed=False, others=tuple(empty[1:]))


def _extra(on: str, form: Form, given: Fields, at: Place) -> Iterator[Blank]:
    """Yield the fields of the form's own that it requires and that are empty."""
    for field in form.fields:
        if field.on == on and field.required and not given.get(field.id, "").strip():
            text = message("the field {label} is empty", label=field.label)
            yield Blank(at=at / "fields" / field.id, text=text, needed=False)
