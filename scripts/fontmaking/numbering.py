"""Number the glyphs of a CID-keyed face anew: each CID is the number of its glyph.

A PDF names a glyph of such a face by its CID, a program that writes one by its number. A
subset keeps the CIDs of the original, so that strict readers would print another glyph, or none.
"""

from io import BytesIO

from fontTools.ttLib import TTFont


def number(data: bytes) -> bytes:
    """Return the file of a face, its CIDs equal to its glyph numbers; other files as they are."""
    # Read anew: tables that nobody asks for stay as they are, whatever their glyphs are called.
    font = TTFont(BytesIO(data), recalcTimestamp=False)
    if "CFF " not in font:
        return data
    top = font["CFF "].cff.topDictIndex[0]
    if not hasattr(top, "ROS"):
        return data
    order = font.getGlyphOrder()
    names = [".notdef", *(f"cid{n:05d}" for n in range(1, len(order)))]
    outlines = top.CharStrings
    outlines.charStrings = {
        name: outlines.charStrings[old] for old, name in zip(order, names, strict=True)
    }
    top.charset = names
    top.CIDCount = len(names)
    font.setGlyphOrder(names)
    stream = BytesIO()
    font.save(stream, reorderTables=True)
    return stream.getvalue()
