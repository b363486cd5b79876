"""`perfspec check`: everything that is wrong in the specs, where it stands."""

from pathlib import Path

import click

from perfspec import pipeline, workspace
from perfspec.cli.console import Console, talking
from perfspec.diagnostics import Severity
from perfspec.findings import settle
from perfspec.report import FORMATS, Summary
from perfspec.report.text import total


@click.command(
    help="Find what is wrong in the specs: in all of them, or in the years and paths named.",
)
@click.argument("targets", nargs=-1, metavar="[YEAR|PATH]...")
@click.option(
    "--format",
    "format_",
    type=click.Choice(tuple(FORMATS)),
    default="text",
    help="How to print the findings.",
)
@click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in Severity]),
    default=Severity.ERROR.value,
    help="The mildest finding that makes the exit code 1.",
)
@talking
def check(console: Console, targets: tuple[str, ...], format_: str, fail_on: str) -> int:
    """Print the findings and return the exit code."""
    root, folders, found = workspace.select(targets, Path.cwd())
    findings = settle(found, {}, {})
    files = 0
    for folder in folders:
        loaded = pipeline.load(folder)
        files += len(loaded.sources)
        findings += pipeline.check(loaded)
    summary = Summary(filings=len(folders), files=files, findings=tuple(findings))
    console.product(FORMATS[format_](summary, console.style(prefix=prefix(root))))
    console.say(total(summary))
    return int(summary.fails(Severity(fail_on)))


def prefix(root: Path) -> str:
    """Return what stands before a path from `root` so that it is one from here."""
    here = Path.cwd().resolve()
    if here == root:
        return ""
    if root.is_relative_to(here):
        return f"{root.relative_to(here).as_posix()}/"
    return f"{root.as_posix()}/"
