"""The program on one screen: from the files of a filing to its findings and its papers."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from perfspec import (
    crosscheck,
    form,
    paper,
    reader,
    resources,
    schema,
    texts,
    workspace,
    yamldump,
    yamltree,
)
from perfspec.diagnostics import Diagnostic, Place, error
from perfspec.findings import Finding, settle
from perfspec.form import Form
from perfspec.messages import message
from perfspec.model import Filing
from perfspec.paper import Paper
from perfspec.render.document import Attachment, MissingGlyph
from perfspec.review import review
from perfspec.schema.words import did_you_mean
from perfspec.source import Region, Source
from perfspec.workspace import FilingFolder
from perfspec.yamltree import Tree


@dataclass(slots=True, kw_only=True)
class Loaded:
    """One filing as far as it could be read, and everything found on the way."""

    folder: FilingFolder
    filing: Filing | None = None
    form: Form | None = None
    pack: Path | None = None
    sources: dict[str, Source] = field(default_factory=dict)
    trees: dict[str, Tree] = field(default_factory=dict)
    refused: list[Diagnostic] = field(default_factory=list)

    def refuse(self, found: Iterable[Diagnostic]) -> None:
        """Note what keeps the filing from being read; a place that is wrong is told once."""
        told = {one.at for one in self.refused}
        self.refused += [one for one in found if one.at not in told]

    def findings(self, further: Iterable[Diagnostic] = ()) -> list[Finding]:
        """Return what keeps the filing from being read, and `further` diagnostics, in order."""
        return settle([*self.refused, *further], self.sources, self.trees)


def load(folder: FilingFolder) -> Loaded:
    """Read one filing: text, tree, schema, other files, form, records."""
    loaded = Loaded(folder=folder)
    read_texts = workspace.read_filing(folder)
    loaded.refused += read_texts.findings
    filing = _tree(loaded, read_texts.filing, "filing")
    projects = {name: _tree(loaded, text, "project") for name, text in read_texts.projects.items()}
    if filing is None:
        return loaded
    loaded.refuse(crosscheck.check_folder(filing, folder.year, folder.department))
    loaded.refuse(crosscheck.check_units(filing))
    loaded.refuse(crosscheck.check_supplied(filing))
    loaded.refuse(crosscheck.check_projects(filing, {*projects, *read_texts.unreadable}))
    _load_form(loaded, filing)
    if loaded.form is None:
        return loaded
    listed = dict.fromkeys(map(str, filing.data["projects"]))
    trees = {name: tree for name in listed if (tree := projects.get(name))}
    read, found = reader.read(filing, trees, loaded.form)
    loaded.refuse(found)
    loaded.filing = None if loaded.refused else read
    return loaded


def _tree(loaded: Loaded, source: Source | None, schema_name: str) -> Tree | None:
    """Return the tree of `source` if it can be read further; note it and its findings."""
    if source is None:
        return None
    loaded.sources[source.path] = source
    tree, found = yamltree.parse(source)
    if tree:
        loaded.trees[source.path] = tree
        found = schema.validate(tree, schema_name)
    loaded.refused += found
    readable = not found or (tree and schema.is_readable(tree, schema_name))
    return tree if readable else None


def _load_form(loaded: Loaded, filing: Tree) -> None:
    """Find and read the form pack of a filing: the workspace's own, else the one shipped."""
    name = str(filing.data["form"])
    folders = (loaded.folder.root / "templates", resources.directory("templates"))
    pack = form.find(name, folders)
    if pack is None:
        unknown = error(
            "unknown-form",
            filing.place / "form",
            message("there is no form {name!r}", name=name),
            hint=did_you_mean(name, form.names(folders), {}),
        )
        loaded.refuse([unknown])
        return
    text = texts.read_text(pack.parent.parent, f"templates/{name}/form.yaml")
    if isinstance(text, Diagnostic):
        loaded.refused.append(text)
        return
    if tree := _tree(loaded, text, "form"):
        loaded.form, found = form.read(name, tree, pack)
        loaded.refuse(found)
        loaded.pack = pack


def check(loaded: Loaded) -> list[Finding]:
    """Return everything that is to be said about a filing."""
    if loaded.filing and loaded.form:
        return loaded.findings(review(loaded.filing, loaded.form))
    return loaded.findings()


def compose(loaded: Loaded) -> Paper:
    """Return the paper of a filing that could be read."""
    if loaded.filing is None or loaded.form is None or loaded.pack is None:
        raise ValueError(loaded.folder.path)
    return paper.compose(loaded.filing, loaded.form, loaded.pack)


def attachments(loaded: Loaded) -> list[Attachment]:
    """Return the data of the filing's files, comments taken out, as files for a PDF."""
    prefix = f"{loaded.folder.path}/"
    date = datetime(int(loaded.folder.year), 1, 1, tzinfo=UTC)
    return [
        Attachment(
            name=path.removeprefix(prefix).replace("/", "-"),
            data=yamldump.dump(tree.data).encode(),
            media_type="application/yaml",
            description=path.removeprefix(prefix),
            date=date,
        )
        for path, tree in sorted(loaded.trees.items())
        if path.startswith(prefix)
    ]


def missing_glyphs(
    loaded: Loaded, document: Paper, missing: Iterable[MissingGlyph]
) -> list[Finding]:
    """Return a finding for each character of the paper that no font can print."""
    found = [(glyph.character, document.places.get(glyph.at or "")) for glyph in missing]
    # A title or the contents repeat what a field says: the field alone is named.
    in_fields = {character for character, place in found if place}
    return loaded.findings(
        error(
            "missing-glyph",
            _where(loaded, place, character),
            message(
                "{field} has the character {character} ({code}), which no font prints",
                field=_field(place) if place else message("the form"),
                character=character,
                code=f"U+{ord(character):04X}",
            ),
            hint=message("write it in another way, or build with --fonts system"),
        )
        for character, place in found
        if place or character not in in_fields
    )


def _field(place: Place) -> str:
    """Return the name of the field at `place`, of a list the name of the list."""
    keys = list(place.keys)
    while keys and isinstance(keys[-1], int):
        keys.pop()
    return schema.label("filing" if place.path.endswith("/filing.yaml") else "project", *keys)


def _where(loaded: Loaded, place: Place | None, character: str) -> Place | Region:
    """Return where `character` stands in the value at `place`, or in the filing."""
    if place is None:
        return Region(path=f"{loaded.folder.path}/filing.yaml")
    region = loaded.trees[place.path].locate(place)
    at = loaded.sources[place.path].text.find(character, region.start, region.end)
    return place if at < 0 else Region(path=place.path, start=at, end=at + 1)
