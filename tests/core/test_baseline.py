"""Findings that are known are known by what they say, not by their line."""

import re
from pathlib import Path

import pytest

from perfspec import baseline
from perfspec.baseline import Baseline
from perfspec.diagnostics import Diagnostic, Place, Severity, error
from perfspec.errors import PerfspecError
from perfspec.findings import Finding, Identity, settle
from perfspec.messages import english, message
from tests.helpers import tree

PATH = "specs/2026/101001/projects/x.yaml"
TEXT = "goals: [错]\nindicators:\n  - {id: pages, target: 错}\n  - {name: 页数, target: 错}\n"


def found(text: str, *places: tuple[str | int, ...], by_rule: bool = True) -> list[Finding]:
    """Return a finding for the first character of each value in a file."""
    one = tree(text, PATH)
    diagnostics = [
        Diagnostic(
            code="typo",
            severity=Severity.WARNING,
            message=message("something is wrong"),
            at=Place(PATH, keys).part(0, 1),
        )
        for keys in places
    ]
    return settle(diagnostics, {PATH: one.source}, {PATH: one}, by_rule=by_rule)


def test_a_place_is_named_by_ids_and_names_and_no_index() -> None:
    places = [("goals", 0), ("indicators", 0, "target"), ("indicators", 1, "target")]
    assert [one.identity.at for one in found(TEXT, *places)] == [
        "goals/",
        "indicators/pages/target",
        "indicators/页数/target",
    ]
    # What is not there is named by the keys that lead to it.
    (missing,) = found(TEXT, ("indicators", 7, "target"))
    assert (missing.identity.at, missing.identity.words) == ("indicators//target", "indicators")


def test_a_finding_is_known_when_lines_move_and_rows_are_put_in() -> None:
    known = Baseline(one.identity for one in found(TEXT, ("goals", 0), ("indicators", 0, "target")))
    moved = "# more\ngoals: [一, 错]\nindicators:\n  - {id: x}\n  - {id: pages, target: 错误}\n"
    new, met = known.split(found(moved, ("goals", 1), ("indicators", 1, "target")))
    assert (new, len(met)) == ([], 2)
    assert known.gone(lambda _one: True) == 0


def test_of_two_alike_one_is_new_when_one_was_known() -> None:
    text = "goals: [错, 错]\n"
    known = Baseline(one.identity for one in found(text, ("goals", 0)))
    new, met = known.split(found(text, ("goals", 0), ("goals", 1)))
    assert ([one.spot.start.column for one in met], [one.spot.start.column for one in new]) == (
        [9],
        [12],
    )


def test_other_words_another_place_or_another_file_are_new() -> None:
    known = Baseline(one.identity for one in found("a: 错\nb: 错\n", ("a",)))
    assert len(known.split(found("a: 误\n", ("a",)))[0]) == 1
    assert len(known.split(found("b: 错\n", ("b",)))[0]) == 1
    assert known.gone(lambda one: one.path == PATH) == 1
    assert known.gone(lambda one: one.path != PATH) == 0
    assert len(known.unjudged(lambda _one: False)) == 1


def test_a_finding_of_reading_is_never_known() -> None:
    refused = found("a: 错\n", ("a",), by_rule=False)
    known = Baseline(one.identity for one in refused)
    assert known.split(refused) == (refused, [])


def test_long_words_are_told_apart_by_their_end() -> None:
    def words(text: str) -> str:
        one = tree(f"a: {text}\n", PATH)
        diagnostic = error("x", Place(PATH, ("a",)), message("something is wrong"))
        return settle([diagnostic], {PATH: one.source}, {PATH: one})[0].identity.words

    long = "绩" * 60
    assert words(long) == long
    assert re.fullmatch(f"{long}… [0-9a-f]{{12}}", words(f"{long}一"))
    assert words(f"{long}一") != words(f"{long}二")
    assert words("一\n  二") == "一 二"


IDENTITIES = [
    Identity(path=path, code=code, at="a/b", words="≥“9000”元\\")
    for path in ("z", "a")
    for code in ("typo", "cost-floor", "typo")
]


def test_the_file_is_sorted_with_an_entry_on_each_line_and_reads_back(tmp_path: Path) -> None:
    text = baseline.text(IDENTITIES)
    lines = text.splitlines()
    assert lines[3] == (
        '    {"path": "a", "code": "cost-floor", "at": "a/b", "words": "≥“9000”元\\\\"},'
    )
    assert len(lines) == 3 + 6 + 2
    assert lines[3:9] == [*sorted(lines[3:8]), lines[8]]
    assert baseline.text(reversed(IDENTITIES)) == text
    (tmp_path / "known.json").write_text(text, encoding="utf-8")
    for read in (
        baseline.read(tmp_path / "known.json"),
        baseline.read(Path("known.json"), tmp_path),
    ):
        assert sorted(read.left.elements(), key=str) == sorted(IDENTITIES, key=str)
        assert read.size == 6


def test_an_empty_one_reads_back(tmp_path: Path) -> None:
    (tmp_path / "x").write_text(baseline.text([]), encoding="utf-8")
    assert baseline.text([]) == '{\n  "spec": 1,\n  "known": [\n  ]\n}\n'
    assert baseline.read(tmp_path / "x").size == 0


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"{\n\n x", "line 3 is no JSON"),
        (b"", "line 1 is no JSON"),
        (b"[" * 100_000, "the file is no JSON"),
        (b"9" * 5_000, "the file is no JSON"),
        (b"[]", 'it is not {"spec": 1, "known": […]}'),
        (b'{"spec": 2, "known": []}', 'it is not {"spec": 1, "known": […]}'),
        (b'{"spec": 1}', 'it is not {"spec": 1, "known": […]}'),
        (b'{"spec": 1, "known": {}}', 'it is not {"spec": 1, "known": […]}'),
        (b'{"spec": 1, "known": [1]}', "entry 1 has not the texts path, code, at, words"),
        (
            b'{"spec": 1, "known": [{"path": 1, "code": "", "at": "", "words": ""}]}',
            "entry 1 has not the texts path, code, at, words",
        ),
        (b"\xff", "the file is not UTF-8: byte 0xFF on line 1"),
        (None, "the file is not there"),
    ],
)
def test_a_file_that_is_no_baseline_is_an_error_with_its_reason(
    tmp_path: Path, data: bytes | None, why: str
) -> None:
    path = tmp_path / "known.json"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(PerfspecError) as failed:
        baseline.read(path)
    assert english(failed.value.message) == f"{path} is no baseline: {why}"
    assert failed.value.hint
    makes = f"`perfspec check --write-baseline {path}` makes one"
    assert english(failed.value.hint) == (makes if data is None else "name another file")


def test_a_baseline_of_a_workspace_stands_in_it(tmp_path: Path) -> None:
    (tmp_path / "known.json").write_text(baseline.text([]), encoding="utf-8")
    (tmp_path / "inner").mkdir()
    with pytest.raises(PerfspecError, match="symbolic link out of the workspace"):
        baseline.read(Path("../known.json"), tmp_path / "inner")
