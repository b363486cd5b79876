"""Documents that other programs made, read as paragraphs and tables; nothing of them gets lost.

In: the bytes of a file that nobody vouches for. Out: a `Document`: every character of the file that
a person would see stands in exactly one paragraph, in or out of a table, or in exactly one
`Dropped` piece, which says why it is no content. Nothing here knows what a filing is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from perfspec.messages import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where something stands, as a person looks for it: counted from 1, 0 where it has none.

    `paragraph` counts what stands outside of tables, `row` and `column` are those of the table's
    grid, or of the sheet. `part` names what is beside the text: `header`, `footer`, `comment` …
    """

    document: str
    page: int = 0
    sheet: str = ""
    table: int = 0
    row: int = 0
    column: int = 0
    paragraph: int = 0
    line: int = 0
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters that are set alike."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph; `number` is its own in the document, over all blocks and cells, from 0.

    `marker` is what the program counts and prints before the words (`1.`, `一、`): it is printed,
    and part of `text`. `level` is that of a heading, from 1; 0 is none. A break that was typed
    inside the paragraph is a line break in its text.
    """

    number: int
    runs: tuple[Run, ...]
    at: Where
    marker: str = ""
    level: int = 0

    @property
    def text(self) -> str:
        """Every character, as printed."""
        return self.marker + "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a grid: its upper left corner from 0, and how far it is merged."""

    paragraphs: tuple[Paragraph, ...]
    row: int
    column: int
    at: Where
    height: int = 1
    width: int = 1
    is_head: bool = False

    @property
    def text(self) -> str:
        """The paragraphs, parted by line breaks."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its cells by rows, each once, however far it is merged.

    `is_certain` tells whether the grid is stated; a flattened text gives no merged cells, and its
    rows are as long as they are.
    """

    cells: tuple[Cell, ...]
    rows: int
    columns: int
    at: Where
    is_certain: bool = True


Block = Paragraph | Table


class Why(StrEnum):
    """Why characters of a file are no content."""

    FIELD = "field code"  # TC, TOC, PAGE … of Word
    CONTENTS = "cached list of contents"
    FURNITURE = "header, footer or page number"
    DELETED = "tracked deletion"
    HIDDEN = "hidden text"
    COMMENT = "comment"
    NOTE = "footnote or endnote"
    BOX = "text box or drawing"
    SCRIPT = "script or style"
    REPEATED = "repeated head"
    OTHER = "other part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """Characters of the file that are no content."""

    text: str
    why: Why
    at: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What a person should know of how the file was read: its encoding, a missing result."""

    text: Message
    at: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file as read; `name` is how a person calls it, `format` the ending of its kind.

    `spacing` counts the characters that only lay the text out: breaks between paragraphs, tabs and
    blanks before cells. All characters of a text file are in the blocks, dropped, or spacing.
    """

    name: str
    format: str
    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...] = ()
    spacing: int = 0
    notes: tuple[Note, ...] = ()

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield every paragraph, in and out of tables, by its number."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block
            else:
                for cell in block.cells:
                    yield from cell.paragraphs
