"""The heads over indicators: one row or several, with what each column means.

In: the rows of a grid and where to look. Out: a `Head` with its columns, or None.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from perfspec.importing.tables.grid import Box, Grid, Row
from perfspec.importing.tables.lexicon import Meaning, meaning
from perfspec.importing.tables.roles import BANDS, Role, below, is_medium, role

_MOST = 64  # columns
_DEEPEST = 3
_CLASSES = frozenset({Role.FIRST, Role.SECOND, Role.NAME, Role.CONTENT})
_OTHERS = frozenset(Role) - {Role.SIDE, Role.UNIT, Role.FIELD, Role.FIRST}
_SIDES = frozenset({Meaning.INDICATORS, Meaning.MEDIUM_INDICATORS})
_PARTED = frozenset({Role.TARGET, Role.BANDS, Role.REACHED, Role.FIELD})
_FEWEST = 2  # labels of a head


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: `role` says what of an indicator stands in it, `meaning` what of a project."""

    start: int
    end: int
    label: str
    role: Role | None = None
    meaning: Meaning | None = None
    is_medium: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The columns from left to right; `side` is a label beside head and rows."""

    columns: tuple[Column, ...]
    boxes: tuple[Box, ...]
    depth: int
    is_certain: bool
    side: Box | None = None

    @property
    def is_wide(self) -> bool:
        """Tell whether projects have columns too."""
        return any(column.meaning in {Meaning.NAME, Meaning.CODE} for column in self.columns)

    @property
    def keys(self) -> tuple[str, ...]:
        """The labels, to find the head again on the next page."""
        return tuple(column.label for column in self.columns)


def head(grid: Grid, index: int) -> Head | None:
    """Return the head that begins in a row."""
    words = grid.rows[index].words
    if not _FEWEST <= len(words) <= _MOST or any(box.label is None for box in words):
        return None
    side = _side(words)
    words = words[1:] if side else words
    if not (_is_head(words) or _is_list(grid, index, words)):
        return None
    rows = grid.rows[index + 1 : index + _DEEPEST]
    depth = _depth(grid, index, words)
    subs = [box for row in rows if row.number < words[0].row + depth for box in row.words]
    if any(box.label is None for box in subs):
        return None
    columns = _columns(grid.rows[index].boxes, words, subs, is_certain=grid.is_certain)
    return Head(
        columns=_settled(columns),
        boxes=(*words, *subs),
        depth=depth,
        is_certain=grid.is_certain,
        side=side,
    )


def moved(head: Head, columns: int) -> Head | None:
    """Return a head for rows that go on in a table without the columns of the upper half."""
    first = columns - len(head.columns)
    if first not in {0, 1} or (first == 1 and head.side is None):
        return None
    places = tuple(
        replace(column, start=first + n, end=first + n + 1) for n, column in enumerate(head.columns)
    )
    return replace(head, columns=places)


def _roles(boxes: Sequence[Box]) -> list[Role]:
    return [known for box in boxes if box.label and (known := role(box.label))]


def _is_head(words: Sequence[Box]) -> bool:
    roles = _roles(words)
    known = [box for box in words if box.label and (role(box.label) or meaning(box.label))]
    classes = [one for one in roles if one in _CLASSES]
    others = [one for one in roles if one in _OTHERS - _CLASSES]
    # Words of heads may stand in a row of indicators too, but hardly in most of its cells.
    return bool(classes) and len(classes) + len(others) > 1 and len(known) * 2 > len(words)


def _is_list(grid: Grid, index: int, words: Sequence[Box]) -> bool:
    """Tell whether labels of projects stand over a list of them."""
    meanings = [meaning(box.label) for box in words if box.label]
    if Meaning.NAME not in meanings or len(words) <= _FEWEST or None in meanings:
        return False
    if len(words) != len(grid.rows[index].boxes) or index + 1 == len(grid.rows):
        return False
    following = grid.rows[index + 1].words
    return bool(following) and not any(box.label and meaning(box.label) for box in following)


def _side(words: Sequence[Box]) -> Box | None:
    first, *rest = words
    if first.label is None or not {Role.FIRST, Role.SECOND, Role.NAME} & set(_roles(rest)):
        return None
    return first if meaning(first.label) in _SIDES else None


def _depth(grid: Grid, index: int, words: Sequence[Box]) -> int:
    number = grid.rows[index].number
    heights = {box.bottom - number for box in words}
    if max(heights) > 1:
        return min(max(heights), _DEEPEST)
    if index + 1 == len(grid.rows) or not (subs := grid.rows[index + 1].words):
        return 1
    if any(box.label is None for box in subs):
        return 1
    if all(box.label and role(box.label) in BANDS for box in subs) and len(subs) > 1:
        return 2
    if not grid.is_certain:
        return 2 if _parted(grid.rows[index], grid.rows[index + 1]) else 1
    wide = [box for box in words if box.end - box.column > 1]
    inside = all(any(box.column <= sub.column < box.end for box in wide) for sub in subs)
    is_sub = bool(wide) and inside and bool(_roles(subs))
    return 2 if is_sub and not any(box.label and meaning(box.label) for box in subs[:1]) else 1


def _parted(row: Row, following: Row) -> Box | None:
    """Return the label that the next row parts, where merged cells are only empty ones."""
    subs = following.words
    if len(subs) < _FEWEST or following.boxes[0].column == subs[0].column:
        return None
    if subs[-1].column - subs[0].column != len(subs) - 1:
        return None
    for box in row.boxes:
        if box.column == subs[0].column and box.label:
            return box if role(box.label) in _PARTED else None
    return None


def _columns(
    boxes: Sequence[Box], words: Sequence[Box], subs: Sequence[Box], *, is_certain: bool
) -> list[Column]:
    columns = []
    shift = 0
    for box in boxes:
        if box not in words or box.label is None:
            continue
        known = role(box.label)
        if is_certain:
            under = [sub for sub in subs if box.column <= sub.column < box.end]
        else:
            is_parted = (
                bool(subs) and not shift and (known is Role.BANDS or box.column == subs[0].column)
            )
            under = list(subs) if is_parted else []
        # In a head of three rows only the lowest labels are over columns.
        under = [sub for sub in under if not any(sub.row < x.row and _over(sub, x) for x in under)]
        if not under:
            columns.append(_column(box, known, box.column + shift, box.end + shift))
            continue
        for number, sub in enumerate(under):
            start = sub.column if is_certain else box.column + number
            end = sub.end if is_certain else start + 1
            found = below(known or Role.FIELD, sub.label) if sub.label else Role.FIELD
            column = _column(sub, found, start, end)
            medium = is_medium(box.label) or None
            columns.append(replace(column, is_medium=column.is_medium or medium))
        shift += 0 if is_certain else len(under) - 1
    return columns


def _over(upper: Box, lower: Box) -> bool:
    return upper.column <= lower.column < upper.end


def _column(box: Box, known: Role | None, start: int, end: int) -> Column:
    assert box.label is not None  # noqa: S101 — heads have labels only
    medium = is_medium(box.label) or None
    return Column(
        start=start,
        end=end,
        label=box.label.printed,
        role=known,
        meaning=meaning(box.label),
        is_medium=medium,
    )


def _settled(columns: list[Column]) -> tuple[Column, ...]:
    """Return the columns, each with a role or a meaning, and names apart from descriptions."""
    first = next((n for n, column in enumerate(columns) if column.role in _CLASSES), len(columns))
    roles = {column.role for column in columns}
    wide = any(column.meaning in {Meaning.NAME, Meaning.CODE} for column in columns[:first])
    settled: list[Column] = []
    for number, column in enumerate(columns):
        if wide and number < first:
            known = Role.SIDE if column.role is Role.SIDE else None
            settled.append(replace(column, role=known, meaning=column.meaning or Meaning.FIELD))
            continue
        known = column.role or Role.FIELD
        if known is Role.CONTENT:
            known = Role.DESCRIPTION if Role.NAME in roles else Role.NAME
            roles.add(known)
            if known is Role.DESCRIPTION and Role.DESCRIPTION in {one.role for one in settled}:
                known = Role.FIELD
        if known is Role.TARGET and roles & {Role.OP, Role.UNIT, Role.VALUE}:
            known = Role.VALUE
        settled.append(replace(column, role=known, meaning=None))
    return _by_terms(settled)


def _by_terms(columns: list[Column]) -> tuple[Column, ...]:
    """Return the columns with medium term and year apart, where both stand side by side."""
    if not any(column.is_medium for column in columns):
        names = [n for n, column in enumerate(columns) if column.role is Role.NAME]
        if len(names) > 1:
            # 二级指标 三级指标 指标值 stand there twice, the medium term before the year.
            start = names[1] - (columns[names[1] - 1].role is Role.SECOND)
            columns = [
                replace(column, is_medium=number < start if column.role is not Role.FIRST else None)
                for number, column in enumerate(columns)
            ]
        return tuple(columns)
    twice = {column.role for column in columns if column.is_medium}
    return tuple(
        replace(column, is_medium=False)
        if column.role in twice and not column.is_medium and column.role is not Role.FIRST
        else column
        for column in columns
    )
