"""Decisions are written into lineage.yaml, and what stands there stays as it is."""

# ruff: noqa: E501 — a case of a table is read in one line

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfspec import recording, schema, yamltree
from perfspec.compare.lineage import Decision, Lineage
from perfspec.compare.pairs import Relation
from perfspec.errors import PerfspecError
from perfspec.source import Source


def decision(old: str, new: str, relation: Relation = Relation.SAME, note: str = "") -> Decision:
    return Decision(relation=relation, old=tuple(old.split()), new=tuple(new.split()), note=note)


def add(text: str, more: Lineage, year: int = 2020) -> str:
    written = recording.add(Source(path="lineage.yaml", text=text), year, more)
    tree, found = yamltree.parse(Source(path="lineage.yaml", text=written))
    assert tree, found
    assert schema.validate(tree, "lineage") == []
    return written


ONE = Lineage(projects=(decision("a", "b"),))


def test_a_file_that_is_not_there_is_made() -> None:
    more = Lineage(
        units=(decision("224001", "224009", note="it's"),),
        projects=(decision("a", "b c", Relation.SPLIT), decision("d", "on")),
        indicators={("d", "on"): (decision("x", "y"),), ("e", "f"): (decision("x", "z"),)},
    )
    assert (
        add("", more)
        == """\
spec: 1
from:
  - year: '2020'
    units:
      - old: '224001'
        new: '224009'
        relation: same
        note: 'it''s'
    projects:
      - old: a
        new: [b, c]
        relation: split
      - old: d
        new: 'on'
        relation: same
        indicators:
          - old: x
            new: 'y'
            relation: same
      - old: e
        new: f
        relation: same
        indicators:
          - old: x
            new: z
            relation: same
"""
    )


BEFORE = """\
# 沿革
spec: 1
from:
- year: 2020   # 上年
  projects:
  # 一直如此
  - {old: x, new: y}   # 会议纪要
  - old: p
    new: q
    indicators:
    - old: i
      new: j
# 完
"""


def test_what_stands_there_stays_as_it_is() -> None:
    more = Lineage(
        projects=(decision("a", "b"),),
        units=(decision("u1", "u2"),),
        indicators={("p", "q"): (decision("k", "l"),)},
    )
    added = """\
    - old: k
      new: l
      relation: same
  - old: a
    new: b
    relation: same
  units:
    - old: u1
      new: u2
      relation: same
"""
    head, _, tail = BEFORE.partition("# 完")
    assert add(BEFORE, more) == f"{head}{added}# 完{tail}"


def test_another_year_gets_an_entry_of_its_own() -> None:
    written = add(BEFORE, ONE, 2019)
    assert written.startswith(BEFORE.removesuffix("# 完\n"))
    assert "- year: '2019'\n  projects:\n    - old: a\n" in written
    assert written.endswith("# 完\n")


@pytest.mark.parametrize(
    "text",
    [
        "spec: 1\nfrom:\n  - year: 2020\n",
        "spec: 1\nfrom:\n  - year: 2020",  # no line break at the end
        "spec: 1\nfrom:\n  - year: 2020\n    projects:\n    - old: x\n      new: y\n      note: |\n        两行\n        说明\n",
    ],
)
def test_lists_that_are_short_or_end_in_a_block_are_added_to(text: str) -> None:
    written = add(text, ONE)
    assert written.startswith(text)
    assert written.endswith("- old: a\n" + written.rpartition("- old: a\n")[2])


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("spec: 1\nfrom: [{year: 2020}]\n", ONE),
        ("spec: 1\nfrom: []\n", ONE),
        ("spec: 1\nfrom:\n  - {year: 2020}\n", ONE),
        (BEFORE, Lineage(indicators={("x", "y"): (decision("k", "l"),)})),
    ],
)
def test_lists_in_brackets_are_left_alone(text: str, more: Lineage) -> None:
    with pytest.raises(PerfspecError, match="nothing can be added"):
        add(text, more)


def test_what_is_no_yaml_is_left_alone() -> None:
    with pytest.raises(PerfspecError, match="cannot be read"):
        add("spec: [", ONE)


ids = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,3})?", fullmatch=True)
decisions = st.builds(
    Decision,
    relation=st.sampled_from(list(Relation)),
    old=st.lists(ids, min_size=1, max_size=2).map(tuple),
    new=st.lists(ids, min_size=1, max_size=2).map(tuple),
    note=st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), max_size=8),
)
lineages = st.builds(
    Lineage,
    units=st.lists(decisions, max_size=2).map(tuple),
    projects=st.lists(decisions, max_size=2).map(tuple),
    indicators=st.dictionaries(
        st.tuples(ids, ids), st.lists(decisions, min_size=1, max_size=2).map(tuple), max_size=2
    ),
)


@given(st.lists(st.tuples(st.sampled_from([2019, 2020]), lineages), min_size=1, max_size=3))
def test_whatever_is_added_is_read_again(steps: list[tuple[int, Lineage]]) -> None:
    # `add` proves what it writes: every decision is there, and all that was there before.
    text = ""
    for year, more in steps:
        if more != Lineage():
            text = add(text, more, year)
            for one in (*more.units, *more.projects):
                assert one.note.replace("'", "''") in text
