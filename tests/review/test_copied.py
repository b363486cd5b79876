"""Rules on what was only copied: texts, years and figures."""

# ruff: noqa: E501 — a case of a table is read in one line

from typing import Any

import pytest

from perfspec.review import (
    figure_left,
    text_copied,
    year_left,
)
from perfspec.settings import Settings
from tests.review.two_years import of_filings

LONG = "完成馆藏民国档案和革命历史档案的扫描、著录和挂接，建立目录数据库和全文数据库，方便群众就近查阅。"
# text-copied: keys of both years, the path, how much is the same, related paths.
COPIED = [
    ({"purpose": LONG}, {"purpose": LONG}, "purpose", 100, ()),
    ({"purpose": f"2025年{LONG}"}, {"purpose": f"2026年{LONG}"}, "purpose", 100, ()),
    ({"purpose": f"2025年{LONG}"}, {"purpose": f"2025年{LONG}"}, "purpose", 100, ()),
    ({"purpose": f"2025年{LONG}"}, {"purpose": f"2027年{LONG}"}, "", 0, ()),
    ({"purpose": f"{LONG}{LONG}"}, {"purpose": f"{LONG}{LONG[:-5]}到馆查阅。"}, "purpose", 97, ()),
    ({"purpose": LONG[:39]}, {"purpose": LONG[:39]}, "", 0, ()),
    ({"purpose": LONG[:40]}, {"purpose": LONG[:40]}, "purpose", 100, ()),
    ({"goals": [LONG[:25], LONG[25:]]}, {"goals": [LONG[25:], LONG[:25]]}, "goals", 100, ()),
    ({"goals": [LONG]}, {"goals": [LONG, "建成查档窗口一个。"]}, "", 0, ()),
    ({"purpose": LONG, "goals": [LONG]}, {"purpose": LONG, "goals": [LONG]}, "purpose", 100, ("goals",)),
    ({"filing": {"measures": [LONG]}}, {"filing": {"measures": [LONG]}}, "measures", 100, ()),
    ({"filing": {"overall_goal": LONG}}, {"filing": {"overall_goal": LONG}}, "overall_goal", 100, ()),
    ({"filing": {"sub_goals": [LONG]}}, {"filing": {"sub_goals": [LONG]}}, "sub_goals", 100, ()),
    ({"filing": {"year": "2026"}, "purpose": LONG}, {"purpose": LONG}, "", 0, ()),
]  # fmt: skip


@pytest.mark.parametrize(("before", "now", "path", "alike", "related"), COPIED)
def test_a_copied_text_is_found(
    before: dict[str, Any], now: dict[str, Any], path: str, alike: int, related: tuple[str, ...]
) -> None:
    one = of_filings(text_copied.RULE, before, now)
    assert [it.path for it in one.found] == [path] * bool(path)
    for it in one.found:
        # The older text of each, and then the further newer ones.
        assert len(it.related) == 1 + 2 * len(related)
        assert (it.level, it.related[1 + len(related) :]) == ("info", related)
        assert it.message == f"{alike}% of this text is that of 2025"


def test_what_makes_a_copy_can_be_set() -> None:
    settings = Settings(options={"text-copied": {"per_cent": 98, "characters": 30}})
    nearly = {"purpose": f"{LONG}{LONG[:-5]}到馆查阅。"}
    assert not of_filings(text_copied.RULE, {"purpose": f"{LONG}{LONG}"}, nearly, settings).found
    assert of_filings(
        text_copied.RULE, {"purpose": LONG[:30]}, {"purpose": LONG[:30]}, settings
    ).found


def row(**texts: str) -> dict[str, Any]:
    """Return a table of one indicator, the target of which is better in the newer year."""
    return {"indicators": [texts]}


# year-left: keys of both years, level and words.
YEARS = [
    ({"purpose": "2025年完成扫描8万页"}, {"purpose": "2025年完成扫描10万页"}, [("warning", "2025年")]),
    ({"purpose": "2025年完成扫描8万页"}, {"purpose": "2026年完成扫描10万页"}, []),
    ({"purpose": "完成扫描8万页"}, {"purpose": "2025年完成扫描10万页"}, []),
    ({"purpose": "2025年完成扫描8万页，2024年完成著录"}, {"purpose": "2026年完成扫描8万页，2024年完成著录"}, []),
    ({"goals": ["一是2024年完成扫描。", "二是完成著录。"]}, {"goals": ["一是完成著录。", "二是2024年完成扫描。"]}, [("warning", "2024年")]),
    ({"filing": {"overall_goal": "2025年做好利用。"}}, {"filing": {"overall_goal": "2025年做好利用。"}}, [("warning", "2025年")]),
    ({"filing": {"year": "2026"}, "purpose": "2025年完成扫描"}, {"purpose": "2025年完成扫描"}, []),
    (row(basis="《示例局2025年工作计划》"), row(basis="《示例局2025年工作计划》"), [("info", "《示例局2025年工作计划》")]),
    (row(basis="《示例局2025年工作计划》"), row(basis="《示例局2026年工作计划》"), []),
    (row(basis="《规划》《2025年工作要点》"), row(basis="《规划》《2025年工作要点》"), [("info", "《2025年工作要点》")]),
    (row(basis="《2025年版业务规范》"), row(basis="《2025年版业务规范》"), []),
    (row(basis="2025年工作计划"), row(basis="2025年工作计划"), []),
]  # fmt: skip


@pytest.mark.parametrize(("before", "now", "found"), YEARS)
def test_a_year_that_was_copied_is_found(
    before: dict[str, Any], now: dict[str, Any], found: list[tuple[str, str]]
) -> None:
    one = of_filings(year_left.RULE, before, now)
    assert [(it.level, it.marked) for it in one.found] == found
    assert [it.related for it in one.found] == [(words,) for _, words in found]


OTHER_BUDGET = {"budget": {"total": "160000", "sources": {"fiscal": "160000", "other": "0"}}}
# figure-left: keys of both years, the words.
FIGURES = [
    ({"purpose": "预算160000元，用于扫描"}, {"purpose": "预算160000元，用于扫描"}, ["160000元"]),
    (
        {"purpose": "预算16万元，用于扫描8万页"},
        {"purpose": "预算16万元，用于扫描9万页"},
        ["16万元"],
    ),
    ({"goals": ["一、16万元用于扫描。"]}, {"goals": ["一、16万元用于扫描。"]}, ["16万元"]),
    ({"purpose": "预算16万元"}, {"purpose": "预算20万元"}, []),
    ({"purpose": "用于扫描"}, {"purpose": "预算16万元"}, []),
    ({"purpose": "总投资16万元，用于扫描"}, {"purpose": "总投资16万元，用于扫描"}, []),
    ({"purpose": "每套16万元"}, {"purpose": "每套16万元"}, []),
    ({"purpose": "约16万元"}, {"purpose": "约16万元"}, []),
    (row(basis="上年实际1850人次"), row(basis="上年实际1850人次"), ["上年实际1850人次"]),
    (row(basis="去年完成（12次）"), row(basis="去年完成（12次）"), ["去年完成（12次"]),
    (row(basis="上年度实际95.5%"), row(basis="上年度实际95.5%"), ["上年度实际95.5%"]),
    (row(basis="上年实际1850人次"), row(basis="上年实际1900人次"), []),
    (row(basis="上年实际100%"), row(basis="上年实际100%"), []),
    (row(basis="上年实际为0起"), row(basis="上年实际为0起"), []),
    (row(basis="达到上年的90%以上"), row(basis="达到上年的90%以上"), []),
    (row(basis="较上年提高5%"), row(basis="较上年提高5%"), []),
]


@pytest.mark.parametrize(("before", "now", "found"), FIGURES)
def test_a_figure_that_was_copied_is_found(
    before: dict[str, Any], now: dict[str, Any], found: list[str]
) -> None:
    one = of_filings(figure_left.RULE, {**OTHER_BUDGET, **before}, now)
    assert one.marked == found
    assert [it.related[0] for it in one.found] == found
    same_year = {**OTHER_BUDGET, **before, "filing": {"year": "2026"}}
    assert of_filings(figure_left.RULE, same_year, now).found == ()
    if "元" in "".join(found):
        assert (
            of_filings(figure_left.RULE, {**OTHER_BUDGET, **before}, {**OTHER_BUDGET, **now}).found
            == ()
        )
