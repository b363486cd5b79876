"""A filing as data that a mistake can be put into, and what perfspec says of it."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from operator import setitem
from pathlib import Path
from typing import Any

from perfspec import pipeline, yamldump, yamltree
from perfspec.messages import english
from perfspec.pipeline import Desk
from perfspec.source import Source
from perfspec.workspace import FilingFolder

Data = dict[str, Any]
Place = Callable[[], object]
# A finding without its place: code and message.
Said = Counter[tuple[str, str]]


@dataclass(slots=True, kw_only=True)
class Draft:
    """The data of one filing; `slips` are made in the text of a file behind all else."""

    folder: FilingFolder
    filing: Data
    projects: dict[str, Data]
    slips: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of mistake: what it does, and where in a draft it can be made."""

    name: str
    what: str
    places: Callable[[Draft], Iterator[Place]]


def load(folder: FilingFolder) -> Draft:
    """Return the data of a filing that can be read."""
    path = folder.root / folder.path
    filing = _data(path / "filing.yaml")
    projects = {str(key): _data(path / "projects" / f"{key}.yaml") for key in filing["projects"]}
    return Draft(folder=folder, filing=filing, projects=projects)


def _data(path: Path) -> Data:
    tree, found = yamltree.parse(Source(path=path.name, text=path.read_text(encoding="utf-8")))
    if tree is None:
        raise ValueError([english(one.message) for one in found])
    data: Data = tree.data
    return data


def check(draft: Draft, root: Path, desk: Desk) -> Said:
    """Return what perfspec says of `draft`, written into the workspace `root` for it."""
    folder = FilingFolder(root=root, year=draft.folder.year, department=draft.folder.department)
    path = root / folder.path
    (path / "projects").mkdir(parents=True, exist_ok=True)
    for old in path.rglob("*.yaml"):
        old.unlink()
    files = {"filing.yaml": draft.filing}
    files |= {f"projects/{key}.yaml": data for key, data in draft.projects.items()}
    for name, data in files.items():
        text = yamldump.dump(data)
        for where, old_text, new_text in draft.slips:
            if where == name:
                text = text.replace(old_text, new_text, 1)
        (path / name).write_text(text, encoding="utf-8")
    found = pipeline.check(pipeline.load(folder, desk)).findings
    return Counter((one.code, english(one.message)) for one in found)


def put(holder: Any, key: Any, value: object) -> Place:  # noqa: ANN401 — dict or list
    """Return the mistake of having `value` at `key`."""
    return partial(setitem, holder, key, value)


def indicators(draft: Draft, label: str = "") -> Iterator[Data]:
    """Yield the rows whose class has `label` in it."""
    for project in draft.projects.values():
        for row in project["indicators"]:
            if label in str(row["class"]):
                yield row


def target(row: Data) -> str:
    """Return the target of a row as text; empty where it stands in cells."""
    return "" if isinstance(row["target"], dict) else str(row["target"])


def prose(draft: Draft) -> Iterator[tuple[Any, Any, str]]:
    """Yield holder, key and text of what is written in sentences."""
    yield draft.filing, "overall_goal", str(draft.filing["overall_goal"])
    for key in ("sub_goals", "measures"):
        yield from _items(draft.filing[key])
    for project in draft.projects.values():
        if project.get("purpose"):
            yield project, "purpose", str(project["purpose"])
        yield from _items(project["goals"])


def purposes(draft: Draft) -> Iterator[tuple[Data, str]]:
    """Yield each project that says what its money is for, with that text."""
    for project in draft.projects.values():
        if project.get("purpose"):
            yield project, str(project["purpose"])


def lists(draft: Draft) -> Iterator[list[Any]]:
    """Yield the lists of numbered items."""
    yield draft.filing["sub_goals"]
    yield draft.filing["measures"]
    for project in draft.projects.values():
        yield project["goals"]


def _items(items: list[Any]) -> Iterator[tuple[Any, Any, str]]:
    for index, text in enumerate(items):
        yield items, index, str(text)
