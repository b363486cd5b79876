"""Amounts and per cents: the text stays, the value is exact or none; quantities compare by measure."""

# ruff: noqa: E501 — a case of a table is read in one line

from decimal import Decimal

import pytest

from perfspec import values
from perfspec.values import Amount, Bands, Measure, Quantity, Target
from perfspec.values.units import Dimension


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("112500.00", "112500.00"),
        ("0", "0"),
        ("0.00", "0.00"),
        ("-3.5", "-3.5"),
        ("12345678901234567890.123456789", "12345678901234567890.123456789"),
        ("", None),
    ],
)
def test_an_amount_is_the_digits_as_typed(text: str, value: str | None) -> None:
    amount = values.amount(text)
    assert amount.text == text
    assert str(amount.value) == str(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [("25.00%", "25.00"), ("100", "100"), ("0%", "0"), ("33.333333%", "33.333333"), ("", None)],
)
def test_a_per_cent_may_have_its_sign(text: str, value: str | None) -> None:
    percent = values.percent(text)
    assert percent.text == text
    assert str(percent.value) == str(value)


@pytest.mark.parametrize(
    "text", ["1,000", "１００", "1万", "100元", " 100", "1e3", "+5", "5.", ".5"]
)
def test_an_amount_that_is_no_plain_number_has_no_value(text: str) -> None:
    assert values.amount(text) == Amount(text, None)


@pytest.mark.parametrize(
    ("unit", "dimension", "measure"),
    [
        ("万元", Dimension.MONEY, Measure(Decimal(15000), "元")),
        ("%", Dimension.SHARE, Measure(Decimal("0.015"), "")),
        ("", Dimension.NONE, Measure(Decimal("1.5"), "")),
        ("元/人·月", Dimension.MONEY, Measure(Decimal("1.5"), "元", ("人", "月"))),
        ("标箱", Dimension.COUNT, Measure(Decimal("1.5"), "标箱")),
    ],
)
def test_a_quantity_has_the_dimension_and_scale_of_its_unit(
    unit: str, dimension: Dimension, measure: Measure
) -> None:
    quantity = Quantity("≥", Decimal("1.50"), unit)
    assert quantity.dimension is dimension
    assert quantity.measure == measure


def test_a_measure_is_not_rounded() -> None:
    number = Decimal("1" * 40 + ".5")
    assert Quantity("", number, "万元").measure.number == Decimal("1" * 40 + "5000")


def test_a_target_gives_its_number_or_its_bands_or_neither() -> None:
    quantity, bands = (
        Quantity("≥", Decimal(9), "次"),
        Bands(excellent="", good="", fair="", poor=""),
    )
    assert (
        Target(text="", reading=quantity).quantity,
        Target(text="", reading=quantity).bands,
    ) == (quantity, None)
    assert (Target(text="", reading=bands).quantity, Target(text="", reading=bands).bands) == (
        None,
        bands,
    )
    assert (Target(text="").quantity, Target(text="").bands) == (None, None)
