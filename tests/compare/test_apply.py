"""The changes, applied to the older filing, give the newer one."""

from dataclasses import replace

from hypothesis import given

from perfspec.compare import Edit, Piece, Side
from perfspec.compare.apply import apply
from perfspec.compare.filings import compare
from tests.compare.filings import pairs
from tests.compare.named import LATER, PROJECT, with_project
from tests.laws import tried


@tried(40)
@given(pairs())
def test_the_changes_applied_to_the_older_filing_give_the_newer(both: tuple[Side, Side]) -> None:
    old, new = both
    assert apply(compare(old, new), old.filing) == new.filing


@tried(40)
@given(pairs())
def test_the_changes_hold_without_guesses(both: tuple[Side, Side]) -> None:
    old, new = both
    assert apply(compare(old, new, guess=False), old.filing) == new.filing


def test_what_was_kept_comes_from_the_older_filing() -> None:
    old = with_project(PROJECT)
    found = compare(
        old, with_project(replace(PROJECT, purpose="举办宣传活动9次，培训两次。"), LATER)
    )
    other = replace(PROJECT, purpose="召开座谈会议11次，培训两次。")
    (project,) = apply(found, with_project(other).filing).projects
    assert project.purpose == "召开座谈会议9次，培训两次。"


def test_what_was_inserted_comes_from_the_changes() -> None:
    old = with_project(PROJECT)
    found = compare(old, with_project(replace(PROJECT, name="网络信息经费"), LATER))
    (change,) = found.changes
    name = replace(change.texts[0], pieces=(Piece(edit=Edit.INSERTED, text="改名"),))
    changed = replace(change, texts=(name, *change.texts[1:]))
    (project,) = apply(replace(found, changes=(changed,)), old.filing).projects
    assert project.name == "改名"


def test_a_project_that_was_left_out_is_left_out() -> None:
    side = with_project(PROJECT)
    found = compare(side, side, left_out=frozenset({"network"}))
    assert apply(found, side.filing) == replace(side.filing, projects=())
