"""Findings for a terminal: path, line and column, the words, the line itself and a caret.

Columns in the first line count characters, as editors do; the caret below the excerpt counts
the columns of a terminal, where a Chinese character takes two.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import bidirectional

from wcwidth import wcwidth

from perfspec.diagnostics import Severity
from perfspec.findings import Finding, Spot
from perfspec.messages import Message, Translate, message
from perfspec.report import columns
from perfspec.report.summary import Summary
from perfspec.report.visible import seen

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_WIDTH = 76
_ELLIPSIS = "…"
_TURNING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})

LEVELS = {
    Severity.ERROR: message("error"),
    Severity.WARNING: message("warning"),
    Severity.INFO: message("info"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How to word and show findings: language, colour, and what goes before a path."""

    translate: Translate
    colour: bool = False
    prefix: str = ""


def render(summary: Summary, style: Style) -> str:
    """Return all findings, a block each; the first of a rule says where it is explained."""
    blocks: list[str] = []
    explained: set[str] = set()
    for finding in summary.findings:
        first = finding.by_rule and finding.code not in explained
        explained.add(finding.code)
        blocks.append(f"{block(finding, style, first=first)}\n")
    return "".join(blocks)


def block(finding: Finding, style: Style, *, first: bool = False) -> str:
    """Return one finding with its excerpt, notes, hint and fix."""
    words = style.translate
    level = f"{words(LEVELS[finding.severity])}[{finding.code}]"
    level = paint(level, f"1;{_COLOURS[finding.severity]}", style)
    lines = [f"{where(finding.spot, style)}: {level}: {seen(words(finding.message))}"]
    lines += _excerpt(finding.spot, _COLOURS[finding.severity], style)
    for other in finding.related:
        lines.append(f"  {where(other.spot, style)}: {seen(words(other.note))}")
        lines += _excerpt(other.spot, _COLOURS[Severity.INFO], style)
    if finding.hint:
        lines.append(f"   = {seen(words(message('hint: {hint}', hint=finding.hint)))}")
    if finding.fix:
        lines.append(f"   = {seen(words(message('fix: {title}', title=finding.fix.title)))}")
    if first:
        lines.append(f"   = {words(message('see: perfspec explain {code}', code=finding.code))}")
    return "\n".join(lines) + "\n"


def total(summary: Summary) -> Message:
    """Return the line that sums a run up."""
    line = _found(summary)
    for part in _held_back(summary):
        line = message("{sum}; {part}", sum=line, part=part)
    return line


def _found(summary: Summary) -> Message:
    if not summary.findings:
        return message(
            "filings: {filings}, files: {files}; nothing found",
            filings=summary.filings,
            files=summary.files,
        )
    return message(
        "filings: {filings}, files: {files};"
        " errors: {errors}, warnings: {warnings}, notes: {infos}",
        filings=summary.filings,
        files=summary.files,
        errors=summary.count(Severity.ERROR),
        warnings=summary.count(Severity.WARNING),
        infos=summary.count(Severity.INFO),
    )


def _held_back(summary: Summary) -> Iterator[Message]:
    """Yield what a reader of the findings alone would not know of."""
    if summary.undecided:
        yield message("not enough data: {count}", count=len(summary.undecided))
    if summary.suppressed:
        yield message("suppressed: {count}", count=len(summary.suppressed))
    if summary.known:
        yield message("in the baseline: {count}", count=len(summary.known))
    if summary.gone:
        yield message("no longer found, but in the baseline: {count}", count=summary.gone)


def path(from_root: str, style: Style) -> str:
    """Return a path as it is from here; one in a revision (`HEAD~1:specs/…`) is no file here."""
    return seen(from_root if ":" in from_root else f"{style.prefix}{from_root}")


def where(spot: Spot, style: Style) -> str:
    """Return path, line and column."""
    where = f"{path(spot.path, style)}:{spot.start.line}:{spot.start.column}"
    return paint(where, "1", style)


def _excerpt(spot: Spot, colour: str, style: Style) -> list[str]:
    """Return the line, cut to a window around the spot, and the caret below it."""
    if not spot.line.strip():
        return []
    start = spot.start.column - 1
    end = spot.end.column - 1 if spot.end.line == spot.start.line else len(spot.line)
    first, last = _window(spot.line, start, max(end, start + 1))
    shown = "".join(_visible(character) for character in spot.line[first:last])
    before = _ELLIPSIS if first else ""
    after = _ELLIPSIS if last < len(spot.line) else ""
    pad = columns.width(before + spot.line[first:start])
    carets = max(columns.width(spot.line[start : min(max(end, start), last)]), 1)
    number = f"{spot.start.line:>5}"
    return [
        f"{number} | {before}{shown}{after}",
        f"{' ' * len(number)} | {' ' * pad}{paint('^' * carets, colour, style)}",
    ]


def _window(line: str, start: int, end: int) -> tuple[int, int]:
    """Return which characters of a long line to show: the marked ones and what is around."""
    if columns.width(line) <= _WIDTH:
        return 0, len(line)
    first = start
    while first > 0 and columns.width(line[first - 1 : start]) <= _WIDTH // 3:
        first -= 1
    last = first
    while last < len(line) and columns.width(line[first : last + 1]) <= _WIDTH:
        last += 1
    return first, max(last, min(end, start + 1))


def _visible(character: str) -> str:
    """Return what keeps its columns: no cursor is moved, and no text turned to run leftwards."""
    if wcwidth(character) < 0:
        return " "
    return "" if bidirectional(character) in _TURNING else character


def paint(text: str, colour: str, style: Style) -> str:
    """Return `text` in a colour of the terminal, or as it is where there are none."""
    return f"\x1b[{colour}m{text}\x1b[0m" if style.colour else text
