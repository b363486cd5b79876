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
        "findings": [finding(one, style) for one in summary.findings],
        "undecided": [
            {"code": one.code, "message": style.translate(one.message), **spot(one.spot)}
            for one in summary.undecided
        ],
        "suppressed": [
            {"reason": one.reason, "finding": finding(one.finding, style)}
            for one in summary.suppressed
        ],
        "baseline": {"known": len(summary.known), "gone": summary.gone},
        "rules": [
            {"code": code, **asdict(summary.tallies[code])} for code in sorted(summary.tallies)
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def finding(one: Finding, style: Style) -> dict[str, object]:
    """Return a finding as the schemas `findings` and `comparison` have it."""
    return {
        "code": one.code,
        "severity": one.severity.value,
        "message": style.translate(one.message),
        "hint": style.translate(one.hint) if one.hint else None,
        **spot(one.spot),
        "related": [
            {"message": style.translate(other.note), **spot(other.spot)} for other in one.related
        ],
        "fix": _fix(one.fix, style) if one.fix else None,
        "fingerprint": one.identity.fingerprint,
    }


def _fix(fix: Remedy, style: Style) -> dict[str, object]:
    return {
        "title": style.translate(fix.title),
        "edits": [{**spot(one.spot), "text": one.text} for one in fix.replacements],
    }


def spot(one: Spot) -> dict[str, object]:
    """Return where something stands: path, start and end."""
    return {
        "path": one.path,
        "start": {"line": one.start.line, "column": one.start.column},
        "end": {"line": one.end.line, "column": one.end.column},
    }
