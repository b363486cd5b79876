"""What became of a text, and of the items of a list of texts.

Items belong together where they are equal, then where they are equal but for their numbers
(一是, 1., （一）), then where they are alike, the most alike first, each with one other at most;
where too many are left, those that changed count as dropped and added. They are in the order of
the newer side, and those that were dropped follow in the order of the older one.

Formula of likeness: twice the characters of a longest common subsequence, in per cent of all,
rounded down; of texts too long for that, twice the characters that were kept (`pieces`).
"""

import re
from collections import defaultdict, deque
from collections.abc import Callable, Mapping, Sequence

from rapidfuzz.distance import LCSseq

from perfspec.compare import Edit, Piece, TextChange
from perfspec.compare.alignment import is_small
from perfspec.compare.pieces import pieces
from perfspec.diagnostics import Place

ALIKE = 50  # items from here on are the same item, reworded
_SHOWN = 400  # so many characters of an item are enough to find the one that it was
_MOST = 40_000  # likenesses of items that are worked out for one list
_NUMBER = re.compile(
    r"\s*(?:[（(]?[0-9０-９一二三四五六七八九十]{1,3}(?:[)）]|是|、|[.．](?![0-9]))|[①-⑳]|第[一二三四五六七八九十]{1,3}[，、])\s*"
)


def change(
    key: str, old: str | None, new: str | None, old_at: Place | None, new_at: Place | None
) -> TextChange:
    """Return what became of the text of the field `key`; None is a text that is not there."""
    found = pieces(old or "", new or "")
    alike = 100 if old == new else _likeness(old or "", new or "", found)
    return TextChange(
        key=key, old=old, new=new, old_at=old_at, new_at=new_at, pieces=found, likeness=alike
    )


def likeness(old: str, new: str) -> int:
    """Return how alike two texts are, from 0 to 100; 100 means equal."""
    return 100 if old == new else _likeness(old, new, ())


def _likeness(old: str, new: str, found: tuple[Piece, ...]) -> int:
    if not old or not new:
        return 0
    length = len(old) + len(new)
    if is_small(len(old), len(new)):
        return 200 * LCSseq.similarity(old, new) // length
    kept = (len(piece.text) for piece in found or pieces(old, new) if piece.edit is Edit.KEPT)
    return 200 * sum(kept) // length


def items(
    key: str, olds: Sequence[str], news: Sequence[str], old_at: Place, new_at: Place
) -> tuple[TextChange, ...]:
    """Return what became of the items of a list; the places are those of the lists."""
    partners = _partners(olds, news)
    found = [
        change(
            key,
            None if at not in partners else olds[partners[at]],
            text,
            None if at not in partners else old_at / partners[at],
            new_at / at,
        )
        for at, text in enumerate(news)
    ]
    taken = set(partners.values())
    found += (
        change(key, text, None, old_at / at, None)
        for at, text in enumerate(olds)
        if at not in taken
    )
    return tuple(found)


def _partners(olds: Sequence[str], news: Sequence[str]) -> dict[int, int]:
    """Return, by the index of each newer item, that of the older one it was."""
    if olds == news:
        return {at: at for at in range(len(news))}
    found: dict[int, int] = {}
    for known_by in (str, content):
        _pair_equal(olds, news, known_by, found)
    taken = set(found.values())
    for new, old in _alike(olds, news, found):
        if new not in found and old not in taken:
            found[new] = old
            taken.add(old)
    return found


def _pair_equal(
    olds: Sequence[str], news: Sequence[str], known_by: Callable[[str], str], found: dict[int, int]
) -> None:
    """Put into `found` the items that are equal by what they are known by, the first ones first."""
    taken = set(found.values())
    waiting: defaultdict[str, deque[int]] = defaultdict(deque)
    for at, text in enumerate(olds):
        if at not in taken:
            waiting[known_by(text)].append(at)
    for at, text in enumerate(news):
        if at not in found and (places := waiting.get(known_by(text))):
            found[at] = places.popleft()


def content(item: str) -> str:
    """Return an item without the number before it."""
    return item[found.end() :] if (found := _NUMBER.match(item)) else item


def _alike(
    olds: Sequence[str], news: Sequence[str], found: Mapping[int, int]
) -> list[tuple[int, int]]:
    """Return the pairs of items left that are alike enough, the most alike first.

    Of equally alike ones the nearest come first, and then those further up: the order is the
    same from either side.
    """
    taken = set(found.values())
    first = [(at, content(text)[:_SHOWN]) for at, text in enumerate(olds) if at not in taken]
    second = [(at, content(text)[:_SHOWN]) for at, text in enumerate(news) if at not in found]
    if len(first) * len(second) > _MOST:
        return []
    pairs = [
        (-alike, abs(new - old), new + old, new, old)
        for old, before in first
        for new, after in second
        if (alike := likeness(before, after)) >= ALIKE
    ]
    return [pair[3:] for pair in sorted(pairs)]
