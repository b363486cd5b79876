"""Where a block stands between the margins of its page, and the room that it has."""

from dataclasses import dataclass
from decimal import Decimal

from perfspec.render.css import Length, Style
from perfspec.render.docx.body import ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The room for content: its distance from the left and right edge of the type area."""

    left: Decimal
    right: Decimal
    width: Decimal

    def within(self, style: Style) -> "Room":
        """Return the room inside a block with this style."""
        left, right = _outer(style, self)
        around = _around(style, self)
        width = self.width - (left or ZERO) - (right or ZERO) - around
        wanted = _wanted(style, self)
        if wanted is not None and (wanted < width or style.width is not None):
            spare, width = width - wanted, wanted
            # As the standard: what is `auto` takes what is left over, else the right side does.
            if left is None:
                left = max(spare / 2 if right is None else spare, ZERO)
        inner_left = (left or ZERO) + side(style.padding.left, self) + style.border.left
        return Room(
            left=self.left + inner_left,
            right=self.right + self.width - inner_left - width,
            width=width,
        )


def side(length: Length | None, room: Room) -> Decimal:
    """Return a margin or padding in points; `auto` is nothing."""
    return ZERO if length is None else length.of(room.width)


def _outer(style: Style, room: Room) -> tuple[Decimal | None, Decimal | None]:
    left, right = style.margin.left, style.margin.right
    return (
        None if left is None else left.of(room.width),
        None if right is None else right.of(room.width),
    )


def _around(style: Style, room: Room) -> Decimal:
    padding = side(style.padding.left, room) + side(style.padding.right, room)
    return padding + style.border.left + style.border.right


def _wanted(style: Style, room: Room) -> Decimal | None:
    """Return how wide the content is to be, None where it takes what there is."""
    lengths = [length for length in (style.width, style.max_width) if length is not None]
    if not lengths:
        return None
    width = min(length.of(room.width) for length in lengths)
    if style.box_sizing == "border-box":
        width -= _around(style, room)
    return max(width, ZERO)
