# ruff: noqa: E501 — a case of a table is read in one line
"""Tables of HTML as rows of cells."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from perfspec.render.docx.body import Cell, Merge, Padding, Paragraph, Row, Table
from tests.render import readings

D = Decimal
CSS = "td, th { padding: 0; font-weight: normal } table { width: 100% }"


def _table(html: str, css: str = "") -> Table:
    (found,) = readings.tables(readings.read(html, CSS + css))
    return found


def _words(cell: Cell) -> str:
    return "/".join(map(readings.text, cell.paragraphs))


def _cells(row: Row) -> Iterator[str]:
    """Yield each cell of a row: its words, its columns, and how it is merged downwards."""
    marks = {Merge.NONE: "", Merge.STARTS: "v", Merge.CONTINUES: "^"}
    for cell in row.cells:
        yield f"{_words(cell)}{marks[cell.merge]}{cell.columns if cell.columns > 1 else ''}"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("<tr><td>a<td>b", ["a b"]),
        ("<tr><td colspan=2>a<tr><td>b<td>c", ["a2", "b c"]),
        ("<tr><td rowspan=2>a<td>b<tr><td>c", ["av b", "^ c"]),
        ("<tr><td>a<td rowspan=2>b<tr><td>c", ["a bv", "c ^"]),
        ("<tr><td rowspan=2 colspan=2>a<td>b<tr><td>c", ["av2 b", "^2 c"]),
        ("<tr><td rowspan=9>a<td>b<tr><td>c", ["av b", "^ c"]),
        ("<tr><td rowspan=0>a<td>b<tr><td>c", ["av b", "^ c"]),
        ("<tr><td rowspan=x>a<td colspan=99999999999>b", ["a b"]),
        ("<tr><td>a<td>b<tr><td>c", ["a b", "c "]),
        ("<tr><td>a<tr><td>b<td>c", ["a ", "b c"]),
        ("<tr><td rowspan=2>a<tr>", ["av", "^"]),
        ("<tr><td>a<td rowspan=2>b<tr><td colspan=2>c", ["a bv", "c ^"]),
        ("<tr><td>a<td hidden>x<td data-furniture>y<td>b", ["a b"]),
        ("<tr data-furniture><td>x<tr><td>a", ["a"]),
        ("<tbody><tr><td>a<thead><tr><td>b<tfoot><tr><td>c<tbody><tr><td>d", ["b", "a", "d", "c"]),
        ("<tbody><tr><td rowspan=5>a<td>b<tbody><tr><td>c<td>d", ["a b", "c d"]),
        ("<tr><td><table><tr><td>a<td>b</table>c", ["a/b/c"]),
        ("<tr><td><p>a</p><p>b</p><td><ol><li>c</ol>", ["a/b 1. c"]),
    ],
)
def test_every_row_has_all_its_columns(rows: str, expected: list[str]) -> None:
    table = _table(f"<table>{rows}</table>")

    assert [" ".join(_cells(row)) for row in table.rows] == expected
    assert {sum(cell.columns for cell in row.cells) for row in table.rows} == {len(table.columns)}


def test_a_table_without_cells_is_nothing() -> None:
    assert readings.tables(readings.read("<table><tr></tr></table><table></table>")) == []


@pytest.mark.parametrize(
    "html",
    [
        '<div style="display: table"><p style="display: table-row">a</p><p>b</p></div>',
        '<table style="display: block"><tr><td>a<td>b</table>',
        '<div style="display: table-cell">a</div><div style="display: grid">b</div>',
    ],
)
def test_what_only_looks_like_a_table_is_paragraphs(html: str) -> None:
    body = readings.read(html)

    assert readings.tables(body) == []
    assert [readings.text(one) for one in readings.top(body)] == ["a", "b"]


def test_a_column_is_no_wider_than_a_thousand() -> None:
    assert len(_table("<table><tr><td colspan=2000>a</table>").columns) == 1000


def test_only_rows_of_the_head_are_repeated() -> None:
    table = _table("<table><thead><tr><th>a<tr><th>b<tbody><tr><th>c</table>")

    assert [row.is_head for row in table.rows] == [True, True, False]


@pytest.mark.parametrize(
    ("columns", "css", "expected"),
    [
        ('<col style="width: 20pt"><col>', "", [20, 180]),
        ('<col style="width: 10%"><col>', "", [20, 180]),
        ('<col style="width: 50pt"><col style="width: 50pt">', "", [100, 100]),
        ('<col style="width: 50pt"><col style="width: 50pt">', "table { width: auto }", [50, 50]),
        ('<col span=2 style="width: 30pt">', "table { width: auto }", [30, 30]),
        ('<colgroup style="width: 30pt" span=2></colgroup>', "table { width: auto }", [30, 30]),
        ('<colgroup><col style="width: 30pt"></colgroup>', "", [30, 170]),
        ('<col style="width: 30pt"><col><col style="width: 9pt">', "", [30, 170]),
        ("", "table { table-layout: fixed }", [100, 100]),
        ("", "td:first-child { width: 40pt }", [40, 160]),
        ("", "td:first-child { width: 40pt; padding: 0 5pt }", [50, 150]),
        ("", "td { width: 40pt; box-sizing: border-box } table { width: auto }", [40, 40]),
        ("", "td:first-child { width: 25% }", [50, 150]),
        ("", "table { width: 80pt }", [20, 60]),
        ("", "table { max-width: 50% }", [25, 75]),
        ('<col style="width: 0"><col style="width: 0">', "", [0, 0]),
    ],
)
def test_columns_are_as_wide_as_said_and_share_what_is_left(
    columns: str, css: str, expected: list[int]
) -> None:
    table = _table(f"<table>{columns}<tr><td>甲乙<td>甲乙丙丁戊己</table>", css)

    assert list(table.columns) == expected


def test_columns_of_which_nothing_is_said_share_the_room_by_their_words() -> None:
    long = "长" * 50
    table = _table(f"<table><tr><td>短<td>{long}<tr><td colspan=2>{long}{long}</table>")

    # Two characters at least, twenty at most.
    assert [round(width, 1) for width in table.columns] == [D("18.2"), D("181.8")]


@pytest.mark.parametrize(
    ("css", "left"),
    [
        ("", 0),
        ("table { margin-left: 10pt }", 10),
        ("table { width: 100pt; margin: 0 auto }", 50),
        ("table { width: 100pt; margin-left: auto }", 100),
        ("div { padding-left: 30pt } table { width: 10pt }", 30),
    ],
)
def test_a_table_stands_where_the_style_sheet_says(css: str, left: int) -> None:
    assert _table("<div><table><tr><td>a</table></div>", css).left == left


def test_a_cell_says_its_edges_padding_alignment_and_ground() -> None:
    css = "td { border: 1pt solid; padding: 1pt 2pt 3pt 4pt; vertical-align: bottom; background: #eee }"

    ((cell,),) = [row.cells for row in _table("<table><tr><td>a</table>", css).rows]

    assert (cell.border, cell.edges, cell.align, cell.fill) == (D(1), None, "bottom", "EEEEEE")
    assert cell.padding == Padding(top=D(1), right=D(2), bottom=D(3), left=D(4))


def test_edges_that_differ_are_said_one_by_one() -> None:
    css = "td { border-top: 1pt solid; border-bottom: 2pt solid }"

    ((cell,),) = [row.cells for row in _table("<table><tr><td>a</table>", css).rows]

    assert (cell.border, cell.edges) == (D(2), Padding(top=D(1), bottom=D(2)))


@pytest.mark.parametrize(
    ("written", "expected"), [("middle", "center"), ("top", "top"), ("baseline", "top")]
)
def test_words_stand_in_their_cell_as_said(written: str, expected: str) -> None:
    table = _table("<table><tr><td>a</table>", f"td {{ vertical-align: {written} }}")

    assert table.rows[0].cells[0].align == expected


@pytest.mark.parametrize(
    ("css", "height"),
    [
        ("", 0),
        ("td { height: 30pt }", 30),
        ("td { height: 30pt; padding: 2pt 0 }", 34),
        ("td { height: 30pt; padding: 2pt 0; box-sizing: border-box }", 30),
        ("tr { height: 50pt } td { height: 30pt }", 50),
        ("td { height: 50% }", 0),
    ],
)
def test_a_row_is_as_high_as_its_highest_cell(css: str, height: int) -> None:
    assert _table("<table><tr><td>a<td>b</table>", css).rows[0].height == height


def test_a_cell_over_several_rows_makes_none_higher() -> None:
    table = _table('<table><tr><td rowspan=2 style="height: 90pt">a<td>b<tr><td>c</table>')

    assert [row.height for row in table.rows] == [0, 0]


def test_rows_stay_whole_unless_the_style_sheet_lets_them_break() -> None:
    table = _table('<table><tr><td>a<tr style="break-inside: auto"><td>b</table>')

    assert [row.breaks for row in table.rows] == [False, True]


def _kept(table: Table) -> list[bool]:
    return [row.cells[0].paragraphs[0].setting.keep_next for row in table.rows]


def test_rows_are_kept_with_the_next_as_said() -> None:
    css = "tbody tr:first-child { break-after: avoid } tbody tr:last-child { break-before: avoid }"
    rows = "<tr><td>x" * 4

    assert _kept(_table(f"<table>{rows}</table>", css)) == [True, False, True, False]
    assert _kept(_table(f"<table><thead><tr><td>h<tbody>{rows}</table>")) == [True] + [False] * 4


def test_a_table_is_kept_with_what_follows() -> None:
    css = "table { break-after: avoid }"

    assert _kept(_table("<table><tr><td>a<tr><td>b</table><p>c", css)) == [False, True]


def test_a_table_on_a_new_page_says_so_in_its_first_cell() -> None:
    table = _table("<p>x</p><table id=t><tr><td>a<td>b</table>", "table { break-before: page }")

    first, second = (cell.paragraphs[0] for cell in table.rows[0].cells)
    assert (first.setting.page_before, second.setting.page_before) == (True, False)
    assert (first.bookmarks, second.bookmarks) == (("t",), ())


@pytest.mark.parametrize(
    ("css", "joins", "between"),
    [
        ("", True, []),
        ("table + table { margin-top: -1pt }", True, []),
        ("table { margin: 8pt 0 }", False, [8]),
        ("table + table { margin-top: 0.5pt }", False, [1]),
        ("table + table { break-before: page }", False, []),
        ("table + table { page: x }", False, []),
    ],
)
def test_tables_that_meet_join(css: str, joins: bool, between: list[int]) -> None:
    body = readings.read("<table><tr><td>a</table><table><tr><td>b</table>", CSS + css)

    assert readings.tables(body)[1].joins is joins
    assert [one.setting.line for one in readings.top(body)] == between


def test_room_between_words_and_a_table_is_that_of_the_words() -> None:
    css = "p { margin: 3pt 0 } table { margin: 5pt 0 7pt }"
    above, below = readings.top(readings.read("<p>a</p><table><tr><td>x</table><p>b</p>", css))

    assert (above.setting.after, below.setting.before) == (D(5), D(7))


def test_a_caption_is_a_paragraph_over_its_table() -> None:
    body = readings.read("<table><caption>题</caption><caption hidden>x<tr><td>a</table>", CSS)

    (caption,) = readings.top(body)
    assert (readings.text(caption), caption.setting.style) == ("题", "表题")
    assert caption.setting.align == "center"


def test_a_table_is_named_by_what_it_follows() -> None:
    rows = "<tr><td>a"
    body = readings.read(
        f'<table>{rows}</table><h2 id="p">题</h2><table aria-label="甲">{rows}</table>'
        f'<table aria-labelledby="p">{rows}</table><table aria-labelledby="q">{rows}</table>'
    )

    assert [(one.key, one.title) for one in readings.tables(body)] == [
        ("/1", ""),
        ("p/1", "甲"),
        ("p/2", "题"),
        ("p/3", ""),
    ]


def test_words_of_a_cell_have_its_style_marks_and_room() -> None:
    html = (
        '<table data-at="t"><tr><th data-at="h">a<td class="n" data-at="d"><p data-at="p">b</p>'
        '<tr data-style="x"><td data-style="数">1<td></table>'
    )
    table = _table(html, "p { width: 50%; margin-left: auto }")

    (head, data), (number, empty) = (row.cells for row in table.rows)
    assert head.paragraphs[0].setting.style == "表头"
    assert head.paragraphs[0].marks == ("t", "h")
    assert data.paragraphs[0].setting.style == "正文"
    assert data.paragraphs[0].marks == ("t", "d", "p")
    assert data.paragraphs[0].setting.left == table.columns[1] / 2
    assert number.paragraphs[0].setting.style == "数"
    assert (_words(empty), empty.paragraphs[0].setting.style) == ("", "表格文字")


def test_the_parts_of_a_merged_cell_are_set_as_the_first() -> None:
    css = "td { text-align: center; padding: 1pt; border: 1pt solid }"
    table = _table("<table><tr><td rowspan=2 data-at=x>a<td>b<tr><td>c</table>", css)

    first, part = (row.cells[0] for row in table.rows)
    assert (part.border, part.padding) == (first.border, first.padding)
    assert part.paragraphs == (
        Paragraph(content=(), setting=first.paragraphs[0].setting, look=first.paragraphs[0].look),
    )


def test_thousands_of_rows_are_read_in_their_order() -> None:
    rows = "".join(f"<tr><td>{n}" for n in range(2000))

    table = _table(f"<table>{rows}</table>")

    assert [_words(row.cells[0]) for row in table.rows] == [str(n) for n in range(2000)]
