"""Make the data of a filing of what was found: plain dicts and texts in the order of the specs.

In: `Found`, the form that was chosen, year and department of the folder where they are known. Out:
a `Draft`. What the paper does not state stands under `supplied`; what no spec can hold is told.
"""

from collections.abc import Mapping

from perfspec.errors import PerfspecError
from perfspec.form import Form
from perfspec.importing import Found, Value, ids, plain
from perfspec.importing.data import units
from perfspec.importing.data.notes import Entry, Notes, together
from perfspec.importing.data.projects import project
from perfspec.importing.data.units import Units
from perfspec.importing.draft import Data, Draft
from perfspec.importing.forms import Chosen
from perfspec.importing.forms.traits import money_unit, stated_year, unit_of
from perfspec.importing.parts import headings
from perfspec.messages import message

_TEXTS = {
    "overall_goal": "总体绩效目标",
    "sub_goals": "分项绩效目标",
    "measures": "工作保障措施",
}


def make(found: Found, chosen: Chosen, *, year: int | None, department: str | None) -> Draft:
    """Return the draft of a filing; `year` and `department` are those of the folder, or None.

    Raises PerfspecError where neither the folder nor the paper says year or department.
    """
    form, notes = chosen.form, Notes()
    entry = Entry(path="filing.yaml#", notes=notes)
    fiscal = _year(found, year, notes)
    made = units.units(found, department, notes)
    if department is None and not made.stated:
        raise PerfspecError(
            message("the documents do not say the code of the department"),
            message("give it with --department, or as in `-o specs/2024/224001`"),
        )
    units.origins(made, notes)
    names = [_name(one.name) or _name(one.title) for one in found.projects]
    keys = ids.project_ids(names)
    projects: dict[str, Data] = {}
    reached: dict[str, Data] = {}
    for key, code, one in zip(keys, made.of, found.projects, strict=True):
        projects[key], values = project(one, key, code, form, notes)
        if values:
            reached[key] = _reached(key, values, notes)
    chief = units.chief(made, department)
    code = department or str(chief["code"])
    division = _division(form, projects)
    entry.data = {"spec": 1, "form": form.name, "year": fiscal, "money_unit": form.money_unit}
    entry.data["stage"] = "draft"
    if found.sample:
        entry.data["sample"] = True
        entry.origin("sample", found.sample)
    if not _is_complete(found, notes):
        entry.data["complete"] = False
    if supplied := _supplied(found, made, code, division, notes):
        entry.data["supplied"] = supplied
    head = _department(found, chief, code, division, notes)
    entry.data |= {"department": head, "units": list(made.data.values())}
    _texts(found, entry)
    entry.data["projects"] = list(projects)
    if declared := {one.id: "" for one in form.fields if one.on == "filing" and one.required}:
        entry.data["fields"] = declared
    _converted(found, form, notes)
    return Draft(
        form=form.name,
        year=fiscal,
        department=code,
        filing=entry.data,
        projects=projects,
        actuals={"spec": 1, "projects": reached} if reached else None,
        pack=chosen.pack,
        origins=notes.origins,
        guesses=tuple(notes.guesses),
    )


def _reached(key: str, values: Mapping[str, Value], notes: Notes) -> Data:
    """Return what the indicators of a project reached, by their ids."""
    entry = Entry(path=f"actuals.yaml#projects/{key}", notes=notes)
    for indicator, value in values.items():
        entry.line(indicator, value)
    return entry.data


def _year(found: Found, given: int | None, notes: Notes) -> int:
    """Return the fiscal year: of the folder, of the cover, or of the tables if they agree."""
    read = stated_year(found)
    if given is None and read is None:
        raise PerfspecError(
            message("the documents do not say for which fiscal year they are"),
            message("give it with --year, or as in `-o specs/2024/224001`"),
        )
    values = (found.year, *(one.year for one in found.projects))
    stated = next((one for one in values if one and headings.year(one.text) == read), None)
    fiscal = given or read or 0
    if stated and read:
        if read == fiscal:
            notes.origins["filing.yaml#year"] = stated
        else:
            text = message(
                "the paper says {text!r}, but the year is {year}", text=stated.text, year=fiscal
            )
            notes.guess(stated.at, text)
    return fiscal


def _department(found: Found, chief: Data, code: str, division: str, notes: Notes) -> Data:
    entry = Entry(path="filing.yaml#department", notes=notes)
    entry.data = {"code": code, "name": chief["name"]}
    if found.department_name:
        entry.line("name", found.department_name)
    entry.line("short_name", found.short_name)
    if division:
        entry.data["division"] = division
    entry.line("reviewer", found.reviewer)
    return entry.data


def _supplied(found: Found, made: Units, code: str, division: str, notes: Notes) -> list[str]:
    """Return the keys whose value the paper does not state, in the order of the file."""
    stated = {
        "year": "filing.yaml#year" in notes.origins,
        "money_unit": bool(money_unit(found)),
        "department.code": code in made.stated,
        "department.division": not division,
    }
    return [key for key, is_stated in stated.items() if not is_stated]


def _division(form: Form, projects: dict[str, Data]) -> str:
    """Return the division code that all project codes begin with, where the form says so."""
    digits = form.project_code.division_digits or 0
    codes = [str(one["code"]) for one in projects.values() if one.get("code")]
    whole = [one for one in codes if len(one) == form.project_code.length]
    heads = {one[:digits] for one in whole}
    head = heads.pop() if len(heads) == 1 else ""
    return head if digits and head.isdigit() else ""


def _is_complete(found: Found, notes: Notes) -> bool:
    """Tell whether the paper has all parts of a filing; name those that it lacks."""
    lacks = [name for key, name in _TEXTS.items() if getattr(found, key) is None]
    if not found.projects:
        lacks.append("预算项目绩效目标")
    at = found.documents[0].blocks[0].at if found.documents and found.documents[0].blocks else None
    if lacks and at:
        what = message(
            "the documents lack {parts}; the filing is written as not complete",
            parts="、".join(lacks),
        )
        notes.guess(at, what)
    return not lacks and all(one.is_complete for one in found.projects)


def _texts(found: Found, entry: Entry) -> None:
    overall = found.overall_goal or ()
    entry.data["overall_goal"] = "\n\n".join(_markdown(one) for one in overall)
    if overall:
        text = "\n".join(one.text for one in overall)
        entry.origin("overall_goal", together(overall, text))
    for key in ("sub_goals", "measures"):
        items = getattr(found, key) or ()
        entry.data[key] = [_markdown(one) for one in items]
        for at, one in enumerate(items):
            entry.inner(key).origin(at, one)


def _markdown(value: Value) -> str:
    return value.markdown or value.text.strip()


def _name(value: Value | None) -> str:
    return plain.line(value.text) if value else ""


def _converted(found: Found, form: Form, notes: Notes) -> None:
    """Tell of each table in another unit than the form's that its amounts were converted."""
    for one in found.projects:
        unit = unit_of(one.money_unit)
        if unit and unit != form.money_unit and one.money_unit:
            text = message(
                "the table is in {unit} and was converted to {wanted}, exactly",
                unit=unit,
                wanted=form.money_unit,
            )
            notes.guess(one.money_unit.at, text)
