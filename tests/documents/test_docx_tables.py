# ruff: noqa: E501 — a case of a table is read in one line
"""Tables of Word: their grids, merged cells, tables in cells and in boxes."""

import pytest

from perfspec.documents import Table, Where
from perfspec.documents.docx import emitting, flow
from perfspec.errors import PerfspecError
from tests.documents.words import (
    dropped,
    only_table,
    opened,
    p,
    places,
    r,
    table,
    tc,
    texts,
    tr,
)


def span(width: int) -> str:
    """Return the property of a cell that reaches over columns."""
    return f'<w:gridSpan w:val="{width}"/>'


DOWN, ON = '<w:vMerge w:val="continue"/>', '<w:hMerge w:val="continue"/>'
TOP, FIRST = '<w:vMerge w:val="restart"/>', '<w:hMerge w:val="restart"/>'


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        ((tr("a", "b"), tr("c", "d")), [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1), ("c", 1, 0, 1, 1), ("d", 1, 1, 1, 1)]),
        ((tr(tc("a", span(2)), "b"), tr("c", tc("d", span(2)))), [("a", 0, 0, 1, 2), ("b", 0, 2, 1, 1), ("c", 1, 0, 1, 1), ("d", 1, 1, 1, 2)]),
        ((tr(tc("a", TOP), "b"), tr(tc("", "<w:vMerge/>"), "c"), tr(tc("", DOWN), "d")), [("a", 0, 0, 3, 1), ("b", 0, 1, 1, 1), ("c", 1, 1, 1, 1), ("d", 2, 1, 1, 1)]),
        # A second cell that begins anew, below the first.
        ((tr(tc("a", TOP)), tr(tc("b", TOP)), tr(tc("", DOWN))), [("a", 0, 0, 1, 1), ("b", 1, 0, 2, 1)]),
        # What goes on from nothing, and what is of another width than the cell above, are cells.
        ((tr(tc("a", DOWN), "b"), tr(tc("c", span(2) + DOWN))), [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1), ("c", 1, 0, 1, 2)]),
        ((tr(tc("a", span(2) + TOP), "b"), tr(tc("", span(2) + DOWN), "c")), [("a", 0, 0, 2, 2), ("b", 0, 2, 1, 1), ("c", 1, 2, 1, 1)]),
        ((tr(tc("a", FIRST), tc("", ON), "b"), tr("c", "d", "e")), [("a", 0, 0, 1, 2), ("b", 0, 2, 1, 1), ("c", 1, 0, 1, 1), ("d", 1, 1, 1, 1), ("e", 1, 2, 1, 1)]),
        ((tr(tc("a", FIRST + TOP), tc("", ON + TOP)), tr(tc("", FIRST + DOWN), tc("", ON + DOWN))), [("a", 0, 0, 2, 2)]),
        ((tr("a", "b"), tr("c", look='<w:gridBefore w:val="1"/>')), [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1), ("c", 1, 1, 1, 1)]),
        ((f"<w:sdt><w:sdtPr/><w:sdtContent>{tr('a')}</w:sdtContent></w:sdt>", tr(f"<w:sdt><w:sdtContent>{tc('b')}</w:sdtContent></w:sdt>")), [("a", 0, 0, 1, 1), ("b", 1, 0, 1, 1)]),
        ((f"<mc:AlternateContent><mc:Choice>{tr('a')}</mc:Choice><mc:Fallback>{tr('a')}</mc:Fallback></mc:AlternateContent>",), [("a", 0, 0, 1, 1)]),
        ((tr(tc(p("a") + p("b"))), "<w:tblGrid><w:gridCol/></w:tblGrid>"), [("a\nb", 0, 0, 1, 1)]),
        ((tr(tc("a", '<w:gridSpan w:val="x"/>'), tc("b", '<w:gridSpan w:val="-3"/>')),), [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1)]),
    ],
)  # fmt: skip
def test_cells_stand_in_the_grid(
    rows: tuple[str, ...], cells: list[tuple[str, int, int, int, int]]
) -> None:
    assert places(only_table(opened(table(*rows)))) == cells


def test_a_table_knows_its_size_its_heads_and_its_places() -> None:
    body = p("前") + table(tr("a", "b", look="<w:tblHeader/>"), tr(tc("c", span(3)))) + p("后")
    document = opened(table(tr("x")) + body)
    found = document.blocks[2]
    assert isinstance(found, Table)
    assert (found.rows, found.columns, found.at) == (2, 3, Where(document="a.docx", table=2))
    assert [cell.is_head for cell in found.cells] == [True, True, False]
    assert found.cells[2].at == Where(document="a.docx", table=2, row=2, column=1)
    assert [paragraph.number for paragraph in document.paragraphs()] == list(range(6))


def test_the_words_under_a_merged_cell_are_hidden() -> None:
    rows = (tr(tc("a", TOP + FIRST), tc("b", ON)), tr(tc("c", DOWN + FIRST), tc("d", ON + DOWN)))
    document = opened(table(*rows))
    assert places(only_table(document)) == [("a", 0, 0, 2, 2)]
    assert dropped(document) == [("HIDDEN", "b"), ("HIDDEN", "c"), ("HIDDEN", "d")]


def test_deleted_and_hidden_rows_and_cells_are_dropped() -> None:
    document = opened(
        table(tr("a", tc("b", "<w:cellDel/>")), tr("c", "d", look="<w:del/>"), tr("e", "f"))
        + table(tr("g", look="<w:del/>"))
    )
    document_without = opened(table(tr("a"), tr("b", look="<w:hidden/>"), tr("c")))
    assert texts(document_without) == ["a|c"]
    assert dropped(document_without) == [("HIDDEN", "b")]
    assert texts(document) == ["a||e|f"]
    assert [cell.row for cell in only_table(document).cells] == [0, 0, 1, 1]
    assert dropped(document) == [("DELETED", text) for text in "bcdg"]


def test_a_table_in_a_cell_follows_the_table_around_it() -> None:
    inner = table(tr("甲", "乙"), tr("丙", "丁"))
    document = opened(table(tr("a", tc(p("b") + inner + p("c"))), tr("d", "e")) + p("末"))
    assert texts(document) == ["a|b\nc|d|e", "甲|乙|丙|丁", "末"]
    assert [block.at.table for block in document.blocks] == [1, 2, 0]
    assert [paragraph.number for paragraph in document.paragraphs()] == list(range(10))


def test_a_table_that_only_frames_others_is_taken_off() -> None:
    inner = table(tr("甲", "乙"), tr("丙", "丁"))
    frame = table(tr(tc(p("题") + inner)), tr("x", look="<w:del/>"))
    document = opened(table(tr(tc(frame + p("注"))), tr("z", look="<w:del/>")))
    assert texts(document) == ["题", "甲|乙|丙|丁", "注"]
    assert sorted(dropped(document)) == [("DELETED", "x"), ("DELETED", "z")]


def test_a_table_that_only_indents_is_flattened_into_its_cell() -> None:
    inner = table(tr("甲"), tr("乙"), tr("x", look="<w:del/>"))
    document = opened(table(tr("a", tc(inner + p("c")))))
    assert texts(document) == ["a|甲\n乙\nc"]
    assert dropped(document) == [("DELETED", "x")]


def test_a_box_with_a_table_is_read_after_what_it_is_anchored_in() -> None:
    inner = table(tr("甲", "乙"), tr("丙", "丁"))
    boxed = r(
        f"<w:pict><v:textbox><w:txbxContent>{p('单位：元')}{inner}</w:txbxContent></v:textbox></w:pict>"
    )
    document = opened(p("题", boxed) + table(tr("a", tc(p("b", boxed)))))
    assert texts(document) == ["题", "单位：元", "甲|乙|丙|丁", "a|b", "单位：元", "甲|乙|丙|丁"]
    assert document.dropped == ()


def test_a_box_in_a_box_is_dropped_with_it() -> None:
    def box(inside: str) -> str:
        return r(f"<w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict>")

    document = opened(p("题", box(p("外", box(p("内") + table(tr("格")))))))
    assert texts(document) == ["题"]
    assert dropped(document) == [("BOX", "外"), ("BOX", "内"), ("BOX", "格")]


def test_a_table_with_an_endless_grid_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(emitting, "MAX_AREA", 50)
    wide = tr(*(tc("a", span(9)) for _ in range(3)))
    assert places(only_table(opened(table(wide)))) == [("a", 0, n * 9, 1, 9) for n in range(3)]
    with pytest.raises(PerfspecError, match=r"a\.docx is not read: it has a table of 2 × 27 cells"):
        opened(table(wide, wide))


def test_endless_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(emitting, "MAX_CELLS", 3)
    with pytest.raises(PerfspecError, match=r"a\.docx is not read: it has more than 3 cells"):
        opened(table(tr("a", "b")) + table(tr("c", "d")))


def test_a_cell_reaches_over_no_more_columns_than_are_read() -> None:
    (cell,) = only_table(opened(table(tr(tc("a", span(99_999)))))).cells
    assert cell.width == flow.MAX_COLUMNS


@pytest.mark.parametrize("number", [2_001, 10_000])
def test_thousands_of_tables_are_refused(number: int) -> None:
    with pytest.raises(PerfspecError, match="it has more than 2000 tables"):
        opened(table(tr("a")) * number)
