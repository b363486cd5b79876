"""Rules on money that grew for the same, on copied tables, actual values and payment plans."""

# ruff: noqa: E501 — a case of a table is read in one line

import json
from decimal import Decimal

import pytest

from perfspec.compare import AmountChange
from perfspec.contrast import growth
from perfspec.review import below_actual, more_for_same, payment_plan_moved, target_copied
from perfspec.settings import Settings
from tests.review.examples import examine
from tests.review.two_years import of_tables

SAME = ["数量指标 培训次数 ≥10次", "质量指标 合格率 ≥95%", "服务对象满意度指标 学员满意度 ≥90%"]
# more-for-same: tables, budgets, whether it is found.
FOR_SAME = [
    (SAME, SAME, ("100000", "106000"), True),
    (SAME, SAME, ("100000", "105000"), False),
    (SAME, SAME, ("100000", "90000"), False),
    (SAME, [SAME[0], SAME[1], "服务对象满意度指标 学员满意度 ≥91%"], ("100000", "120000"), False),
    (SAME, [*SAME, "数量指标 印制教材 ≥500册"], ("100000", "120000"), False),
    (SAME, SAME[:2], ("100000", "120000"), True),
    (["质量指标 合格率 100%"], ["质量指标 合格率 100%"], ("100000", "120000"), False),
    ([*SAME, "成本指标 单价 ≤100元"], [*SAME, "成本指标 单价 ≤110元"], ("100000", "120000"), False),
    ([*SAME, "成本指标 单价 ≤100元"], [*SAME, "成本指标 单价 ≤100元"], ("100000", "120000"), True),
    # What all costs goes with the budget and explains nothing.
    (
        [*SAME, "成本指标 总成本 ≤10万元"],
        [*SAME, "成本指标 总成本 ≤12万元"],
        ("100000", "120000"),
        True,
    ),
    (
        [*SAME, "成本指标 月均费用 ≤1万元/月"],
        [*SAME, "成本指标 月均费用 ≤2万元/月"],
        ("100000", "120000"),
        True,
    ),
    (
        [*SAME, "成本指标 培训费用 ≤100元/人"],
        [*SAME, "成本指标 培训费用 ≤110元/人"],
        ("100000", "120000"),
        False,
    ),
]


@pytest.mark.parametrize(("old", "new", "totals", "found"), FOR_SAME)
def test_more_money_with_no_better_target_is_found(
    old: list[str], new: list[str], totals: tuple[str, str], found: bool
) -> None:
    one = of_tables(more_for_same.RULE, old, new, totals)
    assert [it.marked for it in one.found] == [totals[1]] * found


def test_the_rise_that_needs_no_better_target_can_be_set() -> None:
    settings = Settings(options={"more-for-same": {"per_cent": 20}})
    for total, count in (("120000", 0), ("120001", 1)):
        one = of_tables(more_for_same.RULE, SAME, SAME, ("100000", total), settings)
        assert len(one.found) == count


@pytest.mark.parametrize(
    ("old", "new", "year", "level"),
    [
        (SAME, SAME, "2025", "info"),
        (SAME, SAME, "2024", "warning"),
        (SAME, SAME, "2026", ""),
        (SAME[:2], SAME[:2], "2025", ""),
        (SAME, [*SAME, "质量指标 及时率 100%"], "2025", ""),
        ([*SAME, "质量指标 及时率 100%"], SAME, "2025", ""),
        ([*SAME, "质量指标 及时率 100%"], [*SAME, "质量指标 及时率 100%"], "2025", "info"),
        (SAME, [*SAME[:2], "服务对象满意度指标 学员满意度 ≥91%"], "2025", ""),
    ],
)
def test_a_copied_table_is_found(old: list[str], new: list[str], year: str, level: str) -> None:
    one = of_tables(target_copied.RULE, old, new, filing={"year": year})
    assert [it.level for it in one.found] == [level] * bool(level)
    for it in one.found:
        assert it.message == f"in 1 of 1 projects all targets are as in {year}: 馆藏档案数字化经费"
        assert (it.path, it.related) == ("projects", ("indicators",))


# below-actual: the older and newer target, what was reached, level and what is not known.
ACTUAL = [
    ("数量指标 培训人次 ≥100人次", "数量指标 培训人次 ≥100人次", "120人次", "warning", 0),
    ("数量指标 培训人次 ≥100人次", "数量指标 培训人次 ≥100人次", "119", "info", 0),
    ("数量指标 培训人次 ≥100人次", "数量指标 培训人次 ≥115人次", "120人次", "", 0),
    ("数量指标 培训人次 ≥100人次", "数量指标 培训人次 ≥110人次", "120人次", "info", 0),
    ("数量指标 培训人次 ≥100人次", "数量指标 培训人次 100人次", "200人次", "warning", 0),
    ("数量指标 培训人次 ≥100人次", "数量指标 培训人次 ≥90人次", "120人次", "", 0),
    ("数量指标 培训人次 ≥100人次", "数量指标 培训人次 ≥100人次", "80人次", "", 0),
    ("数量指标 培训人次 ≥100人次", "数量指标 培训人次 ≥100人次", "较多", "", 1),
    ("数量指标 培训人次 ≥100人次", "数量指标 培训人次 ≥100人次", "120场", "", 1),
    ("数量指标 培训人次 ≥100人次", "数量指标 培训人次 ≥100人次", "", "", 1),
    ("质量指标 合格率 ≥95%", "质量指标 合格率 ≥95%", "96.2%", "", 0),
    ("质量指标 合格率 ≥80%", "质量指标 合格率 ≥80%", "98%", "warning", 0),
    ("质量指标 合格率 100%", "质量指标 合格率 100%", "", "", 0),
    ("时效指标 响应时间 ≤5天", "时效指标 响应时间 ≤5天", "4天", "warning", 0),
    ("时效指标 响应时间 ≤50小时", "时效指标 响应时间 ≤50小时", "2天", "", 0),
    ("社会效益指标 投诉事件 ≤3起", "社会效益指标 投诉事件 ≤3起", "0起", "", 0),
    ("成本指标 单价 ≤100元", "成本指标 单价 ≤100元", "60元", "", 0),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "reached", "level", "undecided"), ACTUAL)
def test_a_target_below_what_was_reached_is_found(
    old: str, new: str, reached: str, level: str, undecided: int
) -> None:
    actuals = {old.split()[1]: reached} if reached else {}
    others = ["质量指标 其他情况 良好"]
    actuals["其他情况"] = "优秀"
    one = of_tables(below_actual.RULE, [old, *others], [new, *others], actuals=actuals)
    assert [it.level for it in one.found] == [level] * bool(level)
    assert len(one.undecided) == undecided
    assert all(it.related == (old.split()[2], reached) for it in one.found)


def test_it_says_what_was_reached_and_in_which_year() -> None:
    row = "数量指标 培训人次 ≥100人次"
    less = "数量指标 培训人次 ≥110人次"
    said = [
        of_tables(below_actual.RULE, [row], [new], actuals={"培训人次": "120人次"}).found[0].message
        for new in (row, less)
    ]
    assert said == [
        "the target is still '≥100人次'; in 2025 '120人次' was reached",
        "'≥110人次' asks for less than was reached in 2025: '120人次'",
    ]


def test_without_any_actual_value_nothing_is_said() -> None:
    one = of_tables(below_actual.RULE, SAME, SAME)
    assert (one.found, one.undecided) == ((), ())


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("25 50 75 100", "0 20 50 100", "the money is paid later: 6月底 50% → 20%"),
        ("0 20 50 100", "25 50 75 100", "the money is paid earlier: 6月底 20% → 50%"),
        ("25 50 75 100", "50 50 50 100", "the money is paid otherwise: 3月底 25% → 50%"),
        ("25 50 75 100", "10 40 70 100", ""),
        ("25 50 75 100", "25 50 75 100", ""),
    ],
)
def test_a_payment_plan_that_moved_far_is_found(old: str, new: str, found: str) -> None:
    dates = ("march", "june", "october", "december")
    plans = [
        dict(zip(dates, (f"{one}%" for one in text.split()), strict=True)) for text in (old, new)
    ]
    example = {"before": {"payment_plan": plans[0]}, "payment_plan": plans[1]}
    one = examine(payment_plan_moved.RULE, json.dumps(example))
    assert [it.message for it in one.found] == [found] * bool(found)


@pytest.mark.parametrize(
    ("percent", "shown"),
    [("0", "0"), ("5", "5"), ("33.333", "33.3"), ("12.25", "12.3"), ("0.04", "<0.1"), ("150.0", "150")],
)  # fmt: skip
def test_a_per_cent_has_one_digit_behind_the_point(percent: str, shown: str) -> None:
    assert growth.shown(Decimal(percent)) == shown


def test_without_amounts_nothing_keeps_pace() -> None:
    unknown = AmountChange(old=None, new=None, before=None, after=Decimal(1))
    assert not growth.keeps_pace(unknown, Decimal(1), Decimal(2))
    assert not growth.rose(unknown)
    assert not growth.fell(unknown)
