"""Write a file whole or not at all."""

import os
import tempfile
from pathlib import Path

from perfspec.errors import PerfspecError
from perfspec.messages import message


def write(path: Path, data: bytes, *, mode: int = 0o644) -> None:
    """Write `data` beside `path` and rename it, so that no one ever sees half a file.

    mkstemp makes files that only their owner can read; a paper is for everybody.
    Raises PerfspecError when the folder cannot be written; an older file then stands as it was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        beside = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            beside.chmod(mode)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as problem:
        why = problem.strerror or type(problem).__name__
        text = message("{path} cannot be written: {why}", path=str(path), why=why)
        raise PerfspecError(text) from problem
