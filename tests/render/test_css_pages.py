"""Pages of a style sheet, by name and number."""

from decimal import Decimal

import pytest
import tinyhtml5

from perfspec.render import css
from perfspec.render.css import Borders, Kind, Length, Page, Piece

D = Decimal


def _page(sheet: str, name: str = "main", number: int = 1, *, first: bool = False) -> Page:
    root = tinyhtml5.parse(f"<style>{sheet}</style>", namespace_html_elements=False)
    return css.read(root).page(name, number, first=first)


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ("254mm 127mm", (720, 360)),
        ("254mm", (720, 720)),
        ("720pt 360pt landscape", (720, 360)),
        ("360pt 720pt landscape", (720, 360)),
        ("360pt 720pt portrait", (360, 720)),
        ("3foo", (D("595.276"), D("841.890"))),
        ("0 1pt", (D("595.276"), D("841.890"))),
        ("A4", (D("595.276"), D("841.890"))),
        ("a4 landscape", (D("841.890"), D("595.276"))),
        ("landscape", (D("841.890"), D("595.276"))),
        ("A3", (D("841.890"), D("1190.551"))),
    ],
)
def test_the_paper_has_the_size_that_is_said(size: str, expected: tuple[Decimal, Decimal]) -> None:
    page = _page(f"@page {{ size: {size} }}")

    assert (page.width, page.height) == expected


def test_margins_may_be_parts_of_the_paper() -> None:
    page = _page("@page { size: 100pt 200pt; margin: 1pt 10% 10% auto }")

    assert page.margin == Borders(top=D(1), right=D(10), bottom=D(20), left=D(0))


def test_a_page_of_which_nothing_is_said_is_a_sheet_with_margins() -> None:
    page = _page("")

    assert page.margin.left == D("56.25")
    assert (page.boxes, page.first_number) == ({}, None)


@pytest.mark.parametrize(
    ("selector", "name", "number", "first", "matches"),
    [
        ("", "main", 1, False, True),
        ("main", "main", 1, False, True),
        ("main", "cover", 1, False, False),
        (":first", "main", 1, True, True),
        (":first", "main", 1, False, False),
        (":left", "main", 2, False, True),
        (":left", "main", 1, False, False),
        ("main:right", "main", 3, False, True),
        (":blank", "main", 1, False, False),
        (":nth(2)", "main", 2, False, True),
        (":nth(odd of main)", "main", 3, False, True),
        (":nth(odd of main)", "main", 2, False, False),
        (":nth(even of main)", "main", 2, False, True),
        (":nth(odd of main)", "cover", 1, False, False),
        (":nth(2n+4)", "main", 2, False, False),
        (":nth(2n+4)", "main", 6, False, True),
        ("cover, main", "main", 1, False, True),
        (":nth(x)", "main", 1, False, False),
        (":nowhere", "main", 1, False, False),
        ("main first", "main", 1, True, False),
        ("main:", "main", 1, False, False),
    ],
)
def test_a_rule_is_for_the_pages_that_it_names(
    selector: str, name: str, number: int, first: bool, matches: bool
) -> None:
    page = _page(f"@page {selector} {{ margin: 1pt }}", name, number, first=first)

    assert (page.margin.top == 1) is matches


@pytest.mark.parametrize(
    "sheet",
    [
        "@page main { margin: 2pt } @page { margin: 1pt }",
        "@page main:left { margin: 2pt } @page main { margin: 1pt }",
        "@page :nth(even of main) { margin: 2pt } @page :left { margin: 1pt }",
        "@page { margin: 1pt } @page { margin: 2pt }",
        "@page { margin: 2pt !important } @page main { margin: 1pt }",
        "@media print { @page { margin: 2pt } } @media screen { @page main { margin: 1pt } }",
    ],
)
def test_the_most_special_page_wins(sheet: str) -> None:
    assert _page(sheet, "main", 2).margin.top == 2


def test_a_margin_box_is_put_together_of_all_rules() -> None:
    sheet = (
        "@page { font: 14pt 宋体; @bottom-right { padding: 7mm 14pt 0 0; vertical-align: top } }"
        ' @page main { @bottom-right { content: "— " counter(page); color: red } }'
        " @page { @bottom-right { color: blue } @top-left { color: red } }"
    )

    page = _page(sheet)

    box = page.boxes["bottom-right"]
    assert list(page.boxes) == ["bottom-right"]
    assert box.content == (
        Piece(kind=Kind.TEXT, text="— "),
        Piece(kind=Kind.COUNTER, text="page"),
    )
    assert (box.style.fonts, box.style.size) == (("宋体",), D(14))
    assert (box.style.vertical_align, box.style.colour) == ("top", "FF0000")


@pytest.mark.parametrize(
    ("name", "align"),
    [
        ("bottom-left", "left"),
        ("top-center", "center"),
        ("bottom-right", "right"),
        ("left-top", "center"),
    ],
)
def test_a_box_is_aligned_by_its_place(name: str, align: str) -> None:
    box = _page(f'@page {{ @{name} {{ content: "x" }} }}').boxes[name]

    assert (box.style.align, box.style.vertical_align) == (align, "middle")


def test_a_box_may_say_its_alignment() -> None:
    box = _page('@page { @bottom-right { content: "x"; text-align: left } }').boxes["bottom-right"]

    assert box.style.align == "left"


def test_numbers_begin_where_the_first_page_says() -> None:
    sheet = "@page :nth(1 of main) { counter-reset: x 2 page 5 }"

    assert _page(sheet).first_number == 5
    assert _page(sheet, "main", 2).first_number is None


def test_items_that_are_none_are_passed_over() -> None:
    assert _page("@page { margin: 1pt; x; @top-left; p { margin: 2pt } }").margin.top == 1


def test_pages_know_custom_properties() -> None:
    sheet = (
        ":root { --a: 3pt } @page { size: calc(100 * var(--a)); margin: var(--a);"
        ' @top-left { content: "x"; padding: var(--a) } }'
    )

    page = _page(sheet)

    assert (page.width, page.margin.top) == (D(300), D(3))
    assert page.boxes["top-left"].style.padding.top == Length(points=D(3))
