"""The units and the department of a filing, by what stands above its tables and on its cover.

In: `Found`, and the department's code where the folder gives it. Out: the units in the order of
the paper, the code of each project's unit, and the department.
"""

from dataclasses import dataclass, field

from perfspec.importing import Found, FoundProject, Value, ids, plain
from perfspec.importing.data.notes import Entry, Notes
from perfspec.importing.draft import Data
from perfspec.messages import message

_OWN = "本级"


@dataclass(slots=True, kw_only=True)
class Units:
    """The units: their data by code, the code for each project, and the codes on paper."""

    data: dict[str, Data] = field(default_factory=dict)
    of: list[str] = field(default_factory=list)
    values: dict[str, FoundProject] = field(default_factory=dict)
    stated: set[str] = field(default_factory=set)


def units(found: Found, department: str | None, notes: Notes) -> Units:
    """Return the units that the tables name; a unit without code gets one, and that is told."""
    made = Units()
    names: dict[str, str] = {}
    for project in found.projects:
        name = _text(project.unit_name)
        code = _code(project, notes)
        if code and name:
            names.setdefault(name, code)
    # The one unit that the tables have is the department, where none of them states a code.
    fallback = "" if names else department
    for project in found.projects:
        name = _text(project.unit_name)
        code = _code(project, None) or names.get(name, "")
        made.stated |= {_code(project, None)} - {""}
        if not code:
            code = names[name] = fallback or ids.slug(name) or department or "unit"
            what = message(
                "the paper has no code of the unit {name!r}; {code} was taken for it",
                name=name,
                code=code,
            )
            notes.guess(project.at, what)
            fallback = ""
        made.of.append(code)
        _put(made, code, project, notes)
    name = _text(found.department_name)
    if not made.data and department:
        made.data[department] = {"code": department, "name": name}
    only = next(iter(made.data.values())) if len(made.data) == 1 else None
    if only is not None and not only["name"]:
        only["name"] = name
    return made


def _put(made: Units, code: str, project: FoundProject, notes: Notes) -> None:
    name, suffix = _text(project.unit_name), _text(project.unit_suffix)
    known = made.data.get(code)
    if known is None:
        made.data[code] = {"code": code, "name": name}
        if suffix:
            made.data[code]["suffix"] = suffix
        made.values[code] = project
    elif name and not known["name"]:
        known["name"] = name
    elif name and (known["name"], known.get("suffix", "")) != (name, suffix):
        said = message(
            "the unit {code} is called {second!r} here and {first!r} before",
            code=code,
            first=known["name"],
            second=f"{name} {suffix}".strip(),
        )
        notes.guess(project.at, said)


def origins(made: Units, notes: Notes) -> None:
    """Note where the units' values stand: above the first table of each."""
    for at, code in enumerate(made.data):
        entry = Entry(path=f"filing.yaml#units/{at}", notes=notes)
        first = made.values.get(code)
        parts = (
            ("code", first.unit_code if first else None),
            ("name", first.unit_name if first else None),
            ("suffix", first.unit_suffix if first else None),
        )
        for key, value in parts:
            if value is not None and value.text.strip():
                entry.origin(key, value)


def _code(project: FoundProject, notes: Notes | None) -> str:
    """Return the code of a project's unit, or the empty text where no spec can hold it."""
    if project.unit_code is None or not project.unit_code.text.strip():
        return ""
    read = plain.code(project.unit_code.text)
    if read is None and notes:
        text = message("{text!r} is no code of a unit", text=project.unit_code.text)
        notes.guess(project.unit_code.at, text)
    return read.text if read else ""


def chief(made: Units, department: str | None) -> Data:
    """Return the unit that is the department itself: by its code, by 本级, or the first one."""
    if department in made.data:
        return made.data[department]
    own = [one for one in made.data.values() if one.get("suffix") == _OWN]
    return next(iter([*own, *made.data.values()]))


def _text(value: Value | None) -> str:
    return plain.line(value.text) if value else ""
