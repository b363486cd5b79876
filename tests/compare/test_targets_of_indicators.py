"""What a bare number means is told by direction, name and class of its indicator."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfspec.compare import Shift, TargetChange
from perfspec.compare import targets as compared
from perfspec.diagnostics import Place
from perfspec.model import Indicator, IndicatorClass
from perfspec.values import Bands, targets

SAME, TIGHTENED, RELAXED, REVERSED = Shift.SAME, Shift.TIGHTENED, Shift.RELAXED, Shift.REVERSED
SHIFTED, REDEFINED, QUANTIFIED = Shift.SHIFTED, Shift.REDEFINED, Shift.QUANTIFIED

_CLASSES = {
    "数量": "output.quantity",
    "质量": "output.quality",
    "时效": "output.timeliness",
    "成本": "output.cost",
    "经济成本": "cost.economic",
    "社会": "benefit.social",
    "满意": "satisfaction.served",
}


def _row(label: str, name: str, target: str) -> Indicator:
    """Return an indicator; a class that the form does not know has no standard class."""
    classified = IndicatorClass(first="产出指标", second=label, standard=_CLASSES.get(label, ""))
    return Indicator(
        id="a",
        classified=classified,
        name=name,
        description="",
        target=targets.target(target),
        basis="",
        weight="",
        fields={},
        at=Place("projects/a.yaml", ("indicators", 0)),
    )


def _change(old: str, new: str, years: int = 0) -> TargetChange:
    """Return the change between two rows, each written as `class name target`."""
    return compared.of_indicators(_row(*old.split(" ", 2)), _row(*new.split(" ", 2)), years=years)


# Class and name, the older and the newer target, what became of it, the operator assumed.
BARE: list[tuple[str, str, str, Shift, str]] = [
    # classes
    ("数量 培训人次", "280人次", "300人次", TIGHTENED, "≥"),
    ("质量 培训完成率", "100%", "95%", RELAXED, "≥"),
    ("成本 项目成本", "20万元", "25万元", RELAXED, "≤"),
    ("成本 参审案件补助", "100元", "90元", TIGHTENED, "≤"),
    ("经济成本 设备购置成本", "12万元", "10万元", TIGHTENED, "≤"),
    ("经济成本指标 设备购置成本", "12万元", "10万元", TIGHTENED, "≤"),
    ("成本 项目成本", "20", "18", TIGHTENED, "≤"),
    ("成本 成本节约率", "5%", "8%", TIGHTENED, "≥"),
    ("成本 节约金额", "5万元", "3万元", RELAXED, "≥"),
    ("成本 成本控制率", "100%", "95%", TIGHTENED, "≤"),
    ("成本 预算执行率", "100%", "95%", RELAXED, "≥"),
    ("成本 培训人数", "50人", "60人", TIGHTENED, "≥"),
    ("时效 完成时限", "30天", "20天", TIGHTENED, "≤"),
    ("时效 任务完成时限（月）", "10", "12", RELAXED, "≤"),
    ("时效指标 完成时限", "30天", "20天", TIGHTENED, "≤"),
    ("时效 及时完成率", "100%", "95%", RELAXED, "≥"),
    ("时效 免费开放天数", "300天", "280天", RELAXED, "≥"),
    ("时效 工期缩短天数", "5天", "8天", TIGHTENED, "≥"),
    # names
    ("质量 档案著录差错率", "5%", "3%", TIGHTENED, "≤"),
    ("社会 群众投诉率", "1%", "2%", RELAXED, "≤"),
    ("社会 重大生产安全事故起数", "0起", "1起", RELAXED, "≤"),
    ("社会 事故下降率", "5%", "8%", TIGHTENED, "≥"),
    ("质量 故障响应时间", "2小时", "30分钟", TIGHTENED, "≤"),
    ("成本 服务对象满意度", "90%", "95%", TIGHTENED, "≥"),
    ("社会 降低群众投诉率", "5%", "8%", TIGHTENED, "≥"),
    ("数量 群众投诉件数", "50件", "60件", TIGHTENED, "≥"),
    ("社会 投诉处理率", "95%", "98%", TIGHTENED, "≥"),
    # directions
    ("社会 受益人数", "反向 5人", "4人", TIGHTENED, "≤"),
    ("成本 项目成本", "20万元", "正向 25万元", TIGHTENED, "≥"),
    # nothing is told: 0 is none, and something is at least so much
    ("质量 变质比例", "0", "1%", RELAXED, "≤"),
    ("数量 新增床位", "0张", "5张", TIGHTENED, "≥"),
    ("社会 受益人数", "90人", "80人", RELAXED, "≥"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "old", "new", "shift", "op"), BARE)
def test_a_bare_number_is_read_as_its_indicator_says(
    row: str, old: str, new: str, shift: Shift, op: str
) -> None:
    found = _change(f"{row} {old}", f"{row} {new}")
    assert (found.shift, found.old_assumed, found.new_assumed) == (shift, op, op)


@pytest.mark.parametrize(
    ("old", "new", "shift", "old_op", "new_op"),
    [
        # The other year tells where nothing else does, and the name where it can.
        ("数量 车辆采购数量 ≤1辆", "数量 车辆采购数量 1辆", SAME, "", "≤"),
        ("数量 车辆采购数量 3辆", "数量 车辆采购数量 ≤1辆", TIGHTENED, "≤", ""),
        ("质量 设备完好率 95%", "质量 设备完好率 ≤95%", REVERSED, "≥", ""),
        ("成本 项目成本 ≥9000元", "成本 项目成本 9000元", REVERSED, "", "≤"),
        ("数量 免费开放天数 =300天", "数量 免费开放天数 300天", SAME, "", "="),
        # What one year tells holds for both; what both tell is kept apart.
        ("数量 完成时限 30天", "时效 完成时限 20天", TIGHTENED, "≤", "≤"),
        ("质量 群众满意率 90%", "质量 群众投诉率 5%", REVERSED, "≥", "≤"),
        ("质量 群众满意率 90%", "质量 群众投诉率 90%", REVERSED, "≥", "≤"),
        ("社会 受益人数 正向 90人", "社会 受益人数 反向 90人", REVERSED, "≥", "≤"),
        # Operators that are stated are not assumed.
        ("成本 项目成本 ≥9000元", "成本 项目成本 ≥9000元", SAME, "", ""),
        ("质量 群众满意率 提高", "质量 群众满意率 90%", QUANTIFIED, "", ""),
        ("质量 群众满意率 30人", "质量 群众满意率 90%", REDEFINED, "", ""),
    ],
)
def test_two_years_are_read_by_what_is_known_of_them(
    old: str, new: str, shift: Shift, old_op: str, new_op: str
) -> None:
    found = _change(old, new)
    assert (found.shift, found.old_assumed, found.new_assumed) == (shift, old_op, new_op)


@pytest.mark.parametrize(
    ("old", "new", "shift", "units"),
    [
        ("时效 及时率（%） 95", "时效 及时率（%） 98%", TIGHTENED, ("%", "")),
        ("时效 及时率（%） 95", "时效 及时率 98", TIGHTENED, ("%", "%")),
        ("时效 及时率（%） 95", "时效 及时率（‰） 950", SAME, ("%", "‰")),
        ("成本 项目成本（万元） 20", "成本 项目成本 180000元", TIGHTENED, ("万元", "")),
        ("成本 项目成本 20", "成本 项目成本 20万元", REDEFINED, ("", "")),
    ],
)
def test_a_name_may_have_the_unit(old: str, new: str, shift: Shift, units: tuple[str, str]) -> None:
    found = _change(old, new)
    assert (found.shift, found.old_unit, found.new_unit) == (shift, *units)


@pytest.mark.parametrize(
    ("old", "new", "mended"),
    [
        ("成本 平均每月的费用 ≥9000元", "成本 平均每月的费用 ≤9000元", True),
        ("成本 平均每月的费用 ≥9000元", "成本 平均每月的费用 9000元", True),
        ("质量 设备完好率 ≤95%", "质量 设备完好率 ≥95%", True),
        ("质量 设备完好率 ≥95%", "质量 设备完好率 ≤95%", False),
        ("质量 设备完好率 ≥国家标准", "质量 设备完好率 ≤国家标准", False),
        ("质量 设备完好率 95%", "质量 设备完好率 <95%", False),
        ("社会 受益人数 ≥5人", "社会 受益人数 反向 ≤5人", True),
        ("社会 受益人数 ≥5人", "社会 受益人数 ≤5人", None),
        ("质量 群众满意率 90%", "质量 群众投诉率 5%", None),
        ("质量 设备完好率 设备完好率达95%", "质量 设备完好率 设备完好率不超过95%", None),
    ],
)
def test_a_turned_sign_may_mend_what_was_wrong(old: str, new: str, mended: bool | None) -> None:
    there, back = _change(old, new), _change(new, old)
    assert there.shift is REVERSED
    assert (there.mended, there.is_weaker) == (mended, mended is not True)
    assert back.mended is (None if mended is None else not mended)


def test_a_difference_is_in_the_newer_unit() -> None:
    there = _change("成本 项目成本（万元） 20", "成本 项目成本 180000元")
    assert there.difference == Decimal(-20000)
    assert compared.mirrored(there).difference == Decimal(2)


def test_bands_and_sentences_are_read_as_their_indicator_says() -> None:
    bands = _change("时效 完成时限 5天 | 6天 | 7天 | 7天", "时效 完成时限 4天 | 6天 | 7天 | >7天")
    assert (bands.shift, bands.old_assumed) == (TIGHTENED, "≤")
    words = _change("时效 完成时限 5天 | 6天 | 7天 | 7天", "时效 完成时限 优 | 良 | 中 | 差")
    assert words.shift is Shift.DEQUANTIFIED
    sentence = _change("时效 完成时限 受理以后5天答复", "时效 完成时限 受理以后4天答复")
    assert (sentence.shift, sentence.new_assumed) == (TIGHTENED, "≤")


def test_years_move_the_deadline_of_an_indicator() -> None:
    old, new = "时效 完成时间 2020年底前", "时效 完成时间 2021年底前"
    assert _change(old, new, years=1).shift is SAME
    assert _change(old, new).shift is RELAXED


_NAMES = st.sampled_from(
    [
        "完成时限",
        "及时率（%）",
        "及时率",
        "群众投诉率",
        "设备完好率",
        "项目成本",
        "成本节约率",
        "培训人次",
        "项目成本（万元）",
    ]
)
_TEXTS = st.sampled_from(
    [
        *("5天", "≤3天", "3-5天", "受理以后5天答复", "受理以后4天答复", "12月底前", "2020年底前"),
        *("95", "95%", "≥90%", "=95%", "0", "20", "20万元", "≤20万元", "2021年底前", "提高"),
        *("反向 5%", "正向 5%", "≥9000元", "≤9000元", "90% | 80% | 70% | 70%"),
    ]
)
_ROWS = st.builds(_row, st.sampled_from([*_CLASSES, "效果指标"]), _NAMES, _TEXTS)


@given(_ROWS, _ROWS, st.integers(-1, 1))
def test_the_way_back_is_the_mirror(old: Indicator, new: Indicator, years: int) -> None:
    there = compared.of_indicators(old, new, years=years)
    back = compared.of_indicators(new, old, years=-years)
    assert back == compared.mirrored(there)


@given(_ROWS, st.integers(-1, 1))
def test_a_copied_indicator_has_the_same_target(row: Indicator, years: int) -> None:
    found = compared.of_indicators(row, row, years=years)
    assert (found.shift, found.difference) == (SAME, None)


def test_split_bands_have_no_unit_of_their_own() -> None:
    four = Bands(excellent="优", good="良", fair="中", poor="差")
    row = _row("时效", "完成时限", "5天")
    worded = Indicator(
        id="a",
        classified=row.classified,
        name=row.name,
        description="",
        target=targets.banded_target(four),
        basis="",
        weight="",
        fields={},
        at=row.at,
    )
    assert compared.of_indicators(worded, row).shift is QUANTIFIED
