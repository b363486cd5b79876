"""Targets are read: what they state, what they leave open, and nothing invented."""

# ruff: noqa: E501 — a case of a table is read in one line

import dataclasses
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from perfspec.values import (
    Assumed,
    Bands,
    Moment,
    Period,
    Phrase,
    Placeholder,
    Quantity,
    Range,
    Reading,
    Relative,
    Sentence,
    Split,
    phrases,
    targets,
)
from perfspec.values.unitnames import COUNTERS, UNITS


def q(op: str, number: str, unit: str) -> Quantity:
    return Quantity(op, Decimal(number), unit)


def r(low: str, high: str, unit: str) -> Range:
    return Range(Decimal(low), Decimal(high), unit)


def bands(excellent: str, good: str, fair: str, poor: str) -> Bands:
    return Bands(excellent=excellent, good=good, fair=fair, poor=poor)


def sentence(*figures: Quantity) -> Sentence:
    return Sentence(figures)


def by(year: int | None, month: int | None, day: int | None = None) -> Moment:
    return Moment(op="≤", year=year, month=month, day=day)


def on(year: int | None, month: int | None, day: int | None = None) -> Moment:
    return Moment(op="=", year=year, month=month, day=day)


def months(year: int | None, first: int, last: int, last_year: int | None = None) -> Period:
    return Period(year=year, first_month=first, last_month=last, last_year=last_year or year)


_LETTERS = {"O": Assumed.OPERATOR, "U": Assumed.UNIT, "Y": Assumed.YEAR}

# Values as published, with where each was found, what it leaves open (operator, unit, year),
# and the direction that it gives.
PUBLISHED: list[tuple[str, str, Reading | None, str, str]] = [
    ("9次", "seed", q("", "9", "次"), "O", ""),
    ("≥90%", "seed", q("≥", "90", "%"), "", ""),
    ("≤2天", "seed (under a 率 indicator)", q("≤", "2", "天"), "", ""),
    ("≥9000元", "seed", q("≥", "9000", "元"), "", ""),
    ("≥400平方米", "tianjin-hebeiqu-fayuan-2023", q("≥", "400", "平方米"), "", ""),
    ("≥98百分比", "tianjin-hebeiqu-fayuan-2023", q("≥", "98", "百分比"), "", ""),
    ("100百分比", "tianjin-hebeiqu-fayuan-2023", q("", "100", "百分比"), "O", ""),
    ("20万元", "tianjin-hebeiqu-fayuan-2023", q("", "20", "万元"), "O", ""),
    ("持续影响", "tianjin-hebeiqu-fayuan-2023", Phrase("持续影响"), "", ""),
    ("1人", "tianjin-hebeiqu-fayuan-2023", q("", "1", "人"), "O", ""),
    ("≥900件", "tianjin-hebeiqu-fayuan-2023", q("≥", "900", "件"), "", ""),
    ("≥90百分比", "tianjin-hebeiqu-fayuan-2023", q("≥", "90", "百分比"), "", ""),
    ("≥95百分比", "tianjin-hebeiqu-fayuan-2023", q("≥", "95", "百分比"), "", ""),
    ("100元", "tianjin-hebeiqu-fayuan-2023", q("", "100", "元"), "O", ""),
    ("100% | 90% | 85% | <85%", "hebei-handan-2019-kunnan", bands("100%", "90%", "85%", "<85%"), "", ""),
    ("90% | 80% | 70% | <70%", "hebei-handan-2019-kunnan", bands("90%", "80%", "70%", "<70%"), "", ""),
    ("85% | 80% | 70% | <70%", "hebei-handan-2019-kunnan", bands("85%", "80%", "70%", "<70%"), "", ""),
    ("280人次", "hubei-huangshi-dangxiao-2022", q("", "280", "人次"), "O", ""),
    ("25人次", "hubei-huangshi-dangxiao-2022", q("", "25", "人次"), "O", ""),
    ("6次", "hubei-huangshi-dangxiao-2022", q("", "6", "次"), "O", ""),
    ("70%", "hubei-huangshi-dangxiao-2022", q("", "70", "%"), "O", ""),
    ("220", "hubei-huangshi-dangxiao-2022", q("", "220", ""), "OU", ""),
    ("100%", "hubei-huangshi-dangxiao-2022", q("", "100", "%"), "O", ""),
    ("≥95%", "hubei-huangshi-dangxiao-2022", q("≥", "95", "%"), "", ""),
    ("≧300人", "ningxia-tongxin-2025-peixun", q("≥", "300", "人"), "", ""),
    ("≥100%", "ningxia-tongxin-2025-peixun", q("≥", "100", "%"), "", ""),
    ("2025年10月底前", "ningxia-tongxin-2025-peixun", Moment(op="≤", year=2025, month=10, day=None), "", ""),
    ("≦1000元/人", "ningxia-tongxin-2025-peixun", q("≤", "1000", "元/人"), "", ""),
    ("增加", "ningxia-tongxin-2025-peixun", Phrase("增加"), "", ""),
    ("提高", "ningxia-tongxin-2025-peixun", Phrase("提高"), "", ""),
    ("持续提高", "ningxia-tongxin-2025-peixun", Phrase("持续提高"), "", ""),
    ("正向 大于等于 98 %", "neimenggu-zhalaite-jcy-2025", q("≥", "98", "%"), "", "正向"),
    ("反向 小于等于 12 万元", "neimenggu-zhalaite-jcy-2025", q("≤", "12", "万元"), "", "反向"),
    ("正向 等于 100 %", "neimenggu-zhalaite-jcy-2025", q("=", "100", "%"), "", "正向"),
    ("反向 小于等于 1", "neimenggu-zhalaite-jcy-2025", q("≤", "1", ""), "U", "反向"),
    ("定性 长期", "neimenggu-zhalaite-jcy-2025", Phrase("长期"), "", "定性"),
    ("定性 有效提升", "neimenggu-zhalaite-jcy-2025", Phrase("有效提升"), "", "定性"),
    ("定性 11月底之前", "neimenggu-zhalaite-jcy-2025", Moment(op="≤", year=None, month=11, day=None), "Y", "定性"),
    ("88 / 100", "hunan-ningxiang-batang-2021", None, "", ""),
    ("=300天", "gansu-jiayuguan-2023-bowuguan", q("=", "300", "天"), "", ""),
    ("=99百分比", "gansu-jiayuguan-2023-bowuguan", q("=", "99", "百分比"), "", ""),
    ("长远", "gansu-jiayuguan-2023-bowuguan", Phrase("长远"), "", ""),
    ("增加岗位", "gansu-jiayuguan-2023-bowuguan", Phrase("增加岗位"), "", ""),
    ("=30000人次", "gansu-jiayuguan-2023-bowuguan", q("=", "30000", "人次"), "", ""),
    ("稳步提高", "hubei-qingshan-edu-2020 A", Phrase("稳步提高"), "", ""),
    ("巩固提高", "hubei-qingshan-edu-2020 B", Phrase("巩固提高"), "", ""),
    ("≥20座", "hunan-yueyangxian-2022-gaobiaozhun", q("≥", "20", "座"), "", ""),
    ("≥500人", "hunan-yueyangxian-2022-gaobiaozhun", q("≥", "500", "人"), "", ""),
    ("2km", "shaanxi-qingjian-2021-jiaotong", q("", "2", "km"), "O", ""),
    ("═ | 100 | %", "yunnan-yongde-mingliang-2022-ziping", q("=", "100", "%"), "", ""),
    ("95%以上", "hunan-xiangxi-texiao-2023", q("≥", "95", "%"), "", ""),
    ("2023年12月31日", "hunan-xiangxi-texiao-2023", Moment(op="=", year=2023, month=12, day=31), "", ""),
    ("有所提升", "hunan-xiangxi-texiao-2023", Phrase("有所提升"), "", ""),
    ("<24小时", "anhui-huangshan-gongan-2025", q("<", "24", "小时"), "", ""),
    ("有力保障", "anhui-huangshan-gongan-2025", Phrase("有力保障"), "", ""),
    ("≥100百分比", "anhui-guichi-tangxi-2022-ziping", q("≥", "100", "百分比"), "", ""),
    ("≤90万元", "anhui-guichi-tangxi-2022-ziping", q("≤", "90", "万元"), "", ""),
    ("达成预期指标", "anhui-guichi-tangxi-2022-ziping", Phrase("达成预期指标"), "", ""),
    ("=100%", "sichuan-daying-2023-ziping", q("=", "100", "%"), "", ""),
    ("0", "hunan-hengshan-2020-chubeiliang-ziping", q("", "0", ""), "OU", ""),
    ("无", "hunan-hengshan-2020-chubeiliang-ziping", Phrase("无"), "", ""),
    ("暂定量按15次作业且总航时不少于30小时测算", "anhui-bozhou-qixiang-2023", sentence(q("", "15", "次"), q("≥", "30", "小时")), "", ""),
    ("≥ | 1 | 人/年", "sichuan-jingyan-mata-2023", q("≥", "1", "人/年"), "", ""),
    ("200次", "hubei-ezhou-2022-jiguanshiwu", q("", "200", "次"), "O", ""),
    ("不超预算", "hubei-ezhou-2022-jiguanshiwu", Relative("≤", "预算"), "", ""),
    ("12月底到位", "sichuan-zhaohua-2021-tefu", Moment(op="≤", year=None, month=12, day=None), "Y", ""),
    (">=21933人", "anhui-suixi-2019-linshijiuzhu-ziping", q("≥", "21933", "人"), "", ""),
    ("≥**人", "anhui-suixi-2019 (indicator name)", Placeholder("≥**人"), "", ""),
    ("13969.56标箱", "beijing-tongzhou-shebao-2026-dangan", q("", "13969.56", "标箱"), "O", ""),
    ("≤99% (稳定运行率)", "beijing-tongzhou-shebao-2026-dangan", q("≤", "99", "%"), "", ""),
    ("2020年全年。", "sichuan-daying-jkq-2020-baojie", Period(year=2020, first_month=1, last_month=12, last_year=2020), "", ""),
    ("辖区企业满意率达95%以上。", "sichuan-daying-jkq-2020-baojie", sentence(q("≥", "95", "%")), "", ""),
    ("保障校内师生安全，维护正常教学秩序", "public repository", sentence(), "", ""),
    ("2026年12月", "public repository", Moment(op="=", year=2026, month=12, day=None), "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "where", "reading", "assumed", "direction"), PUBLISHED)
def test_a_published_value_has_its_reading(
    text: str, where: str, reading: Reading | None, assumed: str, direction: str
) -> None:
    target = targets.target(text)
    assert target.text == text
    assert target.reading == reading, where
    assert target.assumed == {_LETTERS[letter] for letter in assumed}
    assert target.direction == direction


READINGS: list[tuple[str, Reading | None]] = [
    # operators in disguise and in words
    ("⩾90%", q("≥", "90", "%")),
    ("≥=90%", q("≥", "90", "%")),
    ("＞＝90%", q("≥", "90", "%")),
    ("﹥5户", q(">", "5", "户")),
    ("＜24小时", q("<", "24", "小时")),
    ("不低于 90 %", q("≥", "90", "%")),
    ("不小于3次", q("≥", "3", "次")),
    ("至少2次", q("≥", "2", "次")),
    ("达到95%", q("≥", "95", "%")),
    ("达100%", q("≥", "100", "%")),
    ("应达到95%以上", q("≥", "95", "%")),
    ("力争达到≥95%", q("≥", "95", "%")),
    ("不超过5个工作日", q("≤", "5", "个工作日")),
    ("不得超过3天", q("≤", "3", "天")),
    ("最高不超过50万元", q("≤", "50", "万元")),
    ("控制在5%以内", q("≤", "5", "%")),
    ("控制在20万元", q("≤", "20", "万元")),
    ("超过5户", q(">", "5", "户")),
    ("超5户", q(">", "5", "户")),
    ("不足5户", q("<", "5", "户")),
    # bounds behind the number
    ("95%(含)以上", q("≥", "95", "%")),
    ("10人及以上", q("≥", "10", "人")),
    ("10人以下", q("≤", "10", "人")),
    ("3天以内", q("≤", "3", "天")),
    ("3天之内", q("≤", "3", "天")),
    ("2天内", q("≤", "2", "天")),
    ("2天内办结", q("≤", "2", "天")),
    ("2公里以外", q(">", "2", "公里")),
    ("超过95%以上", q(">", "95", "%")),
    ("低于5%以下", q("<", "5", "%")),
    ("=95%以上", q("≥", "95", "%")),
    ("≥95%以下", sentence(q("≥", "95", "%"))),
    # numbers
    ("１０次", q("", "10", "次")),
    ("1,030,700.00元", q("", "1030700.00", "元")),
    ("1，030元", q("", "1030", "元")),
    ("1,03元", None),
    ("两次", q("", "2", "次")),
    ("不少于三十人次", q("≥", "30", "人次")),
    ("零", q("", "0", "")),
    ("百分之九十以上", q("≥", "90", "%")),
    ("百分之百", q("", "100", "%")),
    ("万分之五", q("", "5", "‱")),
    ("九成以上", q("≥", "9", "成")),
    ("半年", q("", "0.5", "年")),
    ("-5%", q("", "-5", "%")),
    ("－5%", q("", "-5", "%")),
    ("≥10万页", q("≥", "100000", "页")),
    ("280万人次", q("", "2800000", "人次")),
    ("23.5万平方米", q("", "235000", "平方米")),
    ("3万", q("", "30000", "")),
    ("1亿2000万元", q("", "12000", "万元")),
    ("三十万元", q("", "30", "万元")),
    ("五千元", q("", "5000", "元")),
    ("5千克", q("", "5", "千克")),
    ("≤10万元/公里", q("≤", "10", "万元/公里")),
    # units
    ("≥400㎡", q("≥", "400", "㎡")),
    ("5‰", q("", "5", "‰")),
    ("36.5℃", q("", "36.5", "℃")),
    ("≥0.97比例", q("≥", "0.97", "比例")),
    # so many for each of something, without a unit before the stroke
    ("≤9/10万", q("≤", "9", "/10万")),
    ("≤18/十万人", q("≤", "18", "/十万人")),
    ("≤28.40/株", q("≤", "28.40", "/株")),
    ("20万/年", q("", "200000", "/年")),
    ("88/100", sentence()),
    ("300元/人·月", q("", "300", "元/人·月")),
    ("300元/人*月", q("", "300", "元/人*月")),
    ("300元/人.月", q("", "300", "元/人.月")),
    ("300元/（人·月）", q("", "300", "元/(人·月)")),
    ("300元每人每月", q("", "300", "元每人每月")),
    ("1场/次", q("", "1", "场/次")),
    ("5个百分点", q("", "5", "个百分点")),
    ("5百分点", q("", "5", "百分点")),
    ("3个月", q("", "3", "个月")),
    ("≤3月", q("≤", "3", "月")),
    ("3年", q("", "3", "年")),
    ("15日", q("", "15", "日")),
    ("12嘎查", q("", "12", "嘎查")),
    ("12嘎查以上", q("≥", "12", "嘎查")),
    ("90％", q("", "90", "%")),
    (" ≥ 90 % ", q("≥", "90", "%")),
    ("≥90%。", q("≥", "90", "%")),
    ("1000元/生·年", q("", "1000", "元/生·年")),
    ("2人/村以上", q("≥", "2", "人/村")),
    ("95（分）", q("", "95", "分")),
    ("≥85（%）以上", q("≥", "85", "%")),
    ("90﹪", q("", "90", "%")),
    ("> = 90%", q("≥", "90", "%")),
    ("20 万元", q("", "20", "万元")),
    ("10 万人", q("", "100000", "人")),
    # remarks
    ("100%及时", q("", "100", "%")),
    ("95（人工）", q("", "95", "")),
    ("220门课程", q("", "220", "门")),
    ("100%完成", q("", "100", "%")),
    ("10台（套）", q("", "10", "台")),
    ("5个乡镇", q("", "5", "个")),
    ("≥95%（问卷）", q("≥", "95", "%")),
    # ranges
    ("10-20次", r("10", "20", "次")),
    ("10～20", r("10", "20", "")),
    ("10—20个工作日", r("10", "20", "个工作日")),
    ("3至5次", r("3", "5", "次")),
    ("三至五次", r("3", "5", "次")),
    ("3%-5%", r("3", "5", "%")),
    ("-5至5%", r("-5", "5", "%")),
    ("3-5万元", r("3", "5", "万元")),
    ("3-5万人", r("30000", "50000", "人")),
    ("3-5天以内", r("3", "5", "天")),
    ("±5%", r("-5", "5", "%")),
    ("≤±5%以内", r("-5", "5", "%")),
    ("20-10次", sentence(q("", "10", "次"))),
    ("3次-5人", sentence(q("", "3", "次"), q("", "5", "人"))),
    ("±很多", None),
    # bands
    ("优：≥95%；良：≥90%；中：≥80%；差：<80%", bands("≥95%", "≥90%", "≥80%", "<80%")),
    ("优秀(95%)良好(90%)一般(80%)差(<80%)", bands("95%", "90%", "80%", "<80%")),
    ("100% | 90%", None),
    ("≥ | 100 | %", q("≥", "100", "%")),
    # dates and deadlines
    ("2023/12/31", on(2023, 12, 31)),
    ("2023-12-31", on(2023, 12, 31)),
    ("2023.1.5", on(2023, 1, 5)),
    ("2023-12", on(2023, 12)),
    ("2023.12", on(2023, 12)),
    ("20231231", on(2023, 12, 31)),
    ("20231331", q("", "20231331", "")),
    ("3月", on(None, 3)),
    ("12月31日", on(None, 12, 31)),
    ("2020年2月29日", on(2020, 2, 29)),
    ("2月29日", on(None, 2, 29)),
    ("2021年2月29日", None),
    ("2月30日", None),
    ("13月", None),
    ("8时", None),
    ("11月底之前", by(None, 11)),
    ("12月31日前全部完成", by(None, 12, 31)),
    ("不晚于2025年6月30日", by(2025, 6, 30)),
    ("截至12月底", by(None, 12)),
    ("≤2025年10月", by(2025, 10)),
    ("10月内", by(None, 10)),
    ("10月中旬前", by(None, 10, 20)),
    ("10月上旬", by(None, 10, 10)),
    ("10月下旬", by(None, 10)),
    ("二〇二五年十月底前", by(2025, 10)),
    ("十二月底前", by(None, 12)),
    ("第三季度末前", by(None, 9)),
    ("2025年底前", by(2025, None)),
    ("2025年内完成", by(2025, None)),
    ("年底前", by(None, None)),
    ("年终", by(None, None)),
    ("当年12月底前", by(None, 12)),
    ("每月15日前", by(None, None, 15)),
    ("每月40日前", sentence()),
    ("2025年前", None),
    ("2025年前完成", sentence()),
    ("≥2020年", None),
    # stretches of months
    ("2020年", months(2020, 1, 12)),
    ("2020年度", months(2020, 1, 12)),
    ("2020年全年", months(2020, 1, 12)),
    ("全年", months(None, 1, 12)),
    ("当年", months(None, 1, 12)),
    ("3月至5月", months(None, 3, 5)),
    ("1-12月", months(None, 1, 12)),
    ("2020年1-6月", months(2020, 1, 6)),
    ("自2020年1月至12月", months(2020, 1, 12)),
    ("2019年10月至2020年3月", months(2019, 10, 3, 2020)),
    ("2019年10月至次年3月", months(2019, 10, 3, 2020)),
    ("10月至次年3月", months(None, 10, 3)),
    ("10月至3月", None),
    ("一季度", months(None, 1, 3)),
    ("2020年第二季度", months(2020, 4, 6)),
    ("1-3季度", months(None, 1, 9)),
    ("上半年", months(None, 1, 6)),
    ("2020年下半年", months(2020, 7, 12)),
    ("2020-2022年", months(2020, 1, 12, 2022)),
    ("2020年至2022年", months(2020, 1, 12, 2022)),
    ("2022-2020年", None),
    ("2020年1月1日-2020年12月31日", months(2020, 1, 12)),
    ("2023-01-01至2023-12-31", months(2023, 1, 12)),
    ("5月1日至10日", dataclasses.replace(months(None, 5, 5), last_day=10)),
    ("5月1日至40日", sentence()),
    ("2020年3月5日至4月30日", dataclasses.replace(months(2020, 3, 4), first_day=5)),
    ("2025年2月30日", None),
    # words
    ("按时完成", Phrase("按时完成")),
    ("有效 提升", Phrase("有效 提升")),
    ("应保尽保", Phrase("应保尽保")),
    ("零投诉", Phrase("零投诉")),
    ("十分满意", Phrase("十分满意")),
    ("一次性", Phrase("一次性")),
    ("较上年增长", Phrase("较上年增长")),
    ("达到预期目标", Phrase("达到预期目标")),
    ("是", Phrase("是")),
    ("苹果", None),
    ("A级", Phrase("A级")),
    ("Ⅲ类水质", Phrase("Ⅲ类水质")),
    ("Ⅱ类以上", Relative("≥", "Ⅱ类")),
    ("成本严格控制在预算内", Relative("≤", "预算")),
    ("不超出预算", Relative("≤", "预算")),
    ("不超过批复金额", Relative("≤", "批复金额")),
    ("无重大事故", Phrase("无重大事故")),
    ("不高于上年", Relative("≤", "上年")),
    ("高于去年同期", Relative(">", "去年同期")),
    ("控制在预算以内", Relative("≤", "预算")),
    ("控制在预算范围内", Relative("≤", "预算")),
    ("预算内", Relative("≤", "预算")),
    ("不低于国家标准", Relative("≥", "国家标准")),
    ("合格以上", Relative("≥", "合格")),
    ("≥良好", Relative("≥", "良好")),
    ("不低于预算以内", sentence()),
    ("不满意", Phrase("不满意")),
    ("超预期", None),
    # blanks to fill in
    ("≥**人", Placeholder("≥**人")),
    ("≥XX%", Placeholder("≥XX%")),
    ("××次", Placeholder("××次")),
    ("≥×人", Placeholder("≥×人")),
    ("≥x人", Placeholder("≥x人")),
    ("……", Placeholder("……")),
    ("___次", Placeholder("___次")),
    ("MAXX", None),
    # sentences with figures, and what is too little to be one
    ("每年不少于3次", sentence(q("≥", "3", "次"))),
    ("1项制度得到完善", sentence(q("", "1", "项"))),
    ("满意度达到90%", sentence(q("≥", "90", "%"))),
    ("≥90%且≤100%", sentence(q("≥", "90", "%"), q("≤", "100", "%"))),
    ("较上年提高5个百分点", sentence(q("", "5", "个百分点"))),
    ("约100人", sentence(q("", "100", "人"))),
    ("100人左右", sentence(q("", "100", "人"))),
    ("10余人", sentence(q(">", "10", "人"))),
    ("百分之九十的群众满意", sentence(q("", "90", "%"))),
    ("2020年第3季度开展一个月宣传，共2次", sentence(q("", "1", "个月"), q("", "2", "次"))),
    ("一批一般项目一次性完成三个以上", sentence(q("≥", "3", "个"))),
    ("投入20万元用于3月培训", sentence(q("", "20", "万元"))),
    ("三级甲等", sentence(q("", "3", "级"))),
    ("7×24小时", sentence(q("", "24", "小时"))),
    ("1:20", sentence()),
    ("≤1：20", sentence()),
    ("1/3", sentence()),
    ("7×24", sentence()),
    ("三分之二", sentence()),
    ("一个", q("", "1", "个")),
    ("", None),
    ("。", None),
    ("%", None),
    ("≥", None),
    ("≥≤5", None),
    ("1.2.3", None),
    ("1e3", None),
    ("0x1F", None),
    ("- 5", None),
    ("第2期", None),
    ("|||", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reading"), READINGS)
def test_a_target_states_what_it_says(text: str, reading: Reading | None) -> None:
    assert targets.target(text).reading == reading


@pytest.mark.parametrize(
    ("text", "direction", "reading"),
    [
        ("正向 98%", "正向", q("", "98", "%")),
        ("正向指标：≥98%", "正向", q("≥", "98", "%")),
        ("反向≤5", "反向", q("≤", "5", "")),
        ("定性", "定性", None),
        ("正向引导", "", sentence()),
    ],
)
def test_a_direction_before_the_value_is_kept(
    text: str, direction: str, reading: Reading | None
) -> None:
    target = targets.target(text)
    assert (target.direction, target.reading) == (direction, reading)


@pytest.mark.parametrize(
    ("cells", "reading"),
    [
        (("大于等于", "98", "%"), q("≥", "98", "%")),
        (("═", "100", "%"), q("=", "100", "%")),
        (("≥", "1", "人/年"), q("≥", "1", "人/年")),
        (("≥", "10", "万页"), q("≥", "100000", "页")),
        (("≤", "3", "月"), q("≤", "3", "月")),
        (("", "3", "月"), q("", "3", "个月")),
        (("", "11月底之前", ""), by(None, 11)),
        (("", "长期", ""), Phrase("长期")),
        (("定性", "长期", ""), Phrase("长期")),
        (("", "", ""), None),
    ],
)
def test_a_split_target_is_read_as_one_text(
    cells: tuple[str, str, str], reading: Reading | None
) -> None:
    target = targets.split_target(*cells)
    assert target.text == "".join(cells)
    assert target.split == Split(op=cells[0], value=cells[1], unit=cells[2])
    assert target.reading == reading


def test_a_banded_target_has_no_single_value() -> None:
    four = bands("100%", "90%", "85%", "<85%")
    target = targets.banded_target(four)
    assert (target.text, target.quantity, target.bands) == ("100% 90% 85% <85%", None, four)


def test_every_operator_means_one_of_five() -> None:
    assert set(targets.OPERATORS.values()) == set("≥≤><=")
    assert all(targets.OPERATORS[sign] == sign for sign in "≥≤><=")


SAME = [
    ("1万元", "10000元", "10,000元", "一万元", "１万元", "0.0001亿元"),
    ("25%", "25.00%", "0.25", "25百分比", "百分之二十五", "２５％", "250‰", "2.5成"),
    ("10万页", "100000页", "十万页"),
    ("24小时", "1天", "1440分钟", "1日"),
    ("1年", "12个月", "4个季度"),
    ("2公里", "2km", "2000米", "2千米"),
    ("1平方公里", "100公顷", "1000000㎡"),
    ("1吨", "1000公斤", "1000kg"),
    ("300元/人·月", "300元每人每月", "300元/月·人", "0.03万元/（人.月）"),
    ("2万元/公里", "20元/米"),
]


@pytest.mark.parametrize("texts", SAME)
def test_equal_values_have_equal_measures(texts: tuple[str, ...]) -> None:
    measures = {found.measure for text in texts if (found := targets.quantity(text))}
    assert len(measures) == 1
    assert all(targets.quantity(text) for text in texts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5%", "5个百分点"),
        ("5人", "5人次"),
        ("5户", "5人"),
        ("30天", "1个月"),
        ("5天", "5个工作日"),
        ("1亩", "666平方米"),
        ("60元/小时", "1元/分钟"),
        ("5元", "5元/人"),
        ("5", "5次"),
    ],
)
def test_different_things_have_different_measures(one: str, other: str) -> None:
    first, second = targets.quantity(one), targets.quantity(other)
    assert first
    assert second
    assert first.measure != second.measure


@pytest.mark.parametrize("sign", "≥≤><=")
def test_words_and_signs_are_one_operator(sign: str) -> None:
    written = [word for word, operator in targets.OPERATORS.items() if operator == sign]
    assert {targets.quantity(f"{word}5次") for word in written} == {q(sign, "5", "次")}


_NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=2) | st.integers().map(Decimal)
_NAMES = {name for _, _, scales in UNITS for row in scales.values() for name in row.split()}
_MORE = {"", "万元", "亿元", "元/人·月", "人/年", "嘎查", "个批次"}
_UNITS = st.sampled_from(sorted(_NAMES | COUNTERS | _MORE))
_OPS = st.sampled_from(["", "≥", "≤", ">", "<", "="])
_YEARS = st.integers(1900, 2099)


_PLAIN = ("预算", "上年", "国家标准", "合格", "市场价", "行业平均")
_WORDS = st.lists(st.sampled_from(sorted(phrases.WORDS)), min_size=1, max_size=4).map("".join)


@st.composite
def _quantities(draw: st.DrawFn) -> Quantity:
    found = Quantity(draw(_OPS), draw(_NUMBERS), draw(_UNITS))
    # 3月 is a month, 8时 an hour, and 2020年 a year.
    assume(found.op or found.unit not in {"月", "月份", "时"})
    assume(found.unit != "年" or found.number not in range(1900, 2100))
    return found


@st.composite
def _ranges(draw: st.DrawFn) -> Range:
    low, high = sorted((draw(_NUMBERS), draw(_NUMBERS)))
    found = Range(low, high, draw(_UNITS))
    assume(found.unit not in {"年", "年度", "季度", "月", "月份", "日"})
    assume(found.unit or found.low not in range(1900, 2100))
    return found


@st.composite
def _moments(draw: st.DrawFn) -> Moment:
    if draw(st.booleans()):
        day = draw(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
        year = draw(st.sampled_from([day.year, None]))
        number = draw(st.sampled_from([day.day, None]))
        return Moment(op=draw(st.sampled_from("≤=")), year=year, month=day.month, day=number)
    year = draw(_YEARS | st.none())
    return by(year, None, None if year else draw(st.integers(1, 31) | st.none()))


@st.composite
def _periods(draw: st.DrawFn) -> Period:
    first, last = sorted((draw(_YEARS), draw(_YEARS)))
    low, high = draw(st.integers(1, 12)), draw(st.integers(1, 12))
    if draw(st.booleans()):
        return Period(year=None, first_month=low, last_month=high, last_year=None)
    assume((first, low) <= (last, high))
    days = st.integers(2, 27) | st.none()
    return Period(
        year=first,
        first_month=low,
        last_month=high,
        last_year=last,
        first_day=draw(days),
        last_day=draw(days),
    )


_RELATIVES = st.builds(Relative, st.sampled_from("≥≤><="), st.sampled_from(_PLAIN))
_READINGS = _quantities() | _ranges() | _moments() | _periods() | _RELATIVES | _WORDS.map(Phrase)


@settings(max_examples=300)
@given(_READINGS)
def test_what_is_written_is_read_again(
    reading: Quantity | Range | Moment | Period | Relative | Phrase,
) -> None:
    # 零 alone is a number, and no phrase is so long.
    assume(not isinstance(reading, Phrase) or (reading.text != "零" and len(reading.text) <= 20))
    assert targets.target(targets.format_reading(reading)).reading == reading


@pytest.mark.parametrize("text", [row[0] for row in PUBLISHED] + [row[0] for row in READINGS])
def test_what_is_read_is_written_as_it_reads(text: str) -> None:
    reading = targets.target(text).reading
    if isinstance(reading, Quantity | Range | Moment | Period | Relative | Phrase):
        assert targets.target(targets.format_reading(reading)).reading == reading


_SIGNS = st.text(
    alphabet="0123456789０９.,，十百千万亿一两三〇零点半分之年月日底前内至到-~±元%％人次个·/（）()|≥≤<>=超不低于达到以上下约余优良中差 *×X…",
    max_size=24,
)


@given(_SIGNS | st.text(max_size=40))
@example("1" + "0" * 28)
@example("±")
@example("优良中差")
def test_no_text_breaks_the_grammar(text: str) -> None:
    target = targets.target(text)
    assert target.text == text
    if isinstance(target.reading, Quantity | Range | Moment | Period | Relative | Phrase):
        written = targets.format_reading(target.reading)
        assert targets.target(written).reading == target.reading


@given(st.text(alphabet="0123456789.", min_size=1, max_size=60), _UNITS)
def test_a_number_neither_gains_nor_loses_digits(digits: str, unit: str) -> None:
    found = targets.quantity(f"≥{digits}{unit}")
    assert found is None or f"{found.number:f}" == f"{Decimal(digits.rstrip('.')):f}"


@given(_SIGNS)
def test_no_float_is_anywhere_in_a_target(text: str) -> None:
    found = targets.target(text)
    stack: list[object] = [found, found.quantity and found.quantity.measure]
    while stack:
        part = stack.pop()
        assert not isinstance(part, float)
        if dataclasses.is_dataclass(part):
            stack += [getattr(part, field.name) for field in dataclasses.fields(part)]
        elif isinstance(part, tuple | frozenset):
            stack += part


BLANKS = " " * 200_000


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (f"{BLANKS}5{BLANKS}", q("", "5", "")),
        (f"{BLANKS}≥{BLANKS}5{BLANKS}次{BLANKS}", q("≥", "5", "次")),
        (f"{BLANKS}y", None),
        (f"≥{BLANKS}y", None),
        (f"5{BLANKS}x1", None),
        (f"5百{BLANKS}x", q("", "500", "x")),
        (f"2020{BLANKS}x", q("", "2020", "x")),
        (f"{'1' * 200_000}!", None),
        (f"5{'百' * 200_000}!", sentence()),
        (f"{'1,111' * 40_000}", None),
        (f"{'一' * 200_000}", sentence()),
        (f"{'不超' * 100_000}", sentence()),
        (f"{'优1良1中1' * 40_000}", sentence()),
        (f"{'2020年' * 40_000}", sentence()),
        (f"{'(1' * 70_000}", None),
        (f"{'1-' * 90_000}", None),
        (f"{'1元/' * 60_000}", sentence(*[q("", "1", "元")] * 60_000)),
        ("提高" * 90_000, sentence()),
        ("|" * 200_000, None),
    ],
    ids=range(19),
)
def test_a_target_may_be_long(text: str, reading: Reading | None) -> None:
    # Read in one pass: these take minutes where each sign looks at all others.
    assert targets.target(text).reading == reading
