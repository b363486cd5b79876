# ruff: noqa: E501 — a case of a table is read in one line
"""The course over more than two years: what is followed, what is drawn, what is left out."""

from dataclasses import replace

import pytest

from perfspec.changes import Course
from perfspec.changes.page import trend
from perfspec.changes.page.trend import Line, Trend
from tests.changes import examples, papers
from tests.changes.examples import CHINESE


def _trend(course: Course | None = None) -> Trend:
    made = trend.of(course or examples.three().courses[0], CHINESE)
    assert made
    return made


def _budget(name: str, course: Course | None = None) -> Line:
    (line,) = [one for one in _trend(course).budgets if one.name == name]
    return line


def test_two_years_have_no_course() -> None:
    assert trend.of(examples.rich().courses[0], CHINESE) is None


def test_a_project_is_followed_through_another_id_and_name() -> None:
    line = _budget("学生营养餐补助")
    assert [cell.text for cell in line.cells] == ["560,000.00", "600,000.00", "540,000.00"]
    assert line.told == "学生营养餐补助：2019年 560,000.00；2020年 600,000.00；2021年 540,000.00"
    assert line.plot
    assert len(line.plot.columns) == 3


def test_a_project_of_one_year_has_no_plot() -> None:
    line = _budget("智慧校园建设")
    assert [cell.text for cell in line.cells] == ["—", "—", "300,000.00"]
    assert line.plot is None


def test_amounts_are_in_the_unit_of_the_newest_year() -> None:
    course = examples.three().courses[0]
    last = course.steps[-1]
    compared = last.comparison
    form = replace(compared.new.form, money_unit="万元")
    compared = replace(compared, new=replace(compared.new, form=form))
    steps = (course.steps[0], replace(last, comparison=compared))
    line = _budget("学生营养餐补助", replace(course, steps=steps))
    assert [cell.text for cell in line.cells] == ["56.00", "60.00", "540,000.00"]


def test_an_indicator_is_told_year_by_year_with_what_became_of_it() -> None:
    (table, *_) = papers.find(papers.parsed("three"), "table", "trend-targets")
    assert papers.row(table, "培训教师人次")[1:4] == [
        "≥450人次",
        "≥500人次▲ 收紧",
        "≥400人次▼ 放宽",
    ]


@pytest.mark.parametrize(
    ("name", "drawn"),
    [("培训教师人次", True), ("资料印制费", True), ("人均培训费用", False), ("参训教师满意度", False)],
)  # fmt: skip
def test_only_numbers_of_one_measure_and_one_direction_are_drawn(name: str, drawn: bool) -> None:
    lines = {line.name: line for block in _trend().blocks for line in block.lines}
    assert (lines[name].plot is not None) is drawn


def test_indicators_of_one_year_are_counted_only() -> None:
    made = _trend()
    alone = {line.name for block in made.blocks for line in block.lines} & {"教师交流活动次数"}
    assert not alone
    assert made.once == "另有14项指标只在一个年度出现，此处不列，见各年度对比"


def test_a_number_is_drawn_in_its_base_unit() -> None:
    line = next(
        line for block in _trend().blocks for line in block.lines if line.name == "资料印制费"
    )
    assert line.plot
    assert len({point.y for point in line.plot.points}) == 1


def test_the_newest_years_stand_before_the_course_and_the_older_ones() -> None:
    page = papers.parsed("three")
    titles = [papers.said(one) for one in page.iter("h2")]
    assert titles == ["2020年 → 2021年", "历年走势", "2019年 → 2020年"]
