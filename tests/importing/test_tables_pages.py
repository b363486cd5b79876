# ruff: noqa: E501 — a case of a table is read in one line
"""Tables over pages, and one wide table of all projects."""

import pytest

from perfspec.importing.tables import projects
from tests.importing import layouts
from tests.importing.covering import indicators, left_over, read, texts

HEAD = "一级指标 | 二级指标 | 三级指标 | 指标值\n"

PAGES = """1.环境整治绩效目标表
224001某局（本级） | 单位：元
项目编码 | 130636 | 项目名称 | 环境整治
绩效目标 | 整治 | < | <

{head}产出指标 | 数量指标 | 甲 | 1个
^ | 质量指标 | 乙 | 2个

{again}{first} | {second} | 丙 | 3个
效益指标 | 社会效益指标 | 丁 | 4个
"""

WHOLE = [
    ["产出指标", "数量指标", "甲", "1个"],
    ["产出指标", "质量指标", "乙", "2个"],
    ["产出指标", "质量指标", "丙", "3个"],
    ["效益指标", "社会效益指标", "丁", "4个"],
]


@pytest.mark.parametrize(
    "again", ["", HEAD, "环境整治绩效目标表（续）\n" + HEAD, "1.环境整治绩效目标表\n" + HEAD]
)
@pytest.mark.parametrize(
    ("first", "second"), [("产出指标（续）", "质量指标（续）"), ("", ""), ("产出指标", "质量指标")]
)
def test_a_table_over_pages_is_one(again: str, first: str, second: str) -> None:
    (project,) = read(PAGES.format(head=HEAD, again=again, first=first, second=second)).projects
    assert indicators(project) == WHOLE
    assert [texts(project.title), texts(project.code), texts(project.unit_suffix)] == [
        "环境整治",
        "130636",
        "本级",
    ]


def test_a_title_of_another_project_begins_another_project() -> None:
    text = PAGES.format(
        head=HEAD, again="2.道路绩效目标表\n" + HEAD, first="产出指标", second="质量指标"
    )
    first, second = read(text).projects
    assert indicators(first) + indicators(second) == WHOLE
    assert [texts(second.title), second.name] == ["道路", None]


@pytest.mark.parametrize(
    "style",
    [
        ("", "", "", "^", "^", "^"),
        ("", "", "", "", "", ""),
        ("甲项目", "10", "好", "甲项目", "10", "好"),
        ("甲项目", "", "", "甲项目", "10", "好"),
    ],
)
def test_in_a_wide_table_project_cells_are_merged_repeated_or_blank(style: tuple[str, ...]) -> None:
    a, b, c, d, e, f = style
    found = read(f"""表10
项目支出绩效目标表
部门：某局 | < | < | < | < | 单位：万元 | <
序号 | 项目名称 | 预算数 | 年度绩效目标 | 一级指标 | 三级指标 | 指标值
1 | 甲项目 | 10 | 好 | 产出指标 | 甲一 | 1个
 | {a} | {b} | {c} | 产出指标 | 甲二 | 2个
 | {d if a != "" or d != "^" else ""} | {e if d != "^" else ""} | {f if d != "^" else ""} | 效益指标 | 甲三 | 3个
2 | 乙项目 | 20 | 美 | 产出指标 | 乙一 | 1个
""")
    first, second = found.projects
    assert [texts(first.name), texts(first.total), texts(first.goals)] == ["甲项目", "10", ["好"]]
    assert [texts(second.name), texts(second.total), texts(second.goals)] == [
        "乙项目",
        "20",
        ["美"],
    ]
    assert [texts(one.name) for one in first.indicators] == ["甲一", "甲二", "甲三"]
    assert [texts(second.money_unit), texts(second.unit_name)] == ["万元", "某局"]


def test_a_flat_sheet_of_projects_with_tables_of_their_own_is_only_a_repetition() -> None:
    own = "项目名称 | 甲项目 | 预算数 | 10\n" + HEAD + "产出指标 | 数量指标 | 甲一 | ≥1个\n"
    flat = """项目名称 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 目标值 | 计量单位
甲项目 | 产出指标 | 数量指标 | 甲一 | ≥ | 1 | 个
"""
    (project,) = read(own + "\n" + flat).projects
    assert indicators(project) == [["产出指标", "数量指标", "甲一", "≥1个"]]
    document = layouts.document(own + "\n" + flat.replace("| 1 |", "| 7 |").replace("数量", "质量"))
    assert left_over(document, projects(document.blocks)) == ["质量指标", "7"]


def test_a_wide_table_goes_on_on_the_next_page() -> None:
    head = "项目名称 | 预算数 | 一级指标 | 三级指标 | 指标值\n"
    found = read(
        "单位：元\n" + head + "甲 | 1 | 产出指标 | 一 | 1个\n"
        "\n" + head + "甲 | 1 | 产出指标 | 二 | 2个\n乙 | 2 | 产出指标 | 三 | 3个\n"
    )
    assert [[texts(one.name) for one in project.indicators] for project in found.projects] == [
        ["一", "二"],
        ["三"],
    ]


def test_sums_in_a_wide_table_are_no_project() -> None:
    document = layouts.document("""项目名称 | 预算数 | 一级指标 | 三级指标 | 指标值
甲 | 1 | 产出指标 | 一 | 1个
合计 | 1 | | |
备注 | 无 | | |
""")
    found = projects(document.blocks)
    (project,) = found.projects
    assert texts(project.fields) == {"备注": "无"}
    assert left_over(document, found) == ["合计", "1"]


def test_a_list_of_projects_beside_tables_is_left_over() -> None:
    document = layouts.document("""项目名称 | 预算数 | 备注
甲 | 1 | 无
乙 | 2 | 无

项目名称 | 丙
一级指标 | 三级指标 | 指标值
产出指标 | 一 | 1个
""")
    found = projects(document.blocks)
    assert [texts(one.name) for one in found.projects] == ["丙"]
    assert left_over(document, found) == ["甲", "1", "无", "乙", "2", "无"]


def test_without_tables_of_indicators_a_list_of_projects_is_read() -> None:
    found = read("项目名称 | 预算数 | 备注\n甲 | 1 | 无\n乙 | 2 | 无\n")
    assert [texts(one.total) for one in found.projects] == ["1", "2"]
