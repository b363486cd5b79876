"""Project tables as the data of project files, in the terms of a form.

In: a `FoundProject`, the form, and the code of its unit. Out: the mapping of `projects/<id>.yaml`,
its keys in the order of the schema, and what was reached, by the ids of indicators.
"""

from perfspec.form import Form
from perfspec.importing import FoundProject, Value, plain
from perfspec.importing.data.notes import Entry, Notes, renamed, unwritten
from perfspec.importing.data.rows import fields, rows
from perfspec.importing.draft import Data
from perfspec.importing.forms import columns
from perfspec.importing.forms.traits import unit_of
from perfspec.messages import message
from perfspec.schema import label


def project(
    found: FoundProject, key: str, unit: str, form: Form, notes: Notes
) -> tuple[Data, dict[str, Value]]:
    """Return the data of the project `key`, which `unit` carries, and what was reached."""
    entry = Entry(path=f"projects/{key}.yaml#", notes=notes)
    entry.data |= {"spec": 1, "unit": unit}
    if found.code:
        entry.exact("code", found.code, plain.code(found.code.text), label("project", "code"))
    elif "code" in form.required_on_project:
        entry.data["code"] = ""
    entry.data["name"] = ""
    entry.line("name", found.name or found.title)
    _term(found, form, entry)
    entry.data["budget"] = _budget(found, form, entry.inner("budget"))
    entry.text("purpose", found.purpose)
    if "purpose" in form.required_on_project:
        entry.data.setdefault("purpose", "")
    _plan(found, form, entry)
    entry.data["goals"] = _goals(found.goals, entry.inner("goals"))
    entry.data["indicators"], reached = rows(found.indicators, form, entry.inner("indicators"))
    _medium(found, form, entry)
    if given := fields(found.fields, form, "project", entry.inner("fields")):
        entry.data["fields"] = given
    return entry.data, reached


def _term(found: FoundProject, form: Form, entry: Entry) -> None:
    if found.term_start or found.term_end or "term" in form.required_on_project:
        term = entry.inner("term")
        term.line("start", found.term_start)
        term.line("end", found.term_end)
        entry.data["term"] = term.data


def _budget(found: FoundProject, form: Form, budget: Entry) -> Data:
    """Return the amounts in the form's unit; those of sources that are not printed are empty."""
    budget.data["total"] = ""
    if found.total:
        _amount(found.total, "total", label("project", "budget", "total"), found, form, budget)
    sources = budget.inner("sources")
    sources.data |= {column.id: "" for column in form.sources}
    taken: set[str] = set()
    for one in found.sources:
        column = columns.source(one.label, one.part_of, form)
        if column is None or column.id in taken:
            why = message(
                "the form {form} has no source {label!r}", form=form.name, label=one.label
            )
            unwritten(sources.notes, [one.amount], why)
            continue
        taken.add(column.id)
        renamed(sources.notes, one.amount.at, one.label, column.label)
        _amount(one.amount, column.id, column.label, found, form, sources)
    budget.data["sources"] = sources.data
    return budget.data


def _amount(  # noqa: PLR0913, PLR0917 — what an amount is, and where it is written
    value: Value, key: str, name: str, found: FoundProject, form: Form, entry: Entry
) -> None:
    unit = unit_of(found.money_unit)
    entry.exact(key, value, plain.amount(value.text, unit, form.money_unit), name)


def _plan(found: FoundProject, form: Form, entry: Entry) -> None:
    if not found.plan and "payment_plan" not in form.required_on_project:
        return
    plan = entry.inner("payment_plan")
    plan.data |= {column.id: "" for column in form.payment_plan}
    taken: set[str] = set()
    for printed, value in found.plan.items():
        column = columns.date(printed, form)
        if column is None or column.id in taken:
            why = message("the form {form} has no date {label!r}", form=form.name, label=printed)
            unwritten(plan.notes, [value], why)
            continue
        taken.add(column.id)
        renamed(plan.notes, value.at, printed, column.label)
        plan.exact(column.id, value, plain.percent(value.text), column.label)
    if form.payment_plan:
        entry.data["payment_plan"] = plan.data


def _goals(found: tuple[Value, ...], goals: Entry) -> list[str]:
    told = [one for one in found if one.text.strip()]
    for at, one in enumerate(told):
        goals.origin(at, one)
    return [one.text.strip() for one in told]


def _medium(found: FoundProject, form: Form, entry: Entry) -> None:
    is_there = found.medium_goals is not None or found.medium_indicators
    if not is_there and "medium_term" not in form.required_on_project:
        return
    medium = entry.inner("medium_term")
    medium.data["goals"] = _goals(found.medium_goals or (), medium.inner("goals"))
    medium.data["indicators"], reached = rows(
        found.medium_indicators, form, medium.inner("indicators")
    )
    if reached:
        why = message("only indicators of the year have values that were reached")
        values = [row.reached for row in found.medium_indicators]
        unwritten(entry.notes, values, why)
    entry.data["medium_term"] = medium.data
