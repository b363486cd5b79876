"""What an import does with a filing that is there: show the difference, merge, or replace it.

In: what documents say, and a folder to make the filing in. Out: a `Job`, the files to be written;
those of all jobs are written or none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from perfspec import output, pipeline, years
from perfspec.changes import text
from perfspec.cli.console import Console
from perfspec.errors import PerfspecError
from perfspec.importing import merging, staging, targets, writing
from perfspec.importing.merging import aligning
from perfspec.importing.staging import Asked, Read, Staged
from perfspec.messages import Message, message
from perfspec.nextyear import placing
from perfspec.pipeline import Desk, Loaded
from perfspec.sides import Chosen
from perfspec.source import Source
from perfspec.workspace import FilingFolder

# What stands before the paths of a filing that is not written yet.
_ORIGIN = "import:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A filing to be written: its files by their paths, those to be removed, what is to be said.

    `old` is the filing that is there; with `is_refused` it stays as it is, and with `is_same` it
    says what the paper says. `loaded` is the filing as it will be read.
    """

    folder: FilingFolder
    staged: Staged
    texts: Mapping[str, str]
    loaded: Loaded
    old: Loaded | None = None
    is_refused: bool = False
    is_same: bool = False
    removed: tuple[str, ...] = ()
    notes: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What was asked for, and what may be done with a filing that is there."""

    root: Path
    desk: Desk
    asked: Asked
    merges: bool
    replaces: bool


def job(read: Read, way: Way, stage: Path, console: Console) -> Job:
    """Return what is to be done with the filing that was read."""
    folder = FilingFolder(
        root=way.root, year=str(read.draft.year), department=read.draft.department
    )
    words = console.words
    if not targets.is_taken(way.root, writing.folder(read.draft)):
        staged = staging.stage(read, read.draft, stage, way.desk, words)
        return Job(folder=folder, staged=staged, texts=staged.texts, loaded=staged.loaded)
    old = pipeline.load(folder, way.desk)
    if old.form and not way.asked.form and old.form.name != read.draft.form:
        asked = replace(
            way.asked, form=old.form.name, year=read.draft.year, department=folder.department
        )
        again = staging.drafted(read.found, read.origins, asked, way.desk, {})
        said = message("the filing that is there has the form {form}", form=old.form.name)
        read = replace(again, reasons=(said, *again.reasons[1:]))
    if way.replaces:
        staged = staging.stage(read, read.draft, stage, way.desk, words)
        stale = [one for one in old.sources if one.startswith(f"{folder.path}/projects/")]
        return Job(
            folder=folder,
            staged=staged,
            texts=staged.texts,
            loaded=staged.loaded,
            old=old,
            removed=tuple(one for one in stale if one not in staged.texts),
            notes=_lost(old),
        )
    return _beside(read, old, way, stage, console)


def _beside(read: Read, old: Loaded, way: Way, stage: Path, console: Console) -> Job:
    """Return what the import would make of the filing `old`, whose ids it takes."""
    staged = staging.stage(read, read.draft, stage / "new", way.desk, console.words)
    filing = old.filing
    if way.merges and (filing is None or staged.loaded.filing is None):
        path = old.folder.path if filing is None else staged.told.path
        raise PerfspecError(
            message("{path} cannot be read, and so not be merged", path=path),
            message("perfspec check says what is wrong in it; --force replaces what is there"),
        )
    is_readable = filing is not None and staged.loaded.filing is not None
    if is_readable:
        draft = aligning.aligned(read.draft, old, staged.loaded)
        staged = staging.stage(read, draft, stage / "aligned", way.desk, console.words)
    merged = merging.merged(old, staged) if is_readable and _is_one_form(old, staged, way) else None
    if merged is None or not way.merges:
        is_same = merged is not None and merged.says_the_same
        return Job(
            folder=old.folder,
            staged=staged,
            texts={},
            loaded=staged.loaded,
            old=old,
            is_refused=not is_same,
            is_same=is_same,
        )
    return Job(
        folder=old.folder,
        staged=staged,
        texts=merged.texts,
        loaded=_loaded(old, merged.texts, stage / "merged", staged.desk),
        old=old,
        notes=(*merged.notes, *_on_record(old)),
    )


def _lost(old: Loaded) -> tuple[Message, ...]:
    """Return what a person should know of a filing that is replaced."""
    if old.filing is None or old.filing.stage == "draft":
        return ()
    return (message("its stage was {stage}, and is draft now", stage=old.filing.stage),)


def _on_record(old: Loaded) -> tuple[Message, ...]:
    """Return what a person should know of a filing on record that is merged into."""
    if old.filing is None or old.filing.stage == "draft":
        return ()
    return (
        message(
            "its stage stays {stage}, though it says something else now", stage=old.filing.stage
        ),
    )


def _is_one_form(old: Loaded, staged: Staged, way: Way) -> bool:
    """Tell whether both have one form; a merge that was asked for says itself that they do not."""
    return way.merges or (old.form is not None and old.form.name == staged.draft.form)


def _loaded(old: Loaded, texts: Mapping[str, str], stage: Path, desk: Desk) -> Loaded:
    """Return the filing as it will be read once `texts` are written."""
    here = f"{old.folder.path}/"
    both = {path: one.text for path, one in old.sources.items() if path.startswith(here)}
    for path, made in {**both, **texts}.items():
        output.write(stage / path, made.encode())
    return pipeline.load(replace(old.folder, root=stage), desk)


def refuse_clashes(jobs: Sequence[Job], *, replaces: bool) -> None:
    """Raise PerfspecError where two jobs write one file, or one a form that is there."""
    first: dict[str, str] = {}
    for one in jobs:
        if one.folder.path in first:
            names = ", ".join(document.name for document in one.staged.told.found.documents)
            raise PerfspecError(
                message(
                    "{first} and {second} are both the filing {path}",
                    first=first[one.folder.path],
                    second=names,
                    path=one.folder.path,
                ),
                message("name its folder with -o, so that all files make one filing"),
            )
        named = one.staged.told.found.documents
        first[one.folder.path] = ", ".join(document.name for document in named)
        for path, made in one.texts.items():
            file = one.folder.root / path
            if path.startswith("templates/") and not replaces and file.exists():
                refuse_other(path, file.read_bytes(), made)


def refuse_other(path: str, there: bytes, made: str) -> None:
    """Raise PerfspecError where the form that is there is not the one that was made."""
    if there != made.encode():
        raise PerfspecError(
            message("{path} is there already, and is another form", path=path),
            message("name it with --form, or replace it with --force"),
        )


def write(root: Path, jobs: Sequence[Job]) -> None:
    """Write the files of all jobs or none, and remove what they replace."""
    for one in jobs:
        if one.old is None and targets.is_taken(root, one.folder.inner):
            raise _changed(one.folder.path)
        sources = one.old.sources if one.old else {}
        for path in (*one.texts, *one.removed):
            refuse_changed(root, path, sources.get(path))
    placing.write(root, {path: made for one in jobs for path, made in one.texts.items()})
    for one in jobs:
        for path in one.removed:
            (root / path).unlink()


def refuse_changed(root: Path, path: str, read: Source | None) -> None:
    """Raise PerfspecError where a file is not as it was read."""
    file = root / path
    if read is not None and (not file.exists() or file.read_bytes() != read.text.encode()):
        raise _changed(path)


def _changed(path: str) -> PerfspecError:
    return PerfspecError(
        message("{path} was changed by somebody else meanwhile", path=path),
        message("nothing was written to it; run the command again"),
    )


def compared(job: Job, console: Console, after: Message) -> str:
    """Return what the import would change, as `diff` shows it; `after` names the newer side."""
    if job.old is None:
        raise ValueError(job.folder.path)
    there = console.words(message("in the workspace"))
    new = replace(job.loaded.folder, origin=_ORIGIN)
    sides = [
        Chosen(label=label, home=job.folder.root, desk=desk, folders=(folder,), is_one=True)
        for label, desk, folder in (
            (there, job.old.desk, job.folder),
            (console.words(after), job.staged.desk, new),
        )
    ]
    return text.give(years.changes(sides), console.style())
