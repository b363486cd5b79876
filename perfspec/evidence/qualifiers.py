"""Words that narrow what is counted (重大, 农村), in one of two texts on the same thing only.

In: a text that has such a word, the text that may have lost it, and the words. Out: where the word
stands, and where the other text says the same without it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MANY, _SOME = 4, 2
# Names and descriptions are short; in a longer text nobody looks for the same words.
_REACH = 300
# Money is that of the project, whatever it is called.
_MONEY = ("资金", "经费", "款", "预算", "支出")
# Behind a thing stands what is done with it or counted of it: 活动|举办次数.
_THING = re.compile(
    r"举办|开展|组织|召开|完成|建设|实施|处置|数量|次数|场次|人数|人次|个数|面积|覆盖|占|[的率数]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """A word of `text`, and the stretch of the other text that lacks it."""

    word: str
    start: int
    end: int
    other: tuple[int, int]


def lost(text: str, other: str, words: tuple[str, ...]) -> Iterator[Loss]:
    """Yield the words that stand in `text` before something that `other` names without them."""
    text, other = text[:_REACH], other[:_REACH]
    for word in words:
        start = text.find(word)
        if start < 0 or word in other:
            continue
        end = start + len(word)
        thing = _thing(text, start, end, other, words)
        if thing is not None:
            yield Loss(word=word, start=start, end=end, other=thing)


def _thing(
    text: str, start: int, end: int, other: str, words: tuple[str, ...]
) -> tuple[int, int] | None:
    """Return where `other` has what stands around the word in `text`, without the word."""
    if text.startswith(_MONEY, end):
        return None
    at = other.find(text[end : end + _SOME]) if len(text) >= end + _SOME else -1
    while at >= 0:
        same = _same(text[end:], other[at:])
        before = _same(text[:start][::-1], other[:at][::-1])
        begins = not text[:start].strip() or not other[:at].strip()
        plain = not other[:at].endswith(words)
        if plain and (before >= _SOME or (begins and same >= _MANY)):
            head = _THING.search(other, at + _SOME, at + same)
            return at, head.start() if head else at + same
        at = other.find(text[end : end + _SOME], at + 1)
    return None


def _same(one: str, other: str) -> int:
    """Return how many characters the two have in common at their beginning."""
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length
