# ruff: noqa: E501 — a case of a table is read in one line
"""What ties a text to its year, and what is said of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfspec.nextyear.yearwords import Step, quoted, remarks

NEXT = Step(2020, 2021)

CASES = [
    ("2020年完成10万页", ["“2020年”请改为2021年的内容，确属往年情况的请写明"]),
    ("2020年度和2020年底", ["“2020年度”“2020年”请改为2021年的内容，确属往年情况的请写明"]),
    (
        "二〇二〇年度，二零二零年",
        ["“二〇二〇年度”“二零二零年”请改为2021年的内容，确属往年情况的请写明"],
    ),
    ("2021年底前建成，2022年投用", ["“2021年”“2022年”是2020年时说的以后年度，请核对是否顺延"]),
    ("到2035年基本实现现代化", []),
    ("2015年印发", []),
    ("2019-2020年", ["“2019-2020年”已不包括2021年，请核对"]),
    ("2019年至2021年", []),
    ("2016-2018年", []),
    ("比2019年多2万页", ["“2019年”是比较或起止的年份，请核对是否顺延"]),
    ("2019年同期", ["“2019年”是比较或起止的年份，请核对是否顺延"]),
    ("自2020年起", ["“2020年”是比较或起止的年份，请核对是否顺延"]),
    ("自2019年以来", []),
    ("《顺平县2020年度方案》", ["《顺平县2020年度方案》请核对有无2021年的新文件，有则改引"]),
    ("《规划（2016—2020年）》", ["《规划（2016—2020年）》请核对有无2021年的新文件，有则改引"]),
    ("《规划（2021—2030年）》", []),
    ("《2018年方案》", []),
    ("冀财社〔2020〕152号", ["“冀财社〔2020〕152号”请核对2021年是否仍适用"]),
    ("财预〔2015〕88号", []),
    (
        "十九届二中、三中、四中全会",
        ["会议写到“四中全会”，其后已开过十九届五中全会（2020年），请更新"],
    ),
    ("党的十九大精神", []),
    ("十八届三中全会提出", []),
    ("十九届五中全会", []),
    ("“十三五”规划", ["“十三五”规划期至2020年，请按2021年的规划更新"]),
    ("“十四五”规划", []),
    ("今年是建党100周年，决胜之年", ["“今年”“100周年”“决胜之年”说的是2020年，请按2021年核对"]),
    ("较去年提升，本年度完成", []),
    ("上年实际1850人次", ["“上年实际1850人次”是2019年的数，请改为2020年的"]),
    ("上年完成100%，较上年增长5%", []),
    ("做好档案工作", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "said"), CASES)
def test_a_text_is_said_to_be_of_its_year(text: str, said: list[str]) -> None:
    assert list(remarks(text, NEXT)) == said


@pytest.mark.parametrize(
    ("old", "new", "text", "said"),
    [
        (2022, 2023, "十九届六中全会", "会议写到“十九届六中全会”，其后已开过二十届一中全会（2022年），请更新"),
        (2020, 2022, "十九届四中全会", "会议写到“十九届四中全会”，其后已开过十九届六中全会（2021年），请更新"),
        (2017, 2018, "十八届六中全会", "会议写到“十八届六中全会”，其后已开过十九届一中全会（2017年），请更新"),
        (2026, 2027, "二十届四中全会", ""),
        (2005, 2006, "十八届三中全会", ""),
        (2025, 2026, "“十四五”时期", "“十四五”规划期至2025年，请按2026年的规划更新"),
    ],
)  # fmt: skip
def test_sessions_and_plans_go_with_the_years(old: int, new: int, text: str, said: str) -> None:
    assert list(remarks(text, Step(old, new))) == ([said] if said else [])


def test_of_many_words_a_few_are_shown_each_once_and_short() -> None:
    assert quoted(["一", "二", "一", "三", "四"]) == "“一”“二”“三”“四”"
    assert quoted(["一", "二", "三", "四", "五"]) == "“一”“二”“三”“四”等"
    assert quoted(["长" * 31]) == f"“{'长' * 30}…”"
    assert quoted(["2020\u2028年\x85度"]) == "“2020 年 度”"


@given(
    st.lists(
        st.sampled_from([*(text for text, _ in CASES), "\n", "\u2028", "较", "2020-2021年、2019年"])
    ).map("".join)
)
def test_what_is_said_stands_on_one_line(text: str) -> None:
    for said in remarks(text, NEXT):
        assert said.isprintable()
        assert said


@pytest.mark.parametrize(
    "text",
    ["2020年", "《2020年》", "〔2020〕1号", "2019-2020年", "十九届四中全会", "今年", "《2020年"],
)
def test_a_long_text_is_read(text: str) -> None:
    assert list(remarks(text * 20000, NEXT))
