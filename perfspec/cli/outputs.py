"""`--format`: in which forms the findings are given, and where each goes."""

import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from perfspec import configuration, manual, output, review
from perfspec.cli.console import Console
from perfspec.errors import PerfspecError
from perfspec.messages import Message, english, message
from perfspec.report import FORMATS, Summary
from perfspec.schema.words import did_you_mean
from perfspec.texts import real

TEXT = "text"
# What a run reads below the root of a workspace.
_CHECKED = ("specs", "templates", configuration.FILE)
_TWO = message("--diff prints to stdout: give the other format a file, as in json=FILE")


def _say(ctx: click.Context | None, text: Message) -> str:
    return (ctx.obj.words if ctx and ctx.obj else english)(text)


def _unknown(ctx: click.Context | None, text: Message, hint: Message | None) -> str:
    return _say(ctx, message("{what}: {hint}", what=text, hint=hint) if hint else text)


@dataclass(frozen=True, slots=True)
class Output:
    """A format and the file it goes to; None is stdout."""

    name: str
    file: Path | None = None


class OutputType(click.ParamType[Output]):
    """`json`, or `json=FILE`."""

    name = "format"

    def __init__(self, formats: Collection[str]) -> None:
        """Take the names of the formats that the command gives."""
        self.formats = formats

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Output:
        """Return the format and the file that `value` names."""
        name, equals, file = str(value).partition("=")
        if name not in self.formats:
            text = message("there is no format {name!r}", name=name)
            self.fail(_unknown(ctx, text, did_you_mean(name, self.formats, {})), param, ctx)
        if equals and not file:
            self.fail(_say(ctx, message("{value} names no file", value=str(value))), param, ctx)
        return Output(name, Path(file) if file else None)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the formats that begin so."""
        del ctx, param
        return _beginning(incomplete, self.formats)


class RuleCodes(click.ParamType[tuple[str, ...]]):
    """Names of rules that a command runs, with commas."""

    name = "rule"

    def __init__(self, command: str) -> None:
        self.command = command

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the names in `value`."""
        known = {rule.code: rule.command for rule in review.RULES}
        codes = tuple(code.strip() for code in str(value).split(","))
        for code in codes:
            if code not in known:
                self.fail(_unknown(ctx, *manual.unknown(code, known)), param, ctx)
            if known[code] != self.command:
                args = {"code": code, "command": f"perfspec {known[code]}"}
                self.fail(_say(ctx, message("{code} is run by {command}", **args)), param, ctx)
        return codes

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the names that begin so, behind those that are there."""
        del ctx, param
        before, comma, _ = incomplete.rpartition(",")
        codes = (rule.code for rule in review.RULES if rule.command == self.command)
        return _beginning(incomplete, (f"{before}{comma}{code}" for code in codes))


def _beginning(incomplete: str, words: Iterable[str]) -> list[CompletionItem]:
    return [CompletionItem(word) for word in words if word.startswith(incomplete)]


def distinct(
    ctx: click.Context, param: click.Parameter, outputs: tuple[Output, ...]
) -> tuple[Output, ...]:
    """Return `outputs`, no two of which go to the same place; text on stdout if there is none."""
    seen: set[str | None] = set()
    for one in outputs:
        place = os.path.realpath(one.file) if one.file else None
        if place in seen:
            text = message("two formats go to {file}", file=str(one.file or "stdout"))
            raise click.BadParameter(_say(ctx, text), ctx, param)
        seen.add(place)
    return outputs or (Output(TEXT),)


def without_stdout(outputs: tuple[Output, ...]) -> tuple[Output, ...]:
    """Return those of `outputs` that go to files; stdout has the diff instead of a text."""
    for one in outputs:
        if one.file is None and one.name != TEXT:
            raise click.UsageError(_say(click.get_current_context(), _TWO))
    return tuple(one for one in outputs if one.file)


def protect(
    root: Path, outputs: tuple[Output, ...], keep: Path | None, baselines: Iterable[Path | None]
) -> None:
    """Raise PerfspecError where a file that is to be written is read by this run, or has no folder.

    `keep` is the baseline to be written; `baselines` are all, no findings may go there.
    """
    files = [one.file for one in outputs if one.file]
    for file in (*files, *([keep] if keep else ())):
        if any(real(file).is_relative_to(real(root / name)) for name in _CHECKED):
            raise PerfspecError(
                message(
                    "{path} belongs to what is checked and cannot be an output file", path=str(file)
                ),
                message("name a file outside specs/ and templates/"),
            )
        if not file.parent.is_dir():
            why = message("there is no folder {folder}", folder=str(file.parent))
            raise PerfspecError(
                message("{path} cannot be written: {why}", path=str(file), why=why),
                message("make the folder first"),
            )
    known = {real(path) for path in baselines if path}
    for file in files:
        if real(file) in known:
            text = message("{path} is the baseline and cannot be an output file", path=str(file))
            raise PerfspecError(text, message("name another file"))


def give(outputs: tuple[Output, ...], summary: Summary, console: Console, prefix: str) -> None:
    """Write the files, and then print what goes to stdout."""
    for one in outputs:
        if one.file:
            style = console.style(prefix=prefix, plain=True)
            output.write(one.file, FORMATS[one.name](summary, style).encode())
    for one in outputs:
        if one.file is None:
            console.product(FORMATS[one.name](summary, console.style(prefix=prefix)))


format_option = click.option(
    "--format",
    "outputs",
    type=OutputType(FORMATS),
    multiple=True,
    callback=distinct,
    metavar="FORMAT[=FILE]",
    help="How to give the findings: text, json, sarif, github or junit; can be repeated.",
)
