"""Rows of a flattened table that stand in one, because the line between them was lost.

In: a grid without stated cells. Out: the same cells in the rows that their labels tell. A row is
parted only where every part of it is one: what does not fit stays as it is, and is left over.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from perfspec.importing.tables.grid import Box, Grid, Row, key
from perfspec.importing.tables.lexicon import Meaning, is_sure, meaning
from perfspec.importing.tables.roles import Role, role

_FEWEST = 3  # columns of a head
_GROUPS = frozenset({Meaning.BUDGET, Meaning.PLAN})
_SIDES = frozenset({Meaning.INDICATORS, Meaning.MEDIUM_INDICATORS})
_STARTS = frozenset({Meaning.CODE, Meaning.NAME})
_CLASS = re.compile(r"指标|产出|效益|效果|满意|成本|[.…]{1,8}")
_PAIR = 2  # cells: a label and its value
Cells = Sequence[Box]


def parted(table: Grid) -> Grid:
    """Return the table with a row for each of its rows."""
    if table.is_certain:
        return table
    columns: tuple[Box, ...] = ()
    rows: list[Row] = []
    for row in table.rows:
        parts = list(_parts(row.boxes, columns))
        columns = next((part for part in reversed(parts) if _is_head(part)), columns)
        if len(parts) == 1 and row.number == len(rows):
            rows.append(row)
        else:
            rows += [_row(part, len(rows) + number) for number, part in enumerate(parts)]
    return replace(table, rows=tuple(rows))


def _row(boxes: Cells, number: int) -> Row:
    placed = (
        replace(box, row=number, bottom=number + 1, column=column, end=column + 1)
        for column, box in enumerate(boxes)
    )
    return Row(number=number, boxes=tuple(placed))


def _parts(boxes: tuple[Box, ...], columns: tuple[Box, ...]) -> Iterator[tuple[Box, ...]]:
    """Yield the rows in a row; `columns` is the head over it."""
    start, end = _head(boxes)
    if start == end:
        below = list(_below(boxes, columns))
        yield from below if len(below) > 1 else _upper(boxes)
        return
    head, rest = boxes[start:end], boxes[end:]
    below = list(_below(rest, head))
    if rest and not below:
        yield boxes
        return
    if start:
        yield from _upper(boxes[:start])
    yield head
    yield from below


def _head(boxes: Cells) -> tuple[int, int]:
    """Return where a head begins and ends; both the same where there is none."""
    for start, box in enumerate(boxes):
        if box.label is None or role(box.label) is not Role.FIRST:
            continue
        end = start
        while end < len(boxes) and _role(boxes[end]):
            end += 1
        if end - start >= _FEWEST:
            first = start - (start > 0 and _meaning(boxes[start - 1]) in _SIDES)
            # Labels of a project before those of its indicators: a head over several projects.
            is_wide = first > 0 and all(_meaning(one) or _role(one) for one in boxes[:first])
            return (0, 0) if is_wide else (first, end)
    return 0, 0


def _is_head(boxes: Cells) -> bool:
    return _head(boxes) == (0, len(boxes)) and bool(boxes)


def _below(boxes: tuple[Box, ...], columns: Cells) -> Iterator[tuple[Box, ...]]:
    """Yield rows of indicators, all as long as their head; none where a cell is out of place."""
    width = len(columns)
    if not width or len(boxes) % width:
        return
    places = [n for n, box in enumerate(columns) if _role(box) in {Role.FIRST, Role.SECOND}]
    rows = [boxes[n : n + width] for n in range(0, len(boxes), width)]
    if all(row[n].is_empty or _CLASS.search(key(row[n].ink)) for row in rows for n in places):
        yield from rows


def _upper(boxes: tuple[Box, ...]) -> Iterator[tuple[Box, ...]]:
    """Yield the rows of the upper half; each of its groups has one, and one below it."""
    if not any(_meaning(box) in _GROUPS for box in boxes):
        yield boxes
        return
    row: list[Box] = []
    for box in boxes:
        if row and _begins(row, box):
            yield tuple(row)
            row = []
        row.append(box)
    yield tuple(row)


def _begins(row: Cells, box: Box) -> bool:
    """Tell whether a cell is the first of the next row."""
    known, first = _meaning(box), _meaning(row[0])
    if known in _GROUPS or (known is Meaning.GOALS and first in {None, *_GROUPS}):
        return True
    if known in _STARTS and first is None:
        return True
    if first is Meaning.PLAN:
        return known is not Meaning.DATE and _meaning(row[-1]) is Meaning.DATE
    if first is Meaning.BUDGET:
        return box.is_empty and len(row) % _PAIR == 1 and len(row) > 1
    return first is Meaning.GOALS and len(row) == _PAIR


def _role(box: Box) -> Role | None:
    return role(box.label) if box.label else None


def _meaning(box: Box) -> Meaning | None:
    known = meaning(box.label) if box.label else None
    return known if known is Meaning.DATE or (box.label and is_sure(box.label)) else None
