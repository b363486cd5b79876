"""Findings for programs: one JSON document after the schema `findings`."""

import json
from dataclasses import asdict

from perfspec.findings import Finding, Remedy, Spot
from perfspec.report.summary import Summary
from perfspec.report.text import Style


def render(summary: Summary, style: Style) -> str:
    """Return the findings as JSON; paths are from the workspace's root."""
    document = {
        "spec": 1,
        "status": "findings" if summary.findings else "clean",
        "filings": summary.filings,
        "files": summary.files,
        "findings": [_finding(finding, style) for finding in summary.findings],
        "undecided": [
            {"code": one.code, "message": style.translate(one.message), **_spot(one.spot)}
            for one in summary.undecided
        ],
        "suppressed": [
            {"reason": one.reason, "finding": _finding(one.finding, style)}
            for one in summary.suppressed
        ],
        "baseline": {"known": len(summary.known), "gone": summary.gone},
        "rules": [
            {"code": code, **asdict(summary.tallies[code])} for code in sorted(summary.tallies)
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding, style: Style) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": style.translate(finding.message),
        "hint": style.translate(finding.hint) if finding.hint else None,
        **_spot(finding.spot),
        "related": [
            {"message": style.translate(other.note), **_spot(other.spot)}
            for other in finding.related
        ],
        "fix": _fix(finding.fix, style) if finding.fix else None,
        "fingerprint": finding.identity.fingerprint,
    }


def _fix(fix: Remedy, style: Style) -> dict[str, object]:
    return {
        "title": style.translate(fix.title),
        "edits": [{**_spot(one.spot), "text": one.text} for one in fix.replacements],
    }


def _spot(spot: Spot) -> dict[str, object]:
    return {
        "path": spot.path,
        "start": {"line": spot.start.line, "column": spot.start.column},
        "end": {"line": spot.end.line, "column": spot.end.column},
    }
