"""What changed, as a comment on a pull request: figures first, a fold for each project.

In: `Changes`, a style and the most bytes that there may be. Out: Markdown. What does not fit is
counted by kind at the end. GitHub takes 65,536 characters; in UTF-8 no count gives more than bytes.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from perfspec.changes import Changes, markdowntables, overview, wording
from perfspec.changes.escaping import escaped
from perfspec.changes.row import Group, Kind, Section
from perfspec.changes.stat import counts, share
from perfspec.changes.summary import Summary, figures, newest
from perfspec.changes.view import sections
from perfspec.changes.words import ADDED, DROPPED
from perfspec.messages import Message, message
from perfspec.report.text import Style

LIMIT = 60_000
_MARK = "<!-- perfspec diff -->"
# Room for the line that says what is not shown.
_REST = 1_000
_NAME = 200


class _Part(StrEnum):
    """What a block tells of; in the order of the comment."""

    HEAD = "head"
    WEAKER = "weaker"
    JUDGEMENT = "judgement"
    PROJECT = "project"
    FILING = "filing"
    REFUSED = "refused"
    NOTE = "note"


_MORE = {
    _Part.HEAD: message("departments: {n}"),
    _Part.WEAKER: message("projects that promise less: {n}"),
    _Part.JUDGEMENT: message("judgements: {n}"),
    _Part.PROJECT: message("projects: {n}"),
    _Part.FILING: message("filings: {n}"),
    _Part.REFUSED: message("left out: {n}"),
}


_JUDGEMENT = (
    message("level"),
    message("rule"),
    message("what it says"),
    message("where"),
)


@dataclass(frozen=True, slots=True)
class _Block:
    """A part that is shown whole or not at all; `title` stands before the first of its kind."""

    part: _Part
    text: str
    title: str = ""


def give(changes: Changes, style: Style, *, limit: int = LIMIT) -> str:
    """Return the comment, of at most `limit` bytes where its head alone has no more."""
    return _fitted(_blocks(changes, style), limit, style)


def _fitted(blocks: Iterator[_Block], limit: int, style: Style) -> str:
    """Return the blocks that fit; behind one of a kind that does not, none of that kind."""
    shown: list[str] = []
    left: Counter[_Part] = Counter()
    room, before = limit - _REST, ""
    for block in blocks:
        text = block.text if block.title == before else f"\n{block.title}{block.text}"
        size = len(text.encode()) + 1
        if shown and (left[block.part] or size > room):
            left[block.part] += block.part in _MORE
            continue
        room -= size
        before = block.title
        shown.append(text)
    if left.total():
        said = wording.joined(
            (Message(_MORE[part].text, (("n", n),)) for part, n in left.items() if n),
            style.translate,
        )
        more = message("not shown here, because there is no room: {what}", what=said)
        shown.append(f"\n> **{style.translate(more)}**")
    return "\n".join(shown) + "\n"


def _blocks(changes: Changes, style: Style) -> Iterator[_Block]:
    words = style.translate
    shown = sections(changes)
    whole = figures(newest(shown))
    yield _Block(_Part.HEAD, _head(changes, shown, whole, style))
    if len(changes.courses) > 1:
        yield from _departments(newest(shown), style)
    elif len(shown) > 1:
        for section in shown:
            yield _Block(_Part.HEAD, _figures(section, style))
    for less in whole.weaker:
        title = f"### {words(wording.WEAKER[less.has_more_money]).rstrip(':：')}\n\n"
        is_many = len(changes.courses) > 1
        yield _Block(_Part.WEAKER, markdowntables.promising(less, style, is_many=is_many), title)
    heads = markdowntables.head(_JUDGEMENT, style)
    title = f"### {words(message('Judgements'))}\n\n{heads}\n"
    for one in wording.worst_first(changes.judgements):
        yield _Block(_Part.JUDGEMENT, markdowntables.judgement(one, style), title)
    for section in shown:
        yield from _section(section, style)
    title = f"### {words(message('Left out'))}\n\n"
    for text in _not_compared(changes, style):
        yield _Block(_Part.REFUSED, f"- {text}", title)


def _departments(shown: tuple[Section, ...], style: Style) -> Iterator[_Block]:
    """Yield a line for each department of which there is anything to say."""
    told = [one for one in shown if overview.is_told(one)]
    title = f"{markdowntables.head(overview.HEADS, style)}\n"
    for one in told:
        cells = [escaped(cell, len(cell)) for cell in overview.row(one, style)]
        yield _Block(_Part.HEAD, markdowntables.line(cells), title)
    if same := len(shown) - len(told):
        text = style.translate(wording.unchanged(shown, same))
        yield _Block(_Part.NOTE, f"\n{text}")


def _head(changes: Changes, shown: tuple[Section, ...], whole: Summary, style: Style) -> str:
    """Return title and figures: of all departments, but those of older steps."""
    words = style.translate
    sides = f" {wording.ARROW} ".join(escaped(label, _NAME) for label in changes.labels)
    lines = [_MARK, f"## {words(message('What changed in the filings'))} {sides}", ""]
    if len(changes.courses) > 1:
        lines.append(f"{words(wording.counted(shown))}\n")
    lines += [markdowntables.head(("", ""), style)]
    for head, said in wording.figures(whole, words):
        lines.append(markdowntables.line((f"**{head}**", escaped(said, len(said)))))
    return "\n".join(lines)


def _name(section: Section, style: Style) -> str:
    """Return the department and the labels of both sides."""
    ends = f" {wording.ARROW} ".join(escaped(label, _NAME) for label in section.labels)
    name = escaped(wording.department(section), _NAME)
    return f"{name}{wording.in_brackets(ends, style.translate)}"


def _figures(section: Section, style: Style) -> str:
    """Return one line for a department, where there are several or several years."""
    if section.is_same and not section.step.judgements:
        return f"\n{_name(section, style)}<br>{style.translate(message('nothing changed'))}"
    told = wording.figures(figures([section]), style.translate)
    said = "<br>".join(f"{head} {escaped(text, len(text))}" for head, text in told)
    return f"\n**{_name(section, style)}**<br>{said}"


def _section(section: Section, style: Style) -> Iterator[_Block]:
    if section.is_same:
        return
    title = f"### {_name(section, style)}\n\n"
    for group in section.projects:
        if not group.is_same:
            yield _Block(_Part.PROJECT, _fold(group, section, style), title)
    if not section.filing.is_same:
        yield _Block(_Part.FILING, _fold(section.filing, section, style), title)
    same = sum(group.is_same for group in section.projects)
    if same:
        text = style.translate(message("projects without change: {n}", n=same))
        yield _Block(_Part.NOTE, f"\n{text}", title)


def _fold(group: Group, section: Section, style: Style) -> str:
    """Return a project: its name and what it comes to, and the changes folded under it.

    Behind a blank line GitHub reads Markdown again inside HTML.
    """
    words = style.translate
    if group.change is None and group.id:
        return f"- {_alone(group, style)}"
    name = group.name or words(message("the filing itself"))
    was = words(message("before: {name}", name=group.old_name)) if group.old_name else ""
    known = wording.known_by(group.change.pair, words) if group.change else ""
    renamed = escaped(wording.in_brackets(was, words), _NAME)
    told = (escaped(one) for one in (share(group, style), counts(group.rows, style)) if one)
    summary = f"● <b>{escaped(name, _NAME)}</b>{renamed}  {'  '.join(told)}"
    table = "\n".join(markdowntables.of_rows(group.rows, section.labels, style))
    inside = "\n\n".join(one for one in (escaped(known), table) if one)
    return f"\n<details><summary>{summary}</summary>\n\n{inside}\n\n</details>\n"


def _alone(group: Group, style: Style) -> str:
    """Return a project that is not one project on both sides."""
    words, row = style.translate, group.rows[0]
    said = markdowntables.mark(row, style)
    if row.kind in {Kind.ADDED, Kind.DROPPED}:
        budget = row.new or row.old or words(wording.NONE)
        cost = escaped(f"{words(message('Budget'))} {budget}")
        return f"{said} **{escaped(group.name, _NAME)}** {cost}"
    old, new = (escaped(one, _NAME) for one in wording.values(row, words))
    alike = words(wording.likeness(row.likeness)) if row.kind is Kind.OPEN else ""
    known = escaped(wording.in_brackets(alike, words))
    return f"{said} {old} {wording.ARROW} {new}{known}"


def _not_compared(changes: Changes, style: Style) -> Iterator[str]:
    """Yield the filings that one side has, the projects and the files that could not be read."""
    words = style.translate
    for mark, filings in ((DROPPED, changes.dropped), (ADDED, changes.added)):
        for one in filings:
            only = message(
                "{name} ({path}) is on the side {side} only",
                name=one.name,
                path=one.path,
                side=one.side,
            )
            yield f"{mark[0]} {escaped(words(only), _NAME)}"
    for course in changes.courses:
        for step in course.steps:
            for left in sorted(step.comparison.left_out):
                text = message("could not be read on one side, nothing is said of: {ids}", ids=left)
                yield escaped(words(text), _NAME)
    for finding in changes.left_out:
        where = f"{finding.spot.path}:{finding.spot.start.line}"
        yield escaped(f"{where} {words(finding.message)}", _NAME)
