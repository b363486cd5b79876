"""One line for each project that changed: `diff --stat`."""

from collections import Counter
from collections.abc import Iterable, Iterator

from perfspec.changes import Changes, inline, wording
from perfspec.changes.figures import signed_percent
from perfspec.changes.row import Group, Kind, Row, Section
from perfspec.changes.summary import figures
from perfspec.changes.view import sections
from perfspec.changes.words import ADDED, CHANGED, DROPPED, PROBABLE, SHIFTS, TIMINGS
from perfspec.compare import Timing
from perfspec.messages import message
from perfspec.report.columns import padded, table, width
from perfspec.report.text import Style, where
from perfspec.report.visible import seen

_NAMES = 40
_INDICATORS = {Kind.ADDED: ADDED, Kind.DROPPED: DROPPED, Kind.OPEN: PROBABLE}


def stat(changes: Changes, style: Style) -> str:
    """Return sign, name, budget and counts of each project that changed, and lines of sums.

    Unchanged projects are in the sums only, unchanged departments are only counted.
    """
    lines: list[str] = []
    shown = sections(changes)
    told = [one for one in shown if not one.is_same or one.step.judgements]
    for section in told if len(changes.courses) > 1 else told or shown[:1]:
        lines.append(f"{wording.department(section)}  {wording.ends(section.labels)}")
        rows = [*_rows(section, style)]
        if rows:
            lines += [f"  {line}" for line in table(rows, frozenset({2}))]
        lines += [f"  {head}  {said}" for head, said in _sums(section, style)]
    if len(changes.courses) > 1 and len(told) < len(shown):
        lines.append(style.translate(wording.unchanged(shown, len(shown) - len(told))))
    for mark, filings in ((DROPPED, changes.dropped), (ADDED, changes.added)):
        lines += [f"{mark[0]} {seen(one.name)}  {seen(one.path)}" for one in filings]
    for one in changes.left_out:
        lines.append(f"{where(one.spot, style)}: {seen(style.translate(one.message))}")
    return "".join(f"{line}\n" for line in lines)


def _rows(section: Section, style: Style) -> Iterator[list[str]]:
    filing = section.filing
    if not filing.is_same:
        name = style.translate(message("the filing itself"))
        yield [CHANGED[0], name, "", counts(filing.rows, style)]
    for group in section.projects:
        if not group.is_same:
            yield _row(group, style)


def _row(group: Group, style: Style) -> list[str]:
    if group.change is None:
        row = group.rows[0]
        sign, word = row.mark
        both = " → ".join(one for one in (group.old_name, group.name) if one)
        cost = row.new or row.old or ""
        is_one_sided = row.kind in {Kind.ADDED, Kind.DROPPED}
        return [sign, shortened(both), cost if is_one_sided else "", style.translate(word)]
    return [CHANGED[0], shortened(group.name), share(group, style), counts(group.rows, style)]


def share(group: Group, style: Style) -> str:
    """Return by how much the budget of a project rose; empty where it did not, or nobody knows."""
    money = next((row for row in group.rows if row.key == "budget.total"), None)
    if money is None or not money.difference:
        return ""
    if money.percent is None:
        return wording.measured(money.difference, money.unit, style.translate)
    return signed_percent(money.percent)


def shortened(text: str) -> str:
    """Return a name, cut to the columns that there are for it."""
    shown = seen(text)
    if width(shown[: _NAMES + 1]) <= _NAMES and len(shown) <= _NAMES:
        return shown
    while width(shown) >= _NAMES:
        shown = shown[: min(len(shown) - 1, _NAMES)]
    return f"{shown}{inline.ELLIPSIS}"


def counts(rows: Iterable[Row], style: Style) -> str:
    """Return how many targets shifted which way, and how much else changed."""
    told = [row for row in rows if not row.is_same]
    shifts = Counter(row.shift for row in told if row.shift)
    whole = Counter(row.kind for row in told if row.is_whole)
    said = [f"{mark[0]}{shifts[shift]}" for shift, mark in SHIFTS.items() if shifts[shift]]
    said += [f"{mark[0]}{whole[kind]}" for kind, mark in _INDICATORS.items() if whole[kind]]
    timings = (row.timing for row in told if row.timing and row.timing is not Timing.SAME)
    said += [style.translate(TIMINGS[timing]) for timing in timings]
    others = sum(not (row.shift or row.is_whole or row.timing or row.unit) for row in told)
    if others:
        said.append(style.translate(message("other changes: {n}", n=others)))
    return "  ".join(said)


def _sums(section: Section, style: Style) -> Iterator[tuple[str, str]]:
    told = [*wording.figures(figures([section]), style.translate)]
    columns = max(width(head) for head, _ in told)
    for head, said in told:
        yield padded(head, columns), said
