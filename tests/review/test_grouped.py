"""What is the same in many projects is told once, and what is not there is not judged."""

from typing import Any

import pytest

from perfspec.review import project_added, target_weaker, text_copied, year_left
from tests.review.two_years import money, of_filings

NAMES = ("高龄补贴", "临时救助", "福彩助学", "惠民殡葬")
LEFT = "2025年完成发放1200人次。"
GOAL = "完成馆藏民国档案和革命历史档案的扫描、著录和挂接，建立目录数据库，方便群众到馆和网上查阅。"


def named(count: int, **texts: Any) -> dict[str, Any]:  # noqa: ANN401 — as YAML has it
    """Return so many projects with these texts."""
    return {
        "projects": [
            {"code": f"13000026101001000000{at}", "name": name, **texts}
            for at, name in enumerate(NAMES[:count])
        ]
    }


@pytest.mark.parametrize("count", [1, 3])
def test_a_year_left_in_few_files_is_told_where_it_stands(count: int) -> None:
    one = of_filings(year_left.RULE, named(count, goals=[LEFT]), named(count, goals=[LEFT]))
    assert [(it.level, it.marked) for it in one.found] == [("warning", "2025年")] * count


def test_a_year_left_in_more_than_three_files_is_told_once() -> None:
    (found,) = of_filings(year_left.RULE, named(4, goals=[LEFT]), named(4, goals=[LEFT])).found
    assert (found.level, found.path) == ("warning", "projects")
    said = "4 texts in 4 files speak of 2025年 as those of 2025 did; the filing is of 2026"
    assert found.message == said
    assert len(found.related) == 4


def test_copied_texts_of_few_projects_are_told_one_by_one() -> None:
    both = named(3, goals=[GOAL])
    messages = [it.message for it in of_filings(text_copied.RULE, both, both).found]
    assert messages == ["100% of this text is that of 2025"] * 3


def test_copied_texts_of_more_than_three_projects_are_told_once() -> None:
    both = named(4, goals=[GOAL])
    (found,) = of_filings(text_copied.RULE, both, both).found
    assert (found.level, found.path) == ("info", "projects")
    assert found.message.startswith("the texts of 4 of 4 projects are those of 2025: 高龄补贴、")


def test_what_is_new_in_a_fragment_of_the_older_year_is_not_known() -> None:
    before = {"projects": named(1)["projects"], "filing": {"complete": "false"}}
    one = of_filings(project_added.RULE, before, named(2))
    assert one.found == ()
    assert one.undecided == ("not all projects of the older year may be there",)
    assert len(of_filings(project_added.RULE, named(1), named(2)).found) == 1


def test_a_target_that_is_gone_is_called_empty() -> None:
    budget = {"budget": money("200000")}
    before = {"indicators": [{"target": "≥200页"}], **budget}
    one = of_filings(target_weaker.RULE, before, {"indicators": [{"target": ""}], **budget})
    assert [it.message for it in one.found] == ["the target was '≥200页' and is empty now"]
