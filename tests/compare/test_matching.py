"""Which projects of two years belong together by ids, codes and names, and why."""

from dataclasses import replace

import pytest

from perfspec.compare import matching
from perfspec.form import ProjectCode
from tests.compare.forms import PLAIN
from tests.compare.things import (
    indicator,
    later,
    project,
    reasons,
    side,
    told,
    with_form,
)

# What is declared


@pytest.mark.parametrize(
    ("year", "follows", "department", "declared"),
    [
        (2021, "2020", "224", True),
        (2021, "", "224", False),
        (2021, "2019", "224", False),
        (2020, "", "224", True),  # two states of one filing
        (2020, "", "225", False),
        (2021, "2020", "225", False),
    ],
)
def test_ids_are_declared_where_one_filing_follows_the_other(
    year: int, follows: str, department: str, declared: bool
) -> None:
    old, new = side().filing, side(year=year, follows=follows, department=department).filing
    assert matching.declares(old, new) is declared
    assert matching.declares(new, old) is declared


def test_a_declared_id_is_enough_and_says_that_the_names_differ() -> None:
    found = matching.projects(
        side(project("公路维修一期", "a")), later(project("公路维修二期", "a"), follows="2020")
    )
    assert told(found) == ["id a=a"]
    assert found.pairs[0].likeness == 0
    assert reasons(found) == [
        "the ids are the same: a",
        "the names are of different things: 公路维修一期, 公路维修二期",
    ]


def test_an_id_that_is_not_declared_is_one_piece_of_evidence() -> None:
    old, new = project("公路维修一期", "a"), project("档案数字化", "a")
    assert told(matching.projects(side(old), later(new))) == ["-a", "+a"]
    both = matching.projects(
        side(project("公路养护经费", "a")), later(project("公路日常养护经费", "a"))
    )
    assert told(both) == ["same? a=a"]
    assert "the ids are the same: a" in reasons(both)


# Codes


@pytest.mark.parametrize(
    ("old", "new", "one"),
    [
        ("13063620HBMFX90HG2OQ7", "13063621HBMFX90HG2OQ7", True),
        ("13063620HBMFX90HG2OQ7", "13063620HBMFX90HG2OQ7", True),  # carried over
        ("13063620HBMFX90HG2OQ7", "13063621HBMFX90HG2OQ8", False),
        ("13063620HBMFX90HG2OQ7", "130636XXHBMFX90HG2OQ7", False),
        ("000000000000000000000", "000000000000000000000", False),  # a row of zeros
        ("1", "1", False),  # the number of a row
        ("", "", False),
    ],
)
def test_codes_are_compared_without_their_year(old: str, new: str, one: bool) -> None:
    before, after = project("应急演练", "a", code=old), project("消防应急", "b", code=new)
    found = matching.projects(side(before), later(after))
    assert told(found) == (["code a=b"] if one else ["-a", "+b"])
    if one and old != new:
        assert reasons(found)[0] == f"the codes are the same but for the year: {old}, {new}"


def test_a_code_without_a_year_in_the_form_is_compared_whole() -> None:
    plain = replace(
        PLAIN, project_code=ProjectCode(length=None, division_digits=None, year_at=None)
    )
    old, new = (
        project("应急演练", "a", code="13063620HBMFX90"),
        project("消防应急", "b", code="13063621HBMFX90"),
    )
    assert told(matching.projects(side(old), later(new))) == ["code a=b"]
    assert told(matching.projects(with_form(side(old), plain), later(new))) == ["-a", "+b"]
    same = matching.projects(with_form(side(old), plain), later(replace(new, code=old.code)))
    assert told(same) == ["code a=b"]
    assert reasons(same)[0] == "the codes are the same: 13063620HBMFX90"


def test_a_code_under_wholly_different_names_is_only_proposed() -> None:
    code = "13063620HBMFX90HG2OQ7"
    found = matching.projects(
        side(project("公路维修一期", "a", code=code)), later(project("档案数字化", "b", code=code))
    )
    assert told(found) == ["same? a=b"]
    assert f"the codes are the same: {code}" in reasons(found)


def test_codes_that_changed_places_do_not_part_what_has_its_name() -> None:
    codes = "13063620HBMFX90HG2OQ7", "13063620HBMFX90HG2OQ8"
    old = side(
        project("农业技术培训", "a", code=codes[0]), project("农业技术推广", "b", code=codes[1])
    )
    new = later(
        project("农业技术培训", "c", code=codes[1]), project("农业技术推广", "d", code=codes[0])
    )
    assert told(matching.projects(old, new)) == ["name a=c", "name b=d"]


def test_a_code_that_stands_twice_tells_nothing() -> None:
    code = "13063620HBMFX90HG2OQ7"
    old = side(project("应急演练", "a", code=code), project("消防应急", "b", code=code))
    found = matching.projects(old, later(project("粮食储备", "c", code=code)))
    assert not found.pairs
    assert len(found.proposals) == 1


# Names


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2020年档案数字化经费", "2021年档案数字化经费"),
        ("2020年村务公开工作经费4.5万", "2021年村务公开工作经费5万元"),
        (
            "困难群众救助补助资金7423万冀财社〔2019〕152号",
            "困难群众救助补助资金8000万冀财社〔2020〕9号",
        ),
        ("“三馆一站”免费开放", "三馆一站免费开放"),
        ("2020年40%精简救济", "40%精简救济"),
    ],
)
def test_names_agree_without_year_amount_document_number_and_signs(old: str, new: str) -> None:
    found = matching.projects(side(project(old, "a")), later(project(new, "b")))
    assert told(found) == ["name a=b"]
    assert reasons(found) == [
        "the names are the same but for year, amount, document number and signs"
    ]


def test_codes_that_differ_do_not_part_equal_names() -> None:
    old, new = (
        project("档案数字化", "a", code="13063620AB12"),
        project("档案数字化", "b", code="13063621CD34"),
    )
    found = matching.projects(side(old), later(new))
    assert told(found) == ["name a=b"]
    assert reasons(found)[1] == "the codes are 13063620AB12 and 13063621CD34"


def test_a_name_that_stands_twice_is_settled_by_what_stands_beside_it() -> None:
    old = side(
        project("办公费", "a", purpose="购置桌椅", budget="1"),
        project("办公费", "b", purpose="订阅报刊", budget="2"),
    )
    new = later(
        project("办公费", "c", purpose="订阅报刊"), project("办公费", "d", purpose="购置桌椅")
    )
    assert told(matching.projects(old, new)) == ["likeness b=c", "likeness a=d"]


def test_a_name_that_stands_twice_with_nothing_to_tell_is_only_proposed() -> None:
    old = side(project("办公费", "a", budget="10"), project("办公费", "b", budget="20"))
    new = later(project("办公费", "c", budget="30"), project("办公费", "d", budget="40"))
    found = matching.projects(old, new)
    assert sorted(line.partition(" ")[0] for line in told(found)) == ["same?", "same?"]
    assert any(line.startswith("the next best is 办公费 with 100") for line in reasons(found))


def test_what_is_equal_in_every_respect_is_joined_though_it_stands_twice() -> None:
    old = side(project("办公费", "a", budget="10"), project("办公费", "b", budget="10"))
    found = matching.projects(old, later(project("办公费", "c", budget="10")))
    assert told(found) == ["name a=c", "-b"]
    assert reasons(found) == ["they are the same in every respect"]


def test_the_order_of_rows_does_not_part_what_is_equal_in_every_respect() -> None:
    rows = indicator("培训次数", "i1", "9次"), indicator("培训人数", "i2", "90人")
    twice = [project("办公费", f"{letter}{n}", rows=rows) for letter in "ab" for n in (1, 2)]
    turned = [replace(one, indicators=one.indicators[::-1]) for one in twice[2:]]
    found = matching.projects(side(*twice[:2]), later(*turned))
    assert told(found) == ["name a1=b1", "name a2=b2"]
