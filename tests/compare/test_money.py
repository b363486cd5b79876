"""Amounts, sources, shares and payment plans of two forms."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from perfspec import values
from perfspec.compare import AmountChange, Side, SourceChange, Timing, money, plan
from perfspec.diagnostics import Place
from perfspec.form import Form
from perfspec.model import Budget
from tests.compare.filings import pairs
from tests.compare.forms import OTHER, PLAIN
from tests.laws import tried


def changed(
    old: str | None, new: str | None, old_form: Form = PLAIN, new_form: Form = PLAIN
) -> AmountChange:
    first, second = (None if text is None else values.amount(text) for text in (old, new))
    return money.change(first, second, old_form, new_form)


def budget(total: str, **sources: str) -> Budget:
    named = {name: values.amount(text) for name, text in sources.items()}
    return Budget(total=values.amount(total), sources=named, at=Place(""))


@pytest.mark.parametrize(
    ("old", "new", "old_form", "new_form", "before", "difference", "percent"),
    [
        ("100", "125.50", PLAIN, PLAIN, "100", "25.50", "25.5"),
        ("112500.00", "11.25", PLAIN, OTHER, "11.25", "0", "0"),
        ("11.25", "112500.00", OTHER, PLAIN, "112500", "0", "0"),
        ("1", "1", OTHER, OTHER, "1", "0", "0"),
        ("0", "5", PLAIN, PLAIN, "0", "5", None),
        ("-1", "5", PLAIN, PLAIN, "-1", "6", None),
        ("", "5", PLAIN, PLAIN, None, None, None),
        ("5", "", PLAIN, PLAIN, "5", None, None),
        (None, "5", PLAIN, PLAIN, None, None, None),
        ("5", None, PLAIN, OTHER, "0.0005", None, None),
        ("3", "4", PLAIN, PLAIN, "3", "1", "33.33333333333333333333333333"),
        ("9" * 40, "1" + "0" * 40, PLAIN, PLAIN, "9" * 40, "1", "1." + "0" * 27 + "E-38"),
    ],
)
def test_amounts_are_compared_in_the_unit_of_the_newer_form(  # noqa: PLR0913, PLR0917
    old: str | None, new: str | None, old_form: Form, new_form: Form,
    before: str | None, difference: str | None, percent: str | None,
) -> None:  # fmt: skip
    found = changed(old, new, old_form, new_form)
    assert (found.before, found.difference, money.percent(found)) == tuple(
        None if text is None else Decimal(text) for text in (before, difference, percent)
    )


def test_half_of_something_is_half_no_matter_how_long_it_is() -> None:
    found = changed("2" * 300, "1" * 300)
    assert money.percent(found) == Decimal(-50)


def shares(found: tuple[SourceChange, ...]) -> list[tuple[object, ...]]:
    return [
        (one.id, one.label, one.amount.before, one.amount.after, one.old_share, one.new_share)
        for one in found
    ]


def test_sources_are_one_by_id_then_by_label() -> None:
    old = budget("1000", fiscal="600", other="400")
    new = budget("0.2", fiscal="0.1", own="0.05", upper="0.05")
    assert shares(money.sources(old, new, PLAIN, OTHER)) == [
        ("fiscal", "财政拨款", Decimal("0.06"), Decimal("0.1"), Decimal(60), Decimal(50)),
        ("own", "其他资金", Decimal("0.04"), Decimal("0.05"), Decimal(40), Decimal(25)),
        ("upper", "上级资金", None, Decimal("0.05"), None, Decimal(25)),
    ]
    assert shares(money.sources(new, old, OTHER, PLAIN)) == [
        ("fiscal", "财政资金", Decimal(1000), Decimal(600), Decimal(50), Decimal(60)),
        ("other", "其他资金", Decimal(500), Decimal(400), Decimal(25), Decimal(40)),
        ("upper", "上级资金", Decimal(500), None, Decimal(25), None),
    ]


def test_a_label_that_stands_twice_joins_nothing() -> None:
    twice = tuple(replace(column, label="其他资金") for column in OTHER.sources[1:])
    form = replace(OTHER, sources=twice)
    old, new = budget("1", other="1"), budget("1", own="1", upper="1")
    assert [one.id for one in money.sources(old, new, PLAIN, form)] == ["own", "upper", "other"]


def test_a_source_that_neither_year_has_is_not_told_of() -> None:
    found = money.sources(budget("1", fiscal="1"), budget("1", fiscal="1"), PLAIN, PLAIN)
    assert [one.id for one in found] == ["fiscal"]


def test_a_share_of_nothing_or_of_an_empty_cell_is_not_known() -> None:
    found = money.sources(budget("0", fiscal="0"), budget("", fiscal=""), PLAIN, PLAIN)
    assert shares(found) == [("fiscal", "财政资金", Decimal(0), None, None, None)]


@tried(40)
@given(pairs())
def test_the_total_is_the_sum_of_the_budgets_that_were_read(sides: tuple[Side, Side]) -> None:
    old, new = sides
    found = money.total(old, new, frozenset({"b"}))
    totals = [one.budget.total.value for one in new.filing.projects if one.id != "b"]
    known = [total for total in totals if total is not None]
    assert found.after == (sum(known, Decimal(0)) if len(known) == len(totals) else None)
    assert found.new is not None
    assert found.new.value == found.after
    assert found.old == money.total(new, old, frozenset({"b"})).new


def timing(old: str, new: str, old_form: Form = PLAIN, new_form: Form = PLAIN) -> Timing:
    plans = [
        {
            column.id: values.percent(text.removeprefix("-"))
            for column, text in zip(form.payment_plan, shares.split(), strict=False)
        }
        for form, shares in ((old_form, old), (new_form, new))
    ]
    return plan.change(plans[0], plans[1], old_form, new_form).timing


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("50% 100%", "50.00% 100", Timing.SAME),
        ("50% 100%", "60% 100%", Timing.EARLIER),
        ("60% 100%", "50% 100%", Timing.LATER),
        ("60% 90%", "50% 100%", Timing.MIXED),
        ("50% 100%", "50% 50%", Timing.SAME),
        ("60% 40%", "50% 100%", Timing.LATER),
        ("0 100%", "0 100%", Timing.SAME),
        ("30% 70%", "20% 80%", Timing.LATER),
        ("50% -", "50% 100%", Timing.UNCLEAR),
        ("50% 100%", "- 100%", Timing.UNCLEAR),
        ("- 100%", "- 100%", Timing.SAME),
        ("100%", "50% 100%", Timing.UNCLEAR),
        ("", "50% 100%", Timing.UNCLEAR),
        ("", "", Timing.SAME),
    ],
)
def test_a_plan_is_earlier_where_at_no_date_less_is_paid(old: str, new: str, found: Timing) -> None:
    assert timing(old, new) is found
    back = {Timing.EARLIER: Timing.LATER, Timing.LATER: Timing.EARLIER}
    assert timing(new, old) is back.get(found, found)


def test_dates_of_two_forms_are_one_by_their_month() -> None:
    assert timing("50% 100%", "60% 100%", PLAIN, OTHER) is Timing.EARLIER
    without = tuple(replace(column, month=0) for column in OTHER.payment_plan)
    nameless = replace(OTHER, payment_plan=without)
    assert timing("50% 100%", "60% 100%", PLAIN, nameless) is Timing.UNCLEAR
    assert timing("50% 100%", "60% 100%", nameless, nameless) is Timing.EARLIER


def test_a_plan_keeps_what_was_written() -> None:
    old, new = {"june": values.percent("50%")}, {"june": values.percent("")}
    found = plan.change(old, new, PLAIN, PLAIN)
    assert (found.old, found.new) == (old, new)
