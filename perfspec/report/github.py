"""Findings as workflow commands of GitHub Actions, which shows them beside the lines of a change.

GitHub shows ten errors, ten warnings and ten notices of a step and drops the rest without a word.
So the tenth of a kind says how many more there are, and these follow in the log as text.
"""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from perfspec.diagnostics import Severity
from perfspec.findings import Finding, Spot
from perfspec.messages import Message, message
from perfspec.report.summary import Summary
from perfspec.report.text import Style, block

LIMIT = 10
_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MORE = {
    Severity.ERROR: message("{count} more errors are in the log of this step"),
    Severity.WARNING: message("{count} more warnings are in the log of this step"),
    Severity.INFO: message("{count} more notes are in the log of this step"),
}


def render(summary: Summary, style: Style) -> str:
    """Return an annotation for each finding, the worst first; what is over the limit as text."""
    style = replace(style, colour=False)
    lines: list[str] = []
    rest: list[Finding] = []
    for severity, kind in _KINDS.items():
        found = [one for one in summary.findings if one.severity is severity]
        shown = found if len(found) <= LIMIT else found[: LIMIT - 1]
        lines += [_annotation(one, kind, style) for one in shown]
        if len(shown) < len(found):
            rest += found[len(shown) :]
            more = Message(_MORE[severity].text, (("count", len(found) - len(shown)),))
            lines.append(f"::{kind} title=perfspec::{_data(style.translate(more))}")
    return "".join(f"{line}\n" for line in (*lines, *_log(rest, style)))


def _annotation(finding: Finding, kind: str, style: Style) -> str:
    properties = {**_where(finding.spot, style), "title": finding.code}
    shown = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{kind} {shown}::{_data(chr(10).join(_words(finding, style)))}"


def _where(spot: Spot, style: Style) -> dict[str, object]:
    """Return the place; GitHub takes columns for a stretch of one line only."""
    lines = {
        "file": f"{style.prefix}{spot.path}",
        "line": spot.start.line,
        "endLine": spot.end.line,
    }
    if spot.start.line != spot.end.line:
        return lines
    return {**lines, "col": spot.start.column, "endColumn": spot.end.column}


def _words(finding: Finding, style: Style) -> Iterator[str]:
    words = style.translate
    yield words(finding.message)
    for other in finding.related:
        at = other.spot
        place = f"{style.prefix}{at.path}:{at.start.line}:{at.start.column}"
        yield f"{place}: {words(other.note)}"
    if finding.hint:
        yield words(message("hint: {hint}", hint=finding.hint))
    if finding.fix:
        yield words(message("fix: {title}", title=finding.fix.title))


def _log(rest: list[Finding], style: Style) -> Iterator[str]:
    """Yield findings as text, folded in the log, where no line is taken for a command.

    What a spec says may look like a command; it cannot foresee a word made from its own text.
    """
    if rest:
        text = "\n".join(block(one, style) for one in rest).rstrip("\n")
        word = sha256(text.encode()).hexdigest()
        yield f"::group::{_data(style.translate(message('the other findings')))}"
        yield f"::stop-commands::{word}"
        yield text
        yield f"::{word}::"
        yield "::endgroup::"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
