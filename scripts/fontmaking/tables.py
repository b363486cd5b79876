"""Give a face its names, dates, weight and vertical metrics."""

import calendar

from fontTools.misc.timeTools import epoch_diff
from fontTools.ttLib import TTFont

from fontmaking.faces import AUTHORS, CHANGED_ON, Face

ASCENT, DESCENT, LINE_GAP = 880, -120, 200
"""Equal in all faces: a fallback glyph must not move the lines of a page's grid."""

UNITS_PER_EM = ASCENT - DESCENT

_KEPT_NAMES = (0, 7, 9, 11)
"""Copyright, trademark, designers, and where the original is found."""

_BOLD = 700


def date_tables(font: TTFont) -> None:
    """Set both dates of the face to the day of the change."""
    year, month, day = map(int, CHANGED_ON.split("-"))
    moment = calendar.timegm((year, month, day, 0, 0, 0)) - epoch_diff
    font["head"].created = font["head"].modified = moment
    font.recalcTimestamp = False


def set_metrics(font: TTFont) -> None:
    """Set one ascent and descent in all three places where a program may look."""
    head, hhea, os2 = font["head"], font["hhea"], font["OS/2"]
    hhea.ascent = os2.sTypoAscender = ASCENT
    hhea.descent = os2.sTypoDescender = DESCENT
    hhea.lineGap = os2.sTypoLineGap = LINE_GAP
    os2.usWinAscent = max(ASCENT, head.yMax)
    os2.usWinDescent = max(-DESCENT, -head.yMin)


def set_weight(font: TTFont, face: Face) -> None:
    """Say the weight of `face` wherever a font says it."""
    os2 = font["OS/2"]
    bold = face.weight >= _BOLD
    os2.usWeightClass = face.weight
    os2.fsSelection = 1 << 5 if bold else 1 << 6
    os2.panose.bWeight = 8 if bold else 5
    font["head"].macStyle = int(bold)


def describe(face: Face) -> str:
    """Return the sentence that tells a reader of the font what was changed."""
    original = face.source.rsplit("/", 1)[-1]
    return (
        f"Changed on {CHANGED_ON} by {AUTHORS} from {original} "
        f"of the Debian package {face.package.name} {face.package.version}: "
        "renamed, reduced to what horizontal text needs, weight and vertical "
        "metrics corrected. The notice that comes with this file has the details."
    )


def set_names(font: TTFont, face: Face) -> None:
    """Name the face ours; keep who made the original; say what was changed."""
    table = font["name"]
    kept = {n: str(r) for n in _KEPT_NAMES if (r := table.getName(n, 3, 1, 0x409))}
    full = face.family if face.style == "Regular" else f"{face.family} {face.style}"
    postscript = f"{face.family}-{face.style}".replace(" ", "")
    revision = font["head"].fontRevision
    names = kept | {
        1: face.family,
        2: face.style,
        3: f"{CHANGED_ON};{postscript}",
        4: full,
        5: f"Version {revision:.3f}; changed {CHANGED_ON}",
        6: postscript,
        10: describe(face),
        13: face.licence,
        14: str(table.getName(14, 3, 1, 0x409)),
    }
    table.names = []
    for number, value in sorted(names.items()):
        table.setName(value, number, 3, 1, 0x409)
