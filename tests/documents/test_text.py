# ruff: noqa: E501 — a case of a table is read in one line
"""A flattened text is read cell by cell, and every character of it stays somewhere."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfspec.documents import Document, Table, Where, Why, building, text
from perfspec.errors import PerfspecError
from perfspec.messages import english
from tests.documents import flattened

_SEED = Path(__file__).with_name("seed.txt")


def _paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if not isinstance(block, Table)]


def _characters(document: Document) -> int:
    words = sum(len(paragraph.text) for paragraph in document.paragraphs())
    return words + sum(len(piece.text) for piece in document.dropped) + document.spacing


def test_the_seed_has_one_table_of_fifteen_rows() -> None:
    document = text.read(_SEED.read_bytes(), "seed.txt")
    (table,) = flattened.tables(document)
    assert [len(row) for row in table] == [2, 4, 7, 2, 5, 5, 2, 6, 6, 6, 6, 6, 6, 6, 6]
    assert table[1] == ["项目编码", "13063621HBMFX90HG2OQ7", "项目名称", "网络信息办公专项经费"]
    assert table[5] == ["", "25.00%", "50.00%", "75.00%", "100.00%"]
    assert table[6][1].split("\n")[1].startswith("2.加强网评员队伍建设")


def test_the_seed_keeps_every_character() -> None:
    written = _SEED.read_text(encoding="utf-8")
    document = text.read(_SEED.read_bytes(), "seed.txt")
    assert _characters(document) == len(written) == 2361
    assert [(piece.text, piece.why, piece.at.line) for piece in document.dropped] == [
        (" TC 总体绩效目标 \\f A \\l 1 ", Why.FIELD, 3),
        (" TC 分项绩效目标 \\f A \\l 1 ", Why.FIELD, 6),
        (" TC 工作保障措施 \\f A \\l 1 ", Why.FIELD, 13),
        (" TC 1、网络信息办公专项经费绩效目标表 \\f C \\l 1 ", Why.FIELD, 28),
    ]


def test_paragraphs_say_their_line_and_cells_their_row() -> None:
    document = flattened.read("标题\n\n\t甲\n\t乙\n后一段\n\n\t丙\n\n尾\n")
    first, table, last = document.blocks
    assert first.at == Where(document="a.txt", paragraph=1, line=1)
    assert last.at == Where(document="a.txt", paragraph=2, line=9)
    assert isinstance(table, Table)
    assert not table.is_certain
    assert (table.rows, table.columns) == (2, 2)
    assert table.cells[1].at == Where(document="a.txt", table=1, row=1, column=2, line=4)
    assert [paragraph.at.line for paragraph in table.cells[1].paragraphs] == [4, 5]
    assert [paragraph.number for paragraph in document.paragraphs()] == [0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("written", "tables", "paragraphs"),
    [
        ("\t甲\n\t\n\t乙\n\n", [[["甲", "", "乙"]]], []),
        ("\t甲\n\t乙\n\n\n\t丙\n\t丁\n", [[["甲", "乙"], ["丙", "丁"]]], []),
        ("甲\t乙\t丙\n丁\t\t己\n", [[["甲", "乙", "丙"], ["丁", "", "己"]]], []),
        ("甲\t乙\t丙\n\t戊\t己\n\t\t庚\n", [[["甲", "乙", "丙"], ["", "戊", "己"], ["", "", "庚"]]], []),
        ("题\n甲\t乙\n丙\t丁\n整行\n戊\t己", [[["甲", "乙"], ["丙", "丁"], ["整行"], ["戊", "己"]]], ["题"]),
        ("绩效目标\t1.加强\n2.建立\n一级\t二级\n", [[["绩效目标", "1.加强\n2.建立"], ["一级", "二级"]]], []),
        ('绩效目标\t"1.加强\n2.建立ww ""好""\n"\t9\n甲\t乙\t丙', [[["绩效目标", '1.加强\n2.建立ww "好"\n', "9"], ["甲", "乙", "丙"]]], []),
        ('甲\t"乙"\n丙\t"丁""戊"\n', [[["甲", '"乙"'], ["丙", '丁"戊']]], []),
        ('甲\t"乙\n丙\t丁\n', [[["甲", '"乙'], ["丙", "丁"]]], []),
        ('甲\t乙\t"\n丙\t"丁"x"\t戊\n', [[["甲", "乙", '"'], ["丙", '"丁"x"', "戊"]]], []),
        ('甲\t"乙\n丙"x\t丁\n', [[["甲", '"乙'], ['丙"x', "丁"]]], []),
        ("\t首行缩进。\n\n\t又一段。\n", [], ["首行缩进。", "又一段。"]),
        ("第一部分\t1\n第二部分\t12\n", [], ["第一部分\t1", "第二部分\t12"]),
        ("224001 办公室\t单位：元\n", [], ["224001 办公室\t单位：元"]),
        ("甲\t乙\n\t丙\n\t丁\n\n戊\n", [[["甲", "乙"], ["", "丙"], ["", "丁"]]], ["戊"]),
        ("\u3000\u3000段落。 \r\n\r\n\f又\v一段。", [], ["段落。", "又\n一段。"]),
    ],
)  # fmt: skip
def test_flattenings_are_told_apart(
    written: str, tables: list[list[list[str]]], paragraphs: list[str]
) -> None:
    document = flattened.read(written)
    assert flattened.tables(document) == tables
    assert _paragraphs(document) == paragraphs
    assert _characters(document) == len(written)


def test_control_characters_are_dropped() -> None:
    document = flattened.read("甲\x07乙\x1b")
    assert _paragraphs(document) == ["甲乙"]
    assert [(piece.text, piece.why) for piece in document.dropped] == [
        ("\x07", Why.OTHER),
        ("\x1b", Why.OTHER),
    ]


@given(st.text(st.sampled_from('甲乙1.\t\t\n\n \u3000"\r\v\x07\x13\x14\x15\\fTCl '), max_size=80))
def test_no_character_of_any_text_gets_lost(written: str) -> None:
    document = flattened.read(written)
    assert _characters(document) == len(written)
    words = "".join(paragraph.text for paragraph in document.paragraphs())
    words += "".join(piece.text for piece in document.dropped)
    for solid in "甲乙1.\x07\x13\x14\x15\\fTCl":
        assert words.count(solid) == written.count(solid)


def test_a_text_with_too_many_paragraphs_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "MAX_PARAGRAPHS", 100)
    with pytest.raises(PerfspecError, match=r"a\.txt is not read: it has more than 100 paragraphs"):
        flattened.read("a\n" * 101)


def test_a_text_with_too_many_tables_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "MAX_TABLES", 20)
    with pytest.raises(PerfspecError, match="it has more than 20 tables"):
        flattened.read("\ta\n\tb\n\nc\n" * 21)


def test_a_text_in_another_encoding_says_so() -> None:
    document = flattened.read("绩效目标", "gb18030")
    assert _paragraphs(document) == ["绩效目标"]
    assert [english(note.text) for note in document.notes] == ["read as GB18030"]
