"""What purpose and goals say, and what the indicators say of it, is held against each other."""

# ruff: noqa: E501 — a case of a table is read in one line

from typing import Any

import pytest
import yaml

from perfspec.review import (
    commitment_uncovered,
    count_mismatch,
    enumeration_sum,
    name_variants,
    subset_larger,
    year_stale,
)
from tests.review.examples import Examined, examine


def of(rule: Any, **changes: Any) -> Examined:  # noqa: ANN401 — a module with a RULE, YAML values
    return examine(rule.RULE, yaml.safe_dump(changes, allow_unicode=True, sort_keys=False))


def row(name: str, target: str, description: str = "按台账统计", **more: str) -> dict[str, str]:
    return {"class": "数量指标", "name": name, "target": target, "description": description, **more}


MISMATCHES = [
    ("开展大型普法宣传活动11次", row("大型普法宣传活动举办次数", "9次"), ["11次"]),
    ("开展大型普法宣传活动11次", row("大型普法宣传活动举办次数", "≥9次"), ["11次"]),
    ("开展大型普法宣传活动11次", row("大型普法宣传活动举办次数", "≥12次"), ["11次"]),
    ("主体班培训280人次", row("主体班培训人次", "250人次"), ["280人次"]),
    ("全年至少举办四次消防演练", row("消防演练次数", "≥2次"), ["四次"]),
    ("新建农村公路35.6公里", row("农村公路里程", "≥30km"), ["35.6公里"]),
    ("高标准农田建设2万亩", row("高标准农田建设面积", "≥1.5万亩"), ["2万亩"]),
    ("档案数字化成果验收合格率达到98%以上", row("数字化成果验收合格率", "≥95%"), ["98%"]),
    ("消防演练3场", row("消防演练次数", "2次"), ["3场"]),
    ("消防演练3次。", row("消防演练次数", "2次/年"), ["3次"]),
    ("管护高标准农田3万亩", row("高标准农田管护面积", "≥2万亩"), ["3万亩"]),
    ("培训接种人员240人次", row("接种人员培训人次", "≥200人次"), ["240人次"]),
    ("接种疫苗12000剂次", row("疫苗接种剂次数", "≥10000剂次"), ["12000剂次"]),
    ("2026年计划消防演练3次", row("消防演练次数", "2次"), ["3次"]),
    ("免费开放300天", row("免费开放天数", "≥280天"), ["300天"]),
    ("维护灌溉泵站63座", row("灌溉泵站维护数量", "≥60座"), ["63座"]),
    ("维修学校18所", row("维修学校数量", "≥15所"), ["18所"]),
    ("对县乡公路进行养护130公里", row("公路养护里程", "≥120公里"), ["130公里"]),
    ("接种疫苗13000剂次", row("疫苗接种剂次数", "≥12000剂次"), ["13000剂次"]),
    ("开展两次专业培训", row("业务培训次数", "3次"), ["两次"]),
    ("聘用护林员260名", row("护林员人数", "220名"), ["260名"]),
    ("保安服务费36万元（保安员12人，每人每月3000元）", row("配备保安员人数", "10人"), ["12人"]),
    ("县道公路养护42公里、乡道公路养护8公里", row("公路养护里程", "55公里"), ["42公里"]),
    ("检定加油机420台、衡器1600台件", row("加油机检定数量", "≥402台"), ["420台"]),
    ("化肥减量增效示范区3个", row("化肥减量增效示范区数量", "5个"), ["3个"]),
    ("放映农村公益电影2484场，每场补助200元", row("公益电影放映场次", "≥2844场"), ["2484场"]),
    ("对医务人员开展操作培训2次", row("操作培训次数", "1次"), ["2次"]),
]
AGREEMENTS = [
    ("开展大型普法宣传活动11次", row("大型普法宣传活动举办次数", "11次")),
    ("开展大型普法宣传活动11次", row("大型普法宣传活动举办次数", "≥11次")),
    ("新建农村公路35.6公里", row("农村公路里程", "35600米")),
    ("高标准农田建设2万亩", row("高标准农田建设面积", "20000亩")),
    # Numbers side by side are what the indicator adds up.
    ("实施中修42.6公里、大修8.5公里", row("大中修工程里程", "51.1公里")),
    ("慰问困难职工150户、劳模30户、老党员20户", row("慰问困难职工等户数", "200户")),
    # At least two, and the target asks for more.
    ("至少开展两次消防演练", row("消防演练次数", "≥3次")),
    ("办理时限不超过5件，消防演练不超过3次", row("消防演练次数", "2次")),
    # Other things, however like their names.
    ("消防演练3次", row("防汛演练次数", "2次")),
    ("新建道路12公里", row("维修道路长度", "≥30公里")),
    ("城镇低保500户", row("农村低保户数", "800户")),
    ("小学学生补助500人", row("初中学生补助人数", "300人")),
    ("一期工程20座", row("二期工程数量", "30座")),
    ("省级示范社3个", row("市级示范社数量", "8个")),
    ("村卫生室356所", row("村卫生室补助数量", "300所")),
    ("开展培训2次", row("消防安全知识培训次数", "4次")),
    ("工作5次", row("工作完成次数", "6次")),
    # Several things in one number, or one part of them.
    ("县道公路养护42公里、乡道公路养护8公里", row("公路养护里程", "50公里")),
    ("县道公路养护42公里、乡道公路养护8公里、村道公路养护90公里", row("公路养护里程", "140公里")),
    ("视察4次、调研6次，开展执法检查3次", row("组织代表视察、调研、执法检查次数", "13次")),
    ("新建消防站2座（建筑面积各1200平方米）", row("消防站建筑面积", "2400平方米")),
    ("新建小型消防站2座（消防站建筑面积各1200平方米）", row("消防站建筑面积", "2400平方米")),
    ("农村公路养护300公里", row("农村公路养护工程里程", "20公里")),
    ("举办讲座3次", row("讲座和培训举办次数", "8次")),
    ("高标准农田建设3万亩，其中新建2万亩、改造提升1万亩", row("新建高标准农田面积", "2万亩")),
    ("全县现有公厕86座，新建公厕10座、改造公厕12座", row("新建公厕数量", "10座")),
    # Other measures of one thing.
    ("主体班培训280人次", row("主体班培训人数", "120人")),
    ("消防演练3次", row("消防演练人次", "500人次")),
    ("消防演练3次", row("消防演练完成率", "100%")),
    # A part, a month, a village, an estimate, a range.
    ("培训400人，其中消防演练50人", row("消防演练人数", "400人")),
    ("每月开展消防演练1次", row("消防演练次数", "12次")),
    ("每村消防演练2次", row("消防演练次数", "50次")),
    ("消防演练约3次", row("消防演练次数", "4次")),
    ("消防演练3-5次", row("消防演练次数", "4次")),
    ("消防演练3余次", row("消防演练次数", "4次")),
    ("消防演练12次", row("平均每月消防演练次数", "1次")),
    ("消防演练12次", row("消防演练次数", "1次/月")),
    ("消防演练12次", row("新增消防演练次数", "1次")),
    ("农村公路日常养护856.3公里", row("农村公路日常养护里程", "≥856公里")),
    ("成果验收合格率提高5%", row("成果验收合格率", "≥95%")),
    ("成果验收合格率由90%提高到95%", row("成果验收合格率", "≥98%")),
    ("城镇新增就业3000人", row("城镇新增就业人数", "≥2800人")),
    ("电影放映2844场（237个村×12场）", row("农村公益电影放映场次", "≥2844场")),
    ("全县现有村卫生室356所", row("村卫生室建设数量", "20所")),
    ("全县现有356所村卫生室", row("村卫生室建设数量", "20所")),
    ("上半年组织消防演练2次", row("消防演练次数", "4次")),
    ("三年共培训档案员3000人次", row("档案员培训人次", "1000人次")),
    ("2024—2026年消防演练9次", row("消防演练次数", "3次")),
    ("“十四五”期间建设村级服务站50个", row("村级服务站建设数量", "10个")),
    # The number stands elsewhere in the text, or in another row.
    ("消防演练3次，综合消防演练1次", row("消防演练次数", "1次")),
    ("消防演练5次，其中消防实战演练2次", row("消防演练次数", "2次")),
    ("办结时限15天", row("办结时限", "≤10天")),
    ("每人体检费300元，体检费300元", row("体检费", "200元")),
    # No number in the target.
    ("消防演练3次", row("消防演练次数", "按计划完成")),
    ("5天内办结，24小时值守", row("值守时间", "12小时")),
    ("", row("消防演练次数", "4次")),
]


@pytest.mark.parametrize(("text", "indicator", "marked"), MISMATCHES)
def test_another_number_in_the_indicator_is_found(
    text: str, indicator: dict[str, str], marked: list[str]
) -> None:
    said = of(count_mismatch, purpose=text, goals=[], indicators=[indicator])
    assert said.marked == marked
    assert said.found[0].level == "warning"
    assert said.found[0].related == (indicator["target"],)


@pytest.mark.parametrize(("text", "indicator"), AGREEMENTS)
def test_numbers_that_agree_or_cannot_be_compared_are_left_alone(
    text: str, indicator: dict[str, str]
) -> None:
    said = of(count_mismatch, purpose=text, goals=["加强管理"], indicators=[indicator])
    assert (said.marked, said.undecided) == ([], ())


def test_a_smaller_floor_is_worded_so() -> None:
    said = of(count_mismatch, purpose="消防演练3次", indicators=[row("消防演练次数", "≥2次")])
    assert said.found[0].message == "3次 here, but the indicator asks for ≥2次 only"


def test_a_number_of_the_goals_is_found_there() -> None:
    said = of(count_mismatch, goals=["1.消防演练3次。"], indicators=[row("消防演练次数", "2次")])
    assert (said.marked, said.found[0].path) == (["3次"], "goals.0")
    assert said.found[0].message == "3次 here, but 2次 in the indicator"


def test_a_count_that_another_row_keeps_is_left_alone() -> None:
    rows = [row("消防演练次数", "3次"), row("大型综合消防演练次数", "1次")]
    assert of(count_mismatch, purpose="消防演练3次", indicators=rows).found == ()


def test_sub_goals_count_where_there_is_one_project() -> None:
    rows = {"indicators": [row("消防演练次数", "2次")]}
    sub_goals = {"sub_goals": ["一、组织消防演练3次。"]}
    assert of(count_mismatch, filing=sub_goals, **rows).marked == ["3次"]
    two = [rows, {"name": "另一个项目"}]
    assert of(count_mismatch, filing=sub_goals, projects=two).found == ()


@pytest.mark.parametrize(
    ("key", "text", "marked"),
    [
        ("overall_goal", "接待查阅3000人次。", ["3000人次"]),
        ("sub_goals", "（一）接待查阅3000人次。", ["3000人次"]),
        ("overall_goal", "完成馆藏纸质档案数字化20万页，接待查阅档案3000人次。", ["20万页", "3000人次"]),
        ("sub_goals", "（一）数字化20万页。", ["20万页"]),
        ("sub_goals", "（一）完成数字化10万页，接待查阅2000人次。", []),
        # Other counts of the same unit, another time, another thing, other words.
        ("sub_goals", "（一）数字化20万页，修裱3000页。", []),
        ("sub_goals", "（一）上半年数字化5万页。", []),
        ("sub_goals", "（一）已数字化200万页。", []),
        ("sub_goals", "（一）接待参观3000人次。", []),
        ("sub_goals", "（一）网站点击3000人次。", []),
        ("sub_goals", "（一）每年数字化约20万页。", []),
        ("sub_goals", "（一）每月接待查阅300人次。", []),
        ("sub_goals", "（一）其中接待查阅3000人次。", []),
        ("sub_goals", "（一）累计接待查阅50000人次。", []),
        ("measures", "接待查阅3000人次。", []),
    ],
)  # fmt: skip
def test_the_goals_of_a_filing_with_one_project_are_held_against_its_indicators(
    key: str, text: str, marked: list[str]
) -> None:
    goal = {key: text if key == "overall_goal" else [text]}
    said = of(count_mismatch, filing=goal)
    assert (said.marked, {one.level for one in said.found} <= {"warning"}) == (marked, True)
    assert of(count_mismatch, filing=goal, projects=[{}, {"name": "另一个项目"}]).found == ()


@pytest.mark.parametrize(
    ("text", "name", "target", "project"),
    [
        ("救助300人", "临时救助人数", "≥200人", "临时救助资金"),
        ("培训干部300人", "档案干部培训人数", "≥200人", "馆藏档案数字化经费"),
        ("数字化20万页", "照片档案数字化页数", "≥10万页", "馆藏档案数字化经费"),
        ("任务20万页", "档案任务页数", "≥10万页", "馆藏档案数字化经费"),
        ("数字化20万页", "档案数字化页数", "≥10万页", "电子政务运行经费"),
        ("整理、数字化20万页", "档案数字化页数", "≥10万页", "馆藏档案数字化经费"),
    ],
)
def test_a_short_noun_is_no_indicator_with_other_words(
    text: str, name: str, target: str, project: str
) -> None:
    said = of(count_mismatch, purpose=text, name=project, indicators=[row(name, target)])
    assert said.found == ()


def test_a_short_noun_fits_no_indicator_where_another_has_its_unit() -> None:
    rows = [row("档案数字化页数", "≥10万页"), row("修裱页数", "≥3000页")]
    assert of(count_mismatch, purpose="数字化20万页", indicators=rows[:1]).marked == ["20万页"]
    assert of(count_mismatch, purpose="数字化20万页", indicators=rows).found == ()


def test_each_text_has_to_agree() -> None:
    rows = [row("消防演练次数", "3次")]
    said = of(count_mismatch, purpose="消防演练3次", goals=["1.消防演练5次"], indicators=rows)
    assert said.marked == ["5次"]
    rows = [row("普法宣传次数", "≥11次")]
    said = of(count_mismatch, purpose="普法宣传11次", goals=["普法宣传14次"], indicators=rows)
    assert said.marked == ["14次"]
    rows = [row("新建高标准农田面积", "2万亩")]
    texts: dict[str, Any] = {
        "purpose": "建设高标准农田3万亩，其中新建2万亩",
        "goals": ["建成高标准农田3万亩"],
    }
    assert of(count_mismatch, **texts, indicators=rows).marked == []
    rows = [row("消防演练次数", "3次")]
    halves = ["1.上半年消防演练2次", "2.全年消防演练3次"]
    assert of(count_mismatch, purpose="", goals=halves, indicators=rows).marked == []


def test_goals_of_the_medium_term_are_not_this_year() -> None:
    rows = [row("消防演练次数", "2次")]
    term = {"goals": ["消防演练6次"], "indicators": []}
    assert of(count_mismatch, medium_term=term, indicators=rows, form={}).found == ()


@pytest.mark.parametrize(
    ("parts", "target", "hint"),
    [
        ("甲1次、乙7次、丙1次、丁2次", "9次", "parts that give 9次: 1 + 7 + 1; 7 + 2"),
        ("甲1次、乙7次、丙1次、丁2次", "6次", ""),
        ("甲5次、乙6次、丙7次等", "11次", "parts that give 11次: 5 + 6"),
        (
            "、".join(f"某{n}次" for n in range(1, 13)),
            "20次",
            "parts that give 20次: 1 + 2 + 3 + 4 + 10; 1 + 2 + 3 + 5 + 9; 1 + 2 + 3 + 6 + 8; 1 + 2 + 4 + 5 + 8; 1 + 2 + 4 + 6 + 7, and 40 more",
        ),
        ("、".join(f"某{n}次" for n in range(1, 14)), "20次", ""),
    ],
)
def test_the_parts_that_give_the_number_of_the_indicator_are_listed(
    parts: str, target: str, hint: str
) -> None:
    text = f"大型宣传活动99次（{parts}）"
    said = of(count_mismatch, purpose=text, indicators=[row("大型宣传活动次数", target)])
    assert said.marked == ["99次"]
    assert said.found[0].hint == hint


SUMS = [
    ("活动11次（机关1次、学校7次，企业1次、乡村1次）", "11次", "error"),
    ("活动11次（机关1次、学校7次，企业1次、乡村3次）", "11次", "error"),
    ("举办5次大型活动（机关3次、学校4次）", "5次", "error"),
    ("购置设备20台（电脑10台、打印机5台）", "20台", "warning"),
    ("培训500人（党员300人、妇女250人）", "500人", "warning"),
    ("办公费10万元（水费3万元、电费40000元、暖气费5万元）", "10万元", "error"),
    ("网信经费10万元：办公费6万元，培训费5万元。", "10万元", "error"),
]
SUMS_RIGHT = [
    "活动11次（机关1次、学校7次，企业1次、乡村2次）",
    "办公费12万元（水费3万元、电费40000元、暖气费5万元）",
    "活动11次（机关1次、学校7次等）",
    "活动11次（机关1次、学校7次……）",
    "活动11次（机关1次、学校7次、企业）",
    "活动11次（机关1次、学校约7次）",
    "活动约11次（机关1次、学校7次）",
    "活动不少于11次（机关1次、学校7次）",
    "活动11次以上（机关1次、学校7次、企业1次）",
    "活动11次，其中机关1次、学校7次",
    "活动11次（其中机关1次、学校7次）",
    "培训200人次（含女性80人次、党员60人次）",
    "活动11次，包括机关1次、学校7次",
    "建设费10万元，具体包括：道路6万元、绿化4万元、培训费12万元",
    "活动11次（每次2人、共22人）",
    "活动11次（每次5000元、补贴3000元）",
    "每村活动11次（机关1次、学校7次）",
    "完成率90%（机关95%、学校80%）",
    "2000元/人（住宿1000元、伙食500元）",
    "活动11次（机关1次、每月学校7次）",
    "抽检500批次（流通环节200批次、餐饮环节300批次）",
    "培训2次（第一次100人、第二次50人）",
    "奖金10万元（一等奖1名50000元、二等奖2名25000元）",
    "奖励资金10万元（一等奖1名5000元、二等奖2名每名3000元、三等奖3名2000元）",
    "工程5项（道路2项、绿化、照明1项、排水1项）",
    "农村公路5公里（县道1公里、乡道2公里、村道2000米）",
    "活动11次（机关5次、学校5次，共10次）",
    "办公费10万元（水费3万元、电费4万元、取暖费5万元，合计12万元）",
    "活动11次（上年9次、增加3次、减少2次）",
    "开展检查4次，培训（消防2次、防汛1次、急救3次）",
    "开展检查4次和培训（消防2次、防汛1次、急救3次）",
    "开展检查4次，培训内容：消防2次、防汛1次、急救3次",
    "目标一：检查4次；目标二：培训2次、演练3次、宣传4次",
    "活动10次（5个乡镇各1次、县直机关4次、学校3次）",
    "补助资金10万元（总投资50万元、自筹30万元、贷款10万元）",
]


@pytest.mark.parametrize(("text", "marked", "level"), SUMS)
def test_a_sum_that_does_not_come_out_is_found(text: str, marked: str, level: str) -> None:
    said = of(enumeration_sum, purpose=text)
    assert [(one.marked, one.level) for one in said.found] == [(marked, level)]
    assert len(said.found[0].related) >= 2


@pytest.mark.parametrize("text", SUMS_RIGHT)
def test_lists_that_add_up_or_are_not_closed_are_left_alone(text: str) -> None:
    said = of(enumeration_sum, purpose=text, filing={"measures": [text]})
    assert (said.marked, said.undecided) == ([], ())


def test_a_wrong_sum_names_the_parts() -> None:
    said = of(enumeration_sum, filing={"measures": ["活动3次（甲1次、乙1次、丙2次）"]})
    assert said.found[0].message == "the parts 1次 + 1次 + 2次 do not add up to 3次"
    assert (said.found[0].path, said.found[0].related) == ("measures.0", ("1次", "1次", "2次"))


LARGER = [
    ("培训200人，其中党员300人", "300人", "200人"),
    ("培训200人次（其中：党员300人次、群众50人次）", "300人次", "200人次"),
    ("安排资金5万元，其中培训费50万元，会议费1万元", "50万元", "5万元"),
    ("活动2次（其中机关3次、学校1次）", "3次", "2次"),
    ("培训200人（含乡镇档案员300人）", "300人", "200人"),
    ("培训200人，其中乡镇（总工会组织）100人、村级300人", "300人", "200人"),
    ("安排资金20万元（其中上门服务费60万元）", "60万元", "20万元"),
]
NOT_LARGER = [
    "培训200人，其中党员100人",
    "培训2次，其中党员300人",
    "培训200人，" + "加强管理，" * 20 + "其中党员300人",
    "培训200人；其中党员300人",
    "安排资金5万元，其中培训费20000元，会议费1万元",
    "安排资金5万元，其中住宿费400元/人",
    "培训约200人，其中党员300人",
    "培训不少于200人，其中党员300人",
    "每村200人，其中党员300人",
    "总投资5亿元，其中本年500万元",
    "其中党员300人",
    "共200户、600人，其中贫困户500人",
    # Remarks in brackets, of a whole or another time; the first is told by `enumeration-sum`.
    "活动2次（机关3次、学校1次）",
    "维修档案库房3间（全馆共有库房12间）",
    "培训业务骨干30人（全县档案人员共186人）",
    "安排资金20万元（总投资80万元，其中上级补助60万元）",
    "安排资金20万元，项目总投资80万元，其中自筹60万元",
    "支付尾款20万元（合同总价68.5万元，已付48.5万元）",
    "占地300平方米（平整场地，室外晒坝420平方米）",
    "改造用房300平方米（办公楼800平方米，其中业务用房500平方米）",
    "更换路灯20盏（辖区路灯560盏，含太阳能路灯120盏）",
    "补助脱贫户15户（含历年累计认定的42户）",
    "维修桥梁2座（其中2024年检测出危桥5座）",
    "购置图书300册（馆藏图书12000册、期刊合订本900册）",
    "安排资金20万元（其中中央资金已下达60万元）",
    "培训30人（全县186人），其中党员12人",
]


@pytest.mark.parametrize(("text", "part", "whole"), LARGER)
def test_a_part_larger_than_its_whole_is_found(text: str, part: str, whole: str) -> None:
    said = of(subset_larger, goals=[text])
    assert [(one.marked, one.level, one.related) for one in said.found] == [
        (part, "warning", (whole,))
    ]
    assert said.found[0].message == f"{part} is a part of {whole}, and larger"


@pytest.mark.parametrize("text", NOT_LARGER)
def test_a_part_within_its_whole_is_left_alone(text: str) -> None:
    said = of(subset_larger, goals=[text], filing={"overall_goal": text})
    assert (said.marked, said.undecided) == ([], ())


UNCOVERED = [
    ("购买服务器2台", ["购买服务器2台"]),
    ("购买公共服务岗位20个", ["购买公共服务岗位20个"]),
    ("用于印制宣传手册、会议等费用5万元", ["印制宣传手册、会议"]),
    ("购买第三方检测服务3万元", ["购买第三方检测服务"]),
    ("用于办公、差旅、培训3期等支出20万元", ["培训"]),
    ("开展两次专业培训，费用2万元", ["两次专业培训"]),
    ("印制宣传手册2万份", ["印制宣传手册2万份"]),
    ("网络安全调研10000元", ["网络安全调研"]),
    ("购置执法车辆3辆", ["购置执法车辆3辆"]),
    ("消防演练3场，应急演练1场", ["消防演练"]),
    ("培训讲座6期", ["培训讲座"]),
    ("编制可行性研究报告2份", ["编制可行性研究报告2份"]),
    ("对医务人员开展操作培训2次", ["操作培训"]),
    ("组织专家评审3次", ["专家评审"]),
    ("聘请讲师8人，费用4万元", ["聘请讲师8人"]),
    ("建设冷库2座、分拣车间1栋", ["建设冷库2座、分拣车间1栋"]),
    ("租用机房2间，租期36个月", ["租用机房2间"]),
]
COVERED = [
    ("开展两次专业培训", row("参训学员人数", "50人")),
    ("开展两次专业培训", row("业务培训完成率", "100%")),
    ("开展两次专业培训", row("集中学习次数", "2次")),
    ("印制宣传手册2万份", row("宣传品印刷数量", "≥2万份")),
    ("购置执法车辆3辆", row("车辆购置数量", "3辆")),
    ("购置执法车辆3辆", row("采购完成数", "3辆")),
    ("危桥改造5座", row("改造危桥数量", "5座")),
    ("改造老旧小区15个", row("老旧小区改造数", "15个")),
    ("网络安全调研10000元", row("走访调查户数", "100户")),
    ("大型宣传活动11次", row("大型普法宣传活动次数", "9次")),
    ("消防演练3场", row("工作完成情况", "已完成", "各项演练按计划完成")),
    # A general head covers special things.
    ("购置CT1台、DR2台", row("购置设备数量", "4台（套）")),
    ("采购帐篷500顶、棉被3000床", row("采购救灾物资数量", "≥4500件")),
    ("印制宣传折页5万份、海报2000张", row("宣传资料印制数量", "≥5.2万份")),
    ("举办健身赛事8场", row("开展活动场次", "8场")),
    ("改造公厕12座", row("实施项目数量", "3个")),
    ("购买意外伤害保险3000份", row("参保老人人数", "3000人")),
    ("建设冷库2座、分拣车间1栋", row("建设冷链设施个数", "3个")),
    ("购置图书3000册、电子书500册", row("新增藏书数量", "≥3500册")),
    ("聘请讲师8人，租赁场地3次，印制教材300本", row("学员人数", "300人")),
    ("购置救护车2辆", row("配备车辆数量", "按批复配备")),
    ("租赁周期为36个月，租用服务器12个月", row("工作完成率", "100%")),
    ("免费婚前辅导购买服务5万元", row("婚前辅导场次", "≥20场")),
    ("政府购买社会服务8万元，通过购买第三方服务方式实施", row("巡检到位率", "100%")),
    ("用于日常办公、差旅、会议培训等公用支出20万元", row("工作完成率", "100%")),
    ("用于水电、差旅、业务培训、设备维修等费用支出12万元", row("工作完成率", "100%")),
    ("保障办公、会议、培训等日常运转经费10万元", row("工作完成率", "100%")),
    # Neither counted nor paid, or no output at all.
    ("加强业务培训，开展宣传活动，组织调研", row("工作完成率", "100%")),
    ("培训费5万元，会议费3万元，差旅费2万元", row("工作完成率", "100%")),
    ("办公经费32500元", row("工作完成率", "100%")),
    ("发放高龄补贴3000人，每人每月100元", row("享受待遇人数", "2900人")),
    ("每次培训50人，培训标准550元/人", row("工作完成率", "100%")),
    ("维修任务3项，建设单位2家，改造面积5万平方米", row("工作完成率", "100%")),
    ("编制25人，编制数30名，编制内人员20人", row("工作完成率", "100%")),
    ("培训中心2个，活动室3间", row("工作完成率", "100%")),
    ("", row("工作完成率", "100%")),
]


@pytest.mark.parametrize(("text", "marked"), UNCOVERED)
def test_a_promise_without_indicator_is_found(text: str, marked: list[str]) -> None:
    said = of(commitment_uncovered, purpose=text, indicators=[row("各项工作完成率", "100%")])
    assert said.marked == marked
    expected = f"{marked[0]} is promised here, but no indicator measures it"
    assert (said.found[0].level, said.found[0].message) == ("warning", expected)


@pytest.mark.parametrize(("text", "indicator"), COVERED)
def test_what_is_covered_or_not_promised_is_left_alone(
    text: str, indicator: dict[str, str]
) -> None:
    said = of(commitment_uncovered, purpose=text, indicators=[indicator])
    assert (said.marked, said.undecided) == ([], ())


MAIN = [row("绿化养护面积", "≥126万平方米"), row("补植乔木株数", "3000株"), row("培训期数", "2期")]
SMALL = "绿化养护126万平方米，补植乔木3000株，培训2期，"


@pytest.mark.parametrize(
    ("text", "rows", "marked"),
    [
        (SMALL + "更新花箱400个，聘请专家60人次", MAIN, []),
        (SMALL + "消防演练1次", MAIN, []),
        (SMALL + "购置洒水车1辆，费用9000元", MAIN, []),
        (SMALL + "购置洒水车1辆，费用3万元", MAIN, ["购置洒水车1辆"]),
        (SMALL + "消防演练1次", MAIN[:2], ["培训", "消防演练"]),
        (SMALL + "更新花箱400个", MAIN[:1], ["培训", "更新花箱400个"]),
        # Cars are no devices, and of another unit.
        ("购置执法车3辆", [row("购置办公设备数量", "5套")], []),
        ("采购花箱400个", [row("办公设备采购数量", "300平方米")], ["采购花箱400个"]),
    ],
)
def test_a_small_promise_beside_others_that_are_measured_is_left_alone(
    text: str, rows: list[dict[str, str]], marked: list[str]
) -> None:
    assert of(commitment_uncovered, purpose=text, indicators=rows).marked == marked


def test_a_fragment_does_not_say_what_is_missing() -> None:
    said = of(
        commitment_uncovered,
        purpose="消防演练3场",
        indicators=[row("工作完成率", "100%")],
        filing={"complete": "false"},
    )
    assert (said.marked, said.undecided) == ([], ("not all indicators may be there",))


STALE = [
    ({"goals": ["2025年完成消防演练3次"]}, ["2025年"]),
    ({"purpose": "用于2024年度档案数字化"}, ["2024年度"]),
    ({"name": "2025年村务公开工作经费4.5万"}, ["2025年"]),
    ({"goals": ["完成扫描工作（2025年11月30日前）"]}, ["2025年"]),
    ({"goals": ["全部工程完工（2025年11月30日）"]}, ["2025年"]),
    ({"goals": ["2025年完成招标工作，开始扫描"]}, ["2025年"]),
    ({"goals": ["2025年目标为60%"]}, ["2025年"]),
    ({"goals": ["2025年为50个村安装路灯"]}, ["2025年"]),
    ({"goals": ["落实推广方案（2025年推广三成）"]}, ["2025年"]),
    ({"goals": ["2025年完成甲项任务。2026年完成乙项任务。"]}, ["2025年"]),
    ({"goals": ["工程于2025年8月底前竣工"]}, ["2025年"]),
    ({"goals": ["实现2025年绩效目标，做好防灾减灾宣传"]}, ["2025年"]),
    ({"filing": {"overall_goal": "2025年，我单位将围绕中心工作做好服务。"}}, ["2025年"]),
    ({"filing": {"measures": ["确保2025年底前全面完成。"]}}, ["2025年"]),
    ({"purpose": "用于2025年第一批省级乡村振兴专项资金项目"}, ["2025年"]),
    ({"purpose": "2025年全县计划培训农民300人次"}, ["2025年"]),
    ({"goals": ["2025年全县培训农民300人次"]}, ["2025年"]),
    ({"purpose": "做好2024年、2025年度法律援助工作"}, ["2024年", "2025年度"]),
    ({"indicators": [row("演练次数", "3次", "2025年全年演练次数")]}, ["2025年"]),
]
FRESH = [
    {"goals": ["2026年完成3次，比2025年多1次，2027年再评估"]},
    {"goals": ["自2024年以来，截至2025年底，2023-2025年三年行动计划"]},
    {"goals": ["落实《示例县2025年度工作方案》和冀财社〔2025〕152号"]},
    {"goals": ["落实2025年印发的实施方案，整改2024年审计发现的问题"]},
    {"goals": ["支付2025年已完工程尾款，兑现2025年度目标考核奖励"]},
    {"goals": ["2025年8月底前已竣工的工程"]},
    {"goals": ["1998年建成的水库除险加固，2015年移民户"]},
    {"goals": ["2024年启动的三年计划今年收官，2025年度结转资金"]},
    {"name": "2025年结转老旧小区改造资金"},
    {"name": "2025年高标准农田建设", "code": "130000251010010000001"},
    {"goals": ["2025年建设任务全部完成"], "term": {"start": "2025-01", "end": "2026-12"}},
    {"goals": ["2025年任务"], "term": {"start": "2024年", "end": "长期"}},
    {"indicators": [row("演练次数", "2025年12月底前", basis="2025年实际完成3次")]},
    {"goals": ["贯彻党的二十大和二十届三中全会精神"]},
    {"goals": ["第2025次，2025人次，邮编202500"]},
    {"goals": ["2025年底有在册低保户300户，2025年末余额为零"]},
    {"goals": ["完善于2025年上线的平台，支付2025年秋季学期营养餐补助"]},
    {"goals": ["落实2025年中央农村工作会议精神和2025年政府工作报告部署"]},
    {"goals": ["支付2025年物业费，偿还2024年债券利息", "发放2025年度第十三个月工资"]},
    {"goals": ["2025年4月1日施行的条例，2023年脱贫的20个村"]},
    {"purpose": "2025年全县参保35万人。按每人30元配套。2024年，我市接待游客300万人次"},
    {"goals": ["支付2024年、2025年两年监理费尾款", "清偿2024年和2025年工程款"]},
    {"goals": ["2024年、2025年工程结算款30万元"]},
    {"purpose": "2025年，示例县荣获全国文明城市。按照2025年12月31日在册人数补助"},
    {"goals": ["根据2025年人口普查数据，参照2025年1月调整的补助标准"]},
    {"goals": ["2025年下达任务，2026年完成"]},
    {"goals": ["2024年全县共有低保对象3200户。2025年同比下降"]},
    {"medium_term": {"goals": ["2025年完成三成"], "indicators": []}},
    {"goals": ["根据县政府第12次常务会议（2025年11月30日）研究，同意实施该项目"]},
    {"goals": ["依照县长办公会会议纪要（2025年6月）安排"]},
    {"goals": ["根据2025年11月30日县政府常务会议研究同意的事项"]},
    {"goals": ["与承建方的合同(2025年7月1日签订)继续执行"]},
    {"goals": ["2025年政府采购中标的数字化项目，本年完成扫描"]},
    {"goals": ["2025年公开招标确定的承建单位，本年完成扫描"]},
    {"goals": ["满意率达到75%，同比提高15个百分点（2025年为60%）"]},
    {"goals": ["满意率达到75%，提高15个百分点（2025年度实际为60%）"]},
    {"goals": ["上年（2025年）为60%，本年提高到75%"]},
    {"goals": ["接待查阅2000人次，上年同期（2025年度）1850人次"]},
    {"indicators": [row("查阅人次", "≥2000人次", "全年到馆查阅的人次，2025年为1850人次")]},
    {"purpose": ""},
]


@pytest.mark.parametrize(("changes", "marked"), STALE)
def test_a_past_year_in_a_plan_is_found(changes: dict[str, Any], marked: list[str]) -> None:
    said = of(year_stale, **changes)
    assert (said.marked, said.found[0].level) == (marked, "warning")
    assert said.found[0].message == f"{marked[0]} here, the filing is of 2026"


@pytest.mark.parametrize("changes", FRESH)
def test_years_that_are_told_and_not_planned_are_left_alone(changes: dict[str, Any]) -> None:
    said = of(year_stale, **changes)
    assert (said.marked, said.undecided) == ([], ())


def test_a_rate_of_change_may_name_the_year_that_it_is_held_against() -> None:
    text = "2025年投诉量3200件"
    down = row("城管热线投诉量下降率", "≥10%", f"{text}，全年下降一成")
    assert of(year_stale, filing={"year": 2026}, indicators=[down]).found == ()
    plain = row("城管热线投诉处理率", "≥95%", "2025年度处理投诉的比率")
    assert of(year_stale, filing={"year": 2026}, indicators=[plain]).marked == ["2025年度"]


def test_a_code_of_a_later_year_is_held_against_the_texts_once() -> None:
    later = {"code": "130000271010010000001"}
    filing = {"measures": ["落实《示例县2026年度方案》", "贯彻二十届二中、三中全会精神"]}
    said = of(year_stale, filing=filing, projects=[later, later | {"name": "另一个项目"}])
    assert said.marked == ["2026年度"]
    assert said.found[0].related == ("27", "27", "三中全会")
    assert said.found[0].message == "2026年度 here, but the code of a project is of 2027"


def test_a_code_of_a_later_year_alone_is_left_to_the_code() -> None:
    silent = [row("演练次数", "3次")]
    said = of(year_stale, code="130000271010010000001", indicators=silent)
    assert said.found == ()


ONE = "《示例县纸质档案数字化工作方案》"


@pytest.mark.parametrize(
    "other",
    [
        "《示例县纸质档案数字化工作方按》",
        "《示例县纸质档案数字化作方案》",
        "《示例县纸质的档案数字化工作方案》",
    ],
)
def test_a_title_that_differs_by_a_slip_is_found(other: str) -> None:
    said = of(name_variants, filing={"measures": [f"落实{ONE}"]}, goals=[f"按照{other}完成"])
    assert [(one.marked, one.level, one.related) for one in said.found] == [(other, "info", (ONE,))]
    assert said.found[0].message == f"{other} here, {ONE} elsewhere"
    assert said.found[0].hint == "if it is one document, it needs one name"


@pytest.mark.parametrize(
    "other",
    [
        ONE,
        "《示例市纸质档案数字化工作方案》",
        "《示例县纸质档案（数字化）工作方案》",
        "《示例县纸质档案·数字化工作方案》",
        "《示例县纸质档案数字化工作方案（试行）》",
        "《纸质档案数字化工作方案》",
        "《示例县电子档案数字化工作方案》",
        "《示例县纸质档案数字化二期工作方案》",
        "《示例县照片档案信息化工作方案》",
        "《档案方案》",
    ],
)
def test_other_documents_are_left_alone(other: str) -> None:
    texts = [f"落实{ONE}、《档案方法》、《关于2025年档案工作的意见》、《关于2026年档案工作的意见》"]
    said = of(name_variants, filing={"measures": texts}, goals=[f"按照{other}完成"])
    assert (said.found, said.undecided) == ((), ())
