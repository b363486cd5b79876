"""`perfspec diff`: what changed between two years or more, and what it means."""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import click
from click.core import ParameterSource

from perfspec import output, sides, years
from perfspec.changes import Changes
from perfspec.changes.text import stat as stat_lines
from perfspec.changes.view import is_same
from perfspec.cli.check import prefix
from perfspec.cli.console import Console, talking
from perfspec.cli.outputs import TEXT, Output, OutputType, RuleCodes, distinct, protect
from perfspec.cli.products import BINARY, NAMES, give
from perfspec.diagnostics import Severity
from perfspec.errors import PerfspecError
from perfspec.messages import message
from perfspec.sides import Chosen

_CODES = RuleCodes("diff")
# Endings that are not the name of their format.
_ENDINGS = {".txt": TEXT, ".htm": "html", ".markdown": "md"}


@click.command(
    help="Show what changed between years, paths and git revisions, and what it means. A side is"
    " 2020, specs/2020/224001, HEAD~1 or HEAD~1:specs/2020; a revision alone is compared with the"
    " working tree.",
)
@click.argument("arguments", nargs=-1, required=True, metavar="OLD [NEW]...")
@click.option(
    "--to",
    "outputs",
    type=OutputType(NAMES),
    multiple=True,
    callback=distinct,
    metavar="FORMAT[=FILE]",
    help="How to give it: text, md, json, csv, html, pdf, xlsx or docx; can be repeated.",
)
@click.option(
    "-o",
    "--output",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write to; without --to its ending tells the format.",
)
@click.option("--stat", is_flag=True, help="Print a line for each project that changed.")
@click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in Severity]),
    help="The mildest judgement that makes the exit code 1.",
)
@click.option("--exit-code", is_flag=True, help="Make the exit code 1 where anything changed.")
@click.option("--no-guess", is_flag=True, help="Pair only what was declared to be the same.")
@click.option(
    "--keep-going",
    is_flag=True,
    help="Do not fail where a part cannot be read; it is listed all the same.",
)
@click.option(
    "--select",
    type=_CODES,
    multiple=True,
    metavar="RULE[,RULE]",
    help="Judge by these rules only, also where they are switched off.",
)
@click.option(
    "--ignore",
    type=_CODES,
    multiple=True,
    metavar="RULE[,RULE]",
    help="Do not judge by these rules.",
)
@talking
def diff(
    console: Console,
    arguments: tuple[str, ...],
    outputs: tuple[Output, ...],
    file: Path | None,
    select: tuple[tuple[str, ...], ...],
    ignore: tuple[tuple[str, ...], ...],
    fail_on: str | None,
    *,
    stat: bool,
    exit_code: bool,
    no_guess: bool,
    keep_going: bool,
) -> int:
    """Give what changed, and return the exit code."""
    source = click.get_current_context().get_parameter_source("outputs")
    outputs = _outputs(outputs, file, is_default=source is ParameterSource.DEFAULT, stat=stat)
    _refuse_binary(outputs, console)
    chosen, left_out = (frozenset(chain.from_iterable(codes)) for codes in (select, ignore))
    here = console.words(message("working tree"))
    with sides.opened(
        arguments, Path.cwd(), here=here, select=chosen, ignore=left_out
    ) as opened_sides:
        home = opened_sides[0].home
        roots = [home, *(folder.root for side in opened_sides for folder in side.folders)]
        for root in dict.fromkeys(roots):
            protect(root, outputs, None, ())
        changes = years.changes(opened_sides, guess=not no_guess)
        _give(changes, opened_sides, outputs, console, prefix(home), stat=stat)
    if changes.left_out:
        console.say(
            message("not compared: what could not be read: {count}", count=len(changes.left_out))
        )
        if not keep_going:
            return 2
    fails = fail_on and any(one.severity.reaches(Severity(fail_on)) for one in changes.judgements)
    return int(bool(fails) or (exit_code and not is_same(changes)))


def _outputs(
    outputs: tuple[Output, ...], file: Path | None, *, is_default: bool, stat: bool
) -> tuple[Output, ...]:
    """Return where each format goes; `-o` is the file of the only one that has none."""
    if stat:
        if file or not is_default:
            raise PerfspecError(message("--stat prints to stdout, without --to and -o"))
        return ()
    if file is None:
        return outputs
    open_ones = [one for one in outputs if one.file is None]
    if len(open_ones) != 1:
        raise PerfspecError(
            message("-o names the file of one format"),
            message("with several, write --to FORMAT=FILE"),
        )
    (one,) = open_ones
    name = _format_of(file) if is_default else one.name
    return tuple(Output(name, file) if other is one else other for other in outputs)


def _format_of(file: Path) -> str:
    """Return the format that the ending of `file` tells."""
    ending = _ENDINGS.get(file.suffix.lower(), file.suffix.lower().removeprefix("."))
    if ending not in NAMES:
        raise PerfspecError(
            message("the ending of {file} tells no format", file=str(file)),
            message("name one with --to: {known}", known=", ".join(NAMES)),
        )
    return ending


def _refuse_binary(outputs: tuple[Output, ...], console: Console) -> None:
    for one in outputs:
        if one.file is None and one.name in BINARY and console.is_terminal:
            raise PerfspecError(
                message("{format} is no text for a terminal", format=one.name),
                message("write it to a file: -o changes.{format}", format=one.name),
            )


def _give(
    changes: Changes,
    compared: Sequence[Chosen],
    outputs: tuple[Output, ...],
    console: Console,
    before: str,
    *,
    stat: bool,
) -> None:
    """Make everything first, then write the files, then print: nothing is done by halves."""
    made = []
    for one in outputs:
        style = console.style(prefix=before, plain=bool(one.file) or one.name != TEXT)
        made.append((one.file, give(one.name, changes, style, compared)))
    for file, product in made:
        if file:
            output.write(file, product.encode() if isinstance(product, str) else product)
            console.say(message("{path} is written", path=str(file)))
    for file, product in made:
        if file is None:
            console.product(product)
    if stat:
        console.product(stat_lines(changes, console.style(prefix=before)))
