"""Read one file of a workspace as text.

Nothing outside the workspace is opened, nothing that is not a regular file, and nothing larger
than `MAX_BYTES`. What cannot be read is a finding.
"""

import os
import stat
from pathlib import Path

from perfspec.diagnostics import Diagnostic, error
from perfspec.messages import message
from perfspec.source import Region, Source

MAX_BYTES = 2 * 1024 * 1024
_BOM = b"\xef\xbb\xbf"


def real(path: Path) -> Path:
    """Return `path` with all links followed; `Path.resolve` raises for links in a circle."""
    return Path(os.path.realpath(path))


def read_text(root: Path, path: str, origin: str = "") -> Source | Diagnostic:
    """Return the text of `path` (from `root`), or the finding that says why there is none.

    `origin` stands before the path in what is returned, where `root` is no place of its own.
    """
    file = root / path
    path = f"{origin}{path}"
    where = Region(path=path)
    if not real(file).is_relative_to(real(root)):
        text = message("this is a symbolic link out of the workspace")
        return error("file-link", where, text, hint=message("put the file itself here"))
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            return error("file-kind", where, message("this is no regular file"))
        if status.st_size > MAX_BYTES:
            return error(
                "file-size",
                where,
                message(
                    "the file has {size} bytes, more than {limit}",
                    size=status.st_size,
                    limit=MAX_BYTES,
                ),
            )
        data = file.read_bytes()
    except FileNotFoundError:
        return error("file-missing", where, message("the file is not there"))
    except OSError as problem:
        text = message("the file cannot be read: {why}", why=problem.strerror or "")
        return error("file-unreadable", where, text)
    return _decode(path, data)


def _decode(path: str, data: bytes) -> Source | Diagnostic:
    if data.startswith(_BOM):
        return error(
            "file-encoding",
            Region(path=path),
            message("the file begins with a byte order mark"),
            hint=message("save it as UTF-8 without BOM"),
        )
    try:
        source = Source(path=path, text=data.decode("utf-8"))
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        return error(
            "file-encoding",
            Region(path=path),
            message(
                "the file is not UTF-8: byte 0x{byte} on line {line}",
                byte=f"{data[problem.start]:02X}",
                line=line,
            ),
            hint=message("it may be GBK or GB18030: save it as UTF-8"),
        )
    return source
