"""How rules over two years run: by diff and not by check, with settings, comments and places."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from perfspec import judging, pipeline, review, suppression
from perfspec.compare import Comparison, ProjectChange
from perfspec.diagnostics import Diagnostic, Place, Severity
from perfspec.findings import settle
from perfspec.judging import judge
from perfspec.messages import english, message
from perfspec.report import pages
from perfspec.review import (
    RULES,
    commitment_dropped,
    target_weaker,
    text_copied,
    weaker_for_more,
)
from perfspec.rule import Context, Rule, Undecided
from perfspec.settings import Settings, choose
from perfspec.source import Source
from perfspec.yamltree import parse
from tests.helpers import PROJECT, Workspace
from tests.review.examples import compared, examine

RULES_OF_CHECK = {rule.code for rule in RULES if not rule.over_years}
WEAKER: dict[str, Any] = {
    "before": {"indicators": [{"target": "≥12万页"}]},
    "indicators": [{"target": "≥10万页"}],
}


def _filing(comparison: Comparison, context: Context) -> Iterator[Diagnostic | Undecided]:
    assert context.comparison is comparison
    assert context.filing is comparison.new.filing
    yield BOTH.undecided(comparison.new.filing.at, message("not all texts may be there"))


def _project(change: ProjectChange, context: Context) -> Iterator[Diagnostic | Undecided]:
    if change.pair.new.id == "p1":
        text = message("{year}", year=context.options["number"])
        yield BOTH.finding(change.pair.new.at / "name", text)


@pytest.fixture
def reviewed(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """Return a workspace in which the rules of review run."""
    monkeypatch.setattr(review, "RULES", RULES)
    return workspace


BOTH = Rule(
    module="some_rule", level=Severity.INFO, check_comparison=_filing, check_change=_project
)
BOTH = replace(BOTH, options=(replace(text_copied.RULE.options[0], name="number", default=7),))


def test_a_rule_looks_at_the_filings_and_then_at_each_project() -> None:
    two = [{"name": "档案修复"}, {"name": "消防改造"}]
    comparison, _ = compared({"projects": two, "before": {"projects": two}})
    said = judge(comparison, rules=(BOTH,))
    assert [english(one.message) for one in said.found] == ["7"]
    assert [one.code for one in said.undecided] == ["some-rule"]
    assert said.tallies["some-rule"] == judging.Tally(found=1, clean=1, undecided=1)
    settings = Settings(options={"some-rule": {"number": 9}}, levels={"some-rule": Severity.ERROR})
    (found,) = judge(comparison, settings, (BOTH,)).found
    assert (english(found.message), found.severity) == ("9", Severity.ERROR)


def test_a_rule_that_is_off_does_not_run() -> None:
    comparison, _ = compared(json.loads(json.dumps(WEAKER)))
    for settings, count in (
        (Settings(), 1),
        (Settings(levels={"weaker-for-more": None}), 0),
        (choose(Settings(), frozenset({"weaker-for-more"}), frozenset()), 1),
        (choose(Settings(), frozenset({"text-copied"}), frozenset()), 0),
        (choose(Settings(), frozenset(), frozenset({"weaker-for-more"})), 0),
    ):
        assert len(judge(comparison, settings, (weaker_for_more.RULE,)).found) == count


def test_nothing_is_judged_of_a_comparison_that_looks_back() -> None:
    back = {**WEAKER, "before": {**WEAKER["before"], "filing": {"year": "2027"}}}
    comparison, _ = compared(json.loads(json.dumps(back)))
    assert comparison.years == -1
    said = judge(comparison)
    assert (said.found, said.undecided, said.tallies) == ((), (), {})


def test_two_states_of_one_year_are_judged_but_not_for_copies() -> None:
    before = {**WEAKER["before"], "filing": {"year": "2026"}}
    comparison, _ = compared(json.loads(json.dumps({**WEAKER, "before": before})))
    codes = {one.code for one in judge(comparison).found}
    assert "weaker-for-more" in codes
    assert not codes & {"text-copied", "target-copied", "year-left", "figure-left", "below-actual"}


def test_rules_over_two_years_and_of_one_filing_do_not_meet() -> None:
    assert {rule.over_years for rule in RULES} == {True, False}
    for rule in RULES:
        one = bool(rule.check_filing or rule.check_project)
        assert one is not rule.over_years
        assert rule.command == ("diff" if rule.over_years else "check")
    with pytest.raises(ValueError, match="filing"):
        _ = Context(
            filing=compared({})[0].new.filing, form=compared({})[0].new.form, options={}
        ).compared


def test_a_page_says_that_a_rule_judges_two_years() -> None:
    assert "looks at: each project, year over year; run by: perfspec diff\n" in pages.text(
        target_weaker.RULE, english
    )
    both = "two filings as a whole, and each project, year over year"
    page = pages.text(commitment_dropped.RULE, english)
    assert f"level: warning; looks at: {both}; run by: perfspec diff\n" in page
    assert "To keep one finding, in the newer spec, on its line or the one above:\n" in page


def test_a_finding_stands_in_the_newer_file_and_shows_the_older_one() -> None:
    comparison, trees = compared(json.loads(json.dumps(WEAKER)))
    (found,) = judge(comparison, rules=(weaker_for_more.RULE,)).found
    assert isinstance(found.at, Place)
    assert found.at.path == "projects/p1.yaml"
    assert {one.at.path for one in found.related} == {"before/projects/p1.yaml", "projects/p1.yaml"}
    assert {one.at.path for one in found.related} <= trees.keys()


@pytest.mark.parametrize("verb", ["ignore", "todo"])
def test_a_comment_in_the_newer_file_silences_a_finding(verb: str) -> None:
    comparison, trees = compared(json.loads(json.dumps(WEAKER)))
    text = trees["projects/p1.yaml"].source.text
    comment = f" # perfspec: {verb} weaker-for-more — 馆藏已少\n"
    (line,) = (one for one in text.splitlines(keepends=True) if "≥10万页" in one)
    changed = text.replace(line, line.rstrip("\n") + comment)
    commented, _ = parse(Source(path="projects/p1.yaml", text=changed))
    assert commented
    trees["projects/p1.yaml"] = commented
    sources = {path: tree.source for path, tree in trees.items()}
    said = judge(comparison, rules=(weaker_for_more.RULE,))
    settled = settle(said.found, sources, trees, by_rule=True)
    outcome = suppression.apply(settled, trees, ["weaker-for-more"], frozenset())
    assert outcome.told == ()
    assert [one.reason for one in outcome.suppressed] == ["馆藏已少"]


def test_check_runs_none_of_them_and_calls_none_of_their_comments_stale(
    reviewed: Workspace,
) -> None:
    comment = "# perfspec: ignore text-copied, weaker-for-more — 与上年相同"
    reviewed.edit(PROJECT, "goals:", f"{comment}\ngoals:")
    checked = pipeline.check(reviewed.load())
    assert {one.code for one in checked.findings} <= RULES_OF_CHECK
    assert checked.tallies.keys() == RULES_OF_CHECK


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_check_refuses_to_be_asked_for_one(reviewed: Workspace, option: str) -> None:
    ended = reviewed.run("check", option, "text-copied")
    assert ended.code == 2
    assert "text-copied is run by perfspec diff" in ended.err
    ended = reviewed.run("diff", option, "cost-floor", "2026", "2026")
    assert ended.code == 2
    assert "cost-floor is run by perfspec check" in ended.err


def test_a_rule_over_two_years_may_be_set_in_perfspec_toml(reviewed: Workspace) -> None:
    reviewed.write("perfspec.toml", '[rules.text-copied]\nlevel = "off"\ncharacters = 10\n')
    assert "text-copied" not in reviewed.check().out
    reviewed.write("perfspec.toml", "[rules.text-copied]\ncharacters = 0\n")
    assert "characters is 0, less than 1" in reviewed.run("check", "--lang", "en").out


def test_examples_of_two_years_stand_on_both_sides() -> None:
    comparison, _ = compared({"before": {"name": "旧名"}, "name": "新名"})
    assert comparison.years == 1
    assert comparison.new.filing.follows == "2025"
    (change,) = comparison.changes
    assert (change.pair.old.name, change.pair.new.name) == ("旧名", "新名")
    assert examine(weaker_for_more.RULE).found == ()
