"""Which project and which row of the paper is which of the specs.

In: the records of the specs and those found in the paper, in their orders. Out: pairs; what stands
on one side only has None on the other. What is equal in its words is one pair, in order; between
two such pairs the rest goes together one by one.
"""

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

Spec = TypeVar("Spec")
Paper = TypeVar("Paper")

# Two lists of more than this many rows that differ in number are paired by their order alone.
_MOST = 2_000


def pairs(
    specs: Sequence[Spec],
    papers: Sequence[Paper],
    spec_words: Callable[[Spec], object],
    paper_words: Callable[[Paper], object],
) -> Iterator[tuple[Spec | None, Paper | None]]:
    """Yield the pairs, in the order of the specs."""
    if len(specs) == len(papers) or max(len(specs), len(papers)) > _MOST:
        yield from _in_order(specs, papers)
        return
    known, found = list(map(spec_words, specs)), list(map(paper_words, papers))
    matcher = SequenceMatcher(None, known, found, autojunk=False)
    at = on = 0
    for start, other, size in matcher.get_matching_blocks():
        yield from _in_order(specs[at:start], papers[on:other])
        yield from zip(specs[start : start + size], papers[other : other + size], strict=True)
        at, on = start + size, other + size


def _in_order(
    specs: Sequence[Spec], papers: Sequence[Paper]
) -> Iterator[tuple[Spec | None, Paper | None]]:
    for index in range(max(len(specs), len(papers))):
        yield (
            specs[index] if index < len(specs) else None,
            papers[index] if index < len(papers) else None,
        )
