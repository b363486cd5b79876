"""The archive that a Word or Excel file is, as a stranger made it: opened within limits.

In: bytes and the file's name. Out: an `Archive` whose parts are unpacked one at a time when asked
for; or a `PerfspecError` that says what is wrong with it. What the headers say about sizes is
checked before, and no part gets longer than its header says, so the memory is bounded by `MAX_PART`
for one part and by `MAX_ALL` for all together. Archives inside of the archive are never opened.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from perfspec.errors import PerfspecError
from perfspec.messages import Message, message

MAX_ENTRIES = 10_000
MAX_PART = 64 * 1024 * 1024
MAX_ALL = 256 * 1024 * 1024
# Deflate packs up to 1032 : 1; a thousand tables that are all the same come to 260 : 1.
MAX_RATIO = 500
_SMALL = 1024 * 1024  # below, a ratio says nothing
_PIECE = 64 * 1024
_ENTRY = b"PK\x01\x02"
_IS_ENCRYPTED = 0x1
# What zipfile raises over headers that make no sense.
_BROKEN = (zipfile.BadZipFile, struct.error, ValueError, OSError, NotImplementedError)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """An opened archive: its parts by their path, `/` between folders, in any case of letters."""

    name: str
    parts: tuple[str, ...]
    _entries: Mapping[str, zipfile.ZipInfo]
    _file: zipfile.ZipFile

    def __contains__(self, part: str) -> bool:
        """Say whether there is such a part."""
        return part.casefold() in self._entries

    def read(self, part: str) -> bytes:
        """Return a part, unpacked; raises PerfspecError where it is missing or broken."""
        entry = self._entries.get(part.casefold())
        if entry is None:
            raise _broken(self.name, message("the part {part} is missing", part=part))
        try:
            with self._file.open(entry) as stream:
                # In pieces: all at once would be unpacked to its end, whatever its header says.
                return b"".join(iter(lambda: stream.read(_PIECE), b""))
        except (*_BROKEN, zlib.error, EOFError) as error:
            problem = message("the part {part} cannot be unpacked", part=part)
            raise _broken(self.name, problem) from error


def unpack(data: bytes, name: str) -> Archive:
    """Open the archive `data`; `name` is for messages. Raises PerfspecError."""
    # Counted before it is opened: zipfile makes an object of each entry at once.
    if data.count(_ENTRY) > MAX_ENTRIES:
        raise _hostile(name, message("it has more than {number} parts", number=MAX_ENTRIES))
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
        entries = file.infolist()
    except _BROKEN as error:
        raise _broken(name, message("it is cut off, or no archive")) from error
    paths: list[str] = []
    parts: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        if entry.is_dir():
            continue
        part = _path(entry, name)
        if part.casefold() in parts:
            raise _hostile(name, message("it has the part {part} twice", part=part))
        _check_size(entry, name)
        paths.append(part)
        parts[part.casefold()] = entry
    if sum(entry.file_size for entry in entries) > MAX_ALL:
        raise _hostile(name, message("it unpacks to more than {size} MB", size=_megabytes(MAX_ALL)))
    return Archive(name=name, parts=tuple(paths), _entries=parts, _file=file)


def locked(name: str) -> PerfspecError:
    """Return the error that says that a file is protected by a password."""
    return PerfspecError(
        message("{name} is protected by a password", name=name),
        message("open it in the program that made it, and save it without the password"),
    )


def _path(entry: zipfile.ZipInfo, name: str) -> str:
    # Some writers for Windows put backslashes.
    path = entry.filename.replace("\\", "/")
    if path.startswith("/") or ":" in path or ".." in PurePosixPath(path).parts:
        raise _hostile(name, message("it has a part outside of its own folder: {part}", part=path))
    return path


def _check_size(entry: zipfile.ZipInfo, name: str) -> None:
    if entry.flag_bits & _IS_ENCRYPTED:
        raise locked(name)
    part = entry.filename
    if entry.compress_type not in _METHODS:
        raise _broken(name, message("the part {part} is packed in an unknown way", part=part))
    if entry.file_size > MAX_PART:
        size = _megabytes(MAX_PART)
        problem = message("the part {part} unpacks to more than {size} MB", part=part, size=size)
        raise _hostile(name, problem)
    if entry.file_size > _SMALL and entry.file_size > MAX_RATIO * entry.compress_size:
        problem = message(
            "the part {part} is packed beyond {ratio} : 1", part=part, ratio=MAX_RATIO
        )
        raise _hostile(name, problem)


def _megabytes(size: int) -> int:
    return size // (1024 * 1024)


def _broken(name: str, problem: Message) -> PerfspecError:
    return PerfspecError(
        message("{name} is broken: {problem}", name=name, problem=problem),
        message("open it in the program that made it, and save it anew"),
    )


def _hostile(name: str, problem: Message) -> PerfspecError:
    return PerfspecError(
        message("{name} is not read: {problem}", name=name, problem=problem),
        message("no office program writes such a file; ask where it comes from"),
    )
