"""Which things of two sequences are the same, so that they can be compared: in order, none twice.

Method: first what is equal by the first key, as much as is in the same order (the fewest deletions
and insertions); between these by the next key; last by likeness, where a stretch is small enough:
as much likeness as order permits. Likeness is the share of pairs of neighbouring words that both
have, of those of the longer one; three tenths are the least. Chinese texts share single signs
whatever they say.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from perfspec.compare.alignment import Span, numbered, spans

_T = TypeVar("_T")
_Weighed = tuple[Hashable, Counter[tuple[str, ...]]]
Key = Callable[[_T], Hashable | None]

# Stretches of more pairs than this are told as gone and new.
_MOST_PAIRS = 2_500
# So many words tell whether two texts are alike.
_MOST_WORDS = 1_000
_LEAST = 300


def paired(
    old: Sequence[_T],
    new: Sequence[_T],
    kind: Callable[[_T], Hashable],
    keys: Sequence[Key[_T]],
    words: Callable[[_T], Sequence[str]],
) -> Iterator[tuple[_T | None, _T | None]]:
    """Yield all things of both, those that are the same together; what is gone stands first.

    Two things are the same only if they are of one `kind`. A key that is None is equal to nothing.
    """
    gaps = [Span(0, len(old), 0, len(new))]
    found: list[tuple[int, int]] = []
    for key in keys:
        left: list[Span] = []
        for gap in gaps:
            first = _numbers(old[gap.old_start : gap.old_end], kind, key, "old")
            second = _numbers(new[gap.new_start : gap.new_end], kind, key, "new")
            left += _split(gap, spans(*numbered(first, second)), found)
        gaps = left
    for gap in gaps:
        found += _alike(old, new, gap, kind, words)
    yield from _merged(old, new, sorted(found))


def _numbers(
    things: Sequence[_T], kind: Callable[[_T], Hashable], key: Key[_T], side: str
) -> list[Hashable]:
    keyed = ((number, key(one), one) for number, one in enumerate(things))
    return [(side, number) if name is None else (kind(one), name) for number, name, one in keyed]


def _split(gap: Span, differing: list[Span], found: list[tuple[int, int]]) -> Iterator[Span]:
    """Add what is equal in a gap to `found`, and yield what differs."""
    old, new = 0, 0
    size = gap.old_end - gap.old_start
    new_size = gap.new_end - gap.new_start
    for span in (*differing, Span(size, size, new_size, new_size)):
        found += (
            (gap.old_start + old + n, gap.new_start + new + n) for n in range(span.old_start - old)
        )
        if span.old_start < span.old_end and span.new_start < span.new_end:
            yield Span(
                gap.old_start + span.old_start,
                gap.old_start + span.old_end,
                gap.new_start + span.new_start,
                gap.new_start + span.new_end,
            )
        old, new = span.old_end, span.new_end


def _alike(
    old: Sequence[_T],
    new: Sequence[_T],
    gap: Span,
    kind: Callable[[_T], Hashable],
    words: Callable[[_T], Sequence[str]],
) -> list[tuple[int, int]]:
    """Return the pairs of a gap that are alike, by the greatest sum of likeness in order."""
    rows, columns = gap.old_end - gap.old_start, gap.new_end - gap.new_start
    if rows * columns > _MOST_PAIRS:
        return []
    first, second = (
        [(kind(one), _neighbours(words(one)[:_MOST_WORDS])) for one in things]
        for things in (old[gap.old_start : gap.old_end], new[gap.new_start : gap.new_end])
    )
    likeness = [[_likeness(one, other) for other in second] for one in first]
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            both = likeness[row][column] + best[row + 1][column + 1]
            best[row][column] = max(both, best[row + 1][column], best[row][column + 1])
    pairs: list[tuple[int, int]] = []
    row = column = 0
    while row < rows and column < columns:
        like = likeness[row][column]
        if like and best[row][column] == like + best[row + 1][column + 1]:
            pairs.append((gap.old_start + row, gap.new_start + column))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return pairs


def _neighbours(words: Sequence[str]) -> Counter[tuple[str, ...]]:
    """Return the pairs of neighbouring words; a word alone is one."""
    return Counter(pairwise(words) if len(words) > 1 else [tuple(words)])


def _likeness(one: _Weighed, other: _Weighed) -> int:
    """Return the share of words that both have, in thousandths; 0 where they are not alike."""
    if one[0] != other[0]:
        return 0
    longer = max(one[1].total(), other[1].total())
    share = 1000 * (one[1] & other[1]).total() // longer
    return share if share >= _LEAST else 0


def _merged(
    old: Sequence[_T], new: Sequence[_T], found: Sequence[tuple[int, int]]
) -> Iterator[tuple[_T | None, _T | None]]:
    at_old = at_new = 0
    for first, second in (*found, (len(old), len(new))):
        for one in old[at_old:first]:
            yield one, None
        for other in new[at_new:second]:
            yield None, other
        if first < len(old):
            yield old[first], new[second]
        at_old, at_new = first + 1, second + 1
