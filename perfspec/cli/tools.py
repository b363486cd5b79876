"""`perfspec schema` and `perfspec doctor`."""

import click

from perfspec import doctor as examination
from perfspec import schema as schemas
from perfspec.cli.console import Console, talking
from perfspec.messages import message


@click.command(help="Print a published JSON Schema; without a name, list them.")
@click.argument("name", required=False)
@talking
def schema(console: Console, name: str | None) -> None:
    """Print the schema `name`, or the names."""
    if name is None:
        console.product("".join(f"{known}\n" for known in schemas.NAMES))
    else:
        console.product(schemas.text(name))


@click.command(help="Look whether this machine has what perfspec needs, and how to mend it.")
@talking
def doctor(console: Console) -> int:
    """Print what was looked at and return 0, or 2 if something is missing."""
    checks = examination.examine()
    marks = {True: message("ok"), False: message("missing")}
    for check in checks:
        console.product(f"{console.words(marks[check.well])}  {console.words(check.what)}\n")
        if check.remedy:
            console.product(f"    = {console.words(check.remedy)}\n")
    return 0 if all(check.well for check in checks) else 2
