"""Parts of the workbook: numbers, names of sheets, heights, the list of indicators."""

# ruff: noqa: E501 — a case of a table is read in one line

from decimal import Decimal

import pytest
import tinyhtml5

from perfspec.render import css
from perfspec.render.grids import Grid, grid
from perfspec.render.xlsx import indicators
from perfspec.render.xlsx.columns import edges
from perfspec.render.xlsx.fitting import rows_of, text_height, text_width
from perfspec.render.xlsx.names import names
from perfspec.render.xlsx.numbers import number
from perfspec.render.xlsx.words import text
from tests.render.papers import paper


class TestNumbers:
    """What Excel holds exactly, and shows as it was typed."""

    @pytest.mark.parametrize(
        ("typed", "value", "shape"),
        [
            ("0", "0", "0"),
            ("112500.00", "112500.00", "0.00"),
            ("-1.5", "-1.5", "0.0"),
            ("1,234,567.80", "1234567.80", "#,##0.00"),
            ("25%", "0.25", "0%"),
            ("33.33%", "0.3333", "0.00%"),
            ("123456789012345", "123456789012345", "0"),
        ],
    )
    def test_a_number_has_the_format_that_shows_it(
        self, typed: str, value: str, shape: str
    ) -> None:
        found = number(typed)
        assert found
        assert (found.value, found.format) == (Decimal(value), shape)

    @pytest.mark.parametrize(
        "typed",
        [
            "",
            "%",
            "007",
            "1,23",
            "1e3",
            "+5",
            "-0",
            "-0.00",
            ".5",
            "5.",
            "1 000",
            "１２",
            "1234567890123456",
            "0.1234567890123456",
            "NaN",
            "Infinity",
            "1_000",
            "9" * 50,
            "5%%",
            "≥5",
        ],
    )
    def test_what_a_cell_would_show_in_another_way_is_no_number(self, typed: str) -> None:
        assert number(typed) is None


class TestNames:
    """Names of sheets."""

    @pytest.mark.parametrize(
        ("words", "name"),
        [
            ("1.专项经费绩效目标表", "1.专项经费绩效目标表"),
            ("a/b:c[d]?*\\e", "a b c d e"),
            ("专项：甲／乙", "专项 甲 乙"),
            ("'甲'", "甲"),
            ("", "表"),
            ("[]", "表"),
            ("History", "History(2)"),
            ("绩" * 31, "绩" * 31),
            ("绩" * 32, "绩" * 30 + "…"),
            ("\U00020000" * 16, "\U00020000" * 15 + "…"),
            ("甲\n乙\x07", "甲 乙"),
        ],
    )
    def test_a_name_is_what_excel_takes(self, words: str, name: str) -> None:
        assert names([words]) == [name]

    def test_no_two_names_are_alike(self) -> None:
        long = "绩" * 40
        assert names(["Aa", "aA", "aa(2)", long, long]) == [
            "Aa",
            "aA(2)",
            "aa(2)(2)",
            "绩" * 30 + "…",
            "绩" * 27 + "…(2)",
        ]

    def test_thousands_of_names_that_begin_alike_take_no_time(self) -> None:
        assert len(set(names(f"{'绩' * 40}{n}" for n in range(20_000)))) == 20_000
        assert names(["表"] * 20_000)[-1] == "表(20000)"


class TestFitting:
    """How much room words need."""

    @pytest.mark.parametrize(
        ("words", "lines"),
        [
            ("绩" * 9, 1),
            ("绩" * 10, 2),
            ("绩\n效", 2),
            ("", 1),
            ("a" * 17, 1),
            ("a" * 18, 2),
            ("绩效 abcdefghijkl mn", 2),
            ("绩效目标表 abcdefghijkl", 2),
            ("a\u0301" * 17, 1),
        ],
    )
    def test_lines_are_counted_as_they_are_broken(self, words: str, lines: int) -> None:
        assert text_height(words, Decimal(10), Decimal(104)) == lines * Decimal("13.5")

    def test_the_longest_line_is_the_width(self) -> None:
        assert text_width("绩效\nab", Decimal(10)) == 24

    def test_a_row_is_as_many_rows_as_it_needs(self) -> None:
        assert [rows_of(Decimal(height)) for height in (0, 400, 401, 1200)] == [1, 1, 2, 3]


class TestGrid:
    """Cells and columns of a table."""

    @staticmethod
    def found(table: str, rules: str = "") -> tuple[Grid, list[int]]:
        """Return the grid of a table, and its edges on a page with room for 300 points."""
        root = tinyhtml5.parse(paper(table, css=rules), namespace_html_elements=False)
        element = next(root.iter("table"))
        placed = grid(element, lambda _: True)
        return placed, [int(edge) for edge in edges(element, placed, css.read(root), Decimal(300))]

    @pytest.mark.parametrize(
        ("columns", "cells", "places"),
        [
            ("", "<td>1<td>2<td>3", [0, 100, 200, 300]),
            ("<col style='width: 50pt'><col span=2>", "<td>1<td>2<td>3", [0, 50, 175, 300]),
            (
                "<col style='width: 50%'><col style='width: 200pt'><col>",
                "<td>1<td>2<td>3",
                [0, 150, 350, 356],
            ),
            ("<col style='width: 1pt'>", "<td>1", [0, 6]),
            ("<col style='width: 90pt'><col>", "<td>1", [0, 90]),
            ("", "<td style='width: 30pt'>1<td>2", [0, 30, 300]),
            ("", "<td style='width: 30pt' colspan=2>1<td>2", [0, 100, 200, 300]),
            ("", "", [0]),
        ],
    )
    def test_columns_without_a_width_share_the_rest(
        self, columns: str, cells: str, places: list[int]
    ) -> None:
        table = f"<table><colgroup>{columns}</colgroup><tr>{cells}</tr></table>"
        assert self.found(table)[1] == places

    def test_a_table_may_be_narrower_than_the_page(self) -> None:
        assert self.found("<table class=x><tr><td>1<td>2</table>", ".x { width: 50% }")[1] == [
            0,
            75,
            150,
        ]

    def test_groups_stand_in_the_order_of_print(self) -> None:
        placed, _ = self.found(
            "<table><tfoot><tr><td>5</tfoot><tr><td>2<tr><td>3<thead><tr><td>1</thead><tbody><tr><td>4</tbody></table>"
        )
        assert [cell.element.text for cell in placed.cells] == list("12345")
        assert (placed.heads, len(placed.rows), placed.columns) == (1, 5, 1)

    @pytest.mark.parametrize(
        ("spans", "size"),
        [
            ("rowspan=0", (2, 1)),
            ("rowspan=9", (2, 1)),
            ("rowspan=x colspan=-2", (1, 1)),
            ("colspan=0", (1, 1)),
            ("colspan=99999", (1, 1000)),
            (f"colspan={'9' * 5000}", (1, 1)),
        ],
    )
    def test_merges_are_bounded(self, spans: str, size: tuple[int, int]) -> None:
        placed, _ = self.found(f"<table><tr><td {spans}>1<tr><td>2</table>")
        assert (placed.cells[0].height, placed.cells[0].width) == size


class TestIndicators:
    """The list, of tables in other shapes."""

    @staticmethod
    def rows(html: str) -> list[list[str]] | None:
        """Return the texts of the list, row by row."""
        root = tinyhtml5.parse(paper(html), namespace_html_elements=False)
        style = css.read(root)
        sheet = indicators.sheet(root, style, style.page("", 1))
        if sheet is None:
            return None
        lines: list[list[str]] = [[] for _ in sheet.rows]
        for cell in sheet.cells:
            lines[cell.row].append(text(cell.words))
        return lines

    @pytest.mark.parametrize(
        ("signs", "width", "height"),
        [(1, 36, 14), (13, 147, 14), (20, 150, 27), (80, 221, 54), (300, 400, 54)],
    )
    def test_a_long_text_gets_a_wide_column_and_four_lines_at_most(
        self, signs: int, width: int, height: int
    ) -> None:
        html = (
            f'<table><tr><td data-at="p/a.yaml#indicators/x/name">{"甲" * signs}</td></tr></table>'
        )
        root = tinyhtml5.parse(paper(html), namespace_html_elements=False)
        style = css.read(root)
        sheet = indicators.sheet(root, style, style.page("", 1))
        assert sheet is not None
        assert (round(sheet.columns[5]), [round(row) for row in sheet.rows]) == (width, [0, height])

    def test_a_document_without_marks_has_none(self) -> None:
        assert self.rows("<table><tr><td>甲</td></tr></table>") is None

    def test_split_columns_and_merged_cells_are_said_in_every_row(self) -> None:
        html = """<p data-at="p/a.yaml#name">项目甲</p><p><b data-at="p/a.yaml#budget/total">约5</b></p>
        <table><thead><tr><th rowspan=2>一级</th><th colspan=2>指标值</th></tr><tr><th>符号</th><th>值</th></tr></thead>
        <tr><th rowspan=2>产出</th><td data-at="p/a.yaml#indicators/x/target">≥</td><td><data value="5.0" data-op="≥" data-unit="次">5.0</data></td></tr>
        <tr><td colspan=2 data-at="p/a.yaml#indicators/y/target">好</td></tr><tr><td>小计</td></tr></table>"""
        assert self.rows(html) == [
            [
                "序号",
                "单位",
                "项目编码",
                "项目名称",
                "预算数",
                "一级",
                "指标值：符号",
                "指标值：值",
                "运算符",
                "数值",
                "计量单位",
            ],
            ["1", "", "", "项目甲", "约5", "产出", "≥", "5.0", "≥", "5.0", "次"],
            ["2", "", "", "项目甲", "约5", "产出", "好", "好", "", "", ""],
        ]

    def test_columns_without_a_head_are_called_as_in_the_specs(self) -> None:
        html = '<table><tr><td data-at="p/a.yaml#indicators/x/name">甲</td><td>乙</td></tr></table>'
        rows = self.rows(html)
        assert rows
        assert rows[0][5:] == ["name", "运算符", "数值", "计量单位"]

    def test_one_row_may_hold_two_cells_under_one_head(self) -> None:
        html = '<table><thead><tr><th colspan=2>值</th></tr></thead><tr><td data-at="a#indicators/x/name">甲</td><td>乙</td></tr></table>'
        rows = self.rows(html)
        assert rows
        assert rows[1][5] == "甲 乙"
