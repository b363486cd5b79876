"""Pages of one name as a section: paper, margins, and what is printed above and below."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from perfspec.render.css import Kind, Length, MarginBox, Page, Sheet, Style
from perfspec.render.docx.body import (
    ZERO,
    Inline,
    PageFormat,
    PageNumber,
    Paragraph,
    Run,
    Setting,
    Tab,
)
from perfspec.render.docx.reading.heights import NORMAL
from perfspec.render.docx.reading.words import look

# What a page looks like when it is a right one, a left one: the first may be another.
_FIRST, _LEFT, _RIGHT = 1, 2, 3
_NAMES = {"top": "页眉", "bottom": "页脚"}
Boxes = Mapping[str, MarginBox]


def page_format(sheet: Sheet, name: str, *, first: bool, starts_right: bool) -> PageFormat:
    """Return the format of the pages called `name`; `first` tells that the document begins so."""
    opening = sheet.page(name, _FIRST, first=first)
    left, right = sheet.page(name, _LEFT), sheet.page(name, _RIGHT)
    odd, even = _printed(right, "bottom"), _printed(left, "bottom")
    odd_head, even_head = _printed(right, "top"), _printed(left, "top")
    own, own_head = _printed(opening, "bottom"), _printed(opening, "top")
    differs = (own, own_head) != (odd, odd_head)
    boxes = [*right.boxes.items(), *left.boxes.items()]
    return PageFormat(
        width=right.width,
        height=right.height,
        top=right.margin.top,
        right=right.margin.right,
        bottom=right.margin.bottom,
        left=right.margin.left,
        numbers=_numbers(box for _, box in boxes),
        first_number=opening.first_number or 0,
        odd=odd,
        even=even,
        first=own if differs else None,
        odd_head=odd_head,
        even_head=even_head,
        first_head=own_head if differs else None,
        foot=_distance(boxes, "bottom", right.margin.bottom),
        head=_distance(boxes, "top", right.margin.top),
        starts_right=starts_right,
    )


def _numbers(boxes: Iterable[MarginBox]) -> str:
    """Return how the page number is written, empty where there is none."""
    styles = (
        piece.style
        for box in boxes
        for piece in box.content
        if piece.kind is Kind.COUNTER and piece.text == "page"
    )
    return next(styles, "")


def _printed(page: Page, edge: str) -> tuple[Paragraph, ...]:
    """Return what is printed above or below; boxes at the left and right share a line."""
    found: dict[str, tuple[MarginBox, tuple[Inline, ...]]] = {}
    for side in ("left", "center", "right"):
        box = page.boxes.get(f"{edge}-{side}")
        if box is not None and (content := _content(box)):
            found[side] = box, content
    width = page.width - page.margin.left - page.margin.right
    tab = ZERO
    if "left" in found and "right" in found:
        (left, content), (right, behind) = found["left"], found.pop("right")
        found["left"] = left, (*content, Tab(look=look(left.style)), *behind)
        tab = width - _of(right.style.padding.right, width)
    return tuple(
        _paragraph(page, edge, box, content, tab if side == "left" else ZERO)
        for side, (box, content) in found.items()
    )


def _content(box: MarginBox) -> tuple[Inline, ...]:
    shown = look(box.style)
    found: list[Inline] = []
    for piece in box.content:
        if piece.kind is Kind.TEXT:
            found.append(Run(text=piece.text, look=shown))
        elif piece.kind is Kind.COUNTER and piece.text == "page":
            found.append(PageNumber(look=shown))
    return tuple(found)


def _paragraph(
    page: Page, edge: str, box: MarginBox, content: tuple[Inline, ...], tab: Decimal
) -> Paragraph:
    style, margin = box.style, page.margin
    width = page.width - margin.left - margin.right
    under = margin.bottom - _outside(style, edge, margin.bottom) - _line(style)
    return Paragraph(
        content=content,
        setting=Setting(
            style=_NAMES[edge],
            align=style.align,
            left=_of(style.padding.left, width),
            right=_of(style.padding.right, width),
            before=max(under, ZERO) if edge == "bottom" else ZERO,
            line=style.line,
            tab=tab,
        ),
        look=look(style),
    )


def _of(length: Length | None, whole: Decimal) -> Decimal:
    return ZERO if length is None else length.of(whole)


def _distance(boxes: Iterable[tuple[str, MarginBox]], edge: str, margin: Decimal) -> Decimal:
    """Return how far the line stands from the edge of the paper; half of the margin if unsaid."""
    styles = (box.style for name, box in boxes if name.startswith(edge) and _content(box))
    return next((_outside(style, edge, margin) for style in styles), margin / 2)


def _outside(style: Style, edge: str, margin: Decimal) -> Decimal:
    """Return the room between the line of a margin box and the edge of the paper."""
    inner, outer = _of(style.padding.top, margin), _of(style.padding.bottom, margin)
    if edge == "top":
        inner, outer = outer, inner
    if style.vertical_align == edge:
        return outer
    spare = margin - inner - outer - _line(style)
    return max(outer + (spare / 2 if style.vertical_align == "middle" else spare), ZERO)


def _line(style: Style) -> Decimal:
    return style.line or style.size * NORMAL
