"""Rules on how texts are written: signs, numbers, brackets, characters, and goals that say nothing."""

# ruff: noqa: E501 — a case of a table is read in one line

import json

import pytest

from perfspec.review import (
    document_number,
    doubled_punctuation,
    goal_unmeasured,
    invisible_character,
    item_punctuation,
    mixed_enumeration,
    numbering,
    typo,
)
from perfspec.settings import Settings
from tests.review.examples import Said, examine


def _list(key: str, texts: list[str]) -> str:
    return f"{key}: {json.dumps(texts, ensure_ascii=False)}"


def _purpose(text: str) -> str:
    return f"purpose: {json.dumps(text, ensure_ascii=False)}"


# doubled-punctuation: the text, the marks underlined, what a fix puts there.
DOUBLED = [
    ("完成数字化10万页。。", "。。", "。"),
    ("完成扫描，，著录10万页", "，，", "，"),
    ("《条例》、、《办法》", "、、", "、"),
    ("完成扫描；；完成著录", "；；", "；"),
    ("包括：：扫描、著录", "：：", "："),
    ("扫描,,著录", ",,", ","),
    ("完成数字化10万页，。", "，。", "。"),
    ("完成数字化10万页；。", "；。", "。"),
    ("完成数字化10万页,。", ",。", "。"),
    ("完成扫描，。著录10万页", "，。", None),
    ("完成扫描。，著录10万页", "。，", None),
    ("扫描、著录。。。", "。。。", None),
    ("扫描、，著录", "、，", None),
]


@pytest.mark.parametrize(("text", "marked", "fixed"), DOUBLED)
def test_doubled_marks_are_underlined(text: str, marked: str, fixed: str | None) -> None:
    (found,) = examine(doubled_punctuation.RULE, _purpose(text)).found
    assert (found.level, found.marked, found.path) == ("error", marked, "purpose")
    assert found.fixed == (() if fixed is None else (fixed,))


@pytest.mark.parametrize(
    "text",
    [
        "扫描、著录……共10万页",
        "扫描——著录",
        "扫描...著录",
        "《档案法》《档案法实施条例》",
        "（扫描、著录。）共10万页",
        "他说：“完成了。”，随后移交",
        "完成了吗？！",
        "12:30，开馆",
        "https://example.cn，网上查档",
        "std::vector",
        "a;;b",
        "10，000页，共两批",
        "",
    ],
)
def test_marks_that_belong_together_are_left_alone(text: str) -> None:
    assert examine(doubled_punctuation.RULE, _purpose(text)).found == ()


def test_doubled_marks_are_found_in_each_text_of_a_filing() -> None:
    example = """
    filing: {overall_goal: 做好档案工作。。, measures: [一是加强领导，，落实责任。]}
    indicators: [{description: 全年扫描页数。。}]
    """
    found = examine(doubled_punctuation.RULE, example).found
    assert [one.path for one in found] == ["overall_goal", "measures.0", "indicators.0.description"]
    assert found[0].message == "the mark '。' stands 2 times"


# typo: the text, the words underlined, what is put in the place of which.
TYPOS = [
    ("县档案馆、县教体局等5各部门联合行动", "5各", "个"),
    ("覆盖全县12各乡镇", "12各", "个"),
    ("指导320各村建立档案室", "320各", "个"),
    ("完成3各项目的验收", "3各", "个"),
    ("债劵资金10万元", "债劵", "债券"),
    ("做好工作布署", "工作布署", "工作部署"),
    ("以竟争性磋商方式采购", "竟争性", "竞争性"),
    ("扩大复盖率", "复盖率", "覆盖率"),
]


@pytest.mark.parametrize(("text", "marked", "fixed"), TYPOS)
def test_a_known_typo_is_underlined(text: str, marked: str, fixed: str) -> None:
    (found,) = examine(typo.RULE, _purpose(text)).found
    assert (found.level, found.marked, found.fixed) == ("warning", marked, (fixed,))


@pytest.mark.parametrize(
    "text",
    [
        "2026各部门档案移交",
        "2026年各部门档案移交",
        "第3各单位",
        "附件1各部门分工表",
        "表2各单位完成情况",
        "1各部门要按时移交；2各乡镇要按时移交",
        "（2）各部门移交",
        "1.5各单位",
        "A4各部门",
        "各部门各单位",
        "专家3各抒己见",
        "按排名先后移交",
        "既使档案得到保护，又使群众方便",
        "究竟争取多少资金",
        "做为民服务的实事",
        "在报纸上发布署名文章",
        "干部份内的事",
        "其它档案、帐户资料",
        "恢复盖章制度",
        "预防犯罪",
        "新建全民健身中心",
        "资讯速递",
    ],
)
def test_words_that_are_right_somewhere_are_no_typos(text: str) -> None:
    assert examine(typo.RULE, _purpose(text)).found == ()


def test_a_form_may_bring_its_own_typos() -> None:
    settings = Settings(options={"typo": {"words": ("外延墙→外沿墙", "没有箭头", "→空")}})
    (found,) = examine(typo.RULE, _purpose("维修外延墙，债劵"), settings).found
    assert (found.marked, found.message) == ("外延墙", "'外延墙' is written, '外沿墙' is meant")
    none = Settings(options={"typo": {"words": ()}})
    assert examine(typo.RULE, _purpose("债劵"), none).found == ()


# item-punctuation: the items; the item and the sign or character underlined, what is put there.
ENDS = [
    (["1.甲甲。", "2.乙乙", "3.丙丙"], 0, "。", [""]),
    (["1.甲甲。", "2.乙乙。", "3.丙丙"], 2, "丙", ["丙。"]),
    (["1.甲甲。", "2.乙乙"], 1, "乙", ["乙。"]),
    (["1.甲甲；", "2.乙乙", "3.丙丙；", "4.丁丁。"], 1, "乙", ["乙；"]),
    (["1.甲甲", "2.乙乙；", "3.丙丙", "4.丁丁"], 1, "；", [""]),
    (["1.甲甲;", "2.乙乙", "3.丙丙", "4.丁丁"], 0, ";", [""]),
    (["1.甲甲。", "2.乙乙。", "3.丙丙；"], 2, "；", ["。"]),
    (["1.甲甲；", "2.乙乙。", "3.丙丙。", "4.丁丁。"], 0, "；", ["。"]),
    (["1.甲甲。乙乙。", "2.丙丙。", "3.丁丁"], 2, "丁", ["丁。"]),
    (["1.甲甲。乙乙", "2.丙丙。戊戊。", "3.丁丁。"], 0, "乙", ["乙。"]),
    (["1.甲甲。乙乙", "2.丙丙。戊戊。", "3.丁丁"], 0, "乙", ["乙。"]),
    (["1.甲甲。乙乙", "2.丙丙。戊戊", "3.丁丁。"], 0, "乙", ["乙。", "戊。"]),
    (["1.甲甲（乙）", "2.丙丙。", "3.丁丁。"], 0, "）", ["）。"]),
    (["1.甲甲", "2.乙乙", "3.丙丙。", "4.丁丁。", "5.戊戊"], 2, "。", ["", ""]),
]


@pytest.mark.parametrize(("items", "at", "marked", "fixed"), ENDS)
def test_the_item_that_ends_differently_is_underlined(
    items: list[str], at: int, marked: str, fixed: list[str]
) -> None:
    (found,) = examine(item_punctuation.RULE, _list("goals", items)).found
    assert (found.level, found.path, found.marked) == ("warning", f"goals.{at}", marked)
    assert found.fixed == tuple(fixed)
    assert len(found.related) == len(fixed)


@pytest.mark.parametrize(
    "items",
    [
        [],
        ["1.甲甲。"],
        ["1.甲甲。", "2.乙乙。"],
        ["1.甲甲", "2.乙乙"],
        ["1.甲甲；", "2.乙乙；", "3.丙丙。"],
        ["1.甲甲；", "2.乙乙；", "3.丙丙"],
        ["1.甲甲；", "2.乙乙。", "3.丙丙；", "4.丁丁；", "5.戊戊。"],
        ["1.甲甲；", "2.乙乙。", "3.丙丙。"],
        ["1.甲甲", "2.乙乙；", "3.丙丙。", "4.丁丁", "5.戊戊"],
        ["总的要求：", "1.甲甲。", "2.乙乙。"],
        ["1.甲甲。乙乙。丙丙。", "2.丁丁", "3.戊戊"],
        ["1.甲甲。乙乙。", "2.丁丁。戊戊。", "3.己己"],
        ["1.甲甲吗？", "2.乙乙。"],
        ["1.甲甲“乙乙。”", "2.丙丙"],
        ["1.甲甲（含乙乙。）", "2.丙丙。", "3.丁丁。"],
        ["1.甲甲。", "", "3.丙丙。"],
        ["1.甲甲等……", "2.乙乙。"],
        ["1.甲甲。 ", "2.乙乙。　"],
    ],
)
def test_items_that_end_alike_are_left_alone(items: list[str]) -> None:
    assert examine(item_punctuation.RULE, _list("goals", items)).found == ()


def test_lists_of_the_filing_and_descriptions_are_compared_each_for_itself() -> None:
    example = """
    filing: {sub_goals: [（一）甲甲。, （二）乙乙], measures: [一是甲甲。, 二是乙乙。]}
    goals: [1.甲甲, 2.乙乙]
    indicators:
      - {description: 甲甲}
      - {name: 乙, description: 乙乙。}
      - {name: 丙, description: 丙丙}
      - {name: 丁, description: ''}
    medium_term: {goals: [1.甲甲。, 2.乙乙], indicators: []}
    """
    found = examine(item_punctuation.RULE, example).found
    assert [(one.path, one.marked) for one in found] == [
        ("sub_goals.1", "乙"),
        ("medium_term.goals.1", "乙"),
        ("indicators.1.description", "。"),
    ]
    assert found[0].message == "this item ends without 。, others with it"
    assert found[2].message == "this item ends with 。, others do not"
    assert found[2].related == ("甲",)


def test_bold_type_stands_behind_the_end_of_an_item() -> None:
    example = _list("sub_goals", ["**（一）甲甲。**", "（二）乙乙。", "（三）丙丙"])
    (found,) = examine(item_punctuation.RULE, f"filing: {{{example}}}").found
    assert (found.path, found.related) == ("sub_goals.2", ("。",))


# numbering: the items; the number underlined, the one before it, the one expected.
BREAKS = [
    (["一、甲", "二、乙", "四、丙"], "四、", "二、", "三、"),
    (["1.甲", "2.乙", "2.丙"], "2.", "2.", "3."),
    (["1.甲", "1.乙", "2.丙"], "1.", "1.", "2."),
    (["1、甲", "3、乙"], "3、", "1、", "2、"),
    (["（一）甲", "（三）乙"], "（三）", "（一）", "（二）"),
    (["（1）甲", "（3）乙"], "（3）", "（1）", "（2）"),
    (["①甲", "③乙"], "③", "①", "②"),
    (["一是甲", "三是乙"], "三是", "一是", "二是"),
    (["第一，甲", "第三，乙"], "第三，", "第一，", "第二，"),
    (["九、甲", "十一、乙"], "十一、", "九、", "十、"),
    (["1.甲", "乙", "3.丙"], "3.", "1.", "2."),
    (["**1.甲**", "3.丙"], "3.", "1.", "2."),
    (["1.2026年甲", "2.2026年乙", "4.丙"], "4.", "2.", "3."),
    (["一、甲", "1.子", "3.丑", "二、乙"], "3.", "1.", "2."),
    (["总的要求：一是甲；二是乙；四是丙"], "四是", "二是", "三是"),
    (["总的要求：一是甲，三是丙"], "三是", "一是", "二是"),
    (["1.甲；2.乙；2.丙"], "2.", "2.", "3."),
    (["①甲。②乙。④丙。"], "④", "②", "③"),
    (["1.甲：（1）子；（3）丑", "2.乙"], "（3）", "（1）", "（2）"),
    (["十九、甲", "二十一、乙"], "二十一、", "十九、", "二十、"),
]


@pytest.mark.parametrize(("items", "marked", "before", "expected"), BREAKS)
def test_a_number_that_does_not_follow_is_underlined(
    items: list[str], marked: str, before: str, expected: str
) -> None:
    (found,) = examine(numbering.RULE, _list("goals", items)).found
    assert (found.level, found.marked, found.related) == ("warning", marked, (before,))
    assert found.message == f"{marked!r} comes after {before!r}; {expected!r} is expected"


@pytest.mark.parametrize(
    "items",
    [
        ["一、甲", "二、乙", "三、丙"],
        ["3.甲", "4.乙"],
        ["1.甲", "2.乙", "中期：", "1.丙", "2.丁"],
        ["1.甲", "2.乙", "1.丙", "2.丁"],
        ["一、甲", "（一）子", "（二）丑", "二、乙", "（一）寅", "（二）卯", "三、丙"],
        ["一、甲", "1.子", "2.丑", "二、乙", "3.寅", "4.卯"],
        ["1.5公里道路", "3.8公里管线"],
        ["1.甲", "2.5公里道路", "3.丙"],
        ["1.甲", "2.2026年乙", "3.丙"],
        ["1、3、5号楼维修", "4、6号楼维修"],
        ["人数：1、20人；人数：3、40人"],
        ["一、二、三产业融合", "四、甲"],
        ["2026年甲", "2027年乙"],
        ["1.甲：一是子；二是丑。", "2.乙：一是寅；二是卯。"],
        ["一是甲：一是子，二是丑；二是乙", "二是丙"],
        ["时间：1、2月；时间：4、5月"],
        ["第一季度完成甲", "第三季度完成乙"],
        ["1.甲；2.乙", "3.丙"],
        ["3月底完成甲", "6月底完成乙"],
        ["1.甲；2.乙；3.丙"],
        ["1、甲；2、2026年乙；3、丙"],
        ["其中：一是甲，其次，二是乙；三是丙"],
        ["依据第三条第（一）、（三）项"],
        ["甲，（三）乙"],
        ["0.甲", "1.乙"],
        ["九十九、甲", "九十八、乙"],
        [""],
    ],
)
def test_numbers_that_follow_or_are_none_are_left_alone(items: list[str]) -> None:
    said = examine(numbering.RULE, _list("goals", items))
    assert (said.found, said.undecided) == ((), ())


def test_a_fragment_may_lack_items() -> None:
    example = "filing: {complete: 'false', sub_goals: [（一）甲, （三）乙]}"
    said = examine(numbering.RULE, example)
    assert said.found == ()
    assert said.undecided == ("'（三）' comes after '（一）'; '（二）' is expected",)


def test_lines_of_one_text_are_counted() -> None:
    found = examine(numbering.RULE, _purpose("1.甲\n2.乙\n4.丙")).found
    assert [(one.path, one.marked) for one in found] == [("purpose", "4.")]
    assert examine(numbering.RULE, _purpose("1.甲\n2.乙\n3.丙")).found == ()


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("（一）、甲", "（一）、"),
        ("总体目标（一）、建立和维护档案", "（一）、"),
        ("目标：(1)、甲", "(1)、"),
        ("甲。（十二）、乙", "（十二）、"),
    ],
)
def test_no_pause_stands_behind_a_number_in_brackets(text: str, marked: str) -> None:
    (found,) = examine(numbering.RULE, _purpose(text)).found
    assert (found.level, found.marked, found.fixed) == ("warning", marked, ("",))


@pytest.mark.parametrize(
    "text",
    [
        "（一）甲",
        "第三条第（一）、（二）项",
        "第三条（一）、第四条（二）",
        "依据第（一）、五款",
        "目录（一）、（二）",
        "示范项目（一）、示范项目（二）",
        "（1）、（2）、（3）栋",
        "甲（10）、乙（20）",
        "一、甲",
    ],
)
def test_a_pause_between_things_is_left_alone(text: str) -> None:
    assert examine(numbering.RULE, _purpose(text)).found == ()


HEADED = Settings(options={"numbering": {"under_headings": ("sub_goals", "overall_goal")}})


def test_chapter_numbers_do_not_stand_under_chapter_headings() -> None:
    example = "filing: {sub_goals: [一、甲。, 二、乙。], measures: [一、丙。]}"
    (found,) = examine(numbering.RULE, example, HEADED).found
    assert found == Said(
        level="warning",
        marked="一、",
        message="'一、' stands under a heading of its kind",
        path="sub_goals.0",
        related=("二、",),
        hint="the form prints 一、 二、 三、 above; （一） or 1. comes below",
    )


@pytest.mark.parametrize(
    "items",
    ["[一、二、三产业融合发展]", "[（一）甲, （二）乙]", "[1.甲, 2.乙]", "[一是甲, 二是乙]", "[]"],
)
def test_other_numbers_stand_under_chapter_headings(items: str) -> None:
    assert examine(numbering.RULE, f"filing: {{sub_goals: {items}}}", HEADED).found == ()


def test_which_headings_a_form_prints_is_up_to_the_form() -> None:
    assert examine(numbering.RULE, "filing: {sub_goals: [一、甲, 二、乙]}").found == ()


# mixed-enumeration: the text, the sign underlined, the other odd ones and a usual one.
MIXED = [
    ("举办活动5场（机关1场、学校1场，企业1场、社区1场、乡村1场，公园1场）", "，", ("，", "、")),
    ("举办活动4场（机关1场，学校1场、企业1场，社区1场）", "、", ("，",)),
    ("举办活动5场（机关1场、学校1场，企业1场，社区1场，乡村1场）", "、", ("，",)),
    ("举办活动3场（机关1场、学校1场，企业1场）", "，", ("、",)),
]


@pytest.mark.parametrize(("text", "marked", "related"), MIXED)
def test_the_sign_that_differs_is_underlined(
    text: str, marked: str, related: tuple[str, ...]
) -> None:
    (found,) = examine(mixed_enumeration.RULE, _purpose(text)).found
    assert (found.level, found.marked, found.related) == ("info", marked, related)


@pytest.mark.parametrize(
    "text",
    [
        "举办活动4场（机关1场、学校1场、企业1场、社区1场）",
        "举办活动4场（机关1场，学校1场，企业1场，社区1场）",
        "举办活动4场（甲县1场、乙县1场，丙县1场、丁县1场）",
        "举办活动4场（甲县1场、乙县1场；丙县1场、丁县1场）",
        "举办活动3场（机关1场、学校1场，以及企业1场）",
        "举办活动3场（机关1场、学校1场，另企业1场）",
        "包括：差旅费20万元、会议费10万元、接待费5万元，合计35万元",
        "扫描、著录，移交、保管",
        "印制学习资料、典型案例等资料，费用15000元，调研10000元",
        "《档案法》《条例》，档案、资料",
        "",
    ],
)
def test_one_sign_or_two_levels_are_left_alone(text: str) -> None:
    assert examine(mixed_enumeration.RULE, _purpose(text)).found == ()


def test_enumerations_of_the_filing_are_looked_at() -> None:
    example = "filing: {overall_goal: 举办活动4场（机关1场，学校1场、企业1场，社区1场）}"
    (found,) = examine(mixed_enumeration.RULE, example).found
    assert (found.path, found.message) == (
        "overall_goal",
        "'、' separates the parts here, '，' elsewhere",
    )


# document-number: the text, the brackets underlined with the year.
NUMBERS = [
    ("根据冀财社[2021]152号文件", "[2021]"),
    ("根据冀财社（2021）152号文件", "（2021）"),
    ("根据冀财社(2021)152号文件", "(2021)"),
    ("根据冀财社【2021】152号文件", "【2021】"),
    ("根据冀财社［2021］152号文件", "［2021］"),
    ("根据《关于下达资金的通知》（冀财社[2021]152号）", "[2021]"),
    ("冀财社[2021〕152号", "[2021〕"),
]


@pytest.mark.parametrize(("text", "marked"), NUMBERS)
def test_the_brackets_of_a_document_number_are_underlined(text: str, marked: str) -> None:
    (found,) = examine(document_number.RULE, _purpose(text)).found
    assert (found.level, found.marked, found.fixed) == ("warning", marked, ("〔", "〕"))


@pytest.mark.parametrize(
    "text",
    [
        "根据冀财社〔2021〕152号文件",
        "根据冀财社﹝2021﹞152号文件",
        "维修项目[2021]1号楼",
        "维修家属院(2021)1号楼",
        "采购合同(2021)3号",
        "合同编号[2021]3号",
        "财政部令（2021）第3号",
        "国务院国资委（2021）第3号",
        "（2021）冀0636民初12号",
        "本年度（2026）5号前完成",
        "《档案法》（2020修订）",
        "DA/T 31—2017",
        "[2021]152号",
        "12号楼（2021）",
        "",
    ],
)
def test_other_numbers_may_have_other_brackets(text: str) -> None:
    assert examine(document_number.RULE, _purpose(text)).found == ()


def test_only_the_number_in_wrong_brackets_is_underlined() -> None:
    text = "冀财社〔2021〕1号、冀财社﹝2021﹞2号、冀财社[2021]3号"
    assert examine(document_number.RULE, _purpose(text)).marked == ["[2021]"]


def test_document_numbers_are_looked_for_in_all_texts() -> None:
    example = """
    filing: {overall_goal: "落实冀财社[2021]1号"}
    name: 冀财社[2021]152号补助资金
    indicators: [{basis: "冀财社[2021]152号"}]
    """
    found = examine(document_number.RULE, example).found
    assert [one.path for one in found] == ["overall_goal", "name", "indicators.0.basis"]
    assert found[0].message == "the year of '冀财社[2021]1号' stands in []; 〔〕 is expected"


# invisible-character: the text, level, what is underlined, what a fix puts there.
CHARACTERS = [
    ("档案\u00a0数字化", "error", "\u00a0", ("",)),
    ("DA\u00a0T", "error", "\u00a0", (" ",)),
    ("\u2003\u2003档案数字化", "error", "\u2003\u2003", ("",)),
    ("1.\t档案数字化", "error", "\t", ("",)),
    ("档案\t数字化", "error", "\t", (" ",)),
    ("档案\ufe0f数字化", "error", "\ufe0f", ("",)),
    ("档案\u3164数字化", "error", "\u3164", ("",)),
    ("档案\ufffd数字化", "error", "\ufffd", ()),
    ("\uf0b7档案数字化", "error", "\uf0b7", ()),
    ("档案１２万页", "error", "１２", ("12",)),
    ("合格率９８．５%", "error", "９８．５", ("98.5",)),
    ("档案１页，２册", "error", "１", ("1", "2")),
    ("Ａ级档案馆", "warning", "Ａ", ("A",)),
    ("Ａ级、ＡＡ级", "warning", "Ａ", ("A", "AA")),
]


@pytest.mark.parametrize(("text", "level", "marked", "fixed"), CHARACTERS)
def test_a_character_that_nobody_sees_is_underlined(
    text: str, level: str, marked: str, fixed: tuple[str, ...]
) -> None:
    (found,) = examine(invisible_character.RULE, _purpose(text)).found
    # YAML writes such characters as escapes; the mark is on the escape then.
    shown = marked if marked in found.marked else json.loads(f'"{found.marked}"')
    assert (found.level, shown, found.fixed) == (level, marked, fixed)


@pytest.mark.parametrize(
    "text",
    [
        "　　档案数字化",
        "张　三",
        "档案 数字化",
        "合格率≥98%，满意度95％",
        "DA/T 31—2017",
        "（一）档案：10万页；①甲",
        "㎡ ℃ № Ⅲ ½",
        "𠮷野家 㐂 䶮",
        "甲\n乙",
        "“甲”·乙……",
        "",
    ],
)
def test_ordinary_characters_are_left_alone(text: str) -> None:
    assert examine(invisible_character.RULE, _purpose(text)).found == ()


def test_each_kind_of_character_is_told_once_in_a_text() -> None:
    found = examine(invisible_character.RULE, _purpose("１页\u00a0２页\u00a03页Ａ")).found
    assert [one.message for one in found] == [
        "the character U+00A0 cannot be seen or printed",
        "'１' is full-width, write '1'",
        "'Ａ' is full-width, write 'A'",
    ]
    assert [one.fixed for one in found] == [("", ""), ("1", "2"), ("A",)]


# goal-unmeasured: the goals, the words underlined.
VAGUE = [
    (["1.加强档案管理，提升服务水平。"], ["加强档案管理"]),
    (["1.进一步提高档案服务水平", "2.营造良好氛围"], ["提高档案服务水平", "营造良好氛围"]),
    (["贯彻落实《档案法》，推进依法治档"], ["推进依法治档"]),
    (["完成年度各项目标任务"], ["完成年度各项目标任务"]),
    (["加强采购管理，规范采购行为"], ["加强采购管理"]),
    (["贯彻《2026年工作方案》，完善档案体系"], ["完善档案体系"]),
    (["（一）强化队伍建设"], ["强化队伍建设"]),
    # Beside a goal that is measured only what says nothing at all.
    (["1.完成数字化10万页", "2.完成上级交办的其他工作。"], ["完成上级交办的其他工作"]),
    (
        ["完成数字化10万页", "目标2：切实做好各项工作，圆满完成年度任务。"],
        ["切实做好各项工作，圆满完成年度任务"],
    ),
    (["（一）不断提高工作水平和服务质量；", "（二）数字化10万页"], ["不断提高工作水平和服务质量"]),
]


@pytest.mark.parametrize(("goals", "marked"), VAGUE)
def test_a_goal_that_promises_an_effort_only_is_underlined(
    goals: list[str], marked: list[str]
) -> None:
    found = examine(goal_unmeasured.RULE, _list("goals", goals)).found
    assert [one.marked for one in found] == marked
    assert {one.level for one in found} == {"warning"}


@pytest.mark.parametrize(
    "goals",
    [
        ["1.加强档案管理，完成数字化10万页"],
        ["1.加强档案管理", "2.完成数字化10万页"],
        ["加强业务指导，全年举办两次培训"],
        ["提高合格率到百分之九十"],
        ["加强业务指导，全年走访两次"],
        ["推进项目建设，年底前完工"],
        ["推进项目建设，每季度通报"],
        ["做到应收尽收，提高馆藏质量"],
        ["推进档案室全覆盖"],
        ["确保零事故"],
        ["维修档案楼屋面，改善保管条件"],
        ["保障农村低保金的发放，保障低保户基本生活"],
        ["完成办公设备采购"],
        ["购置扫描设备，提升数字化能力"],
        ["确保养护经费按时足额拨付到位"],
        ["馆藏档案数字化"],
        ["开展对重点疾病及危害因素的监测"],
        ["完成数字化10万页", "提升档案服务水平"],
        ["完成数字化10万页", "完成县委交办的信访积案化解任务"],
        ["完成数字化10万页", "做好防汛抗旱工作"],
        ["完成数字化10万页", "保障机构正常运转"],
        ["完成数字化10万页", "年底前完成上级交办的各项任务"],
        ["完成数字化10万页", "工作任务", ""],
        [],
        [""],
    ],
)
def test_a_goal_with_a_number_a_date_or_a_thing_is_left_alone(goals: list[str]) -> None:
    assert examine(goal_unmeasured.RULE, _list("goals", goals)).found == ()
