"""Which characters of a document no font prints, and in which fields they stand."""

import bisect
import functools
import json
import unicodedata
from collections.abc import Collection, Iterator
from xml.etree.ElementTree import Comment, Element

from perfspec import resources
from perfspec.render.document import MissingGlyph

_UNPRINTED: set[object] = {"head", "style", "script", "template", Comment}


def missing(root: Element) -> tuple[MissingGlyph, ...]:
    """Return what of the document's text the bundled fonts do not print, in its order."""
    seen: dict[MissingGlyph, None] = {}
    for text, at in _texts(root, None):
        for character in text:
            if not _printable(character) and not _invisible(character):
                seen[MissingGlyph(character=character, at=at)] = None
    return tuple(seen)


def places(root: Element, characters: Collection[str]) -> tuple[MissingGlyph, ...]:
    """Return where `characters` stand; one that the stylesheet alone prints has no place."""
    seen = {
        MissingGlyph(character=character, at=at): None
        for text, at in _texts(root, None)
        for character in text
        if character in characters
    }
    found = {glyph.character for glyph in seen}
    lost = (MissingGlyph(character=c, at=None) for c in characters if c not in found)
    return (*seen, *lost)


def _texts(element: Element, at: str | None) -> Iterator[tuple[str, str | None]]:
    if element.tag in _UNPRINTED:
        return
    at = element.get("data-at", at)
    if element.text:
        yield element.text, at
    for child in element:
        yield from _texts(child, at)
        if child.tail:
            yield child.tail, at


def _invisible(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) in ("Cc", "Cf")


def _printable(character: str) -> bool:
    """Tell whether every role prints a character, its own face or a completing one.

    `coverage.json` has the code points at which that changes, ascending, first to yes.
    """
    return bisect.bisect_right(_borders(), ord(character)) % 2 == 1


@functools.cache
def _borders() -> tuple[int, ...]:
    coverage = json.loads((resources.directory("fonts") / "coverage.json").read_bytes())
    return tuple(coverage["printable"])
