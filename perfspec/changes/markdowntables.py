"""Tables of Markdown: rows of a project, what is promised less, judgements.

Every text of a spec goes through `escaped`, and so do paths and names.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from perfspec.changes import inline, wording
from perfspec.changes.escaping import escaped
from perfspec.changes.row import Kind, Row
from perfspec.changes.summary import Weaker
from perfspec.compare import Edit, Piece
from perfspec.findings import Finding, Spot
from perfspec.messages import Message, message
from perfspec.report.text import LEVELS, Style

# Lines of one project that are shown; more are counted.
_PLACES = 2  # one in each year
_ROWS = 80
_LINE = 200
_TAGS = {Edit.DELETED: "del", Edit.INSERTED: "ins"}
_HEADS = (message("change"), message("content"))


def line(cells: Iterable[str]) -> str:
    """Return a line of a table; the cells are Markdown already."""
    return f"| {' | '.join(cells)} |"


def head(cells: Iterable[Message | str], style: Style) -> str:
    """Return the first two lines of a table."""
    said = [style.translate(one) if isinstance(one, Message) else escaped(one) for one in cells]
    return f"{line(said)}\n{line('---' for _ in said)}"


def of_rows(rows: Iterable[Row], labels: tuple[str, str], style: Style) -> Iterator[str]:
    """Yield the lines of a table of changes, and what it leaves out."""
    words = style.translate
    told = wording.told(rows)
    if told:
        yield head((*_HEADS, *labels, message("by how much")), style)
    for row in told[:_ROWS]:
        yield _of_row(row, style)
    said = []
    if len(told) > _ROWS:
        said.append(words(message("changes that are not shown here: {n}", n=len(told) - _ROWS)))
    if formal := wording.formal(rows, words):
        said.append(f"＝ {escaped(formal)}")
    for one in said:
        yield f"\n{one}"


def _of_row(row: Row, style: Style) -> str:
    words = style.translate
    old, new = _values(row)
    behind = [wording.difference(row, words), wording.assumed(row, words)]
    if row.lost:
        lost = "、".join(row.lost)
        behind.append(words(message("no longer promised: {what}", what=lost)))
    return line(
        (
            mark(row, style),
            escaped(wording.subject(row, words), _LINE),
            old,
            new,
            "<br>".join(escaped(one) for one in behind if one),
        )
    )


def mark(row: Row, style: Style) -> str:
    """Return the sign and the word, bold where less is promised."""
    sign, word = row.mark
    said = f"{sign} {style.translate(word)}"
    return f"**{said}**" if row.promises_less else said


def _values(row: Row) -> tuple[str, str]:
    """Return both cells; of texts with what was deleted in the one and inserted in the other."""
    if row.kind is Kind.CHANGED and row.pieces:
        pieces, left = inline.shortened(row.pieces)
        more = f" {inline.ELLIPSIS} (+{left})" if left else ""
        return (
            _marked(pieces, Edit.DELETED) + more,
            _marked(pieces, Edit.INSERTED) + more,
        )
    return escaped(row.old or "", _LINE), escaped(row.new or "", _LINE)


def _marked(pieces: Iterable[Piece], edit: Edit) -> str:
    """Return the kept pieces with those of `edit` in their tag.

    Stretches that come to stand beside each other are escaped together: apart, the halves of an
    address would be harmless.
    """
    shown = (piece for piece in pieces if piece.edit in {edit, Edit.KEPT})
    cells = []
    for which, run in groupby(shown, key=lambda piece: piece.edit):
        whole = "".join(piece.text for piece in run)
        text = escaped(whole, len(whole))
        cells.append(f"<{_TAGS[edit]}>{text}</{_TAGS[edit]}>" if which is edit else text)
    return "".join(cells)


def promising(one: Weaker, style: Style, *, is_many: bool) -> str:
    """Return the lines of a list that say what a project promises less."""
    words = style.translate
    name = f"**{escaped(one.group.name, _LINE)}**"
    if is_many:
        name = f"{escaped(wording.short(one.section), _LINE)} · {name}"
    lines = [f"- {name} {escaped(wording.money(one.budget, words))}"]
    for row in one.rows[:_ROWS]:
        subject = escaped(wording.subject(row, words), _LINE)
        lines.append(f"  - {mark(row, style)} {subject} {escaped(wording.said(row, words))}")
    if len(one.rows) > _ROWS:
        more = message("changes that are not shown here: {n}", n=len(one.rows) - _ROWS)
        lines.append(f"  - {words(more)}")
    return "\n".join(lines)


def judgement(one: Finding, style: Style) -> str:
    """Return the line of a judgement with its first places; the others are counted."""
    words = style.translate
    places = [*dict.fromkeys(map(_place, (one.spot, *(other.spot for other in one.related))))]
    if left := len(places[_PLACES:]):
        places[_PLACES - 1 :] = [f"{places[_PLACES - 1]} (+{left})"]
    return line(
        (
            words(LEVELS[one.severity]),
            escaped(one.code),
            escaped(words(one.message), 500),
            "<br>".join(places),
        )
    )


def _place(spot: Spot) -> str:
    return escaped(f"{spot.path}:{spot.start.line}")
