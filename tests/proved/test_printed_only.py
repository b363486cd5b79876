"""What counts is what people see on a page: not what a file brings along or hides."""

import io
from pathlib import Path

import pikepdf
import pytest

from perfspec import pipeline
from perfspec.render import FORMATS, Options
from perfspec.verifying import Verified
from perfspec.verifying.verify import verify
from perfspec.workspace import FilingFolder
from tests.needs import needs
from tests.proved.papers import read_back
from tests.render.office import Job, done

ROOT = Path(__file__).parents[2]
LOADED = pipeline.load(FilingFolder(root=ROOT, year="2020", department="224001"))
HTML = pipeline.compose(LOADED).html


def pdf(html: str) -> bytes:
    printed = FORMATS["pdf"](html, pipeline.attachments(LOADED), Options(), {})
    assert not isinstance(printed, tuple)
    return printed.data


def held(data: bytes, name: str = "pdf") -> Verified:
    return verify(LOADED, read_back(data, name))


def places(said: Verified) -> set[str]:
    return {"/".join(map(str, getattr(one.at, "keys", ()))) for one in said.findings}


@needs("pango")
def test_the_data_inside_a_pdf_do_not_make_its_page_right() -> None:
    data = pdf(HTML.replace("9次", "8次"))
    assert b"EmbeddedFile" in data
    assert places(held(data)) == {"indicators/0/target"}


@needs("pango")
@pytest.mark.parametrize(
    "style",
    ["color: #fff", "color: #fefefe", "color: transparent", "position: absolute; left: -900mm"],
)
def test_words_that_nobody_sees_are_not_printed(style: str) -> None:
    html = HTML.replace("9次", f'<span style="{style}">9次</span>')
    assert places(held(pdf(html))) == {"indicators/0/target"}


@needs("pango")
def test_words_under_a_shape_are_not_printed() -> None:
    paper = pikepdf.open(io.BytesIO(pdf(HTML)))
    paper.pages[2].contents_add(b"q 1 1 1 rg -9 -9 9000 9000 re f Q", prepend=False)
    data = io.BytesIO()
    paper.save(data)
    assert "overall_goal" in places(held(data.getvalue()))


@needs("soffice")
@pytest.mark.xdist_group("soffice")
def test_papers_that_libreoffice_saved_anew_say_the_same(tmp_path: Path) -> None:
    printed = FORMATS["docx"](HTML, [], Options(), {})
    assert not isinstance(printed, tuple)
    (again,) = done([Job(document=printed.data, to="docx")], tmp_path)
    assert held(again, "docx").findings == ()
