"""A PDF file that LibreOffice printed is read as the Word document that it was."""

import io

import docx
import pytest
from docx.oxml.ns import qn

from perfspec.documents import Document, Table, pdf
from tests.needs import needs
from tests.render.office import Job, done

pytestmark = [needs("soffice"), pytest.mark.xdist_group("soffice")]

_GOAL = (
    "坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻落实党的十九大精神，全面提高工作水平。"
)
_PURPOSE = (
    "用于互联网安全宣传活动，大型宣传活动11次（国家安全教育日1次、国家网络安全宣传周7次），印制资料"
)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Document:
    paper = docx.Document()
    paper.styles["Normal"].font.name = "仿宋_GB2312"
    properties = paper.styles["Normal"].element.get_or_add_rPr()
    properties.rFonts.set(qn("w:eastAsia"), "仿宋_GB2312")
    paper.add_paragraph("第一部分 部门整体绩效目标")
    paper.add_paragraph(_GOAL)
    paper.add_paragraph("二、分项绩效目标")
    table = paper.add_table(rows=4, cols=4)
    table.style = "Table Grid"
    for column, text in enumerate(("项目编码", "13063621HBMFX", "项目名称", "办公经费")):
        table.cell(0, column).text = text
    table.cell(1, 0).merge(table.cell(2, 0)).text = "预算规模"
    table.cell(1, 1).merge(table.cell(1, 3)).text = "112500.00"
    table.cell(2, 1).merge(table.cell(2, 3)).text = _PURPOSE
    table.cell(3, 0).text = "绩效目标"
    goals = table.cell(3, 1).merge(table.cell(3, 3))
    goals.text = "1.加强网络管理"
    goals.add_paragraph("2.建设队伍")
    written = io.BytesIO()
    paper.save(written)
    job = Job(document=written.getvalue(), to="pdf")
    (data,) = done([job], tmp_path_factory.mktemp("office"))
    return pdf.read(data, "a.pdf")


def test_its_paragraphs_are_those_of_word(printed: Document) -> None:
    assert [block.text for block in printed.blocks if not isinstance(block, Table)] == [
        "第一部分 部门整体绩效目标",
        _GOAL,
        "二、分项绩效目标",
    ]


def test_its_table_is_that_of_word(printed: Document) -> None:
    (table,) = [block for block in printed.blocks if isinstance(block, Table)]
    assert [
        (cell.row, cell.column, cell.height, cell.width, cell.text) for cell in table.cells
    ] == [
        (0, 0, 1, 1, "项目编码"),
        (0, 1, 1, 1, "13063621HBMFX"),
        (0, 2, 1, 1, "项目名称"),
        (0, 3, 1, 1, "办公经费"),
        (1, 0, 2, 1, "预算规模"),
        (1, 1, 1, 3, "112500.00"),
        (2, 1, 1, 3, _PURPOSE),
        (3, 0, 1, 1, "绩效目标"),
        (3, 1, 1, 3, "1.加强网络管理\n2.建设队伍"),
    ]
