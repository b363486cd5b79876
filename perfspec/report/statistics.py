"""What each rule had to say in a run: `check --statistics`."""

from collections import Counter
from collections.abc import Iterator

from perfspec.messages import message
from perfspec.report import columns
from perfspec.report.summary import Summary
from perfspec.report.text import Style

_HEADS = (
    message("rule"),
    message("found"),
    message("clean"),
    message("not enough data"),
    message("findings"),
    message("suppressed"),
    message("in the baseline"),
)


def table(summary: Summary, style: Style) -> str:
    """Return a row for each rule that ran, then the places where there was not enough data.

    Found, clean and not enough data count how often the rule looked, at a filing or a project;
    the columns behind them count findings.
    """
    lines = columns.table([*_rows(summary, style)], frozenset(range(1, len(_HEADS))))
    return "".join(f"{line}\n" for line in (*lines, *_undecided(summary, style)))


def _rows(summary: Summary, style: Style) -> Iterator[list[str]]:
    yield [style.translate(head) for head in _HEADS]
    told = Counter(one.code for one in summary.findings)
    silenced = Counter(one.finding.code for one in summary.suppressed)
    known = Counter(one.code for one in summary.known)
    sums = [0] * (len(_HEADS) - 1)
    for code in sorted({*summary.tallies, *told, *silenced, *known}):
        findings = [told[code], silenced[code], known[code]]
        tally = summary.tallies.get(code)
        looked = [tally.found, tally.clean, tally.undecided] if tally else [0, 0, 0]
        sums = [a + b for a, b in zip(sums, (*looked, *findings), strict=True)]
        # What is found while reading has no rule that looks and finds nothing.
        yield [code, *(map(str, looked) if tally else [""] * 3), *map(str, findings)]
    yield [style.translate(message("in all")), *map(str, sums)]


def _undecided(summary: Summary, style: Style) -> Iterator[str]:
    if summary.undecided:
        yield ""
        yield style.translate(message("not enough data:"))
    for one in summary.undecided:
        at = f"{style.prefix}{one.spot.path}:{one.spot.start.line}:{one.spot.start.column}"
        yield f"  {at}: {one.code}: {style.translate(one.message)}"
