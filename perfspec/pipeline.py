"""The program on one screen: from the files of a filing to its findings and its papers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from perfspec import (
    actuals,
    configuration,
    crosscheck,
    judging,
    reader,
    review,
    schema,
    settings,
    suppression,
    workspace,
    yamldump,
    yamltree,
)
from perfspec.diagnostics import Diagnostic, Place
from perfspec.findings import Finding, Spot, Suppressed, Unjudged, order, settle, spot
from perfspec.form import Form
from perfspec.judging import Tally
from perfspec.model import Filing
from perfspec.packs import Pack, Packs
from perfspec.render.document import Attachment
from perfspec.settings import Settings
from perfspec.source import Region, Source
from perfspec.workspace import FilingFolder
from perfspec.yamltree import Tree

if TYPE_CHECKING:
    from perfspec.paper import Paper

NO_TEXTS: Mapping[str, str] = {}
NO_CODES = frozenset[str]()


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What the filings of one run share: the workspace's settings, the rules asked for, forms."""

    packs: Packs
    workspace: configuration.Workspace = field(default_factory=configuration.Workspace)
    select: frozenset[str] = NO_CODES
    ignore: frozenset[str] = NO_CODES

    def settings(self, pack: Pack) -> Settings:
        """Return the settings of review for the filings of a form."""
        layers = settings.combine((pack.rules, self.workspace.rules))
        return settings.choose(layers, self.select, self.ignore)


@dataclass(slots=True, kw_only=True)
class Loaded:
    """One filing as far as it could be read, and everything found on the way."""

    folder: FilingFolder
    desk: Desk
    filing: Filing | None = None
    form: Form | None = None
    pack: Pack | None = None
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

    def spot(self, at: Place | Region) -> Spot:
        """Return where `at` stands in the files of the filing."""
        return spot(at, self.sources, self.trees)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """Everything that is to be said about a filing; `judged` are the rules that came to an end."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()
    undecided: tuple[Unjudged, ...] = ()
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    judged: frozenset[str] = NO_CODES


def open_desk(
    root: Path,
    select: frozenset[str] = NO_CODES,
    ignore: frozenset[str] = NO_CODES,
    origin: str = "",
) -> tuple[Desk, list[Finding]]:
    """Return the desk for a run in the workspace at `root`, and what is wrong in its settings.

    `origin` stands before the paths of a workspace that is not the one a person works in.
    """
    read, source, wrong = configuration.read_workspace(root, origin)
    desk = Desk(packs=Packs(root, origin), workspace=read, select=select, ignore=ignore)
    return desk, settle(wrong, {source.path: source} if source else {}, {})


def load(
    folder: FilingFolder, desk: Desk | None = None, instead: Mapping[str, str] = NO_TEXTS
) -> Loaded:
    """Read one filing: text, tree, schema, other files, form, records.

    `instead` has texts, by their paths, that are read in the place of the files.
    """
    loaded = Loaded(folder=folder, desk=desk or Desk(packs=Packs(folder.root)))
    read_texts = workspace.read_filing(folder)
    loaded.refused += read_texts.findings
    filing = _tree(loaded, read_texts.filing, "filing", instead)
    projects = {
        name: _tree(loaded, text, "project", instead) for name, text in read_texts.projects.items()
    }
    beside = {name: _tree(loaded, text, name, instead) for name, text in read_texts.beside.items()}
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
    if read and (reached := beside.get("actuals")):
        values, found = actuals.read(reached, read, listed.keys() - trees.keys())
        loaded.refuse(found)
        read = replace(read, actuals=values)
    loaded.filing = None if loaded.refused else read
    return loaded


def _tree(
    loaded: Loaded, source: Source | None, schema_name: str, instead: Mapping[str, str]
) -> Tree | None:
    """Return the tree of `source` if it can be read further; note it and its findings."""
    if source is None:
        return None
    if source.path in instead:
        source = Source(path=source.path, text=instead[source.path])
    loaded.sources[source.path] = source
    tree, found = yamltree.parse(source)
    if tree:
        loaded.trees[source.path] = tree
        found = schema.validate(tree, schema_name)
    loaded.refused += found
    readable = not found or (tree and schema.is_readable(tree, schema_name))
    return tree if readable else None


def _load_form(loaded: Loaded, filing: Tree) -> None:
    """Find the form pack of a filing."""
    name = str(filing.data["form"])
    pack = loaded.desk.packs.get(name)
    if pack is None:
        loaded.refuse([loaded.desk.packs.unknown(name, filing.place / "form")])
        return
    loaded.pack, loaded.form = pack, pack.form
    if pack.source:
        loaded.sources[pack.source.path] = pack.source
    if pack.tree:
        loaded.trees[pack.tree.source.path] = pack.tree
    loaded.refuse(pack.refused)


def check(loaded: Loaded) -> Checked:
    """Return everything that is to be said about a filing."""
    if loaded.filing is None or loaded.form is None or loaded.pack is None:
        return Checked(findings=tuple(loaded.findings()))
    wanted = loaded.desk.settings(loaded.pack)
    said = judging.review(loaded.filing, loaded.form, wanted, review.RULES)
    judged = frozenset(said.tallies.keys() - {one.code for one in said.undecided})
    outcome = suppression.apply(
        settle(said.found, loaded.sources, loaded.trees, by_rule=True),
        {path: tree for path, tree in loaded.trees.items() if tree is not loaded.pack.tree},
        [rule.code for rule in review.RULES],
        judged,
    )
    unjudged = (
        Unjudged(code=one.code, message=one.message, spot=loaded.spot(one.at))
        for one in said.undecided
    )
    return Checked(
        findings=tuple(sorted([*outcome.told, *loaded.findings(outcome.wrong)], key=order)),
        suppressed=outcome.suppressed,
        undecided=tuple(sorted(unjudged, key=order)),
        tallies=said.tallies,
        judged=judged,
    )


def compose(loaded: Loaded) -> "Paper":
    """Return the paper of a filing that could be read."""
    # On use: the template engine takes longer to load than a filing to check.
    from perfspec import paper  # noqa: PLC0415

    if loaded.filing is None or loaded.form is None or loaded.pack is None:
        raise ValueError(loaded.folder.path)
    return paper.compose(loaded.filing, loaded.form, loaded.pack.folder)


def attachments(loaded: Loaded) -> list[Attachment]:
    """Return the data of the files that the paper shows, comments taken out, as files for a PDF."""
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
        if path.startswith(prefix) and path.removeprefix(prefix) not in workspace.BESIDE
    ]
