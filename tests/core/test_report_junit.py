"""JUnit XML: valid after the schema of Jenkins, with a case for each thing that is said."""

from pathlib import Path

import pytest
from lxml import etree

from perfspec.diagnostics import Diagnostic, Place, Severity
from perfspec.findings import Suppressed
from perfspec.judging import Tally
from perfspec.messages import message
from perfspec.report import FORMATS, Summary
from perfspec.report.text import Style
from tests.core.reports import (
    CHINESE,
    ENGLISH,
    PATH,
    RULE,
    amount,
    found,
    summary,
    syntax,
    unjudged,
)
from tests.helpers import run

ROOT = Path(__file__).parents[2]
XSD = etree.XMLSchema(etree.parse(ROOT / "tests/schemas/junit-10.xsd"))
CLEAN = Tally(found=0, clean=2, undecided=0)


def document(of: Summary, style: Style = ENGLISH) -> etree._Element:
    """Return the root of the report, which must be valid."""
    text = FORMATS["junit"](of, style)
    root = etree.fromstring(text.encode())
    XSD.assertValid(root)
    return root


def cases(root: etree._Element) -> list[tuple[str, str, str]]:
    """Return suite, name and outcome of each case."""
    return [
        (str(suite.get("name")), str(case.get("name")), case[0].tag if len(case) else "passed")
        for suite in root
        for case in suite
    ]


def test_the_schema_refuses_a_case_without_a_name() -> None:
    wrong = etree.fromstring("<testsuites><testsuite><testcase/></testsuite></testsuites>")
    assert not XSD.validate(wrong)


def test_a_clean_run_has_a_passed_case_for_each_rule() -> None:
    root = document(summary(tallies={"b-rule": CLEAN, "a-rule": CLEAN}))
    assert cases(root) == [
        ("perfspec", "reading", "passed"),
        ("perfspec", "a-rule", "passed"),
        ("perfspec", "b-rule", "passed"),
    ]
    assert dict(root.attrib) == {"name": "perfspec", "tests": "3", "failures": "0", "errors": "0"}


def test_a_finding_is_a_failure_and_one_of_reading_an_error() -> None:
    root = document(summary([*found(amount(Severity.WARNING)), *syntax()]))
    assert cases(root) == [
        (PATH, f"{RULE} 3:12", "failure"),
        ("specs/a.yaml", "yaml-syntax 1:4", "error"),
    ]
    failure = root.find(".//failure")
    assert failure is not None
    assert failure.attrib == {"type": RULE, "message": "warning: something is wrong"}
    assert str(failure.text).startswith(f"{PATH}:3:12: warning[{RULE}]: something is wrong\n")
    counts = [(suite.get("tests"), suite.get("failures"), suite.get("errors")) for suite in root]
    assert counts == [("0", "0", "0"), ("1", "1", "0"), ("1", "0", "1")]


def test_what_could_not_be_judged_and_what_is_suppressed_is_skipped_with_the_reason() -> None:
    (one,) = found(amount())
    of = summary(
        undecided=(unjudged("b-rule"),),
        suppressed=(Suppressed(finding=one, reason="财政局已同意"),),
        tallies={
            RULE: CLEAN,
            "b-rule": Tally(found=0, clean=0, undecided=1),
            "c-rule": Tally(found=1, clean=0, undecided=0),
        },
    )
    root = document(of, CHINESE)
    assert cases(root) == [
        ("perfspec", "reading", "passed"),
        (PATH, f"{RULE} 3:12", "skipped"),
        (PATH, "b-rule 6:5", "skipped"),
    ]
    said = [element.get("message") for element in root.iter("skipped")]
    assert said[0] == "已忽略：财政局已同意"
    assert [suite.get("skipped") for suite in root] == ["0", "2"]


@pytest.mark.parametrize(
    ("character", "written"),
    [
        ("\x08", "\\u0008"),
        ("\x1b", "\\u001b"),
        ("\uffff", "\\uffff"),
        ("𠀀<&", "𠀀<&"),
        ("\t", "\t"),
    ],
)
def test_a_character_that_xml_cannot_carry_is_written_as_its_number(
    character: str, written: str
) -> None:
    diagnostic = Diagnostic(
        code="some-code",
        severity=Severity.ERROR,
        message=message("{x}", x=f"a{character}b"),
        at=Place(PATH, ("name",)),
    )
    root = document(summary(found(diagnostic)), Style(translate=ENGLISH.translate, colour=True))
    failure = root.find(".//failure")
    assert failure is not None
    assert failure.get("message") == f"error: a{written}b"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_report_on_the_filing_of_2020_is_valid(language: str) -> None:
    ended = run("check", "--format", "junit", "--lang", language, cwd=ROOT)
    root = etree.fromstring(ended.out.encode())
    XSD.assertValid(root)
    failures = [str(case.get("name")).split()[0] for case in root.iter("testcase") if len(case)]
    assert {"purpose-sum", "cost-floor"} <= set(failures)
    assert root.get("failures") == str(len(failures))
