"""Text in columns of a terminal: widths, breaks, tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfspec.report.columns import filled, padded, table, width, wrapped


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("绩效", 4), ("绩a", 3), ("a\tb", 3), ("", 0), ("e\u0301", 1)]
)
def test_a_chinese_character_takes_two_columns(text: str, columns: int) -> None:
    assert width(text) == columns


def test_blanks_go_behind_a_text_and_before_a_number() -> None:
    assert padded("绩效", 6) == "绩效  "
    assert padded("12", 6, right=True) == "    12"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        # blanks are where Latin breaks, and are gone at the break
        ("a cost has a ceiling", ["a cost has", "a ceiling"]),
        # Chinese breaks between any two characters
        ("成本指标写上限值", ["成本指标写", "上限值"]),
        # but not before a closing mark, nor behind an opening one
        ("成本指标写，上限", ["成本指标", "写，上限"]),
        ("成本指标（上限）", ["成本指标", "（上限）"]),
        ("成本指标“上限”", ["成本指标", "“上限”"]),
        # a number keeps its sign and its unit stays apart from the next word
        ("至少花费 9000元整", ["至少花费", "9000元整"]),
        # Latin between Chinese stays whole
        ("请见perfspecs说明", ["请见", "perfspecs", "说明"]),
        # what is longer than a line stands in one of its own
        ("a incomprehensibly b", ["a", "incomprehensibly", "b"]),
        ("", [""]),
    ],
)
def test_text_is_broken_where_readers_of_both_languages_expect_it(
    text: str, lines: list[str]
) -> None:
    assert wrapped(text, 10) == lines


@given(st.text(alphabet="ab 绩效，。（）“”9%—"), st.integers(4, 30))
def test_wrapping_loses_nothing_but_blanks(text: str, columns: int) -> None:
    lines = wrapped(text, columns)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert not any(line != line.rstrip() for line in lines)


def test_a_list_is_broken_between_its_items_only() -> None:
    assert filled(["绩效", "目标", "a", "abcdefghijkl"], 10) == [
        "绩效,",
        "目标, a,",
        "abcdefghijkl,",
    ]
    assert filled([], 10) == []


def test_columns_stand_below_each_other_and_numbers_right() -> None:
    rows = [("规则", "有问题"), ("cost-floor", "1"), ("a", "12")]
    assert table(rows, frozenset({1})) == [
        "规则        有问题",
        "cost-floor       1",
        "a               12",
    ]
    assert table(rows)[2] == "a           12"
