"""Whole papers as documents for Word."""

import re
from decimal import Decimal

import pytest
import tinyhtml5

from perfspec.errors import PerfspecError
from perfspec.paper import Paper
from perfspec.render.docx import reading
from perfspec.render.docx.body import Body, ListEntry, PageNumber, PageOf, Paragraph, Tab
from tests.forms import filings
from tests.render import papers, readings

D = Decimal
_SPACE = re.compile(r"\s")


@pytest.fixture(scope="module")
def seed() -> Paper:
    return filings.seed().paper


@pytest.fixture(scope="module")
def body(seed: Paper) -> Body:
    return readings.of(seed.html)


def _printed(html: str) -> str:
    """Return the words of a document but for furniture, as they stand in the HTML."""
    root = tinyhtml5.parse(html, namespace_html_elements=False)
    for parent in list(root.iter()):
        for child in list(parent):
            if child.get("data-furniture") is not None or child.tag == "head":
                parent.remove(child)
    return _SPACE.sub("", "".join(root.itertext()))


@pytest.mark.parametrize("make", [filings.seed, filings.full, filings.minimal])
def test_the_words_are_those_of_the_html_in_order(make: object) -> None:
    assert callable(make)
    html = make().paper.html

    read = "".join(map(readings.text, readings.everywhere(readings.of(html))))

    assert _SPACE.sub("", read) == _printed(html)


def test_the_words_of_every_element_are_read() -> None:
    html = papers.all_elements()

    read = "".join(map(readings.text, readings.everywhere(readings.of(html))))

    assert _SPACE.sub("", read) == _printed(html)


def test_every_field_that_is_marked_is_a_mark_of_a_paragraph(seed: Paper, body: Body) -> None:
    marks = {mark for paragraph in readings.everywhere(body) for mark in paragraph.marks}

    assert marks == set(seed.places)
    assert len(marks) > 50


def test_the_head_tells_title_author_and_language(body: Body) -> None:
    assert body.title == "中共顺平县委网信办2020年部门预算绩效文本"
    assert body.author == "中共顺平县委网络安全和信息化委员会办公室"
    assert body.language == "zh-CN"
    assert body.watermark == ""


def test_the_watermark_of_a_sample_is_its_words() -> None:
    projects = {"p": filings.project()}
    sample = filings.made(filings.head(["p"], sample=True), projects)

    assert readings.of(sample.paper.html).watermark == "示例"


def test_cover_contents_and_parts_are_sections_with_numbers_of_their_own(body: Body) -> None:
    cover, contents, main = (section.page for section in body.sections)

    assert [page.numbers for page in (cover, contents, main)] == ["", "lower-roman", "decimal"]
    assert [page.first_number for page in (cover, contents, main)] == [0, 1, 1]
    assert [page.starts_right for page in (cover, contents, main)] == [False, False, True]
    assert (cover.odd, cover.even, cover.first) == ((), (), None)


def test_the_type_area_is_that_of_the_standard(body: Body) -> None:
    page = body.sections[2].page

    millimetres = [round(length * 127 / 360) for length in (page.width, page.height)]
    margins = [round(x * 127 / 360) for x in (page.top, page.right, page.bottom, page.left)]
    assert millimetres == [210, 297]
    assert margins == [37, 26, 35, 28]


def test_page_numbers_stand_outside_below(body: Body) -> None:
    page = body.sections[2].page
    ((odd,), (even,)) = page.odd, page.even

    assert [type(one) for one in odd.content][1] is PageNumber
    assert (odd.setting.align, odd.setting.right) == ("right", D(14))
    assert (even.setting.align, even.setting.left) == ("left", D(14))
    assert (odd.setting.style, odd.look.size, odd.look.fonts[0]) == ("页脚", D(14), "宋体")
    # 35 mm less 7 mm less one line of 14 pt.
    assert round(page.foot) == 61


def test_the_signatures_stand_at_the_foot_of_the_cover(body: Body) -> None:
    title, prepared, reviewed = readings.top(body)[:3]

    assert readings.text(title) == "中共顺平县委网信办\n2020年部门预算绩效文本"
    assert (title.setting.style, title.setting.level) == ("封面标题", 1)
    height = title.setting.before + 2 * title.setting.line + prepared.setting.before + 2 * 33
    height += reviewed.setting.before + 33
    # 225 mm high, 25 mm from below; the name of 22 characters takes two lines.
    assert round(title.setting.line - 54) == round(D(4 * 360) / 127)
    assert round(height) == round(D(200 * 360) / 127)
    assert prepared.setting.left == prepared.setting.right


def test_contents_lead_to_pages(body: Body) -> None:
    entries = [
        one for one in readings.top(body) if one.setting.style.startswith(("目录 ", "目录部分"))
    ]

    assert [(one.contents, one.link) for one in entries] == [
        ("", "part-one"),
        ("A", "overall-goal"),
        ("A", "sub-goals"),
        ("A", "measures"),
        ("", "part-two"),
        ("C", "project-network-office"),
    ]
    goal = entries[1]
    *_, tab, page = goal.content
    assert readings.text(goal) == "一、总体绩效目标"
    assert isinstance(tab, Tab)
    assert isinstance(page, PageOf)
    assert page.bookmark == "overall-goal"
    assert round(goal.setting.tab) == round(D(156 * 360) / 127)
    assert (goal.setting.left, goal.setting.first, goal.setting.leader) == (D(64), D(-32), True)
    assert entries[0].setting.tab == 0


def test_headings_are_entries_of_the_lists_of_the_original(body: Body) -> None:
    found = [
        (readings.text(one), entry.list, entry.text)
        for one in readings.top(body)
        for entry in one.content
        if isinstance(entry, ListEntry)
    ]

    assert found == [
        ("一、总体绩效目标", "A", "总体绩效目标"),
        ("二、分项绩效目标", "A", "分项绩效目标"),
        ("三、工作保障措施", "A", "工作保障措施"),
        ("1.网络信息办公专项经费绩效目标表", "C", "1、网络信息办公专项经费绩效目标表"),
    ]


def test_headings_have_levels_and_bookmarks(body: Body) -> None:
    found = [
        (readings.text(one).split("\n")[0], one.setting.level, one.bookmarks)
        for one in readings.top(body)
        if one.setting.level
    ]

    assert found == [
        ("中共顺平县委网信办", 1, ()),
        ("第一部分", 2, ("part-one",)),
        ("一、总体绩效目标", 3, ("overall-goal",)),
        ("二、分项绩效目标", 3, ("sub-goals",)),
        ("三、工作保障措施", 3, ("measures",)),
        ("第二部分", 2, ("part-two",)),
        ("1.网络信息办公专项经费绩效目标表", 3, ("project-network-office",)),
    ]


def test_body_text_is_set_as_the_standard_wants(body: Body) -> None:
    paragraphs = [one for one in readings.top(body) if one.setting.style == "正文"]

    assert len({one.setting for one in paragraphs}) == 1
    setting, look = paragraphs[0].setting, paragraphs[0].look
    assert (setting.align, setting.first, round(setting.line * 1000)) == (
        "justify",
        D("31.58"),
        28990,
    )
    assert (look.fonts[0], look.size, look.spacing) == ("仿宋_GB2312", D(16), D("-0.209"))


def test_the_head_line_of_a_table_stands_at_both_edges(body: Body) -> None:
    (line,) = [one for one in readings.top(body) if one.setting.style == "表上说明"]

    assert isinstance(line.content[1], Tab)
    assert readings.text(line).endswith("（本级）单位：元")
    assert (round(line.setting.tab), line.setting.leader) == (442, False)
    assert line.setting.keep_next


def test_the_two_tables_of_a_project_are_drawn_as_one(body: Body) -> None:
    upper, lower = readings.tables(body)

    assert (upper.joins, lower.joins) == (False, True)
    assert (upper.key, lower.key) == ("project-network-office/1", "project-network-office/2")
    assert lower.title == "1.网络信息办公专项经费绩效指标"
    assert upper.title == "1.网络信息办公专项经费绩效目标表"
    assert sum(upper.columns) == sum(lower.columns)
    assert upper.columns[0] == lower.columns[0]
    assert [row.is_head for row in lower.rows] == [True] + [False] * (len(lower.rows) - 1)
    assert not any(row.is_head or row.breaks for row in upper.rows)


def test_the_same_html_makes_the_same_document(seed: Paper, body: Body) -> None:
    assert readings.of(seed.html) == body


def test_thirty_tables_begin_on_pages_of_their_own() -> None:
    projects = {f"p{n}": filings.project(name=f"项目{n}") for n in range(30)}
    many = readings.of(filings.made(filings.head(list(projects)), projects).paper.html)

    titles = [one for one in readings.top(many) if one.setting.style == "表标题"]
    assert [one.setting.page_before for one in titles] == [False] + [True] * 29
    assert [table.joins for table in readings.tables(many)] == [False, True] * 30


def test_a_document_without_anything_is_one_without_sections() -> None:
    body = reading.body(tinyhtml5.parse("", namespace_html_elements=False))

    assert body == Body(title="", author="", language="", sections=())


def test_a_document_without_a_body_is_empty() -> None:
    root = tinyhtml5.parse("<p>a", namespace_html_elements=False)
    root.remove(root[1])

    assert reading.body(root).sections == ()


def test_elements_nested_beyond_reason_are_refused() -> None:
    with pytest.raises(PerfspecError, match="more than 100 deep"):
        readings.read("<div>" * reading.MOST_DEPTH)


def test_elements_nested_deeply_are_read() -> None:
    (paragraph,) = readings.top(readings.read("<div>" * (reading.MOST_DEPTH - 3) + "深"))

    assert isinstance(paragraph, Paragraph)
    assert readings.text(paragraph) == "深"
