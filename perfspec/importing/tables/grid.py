"""A table by its rows: what is printed in each cell, and the label that it may be."""

from dataclasses import dataclass
from itertools import groupby

from perfspec.documents import Table
from perfspec.importing.tables.ink import Ink, ink
from perfspec.importing.tables.labels import LONGEST, Label, label, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A cell; `end` is the first column behind it, `bottom` the first row below it."""

    ink: Ink
    row: int
    column: int
    bottom: int
    end: int
    label: Label | None

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is printed in it."""
        return not self.ink.pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The cells that begin in a row of the grid, from left to right."""

    number: int
    boxes: tuple[Box, ...]

    @property
    def words(self) -> tuple[Box, ...]:
        """The cells in which something is printed."""
        return tuple(box for box in self.boxes if not box.is_empty)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The rows of a table, and whether merged cells are stated."""

    rows: tuple[Row, ...]
    columns: int
    is_certain: bool


def grid(table: Table) -> Grid:
    """Return the rows of a table that have cells."""
    boxes = []
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
        printed = ink(cell.paragraphs, cell.at)
        boxes.append(
            Box(
                ink=printed,
                row=cell.row,
                column=cell.column,
                bottom=cell.row + max(cell.height, 1),
                end=cell.column + max(cell.width, 1),
                label=_label(printed),
            )
        )
    rows = tuple(
        Row(number=number, boxes=tuple(row)) for number, row in groupby(boxes, lambda box: box.row)
    )
    return Grid(rows=rows, columns=table.columns, is_certain=table.is_certain)


def key(printed: Ink) -> str:
    """Return the words of a cell without blanks and breaks, to compare them."""
    return plain(printed.text)


def _label(printed: Ink) -> Label | None:
    # A label of one character a line takes twice its length.
    if sum(len(piece.text) for piece in printed.pieces[:LONGEST]) > LONGEST:
        return None
    return label("".join(printed.text.split()))
