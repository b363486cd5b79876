"""Font subsetting by uharfbuzz: the same fast path and the same bytes on every machine.

WeasyPrint takes HarfBuzz's subsetter where the system has it and fontTools elsewhere, ten
times slower and with a timestamp in the font. This replaces the one method that chooses.
"""

import uharfbuzz
from weasyprint.pdf.fonts import Font

_DROPPED = (
    "BASE", "DSIG", "EBDT", "EBLC", "EBSC", "GPOS", "GSUB", "JSTF", "LTSH", "PCLT", "SVG ",
)  # fmt: skip


def install() -> None:
    """Make WeasyPrint subset its fonts here."""
    Font.subset = _subset


def _subset(font: Font, to_unicode: dict[int, str], hinting: object) -> None:
    """Replace the font's file by one that holds the glyphs of `to_unicode` only."""
    if not to_unicode:
        return
    common = uharfbuzz.SubsetFlags.PASSTHROUGH_UNRECOGNIZED | uharfbuzz.SubsetFlags.DESUBROUTINIZE
    if font.missing:
        common |= uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    # Glyph numbers stay as Pango gave them: first everything unused is emptied, then the
    # empty glyphs behind the last used one are cut off.
    face = uharfbuzz.Face(font.file_content, font.index)
    emptied = uharfbuzz.SubsetInput()
    emptied.glyph_set.update(to_unicode)
    emptied.drop_table_tag_set.update(map(_tag, _DROPPED))
    emptied.flags = common | uharfbuzz.SubsetFlags.RETAIN_GIDS
    face = uharfbuzz.subset(face, emptied)
    cut = uharfbuzz.SubsetInput()
    cut.glyph_set.update(range(max(to_unicode) + 1))
    cut.flags = common if hinting else common | uharfbuzz.SubsetFlags.NO_HINTING
    font.file_content = uharfbuzz.subset(face, cut).blob.data


def _tag(name: str) -> int:
    return int.from_bytes(name.encode(), "big")
