"""Put what the paper says into a filing that is there.

In: the filing as loaded, and the import on its stage, with the same ids. Out: the texts that
change, and what is to be said. Comments, ids, order and what the paper does not say stay; new rows
and projects come in; what the paper lacks is kept and told. Each text is proved to read so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from perfspec import yamltree
from perfspec.errors import PerfspecError
from perfspec.importing import provenance, staging
from perfspec.importing.draft import Data, Draft
from perfspec.importing.merging import splicing
from perfspec.importing.merging.mergetree import Merge, Said
from perfspec.importing.staging import Staged
from perfspec.importing.writing import files, layout
from perfspec.messages import Message, message
from perfspec.model import Filing, Indicator, Project
from perfspec.nextyear.layout import Splice, spliced
from perfspec.pipeline import Loaded
from perfspec.source import Source
from perfspec.yamltree import Tree

_MEDIUM = "medium_term/indicators"


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The texts that change, by their paths, and what is to be said."""

    texts: Mapping[str, str]
    notes: tuple[Message, ...]

    @property
    def says_the_same(self) -> bool:
        """Whether the filing says all that the paper says, and nothing else."""
        return not self.notes and all(path.endswith(f"/{provenance.NAME}") for path in self.texts)


def merged(old: Loaded, staged: Staged) -> Merged:
    """Return the files of `old` with what `staged` says. Both could be read, in one form."""
    filing, new = old.filing, staged.loaded.filing
    if filing is None or new is None or old.form is None:
        raise ValueError(old.folder.path)
    if old.form.name != staged.draft.form:
        raise PerfspecError(
            message(
                "{path} has the form {old}, the import {new}",
                path=old.folder.path,
                old=old.form.name,
                new=staged.draft.form,
            ),
            message("leave --form out, or replace the filing with --force"),
        )
    ids, said = staging.ids(filing), _by_files(staged.draft)
    texts, notes = dict[str, str](), list[Message]()
    drafted = files(staged.draft)
    olds, news = _projects(filing), _projects(new)
    for path, made in staged.texts.items():
        name = path.removeprefix(f"{old.folder.path}/")
        tree = old.trees.get(path)
        if tree is None or name not in drafted:
            texts[path] = made
            continue
        data = drafted[name]
        if name in olds:
            data = _classes_kept(tree, data, (olds[name], news[name]))
        rows = {key: ids.get(f"{name}#{key}", ()) for key in ("indicators", _MEDIUM)}
        merge = Merge(tree=tree, said=Said(said.get(name, ())), ids=rows)
        wanted = merge.mapping(tree.place, (), tree.data, layout.typed(data))
        notes += merge.notes
        if merge.splices:
            texts[path] = proved(tree, merge.splices, wanted, notes)
    notes += [
        message("{path}: the project is kept: the paper does not have it", path=one.at.path)
        for one in filing.projects
        if one.id not in staged.draft.projects
    ]
    return Merged(texts=texts, notes=tuple(notes))


def _by_files(draft: Draft) -> dict[str, list[str]]:
    """Return the keys of what was read, by the files that they are of."""
    found: dict[str, list[str]] = {}
    for key in draft.origins:
        name, _, inner = key.partition("#")
        found.setdefault(name, []).append(inner)
    return found


def _projects(filing: Filing) -> dict[str, Project]:
    return {f"projects/{one.id}.yaml": one for one in filing.projects}


def _classes_kept(tree: Tree, data: Data, sides: tuple[Project, Project]) -> Data:
    """Return the data of a project; a class that is the same stays as it is written there."""
    old, new = sides
    made = {**data, "indicators": _kept(tree.data, data, old.indicators, new.indicators)}
    medium = data.get("medium_term")
    if isinstance(medium, dict) and old.medium_term and new.medium_term:
        rows = (old.medium_term.indicators, new.medium_term.indicators)
        there = tree.data["medium_term"]
        made["medium_term"] = {**medium, "indicators": _kept(there, medium, *rows)}
    return made


def _kept(
    there: Mapping[str, Any],
    data: Mapping[str, Any],
    old: tuple[Indicator, ...],
    new: tuple[Indicator, ...],
) -> list[Data]:
    """Return the rows of `data`, their classes as written `there` where they are the same."""
    before = {one.id: at for at, one in enumerate(old)}
    made: list[Data] = []
    for row, one in zip(data.get("indicators", []), new, strict=True):
        at = before.get(one.id)
        is_same = at is not None and old[at].classified == one.classified
        made.append({**row, "class": there["indicators"][at]["class"]} if is_same else row)
    return made


def proved(
    tree: Tree, splices: Sequence[Splice], wanted: Mapping[str, Any], notes: list[Message]
) -> str:
    """Return the text of `tree` with `splices` made, proved to read as `wanted`.

    Where they do not go together, the keys that change are written anew, without their comments.
    """
    text = spliced(tree.source.text, splices)
    if _reads(tree, text, wanted):
        return text
    keys = [key for key in wanted if tree.data.get(key) != wanted[key]]
    if all(key in tree.data for key in keys):
        text = spliced(tree.source.text, [splicing.whole(tree, key, wanted[key]) for key in keys])
        if _reads(tree, text, wanted):
            notes += [
                message(
                    "{path}: {key} is written anew, and comments in it are gone",
                    path=tree.source.path,
                    key=key,
                )
                for key in keys
            ]
            return text
    raise PerfspecError(
        message(
            "{path} cannot be merged: its lines are laid out too freely", path=tree.source.path
        ),
        message("mend it by hand after the comparison, or replace it with --force"),
    )


def _reads(tree: Tree, text: str, wanted: Mapping[str, Any]) -> bool:
    again, found = yamltree.parse(Source(path=tree.source.path, text=text))
    return again is not None and not found and bool(again.data == wanted)
