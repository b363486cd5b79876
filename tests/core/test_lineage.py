"""What persons decided is read from lineage.yaml, and what is wrong with it is told."""

# ruff: noqa: E501 — a case of a table is read in one line

import pytest

from perfspec import lineage, schema, yamltree
from perfspec.compare.lineage import Lineage
from perfspec.compare.pairs import Relation
from perfspec.diagnostics import Place
from perfspec.messages import english
from perfspec.source import Source
from perfspec.yamltree import Tree
from tests.compare.things import indicator, later, project, side

OLD = side(
    project(
        "公路养护", "roads", rows=[indicator("里程", "length"), indicator("合格率", "quality")]
    ),
    project("档案", "archive"),
    project("档案修复", "repair"),
).filing
NEW = later(
    project("公路养护", "roads", rows=[indicator("里程数", "kilometres")]),
    project("公路大修", "roads-major"),
    project("档案", "archive"),
).filing


def tree(steps: str) -> Tree:
    source = Source(path="lineage.yaml", text=f"spec: 1\nfrom:\n{steps}")
    parsed, found = yamltree.parse(source)
    assert parsed, found
    assert schema.validate(parsed, "lineage") == []
    return parsed


def read(rows: str, key: str = "projects") -> tuple[Lineage, list[str]]:
    """Return the decisions, and the findings as `code where: message`."""
    steps = f"  - year: 2020\n    {key}:\n" + "".join(f"      {row}\n" for row in rows.splitlines())
    read, found = lineage.read(tree(steps), OLD, NEW)
    told = [
        f"{one.code} {'/'.join(map(str, one.at.keys[3:]))}: {english(one.message)}"
        for one in found
        if isinstance(one.at, Place)
    ]
    return read, told


def test_decisions_are_read_with_their_notes_and_places() -> None:
    read_, found = read(
        "- {old: roads, new: [roads, roads-major], relation: split, note: 分列}\n"
        "- {old: [archive, repair], new: archive, relation: merged}"
    )
    assert found == []
    first, second = read_.projects
    assert (first.relation, first.old, first.new) == (
        Relation.SPLIT,
        ("roads",),
        ("roads", "roads-major"),
    )
    assert first.note == "分列"
    assert first.at == Place("lineage.yaml", ("from", 0, "projects", 0))
    assert (second.relation, second.old, second.new) == (
        Relation.MERGED,
        ("archive", "repair"),
        ("archive",),
    )


def test_without_a_relation_things_are_the_same() -> None:
    read_, found = read("- old: '224001'\n  new: 224002", "units")
    assert found == []
    assert [(one.relation, one.old, one.new) for one in read_.units] == [
        (Relation.SAME, ("224001",), ("224002",))
    ]


def test_indicators_are_decided_under_their_project() -> None:
    read_, found = read(
        "- old: roads\n  new: roads\n  indicators:\n"
        "    - {old: length, new: kilometres}\n    - {old: quality, new: kilometres, relation: different}"
    )
    assert found == []
    same, different = read_.indicators["roads", "roads"]
    assert (same.old, same.new, same.relation) == (("length",), ("kilometres",), Relation.SAME)
    assert different.relation is Relation.DIFFERENT


def test_steps_of_other_years_are_passed_over() -> None:
    read_, found = lineage.read(
        tree("  - {year: '2019', projects: [{old: x, new: y}]}\n"), OLD, NEW
    )
    assert (read_, found) == (Lineage(), [])
    assert lineage.read(tree("  - year: 2020\n"), OLD, NEW) == (Lineage(), [])


def test_a_year_that_stands_twice_is_told() -> None:
    _, found = lineage.read(tree("  - year: 2020\n  - year: 2020\n"), OLD, NEW)
    assert [english(one.message) for one in found] == ["the year 2020 stands twice"]


def test_a_part_that_is_the_same_may_be_recorded_beside_the_split() -> None:
    _, found = read(
        "- {old: roads, new: [roads, roads-major], relation: split}\n- {old: roads, new: roads}"
    )
    assert found == []


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ("- {old: rods, new: roads}", "unknown-id 0/old: the older filing has no 'rods' here"),
        ("- {old: roads, new: rods}", "unknown-id 0/new: this filing has no 'rods' here"),
        (
            "- {old: roads, new: [roads, rods], relation: split}",
            "unknown-id 0/new/1: this filing has no 'rods' here",
        ),
        ("- {old: roads, new: [roads, archive]}", "wrong-value 0: `same` joins one id to one id"),
        (
            "- {old: roads, new: roads, relation: split}",
            "wrong-value 0: `split` has one id under `old` and several under `new`",
        ),
        (
            "- {old: roads, new: [roads, roads], relation: split}",
            "wrong-value 0: `split` has one id under `old` and several under `new`",
        ),
        (
            "- {old: roads, new: roads, relation: merged}",
            "wrong-value 0: `merged` has several ids under `old` and one under `new`",
        ),
        (
            "- {old: roads, new: roads}\n- {old: roads, new: archive}",
            "duplicate-id 1: 'roads' is decided about twice",
        ),
        (
            "- {old: roads, new: roads}\n- {old: roads, new: roads, relation: different}",
            "duplicate-id 1: 'roads' is decided about twice",
        ),
        (
            "- {old: roads, new: roads, relation: different, indicators: [{old: length, new: kilometres}]}",
            "wrong-value 0/indicators: indicators are decided only under a project that is the same",
        ),
        (
            "- {old: roads, new: roads, indicators: [{old: lenght, new: kilometres}]}",
            "unknown-id 0/indicators/0/old: the older filing has no 'lenght' here",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_and_left_out(rows: str, wrong: str) -> None:
    read_, found = read(rows)
    assert found == [wrong]
    assert len(read_.projects) <= rows.count("\n") + 1


def test_an_unknown_id_comes_with_the_one_that_was_probably_meant() -> None:
    _, found = lineage.read(
        tree("  - {year: 2020, projects: [{old: rods, new: roads}]}\n"), OLD, NEW
    )
    assert found[0].hint
    assert english(found[0].hint) == "did you mean roads?"


def test_nothing_is_said_of_projects_that_could_not_be_read() -> None:
    steps = (
        "  - {year: 2020, projects: [{old: gone, new: roads, indicators: [{old: a, new: b}]}]}\n"
    )
    read_, found = lineage.read(tree(steps), OLD, NEW, {"gone"})
    assert found == []
    assert read_.projects[0].old == ("gone",)
    assert read_.indicators == {}
