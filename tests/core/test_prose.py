"""What running text states is read as a reader of the paper would, and stands where it is said to."""

# ruff: noqa: E501 — a case of a table is read in one line

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfspec import prose
from perfspec.prose.records import Count

SEED = "用于互联网安全宣传活动，大型宣传活动11次（国家安全教育日1次、国家网络安全宣传周7次，国家宪法日1次，互联网联合执法普法宣传2次），宣传材料费55000元（宣传品为宣传彩页、手册、海报及各类定制宣传品）；全年至少开展两次专业培训，印制网评学习资料、网评典型案例等资料，费用15000万元，网信办公经费32500元，网络安全调研10000元（对全县一中心一站走访调研）"


def amounts(text: str) -> list[str]:
    return [
        " ".join(
            [
                text[one.start : one.end],
                *([one.role.value] if one.role != "item" else []),
                *([f"/{one.per}"] if one.per else []),
                *([] if one.exact else ["~"]),
                *([text[one.label_start :][: len(one.label)]] if one.label else []),
            ]
        )
        for one in prose.read(text).amounts
    ]


def counts(text: str) -> list[str]:
    return [
        " ".join(
            [
                f"{one.op}{text[one.start : one.end]}",
                *([f"/{one.per}"] if one.per else []),
                *([] if one.exact else ["~"]),
                *(["part"] if one.part else []),
                *([text[one.noun_start :][: len(one.noun)]] if one.noun else []),
            ]
        )
        for one in prose.read(text).counts
    ]


def enumerations(text: str) -> list[str]:
    return [
        " ".join(
            [
                text[one.total.start : one.total.end] if one.total else "-",
                "+".join(text[part.start : part.end] for part in one.parts),
                "".join(sign.sign for sign in one.separators),
                one.lead.value,
                *([] if one.closed else ["open"]),
            ]
        )
        for one in prose.read(text).enumerations
    ]


def promises(text: str) -> list[str]:
    return [
        " | ".join(
            [
                text[one.start : one.end],
                one.activity,
                *([text[one.count.start : one.count.end]] if one.count else []),
                *([text[one.money.start : one.money.end]] if one.money else []),
            ]
        )
        for one in prose.read(text).promises
    ]


AMOUNTS = [
    (
        SEED,
        ["55000元 宣传材料费", "15000万元 费用", "32500元 网信办公经费", "10000元 网络安全调研"],
    ),
    ("培训标准1000元/人", ["1000元/人 /人 培训标准"]),
    (
        "全县3000名老年人，每人每月100元，全年共需资金360万元。",
        ["100元 /人·月", "360万元 total 资金"],
    ),
    (
        "安排资金20万元，其中：培训费5万元，会议费3万元，差旅费12万元。",
        ["20万元 资金", "5万元 part 培训费", "3万元 part 会议费", "12万元 part 差旅费"],
    ),
    (
        "项目总投资2.3亿元，本年度安排预算资金500万元",
        ["2.3亿元 outside 项目总投资", "500万元 预算资金"],
    ),
    ("下达2022年中央财政困难群众救助补助资金7423万元", ["7423万元 中央财政困难群众救助补助资金"]),
    ("每所补助6000元，乡村医生每人每月补助300元", ["6000元 /所 补助", "300元 /人·月 乡村医生"]),
    ("由每人每月108元提高到118元", ["108元 /人·月", "118元 outside"]),
    (
        "按小学1000元/生/年、初中1250元/生/年标准发放",
        ["1000元/生/年 /生·年 小学", "1250元/生/年 /生·年 初中"],
    ),
    ("人均工资4.2万元/年，每辆15万元", ["4.2万元/年 /人·年 工资", "15万元 /辆"]),
    (
        "地区生产总值达到150亿元，累计投入1200万元",
        ["150亿元 outside ~ 地区生产总值", "1200万元 outside"],
    ),
    ("购买电脑10台（单价5000元），共计5.4万元", ["5000元 /单价 单价", "5.4万元 total"]),
    ("市级财政补助20万，区级配套10万，用于维修", ["20万 市级财政补助", "10万 区级配套"]),
    ("惠及人口20万，种植面积3万，印制10万份，20万人口", []),
    ("印刷费8万元", ["8万元 印刷费"]),
    (
        "救助资金1,030,700.00元，办案（业务）经费3,239,300.00元",
        ["1,030,700.00元 救助资金", "3,239,300.00元 办案（业务）经费"],
    ),
    ("２０万元办公经费，约5万元，10余万元，不超过3万元", ["２０万元", "5万元 ~", "3万元 ~"]),
    ("单价2000元/台×10台=20000元", ["2000元/台 /台 单价", "20000元"]),
    (
        "公务用车运行维护费12万元（3辆×4万元/辆）、因公出国（境）费0万元",
        ["12万元 公务用车运行维护费", "4万元/辆 /辆", "0万元 因公出国（境）费"],
    ),
    (
        "人均可支配收入12000元，上年结转5万元，已拨付3万元",
        ["12000元 outside /人 可支配收入", "5万元 outside 上年结转", "3万元 outside"],
    ),
    ("元旦、春节期间，12月31日前；冀财社〔2021〕152号；DA/T 31—2017；0312-7654321", []),
    (
        "固定资产购置费21万元，资产维护费3万元，资产总额8000万元",
        ["21万元 固定资产购置费", "3万元 资产维护费", "8000万元 outside 资产总额"],
    ),
    ("2021-2023年总预算300万元", ["300万元 total 总预算"]),
    ("2021年1月至2023年12月总预算300万元", ["300万元 total 总预算"]),
    ("单价5000元，计5万元；合3万元", ["5000元 /单价 单价", "5万元 total", "3万元 total 合"]),
    ("改造资金15000 万元，债券1.2 亿元", ["15000 万元 改造资金", "1.2 亿元 债券"]),
    (
        "债券利息217.5万元；本金5000万元于2028年归还；另有3000万元于2030年到期",
        ["217.5万元 债券利息", "5000万元 outside 本金", "3000万元 outside"],
    ),
    ("采集数据10万条，10万条数据质检费5万元", ["5万元 数据质检费"]),
    (
        "建设费10万元，具体包括：A 6万元、B 4万元、培训费12万元",
        ["10万元 建设费", "6万元 part A", "4万元 part B", "12万元 培训费"],
    ),
    (
        "活动经费10万元，含场地费3万元、设备费2万元",
        ["10万元 活动经费", "3万元 part 场地费", "2万元 part 设备费"],
    ),
    (
        "活动经费10万元，包括场地费3万元，宣传费5万元，购置费9万元",
        ["10万元 活动经费", "3万元 part 场地费", "5万元 part 宣传费", "9万元 购置费"],
    ),
    (
        "培训教师800人次（小学500人次、初中300人次），其中授课费90000元，食宿费620000元",
        ["90000元 授课费", "620000元 食宿费"],
    ),
    ("用于培训，其中授课费9万元，含税价10万元", ["9万元 授课费", "10万元 含税价"]),
    ("包括场地费3万元、设备费2万元", ["3万元 场地费", "2万元 设备费"]),
]

COUNTS = [
    (
        SEED,
        [
            "11次 大型宣传活动",
            "1次 part 国家安全教育日",
            "7次 part 国家网络安全宣传周",
            "1次 part 国家宪法日",
            "2次 part 互联网联合执法普法宣传",
            "≥两次 专业培训",
        ],
    ),
    (
        "主体班培训280人次；邀请名师授课25人次；外训批次6批次；开设课程220门",
        ["280人次 主体班培训", "25人次 邀请名师授课", "6批次 外训批次", "220门 开设课程"],
    ),
    ("300人（户）种植户培训，培训期限3天", ["300人 种植户培训", "3天 培训期限"]),
    ("为全县3000名80周岁以上老年人发放高龄补贴", ["3000名 80周岁以上老年人"]),
    ("用于新建农村公路35.6公里、危桥改造3座", ["35.6公里 农村公路", "3座 危桥改造"]),
    ("馆藏档案数字化10万页（DA/T 31—2017），电话0312-7654321", ["10万页 馆藏档案数字化"]),
    (
        "每季度开展食品安全监督检查1次，全年不少于4次",
        ["1次 /季度 食品安全监督检查", "≥4次 食品安全监督检查"],
    ),
    (
        "抽检食品500批次，其中：流通环节200批次、餐饮环节300批次",
        ["500批次 抽检食品", "200批次 part 流通环节", "300批次 part 餐饮环节"],
    ),
    (
        "完成2万亩高标准农田建设，灌溉渠道15.5km，受益农户3000余户",
        ["2万亩 高标准农田建设", "15.5km 灌溉渠道", "3000余户 ~ 受益农户"],
    ),
    (
        "城镇新增就业3000人以上，登记失业率控制在4.5%以内",
        ["≥3000人 城镇新增就业", "≤4.5% 登记失业率"],
    ),
    ("每次会议300人，会期半天", ["300人 /次 会议"]),
    (
        "对全县12个乡镇、256个行政村的36000户农户开展一户一码管理",
        ["12个 乡镇", "256个 行政村", "36000户 农户"],
    ),
    (
        "发布信息100条以上，举办新闻发布会2-3次，接待群众约500人次",
        ["≥100条 发布信息", "2-3次 ~ 新闻发布会", "500人次 ~ 接待群众"],
    ),
    ("组织民兵训练2批次200人", ["2批次 民兵训练", "200人 民兵训练"]),
    (
        "每年开展两次环境卫生大检查，每村配备保洁员2名，共512名",
        ["两次 /年 环境卫生大检查", "2名 /村 保洁员", "512名 保洁员"],
    ),
    (
        "实有在职人员22人，计算机10台，有线电视200户，审计3个项目",
        ["22人 在职人员", "10台 计算机", "200户 有线电视", "3个 项目"],
    ),
    ("采购A4纸100箱，安装5G基站3个，PM2.5浓度降至35微克", ["100箱 A4纸", "3个 5G基站"]),
    (
        "开展“安全生产月”活动三次，巡查十二次，办结率百分之九十",
        ["三次 “安全生产月”活动", "十二次 巡查"],
    ),
    (
        "值守24小时，12345热线办结率98%，培训2次/年",
        ["24小时 值守", "98% 12345热线办结率", "2次 /年 培训"],
    ),
    ("印刷1000册", ["1000册"]),
    ("1.消防演练3次；（二）普法宣传2场", ["3次 消防演练", "2场 普法宣传"]),
    ("12月底前消防演练3次，3月1日植树200棵", ["3次 消防演练", "200棵 植树"]),
    (
        "购置CT1台、DR 2台，PM2.5监测站3座，A4台账5份",
        ["1台 CT", "2台 DR", "3座 PM2.5监测站", "5份 A4台账"],
    ),
    (
        "设备3台，包括CT1台、电脑2台，新建服务站5台",
        ["3台 设备", "1台 part CT", "2台 part 电脑", "5台 服务站"],
    ),
    ("医用耗材含口罩2万只，含水率检测200批次", ["2万只 口罩", "200批次 含水率检测"]),
    ("对医务人员开展操作培训2次，为老人发放物资800份", ["2次 操作培训", "800份 物资"]),
    (
        "举办11次的大型宣传活动，建设3座公共厕所，扶持2家中小企业",
        ["11次 大型宣传活动", "3座 公共厕所", "2家 中小企业"],
    ),
]

NO_COUNTS = [
    "对全县一中心一站走访调研，落实一岗双责、五位一体、三公经费、两个维护、四个意识",
    "党的十九届四中全会、二十大、省委九届十二次全会精神",
    "一、加强领导。1.完善制度；2、强化监督。（三）落实责任",
    "第3次全国经济普查，第十五届运动会，3号楼，二期工程，一级公路，十四五规划",
    "2020年12月31日前，3月底，上午8:30，第一季度，三季度",
    "统一部署，进一步加强，同一批人员，每一次会议，第一次会议，唯一一次",
    "一户一档，一村一名大学生，一事一议，三支一扶，一次性补贴，一件事一次办",
    "联系电话13800000000，拨打110报警，邮编074000，代码0224001",
    "“两癌”筛查、“三下乡”活动、“5·12”防灾减灾日",
    "GB50016-2014、G104国道、A4纸、K12教育、4G网络",
]

ENUMERATIONS = [
    (SEED, ["11次 1次+7次+1次+2次 、，， bracket"]),
    ("安排资金20万元，其中：培训费5万元，会议费3万元。", ["20万元 5万元+3万元 ， among"]),
    (
        "培训农民2000人次（其中：高素质农民500人次，种植大户800人次）",
        ["2000人次 500人次+800人次 ， among"],
    ),
    (
        "资金主要用于：1.办公费5万元；2.差旅费3万元；3.会议费2万元。",
        ["- 5万元+3万元+2万元 ；； colon"],
    ),
    ("网信经费10万元：办公费6万元，培训费4万元", ["10万元 6万元+4万元 ， colon"]),
    ("培训200人次（含女性80人次、党员60人次）", ["200人次 80人次+60人次 、 among"]),
    ("活动经费10万元，含场地费6万元、设备费4万元，培训费5万元", ["10万元 6万元+4万元 、 among"]),
    ("活动5次（进机关1次、进学校2次等）", ["5次 1次+2次 、 bracket open"]),
    ("活动5次（进机关约1次、进学校2次）", ["5次 1次+2次 、 bracket open"]),
    ("活动5次（进机关1次、进学校2次、进社区）", ["5次 1次+2次 、 bracket open"]),
    ("开展5次大型活动（进机关、企业1次、进学校4次）", ["5次 1次+4次 、 bracket"]),
    (
        "活动5次（宣传2次（机关1次、学校1次）、培训3次）",
        ["5次 2次+3次 、 bracket", "2次 1次+1次 、 bracket"],
    ),
    ("培训2次（每次50人、共100人）", []),
    ("满意率90%（机关95%、企业85%）", []),
    ("（机关1次、学校2人、企业3次）", []),
    (
        "检查4次，内容：消防2次、防汛1次；演练（机关2次、学校3次）",
        ["4次 2次+1次 、 colon", "- 2次+3次 、 bracket"],
    ),
    ("其中男生100人，女生80人。另有教师20人", ["- 100人+80人 ， among"]),
]

PROMISES = [
    (
        SEED,
        [
            "互联网安全宣传活动 | 宣传活动",
            "大型宣传活动 | 宣传活动 | 11次",
            "两次专业培训 | 培训 | 两次",
            "印制网评学习资料、网评典型案例等资料 | 资料 | 15000万元",
            "网络安全调研 | 调研 | 10000元",
        ],
    ),
    ("购置办公设备10台，每台5000元", ["购置办公设备10台 | 设备 | 10台"]),
    ("购置警务通100部（5000元/部）", ["购置警务通100部 | 警务通 | 100部"]),
    ("危桥改造5座，改造面积28万平方米，维修任务3项，建设单位2家", []),
    ("聘请第三方机构3家", ["聘请第三方机构3家 | 第三方机构 | 3家"]),
    ("培训费5万元，会议费3万元，培训标准1000元/人，培训中心2个，参训人数50人", []),
    ("开展“两个责任”建设，建设“两个责任”", []),
    ("人员培训支出5万元，设备购置支出10万元，采购金额30万元，维修维护费2万元", []),
    ("可研编制、地质灾害评估等50万元", ["地质灾害评估 | 评估 | 50万元"]),
    ("含等保测评1次、机房检测2次", ["机房检测 | 检测 | 2次"]),
    ("社保缴费及培训共20万元", ["培训 | 培训 | 20万元"]),
    ("组织消防演练3场", ["消防演练 | 演练 | 3场"]),
    (
        "购置电脑10台（单价5000元）、打印机2台（单价2000元），培训50人",
        ["购置电脑10台 | 电脑 | 10台", "打印机2台 | 打印机 | 2台", "培训 | 培训 | 50人"],
    ),
    (
        "购置水泵10台（单价5000元）、阀门2个、3套",
        ["购置水泵10台 | 水泵 | 10台", "阀门2个 | 阀门 | 2个"],
    ),
    ("对医务人员开展操作培训2次", ["操作培训 | 培训 | 2次"]),
    ("租赁周期为36个月，租赁年限3年", []),
    ("加强业务培训", []),
    ("购买宣传品用于发放2万元", ["购买宣传品 | 宣传品 | 2万元"]),
    ("举办讲座2场，所需资金3万元", ["讲座 | 讲座 | 2场 | 3万元"]),
]


@pytest.mark.parametrize(("text", "expected"), AMOUNTS)
def test_amounts_are_read_with_their_role_price_and_label(text: str, expected: list[str]) -> None:
    assert amounts(text) == expected


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_counts_are_read_with_their_nouns(text: str, expected: list[str]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize("text", NO_COUNTS)
def test_what_counts_nothing_is_no_count(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize(("text", "expected"), ENUMERATIONS)
def test_enumerations_are_read_with_total_and_separators(text: str, expected: list[str]) -> None:
    assert enumerations(text) == expected


@pytest.mark.parametrize(("text", "expected"), PROMISES)
def test_promises_are_read_with_count_and_money(text: str, expected: list[str]) -> None:
    assert promises(text) == expected


def test_money_is_known_in_yuan() -> None:
    found = prose.read("共需1.5亿元，15000万元，1亿2000万元").amounts
    assert [(str(one.number), one.unit, int(one.yuan)) for one in found] == [
        ("1.5", "亿元", 150_000_000),
        ("15000", "万元", 150_000_000),
        ("12000", "万元", 120_000_000),
    ]


def places(*groups: tuple[Any, ...]) -> list[tuple[int, int]]:
    return [(one.start, one.end) for group in groups for one in group]


WORDS = """
培训 宣传活动 11次 两次 （ ） ( ) 《 》 〈 〉 ， 、 ； 。 ： 其中 每人 5万元 15000元 至少 约 2020年 2019-2021年 十九届四中全会
〔2020〕12号 购置 等 … “ ” 一 第 共 3 . % / 人 元 万 用于 1. 一、 以上 × 0 ０ ％ 费用
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", " "])


@given(st.lists(PIECES, max_size=40).map("".join))
def test_offsets_are_inside_the_text_and_in_order(text: str) -> None:
    found = prose.read(text)
    stated = places(found.amounts, found.counts, found.enumerations, found.years, found.promises)
    named = places(found.titles, found.documents)
    assert all(0 <= start < end <= len(text) for start, end in stated + named)
    for group in (found.amounts, found.counts, found.years, found.titles, found.enumerations):
        assert places(group) == sorted(places(group))
    assert all(text[one.label_start :].startswith(one.label) for one in found.amounts)
    assert all(text[one.noun_start :].startswith(one.noun) for one in found.counts)


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    assert prose.read(text).text == text


@pytest.mark.parametrize(
    "sign",
    [
        "1",
        "一",
        "（",
        "《",
        "、",
        "1次",
        "1元",
        "1次、（",
        "A",
        "A1",
        "A1台",
        "1 万元",
        "1元含",
        "购置A1台）、",
        "2020年-",
        "其中",
        "2020年",
        "〔2020〕1号",
        "培训1次",
        "每人",
        "-1",
        "十",
    ],
)
def test_a_text_may_be_long(sign: str) -> None:
    # Takes minutes where each sign looks at all others.
    text = sign * (100_000 // len(sign))
    assert prose.read.__wrapped__(text).text == text


def test_enumerated_parts_are_marked_as_parts() -> None:
    (one,) = prose.read(SEED).enumerations
    assert all(isinstance(part, Count) and part.part for part in one.parts)
