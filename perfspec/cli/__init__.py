"""The command line: the only part that prints, exits and reads the environment.

Exit codes: 0 done; 1 something is wrong in the specs; 2 could not do what was asked; 3 a bug,
with its traceback; 130 interrupted; 141 nobody reads the output any more.
"""

import os
import sys
import traceback
from collections.abc import Sequence

import click

from perfspec import __version__
from perfspec.cli import language
from perfspec.cli.build import build
from perfspec.cli.check import check
from perfspec.cli.console import Console
from perfspec.cli.start import init
from perfspec.cli.tools import doctor, schema
from perfspec.errors import PerfspecError

DONE, FINDINGS, FAILED, BUG, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 3, 130, 141


@click.group(
    commands=[check, build, schema, init, doctor],
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
    try:
        code = perfspec.main(
            args=list(args), prog_name="perfspec", standalone_mode=False, obj=console
        )
        sys.stdout.flush()
    except (click.exceptions.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return FAILED
    except PerfspecError as error:
        console.fail(error)
        return FAILED
    except BrokenPipeError:
        # Python flushes stdout once more on leaving; nobody is there to read it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except Exception:  # noqa: BLE001 — the one boundary: a bug shows its traceback and has a code of its own
        traceback.print_exc()
        return BUG
    return code if isinstance(code, int) else DONE
