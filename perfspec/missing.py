"""Name the fields whose characters no font can print.

In: a filing, its paper, and what the PDF renderer lacks. Out: findings, as those of reading.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from perfspec import schema
from perfspec.diagnostics import Place, error
from perfspec.findings import Finding
from perfspec.messages import message
from perfspec.pipeline import Loaded
from perfspec.render.document import MissingGlyph
from perfspec.source import Region

if TYPE_CHECKING:
    from perfspec.paper import Paper


def glyphs(loaded: Loaded, document: "Paper", lost: Iterable[MissingGlyph]) -> list[Finding]:
    """Return a finding for each character of the paper that no font can print."""
    found = [(glyph.character, document.places.get(glyph.at or "")) for glyph in lost]
    # A title or the contents repeat what a field says: the field alone is named.
    in_fields = {character for character, place in found if place}
    return loaded.findings(
        error(
            "missing-glyph",
            _where(loaded, place, character),
            message(
                "{field} has the character {character} ({code}), which no font prints",
                field=_field(place) if place else message("the form"),
                character=character,
                code=f"U+{ord(character):04X}",
            ),
            hint=message("write it in another way, or build with --fonts system"),
        )
        for character, place in found
        if place or character not in in_fields
    )


def _field(place: Place) -> str:
    """Return the name of the field at `place`, of a list the name of the list."""
    keys = list(place.keys)
    while keys and isinstance(keys[-1], int):
        keys.pop()
    return schema.label("filing" if place.path.endswith("/filing.yaml") else "project", *keys)


def _where(loaded: Loaded, place: Place | None, character: str) -> Place | Region:
    """Return where `character` stands in the value at `place`, or in the filing."""
    if place is None:
        return Region(path=f"{loaded.folder.path}/filing.yaml")
    region = loaded.trees[place.path].locate(place)
    at = loaded.sources[place.path].text.find(character, region.start, region.end)
    return place if at < 0 else Region(path=place.path, start=at, end=at + 1)
