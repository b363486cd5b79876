"""Bring a workspace as it was at a git revision into a folder that goes away afterwards.

In: a folder inside a work tree, and what a person wrote: `HEAD~1`, `origin/main:specs/2020`. Out: a
`Snapshot`, whose files are read as those of any workspace.
"""

import os
import posixpath
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from perfspec.diagnostics import Diagnostic
from perfspec.errors import PerfspecError
from perfspec.messages import Message, message
from perfspec.revisions import contents, git
from perfspec.schema.words import closest, shorten
from perfspec.texts import real
from perfspec.workspace import MARKER

_YEAR = re.compile(r"[0-9]{4}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
# specs/<year>/<department>
_FILING = 3
# Branches and tags among which a misspelt one is looked for.
_NAMES = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A workspace at a revision.

    `origin` stands before its paths, as git would have them: `HEAD~1:`, or `HEAD~1:sub/` where the
    workspace is no whole repository. `path` is what was named, from the root of the workspace, and
    may not be there. `refused` are links and submodules below it, which are not followed.
    """

    root: Path
    origin: str
    path: str
    refused: tuple[Diagnostic, ...]


def split(named: str) -> tuple[str, str]:
    """Return the revision and the path of `named`; the path is empty where there is none.

    As in git, the first colon parts them that is in no braces: `HEAD^{/fix: this}:specs`.
    """
    depth = 0
    for at, sign in enumerate(named):
        depth += (sign == "{") - (sign == "}")
        if sign == ":" and depth <= 0:
            return named[:at], named[at + 1 :]
    return named, ""


@contextmanager
def opened(folder: Path, named: str, instead: str, cwd: Path) -> Iterator[Snapshot]:
    """Bring what `named` says; without a path of its own, that at `instead`.

    `folder` is the root of the workspace, `instead` a path from there; `cwd` is where `./` leads.
    Raises PerfspecError where git, the revision or the path is not there.
    """
    revision, path = split(named)
    _check(revision, path)
    inside = git.prefix(folder)
    commit = _commit(folder, revision)
    try:
        whole = posixpath.join(inside, instead).rstrip("/")
        if path.strip("/"):
            whole = _path(folder, commit, path, _meant(path, inside, cwd), revision)
        root = _root(folder, commit, whole, revision)
    except git.GitRefusalError as refusal:
        raise contents.incomplete(revision) from refusal
    origin = f"{revision}:{root}"
    with tempfile.TemporaryDirectory(prefix="perfspec-") as brought:
        inner = whole[len(root) :]
        paths = [f"{root}{one}" for one in _wanted(inner)]
        files, refused = contents.listed(folder, commit, paths, revision)
        contents.bring(folder, files, root, Path(brought), revision)
        yield Snapshot(root=real(Path(brought)), origin=origin, path=inner, refused=refused)


def _check(revision: str, path: str) -> None:
    """Raise PerfspecError for what git would take for something else, or not at all."""
    if not revision:
        raise PerfspecError(
            message("the index of git is not compared"),
            message("commit first, or name a revision before the colon"),
        )
    if revision.startswith("-") or _CONTROL.search(revision + path):
        raise PerfspecError(message("{revision!r} is no revision", revision=shorten(revision)))
    if ".." in revision:
        first, _, second = revision.replace("...", "..").partition("..")
        raise PerfspecError(
            message("{revision} names two revisions at once", revision=shorten(revision)),
            message("name each for itself: {first} {second}", first=first, second=second or "HEAD"),
        )


def _commit(folder: Path, revision: str) -> str:
    try:
        wanted = f"{revision}^{{commit}}"
        return git.line(folder, "rev-parse", "--verify", "--end-of-options", wanted)
    except git.GitRefusalError as refusal:
        text = message("git knows no revision {revision!r} here", revision=shorten(revision))
        raise PerfspecError(text, _hint(folder, revision)) from refusal


def _hint(folder: Path, revision: str) -> Message:
    """Return what may help where a revision is not known."""
    if git.line(folder, "rev-parse", "--is-shallow-repository") == "true":
        return message("this clone has a part of the history only: git fetch --unshallow")
    listing = ("for-each-ref", f"--count={_NAMES}", "--format=%(refname:short)")
    names = os.fsdecode(git.ask(folder, *listing)).split("\n")
    if near := closest(revision, filter(None, names)):
        return message("did you mean {near}?", near=near)
    return message("name a branch, a tag or a commit, such as HEAD~1")


def _meant(path: str, inside: str, cwd: Path) -> list[str]:
    """Return the paths from the top of the repository that `path` may mean; a year is one too."""
    from_here = path.startswith(("./", "../")) or path in {".", ".."}
    tried = [git.prefix(cwd) + path] if from_here else [path, inside + path]
    if _YEAR.fullmatch(path):
        tried.append(f"{inside}specs/{path}")
    clean = [posixpath.normpath(one).strip("/") for one in tried]
    return ["" if one == "." else one for one in clean if not one.startswith("..")]


def _path(folder: Path, commit: str, path: str, meant: Sequence[str], revision: str) -> str:
    """Return the first of the paths that `path` may mean and that is there."""
    found = _found(folder, commit, meant)
    if found is None:
        raise PerfspecError(
            message("{path} is not in the revision {revision}", path=path, revision=revision),
            message("paths are those from the top of the repository; `./` begins one from here"),
        )
    return found


def _found(folder: Path, commit: str, paths: Sequence[str]) -> str | None:
    """Return the first of `paths` that is in `commit`."""
    questions = [f"{commit}:{path}" for path in paths]
    with git.asking(folder, questions, "cat-file", "--batch-check") as answers:
        there = [not answer.endswith(b" missing\n") for answer in answers]
    return next((path for path, is_there in zip(paths, there, strict=False) if is_there), None)


def _root(folder: Path, commit: str, path: str, revision: str) -> str:
    """Return the nearest workspace around `path`: empty, or ending with `/`."""
    parts = path.split("/") if path else []
    roots = ["".join(f"{part}/" for part in parts[:count]) for count in range(len(parts), -1, -1)]
    marker = _found(folder, commit, [f"{root}{MARKER}" for root in roots])
    if marker is None:
        raise PerfspecError(
            message("there is no perfspec workspace in the revision {revision}", revision=revision),
            message("its root holds {marker}", marker=MARKER),
        )
    return marker.removesuffix(MARKER)


def _wanted(inner: str) -> list[str]:
    """Return what of a workspace is needed to read what `inner` names."""
    specs = "/".join(inner.split("/")[:_FILING]) if inner.startswith("specs/") else "specs"
    return [MARKER, "templates", specs]
