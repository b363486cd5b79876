"""Rows as words: what changed, from what to what, and by how much, the same in all reports."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from perfspec.changes.figures import plain, signed, signed_percent
from perfspec.changes.row import Kind, Row, Section, Subject
from perfspec.changes.summary import Money, Projects, Summary
from perfspec.changes.words import ADDED, DROPPED, HOWS, PROBABLE, SHIFTS
from perfspec.compare.pairs import How, Pair
from perfspec.diagnostics import Severity
from perfspec.findings import Finding
from perfspec.messages import Message, Translate, message
from perfspec.model import Project
from perfspec.report.text import LEVELS
from perfspec.report.visible import seen

NONE = message("none")
# By whether there is more money.
WEAKER = {
    True: message("More money, but less is promised:"),
    False: message("As much money, but less is promised:"),
}
ARROW = "→"
_POINTS = "%"
_TOTAL, _SOURCES = "budget.total", "budget.sources."


def ends(labels: Iterable[str]) -> str:
    """Return the labels of sides, the oldest first, as a person wrote them."""
    return f" {ARROW} ".join(map(seen, labels))


def department(section: Section, name: str | None = None) -> str:
    """Return name and code of a department, and the year where there are several.

    A filing that could not be read has no name. `name` is a shorter one.
    """
    named = section.course.name if name is None else name
    parts = (named, section.course.code, _year(section))
    return seen(" ".join(part for part in parts if part))


def short(section: Section) -> str:
    """Return the name of a department, to stand before that of a project."""
    return " ".join(part for part in (section.course.name, _year(section)) if part)


def _year(section: Section) -> str:
    return str(section.year) if section.is_dated else ""


def counted(shown: Sequence[Section]) -> Message:
    """Return how many departments these are, or filings where a department has several."""
    n = len({id(section.course) for section in shown})
    if any(section.is_dated for section in shown):
        return message("filings that are compared: {n}", n=n)
    return message("departments: {n}", n=n)


def unchanged(shown: Sequence[Section], n: int) -> Message:
    """Return that nothing changed in `n` of these."""
    if n == len(shown):
        return message("nothing changed")
    if any(section.is_dated for section in shown):
        return message("filings without change: {n}", n=n)
    return message("departments without change: {n}", n=n)


def subject(row: Row, words: Translate) -> str:
    """Return what a row is about: the name of an indicator with the field, or the field."""
    name = row.indicator_name if row.subject is Subject.INDICATOR else ""
    if row.subject is Subject.INDICATOR and not row.is_whole and row.shift is None:
        name = f"{name} · {row.label}"
    named = name or row.label
    if row.is_medium_term:
        named = words(message("medium term: {what}", what=named))
    return named


def values(row: Row, words: Translate) -> tuple[str, str]:
    """Return what both sides say, a word where one says nothing."""
    none = words(NONE)
    return none if row.old is None else row.old, none if row.new is None else row.new


def difference(row: Row, words: Translate) -> str:
    """Return by how much the newer side is more: `-100人次，-20.0%`; empty where nobody knows."""
    if not row.difference:
        return ""
    number = measured(row.difference, row.unit, words)
    return _with_share(number, row.percent, words)


def _with_share(number: str, share: Decimal | None, words: Translate) -> str:
    if share is None:
        return number
    return words(message("{first}, {second}", first=number, second=signed_percent(share)))


def measured(number: Decimal, unit: str, words: Translate) -> str:
    """Return a signed number with its unit, of per cents in points."""
    if unit == _POINTS:
        return words(message("{n} percentage points", n=signed(number)))
    return f"{signed(number)}{unit}"


def said(row: Row, words: Translate) -> str:
    """Return both values, or the one that there is, with the difference behind them."""
    old, new = values(row, words)
    both = {Kind.ADDED: new, Kind.DROPPED: old}.get(row.kind, f"{old} {ARROW} {new}")
    behind = difference(row, words), assumed(row, words)
    return both + "".join(in_brackets(one, words) for one in behind)


def told(rows: Iterable[Row]) -> list[Row]:
    """Return the rows worth a line: an only source of money repeats the budget."""
    total: tuple[str | None, str | None] | None = None
    found = []
    for row in rows:
        if row.key == _TOTAL:
            total = row.old, row.new
        repeats = row.key.startswith(_SOURCES) and (row.old, row.new) == total
        if not row.is_same and not repeats:
            found.append(row)
    return found


def formal(rows: Iterable[Row], words: Translate) -> str:
    """Return which rows are another writing or year only; empty where there are none."""
    found = dict.fromkeys(subject(row, words) for row in rows if row.is_same)
    what = "、".join(found)
    return words(message("writing or year only: {what}", what=what)) if found else ""


def worst_first(judgements: Iterable[Finding]) -> list[Finding]:
    """Return judgements by level, otherwise in their order."""
    order = list(Severity)
    return sorted(judgements, key=lambda one: order.index(one.severity))


def in_brackets(text: str, words: Translate) -> str:
    """Return `text` in brackets, to stand behind other words."""
    return words(message(" ({text})", text=text)) if text else ""


def assumed(row: Row, words: Translate) -> str:
    """Return which operator and unit a target does not write and is taken to have."""
    signs, units = (
        "/".join(dict.fromkeys(one for one in both if one))
        for both in (row.assumed, row.assumed_units)
    )
    read = []
    if signs:
        read.append(message("read as {operator}", operator=signs))
    if units:
        read.append(message("read in {unit}", unit=units))
    return joined(read, words) if read and not row.is_same else ""


def money(amounts: Money, words: Translate) -> str:
    """Return `200000.00 → 260000.00元（+60000.00元，+30.0%）`."""
    if amounts.before is None or amounts.after is None:
        if not amounts.unit:
            return words(message("not added up: the filings differ in year or unit of money"))
        return words(message("cannot be compared: not every amount is filled in"))
    both = f"{plain(amounts.before)} {ARROW} {plain(amounts.after)}{amounts.unit}"
    change = amounts.difference
    if not change:
        return f"{both}{in_brackets(words(message('same')), words)}"
    more = _with_share(f"{signed(change)}{amounts.unit}", amounts.percent, words)
    return f"{both}{in_brackets(more, words)}"


def figures(summary: Summary, words: Translate) -> Iterator[tuple[str, str]]:
    """Yield the lines of the summary: a head, and what is counted under it."""
    yield words(message("Budget")), money(summary.money, words)
    yield words(message("Projects")), joined(_projects(summary.projects), words)
    if summary.targets:
        counted = (_counted(*SHIFTS[shift], n) for shift, n in summary.targets.items())
        yield words(message("Targets")), joined(counted, words)
    changed = (
        (ADDED, summary.indicators_added),
        (DROPPED, summary.indicators_dropped),
        (PROBABLE, summary.indicators_open),
    )
    if any(n for _, n in changed):
        counted = (_counted(*mark, n) for mark, n in changed if n)
        yield words(message("Indicators")), joined(counted, words)
    if any(summary.judgements.values()):
        yield words(message("Judgements")), joined(levels(summary), words)
    if summary.left_out:
        left = message("projects that could not be read: {n}", n=summary.left_out)
        yield words(message("Left out")), words(left)


def levels(summary: Summary) -> Iterator[Message]:
    """Yield how many judgements there are of each level."""
    for level in Severity:
        if n := summary.judgements[level]:
            yield message("{what} {n}", what=LEVELS[level], n=n)


def _projects(count: Projects) -> Iterator[Message]:
    yield message("on both sides {n}", n=count.matched)
    named = (
        (message("of them changed {n}", n=count.changed), count.changed),
        (message("of them renamed {n}", n=count.renamed), count.renamed),
        (_counted(*ADDED, count.added), count.added),
        (_counted(*DROPPED, count.ended), count.ended),
        (message("split or merged {n}", n=count.regrouped), count.regrouped),
        (_counted(*PROBABLE, count.open), count.open),
    )
    yield from (said for said, n in named if n)


def _counted(sign: str, word: Message, n: int) -> Message:
    return message("{sign} {what} {n}", sign=sign, what=word, n=n)


def joined(parts: Iterable[Message], words: Translate) -> str:
    """Return `parts`, at least one, with commas."""
    said = [words(part) for part in parts]
    text = said[0]
    for part in said[1:]:
        text = words(message("{first}, {second}", first=text, second=part))
    return text


def known_by(pair: Pair[Project], words: Translate) -> str:
    """Return how it is known that both sides are one project."""
    if pair.how is not How.LIKENESS:
        return words(HOWS[pair.how])
    return joined((HOWS[pair.how], likeness(pair.likeness)), words)


def likeness(n: int | None) -> Message:
    """Return how alike two things are."""
    return message("likeness {n} of 100", n=n)
