"""Tables of a Word file: widths, merges, heads, edges, and what stands between two of them."""

from dataclasses import replace
from decimal import Decimal

import pytest

from perfspec.render.docx.body import Cell, Merge, Padding, Row, Table
from tests.render import wordfiles
from tests.render.wordfiles import W, cell, grid, part, row, said, values


def test_widths_stand_in_the_grid_at_the_table_and_at_every_cell() -> None:
    wide = Row(cells=(cell("甲", columns=2), cell("乙")))
    found = part(wordfiles.body(grid(row("一", "二", "三"), wide, widths=(10, 20, 33))))
    assert values(found, ".//gridCol", "w") == ["200", "400", "660"]
    assert values(found, ".//tblW", "w") == ["1260"]
    assert values(found, ".//tcW", "w") == ["200", "400", "660", "600", "660"]
    assert values(found, ".//gridSpan") == ["2"]
    assert values(found, ".//tblLayout", "type") == ["fixed"]


def test_widths_are_rounded_at_the_edges_so_that_they_add_up() -> None:
    third = Decimal("10.03")
    table = Table(columns=(third,) * 3, rows=(row("一", "二", "三"),))
    found = part(wordfiles.body(table))
    assert values(found, ".//gridCol", "w") == ["201", "200", "201"]
    assert values(found, ".//tblW", "w") == ["602"]


def test_cells_merged_downwards_begin_and_go_on() -> None:
    rows = (
        Row(cells=(cell("甲", merge=Merge.STARTS), cell("一"))),
        Row(cells=(cell("", merge=Merge.CONTINUES), cell("二"))),
    )
    found = part(wordfiles.body(grid(*rows)))
    assert values(found, ".//vMerge") == ["restart", "continue"]
    # A cell without a paragraph is no cell for Word; this one must not hold its row open.
    assert [len(one.findall(f"{W}p")) for one in found.iter(f"{W}tc")] == [1, 1, 1, 1]
    assert values(found, ".//tc/p/pPr/spacing", "line") == ["15"]


def test_heads_are_repeated_and_no_row_breaks() -> None:
    found = part(wordfiles.body(grid(row("甲", "乙", is_head=True), row("一", "二"))))
    assert wordfiles.children(found, ".//trPr") == ["cantSplit", "tblHeader"]
    assert len(values(found, ".//tblHeader")) == 1
    assert len(values(found, ".//cantSplit")) == 2
    assert values(found, ".//tblLook", "firstRow") == ["1"]
    # A head does not stand alone at the foot of a page.
    assert len(values(found, ".//keepNext")) == 2


def test_a_row_has_at_least_its_height() -> None:
    found = part(wordfiles.body(grid(replace(row("甲", "乙"), height=Decimal("22.68")))))
    assert values(found, ".//trHeight") == ["454"]
    assert values(found, ".//trHeight", "hRule") == ["atLeast"]


def test_a_cell_says_its_edges_its_room_and_where_its_words_stand() -> None:
    found = part(wordfiles.body(grid(row("甲", "乙"))))
    assert wordfiles.children(found, ".//tcPr") == ["tcW", "tcBorders", "tcMar", "vAlign"]
    assert wordfiles.children(found, ".//tcBorders") == ["top", "left", "bottom", "right"]
    assert values(found, ".//tcBorders/top", "sz") == ["6", "6"]
    assert values(found, ".//tcMar/top", "w") == ["60", "60"]
    assert values(found, ".//tcMar/left", "w") == ["40", "40"]
    assert values(found, ".//vAlign") == ["center", "center"]


def test_a_plain_cell_says_nothing() -> None:
    plain = Cell(paragraphs=(said("甲"),), padding=Padding())
    found = part(wordfiles.body(grid(Row(cells=(plain,)), widths=(100,))))
    assert wordfiles.children(found, ".//tcPr") == ["tcW"]


def test_a_table_has_a_title_for_those_who_cannot_see_it() -> None:
    found = part(wordfiles.body(replace(grid(row("甲", "乙")), title='1."项目"<表>')))
    assert values(found, ".//tblCaption") == ['1."项目"<表>']
    assert (
        values(part(wordfiles.body(replace(grid(row("甲", "乙")), title=""))), ".//tblCaption")
        == []
    )


@pytest.mark.parametrize("joins", [True, False])
def test_between_two_tables_stands_a_line_without_height(joins: bool) -> None:
    found = part(
        wordfiles.body(grid(row("甲", "乙")), grid(row("丙", "丁"), joins=joins), said("后"))
    )
    assert wordfiles.children(found, "body") == ["tbl", "p", "tbl", "p", "sectPr"]
    assert len(values(found, "body/p/pPr/rPr/vanish")) == int(joins)
    # The rule between joined tables is drawn once, and they are not parted by a page.
    assert values(found, ".//tcBorders/bottom") == [
        *["nil" if joins else "single"] * 2,
        *["single"] * 2,
    ]
    assert len(values(found, ".//keepNext")) == (3 if joins else 0)


def test_a_row_of_more_cells_than_columns_does_not_leave_the_grid() -> None:
    found = part(wordfiles.body(grid(row("一", "二", "三"))))
    assert values(found, ".//tcW", "w") == ["2000", "4000", "0"]


def test_a_row_that_may_break_does() -> None:
    found = part(wordfiles.body(grid(replace(row("甲", "乙"), breaks=True))))
    assert values(found, ".//cantSplit") == []


def test_edges_may_differ_and_a_cell_may_have_a_colour() -> None:
    edges = Padding(top=Decimal(1), bottom=Decimal("0.5"))
    one = replace(cell("甲"), edges=edges, fill="F0F0F0")
    found = part(wordfiles.body(grid(Row(cells=(one,)), widths=(100,))))
    assert values(found, ".//tcBorders/*") == ["single", "nil", "single", "nil"]
    assert values(found, ".//tcBorders/*", "sz") == ["8", None, "4", None]
    assert values(found, ".//shd", "fill") == ["F0F0F0"]


def test_a_table_may_stand_away_from_the_margin() -> None:
    tables = (grid(row("甲", "乙")), replace(grid(row("甲", "乙")), left=Decimal("7.5")))
    assert values(part(wordfiles.body(*tables)), ".//tblInd", "w") == ["0", "150"]
