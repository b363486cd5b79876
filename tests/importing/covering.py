"""Hold what was found against the characters of a document: none twice, and which in none."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from perfspec.documents import Document, Table, Where
from perfspec.importing import FoundIndicator, FoundProject, FoundTarget, Value
from perfspec.importing.tables import TablesFound, projects
from tests.importing import layouts


def texts(thing: object) -> object:
    """Return values as their texts, in whatever they stand."""
    if isinstance(thing, Value):
        return thing.text
    if isinstance(thing, tuple | list):
        return [texts(one) for one in thing]
    if isinstance(thing, FoundTarget):
        parts = (thing.text, thing.op, thing.value, thing.unit)
        return [texts(one) for one in parts if one is not None] + [
            texts(one) for one in thing.bands.values()
        ]
    if isinstance(thing, Mapping):
        return {key: texts(value) for key, value in thing.items()}
    return thing


def values(thing: object) -> Iterator[Value]:
    """Yield all values in a record."""
    if isinstance(thing, Value):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from values(one)
    elif isinstance(thing, Mapping):
        for one in thing.values():
            yield from values(one)
    elif is_dataclass(thing) and not isinstance(thing, Where):
        for one in fields(thing):
            yield from values(getattr(thing, one.name))


def left_over(document: Document, found: TablesFound) -> list[str]:
    """Return characters of tables and their titles that are in no value and not used."""
    marks = _marks(document, found)
    inside = set(found.taken)
    for block in document.blocks:
        if isinstance(block, Table):
            inside |= {part.number for cell in block.cells for part in cell.paragraphs}
    missing = []
    for paragraph in document.paragraphs():
        rest = "".join(
            char
            for char, mark in zip(paragraph.text, marks[paragraph.number], strict=True)
            if not mark and not char.isspace()
        )
        if rest and paragraph.number in inside:
            missing.append(rest)
    return missing


def twice(document: Document, found: TablesFound) -> list[str]:
    """Return the paragraphs of which characters are in two values, or in a value and used."""
    marks = _marks(document, found)
    return [
        one.text for one in document.paragraphs() if any(mark > 1 for mark in marks[one.number])
    ]


def _marks(document: Document, found: TablesFound) -> dict[int, list[int]]:
    marks = {one.number: [0] * len(one.text) for one in document.paragraphs()}
    stretches = {stretch for one in values(found.projects) for stretch in one.stretches}
    for stretch in [*stretches, *(one.stretch for one in found.used)]:
        for n in range(stretch.start, stretch.end):
            marks[stretch.paragraph][n] += 1
    return marks


def read(text: str, *, is_certain: bool = True) -> TablesFound:
    """Return what a written document says; every character of it is in one place."""
    document = layouts.document(text, is_certain=is_certain)
    found = projects(document.blocks)
    assert left_over(document, found) == []
    assert twice(document, found) == []
    return found


def target(one: FoundIndicator) -> list[str]:
    """Return the parts of a target."""
    parts = (one.target.text, one.target.op, one.target.value, one.target.unit)
    return [part.text for part in parts if part is not None]


def indicators(project: FoundProject, *, medium: bool = False) -> list[list[object]]:
    """Return classes, name and target of the indicators."""
    return [
        [texts(one.first), texts(one.second), texts(one.name), *target(one)]
        for one in (project.medium_indicators if medium else project.indicators)
    ]
