"""Matching stays near-linear: filings of strangers may have thousands of projects."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from random import Random

import pytest

from perfspec.compare import matching
from perfspec.compare.matching import assignment, candidates, names
from perfspec.compare.pairs import How
from perfspec.model import Indicator, Project
from tests.compare.things import indicator, later, project, side, told

WORDS = tuple(
    map(
        "".join,
        zip(
            *[
                iter(
                    "农村公路养护学校食堂改造饮水安全设备购置网络信息宣传培训社区卫生绿化环境整治文化"
                    "活动老年儿童救助档案数字法律援助消防应急演练粮食储备技术推广河道治理路灯电网村庄规划"
                    "测绘水库除险"
                )
            ]
            * 2,
            strict=True,
        ),
    )
)


@contextmanager
def comparing(most: int) -> Iterator[None]:
    """Fail where more names are compared: that is what would grow with the square."""
    names.alike.cache_clear()
    yield
    assert names.alike.cache_info().misses <= most


def test_five_hundred_projects_of_ten_indicators_in_another_order_are_all_joined() -> None:
    random = Random(20)  # noqa: S311 — no secret
    old = [
        project(f"项目{n}{random.choice(WORDS)}", f"a{n}", budget=str(n), rows=rows(n, random))
        for n in range(500)
    ]
    new = [replace(one, id=f"b{one.id}", indicators=one.indicators[::-1]) for one in old]
    random.shuffle(new)
    with comparing(500):
        found = matching.projects(side(*old), later(*new))
        assert [one for one in found.pairs if one.new.id != f"b{one.old.id}"] == []
        assert len(found.pairs) == 500
        for pair in found.pairs:
            table = matching.indicators(pair.old.indicators, pair.new.indicators, declared=False)
            assert len(table.pairs) == 10
            assert all(one.old.id == one.new.id for one in table.pairs)


def rows(number: int, random: Random) -> list[Indicator]:
    """Return ten indicators."""
    words = random.choices(WORDS, k=10)
    first = [WORDS[(number + at * 3) % len(WORDS)] for at in range(10)]
    return [indicator(f"{first[at]}{words[at]}数量", f"i{at}", f"{at}个") for at in range(10)]


def thousands(count: int) -> tuple[list[Project], list[Project]]:
    """Return projects, and the same ones with each name changed a little."""
    old, new = [], []
    for n in range(count):
        random = Random(n)  # noqa: S311 — no secret
        words = [random.choice(WORDS) for _ in range(4)]
        name = "".join(words)
        old.append(project(f"{name}经费", f"a{n}"))
        if n % 7 == 0:
            name = name.replace(words[0], f"{words[0]}综合", 1)
        new.append(project(f"全县{name}专项资金", f"b{n}"))
    Random(1).shuffle(new)  # noqa: S311 — no secret
    return old, new


def test_five_thousand_renamed_projects_are_compared_with_few_others_each() -> None:
    old, new = thousands(5000)
    with comparing(5000 * 20):
        found = matching.projects(side(*old), later(*new))
    right = [one for one in found.pairs if one.new.id == one.old.id.replace("a", "b")]
    same = {one.id: one.name for one in old}
    twins = len(same) - len(set(same.values()))
    assert len(found.pairs) > 4100
    assert len(found.pairs) - len(right) <= twins
    assert {one.how for one in found.pairs} == {How.LIKENESS}
    assert len(found.pairs) + len(found.proposals) > 4900


def test_many_things_that_are_all_alike_are_only_proposed() -> None:
    old = [project("办公费", f"a{n}", budget=str(n + 1)) for n in range(1500)]
    new = [project("办公费", f"b{n}", budget=str(n + 9000)) for n in range(1500)]
    found = matching.projects(side(*old), later(*new))
    assert not found.pairs
    assert len(found.proposals) > 1400


def test_a_very_long_name_costs_no_more_than_its_beginning() -> None:
    long = "公路养护" * 100_000
    assert names.reduced(long) == names.reduced(long[:120])
    assert names.alike(long, f"{long}费").score >= 90
    found = matching.projects(side(project(long, "a")), later(project(f"{long}费", "b")))
    assert told(found)[0].endswith("a=b")


def test_few_things_are_all_compared_and_many_only_with_the_nearest() -> None:
    tokens = {n: candidates.pairs_of_characters(f"第{n}号桥") for n in range(40)}
    assert len(candidates.near({0: tokens[0]}, tokens)) == 40
    near = candidates.near(tokens, tokens)
    assert len(near) < 40 * 17
    assert {(n, n) for n in range(40)} <= set(near)
    assert candidates.pairs_of_characters("桥") == {"桥"}


def test_what_hangs_together_is_assigned_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    # By the best first alone, 乙 would get the only one that 甲 can have.
    old = side(project("失能老人服务补贴", "a"), project("失能老人养老服务补贴", "b"))
    new = later(project("失能老人服务补助", "c"), project("失能老人养老服务补助", "d"))
    whole = told(matching.projects(old, new))
    monkeypatch.setattr(assignment, "_LARGEST", 1)
    assert told(matching.projects(old, new)) == whole == ["same? a=c", "same? b=d"]
