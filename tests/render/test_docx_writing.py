"""A Body becomes a file for Word: text, styles, fields, sections, properties."""

import io
import zipfile
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from decimal import Decimal

import docx
import pytest

from perfspec.errors import PerfspecError
from perfspec.render.document import Attachment
from perfspec.render.docx import render
from perfspec.render.docx.body import (
    Body,
    Look,
    PageOf,
    Paragraph,
    Run,
    Section,
    Setting,
    Tab,
)
from perfspec.render.docx.writing import write
from tests.render import wordfiles
from tests.render.wordfiles import (
    DATE,
    PROSE,
    SENTENCE,
    SMALL,
    TEXT,
    TITLE,
    R,
    W,
    part,
    said,
    values,
)


def _text_of(text: str) -> list[str]:
    return wordfiles.words(part(wordfiles.body(said(text))), ".//r/t")


def test_python_docx_reads_the_words_the_styles_and_the_tables() -> None:
    read = docx.Document(io.BytesIO(write(wordfiles.paper(), date=DATE)))
    shown = [(one.style and one.style.name, one.text) for one in read.paragraphs if one.text]
    assert shown[0] == ("Body Text", "网信办\n2020年部门预算绩效文本")
    assert ("Heading 2", "目　录") in shown
    assert ("Heading 3", "二、分项绩效目标") in shown
    assert ("表格标题", "1.专项经费绩效目标表") in shown
    budget, indicators = read.tables
    assert [[one.text for one in row.cells] for row in budget.rows] == [
        ["项目编码", "130636"],
        ["用途", "预算数112500.00"],
        ["用途", SENTENCE],
    ]
    assert len(indicators.rows) == 25


def test_equal_input_gives_equal_bytes() -> None:
    assert write(wordfiles.paper(), date=DATE) == write(wordfiles.paper(), date=DATE)


def test_no_clock_and_no_system_is_in_the_archive() -> None:
    with zipfile.ZipFile(io.BytesIO(write(wordfiles.paper(), date=DATE))) as archive:
        told = {(one.date_time, one.create_system) for one in archive.infolist()}
    assert told == {((1980, 1, 1, 0, 0, 0), 3)}


def test_the_file_has_the_parts_that_it_lists_and_no_others() -> None:
    data = wordfiles.parts(write(wordfiles.paper(), date=DATE))
    listed = wordfiles.parsed(data["[Content_Types].xml"])
    names = {one.get("PartName", "").lstrip("/") for one in listed if one.get("PartName")}
    assert names == {name for name in data if not name.endswith(".rels")} - {"[Content_Types].xml"}
    assert next(iter(data)) == "[Content_Types].xml"


def test_nothing_in_the_file_leads_out_of_it() -> None:
    data = wordfiles.parts(write(wordfiles.paper(), date=DATE))
    relations = [xml for name, xml in data.items() if name.endswith(".rels")]
    assert len(relations) == 2
    for xml in relations:
        for relation in wordfiles.parsed(xml):
            assert relation.get("TargetMode") is None
            assert relation.get("Target", "").endswith(".xml")
    assert not [name for name in data if "vba" in name.lower() or name.endswith(".bin")]


@pytest.mark.parametrize(
    "text", ["a<b>&\"c'", " vorn", "hinten ", "zwei  drei", "　　缩进", "\u00a0", "𠮷<"]
)
def test_a_text_is_in_the_file_as_it_is(text: str) -> None:
    assert _text_of(text) == [text]
    assert (
        docx.Document(io.BytesIO(write(wordfiles.body(said(text)), date=DATE))).paragraphs[0].text
        == text
    )


def test_a_blank_at_an_end_is_kept() -> None:
    space = "{http://www.w3.org/XML/1998/namespace}space"
    runs = part(wordfiles.body(said("项目 "), said("项目"))).iterfind(f".//{W}t")
    assert [run.get(space) for run in runs] == ["preserve", None]


def test_line_breaks_and_tabs_are_elements() -> None:
    paragraph = part(wordfiles.body(said("甲\n乙\t丙\r丁\r\n")))
    assert wordfiles.children(paragraph, ".//r") == ["t", "br", "t", "tab", "t", "br", "t", "br"]


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\x1f", "\ufffe", "\ud800"])
def test_a_character_that_xml_cannot_hold_is_refused_with_its_place(bad: str) -> None:
    with pytest.raises(PerfspecError) as caught:
        write(wordfiles.body(said(f"网络安全{bad}宣传")), date=DATE)
    assert str(caught.value) == (
        f"a Word file cannot hold the character U+{ord(bad):04X}, which stands after “网络安全”"
    )


def test_the_properties_say_title_author_language_and_the_given_date() -> None:
    read = docx.Document(io.BytesIO(write(wordfiles.paper(), date=DATE))).core_properties
    assert (read.title, read.author, read.language) == (
        "网信办2020年部门预算绩效文本",
        "网信办",
        "zh-CN",
    )
    assert read.created == read.modified == DATE
    local = datetime(2020, 1, 2, 3, 4, 5)  # noqa: DTZ001 - a date without zone is universal
    chinese = DATE.astimezone(timezone(timedelta(hours=8)))
    for date in (local, chinese):
        assert write(wordfiles.paper(), date=date) == write(wordfiles.paper(), date=DATE)


def test_fonts_are_asked_for_by_their_first_name_and_the_others_stand_in() -> None:
    assert next(part(wordfiles.paper(), "styles").iter(f"{W}rFonts")).attrib == {
        W + slot: "仿宋_GB2312" for slot in ("ascii", "hAnsi", "eastAsia", "cs")
    }
    fonts = part(wordfiles.paper(), "fontTable")
    assert values(fonts, "font", "name") == ["仿宋_GB2312", "方正小标宋_GBK", "宋体"]
    assert values(fonts, "font/altName") == ["仿宋,FandolFang", "方正小标宋简体", "SimSun"]


def test_signs_that_western_type_has_too_are_set_as_chinese() -> None:
    hints = [
        [one.get(f"{W}hint") for one in run.iter(f"{W}rFonts")]
        for text in ("“引号”", "≥90%", "—", "九十", "abc")
        for run in part(wordfiles.body(said(text))).iter(f"{W}r")
    ]
    assert hints == [["eastAsia"], ["eastAsia"], ["eastAsia"], [], []]


def test_a_run_says_only_what_differs_from_its_style() -> None:
    strong = replace(TEXT, strong=True, colour="C00000", spacing=Decimal("-0.26"))
    content = tuple(Run(text="甲", look=look) for look in (TEXT, strong, SMALL))
    shown = wordfiles.body(Paragraph(content=content, setting=PROSE, look=TEXT))
    found = part(shown)
    assert [child.tag for child in found.iterfind(f".//{W}r/{W}rPr/*")] == [
        W + name for name in ("b", "color", "spacing", "spacing", "sz", "szCs")
    ]
    # Rounded to closer: 28 characters of 16 pt have to stay on a line.
    assert values(found, ".//r/rPr/spacing") == ["-6", "0"]
    assert values(found, ".//r/rPr/sz") == ["21"]


def test_styles_build_upon_the_look_of_the_text_outside_of_tables() -> None:
    styles = part(wordfiles.paper(), "styles")
    assert values(styles, "docDefaults/rPrDefault/rPr/sz") == ["32"]
    assert values(styles, "docDefaults/rPrDefault/rPr/lang", "eastAsia") == ["zh-CN"]
    assert values(styles, "style/name") == [
        "Normal", "Default Paragraph Font", "Normal Table", "No List", "Hyperlink",
        "Body Text", "heading 2", "toc 1", "footer", "页码 left", "heading 3", "表格标题",
        "表格文字", "表格数字",
    ]  # fmt: skip
    assert values(styles, "style/aliases") == ["目录 项", "页码 right"]
    assert set(values(styles, "style/basedOn")) == {"DefaultParagraphFont", "Normal"}


def test_a_few_words_of_body_text_count_for_more_than_small_type_above_many_tables() -> None:
    above = [said(SENTENCE, replace(wordfiles.WORDS, style="表上说明"), wordfiles.SMALL)] * 9
    found = part(wordfiles.body(said("甲"), *above))
    assert values(found, "body/sectPr/docGrid", "linePitch") == ["579"]


def test_characters_and_not_paragraphs_say_what_the_body_text_is() -> None:
    blocks = (said(SENTENCE), said("一", look=TITLE), said("二", look=TITLE))
    styles = part(wordfiles.body(*blocks), "styles")
    assert values(styles, "docDefaults/rPrDefault/rPr/sz") == ["32"]


def test_a_style_is_as_most_of_its_paragraphs_and_the_others_say_what_differs() -> None:
    wide = replace(PROSE, first=Decimal(0), before=Decimal(10), keep_next=True)
    shown = wordfiles.body(said("甲"), said("乙", wide), said("丙"))
    style = part(shown, "styles").find(f"{W}style[@{W}styleId='BodyText']/{W}pPr")
    assert style is not None
    assert [child.tag.removeprefix(W) for child in style] == ["ind", "jc"]
    found = part(shown)
    assert wordfiles.children(found, "body/p/pPr") == ["pStyle"]
    assert values(found, "body/p/pPr/keepNext") == [None]
    assert values(found, "body/p/pPr/spacing", "before") == ["200"]
    assert values(found, "body/p/pPr/ind", "firstLine") == ["0"]


def test_a_paragraph_takes_back_what_its_style_says() -> None:
    off = Setting(style=wordfiles.ENTRY.style)
    other = replace(
        wordfiles.ENTRY, tab=Decimal(300), leader=False, left=Decimal(20), first=-TEXT.size
    )
    settings = (wordfiles.ENTRY, wordfiles.ENTRY, off, other)
    shown = wordfiles.body(*(said("甲", setting) for setting in settings), said(SENTENCE))
    found = part(shown)
    assert values(found, "body/p/pPr/tabs/tab") == ["clear", "clear", "right"]
    assert values(found, "body/p/pPr/tabs/tab", "pos") == ["8844", "8844", "6000"]
    assert values(found, "body/p/pPr/spacing", "lineRule") == ["auto"]
    assert values(found, "body/p/pPr/snapToGrid") == ["0"]
    assert values(found, "body/p/pPr/ind", "hanging") == [None, "320"]


def test_a_heading_has_its_level_and_one_that_is_none_takes_it_back() -> None:
    levels = (replace(PROSE, level=2), PROSE, PROSE)
    shown = wordfiles.body(*(said("甲", setting) for setting in levels), said("一", wordfiles.PART))
    assert values(part(shown, "styles"), "style/pPr/outlineLvl") == ["1"]
    assert values(part(shown), "body/p/pPr/outlineLvl") == ["1"]
    turned = wordfiles.body(*(said("甲", setting) for setting in (levels[0], levels[0], PROSE)))
    assert values(part(turned), "body/p/pPr/outlineLvl") == ["9"]


def test_lines_are_rounded_down_so_that_22_fit_on_a_page() -> None:
    styles = part(wordfiles.body(said(SENTENCE)), "styles")
    assert values(styles, "style/pPr/spacing", "line") == ["579"]
    found = part(wordfiles.body(said(SENTENCE)))
    size, margins = found.find(f".//{W}pgSz"), found.find(f".//{W}pgMar")
    assert size is not None
    assert margins is not None
    edges = (int(margins.get(W + side, "")) for side in ("top", "bottom"))
    room = int(size.get(f"{W}h", "")) - sum(edges)
    assert room // 579 == 22
    assert values(found, ".//docGrid", "linePitch") == ["579"]


def test_a_section_says_its_page_and_the_last_one_stands_at_the_end() -> None:
    found = part(wordfiles.paper())
    assert values(found, ".//sectPr/type") == ["nextPage", "nextPage", "oddPage"]
    assert values(found, ".//sectPr/pgNumType", "fmt") == ["lowerRoman", "decimal"]
    assert values(found, ".//sectPr/pgNumType", "start") == ["1", "1"]
    assert wordfiles.children(found, "body")[-2:] == ["p", "sectPr"]
    assert len(values(found, "body/p/pPr/sectPr")) == 2


def test_a_page_that_is_wider_than_high_says_so() -> None:
    turned = replace(wordfiles.page(), width=Decimal(842), height=Decimal(595))
    shown = wordfiles.of(Section(page=turned, blocks=(said("甲"),)))
    assert values(part(shown), ".//pgSz", "orient") == ["landscape"]


def test_footers_are_left_and_right_and_none_on_the_cover() -> None:
    found = part(wordfiles.paper())
    sections = [
        [(one.get(f"{W}type"), one.get(f"{R}id")) for one in section.iter(f"{W}footerReference")]
        for section in found.iter(f"{W}sectPr")
    ]
    both = [("even", "r_footer3"), ("default", "r_footer4")]
    assert sections == [[], both, []]  # the last one goes on with those before
    right = part(wordfiles.paper(), "footer4")
    assert wordfiles.words(right, "p/r/t") == ["— ", "1", " —"]
    assert wordfiles.words(right, "p/r/instrText") == [" PAGE "]
    assert values(found, ".//pgMar", "footer") == ["992", "1120", "1120"]


def test_pages_after_those_with_footers_may_have_none() -> None:
    numbered, plain = wordfiles.page("decimal"), wordfiles.page()
    sections = (Section(page=page, blocks=(said("甲"),)) for page in (numbered, plain))
    shown = wordfiles.of(*sections)
    references = [one.get(f"{R}id") for one in part(shown).iter(f"{W}footerReference")]
    assert references == ["r_footer1", "r_footer2", "r_footer3", "r_footer4"]
    assert wordfiles.words(part(shown, "footer4"), "p") == [""]


def test_headers_and_a_first_page_of_its_own_are_written() -> None:
    plain = wordfiles.page("decimal")
    head = (said("续表", wordfiles.FIGURES),)
    foot = (said("首页", wordfiles.ITEM),)
    first = replace(plain, odd_head=head, first=foot, head=Decimal(50), odd=(), even=())
    shown = wordfiles.of(
        Section(page=first, blocks=(said("甲"),)), Section(page=plain, blocks=(said("乙"),))
    )
    found = part(shown)
    references = [
        [
            child.get(f"{W}type", "") + " " + child.get(f"{R}id", "")
            for child in section
            if child.get(f"{R}id")
        ]
        for section in found.iter(f"{W}sectPr")
    ]
    assert references == [
        ["default r_header1", "first r_header2", "first r_footer3"],
        ["default r_header4", "even r_footer5", "default r_footer6"],
    ]
    assert wordfiles.words(part(shown, "header1"), "p") == ["续表"]
    assert wordfiles.words(part(shown, "header2"), "p") == ["续表"]
    assert wordfiles.words(part(shown, "footer3"), "p") == ["首页"]
    assert len(values(found, ".//titlePg")) == 1
    assert values(found, ".//pgMar", "header") == ["1000", "1049"]
    alone = wordfiles.of(shown.sections[0])
    assert values(part(alone, "settings"), "evenAndOddHeaders") == [None]


@pytest.mark.parametrize(("sides", "expected"), [("decimal", [None]), ("", [])])
def test_left_and_right_pages_are_told_apart_where_they_differ(
    sides: str, expected: list[None]
) -> None:
    shown = wordfiles.of(Section(page=wordfiles.page(sides), blocks=(said("甲"),)))
    assert values(part(shown, "settings"), "evenAndOddHeaders") == expected


def test_a_watermark_stands_in_the_header_of_every_page_and_is_no_text() -> None:
    found = part(wordfiles.paper())
    references = [one.get(f"{R}id") for one in found.iter(f"{W}headerReference")]
    assert references == ["r_header1", "r_header2"]
    header = part(wordfiles.paper(), "header2")
    assert "".join(header.itertext()) == ""
    shape = header.find(".//{urn:schemas-microsoft-com:vml}shape")
    assert shape is not None
    assert shape.get("id") == "PowerPlusWaterMarkObject2"
    assert shape[0].get("string") == "示例"


def test_a_section_that_ends_with_a_table_ends_in_a_line_without_height() -> None:
    table = wordfiles.grid(wordfiles.row("甲", "乙"))
    shown = wordfiles.of(*(Section(page=wordfiles.page(), blocks=(table,)) for _ in range(2)))
    found = part(shown)
    assert wordfiles.children(found, "body") == ["tbl", "p", "tbl", "p", "sectPr"]
    assert values(found, "body/p/pPr/spacing", "line") == ["15", "15"]
    assert len(values(found, "body/p/pPr/sectPr")) == 1


def test_a_section_that_ends_with_contents_ends_in_a_line_of_its_own() -> None:
    blocks = (wordfiles.entry("甲", "a"), wordfiles.entry("乙", "a"))
    found = part(wordfiles.of(*(Section(page=wordfiles.page(), blocks=blocks) for _ in range(2))))
    assert wordfiles.children(found, "body") == ["p", "p", "p", "p", "p", "sectPr"]
    ends = [len(values(one, "pPr/sectPr")) for one in found.iterfind(f"{W}body/{W}p")]
    assert ends == [0, 0, 1, 0, 0]


def test_a_section_without_a_block_is_a_page_of_its_own() -> None:
    empty = Section(page=wordfiles.page(), blocks=())
    assert wordfiles.children(part(wordfiles.of(empty, empty)), "body") == ["p", "sectPr"]
    assert (
        wordfiles.children(part(Body(title="", author="", language="", sections=())), "body") == []
    )


def test_a_page_of_an_unknown_bookmark_is_a_number_that_stays() -> None:
    lost = PageOf(bookmark="nowhere", look=TEXT, shown="7")
    shown = wordfiles.body(Paragraph(content=(Tab(look=TITLE), lost), setting=PROSE, look=TEXT))
    found = part(shown)
    assert wordfiles.words(found, ".//t") == ["7"]
    assert values(found, ".//fldChar", "fldCharType") == []


def test_a_look_without_fonts_leaves_them_as_they_are() -> None:
    bare = Look(fonts=(), size=Decimal(12))
    shown = wordfiles.body(said("甲", look=bare))
    assert values(part(shown, "fontTable"), "font", "name") == []
    assert wordfiles.words(part(shown), ".//t") == ["甲"]


def test_a_page_of_html_becomes_a_file_dated_as_what_is_attached() -> None:
    html = '<html lang="zh-CN"><head><title>题</title></head><body><p id="a">甲</p></body></html>'
    late = Attachment(name="a", data=b"", media_type="", description="", date=DATE)
    early = replace(late, date=DATE.replace(year=2019))
    read = docx.Document(io.BytesIO(render(html, [late, early])))
    assert [one.text for one in read.paragraphs] == ["甲"]
    assert read.core_properties.title == "题"
    assert read.core_properties.created == DATE
    assert docx.Document(io.BytesIO(render(html))).core_properties.created.year == 1980
