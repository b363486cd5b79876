"""Units are known by their dimension and scale, and every other word counts itself."""

# ruff: noqa: E501 — a case of a table is read in one line

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfspec.values import units
from perfspec.values.unitnames import COUNTERS, UNITS
from perfspec.values.units import Dimension, unit

KNOWN = [
    ("", Dimension.NONE, "", "1", ()),
    ("  ", Dimension.NONE, "", "1", ()),
    ("万", Dimension.NONE, "", "10000", ()),
    ("%", Dimension.SHARE, "", "0.01", ()),
    ("％", Dimension.SHARE, "", "0.01", ()),
    ("百分比", Dimension.SHARE, "", "0.01", ()),
    ("‰", Dimension.SHARE, "", "0.001", ()),
    ("成", Dimension.SHARE, "", "0.1", ()),
    ("百分点", Dimension.SHARE, "百分点", "1", ()),
    ("个百分点", Dimension.SHARE, "百分点", "1", ()),
    ("倍", Dimension.OTHER, "倍", "1", ()),
    ("分", Dimension.OTHER, "分", "1", ()),
    ("℃", Dimension.OTHER, "℃", "1", ()),
    ("元", Dimension.MONEY, "元", "1", ()),
    ("万元", Dimension.MONEY, "元", "10000", ()),
    ("亿元", Dimension.MONEY, "元", "100000000", ()),
    ("千元", Dimension.MONEY, "元", "1000", ()),
    ("百万元", Dimension.MONEY, "元", "1000000", ()),
    ("角", Dimension.MONEY, "元", "0.1", ()),
    ("万美元", Dimension.MONEY, "美元", "10000", ()),
    ("小时", Dimension.TIME, "秒", "3600", ()),
    ("个小时", Dimension.TIME, "秒", "3600", ()),
    ("h", Dimension.TIME, "秒", "3600", ()),
    ("分钟", Dimension.TIME, "秒", "60", ()),
    ("天", Dimension.TIME, "秒", "86400", ()),
    ("日", Dimension.TIME, "秒", "86400", ()),
    ("周", Dimension.TIME, "秒", "604800", ()),
    ("工作日", Dimension.TIME, "工作日", "1", ()),
    ("个工作日", Dimension.TIME, "工作日", "1", ()),
    ("月", Dimension.TIME, "月", "1", ()),
    ("个月", Dimension.TIME, "月", "1", ()),
    ("季度", Dimension.TIME, "月", "3", ()),
    ("年", Dimension.TIME, "月", "12", ()),
    ("公里", Dimension.LENGTH, "米", "1000", ()),
    ("千米", Dimension.LENGTH, "米", "1000", ()),
    ("KM", Dimension.LENGTH, "米", "1000", ()),
    ("万米", Dimension.LENGTH, "米", "10000", ()),
    ("㎡", Dimension.AREA, "平方米", "1", ()),
    ("m2", Dimension.AREA, "平方米", "1", ()),
    ("万平方米", Dimension.AREA, "平方米", "10000", ()),
    ("公顷", Dimension.AREA, "平方米", "10000", ()),
    ("平方公里", Dimension.AREA, "平方米", "1000000", ()),
    ("亩", Dimension.AREA, "亩", "1", ()),
    ("万亩", Dimension.AREA, "亩", "10000", ()),
    ("公斤", Dimension.MASS, "克", "1000", ()),
    ("kg", Dimension.MASS, "克", "1000", ()),
    ("吨", Dimension.MASS, "克", "1000000", ()),
    ("人", Dimension.COUNT, "人", "1", ()),
    ("人次", Dimension.COUNT, "人次", "1", ()),
    ("人·次", Dimension.COUNT, "人次", "1", ()),
    ("万人次", Dimension.COUNT, "人次", "10000", ()),
    ("户", Dimension.COUNT, "户", "1", ()),
    ("个批次", Dimension.COUNT, "批次", "1", ()),
    ("个人", Dimension.COUNT, "个人", "1", ()),
    ("标箱", Dimension.COUNT, "标箱", "1", ()),
    ("嘎查", Dimension.COUNT, "嘎查", "1", ()),
    ("元/人", Dimension.MONEY, "元", "1", ("人",)),
    ("元／人", Dimension.MONEY, "元", "1", ("人",)),
    ("万元/公里", Dimension.MONEY, "元", "10", ("米",)),
    ("万元/平方公里", Dimension.MONEY, "元", "0.01", ("平方米",)),
    ("元/小时", Dimension.MONEY, "元", "1", ("小时",)),
    ("元/h", Dimension.MONEY, "元", "1", ("小时",)),
    ("件/万人", Dimension.COUNT, "件", "0.0001", ("人",)),
    ("人/年", Dimension.COUNT, "人", "1", ("年",)),
    ("次/每年", Dimension.COUNT, "次", "1", ("年",)),
    ("台（套）", Dimension.COUNT, "台(套)", "1", ()),
    ("/", Dimension.NONE, "", "1", ()),
    ("/10万", Dimension.OTHER, "/10万", "1", ()),
    ("比例", Dimension.SHARE, "", "1", ()),
    ("·", Dimension.NONE, "", "1", ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dimension", "base", "scale", "per"), KNOWN)
def test_a_unit_has_dimension_base_and_scale(
    text: str, dimension: Dimension, base: str, scale: str, per: tuple[str, ...]
) -> None:
    known = unit(text)
    assert (known.text, known.dimension, known.base, known.per) == (text, dimension, base, per)
    assert known.scale == Decimal(scale)


@pytest.mark.parametrize(
    "text",
    ["元/人·月", "元/人.月", "元/人*月", "元/人×月", "元/人/月", "元/月/人", "元/（人·月）", "元每人每月", "元/人、月",
     "元/ 人 · 月", "元·人·月", "元/每人每月", "元/人·个月"],
)  # fmt: skip
def test_ways_of_writing_a_compound_unit_are_one(text: str) -> None:
    known = unit(text)
    assert (known.dimension, known.base, known.scale) == (Dimension.MONEY, "元", Decimal(1))
    assert known.per == ("人", "月")


def test_no_name_stands_twice_in_the_tables() -> None:
    names = [name for _, _, scales in UNITS for row in scales.values() for name in row.split()]
    assert len(names) == len(set(names)) > 100
    assert not COUNTERS & set(names)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("人次以上", "以上"),
        ("个乡镇", "乡镇"),
        ("个工作日内", "内"),
        ("个月", ""),
        ("百分点", ""),
        ("万元", ""),
        ("元/人·月。", "。"),
        ("元/（人", "/（人"),
        ("元每人每月", ""),
        ("m以上", "以上"),
        ("mx", "mx"),
        ("门课程", "课程"),
        ("什么", "什么"),
    ],
)
def test_a_known_unit_is_found_in_running_text(text: str, rest: str) -> None:
    assert text[units.end(text, 0) :] == rest


def test_only_words_of_the_tables_are_known() -> None:
    assert all(map(units.is_known, ["元", "万元", "人次", "万人次", "个月", "个", "㎡"]))
    assert not any(map(units.is_known, ["嘎查", "个人", "项目制"]))


def test_a_multiplier_belongs_to_a_unit_that_has_it_in_its_name() -> None:
    assert units.belongs("万元", "万")
    assert units.belongs("万元/公里", "万")
    assert units.belongs("千米", "千")
    assert not units.belongs("万人", "万")
    assert not units.belongs("千名", "千")


@given(st.text(alphabet="元万人月年次/·.*每()（） %个十x平方米k", max_size=12))
def test_every_text_is_a_unit(text: str) -> None:
    known = unit(text)
    assert known.text == text
    assert known.scale > 0
    assert list(known.per) == sorted(known.per)
