"""The texts of two years, what was kept of them, and whether they were only copied.

In: a comparison, or what became of a text. Out: the texts one by one; where a stretch of the newer
text stands in the older one; how much is the same, a year that went on with the filing included.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from perfspec.compare import Comparison, Edit, Piece, ProjectChange, TextChange
from perfspec.diagnostics import Place

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A text that stands in both years, and the project that it belongs to, if any."""

    change: TextChange
    old: str
    new: str
    old_at: Place
    new_at: Place
    project: ProjectChange | None = None


class Kept:
    """The stretches of a text that were kept; where one stands is looked up, not searched."""

    def __init__(self, one: Written) -> None:
        self._old_at = one.old_at
        self._starts: list[int] = []
        self._stretches: list[tuple[int, int]] = []  # where it ends, how far the older one is off
        old = new = 0
        for piece in one.change.pieces:
            length = len(piece.text)
            if piece.edit is Edit.KEPT:
                self._starts.append(new)
                self._stretches.append((new + length, old - new))
            old += length if piece.edit is not Edit.INSERTED else 0
            new += length if piece.edit is not Edit.DELETED else 0

    def before(self, start: int, end: int) -> Place | None:
        """Return where a stretch of the newer text stands in the older one, if it was kept."""
        at = bisect_right(self._starts, start) - 1
        if at < 0 or end > self._stretches[at][0]:
            return None
        off = self._stretches[at][1]
        return self._old_at.part(start + off, end + off)


def of_comparison(comparison: Comparison) -> Iterator[Written]:
    """Yield the texts that stand in both years: those of the filing, then project by project."""
    yield from _paired(comparison.texts, None)
    for change in comparison.changes:
        yield from of_project(change)


def at(comparison: Comparison, places: Collection[Place]) -> dict[Place, Written]:
    """Return the texts that stand in both years, and at one of `places` in the newer one."""
    if not places:
        return {}
    return {one.new_at: one for one in of_comparison(comparison) if one.new_at in places}


def of_project(change: ProjectChange) -> Iterator[Written]:
    """Yield the texts of a project and of its indicators that stand in both years."""
    yield from _paired(change.texts, change)
    yield from _paired(change.medium_term_goals, change)
    for table in (change.indicators, change.medium_term):
        for row in table.changes if table else ():
            yield from _paired(row.texts, change)


def _paired(changes: Iterable[TextChange], project: ProjectChange | None) -> Iterator[Written]:
    for one in changes:
        if one.old and one.new and one.old_at and one.new_at:
            yield Written(
                change=one,
                old=one.old,
                new=one.new,
                old_at=one.old_at,
                new_at=one.new_at,
                project=project,
            )


def is_copied(changes: Sequence[TextChange], years: int, limits: Mapping[str, int]) -> bool:
    """Tell whether texts have `characters` or more, `per_cent` or more of which is the same."""
    characters = sum(len(one.new or "") for one in changes)
    is_long = characters >= limits["characters"]
    return is_long and likeness(changes, years) >= limits["per_cent"]


def likeness(changes: Iterable[TextChange], years: int) -> int:
    """Return how much of texts is the same, from 0 to 100, rounded down.

    Twice the characters that were kept, in per cent of all of both years; a year that is later by
    `years` counts as kept.
    """
    same = both = 0
    for one in changes:
        same += sum(_same(one.pieces, years))
        both += len(one.old or "") + len(one.new or "")
    return 200 * same // both if both else 100


def _same(pieces: tuple[Piece, ...], years: int) -> Iterator[int]:
    for at, piece in enumerate(pieces):
        if piece.edit is Edit.KEPT:
            yield len(piece.text)
        elif piece.edit is Edit.DELETED and at + 1 < len(pieces):
            behind = pieces[at + 1]
            moved = behind.edit is Edit.INSERTED and _moved(piece.text, years) == behind.text
            yield len(piece.text) if moved else 0


def _moved(text: str, years: int) -> str:
    return _YEAR.sub(lambda found: str(int(found[0]) + years), text)
