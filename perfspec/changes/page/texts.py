"""Texts of the paper with their differences: in, changes of texts; out, stretches to be printed.

What was kept is cut in the middle where it is long, and what was deleted or inserted at its end
where it is very long; how many characters that leaves out is said in the place.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from perfspec.changes import words
from perfspec.changes.page.wording import Mark, Wording
from perfspec.compare import Edit, LostPromise, Piece, TextChange
from perfspec.messages import message
from perfspec.report.visible import seen

# How much of a kept stretch stands beside a change, and how much of a changed one is shown.
_BESIDE = 40
_LONGEST = 1500
# From here on a field may be broken between pages: a page holds some 1,700 characters.
_LONG = 800


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A piece of text; `edit` is kept, deleted or inserted, or `left-out` for words about it."""

    edit: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One text, or one item of a list; its mark is None where the row says it for all."""

    mark: Mark | None
    stretches: tuple[Stretch, ...]
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRow:
    """A field with its texts that changed, and how many of it stayed as they were.

    `mark` is None where it says nothing that is not seen; a `long` one may go over pages.
    """

    label: str
    mark: Mark | None
    paragraphs: tuple[Paragraph, ...]
    same: str

    @property
    def long(self) -> bool:
        """Whether the texts may be higher than what is left of many a page."""
        shown = (len(one.text) for part in self.paragraphs for one in part.stretches)
        return sum(shown) > _LONG


def rows(changes: Sequence[TextChange], wording: Wording) -> tuple[TextRow, ...]:
    """Return a row for each field in which a text changed, in the order of the fields."""
    return tuple(
        _row(of_key, wording)
        for of_key in _by_key(changes)
        if not all(change.is_same for change in of_key)
    )


def whole(label: str, texts: Sequence[str], wording: Wording) -> TextRow:
    """Return the row of the texts of a project that only one year has."""
    pieces = [Piece(edit=Edit.KEPT, text=text) for text in texts]
    return TextRow(
        label=label,
        mark=None,
        paragraphs=tuple(
            Paragraph(mark=None, stretches=tuple(_cut(piece, wording)), lost=()) for piece in pieces
        ),
        same="",
    )


def same_fields(changes: Sequence[TextChange], wording: Wording) -> tuple[str, ...]:
    """Return the names of the fields that have texts, all of them as before."""
    return tuple(
        wording.text(of_key[0])
        for of_key in _by_key(changes)
        if all(change.is_same for change in of_key) and any(change.new for change in of_key)
    )


def paragraph(change: TextChange, wording: Wording, *, of: Mark | None = None) -> Paragraph:
    """Return a text with its differences; `of` is the mark of its row."""
    mark = _mark(change, wording)
    return Paragraph(
        mark=None if of in {None, mark} else mark,
        stretches=tuple(stretches(change.pieces, wording)),
        lost=tuple(_lost(one, change.old or "", wording) for one in change.lost),
    )


def stretches(pieces: Sequence[Piece], wording: Wording) -> Iterator[Stretch]:
    """Yield the pieces as they are printed."""
    for number, piece in enumerate(pieces):
        if piece.edit is not Edit.KEPT:
            yield from _cut(piece, wording)
        else:
            head = 0 if number == 0 else _BESIDE
            tail = 0 if number == len(pieces) - 1 else _BESIDE
            yield from _kept(piece.text, head, tail, wording)


def _row(changes: list[TextChange], wording: Wording) -> TextRow:
    changed = [change for change in changes if not change.is_same]
    same = len(changes) - len(changed)
    marks = {_mark(change, wording) for change in changed}
    mark = marks.pop() if len(marks) == 1 else wording.mark(words.CHANGED, "other")
    return TextRow(
        label=wording.text(changes[0]),
        mark=mark if mark.tone != "other" else None,
        paragraphs=tuple(paragraph(change, wording, of=mark) for change in changed),
        same=wording.translate(message("{n} more as before", n=same)) if same else "",
    )


def _by_key(changes: Sequence[TextChange]) -> list[list[TextChange]]:
    by_key: dict[str, list[TextChange]] = {}
    for change in changes:
        by_key.setdefault(change.key, []).append(change)
    return list(by_key.values())


def _mark(change: TextChange, wording: Wording) -> Mark:
    if change.old is None:
        return wording.mark(words.ADDED, "up")
    if change.new is None:
        return wording.mark(words.DROPPED, "down")
    return wording.mark(words.CHANGED, "other")


def _lost(one: LostPromise, old: str, wording: Wording) -> str:
    words_of_it = old[one.promise.start : one.promise.end]
    told = message("no longer promised: {promise}", promise=seen(words_of_it))
    return wording.translate(told)


def _kept(text: str, head: int, tail: int, wording: Wording) -> Iterator[Stretch]:
    if len(text) <= 3 * _BESIDE:
        yield Stretch(edit="kept", text=seen(text))
        return
    if head:
        yield Stretch(edit="kept", text=seen(text[:head]))
    yield _left_out(len(text) - head - tail, wording)
    if tail:
        yield Stretch(edit="kept", text=seen(text[-tail:]))


def _cut(piece: Piece, wording: Wording) -> Iterator[Stretch]:
    yield Stretch(edit=piece.edit.value, text=seen(piece.text[:_LONGEST]))
    if len(piece.text) > _LONGEST:
        yield _left_out(len(piece.text) - _LONGEST, wording)


def _left_out(n: int, wording: Wording) -> Stretch:
    return Stretch(
        edit="left-out", text=wording.translate(message("… {n} characters left out …", n=n))
    )
