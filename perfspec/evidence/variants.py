"""Document titles that are one title written in two ways.

In: the passages of a filing. Out: pairs of titles that differ in one place by a character or two,
which are no number, level of government, stage or kind that tells two documents from each other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from perfspec import prose
from perfspec.diagnostics import Place
from perfspec.evidence import written
from perfspec.model import Filing

_LEAST = 10  # characters of a title: short ones are like each other by chance
_SHARED = 4  # of ten characters with a slip of two, so many are left at one of the ends
_TITLE = re.compile("《")
_MOST = 100  # titles that are compared with each other
_TELLING = frozenset(
    "0123456789〇零一二三四五六七八九十百两首次届期版年月季上下前后新旧老大中小省市县区乡镇村国部厅局内外男女东西南北左右城农林水商"
    "试暂补增减收支甲乙丙丁ABCDⅠⅡⅢ正副长短高低初主辅公私有无不非总分本专兼单双多少"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A title where it stands first."""

    text: str
    at: Place


def variants(filing: Filing) -> Iterator[tuple[Named, Named]]:
    """Yield pairs of titles that are one, the earlier first."""
    named: dict[str, Named] = {}
    for passage in written.holding(filing, _TITLE):
        for title in prose.read(passage.text).titles:
            if len(title.text) >= _LEAST:
                at = passage.at.part(title.start, title.end)
                named.setdefault(title.text, Named(text=title.text, at=at))
    for one, other in combinations(list(named.values())[:_MOST], 2):
        if _differ_by_a_slip(one.text, other.text):
            yield one, other


def _differ_by_a_slip(one: str, other: str) -> bool:
    """Tell whether one character was changed, or one or two left out inside the title."""
    if one[:_SHARED] != other[:_SHARED] and one[-_SHARED:] != other[-_SHARED:]:
        return False
    if abs(len(one) - len(other)) > 2:  # noqa: PLR2004 — as the docstring says
        return False
    if _words(one) == _words(other):
        return False
    head = _common(one, other)
    tail = min(_common(one[::-1], other[::-1]), len(one) - head, len(other) - head)
    changed = one[head : len(one) - tail], other[head : len(other) - tail]
    replaced = len(changed[0]) == len(changed[1]) == 1
    left_out = "" in changed and head > 0 and tail > 0
    return (replaced or left_out) and _TELLING.isdisjoint("".join(changed))


def _words(title: str) -> str:
    """Return a title without its signs: （2022-2027年） and （2022—2027年） are one."""
    return "".join(filter(str.isalnum, title))


def _common(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginning."""
    signs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in signs if a != b), min(len(one), len(other)))
