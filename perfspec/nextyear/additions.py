"""Add a project to a filing, or an indicator to a project.

In: a filing as loaded, and what a person says. Out: the new texts by their paths. Raises
PerfspecError for what the filing cannot take; nothing is written here.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from perfspec import yamltree
from perfspec.diagnostics import Place
from perfspec.errors import PerfspecError
from perfspec.form import Form
from perfspec.messages import message
from perfspec.model import Filing, Project
from perfspec.nextyear import adding, layout, rows, skeleton
from perfspec.nextyear.adding import Item
from perfspec.nextyear.rows import Asked
from perfspec.pipeline import Loaded
from perfspec.schema.words import did_you_mean
from perfspec.source import Source
from perfspec.yamltree import Tree

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST = 64


def project(loaded: Loaded, key: str, name: str, unit: str | None) -> dict[str, str]:
    """Return the text of the new project `key`, and filing.yaml with it at the end of the list.

    `unit` may be left out where the filing has one unit only.
    """
    filing, form = _read(loaded)
    _refuse_id(key, (one.id for one in filing.projects))
    codes = [one.code for one in filing.units]
    if unit is None and len(codes) > 1:
        raise PerfspecError(
            message("the filing has several units"),
            message("name one with --unit: {codes}", codes=", ".join(codes)),
        )
    if unit is not None and unit not in codes:
        raise PerfspecError(
            message("unit {code} is not declared in filing.yaml", code=unit),
            did_you_mean(unit, codes, {}),
        )
    text = skeleton.project(form, unit=unit or codes[0], name=name, year=filing.year)
    tree = loaded.trees[filing.at.path]
    listed = _appended(tree, tree.place / "projects", Item(flow=key, block=[key]), key)
    path = filing.at.path.rpartition("/")[0]
    return {f"{path}/projects/{key}.yaml": text, filing.at.path: listed}


def indicator(loaded: Loaded, to: Project, asked: Asked) -> dict[str, str]:
    """Return the text of the file of the project `to` with one more row."""
    _, form = _read(loaded)
    _refuse_id(asked.id, (one.id for one in to.indicators))
    tree = loaded.trees[to.at.path]
    made = rows.row(asked, form, tree.data["indicators"])
    text = _appended(tree, tree.place / "indicators", rows.item(made), made)
    return {to.at.path: text}


def _read(loaded: Loaded) -> tuple[Filing, Form]:
    if loaded.filing is None or loaded.form is None:
        raise ValueError(loaded.folder.path)
    return loaded.filing, loaded.form


def _refuse_id(key: str, taken: Iterable[str]) -> None:
    if not _ID.fullmatch(key) or len(key) > _LONGEST:
        raise PerfspecError(
            message("{id!r} is no id", id=key),
            message("an id has lower-case letters and digits, parted by single -: road-repair"),
        )
    if key in taken:
        raise PerfspecError(
            message("{id!r} is there already; nothing was written", id=key),
            message("choose another id"),
        )


def _appended(tree: Tree, place: Place, item: Item, value: str | Mapping[str, Any]) -> str:
    """Return the text of `tree` with `item`, which reads as `value`, in the list at `place`."""
    text = layout.spliced(tree.source.text, adding.appended(tree, place, item))
    again, _ = yamltree.parse(Source(path=tree.source.path, text=text))
    (key,) = place.keys
    if again is None or again.data != {**tree.data, str(key): [*tree.data[key], value]}:
        raise AssertionError(tree.source.path)
    return text
