"""`perfspec import`: documents of other programs as the files of a filing."""

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import click

from perfspec import output, pipeline
from perfspec.cli import standing
from perfspec.cli.check import prefix
from perfspec.cli.console import Console, talking
from perfspec.cli.outputs import Output, protect
from perfspec.cli.standing import Job, Way
from perfspec.documents import Document, reading
from perfspec.errors import PerfspecError
from perfspec.importing import reports, staging, targets
from perfspec.importing.provenance import Origin
from perfspec.importing.staging import Asked, Read
from perfspec.importing.targets import Target
from perfspec.messages import message
from perfspec.nextyear import placing
from perfspec.pipeline import Desk
from perfspec.report import Summary
from perfspec.report.text import render as show_findings

_FILE = click.Path(path_type=Path, dir_okay=False)
_ENDINGS = {"text": "txt", "markdown": "md"}


@click.command(
    "import",
    help="Read filings from documents: .docx, .xlsx, .html, .txt, and with LibreOffice .doc and"
    " .xls. With -o specs/YEAR/DEPARTMENT all files make one filing, else each makes one.",
)
@click.argument("files", nargs=-1, required=True, type=_FILE, metavar="FILE...")
@click.option(
    "-o",
    "--output",
    "place",
    type=click.Path(path_type=Path),
    default=Path("specs"),
    help="Where to: specs, specs/YEAR or specs/YEAR/DEPARTMENT; default: specs.",
)
@click.option("--form", metavar="NAME", help="The form; default: the one that fits best.")
@click.option("--year", type=int, help="The year, where the documents do not say it.")
@click.option("--department", metavar="CODE", help="The department's code, where none is said.")
@click.option(
    "--report",
    "report",
    type=_FILE,
    metavar="FILE",
    help="Write what became of every character to this file: .txt, .md or .json.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would be written.")
@click.option("--merge", is_flag=True, help="Put what the paper says into a filing that is there.")
@click.option("--force", is_flag=True, help="Replace a filing that is there.")
@talking
def import_(
    console: Console,
    files: tuple[Path, ...],
    place: Path,
    form: str | None,
    year: int | None,
    department: str | None,
    report: Path | None,
    *,
    dry_run: bool,
    merge: bool,
    force: bool,
) -> int:
    """Write the filings, print their files and return the exit code."""
    if merge and force:
        raise PerfspecError(message("--merge and --force exclude each other"))
    target = targets.of(place, year, department)
    shown = _report(target.root, report)
    desk, _ = pipeline.open_desk(target.root)
    asked = Asked(form=form or "", year=target.year, department=target.department)
    way = Way(root=target.root, desk=desk, asked=asked, merges=merge, replaces=force)
    reads = list(_reads(_groups(files, target), asked, desk, console))
    if None in reads:
        console.say(message("nothing was written"))
        return 2
    with placing.stage(target.root) as stage:
        jobs = [
            standing.job(one, way, stage / str(at), console) for at, one in enumerate(reads) if one
        ]
        standing.refuse_clashes(jobs, replaces=force)
        if report:
            text = shown([job.staged.told for job in jobs], console.words)
            output.write(report, text.encode())
        refused = [job for job in jobs if job.is_refused]
        before = prefix(target.root)
        if not refused and not dry_run:
            standing.write(target.root, jobs)
        for job in jobs:
            _tell(job, console, before, is_written=not refused)
        if refused or dry_run:
            console.say(message("nothing was written"))
        return int(bool(refused) or any(job.loaded.refused for job in jobs))


def _groups(files: Sequence[Path], target: Target) -> list[tuple[Path, ...]]:
    return [files] if target.is_one else [(one,) for one in files]  # type: ignore[list-item]


def _reads(
    groups: Sequence[tuple[Path, ...]], asked: Asked, desk: Desk, console: Console
) -> Iterator[Read | None]:
    """Yield what each group of files says, None with an error told where one cannot be read."""
    count = sum(map(len, groups))
    done = 0
    for group in groups:
        for file in group if count > 1 else ():
            done += 1
            console.say(
                message("reading {n} of {count}: {file}", n=done, count=count, file=str(file))
            )
        try:
            documents = [_document(one, group) for one in group]
            origins = [
                Origin(name=document.name, format=document.format, digest=_digest(file))
                for document, file in zip(documents, group, strict=True)
            ]
            yield staging.read(documents, origins, asked, desk)
        except PerfspecError as problem:
            names = ", ".join(map(str, group))
            said = message("{file}: {what}", file=names, what=problem.message)
            console.fail(PerfspecError(said if count > 1 else problem.message, problem.hint))
            yield None


def _document(file: Path, group: Sequence[Path]) -> Document:
    """Return the document in a file, by its name, or by its path where two have one name."""
    document = reading.read_file(file)
    if sum(other.name == file.name for other in group) == 1:
        return document
    return reading.read(file.read_bytes(), str(file))


def _digest(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


def _report(root: Path, file: Path | None) -> Callable[..., str]:
    """Return the format that the ending of the report's file tells."""
    if file is None:
        return reports.text
    ending = file.suffix.lower().removeprefix(".")
    made = reports.FORMATS.get(_ENDINGS.get(ending, ending))
    if made is None:
        raise PerfspecError(
            message("the ending of {file} tells no format", file=str(file)),
            message("it is one of: {known}", known=".txt, .md, .json"),
        )
    protect(root, (Output("text", file),), None, ())
    return made


def _tell(job: Job, console: Console, before: str, *, is_written: bool) -> None:
    """Say what was read and what became of it; the paths written are the product."""
    for line in reports.short(job.staged.told, console.words):
        console.say(message("{line}", line=line))
    if job.is_refused:
        console.product(standing.compared(job, console))
        console.fail(
            PerfspecError(
                message("{path} is there already", path=f"{before}{job.folder.path}"),
                message("--merge puts into it what the paper says, --force replaces it"),
            )
        )
        return
    if job.is_same:
        said = message("{path} says what the paper says already", path=f"{before}{job.folder.path}")
        console.say(said)
        return
    for note in job.notes:
        console.say(note)
    if is_written:
        console.product("".join(f"{before}{path}\n" for path in job.texts))
    found = job.loaded.findings()
    if found:
        summary = Summary(filings=1, files=len(job.texts), findings=tuple(found))
        console.show(show_findings(summary, console.style(error=True, prefix=before)))
    for path in job.removed:
        console.say(message("{path} is removed", path=f"{before}{path}"))
    if is_written:
        console.say(message("next: perfspec check {path}", path=f"{before}{job.folder.inner}"))
