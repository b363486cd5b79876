"""Put the folders of new filings where they belong: all of them, or none.

In: folders that stand complete in a stage beside them. Out: nothing; an error leaves what there
was.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from perfspec import output
from perfspec.errors import PerfspecError
from perfspec.messages import message
from perfspec.texts import real
from perfspec.workspace import FilingFolder


@contextmanager
def stage(root: Path) -> Iterator[Path]:
    """Give an empty folder on the disk of the workspace, and take away what is left in it."""
    try:
        made = Path(tempfile.mkdtemp(dir=root, prefix=".perfspec-"))
    except OSError as problem:
        why = problem.strerror or type(problem).__name__
        text = message("{path} cannot be written: {why}", path=str(root), why=why)
        raise PerfspecError(text) from problem
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def refuse_taken(folders: Sequence[FilingFolder]) -> None:
    """Raise PerfspecError where one of `folders` is there, or leads out of the workspace."""
    for folder in folders:
        place = folder.root / folder.inner
        if os.path.lexists(place):
            raise PerfspecError(
                message("{path} is there already; nothing was written", path=folder.path),
                message("remove it, or name other departments with --department"),
            )
        if not real(place).is_relative_to(real(folder.root)):
            specs = folder.path.rpartition("/")[0]
            raise PerfspecError(
                message("{path} leads out of {folder}", path=specs, folder=str(folder.root)),
                message("replace the symbolic link by a folder"),
            )


def place(made: Path, folders: Sequence[FilingFolder]) -> None:
    """Move `folders` from the stage `made` to where they belong."""
    done: list[FilingFolder] = []
    for folder in folders:
        target = folder.root / folder.inner
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            (made / folder.inner).rename(target)
        except OSError as problem:
            for one in done:
                (one.root / one.inner).rename(made / one.inner)
            why = problem.strerror or type(problem).__name__
            text = message("{path} cannot be written: {why}", path=folder.path, why=why)
            raise PerfspecError(text) from problem
        done.append(folder)


def write(root: Path, made: Mapping[str, str]) -> None:
    """Write the files `made`, by their paths from `root`: all of them or none."""
    files = [_inside(root, path) for path in made]
    before = [
        (file.read_bytes(), file.stat().st_mode & 0o777) if file.exists() else None
        for file in files
    ]
    written = 0
    try:
        for file, text, old in zip(files, made.values(), before, strict=True):
            output.write(file, text.encode(), mode=old[1] if old else 0o644)
            written += 1
    except BaseException:
        # An interrupted run too leaves what there was.
        for file, old in zip(files[:written], before, strict=False):
            if old is None:
                file.unlink()
            else:
                output.write(file, old[0], mode=old[1])
        raise


def _inside(root: Path, path: str) -> Path:
    """Return where `path` leads; raises PerfspecError where that is not in the workspace."""
    file = real(root / path)
    if not file.is_relative_to(real(root)):
        raise PerfspecError(
            message("{path} leads out of {folder}", path=path, folder=str(root)),
            message("replace the symbolic link by a folder"),
        )
    if file.exists() and not file.is_file():
        raise PerfspecError(message("{path} is no regular file", path=path))
    return file
