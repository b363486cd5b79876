"""Blocks changed after they were made: kept with the next, or begun on a new page."""

from collections.abc import Callable
from dataclasses import replace

from perfspec.render.docx.body import Block, Cell, Paragraph, Row


def kept(block: Block) -> Block:
    """Return the block as one that stays on the page of the next: of a table, the last row does."""
    if isinstance(block, Paragraph):
        return replace(block, setting=replace(block.setting, keep_next=True))
    return replace(block, rows=(*block.rows[:-1], *map(_kept_row, block.rows[-1:])))


def kept_cell(cell: Cell) -> Cell:
    """Return a cell as one that stays on the page of the next row."""
    kept_paragraphs = (
        replace(one, setting=replace(one.setting, keep_next=True)) for one in cell.paragraphs
    )
    return replace(cell, paragraphs=tuple(kept_paragraphs))


def on_new_page(block: Block) -> Block:
    """Return the block as one that begins a page."""
    return on_first(block, lambda one: replace(one, setting=replace(one.setting, page_before=True)))


def on_first(block: Block, change: Callable[[Paragraph], Paragraph]) -> Block:
    """Return the block with its first paragraph changed: of a table, that of the first cell."""
    if isinstance(block, Paragraph):
        return change(block)
    row = block.rows[0]
    cell = row.cells[0]
    cell = replace(cell, paragraphs=(change(cell.paragraphs[0]), *cell.paragraphs[1:]))
    row = replace(row, cells=(cell, *row.cells[1:]))
    return replace(block, rows=(row, *block.rows[1:]))


def _kept_row(row: Row) -> Row:
    return replace(row, cells=tuple(map(kept_cell, row.cells)))
