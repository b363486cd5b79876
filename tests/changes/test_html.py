# ruff: noqa: E501 — a case of a table is read in one line
"""The paper as a document: what stands where, that it is whole, and that nothing gets in."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from perfspec.changes import Changes, html, words
from perfspec.changes.page import judged
from perfspec.compare import Shift
from perfspec.errors import PerfspecError
from perfspec.findings import Finding
from perfspec.messages import english
from tests import chromium
from tests.changes import examples, papers
from tests.changes.examples import CHINESE
from tests.needs import needs

ALL = ("rich", "three", "same")
SAID = CHINESE.translate


def test_each_shift_is_told_by_its_sign_and_its_word() -> None:
    page = papers.parsed("rich")
    marks = {papers.said(one) for one in papers.find(page, "span", "mark")}
    told = {f"{sign} {SAID(word)}" for sign, word in words.SHIFTS.values()}
    assert len(told) == len(Shift)
    assert told - {text.partition(" −")[0].partition(" +")[0] for text in marks} == set()


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("培训教师人次", ["≥500人次", "≥400人次", "▼ 放宽 −100人次"]),
        ("培训场次", ["10-12场", "11-14场", "↔ 改值"]),
        ("培训合格率", ["≥90%", "≥95%", "▲ 收紧 +5 个百分点"]),
        ("培训按期完成", ["按期完成", "11月底前", "△ 定性改定量"]),
        ("人均培训费用", ["≤400元", "≥400元", "⇄ 方向相反"]),
        ("教师队伍素质提升", ["提升率≥5%", "持续提升", "▽ 定量改定性"]),
        ("教学水平", ["明显提高", "稳步提高", "～ 改措辞"]),
        ("参训教师满意度", ["≥90%", "≥90分", "≠ 换口径"]),
        ("资料印制费", ["5万元", "50000元", "＝ 仅写法或年度"]),
        ("教师交流活动次数", ["—", "≥4次", "＋ 新增"]),
        ("印制资料册数", ["≥2000册", "—", "－ 取消"]),
        ("优秀学员率", ["≥30%？", "≥30%", "？ 待确认"]),
        ("预算数", ["200,000.00", "260,000.00", "↑ 增加 +60,000.00 (+30.0%)"]),
        ("资金支出计划", ["6月底 60%12月底 100%", "6月底 40%12月底 100%", "● 支出推迟"]),
        ("三年培训人次", ["≥1500人次", "≥1200人次", "▼ 放宽 −300人次"]),
    ],
)
def test_both_years_stand_side_by_side_with_what_became_of_them(
    name: str, cells: list[str]
) -> None:
    part = papers.project(papers.parsed("rich"), "教师素质提升培训经费")
    assert papers.row(part, name) == [name, *cells]


def test_what_may_be_the_same_is_said_to_be_a_proposal() -> None:
    part = papers.project(papers.parsed("rich"), "教师素质提升培训经费")
    notes = [papers.said(one) for one in papers.find(part, "tr", "notes")]
    assert "疑为同一项：“培训考核优秀率” → “优秀学员率”（相似度 78；名称相近）" in notes
    assert "二级指标：原为社会效益指标" in notes


def test_proposed_projects_are_rows_of_their_own_and_are_listed() -> None:
    page = papers.parsed("rich")
    (budgets, _) = papers.find(page, "table", "budgets")
    assert papers.row(budgets, "校舍维修一期工程")[1:] == [
        "400,000.00",
        "—",
        "−400,000.00",
        "",
        "？ 待确认",
    ]
    assert papers.row(budgets, "校舍维修二期工程")[1:] == [
        "—",
        "450,000.00",
        "+450,000.00",
        "",
        "？ 待确认",
    ]
    (listed,) = papers.find(page, "ul", "open")
    first, split, merged = (papers.said(one) for one in papers.find(listed, "li"))
    assert first.startswith("？ 待确认 疑为同一项：“校舍维修一期工程” → “校舍维修二期工程”")
    assert split.startswith("？ 待确认 疑似拆分：“教学设备购置” → “教学计算机购置”、“图书购置”")
    assert merged.startswith("◆ 合并 “学生体育活动”、“学生艺术活动” → “学生文体活动”")


def test_the_tiles_have_the_figures() -> None:
    budget, projects, indicators, judgements, *_ = (
        papers.said(one) for one in papers.find(papers.parsed("rich"), "div", "tile")
    )
    assert budget == "预算（元） 1,490,000.00 → 1,765,000.00 ↑ 增加 +275,000.00 元 (+18.5%)"
    assert projects.startswith("项目数 9 → 9 ＋ 新增 1 － 取消 1 ● 变更 3 ＝ 不变 1 ？ 待确认 2")
    assert "▲ 收紧 2 ▼ 放宽 2 ⇄ 方向相反 1" in indicators
    assert judgements == "需要关注的问题 2 ✗ 错误 1 ！ 警告 1"


def test_the_judgements_are_told_with_level_code_and_places_in_both_years() -> None:
    step = examples.rich().courses[0].steps[0]
    (table, _) = papers.find(papers.parsed("rich"), "table", "judgements")
    rows = [papers.said(one) for one in table.iter("tr")][1:]
    assert len(rows) == len(step.judgements) == 2
    assert [row.split()[1] for row in rows] == ["错误", "警告"]
    for one in step.judgements:
        (row,) = (row for row in rows if one.code in row)
        assert SAID(one.message) in row
        assert all(place in row for place in _places(one))
        assert "教师素质提升培训经费" in row
    legend = papers.said(next(table.getparent().itersiblings("p", preceding=True)))
    assert legend == "文件所在目录：2020年 specs/2020/101001/；2021年 specs/2021/101001/"


def test_files_of_two_states_in_one_folder_are_told_by_their_paths() -> None:
    assert judged.folders([("a/filing.yaml", "甲"), ("a/filing.yaml", "乙")]) == {}
    known = judged.folders([("a/filing.yaml", "甲"), ("HEAD:a/filing.yaml", "乙")])
    assert known == {"a/": "甲", "HEAD:a/": "乙"}


def test_what_is_held_back_or_not_judged_is_listed() -> None:
    held, open_ = papers.find(papers.parsed("rich"), "ul", "asides")
    assert "理由：经费标准未变" in papers.said(held)
    assert "target-below-actual" in papers.said(open_)


def test_weaker_promises_with_more_money_come_first() -> None:
    (table,) = papers.find(papers.parsed("rich"), "table", "weaker")
    assert "+60,000.00 (+30.0%)" in papers.said(table)
    told = [papers.said(one) for one in papers.find(table, "td", "change")]
    assert told == ["▼ 放宽", "－ 取消", "⇄ 方向相反", "▽ 定量改定性", "▼ 放宽"]


def test_running_text_marks_what_changed_by_a_word_too() -> None:
    part = papers.project(papers.parsed("rich"), "教师素质提升培训经费")
    purpose = next(one for one in papers.find(part, "td", "prose") if "用于" in papers.said(one))
    assert [papers.said(one) for one in purpose.iter("del")][-1] == "全年印制资料2000册"
    assert [papers.said(one) for one in purpose.iter("ins")][-1] == "组织教师交流活动"
    for tag, word in (("del", "删"), ("ins", "增")):
        for one in purpose.iter(tag):
            assert papers.said(one.getprevious()) == word
    assert "本年不再承诺：" in papers.said(purpose)


def test_projects_without_change_and_what_could_not_be_read_are_listed() -> None:
    page = papers.parsed("rich")
    parts = {papers.said(one[0]): papers.said(one) for one in papers.find(page, "section", "part")}
    assert parts["没有变化的项目"].endswith("档案数字化经费")
    lost = [
        papers.said(one)
        for one in papers.find(page, "section", "part")
        if "smart-" in papers.said(one)
    ]
    assert lost[0] == "未能比较的内容 下列项目文件无法读取，未作比较：smart-classrooms"
    assert "示例县地方志办公室" in lost[-1]
    assert "示例县数据局" in lost[-1]


@pytest.mark.parametrize("name", ALL)
def test_headings_go_down_one_level_at_a_time(name: str) -> None:
    page = papers.parsed(name)
    levels = [int(one.tag[1]) for one in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", ALL)
def test_every_name_is_given_once_and_every_link_leads_to_one(name: str) -> None:
    page = papers.parsed(name)
    ids = [one.get("id") for one in page.iter() if one.get("id")]
    assert len(ids) == len(set(ids)) > 5
    links = [one.get("href") for one in page.iter("a")]
    labels = [one.get("aria-labelledby") for one in page.iter() if one.get("aria-labelledby")]
    wanted = {link.removeprefix("#") for link in links}
    wanted |= {one for label in labels for one in label.split()}
    assert wanted <= set(ids)


@pytest.mark.parametrize("name", ALL)
def test_the_document_fetches_nothing_and_runs_nothing(name: str) -> None:
    page = papers.parsed(name)
    for one in page.iter(
        "script", "img", "link", "iframe", "object", "embed", "base", "image", "use"
    ):
        raise AssertionError(one.tag)
    for one in page.iter():
        for key, value in one.attrib.items():
            assert not key.startswith("on")
            assert key != "src"
            assert key not in {"href", "xlink:href"} or value.startswith("#")
            assert "url(" not in value
    (style,) = page.iter("style")
    assert "url(" not in style.text
    assert "@import" not in style.text


HOSTILE = '</style></svg><script>alert(1)</script><b>x" onload="y{{ 7*7 }}</b>&lt;\u202e尾'


def test_a_hostile_name_stays_text() -> None:
    document = html.give(examples.with_name(examples.rich(), HOSTILE), CHINESE)
    page = papers.tree(document)
    assert not list(page.iter("script", "b"))
    assert "alert(1)" in papers.said(page)
    assert "\u202e" not in document
    assert "{{ 7*7 }}" in document
    (style,) = page.iter("style")
    assert "alert" not in style.text
    assert len(list(page.iter("svg"))) == 2


def test_the_same_changes_give_the_same_bytes() -> None:
    assert html.give(examples.rich(), CHINESE) == papers.text("rich")


def test_the_language_of_the_person_is_that_of_the_document() -> None:
    page = papers.tree(html.give(examples.rich(), examples.ENGLISH))
    assert page.get("lang") == "en"
    assert "▼ relaxed −100人次" in papers.said(page)
    assert papers.parsed("rich").get("lang") == "zh-CN"


def test_two_states_of_a_year_are_called_by_their_labels() -> None:
    course = examples.same().courses[0]
    step = course.steps[0]
    compared = replace(step.comparison, new=step.comparison.old)
    changes = Changes(
        labels=("HEAD~1", "工作区"),
        courses=(replace(course, steps=(replace(step, comparison=compared),)),),
    )
    page = papers.of(changes)
    (table,) = papers.find(page, "table", "budgets")
    assert [papers.said(one) for one in table.iter("th")][1:3] == ["HEAD~1", "工作区"]
    (sides,) = papers.find(page, "p", "sides")
    assert papers.said(sides) == "2020年（HEAD~1 · 批复） → 2020年（工作区 · 批复）"


def test_of_many_departments_the_first_is_named_and_all_are_counted() -> None:
    rich = examples.rich()
    many = replace(rich, courses=rich.courses * 2)
    page = papers.of(many)
    (line, _) = papers.find(page, "span", "line")
    assert papers.said(line) == "示例县教育局等4个部门"
    (overview,) = papers.find(page, "table", "overview")
    assert papers.row(overview, "示例县教育局") == [
        "示例县教育局", "1,490,000.00 元", "1,765,000.00 元", "↑ 增加 +275,000.00 (+18.5%)", "5", "✗ 错误 1！ 警告 1",
    ]  # fmt: skip


def test_five_hundred_projects_are_all_told_and_the_plot_shows_the_first_ten() -> None:
    page = papers.of(_many(500))
    assert len(papers.find(page, "section", "project")) == 500
    (plot,) = papers.find(page, "figure", "plot")
    assert len(list(plot.iter("g"))) == 10
    assert "变动最大的10个项目，其余490个见下表" in papers.said(plot)
    (budgets,) = papers.find(page, "table", "budgets")
    assert len(list(budgets.iter("tr"))) == 502
    # So many rows have no merged cells: laying out their pages would take an hour.
    assert {one.get("rowspan") for one in page.iter("th", "td")} == {None}
    assert {one.get("rowspan") for one in papers.parsed("rich").iter("th")} > {None, "2", "5"}


def test_a_broken_template_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "comparison.html.j2").write_text("\n{{ page.nothing }}", "utf-8")
    with pytest.raises(PerfspecError) as caught:
        html.give(examples.same(), CHINESE, tmp_path)
    told = english(caught.value.message)
    assert told.startswith("the template comparison.html.j2:2 of the comparison fails:")


@needs("chromium")
@pytest.mark.parametrize("name", ALL)
def test_axe_finds_no_violation(name: str, tmp_path: Path) -> None:
    path = tmp_path / "comparison.html"
    path.write_text(papers.text(name), "utf-8")
    assert chromium.axe(path) == []


@needs("chromium")
def test_a_phone_scrolls_tables_sideways_and_never_the_page(tmp_path: Path) -> None:
    path = tmp_path / "comparison.html"
    path.write_text(papers.text("rich"), "utf-8")
    with chromium.page(path, 360, 740) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        widths = page.evaluate(
            "[...document.querySelectorAll('.scroll')].map(e => [e.clientWidth, e.scrollWidth])"
        )
    assert len(widths) > 8
    assert all(seen < 360 < whole for seen, whole in widths)


def _places(one: Finding) -> Iterator[str]:
    for spot in (one.spot, *(other.spot for other in one.related)):
        yield papers.place(spot)


def _many(n: int) -> Changes:
    """Return the changes of one department in which one project stands `n` times."""
    rich = examples.rich()
    course = rich.courses[0]
    step = course.steps[0]
    compared = step.comparison
    one = next(change for change in compared.changes if change.pair.new.id == "training")
    changes = tuple(
        replace(
            one,
            pair=replace(
                one.pair,
                old=replace(one.pair.old, id=f"p{i}"),
                new=replace(one.pair.new, id=f"p{i}", at=replace(one.pair.new.at, path=f"p{i}")),
            ),
        )
        for i in range(n)
    )
    filings = (
        replace(side.filing, projects=projects)
        for side, projects in (
            (compared.old, tuple(change.pair.old for change in changes)),
            (compared.new, tuple(change.pair.new for change in changes)),
        )
    )
    old, new = filings
    compared = replace(
        compared,
        old=replace(compared.old, filing=old),
        new=replace(compared.new, filing=new),
        projects=replace(
            compared.projects,
            pairs=tuple(change.pair for change in changes),
            proposals=(),
            confirmed=(),
            dropped=(),
            added=(),
        ),
        changes=changes,
    )
    steps = (replace(step, comparison=compared),)
    return replace(rich, courses=(replace(course, steps=steps),))


@pytest.mark.parametrize(
    ("code", "mark"), [("130636211001", "＝ 仅写法或年度"), ("130636219999", "● 变更")]
)
def test_a_code_that_only_went_on_with_the_year_is_told_from_another(code: str, mark: str) -> None:
    rich = examples.rich()
    course = rich.courses[0]
    (step,) = course.steps
    changes = tuple(
        replace(one, code=(one.code[0], code)) if one.code[1] == "130636211001" else one
        for one in step.comparison.changes
    )
    step = replace(step, comparison=replace(step.comparison, changes=changes))
    page = papers.of(replace(rich, courses=(replace(course, steps=(step,)),)))
    part = papers.project(page, "教师素质提升培训经费")
    assert papers.row(part, "项目编码") == ["项目编码", "130636201001", code, mark]
