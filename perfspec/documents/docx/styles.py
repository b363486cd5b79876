"""The styles of a Word document: what they say about a paragraph's level, list and letters.

In: `styles.xml`. Out: a `Look` for each style, with what it inherits. Styles of tables say nothing
here. See ECMA-376 part 1, §17.7.
"""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from perfspec.documents.docx.names import PARAGRAPH_LOOK, RUN_LOOK, VAL, W, switch, value, whole

_DEEPEST = 9
_LONGEST_CHAIN = 64
# What Word, WPS and LibreOffice call the style of a heading; its level follows.
_HEADINGS = ("heading", "标题")
# The style of stressed words, however a document shows them.
_STRESSED = frozenset({"strong", "要点", "strong emphasis"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What is said about letters and paragraphs; None is what is not said.

    `level` is that of a heading, from 1, and 0 for text; `list_id` is empty for a paragraph that is
    taken out of its style's list.
    """

    strong: bool | None = None
    hidden: bool | None = None
    font: str | None = None
    level: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    style: str = ""

    def over(self, below: "Look") -> "Look":
        """Return the look where this one is said last, on top of `below`."""
        return Look(
            strong=below.strong if self.strong is None else self.strong,
            hidden=below.hidden if self.hidden is None else self.hidden,
            font=below.font if self.font is None else self.font,
            level=below.level if self.level is None else self.level,
            list_id=below.list_id if self.list_id is None else self.list_id,
            list_level=below.list_level if self.list_level is None else self.list_level,
            style=self.style or below.style,
        )


class Styles:
    """The styles of a document, looked up by their ids."""

    def __init__(self, root: Element | None) -> None:
        """Take `w:styles`, or None where the document has none."""
        entries = [] if root is None else root.findall(f"{W}style")
        self._entries = {entry.get(f"{W}styleId", ""): entry for entry in entries}
        self._looks: dict[str, Look] = {}
        self._default = ""
        for key, entry in self._entries.items():
            is_default = entry.get(f"{W}default", "0") not in {"0", "false"}
            if is_default and entry.get(f"{W}type") == "paragraph":
                self._default = key
        defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{RUN_LOOK}")
        self._below = letters(defaults)

    def paragraph(self, style: str) -> Look:
        """Return the look of a paragraph in a style, or in the default one."""
        return self.of(style if style in self._entries else self._default).over(self._below)

    def of(self, style: str) -> Look:
        """Return what a style says, with what it is based on."""
        chain: list[str] = []
        while style in self._entries and style not in self._looks and style not in chain:
            chain.append(style)
            if len(chain) == _LONGEST_CHAIN:
                break
            style = value(self._entries[style].find(f"{W}basedOn"))
        look = self._looks.get(style, Look())
        for key in reversed(chain):
            look = self._looks[key] = _said(self._entries[key], key).over(look)
        return look


def letters(properties: Element | None) -> Look:
    """Return what the properties of a run say themselves."""
    if properties is None:
        return Look()
    fonts = properties.find(f"{W}rFonts")
    return Look(
        strong=switch(properties.find(f"{W}b")),
        hidden=switch(properties.find(f"{W}vanish")),
        font=None if fonts is None else fonts.get(f"{W}ascii"),
    )


def paragraph(properties: Element | None) -> Look:
    """Return what the properties of a paragraph say themselves."""
    if properties is None:
        return Look()
    outline = properties.find(f"{W}outlineLvl")
    listed = properties.find(f"{W}numPr/{W}numId")
    level = properties.find(f"{W}numPr/{W}ilvl")
    return Look(
        level=None if outline is None else _outline(outline),
        list_id=None if listed is None else value(listed).lstrip("0"),
        list_level=None if level is None else whole(value(level), 0),
    )


def _said(entry: Element, key: str) -> Look:
    look = paragraph(entry.find(PARAGRAPH_LOOK)).over(letters(entry.find(RUN_LOOK)))
    level = look.level
    if level is None:
        level = _named(entry.find(f"{W}name"))
    style = key if look.list_id is not None else ""
    is_stressed = value(entry.find(f"{W}name")).casefold() in _STRESSED
    return Look(level=level, style=style).over(look).over(Look(strong=is_stressed or None))


def _outline(outline: Element) -> int:
    level = whole(outline.get(VAL, ""), _DEEPEST) + 1
    return level if 1 <= level <= _DEEPEST else 0


def _named(name: Element | None) -> int | None:
    words = value(name).casefold()
    for heading in _HEADINGS:
        if words.startswith(heading):
            level = whole(words.removeprefix(heading).strip(), 0)
            return level if 1 <= level <= _DEEPEST else None
    return None
