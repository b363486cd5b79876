"""Enumerations with their totals: 活动11次（宣传周7次…）, 20万元，其中：培训费5万元，会议费3万元.

In: the shadow of a text, its counts and amounts. Out: the enumerations, and the counts and amounts
again, those that are parts of others marked as such. One walk over the text with a stack.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise
from typing import TypeVar

from perfspec.prose.records import Count, Enumeration, Lead, Money, Role, Separator

Item = Count | Money
_T = TypeVar("_T", Count, Money)

_AMONG = "(?<!不)(?:包含|含|包括)(?![税量糖氮氧水金])"
_MARKS = re.compile(rf"[（(【\[）)】\]：:。；;\n！？、，,]|其中|等|…+|{_AMONG}")
_SOFT = frozenset({"含", "包含", "包括"})  # opens parts only where their total stands before
_LEADS = (
    dict.fromkeys("（(【[", Lead.BRACKET)
    | dict.fromkeys(("其中", "含", "包含", "包括"), Lead.AMONG)
    | dict.fromkeys("：:", Lead.COLON)
)
_LOOSE = {Lead.AMONG, Lead.COLON}  # what no bracket closes
_BRACKETS, _CLOSE = frozenset("（(【["), frozenset("）)】]")
_GAP = 20  # between a total and the sign that opens its parts
_COMMAS = frozenset("、，,；;\n")


@dataclass(slots=True)
class _Frame:
    """A stretch of text that may hold the parts of a total."""

    lead: Lead | None
    start: int
    total: Item | None = None
    items: list[Item] = field(default_factory=list)
    signs: list[Separator] = field(default_factory=list)
    open: bool = False
    soft: bool = False  # opened by 含: what exceeds the total is another thing
    last: Item | None = None  # the item that a total could be: nothing but a comma behind it


def enumerations(
    shadow: str, counts: tuple[Count, ...], amounts: tuple[Money, ...]
) -> tuple[tuple[Enumeration, ...], tuple[Count, ...], tuple[Money, ...]]:
    """Return the enumerations, and the counts and amounts with the parts among them marked."""
    frames = list(_frames(shadow, sorted((*counts, *amounts), key=lambda item: item.start)))
    first = amounts[0].start if amounts else 0
    parts = {
        item.start for frame in frames for item in _parts(frame) if _is_part(frame, item, first)
    }
    found = (one for frame in frames if (one := _enumeration(frame, parts)))
    return (
        tuple(sorted(found, key=lambda one: one.start)),
        tuple(_marked(count, parts) for count in counts),
        tuple(_marked(amount, parts) for amount in amounts),
    )


def _frames(shadow: str, items: list[Item]) -> Iterator[_Frame]:
    """Yield the frames of the text, each when it is closed."""
    stack = [_Frame(None, 0)]
    queue = iter(items)
    item = next(queue, None)
    passed = 0
    for mark in _MARKS.finditer(shadow):
        while item and item.start < mark.start():
            stack[-1].items.append(item)
            stack[-1].last = item
            passed, item = item.end, next(queue, None)
        if mark.start() >= passed:
            yield from _step(stack, mark[0], mark.start(), mark.end())
    for rest in (item, *queue) if item else ():
        stack[-1].items.append(rest)
    yield from reversed(stack[1:])


def _step(stack: list[_Frame], sign: str, start: int, end: int) -> Iterator[_Frame]:
    """Change the stack as `sign` demands; yield the frames that it closes."""
    top = stack[-1]
    if sign in _LEADS and not (sign in "：:" and top.lead is Lead.AMONG and not top.items):
        stack += _opened(top, sign, start, end)
    elif sign in "：:":
        top.start = end
    elif sign in _CLOSE:
        while len(stack) > 1:
            yield stack[-1]
            if stack.pop().lead is Lead.BRACKET:
                break
    elif sign == "等" or sign[0] == "…":
        top.open = top.open or bool(top.items)
    elif top.lead in _LOOSE and _ends(top, sign):
        while stack[-1].lead in _LOOSE:
            yield stack.pop()
        stack[-1].last = None
    elif sign in _COMMAS:
        top.signs.append(Separator(at=start, sign=sign))
    else:
        top.last = None


def _opened(top: _Frame, sign: str, start: int, end: int) -> Iterator[_Frame]:
    """Yield the frame that `sign` opens; 含 opens none where no total stands before it."""
    total = _total(top, start, sign) or _whole(top, sign)
    if total or sign not in _SOFT:
        yield _Frame(_LEADS[sign], end, total, soft=sign in _SOFT)


def _ends(frame: _Frame, sign: str) -> bool:
    """Tell whether `sign` ends a list that no bracket closes: ； does not where it parts all."""
    if sign in "、，,":
        return False
    if sign in "；;\n":
        return any(one.sign in "、，," for one in frame.signs)
    return True


def _total(frame: _Frame, at: int, lead: str) -> Item | None:
    """Return the item that stands just before `at`; a comma may part it from 其中 and a colon."""
    last = frame.last
    if last is None or at - last.end > _GAP:
        return None
    between = "".join(sign.sign for sign in frame.signs[-2:] if sign.at >= last.end)
    return last if not between or (between in "，," and lead not in _BRACKETS) else None


def _whole(frame: _Frame, sign: str) -> Item | None:
    """Return the total of a bracket whose first words are 其中, or a word with a colon."""
    return None if frame.items or sign in _BRACKETS else frame.total


def _parts(frame: _Frame) -> list[Item]:
    """Return the items of the frame that may be parts of its total."""
    model = frame.total or (frame.items[0] if frame.items else None)
    if isinstance(model, Money):
        paid = [item for item in frame.items if isinstance(item, Money) and not item.per]
        return _within(frame, paid)
    if model is None or model.unit in {"%", "％", "‰"}:
        return []
    # 包括开发区1个，建设服务站5个: behind the comma another thing begins.
    commas = (sign.at for sign in frame.signs if sign.sign in "，,") if frame.soft else iter(())
    counted = [item for item in frame.items if isinstance(item, Count) and item.unit == model.unit]
    end = next(commas, None)
    return [item for item in counted if end is None or item.start < end]


def _within(frame: _Frame, paid: list[Money]) -> list[Item]:
    """Return the first of `paid`, up to where they come to the total: what follows is no part."""
    total, sum_ = frame.total, Decimal(0)
    if frame.lead is Lead.BRACKET or not isinstance(total, Money):
        return [*paid]
    for at, item in enumerate(paid):
        sum_ += item.yuan
        if frame.soft and sum_ > total.yuan:
            return [*paid[:at]]
        if sum_ == total.yuan and at:
            return [*paid[: at + 1]]
    return [*paid]


def _is_part(frame: _Frame, item: Item, first: int) -> bool:
    """Tell whether an item is a part; an amount is none where no other stands before it."""
    total = frame.total
    if frame.lead is Lead.AMONG and (total or isinstance(item, Count) or first < frame.start):
        return True
    return total is not None and type(total) is type(item) and not total.per


def _marked(item: _T, parts: set[int]) -> _T:
    if item.start not in parts:
        return item
    if isinstance(item, Money):
        return replace(item, role=Role.PART) if item.role is not Role.OUTSIDE else item
    return replace(item, part=True)


def _enumeration(frame: _Frame, parts: set[int]) -> Enumeration | None:
    found = _parts(frame)
    if len(found) < 2 or frame.lead is None:  # noqa: PLR2004 — one part is no enumeration
        return None
    if not frame.total and len(found) < len(frame.items):
        return None
    last = found[-1].end
    counts = tuple(_marked(one, parts) for one in found if isinstance(one, Count))
    amounts = tuple(_marked(one, parts) for one in found if isinstance(one, Money))
    return Enumeration(
        start=frame.start,
        end=last,
        total=frame.total,
        parts=counts or amounts,
        separators=tuple(_separators(frame, found)),
        lead=frame.lead,
        closed=not frame.open and _is_closed(frame, found),
    )


def _separators(frame: _Frame, parts: list[Item]) -> Iterator[Separator]:
    """Yield the first sign behind each part but the last."""
    signs = iter(frame.signs)
    for part, following in pairwise(parts):
        for sign in signs:
            if sign.at >= part.end:
                if sign.at < following.start:
                    yield sign
                break


def _is_closed(frame: _Frame, parts: list[Item]) -> bool:
    """Tell whether each piece between the signs has one part, exact, and none comes behind."""
    exact = all(
        part.exact and not part.per and not (isinstance(part, Count) and part.op) for part in parts
    )
    behind = any(sign.at >= parts[-1].end for sign in frame.signs)
    several = len([*_separators(frame, parts)]) < len(parts) - 1
    return exact and not several and not (behind and frame.lead is Lead.BRACKET)
