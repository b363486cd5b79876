"""Find the filings of a workspace and read their files as text.

In: folders and what the person asked for. Out: for each filing its files as `Source`, and a
finding for each file that cannot be read or would be passed over.
"""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from perfspec.diagnostics import Diagnostic, error
from perfspec.errors import PerfspecError
from perfspec.messages import message
from perfspec.source import Region, Source
from perfspec.texts import read_text, real

MARKER = "perfspec.toml"
_DEPTH = 2
_PROJECT = re.compile(r"projects/([^/]*)\.yaml")
# What is written of a filing later, by the names of their schemas.
BESIDE = {
    "actuals.yaml": "actuals",
    "lineage.yaml": "lineage",
    "provenance.yaml": "provenance",
}
# `x.yaml.txt` is what Windows makes of a file that was to be called `x.yaml`.
_YAML = re.compile(r"\.ya?ml", re.IGNORECASE)
_BACKUP = re.compile(r"(~|\.bak|\.orig|\.swp|\.tmp)$|^~", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingFolder:
    """The folder of one filing: `specs/<year>/<department>`.

    `origin` stands before all paths of a workspace that is not the one a person works in, such as
    `HEAD~1:` before those of a revision.
    """

    root: Path
    year: str
    department: str
    origin: str = ""

    @property
    def inner(self) -> str:
        """The folder's path from its workspace's root, with `/`."""
        return f"specs/{self.year}/{self.department}"

    @property
    def path(self) -> str:
        """The folder's path as it is shown, with its origin."""
        return f"{self.origin}{self.inner}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingText:
    """The files of one filing: filing.yaml, its projects and what stands beside, by their names."""

    folder: FilingFolder
    filing: Source | None
    projects: dict[str, Source] = field(default_factory=dict)
    beside: dict[str, Source] = field(default_factory=dict)
    unreadable: frozenset[str] = frozenset()
    findings: tuple[Diagnostic, ...] = ()


def find_root(start: Path) -> Path:
    """Return the nearest folder with a `perfspec.toml`, from `start` upwards."""
    start = real(start)
    for folder in (start, *start.parents):
        if (folder / MARKER).is_file():
            return folder
    raise PerfspecError(
        message("{path} is in no perfspec workspace", path=str(start)),
        message("`perfspec init` makes one; its root holds {marker}", marker=MARKER),
    )


def select(targets: Sequence[str], cwd: Path) -> tuple[Path, list[FilingFolder], list[Diagnostic]]:
    """Return the root, the filings that `targets` (years or paths) name, and findings.

    Without targets all filings are named. Raises PerfspecError for a target with no filing.
    """
    root = find_root(next((cwd / t for t in targets if (cwd / t).exists()), cwd))
    folders, findings = _walk(root)
    if not targets:
        if not folders and not findings:
            raise PerfspecError(message("there is no filing under {path}", path="specs/"))
        return root, folders, findings
    chosen: list[FilingFolder] = []
    for target in targets:
        named = [folder for folder in folders if _names(target, cwd, folder)]
        if not named:
            raise PerfspecError(
                message("there is no filing at {target!r}", target=target),
                message("name a year, a folder under specs/ or a file in it"),
            )
        chosen += [folder for folder in named if folder not in chosen]
    near = [f for f in findings if any(_holds(t, cwd, root, f) for t in targets)]
    return root, chosen, near


def below(root: Path, path: str, origin: str = "") -> tuple[list[FilingFolder], list[Diagnostic]]:
    """Return the filings that `path` (from `root`) names, and findings; there may be none.

    `origin` stands before their paths.
    """
    if not (root / path).exists():
        return [], []
    folders, findings = _walk(root, origin)
    return (
        [folder for folder in folders if _names(path, root, folder)],
        [one for one in findings if _holds(path, root, root, one, origin)],
    )


def _names(target: str, cwd: Path, folder: FilingFolder) -> bool:
    path = real(cwd / target)
    if not path.exists():
        return target == folder.year
    place = folder.root / folder.inner
    return place.is_relative_to(path) or path.is_relative_to(place)


def _holds(target: str, cwd: Path, root: Path, finding: Diagnostic, origin: str = "") -> bool:
    path = real(cwd / target)
    found = root / finding.at.path.removeprefix(origin)
    return not path.exists() or found.is_relative_to(path)


def _walk(root: Path, origin: str = "") -> tuple[list[FilingFolder], list[Diagnostic]]:
    """Return the filings under `specs/`, and a finding for what would be passed over."""
    folders: list[FilingFolder] = []
    findings: list[Diagnostic] = []

    def unreadable(problem: OSError) -> None:
        path = Path(problem.filename).relative_to(root).as_posix()
        if path != "specs" or not isinstance(problem, FileNotFoundError):
            text = message("the folder cannot be read: {why}", why=problem.strerror or "")
            findings.append(error("file-unreadable", Region(path=f"{origin}{path}"), text))

    for where, subfolders, files in os.walk(root / "specs", onerror=unreadable):
        subfolders.sort()
        here = Path(where).relative_to(root / "specs").parts
        links = [name for name in subfolders if (Path(where) / name).is_symlink()]
        at = origin + "/".join(("specs", *here))
        findings += [_linked(f"{at}/{name}") for name in links]
        if len(here) == _DEPTH and _is_filing([*subfolders, *files]):
            year, department = here
            folders.append(FilingFolder(root=root, year=year, department=department, origin=origin))
        elif "filing.yaml" in files:
            findings.append(
                error(
                    "file-misplaced",
                    Region(path=f"{at}/filing.yaml"),
                    message("a filing stands at specs/<year>/<department>/filing.yaml"),
                )
            )
    return folders, findings


def _is_filing(names: list[str]) -> bool:
    """Tell whether a folder with these names is meant to be a filing, be it a broken one."""
    return "projects" in names or any(map(_is_yaml, names))


def _linked(path: str) -> Diagnostic:
    text = message("this folder is a symbolic link; links to folders are not followed")
    return error("file-link", Region(path=path), text)


def read_filing(folder: FilingFolder) -> FilingText:
    """Return the texts of the filing in `folder`, and a finding for each that has none."""
    findings: list[Diagnostic] = []
    unreadable: set[str] = set()
    filing = _read_into(folder, "filing.yaml", findings)
    projects: dict[str, Source] = {}
    beside: dict[str, Source] = {}
    for path in _files(folder):
        project = _PROJECT.fullmatch(path)
        if path == "filing.yaml":
            continue
        if project is None and path not in BESIDE:
            findings.append(_not_read(f"{folder.path}/{path}"))
            continue
        source = _read_into(folder, path, findings)
        if project is None:
            beside |= {BESIDE[path]: source} if source else {}
        elif source is None:
            unreadable.add(project[1])
        else:
            projects[project[1]] = source
    return FilingText(
        folder=folder,
        filing=filing,
        projects=projects,
        beside=beside,
        unreadable=frozenset(unreadable),
        findings=tuple(findings),
    )


def _files(folder: FilingFolder) -> list[str]:
    """Return the paths below `folder` that are YAML by their names, hidden ones left out."""
    top = folder.root / folder.inner
    paths = (Path(where, name) for where, _, names in os.walk(top) for name in names)
    folders = (path for path in (top / "projects").glob("*.yaml") if path.is_dir())
    found = (path.relative_to(top).as_posix() for path in (*paths, *folders))
    return sorted(path for path in found if _is_yaml(path.rpartition("/")[2]))


def _is_yaml(name: str) -> bool:
    """Tell whether a file is meant to be read: YAML by its name, and no backup of an editor."""
    return bool(_YAML.search(name)) and not name.startswith(".") and not _BACKUP.search(name)


def _not_read(path: str) -> Diagnostic:
    return error(
        "file-name",
        Region(path=path),
        message(
            "this file is not read: it is neither filing.yaml nor projects/<id>.yaml,"
            " and none of actuals.yaml, lineage.yaml and provenance.yaml"
        ),
        hint=message("rename it, move it or remove it"),
    )


def _read_into(folder: FilingFolder, path: str, findings: list[Diagnostic]) -> Source | None:
    read = read_text(folder.root, f"{folder.inner}/{path}", folder.origin)
    if isinstance(read, Source):
        return read
    findings.append(read)
    return None
