"""Where words go: the product to stdout, talk to stderr, in one language and style."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any

import click

from perfspec.cli import language
from perfspec.errors import PerfspecError
from perfspec.messages import Message, Translate, message, translator
from perfspec.report.text import Style
from perfspec.report.visible import seen

COLOURS = ("auto", "always", "never")


@dataclass(frozen=True, slots=True, kw_only=True)
class Console:
    """How this run talks."""

    words: Translate
    no_colour: bool
    colour: str = "auto"
    quiet: bool = False

    @classmethod
    def of(cls, chosen: str, environment: Mapping[str, str]) -> "Console":
        """Return the console for a language and the environment, before any option."""
        return cls(words=translator(chosen), no_colour=bool(environment.get("NO_COLOR")))

    def style(self, *, error: bool = False, plain: bool = False, prefix: str = "") -> Style:
        """Return the style for findings on stdout, or on stderr, or `plain` for a file."""
        if plain:
            return Style(translate=self.words, prefix=prefix)
        stream = sys.stderr if error else sys.stdout
        automatic = self.colour == "auto" and stream.isatty() and not self.no_colour
        return Style(
            translate=self.words, colour=automatic or self.colour == "always", prefix=prefix
        )

    @property
    def is_terminal(self) -> bool:
        """Whether the product goes to a terminal."""
        return sys.stdout.isatty()

    def product(self, text: str | bytes) -> None:
        """Print what was asked for."""
        click.echo(text, nl=False, color=True)

    def say(self, text: Message) -> None:
        """Tell what is going on, unless asked to be quiet."""
        if not self.quiet:
            click.echo(seen(self.words(text)), err=True)

    def show(self, text: str) -> None:
        """Print findings that stand beside the product, however quiet."""
        click.echo(text, nl=False, err=True, color=True)

    def fail(self, error: PerfspecError) -> None:
        """Say what could not be done, and how to mend it."""
        lines = [self.words(message("error: {what}", what=error.message))]
        if error.hint:
            lines.append(f"   = {self.words(message('hint: {hint}', hint=error.hint))}")
        click.echo("\n".join(map(seen, lines)), err=True)


def talking(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--lang`, `--color` and `-q` to a command, which gets a console for them."""

    @click.pass_obj
    @wraps(command)
    def with_console(
        base: Console, /, *args: object, colour: str, quiet: bool, **kwargs: object
    ) -> object:
        return command(replace(base, colour=colour, quiet=quiet), *args, **kwargs)

    return language.option(_COLOUR(_QUIET(with_console)))


_COLOUR = click.option(
    "--color",
    "colour",
    type=click.Choice(COLOURS),
    default="auto",
    help="Colour in the output; NO_COLOR turns it off too.",
)
_QUIET = click.option(
    "-q", "--quiet", is_flag=True, help="Say only what was asked for and what is wrong."
)
