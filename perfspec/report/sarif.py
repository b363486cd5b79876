"""Findings as SARIF 2.1.0, which code hosts and editors read.

What a comment silences is there as a suppressed result; what the baseline knows is left out, and
so is what could not be judged: SARIF has a kind for it, which its readers show as a finding.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

from perfspec import __version__, manual
from perfspec.diagnostics import Severity
from perfspec.findings import Finding, Remedy, Replacement, Spot
from perfspec.messages import Translate, message
from perfspec.report import pages
from perfspec.report.summary import Summary
from perfspec.report.text import Style
from perfspec.review import RULES
from perfspec.rule import Rule

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
# The name that code hosts give to the folder of the repository.
_BASE = "%SRCROOT%"


def render(summary: Summary, style: Style) -> str:
    """Return one run of the tool as a SARIF log."""
    held = [
        (one.finding, [{"kind": "inSource", "justification": one.reason}])
        for one in summary.suppressed
    ]
    shown = [*((one, []) for one in summary.findings), *held]
    codes = sorted({rule.code for rule in RULES} | {one.code for one, _ in shown})
    style = replace(style, colour=False)
    words = style.translate
    run = {
        "tool": {
            "driver": {
                "name": "perfspec",
                "version": __version__,
                "language": words(message("en-US")),
                "rules": _rules(codes, words),
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            _BASE: {"description": {"text": words(message("the folder in which perfspec ran"))}}
        },
        "invocations": [{"executionSuccessful": True}],
        "results": [
            _result(one, suppressions, codes.index(one.code), style) for one, suppressions in shown
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rules(codes: Iterable[str], words: Translate) -> list[dict[str, Any]]:
    """Return the descriptions; a finding of reading explains itself and has a code only."""
    known = {rule.code: rule for rule in RULES}
    return [_rule(known[code], words) if code in known else {"id": code} for code in codes]


def _rule(rule: Rule, words: Translate) -> dict[str, Any]:
    said = manual.of(rule)
    tags = {"properties": {"tags": ["year-over-year"]}} if rule.over_years else {}
    return {
        "id": rule.code,
        "shortDescription": {"text": words(said.summary)},
        "fullDescription": {"text": words(said.why)},
        "help": {"text": pages.text(rule, words), "markdown": pages.markdown(rule, words)},
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
        **tags,
    }


def _result(
    finding: Finding, suppressions: list[dict[str, str]], index: int, style: Style
) -> dict[str, Any]:
    words = style.translate
    said = words(finding.message)
    if finding.hint:
        said += f"\n{words(message('hint: {hint}', hint=finding.hint))}"
    result = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": said},
        "locations": [{"physicalLocation": _physical(finding.spot, style)}],
        "relatedLocations": [
            {
                "id": number,
                "physicalLocation": _physical(other.spot, style),
                "message": {"text": words(other.note)},
            }
            for number, other in enumerate(finding.related, start=1)
        ],
        "partialFingerprints": {"perfspec/v1": finding.identity.fingerprint},
        # An empty list says that it was looked for; without it, suppression is unknown.
        "suppressions": suppressions,
    }
    return {**result, "fixes": [_fix(finding.fix, style)]} if finding.fix else result


def _fix(fix: Remedy, style: Style) -> dict[str, Any]:
    by_file: dict[str, list[Replacement]] = {}
    for one in fix.replacements:
        by_file.setdefault(one.spot.path, []).append(one)
    changes = [
        {
            "artifactLocation": _artifact(path, style),
            "replacements": [
                {"deletedRegion": _region(one.spot), "insertedContent": {"text": one.text}}
                for one in replacements
            ],
        }
        for path, replacements in by_file.items()
    ]
    return {
        "description": {"text": style.translate(fix.title)},
        "artifactChanges": changes,
    }


def _physical(spot: Spot, style: Style) -> dict[str, Any]:
    return {"artifactLocation": _artifact(spot.path, style), "region": _region(spot)}


def _artifact(path: str, style: Style) -> dict[str, str]:
    """Return where the file is from here, or from the workspace if it is not below."""
    below = "" if Path(style.prefix).is_absolute() else style.prefix
    return {"uri": quote(f"{below}{path}"), "uriBaseId": _BASE}


def _region(spot: Spot) -> dict[str, int]:
    return {
        "startLine": spot.start.line,
        "startColumn": spot.start.column,
        "endLine": spot.end.line,
        "endColumn": spot.end.column,
    }
