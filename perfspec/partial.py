"""What of a filing can be compared although something in its files is refused.

In: a filing as loaded. Out: the filing without the projects that are refused, and their ids. A
filing whose `filing.yaml` is refused is left out whole.
"""

from dataclasses import dataclass, replace

from perfspec import actuals, reader
from perfspec.model import Filing
from perfspec.pipeline import Loaded
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
