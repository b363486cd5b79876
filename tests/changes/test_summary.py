"""The figures of the one-page answer, and per cents."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfspec.changes import figures, summary
from perfspec.changes.summary import Projects
from perfspec.changes.view import sections
from perfspec.compare import AmountChange, Shift
from perfspec.diagnostics import Severity
from perfspec.values import Amount
from tests.changes import examples


def test_projects_are_counted_by_what_became_of_them() -> None:
    assert summary.of(examples.rich()).projects == Projects(
        matched=5, same=2, changed=3, renamed=2, added=1, ended=1, open=2, regrouped=1
    )


def test_targets_are_counted_by_shift_and_another_writing_is_none() -> None:
    assert summary.of(examples.rich()).targets == {
        Shift.TIGHTENED: 2,
        Shift.RELAXED: 2,
        Shift.REVERSED: 1,
        Shift.SHIFTED: 1,
        Shift.REDEFINED: 2,
        Shift.QUANTIFIED: 1,
        Shift.DEQUANTIFIED: 1,
        Shift.REWORDED: 1,
    }


def test_indicators_judgements_and_what_is_left_out_are_counted() -> None:
    told = summary.of(examples.rich())
    assert (told.indicators_added, told.indicators_dropped, told.indicators_open) == (1, 1, 1)
    assert told.judgements == {Severity.ERROR: 1, Severity.WARNING: 1, Severity.INFO: 0}
    assert told.left_out == 1


def test_money_of_all_departments_is_added_up() -> None:
    money = summary.of(examples.rich()).money
    assert (money.before, money.after, money.unit) == (
        Decimal("1602500.00"),
        Decimal("1877500.00"),
        "元",
    )
    assert (money.difference, money.percent) == (Decimal("275000.00"), Decimal("17.2"))


def test_of_three_years_the_newest_step_is_told() -> None:
    assert summary.of(examples.three()).money.before == Decimal("1490000.00")
    first, second = sections(examples.three())
    assert summary.figures([first]).money.before == Decimal("770000.00")
    assert summary.figures([first, second]).projects.matched == 7


def test_amounts_in_two_units_are_not_added_up() -> None:
    first, second = sections(examples.rich())
    compared = second.step.comparison
    form = replace(compared.new.form, money_unit="万元")
    compared = replace(compared, new=replace(compared.new, form=form))
    other = replace(second, step=replace(second.step, comparison=compared))
    money = summary.figures([first, other]).money
    assert (money.before, money.after, money.difference, money.percent) == (None, None, None, None)
    assert summary.figures([]).money.unit == ""


def test_a_sum_with_an_unknown_amount_is_unknown() -> None:
    first, second = sections(examples.rich())
    unknown = AmountChange(old=Amount("", None), new=None, before=None, after=None)
    compared = replace(second.step.comparison, total=unknown)
    other = replace(second, step=replace(second.step, comparison=compared))
    assert summary.figures([first, other]).money.before is None


def test_a_project_that_promises_less_for_more_money_is_named_with_its_rows() -> None:
    (weaker,) = summary.of(examples.rich()).weaker
    assert weaker.group.id == "training"
    assert weaker.has_more_money
    assert [(row.indicator, row.shift) for row in weaker.rows] == [
        ("trained", Shift.RELAXED),
        ("printed", None),
        ("cost", Shift.REVERSED),
        ("effect", Shift.DEQUANTIFIED),
        ("trained-term", Shift.RELAXED),
    ]


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [("200000", "200000", True), ("200000", "199999", False), (None, "1", True)],
)
def test_less_money_for_less_is_no_headline_and_unknown_money_is(
    before: str | None, after: str, named: bool
) -> None:
    section = sections(examples.rich())[0]
    groups = []
    for group in section.projects:
        if group.id == "training" and group.change:
            known = None if before is None else Decimal(before)
            budget = replace(group.change.budget, before=known, after=Decimal(after))
            groups.append(replace(group, change=replace(group.change, budget=budget)))
    found = summary.figures([replace(section, projects=tuple(groups))]).weaker
    assert bool(found) is named
    assert not any(one.has_more_money for one in found)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("200", "260", "30.0"),
        ("3", "4", "33.3"),
        ("3", "5", "66.7"),
        ("1000", "1000.5", "0.1"),
        ("1000", "999.5", "-0.1"),
        ("1000", "1000.4", "0.0"),
        ("1000", "999.6", "0.0"),
        ("0", "5", None),
        ("-5", "5", None),
        (None, "5", None),
        ("5", None, None),
    ],
)
def test_per_cents_are_rounded_half_up_to_one_decimal(
    before: str | None, after: str | None, expected: str | None
) -> None:
    old, new = (None if one is None else Decimal(one) for one in (before, after))
    found = figures.percent(old, new)
    assert (None if found is None else str(found)) == expected


def test_a_per_cent_of_many_digits_is_worked_out_all_the_same() -> None:
    found = figures.percent(Decimal("0.01"), Decimal("9" * 200))
    assert found is not None
    assert found.adjusted() == 204


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=1),
    st.decimals(allow_nan=False, allow_infinity=False, places=2),
)
def test_a_per_cent_always_has_one_decimal(before: Decimal, after: Decimal) -> None:
    found = figures.percent(before, after)
    assert found is not None
    assert figures.signed_percent(found)[-3:-2] == "."


@pytest.mark.parametrize(
    ("number", "expected"),
    [("30", "+30"), ("-0.5", "-0.5"), ("0", "0"), ("-0.00", "0.00"), ("1E+3", "+1000")],
)
def test_a_number_has_its_sign_and_zero_has_none(number: str, expected: str) -> None:
    assert figures.signed(Decimal(number)) == expected
