"""Make a filing of documents, complete in a folder of its own, before anything is written for good.

In: documents, and what the person says of them. Out: the filing as drafted, as loaded from the
stage, and what is to be told of it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from perfspec import output, partial, pipeline
from perfspec.documents import Document
from perfspec.errors import PerfspecError
from perfspec.form import Form
from perfspec.importing import Found, Guess, data, finding, forms, provenance, writing
from perfspec.importing.account import told
from perfspec.importing.account.told import Told
from perfspec.importing.draft import Draft
from perfspec.importing.forms import Chosen
from perfspec.importing.provenance import Origin
from perfspec.messages import Message, Translate, message
from perfspec.model import Filing
from perfspec.packs import Packs
from perfspec.pipeline import Desk, Loaded
from perfspec.workspace import FilingFolder


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the person says of a filing; what is empty the documents have to say."""

    form: str = ""
    year: int | None = None
    department: str | None = None


_UNIT_CODE = re.compile(r"filing\.yaml#units/[^/]+/code")
# The packs that one run drafts, by their names: a later file may be of such a form too.
Drafted = dict[str, Chosen]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What documents say, in the terms of the specs; `reasons` are those of its form."""

    found: Found
    draft: Draft
    reasons: tuple[Message, ...]
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """A filing on the stage: its texts by their paths, how they are read, and what is told."""

    draft: Draft
    texts: Mapping[str, str]
    loaded: Loaded
    told: Told
    desk: Desk


def read(
    documents: Sequence[Document],
    origins: Sequence[Origin],
    asked: Asked,
    desk: Desk,
    known: Drafted | None = None,
) -> Read:
    """Return what `documents` say; `known` are the packs drafted so far, and takes a new one.

    Raises PerfspecError where they say nothing.
    """
    found = finding.find(documents)
    if not (found.projects or found.overall_goal or found.sub_goals or found.measures):
        names = ", ".join(document.name for document in documents)
        raise PerfspecError(
            message("no part of a filing was found in {names}", names=names),
            message("a filing has project tables, or goals and measures under their headings"),
        )
    return drafted(found, origins, asked, desk, {} if known is None else known)


def drafted(
    found: Found, origins: Sequence[Origin], asked: Asked, desk: Desk, known: Drafted
) -> Read:
    """Return what was found as the data of a filing."""
    packs = _packs(desk) | {name: one.form for name, one in known.items()}
    taken = frozenset(desk.packs.names())
    chosen = forms.choose(found, packs, asked.form or None, asked.year, taken)
    draft = data.make(found, chosen, year=asked.year, department=asked.department)
    if chosen.pack:
        known[chosen.form.name] = chosen
    elif chosen.form.name in known:
        draft = replace(draft, pack=known[chosen.form.name].pack)
    draft = replace(draft, guesses=(*draft.guesses, *_of_others(draft)))
    reasons = tuple(dict.fromkeys((*chosen.reasons, *chosen.lacks)))
    return Read(found=found, draft=draft, reasons=reasons, origins=tuple(origins))


def _of_others(draft: Draft) -> Iterator[Guess]:
    """Yield a word of warning where the units of the paper are not those of the department."""
    codes = {key: one for key, one in draft.origins.items() if _UNIT_CODE.fullmatch(key)}
    if codes and not any(_belong(one.text.strip(), draft.department) for one in codes.values()):
        said = message(
            "the units of the paper are {codes}, and the filing is that of {department}",
            codes=", ".join(dict.fromkeys(one.text.strip() for one in codes.values())),
            department=draft.department,
        )
        yield Guess(text=said, at=next(iter(codes.values())).at)


def _belong(unit: str, department: str) -> bool:
    """Tell whether a unit may be one of a department: the codes of both begin alike."""
    return unit.startswith(department) or department.startswith(unit)


def stage(read: Read, draft: Draft, root: Path, desk: Desk, words: Translate) -> Staged:
    """Write `draft`, which was made of `read`, below `root`, and return how it is read there."""
    written = writing.texts(draft, words)
    for path, text in written.texts.items():
        output.write(root / path, text.encode())
    at = FilingFolder(root=root, year=str(draft.year), department=draft.department)
    own = Desk(packs=Packs(root), workspace=desk.workspace) if draft.pack else desk
    loaded = pipeline.load(at, own)
    filing = partial.of(loaded).filing
    origin = provenance.text(draft, read.origins, ids(filing) if filing else {}, words)
    path = f"{writing.folder(draft)}/{provenance.NAME}"
    output.write(root / path, origin.encode())
    return Staged(
        draft=draft,
        texts={**written.texts, path: origin},
        loaded=pipeline.load(at, own),
        told=told.of(at.inner, read.found, draft, read.reasons, written.guesses),
        desk=own,
    )


def ids(filing: Filing) -> dict[str, list[str]]:
    """Return the ids of all indicators by file and list, as `Draft.origins` calls them."""
    found = {}
    for project in filing.projects:
        file = f"projects/{project.id}.yaml"
        found[f"{file}#indicators"] = [one.id for one in project.indicators]
        if project.medium_term:
            rows = project.medium_term.indicators
            found[f"{file}#medium_term/indicators"] = [one.id for one in rows]
    return found


def _packs(desk: Desk) -> dict[str, Form]:
    """Return the forms to choose from; what is wrong in one is for `check` to say."""
    packs = ((name, desk.packs.get(name)) for name in desk.packs.names())
    return {name: pack.form for name, pack in packs if pack and pack.form and not pack.refused}
