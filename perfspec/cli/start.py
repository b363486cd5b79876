"""`perfspec init`: a new workspace with an example that builds and checks clean."""

from pathlib import Path

import click

from perfspec import starter
from perfspec.cli.console import Console, talking
from perfspec.messages import message
from perfspec.starter import gitdriver


@click.command(help="Make a new workspace in a folder, with a commented example.")
@click.argument("folder", type=click.Path(path_type=Path), default=".")
@click.option(
    "--git",
    "only_git",
    is_flag=True,
    help="Only tell git, in this clone, how to show changes of specs.",
)
@talking
def init(console: Console, folder: Path, *, only_git: bool) -> None:
    """Write the files and list them; nothing that is there is overwritten."""
    if only_git:
        _set_git_up(console, folder)
        return
    written, kept = starter.create(folder)
    console.product("".join(f"{path}\n" for path in written))
    for path in kept:
        console.say(message("{path} was there already and is kept", path=str(path)))
    if gitdriver.is_repository(folder):
        _set_git_up(console, folder)
    else:
        console.say(message("once it is in git: perfspec init --git {folder}", folder=str(folder)))
    console.say(message("next: perfspec check {folder}", folder=str(folder)))


def _set_git_up(console: Console, folder: Path) -> None:
    has_driver = gitdriver.set_up(folder)
    console.say(message("git diff now shows which indicator of a spec changed, in this clone"))
    if not has_driver:
        console.say(
            message(
                "{path} lacks a line for it: {line}",
                path=str(folder / ".gitattributes"),
                line=gitdriver.ATTRIBUTE,
            )
        )
