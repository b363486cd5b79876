"""Rules on what was dropped, and on what became of projects."""

# ruff: noqa: E501 — a case of a table is read in one line

from dataclasses import replace

import pytest

from perfspec.compare.pairs import Matching, Proposal, Relation
from perfspec.judging import judge
from perfspec.messages import english
from perfspec.review import (
    commitment_dropped,
    goal_dropped,
    indicator_dropped,
    project_added,
    project_ended,
    project_regrouped,
    project_renamed,
)
from perfspec.rule import Rule
from tests.review.examples import Said, compared
from tests.review.two_years import of_filings


def project(name: str, number: int, year: int = 26) -> dict[str, str]:
    """Return a project of 2025 or 2026."""
    return {"code": f"1300002{year % 10}1010010000{number:03}", "name": name}


A, B, C = (
    {"name": f"{word}档案页数", "target": f"≥{n}页"}
    for n, word in enumerate(("扫描", "著录", "修裱"), 1)
)
EMPTY = {"name": "著录档案页数", "target": "≥**页"}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ([A, B], [A], "著录档案页数（≥2页）"),
        ([A, B, C], [A], "著录档案页数（≥2页）、修裱档案页数（≥3页）"),
        ([A, B], [B, A], ""),
        ([A, A], [A], ""),
        ([A, EMPTY], [A], ""),
        ([A, {**B, "target": ""}], [A], ""),
        ([A], [A, B], ""),
    ],
)
def test_a_dropped_indicator_is_found_once_for_its_table(
    old: list[dict[str, str]], new: list[dict[str, str]], words: str
) -> None:
    one = of_filings(indicator_dropped.RULE, {"indicators": old}, {"indicators": new})
    assert [it.message for it in one.found] == [f"gone since 2025: {words}"] * bool(words)
    for it in one.found:
        names = tuple(word.partition("（")[0] for word in words.split("、"))
        assert (it.level, it.path, it.related) == ("warning", "indicators", names)


def test_of_many_dropped_indicators_the_first_are_named() -> None:
    many = [{"name": f"{word}档案页数", "target": "≥9页"} for word in "天地玄黄宇宙洪荒"]
    one = of_filings(indicator_dropped.RULE, {"indicators": [A, *many]}, {"indicators": [A]})
    (found,) = one.found
    assert found.message.count("≥9页") == len(found.related) == 6
    assert found.message.endswith("……")


def test_a_dropped_indicator_of_the_whole_term_is_found_there() -> None:
    old, new = ({"medium_term": {"goals": ["1.建成。"], "indicators": [
        {"class": "数量指标", "description": "", "basis": "", **one} for one in table
    ]}} for table in ([A, B], [A]))  # fmt: skip
    one = of_filings(indicator_dropped.RULE, old, new)
    assert [it.path for it in one.found] == ["medium_term.indicators"]


FRAGMENT = {"filing": {"complete": "false"}}


def test_in_a_fragment_nothing_is_known_to_be_dropped() -> None:
    promise = {"purpose": "用于扫描，举办培训4次"}
    for rule, before, now in (
        (indicator_dropped.RULE, {"indicators": [A, B]}, {"indicators": [A]}),
        (commitment_dropped.RULE, promise, {"purpose": "用于扫描"}),
        (goal_dropped.RULE, {"goals": ["1.扫描。", "2.修复库房。"]}, {"goals": ["1.扫描。"]}),
        (
            project_ended.RULE,
            {"projects": [project("扫描", 1, 25), project("消防", 2, 25)]},
            {"projects": [project("扫描", 1)]},
        ),
    ):
        assert len(of_filings(rule, before, now).found) == 1
        one = of_filings(rule, before, {**now, **FRAGMENT})
        assert (one.found, len(one.undecided)) == ((), 1), rule.code


def test_what_probably_goes_on_under_another_name_is_not_decided() -> None:
    old, new = (
        [{"name": name, "target": "≥9人次"}] for name in ("查阅人次", "到馆和网上查阅档案人次")
    )
    one = of_filings(indicator_dropped.RULE, {"indicators": old}, {"indicators": new})
    assert (one.found, len(one.undecided)) == ((), 1)
    assert "perfspec match" in one.undecided[0]


def test_a_promise_that_nothing_makes_any_more_is_found() -> None:
    old = {
        "purpose": "用于扫描，举办培训4次、宣传活动11次",
        "indicators": [A, {"name": "宣传活动次数", "target": "≥11次"}],
    }
    # What the dropped indicator tells is told by indicator-dropped.
    one = of_filings(commitment_dropped.RULE, old, {"purpose": "用于扫描", "indicators": [A]})
    assert [(it.path, it.message) for it in one.found] == [
        ("purpose", "promised in 2025 and nowhere any more: 培训4次")
    ]
    before = {"filing": {"overall_goal": "做好利用，举办培训4次。"}}
    now = {"filing": {"overall_goal": "做好利用。"}}
    (found,) = of_filings(commitment_dropped.RULE, before, now).found
    assert (found.path, found.level) == ("overall_goal", "warning")


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (["1.扫描档案。", "2.修复库房。"], ["1.扫描档案。"], "2.修复库房"),
        (["1.扫描档案。", "2.修复库房。"], ["1.扫描档案。", "2.购置柜架。"], ""),
        (["1.扫描档案。"], ["1.扫描档案。", "2.修复库房。"], ""),
        (["1.扫描档案。", "2.举办培训4次。"], ["1.扫描档案。"], ""),
    ],
)
def test_a_goal_that_went_is_found(old: list[str], new: list[str], found: str) -> None:
    one = of_filings(goal_dropped.RULE, {"goals": old}, {"goals": new})
    text = f"a goal of 2025 is gone, with none in its place: {found}"
    assert [it.message for it in one.found] == [text] * bool(found)
    one = of_filings(
        goal_dropped.RULE, {"filing": {"sub_goals": old}}, {"filing": {"sub_goals": new}}
    )
    assert [it.path for it in one.found] == ["sub_goals"] * bool(found)


def test_goals_of_the_whole_term_are_goals_too() -> None:
    old, new = (
        {"medium_term": {"goals": goals, "indicators": []}}
        for goals in (["1.扫描。", "2.修复库房。"], ["1.扫描。"])
    )
    one = of_filings(goal_dropped.RULE, old, new)
    assert [it.path for it in one.found] == ["medium_term.goals"]


TWO, ONE = [project("扫描", 1, 25), project("消防器材购置", 2, 25)], [project("扫描", 1)]


def test_projects_that_came_and_went_are_told_once_with_their_budgets() -> None:
    three = [*ONE, project("消防器材购置", 2), project("库房维修", 3)]
    assert of_filings(project_added.RULE, {"projects": TWO[:1]}, {"projects": three}).found == (
        Said(
            level="info",
            marked="projects",
            message="new since 2025: 消防器材购置（200000.00元）、库房维修（200000.00元）",
            path="projects",
            related=("消防器材购置", "库房维修"),
        ),
    )
    (gone,) = of_filings(project_ended.RULE, {"projects": TWO}, {"projects": ONE}).found
    assert (gone.message, gone.related) == (
        "gone since 2025: 消防器材购置（180000.00元）",
        ("消防器材购置",),
    )
    here = {"projects": [*ONE, project("消防器材购置", 2)], "filing": {"year": "2026"}}
    (gone,) = of_filings(project_ended.RULE, here, {"projects": ONE}).found
    assert gone.message.startswith("gone since the version before: ")


@pytest.mark.parametrize(("end", "gone"), [("2025年12月", 0), ("2026年6月", 1), ("", 1)])
def test_a_project_whose_term_is_over_was_to_end(end: str, gone: int) -> None:
    old = [TWO[0], {**TWO[1], "term": {"start": "2024年1月", "end": end}}]
    assert len(of_filings(project_ended.RULE, {"projects": old}, {"projects": ONE}).found) == gone


def test_a_project_under_another_name_is_found() -> None:
    (found,) = of_filings(
        project_renamed.RULE, {"name": "档案数字化"}, {"name": "智慧档案馆建设"}
    ).found
    assert (found.marked, found.related) == ("智慧档案馆建设", ("档案数字化",))
    assert not of_filings(
        project_renamed.RULE, {"name": "2025年扫描"}, {"name": "2026年扫描"}
    ).found


@pytest.mark.parametrize(
    ("relation", "rule", "text"),
    [
        (Relation.SAME, project_renamed.RULE, "扫描 may be 著录、维修 now; perfspec match records which"),
        (Relation.SPLIT, project_regrouped.RULE, "扫描（180000.00元） was split into 著录（200000.00元）、维修（200000.00元）; perfspec match records it"),
        (Relation.MERGED, project_regrouped.RULE, "扫描（180000.00元） were merged into 著录（200000.00元）、维修（200000.00元）; perfspec match records it"),
    ],
)  # fmt: skip
def test_what_is_only_proposed_of_projects_is_not_decided(
    relation: Relation, rule: Rule, text: str
) -> None:
    new = [project("著录", 1), project("维修", 2)]
    comparison, _ = compared({"projects": new, "before": {"projects": [project("扫描", 1, 25)]}})
    olds, news = comparison.old.filing.projects, comparison.new.filing.projects
    proposal = Proposal(relation=relation, old=olds, new=news, likeness=70, reasons=())
    proposed = replace(comparison, projects=Matching(pairs=(), proposals=(proposal,)))
    for one in (project_renamed.RULE, project_regrouped.RULE):
        judged = judge(proposed, rules=(one,))
        assert judged.found == ()
        assert [english(it.message) for it in judged.undecided] == [text] * (one is rule)


def test_a_split_that_was_recorded_is_found() -> None:
    now = {"projects": [project("扫描", 1), project("维修", 2)]}
    decided = {**now, "lineage": [{"relation": "split", "old": ["p1"], "new": ["p1", "p2"]}]}
    (found,) = of_filings(
        project_regrouped.RULE, {"projects": [project("扫描和维修", 1, 25)]}, decided
    ).found
    assert (
        found.message
        == "扫描和维修（180000.00元） was split into 扫描（200000.00元）、维修（200000.00元）"
    )
    merged = {
        "projects": [project("扫描和维修", 1)],
        "lineage": [{"relation": "merged", "old": ["p1", "p2"], "new": ["p1"]}],
    }
    old = {"projects": [project("扫描", 1, 25), project("维修", 2, 25)]}
    (found,) = of_filings(project_regrouped.RULE, old, merged).found
    assert (
        found.message
        == "扫描（180000.00元）、维修（180000.00元） were merged into 扫描和维修（200000.00元）"
    )
