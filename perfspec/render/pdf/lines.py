"""Chinese lines: justified to the margin, with adjacent punctuation set close.

WeasyPrint stretches spaces only, so that a Chinese paragraph has a ragged right edge, and
knows no text-spacing-trim, so that 》《 stand two characters apart. Two private places are
replaced: `inline.justify_line` and `Layout.set_text`. The version of WeasyPrint is pinned,
and a test measures the edges in a finished PDF.
"""

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text.ffi import FROM_UNITS, TO_UNITS, ffi, pango
from weasyprint.text.line_break import Layout

_CLOSING = "，。、；：！？）》」』】〕〉］｝”’"
_OPENING = "（《「『【〔〈［｛“‘"
# Of two adjacent marks one gives up its empty half (GB/T 15834, CLREQ): a closing one before
# a closing one, an opening one after any. A line may break between closing and opening only,
# and there the opening one, now first in its line, is found alone and keeps its width.
_CLOSE = re.compile(f"[{_CLOSING}](?=[{_CLOSING}])|(?<=[{_CLOSING}{_OPENING}])[{_OPENING}]")

# How far characters may be spread, in ems. In a narrow column a long number leaves so few
# characters behind or before it that a justified line falls apart; such a line stays ragged.
_WIDEST = 0.35

_set_text = Layout.set_text
_justify_line = inline.justify_line


def install() -> None:
    """Make WeasyPrint set Chinese lines."""
    Layout.set_text = _set_text_closely
    inline.justify_line = _justify


def _set_text_closely(layout: Layout, text: str, justify: object = None) -> None:
    _set_text(layout, text, bool(justify))
    marks = list(_CLOSE.finditer(layout.text))
    if not marks:
        return
    attributes = pango.pango_layout_get_attributes(layout.layout)
    if attributes == ffi.NULL:
        attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    counted = offset = 0
    for mark in marks:
        offset += len(layout.text[counted : mark.start()].encode())
        counted = mark.start()
        attribute = pango.pango_attr_font_features_new(b"halt 1")
        attribute.start_index = offset
        attribute.end_index = offset + len(mark[0].encode())
        pango.pango_attr_list_insert(attributes, attribute)
    pango.pango_layout_set_attributes(layout.layout, attributes)


def _justify(context: object, line: Any, extra: float) -> None:
    """Spread `extra` pixels over the gaps between the characters of a line, if there are enough."""
    texts = list(_text_boxes(line))
    if line.style["direction"] == "rtl" or not texts:
        _justify_line(context, line, extra)
        return
    characters = "".join(box.text for box in texts)
    weights = [_gap(*pair) for pair in itertools.pairwise(characters)]
    if not any(weights):
        return
    # WeasyPrint counts the spacing behind the last character too; the eye does not.
    spacing = texts[-1].style["letter_spacing"]
    unit = (extra + (0 if spacing == "normal" else spacing)) / sum(weights)
    if unit > _WIDEST * max(box.style["font_size"] for box in texts):
        return
    gaps = [weight * unit for weight in weights] + [0.0]
    start, own = 0, {}
    for box in texts:
        own[box] = gaps[start : start + len(box.text)]
        start += len(box.text)
    _spread(line, own, 0.0)


def _text_boxes(box: Any) -> Iterator[Any]:
    if isinstance(box, boxes.TextBox):
        yield box
    elif isinstance(box, boxes.LineBox | boxes.InlineBox):
        for child in box.children:
            if child.is_in_normal_flow():
                yield from _text_boxes(child)


def _spread(box: Any, gaps: dict[Any, list[float]], shift: float) -> float:
    """Widen the gaps inside `box`, which moves by `shift`; return the shift behind it."""
    if isinstance(box, boxes.TextBox):
        box.position_x += shift
        *inner, after = gaps[box]
        if any(inner):
            layout = _Spaced(box.style, inner)
            layout.set_text(box.text)
            layout.deactivate()
            box.pango_layout = layout
            box.width += sum(inner)
        return shift + sum(inner) + after
    if isinstance(box, boxes.LineBox | boxes.InlineBox):
        box.position_x += shift
        before = shift
        for child in box.children:
            if child.is_in_normal_flow():
                shift = _spread(child, gaps, shift)
        box.width += shift - before
        return shift
    box.translate(shift, 0)
    return shift


def _gap(left: str, right: str) -> float:
    """Return how much of the spare width the gap between two characters takes."""
    if (left == right and left in "—…") or unicodedata.combining(right):
        return 0.0
    return (_stretches(left) + _stretches(right)) / 2


@functools.cache
def _stretches(character: str) -> bool:
    return character in " \u00a0“”‘’—…·" or unicodedata.east_asian_width(character) in "WF"


class _Spaced(Layout):  # type: ignore[misc]  # WeasyPrint has no types
    """A line of text whose characters stand further apart, when it is drawn."""

    def __init__(self, style: Any, gaps: list[float]) -> None:
        super().__init__(style)
        self._gaps = gaps

    def get_first_line(self) -> tuple[Any, int | None]:
        """Return the line with its glyphs at their places."""
        line, index = super().get_first_line()
        self._place(line)
        return line, index

    def _place(self, line: Any) -> None:
        """Set the width of each glyph so that the drawn positions are exact.

        `draw_first_line` writes the difference between a glyph's own width and this one,
        cut to whole thousandths of the type size; over a line of 28 characters that adds up
        to half a point. So the widths are chosen in whole thousandths here, and what
        remains is carried to the next glyph.
        """
        size = self.style["font_size"]
        gap_at = _gaps_by_byte(self.text, self._gaps)
        rectangle = ffi.new("PangoRectangle *")
        owed = 0.0
        run = line.runs[0]
        while run != ffi.NULL:
            item = run.data
            run = run.next
            glyphs = item.glyphs
            for i, glyph in enumerate(glyphs.glyphs[0 : glyphs.num_glyphs]):
                pango.pango_font_get_glyph_extents(
                    item.item.analysis.font, glyph.glyph, ffi.NULL, rectangle
                )
                own = round(rectangle.width * 1000 * FROM_UNITS / size)
                own += glyph.geometry.x_offset / size
                start = item.item.offset + glyphs.log_clusters[i]
                width = glyph.geometry.width * FROM_UNITS + gap_at.get(start, 0.0)
                owed += width * 1000 / size
                kerning = round(own - owed)
                owed -= own - kerning
                drawn = own - _inside(kerning)
                glyph.geometry.width = round(drawn * size * TO_UNITS / 1000)


def _gaps_by_byte(text: str, gaps: list[float]) -> dict[int, float]:
    """Return the gap behind each character by the offset of the character in UTF-8."""
    found, offset = {}, 0
    for character, gap in zip(text, gaps, strict=False):
        if gap:
            found[offset] = gap
        offset += len(character.encode())
    return found


def _inside(whole: int) -> float:
    """Return a number that `int` cuts to `whole`, far from both its neighbours."""
    return whole + 0.5 if whole > 0 else whole - 0.5 if whole < 0 else 0.0
