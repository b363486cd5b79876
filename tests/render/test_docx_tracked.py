"""Tracked changes in a Word file: what is new, what is gone, by whom and when."""

from dataclasses import replace

from perfspec.render.docx.body import Paragraph, Revision, Run, Section, Tab
from tests.render import wordfiles
from tests.render.wordfiles import TEXT, TITLE, W, grid, mixed, part, row, said, values

SAME, NEW, GONE = Revision.NONE, Revision.INSERTED, Revision.DELETED


def test_new_and_gone_words_stand_in_changes_of_their_own() -> None:
    found = part(wordfiles.body(mixed(("甲", SAME), ("旧", GONE), ("新", NEW), ("乙", SAME))))
    assert wordfiles.children(found, "body/p")[1:] == ["r", "del", "ins", "r"]
    assert wordfiles.words(found, ".//del//delText") == ["旧"]
    assert wordfiles.words(found, ".//ins//t") == ["新"]
    assert wordfiles.words(found, ".//del//t") == []


def test_a_change_says_who_and_when_and_has_a_number_of_its_own() -> None:
    blocks = (
        replace(wordfiles.heading("甲", "a"), revision=NEW),
        mixed(("旧", GONE), ("新", NEW)),
        grid(row("甲", "乙", revision=GONE)),
    )
    changes = [
        one
        for one in part(wordfiles.body(*blocks)).iter()
        if one.tag in (f"{W}ins", f"{W}del", f"{W}bookmarkStart")
    ]
    numbers = [one.get(f"{W}id") for one in changes]
    assert len(set(numbers)) == len(numbers) == 10
    tracked = [one for one in changes if one.tag != f"{W}bookmarkStart"]
    assert {one.get(f"{W}author") for one in tracked} == {"perfspec"}
    assert {one.get(f"{W}date") for one in tracked} == {"2020-01-02T03:04:05Z"}


def test_runs_that_change_together_are_one_change() -> None:
    strong = Run(text="重", look=TITLE, revision=NEW)
    found = part(
        wordfiles.body(mixed(("新", NEW), strong, Tab(look=TEXT, revision=NEW), ("旧", GONE)))
    )
    assert wordfiles.children(found, "body/p")[1:] == ["ins", "del"]
    assert wordfiles.children(found, ".//ins") == ["r", "r", "r"]


def test_a_paragraph_that_is_gone_takes_its_words_and_its_end_with_it() -> None:
    found = part(wordfiles.body(replace(said("走"), revision=GONE), said("留")))
    assert wordfiles.children(found, "body/p/pPr/rPr") == ["del"]
    assert wordfiles.words(found, ".//delText") == ["走"]
    assert wordfiles.words(found, ".//t") == ["留"]


def test_a_changed_end_stands_before_the_look_of_it() -> None:
    shown = Paragraph(content=(), setting=wordfiles.PROSE, look=TITLE, revision=NEW)
    found = part(wordfiles.body(said("甲"), said("乙"), shown))
    assert [[child.tag.removeprefix(W) for child in mark] for mark in found.iter(f"{W}rPr")] == [
        ["ins", "rFonts", "spacing", "sz", "szCs"]
    ]


def test_a_row_that_is_new_says_so_and_so_does_all_in_it() -> None:
    found = part(wordfiles.body(grid(row("甲", "乙", revision=NEW), row("丙", "丁"))))
    assert wordfiles.children(found, ".//trPr") == ["cantSplit", "ins"]
    assert wordfiles.words(found, ".//p/ins//t") == ["甲", "乙"]
    assert len(values(found, ".//p/pPr/rPr/ins")) == 2
    assert len(values(found, ".//trPr/ins")) == 1


def test_a_section_does_not_end_in_a_paragraph_that_may_go() -> None:
    sections = (
        Section(page=wordfiles.page(), blocks=(replace(said("甲"), revision=change),))
        for change in (GONE, SAME, SAME)
    )
    found = part(wordfiles.of(*sections))
    ends = [p.find(f"{W}pPr/{W}sectPr") is not None for p in found.iter(f"{W}p")]
    assert ends == [False, True, True, False]


def test_the_last_end_of_a_cell_stays_and_the_ones_before_it_change() -> None:
    changes = (SAME, GONE, SAME, NEW, GONE)
    several = tuple(replace(said("甲"), revision=change) for change in changes)
    one = replace(wordfiles.cell(""), paragraphs=several)
    found = part(wordfiles.body(grid(replace(row("甲"), cells=(one,)), widths=(100,))))
    ends = [
        [child.tag.removeprefix(W) for child in shown.iterfind(f"{W}pPr/{W}rPr/*")]
        for shown in found.iterfind(f".//{W}tc/{W}p")
    ]
    assert ends == [[], ["del"], ["ins"], ["del"], []]
    runs = [shown[1].tag.removeprefix(W) for shown in found.iterfind(f".//{W}tc/{W}p")]
    assert runs == ["r", "del", "r", "ins", "del"]


def test_what_parts_two_tables_is_new_or_gone_with_one_of_them() -> None:
    stays = grid(row("甲", "乙", revision=GONE), row("丙", "丁", revision=NEW))
    comes, goes = grid(row("甲", "乙", revision=NEW)), grid(row("甲", "乙", revision=GONE))
    found = part(wordfiles.body(stays, stays, comes, goes, comes))
    seams = [
        next(child.tag.removeprefix(W) for child in seam.iterfind(f"{W}pPr/{W}rPr/*"))
        for seam in found.iterfind(f"{W}body/{W}p")
    ]
    assert seams == ["sz", "ins", "ins", "del", "sz"]
