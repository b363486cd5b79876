"""Find the filings of a workspace and read their files as text.

In: folders and what the person asked for. Out: for each filing its files as `Source`, and a
finding for each file that cannot be read. Nothing outside the workspace is opened, nothing
that is not a regular file, and nothing larger than `MAX_BYTES`.
"""

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from perfspec.diagnostics import Diagnostic, error
from perfspec.errors import PerfspecError
from perfspec.messages import message
from perfspec.source import Region, Source

MARKER = "perfspec.toml"
MAX_BYTES = 2 * 1024 * 1024
_BOM = b"\xef\xbb\xbf"
_DEPTH = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingFolder:
    """The folder of one filing: `specs/<year>/<department>`."""

    root: Path
    year: str
    department: str

    @property
    def path(self) -> str:
        """The folder's path from the workspace's root, with `/`."""
        return f"specs/{self.year}/{self.department}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingText:
    """The files of one filing: filing.yaml, and its projects by the names of their files."""

    folder: FilingFolder
    filing: Source | None
    projects: dict[str, Source] = field(default_factory=dict)
    unreadable: frozenset[str] = frozenset()
    findings: tuple[Diagnostic, ...] = ()


def find_root(start: Path) -> Path:
    """Return the nearest folder with a `perfspec.toml`, from `start` upwards."""
    start = _real(start)
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


def _names(target: str, cwd: Path, folder: FilingFolder) -> bool:
    path = _real(cwd / target)
    if not path.exists():
        return target == folder.year
    place = folder.root / folder.path
    return place.is_relative_to(path) or path.is_relative_to(place)


def _holds(target: str, cwd: Path, root: Path, finding: Diagnostic) -> bool:
    path = _real(cwd / target)
    return not path.exists() or (root / finding.at.path).is_relative_to(path)


def _real(path: Path) -> Path:
    """Return `path` with all links followed; `Path.resolve` raises for links in a circle."""
    return Path(os.path.realpath(path))


def _walk(root: Path) -> tuple[list[FilingFolder], list[Diagnostic]]:
    """Return the filings under `specs/`, and a finding for what would be passed over."""
    folders: list[FilingFolder] = []
    findings: list[Diagnostic] = []

    def unreadable(problem: OSError) -> None:
        path = Path(problem.filename).relative_to(root).as_posix()
        if path != "specs" or not isinstance(problem, FileNotFoundError):
            text = message("the folder cannot be read: {why}", why=problem.strerror or "")
            findings.append(error("file-unreadable", Region(path=path), text))

    for where, subfolders, files in os.walk(root / "specs", onerror=unreadable):
        subfolders.sort()
        here = Path(where).relative_to(root / "specs").parts
        links = [name for name in subfolders if (Path(where) / name).is_symlink()]
        findings += [_linked("/".join(("specs", *here, name))) for name in links]
        if len(here) == _DEPTH and _is_filing([*subfolders, *files]):
            folders.append(FilingFolder(root=root, year=here[0], department=here[1]))
        elif "filing.yaml" in files:
            path = "/".join(("specs", *here, "filing.yaml"))
            findings.append(
                error(
                    "file-misplaced",
                    Region(path=path),
                    message("a filing stands at specs/<year>/<department>/filing.yaml"),
                )
            )
    return folders, findings


def _is_filing(names: list[str]) -> bool:
    """Tell whether a folder with these names is meant to be a filing, be it a broken one."""
    return "projects" in names or any(name.endswith((".yaml", ".yml")) for name in names)


def _linked(path: str) -> Diagnostic:
    text = message("this folder is a symbolic link; links to folders are not followed")
    return error("file-link", Region(path=path), text)


def read_filing(folder: FilingFolder) -> FilingText:
    """Return the texts of the filing in `folder`, and a finding for each that has none."""
    findings: list[Diagnostic] = []
    unreadable: set[str] = set()
    filing = _read_into(folder.root, f"{folder.path}/filing.yaml", findings)
    projects: dict[str, Source] = {}
    for path in sorted((folder.root / folder.path / "projects").glob("*.y*ml")):
        relative = f"{folder.path}/projects/{path.name}"
        if path.suffix != ".yaml":
            text = message("a project's file ends in .yaml")
            findings.append(error("file-name", Region(path=relative), text))
            continue
        source = _read_into(folder.root, relative, findings)
        if source is None:
            unreadable.add(path.stem)
        else:
            projects[path.stem] = source
    return FilingText(
        folder=folder,
        filing=filing,
        projects=projects,
        unreadable=frozenset(unreadable),
        findings=tuple(findings),
    )


def _read_into(root: Path, path: str, findings: list[Diagnostic]) -> Source | None:
    read = read_text(root, path)
    if isinstance(read, Source):
        return read
    findings.append(read)
    return None


def read_text(root: Path, path: str) -> Source | Diagnostic:
    """Return the text of `path` (from `root`), or the finding that says why there is none."""
    file = root / path
    where = Region(path=path)
    if not _real(file).is_relative_to(_real(root)):
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
