"""What a block knows of those around it, and which elements make paragraphs of their own."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from xml.etree.ElementTree import Element

from perfspec.render.css import Sheet, Style
from perfspec.render.docx.body import ZERO
from perfspec.render.docx.reading.boxes import Room
from perfspec.render.docx.reading.names import LEVELS, Name, name

FURNITURE = "data-furniture"
LIST = "data-list"
ENTRY = "data-entry"
# Pictures and programs: nothing that is set as words.
_NO_WORDS = ("img", "svg", "math", "object", "canvas", "video", "audio", "iframe", "script")
_INLINE = ("inline", "inline-block", "inline-flex", "inline-grid", "contents", "ruby")
FLEX = ("flex", "inline-flex")


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """What heights count from: the number of its first block, and the room over it.

    `height` is that of a container of absolute positions, None where it is not known.
    """

    start: int
    over: Decimal = ZERO
    height: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Where a block stands; `marks` are the `data-at` around it."""

    room: Room
    container: Container
    name: Name
    page: str = ""
    level: int = 0
    marks: tuple[str, ...] = ()
    in_contents: bool = False

    def inside(self, element: Element, style: Style) -> "Context":
        """Return what the content of an element knows."""
        return replace(
            self.named(element), room=self.room.within(style), page=style.page or self.page
        )

    def named(self, element: Element) -> "Context":
        """Return it with what an element says of its content, the room being the same."""
        mark = element.get("data-at")
        in_contents = self.in_contents or element.tag == "nav"
        level = LEVELS.get(str(element.tag), self.level)
        return replace(
            self,
            name=name(element, self.name),
            level=0 if in_contents else level,
            marks=self.marks if mark is None else (*self.marks, mark),
            in_contents=in_contents,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The document that is read: its styles, and its elements by their ids."""

    sheet: Sheet
    ids: Mapping[str, Element]


def is_shown(element: Element, sheet: Sheet) -> bool:
    """Tell whether words of an element are words of the paper."""
    style = sheet.styles.get(element)
    if style is None:  # a comment
        return False
    is_word = element.tag not in _NO_WORDS and not element.tag.startswith("{")
    return is_word and element.get(FURNITURE) is None and style.display != "none"


def is_block(style: Style) -> bool:
    """Tell whether an element with this style begins a paragraph of its own."""
    return style.display not in _INLINE or style.position in ("absolute", "fixed")


def has_blocks(element: Element, sheet: Sheet) -> bool:
    """Tell whether there are blocks anywhere inside an element."""
    return any(
        is_block(sheet.of(inner)) or has_blocks(inner, sheet)
        for inner in element
        if is_shown(inner, sheet)
    )


def text_of(element: Element) -> str:
    """Return the words of an element in one line."""
    return " ".join("".join(element.itertext()).split())
