"""Which projects are alike enough to be one, and which are only proposed."""

from dataclasses import replace

import pytest

from perfspec.compare import matching
from perfspec.compare.lineage import Lineage
from perfspec.compare.pairs import Relation
from tests.compare.things import (
    decided,
    indicator,
    later,
    project,
    reasons,
    side,
    told,
)

# Likeness


def test_what_differs_in_words_that_say_little_is_joined() -> None:
    found = matching.projects(
        side(project("网络信息办公专项经费", "a")), later(project("网络信息办公经费", "b"))
    )
    assert told(found) == ["likeness a=b"]
    assert reasons(found) == ["the names differ only in words that say little"]


def test_evidence_beside_the_name_makes_sure_what_the_name_makes_likely() -> None:
    rows = [indicator(name, name) for name in ("培训人数", "培训合格率", "学员满意度")]
    old = project("农业技术培训", "a", budget="10", purpose="培训农民", rows=rows)
    new = project("农业种植技术培训", "b", budget="10", purpose="培训农民", rows=rows)
    found = matching.projects(side(old), later(new))
    assert told(found) == ["likeness a=b"]
    assert reasons(found) == [
        "one of the names says more: 农业技术培训, 农业种植技术培训",
        "the budgets are the same",
        "the purposes are the same",
        "3 indicators have the same names",
    ]
    bare = matching.projects(
        side(project("农业技术培训", "a")), later(project("农业种植技术培训", "b"))
    )
    assert told(bare) == ["same? a=b"]


def test_rivals_are_only_proposed_and_the_next_best_is_named() -> None:
    old = side(project("失能老人服务补贴", "a"), project("失能老人养老服务补贴", "b"))
    new = later(project("失能老人服务补助", "c"), project("失能老人养老服务补助", "d"))
    found = matching.projects(old, new)
    assert told(found) == ["same? a=c", "same? b=d"]
    assert reasons(found) == [
        "the names differ only in words that say little",
        "the next best is 失能老人养老服务补贴 with 88",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("公路维修一期", "公路维修二期"),
        ("第一中学教学楼", "第二中学教学楼"),
        ("县一中食堂", "县三中食堂"),
        ("2号桥维修", "3号桥维修"),
        ("污水处理厂一标段", "污水处理厂二标段"),
        ("十二区供水工程", "十三区供水工程"),
        ("A区安置房", "B区安置房"),
        ("G107国道绿化", "G108国道绿化"),
        ("3岁以下儿童体检", "7岁以下儿童体检"),
        ("城镇低保补助", "农村低保补助"),
        ("饮水工程新建", "饮水工程维修"),
        ("省级补助", "县级补助"),
        ("小学营养餐", "初中营养餐"),
        ("男职工体检", "女职工体检"),
        ("线上招聘会", "线下招聘会"),
        ("东部供水工程", "西部供水工程"),
        ("上半年环境整治", "下半年环境整治"),
        ("下马关镇种植项目", "韦州镇种植项目"),
        ("三沟敬老院护理", "下板城敬老院护理"),
    ],
)
def test_a_word_or_number_keeps_things_apart_however_alike(old: str, new: str) -> None:
    found = matching.projects(side(project(old, "a")), later(project(new, "b")))
    assert told(found) == ["-a", "+b"]


def test_counts_of_things_in_names_do_not_count() -> None:
    old, new = project("100个村文化广场", "a"), project("80个村文化广场", "b")
    assert told(matching.projects(side(old), later(new))) == ["likeness a=b"]


# Splits and mergers


def test_a_project_whose_parts_add_up_is_proposed_as_split() -> None:
    old = side(project("农村公路养护经费", "a", budget="100"), project("办公费", "z"))
    new = later(
        project("农村公路日常养护经费", "b", budget="60"),
        project("农村公路大修养护经费", "c", budget="40"),
        project("办公费", "z"),
    )
    found = matching.projects(old, new)
    assert told(found) == ["name z=z", "split? a=b+c"]
    assert reasons(replace(found, pairs=())) == [
        "the names hold each other",
        "the budgets of the parts add up: 100 of 100 yuan",
    ]
    assert told(matching.projects(new, old))[1] == "merged? b+c=a"


def test_a_part_may_have_kept_the_code() -> None:
    code = "13063620HBMFX90HG2OQ7"
    old = side(project("农村公路养护经费", "a", budget="100", code=code))
    new = later(
        project("农村公路日常养护经费", "b", budget="60", code=code.replace("20H", "21H")),
        project("农村公路大修养护经费", "c", budget="40"),
    )
    found = matching.projects(old, new)
    assert told(found) == ["code a=b", "split? a=b+c"]
    assert not found.added


@pytest.mark.parametrize("budgets", [("60", "90"), ("10", "20")])
def test_budgets_far_from_the_whole_speak_against_a_split(budgets: tuple[str, str]) -> None:
    old = side(project("农村公路养护经费", "a", budget="100"))
    new = later(
        project("农村公路日常养护经费", "b", budget=budgets[0]),
        project("农村公路大修养护经费", "c", budget=budgets[1]),
    )
    assert not any(line.startswith("split") for line in told(matching.projects(old, new)))


def test_names_are_enough_where_nothing_else_is_known() -> None:
    old = side(project("农村公路养护", "a"))
    new = later(project("农村公路日常养护", "b"), project("农村公路大修养护", "c"))
    assert told(matching.projects(old, new)) == ["split? a=b+c"]


def test_indicators_and_budgets_may_tell_a_split_though_the_names_do_not() -> None:
    rows = [
        indicator(name, name) for name in ("养护里程", "养护合格率", "群众满意度", "路面坑槽处置率")
    ]
    old = side(project("农村公路养护", "a", budget="100", rows=rows))
    new = later(
        project("县道维护", "b", budget="70", rows=rows[:3]),
        project("乡道维护", "c", budget="30", rows=rows[1:]),
    )
    assert told(matching.projects(old, new)) == ["split? a=b+c"]


def test_what_a_person_calls_different_is_no_part_either() -> None:
    old = side(project("农村公路养护", "a", budget="100"))
    new = later(
        project("农村公路日常养护", "b", budget="60"), project("农村公路大修养护", "c", budget="40")
    )
    lineage = Lineage(projects=(decided(Relation.DIFFERENT, "a", "c"),))
    assert told(matching.projects(old, new, lineage)) == ["same? a=b", "+c"]
