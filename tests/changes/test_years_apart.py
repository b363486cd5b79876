"""A side that holds filings of several years: what the reports call them, and what is not added."""

from dataclasses import replace

from perfspec.changes import Changes, Course, html, markdown, summary, text
from tests.changes import examples


def apart() -> Changes:
    """Return the two steps of a department as if each year were compared with its own."""
    three = examples.three()
    (course,) = three.courses
    return replace(
        three,
        labels=("HEAD", "工作区"),
        courses=tuple(
            Course(code=course.code, name=course.name, steps=(step,)) for step in course.steps
        ),
    )


def test_filings_are_counted_and_not_departments() -> None:
    shown = text.give(apart(), examples.CHINESE)
    assert shown.splitlines()[0] == "2 份文本  HEAD → 工作区"
    assert "\n2 份文本\n" in markdown.give(apart(), examples.CHINESE)


def test_each_is_named_with_its_year() -> None:
    shown = text.give(apart(), examples.CHINESE)
    assert "\n示例县教育局 101001 2020  " in shown
    assert "\n示例县教育局 101001 2021  " in shown
    assert "\n  示例县教育局 2021 · 教师素质提升培训经费" in shown
    assert "| 示例县教育局 101001 2020 |" in markdown.give(apart(), examples.CHINESE)


def test_money_of_two_years_is_not_added_up() -> None:
    assert summary.of(apart()).money.before is None
    assert summary.of(examples.three()).money.before is not None
    shown = text.give(apart(), examples.CHINESE).splitlines()
    assert shown[1] == "  预算    年度或金额单位不同，未合计"


def test_where_nothing_changed_in_any_that_is_all_that_is_said() -> None:
    (course,) = examples.same().courses
    twice = replace(examples.same(), courses=(course, replace(course)))
    shown = text.give(twice, examples.CHINESE).splitlines()
    assert shown[0].startswith("2 个部门  ")
    assert shown[-1] == "  没有变化"
    assert len(shown) == 4
    assert text.stat(twice, examples.CHINESE) == "没有变化\n"


def test_the_paper_names_the_years_too_and_the_department_once() -> None:
    shown = html.give(apart(), examples.CHINESE)
    assert shown.count("101001\u3000示例县教育局 2020") >= 1
    assert shown.count("101001\u3000示例县教育局 2021") >= 1
    assert "<title>示例县教育局 绩效目标年度对比报告</title>" in shown
