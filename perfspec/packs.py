"""Find and read form packs: the workspace's own, else the one that perfspec ships.

In: the name of a form. Out: a `Pack`, read once in a run however many filings have the form.
"""

from dataclasses import dataclass, field
from pathlib import Path

from perfspec import configuration, form, resources, schema, texts, yamltree
from perfspec.diagnostics import Diagnostic, Place, error
from perfspec.form import Form
from perfspec.messages import message
from perfspec.schema.words import did_you_mean
from perfspec.settings import Layer
from perfspec.source import Source
from perfspec.yamltree import Tree


@dataclass(slots=True, kw_only=True)
class Pack:
    """A form pack as far as it could be read; `rules` is what it says of the rules of review."""

    folder: Path
    form: Form | None = None
    rules: Layer = field(default_factory=Layer)
    source: Source | None = None
    tree: Tree | None = None
    refused: list[Diagnostic] = field(default_factory=list)


class Packs:
    """The form packs of a workspace."""

    def __init__(self, root: Path, origin: str = "") -> None:
        """Look in the workspace at `root` first, whose paths are shown after `origin`."""
        self._folders = (root / "templates", resources.directory("templates"))
        self._own, self._origin = self._folders[0], origin
        self._read: dict[str, Pack] = {}

    def get(self, name: str) -> Pack | None:
        """Return the form pack `name`, or None."""
        if name not in self._read:
            folder = form.find(name, self._folders)
            if folder is None:
                return None
            origin = self._origin if folder.parent == self._own else ""
            self._read[name] = _read(name, folder, origin)
        return self._read[name]

    def names(self) -> list[str]:
        """Return the names of the form packs there are."""
        return form.names(self._folders)

    def unknown(self, name: str, at: Place) -> Diagnostic:
        """Return the finding that there is no form pack `name`."""
        return error(
            "unknown-form",
            at,
            message("there is no form {name!r}", name=name),
            hint=did_you_mean(name, form.names(self._folders), {}),
        )


def _read(name: str, folder: Path, origin: str) -> Pack:
    pack = Pack(folder=folder)
    source = texts.read_text(folder.parent.parent, f"templates/{name}/form.yaml", origin)
    if isinstance(source, Diagnostic):
        pack.refused.append(source)
        return pack
    pack.source = source
    tree, found = yamltree.parse(source)
    if tree:
        pack.tree = tree
        found = schema.validate(tree, "form")
    if tree and not found:
        pack.form, found = form.read(name, tree, folder)
        pack.rules, wrong = configuration.read_form(
            tree.data.get("rules", {}), tree.place / "rules"
        )
        found += wrong
    pack.refused += found
    return pack
