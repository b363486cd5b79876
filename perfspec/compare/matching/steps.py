"""The steps of matching, the surest first; each takes what is still free on the board."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from perfspec.compare.matching import assignment, names, weighing
from perfspec.compare.matching.assignment import PROBABLE, Weight
from perfspec.compare.matching.board import Board, Key
from perfspec.compare.matching.candidates import near
from perfspec.compare.matching.facts import IndicatorFacts, ProjectFacts, UnitFacts
from perfspec.compare.matching.parts import propose_parts
from perfspec.compare.pairs import How, T
from perfspec.messages import Message, message
from perfspec.model import Indicator, Project, Unit

Facts = UnitFacts | ProjectFacts | IndicatorFacts
F = TypeVar("F", UnitFacts, ProjectFacts, IndicatorFacts)
Parents = tuple[Mapping[str, str], Mapping[str, str]]
Sides = tuple[Sequence[F], Sequence[F]]
Coded = tuple[Sequence[UnitFacts | ProjectFacts], Sequence[UnitFacts | ProjectFacts]]
Groups = tuple[Sequence[str], Sequence[str]]

# Where the names agree less than this, an equal code may be a slip of the pen.
_UNLIKE = 35
_OTHER_UNIT = 10  # what a move to another unit takes away


def by_ids(table: Board[T], old: Sequence[str | None], new: Sequence[str | None]) -> None:
    """Join things of equal ids, which mean the same; a name that says otherwise is told."""
    for i, j in list(table.unique(old, new)):
        alike = names.alike(table.old[i].name, table.new[j].name)
        reason = message("the ids are the same: {id}", id=old[i])
        table.pair(i, j, How.ID, alike.score, reason, alike.reason)


def units(table: Board[Unit], old: Sequence[UnitFacts], new: Sequence[UnitFacts]) -> None:
    """Join units by code, name and likeness; two that became one are proposed."""
    # A unit that is called otherwise after a reform is the one of its code.
    _by_codes(table, (old, new), [one.code for one in old], [one.code for one in new], least=0)
    _by_names(table, (old, new), [one.key or None for one in old], [one.key or None for one in new])
    groups = [""] * len(old), [""] * len(new)
    edges = _edges(table, (old, new), groups, weighing.units)
    assignment.settle(table, edges)
    propose_parts(table, old, new, groups)
    assignment.propose(table, edges)


def projects(
    table: Board[Project],
    old: Sequence[ProjectFacts],
    new: Sequence[ProjectFacts],
    parents: Parents,
) -> None:
    """Join projects by code, name and likeness inside a unit, and propose what may be one."""
    sides = old, new
    groups = (
        [parents[0].get(one.unit.code, "") for one in table.old],
        [parents[1].get(one.unit.code, "") for one in table.new],
    )
    codes = [one.code for one in old], [one.code for one in new]
    keys = [one.key or None for one in old], [one.key or None for one in new]
    _by_codes(table, sides, _inside(groups[0], codes[0]), _inside(groups[1], codes[1]))
    _by_codes(table, sides, *codes)
    inside = [_inside(group, key) for group, key in zip(groups, keys, strict=True)]
    _by_names(table, sides, *inside)
    _twins(table, sides)
    _by_names(table, sides, *inside)
    edges = _edges(table, sides, groups, weighing.projects)
    assignment.settle(table, edges)
    propose_parts(table, old, new, groups)
    assignment.propose(table, edges)
    # What went to another unit is found by all that it has, or not at all.
    across = {
        edge: _moved(weighing.projects(old[edge[0]], new[edge[1]]), table, edge)
        for edge in {*table.unique(*keys), *table.unique(*codes)}
    }
    assignment.propose(table, across)


def indicators(
    table: Board[Indicator], old: Sequence[IndicatorFacts], new: Sequence[IndicatorFacts]
) -> None:
    """Join indicators by name and likeness, those of one class first."""
    sides = old, new
    inside = [[(one.group, one.key) if one.key else None for one in side] for side in sides]
    _by_names(table, sides, *inside)
    _twins(table, sides)
    _by_names(table, sides, *inside)
    keys = [[one.key or None for one in side] for side in sides]
    for i, j in list(table.unique(*keys)):
        weight = weighing.indicators(old[i], new[j])
        if old[i].dimension is new[j].dimension:
            table.pair(i, j, How.NAME, weight.rank, *weight.reasons)
    edges = _edges(table, sides, ([""] * len(old), [""] * len(new)), weighing.indicators)
    assignment.settle(table, edges)
    assignment.propose(table, edges)


def _inside(groups: Sequence[str], keys: Sequence[str | None]) -> list[Key]:
    return [key and (group, key) for group, key in zip(groups, keys, strict=True)]


def _by_codes(
    table: Board[T], sides: Coded, old: Sequence[Key], new: Sequence[Key], least: int = _UNLIKE
) -> None:
    """Join things of one code, unless their names are less alike than `least`, or others'."""
    names_old = {sides[0][i].key for i in table.free_old}
    names_new = {sides[1][j].key for j in table.free_new}
    for i, j in list(table.unique(old, new)):
        one, other = sides[0][i], sides[1][j]
        alike = names.alike(one.name, other.name)
        elsewhere = one.key != other.key and (one.key in names_new or other.key in names_old)
        if alike.score >= least and not elsewhere:
            reason = weighing.same_code(one.written, other.written)
            table.pair(i, j, How.CODE, alike.score, reason, alike.reason)


def _by_names(table: Board[T], sides: Sides[F], old: Sequence[Key], new: Sequence[Key]) -> None:
    for i, j in list(table.unique(old, new)):
        one, other = sides[0][i], sides[1][j]
        table.pair(i, j, How.NAME, 100, _same_name(one.name, other.name), *_beside(one, other))


def _same_name(one: str, other: str) -> Message:
    if one == other:
        return message("the names are the same")
    return message("the names are the same but for year, amount, document number and signs")


def _beside(one: Facts, other: Facts) -> tuple[Message, ...]:
    """Return what is to be said beside names that are the same."""
    if isinstance(one, IndicatorFacts) or isinstance(other, IndicatorFacts):
        return (message("the class is the same"),)
    if not one.code or not other.code or one.code == other.code:
        return ()
    return (message("the codes are {old} and {new}", old=one.written, new=other.written),)


def _twins(table: Board[T], sides: Sides[F]) -> None:
    """Join what is the same in every respect, though it stands there more than once."""
    free = table.free_old, table.free_new
    contents = [
        [one.content if at in left else None for at, one in enumerate(side)]
        for side, left in zip(sides, free, strict=True)
    ]
    for i, j in list(table.twins(*contents)):
        table.pair(i, j, How.NAME, 100, message("they are the same in every respect"))


def _edges(
    table: Board[T], sides: Sides[F], groups: Groups, weigh: Callable[[F, F], Weight]
) -> dict[tuple[int, int], Weight]:
    """Return the weights of what is worth comparing among the free things of each group."""
    edges: dict[tuple[int, int], Weight] = {}
    by_group: dict[str, tuple[dict[int, frozenset[str]], dict[int, frozenset[str]]]] = {}
    for at, free in enumerate((table.free_old, table.free_new)):
        for index in sorted(free):
            found = by_group.setdefault(groups[at][index], ({}, {}))
            found[at][index] = sides[at][index].tokens
    for _, (old, new) in sorted(by_group.items()):
        for i, j in near(old, new):
            if table.are_free(i, j):
                edges[i, j] = weigh(sides[0][i], sides[1][j])
    return edges


def _moved(weight: Weight, table: Board[Project], edge: tuple[int, int]) -> Weight:
    before, after = table.old[edge[0]].unit, table.new[edge[1]].unit
    reason = message("the unit was {old} and is {new}", old=before.name, new=after.name)
    rank = max(PROBABLE, weight.rank - _OTHER_UNIT)
    return Weight(rank=rank, sure=False, reasons=(*weight.reasons, reason))
