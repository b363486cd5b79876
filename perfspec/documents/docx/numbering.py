"""Paragraphs that Word numbers: their markers, counted as the document goes.

In: `numbering.xml`, then for each paragraph in its order what list it is in. Out: what is printed
before its words. See ECMA-376 part 1, §17.9.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from perfspec.documents.docx import numerals, symbols
from perfspec.documents.docx.names import W, switch, value, whole

_LEVELS = 9
_LONGEST = 64  # characters of a marker before its numbers are put in
_MOST_START = 1_000_000
_BULLET = "•"
_UNKNOWN = range(0xE000, 0xF900)  # private use: a font that nobody here knows draws it


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""
    space: bool = False
    restarts: int | None = None
    style: str = ""
    is_legal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    """A list: the definition that it counts with, and what it sets anew."""

    counts: str
    levels: Mapping[int, _Level]
    starts: Mapping[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document, and how far each is counted."""

    def __init__(self, root: Element | None) -> None:
        """Take `w:numbering`, or None where the document has none."""
        self._lists = {} if root is None else _lists(root)
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def level(self, number_id: str, style: str) -> int:
        """Return the level of a list that is meant for a style."""
        found = self._lists.get(number_id)
        for level, definition in found.levels.items() if found else ():
            if definition.style == style:
                return level
        return 0

    def marker(self, number_id: str, level: int) -> str:
        """Count a paragraph, and return what is printed before it; empty for no list."""
        wanted = self._lists.get(number_id)
        level = min(max(level, 0), _LEVELS - 1)
        if wanted is None or level not in wanted.levels:
            return ""
        counts = self._counts.setdefault(wanted.counts, [None] * _LEVELS)
        if number_id not in self._begun:
            self._begun.add(number_id)
            for anew in wanted.starts:
                counts[anew] = None
        before = counts[level]
        counts[level] = _start(wanted, level) if before is None else before + 1
        for deeper in range(level + 1, _LEVELS):
            restarts = wanted.levels.get(deeper, _Level()).restarts
            if restarts is None or level < restarts:
                counts[deeper] = None
        return _printed(wanted, level, counts)


def _printed(wanted: _List, level: int, counts: list[int | None]) -> str:
    definition = wanted.levels[level]
    pieces = definition.text.split("%")
    text = pieces[0]
    for piece in pieces[1:]:
        if piece[:1] not in set("123456789"):
            text += f"%{piece}"
            continue
        shown = int(piece[0]) - 1
        count = counts[shown]
        number = _start(wanted, shown) if count is None else count
        name = wanted.levels.get(shown, _Level()).format
        text += numerals.written("decimal" if definition.is_legal else name, number) + piece[1:]
    # A gap after `1.` or `一、` is only to be seen; between `1` and `2020年` it parts two numbers.
    return f"{text} " if definition.space and text[-1:].isalnum() else text


def _start(wanted: _List, level: int) -> int:
    return wanted.starts.get(level, wanted.levels.get(level, _Level()).start)


def _lists(root: Element) -> dict[str, _List]:
    definitions = {
        entry.get(f"{W}abstractNumId", ""): entry for entry in root.iter(f"{W}abstractNum")
    }
    by_style = {value(entry.find(f"{W}styleLink")): key for key, entry in definitions.items()}
    levels = {key: _levels(entry) for key, entry in definitions.items()}
    lists = {}
    for entry in root.iter(f"{W}num"):
        key = value(entry.find(f"{W}abstractNumId"))
        if key not in definitions:
            continue
        linked = value(definitions[key].find(f"{W}numStyleLink"))
        key = by_style.get(linked, key) if linked else key
        lists[entry.get(f"{W}numId", "")] = _list(entry, key, levels[key])
    return lists


def _list(entry: Element, key: str, levels: Mapping[int, _Level]) -> _List:
    own = dict(levels)
    starts = {}
    for override in entry.iter(f"{W}lvlOverride"):
        level = whole(override.get(f"{W}ilvl", ""), -1)
        own |= _levels(override)
        start = override.find(f"{W}startOverride")
        if start is not None and 0 <= level < _LEVELS:
            starts[level] = _bounded(value(start))
    return _List(counts=key, levels=own, starts=starts)


def _levels(parent: Element) -> dict[int, _Level]:
    levels = {}
    for entry in parent.findall(f"{W}lvl"):
        level = whole(entry.get(f"{W}ilvl", ""), -1)
        if 0 <= level < _LEVELS:
            levels[level] = _level(entry)
    return levels


def _level(entry: Element) -> _Level:
    # Formats of newer programs stand in alternatives, the last of which is for the older ones.
    formats = list(entry.iter(f"{W}numFmt"))
    name = value(formats[-1]) if formats else "decimal"
    text = value(entry.find(f"{W}lvlText"))[:_LONGEST]
    restarts = entry.find(f"{W}lvlRestart")
    return _Level(
        start=_bounded(value(entry.find(f"{W}start"))),
        format=name,
        text=_bullet(entry, text) if name == "bullet" else text,
        space=value(entry.find(f"{W}suff")) != "nothing",
        restarts=None if restarts is None else whole(value(restarts), 0),
        style=value(entry.find(f"{W}pStyle")),
        is_legal=switch(entry.find(f"{W}isLgl")) is True,
    )


def _bullet(entry: Element, text: str) -> str:
    fonts = entry.find(f"{W}rPr/{W}rFonts")
    drawn = symbols.text(text, "" if fonts is None else fonts.get(f"{W}ascii", ""))
    return "".join(_BULLET if ord(sign) in _UNKNOWN else sign for sign in drawn)


def _bounded(text: str) -> int:
    return min(max(whole(text, 1), 0), _MOST_START)
