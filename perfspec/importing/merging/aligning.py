"""Give a draft the ids of a filing that is there, so that equal ids mean the same thing.

In: a draft, the filing that is there, and the draft as loaded. Out: the draft with its projects and
rows called as there; what belongs together is found as `diff` finds it, with no id counting.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from perfspec.compare import Side, matching
from perfspec.importing import Value
from perfspec.importing.draft import Data, Draft
from perfspec.model import Indicator, Project
from perfspec.pipeline import Loaded

# Before the ids of the draft while things are matched: no id has it.
_OWN = "+"


def aligned(draft: Draft, old: Loaded, new: Loaded) -> Draft:
    """Return `draft` with the ids of `old`; `new` is the draft as loaded. Both could be read."""
    pairs = _pairs(old, new)
    names = unique(draft.projects, {two.id: one.id for two, one in pairs}, _taken(old))
    projects: dict[str, Data] = {}
    renamed: dict[str, dict[str, str]] = {}
    partners = {two.id: one for two, one in pairs}
    loaded = {one.id: one for one in _projects(new)}
    for key, data in draft.projects.items():
        projects[names[key]], renamed[key] = _rows(data, loaded[key], partners.get(key))
    filing = {**draft.filing, "projects": [names[key] for key in draft.projects]}
    return replace(
        draft,
        filing=filing,
        projects=projects,
        actuals=reached(draft.actuals, names, renamed),
        origins=_origins(draft.origins, names),
    )


def _pairs(old: Loaded, new: Loaded) -> list[tuple[Project, Project]]:
    """Return the projects of the draft with those of the filing that they are."""
    if old.filing is None or new.filing is None or old.form is None or new.form is None:
        raise ValueError(old.folder.path)
    own = {f"{_OWN}{one.id}": one for one in new.filing.projects}
    others = tuple(replace(one, id=key) for key, one in own.items())
    found = matching.projects(
        Side(filing=old.filing, form=old.form),
        Side(filing=replace(new.filing, projects=others), form=new.form),
    )
    return [(own[pair.new.id], pair.old) for pair in found.pairs]


def _projects(loaded: Loaded) -> Iterable[Project]:
    return loaded.filing.projects if loaded.filing else ()


def _taken(loaded: Loaded) -> set[str]:
    return {one.id for one in _projects(loaded)}


def unique(keys: Iterable[str], known: Mapping[str, str], taken: set[str]) -> dict[str, str]:
    """Return an id for each of `keys`: that of its partner, else its own, if nobody has it."""
    names: dict[str, str] = dict(known)
    used = taken | set(known.values())
    for key in keys:
        if key in names:
            continue
        name, number = key, 1
        while name in used:
            number += 1
            name = f"{key}-{number}"
        names[key] = name
        used.add(name)
    return names


def rows(old: tuple[Indicator, ...], new: tuple[Indicator, ...]) -> dict[int, int]:
    """Return for the numbers of rows of `new` those of `old` that they are."""
    own = tuple(replace(one, id=f"{_OWN}{at}") for at, one in enumerate(new))
    found = matching.indicators(old, own, declared=False)
    numbers = {id(one): at for at, one in enumerate(old)}
    return {int(pair.new.id.removeprefix(_OWN)): numbers[id(pair.old)] for pair in found.pairs}


def _rows(data: Data, project: Project, partner: Project | None) -> tuple[Data, dict[str, str]]:
    """Return a project's data with the ids of its partner's rows, and those by its own ids."""
    if partner is None:
        return data, {}
    made, renamed = table(data, project.indicators, partner.indicators)
    if isinstance(medium := data.get("medium_term"), dict):
        before = partner.medium_term.indicators if partner.medium_term else ()
        own = project.medium_term.indicators if project.medium_term else ()
        made["medium_term"] = table(medium, own, before)[0]
    return made, renamed


def table(
    data: Data, new: tuple[Indicator, ...], old: tuple[Indicator, ...]
) -> tuple[Data, dict[str, str]]:
    """Return the data of a table with the ids of the rows there, and those by its own ids."""
    pairs = rows(old, new)
    taken = {one.id for one in old}
    renamed: dict[str, str] = {}
    made: list[Any] = []
    given = data.get("indicators", [])
    for at, (row, one) in enumerate(
        zip(given if isinstance(given, list) else [], new, strict=True)
    ):
        if at in pairs:
            renamed[one.id] = old[pairs[at]].id
            made.append({"id": renamed[one.id], **{k: v for k, v in row.items() if k != "id"}})
        elif row.get("id") in taken:
            made.append({key: value for key, value in row.items() if key != "id"})
        else:
            made.append(row)
    return {**data, "indicators": made}, renamed


def reached(
    actuals: Data | None, names: Mapping[str, str], renamed: Mapping[str, Mapping[str, str]]
) -> Data | None:
    """Return what was reached by the ids that there are now."""
    if actuals is None or not isinstance(inner := actuals.get("projects"), dict):
        return actuals
    projects = {
        names.get(key, key): {renamed.get(key, {}).get(row, row): one for row, one in found.items()}
        for key, found in inner.items()
    }
    return {**actuals, "projects": projects}


def _origins(origins: Mapping[str, Value], names: Mapping[str, str]) -> dict[str, Value]:
    moved: dict[str, Value] = {}
    for key, value in origins.items():
        file, _, inner = key.partition("#")
        project = file.removeprefix("projects/").removesuffix(".yaml")
        if file.startswith("projects/"):
            file = f"projects/{names[project]}.yaml"
        moved[f"{file}#{inner}"] = value
    return moved
