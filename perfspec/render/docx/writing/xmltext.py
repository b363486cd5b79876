"""Text and lengths as they are written in the XML of a Word file."""

from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = f'xmlns:w="{MAIN}" xmlns:r="{RELATIONS}"'
# A line break inside an attribute would be read as a blank.
_ATTRIBUTE = {ord('"'): "&quot;", ord("\n"): "&#10;", ord("\r"): "&#13;", ord("\t"): "&#9;"}
_ONE = Decimal(1)


def escaped(text: str) -> str:
    """Return `text` as the content of an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(text: str) -> str:
    """Return `text` as the value of an attribute, without the quotes around it."""
    return escaped(text).translate(_ATTRIBUTE)


def twips(points: Decimal) -> int:
    """Return a length in the twentieths of a point in which Word counts, the nearest."""
    return int((points * 20).quantize(_ONE, ROUND_HALF_UP))


def tight(points: Decimal) -> int:
    """Return a length in twentieths of a point, rounded down: what fits on paper still fits."""
    return int((points * 20).quantize(_ONE, ROUND_FLOOR))


def half_points(points: Decimal) -> int:
    """Return a size of type in half points, the nearest, at least one."""
    return max(1, int((points * 2).quantize(_ONE, ROUND_HALF_UP)))


def eighths(points: Decimal) -> int:
    """Return the thickness of a line in eighths of a point, the nearest, at least the finest."""
    return max(2, int((points * 8).quantize(_ONE, ROUND_HALF_UP)))
