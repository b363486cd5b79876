"""Which indicators of two years belong together, and why."""

import pytest

from perfspec.compare import matching
from perfspec.compare.lineage import Decision
from perfspec.compare.pairs import Relation
from perfspec.indicators import derived_id
from perfspec.model import Indicator
from tests.compare.things import indicator, reasons, told

QUALITY = "output.quality"


def rows(
    old: list[Indicator], new: list[Indicator], *, declared: bool = False, guess: bool = True
) -> list[str]:
    return told(matching.indicators(tuple(old), tuple(new), declared=declared, guess=guess))


def test_a_name_counts_inside_its_class_first() -> None:
    old = [indicator("合格率", "a"), indicator("合格率", "b", standard=QUALITY)]
    new = [indicator("合格率", "c", standard=QUALITY), indicator("合格率", "d")]
    assert rows(old, new) == ["name b=c", "name a=d"]


def test_a_name_that_went_to_another_class_is_joined_if_it_measures_the_same() -> None:
    old = [indicator("验收合格率", "a", "≥95%")]
    found = matching.indicators(
        tuple(old), (indicator("验收合格率", "b", "≥98%", standard=QUALITY),), declared=False
    )
    assert told(found) == ["name a=b"]
    assert "the class was output.quantity and is output.quality" in reasons(found)
    other = [indicator("验收合格率", "b", "≥98元", standard=QUALITY)]
    assert rows(old, other) == ["same? a=b"]


def test_a_class_that_the_form_does_not_know_is_known_by_its_labels() -> None:
    old, new = indicator("合格率", "a", standard=""), indicator("合格率", "b", standard="")
    assert rows([old], [new]) == ["name a=b"]


def test_declared_ids_join_and_others_do_not() -> None:
    old, new = [indicator("培训人数", "people")], [indicator("档案页数", "people")]
    assert rows(old, new, declared=True) == ["id people=people"]
    assert rows(old, new) == ["-people", "+people"]
    assert rows(old, new, declared=True, guess=False) == ["id people=people"]
    assert rows(old, new, guess=False) == ["-people", "+people"]


def derived(name: str, value: str, taken: dict[str, int]) -> Indicator:
    """Return an indicator whose id is derived, as the reader does it."""
    from collections import Counter  # noqa: PLC0415

    base = indicator(name, "", value)
    count = Counter(taken)
    id_ = derived_id(base.classified, name, count)
    taken.update(count)
    return indicator(name, id_, value)


def test_a_derived_id_is_declared_unless_it_only_counts_rows() -> None:
    once: dict[str, int] = {}
    later: dict[str, int] = {}
    assert rows(
        [derived("培训人数", "1人", once)], [derived("培训人数", "2人", later)],
        declared=True, guess=False,
    )[0].startswith("id ")  # fmt: skip
    twice = [derived("培训人数", "3人", once), derived("培训人数", "4人", once)]
    # By their places the first would become the first: here it is the second.
    new = [derived("培训人数", "4人", later), derived("培训人数", "3人", later)]
    found = matching.indicators(tuple(twice), tuple(new), declared=True)
    assert sorted((one.old.target.text, one.new.target.text) for one in found.pairs) == [
        ("3人", "3人"),
        ("4人", "4人"),
    ]


def test_of_two_rows_of_one_name_the_target_tells_which_is_which() -> None:
    old = [indicator("培训人数", "a", "≥10人"), indicator("培训人数", "b", "≥20人")]
    new = [indicator("培训人数", "c", "≥20人"), indicator("培训人数", "d", "≥30人")]
    assert rows(old, new) == ["name b=c", "name a=d"]


def test_two_rows_of_one_name_with_nothing_to_tell_are_only_proposed() -> None:
    old = [indicator("培训人数", "a", "≥10人"), indicator("培训人数", "b", "≥20人")]
    new = [indicator("培训人数", "c", "≥30人"), indicator("培训人数", "d", "≥40人")]
    assert [line[:5] for line in rows(old, new)] == ["same?", "same?"]


def test_a_person_can_tell_them() -> None:
    old = [indicator("培训人数", "a", "≥10人"), indicator("培训人数", "b", "≥20人")]
    new = [indicator("培训人数", "c", "≥30人"), indicator("培训人数", "d", "≥40人")]
    said = Decision(relation=Relation.SAME, old=("a",), new=("d",))
    found = matching.indicators(tuple(old), tuple(new), (said,), declared=False)
    assert told(found) == ["name b=c", "lineage a=d"]


@pytest.mark.parametrize(
    ("old", "new", "result"),
    [
        ("培训人次", "培训人数", "likeness"),
        ("培训次数", "培训人数", "-a"),
        ("受益户数", "受益人数", "-a"),
        ("补助发放及时率", "补贴发放及时率", "likeness"),
        ("任务完成率", "任务完成及时率", "-a"),
        ("课时比例", "课时比例完成率", "-a"),
        ("贫困地区景点数量( ≥**个 )", "脱贫地区景点数量", "likeness"),
        ("村组干部230人", "村组干部228人", "likeness"),
        ("结余率(计算方法为:结余数/预算数)", "结余率", "same?"),
        ("培训合格率", "培训情况", "same?"),
        ("验收合格率", "工程验收合格率", "likeness"),
        ("验收合格率", "设备验收合格率", "same?"),
    ],
)
def test_what_is_measured_counts_and_not_how_it_is_said(old: str, new: str, result: str) -> None:
    assert rows([indicator(old, "a")], [indicator(new, "b")])[0].split(" ")[0] == result


def test_the_same_target_makes_sure_what_the_name_makes_likely() -> None:
    old, new = (
        indicator("设备验收合格率", "a", "=100%"),
        indicator("采购设备验收合格率", "b", "=100%"),
    )
    found = matching.indicators((old,), (new,), declared=False)
    assert told(found) == ["likeness a=b"]
    assert reasons(found)[1:] == ["the class is the same", "the targets are the same"]
    other = indicator("采购设备验收合格率", "b", "≥98%")
    assert rows([old], [other]) == ["same? a=b"]


def test_targets_of_different_kinds_speak_against() -> None:
    old, new = indicator("及时支付", "a", "≥90%"), indicator("支付及时", "b", "≤2天")
    found = matching.indicators((old,), (new,), declared=False)
    assert told(found) == ["same? a=b"]
    assert "the targets measure different things" in reasons(found)


def test_descriptions_and_ids_speak_for_it() -> None:
    old = indicator("宣传活动次数", "a", about="全年举办的大型活动")
    new = indicator("大型宣传活动次数", "a", about="全年举办的大型活动")
    found = matching.indicators((old,), (new,), declared=False)
    assert told(found) == ["likeness a=a"]
    assert reasons(found)[1:] == [
        "the ids are the same: a",
        "the class is the same",
        "the descriptions are the same",
    ]


def test_rows_without_a_name_are_joined_only_if_they_are_the_same() -> None:
    old = [indicator("", "a", "持续发展"), indicator("", "b", "1")]
    assert rows(old, [indicator("", "c", "持续发展"), indicator("", "d", "2")]) == [
        "name a=c",
        "-b",
        "+d",
    ]


def test_numbers_as_names_are_names() -> None:
    assert rows([indicator("88", "a", "1")], [indicator("88", "b", "2")]) == ["name a=b"]
    assert rows([indicator("88", "a", "1")], [indicator("68", "b", "2")]) == ["-a", "+b"]
