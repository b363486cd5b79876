"""`perfspec new`: the filing of the next year, a project, an indicator."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import click

from perfspec import pipeline, texts, workspace
from perfspec.cli.check import prefix
from perfspec.cli.console import Console, talking
from perfspec.errors import PerfspecError
from perfspec.findings import Finding
from perfspec.messages import message
from perfspec.nextyear import additions, drafting, forms, placing
from perfspec.nextyear.rows import Asked
from perfspec.pipeline import Loaded
from perfspec.report import Summary
from perfspec.report.text import render as show_findings
from perfspec.workspace import FilingFolder

_PATH = click.Path(exists=True)
_FIRST, _LAST = 1000, 9999


@click.group(help="Write new files: the filing of the next year, a project, an indicator.")
def new() -> None:
    """Take no options; all of them stand behind the commands."""


@new.command(help="Make the filings of YEAR of those of an earlier year, for a person to go on.")
@click.argument("year", type=int, metavar="YEAR")
@click.option(
    "--from",
    "before",
    type=int,
    metavar="YEAR",
    help="The earlier year; default: the latest before that has filings.",
)
@click.option(
    "--department",
    "departments",
    multiple=True,
    metavar="CODE",
    help="The filing of this department only; can be repeated.",
)
@click.option("--form", metavar="NAME", help="The form; default: the one in force in that year.")
@talking
def year(
    console: Console,
    year: int,
    before: int | None,
    departments: tuple[str, ...],
    form: str | None,
) -> int:
    """Write the filings and print their files; nothing is written where one cannot be made."""
    root, folders = _of_year(year, before, departments)
    placing.refuse_taken([replace(one, year=str(year)) for one in folders])
    desk, wrong = pipeline.open_desk(root)
    loaded = [pipeline.load(one, desk) for one in folders]
    found = [*wrong, *(one for filing in loaded for one in _refusals(filing))]
    if found:
        return _refuse(console, root, found)
    names = [forms.chosen(drafting.form_of(one), year, desk.packs, form) for one in loaded]
    with placing.stage(root) as stage:
        pairs = zip(loaded, names, strict=True)
        drafts = [drafting.draft(one, year, name, stage) for one, name in pairs]
        placing.place(stage, [one.folder for one in drafts])
    console.product("".join(f"{prefix(root)}{path}\n" for one in drafts for path in one.texts))
    for one, old in zip(drafts, loaded, strict=True):
        if one.form != drafting.form_of(old).name:
            text = message("{path}: the form is now {form}", path=one.folder.path, form=one.form)
            console.say(text)
    count = sum(one.todos for one in drafts)
    console.say(message("to be looked at: {count}, each with a comment `todo`", count=count))
    console.say(message("next: perfspec check {year}", year=year))
    return 0


@new.command(
    help="Add a project to a filing: a file with its empty cells, and its line in the list."
)
@click.argument("id")
@click.option("--in", "path", type=_PATH, required=True, help="The folder of the filing.")
@click.option("--name", required=True, help="The name of the project.")
@click.option("--unit", metavar="CODE", help="The unit; may be left out where there is one only.")
@talking
def project(console: Console, id: str, path: str, name: str, unit: str | None) -> int:  # noqa: A002 — the argument's name on the command line
    """Write the two files and print their paths."""
    root, loaded = _filing(path)
    if refused := _refusals(loaded):
        return _refuse(console, root, refused)
    _write(console, root, additions.project(loaded, id, name, unit))
    console.say(message("next: fill in what is empty, then: perfspec check {path}", path=path))
    return 0


@new.command(help="Add an indicator at the end of the table of a project.")
@click.argument("id")
@click.option("--in", "path", type=_PATH, required=True, help="The file of the project.")
@click.option("--class", "label", required=True, help="The second-level class, as printed.")
@click.option("--name", required=True, help="The name of the indicator.")
@click.option("--target", required=True, help="The value, as on paper.")
@click.option("--description", default="", help="What is measured, and how.")
@click.option("--basis", default="", help="The document or figure that the target rests on.")
@click.option("--weight", default="", help="Points, for forms with weights.")
@talking
def indicator(console: Console, path: str, **words: str) -> int:
    """Write the file and print its path."""
    root, loaded = _filing(path)
    if refused := _refusals(loaded):
        return _refuse(console, root, refused)
    projects = loaded.filing.projects if loaded.filing else ()
    there = texts.real(Path.cwd() / path)
    to = next((one for one in projects if texts.real(root / one.at.path) == there), None)
    if to is None:
        raise PerfspecError(
            message("{path} is no file of a project", path=path),
            message("name a file projects/<id>.yaml that filing.yaml lists"),
        )
    _write(console, root, additions.indicator(loaded, to, Asked(**words)))
    console.say(message("next: perfspec check {path}", path=path))
    return 0


def _of_year(
    year: int, before: int | None, departments: Sequence[str]
) -> tuple[Path, list[FilingFolder]]:
    """Return the root and the filings of the year `before`, or of the latest before `year`."""
    root, folders, _ = workspace.select((), Path.cwd())
    years = sorted({one.year for one in folders})
    earlier = [one for one in years if one.isdecimal() and int(one) < year]
    if not _FIRST <= year <= _LAST:
        raise PerfspecError(message("{year} is no year of four digits", year=year))
    if before is not None and before >= year:
        raise PerfspecError(message("{year} is not after {before}", year=year, before=before))
    source = str(before) if before is not None else max(earlier, key=int, default="")
    if source not in years:
        raise PerfspecError(
            message("there is no filing of {year}", year=source)
            if source
            else message("there is no filing before {year}", year=year),
            message("there are: {names}", names=", ".join(years)),
        )
    there = {one.department: one for one in folders if one.year == source}
    for code in departments:
        if code not in there:
            raise PerfspecError(
                message("there is no filing of {code} in {year}", code=code, year=source),
                message("there are: {names}", names=", ".join(there)),
            )
    return root, [there[code] for code in dict.fromkeys(departments or there)]


def _filing(path: str) -> tuple[Path, Loaded]:
    """Return the root and the one filing that `path` is of."""
    root, folders, _ = workspace.select((path,), Path.cwd())
    if len(folders) > 1:
        raise PerfspecError(
            message("{path} holds several filings", path=path),
            message("name the folder of one: {folder}", folder=folders[0].path),
        )
    desk, _ = pipeline.open_desk(root)
    return root, pipeline.load(folders[0], desk)


def _refusals(loaded: Loaded) -> list[Finding]:
    return [] if loaded.filing else loaded.findings()


def _refuse(console: Console, root: Path, found: Sequence[Finding]) -> int:
    """Show why nothing is written."""
    summary = Summary(filings=1, files=0, findings=tuple(found))
    console.show(show_findings(summary, console.style(error=True, prefix=prefix(root))))
    return 1


def _write(console: Console, root: Path, made: Mapping[str, str]) -> None:
    """Write the texts and print their paths."""
    placing.write(root, made)
    console.product("".join(f"{prefix(root)}{path}\n" for path in made))
