"""A comparison turned round is the comparison the other way."""

from dataclasses import replace

from hypothesis import given

from perfspec.compare import Shift, Side
from perfspec.compare.filings import compare
from perfspec.compare.lineage import Decision, Lineage, mirrored
from perfspec.compare.mirror import mirror
from perfspec.compare.pairs import Relation
from perfspec.values.targets import target
from tests.compare.filings import pairs
from tests.compare.named import LATER, PROJECT, ROW, with_project
from tests.laws import tried

DECIDED = Lineage(
    units=(Decision(relation=Relation.SAME, old=("224001",), new=("225001",), note="更名"),),
    projects=(
        Decision(relation=Relation.SPLIT, old=("a",), new=("b", "c")),
        Decision(relation=Relation.DIFFERENT, old=("b",), new=("a",)),
    ),
    indicators={("c", "a"): (Decision(relation=Relation.SAME, old=("i1",), new=("i2",)),)},
)


@tried(40)
@given(pairs())
def test_the_mirror_is_the_comparison_of_the_newer_filing_with_the_older(
    both: tuple[Side, Side],
) -> None:
    old, new = both
    assert mirror(compare(old, new)) == compare(new, old)


@tried(40)
@given(pairs())
def test_the_mirror_holds_with_what_a_person_decided(both: tuple[Side, Side]) -> None:
    old, new = both
    there = compare(old, new, DECIDED, guess=False, left_out=frozenset({"d"}))
    back = compare(new, old, mirrored(DECIDED), guess=False, left_out=frozenset({"d"}))
    assert mirror(there) == back


@tried(40)
@given(pairs())
def test_the_mirror_of_the_mirror_is_the_comparison(both: tuple[Side, Side]) -> None:
    there = compare(*both)
    assert mirror(mirror(there)) == there


def test_decisions_turn_round_with_their_reasons() -> None:
    turned = mirrored(DECIDED)
    assert [(one.old, one.new, one.note) for one in turned.units] == [
        (("225001",), ("224001",), "更名")
    ]
    assert [(one.relation, one.old) for one in turned.projects] == [
        (Relation.MERGED, ("b", "c")),
        (Relation.DIFFERENT, ("a",)),
    ]
    assert list(turned.indicators) == [("a", "c")]
    assert mirrored(turned) == DECIDED


def test_a_deadline_that_moved_on_with_the_year_is_the_same_either_way() -> None:
    old, new = (
        with_project(replace(PROJECT, indicators=(replace(ROW, target=target(text)),)), year)
        for text, year in (("2020年12月底前", 2020), ("2021年12月底前", LATER))
    )
    there = compare(old, new)
    for found in (there, mirror(there), compare(new, old)):
        (change,) = found.changes[0].indicators.changes
        assert change.target.shift is Shift.SAME
    assert (there.years, mirror(there).years) == (1, -1)


def test_what_was_promised_anew_is_lost_in_the_mirror() -> None:
    old = with_project(replace(PROJECT, purpose="加强管理。"))
    found = mirror(compare(old, with_project(PROJECT, LATER)))
    activities = [lost.promise.activity for text in found.changes[0].texts for lost in text.lost]
    assert activities == ["培训"]
    assert found == compare(with_project(PROJECT, LATER), old)
