"""What stands in a paragraph of two documents, as one: kept, gone and new stretches.

Words are compared as everywhere: numbers are never cut. What is no text (a tab, a page number) is
compared as a sign of its own. Words that stayed but are set in another way are gone and new.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from perfspec.compare import Edit
from perfspec.compare.pieces import pieces
from perfspec.render.docx.body import Inline, PageNumber, Revision, Run

# Signs for private use stand for what is no text.
_PRIVATE = range(0xF0000, 0x10FFFE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """The content of a paragraph as one text, and the number in it that each sign belongs to."""

    text: str
    content: Sequence[Inline]
    owners: Sequence[int]

    def stretches(self, start: int, end: int) -> Iterator[tuple[int, int, Inline]]:
        """Yield the stretches from `start` to `end` that one inline owns."""
        at = start
        for number, signs in groupby(self.owners[start:end]):
            length = sum(1 for _ in signs)
            yield at, at + length, self.content[number]
            at += length


def compared(old: Sequence[Inline], new: Sequence[Inline]) -> tuple[Inline, ...]:
    """Return the content that is `new` when it is accepted, and `old` when it is rejected."""
    signs = _signs(old, new)
    first, second = _side(old, signs), _side(new, signs)
    made: list[Inline] = []
    at_old = at_new = 0
    for piece in pieces(first.text, second.text):
        length = len(piece.text)
        if piece.edit is Edit.DELETED:
            made += _part(first, at_old, at_old + length, Revision.DELETED)
            at_old += length
        elif piece.edit is Edit.INSERTED:
            made += _part(second, at_new, at_new + length, Revision.INSERTED)
            at_new += length
        else:
            made += _kept(first, at_old, second, at_new, length)
            at_old, at_new = at_old + length, at_new + length
    return tuple(_joined(made))


def _signs(*contents: Sequence[Inline]) -> dict[Inline, str]:
    """Return a sign for everything that is no text; no text has that sign."""
    used = {
        sign for content in contents for one in content if isinstance(one, Run) for sign in one.text
    }
    free = (sign for number in _PRIVATE if (sign := chr(number)) not in used)
    others = (one for content in contents for one in content if not isinstance(one, Run))
    return dict(zip(dict.fromkeys(others), free, strict=False))


def _side(content: Sequence[Inline], signs: dict[Inline, str]) -> _Side:
    texts = [one.text if isinstance(one, Run) else signs[one] for one in content]
    owners = [number for number, text in enumerate(texts) for _ in text]
    return _Side(text="".join(texts), content=content, owners=owners)


def _part(side: _Side, start: int, end: int, revision: Revision) -> Iterator[Inline]:
    for first, last, owner in side.stretches(start, end):
        if isinstance(owner, Run):
            yield replace(owner, text=side.text[first:last], revision=revision)
        elif not isinstance(owner, PageNumber):
            yield replace(owner, revision=revision)
        elif revision is not Revision.DELETED:  # Word does not track it
            yield owner


def _kept(old: _Side, at_old: int, new: _Side, at_new: int, length: int) -> Iterator[Inline]:
    """Yield words that both have, as gone and new where they are set in two ways."""
    before = at_old
    for start, end, owner in new.stretches(at_new, at_new + length):
        behind = before + end - start
        for first, last, former in old.stretches(before, behind):
            shift = start - before
            if isinstance(owner, Run) and isinstance(former, Run) and owner.look != former.look:
                yield from _part(old, first, last, Revision.DELETED)
                yield from _part(new, first + shift, last + shift, Revision.INSERTED)
            else:
                yield from _part(new, first + shift, last + shift, Revision.NONE)
        before = behind


def _joined(content: Iterable[Inline]) -> Iterator[Inline]:
    """Yield what there is, runs that are alike as one."""

    def likeness(one: Inline) -> object:
        return (one.look, one.revision) if isinstance(one, Run) else id(one)

    for _, group in groupby(content, key=likeness):
        alike = list(group)
        if isinstance(alike[0], Run):
            text = "".join(one.text for one in alike if isinstance(one, Run))
            yield replace(alike[0], text=text)
        else:
            yield from alike
