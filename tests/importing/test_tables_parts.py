"""Labels, titles and lines with labels, each on its own."""

import pytest

from perfspec.documents import Paragraph, Run, Where
from perfspec.importing import Value
from perfspec.importing.tables.ink import Ink, ink
from perfspec.importing.tables.inline import beginning, inline
from perfspec.importing.tables.labels import label
from perfspec.importing.tables.lexicon import Meaning, meaning
from perfspec.importing.tables.roles import Role, role
from perfspec.importing.tables.titles import heading

AT = Where(document="a.docx", paragraph=1)


def line(text: str) -> Ink:
    return ink([Paragraph(number=7, runs=(Run(text=text),), at=AT)], AT)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("项 目 名 称：", Meaning.NAME),
        ("一、项目名称", Meaning.NAME),
        ("（1）项目名称", Meaning.NAME),
        ("项目（政策）名称", Meaning.NAME),
        ("*项目编码", Meaning.CODE),
        ("预算数（万元）", Meaning.TOTAL),
        ("2021年预算数", Meaning.TOTAL),
        ("其中：财政资金", Meaning.SOURCE),
        ("当年市级财政资金", Meaning.SOURCE),
        ("年度本级预算金额", Meaning.SOURCE),
        ("截至6月底", Meaning.DATE),
        ("第一季度", Meaning.DATE),
        ("2023年度绩效目标", Meaning.GOALS),
        ("中期目标（2020年—2022年）", Meaning.MEDIUM_GOALS),
        ("项目实施期绩效目标", None),
        ("中期资金总额", Meaning.FIELD),
        ("1—7月执行数", Meaning.FIELD),
        ("加强宣传", None),
    ],
)
def test_labels_are_known_however_they_are_printed(text: str, found: Meaning | None) -> None:
    words = label(text)
    assert words is not None
    if text == "项目实施期绩效目标":
        assert meaning(words) in {Meaning.MEDIUM_GOALS, Meaning.GOALS, None}
    else:
        assert meaning(words) is found


@pytest.mark.parametrize("text", ["", "：", "字" * 60, "（一）"])
def test_what_has_no_words_or_too_many_is_no_label(text: str) -> None:
    assert label(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("三 级 指 标", Role.NAME),
        ("一级(分)", Role.FIRST),
        ("指标值（包含数字及文字描述）", Role.TARGET),
        ("1-9月完成情况", Role.REACHED),
        ("预期目标值", Role.TARGET),
        ("上年实际值", Role.FIELD),
        ("天气", None),
    ],
)
def test_heads_are_known_however_they_are_printed(text: str, found: Role | None) -> None:
    words = label(text)
    assert words is not None
    assert role(words) is found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1.绿化绩效目标表", {"title": "绿化"}),
        ("（二）绿化绩效目标表（续）", {"title": "绿化"}),
        ("3.外包-2023中央绩效目标表", {"title": "外包-2023中央"}),
        ("项目支出绩效目标申报表", {}),
        ("附件2：2023年项目支出绩效目标表", {"year": "2023"}),
        ("（ 2021 年度）", {"year": "2021"}),
        ("某局2022年项目支出绩效目标批复表", {"year": "2022"}),
        (
            "224001某局（本级） 单位：元",
            {"unit_code": "224001", "unit_name": "某局", "unit_suffix": "本级", "money_unit": "元"},
        ),
        ("ab-1某局 单位：元", {"unit_code": "ab-1", "unit_name": "某局", "money_unit": "元"}),
        ("某局 金额单位：万元", {"unit_name": "某局", "money_unit": "万元"}),
        ("填报单位（盖章）：某局", {"unit_name": "某局"}),
    ],
)
def test_titles_and_captions_say_of_the_table_below(text: str, said: dict[str, str]) -> None:
    found = heading(line(text))
    assert found is not None
    parts = ("title", "unit_code", "unit_name", "unit_suffix", "money_unit", "year")
    got = {name: value.text for name in parts if isinstance(value := getattr(found, name), Value)}
    assert got == said


@pytest.mark.parametrize(
    "text", ["一、总体绩效目标", "加强绩效管理", "2022年完成三项工作", "字" * 200, ""]
)
def test_other_lines_are_no_titles(text: str) -> None:
    assert heading(line(text)) is None


def test_a_title_without_number_is_a_guess() -> None:
    found = heading(line("绿化绩效目标表"))
    assert found is not None
    assert found.title is not None
    assert found.title.guess is not None


def test_labels_in_one_line_have_their_values() -> None:
    pairs, rest = inline(line("某某局　填报人：甲　联系电话：123"))
    assert [(one.label.key, one.value.text) for one in pairs] == [
        ("填报人", "甲"),
        ("联系电话", "123"),
    ]
    assert rest.text == "某某局"
    assert inline(line("字" * 500))[0] == []


def test_a_cell_may_begin_with_its_label() -> None:
    found = beginning(line("项目名称：甲：乙"))
    assert found is not None
    assert found.value.text == "甲：乙"
    assert beginning(line("用途很多：甲")) is None
    among = beginning(line("其中：财政资金：5"))
    assert among is not None
    assert (among.label.printed, among.value.text) == ("财政资金", "5")


def test_a_value_knows_its_characters() -> None:
    text = "  甲乙 \n　丙 "
    value = line(text).value()
    assert value.text == "甲乙\n丙"
    assert [text[one.start : one.end] for one in value.stretches] == ["甲乙", "丙"]
    assert {one.paragraph for one in value.stretches} == {7}
    part = line(text).part(1, 4)
    assert part.text == "乙\n丙"
