"""The parts of the paper that the examples do not reach: long texts, lost numbers, other units."""

from dataclasses import replace
from decimal import Decimal

import hypothesis
import pytest

from perfspec.changes import Changes, Course, Step, html
from perfspec.changes.page import table, texts
from perfspec.changes.page.texts import Stretch
from perfspec.changes.page.wording import Wording, converted, grouped, percent, signed
from perfspec.compare import (
    AmountChange,
    Edit,
    Piece,
    Shift,
    Side,
    TargetChange,
    TextChange,
    filings,
)
from perfspec.messages import english
from perfspec.model import Project
from perfspec.values import Amount, Quantity, Target
from tests.changes import byhand, examples, papers
from tests.changes.examples import CHINESE
from tests.compare.filings import pairs

WORDING = Wording(translate=english, form=byhand.side(2021, "101001").form)


def _money(before: str | None, after: str | None) -> AmountChange:
    numbers = [None if one is None else Decimal(one) for one in (before, after)]
    old, new = (Amount(str(number), number) for number in numbers)
    return AmountChange(old=old, new=new, before=numbers[0], after=numbers[1])


def _told(*pieces: tuple[Edit, str]) -> list[Stretch]:
    return list(texts.stretches([Piece(edit=edit, text=text) for edit, text in pieces], WORDING))


def test_what_was_kept_is_cut_in_the_middle_where_it_is_long() -> None:
    told = _told(
        (Edit.KEPT, "甲" * 500), (Edit.DELETED, "11"), (Edit.KEPT, "乙" * 500), (Edit.INSERTED, "9")
    )
    assert [(one.edit, len(one.text)) for one in told if one.edit != "left-out"] == [
        ("kept", 40), ("deleted", 2), ("kept", 40), ("kept", 40), ("inserted", 1),
    ]  # fmt: skip
    left = [one.text for one in told if one.edit == "left-out"]
    assert left == ["… 460 characters left out …", "… 420 characters left out …"]
    assert told[0].edit == "left-out"


def test_what_was_kept_to_the_end_is_cut_there() -> None:
    told = _told((Edit.INSERTED, "新"), (Edit.KEPT, "乙" * 500))
    assert [one.edit for one in told] == ["inserted", "kept", "left-out"]


def test_a_very_long_insertion_is_cut_and_says_so() -> None:
    told = _told((Edit.INSERTED, "字" * 2_000_000))
    assert [one.edit for one in told] == ["inserted", "left-out"]
    assert told[1].text == "… 1998500 characters left out …"


def test_what_cannot_be_seen_is_made_visible() -> None:
    assert _told((Edit.INSERTED, "甲\u202e乙\u200b"))[0].text == "甲⟨U+202E⟩乙⟨U+200B⟩"


def test_a_field_of_which_items_changed_otherwise_has_marks_of_its_own() -> None:
    place = byhand.side(2021, "101001").filing.projects[0].at / "goals" / 0
    changes = [
        TextChange(key="goals", old=old, new=new, old_at=place, new_at=place, pieces=(), likeness=0)
        for old, new in (("甲", "乙"), (None, "丙"), ("丁", None), ("戊", "戊"))
    ]
    (row,) = texts.rows(changes, WORDING)
    assert [one.mark and one.mark.word for one in row.paragraphs] == [None, "added", "dropped"]
    assert row.mark is None
    assert row.same == "1 more as before"
    (added,) = texts.rows(changes[1:2], WORDING)
    assert added.mark
    assert added.mark.word == "added"


@pytest.mark.parametrize(
    ("before", "after", "word", "difference"),
    [
        ("100", "150", "more", "+50 (+50.0%)"),
        ("150", "100.00", "less", "−50.00 (−33.3%)"),
        ("100", "100.00", "no change", ""),
        ("0", "5", "more", "+5"),
        ("-10", "5", "more", "+15"),
        (None, "5", "cannot be compared", ""),
        ("1", "1.0001", "more", "+0.0001"),
    ],
)
def test_money_is_more_less_equal_or_not_known(
    before: str | None, after: str, word: str, difference: str
) -> None:
    change = _money(before, after)
    assert WORDING.money(change).word == word
    assert WORDING.difference(change) == difference


def test_amounts_have_their_thousands_parted_and_their_digits_kept() -> None:
    assert grouped(Decimal("1234567.50")) == "1,234,567.50"
    assert grouped(Decimal(-1234)) == "−1,234"
    assert signed(Decimal("0.00")) == "0.00"
    assert len(grouped(Decimal("9" * 1000))) == 81
    assert percent(_money("0.0001", "9" * 30)).endswith("%")


def test_amounts_go_over_into_the_newer_unit() -> None:
    assert converted(Decimal(25000), "元", "万元") == Decimal("2.5")
    assert converted(None, "元", "万元") is None


def _target(text: str, number: str, unit: str) -> Target:
    return Target(text=text, reading=Quantity("", Decimal(number), unit))


def test_a_difference_of_targets_has_the_unit_that_was_read() -> None:
    change = TargetChange(
        shift=Shift.TIGHTENED,
        old=_target("220门", "220", "门"),
        new=_target("230", "230", ""),
        difference=Decimal(10),
        new_unit="门",
        old_assumed="≥",
        new_assumed="≥",
    )
    assert WORDING.moved(change) == "+10门"
    assert WORDING.assumed(change) == "without operator, read as ≥"


@pytest.mark.parametrize(
    ("mended", "word", "tone"),
    [
        (True, "reversed, put right", "up"),
        (False, "reversed, put wrong", "down"),
        (None, "reversed", "down"),
    ],
)
def test_a_sign_that_was_put_right_is_no_weaker_promise(
    mended: bool | None, word: str, tone: str
) -> None:
    change = TargetChange(
        shift=Shift.REVERSED,
        old=_target("≥9000元", "9000", "元"),
        new=_target("≤9000元", "9000", "元"),
        mended=mended,
    )
    mark = WORDING.shift(change)
    assert (mark.sign, mark.word, mark.tone) == ("⇄", word, tone)


def test_weights_and_assumed_operators_are_notes() -> None:
    step = examples.rich().courses[0].steps[0].comparison
    training = next(one for one in step.changes if one.pair.new.id == "training")
    first = replace(
        training.indicators.changes[0],
        weight=("15", ""),
        target=replace(training.indicators.changes[0].target, new_assumed="≥"),
    )
    changes = (first, *training.indicators.changes[1:])
    found = table.rows(
        training.pair.old.indicators,
        training.pair.new.indicators,
        replace(training.indicators, changes=changes),
        WORDING,
    )
    (row,) = [one for one in found if one.name[0].text == first.pair.new.name]
    assert [note.words for note in row.notes] == ["without operator, read as ≥", "15 → —"]


def test_an_amount_that_was_never_filled_in_is_a_dash() -> None:
    changes = examples.same()
    course = changes.courses[0]
    step = course.steps[0]
    compared = step.comparison
    change = compared.changes[0]
    empty = replace(change.budget, old=Amount("", None), before=None)
    compared = replace(compared, changes=(replace(change, budget=empty),))
    steps = (replace(step, comparison=compared),)
    page = papers.of(replace(changes, courses=(replace(course, steps=steps),)))
    (budgets,) = papers.find(page, "table", "budgets")
    name = change.pair.new.name
    assert papers.row(budgets, name)[1:] == ["—", "112,500.00", "？", "", "● 变更"]


@hypothesis.settings(max_examples=10, deadline=None)
@hypothesis.given(pairs())
def test_any_two_filings_give_a_whole_document(pair: tuple[Side, Side]) -> None:
    old, new = pair
    compared = filings.compare(old, new)
    course = Course(code="1", name="部门", steps=(Step(comparison=compared, judgements=()),))
    document = html.give(Changes(labels=("旧", "新"), courses=(course,)), CHINESE)
    page = papers.tree(document)
    ids = [one.get("id") for one in page.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    told = papers.said(page)
    for project in (*new.filing.projects, *compared.projects.dropped):
        assert _shown(project) in told


def _shown(project: Project) -> str:
    return " ".join(project.name.split())
