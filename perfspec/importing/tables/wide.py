"""One wide table with all projects: each row an indicator, the project beside it.

In: the cells of a row. Out: the project of the row, the last one or a new one.
"""

from perfspec.importing import Use
from perfspec.importing.tables.body import Body, closed
from perfspec.importing.tables.building import Building
from perfspec.importing.tables.filling import read
from perfspec.importing.tables.grid import Box, Row, key
from perfspec.importing.tables.heads import Column
from perfspec.importing.tables.ink import Ink
from perfspec.importing.tables.inline import Pair
from perfspec.importing.tables.labels import Label
from perfspec.importing.tables.lexicon import Meaning

_SUMS = frozenset({"合计", "总计", "小计", "单位合计", "部门合计"})
_STARTS = (Meaning.CODE, Meaning.NAME)


def project(
    last: Building | None, body: Body, row: Row, found: list[tuple[Box, ...]]
) -> Building | None:
    """Return the project of a row, with what the row says of it; None if the row has none."""
    own = [
        (column, box)
        for column, boxes in zip(body.head.columns, found, strict=True)
        if column.meaning is not None and column.role is None
        for box in boxes[:1]
        if box.row == row.number and not box.is_empty
    ]
    starts = [(column, box) for column, box in own if column.meaning in _STARTS]
    if any(key(box.ink) in _SUMS for _, box in own[:1]):
        return None
    this = last
    if any(body.shown.get(column.label) != key(box.ink) for column, box in starts):
        if last is not None:
            closed(last, body)
        body.shown.clear()
        body.first.key = body.second.key = ""
        this = Building(at=row.boxes[0].ink.at, columns=_labels(body))
    if this is None:
        return None
    for column, box in own:
        _say(this, body, column, box)
    return this


def _say(this: Building, body: Body, column: Column, box: Box) -> None:
    """Put a cell into the project, or say that it was said before."""
    words = key(box.ink)
    if column.label in body.shown:
        if body.shown[column.label] == words:
            this.used += box.ink.used(Use.REPEATED)
        return
    body.shown[column.label] = words
    ink = Ink(pieces=(), at=box.ink.at)
    label = Label(key=column.label, printed=column.label)
    read(this, Pair(label=label, meaning=column.meaning, ink=ink, value=box.ink))


def _labels(body: Body) -> tuple[str, ...]:
    return tuple(column.label for column in body.head.columns if column.role is not None)
