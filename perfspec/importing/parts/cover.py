"""The cover of a filing: its short name, its year, who made it and who reviewed it.

In: the words of paragraphs before the first part. Out: values, with what became of the rest.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from perfspec.documents.wording import words as place
from perfspec.importing import Guess, Use, Used, Value
from perfspec.importing.parts.headings import title
from perfspec.importing.parts.stretching import Words
from perfspec.messages import message

_LONGEST = 80
_MADE = "编制"
_REVIEWED = "审核"
_BEFORE = re.compile(r"(编制|审核)(?:单位|部门|机关|人)?[：:]")
_SAMPLE = "示例，不是正式文本"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What the cover says."""

    year: Value | None = None
    short_name: Value | None = None
    department_name: Value | None = None
    reviewer: Value | None = None
    sample: Value | None = None
    used: tuple[Used, ...] = ()
    guesses: tuple[Guess, ...] = ()


def read(lines: Sequence[Words]) -> Cover:
    """Return what `lines`, the paragraphs before the first part, say."""
    found: dict[str, Value] = {}
    used: list[Used] = []
    guesses: list[Guess] = []
    for at, line in enumerate(lines):
        said = _line(line, lines[at - 1] if at else None)
        for key, value in said.items():
            if key in found and found[key].text != value.text:
                guesses.append(_twice(found[key], value))
        if said and all(key not in found for key in said):
            found |= said
            used += _rest(line, tuple(said.values()))
        elif said and all(found[key].text == said[key].text for key in said if key in found):
            used += line.used(Use.REPEATED)
    return Cover(**found, used=tuple(used), guesses=tuple(guesses))


def _line(line: Words, before: Words | None) -> dict[str, Value]:
    if len(line.text) > _LONGEST:
        return {}
    if year := title(line.text):
        said = {"year": line.value(*year)}
        if year[0]:
            said["short_name"] = line.value(0, year[0])
        elif before and len(before.text) <= _LONGEST and not title(before.text):
            said["short_name"] = before.value(0, len(before.text))
        return said
    if line.text == _SAMPLE:
        return {"sample": line.value(0, len(_SAMPLE))}
    key, start, end = "", 0, len(line.text)
    if label := _BEFORE.match(line.text):
        key, start = label[1], label.end()
    elif line.text.endswith((_MADE, _REVIEWED)):
        key, end = line.text[-2:], end - 2
    if not key or start >= end:
        return {}
    name = "department_name" if key == _MADE else "reviewer"
    return {name: line.value(start, end)}


def _rest(line: Words, values: Sequence[Value]) -> list[Used]:
    """Return what in `line` is in none of `values`: the words that the form prints."""
    taken = [
        (one.start, one.end)
        for value in values
        for one in value.stretches
        if one.paragraph == line.paragraph.number
    ]
    free = [
        at
        for at, offset in enumerate(line.offsets)
        if not any(start <= offset < end for start, end in taken)
    ]
    starts = [at for at in free if at - 1 not in free]
    ends = [at + 1 for at in free if at + 1 not in free]
    return [
        one for pair in zip(starts, ends, strict=True) for one in line.used(Use.FURNITURE, *pair)
    ]


def _twice(first: Value, second: Value) -> Guess:
    text = message(
        "{second!r} stands here and {first!r} at {place}; the first was taken",
        second=second.text,
        first=first.text,
        place=place(first.at),
    )
    return Guess(text=text, at=second.at)
