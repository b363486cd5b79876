"""What became of texts and of the items of lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfspec.compare import Edit, TextChange
from perfspec.compare import texts as of
from perfspec.diagnostics import Place
from tests.compare.sides import items, texts

OLD, NEW = Place("old.yaml", ("goals",)), Place("new.yaml", ("goals",))


def aligned(olds: list[str], news: list[str]) -> list[tuple[str | None, str | None]]:
    return [(one.old, one.new) for one in of.items("goals", olds, news, OLD, NEW)]


def test_a_change_has_both_texts_and_both_places() -> None:
    changed = of.change("purpose", "培训2次。", "培训3次。", OLD, NEW)
    assert (changed.key, changed.old, changed.new) == ("purpose", "培训2次。", "培训3次。")
    assert (changed.old_at, changed.new_at) == (OLD, NEW)
    assert [piece.text for piece in changed.pieces] == ["培训", "2次", "3次", "。"]
    assert not changed.is_same
    assert changed.likeness == 80


@pytest.mark.parametrize(
    ("old", "new", "alike"),
    [
        ("", "", 100),
        (None, None, 100),
        ("甲", None, 0),
        (None, "甲", 0),
        (None, "", 0),
        ("甲", "乙", 0),
        ("甲" * 999 + "乙", "甲" * 999 + "丙", 99),
        ("甲" * 1000, "甲" * 1000, 100),
        ("甲" * 9_999 + "乙", "甲" * 9_999 + "丙", 99),
        ("甲" * 20_000 + "乙", "甲" * 20_000 + "丙", 99),
        ("甲。" * 20_000 + "乙。", "甲。" * 10_000 + "乙。", 66),
    ],
)
def test_likeness_is_rounded_down_and_full_only_of_equal_texts(
    old: str | None, new: str | None, alike: int
) -> None:
    assert of.change("purpose", old, new, OLD, NEW).likeness == alike


@given(texts, texts)
def test_likeness_is_the_same_from_either_side(old: str, new: str) -> None:
    assert of.likeness(old, new) == of.likeness(new, old)
    assert 0 <= of.likeness(old, new) <= 100
    assert (of.likeness(old, new) == 100) == (old == new)


@pytest.mark.parametrize(
    ("olds", "news", "told"),
    [
        (["甲", "乙"], ["甲", "乙"], [("甲", "甲"), ("乙", "乙")]),
        (["甲", "乙"], ["乙", "甲"], [("乙", "乙"), ("甲", "甲")]),
        (
            ["1.加强管理", "2.规范"],
            ["1.规范", "2.加强管理"],
            [("2.规范", "1.规范"), ("1.加强管理", "2.加强管理")],
        ),
        (["一是加强管理；"], ["（一）加强管理；"], [("一是加强管理；", "（一）加强管理；")]),
        (
            ["1、修建道路三公里。"],
            ["2、修建道路五公里。"],
            [("1、修建道路三公里。", "2、修建道路五公里。")],
        ),
        (["1.修建道路"], ["1.发放补贴"], [(None, "1.发放补贴"), ("1.修建道路", None)]),
        (["甲", "甲", "甲"], ["甲"], [("甲", "甲"), ("甲", None), ("甲", None)]),
        ([], ["甲"], [(None, "甲")]),
        (
            ["加强培训管理"],
            ["加强培训管理和监督", "加强培训管理工作"],
            [(None, "加强培训管理和监督"), ("加强培训管理", "加强培训管理工作")],
        ),
        (["2020年工作"], ["2021年工作"], [("2020年工作", "2021年工作")]),
    ],
)
def test_items_of_lists_are_aligned_by_what_they_say(
    olds: list[str], news: list[str], told: list[tuple[str | None, str | None]]
) -> None:
    assert aligned(olds, news) == told


@pytest.mark.parametrize(
    ("item", "content"),
    [
        ("1.加强", "加强"),
        ("（一）加强", "加强"),
        ("(12) 加强", "加强"),
        ("一是加强", "加强"),
        ("十一、加强", "加强"),
        ("①加强", "加强"),
        ("第三，加强", "加强"),
        ("2020年加强", "2020年加强"),
        ("一级响应", "一级响应"),
        ("3.5公里", "3.5公里"),
        ("", ""),
    ],
)
def test_the_number_before_an_item_does_not_count(item: str, content: str) -> None:
    assert of.content(item) == content


def turned(changes: tuple[TextChange, ...]) -> set[tuple[object, ...]]:
    return {(one.old, one.new, one.old_at, one.new_at, one.likeness) for one in changes}


@given(st.lists(items, max_size=5), st.lists(items, max_size=5))
def test_every_item_is_told_once_with_its_place(olds: list[str], news: list[str]) -> None:
    found = of.items("goals", olds, news, OLD, NEW)
    here = [(one.new, one.new_at) for one in found if one.new is not None]
    assert here == [(text, NEW / at) for at, text in enumerate(news)]
    there = [(one.old_at.keys[-1], one.old) for one in found if one.old_at]
    assert sorted(there) == list(enumerate(olds))
    back = of.items("goals", news, olds, NEW, OLD)
    assert turned(found) == {(o, n, oa, na, a) for n, o, na, oa, a in turned(back)}


def test_a_list_too_long_to_compare_says_that_all_was_dropped_and_added() -> None:
    olds, news = [f"{at}旧工作任务" for at in range(300)], [f"{at}新工作任务" for at in range(300)]
    found = of.items("goals", [*olds, "同"], ["同", *news], OLD, NEW)
    assert [(one.old, one.new) for one in found[:2]] == [("同", "同"), (None, news[0])]
    assert len(found) == 601
    assert len(of.items("goals", olds[:100], news[:100], OLD, NEW)) == 100


def test_an_added_text_is_one_piece() -> None:
    (added,) = of.items("goals", [], ["甲"], OLD, NEW)
    assert [(piece.edit, piece.text) for piece in added.pieces] == [(Edit.INSERTED, "甲")]
    assert (added.old_at, added.new_at) == (None, NEW / 0)


def test_a_long_list_that_was_renumbered_is_aligned_all_the_same() -> None:
    olds, news = (
        [f"{at}.第{at % 500}类工作" for at in some] for some in (range(500), range(500, 1000))
    )
    pairs = [(one.old, one.new) for one in of.items("goals", olds, news, OLD, NEW)]
    assert pairs == list(zip(olds, news, strict=True))
