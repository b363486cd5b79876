"""The table of `check --statistics`: what each rule had to say."""

from dataclasses import replace

from wcwidth import wcswidth

from perfspec.findings import Suppressed
from perfspec.judging import Tally
from perfspec.report import statistics
from tests.core.reports import CHINESE, ENGLISH, PATH, amount, found, summary, syntax, unjudged

TALLIES = {
    "cost-floor": Tally(found=1, clean=2, undecided=0),
    "budget-sum": Tally(found=0, clean=1, undecided=12),
}


def test_each_rule_has_a_row_and_so_has_what_is_found_while_reading() -> None:
    (one,) = found(amount(code="cost-floor"))
    of = summary(
        [one, one, *syntax()],
        undecided=(unjudged("budget-sum"),),
        suppressed=(Suppressed(finding=one, reason="x"),),
        known=(one,),
        tallies=TALLIES,
    )
    assert statistics.table(of, replace(ENGLISH, prefix="demo/")) == (
        "rule         found  clean  not enough data  findings  suppressed  in the baseline\n"
        "budget-sum       0      1               12         0           0                0\n"
        "cost-floor       1      2                0         2           1                1\n"
        "yaml-syntax                                        1           0                0\n"
        "in all           1      3               12         3           1                1\n"
        "\n"
        "not enough data:\n"
        f"  demo/{PATH}:6:5: budget-sum: something is wrong\n"
    )


def test_chinese_columns_stand_below_each_other() -> None:
    lines = statistics.table(summary(tallies=TALLIES), CHINESE).splitlines()
    assert lines[0].split() == [
        "规则",
        "有问题",
        "无问题",
        "数据不足",
        "检查结果",
        "已忽略",
        "基线已有",
    ]
    assert len({wcswidth(line) for line in lines}) == 1
    assert len(lines) == 4


def test_a_run_without_rules_has_a_head_and_sums_of_nothing() -> None:
    assert statistics.table(summary(), ENGLISH).splitlines()[1].split() == ["in", "all", *"000000"]
