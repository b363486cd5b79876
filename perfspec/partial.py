"""What of a filing can be compared although something in its files is refused.

In: a filing as loaded. Out: the filing without the projects that are refused, and their ids. A
filing whose `filing.yaml` is refused is left out whole.
"""

import os
from dataclasses import dataclass, replace

from perfspec import actuals, reader
from perfspec.errors import PerfspecError
from perfspec.messages import message
from perfspec.model import Filing
from perfspec.pipeline import Loaded
from perfspec.source import Source
from perfspec.texts import read_text
from perfspec.yamltree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A filing as far as it can be compared, and the ids of the projects that are left out."""

    filing: Filing | None
    left_out: frozenset[str] = frozenset()


def of(loaded: Loaded) -> Part:
    """Return what of `loaded` can be compared: all of it where nothing is refused."""
    if loaded.filing or loaded.form is None:
        return Part(filing=loaded.filing)
    tree = beside(loaded, "filing.yaml", missing_projects=True)
    if tree is None:
        return Part(filing=None)
    left_out = _refused_projects(loaded) | _without_files(loaded, tree)
    projects = {
        name: loaded.trees[path]
        for name in dict.fromkeys(map(str, tree.data["projects"]))
        if name not in left_out and (path := _path(loaded, name)) in loaded.trees
    }
    filing, _ = reader.read(tree, projects, loaded.form)
    if filing and (reached := beside(loaded, "actuals.yaml")):
        filing = replace(filing, actuals=actuals.read(reached, filing, left_out)[0])
    return Part(filing=filing, left_out=left_out)


def beside(loaded: Loaded, name: str, *, missing_projects: bool = False) -> Tree | None:
    """Return the tree of the file `name` in the filing's folder, if nothing in it is refused.

    With `missing_projects`, projects that are listed without a file count for nothing.
    """
    path = f"{loaded.folder.path}/{name}"
    refused = any(
        one.at.path == path and not (missing_projects and one.code == "missing-project")
        for one in loaded.refused
    )
    return None if refused else loaded.trees.get(path)


def unchanged(loaded: Loaded, name: str) -> Source:
    """Return the text of the file `name` in the filing's folder, empty where there is none.

    Raises PerfspecError where it is refused, or was changed since it was loaded.
    """
    path = f"{loaded.folder.path}/{name}"
    read = loaded.sources.get(path, Source(path=path, text=""))
    now = read_text(loaded.folder.root, path)
    text = now.text if isinstance(now, Source) else ""
    if text != read.text:
        raise PerfspecError(
            message("{path} was changed by somebody else meanwhile", path=path),
            message("nothing was written to it; run the command again"),
        )
    is_unread = not isinstance(now, Source) and os.path.lexists(loaded.folder.root / path)
    if is_unread or (text.strip() and beside(loaded, name) is None):
        raise PerfspecError(
            message("{path} cannot be read", path=path),
            message("perfspec check says what is wrong in it"),
        )
    return read


def _path(loaded: Loaded, name: str) -> str:
    return f"{loaded.folder.path}/projects/{name}.yaml"


def _refused_projects(loaded: Loaded) -> frozenset[str]:
    paths = {one.at.path for one in loaded.refused}
    names = {path.rpartition("/")[2].removesuffix(".yaml") for path in paths}
    return frozenset(name for name in names if _path(loaded, name) in paths)


def _without_files(loaded: Loaded, tree: Tree) -> frozenset[str]:
    """Return the ids that filing.yaml lists and that have no file."""
    listed = map(str, tree.data["projects"])
    return frozenset(name for name in listed if _path(loaded, name) not in loaded.sources)
