"""`perfspec explain` and `perfspec rules`: what the review looks for, and why."""

import json
from collections.abc import Iterator
from decimal import Decimal

import click
from click.shell_completion import CompletionItem

from perfspec import manual, review
from perfspec.cli.console import Console, talking
from perfspec.errors import PerfspecError
from perfspec.messages import Message, Translate, message
from perfspec.report import pages
from perfspec.report.columns import table
from perfspec.report.text import LEVELS
from perfspec.rule import Option, Rule
from perfspec.schema.words import closest

_OF_CHECK = message("of a filing, by perfspec check:")
_OF_DIFF = message("of two years, by perfspec diff:")


def _complete(
    _context: click.Context, _parameter: click.Parameter, begun: str
) -> list[CompletionItem]:
    return [CompletionItem(rule.code) for rule in review.RULES if rule.code.startswith(begun)]


@click.command(help="Explain a rule: why it is there, examples, and how to set it.")
@click.argument("rule", shell_complete=_complete)
@talking
def explain(console: Console, rule: str) -> None:
    """Print the page of the rule, or say where a code that is no rule is explained."""
    found = {one.code: one for one in review.RULES}.get(rule)
    if found:
        console.product(pages.text(found, console.words))
    elif rule in manual.READING:
        console.product(f"{console.words(manual.reading(rule))}\n")
    else:
        near = closest(rule, [*(one.code for one in review.RULES), *manual.READING])
        hint = message("did you mean {near}?", near=near) if near else None
        raise PerfspecError(
            message("there is no rule {code!r}", code=rule),
            hint or message("perfspec rules lists them all"),
        )


@click.command(help="List the rules.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(("text", "json")),
    default="text",
    help="How to print the rules.",
)
@talking
def rules(console: Console, format_: str) -> None:
    """Print code, level and summary of each rule, as two tables or as JSON."""
    words = console.words
    if format_ == "json":
        document = {"spec": 1, "rules": [_as_json(rule, words) for rule in review.RULES]}
        console.product(f"{json.dumps(document, ensure_ascii=False, indent=2)}\n")
    else:
        for number, (title, group) in enumerate(_groups()):
            rows = [
                (rule.code, words(LEVELS[rule.level]), words(manual.of(rule).summary))
                for rule in group
            ]
            above = "\n" if number else ""
            lines = (f"  {line}\n" for line in table(rows))
            console.product(f"{above}{words(title)}\n{''.join(lines)}")


def _groups() -> Iterator[tuple[Message, tuple[Rule, ...]]]:
    """Yield the rules of one filing, and those over two years, with what they are."""
    yield _OF_CHECK, tuple(rule for rule in review.RULES if not rule.over_years)
    yield _OF_DIFF, tuple(rule for rule in review.RULES if rule.over_years)


def _as_json(rule: Rule, words: Translate) -> dict[str, object]:
    return {
        "code": rule.code,
        "level": rule.level.value,
        "command": rule.command,
        "scope": pages.scope(rule).split(),
        "summary": words(manual.of(rule).summary),
        "options": [
            {
                "name": option.name,
                "default": _default(option),
                "title": words(option.title),
            }
            for option in rule.options
        ],
    }


def _default(option: Option) -> object:
    """Return the default for JSON; a number with a fraction as a text, because it is exact."""
    return str(option.default) if isinstance(option.default, Decimal) else option.default
