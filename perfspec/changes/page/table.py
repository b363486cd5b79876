"""The official table of a project with both years side by side: in, its indicators; out, rows.

Rows stand in the order of the newer year, dropped ones where they stood.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from perfspec.changes import order, words
from perfspec.changes.page.texts import Paragraph, Stretch, paragraph, stretches
from perfspec.changes.page.wording import Mark, Wording
from perfspec.compare import IndicatorChange, Table
from perfspec.compare.pairs import Pair, Relation
from perfspec.messages import message
from perfspec.model import Indicator
from perfspec.report.visible import seen

# The columns of the table, and those beside the two classes.
_ALL = 6
_BESIDE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What else is to be said of an indicator: a text that changed, or words alone."""

    label: str
    paragraph: Paragraph | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassCell:
    """A class label that is printed once for `rows` rows, and its label on a further page."""

    label: str
    rows: int
    continued: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An indicator in both years; `notes` are printed in a row of their own, `columns` wide."""

    first: ClassCell | None
    second: ClassCell | None
    name: tuple[Stretch, ...]
    old: str
    new: str
    mark: Mark
    moved: str
    notes: tuple[Note, ...]
    columns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A row before its class cells are known."""

    first: str
    second: str
    name: tuple[Stretch, ...]
    old: str
    new: str
    mark: Mark
    moved: str = ""
    notes: tuple[Note, ...] = ()

    @property
    def rows(self) -> int:
        """How many rows of the printed table it takes."""
        return 2 if self.notes else 1


def rows(
    old: Sequence[Indicator], new: Sequence[Indicator], table: Table, wording: Wording
) -> tuple[Row, ...]:
    """Return the rows of a table; `old` and `new` are the indicators of both years in order."""
    return tuple(_joined(list(_lines(old, new, table, wording)), wording))


def one_side(
    indicators: Sequence[Indicator], wording: Wording, *, dropped: bool
) -> tuple[Row, ...]:
    """Return the rows of a table that only one year has."""
    return tuple(_joined([_alone(one, wording, dropped=dropped) for one in indicators], wording))


def _lines(
    old: Sequence[Indicator], new: Sequence[Indicator], table: Table, wording: Wording
) -> Iterator[_Line]:
    changes = {change.pair.new.id: change for change in table.changes}
    paired = {id(one) for pair in table.matching.pairs for one in (pair.old, pair.new)}
    for part in order.ordered(old, new, table.matching):
        match part:
            case Pair():
                yield _pair(changes[part.new.id], wording)
            case order.Added():
                yield _alone(part.new, wording, dropped=False)
            case order.Dropped():
                yield _alone(part.old, wording, dropped=True)
            case order.Open():
                yield from _open(part, paired, wording)


def _open(part: order.Open[Indicator], paired: set[int], wording: Wording) -> Iterator[_Line]:
    """Yield a line for each indicator of a proposal, one for two that may be the same."""
    proposal = part.proposal
    older = () if proposal.relation is Relation.SAME else proposal.old
    for one in (*older, *proposal.new):
        if id(one) not in paired:
            yield _asked(one, part, wording, older=any(one is other for other in older))


def _pair(change: IndicatorChange, wording: Wording) -> _Line:
    old, new, target = change.pair.old, change.pair.new, change.target
    renamed = next((text for text in change.texts if text.key == "name"), None)
    return _Line(
        first=new.classified.first,
        second=new.classified.second,
        name=tuple(stretches(renamed.pieces, wording)) if renamed else _kept(new.name),
        old=seen(old.target.text),
        new=seen(new.target.text),
        mark=wording.shift(target),
        moved=wording.moved(target),
        notes=tuple(_notes(change, wording)),
    )


def _notes(change: IndicatorChange, wording: Wording) -> Iterator[Note]:
    if assumed := wording.assumed(change.target):
        yield Note(label=wording.field("indicators", 0, "target"), words=assumed)
    if change.class_moved:
        before = change.pair.old.classified
        told = message("was {old}", old=before.second or before.first or "—")
        yield Note(label=wording.field("indicators", 0, "class"), words=wording.translate(told))
    if change.weight[0] != change.weight[1]:
        told_weight = f"{change.weight[0] or '—'} → {change.weight[1] or '—'}"
        yield Note(label=wording.field("indicators", 0, "weight"), words=told_weight)
    for text in change.texts:
        if text.key != "name" and not text.is_same:
            yield Note(label=wording.text(text), paragraph=paragraph(text, wording))


def _alone(one: Indicator, wording: Wording, *, dropped: bool) -> _Line:
    return _Line(
        first=one.classified.first,
        second=one.classified.second,
        name=_kept(one.name),
        old=seen(one.target.text) if dropped else "—",
        new="—" if dropped else seen(one.target.text),
        mark=wording.mark(words.DROPPED, "down") if dropped else wording.mark(words.ADDED, "up"),
    )


def _asked(one: Indicator, part: order.Open[Indicator], wording: Wording, *, older: bool) -> _Line:
    """Return the line of what may belong to another one: said, and not assumed."""
    others = part.proposal.new if older else part.proposal.old
    before = f"{seen(others[0].target.text)}？" if len(others) == 1 else "—"
    return _Line(
        first=one.classified.first,
        second=one.classified.second,
        name=_kept(one.name),
        old=seen(one.target.text) if older else before,
        new="—" if older else seen(one.target.text),
        mark=wording.open(part),
        notes=(Note(label="", words=wording.proposal(part)),),
    )


def _kept(text: str) -> tuple[Stretch, ...]:
    return (Stretch(edit="kept", text=seen(text)),)


def _joined(lines: list[_Line], wording: Wording) -> Iterator[Row]:
    """Yield the rows; adjacent equal classes share one cell."""
    firsts = _cells(lines, lambda line: (line.first,), wording)
    seconds = _cells(lines, lambda line: (line.first, line.second), wording)
    for line, first, second in zip(lines, firsts, seconds, strict=True):
        yield Row(
            first=first,
            second=second,
            name=line.name,
            old=line.old,
            new=line.new,
            mark=line.mark,
            moved=line.moved,
            notes=line.notes,
            columns=_BESIDE if wording.merges else _ALL,
        )


def _cells(
    lines: list[_Line], key: Callable[[_Line], tuple[str, ...]], wording: Wording
) -> Iterator[ClassCell | None]:
    runs = groupby(lines, key) if wording.merges else ((key(line), (line,)) for line in lines)
    for labels, run in runs:
        of_run = tuple(run)
        label = labels[-1]
        yield ClassCell(
            label=label,
            rows=sum(line.rows for line in of_run) if wording.merges else 1,
            continued=wording.translate(message("{label} (continued)", label=label))
            if label
            else "",
        )
        yield from [None] * (len(of_run) - 1)
