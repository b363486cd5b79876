"""The rows below a head: what stands in which column, merged, repeated or blank below.

In: a head, and row after row. Out: for each row the cells of its columns; and its indicators.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from perfspec.importing import FoundIndicator, Use, Value
from perfspec.importing.tables import classes, targets
from perfspec.importing.tables.building import Building, is_placeholder, put, taken
from perfspec.importing.tables.classes import Class
from perfspec.importing.tables.grid import Box, Row, key
from perfspec.importing.tables.heads import Column, Head
from perfspec.importing.tables.labels import plain
from perfspec.importing.tables.roles import Role

_SECOND = re.compile(
    r"数量|质量|时效|成本|经济|社会|生态|环境|可持续|服务对象|受益|满意度指标|效果"
)
_FIRST = frozenset(
    [
        "产出指标",
        "效益指标",
        "满意度指标",
        "成本指标",
        "效果指标",
        "产出",
        "效益",
        "满意度",
        "项目完成",
        "项目效益",
        "过程指标",
    ]
)
_SUMS = frozenset({"总分", "合计", "总计", "总得分", "自评总分"})
_CLASSES = frozenset({None, Role.FIRST, Role.SECOND, Role.SIDE})
Boxes = tuple[Box, ...]
Cells = Sequence[tuple[Column, Boxes]]


@dataclass(slots=True, kw_only=True)
class Body:
    """The rows below a head, so far; `shown` is what a wide table says of the last project."""

    head: Head
    is_medium: bool = False
    cover: list[Boxes] = field(default_factory=list)
    first: Class = field(default_factory=Class)
    second: Class = field(default_factory=Class)
    shared: dict[int, tuple[Box, Value]] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)


def cells(body: Body, row: Row) -> tuple[list[Boxes], list[Box]]:
    """Return the cells of each column in a row, merged ones too, and those beside the columns."""
    if not body.head.is_certain:
        return _by_place(body, row)
    columns = body.head.columns
    body.cover = body.cover or [()] * len(columns)
    starts = [column.start for column in columns]
    here: dict[int, list[Box]] = {}
    beside = []
    for box in row.boxes:
        # The first column that the cell is over; it may begin left of it.
        n = max(bisect_right(starts, box.column) - 1, 0)
        if box.column >= columns[n].end:
            n += 1
        if n == len(columns) or box.end <= starts[n]:
            beside.append(box)
            continue
        here.setdefault(n, []).append(box)
        for further in range(n + 1, bisect_left(starts, box.end)):
            here.setdefault(further, [])
    for n in range(len(columns)):
        if n in here:
            body.cover[n] = tuple(here[n])
        elif any(box.bottom <= row.number for box in body.cover[n]):
            body.cover[n] = ()
    return list(body.cover), beside


def indicators(project: Building, body: Body, row: Row, found: list[Boxes]) -> None:
    """Add the indicators of a row, one of the medium term and one of the year at most."""
    cells_ = list(zip(body.head.columns, found, strict=True))
    for column, boxes in cells_:
        if column.role is Role.FIRST:
            classes.carry(project, body.first, row, boxes)
            if any(box is body.first.box and box.row == row.number for box in boxes):
                classes.forget(project, body.second, body.first)
    is_said = [_indicator(project, body, row, cells_, is_medium=one) for one in (True, False)]
    for column, boxes in cells_:
        if column.role is Role.SECOND and not any(is_said):
            classes.carry(project, body.second, row, boxes)


def _indicator(project: Building, body: Body, row: Row, whole: Cells, *, is_medium: bool) -> bool:
    """Add the indicator of a term, if the row has one; tell whether it has."""
    terms = {None, is_medium}
    mine = [(c, boxes) for c, boxes in whole if c.role not in _CLASSES and c.is_medium in terms]
    own = [(column, boxes) for column, boxes in mine if column.is_medium is is_medium]
    if not own and body.is_medium is not is_medium:
        return False
    said = [box for _, boxes in (own or mine) for box in boxes if box.row == row.number]
    if all(is_placeholder(box.ink) for box in said):
        for box in said:
            project.used += box.ink.used(Use.EMPTY)
        return False
    names = {id(box) for column, boxes in mine if column.role is Role.NAME for box in boxes}
    if len(row.words) == 1 and len(mine) > 1 and id(row.words[0]) not in names:
        # One cell alone that is no name: nobody can say what it is of.
        return False
    for column, boxes in whole:
        if column.role is Role.SECOND and column.is_medium in terms:
            classes.carry(project, body.second, row, boxes)
    _add(project, body, row, mine, is_medium=is_medium)
    return True


def closed(project: Building, body: Body) -> None:
    """Say of classes without indicators that they are of the form only."""
    for one in (body.first, body.second):
        classes.drop(project, one)


def sums(project: Building, body: Body, row: Row) -> bool:
    """Put a row of sums into fields, each by its column; tell whether it is one."""
    first, *others = row.words
    if key(first.ink) not in _SUMS or not others:
        return False
    project.used += first.ink.used(Use.LABEL)
    for box in others:
        inside = [
            column.label for column in body.head.columns if column.start <= box.column < column.end
        ]
        name = " ".join([key(first.ink), *inside])
        put(project, project.fields, name, box.ink)
    return True


def _by_place(body: Body, row: Row) -> tuple[list[Boxes], list[Box]]:
    """Return the cells of a row that is as long as it is."""
    columns = body.head.columns
    last = columns[-1].end
    shift = max(last - len(row.boxes), 0) if row.boxes else 0
    if shift and row.boxes[0].is_empty:
        shift = 0
    elif shift:
        word = plain(row.boxes[0].ink.text)
        roles = {column.role: column.start for column in columns}
        if word in _FIRST and Role.FIRST in roles:
            shift = roles[Role.FIRST]
        elif (
            len(word) <= len("服务对象满意度指标") and _SECOND.search(word) and Role.SECOND in roles
        ):
            shift = min(shift, roles[Role.SECOND]) if word.endswith("指标") else shift
    found: list[Boxes] = [()] * len(columns)
    beside = []
    starts = {column.start: n for n, column in enumerate(columns)}
    for place, box in enumerate(row.boxes):
        n = starts.get(place + shift)
        if n is None:
            beside.append(box)
        else:
            found[n] = (box,)
    return found, beside


def _add(
    project: Building,
    body: Body,
    row: Row,
    cells: Cells,
    *,
    is_medium: bool,
) -> None:
    by_role: dict[Role, Value] = {}
    fields: dict[str, Value] = {}
    here = row.boxes[0].ink
    for column, boxes in cells:
        if column.role is None:
            continue
        values = [_shared(project, body, box) for box in boxes] or [
            Value(text="", at=here.at, stretches=())
        ]
        role = column.role
        if role in {Role.TARGET, Role.VALUE} and len(values) > 1:
            targets.split(by_role, values)
        elif (
            (role is Role.OP and values[0].text and not targets.is_op(values[0]))
            or role in {Role.FIELD, Role.BANDS}
            or role in by_role
        ):
            fields[_free(fields, column.label)] = values[0]
        else:
            by_role[role] = values[0]
    roles = {column.role for column in body.head.columns}
    indicator = FoundIndicator(
        at=here.at,
        first=classes.value(body.first, here) if Role.FIRST in roles else None,
        second=classes.value(body.second, here) if Role.SECOND in roles else None,
        name=by_role.get(Role.NAME),
        description=by_role.get(Role.DESCRIPTION),
        target=targets.target(by_role),
        basis=by_role.get(Role.BASIS),
        weight=by_role.get(Role.WEIGHT),
        reached=by_role.get(Role.REACHED),
        fields=fields,
    )
    (project.medium_indicators if is_medium else project.indicators).append(indicator)


def _free(fields: dict[str, Value], label: str) -> str:
    number, key_ = 1, label
    while key_ in fields:
        number += 1
        key_ = f"{label} {number}"
    return key_


def _shared(project: Building, body: Body, box: Box) -> Value:
    """Return the value of a cell, the same one on all rows of a merged cell."""
    if box.bottom - box.row == 1:
        return taken(project, box.ink)
    known = body.shared.get(id(box))
    if known is None:
        known = body.shared[id(box)] = box, taken(project, box.ink)
    return known[1]
