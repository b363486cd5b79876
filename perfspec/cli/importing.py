"""`perfspec import`: documents of other programs as the files of a filing."""

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from itertools import repeat
from pathlib import Path

import click

from perfspec import output, pipeline, workspace
from perfspec.cli import standing
from perfspec.cli.check import prefix
from perfspec.cli.console import Console, talking
from perfspec.cli.outputs import Output, protect
from perfspec.cli.standing import Job, Way
from perfspec.documents import Document, kinds, reading
from perfspec.errors import PerfspecError
from perfspec.importing import staging, targets
from perfspec.importing.account import reports
from perfspec.importing.provenance import Origin
from perfspec.importing.staging import Asked, Read
from perfspec.importing.targets import Target
from perfspec.messages import Message, message
from perfspec.nextyear import placing
from perfspec.pipeline import Desk
from perfspec.report import Summary
from perfspec.report.text import render as show_findings
from perfspec.texts import real

_YEAR = click.IntRange(min(targets.YEARS), max(targets.YEARS))
_FILE = click.Path(path_type=Path)
_ENDINGS = {"text": "txt", "markdown": "md"}


@click.command(
    "import",
    help="Read filings from Word, Excel, web pages and texts. With -o specs/YEAR/DEPARTMENT all"
    " files make one filing, else each makes one. Where LibreOffice is installed, .doc and .xls"
    " are read too.",
)
@click.argument("files", nargs=-1, required=True, type=_FILE, metavar="FILE...")
@click.option(
    "-o",
    "--output",
    "place",
    type=click.Path(path_type=Path),
    help="Where to: specs, specs/YEAR or specs/YEAR/DEPARTMENT; default: specs.",
)
@click.option("--form", metavar="NAME", help="The form; default: the one that fits best.")
@click.option(
    "--year", type=_YEAR, metavar="YEAR", help="The year, where the documents do not say it."
)
@click.option("--department", metavar="CODE", help="The department's code, where none is said.")
@click.option(
    "--report",
    "report",
    type=_FILE,
    metavar="FILE",
    help="Write what became of every character to this file: .txt, .md or .json.",
)
@click.option(
    "--dry-run",
    is_flag=True,
    help="Write nothing; name the files, and what would change in those there are.",
)
@click.option("--merge", is_flag=True, help="Put what the paper says into a filing that is there.")
@click.option("--force", is_flag=True, help="Replace a filing that is there.")
@talking
def import_(
    console: Console,
    files: tuple[Path, ...],
    place: Path | None,
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
    place = place or workspace.find_root(Path.cwd()) / "specs"
    target = targets.of(place, year, department)
    _refuse_twice(files)
    shown = _report(target.root, report, files)
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
        seen: dict[str, None] = {}
        for job in jobs:
            _tell(job, console, before, seen, is_written=not refused, is_dry=dry_run)
        if refused or dry_run:
            console.say(message("nothing was written"))
        return int(bool(refused) or any(job.loaded.refused for job in jobs))


def _refuse_twice(files: Sequence[Path]) -> None:
    """Raise PerfspecError where one file is named twice: its tables would be too."""
    known: set[Path] = set()
    for file in files:
        if real(file) in known:
            raise PerfspecError(message("{path} is named twice", path=str(file)))
        known.add(real(file))


def _groups(files: Sequence[Path], target: Target) -> list[tuple[Path, ...]]:
    return [files] if target.is_one else [(one,) for one in files]  # type: ignore[list-item]


def _reads(
    groups: Sequence[tuple[Path, ...]], asked: Asked, desk: Desk, console: Console
) -> Iterator[Read | None]:
    """Yield what each group of files says, None with an error told where one cannot be read."""
    count = sum(map(len, groups))
    done = 0
    known: staging.Drafted = {}
    for group in groups:
        for file in group if count > 1 else ():
            done += 1
            console.say(
                message("reading {n} of {count}: {file}", n=done, count=count, file=str(file))
            )
        try:
            contents = [_content(one) for one in group]
            documents = list(map(_document, contents, group, repeat(group)))
            origins = [
                Origin(name=one.name, format=one.format, digest=sha256(data).hexdigest())
                for one, data in zip(documents, contents, strict=True)
            ]
            yield staging.read(documents, origins, asked, desk, known)
        except PerfspecError as problem:
            said = problem.message
            if count > 1 and not _names(said, group):
                names = ", ".join(map(str, group))
                said = message("{file}: {what}", file=names, what=said)
            console.fail(PerfspecError(said, problem.hint))
            yield None


def _names(said: Message, group: Sequence[Path]) -> bool:
    """Tell whether a message names one of the files itself."""
    names = {text for file in group for text in (str(file), file.name)}
    return not names.isdisjoint(str(value) for _, value in said.args)


def _content(file: Path) -> bytes:
    """Return the bytes of a file, read once: what is told of it is told of these."""
    if file.is_dir():
        raise PerfspecError(message("{path} is a folder; name the files in it", path=str(file)))
    if not file.exists():
        raise PerfspecError(message("there is no file {path}", path=str(file)))
    return reading.content(file)


def _document(data: bytes, file: Path, group: Sequence[Path]) -> Document:
    """Return the document in a file, by its name, or by its path where two have one name."""
    if kinds.kind(data, file.name) == "pdf":
        raise PerfspecError(
            message(
                "{path} is a PDF, which does not say where words and cells end", path=str(file)
            ),
            message("import the Word or Excel file that it was made from; `verify` reads PDF"),
        )
    is_alone = sum(other.name == file.name for other in group) == 1
    return reading.read(data, file.name if is_alone else str(file))


def _report(root: Path, file: Path | None, files: Sequence[Path]) -> Callable[..., str]:
    """Return the format that the ending of the report's file tells; it is none of those read."""
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
    if real(file) in map(real, files):
        raise PerfspecError(message("{path} is read, and cannot be the report", path=str(file)))
    return made


def _tell(
    job: Job,
    console: Console,
    before: str,
    seen: dict[str, None],
    *,
    is_written: bool,
    is_dry: bool,
) -> None:
    """Say what was read and what became of it; the paths written are the product.

    `seen` are the paths that were told before: several filings may share a form.
    """
    for line in reports.short(job.staged.told, console.words):
        console.say(message("{line}", line=line))
    if job.is_refused:
        console.product(standing.compared(job, console, message("imported")))
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
        console.product("".join(f"{before}{path}\n" for path in job.texts if path not in seen))
        seen |= dict.fromkeys(job.texts)
        if is_dry and job.old:
            console.product(standing.compared(job, console, message("after the import")))
    found = job.loaded.findings()
    if found:
        summary = Summary(filings=1, files=len(job.texts), findings=tuple(found))
        console.show(show_findings(summary, console.style(error=True, prefix=before)))
    for path in job.removed:
        console.say(message("{path} is removed", path=f"{before}{path}"))
    if is_written and not is_dry:
        console.say(message("next: perfspec check {path}", path=f"{before}{job.folder.inner}"))
