"""`perfspec init`: a new workspace with an example that builds and checks clean."""

from pathlib import Path

import click

from perfspec import starter
from perfspec.cli.console import Console, talking
from perfspec.messages import message


@click.command(help="Make a new workspace in a folder, with a commented example.")
@click.argument("folder", type=click.Path(path_type=Path), default=".")
@talking
def init(console: Console, folder: Path) -> None:
    """Write the files and list them; nothing that is there is overwritten."""
    written, kept = starter.create(folder)
    console.product("".join(f"{path}\n" for path in written))
    for path in kept:
        console.say(message("{path} was there already and is kept", path=str(path)))
    console.say(message("next: perfspec check {folder}", folder=str(folder)))
