"""Rules on brackets, widths of punctuation, dates of the calendar, and projects told twice."""

# ruff: noqa: E501 — a case of a table is read in one line

import json
from collections.abc import Mapping

import pytest

from perfspec.evidence import days, pairing, twins, widths
from perfspec.review import (
    duplicate_project,
    half_width_punctuation,
    impossible_date,
    unbalanced_brackets,
    value_unreadable,
)
from perfspec.settings import Settings
from tests.review.examples import Said, examine


def _purpose(text: str) -> str:
    return f"purpose: {json.dumps(text, ensure_ascii=False)}"


def _goals(*texts: str) -> str:
    return f"goals: {json.dumps(texts, ensure_ascii=False)}"


# unbalanced-brackets: the text, the words underlined.
ALONE = [
    ("宣传活动11次（含安全教育日1次，宣传周7次", "（"),
    ("宣传活动11次含安全教育日1次）", "）"),
    ("落实《档案法，开展培训", "《"),
    ("落实《档案法》实施办法》", "》"),
    ("落实《关于印发《档案数字化规范》的通知", "《"),
    ("争创“示范档案馆，通过验收", "“"),
    ("争创示范档案馆”，通过验收", "”"),
    ("争创‘示范档案馆，通过验收", "‘"),
    ("争创「示范档案馆，通过验收", "「"),
    ("争创『示范档案馆，通过验收", "『"),
    ("【重点完成扫描", "【"),
    ("按照冀财社〔2021第152号文件", "〔"),
    ("宣传活动(含安全教育日1次", "("),
    ("（共3批（每批2次）", "（"),
    ("完成（一）扫描（二）著录（三归档", "（"),
    ("“扫描（著录”", "（"),
    ("1)扫描；2)著录（含校对；3)归档", "（"),
]


@pytest.mark.parametrize(("text", "marked"), ALONE)
def test_half_a_pair_is_an_error(text: str, marked: str) -> None:
    (found,) = examine(unbalanced_brackets.RULE, _purpose(text)).found
    assert (found.level, found.marked, found.path) == ("error", marked, "purpose")
    other = pairing.other(marked)
    opened, closed = f"is opened and no {other} closes it", f"closes what no {other} opened"
    assert found.message == f"{marked} {opened if pairing.opens(marked) else closed}"
    assert found.fixed == ()


# Two quotes of one direction, or the wrong way round: what is written, what is meant.
TURNED = [
    ("深入推进“顺平好网民“工程", "“顺平好网民“", "“顺平好网民”"),
    ("深入推进”顺平好网民”工程", "”顺平好网民”", "“顺平好网民”"),
    ("深入推进”顺平好网民“工程", "”顺平好网民“", "“顺平好网民”"),
    ("深入推进‘顺平好网民‘工程", "‘顺平好网民‘", "‘顺平好网民’"),
]


@pytest.mark.parametrize(("text", "marked", "meant"), TURNED)
def test_a_quote_that_faces_the_wrong_way_is_turned(text: str, marked: str, meant: str) -> None:
    (found,) = examine(unbalanced_brackets.RULE, _purpose(text)).found
    assert (found.level, found.marked, found.fixed) == ("error", marked, (meant,))
    assert found.message == f"{marked} is written, {meant} is meant"


def test_quotes_in_two_sentences_are_told_each() -> None:
    said = examine(unbalanced_brackets.RULE, _purpose("争创“示范。另有“两个确保"))
    assert said.marked == ["“", "“"]
    said = examine(unbalanced_brackets.RULE, _purpose("“甲“乙“"))
    assert said.marked == ["“甲“", "“"]


@pytest.mark.parametrize(
    "text",
    [
        "1)完成扫描；2)完成著录；3)归档",
        "1）完成扫描2）完成著录",
        "（1)完成扫描；（2)完成著录",
        "（包括：1)扫描；2)著录）",
        "a)扫描；b)著录",
        "一）扫描\n二）著录",
        "①）扫描",
        "１）扫描；２）著录",
        "1.1）扫描",
        "《关于印发〈档案法实施办法〉的通知》",
        "《关于印发《档案法实施办法》的通知》",
        "得分在[90,100)之间为优，[80，90)为良，(60,80]为中",
        "it’s a test，the units’ work",
        "购置42”显示器2台，打印机’98",
        "“42”显示器”2台",
        "全长5’30”",
        "满意:)",
        "指标值>=90，<=5，<3>",
        "合格率=(合格数/总数)*100%",
        '深入推进“顺平好网民"工程',
        "深入推进‘顺平好网民'工程",
        "“争创（示范”档案馆）",
        "按照冀财社〔2021]152号文件",
        "按照冀财社[2021〕152号文件",
        "按照冀财社（2021)152号文件",
        "宣传活动（含安全教育日、宣传周……",
        "宣传活动（含安全教育日、宣传周...",
        "**重点**：扫描（含著录）",
        "“一中心一站”“五个一”《档案法》《条例》",
        "",
    ],
)
def test_what_only_looks_like_half_a_pair_is_left_alone(text: str) -> None:
    assert examine(unbalanced_brackets.RULE, _purpose(text)).found == ()


def test_a_bracket_may_be_closed_in_a_later_item_of_a_list() -> None:
    rule = unbalanced_brackets.RULE
    assert examine(rule, _goals("1.完成（包括：", "2.扫描；", "3.著录。）")).found == ()
    assert examine(rule, _goals("1.完成）扫描。", "2.著录（归档。")).marked == ["）", "（"]
    assert examine(rule, _goals("1.完成（扫描。", "2.著录》归档。")).marked == ["（", "》"]
    # Two fields are no list.
    row = "{name: 扫描页数（纸质, description: 扫描页数）, target: ≥10页}"
    assert examine(rule, f"indicators: [{row}]").marked == ["（", "）"]


# Brackets of two widths: the words underlined, what is put in, and where the text is whole then.
WIDTHS = [
    ("扫描（含著录)10万页", "（含著录)", "）"),
    ("扫描(含著录）10万页", "(含著录）", "（"),
    ("及时率（%)", "（%)", "）"),
    ("及时率(%）", "(%）", "（"),
    ("依据《纸质档案数字化规范》(DA/T 31—2017）", "(DA/T 31—2017）", "（"),
    ("DA/T 31 (2017）", "(2017）", ")"),
]


@pytest.mark.parametrize(("text", "marked", "put"), WIDTHS)
def test_brackets_of_two_widths_are_a_warning(text: str, marked: str, put: str) -> None:
    (found,) = examine(unbalanced_brackets.RULE, _purpose(text)).found
    assert (found.level, found.marked, found.fixed) == ("warning", marked, (put,))
    assert found.message == f"the brackets {marked[0]}…{marked[-1]} are of two widths"


def test_brackets_are_looked_at_in_targets_and_names_but_not_in_bands() -> None:
    rows = "[{name: 扫描页数（纸质, target: ≥10万页）}]"
    assert examine(unbalanced_brackets.RULE, f"indicators: {rows}").marked == ["（", "）"]


def test_each_sign_has_its_other() -> None:
    assert [pairing.other(sign) for sign in "（(》”〔"] == ["）", ")", "《", "“", "〕"]


# half-width-punctuation: the text, the sign underlined, all that is put in.
NARROW = [
    ("加强管理,规范行为", ",", ("，",)),
    ("加强管理, 规范行为; 完成扫描", ",", ("，", "；")),
    ("扫描;著录", ";", ("；",)),
    ("内容包括:扫描、著录", ":", ("：",)),
    ("档案是否完整?", "?", ("？",)),
    ("扫描(含著录)10万页", "(", ("（", "）")),
    ("完成扫描,", ",", ("，",)),
    ("落实《档案法》,做好“三化”,开展培训", ",", ("，", "，")),
    ("加强管理,合格率达到98%,群众满意", ",", ("，", "，")),
    ("加强管理,2026年完成", ",", ("，",)),
    ("内容:对比新旧目录", ":", ("：",)),
    ("第一,扫描\n第二,著录", ",", ("，", "，")),
    ("包括(一)扫描(二)著录", "(", ("（", "）", "（", "）")),
]


@pytest.mark.parametrize(("text", "marked", "fixed"), NARROW)
def test_half_width_signs_in_chinese_are_told_once(
    text: str, marked: str, fixed: tuple[str, ...]
) -> None:
    (found,) = examine(half_width_punctuation.RULE, _purpose(f"扫描，{text}")).found
    assert (found.level, found.marked, found.fixed) == ("info", marked, fixed)
    assert found.message == f"{marked!r} is half-width, write {fixed[0]!r}"


@pytest.mark.parametrize(
    "text",
    [
        "发放1,000人，共10,000元",
        "每天8:30开馆，17:00闭馆",
        "按6:2:2分担",
        "男:女=1:2",
        "师生比例为甲:乙约1:15",
        "甲:乙比例",
        "24h;全年不断",
        "网址https://example.cn/a?b=c,d;e",
        "《纸质档案数字化规范》(DA/T 31—2017)",
        "完成年度(2021)任务",
        "及时率(%)",
        "(一)完成扫描",
        "1)扫描 a)著录",
        "合格率=(合格数/总数)×100%",
        "合格率按(合格数/总数)计算",
        "得分按(完成数)*10计算",
        "600元/人?月",
        "完成:)",
        "扫描,,著录",
        "扫描,。",
        "Word,Excel;PPT",
        "[说明](说明.md)",
        "扫描（含著录)",
        "扫描(含著录）",
        "档案(2021)和A4(彩色)扫描",
        "",
    ],
)
def test_half_width_signs_that_are_right_are_left_alone(text: str) -> None:
    assert examine(half_width_punctuation.RULE, _purpose(f"{text}\n扫描，著录")).found == ()


@pytest.mark.parametrize(("text", "marked", "fixed"), NARROW)
def test_a_text_that_is_half_width_throughout_is_left_alone(
    text: str, marked: str, fixed: tuple[str, ...]
) -> None:
    assert widths.narrow(text), (marked, fixed)
    assert examine(half_width_punctuation.RULE, _purpose(text)).found == ()


def test_half_width_signs_are_looked_for_in_running_text_only() -> None:
    example = """
    filing: {overall_goal: "做好收集,保管，利用", measures: ["一是加强领导,落实责任，"]}
    name: 档案数字化(一期)经费
    indicators: [{name: "扫描(纸质),著录，", target: "完成,验收，", description: "扫描,著录，", basis: "文件,方案，"}]
    """
    found = examine(half_width_punctuation.RULE, example).found
    assert [one.path for one in found] == ["overall_goal", "measures.0", "indicators.0.description"]


def test_a_fix_takes_the_blank_behind_a_sign_away() -> None:
    text = "加强管理, 规范行为"
    (sign,) = widths.narrow(text)
    assert text[: sign.start] + sign.wide + text[sign.end :] == "加强管理，规范行为"


# impossible-date: the text, the words underlined, what is said of them.
MONTH = "does not exist: a year has 12 months"
DATES = [
    ("11月31日前完成", "11月31日", "does not exist: the month has 30 days"),
    ("2026年2月30日前完成", "2026年2月30日", "does not exist: the month has 28 days"),
    ("2026年2月29日前完成", "2026年2月29日", "does not exist: the month has 28 days"),
    ("2月30号前完成", "2月30号", "does not exist: the month has 29 days"),
    ("9 月 31 日前完成", "9 月 31 日", "does not exist: the month has 30 days"),
    ("10月0日", "10月0日", "does not exist: the month has 31 days"),
    ("12月32日前完成", "12月32日", "does not exist: the month has 31 days"),
    ("2026年13月完成", "2026年13月", MONTH),
    ("13月底前完成", "13月底", MONTH),
    ("2023年13月份出口额", "2023年13月份", MONTH),
    ("2026年0月完成", "2026年0月", MONTH),
    ("00月15日前完成", "00月15日", MONTH),
    ("13月上旬完成", "13月上旬", MONTH),
    ("11月1日至31日开展", "31日", "does not exist: the month has 30 days"),
    ("11月1-31日开展", "31日", "does not exist: the month has 30 days"),
    ("每月32日前报送", "每月32日", "does not exist: the month has 31 days"),
    ("2026-11-31前完成", "2026-11-31", "does not exist: the month has 30 days"),
    ("2026.2.29前完成", "2026.2.29", "does not exist: the month has 28 days"),
]


@pytest.mark.parametrize(("text", "marked", "said"), DATES)
def test_a_date_that_is_in_no_calendar_is_a_warning(text: str, marked: str, said: str) -> None:
    (found,) = examine(impossible_date.RULE, _purpose(text)).found
    assert (found.level, found.marked) == ("warning", marked)
    assert found.message == f"{marked} {said}"


@pytest.mark.parametrize(
    "text",
    [
        "11月30日前，10月31日前，2月29日，2024年2月29日，2000年2月29日",
        "24小时值守，共31个乡镇",
        "租赁36个月，服务24月",
        "1-12月发放，0-6月龄儿童，18月龄婴幼儿18月初次接种",
        "发放第13月工资，13月份工资",
        "十三月，十一月三十一日",
        "工期32日，60日内办结",
        "每月31日前，当月30日",
        "农历2月30日",
        "12+1月",
        "600元*13月",
        "合同编号2026-13-01，2026-15-31",
        "版本V2026.2.30，HT-2026-11-31，2026.2.30.1",
        "11月31号楼",
        "2月1日至29日",
        "11月1日至30日",
        "3月1日至60日内",
        "1.11月30日前完成",
        "2026年度，2026-12-31",
        "",
    ],
)
def test_dates_and_numbers_of_days_are_left_alone(text: str) -> None:
    assert examine(impossible_date.RULE, _purpose(text)).found == ()


def test_an_impossible_date_in_a_target_is_told_once() -> None:
    rows = "indicators: [{class: 时效指标, name: 完成时间, target: '2026-11-31'}]"
    assert examine(impossible_date.RULE, rows).found == (
        Said(
            "warning",
            "2026-11-31",
            "2026-11-31 does not exist: the month has 30 days",
            "indicators.0.target",
        ),
    )
    assert examine(value_unreadable.RULE, rows).found == ()


# duplicate-project
CODE = "1300002610100100000"


def _projects(*projects: Mapping[str, object]) -> str:
    coded = [{"code": f"{CODE}{number:02}", **one} for number, one in enumerate(projects)]
    return json.dumps({"projects": coded}, ensure_ascii=False)


def _named(*names: str) -> str:
    return _projects(*({"name": name, "budget": _budget(at)} for at, name in enumerate(names)))


def _budget(amount: int) -> dict[str, object]:
    return {"total": f"{amount}.00", "sources": {"fiscal": f"{amount}.00", "other": "0.00"}}


def test_a_code_belongs_to_one_project() -> None:
    example = _projects({"code": CODE, "name": "档案扫描费"}, {"code": CODE, "name": "库房改造费"})
    assert examine(duplicate_project.RULE, example).found == (
        Said("error", CODE, f"two projects have the code {CODE}", "code", (CODE,)),
    )


def test_a_code_of_many_projects_may_be_no_projects() -> None:
    names = ("档案扫描费", "库房改造费", "保洁费")
    example = _projects(*({"code": CODE, "name": name} for name in names))
    assert [one.level for one in examine(duplicate_project.RULE, example).found] == ["warning"] * 2


@pytest.mark.parametrize(
    "code", ["", "0", "无", "101001", "000000000000000000000", "待财政局下达后填列"]
)
def test_what_is_no_code_may_stand_twice(code: str) -> None:
    example = _projects({"code": code, "name": "档案扫描费"}, {"code": code, "name": "库房改造费"})
    assert examine(duplicate_project.RULE, example).found == ()


def test_a_name_with_one_budget_is_an_error() -> None:
    said = examine(duplicate_project.RULE, _projects({}, {}))
    name = "馆藏档案数字化经费"
    text = f"two projects have the name {name} and one budget"
    assert said.found == (Said("error", name, text, "name", (name,)),)


def test_a_project_that_is_copied_with_its_code_is_told_once() -> None:
    said = examine(duplicate_project.RULE, _projects({"code": CODE}, {"code": CODE}))
    assert [one.path for one in said.found] == ["code"]


def test_several_units_may_carry_out_one_project() -> None:
    units = "filing: {units: [{code: 101001, name: 甲}, {code: 101002, name: 乙}]}"
    both = f"projects: [{{code: {CODE}, unit: 101001}}, {{code: {CODE}, unit: 101002}}]"
    assert examine(duplicate_project.RULE, f"{units}\n{both}").found == ()
    apart = both.replace("unit: 101002", "unit: 101002, name: 库房改造费")
    assert examine(duplicate_project.RULE, f"{units}\n{apart}").marked == [CODE]


# Names of two projects with two budgets that are one name.
ONE_NAME = [
    ("档案数字化经费", "档案数字化经费"),
    ("2026年档案数字化经费", "档案数字化经费"),
    ("2026年档案数字化经费", "2026年度档案数字化经费"),
    ("2026年护理费", "2026年护理费25万元"),
    ("档案数字化经费（2026年）", "档案数字化经费"),
    ("困难群众救助补助资金冀财社〔2021〕152号", "困难群众救助补助资金7423万"),
    ("档案数字化(纸质)经费", "档案数字化（纸质）经费"),
]


@pytest.mark.parametrize(("first", "second"), ONE_NAME)
def test_a_name_is_one_but_for_year_amount_and_number(first: str, second: str) -> None:
    (found,) = examine(duplicate_project.RULE, _named(first, second)).found
    assert (found.level, found.marked, found.related) == ("warning", second, (first,))
    assert found.message == f"but for year, amount or number two projects are named {second}"


# A word more that tells no other project: the longer name is underlined.
NEARLY = [
    ("2022年高龄失能老人服务补贴", "2022年高龄失能老人养老服务补贴", "养老"),
    ("党建工作经费", "党建经费补助", ""),
    ("党组织建设工作经费", "党组织建设经费", "工作"),
    ("档案数字化", "档案数字化专项资金", "专项资金"),
    ("殡葬服务补贴", "殡葬补贴", "服务"),
]


@pytest.mark.parametrize(("first", "second", "word"), NEARLY)
def test_names_that_nearly_are_one_are_shown(first: str, second: str, word: str) -> None:
    longer, shorter = sorted((first, second), key=len, reverse=True)
    found = examine(duplicate_project.RULE, _named(first, second)).found
    text = f"only {word} tells {longer} from another project"
    assert found == ((Said("info", longer, text, "name", (shorter,)),) if word else ())


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("档案数字化经费（一期）", "档案数字化经费（二期）"),
        ("第一批救助资金", "第二批救助资金"),
        ("城市低保补助资金", "农村低保补助资金"),
        ("困难群众救助补助资金冀财社〔2021〕152号", "困难群众救助补助资金冀财社〔2021〕160号"),
        ("2025年档案数字化经费", "2026年档案数字化经费"),
        ("临时救助85.4万元", "临时救助20万元"),
        ("残疾人护理补贴", "重度残疾人护理补贴"),
        ("档案数字化经费", "档案数字化设备经费"),
        ("困难群众救助补助资金", "困难群众临时救助补助资金"),
        ("农村公路养护工程补助资金", "农村公路养护工程小学补助资金"),
        ("农村公路养护工程补助资金", "农村公路养护二期工程补助资金"),
        ("农村公路养护工程补助资金", "农村公路养护工程补助资金公路"),
        ("农村公路养护工程补助资金", "农村公路乡路养护工程补助资金"),
        ("医院门诊医疗救助资金", "医院门诊住院医疗救助资金"),
        ("老人服务补贴", "老人养老服务补贴"),
        ("养护费", "养护工作费"),
        ("档" * 41, "档" * 43),
        ("2026年", "2025年"),
        ("", ""),
    ],
)
def test_names_of_two_projects_are_left_alone(first: str, second: str) -> None:
    assert examine(duplicate_project.RULE, _named(first, second)).found == ()


def test_names_that_nearly_are_one_but_state_two_years_are_left_alone() -> None:
    example = _named("2025年党组织建设工作经费", "2026年党组织建设经费")
    assert examine(duplicate_project.RULE, example).found == ()


def test_a_form_may_say_which_words_tell_nothing() -> None:
    settings = Settings(options={"duplicate-project": {"words": ("设备", "")}})
    example = _named("档案数字化经费", "档案数字化设备经费")
    assert len(examine(duplicate_project.RULE, example, settings).found) == 1


def test_instalments_of_one_name_are_each_compared_with_a_few_only() -> None:
    names = [f"护理费{number}万元" for number in range(20, 40)]
    assert examine(duplicate_project.RULE, _named(*names)).found == ()
    assert len(examine(duplicate_project.RULE, _named(*names, "护理费")).found) == 1
    assert examine(duplicate_project.RULE, _named(*names, names[-1])).found == ()


def test_texts_may_be_long() -> None:
    # Take minutes where each sign looks at all others.
    for text in ("（" * 50_000, "1)" * 50_000, "[1" * 50_000, "“甲" * 50_000, "(甲" * 50_000):
        pairing.read(text)
        widths.narrow(text)
    found = [list(days.impossible(text)) for text in ("2026-" * 20_000, "11月31日，" * 20_000)]
    assert [bool(one) for one in found] == [False, True]
    assert list(twins.twins((), frozenset())) == []
