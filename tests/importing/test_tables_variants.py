"""The same table in other words and other cells says the same."""

import random

import pytest

from perfspec.importing import FoundProject
from perfspec.importing.tables import projects
from tests.importing import layouts
from tests.importing.covering import left_over, texts, twice

TABLE = """1.绿化绩效目标表
224001某局（本级） | < | < | < | 单位：万元 | <
项目编码 | 130636 | < | 项目名称 | 绿化 | <
预算规模及资金用途 | 预算数 | 20.00 | 其中：财政资金 | 15.00 | 其他资金 | 5.00
^ | 用于种树，20万元 | < | < | < | <
绩效目标 | 1.种树⏎2.浇水 | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
产出指标 | 数量指标 | 种树 | 种树棵数 | ≥10棵 | 方案
^ | ^ | 浇水 | 浇水次数 | 3次 | 方案
^ | 质量指标 | 成活率 | 成活的比率 | ≥90% | 规程
效益指标 | 社会效益指标 | 环境 | 环境改善 | 改善 | 方案
满意度指标 | 服务对象满意度指标 | 群众满意度 | 满意的比率 | ≥85% | 调查
"""
HEAD = TABLE.split("\n")[6]


def said(text: str, *, is_certain: bool = True) -> dict[str, object]:
    """Return what a project says, without its places."""
    document = layouts.document(text, is_certain=is_certain)
    found = projects(document.blocks)
    assert left_over(document, found) == []
    assert twice(document, found) == []
    (project,) = found.projects
    return _plain(project)


def _plain(project: FoundProject) -> dict[str, object]:
    names = ("title", "unit_code", "unit_name", "unit_suffix", "code", "name", "money_unit")
    return {
        **{name: texts(getattr(project, name)) for name in names},
        "total": texts(project.total),
        "sources": [(one.label, one.amount.text, one.part_of) for one in project.sources],
        "purpose": texts(project.purpose),
        "plan": texts(project.plan),
        "goals": texts(project.goals),
        "indicators": [
            [
                texts(getattr(one, name))
                for name in ("first", "second", "name", "description", "target", "basis")
            ]
            for one in project.indicators
        ],
    }


@pytest.fixture(scope="module")
def plain() -> dict[str, object]:
    found = said(TABLE)
    assert found["sources"] == [("财政资金", "15.00", ""), ("其他资金", "5.00", "")]
    assert len(found["indicators"]) == 5  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("项目名称", "项 目 名 称："),
        ("项目名称", "项目⏎名称"),
        ("项目编码", "项目代码"),
        ("预算规模及资金用途", "预算规模⏎及资金用途："),
        ("预算数", "预算金额"),
        ("其中：财政资金", "其中: 财政资金"),
        ("绩效目标 |", "年度绩效目标 |"),
        ("绩效目标 |", "总体目标 |"),
        ("绩效目标 |", "二、绩效目标： |"),
        ("单位：万元", "金额单位:万元"),
        ("指标值 |", "指标值（含单位） |"),
        ("指标值 |", "年度指标值 |"),
        ("三级指标", "指标名称"),
        ("三级指标", "三 级 指 标"),
        ("一级指标", "一级⏎指标"),
        ("绩效指标描述", "指标解释"),
        ("产出指标", "产出指标（50分）"),
        ("产出指标 | 数量", "产出⏎指标 | 数量"),
        ("^ | ^ | 浇水", "产出指标 | 数量指标 | 浇水"),
        ("^ | ^ | 浇水", " | | 浇水"),
        ("^ | ^ | 浇水", "产出指标（续） | 数量指标（续） | 浇水"),
        ("效益指标 | 社会", " | | | | |\n效益指标 | 社会"),
        ("效益指标 | 社会", "—— | | —— | | |\n效益指标 | 社会"),
        ("项目编码 |", " | | | | |\n项目编码 |"),
        ("一级指标 |", "\n一级指标 |"),
        ("效益指标 | 社会", "\n效益指标 | 社会"),
        ("效益指标 | 社会", "\n" + HEAD + "\n效益指标 | 社会"),
        ("绩效目标 |", "\n绩效目标 |"),
    ],
)
@pytest.mark.parametrize("is_certain", [True, False])
def test_other_words_and_other_cells_say_the_same(
    plain: dict[str, object],
    old: str,
    new: str,
    is_certain: bool,
) -> None:
    assert old in TABLE
    found = said(TABLE.replace(old, new, 1 if "\n" in new else -1), is_certain=is_certain)
    assert found == plain


@pytest.mark.parametrize("seed", range(6))
def test_columns_may_stand_in_any_order(plain: dict[str, object], seed: int) -> None:
    lines = TABLE.strip().split("\n")
    start = lines.index(HEAD)
    order = list(range(2, 6))
    random.Random(seed).shuffle(order)  # noqa: S311 — an order, no secret
    moved = lines[:start]
    for line in lines[start:]:
        cells = [cell.strip() for cell in line.split("|")]
        moved.append(" | ".join([*cells[:2], *(cells[n] for n in order)]))
    assert said("\n".join(moved) + "\n") == plain


WORDS = [
    *("甲", "项目名称", "其他资金", "单位：元", "一级指标", "合计", "绩效目标", "目标1：修路"),
    *("112500.00", "9次", "≥90%", "1.某", "（续）", "产出指标", "数量指标", "2020年", "用于：某"),
    *("项目编码", "财政资金", "好，对。", "备注", "环境整治专项经费", "某局", "3月底", "指标值"),
]
CLASSES = {
    "产出指标": ("数量指标", "质量指标", "时效指标"),
    "效益指标": ("经济效益指标", "社会效益指标"),
    "满意度指标": ("服务对象满意度指标",),
}


def _words(dice: random.Random, most: int, least: int = 0) -> str:
    return "".join(dice.choice(WORDS) for _ in range(dice.randint(least, most)))


def _made(dice: random.Random, number: int) -> tuple[dict[str, object], list[str]]:
    """Return a project of random words, and its table."""
    name = f"{number}{_words(dice, 2, 1)}"
    amounts = [dice.choice(["", "5.00", "0"]) for _ in range(3)]
    plan = {f"{month}月底": dice.choice(["", "25.00%"]) for month in (3, 6, 10, 12)}
    purpose = _words(dice, 4)
    goals = [_words(dice, 3, 1) for _ in range(dice.randint(0, 3))]
    goals = [goal for goal in goals if goal != "目标1：修路："]
    rows = []
    for first, seconds in CLASSES.items():
        for second in seconds:
            rows += [
                [first, second, _words(dice, 2, 1), _words(dice, 3), ["9次"], _words(dice, 2)]
                for _ in range(dice.choice([0, 0, 1, 2]))
            ]
    a, b, c, d = plan.values()
    lines = [
        f"{number}.{name}绩效目标表",
        "224001某局（本级） 单位：元",
        f"项目编码 | 1306{number} | < | 项目名称 | {name} | < | <",
        f"预算规模及资金用途 | 预算数 | {amounts[0]} | 其中：财政资金 | {amounts[1]} | 其他资金 | {amounts[2]}",  # noqa: E501
        f"^ | {purpose} | < | < | < | < | <",
        "资金支出计划（%） | 3月底 | < | 6月底 | < | 10月底 | 12月底",
        f"^ | {a} | < | {b} | < | {c} | {d}",
        f"绩效目标 | {'⏎'.join(goals)} | < | < | < | < | <",
        "",
        HEAD,
    ]
    last = ("", "")
    for row in rows:
        first, second = str(row[0]), str(row[1])
        shown = ["^" if first == last[0] else first, "^" if (first, second) == last else second]
        lines.append(" | ".join([*shown, str(row[2]), str(row[3]), row[4][0], str(row[5])]))
        last = (first, second)
    project: dict[str, object] = {
        "title": name,
        "unit_code": "224001",
        "unit_name": "某局",
        "unit_suffix": "本级",
        "code": f"1306{number}",
        "name": name,
        "money_unit": "元",
        "total": amounts[0],
        "sources": [("财政资金", amounts[1], ""), ("其他资金", amounts[2], "")],
        "purpose": purpose or None,
        "plan": plan,
        "goals": goals,
        "indicators": rows,
    }
    return project, lines


@pytest.mark.parametrize("is_certain", [True, False])
def test_whatever_the_words_are_each_stands_where_it_was_written(
    is_certain: bool,
) -> None:
    for seed in range(120):
        dice = random.Random(seed)  # noqa: S311 — words, no secret
        made = [_made(dice, number) for number in range(1, dice.randint(1, 3) + 1)]
        text = "\n".join(line for _, lines in made for line in lines) + "\n"
        document = layouts.document(text, is_certain=is_certain)
        found = projects(document.blocks)
        got = [_plain(project) for project in found.projects]
        for project in got:
            project["purpose"] = project["purpose"] or None
        assert got == [project for project, _ in made], seed
        assert left_over(document, found) == []
        assert twice(document, found) == []
