"""Which stretches of two sequences differ: the fewest insertions and deletions.

In: two sequences of numbers. Out: ranges that differ, in order; what lies between them is equal.
Where a table of both lengths would be too large, what stands once on each side, in the same
order, holds the sequences together (patience diff), and what lies between two of these and is
still too large differs as a whole. So time and memory grow with the lengths, not their product.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

_MOST = 10**8  # cells of a table: a bit each


class Span(NamedTuple):
    """A stretch of the older sequence and the one of the newer that stands in its place."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def numbered(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[list[int], list[int]]:
    """Return both sequences with a number for each thing, the same for equal ones."""
    numbers: dict[Hashable, int] = {}
    first, second = (
        [numbers.setdefault(one, len(numbers)) for one in sequence] for sequence in (old, new)
    )
    return first, second


def is_small(old: int, new: int) -> bool:
    """Tell whether sequences of these lengths can be compared in full."""
    return old * new <= _MOST


def spans(old: Sequence[int], new: Sequence[int]) -> list[Span]:
    """Return the stretches in which `old` and `new` differ."""
    start = _common(old, new)
    shorter = min(len(old), len(new))
    end = min(_common(old[::-1], new[::-1]), shorter - start)
    whole = Span(start, len(old) - end, start, len(new) - end)
    return list(_inside(old, new, whole))


def _common(old: Sequence[int], new: Sequence[int]) -> int:
    return next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other),
        min(len(old), len(new)),
    )


def _inside(old: Sequence[int], new: Sequence[int], whole: Span) -> Iterator[Span]:
    if _fits(whole):
        yield from _aligned(old, new, whole)
        return
    gap = whole
    for before, after in _anchors(old, new, whole):
        part = Span(gap.old_start, before, gap.new_start, after)
        yield from _aligned(old, new, part) if _fits(part) else (part,)
        gap = Span(before + 1, whole.old_end, after + 1, whole.new_end)
    yield from _aligned(old, new, gap) if _fits(gap) else (gap,)


def _fits(span: Span) -> bool:
    return is_small(span.old_end - span.old_start, span.new_end - span.new_start)


def _aligned(old: Sequence[int], new: Sequence[int], span: Span) -> Iterator[Span]:
    """Yield the differences inside `span`, by a longest common subsequence."""
    first, second = old[span.old_start : span.old_end], new[span.new_start : span.new_end]
    before, after = span.old_start, span.new_start
    # The last block has no length and stands behind both ends.
    for block in LCSseq.editops(first, second).as_matching_blocks():
        at_old, at_new = span.old_start + block.a, span.new_start + block.b
        if (before, after) != (at_old, at_new):
            yield Span(before, at_old, after, at_new)
        before, after = at_old + block.size, at_new + block.size


def _anchors(old: Sequence[int], new: Sequence[int], whole: Span) -> list[tuple[int, int]]:
    """Return where things stand that both have once, as many as are in the same order."""
    first = Counter(old[whole.old_start : whole.old_end])
    second = Counter(new[whole.new_start : whole.new_end])
    where = {new[at]: at for at in range(whole.new_start, whole.new_end) if second[new[at]] == 1}
    places = [
        (at, where[old[at]])
        for at in range(whole.old_start, whole.old_end)
        if first[old[at]] == 1 and old[at] in where
    ]
    return [places[at] for at in _rising([place for _, place in places])]


def _rising(numbers: list[int]) -> list[int]:
    """Return the indexes of a longest rising subsequence (patience sorting)."""
    piles: list[int] = []
    tops: list[int] = []
    below: list[int] = []
    for at, number in enumerate(numbers):
        pile = bisect_left(piles, number)
        below.append(tops[pile - 1] if pile else -1)
        piles[pile : pile + 1] = [number]
        tops[pile : pile + 1] = [at]
    found: list[int] = []
    at = tops[-1] if tops else -1
    while at >= 0:
        found.append(at)
        at = below[at]
    return found[::-1]
