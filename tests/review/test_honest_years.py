"""Honest follow-ups of a filing: no rule over two years takes offence at them."""

# ruff: noqa: E501 — a case of a table is read in one line

from typing import Any

import pytest

from perfspec.judging import judge
from perfspec.messages import english
from perfspec.review import RULES
from tests.review.examples import compared
from tests.review.two_years import money, rows

OVER_YEARS = tuple(rule for rule in RULES if rule.over_years)


def told(before: dict[str, Any], now: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what all rules over two years say, and what they cannot say."""
    comparison, _ = compared({**now, "before": before})
    said = judge(comparison, rules=OVER_YEARS)
    found = [(one.code, english(one.message)) for one in said.found]
    return found + [(one.code, english(one.message)) for one in said.undecided]


STANDARD = [
    rows(
        "数量指标 发放低保人数 ≥1000人", "成本指标 低保标准 ≤600元/月", "质量指标 发放准确率 100%"
    ),
    rows(
        "数量指标 发放低保人数 ≥1000人", "成本指标 低保标准 ≤650元/月", "质量指标 发放准确率 100%"
    ),
]
HONEST = {
    "prices rise by four per cent": (
        {"budget": money("600000.00"), "indicators": rows("数量指标 聘用人数 12人", "服务对象满意度指标 职工满意度 ≥95%")},
        {"budget": money("624000.00"), "indicators": rows("数量指标 聘用人数 12人", "服务对象满意度指标 职工满意度 ≥95%")},
    ),
    "the standard of a subsidy is raised, and the money with it": (
        {"budget": money("7200000.00"), "indicators": STANDARD[0]},
        {"budget": money("7800000.00"), "indicators": STANDARD[1]},
    ),
    "the ceiling of a cost is the budget": (
        {"budget": money("600000.00"), "indicators": rows("数量指标 培训人数 ≥1000人", "成本指标 总成本 ≤60万元")},
        {"budget": money("720000.00"), "indicators": rows("数量指标 培训人数 ≥1200人", "成本指标 总成本 ≤72万元")},
    ),
    "deadlines move with the year": (
        {"indicators": rows("时效指标 完成时间 2025年底前", "时效指标 拨付时间 2025年6月30日前", "时效指标 建设工期 2025年3月至2025年11月")},
        {"indicators": rows("时效指标 完成时间 2026年底前", "时效指标 拨付时间 2026年6月30日前", "时效指标 建设工期 2026年3月至2026年11月")},
    ),
    "nothing could be better": (
        {"indicators": rows("质量指标 合格率 100%", "质量指标 及时率 =100%", "质量指标 覆盖率 ≥100%", "社会效益指标 安全事故 0起", "生态效益指标 环境改善 明显")},
        {"indicators": rows("质量指标 合格率 100%", "质量指标 及时率 =100%", "质量指标 覆盖率 ≥100%", "社会效益指标 安全事故 0起", "生态效益指标 环境改善 明显")},
    ),
    "half the money trains more than half the people": (
        {"budget": money("600000.00"), "indicators": rows("数量指标 培训人数 ≥1000人", "质量指标 合格率 ≥95%")},
        {"budget": money("300000.00"), "indicators": rows("数量指标 培训人数 ≥600人", "质量指标 合格率 ≥95%")},
    ),
    "values are written otherwise": (
        {"budget": money("200000.00"), "indicators": rows("成本指标 单台造价 ≤1万元", "质量指标 覆盖率 不低于90.00%", "数量指标 里程 10公里")},
        {"indicators": rows("成本指标 单台造价 ≤10000元", "质量指标 覆盖率 ≥90%", "数量指标 里程 10000米")},
    ),
    "a unit that was missing is put in": (
        {"budget": money("200000.00"), "indicators": rows("数量指标 印制资料 ≥5000")},
        {"indicators": rows("数量指标 印制资料 ≥5000份")},
    ),
    "rows and projects stand in another order": (
        {"projects": [{"code": "130000251010010000001", "name": "档案修复"}, {"code": "130000251010010000002", "name": "消防改造"}], "filing": {"follows": ""}},
        {"projects": [{"code": "130000261010010000001", "name": "档案修复"}, {"code": "130000261010010000002", "name": "消防改造"}]},
    ),
    "a project that was to be done once is done": (
        {"projects": [{"code": "130000251010010000001", "name": "档案修复"}, {"code": "130000251010010000002", "name": "消防改造一次性经费"}]},
        {"projects": [{"code": "130000261010010000001", "name": "档案修复"}]},
    ),
    "what is history stays": (
        {"purpose": "按2024年印发的规划，已于2023年建成库房，比2019年多10%，用于数字化8万页", "goals": ["1.自2016年以来持续完成数字化8万页。"]},
        {"purpose": "按2024年印发的规划，已于2023年建成库房，比2019年多10%，用于数字化10万页", "goals": ["1.自2016年以来持续完成数字化10万页。"]},
    ),
    "a promise moves to another text": (
        {"purpose": "用于数字化8万页，举办档案员培训4次", "goals": ["1.完成数字化8万页。"]},
        {"purpose": "用于数字化10万页", "goals": ["1.完成数字化10万页，举办档案员培训5次。"]},
    ),
    "the year stands in the name": (
        {"name": "2025年馆藏档案数字化经费（18万元）"},
        {"name": "2026年馆藏档案数字化经费（20万元）"},
    ),
    "growth over last year is a target": (
        {"indicators": [{"name": "查阅档案人次", "target": "≥1800人次", "basis": "较上年增长5%"}]},
        {"indicators": [{"name": "查阅档案人次", "target": "≥1900人次", "basis": "较上年增长5%"}]},
    ),
    "a standing rule is the basis": (
        {"indicators": [{"name": "查阅档案人次", "target": "≥1800人次", "basis": "《2025年版国家档案馆业务规范》"}]},
        {"indicators": [{"name": "查阅档案人次", "target": "≥1900人次", "basis": "《2025年版国家档案馆业务规范》"}]},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("before", "now"), HONEST.values(), ids=HONEST)
def test_an_honest_follow_up_is_clean(before: dict[str, Any], now: dict[str, Any]) -> None:
    assert told(before, now) == []


def test_these_rules_do_speak() -> None:
    assert len(OVER_YEARS) > 15
    weaker = told(
        {"budget": money("100000.00")}, {"indicators": rows("数量指标 档案数字化页数 ≥7万页")}
    )
    assert {code for code, *_ in weaker} >= {"weaker-for-more", "indicator-dropped"}
