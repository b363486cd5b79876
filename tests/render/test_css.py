"""The cascade: which style an element has."""
# ruff: noqa: E501 — a case of a table is read in one line

from decimal import Decimal

import pytest
import tinyhtml5

from perfspec.errors import PerfspecError
from perfspec.render import css
from perfspec.render.css import Borders, Kind, Length, Piece, Sheet, Style, rules

D = Decimal


def _sheet(html: str, *styles: str) -> tuple[Sheet, dict[str, Style]]:
    """Return the styles of a document, and those of the elements that have an id."""
    head = "".join(
        style if style.startswith("<") else f"<style>{style}</style>" for style in styles
    )
    root = tinyhtml5.parse(f"<head>{head}</head><body>{html}", namespace_html_elements=False)
    sheet = css.read(root)
    return sheet, {name: sheet.of(one) for one in root.iter() if (name := one.get("id"))}


def _style(html: str, *styles: str) -> Style:
    """Return the style of the element with the id `x`."""
    return _sheet(html, *styles)[1]["x"]


@pytest.mark.parametrize(
    ("sheet", "size"),
    [
        ("p { font-size: 1pt } p { font-size: 2pt }", 2),
        (".a { font-size: 1pt } p { font-size: 2pt }", 1),
        ("#x { font-size: 1pt } p.a { font-size: 2pt }", 1),
        ("p.b { font-size: 1pt }", 12),
        ("div p { font-size: 1pt } p { font-size: 2pt }", 1),
        ("p { font-size: 1pt !important } #x { font-size: 2pt }", 1),
        ("div > p, .nothing { font-size: 1pt }", 1),
        ("p:first-child { font-size: 1pt }", 1),
        ("p:hover { font-size: 1pt }", 12),
        ("p:bad(, p { font-size: 1pt }", 12),
        ("p::x { font-size: 1pt }", 12),
        ("@media print { p { font-size: 1pt } }", 1),
        ("@media all, screen { p { font-size: 1pt } }", 1),
        ("@media only print { p { font-size: 1pt } }", 1),
        ("@media not screen { p { font-size: 1pt } }", 1),
        ("@media screen { p { font-size: 1pt } }", 12),
        ("@media print and (min-width: 1cm) { p { font-size: 1pt } }", 12),
        ("@media print { @media print { p { font-size: 1pt } } }", 1),
        ("@media print { @media screen { p { font-size: 1pt } } }", 12),
        ("@import 'x'; @font-face { font-family: x } p { font-size: 1pt }", 1),
        ("p { font-size: 1pt; font-size: large-ish }", 1),
        ("p { font-size: 200% }", 24),
        ("div { font-size: 10pt } p { font-size: 2em }", 20),
        ("html { font-size: 10pt } p { font-size: 2rem }", 20),
        ("div { font-size: 10pt } p { font-size: initial }", 12),
        ("div { font-size: 10pt } p { font-size: unset }", 10),
    ],
)
def test_the_most_special_rule_for_paper_wins(sheet: str, size: int) -> None:
    assert _style('<div><p class="a" id="x">', sheet).size == size


def test_the_attribute_goes_over_all_rules_but_important_ones() -> None:
    html = '<p id="x" style="font-size: 3pt; color: red">'

    style = _style(html, "#x { font-size: 1pt; color: blue !important }")

    assert (style.size, style.colour) == (D(3), "0000FF")


@pytest.mark.parametrize(
    "style",
    [
        "<style data-browser>p { font-size: 1pt }</style>",
        '<style media="screen">p { font-size: 1pt }</style>',
    ],
)
def test_what_is_for_browsers_is_not_read(style: str) -> None:
    assert _style('<p id="x">', style).size == 12


def test_a_sheet_for_print_is_read_and_comes_after_those_before_it() -> None:
    sheets = ("p { font-size: 1pt }", '<style media="print">p { font-size: 2pt }</style>')

    assert _style('<p id="x">', *sheets).size == 2


def test_type_is_inherited_and_boxes_are_not() -> None:
    above = (
        "div { font: bold 14pt/2 宋体; color: #123; text-align: justify; text-indent: 2em;"
        " letter-spacing: 1pt; white-space: pre; margin: 1pt; padding: 2pt; border: 1pt solid;"
        " width: 10pt; page: main; break-before: page; position: absolute; background: red }"
    )

    assert _style('<div><i id="x">', above) == Style(
        fonts=("宋体",),
        size=D(14),
        strong=True,
        line=D(28),
        factor=D(2),
        colour="112233",
        align="justify",
        indent=Length(points=D(28)),
        letter_spacing=D(1),
        white_space="pre",
    )


def test_what_is_not_inherited_can_be_taken_over() -> None:
    style = _style(
        '<div><i id="x">',
        "div { border: 1pt solid; width: 9pt } i { border: inherit; width: inherit }",
    )

    one = D(1)
    assert style.border == Borders(top=one, right=one, bottom=one, left=one)
    assert style.width == Length(points=D(9))


def test_a_bare_line_height_is_taken_over_as_a_factor() -> None:
    sheet = "div { font-size: 10pt; line-height: 1.5 } b { font-size: 20pt }"

    assert _style('<div><b id="x">', sheet).line == 30


@pytest.mark.parametrize(
    ("height", "line"), [("150%", 15), ("15pt", 15), ("1.5em", 15), ("normal", 0)]
)
def test_another_line_height_is_taken_over_as_it_is(height: str, line: int) -> None:
    sheet = f"div {{ font-size: 10pt; line-height: {height} }} b {{ font-size: 20pt }}"

    assert _style('<div><b id="x">', sheet).line == line


def test_edges_without_a_line_have_no_width() -> None:
    sheet = "p { border: 2pt solid; border-top-style: none; border-left: 0; border-bottom: hidden thick }"

    assert _style('<p id="x">', sheet).border == Borders(right=D(2))


def test_an_edge_of_no_stated_width_is_medium() -> None:
    assert _style('<p id="x">', "p { border-top-style: solid }").border == Borders(top=D("2.25"))


@pytest.mark.parametrize(
    ("written", "colour", "background"),
    [
        ("color: transparent", "000000", ""),
        ("color: red; background: currentcolor", "FF0000", "FF0000"),
        ("background: transparent", "000000", ""),
        ("background: #eee", "000000", "EEEEEE"),
    ],
)
def test_colours_are_six_digits_or_none(written: str, colour: str, background: str) -> None:
    style = _style('<p id="x">', f"p {{ {written} }}")

    assert (style.colour, style.background) == (colour, background)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("always", "page"),
        ("avoid-page", "avoid"),
        ("recto", "right"),
        ("verso", "left"),
        ("auto", "auto"),
    ],
)
def test_breaks_have_one_word_each(written: str, expected: str) -> None:
    style = _style('<p id="x">', f"p {{ break-before: {written}; break-after: {written} }}")

    assert (style.break_before, style.break_after) == (expected, expected)


def test_none_is_auto_and_no_largest_width() -> None:
    style = _style('<p id="x">', "p { margin: 0 auto; max-width: none; top: 1pt }")

    assert (style.margin.left, style.margin.top) == (None, Length())
    assert style.max_width is None
    assert (style.offset.top, style.offset.bottom) == (Length(points=D(1)), None)


def test_elements_look_as_in_a_browser_where_nothing_is_said() -> None:
    html = (
        '<h1 id="h1"></h1><p id="p"></p><ol id="ol"><li id="li"><ul id="ul"></ul></ol>'
        '<table><tr><th id="th"><td id="td"></table><b id="b"></b><script id="script"></script>'
    )

    found = _sheet(html)[1]

    assert (found["h1"].size, found["h1"].strong, found["h1"].break_after) == (D(24), True, "avoid")
    assert found["p"].margin.top == Length(points=D(12))
    assert (found["li"].display, found["li"].list_style) == ("list-item", "decimal")
    assert (found["ul"].margin.top, found["ul"].padding.left) == (Length(), Length(points=D(30)))
    assert (found["th"].strong, found["th"].align) == (True, "center")
    assert (found["td"].vertical_align, found["td"].strong) == ("middle", False)
    assert found["b"].strong
    assert found["script"].display == "none"


def test_a_cell_takes_the_vertical_alignment_of_its_row() -> None:
    html = '<table><tr style="vertical-align: top"><td id="x">'

    assert _style(html).vertical_align == "top"


def test_what_is_printed_before_and_behind_is_known() -> None:
    sheet = 'p::before { content: "a" } p::after { content: "b" } #x::after { content: none }'
    _, found = _sheet('<p id="x"></p><p id="y"></p>', sheet)

    assert found["y"].before == (Piece(kind=Kind.TEXT, text="a"),)
    assert found["y"].after == (Piece(kind=Kind.TEXT, text="b"),)
    assert found["x"].after == ()


def test_elements_that_are_alike_share_a_style() -> None:
    _, found = _sheet('<p id="x"><b id="a"></b></p><p id="y"><b id="b"></b></p>', "p { margin: 0 }")

    assert found["x"] is found["y"]
    assert found["a"] is found["b"]


def test_elements_of_equal_rules_under_others_have_styles_of_their_own() -> None:
    html = '<p class="a"><b id="a"></b></p><p><b id="b"></b></p>'

    _, found = _sheet(html, ".a { font-size: 1pt } b { color: red }")

    assert (found["a"].size, found["b"].size) == (D(1), D(12))


@pytest.mark.parametrize(
    ("sheet", "size"),
    [
        (":root { --a: 3pt } p { font-size: var(--a) }", 3),
        ("html { --a: 3pt } body { --a: 4pt } p { font-size: var(--a) }", 4),
        ("p { font-size: var(--a) } :root { --a: var(--b); --b: 5pt }", 5),
        (":root { --a: 3pt } p { font-size: calc(2 * var(--a)) }", 6),
        ("p { font-size: var(--a, 7pt) }", 7),
        ("p { font-size: var(--a) }", 12),
        ("p { font-size: var() }", 12),
        (":root { --a: var(--a) } p { font-size: var(--a) }", 12),
        ("div { --a: 3pt } p { font-size: var(--a, 8pt) }", 8),
        (":root { --a: 9pt/2 宋体 } p { font: var(--a) }", 9),
        (
            ":root { --a: var(--b) var(--b); --b: var(--c) var(--c); --c: "
            + "1pt " * 99
            + "} p { font-size: var(--a) }",
            12,
        ),
    ],
)
def test_custom_properties_of_the_root_are_known(sheet: str, size: int) -> None:
    assert _style('<div><p id="x">', sheet).size == size


def test_the_attribute_knows_custom_properties() -> None:
    assert _style('<p id="x" style="font-size: var(--a)">', ":root { --a: 3pt }").size == 3


def test_a_comment_has_no_style_and_harms_nothing() -> None:
    assert _style('<!-- a --><p id="x"><!-- b -->').display == "block"


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        ("p {}" * (rules.MOST_RULES + 1), "has more than 5000 rules"),
        ("@page {}" * (rules.MOST_RULES + 1), "has more than 5000 rules"),
        (" " * (rules.MOST_CHARACTERS + 1), "has more than 1000000 characters"),
        ("a " * rules.MOST_TOKENS + "{}", "a selector of more than 100 words"),
        (":not(" * 11 + "a" + ")" * 11 + "{}", "a selector of more than 100 words"),
    ],
)
def test_a_sheet_larger_than_any_form_needs_is_refused(sheet: str, words: str) -> None:
    with pytest.raises(PerfspecError, match=words):
        _sheet("", sheet)


def test_many_selectors_of_one_rule_are_fine() -> None:
    assert _style('<p id="x">', "a," * 1000 + "p { font-size: 1pt }").size == 1


def test_media_nested_beyond_reason_are_passed_over() -> None:
    deep = "@media print {" * 200 + "p { font-size: 1pt }" + "}" * 200

    assert _style('<p id="x">', deep).size == 12
