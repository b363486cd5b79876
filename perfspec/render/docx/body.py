"""A document for Word as records: sections of paragraphs and tables, as they are to be set.

`reading` makes them of the HTML, `redline` puts two of them together, `writing` makes XML of them.
Lengths are points, as `Decimal`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

ZERO = Decimal(0)


class Revision(StrEnum):
    """Whether something is new, gone, or neither, in a document with tracked changes."""

    NONE = ""
    INSERTED = "ins"
    DELETED = "del"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How characters are set; `fonts` are families in the order in which they are wanted.

    `strong` is bold; `stressed` is what the words are, however that is shown.
    """

    fonts: tuple[str, ...]
    size: Decimal
    strong: bool = False
    stressed: bool = False
    colour: str = "000000"
    spacing: Decimal = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters that are set alike; a line break in the text is a break of the line."""

    text: str
    look: Look
    revision: Revision = Revision.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOf:
    """The number of the page on which the bookmark stands; `shown` is empty until it is known."""

    bookmark: str
    look: Look
    shown: str = ""
    revision: Revision = Revision.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNumber:
    """The number of this page, in a footer."""

    look: Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """A jump to the tab stop of the paragraph, which `leader` dots fill."""

    look: Look
    revision: Revision = Revision.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class ListEntry:
    """An entry for a list of contents (field TC): the list's letter, the words, the level."""

    text: str
    list: str
    level: int = 1
    revision: Revision = Revision.NONE


Inline = Run | PageOf | PageNumber | Tab | ListEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a paragraph is set; `line` is the exact line pitch, 0 the font's own.

    `style` is the name under which people restyle it; paragraphs of one style have one setting
    where the document allows it, and what differs is written beside the style.
    """

    style: str
    level: int = 0
    align: str = "left"  # left, center, right, justify
    first: Decimal = ZERO
    left: Decimal = ZERO
    right: Decimal = ZERO
    before: Decimal = ZERO
    after: Decimal = ZERO
    line: Decimal = ZERO
    keep_next: bool = False
    page_before: bool = False
    tab: Decimal = ZERO
    leader: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph; `revision` is that of its end: it is new or gone as a whole.

    `contents` is the letter of the list of contents whose entry this is, empty elsewhere; `link`
    the bookmark to which it leads: bookmarks are ids of the HTML, of any length and characters.
    `marks` are the `data-at` of what it shows.
    """

    content: tuple[Inline, ...]
    setting: Setting
    look: Look
    bookmarks: tuple[str, ...] = ()
    contents: str = ""
    link: str = ""
    marks: tuple[str, ...] = ()
    revision: Revision = Revision.NONE


class Merge(StrEnum):
    """Whether a cell begins a cell that is merged downwards, goes on with one, or neither."""

    NONE = ""
    STARTS = "restart"
    CONTINUES = "continue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Padding:
    """The room between the edges of a cell and its words."""

    top: Decimal = ZERO
    right: Decimal = ZERO
    bottom: Decimal = ZERO
    left: Decimal = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a row: every row has all its columns, merged ones by `merge`.

    `border` is the width of its edges; `edges` says them one by one where they differ. `fill` is
    the colour behind the words, empty where there is none.
    """

    paragraphs: tuple[Paragraph, ...]
    columns: int = 1
    merge: Merge = Merge.NONE
    align: str = "top"  # top, center, bottom
    border: Decimal = ZERO
    edges: Padding | None = None
    padding: Padding = field(default_factory=Padding)
    fill: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row, at least `height` high; a head is repeated on every page.

    It stays whole where it fits on a page, but for one that `breaks`.
    """

    cells: tuple[Cell, ...]
    height: Decimal = ZERO
    is_head: bool = False
    breaks: bool = False
    revision: Revision = Revision.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with the widths of its columns; `joins` the table above, with no paragraph between.

    `key` is the same for the same table of two papers; `title` is what a screen reader says;
    `left` is the distance of its edge from the left margin.
    """

    columns: tuple[Decimal, ...]
    rows: tuple[Row, ...]
    key: str = ""
    title: str = ""
    joins: bool = False
    left: Decimal = ZERO


Block = Paragraph | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFormat:
    """The paper, its margins, and how pages are numbered: `lower-roman`, `decimal` or nothing.

    `odd` and `even` are the footers of right and left pages, `odd_head` and `even_head` what stands
    over them; `first` and `first_head` those of the first page, None where it is as the others.
    `foot` is the room between the last footer line and the lower edge of the paper, `head` that
    between the upper edge and the first header line. `first_number` 0 counts on.
    """

    width: Decimal
    height: Decimal
    top: Decimal
    right: Decimal
    bottom: Decimal
    left: Decimal
    numbers: str = ""
    first_number: int = 0
    odd: tuple[Paragraph, ...] = ()
    even: tuple[Paragraph, ...] = ()
    first: tuple[Paragraph, ...] | None = None
    odd_head: tuple[Paragraph, ...] = ()
    even_head: tuple[Paragraph, ...] = ()
    first_head: tuple[Paragraph, ...] | None = None
    foot: Decimal = ZERO
    head: Decimal = ZERO
    starts_right: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Pages of one format."""

    page: PageFormat
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A document for Word."""

    title: str
    author: str
    language: str
    sections: tuple[Section, ...]
    watermark: str = ""

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield every paragraph, in and out of tables, in the order of the document."""
        for block in (block for section in self.sections for block in section.blocks):
            if isinstance(block, Paragraph):
                yield block
            else:
                yield from (one for row in block.rows for c in row.cells for one in c.paragraphs)
