"""Find a filing in documents: by their labels, and so that no character of them is unaccounted for.

In: `documents.Document`s. Out: `Found`, what they say in the terms of the specs, each value with
the characters that it was read from; then the YAML of a filing, and an account of every character.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from perfspec.documents import Document, Where
from perfspec.messages import Message


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a paragraph: its document and number, and offsets into its text."""

    document: str
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A text that was read, and what it was read from; `guess` says why it is not certain.

    In a text of several paragraphs they are parted by line breaks. `markdown` is the same text as
    the Markdown of the spec, for fields that know some.
    """

    text: str
    at: Where
    stretches: tuple[Stretch, ...]
    guess: Message | None = None
    markdown: str = ""


class Use(StrEnum):
    """What became of characters that are no value."""

    LABEL = "label"  # a label, a heading, a head of a column
    REPEATED = "repeated"  # said before: a class on every row, a head on the next page
    FURNITURE = "furniture"  # numbers and words that the form prints: 1., 绩效目标表, 第一部分
    CONTENTS = "contents"  # the list of contents
    EMPTY = "empty"  # signs of an empty cell such as — and rows of a template without a value


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """Characters that were understood and are no value."""

    stretch: Stretch
    use: Use


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """Something that was decided without certainty, told to a person."""

    text: Message
    at: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTarget:
    """A target: one text, or its columns, or its bands (`excellent`, `good`, `fair`, `poor`)."""

    text: Value | None = None
    op: Value | None = None
    value: Value | None = None
    unit: Value | None = None
    bands: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundIndicator:
    """A row of indicators. `fields` has what no key of all forms takes, by its printed label.

    `at` is the row; `reached` is what a self-evaluation or a monitoring table says was reached.
    """

    at: Where
    first: Value | None = None
    second: Value | None = None
    name: Value | None = None
    description: Value | None = None
    target: FoundTarget = field(default_factory=FoundTarget)
    basis: Value | None = None
    weight: Value | None = None
    reached: Value | None = None
    fields: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSource:
    """A source of money: its label as printed, without 其中：, and what it is a part of."""

    label: str
    amount: Value
    part_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundProject:
    """A project table. Mappings have the printed labels as keys, in the order of the paper.

    `title` is the name in the title above the table, without number and 绩效目标表. None is a value
    that the table does not have; an empty cell is a Value without text. `columns` are the labels
    of the heads over the indicators in their order, as far as they were understood.
    """

    at: Where
    title: Value | None = None
    unit_code: Value | None = None
    unit_name: Value | None = None
    unit_suffix: Value | None = None
    code: Value | None = None
    name: Value | None = None
    money_unit: Value | None = None
    year: Value | None = None
    term_start: Value | None = None
    term_end: Value | None = None
    total: Value | None = None
    sources: tuple[FoundSource, ...] = ()
    purpose: Value | None = None
    plan: Mapping[str, Value] = field(default_factory=dict)
    goals: tuple[Value, ...] = ()
    medium_goals: tuple[Value, ...] | None = None
    indicators: tuple[FoundIndicator, ...] = ()
    medium_indicators: tuple[FoundIndicator, ...] = ()
    fields: Mapping[str, Value] = field(default_factory=dict)
    columns: tuple[str, ...] = ()
    is_complete: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What documents say, and what became of their characters that are no value.

    `kind` is what the tables are: `targets`, `self-evaluation` or `monitoring`. What stands
    neither in a value nor in `used` is left over, and the account tells it. `sample` are the words
    that say of a paper that it is no official one.
    """

    documents: tuple[Document, ...]
    kind: str = "targets"
    year: Value | None = None
    department_name: Value | None = None
    short_name: Value | None = None
    reviewer: Value | None = None
    sample: Value | None = None
    overall_goal: tuple[Value, ...] | None = None
    sub_goals: tuple[Value, ...] | None = None
    measures: tuple[Value, ...] | None = None
    projects: tuple[FoundProject, ...] = ()
    used: tuple[Used, ...] = ()
    guesses: tuple[Guess, ...] = ()
