"""The lines that tell of rows on a terminal, their words below each other.

In: rows. Out: lines. Each has a sign and a word beside its colour.
"""

from collections.abc import Iterator

from perfspec.changes import inline, wording
from perfspec.changes.row import Kind, Row
from perfspec.compare import Edit
from perfspec.messages import message
from perfspec.report.columns import padded, width
from perfspec.report.text import Style, paint
from perfspec.report.visible import seen

_ROOM = 72
_NAMES = 32
_MARGIN = 14
COLOURS = {
    Kind.ADDED: "32",
    Kind.DROPPED: "31",
    Kind.OPEN: "33",
    Kind.CHANGED: "36",
    Kind.FORMAL: "2",
    Kind.REGROUPED: "36",
}
_WEAKER = "31"
_MARKS = {Edit.DELETED: ("[-", "-]", "31"), Edit.INSERTED: ("{+", "+}", "32")}


def rows(changed: tuple[Row, ...], style: Style) -> Iterator[str]:
    """Yield a line for each change, the lines of both files before it."""
    told = wording.told(changed)
    for row, line in zip(told, columns(told, style), strict=True):
        spots = (row.old_spot, row.new_spot)
        old, new = (str(spot.start.line) if spot and spot.line else "" for spot in spots)
        yield f"{paint(f'{old:>6} {new:>5}', '2', style)}  {line}"
        for further in _below(row, style):
            yield f"{' ' * _MARGIN}    {further}"
    if formal := wording.formal(changed, style.translate):
        yield f"{' ' * _MARGIN}＝ {seen(formal)}"


def columns(rows: list[Row], style: Style) -> Iterator[str]:
    """Yield sign and word, subject, values and difference of each row, below each other."""
    words = style.translate
    marks = [f"{row.mark[0]} {words(row.mark[1])}" for row in rows]
    subjects = [seen(wording.subject(row, words)) for row in rows]
    first = max(map(width, marks), default=0)
    second = max((room for one in subjects if (room := width(one)) <= _NAMES), default=0)
    for row, mark, subject in zip(rows, marks, subjects, strict=True):
        colour = _WEAKER if row.promises_less else COLOURS[row.kind]
        said = "" if _is_long(row) else wording.said(row, words)
        line = f"{padded(subject, max(second, width(subject)))}  {seen(said)}".rstrip()
        yield f"{paint(padded(mark, first), colour, style)}  {line}"


def _below(row: Row, style: Style) -> Iterator[str]:
    """Yield what a row has below its line: the text with its changes, and promises lost."""
    if _is_long(row):
        yield _inline(row, style)
    if row.lost:
        lost = "、".join(map(seen, row.lost))
        said = style.translate(message("no longer promised: {what}", what=lost))
        yield f"{paint('▼', _WEAKER, style)} {said}"


def _is_long(row: Row) -> bool:
    """Tell whether a change of text is better seen inside the text."""
    return bool(row.pieces) and width(f"{row.old or ''}{row.new or ''}"[: _ROOM + 1]) > _ROOM


def _inline(row: Row, style: Style) -> str:
    """Return the text with what was deleted and inserted marked."""
    pieces, left = inline.shortened(row.pieces)
    shown = []
    for piece in pieces:
        text = seen(piece.text)
        if piece.edit in _MARKS:
            before, after, colour = _MARKS[piece.edit]
            text = paint(f"{before}{text}{after}", colour, style)
        shown.append(text)
    if left:
        shown.append(style.translate(message("… {n} characters left out …", n=left)))
    return "".join(shown)
