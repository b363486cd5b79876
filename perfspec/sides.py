"""Find the filings that a person wants compared.

In: what stands on the command line: years, paths and git revisions. Out: for each a `Chosen`, the
filings of one side. A revision without a path means the same as the other side, at that revision.
"""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from perfspec import pipeline, revisions, workspace
from perfspec.diagnostics import Diagnostic
from perfspec.errors import PerfspecError
from perfspec.findings import Finding, settle
from perfspec.messages import message
from perfspec.pipeline import NO_CODES, Desk
from perfspec.schema.words import shorten
from perfspec.texts import real
from perfspec.workspace import FilingFolder

HERE = "."
# One that was mistyped too; git takes no fewer than four digits for a commit.
_YEAR = re.compile(r"[0-9]{1,5}")
# How many `/` there are in specs/<year>/<department>.
_FILING = 2
_PATH = re.compile(r"(?:specs|\.\.?|~)?[/\\]|[^:]*\.ya?ml$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """One side: its filings, the desk they are read at, and what of them would be passed over.

    `label` is what the person called it; `home` is the workspace of all paths without an origin;
    `is_one` tells that one filing was meant, whatever its department.
    """

    label: str
    home: Path
    desk: Desk
    folders: tuple[FilingFolder, ...]
    findings: tuple[Finding, ...] = ()
    is_one: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """What a side names: `path` in the workspace at `root`, whose paths begin with `origin`."""

    label: str
    root: Path
    path: str
    origin: str = ""
    refused: tuple[Diagnostic, ...] = ()
    may_be_empty: bool = False


@contextmanager
def opened(
    arguments: Sequence[str],
    cwd: Path,
    *,
    here: str = HERE,
    select: frozenset[str] = NO_CODES,
    ignore: frozenset[str] = NO_CODES,
) -> Iterator[tuple[Chosen, ...]]:
    """Give the sides that `arguments` name; files of revisions are there as long as this is open.

    A revision alone is compared with the working tree, which is then called `here`. Raises
    PerfspecError for a side with no filing, and for what git refuses.
    """
    with ExitStack() as stack:
        home, named = _named(arguments, cwd, here, stack)
        desks: dict[Path, tuple[Desk, list[Finding]]] = {}
        chosen: list[Chosen] = []
        for one in named:
            if one.root not in desks:
                desks[one.root] = pipeline.open_desk(one.root, select, ignore, one.origin)
            desk, wrong = desks[one.root]
            folders, found = _filings(one)
            # By its settings nothing is judged: the first side is the newer one of no step.
            findings = [*(wrong if chosen else ()), *settle(found, {}, {})]
            chosen.append(
                Chosen(
                    label=one.label,
                    home=home,
                    desk=desk,
                    folders=tuple(folders),
                    findings=tuple(findings),
                    is_one=one.path.count("/") >= _FILING,
                )
            )
        yield tuple(chosen)


def _filings(one: _Named) -> tuple[list[FilingFolder], list[Diagnostic]]:
    folders, found = workspace.below(one.root, one.path, one.origin)
    if not folders and not found and not one.may_be_empty:
        raise PerfspecError(
            message("there is no filing at {target!r}", target=one.label),
            message("name a year, a folder under specs/ or a file in it"),
        )
    # What is refused elsewhere is missed, if at all, where it is needed.
    specs = f"{one.origin}specs"
    return folders, [*found, *(link for link in one.refused if link.at.path.startswith(specs))]


def _named(
    arguments: Sequence[str], cwd: Path, here: str, stack: ExitStack
) -> tuple[Path, list[_Named]]:
    """Return the workspace that a person works in, and what each of the sides names."""
    home = _home(cwd)
    ready: dict[str, _Named] = {}
    for one in arguments:
        if found := _in_files(one, cwd, home):
            home = home or found.root
            ready[one] = found
    folder = home or cwd
    alone = len(arguments) == 1
    if alone and ready:
        raise PerfspecError(
            message("there is nothing to compare {target} with", target=arguments[0]),
            message(
                "name the older and the newer one: {example}", example="perfspec diff 2020 2021"
            ),
        )
    # Those that name nothing of their own come last: they mean what the others do.
    others = [one for one in arguments if one not in ready]
    for one in sorted(others, key=lambda one: not revisions.split(one)[1]):
        path = next((other.path for other in ready.values()), "")
        ready[one] = _at_revision(one, path, folder, cwd, stack)
    sides = [ready[one] for one in arguments]
    if alone:
        path = sides[0].path
        sides.append(
            _Named(label=here, root=workspace.find_root(folder), path=path, may_be_empty=True)
        )
    return folder, [_from_home(one, folder) for one in sides]


def _home(cwd: Path) -> Path | None:
    try:
        return workspace.find_root(cwd)
    except PerfspecError:
        return None


def _from_home(one: _Named, home: Path) -> _Named:
    """Return `one` with an origin, if it is in another workspace than `home`."""
    if one.origin or one.root == home:
        return one
    return replace(one, origin=f"{PurePath(os.path.relpath(one.root, home)).as_posix()}/")


def _in_files(named: str, cwd: Path, home: Path | None) -> _Named | None:
    """Return the side that is a path or a year, or None."""
    if not named:
        raise PerfspecError(message("{revision!r} is no revision", revision=named))
    path = real(cwd / named)
    # `real` takes no/such/.. for here; the system does not.
    if (cwd / named).exists():
        root = workspace.find_root(path)
    elif home and named in _years(home):
        root, path = home, home / "specs" / named
    else:
        return None
    inner = path.relative_to(root).as_posix()
    return _Named(label=named, root=root, path="" if inner == "." else inner)


def _years(home: Path) -> list[str]:
    return sorted({folder.year for folder in workspace.below(home, "specs")[0]})


def _at_revision(named: str, instead: str, folder: Path, cwd: Path, stack: ExitStack) -> _Named:
    try:
        found = stack.enter_context(revisions.opened(folder, named, instead, cwd))
    except PerfspecError as problem:
        raise _unknown(named, folder, problem) from problem
    return _Named(
        label=named,
        root=found.root,
        path=found.path,
        origin=found.origin,
        refused=found.refused,
        may_be_empty=not revisions.split(named)[1],
    )


def _unknown(named: str, folder: Path, problem: PerfspecError) -> PerfspecError:
    """Return what is wrong with a side that was meant to be a year or a path, else `problem`."""
    if _YEAR.fullmatch(named):
        years = ", ".join(_years(folder))
        hint = message("years here: {years}", years=years) if years else None
        return PerfspecError(message("there is no filing of {year}", year=named), hint)
    if _PATH.match(named):
        return PerfspecError(
            message("there is no file or folder {path}", path=shorten(named)),
            message("what is in git only is named REVISION:PATH"),
        )
    return problem
