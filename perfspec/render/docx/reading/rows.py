"""Blocks that become one paragraph: a flexible row, and a heading of several lines."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from xml.etree.ElementTree import Element

from perfspec.render.css import Style
from perfspec.render.docx.body import ZERO, Tab
from perfspec.render.docx.reading.boxes import Room, side
from perfspec.render.docx.reading.context import Context, Source, has_blocks, is_block, is_shown
from perfspec.render.docx.reading.line import Line, Reader
from perfspec.render.docx.reading.words import columns_of, look

# The items have none: they were looked at before.
_NO_BLOCKS = list[Element]().append
_APART = ("space-between", "space-around", "space-evenly")
_ITEMS_APART = 2


def flexed(source: Source, element: Element, context: Context) -> Line | None:
    """Return a row whose items are words only as a line: what is set apart, at both edges."""
    style = source.sheet.of(element)
    items = _items(source, element)
    if items is None or not style.flex_direction.startswith("row"):
        return None
    line = Line()
    reader = Reader(source=source, room=context.room, line=line, block=_NO_BLOCKS)
    for number, item in enumerate(items):
        if number == 1 and style.justify_content in _APART:
            line.words.add(Tab(look=look(style)))
            line.has_tab = True
        elif number:
            line.words.add_text(" ", style)
        reader.take(item)
    return line if line.words else None


def joined(source: Source, element: Element, context: Context) -> Line | None:
    """Return a heading whose lines are blocks as one paragraph with breaks.

    None where the lines are set in rooms of their own which they need.
    """
    items = _items(source, element)
    if items is None or not all(is_block(source.sheet.of(item)) for item in items):
        return None
    if not all(_fits(source.sheet.of(item), item, context) for item in items):
        return None
    line = Line()
    reader = Reader(source=source, room=context.room, line=line, block=_NO_BLOCKS)
    for number, item in enumerate(items):
        if number:
            line.words.add_break(source.sheet.of(item))
        reader.take(item)
    styles = [source.sheet.of(item) for item in items]
    gaps = {_gap(upper, lower, context.room) for upper, lower in pairwise(styles)}
    line.apart = gaps.pop() if len(gaps) == 1 else ZERO
    return line if line.words else None


def _gap(upper: Style, lower: Style, room: Room) -> Decimal:
    """Return the room between two lines that are blocks."""
    return max(side(upper.margin.bottom, room), side(lower.margin.top, room), ZERO)


def _items(source: Source, element: Element) -> Sequence[Element] | None:
    """Return the elements that an element consists of; None where there is anything else."""
    items = [child for child in element if is_shown(child, source.sheet)]
    texts = [element.text, *(child.tail for child in element)]
    if not items or any(text and text.strip() for text in texts):
        return None
    return None if any(has_blocks(item, source.sheet) for item in items) else items


def _fits(style: Style, item: Element, context: Context) -> bool:
    """Tell whether a line of its own room needs none: it is as wide as all, or takes one line."""
    room = context.room.within(style)
    text = "".join(item.itertext()).strip()
    return room == context.room or style.size * columns_of(text) / 2 <= room.width
