"""Promises that the newer texts make nowhere."""

from collections.abc import Sequence

from perfspec.compare import texts
from perfspec.compare.promises import with_lost
from perfspec.diagnostics import Place

OLD, NEW = Place("old.yaml", ("purpose",)), Place("new.yaml", ("purpose",))


def lost(
    old: str, new: str, *, beside: Sequence[str] = (), named: Sequence[str] = ()
) -> list[tuple[str, str]]:
    """Return the lost promises as (activity, what is underlined)."""
    change = texts.change("purpose", old, new, OLD, NEW)
    (found,) = with_lost([change], lambda: beside, lambda: named)
    spans = [(one.promise.activity, one.at.span or (0, 0)) for one in found.lost]
    return [(activity, old[start:end]) for activity, (start, end) in spans]


def test_a_promise_that_is_made_no_more_is_lost() -> None:
    found = lost("举办宣传活动11次，开展两次专业培训。", "举办宣传活动11次。")
    assert found == [("培训", "两次专业培训")]


def test_a_promise_with_another_count_is_kept() -> None:
    assert lost("开展两次专业培训。", "开展培训1次。") == []
    assert lost("举办培训班5期。", "组织培训5次。") == []


def test_a_promise_without_count_does_not_keep_one_with_a_count() -> None:
    assert lost("开展两次专业培训。", "开展专业培训。") == [("培训", "两次专业培训")]


def test_a_promise_without_count_is_not_looked_for() -> None:
    assert lost("开展专业培训。", "加强管理。") == []


def test_a_promise_is_kept_by_other_texts_and_by_indicators() -> None:
    old, new = "购置设备10台。", "加强管理。"
    assert lost(old, new) == [("设备", "购置设备10台")]
    assert lost(old, new, beside=["购置设备8台"]) == []
    assert lost(old, new, beside=["购置设备"]) == [("设备", "购置设备10台")]
    assert lost(old, new, named=["购置设备数量"]) == []


def test_a_promise_that_moved_to_another_text_is_kept() -> None:
    changes = [
        texts.change("purpose", "购置设备10台。", "加强管理。", OLD, NEW),
        texts.change("goals", None, "购置设备10台。", None, NEW),
    ]
    assert [one.lost for one in with_lost(changes)] == [(), ()]


def test_a_dropped_item_loses_its_promises_and_an_equal_one_none() -> None:
    changes = [
        texts.change("goals", "购置设备10台。", None, OLD, None),
        texts.change("goals", "举办比赛3次。", "举办比赛3次。", OLD, NEW),
    ]
    assert [len(one.lost) for one in with_lost(changes)] == [1, 0]


def test_texts_are_not_read_where_nothing_can_be_lost() -> None:
    def never() -> list[str]:
        raise AssertionError

    changes = [texts.change("goals", "举办比赛3次。", "举办比赛2次。", OLD, NEW)]
    assert with_lost(changes, never, never) == tuple(changes)
