"""Tables in the XML of Word; their widths stand in the grid, at the table and at every cell.

Word reads the widths of cells, LibreOffice the grid, WPS both.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate, pairwise

from perfspec.render.docx.body import (
    Cell,
    Padding,
    Paragraph,
    Revision,
    Row,
    Table,
)
from perfspec.render.docx.writing.ledger import Ledger
from perfspec.render.docx.writing.paragraphs import Around, paragraph, seam
from perfspec.render.docx.writing.xmltext import eighths, quoted, twips

_SIDES = ("top", "left", "bottom", "right")
_ZERO = Decimal(0)
_REMEMBERED = 256  # edges and rooms of cells: a document has a few


def table(shown: Table, ledger: Ledger, *, is_joined: bool = False) -> str:
    """Return a table; one to which the next is joined leaves the rule between them to that one."""
    edges = [twips(edge) for edge in accumulate(shown.columns, initial=_ZERO)]
    grid = "".join(f'<w:gridCol w:w="{end - start}"/>' for start, end in pairwise(edges))
    title = f'<w:tblCaption w:val="{quoted(shown.title)}"/>' if shown.title else ""
    head = int(any(row.is_head for row in shown.rows))
    last = len(shown.rows) - 1 if is_joined else -1
    rows = "".join(
        _row(row, edges, ledger, is_last=number == last) for number, row in enumerate(shown.rows)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{edges[-1]}" w:type="dxa"/><w:tblInd '
        f'w:w="{twips(shown.left)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="00{head * 2}0" w:firstRow="{head}" '
        'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"{title}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(row: Row, edges: Sequence[int], ledger: Ledger, *, is_last: bool) -> str:
    height = f'<w:trHeight w:val="{twips(row.height)}" w:hRule="atLeast"/>' if row.height else ""
    head = "<w:tblHeader/>" if row.is_head else ""
    cells, column = [], 0
    for cell in row.cells:
        end = min(column + cell.columns, len(edges) - 1)
        width = edges[end] - edges[column]
        shown = _paragraphs(cell, row, ledger, keeps=is_last or row.is_head)
        cells.append(f"<w:tc>{_properties(cell, width, is_last=is_last)}{shown}</w:tc>")
        column = end
    whole = "" if row.breaks else "<w:cantSplit/>"
    properties = f"<w:trPr>{whole}{height}{head}{ledger.changed(row.revision)}</w:trPr>"
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def _properties(cell: Cell, width: int, *, is_last: bool) -> str:
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    merge = f'<w:vMerge w:val="{cell.merge}"/>' if cell.merge else ""
    align = f'<w:vAlign w:val="{cell.align}"/>' if cell.align != "top" else ""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill}"/>' if cell.fill else ""
    edges = cell.edges
    if edges is None:
        border = cell.border
        edges = Padding(top=border, right=border, bottom=border, left=border)
    return (
        f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}'
        f"{_borders(edges, is_last=is_last)}{fill}{_margins(cell.padding)}{align}</w:tcPr>"
    )


def _paragraphs(cell: Cell, row: Row, ledger: Ledger, *, keeps: bool) -> str:
    """Return what stands in a cell; what `keeps` stays on the page of the row below."""
    bound = tuple(map(_bound, cell.paragraphs)) if keeps else cell.paragraphs
    ends = (None,) * len(bound) if row.revision else _ends(bound)
    written = "".join(
        paragraph(one, ledger, inherited=row.revision, around=Around(end=end))
        for one, end in zip(bound, ends, strict=True)
    )
    return written or seam(keeps=keeps)


def _ends(paragraphs: Sequence[Paragraph]) -> Sequence[Revision]:
    """Return the revisions of the ends of a cell's paragraphs.

    The last end of a cell cannot go. Where the last paragraphs are new or gone, the ends before
    them are, from that of the last one that stays.
    """
    own = [one.revision for one in paragraphs]
    if not any(own):
        return own
    stays = max((i for i, revision in enumerate(own) if not revision), default=0)
    return [*own[:stays], *own[stays + 1 :], Revision.NONE][: len(own)]


def _bound(shown: Paragraph) -> Paragraph:
    return replace(shown, setting=replace(shown.setting, keep_next=True))


@lru_cache(maxsize=_REMEMBERED)
def _borders(edges: Padding, *, is_last: bool) -> str:
    """Return the rules around a cell; the lower one of a joined last row is drawn by the table."""
    if edges == Padding():
        return ""
    widths = (edges.top, edges.left, Decimal(0) if is_last else edges.bottom, edges.right)
    sides = (
        f'<w:{side} w:val="single" w:sz="{eighths(width)}" w:space="0" w:color="000000"/>'
        if width
        else f'<w:{side} w:val="nil"/>'
        for side, width in zip(_SIDES, widths, strict=True)
    )
    return f"<w:tcBorders>{''.join(sides)}</w:tcBorders>"


@lru_cache(maxsize=_REMEMBERED)
def _margins(padding: Padding) -> str:
    if padding == Padding():
        return ""
    widths = (padding.top, padding.left, padding.bottom, padding.right)
    sides = (
        f'<w:{side} w:w="{twips(width)}" w:type="dxa"/>'
        for side, width in zip(_SIDES, widths, strict=True)
    )
    return f"<w:tcMar>{''.join(sides)}</w:tcMar>"
