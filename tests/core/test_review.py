"""A rule of review is a code, a level and a check; its findings come out where they stand."""

from collections.abc import Iterator

from perfspec import pipeline
from perfspec.diagnostics import Diagnostic, Severity
from perfspec.judging import review
from perfspec.messages import english, message
from perfspec.model import Filing, Project
from perfspec.review import RULES
from perfspec.rule import Context, Rule
from tests.helpers import PROJECT, Workspace


def _purpose(project: Project, context: Context) -> Iterator[Diagnostic]:
    at = project.purpose.find("15000万元")
    if at >= 0:
        text = message("{unit} in a form in {money}", unit="万元", money=context.form.money_unit)
        yield PURPOSE.finding(
            (project.at / "purpose").part(at, at + 7), text, hint=message("write 15000元")
        )


def _filing(filing: Filing, _context: Context) -> Iterator[Diagnostic]:
    yield FILING.finding(filing.at / "year", message("it is {year}", year=filing.year))


PURPOSE = Rule(module="money_unit", level=Severity.WARNING, check_project=_purpose)
FILING = Rule(module="some_year", level=Severity.INFO, check_filing=_filing)


def test_rules_see_the_model_and_their_findings_come_out_located(workspace: Workspace) -> None:
    workspace.edit(PROJECT, "goals:", "purpose: >-\n  用于培训，\n  费用15000万元。\ngoals:")
    loaded = workspace.load()
    assert loaded.filing
    assert loaded.form
    found = loaded.findings(review(loaded.filing, loaded.form, rules=(PURPOSE, FILING)).found)
    assert [
        (f.code, f.severity.value, f.spot.path, f.spot.start.line, f.spot.start.column)
        for f in found
    ] == [
        ("some-year", "info", "specs/2026/101001/filing.yaml", 3, 7),
        ("money-unit", "warning", PROJECT, 10, 5),
    ]
    assert english(found[1].message) == "万元 in a form in 元"
    spot = found[1].spot
    assert spot.line[spot.start.column - 1 : spot.end.column - 1] == "15000万元"


def test_a_rule_that_finds_nothing_says_nothing(workspace: Workspace) -> None:
    loaded = workspace.load()
    assert loaded.filing
    assert loaded.form
    assert review(loaded.filing, loaded.form, rules=(PURPOSE,)).found == ()


def test_what_cannot_be_read_is_not_reviewed(workspace: Workspace) -> None:
    workspace.edit(PROJECT, "total: 112500.00", "total: x")
    loaded = workspace.load()
    assert loaded.filing is None
    assert [finding.code for finding in pipeline.check(loaded).findings] == ["wrong-value"]


def test_the_rules_are_listed_once_each() -> None:
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)
