"""Mistakes in the targets of indicators."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from itertools import pairwise

from mutating.draft import Data, Draft, Kind, Place, indicators, put, target

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_UNIT = re.compile(r"(?<=[0-9])(?:万)?[^0-9.%‰年月日前底]+$")
_DATE = re.compile(r"(20[0-9]{2})年")


def _with(draft: Draft, sign: str, label: str = "", word: str = "") -> Iterator[tuple[Data, str]]:
    """Yield rows with `sign` in the target, `label` in the class and `word` in the name."""
    for row in indicators(draft, label):
        if sign in target(row) and word in str(row["name"]):
            yield row, target(row)


def _changed(draft: Draft, old: str, new: str, label: str = "", word: str = "") -> Iterator[Place]:
    for row, text in _with(draft, old, label, word):
        yield put(row, "target", text.replace(old, new, 1))


def cost_floor(draft: Draft) -> Iterator[Place]:
    """Yield costs from below."""
    return _changed(draft, "≤", "≥", "成本")


def rate_ceiling(draft: Draft) -> Iterator[Place]:
    """Yield good rates from above."""
    for row, text in _with(draft, "≥", word="率"):
        if "%" in text and "满意" not in str(row["class"]):
            yield put(row, "target", text.replace("≥", "≤"))


def satisfaction_ceiling(draft: Draft) -> Iterator[Place]:
    """Yield satisfaction from above."""
    return _changed(draft, "≥", "≤", "满意度")


def error_floor(draft: Draft) -> Iterator[Place]:
    """Yield rates of errors from below."""
    for word in ("差错率", "故障率", "返工率", "投诉率"):
        yield from _changed(draft, "≤", "≥", word=word)


def duration_floor(draft: Draft) -> Iterator[Place]:
    """Yield times to answer from below."""
    return _changed(draft, "≤", "≥", "时效")


def unit_dropped(draft: Draft) -> Iterator[Place]:
    """Yield numbers whose unit was left out."""
    for row in indicators(draft):
        if match := _UNIT.search(target(row)):
            yield put(row, "target", target(row)[: match.start()])


def percent_dropped(draft: Draft) -> Iterator[Place]:
    """Yield rates whose % was left out."""
    return _changed(draft, "%", "")


def percent_to_days(draft: Draft) -> Iterator[Place]:
    """Yield rates in days."""
    for row, text in _with(draft, "%"):
        yield put(row, "target", f"≤{(_NUMBER.search(text) or [''])[0][:1]}天")


def count_to_percent(draft: Draft) -> Iterator[Place]:
    """Yield counts in %."""
    for row in indicators(draft, "数量"):
        if match := _UNIT.search(target(row)):
            yield put(row, "target", f"{target(row)[: match.start()]}%")


def time_to_count(draft: Draft) -> Iterator[Place]:
    """Yield times counted in 次."""
    for row in indicators(draft, "时效"):
        for unit in ("天", "小时"):
            if target(row).endswith(unit):
                yield put(row, "target", target(row).removesuffix(unit) + "次")


def percent_word(draft: Draft) -> Iterator[Place]:
    """Yield 百分比 for %."""
    return _changed(draft, "%", "百分比")


def typed_operator(draft: Draft) -> Iterator[Place]:
    """Yield >= for ≥."""
    return _changed(draft, "≥", ">=")


def other_operator(draft: Draft) -> Iterator[Place]:
    """Yield ≧ for ≥."""
    return _changed(draft, "≥", "≧")


def merged_operator(draft: Draft) -> Iterator[Place]:
    """Yield 290% for ≥90%, as a scanner reads it."""
    return _changed(draft, "≥", "2", "满意度")


def over_hundred(draft: Draft) -> Iterator[Place]:
    """Yield satisfaction of 105%."""
    for row, _ in _with(draft, "%", "满意度"):
        yield put(row, "target", "≥105%")


def below_zero(draft: Draft) -> Iterator[Place]:
    """Yield shares below zero."""
    for row, text in _with(draft, "%"):
        yield put(row, "target", _NUMBER.sub(r"-\g<0>", text, count=1))


def decimal_lost(draft: Draft) -> Iterator[Place]:
    """Yield rates a tenth as large."""
    for row, text in _with(draft, "≥", word="率"):
        if match := re.search(r"([0-9])([0-9])%", text):
            yield put(row, "target", f"{text[: match.start()]}{match[1]}.{match[2]}%")


def vague(draft: Draft) -> Iterator[Place]:
    """Yield words for a number under 产出."""
    for label in ("数量", "质量"):
        for row in indicators(draft, label):
            yield put(row, "target", "有效提高")


def vague_benefit(draft: Draft) -> Iterator[Place]:
    """Yield words for a number under 效益."""
    for label in ("效益", "可持续"):
        for row in indicators(draft, label):
            yield put(row, "target", "明显提升")


def bare_number(draft: Draft) -> Iterator[Place]:
    """Yield a number with neither operator nor unit."""
    for row in indicators(draft):
        if "年" not in target(row) and (match := _NUMBER.search(target(row))):
            yield put(row, "target", match[0])


def unreadable(draft: Draft) -> Iterator[Place]:
    """Yield a target that is none."""
    for row in indicators(draft):
        yield put(row, "target", "见附件")


def placeholder(draft: Draft) -> Iterator[Place]:
    """Yield a target that was never filled in."""
    for row in indicators(draft, "数量"):
        yield put(row, "target", _NUMBER.sub("**", target(row), count=1))


def wide_digits(draft: Draft) -> Iterator[Place]:
    """Yield full-width digits."""
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    for row, text in _with(draft, "%"):
        yield put(row, "target", text.translate(wide))


def next_year(draft: Draft) -> Iterator[Place]:
    """Yield a deadline in the following year."""
    for row in indicators(draft):
        if match := _DATE.search(target(row)):
            year = str(int(match[1]) + 1)
            yield put(row, "target", target(row).replace(match[1], year))


def no_such_day(draft: Draft) -> Iterator[Place]:
    """Yield the 31st of November."""
    for row in indicators(draft):
        if match := _DATE.search(target(row)):
            yield put(row, "target", f"{match[0]}11月31日前")


def over_budget(draft: Draft) -> Iterator[Place]:
    """Yield costs that are larger than the whole budget."""
    for row in indicators(draft, "成本"):
        if "元" in target(row) and (match := _NUMBER.search(target(row))):
            more = Decimal(match[0]) * 1000000
            yield put(row, "target", target(row).replace(match[0], f"{more:f}", 1))


def cost_digit(draft: Draft) -> Iterator[Place]:
    """Yield unit costs a fifth larger."""
    for row in indicators(draft, "成本"):
        if "元" in target(row) and (match := _NUMBER.search(target(row))):
            more = Decimal(match[0]) * 6 / 5
            yield put(row, "target", target(row).replace(match[0], f"{more:f}", 1))


def swapped(draft: Draft) -> Iterator[Place]:
    """Yield two rows with each other's target."""
    for project in draft.projects.values():
        rows = project["indicators"]
        for one, two in pairwise(rows):
            if target(one)[-1:] != target(two)[-1:]:
                first, second = one["target"], two["target"]
                yield partial(_swap, one, two, first, second)


def _swap(one: Data, two: Data, first: object, second: object) -> None:
    one["target"], two["target"] = second, first


def same_threshold(draft: Draft) -> Iterator[Place]:
    """Yield projects whose rates all want the same."""
    for project in draft.projects.values():
        rates = [row for row in project["indicators"] if "%" in target(row)]
        if len(rates) > 2:  # noqa: PLR2004 — two rates may well be the same
            yield partial(_all_same, rates)


def _all_same(rates: list[Data]) -> None:
    for row in rates:
        row["target"] = "≥90%"


def empty(draft: Draft) -> Iterator[Place]:
    """Yield empty targets."""
    for row in indicators(draft):
        yield put(row, "target", "")


KINDS = (
    Kind(name="cost-floor", what="≥ for ≤ in a cost", places=cost_floor),
    Kind(name="rate-ceiling", what="≤ for ≥ in a rate", places=rate_ceiling),
    Kind(name="satisfaction-ceiling", what="≤ for ≥ in satisfaction", places=satisfaction_ceiling),
    Kind(name="error-floor", what="≥ for ≤ in a rate of errors", places=error_floor),
    Kind(name="duration-floor", what="≥ for ≤ in a time to answer", places=duration_floor),
    Kind(name="unit-dropped", what="the unit of a number left out", places=unit_dropped),
    Kind(name="percent-dropped", what="the % of a rate left out", places=percent_dropped),
    Kind(name="percent-to-days", what="a rate in days", places=percent_to_days),
    Kind(name="count-to-percent", what="a count in %", places=count_to_percent),
    Kind(name="time-to-count", what="a time in 次", places=time_to_count),
    Kind(name="percent-word", what="百分比 for %", places=percent_word),
    Kind(name="typed-operator", what=">= for ≥", places=typed_operator),
    Kind(name="other-operator", what="≧ for ≥", places=other_operator),
    Kind(name="merged-operator", what="290% for ≥90%", places=merged_operator),
    Kind(name="over-hundred", what="satisfaction of 105%", places=over_hundred),
    Kind(name="below-zero", what="a share below zero", places=below_zero),
    Kind(name="decimal-lost", what="9.5% for 95%", places=decimal_lost),
    Kind(name="vague-output", what="有效提高 for a number of an output", places=vague),
    Kind(name="vague-benefit", what="明显提升 for a number of a benefit", places=vague_benefit),
    Kind(name="bare-number", what="neither operator nor unit", places=bare_number),
    Kind(name="unreadable", what="见附件 as a target", places=unreadable),
    Kind(name="target-placeholder", what="** for a number", places=placeholder),
    Kind(name="wide-digits", what="full-width digits", places=wide_digits),
    Kind(name="next-year", what="a deadline in the following year", places=next_year),
    Kind(name="no-such-day", what="the 31st of November", places=no_such_day),
    Kind(name="over-budget", what="a unit cost over the whole budget", places=over_budget),
    Kind(name="cost-digit", what="a unit cost a fifth larger", places=cost_digit),
    Kind(name="targets-swapped", what="the targets of two rows swapped", places=swapped),
    Kind(name="same-threshold", what="all rates at ≥90%", places=same_threshold),
    Kind(name="target-empty", what="an empty target", places=empty),
)
