"""Where the text of a project and one of its indicators give two numbers for one thing.

In: a project, and texts to look into besides its own. Out: pairs of a count and an indicator that
are about the same thing by their names and units, and do not agree.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from perfspec import passages, prose
from perfspec.evidence.likeness import SAME, content, likeness
from perfspec.evidence.sameunit import are_comparable, stands_alone
from perfspec.model import Indicator, Project
from perfspec.passages import Passage
from perfspec.prose.records import Count, Enumeration
from perfspec.values import Quantity
from perfspec.values.units import Dimension, unit

ALIKE = 75
_LEAST = 4  # characters that a name needs to be told from others by a part of them
_OTHER_SCOPE = re.compile("、|[和及与]|累计|总")  # with a noun that is short
_NEAR = 30  # characters before a number that are looked at
_CLAUSES = re.compile(r"[，。；：,;:\n]")
# What there is already, and what is not of this year alone.
_OTHER_TIMES = re.compile(
    "现有|共有|实有|原有|拥有|辖|已|上半年|下半年|季度|[0-9]月|首批|第.批|去年|上年|往年|历年|截至|[两三四五]年|[-—至到]20[0-9]{2}年|五”?期间|(?:各|分别为?)\\Z"
)
# Names of several things.
_JOINED = re.compile("、|(?<!普)及(?![时格])|(?<!参)与(?!会)|和(?![谐平])")
_MOST = 12  # parts whose subsets are tried
# A number of each, of a month, at most or of all years is another number.
_OTHER_NUMBERS = re.compile("每|均|单位|单次|累计|增长|提高|降低|减少|提升|下降|较|同比|频次|新增")


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A count of a text, and an indicator with another number for the same thing."""

    passage: Passage
    count: Count
    indicator: Indicator
    quantity: Quantity

    @property
    def is_floor(self) -> bool:
        """Tell whether the indicator asks for less than the text promises."""
        return self.quantity.op in {"≥", ">"} and _target(self.quantity) < _stated(self.count)


def disagreements(project: Project, others: Iterable[Passage] = ()) -> Iterator[Disagreement]:
    """Yield for each indicator the first count that is about its thing and does not agree.

    The purpose, the goals together, and `others` are three texts; what one of them says of a thing
    agrees where one of its numbers does. An indicator may be about a part: 其中新建2万亩.
    """
    own = [one for one in passages.of_project(project) if one.key in {"purpose", "goals"}]
    stated: dict[str, list[tuple[Passage, Count]]] = {}
    for text in (*own, *others):
        if text.text and "medium_term" not in text.at.keys:
            counts = prose.read(text.text).counts
            stated.setdefault(text.key, []).extend((text, count) for count in counts)
    for indicator in project.indicators if any(stated.values()) else ():
        quantity = indicator.target.quantity
        part = quantity and any(
            count.part and are_comparable(count, quantity) and _stated(count) == _target(quantity)
            for one in stated.values()
            for _, count in one
        )
        if quantity is not None and not part and _is_total(indicator, quantity):
            found = (_disagreement(one, indicator, quantity, project) for one in stated.values())
            yield from list(filter(None, found))[:1]


def _disagreement(
    stated: list[tuple[Passage, Count]],
    indicator: Indicator,
    quantity: Quantity,
    project: Project,
) -> Disagreement | None:
    """Return the count of a text that is most like the indicator, where none agrees."""
    counts = [count for _, count in stated]
    about = [
        (text, count)
        for text, count in stated
        if _is_whole(count)
        and are_comparable(count, quantity)
        and (
            is_about(count.noun, indicator)
            or (
                stands_alone(count, counts, indicator, project)
                and not _OTHER_SCOPE.search(_before(text.text, count))
            )
        )
        and not _OTHER_TIMES.search(_before(text.text, count))
    ]
    if not about or any(_agrees(count, quantity) for _, count in about):
        return None
    if _echoed(stated, indicator) or _summed(stated, quantity):
        return None
    for text, count in sorted(about, key=lambda one: -likeness(one[1].noun, indicator.name)):
        if not _told_elsewhere(count, indicator, project):
            return Disagreement(passage=text, count=count, indicator=indicator, quantity=quantity)
    return None


def is_about(noun: str, indicator: Indicator) -> bool:
    """Tell whether `noun` is what the indicator counts; 视察、调研次数 counts more than 调研."""
    if _JOINED.search(indicator.name) and not _JOINED.search(noun):
        return False
    alike = likeness(noun, indicator.name)
    if alike == SAME:
        return True
    mine, theirs = content(noun), content(indicator.name)
    # 放映农村公益电影 and 公益电影放映: each has the last word of the other.
    same_head = mine[-2:] in theirs and theirs[-2:] in mine
    return alike >= ALIKE and min(len(mine), len(theirs)) >= _LEAST and same_head


def subsets(enumeration: Enumeration, number: Decimal) -> tuple[tuple[Count, ...], ...]:
    """Return the parts that add up to `number`, in every way; none where there are too many."""
    parts = [part for part in enumeration.parts if isinstance(part, Count)]
    if len(parts) > _MOST:
        return ()
    return tuple(
        some
        for size in range(len(parts), 0, -1)
        for some in combinations(parts, size)
        if sum(part.number for part in some) == number
    )


def _before(text: str, count: Count) -> str:
    """Return what stands before a count in its clause."""
    return _CLAUSES.split(text[max(0, count.start - _NEAR) : count.start])[-1]


def _is_whole(count: Count) -> bool:
    """Tell whether a count is the number of a whole year, and exact."""
    whole = count.exact and not count.part and count.per in {"", "年"}
    return whole and bool(count.noun)


def _is_total(indicator: Indicator, quantity: Quantity) -> bool:
    known = unit(quantity.unit)
    if known.dimension is Dimension.MONEY or not set(known.per) <= {"年"}:
        return False
    # 5天 may be a limit, and then less is more; 天数 is a number of days.
    if known.dimension is Dimension.TIME and "天数" not in indicator.name:
        return False
    return not _OTHER_NUMBERS.search(indicator.name)


def _stated(count: Count) -> Decimal:
    return count.number * unit(count.unit).scale


def _target(quantity: Quantity) -> Decimal:
    return quantity.number * unit(quantity.unit).scale


def _agrees(count: Count, quantity: Quantity) -> bool:
    """Tell whether what the indicator accepts keeps what the text says."""
    stated, target = _stated(count), _target(quantity)
    if count.op in {"≥", ">"}:
        return target >= stated and quantity.op not in {"≤", "<"}
    if count.op in {"≤", "<"}:
        return target <= stated and quantity.op not in {"≥", ">"}
    # 856.3公里 in the text and 856公里 in the table are one number, rounded.
    return stated == target or 0 < stated - target < unit(quantity.unit).scale


def _summed(stated: list[tuple[Passage, Count]], quantity: Quantity) -> bool:
    """Tell whether numbers side by side come to the indicator's: 大修8.5公里、中修42.6公里."""
    whole = [
        (text, count)
        for text, count in stated
        if _is_whole(count) and are_comparable(count, quantity)
    ][:_MOST]
    for at, (text, first) in enumerate(whole):
        total = _stated(first)
        for other, count in whole[at + 1 :]:
            total += _stated(count)
            if other is not text or total > _target(quantity):
                break
            if total == _target(quantity):
                return True
    return False


def _echoed(found: list[tuple[Passage, Count]], indicator: Indicator) -> bool:
    """Tell whether some text gives the indicator's own number for a thing like it."""
    quantity = indicator.target.quantity
    return any(
        quantity is not None
        and are_comparable(count, quantity)
        and _stated(count) == _target(quantity)
        and likeness(count.noun, indicator.name) >= ALIKE // 2
        for _, count in found
    )


def _told_elsewhere(count: Count, indicator: Indicator, project: Project) -> bool:
    """Tell whether another indicator is about the same thing, and agrees or fits better."""
    alike = likeness(count.noun, indicator.name)
    for other in project.indicators:
        quantity = other.target.quantity
        if other is indicator or quantity is None or not are_comparable(count, quantity):
            continue
        theirs = likeness(count.noun, other.name)
        if theirs > alike or (_agrees(count, quantity) and theirs >= ALIKE // 2):
            return True
    return False
