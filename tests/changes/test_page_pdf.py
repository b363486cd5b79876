"""The paper on pages: what a reader and a program find in the PDF."""

import functools
import io
from collections.abc import Iterator
from pathlib import Path

import outloud
import pdfua
import pikepdf
import pytest

from tests.changes import examples, papers
from tests.changes.examples import CHINESE
from tests.needs import needs
from tests.render import pages, printing

pytestmark = needs("pango", "pdftotext")

# What the checker finds and the paper means: a table of one row has more heads than values.
MEANT = ("header cells look shredded",)


@functools.cache
def _printed(name: str) -> bytes:
    return printing.printed(papers.text(name))


def _figures(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    if isinstance(element, pikepdf.Dictionary):
        if element.get("/S") == "/Figure":
            yield element
        for kid in element.get("/K", pikepdf.Array()):
            yield from _figures(kid)


def test_the_pages_say_every_judgement_and_every_mark(tmp_path: Path) -> None:
    text = "".join(pages.texts(_printed("rich"), tmp_path))
    step = examples.rich().courses[0].steps[0]
    assert step.judgements
    for one in step.judgements:
        assert "".join(CHINESE.translate(one.message).split()) in text
        assert one.code in text
        assert "".join(papers.place(one.spot).split()) in text
    for mark in ("▲收紧", "▼放宽", "⇄方向相反", "？待确认", "本年不再承诺"):
        assert mark in text


def test_what_is_struck_out_says_so_in_the_text(tmp_path: Path) -> None:
    text = "".join(pages.texts(_printed("rich"), tmp_path))
    assert "删全年印制资料2000册增组织教师交流活动" in text


def test_only_pages_that_begin_inside_a_table_are_called_so(tmp_path: Path) -> None:
    texts = pages.texts(_printed("rich"), tmp_path)
    continued = [
        number for number, text in enumerate(texts) if "（续表）" in text or "(续表)" in text
    ]
    assert 0 < len(continued) < len(texts) - 3
    assert 0 not in continued


def test_title_language_and_plots_are_tagged() -> None:
    with pikepdf.open(io.BytesIO(_printed("three"))) as pdf:
        assert str(pdf.docinfo["/Title"]) == "示例县教育局 绩效目标年度对比报告"
        assert str(pdf.Root.Lang) == "zh-CN"
        alternatives = [str(one.Alt) for one in _figures(pdf.Root.StructTreeRoot.K[0])]
    assert len(alternatives) == papers.text("three").count("<svg")
    assert "2020年与2021年各项目预算对比图，数据见下表" in alternatives
    assert "受益学生人数：2019年 ≥700人；2020年 ≥800人；2021年 ≥900人" in alternatives


@pytest.mark.parametrize("name", ["rich", "three", "same"])
def test_the_checkers_of_pdf_ua_find_no_error(name: str, tmp_path: Path) -> None:
    path = tmp_path / "comparison.pdf"
    path.write_bytes(_printed(name))
    result = outloud.check(str(path))
    assert result.error is None
    errors = [one.message for one in result.findings if one.severity == "error"]
    assert [one for one in errors if not any(known in one for known in MEANT)] == []
    assert not pdfua.validate(str(path)).findings


def test_equal_papers_are_equal_byte_by_byte() -> None:
    assert printing.printed(papers.text("same")) == _printed("same")
