"""The page number of each `id`, as its page shows it."""

import pytest

from perfspec import render
from perfspec.render import pdf
from perfspec.render.document import Printed
from tests.needs import needs

CSS = """
@page { size: A4 }
@page front { @bottom-center { content: "— " counter(page, lower-roman) " —" } }
@page body { @bottom-center { content: "第 " counter(page) " 页" } }
@page :nth(1 of body) { counter-reset: page 1 }
.front { page: front }
.body { page: body }
.next { break-before: page }
"""


@needs("pango")
def test_a_number_is_what_the_page_itself_shows() -> None:
    html = (
        f'<!DOCTYPE html><html lang="zh-CN"><title>文本</title><style>{CSS}</style>'
        '<p id="cover">封面</p>'
        '<div class="front"><p id="one">一</p><p class="next" id="two">二</p></div>'
        '<div class="body" id="main"><p id="three">三</p><p class="next" id="four">四</p></div>'
    )
    made = pdf.paged(html)
    assert isinstance(made, Printed)
    assert made.numbers == {"one": "ii", "two": "iii", "main": "1", "three": "1", "four": "2"}
    assert made.data == pdf.render(html)


@pytest.mark.parametrize(
    ("formats", "made"),
    [
        (["docx", "pdf", "html"], ["pdf", "html", "docx"]),
        (["html", "docx"], ["html", "docx"]),
        (["xlsx", "pdf"], ["xlsx", "pdf"]),
    ],
)
def test_what_shows_page_numbers_is_made_last(formats: list[str], made: list[str]) -> None:
    assert render.in_turn(formats) == made


def test_formats_that_take_page_numbers_are_formats() -> None:
    assert render.FORMATS.keys() >= render.NUMBERED
