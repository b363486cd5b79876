"""Amounts that have to agree: budget, sources, plan, purpose, name, cost targets."""

# ruff: noqa: E501 — a case of a table is read in one line

from decimal import Decimal

import pytest

from perfspec.evidence import money, names
from perfspec.review import (
    amount_exceeds_budget,
    amount_in_name,
    budget_sum,
    cost_vs_budget,
    money_unit,
    number_format,
    payment_plan,
    purpose_sum,
)
from perfspec.rule import Rule
from tests.review.examples import Examined, examine

SEED = "用于互联网安全宣传活动，大型宣传活动11次（国家安全教育日1次、国家网络安全宣传周7次，国家宪法日1次，互联网联合执法普法宣传2次），宣传材料费55000元（宣传品为宣传彩页、手册、海报及各类定制宣传品）；全年至少开展两次专业培训，印制网评学习资料、网评典型案例等资料，费用15000万元，网信办公经费32500元，网络安全调研10000元（对全县一中心一站走访调研）"
LIST = "用于馆藏纸质档案数字化10万页，其中扫描加工费150000元，数据质检费30000元，存储设备20000元"
WAN = "form: {money_unit: 万元}\n"


def spent(rule: Rule, total: str, text: str, more: str = "") -> Examined:
    """Return what `rule` says of a project with one source and the purpose `text`."""
    budget = f"budget: {{total: {total}, sources: {{fiscal: {total}, other: 0}}}}"
    return examine(rule, f"{budget}\npurpose: '{text}'\n{more}")


def costing(rule: Rule, total: str, *rows: str, more: str = "") -> Examined:
    """Return what `rule` says of a project with the indicators `rows`."""
    listed = "".join(f"  - {{{row}}}\n" for row in rows)
    return spent(rule, total, "用于档案数字化", f"indicators:\n{listed}{more}")


# Purposes as other provinces write them: unit prices, stages, money of others, sums of sums.
SOUND = [
    ("864000", "培训高素质农民360人，按人均2400元标准补助，共86.4万元"),
    (
        "45000000",
        "建设高标准农田3万亩，亩均投资3000元，总投资9000万元，2026年安排4500万元，2027年安排4500万元",
    ),
    ("408000", "临聘人员10名，工资2500元/人/月，社保900元/人/月，全年共需资金40.8万元"),
    ("1240000", "改造62户危房，其中C级40户，每户补助1.4万元；D级22户，每户补助3.1万元"),
    ("360000", "更新执法执勤用车2辆，每辆18万元，含购置税；报废旧车2辆（原值40万元）"),
    ("960000", "全县48个社区，每个社区2万元工作经费"),
    (
        "12000000",
        "新建教学楼1栋，投资1200万元，其中土建工程900万元（含基础工程200万元，主体工程700万元），安装工程200万元，室外工程100万元",
    ),
    (
        "5000000",
        "项目总投资1.5亿元，申请专项债券8000万元，县级配套500万元，2026年支付工程进度款500万元",
    ),
    (
        "300000",
        "倒房户每户补助2万元，严重损房户每户补助5000元，受灾群众冬春生活救助人均不低于150元",
    ),
    ("3150000", "支付2019年发行的一般债券9000万元利息，年利率3.5%"),
    ("1188000", "用于支付物业服务合同价款118.8万元，每月9.9万元"),
    ("150000", "1.国培计划配套5万元；2.校长培训6万元；3.骨干教师外出学习4万元"),
    ("125000", "公务接待费2.5万元，公务用车运行维护费10万元，与上年12.5万元持平"),
    ("2000000", "对考核优秀的5个村各奖励20万元，良好的10个村各奖励10万元"),
    ("850000", "采购流感疫苗1万支，单价85元"),
    ("480000", "为65岁以上老年人4000人免费体检，每人120元"),
    ("250000", "等保测评8万元，5G专网租赁费12万元/年，系统运维5万元"),
    ("1000000", "2025年预算80万元，2026年预算100万元，增加20万元主要用于案件数量增长"),
    ("2400000", "环卫清扫服务费每季度60万元，全年240万元"),
    ("9600000", "禁牧补助7.5元/亩，草畜平衡奖励2.5元/亩，涉及草原面积200万亩"),
    ("3000000", "改造户厕1000户×3000元/户=300万元"),
    ("156000", "取暖面积6000平方米*26元=156000元"),
    ("1000000", "工程费用：85万元；工程建设其他费用：10万元；预备费：5万元。"),
    ("500000", "对发放创业担保贷款1000万元给予贴息"),
    ("1500000", "购置核磁共振1台，预算150万元，设备参考价180万元"),
    ("2000000", "收储土地50亩，预计出让金3000万元，前期费用200万元"),
    ("2000000", "城乡居民医保筹资总额1.2亿元中县级配套部分"),
    ("2000000", "支持企业技术改造，拉动社会资本5000万元，设备购置补贴200万元"),
    ("1900000", "储备小麦5000吨，库存成本1300万元，利息补贴及保管费约190万元"),
    ("300000", "工程款150万元，按进度支付20%"),
    ("200000", "2025年支出12万元，2026年计划15万元"),
    ("100000", "缴纳职工养老保险，缴费基数60万元"),
    ("100000", "帮助农民工追回工资300万元"),
    ("100000", "全年查处案件涉案金额500万元"),
    ("100000", "监管资金50亿元"),
    ("100000", "争取项目资金2000万元"),
    ("100000", "征地补偿款3000万元（由企业承担）"),
    ("230000", "退役军人服务中心（站）建设：县级中心10万元，乡镇站13个×1万元=13万元"),
    (
        "500000",
        "2026年计划安排50万元，其中上半年20万元，下半年30万元。项目自2024年实施以来，累计投入180万元。",
    ),
    (
        "3000000",
        "总投资1.2亿元，其中中央预算内投资6000万元、地方债3000万元、县财政配套3000万元；本次申请县财政配套300万元",
    ),
    (
        "680000",
        "一、办公费12万元；二、印刷费8万元；三、差旅费18万元；四、培训费20万元；五、其他交通费10万元。",
    ),
    ("680000", "1、办公费12万元2、印刷费8万元3、差旅费18万元4、培训费20万元5、其他交通费10万元"),
    ("960000", "聘用城管协管员20人，月工资3200元，五险一金月800元，年需96万元"),
    (
        "1200000",
        "奖励国家级高新技术企业3家各20万元，省级专精特新企业4家各10万元，规上企业首次升规20家各1万元",
    ),
    (
        "450000",
        "救灾物资储备（棉被2000床，单价120元；帐篷100顶，单价1800元；折叠床200张，单价150元）",
    ),
    (
        "860000",
        "根据县政府〔2025〕第12次常务会议纪要，安排县医院PCR实验室改造资金86万元，合同价92万元，质保金5万元暂不支付，已付1万元",
    ),
    ("2000000", "支付2025年度工程进度款（合同价1560万元，已支付1200万元），本年支付200万元"),
    (
        "1500000",
        "贫困户小额信贷贴息，贷款余额3200万元，年利率4.35%，贴息约139.2万元，风险补偿金10.8万元",
    ),
    ("650000", "县级财政安排65万元，争取省级资金200万元，撬动社会资本1000万元"),
    (
        "4800000",
        "高龄津贴：80-89周岁老人6200人，每人每月50元，372万元；90-99周岁820人，每人每月100元，98.4万元；百岁以上8人，每人每月1000元，9.6万元",
    ),
    ("150000", "党报党刊征订：人民日报288元/份×200份，省报360元/份×150份，求是杂志等，合计15万元"),
    ("2600000", "公路水毁修复：G234线K12+300-K15+800段路基塌方，挡墙1200立方米，估算投资260万元"),
    ("420000", "农村厕所改造700户，每户补助600元，省级资金300元/户、县级300元/户"),
    ("1750000", "运转经费（人员工资120万元、公用经费35万元）、专项业务费20万元"),
    (
        "350000",
        "春节慰问：困难党员100名，每名500元；老党员50名，每名1000元；建国前老党员5名，每名2000元；其余用于党建活动",
    ),
    ("36000", "网络专线租赁费，每月3000元，12个月共3.6万元，较上年减少0.4万元"),
    (
        "1890000",
        "儿童福利：孤儿32人，集中养育每人每月1800元、分散养育每人每月1400元；事实无人抚养儿童80人，每人每月1400元",
    ),
    ("250000", "科普大篷车进校园30场，3000元/场；科技周活动8万元；科普画廊更换8万元"),
    ("220000", "建设费10万元，具体包括：硬件6万元、软件4万元、培训费12万元"),
]


def cost(name: str, target: str, description: str = "''") -> str:
    return f"class: 成本指标, name: {name}, description: {description}, target: {target}"


def count(name: str, target: str) -> str:
    return f"class: 数量指标, name: {name}, target: {target}"


class TestBudgetSum:
    """What `budget-sum` finds, and what it leaves alone."""

    @pytest.mark.parametrize(
        ("total", "fiscal", "other", "message"),
        [
            (
                "200000.00",
                "150000.00",
                "0.00",
                "the parts come to 150000 + 0 = 150000, but the budget is 200000.00",
            ),
            (
                "200000.00",
                "150000.00",
                "50000.01",
                "the parts come to 150000 + 50000.01 = 200000.01, but the budget is 200000.00",
            ),
            ("0", "5", "0", "the parts come to 5 + 0 = 5, but the budget is 0"),
        ],
    )
    def test_another_sum_is_an_error_at_the_total(
        self, total: str, fiscal: str, other: str, message: str
    ) -> None:
        said = examine(
            budget_sum.RULE,
            f"budget: {{total: {total}, sources: {{fiscal: {fiscal}, other: {other}}}}}",
        )
        (found,) = said.found
        assert (found.level, found.marked, found.message) == ("error", total, message)
        assert found.related == (fiscal, other)

    @pytest.mark.parametrize(
        "sources", ["fiscal: '', other: 0", "fiscal: 200000, other: ''", "fiscal: '', other: ''"]
    )
    def test_an_empty_cell_is_not_judged(self, sources: str) -> None:
        said = examine(budget_sum.RULE, f"budget: {{total: 200000, sources: {{{sources}}}}}")
        assert (said.found, said.undecided) == (
            (),
            ("an amount is empty, which is not the same as 0",),
        )

    def test_an_empty_source_takes_nothing_away(self) -> None:
        said = examine(budget_sum.RULE, "budget: {total: 0, sources: {fiscal: 90, other: ''}}")
        assert [(one.level, one.marked) for one in said.found] == [("error", "0")]
        assert said.undecided == ()

    def test_an_empty_total_is_not_judged(self) -> None:
        assert examine(
            budget_sum.RULE, "budget: {total: '', sources: {fiscal: 1, other: 2}}"
        ).undecided

    @pytest.mark.parametrize(
        "budget",
        [
            "{total: 112500.00, sources: {fiscal: 112500.00, other: 0}}",
            "{total: 10606.7522, sources: {fiscal: 6923.3552, other: 3683.3970}}",
            "{total: 0, sources: {fiscal: 0.00, other: 0}}",
        ],
    )
    def test_equal_amounts_written_differently_are_equal(self, budget: str) -> None:
        assert examine(budget_sum.RULE, f"budget: {budget}") == examine(budget_sum.RULE)

    def test_in_ten_thousands_rounding_is_information(self) -> None:
        said = examine(
            budget_sum.RULE,
            WAN + "budget: {total: 10606.75, sources: {fiscal: 6923.36, other: 3683.40}}",
        )
        assert [one.level for one in said.found] == ["info"]
        said = examine(
            budget_sum.RULE, WAN + "budget: {total: 10606, sources: {fiscal: 6923, other: 3684}}"
        )
        assert [one.level for one in said.found] == ["error"]

    def test_a_form_without_sources_is_clean(self) -> None:
        said = examine(budget_sum.RULE, "form: {sources: []}\nbudget: {total: 5, sources: {}}")
        assert (said.found, said.undecided) == ((), ())

    def test_a_single_column_says_what_a_part_of_the_budget_is(self) -> None:
        single = "form: {sources: [{id: city, label: 其中：当年市级财政资金}]}\nbudget: {total: 164, sources: {city: %s}}"
        assert examine(budget_sum.RULE, single % 132).found == ()
        assert [one.level for one in examine(budget_sum.RULE, single % 165).found] == ["error"]

    @pytest.mark.parametrize(
        ("fiscal", "upper", "own", "found"),
        [
            (100, 60, 40, []),
            (
                100,
                60,
                30,
                [("warning", "100", "the parts come to 60 + 30 = 90, but 财政拨款 is 100")],
            ),
            (
                100,
                60,
                50,
                [("error", "100", "the parts come to 60 + 50 = 110, but 财政拨款 is 100")],
            ),
            (100, "''", 40, []),
        ],
    )
    def test_parts_of_a_source_come_to_it(
        self, fiscal: int, upper: object, own: int, found: list[tuple[str, str, str]]
    ) -> None:
        nested = "form: {sources: [{id: fiscal, label: 财政拨款}, {id: upper, label: 上级, part_of: fiscal}, {id: own, label: 本级, part_of: fiscal}, {id: other, label: 其他}]}\n"
        sources = f"{{fiscal: {fiscal}, upper: {upper}, own: {own}, other: 20}}"
        said = examine(budget_sum.RULE, f"{nested}budget: {{total: 120, sources: {sources}}}")
        assert [(one.level, one.marked, one.message) for one in said.found] == found


def planned(*cells: str) -> Examined:
    keys = ("march", "june", "october", "december")
    plan = ", ".join(f"{key}: {cell}" for key, cell in zip(keys, cells, strict=True))
    return examine(payment_plan.RULE, f"payment_plan: {{{plan}}}")


class TestPaymentPlan:
    """What `payment-plan` finds, and what it leaves alone."""

    def test_a_fall_is_marked_where_it_falls(self) -> None:
        (found,) = planned("30%", "60%", "50.00%", "100%").found
        assert (found.level, found.marked, found.message) == (
            "error",
            "50.00%",
            "the plan falls from 60% to 50.00%",
        )
        assert found.related == ("60%",)

    @pytest.mark.parametrize("cells", [("10", "20", "30", "95"), ("0", "0", "0", "0")])
    def test_the_end_is_a_hundred(self, cells: tuple[str, ...]) -> None:
        (found,) = planned(*cells).found
        assert (found.path, found.message) == (
            "payment_plan.december",
            f"the plan ends at {cells[-1]}, not at 100 %",
        )

    def test_a_fraction_may_stand_for_a_per_cent(self) -> None:
        (found,) = planned("10.00%", "0.4", "80.00%", "100.00%").found
        assert (found.marked, found.hint) == ("0.4", "is 0.4 to be 40%?")
        (found,) = planned("0.1", "0.4", "0.8", "1").found
        assert (found.marked, found.hint) == ("1", "is 1 to be 100%?")
        assert planned("30%", "60%", "0.5%", "100%").found[0].hint == ""
        assert planned("30%", "60%", "0", "100%").found[0].hint == ""

    def test_a_fall_and_a_low_end_are_two_findings(self) -> None:
        assert planned("10", "90", "50", "80").marked == ["50", "80"]

    def test_shares_of_each_period_are_summed_up(self) -> None:
        (found,) = planned("25.00%", "25.00%", "30.00%", "20.00%").found
        assert (
            found.message
            == "25.00% → 25.00% → 30.00% → 20.00% are shares of each period; the plan is cumulative"
        )
        assert (found.level, found.path) == ("error", "payment_plan")
        assert found.fixed == ("25.00%", "50.00%", "80.00%", "100.00%")
        assert planned("10", "20", "30", "40").found[0].fixed == ("10", "30", "60", "100")

    def test_equal_steps_are_information(self) -> None:
        (found,) = planned("25.00%", "50.00%", "75.00%", "100.00%").found
        assert (found.level, found.path) == ("info", "payment_plan")
        assert found.message == "the plan rises by equal steps: 25.00% → 50.00% → 75.00% → 100.00%"

    @pytest.mark.parametrize(
        "cells",
        [
            ("0", "0", "0", "100"),
            ("100%", "100%", "100%", "100%"),
            ("25%", "50%", "83.33%", "100%"),
            ("10.00", "40.0", "80", "100.00%"),
        ],
    )
    def test_a_plan_that_rises_to_a_hundred_is_clean(self, cells: tuple[str, ...]) -> None:
        said = planned(*cells)
        assert (said.found, said.undecided) == ((), ())

    def test_an_empty_cell_is_not_judged(self) -> None:
        said = planned("''", "40", "30", "90")
        assert (said.found, said.undecided) == ((), ("a per cent of the plan is empty",))

    @pytest.mark.parametrize(
        "example",
        [
            "form: {payment_plan: [], requires: {}}\npayment_plan: {}",
            "budget: {total: 0, sources: {fiscal: 0, other: 0}}\npayment_plan: {march: 0, june: 0, october: 0, december: 0}",
            "form: {payment_plan: [{id: december, label: 12月底, month: 12}]}\npayment_plan: {december: 100}",
        ],
    )
    def test_without_plan_or_money_there_is_nothing_to_say(self, example: str) -> None:
        said = examine(payment_plan.RULE, example)
        assert (said.found, said.undecided) == ((), ())


class TestNumberFormat:
    """What `number-format` finds, and what it leaves alone."""

    def test_the_odd_amount_is_marked_beside_one_of_the_usual_kind(self) -> None:
        (found,) = examine(
            number_format.RULE, "budget: {total: 112500.00, sources: {fiscal: 112500.00, other: 0}}"
        ).found
        assert (found.level, found.marked, found.related) == ("info", "0", ("112500.00",))
        assert (found.message, found.fixed) == ("0 is written unlike 112500.00", ("0.00",))

    def test_digits_are_never_taken_away(self) -> None:
        (found,) = examine(
            number_format.RULE, "budget: {total: 12, sources: {fiscal: 11.5, other: 1}}"
        ).found
        assert (found.marked, found.fixed) == ("11.5", ())

    def test_two_odd_amounts_are_one_finding_with_two_edits(self) -> None:
        example = "form: {sources: [{id: a, label: 甲}, {id: b, label: 乙}, {id: c, label: 丙}, {id: d, label: 丁}]}\nbudget: {total: 5.00, sources: {a: 1, b: 1.0, c: 1.00, d: 2.00}}"
        (found,) = examine(number_format.RULE, example).found
        assert (found.marked, found.fixed) == ("1", ("1.00", "1.00"))

    def test_per_cents_are_a_row_of_their_own(self) -> None:
        plan = "payment_plan: {march: 10, june: 40.00%, october: 80.00%, december: 100.00%}"
        (found,) = examine(number_format.RULE, plan).found
        assert (found.marked, found.related, found.fixed) == ("10", ("40.00%",), ("10.00%",))

    def test_amounts_in_ten_thousands_are_of_one_kind_where_zeros_are_written(self) -> None:
        unit = "form: {money_unit: 万元}\n"
        amounts = "budget: {total: 285.60, sources: {fiscal: 285.60, other: 0}}"
        (found,) = examine(number_format.RULE, unit + amounts).found
        assert (found.marked, found.fixed) == ("0", ("0.00",))

    def test_a_fraction_in_the_place_of_a_per_cent_is_not_given_zeros(self) -> None:
        plan = "payment_plan: {march: 0.1, june: 40.00%, october: 80.00%, december: 100.00%}"
        (found,) = examine(number_format.RULE, plan).found
        assert (found.marked, found.fixed) == ("0.1", ())

    @pytest.mark.parametrize(
        "example",
        [
            "budget: {total: 20, sources: {fiscal: 20, other: 0}}",
            "budget: {total: 20.00, sources: {fiscal: 20.00, other: ''}}",
            "budget: {total: '', sources: {fiscal: '', other: ''}}",
            "payment_plan: {march: 25%, june: 50%, october: 75%, december: 100%}",
            # One that differs from one, or two from two, may be right.
            "budget: {total: 12, sources: {fiscal: 12.00, other: ''}}",
            "form: {sources: [{id: a, label: 甲}, {id: b, label: 乙}, {id: c, label: 丙}]}\nbudget: {total: 3, sources: {a: 1, b: 1.00, c: 1.00}}",
            # Amounts in 万元 and per cents without zeros at the end.
            "form: {money_unit: 万元}\nbudget: {total: 385.6, sources: {fiscal: 285.6, other: 100}}",
            "form: {money_unit: 万元}\nbudget: {total: 300, sources: {fiscal: 287.35, other: 12.65}}",
            "payment_plan: {march: 8.33%, june: 50%, october: 75%, december: 100%}",
            # What the plan is to be is told by `payment-plan`.
            "payment_plan: {march: 10.00%, june: 0.4, october: 80.00%, december: 100.00%}",
            "payment_plan: {march: 10.00%, june: 40.00%, october: 80.00%, december: 1}",
        ],
    )
    def test_one_way_of_writing_is_clean(self, example: str) -> None:
        assert examine(number_format.RULE, example).found == ()


class TestPurposeSum:
    """What `purpose-sum` finds, and what it leaves alone."""

    @pytest.mark.parametrize(
        ("total", "text", "marked", "proof", "fixed"),
        [
            (
                "112500.00",
                SEED,
                "15000万元",
                "15000万元 should be in 元: 55000 + 15000 + 32500 + 10000 = 112500, the budget",
                "元",
            ),
            (
                "200000.00",
                LIST.replace("30000元", "3元"),
                "3元",
                "3元 should be in 万元: 150000 + 30000 + 20000 = 200000, the budget",
                "万元",
            ),
            (
                "200000.00",
                LIST.replace("30000元", "30000万元"),
                "30000万元",
                "30000万元 should be in 元: 150000 + 30000 + 20000 = 200000, the budget",
                "元",
            ),
            (
                "200000.00",
                "用于办公费12万元、培训费8元",
                "8元",
                "8元 should be in 万元: 120000 + 80000 = 200000, the budget",
                "万元",
            ),
            (
                "130000000",
                "用于工程款1亿元，监理费3000亿元",
                "3000亿元",
                "3000亿元 should be in 万元: 100000000 + 30000000 = 130000000, the budget",
                "万元",
            ),
        ],
    )
    def test_one_wrong_unit_is_proved_and_mended(
        self, total: str, text: str, marked: str, proof: str, fixed: str
    ) -> None:
        (found,) = spent(purpose_sum.RULE, total, text).found
        assert (found.level, found.marked, found.message) == ("error", marked, proof)
        assert (found.related, found.fixed, found.path) == ((total,), (fixed,), "purpose")

    def test_only_the_unit_of_a_yearly_amount_is_mended(self) -> None:
        (found,) = spent(
            purpose_sum.RULE, "200000", "等保测评8万元，专网租赁费7万元/年，系统运维5元/年"
        ).found
        assert (found.marked, found.fixed) == ("5元/年", ("万元",))

    def test_the_proof_is_in_the_unit_of_the_form(self) -> None:
        (found,) = spent(purpose_sum.RULE, "20.00", "用于人员经费12万元、公用经费8元", WAN).found
        assert found.message == "8元 should be in 万元: 12 + 8 = 20, the budget"

    def test_what_two_repairs_explain_is_not_mended(self) -> None:
        (found,) = spent(purpose_sum.RULE, "150005", "用于印刷费10万元、会议费5元、差旅费5元").found
        assert (found.level, found.fixed) == ("warning", ())

    @pytest.mark.parametrize(
        ("total", "text", "marked", "message"),
        [
            (
                "200000.00",
                LIST.replace("30000", "35000"),
                "150000元，数据质检费35000元，存储设备20000元",
                "the amounts add up to 150000 + 35000 + 20000 = 205000, the budget is 200000.00",
            ),
            (
                "200000.00",
                LIST.replace("30000", "25000"),
                "150000元，数据质检费25000元，存储设备20000元",
                "the amounts add up to 150000 + 25000 + 20000 = 195000, the budget is 200000.00",
            ),
            (
                "100000",
                "用于各类培训费6万元，档案标准化建设费5万元",
                "6万元，档案标准化建设费5万元",
                "the amounts add up to 60000 + 50000 = 110000, the budget is 100000",
            ),
            (
                "200000",
                "用于办公费12万元，培训费12万元",
                "12万元，培训费12万元",
                "the amounts add up to 120000 + 120000 = 240000, the budget is 200000",
            ),
            (
                "200000",
                "建设费10万元，含设备费6万元、安装费4万元，培训费12万元",
                None,
                "the amounts add up to 100000 + 120000 = 220000, the budget is 200000",
            ),
            (
                "120000",
                "1.办公费3万元；2.印刷费2万元；3.差旅费5万元；4.维修费1万元。",
                "3万元；2.印刷费2万元；3.差旅费5万元；4.维修费1万元",
                "the amounts add up to 30000 + 20000 + 50000 + 10000 = 110000, the budget is 120000",
            ),
            (
                "120000",
                "经费用于：一、办公费3万元；二、印刷费8万元",
                "3万元；二、印刷费8万元",
                "the amounts add up to 30000 + 80000 = 110000, the budget is 120000",
            ),
            (
                "200000",
                "建设费10万元，具体包括：硬件6万元、软件4万元、培训费12万元",
                None,
                "the amounts add up to 100000 + 120000 = 220000, the budget is 200000",
            ),
            (
                "240000",
                "培训教师800人次，其中授课费90000元，食宿费120000元，资料费80000元",
                None,
                "the amounts add up to 90000 + 120000 + 80000 = 290000, the budget is 240000",
            ),
            (
                "112500.00",
                SEED.replace("15000万", "25000"),
                None,
                "the amounts add up to 55000 + 25000 + 32500 + 10000 = 122500, the budget is 112500.00",
            ),
        ],
    )
    def test_a_list_of_all_with_another_sum_is_a_warning(
        self, total: str, text: str, marked: str | None, message: str
    ) -> None:
        (found,) = spent(purpose_sum.RULE, total, text).found
        assert (found.level, found.message, found.related, found.fixed) == (
            "warning",
            message,
            (total,),
            (),
        )
        assert marked is None or found.marked == marked

    @pytest.mark.parametrize(
        ("total", "text"),
        [
            ("112500.00", SEED.replace("15000万", "5000")),
            ("200000", "用于办公费5万元，差旅费3万元，会议费1万元等"),
            ("200000", "主要用于办公费5万元，差旅费13万元"),
            ("200000", "用于开展培训，印刷费5万元，差旅费13万元"),
            ("200000", "用于购置电脑约5万元，差旅费13万元"),
            ("200000", "用于办公费5万元，差旅费13万元，其余为维修费"),
            ("200000", "用于办公费5万元，开展检查，差旅费13万元"),
            ("200000", "用于办公费5万元，差旅费13万元，购置电脑"),
            ("100000", "一等奖5000元，二等奖3000元，三等奖1000元"),
            ("120000", "一等奖5万元，二等奖3万元"),
            ("200000", "2025年培训费12万元，2026年培训费15万元"),
            ("200000", "宣传费5万元：印刷费3万元、广告费2万元；培训费12万元"),
            ("100000", "用于各乡镇差旅费6万元，各村培训费5万元"),
            ("500000", "分两年实施，设备费60万元，安装费10万元"),
            ("100000", "救助80元、100元、120元三档"),
            ("100000", "慰问困难党员500元，老党员1000元，烈属2000元"),
            (
                "9600000",
                "城乡居民医保财政补助，按每人640元标准，参保15万人，中央384元、省128元、县128元",
            ),
            ("500000", "分两年实施，设备费40万元，安装费5万元"),
            ("500000", "2021-2023年设备费40万元，安装费5万元"),
            ("500000", "省级补助资金40万元，县级配套5万元"),
            ("500000", "宣传费30万元（其中印刷10万元，广告20万元），差旅费10万元，会议费5万元等"),
        ],
    )
    def test_a_list_that_may_not_be_all_is_not_judged(self, total: str, text: str) -> None:
        said = spent(purpose_sum.RULE, total, text)
        assert said.found == ()
        assert said.undecided == ("the amounts may not be all that the budget pays for",)

    @pytest.mark.parametrize(
        ("total", "text"),
        [
            ("200000.00", LIST),
            ("200000.00", LIST.replace("30000元", "3万元")),
            ("112500.00", SEED.replace("15000万", "15000")),
            ("200000", "用于馆藏档案数字化"),
            ("200000", "用于扫描设备5万元"),
            (
                "200000",
                "宣传费5万元，其中：印刷3万元、广告2万元；培训费15万元，其中：师资5万元、场地10万元",
            ),
            ("200000", "宣传费5万元：印刷3万元、广告2万元；培训费15万元：师资5万元、场地10万元"),
            (
                "200000",
                "印刷3万元、广告2万元，小计5万元；师资5万元、场地10万元，小计15万元；合计20万元",
            ),
            ("300000", "县财政预算安排30万元，上级补助70万元，项目总资金100万元"),
            ("1000000", "项目资金160万元，其中财政补助100万元，农户自筹60万元"),
            ("504000", "人员工资12人*3500元*12月=504000元"),
            ("600000", "购置电脑100台，单价5000元，计50万元；打印机50台，每台2000元，计10万元"),
            ("300000", "培训300人，每人1000元，共计30万元"),
            ("1280000", "人员工资65.3万元，五险一金20.7万元，办公费42万元"),
            ("300000", "安排培训资金30万元，师资费12万元，场地费20万元"),
            ("200000", "建设费10万元，含设备费6万元、安装费4万元，培训费10万元"),
            ("20.00", LIST),
            ("100000", "用于扫描费15万元、质检费3万元"),
            ("100000", "印刷费3万元、广告费2万元，计5万元；差旅费5万元"),
            ("''", LIST),
        ],
    )
    def test_what_comes_to_the_budget_or_is_no_list_is_clean(self, total: str, text: str) -> None:
        said = spent(purpose_sum.RULE, total, text)
        assert (said.found, said.undecided) == ((), ())

    @pytest.mark.parametrize(
        "text",
        [
            "用于馆藏档案数字化，其中扫描加工费150000元，数据质检费200000元，存储设备20000元",
            "用于馆藏档案数字化。其中：扫描加工费15万元，数据质检费20万元，存储设备2万元",
            "用于馆藏档案数字化，其中扫描加工费20万元、数据质检费15万元、存储设备10万元",
        ],
    )
    def test_an_item_of_a_list_of_parts_is_not_the_whole(self, text: str) -> None:
        (found,) = spent(purpose_sum.RULE, "200000.00", text).found
        assert found.level == "warning"
        assert found.message.endswith("0000, the budget is 200000.00")
        assert spent(amount_exceeds_budget.RULE, "200000.00", text).found == ()

    @pytest.mark.parametrize(
        "text",
        [
            "用于馆藏档案数字化，其中数字化费20万元，扫描费15万元，质检费5万元",
            "用于馆藏档案数字化，其中数字化费20万元，扫描费15万元，质检费3万元",
            "用于馆藏档案数字化，其中扫描费15万元，质检费5万元，数字化费20万元",
            "用于馆藏档案数字化，其中数字化20万元（扫描费15万元，质检费5万元）",
            "用于馆藏档案数字化，其中数字化20万元，含扫描费15万元，质检费3万元，设备5万元",
            "项目总投资50万元，其中建筑费15万元，设备费20万元，设计费15万元",
            "全县投资60万元。用于馆藏档案数字化，其中扫描费15万元，质检费20万元，设备费2万元",
            "需25万元。用于馆藏档案数字化，其中扫描费15万元，质检费20万元，设备费2万元",
            "每人补助300元。用于馆藏档案数字化，其中扫描费15万元，质检费20万元，设备费2万元",
            "用于修路，其中县级财政20万元，省级财政30万元，中央财政50万元",
            "用于修路，其中本年安排20万元，明年安排30万元，后年安排30万元",
            "用于修路，其中上年结转15万元，申请经费20万元，设计费2万元",
            "用于修路，其中贷款50万元，设备费20万元，设计费2万元",
            "用于修路，其中自筹15万元，设备费20万元，设计费2万元",
            "用于扫描加工费150000元，数据质检费200000元，存储设备20000元",
        ],
    )
    def test_an_amount_that_may_be_the_whole_is_left_alone(self, text: str) -> None:
        assert spent(purpose_sum.RULE, "200000.00", text).found == ()

    def test_a_rounded_budget_is_what_its_list_comes_to(self) -> None:
        text = "用于人员经费123412元，公用经费80001元"
        assert spent(purpose_sum.RULE, "20.34", text, WAN).found == ()
        assert [one.level for one in spent(purpose_sum.RULE, "20.35", text, WAN).found] == [
            "warning"
        ]

    @pytest.mark.parametrize(
        "text",
        ["办公费1元，" * 5_000, "（" * 50_000 + "办公费1元，差旅费2元"],
        ids=["amounts", "brackets"],
    )
    def test_a_purpose_may_be_long(self, text: str) -> None:
        # Takes minutes where each amount looks at all others.
        assert spent(purpose_sum.RULE, "200000", text).found == ()


class TestAmountExceedsBudget:
    """What `amount-exceeds-budget` finds, and what it leaves alone."""

    @pytest.mark.parametrize(
        ("total", "text", "marked"),
        [
            ("200000", "用于扫描加工，加工费300000元", ["300000元"]),
            ("200000", "用于维修，工程款35万元", ["35万元"]),
            ("200000", "融媒体中心运行保障经费35万元", ["35万元"]),
            (
                "200000",
                "用于社会救助资金35万元、研讨会30万元",
                ["35万元", "30万元"],
            ),
            ("200000", "培训300人，每人1000元，共计30万元", ["30万元"]),
            ("112500.00", SEED.replace("55000", "155000"), ["155000元", "15000万元"]),
        ],
    )
    def test_a_part_larger_than_the_whole_is_an_error(
        self, total: str, text: str, marked: list[str]
    ) -> None:
        said = spent(amount_exceeds_budget.RULE, total, text)
        assert said.marked == marked
        assert {(one.level, one.related) for one in said.found} == {("error", (total,))}

    def test_the_message_names_both_amounts(self) -> None:
        (found,) = spent(amount_exceeds_budget.RULE, "200000.00", "用于工程款35万元").found
        assert found.message == "35万元 is more than the whole budget of 200000.00 元"

    @pytest.mark.parametrize(
        ("total", "text"),
        [
            ("112500.00", SEED),
            ("20.00", LIST),
            ("20.00", "用于维修，共20万元"),
            ("200000", "项目总投资300万元，用于维修"),
            ("74230000", "根据冀财社〔2021〕152号文件，提前下达困难群众救助补助资金7423万元"),
            ("1800000", "偿还2018年新增债券利息，债券本金5000万元，年利率3.5%"),
            ("500000", "对年度纳税500万元以上的企业给予奖励"),
            ("300000", "支付综合楼工程款1200万元中的尾款"),
            ("400000", "工程结算价350万元，已支付300万元，尾款由本项目支付"),
            ("1000000", "新建厂房建成后年产值3亿元"),
            ("600000", "发放农户小额信贷贴息，贷款余额1.5亿元"),
            ("1000000", "项目资金160万元，其中财政补助100万元，农户自筹60万元"),
            ("8000000", "2022年全县投入衔接资金1.36亿元"),
            ("3500000", "中央资金3000万元、省级资金1000万元、市级200万元"),
            ("240000", "政府购买服务合同总价款48万元，分两年支付"),
            ("100000", "为小微企业提供不低于10亿元融资"),
            ("500000", "设备购置费3000万元由企业承担"),
            ("500000", "实现旅游收入5亿元"),
            ("100000", "维护价值2000万元的设备"),
            ("50000", "政府采购限额标准50万元以下项目的评审"),
            ("200000", "上级专项资金164万元，其中：市级132万元，县级32万元"),
            ("300000", "2021-2023年总预算900万元"),
            ("300000", "三年建设期，设备费90万元"),
            ("300", "补贴标准每人500元"),
            ("300", "12人*3500元"),
            ("0", "用于维修费5万元"),
            ("''", "用于维修费5万元"),
        ],
    )
    def test_money_that_the_budget_need_not_pay_is_left_alone(self, total: str, text: str) -> None:
        said = spent(amount_exceeds_budget.RULE, total, text)
        assert (said.found, said.undecided) == ((), ())

    def test_the_name_tells_that_a_project_has_several_stages(self) -> None:
        for name in ("2025-2027年信息化建设", "信息化建设二期", "综合楼工程质保金"):
            assert (
                spent(
                    amount_exceeds_budget.RULE, "200000", "用于工程款35万元", f"name: {name}"
                ).found
                == ()
            )

    def test_the_term_tells_that_a_project_has_several_years(self) -> None:
        term = "term: {start: 2025年1月, end: 2027年12月}"
        assert spent(amount_exceeds_budget.RULE, "200000", "用于工程款35万元", term).found == ()
        term = "term: {start: 2026-01-01, end: 2026-12-31}"
        assert spent(amount_exceeds_budget.RULE, "200000", "用于工程款35万元", term).marked == [
            "35万元"
        ]

    def test_a_cost_target_larger_than_the_budget_is_an_error(self) -> None:
        (found,) = costing(amount_exceeds_budget.RULE, "200000", cost("项目成本", "≤28万元")).found
        assert (found.level, found.marked, found.related) == ("error", "≤28万元", ("200000",))
        assert costing(
            amount_exceeds_budget.RULE, "200000", cost("设备成本", "280000元")
        ).marked == ["280000元"]

    @pytest.mark.parametrize(
        ("total", "row"),
        [
            ("200000", cost("项目总投资", "≤28万元")),
            ("200000", cost("节约成本", "28万元")),
            ("200000", cost("合同金额", "28万元")),
            ("200000", cost("项目成本", "≥28万元")),
            ("200000", cost("项目成本", "≤20万元")),
            ("20.00", cost("项目成本", "≤20万元")),
            ("200", cost("补助标准", "≤500元/人")),
            ("200000", "class: 经济效益指标, name: 增加产值, target: ≥280万元"),
            ("200000", "class: 数量指标, name: 发放贷款, target: ≥280万元"),
            ("200000", cost("项目成本", "20-28万元")),
            ("200000", cost("项目成本", "不超预算")),
        ],
    )
    def test_other_targets_are_left_alone(self, total: str, row: str) -> None:
        said = costing(amount_exceeds_budget.RULE, total, row)
        assert (said.found, said.undecided) == ((), ())

    def test_a_cost_without_a_unit_is_not_judged(self) -> None:
        said = costing(amount_exceeds_budget.RULE, "200000", cost("项目成本", "≤280000"))
        assert (said.found, said.undecided) == ((), ("the cost has no unit",))

    def test_a_cost_of_the_whole_term_may_be_larger(self) -> None:
        row = "{class: 成本指标, name: 项目成本, description: 成本, basis: 预算, target: ≤60万元}"
        assert (
            spent(
                amount_exceeds_budget.RULE,
                "200000",
                "用于维修",
                f"medium_term: {{indicators: [{row}]}}",
            ).found
            == ()
        )

    def test_a_cost_to_society_is_no_money_of_the_budget(self) -> None:
        core = "form: {taxonomy: [{label: 产出指标, class: output}, {label: 成本指标, class: cost, members: [{label: 经济成本指标, class: cost.economic}, {label: 社会成本指标, class: cost.social}]}]}\n"
        for label, marked in (("经济成本指标", ["≤28万元"]), ("社会成本指标", [])):
            row = f"class: {label}, name: 费用, target: ≤28万元"
            assert costing(amount_exceeds_budget.RULE, "200000", row, more=core).marked == marked


class TestMoneyUnit:
    """What `money-unit` finds, and what it leaves alone."""

    @pytest.mark.parametrize(
        ("total", "text", "related"),
        [
            ("20.00", "用于维修，共20万元", ("20万元",)),
            ("20.00", LIST, ("150000元", "30000元", "20000元")),
            ("200000", "用于维修，工程款20元", ("20元",)),
            ("200000", "用于维修，工程款200000万元", ("200000万元",)),
        ],
    )
    def test_a_budget_in_the_wrong_unit_is_a_warning(
        self, total: str, text: str, related: tuple[str, ...]
    ) -> None:
        (found,) = spent(money_unit.RULE, total, text).found
        assert (found.level, found.marked, found.related) == ("warning", total, related)
        assert (
            found.message
            == f"the budget of {total} 元 is 10,000 times more or less than {' + '.join(related)}"
        )

    def test_a_cost_target_tells_it_too(self) -> None:
        (found,) = costing(money_unit.RULE, "20.00", cost("项目总成本", "≤20万元")).found
        assert (found.marked, found.related) == ("20.00", ("≤20万元",))

    def test_a_form_in_ten_thousands_is_judged_in_its_unit(self) -> None:
        assert spent(money_unit.RULE, "200000", "用于维修，共20万元", WAN).marked == ["200000"]
        assert spent(money_unit.RULE, "20", "用于维修，共20万元", WAN).found == ()

    @pytest.mark.parametrize(
        ("value", "found"),
        [
            ("449.8万", True),
            ("449.8万元", True),
            ("4498000元", True),
            ("1,030.00 元", True),
            ("449.8", False),
            ("见附件", False),
            ("", False),
            ("约20万元", False),
        ],
    )
    def test_a_unit_in_an_amount_cell_is_a_warning(self, value: str, found: bool) -> None:
        example = f"form: {{fields: [{{id: grant, label: 上级补助金额, on: project}}]}}\nfields: {{grant: '{value}'}}"
        said = examine(money_unit.RULE, example)
        assert [one.message for one in said.found] == [f"{value} has a unit; the table is in 元"][
            : int(found)
        ]
        assert [one.path for one in said.found] == ["fields.grant"][: int(found)]

    @pytest.mark.parametrize(
        "example",
        [
            "form: {fields: [{id: area, label: 建筑面积, on: project}]}\nfields: {area: 3万}",
            "form: {fields: [{id: grant, label: 补助金额, on: filing}]}\nfiling: {fields: {grant: 3万}}",
            "form: {fields: [{id: grant, label: 补助金额, on: project}]}",
        ],
    )
    def test_other_cells_are_left_alone(self, example: str) -> None:
        assert examine(money_unit.RULE, example).found == ()

    @pytest.mark.parametrize(
        ("total", "text"),
        [
            ("200000", "用于维修，工程款20万元"),
            ("200000", "补助标准20元，共10000人"),
            ("200000", "每人补助20元"),
            ("200000", "工本费20元，印刷费3000元"),
            ("200000", "工程款19万元"),
            ("20.00", "工程款约20万元"),
            ("''", "工程款20万元"),
        ],
    )
    def test_other_differences_are_left_alone(self, total: str, text: str) -> None:
        assert spent(money_unit.RULE, total, text).found == ()


class TestAmountInName:
    """What `amount-in-name` finds, and what it leaves alone."""

    @pytest.mark.parametrize(
        ("name", "marked", "message"),
        [
            (
                "2022年村务公开工作经费4.5万",
                "4.5万",
                "the name says 4.5万, the budget is 200000.00 元",
            ),
            (
                "下板城敬老院老人护理费25万元",
                "25万元",
                "the name says 25万元, the budget is 200000.00 元",
            ),
            ("2022年临时救助85.4", "85.4", "the name says 85.4, the budget is 200000.00 元"),
            (
                "中央财政困难群众救助补助资金7423万冀财社〔2021〕152号",
                "7423万",
                "the name says 7423万, the budget is 200000.00 元",
            ),
            (
                "惠民殡葬、无名尸管理10.5万",
                "10.5万",
                "the name says 10.5万, the budget is 200000.00 元",
            ),
            ("5万（中央）救助资金", "5万", "the name says 5万, the budget is 200000.00 元"),
            ("2026年30万专项经费", "30万", "the name says 30万, the budget is 200000.00 元"),
            ("宣传经费（5万元）", "5万元", "the name says 5万元, the budget is 200000.00 元"),
        ],
    )
    def test_another_amount_than_the_budget_is_a_warning(
        self, name: str, marked: str, message: str
    ) -> None:
        (found,) = examine(amount_in_name.RULE, f"name: {name}").found
        assert (found.level, found.marked, found.message, found.related) == (
            "warning",
            marked,
            message,
            ("200000.00",),
        )

    @pytest.mark.parametrize(
        "name",
        [
            "宣传经费20万",
            "宣传经费20.0万元",
            "宣传经费200000元",
            "总投资300万元、本年20万元的宣传项目",
            "高龄补贴、40%精简及社会救济",
            "等保2.0测评经费",
            "10万亩高标准农田建设",
            "5万元以下小额工程",
            "80元/月高龄补贴",
            "每人1000元生活补助",
            "生活补助300元",
            "千万工程示范村",
            "工业4.0",
            "总投资5000万元体育馆项目",
            "1000万头生猪",
            "100万千瓦光伏",
            "2022-2023年采暖",
            "12345热线经费",
            "奖补资金50万元/村",
            "3000万元专项债券利息",
            "冀财社〔2021〕152号困难群众救助",
            "20万字志书编纂",
            "10万群众安全饮水",
            "30万kW风电",
            "5万㎡厂房",
            "2万师生体检",
            "百万农民培训",
            "8.5公里道路",
            "30-50万元补助",
            "经费3.0版",
            "公益岗位补贴（12个村×1.5万元）",
            "公益岗位补贴（1.5万元×12个村）",
            "公厕管护（52座*2万元）",
            "",
        ],
    )
    def test_other_numbers_are_left_alone(self, name: str) -> None:
        assert examine(amount_in_name.RULE, f"name: '{name}'").found == ()

    @pytest.mark.parametrize(
        ("name", "total", "found"),
        [
            ("临时救助85.4", "854000", False),
            ("临时救助85.4", "85.4", False),
            ("救助资金7423万", "74229500", False),
            ("救助资金7423万", "74200000", True),
        ],
    )
    def test_a_name_may_round_and_leave_out_its_unit(
        self, name: str, total: str, found: bool
    ) -> None:
        said = examine(
            amount_in_name.RULE,
            f"name: {name}\nbudget: {{total: {total}, sources: {{fiscal: {total}, other: 0}}}}",
        )
        assert bool(said.found) is found

    def test_without_a_budget_the_name_is_not_judged(self) -> None:
        said = examine(
            amount_in_name.RULE,
            "name: 宣传经费5万元\nbudget: {total: '', sources: {fiscal: '', other: ''}}",
        )
        assert (said.found, said.undecided) == ((), ("the project has no budget to compare with",))

    def test_a_long_name_takes_no_longer_than_its_length(self) -> None:
        for name in ("1" * 100_000, "费1.1" * 30_000, "每" * 100_000 + "5万元"):
            names.amounts(name)


class TestCostVsBudget:
    """What `cost-vs-budget` finds, and what it leaves alone."""

    @pytest.mark.parametrize(
        ("total", "rows", "marked", "message"),
        [
            (
                "112500.00",
                [cost("平均每月的费用", "≥9000元")],
                "≥9000元",
                "9000元 × 12个月 = 108000元, the budget is 112500.00元",
            ),
            (
                "200000",
                [cost("每季度费用", "≤4万元")],
                "≤4万元",
                "4万元 × 4个季度 = 160000元, the budget is 200000元",
            ),
            (
                "200000",
                [cost("项目成本", "≤18万元")],
                "≤18万元",
                "180000元, the budget is 200000元",
            ),
            (
                "400000",
                [count("人数", "300人"), cost("培训费", "1000元/人")],
                "1000元/人",
                "1000元/人 × 300人 = 300000元, the budget is 400000元",
            ),
            (
                "400000",
                [count("人数", "50人"), cost("补助", "500元/人·月")],
                "500元/人·月",
                "500元/人·月 × 12个月 × 50人 = 300000元, the budget is 400000元",
            ),
            (
                "680000",
                [count("融雪剂数量", "200吨"), cost("融雪剂单价", "≤600元/吨")],
                "≤600元/吨",
                "600元/吨 × 200吨 = 120000元, the budget is 680000元",
            ),
            (
                "680000",
                [count("道路里程", "≥20km"), cost("养护单价", "≤3万元/公里")],
                "≤3万元/公里",
                "3万元/公里 × 20km = 600000元, the budget is 680000元",
            ),
            (
                "1030700.00",
                [cost("车辆购置成本", "≤12万元"), cost("设备购置成本", "≤90万元")],
                "≤12万元",
                "12万元 + 90万元 = 1020000元, the budget is 1030700.00元",
            ),
        ],
    )
    def test_costs_that_do_not_come_to_the_budget_are_information(
        self, total: str, rows: list[str], marked: str, message: str
    ) -> None:
        (found,) = costing(cost_vs_budget.RULE, total, *rows).found
        assert (found.level, found.marked, found.message) == ("info", marked, message)
        assert found.related[-1] == total

    @pytest.mark.parametrize(
        ("total", "rows"),
        [
            ("108000", [cost("平均每月的费用", "≤9000元")]),
            ("108000", [cost("网络费用", "≤9000元", "按月支付")]),
            ("200000", [cost("项目成本", "20万元")]),
            ("300000", [count("人数", "300人"), cost("培训费", "≤1000元/人")]),
            (
                "300000",
                [count("人数", "300人"), count("期数", "3期"), cost("每期培训费", "≤10万元")],
            ),
            ("300000", [count("人数", "50人"), cost("补助", "500元/人·月")]),
            ("200000", [count("页数", "≥10万页"), cost("单页成本", "≤2元/页")]),
            ("200000", [cost("项目成本", "≤20万元"), cost("人均成本", "≤500元")]),
            ("200000", [cost("设备费", "12万元"), cost("安装费", "8万元")]),
            ("200000", [cost("设备成本", "≤18万元")]),
            ("200000", [cost("项目成本", "≤28万元")]),
            ("200000", [cost("项目节约资金", "≥1万元")]),
            ("200000", [cost("成本节约率", "≥5%")]),
            ("200000", [cost("项目成本", "不超预算")]),
            ("200000", [count("页数", "≥10万页")]),
            ("''", [cost("项目成本", "≤18万元")]),
        ],
    )
    def test_costs_that_tie_and_single_parts_are_clean(self, total: str, rows: list[str]) -> None:
        said = costing(cost_vs_budget.RULE, total, *rows)
        assert (said.found, said.undecided) == ((), ())

    @pytest.mark.parametrize(
        "rows",
        [
            [cost("补助标准", "500元/人·月")],
            [count("案件数", "≥900件"), cost("参审案件单位补助", "100元")],
            [count("户数", "62户"), cost("C级补助", "14000元/户"), cost("D级补助", "31000元/户")],
            [count("学生", "30人"), count("教师", "20人"), cost("培训费", "500元/人")],
        ],
    )
    def test_prices_of_what_is_not_counted_are_not_judged(self, rows: list[str]) -> None:
        said = costing(cost_vs_budget.RULE, "240000", *rows)
        assert (said.found, said.undecided) == (
            (),
            ("it is not clear what the cost is counted by",),
        )

    def test_a_cost_that_the_purpose_itself_states_is_clean(self) -> None:
        rows = [count("融雪剂数量", "200吨"), cost("融雪剂单价", "≤600元/吨")]
        for text, found in (
            ("购置融雪剂200吨12万元，除雪车2辆56万元", False),
            ("购置融雪剂200吨，上年投入13万元", True),
            ("上年投入12万元，购置融雪剂200吨", True),
        ):
            said = costing(cost_vs_budget.RULE, "680000", *rows, more=f"purpose: {text}")
            assert bool(said.found) is found, text

    @pytest.mark.parametrize(
        ("rows", "purpose"),
        [
            # Two groups, of which one has a price.
            (
                [
                    count("城市低保人数", "1100人"),
                    count("农村低保人数", "9800人"),
                    cost("农村低保人均月补差", "358元"),
                ],
                "用于发放低保金",
            ),
            (
                [count("农村低保人数", "9800人"), cost("农村低保人均补差", "358元/人")],
                "城市低保人均补差480元，农村低保人均补差358元",
            ),
            (
                [count("防疫员人数", "278人"), cost("防疫员补助", "6000元/人")],
                "采购疫苗116万元，支付防疫员劳务补助",
            ),
            (
                [
                    count("疫苗采购数量", "12万毫升"),
                    count("防疫员人数", "278人"),
                    cost("防疫员补助", "6000元/人"),
                ],
                "用于采购疫苗和发放防疫员补助",
            ),
            (
                [
                    count("防疫员人数", "278人"),
                    cost("防疫员补助", "6000元/人"),
                    cost("疫苗成本", "按合同价"),
                ],
                "用于防疫工作",
            ),
            (
                [
                    count("防疫员人数", "278人"),
                    cost("防疫员补助", "6000元/人"),
                    cost("疫苗成本", "≤80万元"),
                ],
                "用于防疫工作",
            ),
            (
                [
                    count("页数", "≥5万页"),
                    count("案卷整理数", "≥900卷"),
                    cost("单页成本", "≤2元/页"),
                ],
                "扫描5万页，整理案卷",
            ),
        ],
    )
    def test_a_price_for_a_part_of_what_is_paid_is_clean(
        self, rows: list[str], purpose: str
    ) -> None:
        said = costing(cost_vs_budget.RULE, "2856000", *rows, more=f"purpose: {purpose}")
        assert said.found == ()

    def test_the_sum_is_written_in_the_unit_of_the_form(self) -> None:
        rows = [count("座数", "5000座"), cost("单座成本", "2000元/座")]
        said = costing(cost_vs_budget.RULE, "600", *rows, more="form: {money_unit: 万元}")
        assert [one.message for one in said.found] == [
            "2000元/座 × 5000座 = 1000万元, the budget is 600万元"
        ]

    def test_of_a_fragment_several_costs_are_not_judged(self) -> None:
        fragment = "filing: {complete: false}"
        rows = [cost("设备费", "≤12万元"), cost("安装费", "≤5万元")]
        said = costing(cost_vs_budget.RULE, "200000", *rows, more=fragment)
        assert (said.found, said.undecided) == (
            (),
            ("it is not clear what the cost is counted by",),
        )
        said = costing(cost_vs_budget.RULE, "200000", cost("项目成本", "≤18万元"), more=fragment)
        assert said.marked == ["≤18万元"]

    def test_a_price_is_paid_for_what_its_name_speaks_of(self) -> None:
        rows = [count("聘用调解员人数", "1人"), count("陪审员参审案件数量", "≥900件")]
        (found,) = costing(
            cost_vs_budget.RULE, "240000", *rows, cost("参审案件补助", "100元")
        ).found
        assert found.message == "100元 × 900件 = 90000元, the budget is 240000元"
        # Too much to be a price: it is the cost of one part.
        assert (
            costing(cost_vs_budget.RULE, "240000", *rows, cost("参审案件补助", "90000元")).found
            == ()
        )

    def test_many_costs_take_no_longer_than_many_sums(self) -> None:
        rows = [count(f"人数{n}", f"{n + 2}人") for n in range(30)] + [
            cost(f"人均{n}", f"{n + 1}元") for n in range(30)
        ]
        assert costing(cost_vs_budget.RULE, "200000", *rows).undecided


@pytest.mark.parametrize(("total", "text"), SOUND, ids=range(len(SOUND)))
@pytest.mark.parametrize(
    "rule",
    [purpose_sum.RULE, amount_exceeds_budget.RULE, money_unit.RULE],
    ids=["sum", "exceeds", "unit"],
)
def test_sound_purposes_are_left_alone(rule: Rule, total: str, text: str) -> None:
    assert spent(rule, total, text).found == ()


def test_amounts_are_written_without_exponent_and_zeros() -> None:
    assert [money.plain(Decimal(text)) for text in ("1E+4", "0.00", "10.50", "100", "0.0001")] == [
        "10000",
        "0",
        "10.5",
        "100",
        "0.0001",
    ]
    assert money.addition([Decimal("1.50"), Decimal(2)]) == "1.5 + 2 = 3.5"
