"""Declarations: the values of single properties; what is not known is left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import tinycss2

from perfspec.render.css.measures import Token
from perfspec.render.css.properties import READERS, keyword
from perfspec.render.css.shorthands import WIDE, taken_apart
from perfspec.render.css.variables import NONE, Variables, filled


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """A property and its value as read, or a word of `WIDE`."""

    name: str
    value: object
    important: bool


def read(content: Token, variables: Variables = NONE) -> tuple[Declaration, ...]:
    """Return the declarations of a rule's block or of a `style` attribute, in their order."""
    items = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return tuple(
        one for item in items if item.type == "declaration" for one in declared(item, variables)
    )


def declared(item: Token, variables: Variables = NONE) -> Iterator[Declaration]:
    """Yield what a declaration says of each single property."""
    for name, tokens in taken_apart(item.lower_name, filled(item.value, variables)):
        if name in READERS:
            word = keyword(tokens)
            value = word if word in WIDE else READERS[name](tokens)
            if value is not None:
                yield Declaration(name=name, value=value, important=item.important)


def merged(blocks: Iterable[tuple[Declaration, ...]]) -> dict[str, object]:
    """Return the values that win of blocks in rising order: the last, important ones last."""
    normal: dict[str, object] = {}
    important: dict[str, object] = {}
    for block in blocks:
        for one in block:
            (important if one.important else normal)[one.name] = one.value
    return normal | important
