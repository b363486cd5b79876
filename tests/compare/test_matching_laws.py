"""What is true of every matching: order does not count, and the sides can be exchanged."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from perfspec.compare import Side, matching
from perfspec.compare.pairs import Matching
from perfspec.model import Indicator, Project, Unit
from tests.compare.filings import pairs, sides
from tests.laws import tried


def name(thing: Unit | Project | Indicator) -> str:
    return thing.code if isinstance(thing, Unit) else thing.id


def names(things: Iterable[Any]) -> tuple[str, ...]:
    return tuple(sorted(map(name, things)))


def said(found: Matching[Any]) -> Any:  # noqa: ANN401 — something to be compared
    """Return what a matching says, whatever the order."""
    return (
        {(name(one.old), name(one.new), one.how, one.likeness) for one in found.pairs},
        {(one.relation, names(one.old), names(one.new), one.likeness) for one in found.proposals},
        names(found.dropped),
        names(found.added),
    )


def turned(found: Any) -> Any:  # noqa: ANN401 — what `said` returns
    """Return what the mirror of a matching says."""
    other = {"split": "merged", "merged": "split"}
    joined, proposed, dropped, added = found
    return (
        {(new, old, how, likeness) for old, new, how, likeness in joined},
        {(other.get(how, how), new, old, likeness) for how, old, new, likeness in proposed},
        added,
        dropped,
    )


def all_of(old: Side, new: Side) -> list[Any]:
    """Return what is matched of units, projects, and the rows of the first projects."""
    found: list[Any] = [matching.units(old.filing, new.filing), matching.projects(old, new)]
    if old.filing.projects and new.filing.projects:
        rows = old.filing.projects[0].indicators, new.filing.projects[0].indicators
        found += [matching.indicators(*rows, declared=declared) for declared in (True, False)]
    return found


def shuffled(side: Side, random: Any) -> Side:  # noqa: ANN401 — hypothesis's random
    """Return a filing with its projects, and their rows, in another order."""
    rows = []
    for project in side.filing.projects:
        indicators = list(project.indicators)
        random.shuffle(indicators)
        rows.append(replace(project, indicators=tuple(indicators)))
    random.shuffle(rows)
    units = list(side.filing.units)
    random.shuffle(units)
    return replace(side, filing=replace(side.filing, projects=tuple(rows), units=tuple(units)))


@tried(40)
@given(pairs(), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_count(both: tuple[Side, Side], random: Any) -> None:  # noqa: ANN401
    old, new = both
    other = shuffled(new, random)
    before = said(matching.projects(old, new))
    assert said(matching.projects(old, other)) == before
    assert said(matching.projects(shuffled(old, random), other)) == before


@tried(40)
@given(pairs())
def test_sides_exchanged_are_matched_as_the_mirror(both: tuple[Side, Side]) -> None:
    old, new = both
    forth, back = all_of(old, new), all_of(new, old)
    assert [said(one) for one in back] == [turned(said(one)) for one in forth]
    assert matching.declares(old.filing, new.filing) == matching.declares(new.filing, old.filing)


@tried(40)
@given(pairs())
def test_nothing_is_matched_twice_and_nothing_is_lost(both: tuple[Side, Side]) -> None:
    old, new = both
    found = matching.projects(old, new)
    for side, which in ((old, "old"), (new, "new")):
        once = Counter(name(getattr(one, which)) for one in found.pairs)
        same = [one for one in found.proposals if one.relation == "same"]
        once.update(name(thing) for one in same for thing in getattr(one, which))
        assert not once or max(once.values()) == 1
        told = set(once) | set(names(found.dropped if which == "old" else found.added))
        told |= {name(thing) for one in found.proposals for thing in getattr(one, which)}
        assert told == set(names(side.filing.projects))
    loose = set(names(found.dropped)) | set(names(found.added))
    assert len(found.dropped) + len(found.added) >= len(loose)


@tried(40)
@given(sides())
def test_a_filing_matched_with_itself_pairs_everything(side: Side) -> None:
    later = replace(side, filing=replace(side.filing, year=side.filing.year + 1, follows=""))
    assert not matching.declares(side.filing, later.filing)
    for found in all_of(side, later):
        assert (found.proposals, found.dropped, found.added) == ((), (), ())
        assert all(name(one.old) == name(one.new) or same(one.old, one.new) for one in found.pairs)


def same(one: Any, other: Any) -> bool:  # noqa: ANN401 — of any kind
    """Tell whether two things differ in their ids at most."""
    return bool(replace(one, id="") == replace(other, id=""))


@tried(40)
@given(pairs())
def test_without_guessing_only_what_was_declared_is_joined(both: tuple[Side, Side]) -> None:
    old, new = both
    found = matching.projects(old, new, guess=False)
    assert {one.how for one in found.pairs} <= {"id"}
    assert not found.proposals
    if not matching.declares(old.filing, new.filing):
        assert not found.pairs
