"""Enumerations with their totals: 活动11次（宣传周7次…）, 20万元，其中：培训费5万元，会议费3万元.

In: the shadow of a text, its counts and amounts. Out: the enumerations, and the counts and amounts
again, those that are parts of others marked as such. One walk over the text with a stack.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TypeVar

from perfspec.prose.records import Count, Enumeration, Lead, Money, Role, Separator

Item = Count | Money
_T = TypeVar("_T", Count, Money)

_MARKS = re.compile(r"[（(【\[）)】\]：:。；;\n！？、，,]|其中|等|…+")
_LEADS = (
    dict.fromkeys("（(【[", Lead.BRACKET) | {"其中": Lead.AMONG} | dict.fromkeys("：:", Lead.COLON)
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
    last: Item | None = None  # the item that a total could be: nothing but a comma behind it


def enumerations(
    shadow: str, counts: tuple[Count, ...], amounts: tuple[Money, ...]
) -> tuple[tuple[Enumeration, ...], tuple[Count, ...], tuple[Money, ...]]:
    """Return the enumerations, and the counts and amounts with the parts among them marked."""
    frames = list(_frames(shadow, sorted((*counts, *amounts), key=lambda item: item.start)))
    parts = {item.start for frame in frames for item in _parts(frame) if _is_part(frame, item)}
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
        stack.append(_Frame(_LEADS[sign], end, _total(top, start, sign) or _whole(top, sign)))
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
        return [item for item in frame.items if isinstance(item, Money) and not item.per]
    if model is None or model.unit in {"%", "％", "‰"}:
        return []
    return [item for item in frame.items if isinstance(item, Count) and item.unit == model.unit]


def _is_part(frame: _Frame, item: Item) -> bool:
    total = frame.total
    same = type(total) is type(item)
    return frame.lead is Lead.AMONG or (same and total is not None and not total.per)


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
