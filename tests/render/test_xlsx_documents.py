"""The workbook of any document: words are words, and sheets are where tables are."""

# ruff: noqa: ANN401, E501 — openpyxl has no types; a case of a table is read in one line

import io
from typing import Any

import openpyxl
import pytest

from perfspec.errors import PerfspecError
from perfspec.render import xlsx
from tests.render.papers import paper


def opened(html: str) -> Any:
    """Return the workbook of a document, as another program reads it."""
    return openpyxl.load_workbook(io.BytesIO(xlsx.render(html)), rich_text=True)


def values(sheet: Any) -> dict[str, object]:
    """Return what the cells hold that are not empty."""
    return {cell.coordinate: cell.value for row in sheet for cell in row if cell.value is not None}


class TestWords:
    """What stands in the cells, of any document."""

    @pytest.mark.parametrize(
        "words",
        [
            "=1+1",
            "+86",
            "-5",
            "@x",
            "＝1",
            "<r>x</r>",
            "_x0041_",
            "http://x.cn",
            "0012",
            "1e5",
            "{=A1}",
        ],
    )
    def test_a_text_is_a_text_whatever_it_looks_like(self, words: str) -> None:
        escaped = words.replace("<", "&lt;")
        cell = opened(paper(f"<table><tr><td>{escaped}</td></tr></table>")).active["A1"]
        assert (str(cell.value), cell.data_type, cell.hyperlink) == (words, "s", None)
        assert cell.quotePrefix is (words[0] in "=+-@＝")

    def test_words_that_stand_beside_the_number_make_it_a_text(self) -> None:
        cells = "<td><data value='5'>5</data>次</td><td><data value='5'>5</data></td><td>5</td><td><data value='5' data-op='≥' data-unit=''>5</data></td>"
        row = opened(paper(f"<table><tr>{cells}</tr></table>")).active[1]
        assert [cell.value for cell in row] == ["5次", 5, "5", "5"]

    def test_blanks_and_breaks_are_as_a_browser_prints_them(self) -> None:
        html = "<p> 甲 \n 乙<br>丙<!-- 丁 --> </p><div>戊<p>己</p>庚<span>辛</span></div><nav>目录</nav><p data-furniture>水印</p>"
        assert list(values(opened(paper(html)).active).values()) == [
            "甲 乙\n丙",
            "戊",
            "己",
            "庚辛",
        ]

    def test_paragraphs_of_a_cell_are_lines_of_it(self) -> None:
        html = "<table><tr><td><p>1.甲</p>\n<p>2.乙</p></td></tr></table>"
        assert opened(paper(html)).active["A1"].value == "1.甲\n2.乙"

    def test_emphasis_is_kept_within_a_cell(self) -> None:
        sheet = opened(paper("<p>甲<strong>乙</strong>丙</p><p><strong>丁</strong></p>")).active
        assert [(str(one), one.font.b) for one in sheet["A1"].value] == [
            ("甲", False),
            ("乙", True),
            ("丙", False),
        ]
        assert sheet["A2"].font.bold

    def test_a_text_longer_than_a_cell_holds_is_refused(self) -> None:
        with pytest.raises(PerfspecError) as refused:
            xlsx.render(paper(f"<p>{'绩' * 32_768}</p>"))
        assert ("n", 32_768) in refused.value.message.args
        assert xlsx.render(paper(f"<p>{'绩' * 32_767}</p>"))

    def test_a_table_wider_than_a_sheet_is_refused(self) -> None:
        with pytest.raises(PerfspecError) as refused:
            xlsx.render(paper(f"<table><tr>{'<td colspan=1000>' * 17}</tr></table>"))
        assert ("columns", 17_000) in refused.value.message.args

    def test_what_is_printed_on_every_page_is_above_every_sheet(self) -> None:
        html = '<div data-furniture data-text="示例 & x"></div><p>甲</p>'
        assert opened(paper(html)).active.oddHeader.center.text == "示例 && x"


class TestSheets:
    """Which sheets there are."""

    def test_tables_without_a_section_are_a_sheet_as_long_as_they_follow_each_other(self) -> None:
        table = "<table><tr><td>{}</td></tr></table>"
        html = f"<h2>甲</h2>{table.format(1)}{table.format(2)}<h2>乙</h2>{table.format(3)}"
        book = opened(paper(html))
        assert book.sheetnames == ["甲", "甲(2)", "乙"]
        assert [list(values(sheet).values()) for sheet in book] == [["甲", "乙"], ["1", "2"], ["3"]]

    def test_a_caption_stands_before_its_table(self) -> None:
        html = "<section><table><caption>表一</caption><tr><td>甲</td></tr></table></section>"
        book = opened(paper(html))
        assert book.sheetnames == ["表一"]
        assert list(values(book.active).values()) == ["表一", "甲"]

    def test_a_document_without_words_is_an_empty_sheet(self) -> None:
        assert opened("<!DOCTYPE html><title>空</title>").sheetnames == ["表"]

    def test_merges_end_where_the_row_group_ends_and_give_way_to_each_other(self) -> None:
        html = "<table><tbody><tr><td>甲</td><td rowspan='9'>乙</td></tr><tr><td colspan='3'>丙</td></tr></tbody><tr><td>丁</td></tr></table>"
        sheet = opened(paper(html)).active
        assert {str(one) for one in sheet.merged_cells.ranges} == {"B1:B2"}
        assert values(sheet) == {"A1": "甲", "B1": "乙", "A2": "丙", "A3": "丁"}

    def test_a_row_higher_than_excel_has_is_several_rows_merged(self) -> None:
        html = f"<table><tr><td>{'绩' * 1500}</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>"
        sheet = opened(paper(html)).active
        merged = sorted(str(one) for one in sheet.merged_cells.ranges)
        assert merged == ["A1:A3", "B1:B3"]
        assert sheet["A4"].value == "丙"
        assert all(dimension.height < 409 for dimension in sheet.row_dimensions.values())

    def test_parts_of_a_line_stand_apart_if_there_are_columns_for_them(self) -> None:
        line = "<p style='display: flex; justify-content: space-between'><b>单位</b> <b>元</b></p>"
        one = opened(paper(f"<section>{line}<table><tr><td>甲</td></tr></table></section>"))
        assert values(one.active) == {"A1": "单位 元", "A2": "甲"}
        two = opened(paper(f"<section>{line}<table><tr><td>甲<td>乙</tr></table></section>"))
        assert values(two.active) == {"A1": "单位", "B1": "元", "A2": "甲", "B2": "乙"}

    def test_words_around_blocks_are_lines_of_their_own(self) -> None:
        book = opened(paper("<span>前<p>甲</p>后</span><div><i>子</i><p>乙</p></div>"))
        assert list(values(book.active).values()) == ["前", "甲", "后", "子", "乙"]

    def test_edges_that_are_nearly_the_same_are_one(self) -> None:
        cells = "<table><colgroup><col style='width: {}pt'><col></colgroup><tr><td>甲</td><td>乙</td></tr></table>"
        sheet = opened(paper(cells.format(100) + cells.format(101))).active
        assert not sheet.merged_cells.ranges
        assert values(sheet) == {"A1": "甲", "B1": "乙", "A2": "甲", "B2": "乙"}
