"""`perfspec build`: the official paper of each filing, in the formats asked for."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from perfspec import missing, output, pipeline, workspace
from perfspec.cli.check import prefix
from perfspec.cli.console import Console, talking
from perfspec.errors import PerfspecError
from perfspec.findings import Finding, settle
from perfspec.messages import english, message
from perfspec.pipeline import Desk, Loaded
from perfspec.render import FORMATS, Options, in_turn
from perfspec.render.document import Printed
from perfspec.report import Summary
from perfspec.report.text import render as show_findings
from perfspec.workspace import FilingFolder

if TYPE_CHECKING:
    from perfspec.paper import Paper


class _Formats(click.ParamType[tuple[str, ...]]):
    """A list of formats with commas: `html,pdf,docx`."""

    name = "formats"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        names = tuple(dict.fromkeys(name.strip() for name in str(value).split(",")))
        for name in names:
            if name not in FORMATS:
                known = ", ".join(FORMATS)
                text = message("{name!r} is no format; there are: {known}", name=name, known=known)
                self.fail((ctx.obj.words if ctx and ctx.obj else english)(text), param, ctx)
        return names


@dataclass(slots=True, kw_only=True)
class _Run:
    """One run of the command: what it was asked, and how it went so far."""

    console: Console
    root: Path
    desk: Desk
    folder: Path | None
    formats: tuple[str, ...]
    options: Options
    attach: bool
    strict: bool
    refused: bool = False
    failures: list[PerfspecError] = field(default_factory=list)

    def place(self, filing: FilingFolder, name: str) -> Path:
        """Return where the paper of `filing` goes in the format `name`.

        The workspace may come from a stranger: a link in it leads nowhere else.
        """
        within = self.folder or self.root
        base = self.folder or self.root / "build"
        place = base / filing.year / filing.department / f"filing.{name}"
        if not Path(os.path.realpath(place.parent)).is_relative_to(os.path.realpath(within)):
            raise PerfspecError(
                message("{path} leads out of {folder}", path=str(place), folder=str(within)),
                message("replace the symbolic link by a folder, or name a folder with -o"),
            )
        return place

    def fail(self, error: PerfspecError) -> None:
        """Say once that something could not be done."""
        if error.args not in [known.args for known in self.failures]:
            self.console.fail(error)
        self.failures.append(error)

    def refuse(self, findings: Sequence[Finding]) -> None:
        """Show why a filing is not built."""
        summary = Summary(filings=1, files=0, findings=tuple(findings))
        style = self.console.style(error=True, prefix=prefix(self.root))
        self.console.show(show_findings(summary, style))
        self.refused = True


@click.command(help="Build the official paper of all filings, or of the years and paths named.")
@click.argument("targets", nargs=-1, metavar="[YEAR|PATH]...")
@click.option(
    "--to",
    "formats",
    type=_Formats(),
    default="html,pdf",
    show_default=True,
    help="The formats to write, with commas: html, pdf, docx, xlsx.",
)
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path),
    help="The folder to write to; default: build in the workspace.",
)
@click.option(
    "--pdf-profile",
    "profile",
    type=click.Choice(["archival", "plain"]),
    default="archival",
    help="Whether the PDF is marked as PDF/A-3a and PDF/UA-1.",
)
@click.option(
    "--attach",
    type=click.Choice(["source", "none"]),
    default="source",
    help="Whether the PDF carries the data of the specs.",
)
@click.option(
    "--fonts",
    type=click.Choice(["bundled", "system"]),
    default="bundled",
    help="Whether the fonts of this machine go before those of perfspec.",
)
@click.option("--strict", is_flag=True, help="Do not build what has findings.")
@talking
def build(
    console: Console,
    targets: tuple[str, ...],
    formats: tuple[str, ...],
    folder: Path | None,
    profile: Literal["archival", "plain"],
    attach: Literal["source", "none"],
    fonts: Literal["bundled", "system"],
    strict: bool,
) -> int:
    """Write the papers and return the exit code."""
    root, folders, found = workspace.select(targets, Path.cwd())
    desk, wrong = pipeline.open_desk(root)
    run = _Run(
        console=console,
        root=root,
        desk=desk,
        folder=folder,
        formats=formats,
        options=Options(profile=profile, fonts=fonts),
        attach=attach == "source",
        strict=strict,
    )
    if found or wrong:
        run.refuse([*wrong, *settle(found, {}, {})])
    _with_progress(folders, console, lambda one: _build_one(one, run))
    if "docx" in formats and "pdf" not in formats:
        console.say(
            message(
                "the contents in Word have no page numbers until the fields are updated there;"
                " with --to docx,pdf they are filled in"
            )
        )
    if run.failures:
        return 2
    return int(run.refused)


def _with_progress(
    folders: list[FilingFolder], console: Console, work: Callable[[FilingFolder], None]
) -> None:
    """Do `work` for each folder; show how far it is when a person has to wait."""
    if len(folders) > 1 and sys.stderr.isatty() and not console.quiet:
        with click.progressbar(folders, file=sys.stderr) as shown:
            for one in shown:
                work(one)
    else:
        for one in folders:
            work(one)


def _build_one(folder: FilingFolder, run: _Run) -> None:
    loaded = pipeline.load(folder, run.desk)
    findings = pipeline.check(loaded).findings
    if loaded.filing is None or (run.strict and findings):
        run.refuse(findings)
        return
    try:
        document = pipeline.compose(loaded)
    except PerfspecError as error:
        run.fail(error)
        return
    if findings:
        run.console.say(
            message(
                "{path}: {count} found; `perfspec check {path}` shows what",
                path=folder.path,
                count=len(findings),
            )
        )
    numbers: dict[str, str] = {}
    for name in in_turn(run.formats):
        try:
            numbers |= _write(name, document, loaded, run, numbers)
        except PerfspecError as error:
            run.fail(error)


def _write(
    name: str, document: "Paper", loaded: Loaded, run: _Run, numbers: Mapping[str, str]
) -> Mapping[str, str]:
    """Write the paper in the format `name`, and return the page numbers that it shows."""
    attached = pipeline.attachments(loaded) if run.attach else []
    made = FORMATS[name](document.html, attached, run.options, numbers)
    if isinstance(made, Printed):
        place = run.place(loaded.folder, name)
        output.write(place, made.data)
        run.console.product(f"{_from_here(place)}\n")
        return made.numbers
    run.refuse(missing.glyphs(loaded, document, made))
    return {}


def _from_here(path: Path) -> str:
    absolute = Path.cwd() / path
    here = Path.cwd()
    return str(absolute.relative_to(here) if absolute.is_relative_to(here) else absolute)
