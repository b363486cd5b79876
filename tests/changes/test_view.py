"""Flat rows: each change once, in the order of the newer filing, and what counts as unchanged."""

from dataclasses import replace
from decimal import Decimal

import pytest

from perfspec.changes import Changes, view
from perfspec.changes.row import Kind, Row, Subject
from perfspec.changes.rowmaking import in_order, only_year
from perfspec.compare import Shift
from perfspec.compare.pairs import How, Matching
from perfspec.diagnostics import Place
from perfspec.messages import english
from tests.changes import byhand, examples


def rows(project: str = "", **wanted: object) -> list[Row]:
    """Return the rows of a project of the rich example that have these values."""
    return [
        row
        for row in view.rows(examples.rich())
        if row.project == project
        and all(getattr(row, key) == value for key, value in wanted.items())
    ]


def test_projects_stand_in_the_order_of_the_newer_filing_and_dropped_ones_where_they_stood() -> (
    None
):
    section = view.sections(examples.rich())[0]
    assert [group.id for group in section.projects] == [
        "meals-2021",
        "training",
        "archive",
        "repairs-2",
        "computers books",
        "arts",
        "hostile",
        "old-campaign",
        "smart-campus",
    ]


def test_an_indicator_stands_where_the_newer_table_has_it_and_a_dropped_one_where_it_stood() -> (
    None
):
    whole = [
        row.indicator for row in rows("training", subject=Subject.INDICATOR, is_medium_term=False)
    ]
    assert list(dict.fromkeys(whole)) == [
        "trained",
        "sessions",
        "printed",
        "exchanges",
        "passed",
        "excellent",
        "on-time",
        "cost",
        "print-cost",
        "effect",
        "lasting",
        "content",
    ]


def test_a_row_has_both_texts_the_numbers_the_difference_and_both_places() -> None:
    (row,) = rows("training", indicator="trained", key="indicators.target")
    assert (row.old, row.new, row.label) == ("≥500人次", "≥400人次", "指标值")
    assert (row.before, row.after) == (Decimal(500), Decimal(400))
    assert (row.difference, row.percent, row.unit) == (Decimal(-100), Decimal("-20.0"), "人次")
    assert (row.shift, row.is_weaker, row.promises_less) == (Shift.RELAXED, True, True)
    assert row.old_spot
    assert row.new_spot
    assert (row.old_spot.path, row.old_spot.start.line) == (
        "specs/2020/101001/projects/training.yaml",
        13,
    )
    assert (row.new_spot.path, row.new_spot.start.line) == (
        "specs/2021/101001/projects/training.yaml",
        13,
    )
    assert row.mark[0] == "▼"


@pytest.mark.parametrize(
    ("key", "kind", "old", "new"),
    [
        ("code", Kind.FORMAL, "130636201001", "130636211001"),
        ("name", Kind.CHANGED, "教师培训经费", "教师素质提升培训经费"),
        ("term", Kind.FORMAL, "2020年1月—2020年12月", "2021年1月—2021年12月"),
        ("budget.total", Kind.CHANGED, "200000.00元", "260000.00元"),
        ("budget.sources.other", Kind.CHANGED, "0元", "30000.00元"),
        ("payment_plan", Kind.CHANGED, "6月底 60% · 12月底 100%", "6月底 40% · 12月底 100%"),
        ("fields.leader", Kind.CHANGED, "张老师", "李老师"),
        ("medium_term.goals", Kind.CHANGED, "1.三年培训1500人次。", "1.三年培训1200人次。"),
        ("medium_term.indicators.target", Kind.CHANGED, "≥1500人次", "≥1200人次"),
    ],
)
def test_each_field_of_a_project_has_its_row(key: str, kind: Kind, old: str, new: str) -> None:
    (row,) = rows("training", key=key)
    assert (row.kind, row.old, row.new) == (kind, old, new)
    assert row.is_medium_term == key.startswith("medium_term")


def test_a_field_is_called_as_on_the_paper() -> None:
    labels = {row.key: row.label for row in view.rows(examples.rich())}
    assert labels["purpose"] == "资金用途"
    assert labels["budget.sources.fiscal"] == "财政资金"
    assert labels["fields.leader"] == "项目负责人"
    assert labels["indicators.class"] == "二级指标"
    assert labels["overall_goal"] == "总体绩效目标"
    assert labels["units.name"] == "单位名称"


def test_another_writing_of_one_value_is_no_change() -> None:
    (row,) = rows("training", indicator="print-cost", key="indicators.target")
    assert (row.old, row.new, row.kind, row.is_same) == ("5万元", "50000元", Kind.FORMAL, True)


def test_a_project_of_which_only_code_and_year_went_on_is_unchanged() -> None:
    groups = {group.id: group for group in view.sections(examples.rich())[0].projects}
    assert [row.key for row in groups["archive"].rows] == ["code"]
    assert groups["archive"].is_same
    assert not groups["training"].is_same


def test_a_proposal_is_one_row_and_its_things_are_in_no_other() -> None:
    (row,) = rows("computers books")
    assert (row.kind, row.old, row.new) == (Kind.OPEN, "教学设备购置", "教学计算机购置、图书购置")
    assert row.mark[0] == "？"
    assert english(row.mark[1]) == "probably split"
    assert row.likeness == 64
    (merged,) = rows("arts")
    assert (merged.kind, english(merged.mark[1])) == (Kind.REGROUPED, "merged")


def test_an_added_project_has_its_budget_and_no_older_place() -> None:
    (row,) = rows("smart-campus")
    assert (row.kind, row.old, row.new, row.old_spot) == (Kind.ADDED, None, "300000.00元", None)
    (ended,) = rows("old-campaign")
    assert (ended.kind, ended.old, ended.new, ended.new_spot) == (
        Kind.DROPPED,
        "90000.00元",
        None,
        None,
    )


def test_a_lost_promise_is_told_in_the_words_of_the_older_text() -> None:
    (row,) = rows("training", key="purpose")
    assert row.lost == ("印制资料2000册",)


def test_how_a_project_is_known_is_not_said_of_its_indicators() -> None:
    assert {row.how for row in rows("meals-2021", subject=Subject.PROJECT)} == {How.CODE}
    (added,) = rows("training", indicator="exchanges")
    assert added.how is None


def test_an_older_place_is_not_told_where_the_field_was_not_there() -> None:
    first = view.sections(examples.three())[0]
    (row,) = (row for row in first.rows if row.key == "term")
    assert (row.kind, row.old, row.old_spot) == (Kind.ADDED, None, None)
    assert row.new_spot
    assert row.new_spot.start.line == 5


def test_nothing_changed_where_all_rows_are_formal() -> None:
    assert view.is_same(examples.same())
    assert view.rows(examples.same()) == ()
    assert not view.is_same(examples.rich())


def test_what_is_left_out_is_not_the_same() -> None:
    same = examples.same()
    assert not view.is_same(replace(same, left_out=examples.rich().left_out))
    assert not view.is_same(replace(same, added=examples.rich().added))
    step = same.courses[0].steps[0]
    less = replace(step, comparison=replace(step.comparison, left_out=frozenset({"x"})))
    courses = (replace(same.courses[0], steps=(less,)),)
    assert not view.is_same(replace(same, courses=courses))


def test_steps_have_the_labels_of_their_sides_or_else_their_years() -> None:
    three = examples.three()
    assert [one.labels for one in view.sections(three)] == [("2019", "2020"), ("2020", "2021")]
    named = replace(three, labels=("v1", "v2", "v3"))
    assert [one.labels for one in view.sections(named)] == [("v1", "v2"), ("v2", "v3")]
    course = replace(three.courses[0], steps=three.courses[0].steps[1:])
    fewer: Changes = replace(named, courses=(course,))
    assert [one.labels for one in view.sections(fewer)] == [("2020", "2021")]
    steps = tuple(replace(one, labels=("v1", "v3")) for one in course.steps)
    known = replace(named, courses=(replace(course, steps=steps),))
    assert [one.labels for one in view.sections(known)] == [("v1", "v3")]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("2020年培训", "2021年培训", True),
        ("130636201001", "130636211001", True),
        ("20202020", "20212021", True),
        ("2020年培训2020", "2021年培训2020", True),
        ("2020年培训", "2022年培训", False),
        ("2020年培训", "2021年会议", False),
        ("培训", "会议", False),
        ("", "2021", False),
        ("13063620", "13063721", False),
        ("1020", "1021", True),
        ("1", "2", False),
    ],
)
def test_only_the_year_went_on(old: str, new: str, expected: bool) -> None:
    compared = examples.rich().courses[0].steps[0].comparison
    assert only_year(old, new, compared) is expected


def test_items_that_were_dropped_stand_where_they_stood() -> None:
    at = Place("a.yaml", ("goals",))
    texts = [
        byhand.text("goals", "二", "二", at / 1, at / 0),
        byhand.text("goals", None, "新", None, at / 1),
        byhand.text("goals", "四", "四", at / 3, at / 2),
        byhand.text("goals", "一", None, at / 0, None),
        byhand.text("goals", "三", None, at / 2, None),
        byhand.text("goals", "五", None, at / 4, None),
    ]
    assert [one.old or one.new for one in in_order(texts)] == ["一", "二", "三", "新", "四", "五"]


def test_a_text_that_stands_alone_is_in_its_place_when_it_is_dropped() -> None:
    at = Place("a.yaml")
    texts = [
        byhand.text("name", "甲", "乙", at / "name", at / "name"),
        byhand.text("fields.a", "x", None, at / "fields" / "a", None),
    ]
    assert [one.key for one in in_order(texts)] == ["name", "fields.a"]


def test_a_matching_without_pairs_shows_all() -> None:
    changes = examples.same()
    step = changes.courses[0].steps[0]
    old, new = step.comparison.old.filing.projects, step.comparison.new.filing.projects
    compared = replace(
        step.comparison, projects=Matching(pairs=(), dropped=old, added=new), changes=()
    )
    course = replace(changes.courses[0], steps=(replace(step, comparison=compared),))
    found = view.rows(replace(changes, courses=(course,)))
    assert [row.kind for row in found] == [Kind.DROPPED, Kind.ADDED]
