"""The tables of what the rules find are right, fresh, and name no error that nobody expected."""

import pytest
import score
from score import Line, Met

from perfspec import pipeline, review
from perfspec.workspace import FilingFolder

FOLDERS = [folder for folders in score.SETS.values() for folder in folders()]
SCORES = {name: [score.score(one) for one in folders()] for name, folders in score.SETS.items()}


@pytest.mark.parametrize("name", SCORES)
def test_the_table_in_the_docs_is_fresh(name: str) -> None:
    inside, _ = score.section(name)
    assert inside == f"{score.table(SCORES[name])}\n", "run scripts/score.py --write"


@pytest.mark.parametrize("name", SCORES)
def test_no_error_is_found_that_nobody_expected(name: str) -> None:
    assert score.wrong_errors(SCORES[name]) == []
    assert sum(len(one.found) for one in SCORES[name]) > 50


@pytest.mark.parametrize("name", SCORES)
def test_the_annotations_are_many_and_of_each_kind(name: str) -> None:
    kinds = [line.kind for one in SCORES[name] for line in one.lines]
    assert kinds.count("expected") > 70
    assert kinds.count("silent") > 100
    assert "optional" in kinds


def test_no_table_is_both_known_and_held_out() -> None:
    known = {table for folder in score.annotated() for table in _tables(folder)}
    held_out = {table for folder in score.held_out() for table in _tables(folder)}
    assert len(known) >= 10
    assert len(held_out) > 20
    assert known & held_out == set()


def _tables(folder: FilingFolder) -> list[tuple[str, ...]]:
    """Return the names of the indicators of each project that has any."""
    filing = pipeline.load(folder).filing
    assert filing
    named = [tuple(one.name for one in project.indicators) for project in filing.projects]
    return [names for names in named if names]


def test_every_held_out_filing_names_its_source() -> None:
    for folder in score.held_out():
        text = (folder.root / folder.path / "filing.yaml").read_text(encoding="utf-8")
        assert "# 来源：" in text.partition("spec: 1")[0], folder.path


@pytest.mark.parametrize("name", SCORES)
def test_every_annotation_but_of_what_may_be_names_a_rule_that_there_is(name: str) -> None:
    codes = {rule.code for rule in review.RULES}
    lines = [line for one in SCORES[name] for line in one.lines if line.kind != "optional"]
    assert {line.rule for line in lines} - codes == set()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.department)
def test_every_expected_finding_has_a_place(folder: FilingFolder) -> None:
    loaded = pipeline.load(folder)
    files = {path.removeprefix(f"{folder.path}/"): tree.data for path, tree in loaded.trees.items()}
    for line in score.parse(score.annotation(folder)):
        if line.kind == "silent":
            continue
        trees = files.values() if line.path == "*" else [files[line.path]]
        assert any(_holds(tree, line.keys, line.words) for tree in trees), line


def _holds(data: object, keys: tuple[str, ...], words: str) -> bool:
    """Tell whether `words` stand in `data` where `keys` lead."""
    if not keys:
        return words == "*" or words in str(data)
    inner = dict(enumerate(data)) if isinstance(data, list) else data
    below = inner.items() if isinstance(inner, dict) else []
    if keys[0] == "**":
        return _holds(data, keys[1:], words) or any(_holds(one, keys, words) for _, one in below)
    return any(_holds(one, keys[1:], words) for key, one in below if keys[0] in {"*", str(key)})


LINE = "typo | warning | filing.yaml | measures/4 | 5各 | why"


@pytest.mark.parametrize(
    ("text", "kind", "level", "keys", "words"),
    [
        (LINE, "expected", "warning", ("measures", "4"), "5各"),
        (f"optional | {LINE}", "optional", "warning", ("measures", "4"), "5各"),
        ("silent | typo | filing.yaml | ** | why", "silent", "*", ("**",), "*"),
        ("typo | * | filing.yaml | measures** | * |", "expected", "*", ("measures", "**"), "*"),
        ("typo | * | filing.yaml | a/*/b | * |", "expected", "*", ("a", "*", "b"), "*"),
    ],
)
def test_a_line_is_read(
    text: str, kind: str, level: str, keys: tuple[str, ...], words: str
) -> None:
    (line,) = score.parse(f"# a comment\n\n{text}\n")
    assert (line.kind, line.level, line.keys, line.words) == (kind, level, keys, words)


def test_a_line_with_too_few_parts_is_refused() -> None:
    with pytest.raises(ValueError, match="typo"):
        list(score.parse("typo | warning | filing.yaml | measures/4 | 5各"))


def judged(text: str, *found: Met) -> score.Score:
    lines = tuple(score.parse(text))
    result = score.Score(name="", projects=1, lines=lines, ran=frozenset({"typo"}))
    score.judge(list(found), result)
    return result


def met(
    level: str = "warning", keys: tuple[str, ...] = ("measures", "4"), words: str = "5各"
) -> Met:
    return Met(rule="typo", level=level, path="filing.yaml", keys=keys, words=words, message="")


def test_a_finding_that_meets_a_line_is_found() -> None:
    result = judged(LINE, met(words="5各部门"))
    assert ([line.rule for line in result.found], result.missed, result.wrong) == (["typo"], [], [])


@pytest.mark.parametrize(
    "other",
    [met(level="error"), met(keys=("measures", "3")), met(keys=("measures",)), met(words="部门")],
)
def test_a_finding_of_another_level_place_or_words_is_wrong_and_the_line_is_missed(
    other: Met,
) -> None:
    result = judged(LINE, other)
    assert (result.found, len(result.missed), result.wrong) == ([], 1, [other])


def test_what_may_be_is_neither_found_nor_wrong() -> None:
    result = judged(f"optional | {LINE}", met())
    assert (result.found, result.missed, result.wrong, result.allowed) == ([], [], [], [met()])


def test_a_finding_in_a_trap_is_wrong_even_where_it_may_be_elsewhere() -> None:
    text = (
        "optional | typo | * | filing.yaml | ** | * |\nsilent | typo | filing.yaml | measures** |"
    )
    result = judged(text, met(), met(keys=("overall_goal",)))
    assert (result.wrong, result.allowed) == ([met()], [met(keys=("overall_goal",))])


def test_two_findings_meet_two_lines_that_fit_both() -> None:
    wide = LINE.replace("measures/4", "measures**")
    result = judged(f"{wide}\n{wide}", met(), met(keys=("measures", "5")))
    assert (len(result.found), result.missed) == (2, [])


def test_the_table_counts_what_was_found_missed_and_wrong() -> None:
    result = judged(LINE, met(words="部门"))
    result.undecided["typo"] = 2
    head, *_, row, sums = score.table([result]).splitlines()
    assert head == "1 filings, 1 projects; 1 expected findings, 0 that may be, 0 traps."
    assert row == "| `typo` | 0 | 1 | 1 | 0 | 2 |"
    assert sums == "| **all** | 0 | 1 | 1 | 0 | 2 |"


def test_details_name_the_place_and_the_words() -> None:
    missed, wrong = score.detail([judged(LINE, met(words="部门"))])
    assert missed.startswith("missed typo warning")
    assert "measures/4 「5各」" in missed
    assert "measures/4 「部门」" in wrong
    assert isinstance(next(score.parse(LINE)), Line)
