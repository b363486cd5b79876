"""What stands beside what a filing says: it is left over, and gets into no value."""

from perfspec.documents import Document, reading
from perfspec.importing import Found, FoundProject, account, finding
from tests.importing import layouts

PROJECT = """1.甲绩效目标表
224001某局（本级） | < | < | < | 单位：元
项目编码 | 1306 | 项目名称 | 甲 | <
绩效目标 | 目标 | < | < | <
一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值
产出指标 | 数量指标 | 乙 | 描述 | 1个
"""


def _read(*texts: str) -> tuple[tuple[Document, ...], Found]:
    documents = tuple(
        reading.read(layouts.word(text), f"{number}.docx") for number, text in enumerate(texts)
    )
    return documents, finding.find(documents)


def _left(*texts: str) -> list[str]:
    documents, found = _read(*texts)
    words = {(one.name, part.number): part.text for one in documents for part in one.paragraphs()}
    return [
        words[one.document, one.paragraph][one.start : one.end]
        for one, _ in account.left_over(found)
    ]


def _project(text: str) -> FoundProject:
    return _read(text)[1].projects[0]


def test_a_part_ends_with_its_document() -> None:
    texts = ("二、分项绩效目标\n1.粮食。", "附件\n" + PROJECT)
    assert [one.text for one in _read(*texts)[1].sub_goals or ()] == ["1.粮食。"]
    assert _left(*texts) == ["附件"]


def test_a_table_without_any_label_is_left_over() -> None:
    strange = "\n杂项一 | 杂项二 | 杂项三\n杂项四 | 杂项五 | 杂项六\n"
    assert _read(PROJECT + "附：\n" + strange)[1].projects[0].fields == {}
    assert _left(PROJECT + "附：\n" + strange) == ["附：", *strange.replace("|", "").split()]


def test_a_remark_behind_a_heading_is_left_over() -> None:
    text = "一、总体绩效目标（盖章后补写）\n目标。\n二、分项绩效目标\n1.粮食。"
    assert [one.text for one in _read(text)[1].overall_goal or ()] == ["目标。"]
    assert _left(text) == ["（盖章后补写）"]


def test_a_plan_may_have_one_cell_too_many() -> None:
    plan = "资金支出计划（%） | 3月底 | 6月底 | 12月底 |\n^ | 25.00 | 50.00 | 100.00 |\n"
    project = _project(PROJECT.replace("绩效目标 | 目标", plan + "绩效目标 | 目标"))
    assert {key: value.text for key, value in project.plan.items()} == {
        "3月底": "25.00",
        "6月底": "50.00",
        "12月底": "100.00",
    }


def test_a_source_and_its_amount_may_share_a_cell() -> None:
    money = "预算数 | 30.00 | 财政资金 | 30.00 | 其他资金 0.00\n"
    project = _project(PROJECT.replace("绩效目标 | 目标", money + "绩效目标 | 目标"))
    assert [(one.label, one.amount.text) for one in project.sources] == [
        ("财政资金", "30.00"),
        ("其他资金", "0.00"),
    ]


def test_a_cell_alone_below_the_rows_is_no_indicator() -> None:
    assert len(_project(PROJECT + " |  |  |  | 补写\n").indicators) == 1
    assert _left(PROJECT + " |  |  |  | 补写\n") == ["补写"]


def test_a_title_over_the_rows_begins_no_project() -> None:
    title = "绩效项目指标表 | < | < | < | <\n"
    _, found = _read(PROJECT.replace("一级指标 |", title + "一级指标 |"))
    assert [len(one.indicators) for one in found.projects] == [1]


def test_a_unit_and_its_money_above_the_next_table_are_no_row() -> None:
    below = PROJECT.split("\n", 1)[1].replace("1306", "1307").replace("甲", "丙")
    for text in (PROJECT + below, PROJECT + "\n" + below):
        _, found = _read(text)
        assert [(one.name and one.name.text, len(one.indicators)) for one in found.projects] == [
            ("甲", 1),
            ("丙", 1),
        ]


def test_a_column_of_signs_is_the_operator_by_any_of_its_names() -> None:
    rows = "一级指标 | 三级指标 | 指标值类型 | 目标值 | 度量单位\n产出指标 | 乙 | ≤ | 70 | 万元\n"
    target = _project("项目名称 | 甲 | < | < | <\n" + rows).indicators[0].target
    assert [one and one.text for one in (target.op, target.value, target.unit)] == [
        "≤",
        "70",
        "万元",
    ]


def test_a_table_of_money_is_no_part_of_the_measures() -> None:
    goods = "\n序号 | 品目 | 金额\n1 | 计算机 | 1.50\n2 | 打印机 | 0.20\n"
    text = "三、工作保障措施\n1.加强领导。\n"
    assert [one.text for one in _read(text + goods)[1].measures or ()] == ["1.加强领导。"]
    assert _left(text + goods) == goods.replace("|", "").split()
