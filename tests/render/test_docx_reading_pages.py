# ruff: noqa: E501 — a case of a table is read in one line
"""Pages of a style sheet as sections."""

from decimal import Decimal

import pytest

from perfspec.render.docx.body import PageFormat, PageNumber, Paragraph, Run, Tab
from tests.render import readings

D = Decimal


def _page(css: str) -> PageFormat:
    (section,) = readings.read("<p>a", "@page { margin: 40pt 10pt 60pt 20pt }" + css).sections
    return section.page


def _kinds(paragraph: Paragraph) -> list[str]:
    return [one.text if isinstance(one, Run) else type(one).__name__ for one in paragraph.content]


def test_paper_and_margins_are_those_of_the_page() -> None:
    page = _page("")

    assert (page.width, page.height) == (D(200), D(300))
    assert (page.top, page.right, page.bottom, page.left) == (D(40), D(10), D(60), D(20))
    assert (page.odd, page.even, page.first, page.numbers, page.first_number) == (
        (),
        (),
        None,
        "",
        0,
    )


def test_footers_of_left_and_right_pages_may_differ() -> None:
    page = _page(
        '@page :right { @bottom-right { content: "右 " counter(page, upper-roman) } }'
        ' @page :left { @bottom-left { content: "左 " counter(page, upper-roman) } }'
    )

    ((odd,), (even,)) = page.odd, page.even
    assert (_kinds(odd), odd.setting.align) == (["右 ", "PageNumber"], "right")
    assert (_kinds(even), even.setting.align) == (["左 ", "PageNumber"], "left")
    assert (page.numbers, page.first) == ("upper-roman", None)


def test_the_first_page_may_have_its_own() -> None:
    page = _page(
        '@page { @bottom-center { content: "x" } } @page :first { @bottom-center { content: none } }'
    )

    assert (page.first, page.first_head) == ((), ())
    assert page.odd == page.even != ()


def test_the_first_page_of_a_later_section_is_not_that_of_the_document() -> None:
    css = '@page { @bottom-center { content: "x" } } @page :first { @bottom-center { content: none } } p + p { page: x }'

    first, second = (section.page for section in readings.read("<p>a</p><p>b</p>", css).sections)

    assert (first.first, second.first) == ((), None)


def test_headers_are_read_as_footers_are() -> None:
    page = _page(
        '@page { @top-center { content: "页眉"; vertical-align: bottom; padding-bottom: 3pt; font-size: 10pt } }'
    )

    (head,) = page.odd_head
    assert (_kinds(head), head.setting.style, head.setting.align) == (["页眉"], "页眉", "center")
    assert page.even_head == page.odd_head
    # Forty points, less three of padding, less a line of ten points.
    assert page.head == 40 - 3 - 13


@pytest.mark.parametrize(
    ("css", "foot"),
    [
        ("vertical-align: top; line-height: 20pt", 40),
        ("vertical-align: top; padding-top: 15pt; line-height: 20pt", 25),
        ("vertical-align: bottom; padding-bottom: 15pt", 15),
        ("vertical-align: middle; line-height: 20pt", 20),
        ("vertical-align: top; font-size: 10pt", 47),
        ("vertical-align: top; line-height: 100pt", 0),
    ],
)
def test_a_footer_stands_where_its_box_puts_it(css: str, foot: int) -> None:
    page = _page(f'@page {{ @bottom-center {{ content: "x"; {css} }} }}')

    assert page.foot == foot
    line = page.odd[0].setting.line or page.odd[0].look.size * D("1.3")
    assert page.odd[0].setting.before == max(60 - foot - line, 0)


def test_what_stands_left_and_right_is_one_line() -> None:
    page = _page(
        '@page { @bottom-left { content: "a"; padding-left: 5pt } @bottom-right { content: "b"; padding-right: 7pt }'
        ' @bottom-center { content: "c" } }'
    )

    line, middle = page.odd
    assert (_kinds(line), line.setting.tab, line.setting.left) == (["a", "Tab", "b"], D(163), D(5))
    assert (_kinds(middle), middle.setting.align, middle.setting.tab) == (["c"], "center", D(0))
    assert isinstance(line.content[1], Tab)


def test_what_no_word_processor_prints_is_left_out() -> None:
    page = _page(
        "@page { @top-right { content: string(continued) } @bottom-left { content: counter(x) } }"
    )

    assert (page.odd_head, page.odd) == ((), ())


def test_numbers_begin_where_the_style_sheet_says() -> None:
    page = _page("@page { counter-reset: page 7; @bottom-center { content: counter(page) } }")

    assert (page.first_number, page.numbers) == (7, "decimal")
    assert isinstance(page.odd[0].content[0], PageNumber)
