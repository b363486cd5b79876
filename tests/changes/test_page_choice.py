"""What is told in full, and what in a line each, where there is too much to print."""

from functools import cache

import pytest

from perfspec.changes import html, view
from perfspec.changes.page import choice, trend
from perfspec.cli import products
from tests.changes import examples, papers
from tests.changes.examples import CHINESE


@cache
def _sections() -> tuple[view.Section, ...]:
    return view.sections(examples.rich())


def _ids(told: choice.Told) -> list[str]:
    return [one.project.id for one in choice.projects(told.section) if one.path in told.full]


def _rows() -> dict[str, int]:
    return {one.project.id: one.rows for one in choice.projects(_sections()[0])}


def test_without_a_limit_every_project_that_changed_is_told_in_full() -> None:
    told, archive = choice.told(_sections(), None)
    assert _ids(told) == [one.project.id for one in choice.projects(told.section)]
    assert len(_ids(told)) == 5
    assert _ids(archive) == []


def test_what_is_judged_or_promises_less_comes_first() -> None:
    rows = _rows()
    told, _ = choice.told(_sections(), rows["training"])
    assert _ids(told) == ["training"]


def test_a_limit_of_nothing_tells_nothing_in_full() -> None:
    assert [_ids(told) for told in choice.told(_sections(), 0)] == [[], []]


def test_a_project_that_does_not_fit_leaves_its_place_to_smaller_ones() -> None:
    rows = _rows()
    assert rows["training"] > rows["meals-2021"]
    told, _ = choice.told(_sections(), rows["training"] - 1)
    assert "training" not in _ids(told)
    assert len(_ids(told)) > 1


def test_the_newest_years_come_first() -> None:
    older, newer = choice.told(view.sections(examples.three()), 60)
    assert "training" in _ids(newer)
    assert _ids(older) == []


def test_the_others_have_a_line_each_with_money_and_kinds_of_changes() -> None:
    page = papers.tree(html.give(examples.rich(), CHINESE, most=0))
    assert papers.find(page, "section", "project") == []
    (table,) = papers.find(page, "table", "brief")
    assert len(list(table.iter("tr"))) == 6
    training = papers.row(table, "教师素质提升培训经费")
    assert training[1] == "↑ 增加 +60,000.00 (+30.0%)"
    assert "▼ 放宽 2" in training[2]
    assert "－ 取消 1" in training[2]
    assert [papers.said(one) for one in table.iter("td") if "取消 " in papers.said(one)]
    (judged, _) = papers.find(page, "table", "judgements")
    assert "教师素质提升培训经费" in papers.said(judged)
    assert not list(judged.iter("a"))


@pytest.mark.parametrize("most", [0, 5, None])
def test_nothing_is_lost_between_full_and_brief(most: int | None) -> None:
    page = papers.tree(html.give(examples.rich(), CHINESE, most=most))
    full = papers.find(page, "section", "project")
    brief = [row for table in papers.find(page, "table", "brief") for row in table.iter("tr")][1:]
    assert len(full) + len(brief) == 5


def test_the_course_over_the_years_says_what_is_not_printed() -> None:
    course = examples.three().courses[0]
    whole = trend.of(course, CHINESE)
    assert whole
    assert whole.more == ""
    none = trend.of(course, CHINESE, 0)
    assert none
    assert none.blocks == ()
    assert none.more == f"另有{len(whole.blocks)}个项目的指标未在此印出"
    assert none.budgets == whole.budgets
    page = papers.tree(html.give(examples.three(), CHINESE, most=0))
    assert none.more in papers.said(page)


def test_only_the_printed_paper_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    limits: list[dict[str, int]] = []

    def give(*_: object, **limit: int) -> str:
        limits.append(limit)
        return ""

    monkeypatch.setattr(html, "give", give)
    monkeypatch.setattr("perfspec.cli.products.pdf.render", lambda _: b"")
    for name in ("html", "pdf"):
        products.FORMATS[name](examples.rich(), CHINESE)
    assert limits == [{}, {"most": html.PRINTED}]


def test_the_worst_judgements_are_printed_and_the_others_counted() -> None:
    page = papers.tree(html.give(examples.rich(), CHINESE, most=10))
    (judged, _) = papers.find(page, "table", "judgements")
    (row,) = [papers.said(one) for one in judged.iter("tr")][1:]
    assert row.startswith("✗ 错误")
    assert "另有1条程度不高于上列的问题未在此印出" in papers.said(page)
