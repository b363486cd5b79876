"""The report for programs, and its schema."""

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft7Validator

from perfspec import schema
from perfspec.changes import Changes
from perfspec.changes import json as report
from perfspec.changes.view import rows
from tests.changes import examples

SCHEMA = Draft7Validator(json.loads(schema.text("comparison")))


def document(changes: Changes) -> dict[str, Any]:
    """Return what is reported of `changes`."""
    found: dict[str, Any] = json.loads(report.give(changes, examples.CHINESE))
    return found


def hostile() -> Changes:
    """Return changes with characters that JSON has to escape."""
    return examples.with_name(examples.rich(), '甲\x00\u2028"\\\u202e</script>')


def left_out() -> Changes:
    """Return changes of which nothing could be compared."""
    return replace(examples.rich(), courses=())


OUTPUTS: dict[str, Callable[[], Changes]] = {
    "rich": examples.rich,
    "three": examples.three,
    "same": examples.same,
    "hostile": hostile,
    "left out": left_out,
}


@pytest.mark.parametrize("name", OUTPUTS)
def test_every_output_follows_the_published_schema(name: str) -> None:
    assert [error.message for error in SCHEMA.iter_errors(document(OUTPUTS[name]()))] == []


def test_the_schema_refuses_what_is_not_reported() -> None:
    wrong = document(examples.rich())
    wrong["departments"][0]["steps"][0]["changes"][0]["shift"] = "better"
    wrong["departments"][0]["steps"][0]["changes"][0]["percent"] = 10
    assert len([*SCHEMA.iter_errors(wrong)]) == 2


@pytest.mark.parametrize("name", ["rich", "same"])
def test_the_document_is_as_it_was_looked_through(
    golden: Callable[[str, str], None], name: str
) -> None:
    golden(f"{name}.json", report.give(getattr(examples, name)(), examples.CHINESE))


def test_the_status_says_whether_anything_changed() -> None:
    assert document(examples.rich())["status"] == "changed"
    assert document(examples.same())["status"] == "same"


def test_every_row_is_in_the_document_once() -> None:
    found = document(examples.three())["departments"][0]["steps"]
    assert sum(len(step["changes"]) for step in found) == len(rows(examples.three()))


def test_a_change_has_both_places_and_exact_numbers_as_texts() -> None:
    (step,) = document(examples.rich())["departments"][0]["steps"]
    change = next(one for one in step["changes"] if one["indicator"] == "trained")
    assert change["old"]["text"] == "≥500人次"
    assert change["old"]["at"]["path"] == "specs/2020/101001/projects/training.yaml"
    assert change["new"]["at"]["start"] == {"line": 13, "column": 77}
    assert (change["before"], change["difference"], change["percent"]) == ("500", "-100", "-20.0")
    assert (change["shift"], change["weaker"]) == ("relaxed", True)


def test_a_matching_says_how_and_why() -> None:
    (step,) = document(examples.rich())["departments"][0]["steps"]
    projects = step["matching"]["projects"]
    assert projects["pairs"][0] == {
        "old": "meals",
        "new": "meals-2021",
        "how": "code",
        "likeness": 100,
        "reasons": ["除年度外编码相同"],
    }
    assert [one["relation"] for one in projects["proposals"]] == ["same", "split"]
    assert projects["confirmed"][0]["new"] == ["arts"]
    assert (projects["dropped"], projects["added"]) == (["old-campaign"], ["smart-campus"])
    tables = step["matching"]["indicators"]
    assert [(one["new_project"], one["medium_term"]) for one in tables[:3]] == [
        ("meals-2021", False),
        ("training", False),
        ("training", True),
    ]


def test_the_pieces_of_a_text_make_both_texts() -> None:
    (step,) = document(examples.rich())["departments"][0]["steps"]
    change = next(one for one in step["changes"] if one["key"] == "purpose")
    old = "".join(one["text"] for one in change["pieces"] if one["edit"] != "inserted")
    new = "".join(one["text"] for one in change["pieces"] if one["edit"] != "deleted")
    assert (old, new) == (change["old"]["text"], change["new"]["text"])


def test_an_amount_with_many_digits_keeps_them_all() -> None:
    rich = examples.rich()
    course, step = rich.courses[0], rich.courses[0].steps[0]
    long = Decimal("123456789012345678901234567890.12")
    total = replace(step.comparison.total, after=long)
    step = replace(step, comparison=replace(step.comparison, total=total))
    changed = replace(rich, courses=(replace(course, steps=(step,)), *rich.courses[1:]))
    summary = document(changed)["departments"][0]["steps"][0]["summary"]
    assert summary["budget"]["after"] == "123456789012345678901234567890.12"
    assert summary["budget"]["difference"] == "123456789012345678901233077890.12"
