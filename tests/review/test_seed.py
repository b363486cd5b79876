"""The filing of 2020 as filed: what a reviewer would send back is found, where it stands.

Each line has the rule, its level, file, line and column, the words that are underlined, and the
words of the related places. Nothing else is found.
"""

import pytest

from perfspec import pipeline
from perfspec.findings import Finding, Spot
from perfspec.messages import Message, english, translator
from perfspec.workspace import FilingFolder
from tests.docs.documents import ROOT

FILING = "filing.yaml"
PROJECT = "projects/network-office.yaml"

FOUND = [
    ("numbering", "warning", FILING, 27, 5, "一、", ("二、", "三、")),
    ("item-punctuation", "warning", FILING, 27, 66, "。", ("感",)),
    ("doubled-punctuation", "error", FILING, 35, 75, "。。", ()),
    ("typo", "warning", FILING, 36, 34, "5各", ()),
    ("year-stale", "warning", FILING, 36, 46, "2020年度", ("21", "四中全会")),
    ("project-code", "warning", PROJECT, 3, 13, "21", ()),
    ("number-format", "info", PROJECT, 10, 12, "0", ("112500.00",)),
    ("count-mismatch", "warning", PROJECT, 12, 28, "11次", ("9次",)),
    ("mixed-enumeration", "info", PROJECT, 12, 41, "、", ("，",)),
    ("commitment-uncovered", "warning", PROJECT, 12, 119, "两次专业培训", ()),
    (
        "commitment-uncovered",
        "warning",
        PROJECT,
        12,
        126,
        "印制网评学习资料、网评典型案例等资料",
        (),
    ),
    ("purpose-sum", "error", PROJECT, 12, 147, "15000万元", ("112500.00",)),
    ("commitment-uncovered", "warning", PROJECT, 12, 168, "网络安全调研", ()),
    ("payment-plan", "info", PROJECT, 14, 1, "payment_plan", ()),
    ("goal-unmeasured", "warning", PROJECT, 21, 7, "加强网络管理和执法监督", ()),
    ("goal-unmeasured", "warning", PROJECT, 22, 7, "加强网评员队伍建设", ()),
    ("qualifier-changed", "warning", PROJECT, 27, 18, "宣传", ("活动",)),
    ("basis-identical", "info", PROJECT, 30, 12, "网络信息办公经费实施计划", ()),
    (
        "basis-names-other-plan",
        "warning",
        PROJECT,
        30,
        12,
        "网络信息办公经费实施计划",
        ("网络信息办公专项经费",),
    ),
    ("qualifier-changed", "warning", PROJECT, 33, 14, "重大", ("突发事件",)),
    ("same-threshold", "info", PROJECT, 35, 13, "≥90%", ("≥90%", "≥90%", "≥90%")),
    ("unit-mismatch", "error", PROJECT, 41, 13, "≤2天", ("率",)),
    ("cost-floor", "error", PROJECT, 47, 13, "≥9000元", ()),
    ("cost-vs-budget", "info", PROJECT, 47, 13, "≥9000元", ("112500.00",)),
    ("not-measurable", "warning", PROJECT, 51, 11, "网络空间环境改善", ("≥90%",)),
    ("rate-of-rate", "warning", PROJECT, 52, 45, "举报率较去年提升率", ()),
    ("baseline-missing", "warning", PROJECT, 52, 48, "较去年提升", ()),
    ("item-punctuation", "warning", PROJECT, 52, 54, "。", ("数",)),
    ("not-measurable", "warning", PROJECT, 57, 11, "对舆论引导的影响力号召力", ("≥90%",)),
]

FOLDER = FilingFolder(root=ROOT, year="2020", department="224001")


@pytest.fixture(scope="module", name="checked")
def checked_filing() -> pipeline.Checked:
    return pipeline.check(pipeline.load(FOLDER))


def test_all_that_is_wrong_is_found_and_nothing_else(checked: pipeline.Checked) -> None:
    found = [
        (
            one.code,
            one.severity.value,
            one.spot.path.removeprefix(f"{FOLDER.path}/"),
            one.spot.start.line,
            one.spot.start.column,
            marked(one.spot),
            tuple(marked(other.spot) for other in one.related),
        )
        for one in checked.findings
    ]
    assert found == FOUND


def test_nothing_is_left_undecided(checked: pipeline.Checked) -> None:
    assert checked.undecided == ()


def test_the_wrong_unit_comes_with_its_proof_and_its_fix(checked: pipeline.Checked) -> None:
    found = finding(checked, "purpose-sum")
    assert "55000 + 15000 + 32500 + 10000 = 112500" in english(found.message)
    assert found.fix
    (change,) = found.fix.replacements
    line, at = change.spot.line, change.spot
    mended = line[: at.start.column - 1] + change.text + line[at.end.column - 1 :]
    assert "费用15000元，" in mended
    assert len(mended) == len(line) - 1


def test_each_way_to_come_to_nine_events_is_named(checked: pipeline.Checked) -> None:
    hint = finding(checked, "count-mismatch").hint
    assert hint
    for way in ("1 + 7 + 1", "7 + 2"):
        assert way in english(hint)


def test_every_finding_is_told_in_chinese(checked: pipeline.Checked) -> None:
    chinese = translator("zh")
    told: list[Message] = [one.message for one in checked.findings]
    assert told
    assert [english(text) for text in told if chinese(text) == english(text)] == []


def finding(checked: pipeline.Checked, code: str) -> Finding:
    (found,) = (one for one in checked.findings if one.code == code)
    return found


def marked(spot: Spot) -> str:
    assert spot.start.line == spot.end.line
    return spot.line[spot.start.column - 1 : spot.end.column - 1]
