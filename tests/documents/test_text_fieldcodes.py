# ruff: noqa: E501 — a case of a table is read in one line
"""Codes of fields are told from words."""

import pytest

from perfspec.documents.text.fieldcodes import codes


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("总体目标 TC 总体 目标 \\f A \\l 1 ", [" TC 总体 目标 \\f A \\l 1 "]),
        ('表 TC "表 1" \\f C \\l "1"', [' TC "表 1" \\f C \\l "1"']),
        ("目标 PAGEREF _Toc123 \\h 3", [" PAGEREF _Toc123 \\h "]),
        (' TOC \\o "1-3" \\h \\z \\u 第一部分 PAGEREF _Toc1 \\h 1', [' TOC \\o "1-3" \\h \\z \\u ', " PAGEREF _Toc1 \\h "]),
        ('见 HYPERLINK "http://a.cn/b c" 网页', [' HYPERLINK "http://a.cn/b c" ']),
        ('见 HYPERLINK \\l "_Toc1" 目录', [' HYPERLINK \\l "_Toc1" ']),
        ("PAGE \\* MERGEFORMAT 4", ["PAGE \\* MERGEFORMAT "]),
        ("表 SEQ 表 \\* ARABIC 1 汇总", [" SEQ 表 \\* ARABIC "]),
        ("□ FORMCHECKBOX 是", [" FORMCHECKBOX "]),
        ("\x13 TC 甲 \\f A\x15目标", ["\x13 TC 甲 \\f A", "\x15"]),
        ("\x13 HYPERLINK a \x14字\x15", ["\x13 HYPERLINK a ", "\x14", "\x15"]),
        ("甲\x13乙", ["\x13"]),
        # Words:
        ("购置 TC 设备 2 台", []),
        ("TC", []),
        ("PAGE 4 DATE", []),
        ("REF 值", []),
        ("项目TC 甲 \\f A", []),
        ("PAGEREF \\q", []),
        ("TC 甲 PAGE 乙 \\f A", []),
        ('XE "甲', []),
        ("见 \\\\server\\f", []),
    ],
)  # fmt: skip
def test_only_codes_are_found(line: str, found: list[str]) -> None:
    assert [line[start:end] for start, end in codes(line)] == found


@pytest.mark.parametrize(
    "piece", ["TC a ", "TC \\q", 'HYPERLINK " ', 'XE " ', "PAGE \\* ", "\x13", " "]
)
def test_a_long_line_is_read_to_its_end(piece: str) -> None:
    ends = [0, *(offset for found in codes(piece * 50_000) for offset in found)]
    assert ends == sorted(ends)
    assert ends[-1] <= 50_000 * len(piece)
