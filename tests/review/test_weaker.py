"""Rules on what became of targets: what they find, where, and how sure they are."""

# ruff: noqa: E501 — a case of a table is read in one line

from decimal import Decimal

import pytest

from perfspec.review import operator_changed, target_weaker, unit_changed, weaker_for_more
from tests.review.examples import Said
from tests.review.two_years import briefly, of_tables

# weaker-for-more: tables, budgets, what is found.
FOR_MORE = [
    ("数量指标 培训次数 ≥10次", "数量指标 培训次数 ≥8次", ("100", "120"), [("warning", "≥8次")]),
    ("数量指标 培训次数 ≥10次", "数量指标 培训次数 ≥8次", ("100", "100.01"), [("warning", "≥8次")]),
    ("数量指标 培训次数 ≥10次", "数量指标 培训次数 ≥8次", ("100", "100"), []),
    ("数量指标 培训次数 ≥10次", "数量指标 培训次数 ≥8次", ("0", "100"), [("warning", "≥8次")]),
    ("数量指标 培训次数 ≥10次", "数量指标 培训次数 ≥10次", ("100", "120"), []),
    ("质量指标 合格率 ≥95%", "质量指标 合格率 ≥90%", ("100", "120"), [("warning", "≥90%")]),
    ("质量指标 合格率 ≥95%", "质量指标 合格率 较高", ("100", "120"), [("warning", "较高")]),
    ("质量指标 差错率 ≤2%", "质量指标 差错率 ≤3%", ("100", "120"), [("warning", "≤3%")]),
    ("时效指标 响应时间 ≤2天", "时效指标 响应时间 ≤3天", ("100", "120"), [("warning", "≤3天")]),
    ("时效指标 完成时间 2025年6月底前", "时效指标 完成时间 2026年9月底前", ("100", "120"), [("warning", "2026年9月底前")]),
    ("成本指标 单价 ≤100元", "成本指标 单价 ≤120元", ("100", "120"), []),
    ("成本指标 单价 ≤100元", "成本指标 单价 ≤130元", ("100", "120"), [("info", "≤130元")]),
    ("成本指标 总成本 ≤100元", "成本指标 总成本 ≤130元", ("100", "120"), [("info", "≤130元")]),
    # REVERSED is told by operator-changed, REDEFINED by unit-changed.
    ("质量指标 合格率 ≥95%", "质量指标 合格率 ≤95%", ("100", "120"), []),
    ("数量指标 培训数量 ≥10次", "数量指标 培训数量 ≥8人", ("100", "120"), []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("totals", "more"),
    [
        (("100", "120"), "the budget rose by 20% (100元 → 120元)"),
        (("0.01", "100000"), "the budget rose by 999999900% (0.01元 → 100000元)"),
        (("0.01", "100000.01"), "the budget went from 0.01元 to 100000.01元"),
        (("0", "100"), "the budget went from 0元 to 100元"),
    ],
)
def test_a_rise_that_nobody_can_read_is_not_said_in_per_cent(
    totals: tuple[str, str], more: str
) -> None:
    tables = ["数量指标 培训次数 ≥10次"], ["数量指标 培训次数 ≥8次"]
    (found,) = of_tables(weaker_for_more.RULE, *tables, totals).found
    assert found.message.endswith(f", while {more}")


@pytest.mark.parametrize(("old", "new", "totals", "found"), FOR_MORE)
def test_more_money_with_a_weaker_target_is_found(
    old: str, new: str, totals: tuple[str, str], found: list[tuple[str, str]]
) -> None:
    assert briefly(of_tables(weaker_for_more.RULE, [old], [new], totals)) == found


@pytest.mark.parametrize(
    ("old", "new", "level"),
    [
        ("成本指标 总成本 ≤10万元", "成本指标 总成本 ≤12万元", "warning"),
        ("成本指标 月均费用 ≤1万元", "成本指标 月均费用 ≤1.2万元", "warning"),
        ("成本指标 教材单价 ≤100元", "成本指标 教材单价 ≤110元", "info"),
        ("成本指标 人均费用 ≤100元", "成本指标 人均费用 ≤110元", "info"),
        ("成本指标 每名学员费用 ≤100元", "成本指标 每名学员费用 ≤110元", "info"),
        ("成本指标 培训费用 ≤100元/人", "成本指标 培训费用 ≤110元/人", "info"),
    ],
)
def test_a_price_of_each_that_rose_may_be_what_the_money_is_for(
    old: str, new: str, level: str
) -> None:
    tables = ["数量指标 培训次数 ≥10次", old], ["数量指标 培训次数 ≥8次", new]
    one = of_tables(weaker_for_more.RULE, *tables, ("100000", "120000"))
    assert briefly(one) == [(level, "≥8次")]


def test_it_says_by_how_much_and_where_in_both_years() -> None:
    new = ["数量指标 培训次数 8次", "成本指标 单价 ≤110元"]
    one = of_tables(
        weaker_for_more.RULE,
        ["数量指标 培训次数 10次", "成本指标 单价 ≤100元"],
        new,
        ("150000.00", "200000"),
    )
    assert one.found == (
        Said(
            level="info",
            marked="8次",
            message="the target was relaxed from '10次' to '8次', while the budget rose by 33.3% (150000.00元 → 200000元)",
            path="indicators.0.target",
            related=("10次", "150000.00", "200000", "≤110元"),
            hint="≥ is assumed where a target has no sign",
        ),
    )  # fmt: skip


# target-weaker: tables, budgets, what is found.
WEAKER = [
    ("数量指标 培训次数 ≥10次", "数量指标 培训次数 ≥8次", ("100", "100"), [("warning", "≥8次")]),
    ("数量指标 培训次数 ≥10次", "数量指标 培训次数 ≥8次", ("100", "120"), []),
    ("数量指标 培训次数 ≥10次", "数量指标 培训次数 ≥8次", ("100", "80"), []),
    ("数量指标 培训次数 ≥10次", "数量指标 培训次数 ≥8次", ("100", "90"), [("info", "≥8次")]),
    ("数量指标 培训次数 ≥10次", "数量指标 培训次数 若干", ("100", "90"), [("info", "若干")]),
    ("质量指标 合格率 ≥95%", "质量指标 合格率 ≥90%", ("100", "50"), [("info", "≥90%")]),
    ("质量指标 合格率 ≥95%", "质量指标 合格率 ≥96%", ("100", "50"), []),
    ("成本指标 单价 ≤100元", "成本指标 单价 ≤120元", ("100", "100"), [("info", "≤120元")]),
    # A floor for a cost that is lowered is no weaker promise.
    ("成本指标 单价 ≥100元", "成本指标 单价 ≥90元", ("100", "100"), []),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "totals", "found"), WEAKER)
def test_a_weaker_target_without_more_money_is_found(
    old: str, new: str, totals: tuple[str, str], found: list[tuple[str, str]]
) -> None:
    one = of_tables(target_weaker.RULE, [old], [new], totals)
    assert briefly(one) == found
    for it in one.found:
        assert ("the budget fell by" in it.message) is (Decimal(totals[0]) > Decimal(totals[1]))


# operator-changed: tables, what is found or not said.
TURNED = [
    ("质量指标 合格率 ≥95%", "质量指标 合格率 ≤95%", [("warning", "≤95%")], 0),
    ("质量指标 合格率 ≤95%", "质量指标 合格率 ≥95%", [("info", "≥95%")], 0),
    ("成本指标 单价 ≥100元", "成本指标 单价 ≤100元", [("info", "≤100元")], 0),
    ("质量指标 差错率 ≥2%", "质量指标 差错率 ≤2%", [("info", "≤2%")], 0),
    ("质量指标 合格率 95%", "质量指标 合格率 ≤95%", [], 1),
    ("质量指标 合格率 =100%", "质量指标 合格率 ≥100%", [], 0),
    ("数量指标 培训次数 9次", "数量指标 培训次数 ≥9次", [], 0),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "found", "undecided"), TURNED)
def test_a_floor_that_became_a_ceiling_is_found(
    old: str, new: str, found: list[tuple[str, str]], undecided: int
) -> None:
    one = of_tables(operator_changed.RULE, [old], [new])
    assert (briefly(one), len(one.undecided)) == (found, undecided)


# unit-changed: tables, what is found.
OTHER_UNIT = [
    ("数量指标 培训数量 ≥10次", "数量指标 培训数量 ≥500人", [("warning", "≥500人")]),
    ("时效指标 及时率 ≤2天", "时效指标 及时率 ≥95%", [("info", "≥95%")]),
    ("时效指标 及时率 ≥95%", "时效指标 及时率 ≤2天", [("warning", "≤2天")]),
    ("成本指标 总成本 ≤5", "成本指标 总成本 ≤5万元", []),
    ("数量指标 里程 10公里", "数量指标 里程 10000米", []),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "found"), OTHER_UNIT)
def test_a_target_in_another_unit_is_found(
    old: str, new: str, found: list[tuple[str, str]]
) -> None:
    assert briefly(of_tables(unit_changed.RULE, [old], [new])) == found
