"""What changed between two filings, put together."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from perfspec.compare import Comparison, Shift, Side, Timing, filings
from perfspec.compare.filings import compare
from perfspec.compare.lineage import Decision, Lineage
from perfspec.compare.pairs import How, Matching, Relation
from perfspec.diagnostics import Place
from perfspec.model import MediumTerm, Project, Unit
from perfspec.values import amount, percent
from perfspec.values.targets import target
from tests.compare.filings import pairs, placed, sides
from tests.compare.forms import CLASSES, OTHER, OTHER_CLASSES, PLAIN
from tests.compare.named import LATER, PROJECT, ROW, with_project
from tests.laws import tried


def changes_of(comparison: Comparison) -> list[str]:
    """Return a line for each thing that changed; orders do not count."""
    told = [f"{one.key}: {one.old} → {one.new}" for one in comparison.texts if not one.is_same]
    for change in comparison.changes:
        old, new = change.pair.old, change.pair.new
        told += [
            f"{old.id} {one.key}: {one.old} → {one.new} {one.likeness}"
            for one in (*change.texts, *change.medium_term_goals)
            if not one.is_same
        ]
        told += [f"{old.id} source {one}" for one in change.sources if one.amount.difference]
        if (old.budget, old.term, old.code) != (new.budget, new.term, new.code):
            told.append(f"{change.budget} {change.term} {change.code}")
        told.append(f"{change.plan.timing} {change.unit_moved}")
        for table in filter(None, (change.indicators, change.medium_term)):
            told += [
                f"{old.id} {row.target} {row.class_moved} {row.weight}"
                for row in table.changes
                if not row.is_same
            ]
            told += [f"{old.id} added {row.name}" for row in table.matching.added]
            told += [f"{old.id} dropped {row.name}" for row in table.matching.dropped]
    told += [f"added {one.id}" for one in comparison.projects.added]
    told += [f"dropped {one.id}" for one in comparison.projects.dropped]
    return sorted(told)


@tried(40)
@given(st.one_of(sides(PLAIN), sides(OTHER)))
def test_a_filing_has_nothing_changed_against_itself(side: Side) -> None:
    found = compare(side, side)
    assert all(one.is_same and not one.lost for one in found.texts)
    assert (found.projects.dropped, found.projects.added, found.projects.proposals) == ((), (), ())
    assert (found.units.dropped, found.units.added, found.years) == ((), (), 0)
    assert [pair.new for pair in found.projects.pairs] == list(side.filing.projects)
    for change in found.changes:
        assert change.pair.old is change.pair.new
        assert all(one.is_same and not one.lost for one in change.texts)
        assert (change.plan.timing, change.unit_moved) == (Timing.SAME, False)
        for table in filter(None, (change.indicators, change.medium_term)):
            assert [row.pair.new for row in table.changes] == [
                row.pair.old for row in table.changes
            ]
            assert all(row.is_same for row in table.changes)
            assert (table.matching.dropped, table.matching.added) == ((), ())


@tried(40)
@given(pairs())
def test_everything_is_told_of_exactly_once(both: tuple[Side, Side]) -> None:
    old, new = both
    found = compare(old, new)
    assert len(found.changes) == len(found.projects.pairs)
    groups = (*found.projects.proposals, *found.projects.confirmed)
    olds = [
        *(pair.old.id for pair in found.projects.pairs),
        *(one.id for one in found.projects.dropped),
    ]
    proposed = {one.id for group in groups for one in group.old}
    assert Counter(olds).keys() | proposed == {one.id for one in old.filing.projects}
    assert max(Counter(olds).values(), default=1) == 1


@tried(40)
@given(pairs(), st.randoms(use_true_random=False))
def test_the_order_of_projects_rows_and_units_does_not_count(
    both: tuple[Side, Side],
    random: Any,  # noqa: ANN401 — hypothesis's source of chance
) -> None:
    old, new = both

    def shuffled(values: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(random.sample(values, len(values)))

    rows = (replace(one, indicators=shuffled(one.indicators)) for one in new.filing.projects)
    filing = replace(new.filing, projects=shuffled(tuple(rows)), units=shuffled(new.filing.units))
    assert changes_of(compare(old, new)) == changes_of(
        compare(old, placed(replace(new, filing=filing)))
    )


def test_each_part_of_a_project_is_compared() -> None:
    new = replace(
        PROJECT,
        code="13063621A",
        name="网络信息办公专项经费（二期）",
        budget=replace(
            PROJECT.budget, total=amount("150000"), sources={"fiscal": amount("150000")}
        ),
        purpose="举办宣传活动9次。",
        payment_plan={"june": percent("60%"), "december": percent("100%")},
        goals=("1.规范网络行为；",),
        fields={"manager": "李四"},
    )
    (change,) = compare(with_project(PROJECT), with_project(new, LATER)).changes
    assert change.code == ("13063620A", "13063621A")
    assert change.budget.difference == Decimal(37500)
    assert [(one.id, one.new_share) for one in change.sources] == [("fiscal", Decimal(100))]
    assert change.plan.timing is Timing.EARLIER
    assert [(one.key, one.old, one.new) for one in change.texts] == [
        ("name", "网络信息办公专项经费", "网络信息办公专项经费（二期）"),
        ("purpose", "举办宣传活动11次，培训两次。", "举办宣传活动9次。"),
        ("goals", "1.规范网络行为", "1.规范网络行为；"),
        ("fields.manager", "张三", "李四"),
    ]
    assert [(one.key, [lost.promise.activity for lost in one.lost]) for one in change.texts] == [
        ("name", []),
        ("purpose", ["培训"]),
        ("goals", []),
        ("fields.manager", []),
    ]
    assert (change.medium_term, change.medium_term_goals) == (None, ())


def test_each_part_of_an_indicator_is_compared() -> None:
    row = replace(
        ROW,
        target=target("≥9次"),
        basis="年度计划",
        weight="20",
        classified=CLASSES[1],
        fields={"remark": "无"},
    )
    new = with_project(replace(PROJECT, indicators=(row,)), LATER)
    (change,) = compare(with_project(PROJECT), new).changes[0].indicators.changes
    assert change.target.shift is Shift.RELAXED
    assert (change.class_moved, change.weight) == (True, ("10", "20"))
    assert [(one.key, one.old, one.new, one.old_at is None) for one in change.texts] == [
        ("name", "宣传活动次数", "宣传活动次数", False),
        ("description", "全年次数", "全年次数", False),
        ("basis", "实施计划", "年度计划", False),
        ("fields.remark", None, "无", True),
    ]


def test_a_class_is_the_same_in_forms_with_other_labels() -> None:
    row = replace(ROW, classified=OTHER_CLASSES[0])
    new = with_project(replace(PROJECT, indicators=(row,)), LATER)
    (change,) = compare(with_project(PROJECT), new).changes[0].indicators.changes
    assert not change.class_moved
    nameless = replace(ROW, classified=replace(OTHER_CLASSES[0], standard=""))
    new = with_project(replace(PROJECT, indicators=(nameless,)), LATER)
    (change,) = compare(with_project(PROJECT), new).changes[0].indicators.changes
    assert change.class_moved


def test_a_medium_term_that_one_side_has_is_dropped_or_added() -> None:
    at = PROJECT.at / "medium_term"
    term = MediumTerm(goals=("建成平台",), indicators=(ROW,), at=at)
    with_term = with_project(replace(PROJECT, medium_term=term))
    (added,) = compare(with_project(PROJECT), with_term).changes
    assert added.medium_term is not None
    assert added.medium_term.matching.added == (ROW,)
    assert [(one.old, one.new) for one in added.medium_term_goals] == [(None, "建成平台")]
    (dropped,) = compare(with_term, with_project(PROJECT)).changes
    assert dropped.medium_term is not None
    assert dropped.medium_term.matching.dropped == (ROW,)
    assert [(one.old, one.old_at) for one in dropped.medium_term_goals] == [
        ("建成平台", at / "goals" / 0)
    ]


def test_projects_left_out_are_neither_dropped_nor_added_nor_counted() -> None:
    old, new = with_project(PROJECT), with_project(replace(PROJECT, id="other", name="别的"))
    found = compare(old, new, guess=False, left_out=frozenset({"network", "other"}))
    assert (found.projects.dropped, found.projects.added, found.projects.pairs) == ((), (), ())
    assert found.total.difference == Decimal(0)
    assert found.left_out == {"network", "other"}
    assert found.old is old


def in_unit(code: str, *codes: str) -> Side:
    units = tuple(Unit(code=one, name=f"单位{one}", suffix="", at=Place("")) for one in codes)
    unit = next(one for one in units if one.code == code)
    side = with_project(replace(PROJECT, unit=unit))
    return placed(replace(side, filing=replace(side.filing, units=units)))


def moved(old: Side, new: Side, *decisions: Decision) -> bool:
    (change,) = compare(old, new, Lineage(units=decisions)).changes
    return change.unit_moved


def test_a_project_moved_where_its_unit_is_another() -> None:
    assert moved(in_unit("1", "1", "2"), in_unit("2", "1", "2"))
    assert not moved(in_unit("1", "1", "2"), in_unit("1", "2", "1"))


def test_a_project_did_not_move_where_its_unit_was_recoded_merged_or_split() -> None:
    same = Decision(relation=Relation.SAME, old=("1",), new=("3",))
    assert not moved(in_unit("1", "1", "2"), in_unit("3", "3", "2"), same)
    merged = Decision(relation=Relation.MERGED, old=("1", "2"), new=("3",))
    assert not moved(in_unit("1", "1", "2"), in_unit("3", "3"), merged)
    split = Decision(relation=Relation.SPLIT, old=("1",), new=("2", "3"))
    assert not moved(in_unit("1", "1"), in_unit("3", "2", "3"), split)
    assert moved(in_unit("1", "1", "4"), in_unit("4", "2", "3", "4"), split)


def test_a_promise_of_the_filing_is_kept_by_a_project() -> None:
    def filing(project: Project, measure: str) -> Side:
        side = with_project(project)
        return replace(side, filing=replace(side.filing, measures=(measure,)))

    old = filing(PROJECT, "一是购置设备10台。")
    kept = filing(replace(PROJECT, goals=("购置设备8台",)), "一是加强领导。")
    lost = filing(PROJECT, "一是加强领导。")
    assert [len(one.lost) for one in compare(old, kept).texts if one.key == "measures"] == [0, 0]
    assert [len(one.lost) for one in compare(old, lost).texts if one.key == "measures"] == [0, 1]


def test_an_indicator_still_keeps_the_promise_of_a_text() -> None:
    row = replace(ROW, id="training", name="培训次数")
    new = replace(PROJECT, purpose="举办宣传活动11次。", indicators=(ROW, row))
    (change,) = compare(with_project(PROJECT), with_project(new, LATER)).changes
    assert [one.lost for one in change.texts if one.key == "purpose"] == [()]


def test_indicators_are_compared_by_themselves_too() -> None:
    (pair,) = (
        compare(with_project(PROJECT), with_project(PROJECT)).changes[0].indicators.matching.pairs
    )
    assert filings.indicator(pair).is_same


def test_random_filings_show_changes_of_every_kind() -> None:
    seen: set[str] = set()

    @settings(derandomize=True, max_examples=80, phases=[Phase.generate], database=None)
    @given(pairs())
    def look(both: tuple[Side, Side]) -> None:
        found = compare(*both)
        seen.update(_kinds_of(found.projects))
        for change in found.changes:
            seen.add(f"money {change.plan.timing}")
            seen.update("lost" for text in change.texts if text.lost)
            seen.update(_kinds_of(change.indicators.matching))
            seen.update(one.target.shift for one in change.indicators.changes)

    look()
    assert seen >= {Shift.SAME, Shift.TIGHTENED, Shift.RELAXED, Shift.REVERSED, Shift.REDEFINED}
    assert seen >= {"lost", "money unclear", "dropped", "added", "proposed same"}
    assert seen >= {How.ID, How.CODE, How.NAME, How.LIKENESS}


def _kinds_of(found: Matching[Any]) -> set[str]:
    """Return what a matching says, without of what."""
    kinds = {pair.how.value for pair in found.pairs}
    kinds |= {f"proposed {one.relation}" for one in found.proposals}
    kinds |= {"dropped" for _ in found.dropped} | {"added" for _ in found.added}
    return kinds
