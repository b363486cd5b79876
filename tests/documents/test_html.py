# ruff: noqa: E501 — a case of a table is read in one line
"""A web page is read as a browser shows it."""

from pathlib import Path

import pytest

from perfspec.documents import Document, Table, Where, Why, building, html
from perfspec.documents.html import grid, parsing
from perfspec.errors import PerfspecError
from perfspec.messages import english


def _read(written: str, encoding: str = "utf-8") -> Document:
    return html.read(written.encode(encoding), "a.html")


def _grid(document: Document) -> list[list[tuple[int, int, int, str]]]:
    """Return the cells of the only table: column, width, height, text."""
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    rows: list[list[tuple[int, int, int, str]]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row].append((cell.column, cell.width, cell.height, cell.text))
    return rows


def _texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs()]


@pytest.mark.parametrize(
    ("written", "texts"),
    [
        ("<p>甲 \n 乙</p><p> b\n\tc </p>", ["甲乙", "b c"]),
        ("<p>甲<b> 乙</b></p>", ["甲 乙"]),
        ("甲<div>乙<p>丙</p>丁</div>戊", ["甲", "乙", "丙", "丁", "戊"]),
        ("<p>甲<br>乙<br/></p>", ["甲\n乙"]),
        ("<p>甲<br><br>乙</p>", ["甲", "乙"]),
        ("<div>&nbsp;&nbsp;甲<br>&#12288;&#12288;乙</div>", ["甲", "乙"]),
        ("<p>&nbsp;</p><p>\u3000甲&nbsp;</p>", ["甲"]),
        ("<pre>甲  乙\n丙</pre>", ["甲  乙\n丙"]),
        ("<span style='white-space: pre'>a  b</span>", ["a  b"]),
        ("<ol start=3><li>甲<li value=7>乙<p>丙</ol>", ["3.甲", "7.乙", "丙"]),
        ("<ol type=A reversed><li>甲<li>乙</ol>", ["B.甲", "A.乙"]),
        ("<ol type=i><li>甲<li>乙<li type=1>丙<li type=a value=28>丁<li value=-1>戊</ol>", ["i.甲", "ii.乙", "3.丙", "ab.丁", "-1.戊"]),
        ("<ol style='list-style: none'><li>一、甲</ol><ul><li>乙</ul>", ["一、甲", "乙"]),
        ("<input type=checkbox checked>是 <input type=radio>否", ["☑是 □否"]),
        ("<input value='甲'><input type=hidden value=x><select><option>乙<option selected>丙</select>", ["甲丙"]),
        ("<select><option>乙<option>丙</select><select multiple><option>丁</select><textarea>戊\n己</textarea>", ["乙戊\n己"]),
        ("<p><o:p>甲</o:p><st1:x>乙</st1:x></p>", ["甲乙"]),
        ("<p><![if !supportLists]><span>1.<span>&nbsp; </span></span><![endif]>加强</p>", ["1.加强"]),
        ("<p>甲<!--[if gte mso 9]><xml>x</xml><![endif]-->乙</p>", ["甲乙"]),
    ],
)  # fmt: skip
def test_words_stand_as_a_browser_sets_them(written: str, texts: list[str]) -> None:
    assert _texts(_read(written)) == texts


@pytest.mark.parametrize(
    ("written", "dropped"),
    [
        ("<style>p {}</style><script>x()</script>", [("p {}", Why.SCRIPT), ("x()", Why.SCRIPT)]),
        ("<title>题</title>", [("题", Why.OTHER)]),
        ("<p hidden>甲</p><span style='DISPLAY: none'>乙</span>", [("甲", Why.HIDDEN), ("乙", Why.HIDDEN)]),
        ("<nav><ol><li>甲</ol></nav><p data-furniture>乙</p>", [("甲", Why.CONTENTS), ("乙", Why.FURNITURE)]),
        ("<div style='mso-element:footer'>— 1 —</div>", [("— 1 —", Why.FURNITURE)]),
        ("<del>甲</del><button>打印</button><input type=submit value=提交>", [("甲", Why.DELETED), ("打印", Why.FURNITURE), ("提交", Why.FURNITURE)]),
        ("<svg><text>图</text></svg><noscript>无</noscript>", [("图", Why.BOX), ("无", Why.SCRIPT)]),
        ("<p><!--[if supportFields]><span style='mso-element:field-begin'></span> TC 甲 \\f A<![endif]-->", [("TC 甲 \\f A", Why.FIELD)]),
        ("<table><tr style='display:none'><td>a<tr><td hidden>b<td>c<td>d<tbody hidden><tr><td>e</table>", [("a", Why.HIDDEN), ("b", Why.HIDDEN), ("e", Why.HIDDEN)]),
    ],
)  # fmt: skip
def test_what_is_no_content_is_dropped_with_its_reason(
    written: str, dropped: list[tuple[str, Why]]
) -> None:
    assert [(piece.text, piece.why) for piece in _read(written).dropped] == dropped


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        ("<tr><td>a<td>b<tr><td>c<td>d", [[(0, 1, 1, "a"), (1, 1, 1, "b")], [(0, 1, 1, "c"), (1, 1, 1, "d")]]),
        ("<tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d", [[(0, 1, 2, "a"), (1, 2, 1, "b")], [(1, 1, 1, "c"), (2, 1, 1, "d")]]),
        ("<tr><td rowspan=65535>a<td>b<tr><td>c", [[(0, 1, 2, "a"), (1, 1, 1, "b")], [(1, 1, 1, "c")]]),
        ("<tr><td rowspan=0>a<td>b<tr><td>c<tbody><tr><td>d<td>e", [[(0, 1, 2, "a"), (1, 1, 1, "b")], [(1, 1, 1, "c")], [(0, 1, 1, "d"), (1, 1, 1, "e")]]),
        ("<tr><td colspan=x>a<td colspan=0>b", [[(0, 1, 1, "a"), (1, 1, 1, "b")]]),
        ("<tr><td>a<td rowspan=2>b<tr><td colspan=3>c", [[(0, 1, 1, "a"), (1, 1, 2, "b")], [(0, 1, 1, "c")]]),
        ("<tfoot><tr><td>z<td>y</tfoot><tr><td>a<td>b", [[(0, 1, 1, "a"), (1, 1, 1, "b")], [(0, 1, 1, "z"), (1, 1, 1, "y")]]),
        ("<tr><td>a<p>b</p><p>&nbsp;<td>", [[(0, 1, 1, "a\nb"), (1, 1, 1, "")]]),
    ],
)  # fmt: skip
def test_the_grid_is_that_of_html(rows: str, cells: list[list[tuple[int, int, int, str]]]) -> None:
    assert _grid(_read(f"<table>{rows}</table>")) == cells


def test_a_table_that_lays_out_is_dissolved() -> None:
    document = _read(
        "<table><tr><td>网站<td>菜单<tr><td>"
        "<table><caption>表一<thead><tr><td>一<th>二<tbody><tr><td>三<td>四</table>"
        "<td>边<tr><td colspan=2>页脚</table><table><tr><td><h2>标题</h2></table>"
    )
    assert _texts(document) == [
        "网站",
        "菜单",
        "表一",
        "一",
        "二",
        "三",
        "四",
        "边",
        "页脚",
        "标题",
    ]
    table = document.blocks[3]
    assert isinstance(table, Table)
    assert table.at == Where(document="a.html", table=1)
    assert [cell.is_head for cell in table.cells] == [True, True, False, False]
    assert table.cells[2].at == Where(document="a.html", table=1, row=2, column=1)
    assert document.blocks[-1].at == Where(document="a.html", paragraph=6)
    (title,) = [block for block in document.blocks if not isinstance(block, Table) and block.level]
    assert (title.text, title.level) == ("标题", 2)


def test_a_table_with_words_of_its_own_keeps_a_table_in_its_cell() -> None:
    document = _read(
        "<table><tr><td>项目名称<td>甲<tr><td>编码<td>1<tr><td>明细<td>"
        "<table><tr><td>x<td>y</table></table>"
    )
    assert _grid(document)[2] == [(0, 1, 1, "明细"), (1, 1, 1, "x\ny")]


def test_strong_words_are_marked() -> None:
    (paragraph,) = _read(
        "<p>甲<b>乙</b><strong>丙</strong><span style='font-weight: 700'>丁</span>"
        "<b style='font-weight:normal'>戊</b>"
    ).paragraphs()
    assert [(run.text, run.strong) for run in paragraph.runs] == [
        ("甲", False),
        ("乙丙丁", True),
        ("戊", False),
    ]


@pytest.mark.parametrize(
    ("heading", "level"),
    [("<h3>甲</h3>", 3), ("<p role=heading aria-level=4>甲", 4), ("<p role=heading>甲", 2)],
)
def test_headings_have_levels(heading: str, level: int) -> None:
    assert [paragraph.level for paragraph in _read(heading).paragraphs()] == [level]


def test_the_page_says_its_encoding() -> None:
    document = _read('<meta charset="gb2312"><p>绩效㎡', "gb18030")
    assert _texts(document) == ["绩效㎡"]
    assert [english(note.text) for note in document.notes] == ["read as GB18030"]


def test_a_page_that_names_a_file_is_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "a"
    secret.write_text("<p>秘密</p>", encoding="utf-8")
    assert _texts(_read(str(secret))) == [str(secret)]


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("<div>" * 50_000, "its elements stand in one another beyond all measure"),
        ("<div><table></div></table>" * 50_000, "its elements stand in one another"),
        ("<div>" * 201, "its elements stand in one another"),
        ("".join(f"<b id={n}>" for n in range(100)) + "<p>x</p>" * 9000, "beyond all measure"),
        ("<table>" + "<tr><td rowspan=0 colspan=1000>" * 20, "a table has more than 9999 cells"),
        ("<table><tr>" + "<td rowspan=0>" * 500 + "<tr><td>" * 90, "a table has more than 9999 cells"),
        ("<table><tr><td>a<td>b</table>" * 41, "it has more than 40 tables"),
    ],
)  # fmt: skip
def test_a_page_beyond_measure_is_refused(
    written: str, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grid, "MAX_SLOTS", 9999)
    monkeypatch.setattr(building, "MAX_TABLES", 40)
    with pytest.raises(PerfspecError, match=problem):
        _read(written)


def test_a_page_of_too_many_elements_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "MAX_NODES", 1000)
    with pytest.raises(PerfspecError, match="it has more than 1000 elements"):
        _read("<b id=1><b id=2><b id=3><b id=4></p>" + "<p>x" * 900)


def test_a_broken_page_is_read_somehow() -> None:
    assert _texts(_read("<table><tr><td>a</b></table></table><<p>b</table <i>c")) == [
        "a",
        "<",
        "bc",
    ]


def test_limits_hold_for_paragraphs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "MAX_PARAGRAPHS", 10)
    with pytest.raises(PerfspecError, match="it has more than 10 paragraphs"):
        _read("<p>x" * 11)
