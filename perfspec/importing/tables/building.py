"""A project while its rows are read, and how values get into it."""

import re
from dataclasses import dataclass, field

from perfspec.documents import Where
from perfspec.importing import FoundIndicator, FoundSource, Guess, Use, Used, Value
from perfspec.importing.tables.ink import Ink
from perfspec.importing.tables.labels import Label, plain
from perfspec.importing.tables.titles import MONEY_UNITS
from perfspec.messages import Message

EMPTY = frozenset({"—", "－", "-", "——", "/", "／", "--", "———", "―"})
_UNFILLED = re.compile(r"(?:目标|指标)[0-9一二三四五六]{1,2}[:：]?[.…。]{0,8}")
_NUMBERED = re.compile(r"(?:目标|指标)[0-9一二三四五六]{1,2}")
_DOTS = re.compile(r"[.…。]{1,8}")
Parts = tuple[Value | None, Value, Value | None, tuple[Used, ...]]


@dataclass(slots=True, kw_only=True)
class Building:
    """A project that is not complete yet; `number` counts its title."""

    at: Where
    number: str = ""
    values: dict[str, Value] = field(default_factory=dict)
    units: list[tuple[Label, Ink, Parts]] = field(default_factory=list)
    sources: list[FoundSource] = field(default_factory=list)
    plan: dict[str, Value] = field(default_factory=dict)
    goals: tuple[Value, ...] = ()
    goals_label: str = ""
    medium_goals: tuple[Value, ...] | None = None
    indicators: list[FoundIndicator] = field(default_factory=list)
    medium_indicators: list[FoundIndicator] = field(default_factory=list)
    fields: dict[str, Value] = field(default_factory=dict)
    columns: tuple[str, ...] = ()
    used: list[Used] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)
    known: set[tuple[str, str]] = field(default_factory=set)
    counts: dict[str, int] = field(default_factory=dict)
    total_column: int = 0
    medium_column: int | None = None
    medium_label: str = ""


def name(project: Building, label: Label, printed: Ink) -> None:
    """Say that a label was read; the unit of money may stand in brackets behind it."""
    start = printed.text.rfind(label.note) if label.note in MONEY_UNITS else -1
    if start < 0:
        project.used += printed.used(Use.LABEL)
        return
    note = printed.part(start, start + len(label.note))
    old = project.values.setdefault("money_unit", note.value())
    if old.stretches != note.value().stretches:
        project.used += note.used(Use.REPEATED if old.text == note.text else Use.LABEL)
    for part in (printed.part(0, start), printed.part(start + len(label.note))):
        project.used += part.used(Use.LABEL)


def taken(project: Building, printed: Ink, guess: Message | None = None) -> Value:
    """Return a value; words of a form that nobody filled in are none, a sign such as / is."""
    words = plain(printed.text)
    # In a row that says more, 指标1 is a name.
    if _UNFILLED.fullmatch(words) and not _NUMBERED.fullmatch(words):
        project.used += printed.used(Use.EMPTY)
        return Value(text="", at=printed.at, stretches=())
    return printed.value(guess)


def is_placeholder(printed: Ink) -> bool:
    """Tell whether a cell says nothing: a sign, or words of a form that nobody filled in."""
    words = plain(printed.text)
    return not words or words in EMPTY or bool(_UNFILLED.fullmatch(words) or _DOTS.fullmatch(words))


def is_project(project: Building) -> bool:
    """Tell whether a table was one of a project, and not any table with amounts."""
    named = {"name", "code", "title", "二级项目"} & {*project.values, *project.fields}
    return bool(named or project.indicators or project.medium_indicators or project.goals_label)


def put(
    project: Building,
    into: dict[str, Value],
    name: str,
    printed: Ink,
    guess: Message | None = None,
) -> None:
    """Put a value under a label; another one under the label with a number, the same one once."""
    number = project.counts.get(name, 0) + 1
    if (name, printed.text) in project.known and number > 1:
        project.used += printed.used(Use.REPEATED)
        return
    project.known.add((name, printed.text))
    project.counts[name] = number
    into[name if number == 1 else f"{name} {number}"] = taken(project, printed, guess)
