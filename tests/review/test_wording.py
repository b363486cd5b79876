"""Rules on what names, descriptions and bases of indicators say, and what they leave open."""

# ruff: noqa: E501 — a case of a table is read in one line

import json

import pytest

from perfspec.review import (
    baseline_missing,
    basis_identical,
    basis_names_other_plan,
    description_echo,
    qualifier_changed,
    rate_of_rate,
)
from perfspec.rule import Rule
from perfspec.settings import Settings
from tests.review.examples import Examined, Said, examine


def _row(rule: Rule, name: str, description: str = "", **others: str) -> Examined:
    row = {"name": name, "description": description, **others}
    return examine(rule, f"indicators: {json.dumps([row], ensure_ascii=False)}")


# baseline-missing: name, description, target, basis; the words underlined.
WITHOUT_PAST = [
    ("查阅档案人次", "比上年增加的人次", "≥10%", "工作计划", "比上年增加"),
    ("查阅档案人次较去年增长率", "", "≥10%", "工作计划", "较去年增长"),
    ("查阅档案人次", "", "较上年提高", "工作计划", "较上年提高"),
    ("查阅档案人次", "", "较上年度明显提高", "", "较上年度明显提高"),
    ("查阅档案人次", "", "与去年相比增加10%", "", "与去年相比增加"),
    ("查阅档案人次", "", "在上年基础上增长5%", "", "在上年基础上增长"),
    ("查阅档案人次", "", "不低于上年", "", "不低于上年"),
    ("查阅档案人次", "", "不低于去年同期水平", "", "不低于去年同期水平"),
    ("查阅档案人次", "同比增长情况", "≥5%", "", "同比增长"),
    ("查阅档案人次", "较2025年增加的人次", "≥5%", "", "较2025年增加"),
    ("查阅档案人次", "较上年提升", "≥5%", "《2025年工作总结》", "较上年提升"),
    ("查阅档案人次", "较上年提升", "≥5%", "《2025年十项举措》", "较上年提升"),
    ("查阅档案人次", "较上年提升", "≥5%", "冀财社〔2025〕15号", "较上年提升"),
    ("查阅档案人次", "较上年提升", "≥5%", "2025年12月工作总结", "较上年提升"),
    ("查阅档案人次", "较往年提升", "≥5%", "上年工作总结", "较往年提升"),
]


@pytest.mark.parametrize(("name", "description", "target", "basis", "marked"), WITHOUT_PAST)
def test_a_comparison_without_its_figure_is_underlined(
    name: str, description: str, target: str, basis: str, marked: str
) -> None:
    said = _row(baseline_missing.RULE, name, description, target=target, basis=basis)
    (found,) = said.found
    assert (found.level, found.marked) == ("warning", marked)
    assert found.message == f"{marked!r} compares with a figure that is not stated"


@pytest.mark.parametrize(
    ("name", "description", "target", "basis"),
    [
        ("查阅档案人次", "较上年增加的人次", "≥150人次", "上年实际1850人次"),
        ("查阅档案人次", "较去年增加", "≥10%", "去年查阅档案1850人次"),
        ("查阅档案人次", "较上年1850人次增加", "≥10%", ""),
        ("查阅档案人次", "较上年（1850人次）增加", "≥10%", ""),
        ("查阅档案人次", "在上年1850人次基础上增加", "≥10%", ""),
        ("查阅档案人次", "较上年提高", "由1850人次增加到2000人次", ""),
        ("查阅档案人次", "较上年提高", "从85%提升至90%", ""),
        ("查阅档案人次", "较2025年增加", "≥10%", "2025年查阅1850人次"),
        ("查阅档案人次", "较上年增加", "≥10%", "基数为1850人次"),
        ("查阅档案人次", "较上年增加", "≥10%", "近三年平均1850人次"),
        ("查阅档案人次", "较上年增加", "≥10%", "上年两千人次"),
        ("查阅档案人次", "同比例增加配套资金", "≥10%", ""),
        ("查阅档案人次增长率", "查阅档案人次的增长率", "≥10%", ""),
        ("查阅档案人次", "与去年一致", "≥10%", ""),
        ("上年结转资金支付率", "支付上年结转资金的比率", "≥10%", ""),
        ("较大项目完成率", "比选后完成的比率", "100%", "上年计划"),
        ("2026年查阅人次", "2026年全年查阅人次增加数", "≥10人次", ""),
        ("", "", "", ""),
    ],
)
def test_a_comparison_with_its_figure_or_none_is_left_alone(
    name: str, description: str, target: str, basis: str
) -> None:
    said = _row(baseline_missing.RULE, name, description, target=target, basis=basis)
    assert said.found == ()


FIELDS = """
form: {fields: [{id: last, label: 上年实际完成值, on: indicator}, {id: note, label: 备注, on: indicator}]}
indicators: [{name: 查阅档案人次, target: 较上年提高, fields: {last: %s, note: 无}}]
"""


def test_the_figure_may_stand_in_a_field_of_the_form() -> None:
    assert examine(baseline_missing.RULE, FIELDS % "1850人次").found == ()
    assert examine(baseline_missing.RULE, FIELDS % "''").marked == ["较上年提高"]


def test_a_comparison_in_cells_or_bands_is_underlined_as_a_whole() -> None:
    example = """
    form: {target: split}
    indicators: [{name: 查阅档案人次, target: {value: 较上年提高}}]
    """
    (found,) = examine(baseline_missing.RULE, example).found
    assert found.path == "indicators.0.target"
    bands = """
    indicators: [{name: 查阅人次, target: {bands: {excellent: 较上年提高, good: 持平, fair: 略降, poor: 下降}}}]
    """
    assert len(examine(baseline_missing.RULE, bands).found) <= 1


# rate-of-rate: name, description; the words underlined, and where.
OF_RATES = [
    ("网上举报率较去年提升率", "", "举报率较去年提升率", "name"),
    ("网络环境", "不良信息举报率较去年提升率。", "举报率较去年提升率", "description"),
    ("验收合格率提高率", "", "合格率提高率", "name"),
    ("验收合格率（%）增长率", "", "合格率（%）增长率", "name"),
    ("失业率的下降率", "", "失业率的下降率", "name"),
    ("满意率同比增长率", "", "满意率同比增长率", "name"),
    ("就业率比上年增长率", "", "就业率比上年增长率", "name"),
    ("就业率与上年相比的提升率", "", "就业率与上年相比的提升率", "name"),
    ("入学率增长幅度", "", "入学率增长幅度", "name"),
    ("覆盖率年均增长率", "覆盖率年均增长率", "覆盖率年均增长率", "name"),
]


@pytest.mark.parametrize(("name", "description", "marked", "key"), OF_RATES)
def test_the_rate_of_change_of_a_rate_is_underlined(
    name: str, description: str, marked: str, key: str
) -> None:
    (found,) = _row(rate_of_rate.RULE, name, description).found
    assert (found.level, found.marked, found.path) == ("warning", marked, f"indicators.0.{key}")


@pytest.mark.parametrize(
    ("name", "description"),
    [
        ("就业人数增长率", "新增就业人数占比"),
        ("就业率提升百分点", "就业率较上年提升的百分点"),
        ("工作效率提升率", "工作效率较去年提升率"),
        ("劳动生产率增长率", ""),
        ("土地产出率提高率", ""),
        ("资金周转率提高率", ""),
        ("就业率和收入增长率", "就业率、收入增长率"),
        ("合格率及满意度提升率", ""),
        ("降低失业率", "失业率较上年下降"),
        ("合格率", "合格率提高，差错率下降"),
        ("任务完成率", "课时比例完成率"),
        ("频率提高率", ""),
        ("率先提升率", ""),
        ("增长率", "增长幅度"),
        ("增长率提示", "提高率"),
        ("", ""),
    ],
)
def test_rates_and_changes_of_other_things_are_left_alone(name: str, description: str) -> None:
    assert _row(rate_of_rate.RULE, name, description).found == ()


ECHO = "{name: %s, description: %s}"


@pytest.mark.parametrize(
    ("name", "description"),
    [
        ("维修面积", "维修面积"),
        ("维修面积", "维修面积。"),
        ("验收合格率（%）", "验收合格率"),
        ("验收合格率", "验收合格率（%）；"),
        ("查阅 档案人次", "查阅档案人次"),
        ("（%）", "（%）"),
    ],
)
def test_a_description_that_is_the_name_is_underlined(name: str, description: str) -> None:
    (found,) = _row(description_echo.RULE, name, description).found
    assert found == Said(
        level="warning",
        marked=found.marked,
        message="the description only repeats the name",
        path="indicators.0.description",
        related=found.related,
        hint="say what is counted, over which whole, and how",
    )
    assert (found.marked, found.related) == (description, (name,))


@pytest.mark.parametrize(
    ("name", "description"),
    [
        ("维修面积", ""),
        ("维修面积", " "),
        ("维修面积", "维修的面积"),
        ("维修面积", "全年维修面积"),
        ("维修面积", "面积"),
        ("维修面积（审判楼幕墙）", "维修面积"),
        ("合格率", "合格数/总数"),
        ("培训人次", "培训人数"),
        ("（%）", "（个）"),
        ("", "维修面积"),
    ],
)
def test_a_description_that_says_more_is_left_alone(name: str, description: str) -> None:
    assert _row(description_echo.RULE, name, description).found == ()


def test_a_table_of_echoes_is_one_finding() -> None:
    rows = ", ".join(ECHO % (name, name) for name in ("甲数量", "乙数量", "丙数量"))
    more = "{name: 丁数量, description: 丁的全部数量}"
    (found,) = examine(description_echo.RULE, f"indicators: [{rows}, {more}]").found
    assert found.message == "3 of 4 descriptions only repeat the name"
    assert (found.path, found.related) == ("indicators.0.description", ("乙数量", "丙数量"))


# qualifier-changed: name, description; the word, where, and the words without it.
LOST = [
    ("重大突发事件处置率", "处置突发事件的比率", "重大", "name", "突发事件"),
    ("网络重大突发事件处置率", "处置网络突发事件占总数的比率", "重大", "name", "突发事件"),
    ("普法宣传活动举办次数", "全年普法活动举办次数", "宣传", "name", "活动"),
    ("农村公路养护里程", "公路养护里程", "农村", "name", "公路养护里程"),
    ("普法活动举办次数", "大型普法活动举办次数", "大型", "description", "普法活动"),
    ("网络突发事件处置率", "网络重大突发事件处置比率", "重大", "description", "突发事件"),
]


@pytest.mark.parametrize(("name", "description", "word", "key", "without"), LOST)
def test_a_word_that_one_text_lacks_is_underlined(
    name: str, description: str, word: str, key: str, without: str
) -> None:
    (found,) = _row(qualifier_changed.RULE, name, description).found
    other = {"name": "description", "description": "name"}[key]
    assert found == Said(
        level="warning",
        marked=word,
        message=f"{word!r} stands in the {key}, not in the {other}",
        path=f"indicators.0.{key}",
        related=(without,),
    )


@pytest.mark.parametrize(
    ("name", "description"),
    [
        ("各项网宣任务完成及时率（%）", "各项网宣任务及时处置"),
        ("重大突发事件处置率", "处置重大突发事件的比率"),
        ("重点项目完成率", "已完成数占计划数的比率"),
        ("主要任务完成率", "任务按期完成的比率"),
        ("专项资金支付及时率", "资金支付及时情况"),
        ("专项经费使用合规率", "经费使用合规情况"),
        ("宣传活动举办次数", "全年举办的宣传活动"),
        ("大型活动次数", "规模以上的场次"),
        ("公路养护里程", "农村公路养护里程"),
        ("就业人数", "全年城镇新增就业人数"),
        ("大型设备购置数量", "重点设备购置数量"),
        ("重点人群覆盖率", "老年人、孕产妇等覆盖的比率"),
        ("农村危房改造户数", "农村困难家庭危房改造户数"),
        ("开展大型普法活动次数", "组织各类普法活动次数"),
        ("重大", "突发事件"),
        ("宣传", "宣"),
        ("维修面积", ""),
        ("", "大型设备"),
    ],
)
def test_texts_on_the_same_thing_are_left_alone(name: str, description: str) -> None:
    assert _row(qualifier_changed.RULE, name, description).found == ()


def test_a_form_may_name_other_words() -> None:
    example = "indicators: [{name: 县级公路养护里程, description: 公路养护里程}]"
    assert examine(qualifier_changed.RULE, example).found == ()
    words = Settings(options={"qualifier-changed": {"words": ("县级",)}})
    assert examine(qualifier_changed.RULE, example, words).marked == ["县级"]


def _bases(*texts: str, name: str = "馆藏档案数字化经费") -> str:
    rows = [{"name": f"指标{at}", "basis": text} for at, text in enumerate(texts)]
    return f"name: {name}\nindicators: {json.dumps(rows, ensure_ascii=False)}"


def test_one_basis_on_all_rows_is_information() -> None:
    (found,) = examine(basis_identical.RULE, _bases(*["《三年规划》"] * 3)).found
    assert found == Said(
        level="info",
        marked="《三年规划》",
        message="all 3 targets rest on one basis",
        path="indicators.0.basis",
        hint="in a small project this may be right",
    )


@pytest.mark.parametrize(
    "texts",
    [
        ("《三年规划》", "《三年规划》"),
        ("《三年规划》", "《三年规划》", "问卷调查"),
        ("《三年规划》", "《三年规划》", ""),
        ("《三年规划》", "《三年规划》", "《三年规划》", ""),
        ("", "", ""),
        ("工作计划",),
        ("历史数据",),
        ("上年实际1850人次",),
        ("项目实施方案",),
        ("馆藏档案数字化经费实施方案",),
        ("上级文件要求的标准",),
        ("档案工作规定",),
        (),
    ],
)
def test_bases_that_say_something_are_left_alone(texts: tuple[str, ...]) -> None:
    assert examine(basis_identical.RULE, _bases(*texts)).found == ()


@pytest.mark.parametrize(
    "basis",
    [
        "馆藏档案数字化经费",
        "《馆藏档案数字化经费》",
        "2026年馆藏档案数字化经费",
        "馆藏档案数字化经费20万元",
        "馆藏档案数字化经费项目",
    ],
)
def test_the_name_of_the_project_is_no_basis(basis: str) -> None:
    found = examine(basis_identical.RULE, _bases(basis, "问卷调查", basis)).found
    assert found == (
        Said(
            level="warning",
            marked=basis,
            message="the basis only repeats the name of the project",
            path="indicators.0.basis",
            related=(basis,),
        ),
    )


@pytest.mark.parametrize(
    "basis",
    [
        "工作需要",
        "根据实际情况",
        "上级要求",
        "相关规定",
        "按照上级文件要求",
        "有关政策",
        "结合工作实际",
    ],
)
def test_a_phrase_that_fits_any_target_is_no_basis(basis: str) -> None:
    found = examine(basis_identical.RULE, _bases(*[basis] * 3)).found
    assert [(one.level, one.marked, len(one.related)) for one in found] == [("warning", basis, 2)]
    assert found[0].message == f"{basis!r} is no document, standard or figure"


# basis-names-other-plan: project, basis; the plan underlined, the word.
OTHER_PLANS = [
    ("网络信息办公专项经费", "网络信息办公经费实施计划", "网络信息办公经费实施计划", "专项"),
    ("网络信息办公经费", "网络信息办公专项经费实施计划", "网络信息办公专项经费实施计划", "专项"),
    (
        "高龄失能老人服务补贴",
        "《高龄失能老人养老服务补贴实施方案》",
        "高龄失能老人养老服务补贴实施方案",
        "养老",
    ),
    (
        "2026年全县农村公路养护经费",
        "2026年全县乡镇公路养护经费方案",
        "2026年全县乡镇公路养护经费方案",
        "农村",
    ),
]


@pytest.mark.parametrize(("name", "basis", "marked", "word"), OTHER_PLANS)
def test_a_plan_with_another_name_is_underlined(
    name: str, basis: str, marked: str, word: str
) -> None:
    (found,) = examine(basis_names_other_plan.RULE, _bases(basis, basis, name=name)).found
    assert found == Said(
        level="warning",
        marked=marked,
        message=f"the plan is named {marked!r}, the project {name!r}",
        path="indicators.0.basis",
        related=(name,),
        hint=f"{word!r} makes the difference",
    )


@pytest.mark.parametrize(
    ("name", "basis"),
    [
        ("网络信息办公专项经费", "网络信息办公专项经费实施计划"),
        ("网络信息办公专项经费", "网络信息办公专项经费项目实施方案"),
        ("网络信息办公专项经费", "2026年网络信息办公专项经费实施方案"),
        ("网络信息办公专项经费", "网络信息办公实施方案"),
        ("网络信息办公专项经费", "顺平县网络信息办公专项经费实施方案"),
        ("网络信息办公专项经费", "网络安全宣传周活动实施方案"),
        ("网络信息办公专项经费", "《中华人民共和国网络安全法》"),
        ("网络信息办公专项经费", "网络信息办公经费"),
        ("网络信息办公专项经费", "工作计划"),
        ("网络专项经费", "网络安全宣传经费方案"),
        ("网络信息办公专项经费", ""),
        ("网络信息办公经费", "网络信息办公工作经费实施方案"),
        ("食堂改造经费", "食堂改造项目实施方案"),
        ("农村公路养护经费", "农村公路的养护经费方案"),
        ("2026年公路养护经费20万元", "2025年公路养护经费实施方案"),
        ("甲", "甲方案"),
        ("公路", "公路养护三年行动方案"),
        ("城乡居民保险补助", "城乡居民基本养老医疗工伤保险补助方案"),
    ],
)
def test_the_plan_of_the_project_and_other_documents_are_left_alone(name: str, basis: str) -> None:
    assert examine(basis_names_other_plan.RULE, _bases(basis, name=name)).found == ()


@pytest.mark.parametrize(
    ("rule", "row"),
    [
        (baseline_missing.RULE, {"name": "人次", "target": "较上年提高"}),
        (rate_of_rate.RULE, {"name": "合格率提升率"}),
        (description_echo.RULE, {"name": "人次", "description": "人次"}),
        (qualifier_changed.RULE, {"name": "大型普法活动次数", "description": "普法活动次数"}),
        (basis_identical.RULE, {"name": "人次", "basis": "工作需要"}),
        (basis_names_other_plan.RULE, {"name": "人次", "basis": "馆藏档案专项数字化经费方案"}),
    ],
    ids=lambda value: value.code if isinstance(value, Rule) else "",
)
def test_rows_of_the_whole_term_are_looked_at(rule: Rule, row: dict[str, str]) -> None:
    full = {"class": "数量指标", "target": "1人次", "description": "", "basis": ""} | row
    term = {"goals": [], "indicators": [full]}
    example = f"medium_term: {json.dumps(term, ensure_ascii=False)}"
    (found,) = examine(rule, example).found
    assert found.path.startswith("medium_term.indicators.0.")
