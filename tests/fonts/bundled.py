"""The bundled fonts, opened once for all tests that look into them."""

import functools
import json
from typing import Any

import pytest
import uharfbuzz
from fontmaking.faces import FALLBACK, SYMBOLS
from fontmaking.faces import ROLES as FANDOL
from fontTools.ttLib import TTFont

from perfspec.resources import directory

FONTS = directory("fonts")
ROLES: dict[str, dict[str, Any]] = json.loads((FONTS / "roles.json").read_text("utf-8"))
OWN = ("body", "kai", "hei", "title", "song")
COMPLETING = ("fallback", "symbols")

every_role = pytest.mark.parametrize("role", [*OWN, *COMPLETING])
every_own_role = pytest.mark.parametrize("role", OWN)
every_face = pytest.mark.parametrize(
    "face", [*FANDOL, FALLBACK, SYMBOLS], ids=lambda face: face.role
)


@functools.cache
def font(role: str) -> TTFont:
    return TTFont(FONTS / ROLES[role]["file"], lazy=True)


@functools.cache
def characters(role: str) -> frozenset[int]:
    return frozenset(font(role).getBestCmap())


@functools.cache
def harfbuzz(role: str) -> Any:  # noqa: ANN401 - uharfbuzz has no types
    blob = uharfbuzz.Blob.from_file_path(str(FONTS / ROLES[role]["file"]))
    return uharfbuzz.Font(uharfbuzz.Face(blob))


def shape(role: str, text: str, *, halt: bool = False) -> Any:  # noqa: ANN401 - as harfbuzz
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(harfbuzz(role), buffer, {"halt": halt})
    return buffer


def advance(role: str, text: str, *, halt: bool) -> int:
    positions = shape(role, text, halt=halt).glyph_positions
    return sum(position.x_advance for position in positions)


def glyphs(role: str, text: str) -> list[int]:
    return [info.codepoint for info in shape(role, text).glyph_infos]
