"""What tabs and blank lines of a flattened text say: contents, rows, the end of a table."""

import pytest

from perfspec.documents import Document, Table
from tests.documents import flattened


def _paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if not isinstance(block, Table)]


@pytest.mark.parametrize(
    "written",
    [
        "一、总体绩效目标\t1\n二、分项绩效目标\t2\n",
        # The heading of a part has no page, and stands between lines that have one.
        "一、总体绩效目标\t1\n第二部分  预算项目绩效目标\n1.救助资金绩效目标表\t12\n",
        "一、总体绩效目标\t……1\n二、分项绩效目标\t— 2 —\n",
        "1.\t救助资金绩效目标表\tiv\n2.\t孤儿生活费绩效目标表\tv\n",
    ],
)
def test_lines_of_contents_are_no_table(written: str) -> None:
    document = flattened.read(written)
    assert flattened.tables(document) == []
    assert "\n".join(_paragraphs(document)) == written.rstrip("\n")


@pytest.mark.parametrize(
    "written",
    [
        "项目名称\t救助资金\n预算数\t1000\n",
        "指标\t指标值\n次数\t9\n",
        "序号\t名称\t金额\n1\t救助\t12345\n",
        # A number of its own is no number of an entry.
        "1.5万元的设备\t台数\t3\n",
    ],
)
def test_rows_with_figures_stay_a_table(written: str) -> None:
    assert len(flattened.tables(flattened.read(written))) == 1


SPACED = "\t目标\n\t1.甲\n\n2.乙\n\n\t依据\n\t丙\n\n\n1.下一张表\n\t名称\n\t丁\n\n\n"


def test_words_behind_an_empty_paragraph_stay_in_their_cell() -> None:
    document = flattened.read(SPACED)
    assert flattened.tables(document) == [
        [["目标", "1.甲\n2.乙"], ["依据", "丙"]],
        [["名称", "丁"]],
    ]
    assert _paragraphs(document) == ["1.下一张表"]


def test_where_tables_end_with_one_blank_line_words_behind_it_are_a_paragraph() -> None:
    document = flattened.read("\t目标\n\t1.甲\n\n2.乙\n\n\t依据\n\t丙\n")
    assert flattened.tables(document) == [[["目标", "1.甲"]], [["依据", "丙"]]]
    assert _paragraphs(document) == ["2.乙"]


def test_a_title_right_above_the_next_table_is_no_part_of_a_cell() -> None:
    document = flattened.read("\t甲\n\t乙\n\n2.下一张表\n\t丙\n\t丁\n\n\n尾")
    assert flattened.tables(document) == [[["甲", "乙"]], [["丙", "丁"]]]
    assert _paragraphs(document) == ["2.下一张表", "尾"]
