"""Parts and wholes in running text that do not fit: sums that do not come out, parts too large.

In: what a text states. Out: enumerations with a wrong sum, and parts larger than their whole.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from perfspec.prose.records import Count, Enumeration, Lead, Money, Prose, Role

Item = Count | Money
# What may be counted twice, as 党员 and 妇女.
_PEOPLE = frozenset({"人", "名", "位", "户", "人次", "户次", "家"})
_FEW = 2  # parts that may be examples only
_NEAR = 80  # characters between a whole and a part of it
_LONGEST = 300
_OPENS_PARTS = re.compile("[（(【\\[：:]|其中|含|包括")
_SIGNS = re.compile("[、，,；;]")
# Between a total and its parts: other things that the parts may belong to.
_OTHER_THING = re.compile(
    "[和及与并]|[，,](?!具体|分别|包括|如下|明细|安排如下|用于|主要用于|构成|组成|其中)"
)
# Among the parts: sums, differences, what is of each, or not all of it.
_NO_PARTS = re.compile(
    "不含|除|另|较|比|增|减|上年|去年|其余|剩余|分别|至少|以上|如|主要|各|均|每|左右|包括|[共计]|占|×|\\*|=|原|现|由|从|其中"
)
_OPENED = re.compile(r"[（(【\[]")
_CLOSED = re.compile(r"[（(【\[][^（(【\[\]】)）]*[\]】)）]")
_AMONG = re.compile("其中|(?<!不)含|包括")
# In a remark: a larger whole, or what was paid or was there at another time.
_REMARK = re.compile(
    "共|总|全[一-鿿]|合同|中标|协议|上级|中央|省级|累计|历年|历次|往年|上年|去年|原[有计]|现有|库存|已|另|"
    "(?:19|20)[0-9]{2}年"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongSum:
    """An enumeration whose parts do not come to `total`; `sure` where nothing else can be meant."""

    total: Item
    parts: tuple[Item, ...]
    sure: bool


def may_have_parts(text: str) -> bool:
    """Tell whether `text` has a sign or word behind which the parts of a whole can stand."""
    return _OPENS_PARTS.search(text) is not None


def wrong_sums(prose: Prose) -> Iterator[WrongSum]:
    """Yield the closed enumerations that do not add up to the total that stands with them."""
    stated: tuple[Item, ...] = (*prose.counts, *prose.amounts)
    starts = sorted(item.start for item in stated)
    for one in prose.enumerations:
        total = one.total
        if total is None or not one.closed or one.lead is Lead.AMONG or not _is_plain(total):
            continue
        found, wanted = sum(map(value, one.parts), Decimal(0)), value(total)
        among = bisect_left(starts, one.end) - bisect_left(starts, one.start)
        alone = among == len(one.parts)
        if found != wanted and alone and _is_list(prose, one, smaller=found < wanted):
            people = isinstance(total, Count) and total.unit in _PEOPLE
            few = len(one.parts) <= _FEW and found < wanted
            yield WrongSum(total=total, parts=one.parts, sure=not (people or few))


def _is_list(prose: Prose, one: Enumeration, *, smaller: bool) -> bool:
    """Tell whether the parts are plainly all that the total consists of."""
    inside = prose.text[one.start : one.end]
    between = prose.text[one.total.end : one.start] if one.total else ""
    if len(inside) > _LONGEST or _NO_PARTS.search(inside) or _OTHER_THING.search(between):
        return False
    items = all(isinstance(part, Count) or part.role is Role.PART for part in one.parts)
    unnamed = len(_SIGNS.findall(inside)) > len(one.parts) - 1
    return items and not (smaller and unnamed)


def larger_parts(prose: Prose) -> Iterator[tuple[Item, Item]]:
    """Yield each part that is larger than its whole, and the whole."""
    counts, amounts = prose.counts, prose.amounts
    paid = [one for one in amounts if one.role in {Role.ITEM, Role.TOTAL}]
    for every, parts, wholes in (
        (counts, [one for one in counts if one.part], [one for one in counts if not one.part]),
        (amounts, [one for one in amounts if one.role is Role.PART], paid),
    ):
        ends, starts = [one.end for one in wholes], [one.start for one in every]
        for part in parts:
            before = bisect_right(ends, part.start)
            last = wholes[before - 1] if before else None
            if last is None or part.start - last.end > _NEAR:
                continue
            first, stop = bisect_left(starts, last.end), bisect_left(starts, part.start)
            whole = _whole(prose.text, part, last, every[first:stop])
            if whole and value(part) > value(whole) and _is_plain(whole) and _is_plain(part):
                yield part, whole


def _whole(text: str, part: Item, last: Item, others: Sequence[Item]) -> Item | None:
    """Return `last`, which stands before `others` and `part`, where `part` is a part of it.

    其中 speaks of what stands just before it: 安排20万元（总投资80万元，其中省级60万元）.
    """
    between = text[last.end : part.start]
    if _unit(last) != _unit(part) or any(sign in between for sign in "。；;\n"):
        return None
    between = _CLOSED.sub(lambda found: " " * len(found[0]), between)
    among = [found.start() for found in _AMONG.finditer(between)]
    remark = _OPENED.search(between)
    if _REMARK.search(between) or (remark and (not among or among[-1] < remark.start())):
        return None
    lead = last.end + (among[-1] if among else 0)
    nearer = (one for one in others if one.start < lead and between[one.start - last.end].strip())
    return None if any(_unit(one) == _unit(part) for one in nearer) else last


def value(one: Item) -> Decimal:
    """Return the number that stands there, money in 元."""
    return one.yuan if isinstance(one, Money) else one.number


def _unit(one: Item) -> str:
    return "元" if isinstance(one, Money) else one.unit


def _is_plain(one: Item) -> bool:
    """Tell whether a number is exact, no bound and none of each."""
    return one.exact and not one.per and not (isinstance(one, Count) and one.op)


def enumerated(prose: Prose, total: Count) -> Enumeration | None:
    """Return the enumeration that stands with `total`."""
    found = (one for one in prose.enumerations if one.total and one.total.start == total.start)
    return next(found, None)
