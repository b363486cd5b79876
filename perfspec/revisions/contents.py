"""List the files of a revision, and write them to a folder.

What a repository holds may be made by a stranger: links and submodules are not followed, no path
leads out of the folder, and there are limits.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from perfspec.diagnostics import Diagnostic, error
from perfspec.errors import PerfspecError
from perfspec.messages import Message, message
from perfspec.revisions import git
from perfspec.source import Region
from perfspec.texts import MAX_BYTES

MAX_FILES = 20_000
MAX_TOTAL = 200 * 1024 * 1024
# More than an entry of a listing takes on average, its path included.
_ENTRY = 1024
_LINK, _SUBMODULE = "120000", "160000"
_REFUSED = {
    _LINK: message("this is a symbolic link; those of a revision are not followed"),
    _SUBMODULE: message("this is a submodule; those of a revision are not read"),
}
_KINDS = {_LINK: "file-link", _SUBMODULE: "file-kind"}


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of a revision: its path from the top of the repository, and the object it is."""

    path: str
    object: str
    size: int


def listed(
    folder: Path, commit: str, paths: Sequence[str], revision: str
) -> tuple[tuple[File, ...], tuple[Diagnostic, ...]]:
    """Return the files of `commit` below `paths`, and a finding for what is no file.

    Raises PerfspecError where there are too many, or git does not have them all.
    """
    files: list[File] = []
    refused: list[Diagnostic] = []
    for mode, name, size, path in _entries(folder, commit, paths, revision):
        if mode in _REFUSED:
            where = Region(path=f"{revision}:{path}")
            refused.append(error(_KINDS[mode], where, _REFUSED[mode]))
        elif _stays_inside(path):
            files.append(File(path=path, object=name, size=int(size)))
    total = sum(one.size for one in files if one.size <= MAX_BYTES)
    if total > MAX_TOTAL:
        raise _too_much(message("the specs of {revision} are too large", revision=revision))
    return tuple(files), tuple(refused)


def _entries(
    folder: Path, commit: str, paths: Sequence[str], revision: str
) -> Iterator[tuple[str, str, str, str]]:
    """Yield mode, object, size and path of all that stands below `paths`."""
    command = ("ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", *paths)
    limit = MAX_FILES * _ENTRY
    try:
        with git.asking(folder, (), *command) as answer:
            data = answer.read(limit + 1)
            if len(data) > limit or data.count(b"\0") > MAX_FILES:
                text = message("there are too many files in {revision}", revision=revision)
                raise _too_much(text)
    except git.GitRefusalError as refusal:
        raise incomplete(revision) from refusal
    for entry in data.split(b"\0")[:-1]:
        about, _, path = entry.partition(b"\t")
        mode, _, name, size = about.decode("ascii").split()
        if size == "BAD":  # what git says of an object that this clone does not have
            raise incomplete(revision)
        yield mode, name, size, os.fsdecode(path)


def _stays_inside(path: str) -> bool:
    """Tell whether `path` leads nowhere else on any system; git itself writes no other."""
    return not {"", ".", ".."} & set(path.split("/")) and "\\" not in path and ":" not in path


def bring(folder: Path, files: Iterable[File], root: str, where: Path, revision: str) -> None:
    """Write `files` below `root` to the folder `where`.

    Of what is too large to be read, a spec becomes a hole of the same size: a finding, later.
    """
    wanted = {where / one.path.removeprefix(root): one for one in files if _is_read(one)}
    for parent in dict.fromkeys(place.parent for place in wanted):
        parent.mkdir(parents=True, exist_ok=True)
    places: dict[str, list[Path]] = {}
    for place, one in wanted.items():
        if one.size > MAX_BYTES:
            with place.open("wb") as file:
                file.truncate(one.size)
        else:
            places.setdefault(one.object, []).append(place)
    try:
        with git.asking(folder, places, "cat-file", "--batch") as answers:
            for name, targets in places.items():
                data = _next(answers, name)
                if data is None:
                    raise incomplete(revision)
                for place in targets:
                    place.write_bytes(data)
    except git.GitRefusalError as refusal:
        raise incomplete(revision) from refusal


def _is_read(one: File) -> bool:
    return one.size <= MAX_BYTES or one.path.endswith((".yaml", ".yml", ".toml"))


def _next(answers: IO[bytes], name: str) -> bytes | None:
    """Return the next object, which must be `name`; None where git does not have it."""
    head = answers.readline().decode("ascii").split()
    if head[:2] != [name, "blob"]:
        return None
    data = answers.read(int(head[2]))
    answers.read(1)
    return data


def _too_much(text: Message) -> PerfspecError:
    hint = message(
        "no more than {files} files and {bytes} bytes are read; name a year or a department",
        files=MAX_FILES,
        bytes=MAX_TOTAL,
    )
    return PerfspecError(text, hint)


def incomplete(revision: str) -> PerfspecError:
    """Return what is said where git does not have an object of `revision`."""
    return PerfspecError(
        message("this clone does not have all files of {revision}", revision=revision),
        message("nothing is fetched here: make a whole clone, without --filter and --depth"),
    )
