"""Amounts, per cents and targets: the text stays, the value is exact or none."""

# ruff: noqa: E501 — a case of a table is read in one line

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from perfspec import values
from perfspec.values import Bands, Quantity, Split


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


# Values as units publish them.
READABLE = [
    ("9次", "", "9", "次"),
    ("≥90%", "≥", "90", "%"),
    ("≤2天", "≤", "2", "天"),
    ("≥9000元", "≥", "9000", "元"),
    ("≥400平方米", "≥", "400", "平方米"),
    ("≥400㎡", "≥", "400", "㎡"),
    ("≥98百分比", "≥", "98", "百分比"),
    ("100百分比", "", "100", "百分比"),
    ("20万元", "", "20", "万元"),
    ("70%", "", "70", "%"),
    ("5‰", "", "5", "‰"),
    ("220", "", "220", ""),
    ("0", "", "0", ""),
    ("-5%", "", "-5", "%"),
    ("≧300人", "≥", "300", "人"),
    (">=21933人", "≥", "21933", "人"),
    ("不低于90%", "≥", "90", "%"),
    ("不少于2 次", "≥", "2", "次"),
    ("大于等于 98 %", "≥", "98", "%"),
    ("≦1000元/人", "≤", "1000", "元/人"),
    ("<=3天", "≤", "3", "天"),
    ("不超过90万元", "≤", "90", "万元"),
    ("不高于5%", "≤", "5", "%"),
    ("小于等于 12 万元", "≤", "12", "万元"),
    ("<24小时", "<", "24", "小时"),
    ("＜24小时", "<", "24", "小时"),
    ("小于3件", "<", "3", "件"),
    (">5户", ">", "5", "户"),
    ("＞5户", ">", "5", "户"),
    ("大于5户", ">", "5", "户"),
    ("=300天", "=", "300", "天"),
    ("＝300天", "=", "300", "天"),
    ("═100%", "=", "100", "%"),
    ("等于 100 %", "=", "100", "%"),
    ("13969.56标箱", "", "13969.56", "标箱"),
    ("2km", "", "2", "km"),
    ("36.5℃", "", "36.5", "℃"),
    ("300元/人·月", "", "300", "元/人·月"),
    ("300元/人*月", "", "300", "元/人*月"),
    ("300元/人.月", "", "300", "元/人.月"),
    ("5个百分点", "", "5", "个百分点"),
    ("3个月", "", "3", "个月"),
    ("3年", "", "3", "年"),
    (" ≥ 90 % ", "≥", "90", "%"),
]


@pytest.mark.parametrize(("text", "op", "number", "unit"), READABLE)
def test_a_target_in_figures_is_read(text: str, op: str, number: str, unit: str) -> None:
    target = values.target(text)
    assert target.text == text
    assert target.quantity == Quantity(op, Decimal(number), unit)


UNREADABLE = [
    "", "无", "持续提高", "正向 大于等于 98 %", "反向 小于等于 1", "定性 长期", "不超预算",
    # bounds, estimates and ranges, which this grammar does not know
    "95%以上", "3天以内", "10人以下", "2天内", "100人左右", "10余人", "10多人", "3至五次", "10-20次",
    # dates
    "2025年10月底前", "2023年12月31日", "2026年12月", "2020年", "2020 年", "12月底到位", "11月底之前",
    "3月", "15日", "8时", "2020年全年。",
    # sentences, remarks, several numbers
    "100元。", "100%完成", "≤99% (稳定运行率)", "100% | 90% | 85% | <85%", "88 / 100", "1:1", "1/3",
    "暂定量按15次作业且总航时不少于30小时测算", "辖区企业满意率达95%以上。", "1项制度得到完善",
    "1次面向全县各单位的大型活动",
    # no number that it knows
    "≥**人", "３次", "两次", "1,030", "1.2.3", "1e3", "3万", "0x1F", "≥", "%", "- 5", "≥≤5",
]  # fmt: skip


@pytest.mark.parametrize("text", UNREADABLE)
def test_a_target_that_cannot_be_read_is_kept_without_a_value(text: str) -> None:
    target = values.target(text)
    assert target.text == text
    assert target.quantity is None


@example("1" + "0" * 28)
@given(st.text(max_size=40))
def test_no_text_breaks_the_grammar_or_gains_digits(text: str) -> None:
    found = values.quantity(text)
    if found:
        # `abs` would round to 28 digits, and `str` would write some of the rest as 1E+28.
        assert f"{found.number.copy_abs():f}" in text
        assert found.unit in text


BLANKS = " " * 200_000


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        (f"{BLANKS}5{BLANKS}", Quantity("", Decimal(5), "")),
        (f"{BLANKS}≥{BLANKS}5{BLANKS}次{BLANKS}", Quantity("≥", Decimal(5), "次")),
        (f"{BLANKS}x", None),
        (f"≥{BLANKS}x", None),
        (f"5{BLANKS}x1", None),
        (f"5{BLANKS}", Quantity("", Decimal(5), "")),
        (f"5百{BLANKS}x", None),
        (f"2020{BLANKS}x", Quantity("", Decimal(2020), "x")),
        (f"{'1' * 200_000}!", None),
        (f"5{'百' * 200_000}!", None),
    ],
    ids=[
        "around",
        "between",
        "before no number",
        "behind the operator",
        "before no unit",
        "behind",
        "behind a multiple",
        "behind a year",
        "digits",
        "multiples",
    ],
)
def test_a_target_may_be_long(text: str, quantity: Quantity | None) -> None:
    # Written to be read in one pass: these take minutes where each blank looks at all others.
    assert values.quantity(text) == quantity


def test_a_split_target_is_read_as_one_text() -> None:
    target = values.split_target("大于等于", "98", "%")
    assert target.text == "大于等于98%"
    assert target.split == Split(op="大于等于", value="98", unit="%")
    assert target.quantity == Quantity("≥", Decimal(98), "%")
    assert values.split_target("", "长期", "").quantity is None


def test_a_banded_target_has_no_single_value() -> None:
    bands = Bands(excellent="100%", good="90%", fair="85%", poor="<85%")
    target = values.banded_target(bands)
    assert (target.text, target.quantity, target.bands) == ("100% 90% 85% <85%", None, bands)


def test_every_operator_means_one_of_five() -> None:
    assert set(values.OPERATORS.values()) == set("≥≤><=")
    assert all(values.OPERATORS[sign] == sign for sign in "≥≤><=")
