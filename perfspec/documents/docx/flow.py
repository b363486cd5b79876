"""The blocks of a Word document, in their order: paragraphs, tables, and what stands in them.

In: elements of a body, a cell, a box or a header. Out: raw lines and grids; the state of fields and
lists goes on from one to the next, so that each element is to be read once, and in order.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from perfspec.documents import Why
from perfspec.documents.docx.fields import Fields
from perfspec.documents.docx.inline import Inline
from perfspec.documents.docx.names import (
    ALTERNATIVES,
    CELL,
    CONTROL,
    CONTROL_CONTENT,
    DELETED,
    PARAGRAPH,
    PARAGRAPH_LOOK,
    ROW,
    RUN_LOOK,
    TABLE,
    W,
    chosen,
    is_prompt,
    switch,
    value,
    whole,
)
from perfspec.documents.docx.numbering import Numbering
from perfspec.documents.docx.raw import Box, Grid, Line, Piece, Raw, Row
from perfspec.documents.docx.styles import Styles, paragraph

MAX_COLUMNS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """What reaches over paragraphs."""

    styles: Styles
    numbering: Numbering
    fields: Fields


def blocks(elements: Iterable[Element], flow: Flow, why: Why | None = None) -> Iterator[Raw]:
    """Yield lines and grids; `why` says why nothing of them is content.

    The mark at the end of a paragraph can be deleted by a tracked change: its words then go on in
    the next one, but not in or behind a table.
    """
    waiting: list[Piece] = []
    boxes: list[tuple[Raw, ...]] = []
    has_words = False
    for element, reason in _opened(elements, why):
        if element.tag == TABLE:
            if has_words:
                yield Line(pieces=tuple(waiting), boxes=tuple(boxes))
                waiting, boxes, has_words = [], [], False
            yield _table(element, flow, reason)
            continue
        line = _line(element, flow, reason)
        waiting += line.pieces
        boxes += line.boxes
        if _goes_on(element):
            has_words = has_words or any(piece.why is None for piece in line.pieces)
            continue
        yield Line(pieces=tuple(waiting), marker=line.marker, level=line.level, boxes=tuple(boxes))
        waiting, boxes, has_words = [], [], False
    if waiting or boxes:
        yield Line(pieces=tuple(waiting), boxes=tuple(boxes))


def _opened(elements: Iterable[Element], why: Why | None) -> Iterator[tuple[Element, Why | None]]:
    """Yield the paragraphs and tables, out of what holds them together."""
    for element in elements:
        tag = element.tag
        if tag in {PARAGRAPH, TABLE}:
            yield element, why
        elif tag == CONTROL:
            reason = why or (Why.OTHER if is_prompt(element) else None)
            yield from _opened(element.findall(CONTROL_CONTENT), reason)
        elif tag == ALTERNATIVES:
            branch = chosen(element)
            yield from _opened(() if branch is None else branch, why)
        elif tag in DELETED:
            yield from _opened(element, why or Why.DELETED)
        elif not tag.endswith("Pr"):
            yield from _opened(element, why)


def _line(element: Element, flow: Flow, why: Why | None) -> Line:
    flow.fields.paragraph()
    properties = element.find(PARAGRAPH_LOOK)
    style = "" if properties is None else value(properties.find(f"{W}pStyle"))
    look = paragraph(properties).over(flow.styles.paragraph(style))
    marker = ""
    if look.list_id and why is None and not _goes_on(element):
        level = look.list_level
        if level is None:
            level = flow.numbering.level(look.list_id, look.style)
        marker = flow.numbering.marker(look.list_id, level)
    inline = Inline(flow.styles, flow.fields, look)
    inline.gather(element, why)
    if flow.fields.is_in_contents and not any(piece.why is None for piece in inline.pieces()):
        marker = ""
    return Line(
        pieces=inline.pieces(),
        marker=marker,
        level=look.level or 0,
        boxes=tuple(tuple(blocks(box, flow)) for box in inline.boxes),
    )


def _goes_on(element: Element) -> bool:
    mark = element.find(f"{PARAGRAPH_LOOK}/{RUN_LOOK}")
    return mark is not None and any(mark.find(tag) is not None for tag in DELETED)


def _table(element: Element, flow: Flow, why: Why | None) -> Grid:
    rows: list[Row] = []
    gone: list[Row] = []
    for row in _held(element, ROW):
        look = row.find(f"{W}trPr")
        reason = None if look is None else _absence(look)
        head = None if look is None else switch(look.find(f"{W}tblHeader"))
        read = Row(boxes=tuple(_boxes(row, flow, why or reason)), is_head=head is True)
        (gone if reason else rows).append(read)
    return Grid(rows=tuple(rows), gone=tuple(gone))


def _absence(look: Element) -> Why | None:
    """Return why a row is not to be seen."""
    if look.find(f"{W}del") is not None:
        return Why.DELETED
    return Why.HIDDEN if switch(look.find(f"{W}hidden")) else None


def _boxes(row: Element, flow: Flow, why: Why | None) -> Iterator[Box]:
    before = row.find(f"{W}trPr/{W}gridBefore")
    column = min(max(whole(value(before), 0), 0), MAX_COLUMNS)
    for cell in _held(row, CELL):
        properties = cell.find(f"{W}tcPr")
        look = Element(f"{W}tcPr") if properties is None else properties
        width = min(max(whole(value(look.find(f"{W}gridSpan")), 1), 1), MAX_COLUMNS)
        removed = look.find(f"{W}cellDel") is not None
        yield Box(
            blocks=tuple(blocks(cell, flow, why or (Why.DELETED if removed else None))),
            column=column,
            width=width,
            down=_is_continued(look.find(f"{W}vMerge")),
            on=_is_continued(look.find(f"{W}hMerge")),
        )
        column += width


def _is_continued(merge: Element | None) -> bool:
    return merge is not None and value(merge) != "restart"


def _held(parent: Element, wanted: str) -> Iterator[Element]:
    """Yield the rows or cells, out of content controls and marks around them."""
    for element in parent:
        if element.tag == wanted:
            yield element
        elif element.tag == ALTERNATIVES:
            branch = chosen(element)
            yield from _held(element if branch is None else branch, wanted)
        elif not element.tag.endswith(("Pr", "tblGrid")):
            yield from _held(element, wanted)
