"""The rows of a table, from the first to the last: titles, labels, heads, indicators.

In: a grid. Out: what its rows say goes into the project that is being read.
"""

from perfspec.documents import Where
from perfspec.importing import Use
from perfspec.importing.tables import filling, wide
from perfspec.importing.tables.body import Body, cells, indicators, sums
from perfspec.importing.tables.building import Building, name
from perfspec.importing.tables.grid import Box, Grid, Row
from perfspec.importing.tables.heads import Head, head, moved
from perfspec.importing.tables.ink import Ink
from perfspec.importing.tables.inline import Pair, beginning
from perfspec.importing.tables.kinds import is_next, is_strange, kind
from perfspec.importing.tables.lexicon import Meaning, is_sure, meaning
from perfspec.importing.tables.pairs import upper
from perfspec.importing.tables.reading import Reading, above, begin, close, end, ensured, say
from perfspec.importing.tables.roles import Role
from perfspec.importing.tables.titles import heading, owner
from perfspec.importing.tables.upper import Upper

_AHEAD = 6  # rows in which a name follows
_STARTS = frozenset({Meaning.NAME, Meaning.CODE})
_SIDES = frozenset({Meaning.INDICATORS, Meaning.MEDIUM_INDICATORS})
_ENDS = frozenset(Meaning) - {Meaning.SOURCE, Meaning.DATE, Meaning.MONEY_UNIT, *_SIDES}
_WIDE_ENDS = _STARTS | {Meaning.GOALS, Meaning.MEDIUM_GOALS, Meaning.PURPOSE, Meaning.FIELD}


def read(reading: Reading, table: Grid, at: Where) -> None:
    """Read the rows of a table."""
    body = reading.body
    if body is not None:
        # Rows of the next page go on below the head of the last one.
        if table.is_certain and table.columns != reading.columns:
            body.head = moved(body.head, table.columns) or body.head
        is_alike = body.head.columns[-1].end == table.columns or table.columns == reading.columns
        if reading.is_fresh or (table.is_certain and not is_alike):
            end(reading)
        body.cover = []
        body.first.box = body.second.box = None
        body.shared.clear()
    reading.group = reading.group_box = None
    reading.columns = table.columns
    is_over = reading.body is None and not reading.is_fresh
    if is_over and reading.project and reading.project.indicators and is_strange(table):
        return
    index = 0
    while index < len(table.rows):
        index += _row(reading, table, index, at)


def _row(reading: Reading, table: Grid, index: int, at: Where) -> int:
    """Read a row, with those that belong to it; return how many."""
    row = table.rows[index]
    if not row.words:
        _blank(reading, table, row)
        return 1
    if (found := head(table, index)) and is_next(reading.body, found):
        _begin(reading, found, at)
        last = row.number + found.depth
        return sum(1 for one in table.rows[index : index + found.depth] if one.number < last)
    if _captions(reading, row):
        return 1
    if reading.body is not None:
        if not _ends(reading.body, row):
            _below(reading, reading.body, row)
            return 1
        if reading.project is not None and sums(reading.project, reading.body, row):
            return 1
        if _known(row.words[0]) in _ENDS:
            end(reading)
    if (
        reading.group_box is not None
        and row.number >= reading.group_box.bottom
        and table.is_certain
    ):
        _blank(reading, table, row)
    said = upper(table, index, reading.group_box, reading.group)
    _upper(reading, table, index, said, at)
    return said.rows


def _blank(reading: Reading, table: Grid, row: Row) -> None:
    """Take the empty cell beside the label of budget and purpose for an empty purpose."""
    box = reading.group_box
    if reading.project is None or box is None or reading.group is not Meaning.BUDGET:
        return
    if (table.is_certain and box.bottom - box.row > 1) or len(row.boxes) > 1:
        nothing = Ink(pieces=(), at=box.ink.at)
        reading.project.values.setdefault("purpose", nothing.value())
        reading.group = reading.group_box = None


def _captions(reading: Reading, row: Row) -> bool:
    """Take a row that has only a title or captions."""
    if len(row.words) > 3:  # noqa: PLR2004
        return False
    is_beside = reading.group_box is not None and reading.group_box.bottom > row.number
    if is_beside or row.boxes[0].is_empty or _known(row.words[0]):
        return False
    found = [heading(box.ink) for box in row.words]
    if found[0] is None and len(found) > 1 and found[1] is not None and found[1].money_unit:
        found[0] = owner(row.words[0].ink)
    lines = [one for one in found if one is not None]
    if len(lines) != len(found) or any(one.fields for one in lines):
        return False
    is_title = any(one.is_title for one in lines)
    if reading.body is not None and not (is_title and len(lines) == 1):
        # A unit beside the unit of money stands above a table: it ends the rows of the last one.
        if not any(one.unit_name for one in lines) or not any(one.money_unit for one in lines):
            return False
        is_title = True
    if is_title:
        end(reading)
    for one in lines:
        above(reading, one, is_inside=row.number > 0)
    return True


def _begin(reading: Reading, found: Head, at: Where) -> None:
    """Begin the rows below a head, or go on where the head is repeated."""
    last = reading.body
    names = any(one.title for one in reading.above if one.is_title and not one.is_again)
    medium = reading.group is Meaning.MEDIUM_INDICATORS
    if found.side and found.side.label:
        medium = meaning(found.side.label) is Meaning.MEDIUM_INDICATORS
    is_again = last is not None and last.head.keys == found.keys and last.is_medium is medium
    if is_again and last is not None and not (names and reading.is_fresh):
        reading.is_fresh = False
        for box in found.boxes + ((found.side,) if found.side else ()):
            reading.used += box.ink.used(Use.REPEATED)
        reading.body = Body(head=found, is_medium=medium, first=last.first, second=last.second)
        reading.body.shown = last.shown
        reading.body.first.box = reading.body.second.box = None
        say(reading)
        return
    end(reading)
    if found.is_wide:
        close(reading)
    else:
        project = ensured(reading, at)
        project.columns = project.columns or found.keys
    for box in found.boxes + ((found.side,) if found.side else ()):
        reading.used += box.ink.used(Use.LABEL)
    reading.body = Body(head=found, is_medium=medium)
    reading.kind = reading.kind or kind(found)


def _ends(body: Body, row: Row) -> bool:
    """Tell whether a row is below the indicators."""
    box = row.words[0]
    known = _known(box)
    if body.head.is_wide:
        return known in _WIDE_ENDS and box.column <= body.head.columns[0].start
    names = [column.start for column in body.head.columns if column.role is Role.NAME]
    first = min(names, default=body.head.columns[0].start)
    if known in _SIDES:
        return False
    if len(row.words) == 1 and known is None and box.label and box.label.key.endswith("指标"):
        return False
    if body.head.is_certain and any(one.column < first < one.end for one in row.boxes):
        # Cells across the columns are no indicator: signatures, totals, notes.
        return True
    if box.column < first and beginning(box.ink):
        return True
    is_left = box.column < first or box.column <= body.head.columns[0].start
    return known in _ENDS and is_left


def _below(reading: Reading, body: Body, row: Row) -> None:
    """Read a row of indicators."""
    found, beside = cells(body, row)
    _side(reading, body, row, found, beside)
    if body.head.is_wide:
        if not _project(reading, body, row, found):
            return
    elif len(row.words) == 1 and _known(row.words[0]) in _SIDES:
        body.is_medium = _known(row.words[0]) is Meaning.MEDIUM_INDICATORS
        reading.used += row.words[0].ink.used(Use.LABEL)
        return
    else:
        say(reading)
    if reading.project is not None:
        indicators(reading.project, body, row, found)


def _side(
    reading: Reading, body: Body, row: Row, found: list[tuple[Box, ...]], beside: list[Box]
) -> None:
    """Take labels and numbers beside the columns."""
    for box in beside:
        known = meaning(box.label) if box.label else None
        if known in _SIDES:
            body.is_medium = known is Meaning.MEDIUM_INDICATORS
            reading.used += box.ink.used(Use.LABEL)
    for column, boxes in zip(body.head.columns, found, strict=True):
        for box in boxes if column.role is Role.SIDE else ():
            if box.row == row.number and box.ink.text.isdigit():
                reading.used += box.ink.used(Use.FURNITURE)


def _project(reading: Reading, body: Body, row: Row, found: list[tuple[Box, ...]]) -> bool:
    """Begin or go on with the project of a row of a wide table; tell whether it has one."""
    last = reading.project
    this = wide.project(last, body, row, found)
    if this is not None and this is not last:
        begin(reading, this)
    return this is not None


def _known(box: Box) -> Meaning | None:
    return meaning(box.label) if box.label and is_sure(box.label) else None


def _upper(reading: Reading, table: Grid, index: int, said: Upper, at: Where) -> None:
    """Put the pairs of the upper half into the project that they begin or go on with."""
    reading.group, reading.group_box = said.group, said.group_box
    if not said.pairs:
        for box in said.labels:
            reading.used += box.ink.used(Use.LABEL)
        return
    if _is_new(reading.project, said.pairs, table, index):
        reading.is_fresh = True
    project = ensured(reading, at)
    for box in said.labels:
        if box.label:
            name(project, box.label, box.ink)
    for pair in said.pairs:
        filling.read(project, pair)


def _is_new(project: Building | None, pairs: list[Pair], table: Grid, index: int) -> bool:
    if project is None:
        return True
    for pair in pairs:
        if pair.meaning in _STARTS:
            old = project.values.get(str(pair.meaning))
            if old is not None:
                return old.text != pair.value.text
            if project.indicators and "name" not in project.values:
                return True
    if project.indicators and any(pair.label.printed in project.fields for pair in pairs):
        # A label that the project has before its indicators begins the next project.
        return True
    if not project.indicators or all(pair.meaning in {Meaning.FIELD, None} for pair in pairs):
        return False
    return any(
        _known(box) in _STARTS for row in table.rows[index : index + _AHEAD] for box in row.words
    )
