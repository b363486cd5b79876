"""What a style sheet says of an element or a page, worked out: the records.

Lengths are points, as `Decimal`; what depends on the room around it is a `Length`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

ZERO = Decimal(0)
# Lengths are as exact as anybody prints: equal ones stay equal.
_EXACT = Decimal("0.001")


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A length that may hang on the length of something else."""

    points: Decimal = ZERO
    percent: Decimal = ZERO

    def of(self, whole: Decimal) -> Decimal:
        """Return the points where the percentage is of `whole`."""
        return rounded(self.points + self.percent * whole / 100)


def rounded(points: Decimal) -> Decimal:
    """Return a length in whole thousandths of a point."""
    return points.quantize(_EXACT)


NONE = Length()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Four lengths around a box; None is `auto`."""

    top: Length | None = NONE
    right: Length | None = NONE
    bottom: Length | None = NONE
    left: Length | None = NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Borders:
    """The widths of the four edges that are drawn, in points; 0 is no edge."""

    top: Decimal = ZERO
    right: Decimal = ZERO
    bottom: Decimal = ZERO
    left: Decimal = ZERO


class Kind(StrEnum):
    """What a piece of generated content is."""

    TEXT = "text"  # `text` itself
    ATTRIBUTE = "attr"  # the value of the attribute `text`
    COUNTER = "counter"  # the counter `text`, written as `style`
    LEADER = "leader"  # `text` over and over
    PAGE = "target-counter"  # the page of the id in the attribute `text`, written as `style`
    OTHER = "other"  # what a word processor has not: the name of the function


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of the property `content`."""

    kind: Kind
    text: str
    style: str = "decimal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """The computed style of an element: what of CSS concerns a word processor or a sheet.

    `fonts` are families in the order wanted. `line` is the line pitch, 0 the font's own, and
    `factor` what it is of the size where it was written as a bare number: those below take that
    over. `colour` is RRGGBB; `background` too, or empty. None is `auto` for lengths, and `none` for
    a largest one. `before` and `after` are the `content` of the pseudo-elements.
    """

    display: str = "inline"
    position: str = "static"
    fonts: tuple[str, ...] = ("serif",)
    size: Decimal = Decimal(12)
    strong: bool = False
    line: Decimal = ZERO
    factor: Decimal | None = None
    colour: str = "000000"
    background: str = ""
    align: str = "left"  # left, center, right, justify
    indent: Length = NONE
    letter_spacing: Decimal = ZERO
    vertical_align: str = "baseline"
    white_space: str = "normal"
    list_style: str = "disc"
    margin: Sides = field(default_factory=Sides)
    padding: Sides = field(default_factory=Sides)
    offset: Sides = field(
        default_factory=lambda: Sides(top=None, right=None, bottom=None, left=None)
    )
    border: Borders = field(default_factory=Borders)
    border_collapse: str = "separate"
    table_layout: str = "auto"
    box_sizing: str = "content-box"
    width: Length | None = None
    height: Length | None = None
    min_width: Length | None = None
    min_height: Length | None = None
    max_width: Length | None = None
    break_before: str = "auto"
    break_after: str = "auto"
    break_inside: str = "auto"
    page: str = ""
    justify_content: str = "normal"
    flex_direction: str = "row"
    before: tuple[Piece, ...] = ()
    after: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarginBox:
    """What is printed in the margin of a page."""

    content: tuple[Piece, ...]
    style: Style


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page: its paper and margins in points, and its margin boxes by name (`bottom-right`).

    `first_number` is what `counter-reset: page` sets, None where it counts on.
    """

    width: Decimal
    height: Decimal
    margin: Borders
    boxes: Mapping[str, MarginBox]
    first_number: int | None = None
