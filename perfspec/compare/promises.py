"""Which countable promises of older texts the newer side makes nowhere.

In: what became of the texts of a project, or of filing.yaml. Out: the same, with the lost ones.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from perfspec import prose
from perfspec.compare import LostPromise, TextChange

Texts = Callable[[], Iterable[str]]


def with_lost(
    changes: Iterable[TextChange], beside: Texts = tuple, named: Texts = tuple
) -> tuple[TextChange, ...]:
    """Return `changes`, each with the promises of its older text that were lost.

    A promise is kept where a newer text of `changes` or `beside` promises the same activity with a
    count, whichever; or where `named`, names and descriptions of indicators, speak of it.
    """
    every = tuple(changes)
    promised = {at: found for at, one in enumerate(every) if (found := tuple(_promises(one)))}
    wanted = {one.promise.activity for found in promised.values() for one in found}
    if not wanted:
        return every
    wanted -= _promised(wanted, (one.new for one in every if one.new))
    if wanted:
        words = list(named())
        wanted = {activity for activity in wanted if not any(activity in one for one in words)}
    if wanted:
        wanted -= _promised(wanted, beside())
    return tuple(
        replace(one, lost=tuple(lost for lost in promised[at] if lost.promise.activity in wanted))
        if at in promised
        else one
        for at, one in enumerate(every)
    )


def _promises(one: TextChange) -> Iterator[LostPromise]:
    """Yield the countable promises of the older text, if it is not there any more."""
    if one.old and one.old_at and one.old != one.new:
        for promise in prose.read(one.old).promises:
            if promise.count:
                at = one.old_at.part(promise.start, promise.end)
                yield LostPromise(promise=promise, at=at)


def _promised(wanted: set[str], texts: Iterable[str]) -> set[str]:
    """Return those of `wanted` that a text promises with a count; 培训班 is 培训 too."""
    found: set[str] = set()
    for text in texts:
        # Looking for words is much quicker than reading a text.
        if any(one[:2] in text or one[-2:] in text for one in wanted - found):
            counted = {one.activity for one in prose.read(text).promises if one.count}
            found |= {one for one in wanted if any(one in it or it in one for it in counted)}
    return found
