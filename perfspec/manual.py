"""The manual of a rule, taken from the docstring of its module.

In: the docstring. Out: a `Manual`. The docstring is one line that says what is right, then
paragraphs that begin with `Why:`, `Bad::`, `Good::` and `Silent:` (what the rule leaves alone on
purpose, and where it may be wrong). What follows `Bad::` and `Good::` is YAML, indented: keys of a
project, and under `filing:` and `form:` keys of these; for a rule over two years the same of the
older year under `before:`, with `actuals:`, what its indicators reached. There may be several of
each.
"""

import inspect
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from perfspec.messages import Message, message
from perfspec.rule import Rule
from perfspec.schema.words import closest, shorten

# What is found while files are read, or papers held against them: no rule, and nothing that could
# be switched off.
READING = (
    "department-mismatch",
    "duplicate-id",
    "duplicate-key",
    "file-encoding",
    "file-kind",
    "file-link",
    "file-misplaced",
    "file-missing",
    "file-name",
    "file-size",
    "file-unreadable",
    "missing-glyph",
    "missing-key",
    "missing-project",
    "missing-template",
    "money-unit-mismatch",
    "not-printed",
    "only-printed",
    "printed-otherwise",
    "suppression-reason",
    "suppression-stale",
    "suppression-unknown",
    "todo-left",
    "toml-syntax",
    "undeclared-unit",
    "unknown-class",
    "unknown-form",
    "unknown-id",
    "unknown-key",
    "unknown-option",
    "unknown-rule",
    "unlisted-project",
    "wrong-type",
    "wrong-value",
    "yaml-alias",
    "yaml-anchor",
    "yaml-colon",
    "yaml-comment",
    "yaml-depth",
    "yaml-documents",
    "yaml-empty",
    "yaml-item",
    "yaml-key",
    "yaml-merge",
    "yaml-space",
    "yaml-syntax",
    "yaml-tab",
    "yaml-tag",
    "year-mismatch",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manual:
    """What a rule wants and why, with examples; the texts are translated like any message."""

    summary: Message
    why: Message
    silent: Message | None
    bad: tuple[str, ...]
    good: tuple[str, ...]


def of(rule: Rule) -> Manual:
    """Return the manual of `rule`. Raises ValueError where a part is missing or unknown."""
    return parse(inspect.getdoc(sys.modules[rule.module]) or "")


def parse(docstring: str) -> Manual:
    """Return the manual that stands in `docstring`."""
    head, *rest = re.split(r"^(?=(?:Why|Silent):|(?:Bad|Good)::)", docstring, flags=re.MULTILINE)
    parts: dict[str, list[str]] = {"Why": [], "Silent": [], "Bad": [], "Good": []}
    for section in rest:
        name, _, body = section.partition(":")
        parts[name].append(body.removeprefix(":"))
    if not (head.strip() and len(parts["Why"]) == 1 and parts["Bad"] and parts["Good"]):
        raise ValueError(docstring)
    silent = [_prose(text) for text in parts["Silent"]]
    return Manual(
        summary=Message(_prose(head)),
        why=Message(_prose(parts["Why"][0])),
        silent=Message(silent[0]) if silent else None,
        bad=tuple(inspect.cleandoc(text) for text in parts["Bad"]),
        good=tuple(inspect.cleandoc(text) for text in parts["Good"]),
    )


def _prose(text: str) -> str:
    """Return a wrapped paragraph as one line, which is its key in the catalogue."""
    return " ".join(text.split())


def reading(code: str) -> Message:
    """Return what there is to say of a code in `READING`."""
    return message(
        "{code} is no rule of review: it is found while the files are read, and says itself what is"
        " expected; docs/spec.md and `perfspec schema` have every key and value",
        code=code,
    )


def unknown(code: str, known: Iterable[str]) -> tuple[Message, Message | None]:
    """Return what to say where a rule is wanted and `code` is none of the `known`, and a hint."""
    if code in READING:
        return reading(code), None
    near = closest(code, known)
    hint = message("did you mean {near}?", near=near) if near else None
    return (
        message("there is no rule {code!r}", code=shorten(code)),
        hint or message("perfspec rules lists them all"),
    )
