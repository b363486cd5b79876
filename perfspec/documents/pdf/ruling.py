"""The cells that ruled lines make, and the tables that cells make.

In: the lines of a page. Out: tables of `Box`es, each with its place in the grid of its table. A
cell is a rectangle with lines on all sides; what is open on one side, or of another shape, is none.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from perfspec.documents.pdf.geometry import POINT, Rule

MAX_SLOTS = 400_000  # of the grid that all lines of a page make
_NEAR = 5 * POINT // 2  # lines that lie no further apart are one
_GAP = 2 * POINT  # what a line may leave open at a corner
_CELLS = 2  # a single box is a frame

Slot = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A cell: its place in the grid from 0, and its edges on the page."""

    row: int
    column: int
    height: int
    width: int
    left: int
    right: int
    bottom: int
    top: int


def tables(rules: Sequence[Rule]) -> list[list[Box]] | None:
    """Return the tables of a page from its top, None where the lines are too many for tables."""
    upright = [rule for rule in rules if not rule.is_level]
    level = [rule for rule in rules if rule.is_level]
    xs = _places(rule.at for rule in upright)
    ys = _places(rule.at for rule in level)
    if (len(xs) - 1) * (len(ys) - 1) > MAX_SLOTS:
        return None
    if len(xs) <= 1 or len(ys) <= 1:
        return []
    grid = _Grid(xs, ys)
    if not (grid.draw(upright, xs, ys) and grid.draw(level, ys, xs)):
        return None
    found = [_table(cells, xs, ys) for cells in _groups(list(grid.cells()))]
    return sorted((table for table in found if len(table) >= _CELLS), key=_from_top)


def _from_top(table: Sequence[Box]) -> tuple[int, int]:
    return -max(box.top for box in table), min(box.left for box in table)


def _places(found: Iterable[int]) -> list[int]:
    """Return the places of lines, each once, those that lie close together as one."""
    places: list[list[int]] = []
    for place in sorted(found):
        if places and place - places[-1][0] <= _NEAR:
            places[-1].append(place)
        else:
            places.append([place])
    return [(near[0] + near[-1]) // 2 for near in places]


def _nearest(places: Sequence[int], wanted: int) -> int:
    at = bisect_left(places, wanted)
    if at and (at == len(places) or wanted - places[at - 1] <= places[at] - wanted):
        return at - 1
    return at


@dataclass(frozen=True, slots=True)
class _Area:
    """A rectangle of slots: columns from the left, rows from the bottom, ends not included."""

    left: int
    right: int
    bottom: int
    top: int


class _Grid:
    """The slots between all lines of a page, and which edges of them are drawn."""

    def __init__(self, xs: Sequence[int], ys: Sequence[int]) -> None:
        self._wide, self._high = len(xs) - 1, len(ys) - 1
        self._upright = [bytearray(self._high) for _ in xs]
        self._level = [bytearray(self._wide) for _ in ys]

    def draw(self, rules: Sequence[Rule], across: Sequence[int], along: Sequence[int]) -> bool:
        """Mark the edges that lines draw; return False where they are too many."""
        steps = 0
        for rule in rules:
            edges = (self._level if rule.is_level else self._upright)[_nearest(across, rule.at)]
            first = bisect_left(along, rule.start - _NEAR)
            for at in range(first, len(along) - 1):
                if along[at + 1] > rule.end + _NEAR + _GAP:
                    break
                edges[at] = 1
                steps += 1
            if steps > 10 * MAX_SLOTS:
                return False
        return True

    def cells(self) -> Iterator[_Area]:
        """Yield the closed rectangles."""
        seen = [bytearray(self._wide) for _ in range(self._high)]
        for row in range(self._high):
            for column in range(self._wide):
                if not seen[row][column]:
                    area = self._flooded(column, row, seen)
                    if area is not None:
                        yield area

    def _flooded(self, column: int, row: int, seen: list[bytearray]) -> _Area | None:
        """Return the slots that no drawn edge parts, if they are a closed rectangle."""
        seen[row][column] = 1
        waiting: list[Slot] = [(column, row)]
        left = right = column
        bottom = top = row
        count, is_open = 0, False
        while waiting:
            column, row = waiting.pop()
            count += 1
            left, right = min(left, column), max(right, column)
            bottom, top = min(bottom, row), max(top, row)
            for x, y, edge in (
                (column - 1, row, self._upright[column][row]),
                (column + 1, row, self._upright[column + 1][row]),
                (column, row - 1, self._level[row][column]),
                (column, row + 1, self._level[row + 1][column]),
            ):
                if edge:
                    continue
                if not (0 <= x < self._wide and 0 <= y < self._high):
                    is_open = True
                elif not seen[y][x]:
                    seen[y][x] = 1
                    waiting.append((x, y))
        if is_open or count != (right - left + 1) * (top - bottom + 1):
            return None
        return _Area(left, right + 1, bottom, top + 1)


def _groups(areas: Sequence[_Area]) -> Iterator[list[_Area]]:
    """Yield the cells that touch one another."""
    owners: dict[Slot, int] = {}
    for number, area in enumerate(areas):
        for column in range(area.left, area.right):
            for row in range(area.bottom, area.top):
                owners[column, row] = number
    groups = list(range(len(areas)))

    def group(number: int) -> int:
        while groups[number] != number:
            groups[number] = groups[groups[number]]
            number = groups[number]
        return number

    for (column, row), number in owners.items():
        for other in ((column + 1, row), (column, row + 1)):
            if other in owners:
                groups[group(owners[other])] = group(number)
    found: dict[int, list[_Area]] = {}
    for number, area in enumerate(areas):
        found.setdefault(group(number), []).append(area)
    yield from found.values()


def _table(areas: Sequence[_Area], xs: Sequence[int], ys: Sequence[int]) -> list[Box]:
    """Return cells by rows from the top, in a grid of their own edges only."""
    columns = sorted({edge for area in areas for edge in (area.left, area.right)})
    rows = sorted({edge for area in areas for edge in (area.bottom, area.top)}, reverse=True)
    place_of_column = {edge: place for place, edge in enumerate(columns)}
    place_of_row = {edge: place for place, edge in enumerate(rows)}
    boxes = [
        Box(
            row=place_of_row[area.top],
            column=place_of_column[area.left],
            height=place_of_row[area.bottom] - place_of_row[area.top],
            width=place_of_column[area.right] - place_of_column[area.left],
            left=xs[area.left],
            right=xs[area.right],
            bottom=ys[area.bottom],
            top=ys[area.top],
        )
        for area in areas
    ]
    return sorted(boxes, key=lambda box: (box.row, box.column))
