# ruff: noqa: E501 — a case of a table is read in one line
"""An Excel file is read as Excel shows it."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from perfspec.documents import Document, Paragraph, Table, Where, Why, xlsx
from perfspec.documents.xlsx import cells
from perfspec.errors import PerfspecError
from perfspec.messages import english

_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
_RELATION = f'<Relationship Id="rId9" Type="{_KIND}" Target="texts.xml"/>'


def _read(fill: Callable[[Worksheet], None]) -> Document:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "项目1"
    fill(sheet)
    written = io.BytesIO()
    book.save(written)
    return xlsx.read(written.getvalue(), "a.xlsx")


def _of_xml(sheet: str, strings: str = "", *, workbook: str = "") -> Document:
    """Read a file whose sheet and shared strings are written by hand."""

    def change(part: str, text: str) -> str:
        if part == "xl/worksheets/sheet1.xml":
            return f'<worksheet xmlns="{_S}">{sheet}</worksheet>'
        if part == "xl/_rels/workbook.xml.rels":
            return text.replace("</Relationships>", f"{_RELATION}</Relationships>")
        if part == "xl/workbook.xml":
            return text.replace("<workbookPr ", f"<workbookPr {workbook} ")
        return text

    texts = f'<sst xmlns="{_S}">{strings}</sst>'
    return xlsx.read(_changed(change, texts), "a.xlsx")


def _changed(change: Callable[[str, str], str], texts: str = "") -> bytes:
    book = openpyxl.Workbook()
    assert isinstance(book.active, Worksheet)
    book.active["A1"] = "x"
    first, second = io.BytesIO(), io.BytesIO()
    book.save(first)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(second, "w") as new:
        for part in old.namelist():
            new.writestr(part, change(part, old.read(part).decode()))
        new.writestr("xl/texts.xml", texts)
    return second.getvalue()


def _grid(document: Document) -> list[tuple[int, int, int, int, str]]:
    """Return the cells of the only table: row, column, height, width, text."""
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    return [(cell.row, cell.column, cell.height, cell.width, cell.text) for cell in table.cells]


def _dropped(document: Document) -> list[tuple[str, Why, int, int]]:
    return [(gone.text, gone.why, gone.at.row, gone.at.column) for gone in document.dropped]


def test_cells_stand_where_excel_shows_them() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["B2"], sheet["E2"] = "办公室", "单位：元"
        sheet.merge_cells("B2:D2")
        sheet["B4"], sheet["C4"], sheet["D4"] = "预算数", 112500.10000000001, 0.25
        sheet["C4"].number_format, sheet["D4"].number_format = "0.00", "0.00%"
        sheet["B5"], sheet["C5"] = "目标", "1.甲\n2.乙"
        sheet["D5"].font = Font(bold=True)
        sheet.merge_cells("C5:E6")
        sheet["B7"], sheet["C7"] = True, dt.date(2020, 3, 1)
        sheet["D7"].font = Font(bold=True)
        sheet["E7"], sheet["E7"].font = "粗", Font(bold=True)

    document = _read(fill)
    assert _grid(document) == [
        (0, 0, 1, 3, "办公室"),
        (0, 3, 1, 1, "单位：元"),
        (2, 0, 1, 1, "预算数"),
        (2, 1, 1, 1, "112500.10"),
        (2, 2, 1, 1, "25.00%"),
        (3, 0, 1, 1, "目标"),
        (3, 1, 2, 3, "1.甲\n2.乙"),
        (5, 0, 1, 1, "TRUE"),
        (5, 1, 1, 1, "2020-03-01"),
        (5, 2, 1, 1, ""),
        (5, 3, 1, 1, "粗"),
    ]
    table = document.blocks[0]
    assert isinstance(table, Table)
    assert (table.rows, table.columns, table.is_certain) == (6, 4, True)
    at = Where(document="a.xlsx", sheet="项目1", table=1, row=4, column=3)
    assert table.cells[3].at == at
    assert table.cells[3].paragraphs[0].at == at
    assert [run.strong for run in table.cells[-1].paragraphs[0].runs] == [True]


def test_what_excel_hides_is_dropped() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B1"], sheet["C1"] = "甲", "乙", "丙"
        sheet["A2"], sheet["A3"], sheet["C3"] = "隐", "丁", "合"
        sheet["A4"], sheet["A5"], sheet["C5"] = 5, "戊", "己"
        sheet["A4"].number_format = ";;;"
        sheet.row_dimensions[2].hidden = True
        sheet.row_dimensions[3].hidden = True
        sheet.merge_cells("C3:C4")
        sheet.column_dimensions["B"].hidden = True
        assert sheet.parent is not None
        other = sheet.parent.create_sheet("藏")
        other["B2"], other.sheet_state = "密", "hidden"

    document = _read(fill)
    assert _grid(document) == [
        (0, 0, 1, 1, "甲"), (0, 1, 1, 1, "丙"), (1, 1, 2, 1, "合"), (3, 0, 1, 1, "戊"), (3, 1, 1, 1, "己"),
    ]  # fmt: skip
    assert _dropped(document) == [
        ("乙", Why.HIDDEN, 1, 2),
        ("隐", Why.HIDDEN, 2, 1),
        ("丁", Why.HIDDEN, 3, 1),
        ("5", Why.HIDDEN, 4, 1),
        ("密", Why.HIDDEN, 2, 2),
    ]


def test_what_stands_beside_the_cells_is_dropped() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B1"] = "甲", "乙"
        sheet["B1"].comment = Comment("请核实", "财政局")
        sheet.oddFooter.center.text = "第 &P 页"

    document = _read(fill)
    assert _dropped(document) == [
        ("&C第 &P 页", Why.FURNITURE, 0, 0),
        ("请核实", Why.COMMENT, 1, 2),
    ]


def test_a_formula_without_a_result_is_told() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B1"], sheet["C1"] = "合计", "=1+1", "=2+2"

    document = _read(fill)
    assert [paragraph.text for paragraph in document.paragraphs()] == ["合计"]
    (note,) = document.notes
    assert english(note.text) == "2 formulas have no stored result"
    assert note.at == Where(document="a.xlsx", sheet="项目1", row=1, column=2)


def test_a_sheet_without_two_texts_in_a_row_is_paragraphs() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["A3"] = "第一部分", "甲"
        sheet.merge_cells("A3:F3")

    first, second = _read(fill).blocks
    assert isinstance(first, Paragraph)
    assert (first.text, second.at.row) == ("第一部分", 3)


def test_every_type_of_cell_is_read() -> None:
    document = _of_xml(
        '<dimension ref="A1:XFD1048576"/><sheetData><row>'
        '<c t="s"><v>0</v></c><c t="s"><v>9</v></c><c t="inlineStr"><is><t>内_x000D_\n联</t></is></c>'
        '<c t="str"><f>A1</f><v>果</v></c><c t="b"><v>0</v></c><c t="e"><v>#REF!</v></c>'
        '<c><v>1e3</v></c><c t="d"><v>2020-01-02</v></c><c t="inlineStr"/><c s="99"><v>7</v></c>'
        '</row><row r="3"><c r="A3"><v>1</v></c><c r="A3"><v>2</v></c><c r="B3"><v>3</v></c></row>'
        '<row><c r="zz"><v>4</v></c><x/></row></sheetData>',
        "<si><r><t>富</t></r><r><rPr><b/></rPr><t>文</t></r><rPh><t>fu</t></rPh></si>",
    )
    assert [text for *_, text in _grid(document)] == [
        "富文", "", "内\n联", "果", "FALSE", "#REF!", "1000", "2020-01-02", "7", "1", "3", "4",
    ]  # fmt: skip
    assert ("2", Why.HIDDEN, 3, 1) in _dropped(document)
    (table,) = document.blocks
    assert isinstance(table, Table)
    assert [run.strong for run in table.cells[0].paragraphs[0].runs] == [False, True]


def test_dates_may_count_from_1904() -> None:
    sheet = '<sheetData><row><c><v>1</v></c><c t="str"><v>x</v></c></row></sheetData>'
    assert _grid(_of_xml(sheet, workbook='date1904="1"'))[0][4] == "1"


def test_far_cells_stand_close_together() -> None:
    document = _of_xml(
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>3</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="A1:A1048575"/><mergeCell ref="A2:XFD1048576"/>'
        '<mergeCell ref="x"/><mergeCell ref="A1"/></mergeCells>'
    )
    assert _grid(document) == [(0, 0, 2, 1, "1"), (0, 1, 1, 1, "2"), (2, 3, 1, 1, "3")]


def test_a_sheet_with_too_many_cells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "MAX_CELLS", 10)
    with pytest.raises(PerfspecError, match="a table has more than 10 cells"):
        _of_xml("<sheetData><row>" + "<c><v>1</v></c>" * 11 + "</row></sheetData>")


def test_sixteen_thousand_columns_and_merges_are_read() -> None:
    row = "".join(f"<c><v>{number}</v></c>" for number in range(16384))
    columns = '<col min="2" max="3" hidden="0"/>' * 9000
    merges = "".join(f'<mergeCell ref="A{n}:XFD{n + 9}"/>' for n in range(3, 20000, 5))
    document = _of_xml(
        f"<cols>{columns}</cols>"
        f"<sheetData><row>{row}</row></sheetData><mergeCells>{merges}</mergeCells>"
    )
    assert len(_grid(document)) == 16384


def test_a_binary_workbook_is_refused() -> None:
    data = _changed(lambda _, text: text.replace("xl/workbook.xml", "xl/workbook.bin"))
    with pytest.raises(PerfspecError, match=r"a\.xlsx holds no workbook that can be read"):
        xlsx.read(data, "a.xlsx")


def test_text_boxes_are_dropped() -> None:
    data = _changed(lambda _, text: text)
    written = io.BytesIO(data)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    with zipfile.ZipFile(written, "a") as archive:
        archive.writestr(
            "xl/worksheets/_rels/sheet1.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{kind}/drawing" Target="../d.xml"/>'
            f'<Relationship Id="r2" Type="{kind}/drawing" Target="../none.xml"/></Relationships>',
        )
        drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
        box = f'<x xmlns:a="{drawing}"><a:p><a:r><a:t>文</a:t></a:r><a:r><a:t>本</a:t></a:r></a:p></x>'
        archive.writestr("xl/d.xml", box)
    document = xlsx.read(written.getvalue(), "a.xlsx")
    assert [(gone.text, gone.why, gone.at.part) for gone in document.dropped] == [
        ("文本", Why.BOX, "text box")
    ]
