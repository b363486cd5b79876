"""A workbook as records: sheets of cells, with nothing left to decide.

Lengths are points, as `Decimal`; rows and columns count from 0.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from perfspec.render.css import Page
from perfspec.render.xlsx.words import Words

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a cell is set; `borders` are the widths above, right, below and left of it."""

    font: str
    size: Decimal
    strong: bool = False
    colour: str = "000000"
    fill: str = ""
    align: str = "left"  # left, center, right, justify
    vertical: str = "top"  # top, center, bottom
    borders: tuple[Decimal, Decimal, Decimal, Decimal] = (ZERO, ZERO, ZERO, ZERO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number, and the format that shows it as it was typed."""

    value: Decimal
    format: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell, or cells merged into one; `number` is what `words` say, where it is a number."""

    row: int
    column: int
    words: Words
    look: Look
    height: int = 1
    width: int = 1
    number: Number | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet: `columns` are widths, `rows` heights, 0 where the program is to find it.

    `heads` are the first and the last row that are printed on every page. A `list` can be sorted
    and filtered below its first row; other sheets are forms to be printed.
    """

    name: str
    columns: Sequence[Decimal]
    rows: Sequence[Decimal]
    cells: Sequence[Cell]
    page: Page
    heads: tuple[int, int] | None = None
    is_list: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A workbook; `note` is printed above every page, `year` is that of its only date."""

    title: str
    author: str
    year: int
    sheets: Sequence[Sheet] = field(default_factory=tuple)
    note: str = ""
