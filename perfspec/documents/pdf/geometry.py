"""What is printed on a page: characters with their places, and ruled lines.

Places are in thousandths of a point, from the lower left corner of the page as it is turned.
"""

from dataclasses import dataclass

from perfspec.documents import Why

POINT = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph:
    """A character: its box, the line that it stands on, its size, and why it is not printed."""

    text: str
    left: int
    right: int
    base: int
    size: int
    hidden: Why | None = None

    @property
    def middle(self) -> tuple[int, int]:
        """Return a place that is surely within the cell of the character."""
        return (self.left + self.right) // 2, self.base + self.size // 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A ruled line: `at` is its y where it is level, else its x; from `start` to `end`."""

    is_level: bool
    at: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A printed page; `unread` counts characters whose font does not tell what they are."""

    width: int
    height: int
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    unread: int = 0
    is_crowded: bool = False
