"""Two tables as one: rows that stayed have changes in their cells, others are gone and new.

A row stayed if its cells are cut alike and the same ones go on with a cell above. So accepting or
rejecting gives whole tables. Word tracks no merging: a cell that begins a merged one in either
table begins one in both, which does not show where no row below goes on with it. So a row that is
added to a class is new, and the rows around it stay.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from perfspec.compare.pieces import words
from perfspec.render.docx.body import Cell, Merge, Paragraph, Revision, Row, Table
from perfspec.render.docx.redline import paragraphs
from perfspec.render.docx.redline.pairing import paired
from perfspec.render.docx.redline.paragraphs import Names


def kind(table: Table) -> Hashable:
    """Return what two tables have in common that can be one."""
    return "table", table.columns, table.left


def text_words(table: Table) -> list[str]:
    """Return the words of a table."""
    return [word for row in table.rows for word in _words(row)]


def merged(old: Table, new: Table, names: Names) -> Table:
    """Return the table that is `new` when it is accepted, and `old` when it is rejected."""
    return replace(new, rows=tuple(_rows(old.rows, new.rows, names)))


def whole(table: Table, revision: Revision, names: Names) -> Table:
    """Return a table that is gone or new as a whole."""
    return replace(table, rows=tuple(_whole(row, revision, names) for row in table.rows))


def _rows(old: Sequence[Row], new: Sequence[Row], names: Names) -> Iterator[Row]:
    for one, other in paired(old, new, _kind, (_texts, _marks), _words):
        if one and other:
            cells = zip(one.cells, other.cells, strict=True)
            yield replace(other, cells=tuple(_cell(*both, names) for both in cells))
        elif one:
            yield _whole(one, Revision.DELETED, names)
        elif other:
            yield _whole(other, Revision.INSERTED, names)


def _kind(row: Row) -> Hashable:
    """Return how a row is cut, which cells go on with one above, and how they are set.

    The last paragraph of a cell is its end and stays: what it is must not change.
    """
    cells = (
        (
            replace(cell, paragraphs=(), merge=_onward(cell)),
            paragraphs.kind(cell.paragraphs[-1]) if cell.paragraphs else None,
        )
        for cell in row.cells
    )
    return row.is_head, row.height, tuple(cells)


def _onward(cell: Cell) -> Merge:
    return Merge.NONE if cell.merge is Merge.STARTS else cell.merge


def _cell(old: Cell, new: Cell, names: Names) -> Cell:
    content = tuple(_content(old.paragraphs, new.paragraphs, names))
    return replace(new, paragraphs=content, merge=new.merge or old.merge)


def _content(
    old: Sequence[Paragraph], new: Sequence[Paragraph], names: Names
) -> Iterator[Paragraph]:
    """Yield the paragraphs of a cell, of which at least one stayed."""
    made = list(paragraphs.merged(old, new, names))
    if made and all(one.revision for one in made):
        *first, before = old
        *second, after = new
        made = [
            *(paragraphs.whole(one, Revision.DELETED, names) for one in first),
            *(paragraphs.whole(one, Revision.INSERTED, names) for one in second),
            paragraphs.both(before, after),
        ]
    yield from made


def _whole(row: Row, revision: Revision, names: Names) -> Row:
    if revision is Revision.DELETED:
        cells = tuple(
            replace(cell, paragraphs=tuple(names.without(one) for one in cell.paragraphs))
            for cell in row.cells
        )
        return replace(row, cells=cells, revision=revision)
    return replace(row, revision=revision)


def _texts(row: Row) -> Hashable:
    return tuple(tuple(one.content for one in cell.paragraphs) for cell in row.cells)


def _marks(row: Row) -> Hashable | None:
    marks = tuple(mark for cell in row.cells for one in cell.paragraphs for mark in one.marks)
    return marks or None


def _words(row: Row) -> list[str]:
    texts = (paragraphs.text(one) for cell in row.cells for one in cell.paragraphs)
    return [word for text in texts for word in words(text)]
