"""LibreOffice reads what is written: pages, words, fonts; and takes or leaves tracked changes."""

import io
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from perfspec.render.docx.body import Block, Revision
from perfspec.render.docx.writing import write
from tests.needs import needs
from tests.render import wordfiles
from tests.render.bodies import settled
from tests.render.office import Job, done
from tests.render.pages import lines, texts
from tests.render.wordfiles import DATE, SENTENCE, grid, mixed, row, said

pytestmark = [needs("soffice", "pdffonts", "pdftotext"), pytest.mark.xdist_group("soffice")]

SAME, NEW, GONE = Revision.NONE, Revision.INSERTED, Revision.DELETED
NUMBERS = {"goal": "1", "sub-goals": "3", "table": "4"}
CHANGED: tuple[Block, ...] = (
    mixed(("甲", SAME), ("旧", GONE), ("新", NEW), ("乙", SAME)),
    replace(said("走了的一段"), revision=GONE),
    replace(said("来了的一段"), revision=NEW),
    said("留下"),
    grid(
        row("一", "留"),
        row("二", "走", revision=GONE),
        row("三", "来", revision=NEW),
        row("四", "末", revision=GONE),
    ),
    said("中间"),
    grid(row("全部", "走", revision=GONE), row("也", "走", revision=GONE)),
    said("再"),
    grid(row("全部", "来", revision=NEW), row("也", "来", revision=NEW)),
    replace(said("末段走了"), revision=GONE),
    said("完"),
)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Return what LibreOffice makes of the documents of this module."""
    paper = write(wordfiles.paper(), NUMBERS, date=DATE)
    tracked = write(wordfiles.body(*CHANGED), date=DATE)
    tall = wordfiles.body(grid(row("低", "前"), row("高", SENTENCE * 100), row("低", "后")))
    jobs = {
        "paper": Job(document=paper, to="pdf"),
        "tall": Job(document=write(tall, date=DATE), to="pdf"),
        "accepted": Job(document=tracked, to="docx", changes="accept"),
        "rejected": Job(document=tracked, to="docx", changes="reject"),
        "new": Job(document=write(settled(wordfiles.body(*CHANGED), GONE), date=DATE), to="docx"),
        "old": Job(document=write(settled(wordfiles.body(*CHANGED), NEW), date=DATE), to="docx"),
    }
    made = done(list(jobs.values()), tmp_path_factory.mktemp("office"))
    return dict(zip(jobs, made, strict=True))


@pytest.fixture(scope="module")
def pages(read: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """Return the lines of each page of the paper."""
    return [
        [line.text for line in page]
        for page in lines(read["paper"], tmp_path_factory.mktemp("pages"))
    ]


def _words(document: bytes) -> list[str]:
    """Return all paragraphs of a document, and the cells of its tables, in their order."""
    body = docx.Document(io.BytesIO(document)).element.body
    marks = body.xpath(".//w:p[not(.//w:p)]")
    return ["".join(mark.xpath(".//w:t/text()")) for mark in marks]


def test_pages_are_numbered_as_on_the_paper(pages: list[list[str]]) -> None:
    assert [page[-1] for page in pages[1:]] == [f"—{number}—" for number in ("i", *range(1, 8))]
    assert pages[0] == ["网信办", "2020年部门预算绩效文本"]


def test_a_page_of_prose_has_22_lines_of_28_characters(pages: list[list[str]]) -> None:
    prose = pages[3][:-1]
    assert len(prose) == 22
    assert max(len(line) for line in prose) == 28


def test_contents_show_the_numbers_that_they_were_given(pages: list[list[str]]) -> None:
    entries = [line for line in pages[1] if "...." in line]
    assert [line.rstrip().rpartition(".")[2].strip() for line in entries] == ["1", "3", "4", "4"]


def test_heads_are_repeated_and_labels_merged(read: Mapping[str, bytes], tmp_path: Path) -> None:
    shown = texts(read["paper"], tmp_path)
    head = "一级指标三级指标指标值"
    assert [page.count("一级指标") for page in shown[-3:]] == [1, 1, 1]
    assert all(head in page for page in shown[-3:])
    assert sum(page.count("产出") for page in shown) == 3


def test_the_fonts_are_those_asked_for(read: Mapping[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(read["paper"])
    out = subprocess.run(
        ["pdffonts", tmp_path / "paper.pdf"], check=True, capture_output=True, text=True
    ).stdout
    names = {line.split()[0].partition("+")[2] for line in out.splitlines()[2:]}
    assert names == {
        "PerfspecFang-Regular",
        "PerfspecTitle-Bold",
        "PerfspecSong-Regular",
    }


def test_a_row_higher_than_a_page_is_not_cut_off(read: Mapping[str, bytes], tmp_path: Path) -> None:
    text = "".join(texts(read["tall"], tmp_path))
    assert text.count(SENTENCE) == 100
    assert text.endswith("低后")


def test_accepting_all_gives_the_new_words_and_rejecting_all_the_old(
    read: Mapping[str, bytes],
) -> None:
    assert _words(read["accepted"]) == _words(read["new"])
    assert _words(read["rejected"]) == _words(read["old"])
    assert "".join(_words(read["accepted"])) == "甲新乙来了的一段留下一留三来中间再全部来也来完"
    assert "".join(_words(read["rejected"])) == (
        "甲旧乙走了的一段留下一留二走四末中间全部走也走再末段走了完"
    )
