"""The workbook: everything of the paper stands in it once, in the form, and as what it is."""

# ruff: noqa: ANN401, E501 — openpyxl has no types; a case of a table is read in one line

import io
import os
import subprocess
import sys
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from perfspec import pipeline, workspace
from perfspec.render import xlsx

ROOT = Path(__file__).parents[2]


def opened(html: str) -> Any:
    """Return the workbook of a document, as another program reads it."""
    return openpyxl.load_workbook(io.BytesIO(xlsx.render(html)), rich_text=True)


@pytest.fixture(scope="session")
def seed_html() -> str:
    folder, found = workspace.below(ROOT, "specs/2020/224001")
    assert not found
    return pipeline.compose(pipeline.load(folder[0])).html


@pytest.fixture(scope="session")
def seed(seed_html: str) -> Any:
    return opened(seed_html)


class TestAFiling:
    """The paper of the repository's filing."""

    def test_its_sheets_are_the_prose_each_table_and_the_list(self, seed: Any) -> None:
        assert seed.sheetnames == [
            "第一部分 部门整体绩效目标",
            "1.网络信息办公专项经费绩效目标表",
            "指标总表",
        ]

    def test_the_prose_is_a_paragraph_a_row_without_the_contents(self, seed: Any) -> None:
        lines = [cell.value for (cell,) in seed.worksheets[0]]
        assert lines[:5] == [
            "中共顺平县委网信办\n2020年部门预算绩效文本",
            "中共顺平县委网络安全和信息化委员会办公室编制",
            "顺平县财政局审核",
            "第一部分\n部门整体绩效目标",
            "一、总体绩效目标",
        ]
        assert lines[-1] == "第二部分\n预算项目绩效目标"
        assert "目　录" not in lines

    def test_a_table_has_the_merges_of_the_form_on_one_grid(self, seed: Any) -> None:
        sheet = seed.worksheets[1]
        merged = {str(one) for one in sheet.merged_cells.ranges}
        assert {
            "A1:I1",
            "A2:H2",
            "F3:I3",
            "A4:A5",
            "B5:I5",
            "A6:A7",
            "B8:I8",
            "A10:A13",
            "C9:D9",
        } <= merged
        assert sheet["A2"].value == "224001中共顺平县委网络安全和信息化委员会办公室（本级）"
        assert (sheet["I2"].value, sheet["I2"].alignment.horizontal) == ("单位：元", "right")
        assert [sheet.cell(9, n).value for n in (1, 2, 3, 5, 7, 9)] == [
            "一级指标",
            "二级指标",
            "三级指标",
            "绩效指标描述",
            "指标值",
            "指标值确定依据",
        ]

    @pytest.mark.parametrize(
        ("place", "value", "shape"),
        [
            ("C4", Decimal(112500), "0.00"),
            ("I4", Decimal(0), "0"),
            ("B7", Decimal("0.25"), "0.00%"),
            ("H7", Decimal(1), "0.00%"),
            ("G10", "9次", "General"),
            ("G11", "≥90%", "General"),
            ("B3", "13063621HBMFX90HG2OQ7", "General"),
        ],
    )
    def test_numbers_are_exact_and_shown_as_typed(
        self, seed: Any, place: str, value: object, shape: str
    ) -> None:
        cell = seed.worksheets[1][place]
        assert (cell.value, cell.number_format) == (value, shape)

    def test_a_table_is_set_up_to_be_printed_as_the_form(self, seed: Any) -> None:
        sheet = seed.worksheets[1]
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "portrait")
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$9:$9"
        assert sheet.print_options.horizontalCentered
        assert sheet.oddFooter.center.text == "— &P —"
        assert (round(sheet.page_margins.left * 254), round(sheet.page_margins.top * 254)) == (
            280,
            370,
        )
        assert sheet.freeze_panes is None

    def test_cells_look_as_in_the_form(self, seed: Any) -> None:
        cell = seed.worksheets[1]["C12"]
        assert (cell.font.name, cell.font.size, cell.font.bold) == ("仿宋_GB2312", 10.5, False)
        assert (cell.alignment.horizontal, cell.alignment.vertical, cell.alignment.wrap_text) == (
            "left",
            "center",
            True,
        )
        assert {cell.border.left.style, cell.border.top.style} == {"thin"}
        title = seed.worksheets[1]["A1"]
        assert (title.font.name, title.alignment.horizontal) == ("黑体", "center")

    def test_columns_are_as_wide_as_in_the_form(self, seed: Any) -> None:
        widths = seed.worksheets[1].column_dimensions
        # 20.7 mm and 19.8 mm, at 96 pixels an inch and 7 pixels a digit.
        assert [round(widths[name].width * 7) for name in "AB"] == [78, 75]

    def test_the_list_has_a_row_for_each_indicator(self, seed: Any) -> None:
        sheet = seed.worksheets[2]
        rows = list(sheet.iter_rows(values_only=True))
        assert rows[0] == (
            "序号",
            "单位",
            "项目编码",
            "项目名称",
            "预算数",
            "一级指标",
            "二级指标",
            "三级指标",
            "绩效指标描述",
            "指标值",
            "指标值确定依据",
            "运算符",
            "数值",
            "计量单位",
        )
        assert len(rows) == 8
        assert rows[2] == (
            2,
            "224001中共顺平县委网络安全和信息化委员会办公室（本级）",
            "13063621HBMFX90HG2OQ7",
            "网络信息办公专项经费",
            112500,
            "产出指标",
            "质量指标",
            "互联网重大突发事件应急处置率",
            "妥善处置互联网突发事件的次数占突发事件总数的比率",
            "≥90%",
            "网络信息办公经费实施计划",
            "≥",
            90,
            "%",
        )
        assert sheet["E3"].number_format == "0.00"

    def test_the_list_can_be_sorted_and_filtered(self, seed: Any) -> None:
        sheet = seed.worksheets[2]
        assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:N8")
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_margins.left == sheet.page_margins.top == 0.5
        # Sorting takes no height along: all rows have that of the highest.
        assert {sheet.row_dimensions[row].height for row in range(2, 9)} == {54}

    def test_the_properties_are_of_the_paper_and_its_year(self, seed: Any) -> None:
        properties = seed.properties
        assert properties.title == "中共顺平县委网信办2020年部门预算绩效文本"
        assert properties.creator == "中共顺平县委网络安全和信息化委员会办公室"
        assert properties.created.replace(tzinfo=UTC) == datetime(2020, 1, 1, tzinfo=UTC)

    def test_equal_input_gives_equal_bytes_in_another_zone_locale_and_hash_seed(
        self, seed_html: str
    ) -> None:
        code = "import hashlib, sys; from perfspec.render import xlsx; print(hashlib.sha256(xlsx.render(sys.stdin.read())).hexdigest())"
        other = {
            "PYTHONHASHSEED": "7",
            "LC_ALL": "zh_CN.UTF-8",
            "TZ": "Asia/Urumqi",
            "PYTHONUTF8": "1",
        }
        sums = {
            subprocess.run(
                [sys.executable, "-c", code],
                cwd=ROOT,
                env=os.environ | more,
                input=seed_html.encode(),
                capture_output=True,
                check=True,
            ).stdout
            for more in (other, {"PYTHONUTF8": "1", "PYTHONHASHSEED": "0"})
        }
        assert len(sums) == 1
