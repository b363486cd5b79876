"""Which things of two sides are worth comparing: those that share rare pairs of characters.

No thing is compared with all others where there are many: an index from tokens to things is asked
for the rarest tokens first, and no further than a cap. Both sides ask, so that it does not matter
which is the older one.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

Tokens = Mapping[int, frozenset[str]]

_ALL = 900  # this many pairs are compared without asking the index
_MOST = 8  # things that one thing is compared with
_VISITED = 120  # things that are looked up for one thing
_LISTED = 64  # things that are looked up for one token
_RARE = 10**6  # what a token is worth that nothing else has


def pairs_of_characters(words: str) -> frozenset[str]:
    """Return the tokens of a name: each two characters that stand together."""
    if len(words) == 1:
        return frozenset(words)
    return frozenset(words[at : at + 2] for at in range(len(words) - 1))


def near(old: Tokens, new: Tokens) -> list[tuple[int, int]]:
    """Return the pairs of things, by position, that are worth comparing, in order."""
    if len(old) * len(new) <= _ALL:
        return sorted((i, j) for i in old for j in new)
    index, other = _index(old), _index(new)
    often = Counter({token: len(found) for token, found in index.items()})
    often.update({token: len(found) for token, found in other.items()})
    found = {(i, j) for i in sorted(old) for j in _nearest(i, old[i], other, often)}
    found |= {(i, j) for j in sorted(new) for i in _nearest(j, new[j], index, often)}
    return sorted(found)


def _index(things: Tokens) -> dict[str, list[int]]:
    index: dict[str, list[int]] = {}
    for at in sorted(things):
        for token in things[at]:
            index.setdefault(token, []).append(at)
    return index


def _nearest(
    own: int, tokens: frozenset[str], index: Mapping[str, Sequence[int]], often: Counter[str]
) -> list[int]:
    """Return the things of the other side that share most of `tokens`, rare ones counting more.

    Of very many that share a token, those are looked up whose position is next to `own`.
    """
    shared: Counter[int] = Counter()
    visited = 0
    for token in sorted(tokens, key=lambda one: (often[one], one)):
        every = index.get(token, ())
        start = max(0, min(bisect_left(every, own) - _LISTED // 2, len(every) - _LISTED))
        found = every[start : start + _LISTED]
        for at in found:
            shared[at] += _RARE // often[token]
        visited += len(found)
        if visited >= _VISITED:
            break
    return sorted(shared, key=lambda at: (-shared[at], abs(at - own), at))[:_MOST]
