"""Mistakes in amounts of money: budget, sources, purpose, payment plan."""

import re
from collections.abc import Iterator
from functools import partial

from mutating.draft import Data, Draft, Kind, Place, purposes, put

_YUAN = re.compile(r"([0-9]+)元")
_CLAUSE = re.compile(r"[，、][^，、（）]*[0-9]元")


def _totals(draft: Draft) -> Iterator[tuple[Data, str]]:
    for project in draft.projects.values():
        if project["budget"]["total"]:
            yield project["budget"], str(project["budget"]["total"])


def _sources(draft: Draft) -> Iterator[tuple[Data, str, str]]:
    for budget, _ in _totals(draft):
        for key, text in budget["sources"].items():
            yield budget["sources"], key, str(text)


def digit(text: str, at: int) -> str:
    """Return `text` with another digit at `at`."""
    return f"{text[:at]}{(int(text[at]) + 4) % 9 + 1}{text[at + 1 :]}"


def total_digit(draft: Draft) -> Iterator[Place]:
    """Yield budgets with another digit."""
    for budget, text in _totals(draft):
        for at in range(text.index(".") if "." in text else len(text)):
            if digit(text, at) != text:
                yield put(budget, "total", digit(text, at))


def total_larger(draft: Draft) -> Iterator[Place]:
    """Yield budgets ten thousand times as large."""
    for budget, text in _totals(draft):
        whole, dot, part = text.partition(".")
        yield put(budget, "total", f"{whole}0000{dot}{part}")


def swapped_digits(draft: Draft) -> Iterator[Place]:
    """Yield sources with two digits swapped."""
    for sources, key, text in _sources(draft):
        for at in range(len(text) - 1):
            one, two = text[at], text[at + 1]
            if one != two and "." not in one + two and not (at == 0 and two == "0"):
                yield put(sources, key, text[:at] + two + one + text[at + 2 :])


def negative_total(draft: Draft) -> Iterator[Place]:
    """Yield budgets below zero."""
    for budget, text in _totals(draft):
        yield put(budget, "total", f"-{text}")


def empty_total(draft: Draft) -> Iterator[Place]:
    """Yield empty budgets."""
    for budget, _ in _totals(draft):
        yield put(budget, "total", "")


def bare_zero(draft: Draft) -> Iterator[Place]:
    """Yield 0 in the place of 0.00."""
    for sources, key, text in _sources(draft):
        if text == "0.00":
            yield put(sources, key, "0")


def amount_in_words(draft: Draft) -> Iterator[Place]:
    """Yield amounts with a unit in the cell."""
    for budget, text in _totals(draft):
        yield put(budget, "total", f"{text.partition('.')[0]}万元")


def thousands(draft: Draft) -> Iterator[Place]:
    """Yield amounts with a comma."""
    for budget, text in _totals(draft):
        if match := re.search(r"(?<=[0-9])[0-9]{3}(?=\.|$)", text):
            yield put(budget, "total", f"{text[: match.start()]},{text[match.start() :]}")


def amount_in_name(draft: Draft) -> Iterator[Place]:
    """Yield names with an amount that is not the budget."""
    for project in draft.projects.values():
        if project["name"] and project["budget"]["total"]:
            yield put(project, "name", f"{project['name']}3.7万元")


def purpose_digit(draft: Draft) -> Iterator[Place]:
    """Yield amounts of the purpose with another digit."""
    for project, text in purposes(draft):
        for match in _YUAN.finditer(text):
            yield put(project, "purpose", digit(text, match.start()))


def purpose_unit(draft: Draft) -> Iterator[Place]:
    """Yield amounts of the purpose in 万元."""
    for project, text in purposes(draft):
        for match in _YUAN.finditer(text):
            yield put(project, "purpose", f"{text[: match.end(1)]}万{text[match.end(1) :]}")


def purpose_zero(draft: Draft) -> Iterator[Place]:
    """Yield amounts of the purpose ten times as large."""
    for project, text in purposes(draft):
        for match in _YUAN.finditer(text):
            yield put(project, "purpose", f"{text[: match.end(1)]}0{text[match.end(1) :]}")


def purpose_item(draft: Draft) -> Iterator[Place]:
    """Yield purposes that lack one of their amounts."""
    for project, text in purposes(draft):
        for match in _CLAUSE.finditer(text):
            yield put(project, "purpose", text[: match.start()] + text[match.end() :])


def _plans(draft: Draft) -> Iterator[Data]:
    for project in draft.projects.values():
        plan = project.get("payment_plan", {})
        if all(plan.values()) and plan:
            yield plan


def plan_falls(draft: Draft) -> Iterator[Place]:
    """Yield plans that fall."""
    for plan in _plans(draft):
        yield put(plan, list(plan)[1], "2.00%")


def plan_short(draft: Draft) -> Iterator[Place]:
    """Yield plans that end below 100."""
    for plan in _plans(draft):
        yield put(plan, list(plan)[-1], "95.00%")


def plan_over(draft: Draft) -> Iterator[Place]:
    """Yield plans that end above 100."""
    for plan in _plans(draft):
        yield put(plan, list(plan)[-1], "110.00%")


def plan_parts(draft: Draft) -> Iterator[Place]:
    """Yield plans with the share of each quarter, not the sum so far."""
    for plan in _plans(draft):
        yield partial(plan.update, dict.fromkeys(plan, "25.00%"))


KINDS = (
    Kind(name="budget-digit", what="another digit in the budget", places=total_digit),
    Kind(name="budget-times-10000", what="the budget × 10000", places=total_larger),
    Kind(name="source-swapped", what="two digits of a source swapped", places=swapped_digits),
    Kind(name="budget-negative", what="the budget below zero", places=negative_total),
    Kind(name="budget-empty", what="the budget empty", places=empty_total),
    Kind(name="bare-zero", what="0 for 0.00", places=bare_zero),
    Kind(name="amount-with-unit", what="万元 in an amount cell", places=amount_in_words),
    Kind(name="amount-with-comma", what="1,000 in an amount cell", places=thousands),
    Kind(name="amount-in-name", what="another amount in the project's name", places=amount_in_name),
    Kind(name="purpose-digit", what="another digit in the purpose", places=purpose_digit),
    Kind(name="purpose-unit", what="万元 for 元 in the purpose", places=purpose_unit),
    Kind(name="purpose-zero", what="one 0 more in the purpose", places=purpose_zero),
    Kind(name="purpose-item", what="an amount of the purpose left out", places=purpose_item),
    Kind(name="plan-falls", what="the payment plan falls", places=plan_falls),
    Kind(name="plan-short", what="the payment plan ends at 95", places=plan_short),
    Kind(name="plan-over", what="the payment plan ends at 110", places=plan_over),
    Kind(name="plan-parts", what="shares in the plan, not sums", places=plan_parts),
)
