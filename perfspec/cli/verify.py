"""`perfspec verify`: read every field back from a paper and hold it against the specs."""

from pathlib import Path

import click

from perfspec import pipeline, workspace
from perfspec.cli.check import prefix
from perfspec.cli.console import Console, talking
from perfspec.cli.outputs import Output, format_option, give, protect
from perfspec.diagnostics import Severity
from perfspec.documents import reading
from perfspec.errors import PerfspecError
from perfspec.findings import Finding, settle
from perfspec.importing import finding
from perfspec.messages import message
from perfspec.pipeline import Loaded
from perfspec.report import Summary
from perfspec.report.text import total
from perfspec.verifying import verify as verifying


@click.command(
    help="Read every field back from papers (pdf, docx, xlsx, html) and tell which differ from the"
    " specs.",
)
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE...",
)
@click.option(
    "--against", required=True, metavar="YEAR|PATH", help="The filing whose papers these are."
)
@format_option
@talking
def verify(
    console: Console, files: tuple[Path, ...], against: str, outputs: tuple[Output, ...]
) -> int:
    """Print what differs, and return the exit code."""
    root, folders, found = workspace.select([against], Path.cwd())
    if len(folders) != 1:
        raise PerfspecError(
            message("{target} names several filings: {count}", target=against, count=len(folders)),
            message("name the folder of one: specs/<year>/<department>"),
        )
    protect(root, outputs, None, ())
    desk, wrong = pipeline.open_desk(root)
    loaded = pipeline.load(folders[0], desk)
    refused = [*wrong, *settle(found, {}, {}), *loaded.findings()]
    findings = refused or [one for file in files for one in _verified(file, loaded, console)]
    summary = Summary(filings=1, files=len(loaded.sources), findings=tuple(findings))
    give(outputs, summary, console, prefix(root))
    if findings:
        console.say(total(summary))
    return int(summary.fails(Severity.ERROR))


def _verified(file: Path, loaded: Loaded, console: Console) -> list[Finding]:
    """Return how the paper in `file` differs; say how much of it was read."""
    document = reading.read_file(file)
    said = verifying.verify(loaded, finding.find([document]))
    console.say(
        message(
            "{file}: {fields} fields with {characters} characters read back; {wrong} differ",
            file=str(file),
            fields=said.fields,
            characters=said.characters,
            wrong=len(said.findings),
        )
    )
    return loaded.findings(said.findings)
