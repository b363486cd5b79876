"""Where an import goes: one filing of all files, or one of each.

In: the path that the person named, and what else was said. Out: a `Target`.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from perfspec import workspace
from perfspec.errors import PerfspecError
from perfspec.messages import message
from perfspec.texts import real

YEARS = range(2000, 2101)  # as in the schema of a filing
_YEAR_DIGITS = 4
_HINT = message("name specs, specs/<year> or specs/<year>/<department>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The workspace, and the year and department as far as they are given.

    `is_one` tells that all files make one filing.
    """

    root: Path
    year: int | None = None
    department: str | None = None
    is_one: bool = False


def of(path: Path, year: int | None, department: str | None) -> Target:
    """Return what `path` and the options name; raises PerfspecError where they do not agree."""
    place = real(path)
    root = workspace.find_root(place)
    parts = place.relative_to(root).parts
    if not parts or parts[0] != "specs" or len(parts) > len(("specs", "year", "department")):
        raise PerfspecError(message("{path} is no place for a filing", path=str(path)), _HINT)
    if len(parts) == 1:
        return Target(root=root, year=year, department=department)
    named = _year(parts[1], path)
    if year not in {None, named}:
        raise PerfspecError(
            message("--year is {year}, but -o says {folder}", year=year, folder=named)
        )
    if len(parts) == 2:  # noqa: PLR2004 — specs/<year>
        return Target(root=root, year=named, department=department)
    if department not in {None, parts[2]}:
        said = message(
            "--department is {code}, but -o says {folder}", code=department, folder=parts[2]
        )
        raise PerfspecError(said)
    return Target(root=root, year=named, department=parts[2], is_one=True)


def is_taken(root: Path, folder: str) -> bool:
    """Tell whether something stands at `folder` already, but for an empty folder.

    Raises PerfspecError where it leads out of the workspace.
    """
    place = root / folder
    if not real(place).is_relative_to(real(root)):
        raise PerfspecError(
            message("{path} leads out of {folder}", path=folder, folder=str(root)),
            message("replace the symbolic link by a folder"),
        )
    return os.path.lexists(place) and not (place.is_dir() and not any(place.iterdir()))


def _year(name: str, path: Path) -> int:
    is_number = name.isascii() and name.isdecimal() and len(name) == _YEAR_DIGITS
    if not is_number or int(name) not in YEARS:
        raise PerfspecError(message("{path} names no year", path=str(path)), _HINT)
    return int(name)
