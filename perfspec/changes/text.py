"""What changed, for a terminal: the figures first, then what got weaker, then the rest.

In: `Changes` and a style. Out: text. Deleted and inserted words stand in `[-…-]` and `{+…+}`; what
is unchanged is only counted.
"""

from collections.abc import Iterator

from perfspec.changes import Changes, Gone, overview, textlines, wording
from perfspec.changes.row import Group, Kind, Row, Section
from perfspec.changes.stat import stat
from perfspec.changes.summary import Weaker, figures, newest
from perfspec.changes.textlines import COLOURS
from perfspec.changes.view import sections
from perfspec.changes.words import ADDED, DROPPED
from perfspec.diagnostics import Severity
from perfspec.findings import Finding
from perfspec.messages import Message, message
from perfspec.report.columns import padded, width
from perfspec.report.text import Style, block, paint, path
from perfspec.report.visible import seen

__all__ = ["give", "stat"]

_RULE = "─" * 72


def give(changes: Changes, style: Style) -> str:
    """Return the whole report."""
    texts = ["\n".join(part).rstrip("\n") for part in _parts(changes, style) if part]
    return "\n\n".join(texts or [style.translate(message("nothing to compare"))]) + "\n"


def _parts(changes: Changes, style: Style) -> Iterator[list[str]]:
    shown = sections(changes)
    changed = [one for one in shown if not one.is_same or one.step.judgements]
    if len(shown) > 1:
        yield [*_all(changes, shown, len(shown) - len(changed), style)]
    is_many = len(changes.courses) > 1
    if is_many:
        yield [*_weaker(figures(newest(shown)).weaker, style, is_many=True)]
        yield [*overview.lines(newest(shown), style)]
    for section in changed if is_many else changed or shown[:1]:
        yield [*([_RULE] if is_many else []), *_head(section, style)]
        if not is_many:
            yield [*_weaker(figures([section]).weaker, style)]
        yield [*_judgements(section, style)]
        yield [*_filing(section, style)]
        for group in section.projects:
            if not group.is_same:
                yield [*_group(group, section, style)]
        yield [*_unchanged(section, style)]
    yield [*_gone(changes, style)]
    yield [*_refused(changes.left_out, style)]


def _all(changes: Changes, shown: tuple[Section, ...], same: int, style: Style) -> Iterator[str]:
    """Yield the figures of all departments; those in which nothing changed are only counted."""
    words = style.translate
    ends = wording.ends(changes.labels)
    if len(changes.courses) > 1:
        yield _strong(f"{words(wording.counted(shown))}  {ends}", style)
        yield from _figures(wording.figures(figures(newest(shown)), words))
    if same:
        yield f"  {words(wording.unchanged(shown, same))}"


def _figures(lines: Iterator[tuple[str, str]]) -> Iterator[str]:
    told = [*lines]
    columns = max(width(head) for head, _ in told)
    for head, said in told:
        yield f"  {padded(head, columns)}  {said}"


def _head(section: Section, style: Style) -> Iterator[str]:
    yield _strong(f"{wording.department(section)}  {wording.ends(section.labels)}", style)
    yield from _figures(wording.figures(figures([section]), style.translate))
    if section.is_same and section.step.judgements:
        yield f"  {style.translate(message('nothing changed'))}"


def _strong(text: str, style: Style) -> str:
    return paint(text, "1", style)


def _weaker(found: tuple[Weaker, ...], style: Style, *, is_many: bool = False) -> Iterator[str]:
    """Yield the projects that promise less: those that got more money, then the others."""
    more = [one for one in found if one.has_more_money]
    less = [one for one in found if not one.has_more_money]
    if more:
        yield _strong(style.translate(wording.WEAKER[True]), style)
        yield from _promising(more, style, is_many=is_many)
    if less:
        yield _strong(style.translate(wording.WEAKER[False]), style)
        yield from _promising(less, style, is_many=is_many)


def _promising(found: list[Weaker], style: Style, *, is_many: bool) -> Iterator[str]:
    words = style.translate
    for one in found:
        name = seen(one.group.name)
        if is_many:
            name = f"{seen(wording.short(one.section))} · {name}"
        yield f"  {name}  {words(message('Budget'))} {wording.money(one.budget, words)}"
        for line in textlines.columns([*one.rows], style):
            yield f"    {line}"


def _judgements(section: Section, style: Style) -> Iterator[str]:
    """Yield the judgements as `check` shows its findings, and what was held back."""
    words, step = style.translate, section.step
    explained: set[str] = set()
    worst = wording.worst_first(step.judgements)
    notes = [one for one in worst if one.severity is Severity.INFO]
    if step.judgements or step.suppressed or step.undecided:
        yield _strong(words(message("Judgements:")), style)
    for finding in worst[: len(worst) - len(notes)]:
        first = finding.by_rule and finding.code not in explained
        explained.add(finding.code)
        yield block(finding, style, first=first).rstrip("\n")
        yield ""
    # What is only to be known is told in one line, so that the rest can be seen.
    yield from (block(one, style).partition("\n")[0] for one in notes)
    if step.suppressed:
        yield f"  {words(message('suppressed: {count}', count=len(step.suppressed)))}"
    if step.undecided:
        yield f"  {words(message('not enough data: {count}', count=len(step.undecided)))}"


def _filing(section: Section, style: Style) -> Iterator[str]:
    rows = section.filing.rows
    if rows:
        yield _strong(style.translate(message("The filing itself:")), style)
        yield from textlines.rows(rows, style)


def _group(group: Group, section: Section, style: Style) -> Iterator[str]:
    """Yield a project: its name, where it stands, and a line for each change."""
    words = style.translate
    name = _strong(seen(group.name), style)
    if group.change is None:
        yield from _alone(group.rows[0], name, style)
        return
    was = seen(group.old_name)
    renamed = words(message("before: {name}", name=was)) if was else ""
    sign = paint("●", COLOURS[Kind.CHANGED], style)
    yield f"{sign} {name}{wording.in_brackets(renamed, words)}"
    places = (
        path(spot(one.at).path, style)
        for one, spot in (
            (group.change.pair.old, section.step.old_spot),
            (group.change.pair.new, section.step.new_spot),
        )
    )
    known = wording.known_by(group.change.pair, words)
    yield f"  {f' {wording.ARROW} '.join(places)}{wording.in_brackets(known, words)}"
    yield from textlines.rows(group.rows, style)


def _alone(row: Row, name: str, style: Style) -> Iterator[str]:
    """Yield a project that is not one project in both years."""
    words = style.translate
    sign, word = row.mark
    said = paint(f"{sign} {words(word)}", COLOURS[row.kind], style)
    if row.kind in {Kind.ADDED, Kind.DROPPED}:
        budget = row.new if row.kind is Kind.ADDED else row.old
        cost = words(message("Budget"))
        yield f"{said}  {name}  {cost} {budget or words(wording.NONE)}"
    else:
        old, new = (seen(one) for one in wording.values(row, words))
        alike = words(wording.likeness(row.likeness)) if row.kind is Kind.OPEN else ""
        known = wording.in_brackets(alike, words)
        yield f"{said}  {_strong(f'{old} {wording.ARROW} {new}', style)}{known}"
    spots = (spot for spot in (row.old_spot, row.new_spot) if spot)
    yield f"  {f' {wording.ARROW} '.join(path(spot.path, style) for spot in spots)}"


def _unchanged(section: Section, style: Style) -> Iterator[str]:
    same = sum(group.is_same for group in section.projects)
    if section.is_same:
        if not section.step.judgements:
            yield style.translate(message("nothing changed"))
    elif same:
        yield style.translate(message("projects without change: {n}", n=same))
    left = sorted(section.step.comparison.left_out)
    if left:
        text = message(
            "could not be read on one side, nothing is said of: {ids}",
            ids="、".join(map(seen, left)),
        )
        yield style.translate(text)


def _gone(changes: Changes, style: Style) -> Iterator[str]:
    """Yield the filings that only one side has."""
    for kind, mark, filings in (
        (Kind.DROPPED, DROPPED, changes.dropped),
        (Kind.ADDED, ADDED, changes.added),
    ):
        for one in filings:
            said = paint(f"{mark[0]} {style.translate(mark[1])}", COLOURS[kind], style)
            yield f"{said}  {_filing_name(one, style)}"


def _filing_name(one: Gone, style: Style) -> str:
    text = message(
        "{name} ({path}) is on the side {side} only",
        name=seen(one.name),
        path=path(one.path, style),
        side=one.side,
    )
    return style.translate(text)


def _refused(found: tuple[Finding, ...], style: Style) -> Iterator[str]:
    if found:
        text: Message = message("Not compared, because it could not be read:")
        yield _strong(style.translate(text), style)
    for one in found:
        yield block(one, style).rstrip("\n")
