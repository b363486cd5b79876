"""In which language the program speaks, its help and click's own words included."""

import gettext
import os
from collections.abc import Callable, Mapping, Sequence

import click

from perfspec.cli.commands import Commands
from perfspec.messages import LANGUAGES, LOCALE, Message, translator

option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    expose_value=False,
    is_eager=True,
    help="Language of messages; default from the locale.",
)


class _Formatter(click.HelpFormatter):
    """Help with the colon of its language: the full-width one has its own blank."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        usage = prefix or gettext.gettext("Usage:")
        super().write_usage(prog, args, usage if usage.endswith("：") else f"{usage} ")

    def write_heading(self, heading: str) -> None:
        colon = "：" if gettext.gettext("Usage:").endswith("：") else ":"
        self.write(f"{'':>{self.current_indent}}{heading}{colon}\n")


class _Context(click.Context):
    formatter_class = _Formatter


def choose(args: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language that `args` ask for, else that of the locale, else English."""
    for at, argument in enumerate(args):
        if argument == "--lang" and at + 1 < len(args) and args[at + 1] in LANGUAGES:
            return args[at + 1]
        option_name, _, value = argument.partition("=")
        if option_name == "--lang" and value in LANGUAGES:
            return value
    # POSIX: the first of these that is set and not empty decides.
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((environment[name] for name in names if environment.get(name)), "")
    return "zh" if locale.lower().startswith("zh") else "en"


def translate_help(command: click.Command, language: str) -> None:
    """Put the help of `command` and of all below it into `language`."""
    # click looks its own words up in the process's default domain, by the environment.
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("perfspec", LOCALE)
    gettext.textdomain("perfspec")
    _translate(command, translator(language))


# A process may run several commands, each in its language.
_ENGLISH: dict[click.Command | click.Option, str] = {}


def _translate(command: click.Command, words: Callable[[Message], str]) -> None:
    command.context_class = _Context
    helpful: list[click.Command | click.Option] = [command]
    helpful += [one for one in command.params if isinstance(one, click.Option)]
    for one in helpful:
        if one.help:
            one.help = words(Message(_ENGLISH.setdefault(one, one.help)))
    if not isinstance(command, click.Group):
        return
    if isinstance(command.commands, Commands):
        command.commands.each(lambda inner: _translate(inner, words))
    else:
        for inner in command.commands.values():
            _translate(inner, words)
