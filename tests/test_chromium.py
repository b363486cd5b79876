"""The browser helper: it shows, prints and judges what it is given."""

import struct
from pathlib import Path

import pikepdf
import pytest

from tests import chromium
from tests.needs import needs

pytestmark = needs("chromium")

GOOD = """<!doctype html><html lang="zh-CN"><title>表</title>
<style>@page { size: 100mm 50mm } body { margin: 0; background: #fff }</style>
<main><h1>绩效</h1><p>文本</p></main>"""


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """Return an accessible page in a folder whose name has a space and Chinese in it."""
    path = tmp_path / "绩效 文本" / "page #1.html"
    path.parent.mkdir()
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_an_accessible_page_has_no_violations(good: Path) -> None:
    assert chromium.axe(good) == []


def test_a_picture_without_alternative_is_a_violation(good: Path) -> None:
    good.write_text(GOOD.replace("<p>", "<p><img src='a.png'>"), encoding="utf-8")
    found = chromium.axe(good)
    assert [(violation.rule, violation.impact) for violation in found] == [
        ("image-alt", "critical")
    ]
    assert found[0].targets == ("['img']",)


@pytest.mark.parametrize("width", [360, 1280])
def test_a_picture_has_the_size_asked_for(good: Path, tmp_path: Path, width: int) -> None:
    picture = tmp_path / "page.png"
    chromium.screenshot(good, picture, width, 640)
    assert struct.unpack(">II", picture.read_bytes()[16:24]) == (width, 640)


def test_a_narrow_window_is_narrow_for_the_page_too(good: Path) -> None:
    with chromium.page(good, 360, 640) as opened:
        assert opened.evaluate("innerWidth") == 360


def test_printing_takes_the_papers_size_from_the_style_sheet(good: Path, tmp_path: Path) -> None:
    printed = tmp_path / "page.pdf"
    chromium.print_pdf(good, printed)
    with pikepdf.open(printed) as pdf:
        assert len(pdf.pages) == 1
        box = [round(float(side) / 72 * 25.4) for side in pdf.pages[0].mediabox]
    assert box == [0, 0, 100, 50]


def test_a_page_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(chromium.ChromiumError, match="ERR_FILE_NOT_FOUND"):
        chromium.axe(tmp_path / "none.html")


def test_a_script_that_throws_is_an_error(good: Path) -> None:
    with chromium.page(good) as opened, pytest.raises(chromium.ChromiumError, match="nonsense"):
        opened.evaluate("nonsense()")
