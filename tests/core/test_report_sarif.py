"""SARIF: valid after the standard's own schema, and with what its readers show."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from perfspec import __version__, manual
from perfspec.diagnostics import Severity
from perfspec.findings import Suppressed
from perfspec.report import FORMATS, Summary
from perfspec.report.text import Style
from perfspec.review import RULES
from tests.core.reports import CHINESE, ENGLISH, PATH, RULE, amount, found, summary, syntax
from tests.helpers import run

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "tests/schemas/sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = Draft4Validator(SCHEMA, format_checker=Draft4Validator.FORMAT_CHECKER)
URI = "specs/2020/224001/projects/%E7%BD%91%E4%BF%A1%20%E5%8A%9E.yaml"


def log(of: Summary, style: Style = ENGLISH) -> dict[str, Any]:
    """Return the log of a summary, which must be valid."""
    document: dict[str, Any] = json.loads(FORMATS["sarif"](of, style))
    assert list(VALIDATOR.iter_errors(document)) == []
    (run,) = document["runs"]
    assert isinstance(run, dict)
    return run


def test_the_schema_is_the_one_of_the_standard_and_refuses_what_is_no_log() -> None:
    assert SCHEMA["id"] == (
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    )
    assert not VALIDATOR.is_valid({"version": "2.1.0"})
    wrong = {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x", "colour": "red"}}}]}
    assert not VALIDATOR.is_valid(wrong)


def test_a_clean_run_has_the_rules_and_no_results() -> None:
    run = log(summary())
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True}]
    assert run["columnKind"] == "unicodeCodePoints"
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("perfspec", __version__)
    assert [rule["id"] for rule in driver["rules"]] == [rule.code for rule in RULES]


def test_a_rule_has_its_manual_in_the_language_of_the_run() -> None:
    said = manual.of(RULES[0])
    for style, language, why in ((ENGLISH, "en-US", "Why:"), (CHINESE, "zh-CN", "理由：")):
        driver = log(summary(), style)["tool"]["driver"]
        rule = driver["rules"][0]
        assert driver["language"] == language
        assert rule["shortDescription"]["text"] == style.translate(said.summary)
        assert rule["fullDescription"]["text"] == style.translate(said.why)
        assert f"\n{why}\n  " in rule["help"]["text"]
        assert f"\n**{why}** " in rule["help"]["markdown"]
        assert said.bad[0] in rule["help"]["markdown"]


def test_a_result_has_its_place_in_characters_and_the_other_place_with_its_note() -> None:
    (result,) = log(summary(found(amount())))["results"]
    assert result["message"]["text"] == "something is wrong\nhint: put the text in quotes"
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": URI, "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 3, "startColumn": 12, "endLine": 3, "endColumn": 19},
            }
        }
    ]
    (other,) = result["relatedLocations"]
    assert other["message"]["text"] == "listed here first"
    assert other["physicalLocation"]["region"]["startLine"] == 2
    assert result["partialFingerprints"] == {"perfspec/v1": found(amount())[0].identity.fingerprint}


def test_a_fix_is_what_is_taken_out_and_what_is_put_in() -> None:
    (result,) = log(summary(found(amount())))["results"]
    (fix,) = result["fixes"]
    assert fix["description"]["text"] == "put the text in quotes"
    assert fix["artifactChanges"] == [
        {
            "artifactLocation": {"uri": URI, "uriBaseId": "%SRCROOT%"},
            "replacements": [
                {
                    "deletedRegion": {
                        "startLine": 3,
                        "startColumn": 17,
                        "endLine": 3,
                        "endColumn": 19,
                    },
                    "insertedContent": {"text": "元"},
                }
            ],
        }
    ]


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")],
)
def test_information_is_called_a_note(severity: Severity, level: str) -> None:
    (result,) = log(summary(found(amount(severity))))["results"]
    assert result["level"] == level


def test_a_finding_of_reading_has_a_rule_with_its_code_only() -> None:
    run = log(summary(syntax()))
    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]] == {"id": "yaml-syntax"}
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 1,
        "startColumn": 4,
        "endLine": 2,
        "endColumn": 3,
    }
    assert "fixes" not in result


def test_every_result_says_whether_it_is_suppressed_and_why() -> None:
    (one,) = found(amount())
    of = summary(
        syntax(), suppressed=(Suppressed(finding=one, reason="财政局已同意"),), known=(one,)
    )
    results = log(of)["results"]
    assert [result["suppressions"] for result in results] == [
        [],
        [{"kind": "inSource", "justification": "财政局已同意"}],
    ]


def test_each_result_points_to_its_rule() -> None:
    run = log(summary([*syntax(), *found(amount(), amount(code="zz-last"))]))
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [
        "yaml-syntax",
        RULE,
        "zz-last",
    ]


@pytest.mark.parametrize(
    ("prefix", "uri"), [("", URI), ("demo 1/", f"demo%201/{URI}"), ("/abs/where/", URI)]
)
def test_a_path_is_from_here_and_never_absolute(prefix: str, uri: str) -> None:
    run = log(summary(found(amount())), replace(ENGLISH, prefix=prefix, colour=True))
    location = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": uri, "uriBaseId": "%SRCROOT%"}
    assert PATH not in json.dumps(run, ensure_ascii=False)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_report_on_the_filing_of_2020_is_valid_and_shows_the_proof(language: str) -> None:
    ended = run("check", "--format", "sarif", "--lang", language, cwd=ROOT)
    document = json.loads(ended.out)
    assert list(VALIDATOR.iter_errors(document)) == []
    results = document["runs"][0]["results"]
    (proof,) = [one for one in results if one["ruleId"] == "purpose-sum"]
    assert "55000 + 15000 + 32500 + 10000 = 112500" in proof["message"]["text"]
    text = (ROOT / "specs/2020/224001/projects/network-office.yaml").read_text(encoding="utf-8")
    region = proof["locations"][0]["physicalLocation"]["region"]
    line = text.splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "15000万元"
    (change,) = proof["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    deleted = replacement["deletedRegion"]
    assert line[deleted["startColumn"] - 1 : deleted["endColumn"] - 1] == "万元"
    assert replacement["insertedContent"]["text"] == "元"
