"""Hold the files of one filing against each other and against the folders they stand in.

In: the trees that their schemas accept, and the names of folders and files. Out: findings.
"""

from collections.abc import Collection, Iterator
from typing import Any

from perfspec.diagnostics import Diagnostic, Related, error
from perfspec.messages import message
from perfspec.schema.words import did_you_mean
from perfspec.source import Region
from perfspec.yamltree import Tree


def check_folder(filing: Tree, year: str, department: str) -> Iterator[Diagnostic]:
    """Yield what in filing.yaml contradicts the names of the folders above it."""
    data, at = filing.data, filing.place
    if str(data["year"]) != year:
        yield error(
            "year-mismatch",
            at / "year",
            message(
                "the year is {year}, but the folder is {folder}",
                year=str(data["year"]),
                folder=year,
            ),
        )
    code = str(data["department"]["code"])
    if code != department:
        yield error(
            "department-mismatch",
            at / "department" / "code",
            message(
                "the department is {code}, but the folder is {folder}", code=code, folder=department
            ),
        )


def check_units(filing: Tree) -> Iterator[Diagnostic]:
    """Yield the units that are declared twice."""
    first: dict[str, int] = {}
    units = filing.place / "units"
    for index, unit in enumerate(filing.data["units"]):
        code = str(unit["code"])
        if code in first:
            yield error(
                "duplicate-id",
                units / index / "code",
                message("unit {code} is declared twice", code=code),
                related=(Related(units / first[code] / "code", message("declared here first")),),
            )
        first.setdefault(code, index)


def check_supplied(filing: Tree) -> Iterator[Diagnostic]:
    """Yield the entries of `supplied` that name no key of filing.yaml."""
    for index, path in enumerate(filing.data.get("supplied", [])):
        value: Any = filing.data
        for key in str(path).split("."):
            value = value.get(key) if isinstance(value, dict) else None
        if value is None:
            text = message("there is no key {path!r}", path=str(path))
            yield error("wrong-value", filing.place / "supplied" / index, text)


def check_projects(filing: Tree, files: Collection[str]) -> Iterator[Diagnostic]:
    """Yield projects listed twice, listed without a file, and files that are not listed."""
    listed: dict[str, int] = {}
    at = filing.place / "projects"
    for index, name in enumerate(map(str, filing.data["projects"])):
        if name in listed:
            yield error(
                "duplicate-id",
                at / index,
                message("project {name} is listed twice", name=name),
                related=(Related(at / listed[name], message("listed here first")),),
            )
        elif name not in files:
            yield error(
                "missing-project",
                at / index,
                message("there is no file projects/{name}.yaml", name=name),
                hint=did_you_mean(name, sorted(set(files)), {}) if files else None,
            )
        listed.setdefault(name, index)
    folder = filing.source.path.rpartition("/")[0]
    for name in sorted(set(files) - set(listed)):
        yield error(
            "unlisted-project",
            Region(path=f"{folder}/projects/{name}.yaml"),
            message("filing.yaml does not list this project"),
            hint=message("add `- {name}` under projects, or remove the file", name=name),
        )
