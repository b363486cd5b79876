"""What became of a target: a table of two targets and the change between them."""

# ruff: noqa: E501 — a case of a table is read in one line

from decimal import Decimal

import pytest

from perfspec.compare import Shift, TargetChange
from perfspec.compare import targets as compared
from perfspec.values import Bands, Target, targets

SAME, TIGHTENED, RELAXED, REVERSED = Shift.SAME, Shift.TIGHTENED, Shift.RELAXED, Shift.REVERSED
SHIFTED, REDEFINED, REWORDED = Shift.SHIFTED, Shift.REDEFINED, Shift.REWORDED
QUANTIFIED, DEQUANTIFIED = Shift.QUANTIFIED, Shift.DEQUANTIFIED

# Older and newer text, what became of it, the operators assumed, the difference.
CHANGES: list[tuple[str, str, Shift, str, str, str]] = [
    # one value, written in another way
    ("9次", "9次", SAME, "≥", "≥", ""),
    ("9次", "≥9次", SAME, "≥", "", ""),
    ("≥9次", "9次", SAME, "", "≥", ""),
    ("≥90%", "≥90%", SAME, "", "", ""),
    ("≥90%", "≧90%", SAME, "", "", ""),
    ("≥90%", ">=90%", SAME, "", "", ""),
    ("≥90%", "不低于90%", SAME, "", "", ""),
    ("≥90%", "大于等于90%", SAME, "", "", ""),
    ("≥90%", "达到90%", SAME, "", "", ""),
    ("≥95%", "95%以上", SAME, "", "", ""),
    ("≥95%", "正向 大于等于 95 %", SAME, "", "", ""),
    ("≥98百分比", "≥98%", SAME, "", "", ""),
    ("100百分比", "100%", SAME, "≥", "≥", ""),
    ("100%", "100 %", SAME, "≥", "≥", ""),
    ("100%", "１００％", SAME, "≥", "≥", ""),
    ("25%", "25.00%", SAME, "≥", "≥", ""),
    ("90%", "百分之九十", SAME, "≥", "≥", ""),
    ("九成以上", "≥90%", SAME, "", "", ""),
    ("≥0.97比例", "≥97%", SAME, "", "", ""),
    ("5‰", "0.5%", SAME, "≥", "≥", ""),
    ("两次", "2次", SAME, "≥", "≥", ""),
    ("10万页", "100000页", SAME, "≥", "≥", ""),
    ("≥10万页", "≥100000页", SAME, "", "", ""),
    (">=21933人", "≥2.1933万人", SAME, "", "", ""),
    ("1万元", "10000元", SAME, "≥", "≥", ""),
    ("20万元", "200000.00元", SAME, "≥", "≥", ""),
    ("≤90万元", "≤900000元", SAME, "", "", ""),
    ("<24小时", "<1天", SAME, "", "", ""),
    ("≤2天", "2天内", SAME, "", "", ""),
    ("≤2天", "不超过48小时", SAME, "", "", ""),
    ("≤12个月", "≤1年", SAME, "", "", ""),
    ("2km", "2000米", SAME, "≥", "≥", ""),
    ("≤1000元/人", "≦0.1万元/人", SAME, "", "", ""),
    ("300元/人·月", "300元每人每月", SAME, "≥", "≥", ""),
    ("300元/人*月", "300元/（人.月）", SAME, "≥", "≥", ""),
    ("≥300名", "≥300人", SAME, "", "", ""),
    ("≥20批次", "≥20批", SAME, "", "", ""),
    ("超过5户", "≥6户", SAME, "", "", ""),
    ("不足6户", "≤5户", SAME, "", "", ""),
    ("0-5次", "≤5次", SAME, "", "", ""),
    ("═ | 100 | %", "=100%", SAME, "", "", ""),
    ("=100%", "100%", SAME, "", "=", ""),
    ("=300天", "300天", SAME, "", "=", ""),
    ("=100%", "≥100%", SAME, "", "", ""),
    ("≥200本", "≥200册", SAME, "", "", ""),
    ("0.9", "≥0.9比例", SAME, "≥", "", ""),
    ("≤0次", "=0次", SAME, "", "", ""),
    ("=0%", "≤0%", SAME, "", "", ""),
    ("10-20次", "10至20次", SAME, "", "", ""),
    ("±5%", "-5至5%", SAME, "", "", ""),
    ("3-5万元", "30000-50000元", SAME, "", "", ""),
    ("持续提高", "持续 提高", SAME, "", "", ""),
    ("定性 长期", "长期", SAME, "", "", ""),
    ("不超预算", "控制在预算以内", SAME, "", "", ""),
    ("12月底到位", "12月31日前", SAME, "", "", ""),
    ("2025年10月底前", "2025年10月31日前完成", SAME, "", "", ""),
    ("年底前", "12月底前", SAME, "", "", ""),
    ("12月底前", "2021年12月底前", SAME, "", "", ""),
    ("2023年12月31日", "2023年12月底前", SAME, "≤", "", ""),
    ("2020年全年。", "2020年1-12月", SAME, "", "", ""),
    ("全年", "12月底前", SAME, "≤", "", ""),
    ("2020年2月29日前", "2020年2月底前", SAME, "", "", ""),
    ("2月28日前", "2021年2月底前", SAME, "", "", ""),
    ("88 / 100", "88/100", SAME, "", "", ""),
    ("1/3", "1/3", SAME, "", "", ""),
    ("", "", SAME, "", "", ""),
    ("≥**人", "≥**人", SAME, "", "", ""),
    ("100% | 90% | 85% | <85%", "≥100% | ≥90% | ≥85% | 85%以下", SAME, "≥", "", ""),
    ("100% | 90% | 85% | <85%", "≥100% | ≥90% | ≥85% | 低于85%", SAME, "≥", "", ""),
    ("90% | 80% | 70% | 70%", "90% | 80% | 70% | <70%", SAME, "≥", "≥", ""),
    ("辖区企业满意率达95%以上。", "辖区企业满意率≥95%", SAME, "", "", ""),
    ("24小时内办结", "1天内办结", SAME, "", "", ""),
    ("1人", "1位", SAME, "≥", "≥", ""),
    # more is promised
    ("≥90%", "≥95%", TIGHTENED, "", "", "5"),
    ("≥90%", ">90%", TIGHTENED, "", "", "0"),
    ("≥95%", "超过95%", TIGHTENED, "", "", "0"),
    ("9次", "≥11次", TIGHTENED, "≥", "", "2"),
    ("9次", "11次", TIGHTENED, "≥", "≥", "2"),
    ("≥20座", "≥2000%", REDEFINED, "", "", ""),
    ("280人次", "300人次", TIGHTENED, "≥", "≥", "20"),
    ("≤3天", "≤2天", TIGHTENED, "", "", "-1"),
    ("≤3天", "≤36小时", TIGHTENED, "", "", "-36"),
    ("≤2小时", "≤30分钟", TIGHTENED, "", "", "-90"),
    ("<24小时", "≤12小时", TIGHTENED, "", "", "-12"),
    ("≤90万元", "≤850000元", TIGHTENED, "", "", "-50000"),
    ("≤1000元/人", "≤0.09万元/人", TIGHTENED, "", "", "-0.01"),
    ("≥95%", "=100%", TIGHTENED, "", "", "5"),
    ("≤99%", "=99百分比", TIGHTENED, "", "", "0"),
    ("≤5%", "≤5‰", TIGHTENED, "", "", "-45"),
    ("≥10次", "10-20次", TIGHTENED, "", "", ""),
    ("±5%", "±3%", TIGHTENED, "", "", ""),
    ("≥5个百分点", "≥6百分点", TIGHTENED, "", "", "1"),
    ("≥500人", "≥0.06万人", TIGHTENED, "", "", "100"),
    ("≥500人", "≥510名", TIGHTENED, "", "", "10"),
    ("12月底前", "6月底前", TIGHTENED, "", "", ""),
    ("12月底到位", "11月底之前", TIGHTENED, "", "", ""),
    ("2025年10月底前", "2025年10月中旬前", TIGHTENED, "", "", ""),
    ("12月底前", "10月", TIGHTENED, "", "≤", ""),
    ("2026年12月", "2026年12月31日", TIGHTENED, "", "", ""),
    ("全年", "6月底前", TIGHTENED, "≤", "", ""),
    ("每月15日前", "每月10日前", TIGHTENED, "", "", ""),
    ("≤预算", "<预算", TIGHTENED, "", "", ""),
    ("90% | 80% | 70% | <70%", "95% | 80% | 70% | <70%", TIGHTENED, "≥", "≥", ""),
    ("85% | 80% | 70% | <70%", "90% | 85% | 75% | <75%", TIGHTENED, "≥", "≥", ""),
    ("≤2% | ≤4% | ≤6% | >6%", "≤1% | ≤3% | ≤5% | >5%", TIGHTENED, "", "", ""),
    ("≥95% | 90%-95% | 80%-90% | <80%", "≥96% | 92%-96% | 80%-92% | <80%", TIGHTENED, "", "", ""),
    ("辖区企业满意率达95%以上。", "辖区企业满意率达98%以上。", TIGHTENED, "", "", "3"),
    ("满意度达到90%", "≥95%", TIGHTENED, "", "", "5"),
    ("220", "230门", TIGHTENED, "≥", "≥", "10"),
    ("0.9", "95%", TIGHTENED, "≥", "≥", "5"),
    ("正向 98%", "99%", TIGHTENED, "≥", "≥", "1"),
    ("反向 5天", "4天", TIGHTENED, "≤", "≤", "-1"),
    # less is promised
    ("≥95%", "≥90%", RELAXED, "", "", "-5"),
    ("≥95%", "90%以上", RELAXED, "", "", "-5"),
    ("11次", "9次", RELAXED, "≥", "≥", "-2"),
    ("≥900件", "800件", RELAXED, "", "≥", "-100"),
    ("≥400平方米", "≥0.03公顷", RELAXED, "", "", "-0.01"),
    ("=300天", "280天", RELAXED, "", "≥", "-20"),
    ("≤2天", "≤3天", RELAXED, "", "", "1"),
    ("≤2天", "≤1周", RELAXED, "", "", ""),
    ("≤3天", "≤100小时", RELAXED, "", "", "28"),
    ("≤90万元", "≤100万元", RELAXED, "", "", "10"),
    ("=30000人次", "≥3万人次", RELAXED, "", "", "0"),
    ("=1件", "≥1件", RELAXED, "", "", "0"),
    ("10-20次", "5-30次", RELAXED, "", "", ""),
    ("10-20次", "10次", RELAXED, "", "≥", ""),
    ("6月底前", "12月底前", RELAXED, "", "", ""),
    ("2026年12月31日", "2026年12月", RELAXED, "", "", ""),
    ("100% | 90% | 85% | <85%", "95% | 90% | 85% | <85%", RELAXED, "≥", "≥", ""),
    ("100% | 90% | 85% | <85%", "100% | 90% | 80% | <80%", RELAXED, "≥", "≥", ""),
    ("暂定量按15次作业且总航时不少于30小时测算", "暂定量按15次作业且总航时不少于20小时测算", RELAXED, "≥", "≥", ""),
    # the other way round, or beside it
    ("≥90%", "≤90%", REVERSED, "", "", "0"),
    ("≤99% (稳定运行率)", "≥99%", REVERSED, "", "", "0"),
    ("≥9000元", "≤0.9万元", REVERSED, "", "", "0"),
    ("9次", "≤9次", REVERSED, "≥", "", "0"),
    ("反向 5天", "正向 5天", REVERSED, "≤", "≥", "0"),
    ("≥国家标准", "不高于国家标准", REVERSED, "", "", ""),
    ("10-20次", "15-25次", SHIFTED, "", "", ""),
    ("=5次", "=6次", SHIFTED, "", "", "1"),
    ("=300天", "320天", SHIFTED, "", "≥", "20"),
    ("=100%", "≥120%", SHIFTED, "", "", "20"),
    ("10-20次", "15次", SHIFTED, "", "≥", ""),
    ("2023年12月31日", "2023年11月30日", SHIFTED, "", "", ""),
    ("3月至5月", "3月至6月", SHIFTED, "", "", ""),
    ("3月", "3月至5月", SHIFTED, "", "", ""),
    ("90% | 80% | 70% | <70%", "95% | 75% | 70% | <70%", SHIFTED, "≥", "≥", ""),
    ("培训3次，参加不少于50人", "培训4次，参加不少于40人", SHIFTED, "≥", "≥", ""),
    # another measure
    ("280人次", "280人", REDEFINED, "", "", ""),
    ("6次", "6批次", REDEFINED, "", "", ""),
    ("≤5个工作日", "≤5天", REDEFINED, "", "", ""),
    ("≤1个月", "≤30天", REDEFINED, "", "", ""),
    ("≥5%", "≥5个百分点", REDEFINED, "", "", ""),
    ("100元", "100元/件", REDEFINED, "", "", ""),
    ("300元/人·月", "300元/人", REDEFINED, "", "", ""),
    ("≥300人", "≥95%", REDEFINED, "", "", ""),
    ("10-20次", "10-20人", REDEFINED, "", "", ""),
    ("≥90%", "10-20次", REDEFINED, "", "", ""),
    ("≤20", "≤20万元", REDEFINED, "", "", ""),
    ("23.5", "235000平方米", REDEFINED, "", "", ""),
    ("0.5", "5%", REDEFINED, "", "", ""),
    ("≤2天", "12月底前", REDEFINED, "", "", ""),
    ("12月底前", "每月15日前", REDEFINED, "", "", ""),
    ("≤预算", "≤上年", REDEFINED, "", "", ""),
    ("90% | 80% | 70% | <70%", "≥90%", REDEFINED, "", "", ""),
    ("90% | 80% | 70% | <70%", "90分 | 80% | 70% | <70%", REDEFINED, "", "", ""),
    ("24小时内办结", "1个月内办结", REDEFINED, "", "", ""),
    ("每年不少于3次", "≥3次", REDEFINED, "", "", ""),
    ("7×24小时", "10-20次", REDEFINED, "", "", ""),
    ("88 / 100", "≥88%", REDEFINED, "", "", ""),
    ("1/3", "≥50%", REDEFINED, "", "", ""),
    # words and numbers
    ("提高", "≥9次", QUANTIFIED, "", "", ""),
    ("持续提高", "9次", QUANTIFIED, "", "", ""),
    ("≥**人", "≥300人", QUANTIFIED, "", "", ""),
    ("", "≥300人", QUANTIFIED, "", "", ""),
    ("按时完成", "12月底前", QUANTIFIED, "", "", ""),
    ("长期", "3-5年", QUANTIFIED, "", "", ""),
    ("不超预算", "≤20万元", QUANTIFIED, "", "", ""),
    ("优良", "90% | 80% | 70% | <70%", QUANTIFIED, "", "", ""),
    ("保障校内师生安全，维护正常教学秩序", "保障校内师生安全，巡查不少于3次", QUANTIFIED, "", "", ""),
    ("0", "无", DEQUANTIFIED, "", "", ""),
    ("≥95%", "有所提升", DEQUANTIFIED, "", "", ""),
    ("2025年10月底前", "按时完成", DEQUANTIFIED, "", "", ""),
    ("≥300人", "", DEQUANTIFIED, "", "", ""),
    ("10-20次", "不定期开展检查工作", DEQUANTIFIED, "", "", ""),
    ("100% | 90% | 85% | <85%", "优 | 良 | 中 | 差", DEQUANTIFIED, "", "", ""),
    ("提高", "稳步提高", REWORDED, "", "", ""),
    ("有力保障", "达成预期指标", REWORDED, "", "", ""),
    ("", "长期", REWORDED, "", "", ""),
    ("≥**人", "≥××人", REWORDED, "", "", ""),
    ("不超预算", "有力保障", REWORDED, "", "", ""),
    ("1/3", "1/2", REWORDED, "", "", ""),
    ("优 | 良 | 中 | 差", "好 | 良 | 中 | 差", REWORDED, "", "", ""),
    ("每年不少于3次", "每季度不少于3次", REWORDED, "", "", ""),
    ("每年不少于3次", "每年不少于3次、50人", REWORDED, "", "", ""),
    ("约100人", "100人左右", REWORDED, "", "", ""),
]  # fmt: skip


@pytest.mark.parametrize("row", CHANGES, ids=lambda row: f"{row[0]} {row[1]}")
def test_a_target_changes_by_what_it_accepts(row: tuple[str, str, Shift, str, str, str]) -> None:
    old, new, shift, old_op, new_op, difference = row
    found = compared.change(targets.target(old), targets.target(new))
    assert (found.old.text, found.new.text) == (old, new)
    assert (found.shift, found.old_assumed, found.new_assumed) == (shift, old_op, new_op)
    # As it is printed: 5, and neither 5.00 nor 5E+0.
    assert (None if found.difference is None else str(found.difference)) == (difference or None)


@pytest.mark.parametrize(
    ("old", "new", "shift", "old_op", "new_op"),
    [
        ("5天", "4天", TIGHTENED, "≤", "≤"),
        ("20万元", "≤20万元", SAME, "≤", ""),
        ("20万元", "=20万元", SAME, "=", ""),
        ("9000元", "≥9000元", REVERSED, "≤", ""),
        ("20万元", "25万元", RELAXED, "≤", "≤"),
        ("5% | 8% | 10% | >10%", "4% | 8% | 10% | >10%", TIGHTENED, "≤", "≤"),
        ("5% | 6%-8% | 9%-10% | 10%", "5% | 6%-9% | 9%-10% | >10%", RELAXED, "≤", "≤"),
        ("≥95% | 90% | 85% | 85%", "≥95% | 91% | 85% | <85%", TIGHTENED, "≥", "≥"),
        ("培训3次以后办结", "培训2次以后办结", TIGHTENED, "≤", "≤"),
        ("正向 5%", "4%", RELAXED, "≥", "≥"),
    ],
)
def test_a_bare_number_may_be_a_ceiling(
    old: str, new: str, shift: Shift, old_op: str, new_op: str
) -> None:
    found = compared.change(targets.target(old), targets.target(new), ceiling=True)
    assert (found.shift, found.old_assumed, found.new_assumed) == (shift, old_op, new_op)


@pytest.mark.parametrize(
    ("old", "new", "years", "shift"),
    [
        ("2020年12月底前", "2021年12月底前", 1, SAME),
        ("2020年12月底前", "2021年12月底前", 0, RELAXED),
        ("2020年12月底前", "2021年11月底前", 1, TIGHTENED),
        ("2020年11月底前", "2021年12月底前", 1, RELAXED),
        ("2020年12月底前", "2022年6月底前", 1, RELAXED),
        # A deadline that stands in both is not moved.
        ("2025年12月底前", "2025年12月底前", 1, SAME),
        ("2025年6月底前", "2025年12月底前", 1, RELAXED),
        ("12月底前", "2021年12月底前", 1, SAME),
        ("2020年12月底前", "12月底前", 1, SAME),
        ("2020年2月29日前", "2021年2月28日前", 1, SAME),
        ("2020年2月28日前", "2021年2月28日前", 1, SAME),
        ("2020年3月5日", "2021年3月5日", 1, SAME),
        ("2020年3月5日", "2021年3月6日", 1, SHIFTED),
        ("2020年全年", "2021年全年", 1, SAME),
        ("2019年10月至2020年3月", "2020年10月至次年3月", 1, SAME),
        ("10月至次年3月", "2020年10月至2021年3月", 1, SAME),
        ("2020-2022年", "2020-2023年", 1, SHIFTED),
        ("2020年3月至3月", "2021年3月", 1, SAME),
        ("2021年底前", "2020年底前", -1, SAME),
        ("2025年前完成", "2026年前完成", 1, SAME),
        ("2025年前完成", "2026年前完成", 0, REWORDED),
        ("2020年培训3次", "2021年培训2次", 1, RELAXED),
        ("2020年培训3次", "2021年培训2次", 2, REWORDED),
    ],
)
def test_a_deadline_moves_with_the_year_of_the_filing(
    old: str, new: str, years: int, shift: Shift
) -> None:
    found = compared.change(targets.target(old), targets.target(new), years=years)
    assert found.shift is shift


@pytest.mark.parametrize(
    ("old", "new", "units"),
    [
        ("220", "230门", ("门", "")),
        ("95%", "98", ("", "%")),
        ("0.9", "95%", ("", "")),
        ("2-4", "3-5次", ("次", "")),
        ("0", "5次", ("次", "")),
        ("220", "230", ("", "")),
    ],
)
def test_a_missing_unit_is_that_of_the_other_year(
    old: str, new: str, units: tuple[str, str]
) -> None:
    found = compared.change(targets.target(old), targets.target(new))
    assert found.shift in {SHIFTED, TIGHTENED}
    assert (found.old_unit, found.new_unit) == units


@pytest.mark.parametrize(
    ("old", "new", "weaker"),
    [
        ("≥95%", "≥90%", True),
        ("≥90%", "≤90%", True),
        ("≥90%", "明显提升", True),
        ("≥90%", "≥95%", False),
        ("10-20次", "15-25次", False),
        ("≥300人", "≥300人次", False),
        ("=100%", "≥100%", False),
    ],
)
def test_what_promises_less_is_weaker(old: str, new: str, weaker: bool) -> None:
    assert compared.change(targets.target(old), targets.target(new)).is_weaker is weaker


def _split(*cells: str) -> Target:
    return targets.split_target(*cells)


def test_a_split_target_is_compared_with_one_text() -> None:
    change = compared.change(targets.target("≥95%"), _split("大于等于", "98", "%"))
    assert (change.shift, change.difference) == (TIGHTENED, Decimal(3))
    assert compared.change(_split("", "3", "月"), targets.target("3个月")).shift is SAME


def test_empty_bands_are_words() -> None:
    def banded(excellent: str) -> Target:
        four = Bands(excellent=excellent, good="", fair="", poor="")
        return targets.banded_target(four)

    def shift(old: str, new: str) -> Shift:
        return compared.change(banded(old), banded(new)).shift

    assert shift("", "") is SAME
    assert shift("", "≥95%") is QUANTIFIED
    assert shift("≥95%", "") is DEQUANTIFIED


def test_a_change_is_told_by_both_of_its_targets() -> None:
    old, new = targets.target("≥90%"), targets.target("≥95%")
    assert compared.change(old, new) == TargetChange(
        shift=TIGHTENED, old=old, new=new, difference=Decimal(5)
    )


def test_targets_may_be_long() -> None:
    digits = "9" * 60_000
    long = compared.change(targets.target(f"≥{digits}个"), targets.target(f"≥{digits}0个"))
    assert long.shift is TIGHTENED
    hours = compared.change(targets.target(f"≥{digits}分钟"), targets.target(f"≥{digits}0小时"))
    assert hours.shift is TIGHTENED
    text = "培训3次，" * 20_000
    words = compared.change(targets.target(text), targets.target(f"{text}培训2次"))
    assert words.shift is REWORDED
    assert (
        compared.change(
            targets.target(f"2020年{text}"), targets.target(f"2021年{text}"), years=1
        ).shift
        is SAME
    )
