"""The order in which reports show what belongs together: that of the newer filing.

In: both sides of a matching, and the matching. Out: its parts, what was dropped where it stood.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic

from perfspec.compare.pairs import Matching, Pair, Proposal, T
from perfspec.model import Indicator, Project, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Added(Generic[T]):
    """A thing that only the newer side has."""

    new: T


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped(Generic[T]):
    """A thing that only the older side has."""

    old: T


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Generic[T]):
    """A proposal that nobody has decided, or with `confirmed` a split or merge that somebody did.

    It stands where the first of its newer things stands.
    """

    proposal: Proposal[T]
    confirmed: bool


Part = Pair[T] | Added[T] | Dropped[T] | Open[T]


def ordered(old: Sequence[T], new: Sequence[T], matching: Matching[T]) -> Iterator[Part[T]]:
    """Yield each part of `matching` once; `old` and `new` are the things of both sides in order."""
    pairs = {key(pair.new): pair for pair in matching.pairs}
    added = {key(one) for one in matching.added}
    open_ = _open(matching)
    behind = _behind(old, matching)
    for lost in behind.pop(None, ()):
        yield Dropped(old=lost)
    for one in new:
        name = key(one)
        yield from open_.pop(name, ())
        if name in pairs:
            yield pairs.pop(name)
        elif name in added:
            yield Added(new=one)
        for lost in behind.pop(name, ()):
            yield Dropped(old=lost)
    for left in open_.values():  # a proposal without newer things: nothing is to be lost
        yield from left


def key(one: Unit | Project | Indicator) -> str:
    """Return what a thing is known by on its own side: the code of a unit, else the id."""
    return one.code if isinstance(one, Unit) else one.id


def _open(matching: Matching[T]) -> dict[str, list[Open[T]]]:
    """Return what is proposed and confirmed, by the first newer thing of each."""
    found: dict[str, list[Open[T]]] = {}
    for confirmed, proposals in ((False, matching.proposals), (True, matching.confirmed)):
        for one in proposals:
            first = key(one.new[0]) if one.new else ""
            found.setdefault(first, []).append(Open(proposal=one, confirmed=confirmed))
    return found


def _behind(old: Sequence[T], matching: Matching[T]) -> dict[str | None, list[T]]:
    """Return the dropped things, by the newer thing that they stood behind."""
    partner = {key(pair.old): key(pair.new) for pair in matching.pairs}
    dropped = {key(one) for one in matching.dropped}
    found: dict[str | None, list[T]] = {}
    before: str | None = None
    for one in old:
        if key(one) in dropped:
            found.setdefault(before, []).append(one)
        before = partner.get(key(one), before)
    return found
