"""What is rare: each case of it is one small alteration of the rich example."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from perfspec.changes import Changes, csv, file_only, markdown, text, view, xlsx
from perfspec.changes.row import Kind, Row
from perfspec.compare import AmountChange, Comparison, PlanChange, ProjectChange, Timing
from perfspec.compare.pairs import Matching, Proposal, Relation
from perfspec.diagnostics import Place
from perfspec.findings import Spot
from perfspec.values import Amount, Percent
from tests.changes import examples
from tests.changes.test_tables import book

NOTHING = Amount("", None)


def altered(alter: Callable[[Comparison], Comparison]) -> Changes:
    """Return the rich example with another comparison of its first department."""
    rich = examples.rich()
    course = rich.courses[0]
    step = replace(course.steps[0], comparison=alter(course.steps[0].comparison))
    return replace(rich, courses=(replace(course, steps=(step,)), *rich.courses[1:]))


def training(alter: Callable[[ProjectChange], ProjectChange]) -> Changes:
    """Return the rich example with another change of the training."""
    return altered(
        lambda one: replace(
            one,
            changes=tuple(
                alter(change) if change.pair.new.id == "training" else change
                for change in one.changes
            ),
        )
    )


def row(changes: Changes, key: str, indicator: str = "", project: str = "training") -> Row | None:
    """Return the row of a field of the training, if there is one."""
    found = view.rows(changes)
    wanted = project, indicator, key
    return next((r for r in found if (r.project, r.indicator, r.key) == wanted), None)


def weighted(old: str, new: str) -> Changes:
    """Return the rich example with other weights of the trained."""

    def alter(change: ProjectChange) -> ProjectChange:
        table = change.indicators
        first = replace(table.changes[0], weight=(old, new))
        return replace(change, indicators=replace(table, changes=(first, *table.changes[1:])))

    return training(alter)


def test_a_place_of_an_unknown_file_is_the_file() -> None:
    spot = file_only(Place("a.yaml", ("b",)))
    assert (spot.path, spot.start.line, spot.line) == ("a.yaml", 1, "")


@pytest.mark.parametrize(
    ("old", "new", "kind", "difference"),
    [
        ("20", "10", Kind.CHANGED, "-10"),
        ("20", "20.0", Kind.FORMAL, "0.0"),
        ("", "10", Kind.ADDED, None),
        ("10", "", Kind.DROPPED, None),
    ],
)
def test_a_weight_is_compared_by_its_value(
    old: str, new: str, kind: Kind, difference: str | None
) -> None:
    found = row(weighted(old, new), "indicators.weight", "trained")
    assert found
    assert found.kind is kind
    assert found.difference == (None if difference is None else Decimal(difference))
    assert found.label == "分值"


@pytest.mark.parametrize(
    ("change", "kind", "old", "new"),
    [
        (AmountChange(old=Amount("1", Decimal(1)), new=Amount("1.00", Decimal(1)), before=Decimal(1), after=Decimal(1)), Kind.FORMAL, "1元", "1.00元"),  # noqa: E501
        (AmountChange(old=NOTHING, new=Amount("1", Decimal(1)), before=None, after=Decimal(1)), Kind.ADDED, "", "1元"),  # noqa: E501
        (AmountChange(old=Amount("1", Decimal(1)), new=NOTHING, before=Decimal(1), after=None), Kind.DROPPED, "1元", ""),  # noqa: E501
        (AmountChange(old=None, new=Amount("0", Decimal(0)), before=None, after=Decimal(0)), Kind.FORMAL, None, "0元"),  # noqa: E501
    ],
)  # fmt: skip
def test_an_amount_is_compared_by_its_value(
    change: AmountChange, kind: Kind, old: str | None, new: str
) -> None:
    found = row(training(lambda one: replace(one, budget=change)), "budget.total")
    assert found
    assert (found.kind, found.old, found.new) == (kind, old, new)


def test_an_amount_that_stayed_has_no_row() -> None:
    same = AmountChange(old=NOTHING, new=NOTHING, before=None, after=None)
    assert row(training(lambda one: replace(one, budget=same)), "budget.total") is None


def test_a_project_of_another_unit_has_a_row_for_it() -> None:
    def alter(change: ProjectChange) -> ProjectChange:
        unit = examples.rich().courses[0].steps[0].comparison.new.filing.units[1]
        new = replace(change.pair.new, unit=unit)
        return replace(change, pair=replace(change.pair, new=new), unit_moved=True)

    found = row(training(alter), "unit")
    assert found
    assert (found.old, found.new) == ("101001 示例县教育局", "101002 示例县第一高级中学")


@pytest.mark.parametrize(
    ("timing", "old", "new", "kind"),
    [
        (Timing.SAME, {"june": "25%"}, {"june": "25.00%"}, Kind.FORMAL),
        (Timing.UNCLEAR, {"june": "25%"}, {}, Kind.DROPPED),
        (Timing.UNCLEAR, {}, {"march": "25%"}, Kind.ADDED),
        (Timing.EARLIER, {"june": "25"}, {"june": "50%"}, Kind.CHANGED),
    ],
)
def test_a_plan_is_told_by_its_timing(
    timing: Timing, old: dict[str, str], new: dict[str, str], kind: Kind
) -> None:
    def plan(one: dict[str, str]) -> dict[str, Percent]:
        return {date: Percent(share, Decimal(share.rstrip("%"))) for date, share in one.items()}

    change = PlanChange(timing=timing, old=plan(old), new=plan(new))
    found = row(training(lambda one: replace(one, plan=change)), "payment_plan")
    assert found
    assert found.kind is kind


def test_a_unit_that_may_be_another_is_a_proposal() -> None:
    def alter(one: Comparison) -> Comparison:
        units = one.units
        maybe = Proposal(
            relation=Relation.SAME, old=units.dropped, new=units.added, likeness=50, reasons=()
        )
        return replace(one, units=Matching(pairs=units.pairs, proposals=(maybe,)))

    found = [r for r in view.rows(altered(alter)) if r.kind is Kind.OPEN and not r.project]
    assert [(r.old, r.new) for r in found] == [("示例县教师进修学校", "示例县电化教育馆")]


def test_a_proposal_without_newer_things_is_not_lost() -> None:
    def alter(one: Comparison) -> Comparison:
        lost = Proposal(
            relation=Relation.MERGED, old=one.projects.dropped, new=(), likeness=0, reasons=()
        )
        return replace(one, projects=replace(one.projects, dropped=(), confirmed=(lost,)))

    (found,) = (r for r in view.rows(altered(alter)) if r.old == "教师进修学校搬迁")
    assert (found.kind, found.new, found.new_spot) == (Kind.REGROUPED, None, None)


def test_as_much_money_for_less_has_a_heading_of_its_own() -> None:
    equal = AmountChange(
        old=Amount("1", Decimal(1)),
        new=Amount("1", Decimal(1)),
        before=Decimal(1),
        after=Decimal(1),
    )
    changes = training(lambda one: replace(one, budget=equal))
    for shown in (
        text.give(changes, examples.CHINESE),
        markdown.give(changes, examples.CHINESE),
    ):
        assert "资金未减，目标降低" in shown
        assert "资金增加，目标降低" not in shown


def test_a_project_that_was_never_paid_rises_by_an_amount_without_a_per_cent() -> None:
    first = AmountChange(
        old=Amount("0", Decimal(0)),
        new=Amount("5", Decimal(5)),
        before=Decimal(0),
        after=Decimal(5),
    )
    line = text.stat(training(lambda one: replace(one, budget=first)), examples.CHINESE)
    assert "教师素质提升培训经费" in line
    assert " +5元 " in line


def test_a_text_that_changed_without_end_says_how_much_is_not_shown() -> None:
    def alter(change: ProjectChange) -> ProjectChange:
        purpose = change.texts[1]
        long = tuple(replace(piece, text=piece.text * 400) for piece in purpose.pieces)
        return replace(change, texts=(replace(purpose, pieces=long),))

    shown = text.give(training(alter), examples.CHINESE)
    assert "……（略去" in shown
    assert len(max(shown.splitlines(), key=len)) < 1000
    assert "… (+" in markdown.give(training(alter), examples.CHINESE)


def test_many_weaker_targets_of_a_project_are_counted_in_a_comment() -> None:
    def alter(change: ProjectChange) -> ProjectChange:
        table = change.indicators
        return replace(
            change,
            indicators=replace(
                table,
                matching=replace(
                    table.matching,
                    dropped=tuple(
                        replace(table.matching.dropped[0], id=f"x{n}") for n in range(100)
                    ),
                ),
            ),
        )

    rich = training(alter)
    course, step = rich.courses[0], rich.courses[0].steps[0]
    old = step.comparison.changes[1].pair.old
    rows = step.comparison.changes[1].indicators.matching.dropped
    pair = replace(step.comparison.changes[1].pair, old=replace(old, indicators=rows))
    change = replace(step.comparison.changes[1], pair=pair)
    compared = replace(step.comparison, changes=(change,), projects=Matching(pairs=(pair,)))
    many = replace(rich, courses=(replace(course, steps=(replace(step, comparison=compared),)),))
    assert "  - 还有 24 处变化没有列出" in markdown.give(many, examples.CHINESE)


def test_more_lines_than_a_sheet_takes_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_LINES", 10)
    sheet = book(examples.rich())["变化"]
    assert sheet.max_row == 12
    assert sheet["A12"].value == f"还有 {len(view.rows(examples.rich())) - 10} 处变化没有列出"


def test_a_file_whose_lines_are_not_known_has_no_line_numbers() -> None:
    rich = examples.rich()
    course = rich.courses[0]
    step = replace(course.steps[0], old_spot=file_only, new_spot=file_only)
    shown = text.give(replace(rich, courses=(replace(course, steps=(step,)),)), examples.CHINESE)
    assert "\n              ● 变更" in shown
    assert isinstance(step.new_spot(Place("a")), Spot)


def test_a_table_cell_of_two_lines_stays_one_cell() -> None:
    assert '"\n\n---' not in csv.give(examples.rich(), examples.CHINESE)
    assert "</details>\n\n---\n&lt;b&gt; | 竖线" in csv.give(examples.rich(), examples.CHINESE)


@pytest.mark.parametrize(
    ("mended", "word", "is_weaker"),
    [(True, "方向改正", False), (False, "方向改错", True), (None, "方向相反", True)],
)
def test_a_reversed_target_says_whether_it_was_put_right(
    mended: bool | None, word: str, is_weaker: bool
) -> None:
    def alter(change: ProjectChange) -> ProjectChange:
        table = change.indicators
        changes = tuple(
            replace(one, target=replace(one.target, mended=mended))
            if one.pair.new.id == "cost"
            else one
            for one in table.changes
        )
        return replace(change, indicators=replace(table, changes=changes))

    found = row(training(alter), "indicators.target", "cost")
    assert found
    assert examples.CHINESE.translate(found.mark[1]) == word
    assert found.promises_less is is_weaker


def test_where_there_is_nothing_to_compare_the_report_says_so() -> None:
    nothing = Changes(labels=("2020", "2021"), courses=())
    assert text.give(nothing, examples.ENGLISH) == "nothing to compare\n"
    assert text.stat(nothing, examples.ENGLISH) == ""
