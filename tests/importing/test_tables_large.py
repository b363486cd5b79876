"""Tables of strangers: reading them takes time in proportion to their size."""

from collections.abc import Callable

import pytest

from perfspec.importing import FoundProject
from perfspec.importing.tables import projects
from tests.importing import layouts

WIDE = "项目名称 | 一级指标 | 三级指标 | 指标值\n"
HEAD = "一级指标 | 三级指标 | 指标值\n"


def read(text: str) -> tuple[FoundProject, ...]:
    document = layouts.document(text)
    return projects(document.blocks).projects


def test_ten_thousand_rows_of_one_wide_table_are_read() -> None:
    rows = "".join(f"项目{n // 10} | 产出指标 | 名{n} | {n}个\n" for n in range(10_000))
    found = read(WIDE + rows)
    assert (len(found), sum(len(one.indicators) for one in found)) == (1000, 10_000)


def test_a_cell_of_a_megabyte_is_a_value() -> None:
    (project,) = read(f"项目名称 | 甲\n绩效目标 | {'好' * 1_000_000}\n")
    assert len(project.goals[0].text) == 1_000_000


@pytest.mark.parametrize(
    "make",
    [
        lambda n: "项目名称 | 甲\n" + "".join(f"备注 | 乙{k}\n" for k in range(n)),
        lambda n: "项目名称 | 甲\n" + "".join(f"其中：财政 | {k}\n" for k in range(n)),
        lambda n: "项目名称 | 甲\n" + "".join(f"实施单位 | 乙{k}\n" for k in range(n)),
        lambda n: "a|" * n + "\n" + "b|" * n + "\n",
        lambda n: "一级指标|三级指标|指标值|" * (n // 3) + "\n" + "b|" * n + "\n",
        lambda n: "项目名称|" * n + "\n" + "b|" * n + "\n",
        lambda n: HEAD + "总分 | 1 | 2\n" * n,
        lambda n: "项目名称 | 甲\n实施进度计划 | 实施内容 | 备注\n" + "^ | 1 | 2\n" * n,
        lambda n: "（" * n + "：\n" + "项目名称：" * (n // 10) + " | 2\n",
    ],
)
def test_repetition_is_read_once(make: Callable[[int], str]) -> None:
    """A quadratic scan over these would take minutes; the suite's own limit would end it."""
    assert len(read(make(3000))) <= 2


def test_a_head_of_too_many_columns_is_none() -> None:
    assert read("一级指标|三级指标|指标值|" * 40 + "\n" + "b|" * 120 + "\n") == ()
