"""Counts in running text: 11次, 两次, 220门, 10万页, 98%, and the nouns that they count."""

import re
from dataclasses import replace

from perfspec.prose import clauses, measures
from perfspec.prose.figures import Figure, bound
from perfspec.prose.records import Count

# Within a clause: 为老人发放物资800份 counts 物资, 医用耗材含口罩2万只 counts 口罩.
_DONE = re.compile("开展|举办|召开|发放|印制|包括|包?含(?![水量税氮硒油])")


def counts(text: str, shadow: str, figures: tuple[Figure, ...]) -> tuple[Count, ...]:
    """Return the counts of `text`, given its shadow and the numbers in it."""
    found: list[Count] = []
    low = 0
    for index, figure in enumerate(figures):
        at = figure.end + (shadow[figure.end : figure.end + 1] == " ")
        unit = measures.measure(shadow, at, chinese=figure.chinese)
        end = at + len(unit)
        if unit and unit != "元":
            high = figures[index + 1].said if index + 1 < len(figures) else len(shadow)
            count = _count(text, shadow, figure, (low, at, end, high))
            found.append(count if count.noun else _borrowed(text, shadow, count, low, found))
        low = end
    return tuple(found)


def _count(text: str, shadow: str, figure: Figure, bounds: tuple[int, int, int, int]) -> Count:
    low, at, end, high = bounds
    op, exact = bound(shadow, end)
    clause = max(low, clauses.left(shadow, figure.said))
    per, _, each_end = clauses.each(shadow, clause, figure.said)
    behind = clauses.PER.match(shadow, end)
    start, stop = clauses.behind(shadow, behind.end() if behind else end, high)
    if start == stop:
        start, stop = clauses.trim(shadow, each_end if per else clause, figure.said)
        done = [one.end() for one in _DONE.finditer(shadow, start, stop)]
        start = done[-1] if done and stop - done[-1] > 1 else start
    return Count(
        start=figure.start,
        end=end,
        number=figure.number,
        unit=text[at:end],
        op=figure.op or op,
        noun=text[start:stop],
        noun_start=start,
        exact=figure.exact and exact,
        per=behind[1] if behind else per,
    )


def _borrowed(text: str, shadow: str, count: Count, low: int, found: list[Count]) -> Count:
    """Return `count` with the noun of the clause before it: 监督检查1次，全年不少于4次."""
    comma = clauses.left(shadow, count.start) - 1
    if found and low == found[-1].end and count.start - low <= clauses.SPAN // 4:
        return replace(count, noun=found[-1].noun, noun_start=found[-1].noun_start)
    if comma > low and shadow[comma] in "，,":
        start, stop = clauses.before(shadow, low, comma)
        return replace(count, noun=text[start:stop], noun_start=start)
    return count
