"""What of two sides belongs together so far: the board on which the steps of matching play.

Things are known by their positions here, in the order of their ids: so the order of rows in the
filings does not count.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic

from perfspec.compare.lineage import Decision
from perfspec.compare.pairs import How, Matching, Pair, Proposal, Relation, T
from perfspec.messages import Message, message

Key = Hashable | None


@dataclass(slots=True, kw_only=True)
class Board(Generic[T]):
    """Two sides, in the order of their ids, and what was found out; `apart` is for good."""

    old: tuple[T, ...]
    new: tuple[T, ...]
    ids: tuple[tuple[str, ...], tuple[str, ...]]
    free_old: set[int] = field(default_factory=set)
    free_new: set[int] = field(default_factory=set)
    apart: set[tuple[int, int]] = field(default_factory=set)
    pairs: dict[int, Pair[T]] = field(default_factory=dict)
    partner: dict[int, int] = field(default_factory=dict)
    proposals: list[Proposal[T]] = field(default_factory=list)
    confirmed: list[Proposal[T]] = field(default_factory=list)

    def are_free(self, i: int, j: int) -> bool:
        """Tell whether two things may still be joined."""
        return i in self.free_old and j in self.free_new and (i, j) not in self.apart

    def pair(self, i: int, j: int, how: How, likeness: int, *reasons: Message) -> None:
        """Join two things."""
        self._take((i,), (j,))
        self.partner[i] = j
        self.pairs[j] = Pair(
            old=self.old[i], new=self.new[j], how=how, likeness=_per_cent(likeness), reasons=reasons
        )

    def propose(
        self, relation: Relation, old: Sequence[int], new: Sequence[int], likeness: int,
        reasons: Iterable[Message],
    ) -> None:  # fmt: skip
        """Propose that things belong together; they are free no more."""
        self._take(old, new)
        self.proposals.append(self._proposal(relation, old, new, likeness, tuple(reasons)))

    def _proposal(
        self, relation: Relation, old: Sequence[int], new: Sequence[int], likeness: int,
        reasons: tuple[Message, ...],
    ) -> Proposal[T]:  # fmt: skip
        return Proposal(
            relation=relation,
            old=tuple(self.old[i] for i in old),
            new=tuple(self.new[j] for j in new),
            likeness=_per_cent(likeness),
            reasons=reasons,
        )

    def _take(self, old: Iterable[int], new: Iterable[int]) -> None:
        self.free_old.difference_update(old)
        self.free_new.difference_update(new)

    def decide(self, decisions: Iterable[Decision]) -> None:
        """Do what a person decided; ids that a side does not have are passed over."""
        olds, news = ({id_: at for at, id_ in enumerate(ids)} for ids in self.ids)
        # What is the same may be a part of a split as well.
        for one in sorted(decisions, key=lambda said: said.relation is not Relation.SAME):
            old = [olds[id_] for id_ in one.old if id_ in olds]
            new = [news[id_] for id_ in one.new if id_ in news]
            if one.relation is Relation.DIFFERENT:
                self.apart.update((i, j) for i in old for j in new)
            elif old and new and one.relation is Relation.SAME:
                if self.are_free(old[0], new[0]):
                    self.pair(old[0], new[0], How.LINEAGE, 100, _recorded(one))
            elif old and new:
                self._take(old, new)
                self.confirmed.append(
                    self._proposal(one.relation, old, new, 100, (_recorded(one),))
                )

    def unique(self, old_keys: Sequence[Key], new_keys: Sequence[Key]) -> Iterator[tuple[int, int]]:
        """Yield the free things whose key no other free thing of their side has, None left out."""
        olds, news = _by_key(self.free_old, old_keys), _by_key(self.free_new, new_keys)
        for key, (i, *others) in olds.items():
            found = news.get(key, [])
            if not others and len(found) == 1 and (i, found[0]) not in self.apart:
                yield i, found[0]

    def twins(self, old_keys: Sequence[Key], new_keys: Sequence[Key]) -> Iterator[tuple[int, int]]:
        """Yield free things that are equal in all, so that it does not matter which goes where."""
        news = _by_key(self.free_new, new_keys)
        for key, found in _by_key(self.free_old, old_keys).items():
            for pair in zip(found, news.get(key, []), strict=False):
                if pair not in self.apart:
                    yield pair

    def matching(self, old: Sequence[T], new: Sequence[T]) -> Matching[T]:
        """Return what was found, in the order of the sides `old` and `new`."""
        left = {id(self.old[i]) for i in self.free_old}
        came = {id(self.new[j]) for j in self.free_new}
        pairs = {id(pair.new): pair for pair in self.pairs.values()}
        places = [{id(one): at for at, one in enumerate(side)} for side in (old, new)]
        return Matching(
            pairs=tuple(pairs[id(one)] for one in new if id(one) in pairs),
            proposals=_ordered(self.proposals, *places),
            confirmed=_ordered(self.confirmed, *places),
            dropped=tuple(one for one in old if id(one) in left),
            added=tuple(one for one in new if id(one) in came),
        )


def of_sides(old: Sequence[T], new: Sequence[T], id_of: Callable[[T], str]) -> Board[T]:
    """Return the board for two sides, on which all is free."""
    sides = tuple(sorted(old, key=id_of)), tuple(sorted(new, key=id_of))
    return Board(
        old=sides[0],
        new=sides[1],
        ids=(tuple(map(id_of, sides[0])), tuple(map(id_of, sides[1]))),
        free_old=set(range(len(old))),
        free_new=set(range(len(new))),
    )


def _by_key(free: set[int], keys: Sequence[Key]) -> dict[Key, list[int]]:
    found: dict[Key, list[int]] = {}
    for at in sorted(free):
        if keys[at] is not None:
            found.setdefault(keys[at], []).append(at)
    return found


def _ordered(
    proposals: list[Proposal[T]], old: Mapping[int, int], new: Mapping[int, int]
) -> tuple[Proposal[T], ...]:
    """Return `proposals`, and the things in each, in the order of the newer side first."""
    sorted_inside = (
        replace(
            one,
            old=tuple(sorted(one.old, key=lambda thing: old[id(thing)])),
            new=tuple(sorted(one.new, key=lambda thing: new[id(thing)])),
        )
        for one in proposals
    )
    return tuple(sorted(sorted_inside, key=lambda one: (new[id(one.new[0])], old[id(one.old[0])])))


def _per_cent(likeness: int) -> int:
    return max(0, min(100, likeness))


def _recorded(one: Decision) -> Message:
    if one.note:
        return message("recorded in lineage.yaml: {note}", note=one.note)
    return message("recorded in lineage.yaml")
