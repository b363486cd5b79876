"""The names of WordprocessingML, and how its values are read.

In: elements and their attributes as somebody wrote them. Out: switches and whole numbers; what is
neither counts as not said. See ECMA-376 part 1, §17 and §22.9.
"""

from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
VML = "{urn:schemas-microsoft-com:vml}"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

ALTERNATIVES = f"{_CHOICE}AlternateContent"
BODY = f"{W}body"
BOX = f"{W}txbxContent"
CELL = f"{W}tc"
CONTROL = f"{W}sdt"
CONTROL_CONTENT = f"{W}sdtContent"
DOCUMENT = f"{W}document"
PARAGRAPH = f"{W}p"
PARAGRAPH_LOOK = f"{W}pPr"
ROW = f"{W}tr"
RUN = f"{W}r"
RUN_LOOK = f"{W}rPr"
SECTION = f"{W}sectPr"
TABLE = f"{W}tbl"
TEXT = f"{W}t"
VAL = f"{W}val"

# Tracked changes: what is inside was taken away, or moved to another place.
DELETED = frozenset({f"{W}del", f"{W}moveFrom"})

_OFF = frozenset({"0", "false", "off", "none"})
_MOST_DIGITS = 9


def value(element: Element | None) -> str:
    """Return `w:val` of an element, or an empty text."""
    return "" if element is None else element.get(VAL, "")


def switch(element: Element | None) -> bool | None:
    """Return whether a property is on, and None where it is not said."""
    return None if element is None else element.get(VAL, "") not in _OFF


def whole(text: str, default: int) -> int:
    """Return a whole number as it is written, or `default` where it is none, or endless."""
    digits = text.removeprefix("-")
    if digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS:
        return int(text)
    return default


def chosen(alternatives: Element) -> Element | None:
    """Return the one of the alternatives that is read: the same words stand in each of them."""
    branches = list(alternatives)
    for branch in branches:
        if next(branch.iter(TEXT), None) is not None:
            return branch
    return branches[0] if branches else None


def is_prompt(control: Element) -> bool:
    """Say whether a content control shows only its prompt: «click here to enter text»."""
    return switch(control.find(f"{W}sdtPr/{W}showingPlcHdr")) is True
