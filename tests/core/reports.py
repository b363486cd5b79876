"""Summaries for the tests of the report formats, made of findings in two texts."""

from collections.abc import Iterable

from perfspec.diagnostics import Diagnostic, Edit, Fix, Place, Related, Severity
from perfspec.findings import Finding, Suppressed, Unjudged, settle, spot
from perfspec.judging import Tally
from perfspec.messages import english, message, translator
from perfspec.report import Summary
from perfspec.report.text import Style
from perfspec.review import RULES
from perfspec.source import Region, Source
from perfspec.yamltree import Tree
from tests.helpers import tree

ENGLISH = Style(translate=english)
CHINESE = Style(translate=translator("zh"))
# A code that has a manual, whichever it is.
RULE = RULES[0].code
PATH = "specs/2020/224001/projects/网信 办.yaml"
TEXT = "spec: 1\nname: 网信\npurpose: 费用15000万元，共100%\ngoals:\n  - 一\n  - 二\n"


def project() -> Tree:
    """Return the tree of the text that most findings stand in."""
    return tree(TEXT, PATH)


def found(*diagnostics: Diagnostic, by_rule: bool = True) -> tuple[Finding, ...]:
    """Return findings in the text of `project`."""
    one = project()
    return tuple(settle(diagnostics, {PATH: one.source}, {PATH: one}, by_rule=by_rule))


def amount(severity: Severity = Severity.ERROR, code: str = RULE) -> Diagnostic:
    """Return a finding with all that a finding can have: 15000万元 in the purpose."""
    at = Place(PATH, ("purpose",))
    return Diagnostic(
        code=code,
        severity=severity,
        message=message("something is wrong"),
        at=at.part(2, 9),
        hint=message("put the text in quotes"),
        related=(Related(Place(PATH, ("name",)), message("listed here first")),),
        fix=Fix(title=message("put the text in quotes"), edits=(Edit(at.part(7, 9), "元"),)),
    )


def syntax() -> tuple[Finding, ...]:
    """Return a finding of reading over two lines, in a file of another folder."""
    diagnostic = Diagnostic(
        code="yaml-syntax",
        severity=Severity.ERROR,
        message=message("something is wrong"),
        at=Region(path="specs/a.yaml", start=3, end=9),
    )
    source = Source(path="specs/a.yaml", text="a: [x,\n  y\n")
    return tuple(settle([diagnostic], {"specs/a.yaml": source}, {}))


def unjudged(code: str = RULE) -> Unjudged:
    """Return what could not be judged: the second goal."""
    one = project()
    at = spot(Place(PATH, ("goals", 1)), {PATH: one.source}, {PATH: one})
    return Unjudged(code=code, message=message("something is wrong"), spot=at)


def summary(
    findings: Iterable[Finding] = (),
    *,
    undecided: tuple[Unjudged, ...] = (),
    suppressed: tuple[Suppressed, ...] = (),
    known: tuple[Finding, ...] = (),
    tallies: dict[str, Tally] | None = None,
) -> Summary:
    """Return a summary of one filing."""
    return Summary(
        filings=1,
        files=2,
        findings=tuple(findings),
        undecided=undecided,
        suppressed=suppressed,
        known=known,
        tallies=tallies or {},
    )
