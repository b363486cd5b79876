"""Years and figures of the older filing that were left in a text of the newer one.

In: a comparison. Out: what stands in a stretch of text that was kept as it was, and is not true any
more: years that were planned for, plans of the older year that an indicator rests on, the older
budget, and what 上年 (last year) had reached.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from perfspec import prose
from perfspec.compare import Comparison, ProjectChange
from perfspec.contrast import wording, written
from perfspec.contrast.written import Kept, Written
from perfspec.diagnostics import Place
from perfspec.evidence import amounts, staleness
from perfspec.prose.records import Money, Role, Title, Year, YearUse
from perfspec.values.numerals import times
from perfspec.values.units import unit

# Plans that are made anew each year, by how their titles end.
_YEARLY = re.compile(
    "(?:工作计划|工作要点|工作安排|工作方案|实施计划|年度计划|任务书|责任书|任务清单|预算|预算书)\\Z"
)
_OF_LAST_YEAR = re.compile(
    "(?:上一?年|去年)(?:度|同期|底|末)?的?"
    "(?:实际|实绩|完成|达到|达|共|为|约|值|已|全[县市区年]|办理|接待|受理|发放|[（(：:，,]){1,4}"
    "(?P<number>[0-9]+(?:[.][0-9]+)?)(?P<unit>[^0-9。；，,;、（）()\\s]{0,6})"
)
_WHOLE = re.compile("100(?:[.]0+)?[%％]|0+(?:[.]0+)?(?![.0-9])")


class _Stretch(NamedTuple):
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What was left standing: where, its words, and where it stands in the older text."""

    at: Place
    words: str
    before: Place


def years(comparison: Comparison) -> Iterator[Left]:
    """Yield years before the newer filing's that a text plans for and that were copied."""
    found_stale = list(staleness.stale(comparison.new.filing, comparison.new.form))
    texts = written.at(comparison, {one.passage.at for one in found_stale})
    kept: dict[Place, Kept] = {}
    for stale in found_stale:
        at = stale.passage.at
        if at not in kept and at in texts:
            kept[at] = Kept(texts[at])
        if at in kept and (found := _left(texts[at], kept[at], stale.year)):
            yield found


def plans(comparison: Comparison) -> Iterator[Left]:
    """Yield the titles of plans of the older year on which an indicator rests, as it did before."""
    older = comparison.old.filing.year
    for one in written.of_comparison(comparison):
        if one.change.key == "basis" and str(older) in one.new:
            read, kept = prose.read(one.new), Kept(one)
            starts = [title.start for title in read.titles]
            titled = (
                read.titles[bisect_right(starts, year.start) - 1]
                for year in read.years
                if year.use is YearUse.TITLE and year.year == older
            )
            for title in dict.fromkeys(titled):
                if _YEARLY.search(title.text) and (found := _left(one, kept, title)):
                    yield found


def budget(change: ProjectChange, comparison: Comparison) -> Iterator[Left]:
    """Yield where the purpose and the goals still state the older budget, which is another now."""
    total, newer = change.budget.old, change.budget.after
    if not total or not total.value or newer is None or newer == change.budget.before:
        return
    yuan = times(total.value, unit(comparison.old.form.money_unit).scale)
    for one in written.of_project(change):
        if one.change.key in {"purpose", "goals"} and "元" in one.new:
            kept = Kept(one)
            stated = (money for money in prose.read(one.new).amounts if money.yuan == yuan)
            for amount in stated:
                if _is_whole(amount, one.new) and (found := _left(one, kept, amount)):
                    yield found


def _is_whole(amount: Money, text: str) -> bool:
    """Tell whether an amount may be a budget: exact, no price, and none of other money."""
    if not amount.exact or amount.per or amount.role is Role.OUTSIDE:
        return False
    return not (amounts.is_bound(amount, text) or amounts.is_other(amount, text))


def figures(comparison: Comparison) -> Iterator[Left]:
    """Yield what last year had reached, where it still says what the year before that had."""
    for one in written.of_comparison(comparison):
        stretches = [*of_last_year(one.new)]
        kept = Kept(one) if stretches else None
        for start, end in stretches:
            if kept and (found := _left(one, kept, _Stretch(start, end))):
                yield found


def of_last_year(text: str) -> Iterator[tuple[int, int]]:
    """Yield where `text` says what 上年 (last year) had reached, but for none and all."""
    if "上年" in text or "去年" in text or "上一年" in text:
        for match in _OF_LAST_YEAR.finditer(text):
            if not _WHOLE.match(text, match.start("number")):
                yield match.span()


def many(found: tuple[Left, ...]) -> dict[str, object]:
    """Return what is in so many files that it is told at once, as arguments of a message; or {}."""
    files = len({one.at.path for one in found})
    words = wording.listed(dict.fromkeys(one.words for one in found))
    return {"n": len(found), "files": files, "x": words} if files > wording.SINGLY else {}


def few(found: tuple[Left, ...]) -> tuple[Left, ...]:
    """Return what is told one by one."""
    return () if many(found) else found


def _left(one: Written, kept: Kept, words: Year | Title | Money | _Stretch) -> Left | None:
    before = kept.before(words.start, words.end)
    if before is None:
        return None
    at = one.new_at.part(words.start, words.end)
    return Left(at=at, words=one.new[words.start : words.end], before=before)
