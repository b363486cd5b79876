"""How the items of a list end, and which of them end in another way than most.

In: sibling texts. Out: the odd ones, a usual one, and the sign at which the usual ones end. An
item of several sentences ends with 。 whatever the others do, so it never counts as odd for that.
"""

import re
from dataclasses import dataclass

from perfspec.evidence.siblings import Siblings
from perfspec.passages import Passage

_STOP, _PAUSE, _NONE = "。", "；", ""
# A single ； among so many 。 begins no group.
_MANY = 3
_INNER = re.compile(r"[。！？](?=.)", re.DOTALL)
# Blanks and the marks of bold type stand behind the end of what is read.
_BEHIND = " \t\n\u3000*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A text with the offset `end` behind its last character, and the sign at which it ends."""

    passage: Passage
    end: int
    sign: str
    several: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mixture:
    """The items that end differently, one that ends as most do, and the sign of those."""

    odd: tuple[Item, ...]
    usual: Item
    sign: str


def mixture(listed: Siblings) -> Mixture | None:
    """Return what is odd about the ends of `listed`, or None."""
    if len({_sign(text.rstrip(_BEHIND)) for text in listed.texts} - {None}) <= 1:
        return None  # the usual case, found out without places
    passages = listed.passages
    items = [item for passage in passages if (item := _item(passage))]
    if any(item.sign == _PAUSE for item in items):
        return _among_pauses(items)
    stops = [item for item in items if item.sign == _STOP]
    bare = [item for item in items if item.sign == _NONE]
    plain = [item for item in stops if not item.several]
    cut = [item for item in bare if item.several]
    if len(bare) > len(stops) and plain and len(cut) < len(bare):
        return Mixture(odd=tuple(plain), usual=_first_plain(bare), sign=_NONE)
    if plain:
        return Mixture(odd=tuple(bare), usual=plain[0], sign=_STOP)
    return Mixture(odd=tuple(cut), usual=stops[0], sign=_STOP) if cut else None


def _among_pauses(items: list[Item]) -> Mixture | None:
    """Return what is odd where items end with ；: 。 is not, it ends a group of them."""
    pauses = [item for item in items if item.sign == _PAUSE]
    stops = [item for item in items if item.sign == _STOP]
    bare = [item for item in items[:-1] if item.sign == _NONE]
    if stops and items[-1].sign == _PAUSE:
        return Mixture(odd=(items[-1],), usual=stops[0], sign=_STOP)
    if not bare:
        alone = len(pauses) == 1 and len(stops) >= _MANY
        return Mixture(odd=tuple(pauses), usual=stops[0], sign=_STOP) if alone else None
    if len(pauses) > len(bare):
        return Mixture(odd=tuple(bare), usual=pauses[0], sign=_PAUSE)
    behind = [*(item.sign for item in items[1:]), _NONE]
    odd = [
        one
        for one, after in zip(items, behind, strict=True)
        if (one.sign, after) == (_PAUSE, _NONE)
    ]
    return Mixture(odd=tuple(odd), usual=bare[0], sign=_NONE) if odd else None


def _first_plain(items: list[Item]) -> Item:
    return next(item for item in items if not item.several)


def _item(passage: Passage) -> Item | None:
    text = passage.text.rstrip(_BEHIND)
    sign = _sign(text)
    if sign is None:
        return None
    several = bool(_INNER.search(text))
    return Item(passage=passage, end=len(text), sign=sign, several=several)


def _sign(text: str) -> str | None:
    """Return the sign at which `text` ends; None where it is empty or ends in a way of its own."""
    # A heading, a question, a slip that other rules tell, or 。” and 。）.
    if not text or text[-1] in "：:！？!?，,、.…—" or text[-2:-1] in {"。", "！", "？"}:
        return None
    return {"；": _PAUSE, ";": _PAUSE, "。": _STOP}.get(text[-1], _NONE)
