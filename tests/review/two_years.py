"""Two filings for rules over two years: tables and budgets in short, and what a rule says."""

import json
from typing import Any

from perfspec.rule import Rule
from perfspec.settings import Settings
from tests.review.examples import Examined, examine


def money(total: str) -> dict[str, Any]:
    """Return a budget."""
    return {"total": total, "sources": {"fiscal": total, "other": "0.00"}}


def rows(*texts: str) -> list[dict[str, str]]:
    """Return indicators written as class, name and target."""
    return [dict(zip(("class", "name", "target"), text.split(), strict=True)) for text in texts]


def of_tables(
    rule: Rule, old: list[str], new: list[str], totals: tuple[str, str] = ("200000", "200000"),
    settings: Settings = Settings(), **before: Any,  # noqa: ANN401, B008
) -> Examined:  # fmt: skip
    """Return what `rule` says of two tables with two budgets."""
    before |= {"indicators": rows(*old), "budget": money(totals[0])}
    example = {"before": before, "indicators": rows(*new), "budget": money(totals[1])}
    return examine(rule, json.dumps(example, ensure_ascii=False), settings)


def briefly(one: Examined) -> list[tuple[str, str]]:
    """Return level and underlined words of each finding."""
    return [(it.level, it.marked) for it in one.found]


def of_filings(
    rule: Rule, before: dict[str, Any], now: dict[str, Any], settings: Settings = Settings()  # noqa: B008
) -> Examined:  # fmt: skip
    """Return what `rule` says of two filings."""
    return examine(rule, json.dumps({**now, "before": before}, ensure_ascii=False), settings)
