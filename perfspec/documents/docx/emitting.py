"""The records of a Word document: its raw lines and grids with their numbers and places.

In: raw blocks in order. Out: paragraphs and tables as `documents` knows them, and what was dropped.
A grid that stands in a cell becomes a table of its own, after the one that it stands in; one that
frames or indents only is taken off. A box that holds a table is read after its paragraph.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from perfspec.documents import Cell, Paragraph, Run, Where, Why
from perfspec.documents.building import Building
from perfspec.documents.docx.merging import Placed, placed
from perfspec.documents.docx.raw import Grid, Line, Piece, Raw
from perfspec.errors import PerfspecError
from perfspec.messages import Message, message

MAX_CELLS = 300_000
MAX_AREA = 2_000_000  # rows × columns of one table


class Emitting:
    """Puts the blocks of one document into their records."""

    def __init__(self, building: Building) -> None:
        """Take the document in the making."""
        self._building = building
        self._name = building.name
        self._cells = 0

    def blocks(self, raw: Iterable[Raw]) -> None:
        """Take blocks that stand outside of tables."""
        for block in raw:
            if isinstance(block, Line):
                self._building.outside(_runs(block), marker=block.marker, level=block.level)
                at = self._building.blocks[-1].at
                self._drop(block.pieces, at)
                self.blocks(self._boxed(block, at))
            elif _frames_tables(block):
                self._drop_rows(block, Where(document=self._name))
                for row in block.rows:
                    self.blocks(row.boxes[0].blocks)
            elif block.rows:
                self._table(block)
            else:
                self._drop_rows(block, Where(document=self._name))

    def _table(self, grid: Grid) -> None:
        at = Where(document=self._name, table=self._building.next_table())
        cells = placed(grid)
        rows = len(grid.rows)
        columns = max((cell.box.column + cell.box.width for cell in cells), default=0)
        if rows * columns > MAX_AREA:
            raise self._too_long(message("it has a table of {n} × {m} cells", n=rows, m=columns))
        inner: list[Raw] = []
        records = tuple(self._cell(cell, at, inner) for cell in cells)
        self._drop_rows(grid, at)
        self._building.table(records, at)
        self.blocks(inner)

    def _cell(self, cell: Placed, table: Where, inner: list[Raw]) -> Cell:
        self._cells += 1
        if self._cells > MAX_CELLS:
            raise self._too_long(message("it has more than {number} cells", number=MAX_CELLS))
        at = replace(table, row=cell.row + 1, column=cell.box.column + 1)
        lines = self._lines(cell.box.blocks, inner, at)
        paragraphs = tuple(self._paragraph(line, at) for line in lines)
        for line in lines:
            inner += self._boxed(line, at)
        for hidden in cell.hidden:
            self.drop_all(hidden.blocks, Why.HIDDEN, at)
        return Cell(
            paragraphs=paragraphs,
            row=cell.row,
            column=cell.box.column,
            at=at,
            height=cell.height,
            width=cell.box.width,
            is_head=cell.is_head,
        )

    def _paragraph(self, line: Line, at: Where) -> Paragraph:
        self._drop(line.pieces, at)
        return self._building.paragraph(_runs(line), at, marker=line.marker, level=line.level)

    def _lines(self, blocks: Sequence[Raw], inner: list[Raw], at: Where) -> list[Line]:
        """Return the lines in a cell; tables in it go to `inner`, but for those that only frame."""
        lines: list[Line] = []
        for block in blocks:
            if isinstance(block, Line):
                lines.append(block)
            elif block.is_real:
                inner.append(block)
            else:
                self._drop_rows(block, at)
                for row in block.rows:
                    for box in row.boxes:
                        lines += self._lines(box.blocks, inner, at)
        return lines

    def _boxed(self, line: Line, at: Where) -> list[Raw]:
        """Return what is content in the boxes of a line: those that hold a table."""
        content: list[Raw] = []
        for box in line.boxes:
            if any(isinstance(block, Grid) for block in box):
                content += box
            else:
                self.drop_all(box, Why.BOX, at)
        return content

    def _drop_rows(self, grid: Grid, at: Where) -> None:
        for row in grid.gone:
            for box in row.boxes:
                self.drop_all(box.blocks, Why.DELETED, at)

    def drop_all(self, blocks: Sequence[Raw], why: Why, at: Where) -> None:
        """Drop blocks with all that stands in them."""
        for block in blocks:
            if isinstance(block, Line):
                pieces = [replace(piece, why=piece.why or why) for piece in block.pieces]
                self._drop(pieces, at)
                for box in block.boxes:
                    self.drop_all(box, why, at)
                continue
            for row in (*block.rows, *block.gone):
                for cell in row.boxes:
                    self.drop_all(cell.blocks, why, at)

    def _drop(self, pieces: Sequence[Piece], at: Where) -> None:
        for why, group in groupby(pieces, key=lambda piece: piece.why):
            if why is not None:
                self._building.drop("".join(piece.text for piece in group), why, at)

    def _too_long(self, problem: Message) -> PerfspecError:
        return PerfspecError(
            message("{name} is not read: {problem}", name=self._name, problem=problem),
            message("split it into several files"),
        )


def _runs(line: Line) -> list[Run]:
    kept = (piece for piece in line.pieces if piece.why is None)
    return [
        Run(text="".join(piece.text for piece in group), strong=strong)
        for strong, group in groupby(kept, key=lambda piece: piece.strong)
    ]


def _frames_tables(grid: Grid) -> bool:
    """Say whether a table of one column is there only to hold others."""
    return grid.is_frame and any(
        isinstance(block, Grid) and (block.is_real or _frames_tables(block))
        for row in grid.rows
        for block in row.boxes[0].blocks
    )
