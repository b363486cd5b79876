"""What was deleted from a text and what was put in, as a person would mark it.

Formula: clauses that are equal are found first, by the fewest insertions and deletions of
clauses; a clause that moved is deleted and inserted. Then, in the clauses between, words: a
number with its unit, a code or a Latin word is one, and so is every other sign. What stayed
between two edits twice as long is taken for changed too, and so are one or two signs.
The differences of (b, a) are those of (a, b) turned round.
"""

import re
from itertools import accumulate

from perfspec.compare import Edit, Piece
from perfspec.compare.alignment import Span, numbered, spans

_CLAUSE_END = re.compile(r"(?:[。；！？、\r\n]|，(?!(?<=[0-9]，)[0-9]{3}(?![0-9])))+")
_ALNUM = "0-9A-Za-z０-９Ａ-Ｚａ-ｚ"
_UNIT = "[%％‰]|[十百千万亿]?元|[万亿]|年度?|月份?|日|号|人次|户次|[人户次天个件台份期场]"
_WORD = re.compile(
    rf"[{_ALNUM}]+(?:(?:[.．:：/_-]|(?<=[0-9])[,，](?=[0-9]{{3}}(?![0-9])))[{_ALNUM}]+)*(?:{_UNIT})?|.",
    re.DOTALL,
)
_SIGNS = frozenset("。；！？，、：）》”\n;,:)")
_CONFETTI = 2  # so many signs that stayed between two edits are no resting place for the eye
_UNLIKE = 30  # per cent of the fewer words must stay for the rest to be shown word by word


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Return the stretches that were kept, deleted and inserted, in order; deleted ones first."""
    if old == new:
        return (Piece(edit=Edit.KEPT, text=old),) if old else ()
    if (len(old), old) > (len(new), new):
        return flipped(pieces(new, old))
    if not old:
        return (Piece(edit=Edit.INSERTED, text=new),)
    found: list[Piece] = []
    at = 0
    for span in _merged(_differences(old, new)):
        found += (
            Piece(edit=edit, text=text)
            for edit, text in (
                (Edit.KEPT, old[at : span.old_start]),
                (Edit.DELETED, old[span.old_start : span.old_end]),
                (Edit.INSERTED, new[span.new_start : span.new_end]),
            )
            if text
        )
        at = span.old_end
    if at < len(old):
        found.append(Piece(edit=Edit.KEPT, text=old[at:]))
    return tuple(found)


_TURNED = {Edit.KEPT: Edit.KEPT, Edit.DELETED: Edit.INSERTED, Edit.INSERTED: Edit.DELETED}


def flipped(found: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return the differences the other way round."""
    turned: list[Piece] = []
    for piece in found:
        one = Piece(edit=_TURNED[piece.edit], text=piece.text)
        # An insertion became a deletion, which stands before what it was deleted for.
        if one.edit is Edit.DELETED and turned and turned[-1].edit is Edit.INSERTED:
            turned.insert(-1, one)
        else:
            turned.append(one)
    return tuple(turned)


def words(text: str) -> list[str]:
    """Return the numbers with their units, codes and Latin words of `text`, and its other signs."""
    return _WORD.findall(text)


def _clauses(text: str) -> list[str]:
    ends = [found.end() for found in _CLAUSE_END.finditer(text)]
    return [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]


def _differences(old: str, new: str) -> list[Span]:
    """Return the differences in characters, all of them."""
    first, second = _clauses(old), _clauses(new)
    return [
        Span(
            span.old_start + inner.old_start,
            span.old_start + inner.old_end,
            span.new_start + inner.new_start,
            span.new_start + inner.new_end,
        )
        for span in _in_characters(spans(*numbered(first, second)), first, second)
        for inner in _in_clauses(
            old[span.old_start : span.old_end], new[span.new_start : span.new_end]
        )
    ]


def _in_clauses(old: str, new: str) -> list[Span]:
    """Return the differences in characters of clauses that differ."""
    whole = [Span(0, len(old), 0, len(new))]
    if not old or not new:
        return whole
    first, second = words(old), words(new)
    found = _slid(spans(*numbered(first, second)), first, second)
    kept = len(first) - sum(span.old_end - span.old_start for span in found)
    if kept * 100 < _UNLIKE * min(len(first), len(second)):
        return whole
    return _merged(_in_characters(found, first, second), closely=True)


def _in_characters(found: list[Span], old: list[str], new: list[str]) -> list[Span]:
    """Return stretches of words, or of clauses, as stretches of characters."""
    first = [0, *accumulate(map(len, old))]
    second = [0, *accumulate(map(len, new))]
    return [
        Span(
            first[span.old_start], first[span.old_end], second[span.new_start], second[span.new_end]
        )
        for span in found
    ]


def _slid(found: list[Span], old: list[str], new: list[str]) -> list[Span]:
    """Move stretches that are on one side only to where they end with a sign, if they can.

    Of A、B put in before B、C it is A、 that is new, and not 、B.
    """
    moved: list[Span] = []
    for at, span in enumerate(found):
        behind = found[at + 1].old_start if at + 1 < len(found) else len(old)
        before = moved[-1].old_end if moved else 0
        if span.old_start == span.old_end:
            by = _slide(
                new, span.new_start, span.new_end, span.old_start - before, behind - span.old_end
            )
        elif span.new_start == span.new_end:
            by = _slide(
                old, span.old_start, span.old_end, span.old_start - before, behind - span.old_end
            )
        else:
            by = 0
        moved.append(Span(*(edge + by for edge in span)))
    return moved


def _slide(text: list[str], start: int, end: int, left: int, right: int) -> int:
    """Return by how many words to move a stretch, at most `left` back and `right` on."""
    low = high = 0
    while low < left and text[start - low - 1] == text[end - low - 1]:
        low += 1
    while high < right and text[start + high] == text[end + high]:
        high += 1
    return max(range(-low, high + 1), key=lambda by: (_fitness(text, start + by, end + by), by))


def _fitness(text: list[str], start: int, end: int) -> int:
    ends = text[end - 1] in _SIGNS
    return 2 * ends + (start == 0 or text[start - 1] in _SIGNS)


def _merged(found: list[Span], *, closely: bool = False) -> list[Span]:
    """Put edits together that too little lies between; `closely`, of the same clauses."""
    done: list[Span] = []
    for span in found:
        last = span
        while done and _is_confetti(done[-1], last, closely=closely):
            last = Span(done[-1].old_start, last.old_end, done.pop().new_start, last.new_end)
        done.append(last)
    return done


def _is_confetti(before: Span, after: Span, *, closely: bool) -> bool:
    kept = after.old_start - before.old_end
    return kept <= _CONFETTI or (closely and 2 * kept <= min(_size(before), _size(after)))


def _size(span: Span) -> int:
    return max(span.old_end - span.old_start, span.new_end - span.new_start)
