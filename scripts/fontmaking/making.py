"""Make one face: read the original, keep some characters, write our file."""

from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

from fontmaking import tables
from fontmaking.characters import is_printable
from fontmaking.faces import Face
from fontmaking.numbering import number
from fontmaking.outlines import make_truetype
from fontmaking.packages import WrongChecksum, sha256

_VARIATION_SEQUENCES = 14
"""The format of the part of a character map that selects glyph variants."""

_UNNEEDED = ["BASE", "FFTM", "MATH", "VORG", "kern", "vhea", "vmtx"]
"""Vertical text, mathematical layout, editors' notes; `kern` doubles `GPOS`."""


class MissingFeature(Exception):
    """A face lost, or never had, a layout feature that is promised."""


def open_original(face: Face, root: Path) -> TTFont:
    """Return the font that `face` is made from; raises `WrongChecksum`."""
    data = (root / face.source).read_bytes()
    if (found := sha256(data)) != face.source_sha256:
        raise WrongChecksum(f"{face.source}: {found} is not {face.source_sha256}")
    return TTFont(BytesIO(data), fontNumber=face.number, recalcTimestamp=False)


def printable(font: TTFont) -> set[int]:
    """Return the characters of `font` that leave a mark or are a known space."""
    return {code for code in font.getBestCmap() if is_printable(code)}


def features(font: TTFont) -> set[str]:
    """Return the tags of the layout features of `font`."""
    return {
        record.FeatureTag
        for tag in ("GSUB", "GPOS")
        if tag in font
        for record in font[tag].table.FeatureList.FeatureRecord
    }


def _reduce(font: TTFont, face: Face, characters: set[int]) -> None:
    options = Options(
        hinting=False,
        glyph_names=False,
        legacy_cmap=False,
        symbol_cmap=False,
        notdef_outline=True,
        recalc_bounds=True,
        recalc_timestamp=False,
        recalc_average_width=True,
        canonical_order=True,
    )
    options.layout_features = list(face.features)
    options.drop_tables = [*options.drop_tables, *_UNNEEDED]
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    for table in list(font["cmap"].tables):
        if table.format == _VARIATION_SEQUENCES:
            font["cmap"].tables.remove(table)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def make(font: TTFont, face: Face, characters: set[int]) -> bytes:
    """Return our file of `face`: `font` with `characters` only, renamed and mended.

    Raises `MissingFeature` where a promised layout feature is not in the result.
    """
    _reduce(font, face, characters)
    if font["head"].unitsPerEm != tables.UNITS_PER_EM:
        scale_upem(font, tables.UNITS_PER_EM)
    if "CFF " in font and face.file.endswith(".ttf"):
        make_truetype(font)
    font["post"].formatType = 3.0
    # The bounds of the glyphs, which the metrics want, are known once compiled.
    font = _compiled(font)
    tables.set_metrics(font)
    tables.set_weight(font, face)
    tables.set_names(font, face)
    tables.date_tables(font)
    if lost := set(face.features) - features(font):
        raise MissingFeature(f"{face.file}: {sorted(lost)}")
    return number(_bytes(font))


def _bytes(font: TTFont) -> bytes:
    stream = BytesIO()
    font.save(stream, reorderTables=True)
    return stream.getvalue()


def _compiled(font: TTFont) -> TTFont:
    return TTFont(BytesIO(_bytes(font)), recalcTimestamp=False)
