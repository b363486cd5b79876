"""A form pack's `form.yaml` as a record: which classes, sources and columns a form prints.

In: the tree of a `form.yaml` that its schema accepts. Out: a `Form`, or the findings that say
what is wrong in it. The pack of a workspace goes before the one that perfspec ships.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from perfspec.diagnostics import Diagnostic, Place, error
from perfspec.messages import message
from perfspec.model import IndicatorClass
from perfspec.yamltree import Tree

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A source of money or a date of the payment plan: the key in specs, the printed label."""

    id: str
    label: str
    month: int = 0
    part_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtraField:
    """A field that only this form has; `on` is `filing`, `project` or `indicator`."""

    id: str
    label: str
    on: str
    required: bool
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectCode:
    """How project codes are built; None where the form does not say."""

    length: int | None
    division_digits: int | None
    year_at: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What a form prints and which values it takes."""

    name: str
    title: str
    ready: bool
    template: str
    first_year: int | None
    last_year: int | None
    money_unit: str
    classes: tuple[IndicatorClass, ...]
    sources: tuple[Column, ...]
    payment_plan: tuple[Column, ...]
    target: str
    operators_required: bool
    weights_total: int | None
    project_code: ProjectCode
    required_on_project: tuple[str, ...]
    required_on_indicator: tuple[str, ...]
    fields: tuple[ExtraField, ...]


def names(folders: tuple[Path, ...]) -> list[str]:
    """Return the names of the form packs in `folders`."""
    packs = (path for folder in folders if folder.is_dir() for path in folder.iterdir())
    return sorted({path.name for path in packs if (path / "form.yaml").is_file()})


def find(name: str, folders: tuple[Path, ...]) -> Path | None:
    """Return the folder of the form pack `name`, or None."""
    if not _NAME.fullmatch(name):
        return None
    found = (folder / name for folder in folders if (folder / name / "form.yaml").is_file())
    return next(found, None)


def read(name: str, tree: Tree, folder: Path) -> tuple[Form | None, list[Diagnostic]]:
    """Return the form that `tree`, a valid `form.yaml`, describes; its pack is in `folder`."""
    findings = list(_contradictions(tree.data, tree.place, folder))
    return (None if findings else _form(name, tree.data)), findings


def _form(name: str, data: dict[str, Any]) -> Form:
    years = data.get("years", {})
    code = data.get("project_code", {})
    requires = data.get("requires", {})
    weights = data.get("weights")
    return Form(
        name=name,
        title=str(data["title"]),
        ready=data["status"] == "ready",
        template=str(data.get("template", "")),
        first_year=_whole(years.get("from")),
        last_year=_whole(years.get("to")),
        money_unit=str(data["money_unit"]),
        classes=tuple(_classes(data["taxonomy"])),
        sources=tuple(_column(item) for item in data["sources"]),
        payment_plan=tuple(_column(item) for item in data.get("payment_plan", [])),
        target=str(data.get("target", "text")),
        operators_required=data.get("operators") == "required",
        weights_total=int(weights["total"]) if weights else None,
        project_code=ProjectCode(
            length=_whole(code.get("length")),
            division_digits=_whole(code.get("division_digits")),
            year_at=_whole(code.get("year_at")),
        ),
        required_on_project=tuple(map(str, requires.get("project", []))),
        required_on_indicator=tuple(map(str, requires.get("indicator", []))),
        fields=tuple(_extra(item) for item in data.get("fields", [])),
    )


def _classes(taxonomy: list[dict[str, Any]]) -> list[IndicatorClass]:
    """Return the classes that an indicator can have, in the form's order."""
    return [
        IndicatorClass(
            first=str(group["label"]),
            second=str(member["label"]) if member is not group else "",
            standard=str(member["class"]),
        )
        for group in taxonomy
        for member in group.get("members", [group])
    ]


def _column(item: dict[str, Any]) -> Column:
    return Column(
        id=str(item["id"]),
        label=str(item["label"]),
        month=int(item.get("month", 0)),
        part_of=str(item.get("part_of", "")),
    )


def _extra(item: dict[str, Any]) -> ExtraField:
    return ExtraField(
        id=str(item["id"]),
        label=str(item["label"]),
        on=str(item["on"]),
        required=str(item.get("required", "false")).lower() == "true",
        values=tuple(map(str, item.get("values", []))),
    )


def _whole(text: str | None) -> int | None:
    return int(text) if text is not None else None


def _contradictions(data: dict[str, Any], at: Place, folder: Path) -> Iterator[Diagnostic]:
    """Yield what the schema cannot see: names used twice, parts of nothing, no template."""
    for key in ("sources", "payment_plan", "fields"):
        seen: set[tuple[str, str]] = set()
        for index, item in enumerate(data.get(key, [])):
            name = (str(item["id"]), str(item.get("on", "")))
            if name in seen:
                yield _twice(name[0], at / key / index / "id")
            seen.add(name)
    ids = {str(item["id"]) for item in data["sources"]}
    for index, item in enumerate(data["sources"]):
        if "part_of" in item and item["part_of"] not in ids:
            text = message("there is no source {id!r}", id=str(item["part_of"]))
            yield error("wrong-value", at / "sources" / index / "part_of", text)
    labels = Counter(known.second or known.first for known in _classes(data["taxonomy"]))
    for label in sorted(label for label, times in labels.items() if times > 1):
        yield _twice(label, at / "taxonomy")
    template = str(data.get("template", ""))
    if data["status"] == "ready" and not (template and (folder / template).is_file()):
        text = message(
            "a form that is ready needs a template; {name!r} is not there", name=template
        )
        yield error("missing-template", at / "template", text)


def _twice(name: str, at: Place) -> Diagnostic:
    return error("duplicate-id", at, message("{id!r} stands twice", id=name))
