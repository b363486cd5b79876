# ruff: noqa: E501 — a case of a table is read in one line
"""Blocks of HTML as paragraphs: room, words, lists, rows, places."""

from decimal import Decimal

import pytest

from perfspec.render.docx.body import ListEntry, PageNumber, PageOf, Paragraph, Run, Tab
from tests.render import readings

D = Decimal


def _texts(html: str, css: str = "") -> list[str]:
    return [readings.text(one) for one in readings.top(readings.read(html, css))]


def _one(html: str, css: str = "") -> Paragraph:
    (found,) = readings.top(readings.read(html, css))
    return found


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p> a  b\n\tc </p>", ["a b c"]),
        ("<p>a <b> b</b> c</p>", ["a b c"]),
        ("<p>a<b> </b>b</p>", ["a b"]),
        ("<p>a<b> </b></p>", ["a"]),
        ("<p>　甲　乙</p>", ["　甲　乙"]),
        ("<p>a\u00a0 b</p>", ["a\u00a0 b"]),
        ("<p>a <br> b<br></p>", ["a\nb"]),
        ("<p>a<br><br>b</p>", ["a\n\nb"]),
        ("<p><br></p>", [""]),
        ("<p></p><p> </p>", []),
        ("<pre>a  b\n c</pre>", ["a  b\n c"]),
        ('<p style="white-space: pre-line">a  b \n c</p>', ["a b\nc"]),
        ("a<p>b</p>c<div>d<p>e</p></div>", ["a", "b", "c", "d", "e"]),
        ("<p><b>a<i>b</i></b>c</p>", ["abc"]),
        ("<b>a<div>b</div>c</b>", ["a", "b", "c"]),
        ("<p>a<!-- x -->b</p>", ["ab"]),
        ("<p>a<span hidden>x</span>b</p>", ["ab"]),
        ("<p>a<span data-furniture>x</span>b</p>", ["ab"]),
        ("<p>a<svg><text>x</text></svg><img alt=x>b</p>", ["ab"]),
        ("<script>x</script><style>y {}</style><p>a", ["a"]),
        ("<p>x<sup>2</sup></p>", ["x2"]),
    ],
)
def test_words_are_put_into_paragraphs(html: str, expected: list[str]) -> None:
    assert _texts(html) == expected


def test_runs_that_are_set_alike_are_one() -> None:
    content = _one("<p>a<span>b</span><b>c</b><b>d</b>e").content

    assert [(one.text, one.look.strong) for one in content if isinstance(one, Run)] == [
        ("ab", False),
        ("cd", True),
        ("e", False),
    ]


def test_characters_look_as_the_style_sheet_says() -> None:
    css = "p { font: bold 14pt 宋体, serif; color: #c00; letter-spacing: 1pt }"

    look = _one("<p>a", css).look

    assert (look.fonts, look.size, look.strong) == (("宋体", "serif"), D(14), True)
    assert (look.colour, look.spacing) == ("CC0000", D(1))


def _room(html: str, css: str) -> list[tuple[int, int]]:
    """Return the room over and under each paragraph."""
    found = readings.top(readings.read(html, css))
    return [(int(one.setting.before), int(one.setting.after)) for one in found]


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("p { margin: 3pt 0 }", [(3, 3), (0, 3)]),
        ("p { margin: 3pt 0 5pt }", [(3, 5), (0, 5)]),
        ("p { margin: 5pt 0 3pt }", [(5, 0), (5, 3)]),
        ("p { margin: 0 0 5pt } p + p { margin-top: -2pt }", [(0, 0), (3, 5)]),
        ("p + p { margin-top: -2pt }", [(0, 0), (0, 0)]),
        ("p { padding: 2pt 0 3pt }", [(2, 0), (5, 3)]),
        ("p { margin-bottom: 4pt } p + p { padding-top: 2pt }", [(0, 0), (6, 4)]),
        ("p { border-top: 1pt solid }", [(1, 0), (1, 0)]),
        ("div { margin-top: 7pt } p { margin-top: 3pt }", [(7, 0), (3, 0)]),
        ("p { height: 50pt }", [(0, 0), (30, 30)]),
        ("p { min-height: 50pt }", [(0, 0), (30, 30)]),
        ("p { height: 5pt }", [(0, 0), (0, 0)]),
        ("p:first-child { break-after: page } p { margin: 4pt 0 }", [(4, 0), (4, 4)]),
    ],
)
def test_room_between_blocks_is_given_once(css: str, expected: list[tuple[int, int]]) -> None:
    assert _room("<div><p>a</p><p>b</p></div>", css) == expected


@pytest.mark.parametrize(
    ("css", "left", "right"),
    [
        ("p { margin: 0 10pt 0 20pt }", 20, 10),
        ("div { padding: 0 5pt } p { margin: 0 10pt 0 20pt }", 24.5, 14.5),
        ("div { padding-left: 10% }", 20, 0),
        ("p { width: 50pt }", 0, 150),
        ("p { width: 50%; margin: 0 auto }", 49.5, 49.5),
        ("p { max-width: 5em; margin: 0 auto }", 74.5, 74.5),
        ("p { max-width: 500pt; margin: 0 auto }", 0, 0),
        ("p { width: 50pt; margin-left: auto }", 150, 0),
        ("p { width: 50pt; padding: 0 5pt; box-sizing: border-box }", 5, 155),
        ("p { border-left: 2pt solid; margin-left: -2pt }", 0, 0),
    ],
)
def test_blocks_are_indented_as_they_stand(css: str, left: float, right: float) -> None:
    setting = _one("<div><p>a</p></div>", css).setting

    if left and right:  # a block in between is wider by half a point on either side
        left, right = max(left, 0), max(right, 0)
    assert (setting.left, setting.right) in (
        (D(left), D(right)),
        (D(left) - D("0.5"), D(right) - D("0.5")),
    )


def test_the_first_paragraph_of_a_block_is_indented() -> None:
    first, inner, last = readings.top(
        readings.read("<div>a<p>b</p>c</div>", "div { text-indent: 2em }")
    )

    assert [one.setting.first for one in (first, inner, last)] == [20, 20, 0]


def test_setting_says_alignment_pitch_and_level() -> None:
    setting = _one("<h2>a", "h2 { text-align: right; line-height: 2; font-size: 15pt }").setting

    assert (setting.align, setting.line, setting.level, setting.keep_next) == (
        "right",
        D(30),
        2,
        True,
    )


@pytest.mark.parametrize(
    ("html", "names"),
    [
        ("<p>a</p>", ["正文"]),
        ('<p class="small x">a</p>', ["正文 small"]),
        ("<h3>a</h3>", ["标题 3"]),
        ("<div>a</div>", ["正文"]),
        ("<ul><li>a<p>b</p></ul>", ["列表", "正文"]),
        (
            '<div data-style="附注">a<p>b</p><h2>c</h2><h2 data-style="题">d</h2></div>',
            ["附注", "附注", "标题 2", "题"],
        ),
        ("<blockquote>a</blockquote>", ["引文"]),
    ],
)
def test_styles_are_named_by_marks_or_else_by_tags(html: str, names: list[str]) -> None:
    assert [one.setting.style for one in readings.top(readings.read(html))] == names


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ol><li>a<li>b</ol>", ["1. a", "2. b"]),
        ('<ol start=9><li>a<li value="20">b<li>c</ol>', ["9. a", "20. b", "21. c"]),
        ('<ol start="x"><li>a</ol>', ["1. a"]),
        ('<ol start="99999999999"><li>a</ol>', ["1. a"]),
        ("<ul><li>a</ul>", ["• a"]),
        ('<ul style="list-style: square"><li>a</ul>', ["▪ a"]),
        ('<ol style="list-style: none"><li>a</ol>', ["a"]),
        ('<ol start=4 style="list-style: lower-roman"><li>a</ol>', ["iv. a"]),
        ('<ol start=3 style="list-style: upper-alpha"><li>a</ol>', ["C. a"]),
        ('<ol start=30 style="list-style: lower-latin"><li>a</ol>', ["30. a"]),
        (
            '<ol start=20 style="list-style: cjk-ideographic"><li>a<li>b</ol>',
            ["二十、a", "二十一、b"],
        ),
        ('<ol start=10 style="list-style: cjk-ideographic"><li>a</ol>', ["十、a"]),
        ('<ol style="list-style: cjk-ideographic"><li>a</ol>', ["一、a"]),
        ("<ol><li>a<ol><li>b</ol><li>c</ol>", ["1. a", "1. b", "2. c"]),
        ("<ol><li><p>a</p><p>b</p></ol>", ["1. a", "b"]),
        ("<ol><li></ol><p>a</p>", ["a"]),
        ("<li>a", ["• a"]),
        ("<ol><p>a</p><li>b</ol>", ["a", "1. b"]),
    ],
)
def test_items_of_lists_have_their_markers(html: str, expected: list[str]) -> None:
    assert _texts(html) == expected


def test_a_marker_hangs_before_its_item() -> None:
    setting = _one("<ol><li>a</ol>").setting

    assert (setting.left, setting.first) == (D(30), D(-15))


def test_a_box_in_front_hangs_where_the_style_sheet_puts_it() -> None:
    css = "p { padding-left: 40pt } i { display: inline-block; width: 30pt; margin-left: -30pt }"

    assert _one("<p><i>1.</i>a", css).setting.first == -30
    assert _one("<p><i>1.</i>a", css + "i { text-align: right }").setting.first == -10
    assert _one("<p><i>1.</i>a", css + "i { text-align: center }").setting.first == -20
    assert _one("<p><i>1.</i>a", css + "i { width: auto }").setting.first == -30
    assert _one("<p>a<i>1.</i>", css).setting.first == 0


FLEX = "div { display: flex; justify-content: space-between }"


def _kinds(paragraph: Paragraph) -> list[str]:
    return [one.text if isinstance(one, Run) else type(one).__name__ for one in paragraph.content]


def test_a_row_is_a_line_with_its_last_part_at_the_right_edge() -> None:
    line = _one("<div><span>a</span> <span>b</span></div>", FLEX)

    assert _kinds(line) == ["a", "Tab", "b"]
    assert (line.setting.tab, line.setting.leader) == (D(200), False)


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        (FLEX, ["a", "Tab", "b c"]),
        ("div { display: flex }", ["a b c"]),
    ],
)
def test_further_parts_follow(css: str, expected: list[str]) -> None:
    html = '<div data-at="x"><p>a</p><p id="i" data-at="y">b</p><a href="#z">c</a></div>'

    line = _one(html, css)

    assert _kinds(line) == expected
    assert (line.marks, line.bookmarks) == (("x", "y"), ("i",))


@pytest.mark.parametrize(
    "html",
    [
        "<div>x<p>a</p><p>b</p></div>",
        "<div><p>a</p>x<p>b</p></div>",
        "<div><section><p>a</p></section><p>b</p></div>",
        '<div style="flex-direction: column"><p>a</p><p>b</p></div>',
    ],
)
def test_a_row_of_anything_else_is_a_paragraph_each(html: str) -> None:
    assert len(readings.top(readings.read(html, FLEX))) >= 2


def test_an_empty_row_is_nothing() -> None:
    assert _texts("<div><span></span></div><div></div>", FLEX) == []


def test_the_lines_of_a_heading_are_one_paragraph() -> None:
    css = "span { display: block; margin: 0 auto; max-width: 10em }"

    heading = _one('<h1 id="h"><span>甲乙</span> <span id="s">丙</span></h1>', css)

    assert readings.text(heading) == "甲乙\n丙"
    assert heading.bookmarks == ("h", "s")
    assert (heading.setting.level, heading.setting.left) == (1, D(0))


@pytest.mark.parametrize(
    ("css", "before", "line"),
    [
        ("h1 { padding-top: 30pt } span + span { margin-top: 4pt }", 26, 24),
        ("h1 { padding-top: 30pt } span { margin: 0 0 4pt }", 26, 24),
        ("h1 { padding-top: 30pt } span + span { padding-top: 0 }", 30, 20),
        ("h1 { padding-top: 3pt } span + span { margin-top: 4pt }", 3, 20),
        ("h1 { padding-top: 30pt; line-height: normal } span + span { margin-top: 4pt }", 30, 0),
        (
            "h1 { padding-top: 30pt } span + span { margin-top: 3pt } span:last-child { margin-top: 4pt }",
            30,
            20,
        ),
    ],
)
def test_lines_of_a_heading_are_as_far_apart_as_their_blocks(
    css: str, before: int, line: int
) -> None:
    html = "<h1><span>甲</span><span>乙</span></h1>"
    if "last-child" in css:
        html = "<h1><span>甲</span><span>乙</span><span>丙</span></h1>"

    setting = _one(html, "span { display: block } h1 { font-size: 10pt } " + css).setting

    assert (setting.before, setting.line) == (D(before), D(line))


def test_a_line_that_needs_its_own_room_is_a_paragraph() -> None:
    css = "h1 { font-size: 10pt } span { display: block; margin: 0 auto; max-width: 3em }"

    found = readings.top(readings.read("<h1><span>甲乙丙丁</span><span>戊</span></h1>", css))

    assert [readings.text(one) for one in found] == ["甲乙丙丁", "戊"]
    assert [one.setting.level for one in found] == [1, 1]
    assert found[0].setting.left == D("84.5")


def test_a_heading_of_words_and_blocks_is_read_as_it_is() -> None:
    css = "span { display: block }"

    assert _texts("<h1>a<span>b</span></h1>", css) == ["a", "b"]
    assert _texts("<h1><b>a</b><span>b</span></h1>", css) == ["a", "b"]
    assert _texts("<h1><span></span></h1>", css) == []


NAV = 'a::after { content: leader(".") target-counter(attr(href), page) }'


def test_contents_are_lines_with_page_numbers() -> None:
    html = '<nav><p><a href="#x">甲</a></p></nav><h2 id="x" data-list="B">一、甲</h2>'

    entry, heading = readings.top(readings.read(html, NAV))

    assert _kinds(entry) == ["甲", "Tab", "PageOf"]
    page = entry.content[2]
    assert isinstance(page, PageOf)
    assert page.bookmark == "x"
    assert (entry.contents, entry.link, entry.setting.leader, entry.setting.tab) == (
        "B",
        "x",
        True,
        D(200),
    )
    assert heading.content[1] == ListEntry(text="一、甲", list="B")
    assert heading.bookmarks == ("x",)


@pytest.mark.parametrize(
    ("html", "link"),
    [
        ('<nav><p><a href="#x">a</a></nav>', "x"),
        ('<nav><p><a href="#x">a</a><a href="#x">b</a></nav>', "x"),
        ('<nav><p><a href="#x">a</a><a href="#y">b</a></nav>', ""),
        ('<nav><p><a href="http://x">a</a></nav>', ""),
        ("<nav><p><a>a</a></nav>", ""),
        ('<nav><a style="display: block" href="#x">a</a></nav>', "x"),
        ('<p><a href="#x">a</a>', ""),
    ],
)
def test_a_line_of_contents_leads_where_its_only_link_does(html: str, link: str) -> None:
    assert _one(html).link == link


def test_a_heading_in_contents_has_no_level() -> None:
    assert _one("<nav><h2>目录</h2></nav>").setting.level == 0


def test_what_the_style_sheet_prints_is_read() -> None:
    css = (
        'p::before { content: "（" attr(title) "）" } p::after { content: counter(page) string(x)'
        ' leader(" ") target-counter(attr(title), page) }'
    )

    line = _one('<p title="t">a', css)

    assert [type(one) for one in line.content] == [Run, PageNumber, Tab]
    assert (readings.text(line), line.setting.leader) == ("（t）a", False)


def test_marks_of_all_around_and_inside_are_told_once() -> None:
    html = '<div data-at="a"><p data-at="b">x<i data-at="c">y</i><i data-at="c">z</i></p></div>'

    assert _one(html).marks == ("a", "b", "c")


def test_ids_are_bookmarks_of_what_follows() -> None:
    html = '<a id="a"></a><div id="b"><p id="c">x<i id="d">y</i></p></div><p>z</p>'

    first, second = readings.top(readings.read(html))

    assert (first.bookmarks, second.bookmarks) == (("a", "b", "c", "d"), ())


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        ("", [False, False]),
        ("p:first-child { break-after: avoid }", [True, False]),
        ("p + p { break-before: avoid }", [True, False]),
        ("p { break-before: avoid }", [True, False]),
        ("p { break-after: avoid-page }", [True, True]),
    ],
)
def test_blocks_are_kept_together(css: str, kept: list[bool]) -> None:
    found = readings.top(readings.read("<p>a</p><p>b</p>", css))

    assert [one.setting.keep_next for one in found] == kept


@pytest.mark.parametrize(
    ("css", "sections", "page_before"),
    [
        ("p + p { break-before: page }", 1, True),
        ("p:first-child { break-after: page }", 1, True),
        ("p:first-child { break-before: page }", 1, False),
        ("p + p { break-before: right }", 2, False),
        ("p + p { break-before: left }", 2, False),
        ("p:first-child { break-after: right } p + p { break-before: page }", 2, False),
        ("p + p { page: other }", 2, False),
    ],
)
def test_pages_begin_where_the_style_sheet_says(css: str, sections: int, page_before: bool) -> None:
    body = readings.read("<div><p>a</p><p>b</p></div>", css)

    assert len(body.sections) == sections
    assert [one.setting.page_before for one in readings.top(body)] == [False, page_before]


def test_a_section_begins_on_a_right_page_where_it_must() -> None:
    body = readings.read("<p>a</p><p>b</p>", "p + p { break-before: right }")

    assert [section.page.starts_right for section in body.sections] == [False, True]


def test_what_follows_a_page_of_a_name_is_a_section_of_none() -> None:
    body = readings.read("<p>a</p><div>b</div><p>c</p>", "@page x { margin: 5pt } div { page: x }")

    assert [int(section.page.left) for section in body.sections] == [0, 5, 0]


def test_room_at_the_end_of_a_page_of_a_name_goes() -> None:
    css = "div { page: x; margin: 9pt 0 } p { margin: 0 }"

    assert _room("<div>a</div><p>b</p>", css) == [(9, 0), (0, 0)]


def test_places_inside_of_places_are_not_worked_out_again_and_again() -> None:
    css = "b { position: absolute; bottom: 0; height: 200pt; display: block }"

    assert _texts("<b>a" * 40, css) == ["a"] * 40


@pytest.mark.parametrize(
    ("css", "before"),
    [
        ("i { bottom: 10pt }", 100 - 10 - 20 - 20),
        ("i { bottom: 10% }", 100 - 10 - 20 - 20),
        ("i { top: 50pt }", 30),
        ("i { top: 5pt }", 0),
        ("i { }", 0),
        ("i { bottom: 0; width: 20pt }", 100 - 40 - 20),
        ("i { bottom: 0; width: 0; font-size: 0; line-height: 1pt }", 100 - 1 - 20),
    ],
)
def test_a_block_stands_where_the_edges_of_its_container_want_it(css: str, before: int) -> None:
    box = "div { position: relative; height: 100pt } i { position: absolute; display: block }"

    _, moved = readings.top(readings.read("<div><p>a</p><i>甲乙丙丁</i></div>", box + css))

    assert moved.setting.before == before


def test_a_block_in_a_container_of_no_height_stays() -> None:
    css = "div { position: relative } i { position: absolute; bottom: 0 }"

    assert [
        one.setting.before for one in readings.top(readings.read("<div>a<i>b</i></div>", css))
    ] == [0, 0]


def test_without_a_container_the_page_is_one() -> None:
    css = "i { position: absolute; bottom: 0 } @page x { margin: 50pt } div { page: x }"

    assert readings.top(readings.read("<p>a<i>b</i></p>", css))[1].setting.before == 260
    assert readings.top(readings.read("<div>a<i>b</i></div>", css))[1].setting.before == 160


def test_places_inside_a_block_that_is_moved_count_in_it() -> None:
    css = (
        "div { position: relative; height: 200pt } b, i { position: absolute; bottom: 0 }"
        " b { height: 60pt; width: 100% }"
    )

    first, inner = readings.top(readings.read("<div><b>a<i>b</i></b></div>", css))

    assert first.setting.before >= 100
    assert readings.text(inner) == "b"


def test_fixed_words_are_read_in_their_place() -> None:
    assert _texts('a<b style="position: fixed; top: 0">b</b>c') == ["a", "b", "c"]


def test_tables_count_in_the_height_of_their_container() -> None:
    css = (
        "div { position: relative; height: 200pt } td { padding: 5pt 0; width: 100pt; height: 0 }"
        " i { position: absolute; bottom: 0 } table { width: 100% }"
    )
    rows = "<tr><td>a<td>b<p>c</p><tr><td style='height: 40pt'>d<td>e"

    (moved,) = readings.top(readings.read(f"<div><table>{rows}</table><i>f</i></div>", css))

    # A row of two lines with padding, one of 50 pt, and the line itself.
    assert moved.setting.before == 200 - 50 - 50 - 20


def test_lines_are_counted_by_squares() -> None:
    css = "div { position: relative; height: 200pt } i { position: absolute; bottom: 0 }"
    text = "甲" * 20 + "<br>" + "a" * 41

    moved = readings.top(readings.read(f"<div><p>{text}</p><i>x</i></div>", css))[1]

    # Twenty squares fill a line, forty narrow characters do.
    assert moved.setting.before == 200 - 3 * 20 - 20


def test_a_blank_before_a_leader_stays() -> None:
    line = _one("<p>a <i></i>", 'i::after { content: leader(".") "b" }')

    assert _kinds(line) == ["a ", "Tab", "b"]
