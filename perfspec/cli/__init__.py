"""The command line: the only part that prints, exits and reads the environment.

Exit codes: 0 done; 1 something is wrong in the specs; 2 could not do what was asked; 3 a bug,
with its traceback; 130 interrupted; 141 nobody reads the output any more.
"""

import contextlib
import io
import os
import sys
import traceback
from collections.abc import Sequence

import click

from perfspec import __version__
from perfspec.cli import language
from perfspec.cli.commands import Commands
from perfspec.cli.console import Console
from perfspec.errors import PerfspecError
from perfspec.messages import message

DONE, FINDINGS, FAILED, BUG, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 3, 130, 141

_MODULES = {name: name for name in ("check", "build", "diff", "match", "new", "rules", "verify")}
_MODULES |= {
    "explain": "rules",
    "import": "importing",
    "init": "start",
    "schema": "tools",
    "doctor": "tools",
}


@click.group(
    commands=Commands(_MODULES),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Keep a unit's yearly performance filing as YAML, check it, and build the official paper.",
)
@click.version_option(__version__, prog_name="perfspec", message="%(prog)s %(version)s")
@language.option
def perfspec() -> None:
    """Take the options that stand before the command; all of them act on their own."""


def run(args: Sequence[str]) -> int:
    """Run the command line `args` and return the exit code."""
    chosen = language.choose(args, os.environ)
    language.translate_help(perfspec, chosen)
    console = Console.of(chosen, os.environ)
    _print_what_comes()
    stdout = sys.stdout
    try:
        code = perfspec.main(
            args=list(args), prog_name="perfspec", standalone_mode=False, obj=console
        )
        return code if isinstance(code, int) else DONE
    except (click.exceptions.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except SystemExit as leaving:
        # click leaves in this way when nobody reads the output any more, for which it puts
        # another stdout in place, and after it has told a shell how to complete a word.
        return int(leaving.code or DONE) if sys.stdout is stdout else BROKEN_PIPE
    except Exception as problem:  # noqa: BLE001 — the one boundary: a bug has a code of its own
        return _tell(problem, console)


def _tell(problem: Exception, console: Console) -> int:
    """Say what went wrong, and return the exit code for it."""
    if isinstance(problem, click.ClickException):
        problem.show()
    elif isinstance(problem, PerfspecError):
        console.fail(problem)
    elif isinstance(problem, OSError):
        console.fail(PerfspecError(message("the system refuses: {why}", why=str(problem))))
        _give_stdout_up()
    else:
        traceback.print_exception(problem)
        return BUG
    return FAILED


def _print_what_comes() -> None:
    """Let a character that the terminal or the locale does not know be printed as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _give_stdout_up() -> None:
    """Keep Python from failing once more on leaving, when it flushes a stdout that is full."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
