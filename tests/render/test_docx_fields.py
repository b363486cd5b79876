"""Fields of a Word file: contents, the pages they lead to, the entries they are made of."""

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest

from perfspec.render.docx.body import PageOf, Paragraph, Revision
from tests.render import wordfiles
from tests.render.wordfiles import TEXT, W, entry, heading, part, said, values

NUMBERS = {"goal": "1", "sub_goals": "3", "table": "4"}


def _told(paragraph: Element) -> Iterator[str]:
    """Yield what stands in a paragraph in short: { code | result }, words, tabs, [links]."""
    marks = {"begin": "{", "separate": "|", "end": "}"}
    for element in paragraph.iter():
        name = element.tag.removeprefix(W)
        if name == "fldChar":
            dirty = "!" if element.get(f"{W}dirty") else ""
            yield marks[element.get(f"{W}fldCharType", "")] + dirty
        elif name in ("t", "instrText", "delText", "delInstrText"):
            yield (element.text or "").strip()
        elif name in ("tab", "ins", "del") and len(element.attrib) != 1:
            yield name
        elif name == "hyperlink":
            yield f"[{element.get(f'{W}anchor')}]"


def _contents(found: Element) -> list[str]:
    paragraphs = (p for p in found.iter(f"{W}p") if p.find(f"{W}hyperlink") is not None)
    return [" ".join(_told(paragraph)) for paragraph in paragraphs]


def test_contents_are_a_field_for_each_list_around_links_and_page_fields() -> None:
    assert _contents(part(wordfiles.paper(), **NUMBERS)) == [
        "{ TOC \\f A \\h \\z | [goal] 一、总体绩效目标 tab { PAGEREF goal \\h | 1 }",
        "[sub_goals] 二、分项绩效目标 tab { PAGEREF sub_goals \\h | 3 } }",
        "{ TOC \\f C \\h \\z | [table] 1.专项经费绩效目标表 tab { PAGEREF table \\h | 4 }",
        "[table] 2.专项经费绩效目标表（续） tab { PAGEREF table \\h | 4 } }",
    ]
    assert values(part(wordfiles.paper(), "settings", **NUMBERS), "updateFields") == []


def test_pages_that_are_not_known_are_marked_for_update() -> None:
    assert _contents(part(wordfiles.paper(), table="4")) == [
        "{! TOC \\f A \\h \\z | [goal] 一、总体绩效目标 tab {! PAGEREF goal \\h | }",
        "[sub_goals] 二、分项绩效目标 tab {! PAGEREF sub_goals \\h | } }",
        "{ TOC \\f C \\h \\z | [table] 1.专项经费绩效目标表 tab { PAGEREF table \\h | 4 }",
        "[table] 2.专项经费绩效目标表（续） tab { PAGEREF table \\h | 4 } }",
    ]
    assert values(part(wordfiles.paper(), "settings", table="4"), "updateFields") == [None]


def test_a_number_that_the_document_shows_is_kept() -> None:
    shown = wordfiles.body(entry("甲", "goal", shown="iii"), heading("甲", "goal"))
    assert "PAGEREF goal \\h | iii" in _contents(part(shown, goal="9"))[0]


def test_a_list_begins_once_and_further_entries_are_links() -> None:
    blocks = (
        entry("甲", "a"),
        said("间"),
        entry("乙", "b"),
        heading("甲", "a"),
        heading("乙", "b"),
    )
    assert _contents(part(wordfiles.body(*blocks), a="1", b="2")) == [
        "{ TOC \\f A \\h \\z | [a] 甲 tab { PAGEREF a \\h | 1 } }",
        "[b] 乙 tab { PAGEREF b \\h | 2 }",
    ]


def test_every_field_that_begins_ends() -> None:
    kinds = values(part(wordfiles.paper()), ".//fldChar", "fldCharType")
    assert kinds.count("begin") == kinds.count("end") == 9
    depth = 0
    for kind in kinds:
        depth += {"begin": 1, "separate": 0, "end": -1}[str(kind)]
        assert depth in (0, 1, 2)
    assert depth == 0


def test_headings_carry_hidden_entries_for_the_lists() -> None:
    found = part(wordfiles.paper())
    codes = [code for code in wordfiles.words(found, ".//instrText") if code.startswith(" TC")]
    assert codes == [
        ' TC "总体\\“绩效\\”目标" \\f A \\l 1 ',
        ' TC "二、分项绩效目标" \\f A \\l 1 ',
        ' TC "1、专项经费绩效目标表" \\f C \\l 1 ',
    ]
    hidden = [
        run.find(f"{W}rPr/{W}vanish") is not None
        for run in found.iter(f"{W}r")
        if (code := run.find(f"{W}instrText")) is not None and " TC " in (code.text or "")
    ]
    assert hidden == [True, True, True]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('a"b', ' TC "a\\"b" \\f A \\l 1 '),
        ("a\\b", ' TC "a\\\\b" \\f A \\l 1 '),
        ("“甲”", ' TC "\\“甲\\”" \\f A \\l 1 '),
        ("a<b&c", ' TC "a<b&c" \\f A \\l 1 '),
    ],
)
def test_an_entry_does_not_end_at_quotes_inside_it(text: str, code: str) -> None:
    assert wordfiles.words(part(wordfiles.body(heading(text, "a", "A"))), ".//instrText") == [code]


def test_bookmarks_have_names_that_word_takes_each_its_own() -> None:
    names = ("project-1", "project_1", "PROJECT-1", "1", "总体", "a" * 50, "a" * 45, "")
    shown = wordfiles.body(*(heading("甲", name) for name in names))
    assert values(part(shown), ".//bookmarkStart", "name") == [
        "project_1",
        "project_1_1",
        "PROJECT_1_2",
        "_1",
        "总体",
        "a" * 40,
        "a" * 32 + "_1",
        "_",
    ]


def test_a_bookmark_that_stands_twice_is_written_once_and_ends_where_it_began() -> None:
    blocks = (heading("甲", "a"), heading("乙", "a"), heading("丙", "b"))
    found = part(wordfiles.body(*blocks, wordfiles.grid(wordfiles.row("甲", "乙"))))
    assert values(found, ".//bookmarkStart", "name") == ["a", "b"]
    assert values(found, ".//bookmarkStart", "id") == values(found, ".//bookmarkEnd", "id")


def test_bookmarks_in_tables_can_be_led_to() -> None:
    marked = replace(wordfiles.cell("甲"), paragraphs=(heading("甲", "inside"),))
    table = wordfiles.grid(replace(wordfiles.row("甲", "乙"), cells=(marked, wordfiles.cell("乙"))))
    found = part(wordfiles.body(entry("甲", "inside"), table), inside="1")
    assert _contents(found)[0].startswith("{ TOC \\f A \\h \\z | [inside]")


def test_a_link_to_what_is_not_there_is_plain_text() -> None:
    assert values(part(wordfiles.body(entry("甲", "nowhere", shown="1"))), ".//hyperlink") == []


def test_fields_that_are_gone_say_so_in_their_code() -> None:
    gone = PageOf(bookmark="a", look=TEXT, shown="1", revision=Revision.DELETED)
    listed = replace(heading("旧", "b", "A"), revision=Revision.DELETED)
    page = Paragraph(content=(gone,), setting=wordfiles.PROSE, look=TEXT)
    found = part(wordfiles.body(page, listed, heading("甲", "a")))
    told = [" ".join(_told(paragraph)) for paragraph in found.iter(f"{W}p")]
    assert told == [
        "del { PAGEREF a \\h | 1 }",
        'del del 旧 { TC "旧" \\f A \\l 1 }',
        "甲",
    ]
    assert wordfiles.words(found, ".//delInstrText") == [" PAGEREF a \\h ", ' TC "旧" \\f A \\l 1 ']
    assert wordfiles.words(found, ".//instrText") == []
