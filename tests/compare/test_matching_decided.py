"""Which units belong together, and what persons decided about units and projects."""

import pytest

from perfspec.compare import matching
from perfspec.compare.lineage import Lineage
from perfspec.compare.pairs import Relation
from perfspec.model import Unit
from tests.compare.things import (
    CENTRE,
    NOWHERE,
    OFFICE,
    decided,
    later,
    project,
    reasons,
    side,
    told,
)

# Units


def test_a_name_counts_inside_its_unit_first() -> None:
    old = side(project("办公费", "a"), project("办公费", "b", unit=CENTRE))
    new = later(project("办公费", "c", unit=CENTRE), project("办公费", "d"))
    assert told(matching.projects(old, new)) == ["name b=c", "name a=d"]


def test_a_project_that_went_to_another_unit_is_proposed() -> None:
    found = matching.projects(
        side(project("档案数字化", "a")), later(project("档案数字化", "b", unit=CENTRE))
    )
    assert told(found) == ["same? a=b"]
    assert reasons(found)[-1] == "the unit was 示例县网信办 and is 示例县档案馆"


def test_a_code_joins_projects_of_two_units() -> None:
    old, new = (
        project("档案数字化", "a", code="13063620AB12"),
        project("档案数字化", "b", code="13063621AB12", unit=CENTRE),
    )
    assert told(matching.projects(side(old), later(new))) == ["code a=b"]


def unit(code: str, name: str) -> Unit:
    return Unit(code=code, name=name, suffix="", at=NOWHERE)


@pytest.mark.parametrize(
    ("old", "new", "result"),
    [
        ([OFFICE], [OFFICE], ["code 224001=224001"]),
        ([OFFICE], [unit("224009", "示例县网信办")], ["name 224001=224009"]),
        ([unit("1", "示例县农业局")], [unit("2", "示例县农业农村局")], ["same? 1=2"]),
        ([unit("1", "东山县农业局")], [unit("2", "西河县农业局")], ["-1", "+2"]),
        (
            [unit("1", "示例县文化局"), unit("2", "示例县旅游局")],
            [unit("3", "示例县文化和旅游局")],
            ["merged? 1+2=3"],
        ),
        (
            [unit("3", "示例县文化和旅游局")],
            [unit("1", "示例县文化局"), unit("2", "示例县旅游局")],
            ["split? 3=1+2"],
        ),
        (
            [unit("224001", "示例县网信办")],
            [unit("224001", "示例县粮食储备中心")],
            ["code 224001=224001"],
        ),
    ],
)
def test_units_are_joined_by_code_name_and_likeness(
    old: list[Unit], new: list[Unit], result: list[str]
) -> None:
    found = matching.units(side(units=tuple(old)).filing, later(units=tuple(new)).filing)
    assert told(found) == result


def test_the_codes_of_units_are_their_ids_where_ids_are_declared() -> None:
    old, new = (
        side(units=(unit("1", "网信办"),)).filing,
        later(units=(unit("1", "粮食局"),), follows="2020").filing,
    )
    assert told(matching.units(old, new)) == ["id 1=1"]
    assert told(matching.units(old, new, guess=False)) == ["id 1=1"]


def test_projects_of_the_only_units_are_compared_whatever_the_units_are_called() -> None:
    old, new = unit("1", "网信办"), unit("2", "宣传中心")
    found = matching.projects(
        side(project("档案数字化", "a", unit=old), units=(old,)),
        later(project("档案数字化", "b", unit=new), units=(new,)),
    )
    assert told(found) == ["name a=b"]


# What persons decided


def test_a_persons_word_goes_before_everything() -> None:
    old = side(project("办公费", "a"), project("档案数字化", "b"))
    new = later(project("办公费", "a"), project("档案数字化", "b"), follows="2020")
    lineage = Lineage(projects=(decided(Relation.SAME, "a", "b", "改名"),))
    found = matching.projects(old, new, lineage)
    assert told(found) == ["lineage a=b", "-b", "+a"]
    assert reasons(found) == ["recorded in lineage.yaml: 改名"]


def test_what_a_person_calls_different_is_kept_apart_for_good() -> None:
    old, new = (
        side(project("办公费", "a", code="13063620AB12")),
        later(project("办公费", "a", code="13063621AB12"), follows="2020"),
    )
    lineage = Lineage(projects=(decided(Relation.DIFFERENT, "a", "a"),))
    assert told(matching.projects(old, new, lineage)) == ["-a", "+a"]


def test_splits_and_mergers_that_a_person_recorded_are_confirmed() -> None:
    old = side(project("办公费", "a"), project("档案数字化", "b"), project("档案修复", "c"))
    new = later(project("办公费", "a"), project("日常开支", "x"), project("档案", "y"))
    lineage = Lineage(
        projects=(decided(Relation.SPLIT, "a", "a x"), decided(Relation.MERGED, "b c", "y"))
    )
    assert told(matching.projects(old, new, lineage)) == ["split! a=a+x", "merged! b+c=y"]
    kept = Lineage(projects=(*lineage.projects, decided(Relation.SAME, "a", "a")))
    assert told(matching.projects(old, new, kept))[0] == "lineage a=a"


def test_decisions_about_ids_that_are_not_there_are_passed_over() -> None:
    lineage = Lineage(
        projects=(decided(Relation.SAME, "zz", "b"), decided(Relation.SPLIT, "zz", "yy"))
    )
    found = matching.projects(side(project("办公费", "a")), later(project("办公费", "b")), lineage)
    assert told(found) == ["name a=b"]


def test_without_guessing_nothing_but_decisions_and_declared_ids_count() -> None:
    old = side(project("办公费", "a"), project("档案数字化", "b"))
    new = later(project("办公费", "x"), project("档案", "b"), follows="2020")
    assert told(matching.projects(old, new, guess=False)) == ["id b=b", "-a", "+x"]
