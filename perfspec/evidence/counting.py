"""Where the numbers of lists and of texts are not counted 1, 2, 3.

In: the texts of a list, or a single one. Out: pairs of marks that do not follow each other. Marks
of one way of writing are counted together, and anew below each mark of another way.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from perfspec.evidence import numbering
from perfspec.evidence.numbering import Mark

# Nobody nests deeper; what was begun further up is given up.
_LEVELS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A mark and the index of the text that it stands in."""

    index: int
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Two marks that do not follow each other; `expected` is what was to stand at `at`."""

    before: Counted
    at: Counted
    expected: str


def breaks(texts: tuple[str, ...]) -> Iterator[Break]:
    """Yield the breaks from text to text of a list, then those inside its texts."""
    heads = [
        Counted(index=index, mark=mark)
        for index, text in enumerate(texts)
        if (mark := numbering.head(text))
    ]
    for found in _breaks(heads, beside=True):
        # `2.5公里道路` may be the number 2 or a length; `1.甲；2.乙` is two items in one.
        if not any(found.expected in text for text in texts[found.before.index : found.at.index]):
            yield found
    for index, text in enumerate(texts):
        inside = (Counted(index=index, mark=mark) for mark in numbering.marks(text))
        for found in _breaks(inside, beside=False):
            if found.expected not in text[found.before.mark.end : found.at.mark.start]:
                yield found


def _breaks(counted: Iterable[Counted], *, beside: bool) -> Iterator[Break]:
    """Yield the breaks; a 1 begins anew, but not right behind another 1 that it stands `beside`."""
    stack: list[Counted] = []
    for one in counted:
        number = one.mark.number
        known = [at for at, above in enumerate(stack) if above.mark.style == one.mark.style]
        following = [at for at in known if stack[at].mark.number + 1 == number]
        if following:
            del stack[following[-1] :]
        elif known and (number > 1 or (beside and stack[-1].mark.number == number)):
            before = stack[known[-1]]
            yield Break(before=before, at=one, expected=numbering.after(before.mark, one.mark))
            del stack[known[-1] :]
        stack.append(one)
        del stack[:-_LEVELS]
