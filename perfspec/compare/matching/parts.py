"""Splits and merges: one thing of a side that several of the other side may be made of.

In: a board with facts of both sides. Out: proposals on it. Two of three have to speak for one: the
names hold each other, the budgets add up, the indicators of the whole are found in the parts. Where
nothing but names is known, names are enough. A split seen from the newer side is a merge, so the
same search is made from both sides.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from rapidfuzz.distance import LCSseq

from perfspec.compare.matching import names
from perfspec.compare.matching.board import Board
from perfspec.compare.matching.candidates import near
from perfspec.compare.matching.facts import ProjectFacts, UnitFacts
from perfspec.compare.pairs import How, Relation, T
from perfspec.messages import Message, message

_MOST = 6  # parts of one whole that are weighed
_FEW = 3  # indicators that are enough to speak for anything
_LEAST, _NAMES, _BUDGETS, _ROWS = 40, 22, 22, 14
_WITHIN, _FAR = 3, 25  # per cent by which parts may miss the whole
_EXACT = (How.ID, How.CODE, How.NAME)

_Facts = ProjectFacts | UnitFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class _Whole:
    """A thing and its parts, by their positions, and what speaks for it."""

    whole: int
    parts: tuple[int, ...]
    score: int
    reasons: tuple[Message, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """Both sides, seen from the one that may have wholes; `kept` is the part that took over."""

    relation: Relation
    wholes: Sequence[_Facts]
    parts: Sequence[_Facts]
    free_wholes: set[int]
    free_parts: set[int]
    kept: Mapping[int, int]
    groups: tuple[Sequence[str], Sequence[str]]

    def sides(self, one: _Whole) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the older and the newer things of `one`."""
        split = self.relation is Relation.SPLIT
        return ((one.whole,), one.parts) if split else (one.parts, (one.whole,))

    def is_open(self, one: _Whole) -> bool:
        """Tell whether nothing of `one` was taken meanwhile."""
        kept = self.kept.get(one.whole)
        rest = {part for part in one.parts if part != kept}
        return (one.whole in self.free_wholes or kept is not None) and rest <= self.free_parts


def propose_parts(
    table: Board[T],
    old: Sequence[_Facts],
    new: Sequence[_Facts],
    groups: tuple[Sequence[str], Sequence[str]],
) -> None:
    """Propose splits and merges of what is free, and of what a part kept the code or name of."""
    exact = {i: j for i, j in table.partner.items() if table.pairs[j].how in _EXACT}
    split = _View(
        relation=Relation.SPLIT, wholes=old, parts=new, kept=exact, groups=groups,
        free_wholes=table.free_old, free_parts=table.free_new,
    )  # fmt: skip
    merge = _View(
        relation=Relation.MERGED, wholes=new, parts=old, groups=(groups[1], groups[0]),
        kept={j: i for i, j in exact.items()},
        free_wholes=table.free_new, free_parts=table.free_old,
    )  # fmt: skip
    found = [(one, view) for view in (split, merge) for one in _search(view)]
    for one, view in sorted(found, key=lambda both: (-both[0].score, both[0].whole)):
        before, after = view.sides(one)
        if view.is_open(one) and not any((i, j) in table.apart for i in before for j in after):
            table.propose(view.relation, before, after, one.score, one.reasons)


def _search(view: _View) -> list[_Whole]:
    """Return what may be made of several parts, each group of things for itself."""
    tokens: dict[str, tuple[dict[int, frozenset[str]], dict[int, frozenset[str]]]] = {}
    for part in sorted(view.free_parts):
        inside = tokens.setdefault(view.groups[1][part], ({}, {}))
        inside[1][part] = view.parts[part].tokens
    for whole in sorted({*view.free_wholes, *view.kept}):
        if view.groups[0][whole] in tokens:
            tokens[view.groups[0][whole]][0][whole] = view.wholes[whole].tokens
    found: list[_Whole] = []
    for _, (some, others) in sorted(tokens.items()):
        around: dict[int, list[int]] = {}
        for whole, part in near(some, others):
            if _may_belong(view.wholes[whole], view.parts[part]):
                around.setdefault(whole, []).append(part)
        for whole, group in around.items():
            best = _best(whole, view, group[:_MOST])
            found += [best] if best else []
    return found


def _may_belong(whole: _Facts, part: _Facts) -> bool:
    return _hold(whole.name, part.name) or _shared(whole, [part]) >= _FEW


def _hold(whole: str, part: str) -> bool:
    """Tell whether one of two names has all characters of the other, but is longer."""
    one, two = names.reduced(whole).words, names.reduced(part).words
    short, long = sorted((one, two), key=len)
    return 1 < len(short) < len(long) and LCSseq.similarity(short, long) == len(short)


def _best(at: int, view: _View, group: list[int]) -> _Whole | None:
    """Return what `at` is most likely made of, the part that it kept always among it."""
    best: _Whole | None = None
    head = (view.kept[at],) if at in view.kept else ()
    for size in range(len(group), 1 - len(head), -1):
        for rest in combinations(group, size):
            chosen = (*head, *rest)
            parts = [view.parts[part] for part in chosen]
            score, reasons = _weigh(view.wholes[at], parts, is_kept=bool(head))
            if reasons and (best is None or score > best.score):
                best = _Whole(whole=at, parts=tuple(sorted(chosen)), score=score, reasons=reasons)
    return best


def _weigh(
    whole: _Facts, parts: Sequence[_Facts], *, is_kept: bool
) -> tuple[int, tuple[Message, ...]]:
    """Return the score of `parts`, and the reasons: none where too little speaks for them."""
    score, reasons = _LEAST, []
    if all(_hold(whole.name, part.name) or part.key == whole.key for part in parts):
        score += _NAMES
        reasons.append(message("the names hold each other"))
    total, amounts = _budget(whole), [_budget(part) for part in parts]
    known = [one for one in amounts if one is not None]
    if total is not None and len(known) == len(amounts):
        off, added = abs(sum(known) - total) * 100, sum(known)
        if off <= total * _WITHIN and all(known):
            score += _BUDGETS
            text = message(
                "the budgets of the parts add up: {parts} of {whole} yuan", parts=added, whole=total
            )
            reasons.append(text)
        elif is_kept or off > total * _FAR:
            return 0, ()
    elif is_kept:
        return 0, ()
    shared = _shared(whole, parts)
    many = shared >= _FEW and shared * 3 >= 2 * len(_rows(whole))
    if many or (shared and reasons):
        score += _ROWS
        reasons.append(message("{n} indicators of the whole are in the parts", n=shared))
    enough = len(reasons) > 1 or (score > _LEAST + _ROWS and not is_kept)
    return (score, tuple(reasons)) if enough else (0, ())


def _shared(whole: _Facts, parts: Sequence[_Facts]) -> int:
    """Return how many indicators of the whole the parts have, 0 where a part has none."""
    own = [_rows(whole) & _rows(part) for part in parts]
    return len(frozenset[str]().union(*own)) if all(own) else 0


def _rows(one: _Facts) -> frozenset[str]:
    return one.indicators if isinstance(one, ProjectFacts) else frozenset()


def _budget(one: _Facts) -> Decimal | None:
    return one.budget if isinstance(one, ProjectFacts) else None
