"""A project of the paper: in, what became of it; out, the records that its templates print."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from perfspec.changes import figures, words
from perfspec.changes.page import table, texts
from perfspec.changes.page.headings import COMMA
from perfspec.changes.page.table import Row
from perfspec.changes.page.texts import Paragraph, TextRow
from perfspec.changes.page.wording import EQUAL, Mark, Wording, grouped
from perfspec.compare import PlanChange, ProjectChange, SourceChange, Timing
from perfspec.compare.pairs import How
from perfspec.form import Column
from perfspec.messages import message
from perfspec.model import Project, Term
from perfspec.report.visible import seen
from perfspec.values import Percent


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadRow:
    """A field of the upper half of the table: what each year says, line by line."""

    label: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    mark: Mark
    moved: str
    number: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorTable:
    """The lower half, or the table of the medium term; `caption` tells them apart."""

    caption: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectPart:
    """A project with its table; `known_by` says how it is known to be one in both years."""

    anchor: str
    at: str
    name: str
    mark: Mark
    known_by: str
    renamed: Paragraph | None
    head: tuple[HeadRow, ...]
    texts: tuple[TextRow, ...]
    same_texts: str
    tables: tuple[IndicatorTable, ...]


def both(
    change: ProjectChange, anchor: str, wording: Wording, formal: frozenset[str]
) -> ProjectPart:
    """Return the part of a project that stands in both years.

    `formal` are its fields of which only the writing or the year changed.
    """
    old, new = change.pair.old, change.pair.new
    name = next((text for text in change.texts if text.key == "name"), None)
    fields = [text for text in change.texts if text.key != "name"]
    return ProjectPart(
        anchor=anchor,
        at=new.at.path,
        name=seen(new.name),
        mark=wording.mark(words.CHANGED, "other"),
        known_by=_known_by(change, wording),
        renamed=(
            None
            if name is None or name.is_same or "name" in formal
            else texts.paragraph(name, wording)
        ),
        head=tuple(_head(change, wording, formal)),
        texts=(
            *texts.rows(fields, wording),
            *(
                replace(row, label=_of_term(row.label, wording))
                for row in texts.rows(change.medium_term_goals, wording)
            ),
        ),
        same_texts=wording.translate(COMMA).join(texts.same_fields(fields, wording)),
        tables=tuple(_tables(change, old, new, wording)),
    )


def alone(project: Project, anchor: str, wording: Wording, *, dropped: bool) -> ProjectPart:
    """Return the part of a project that only one year has."""
    known = words.DROPPED if dropped else words.ADDED
    mark = wording.mark(known, "down" if dropped else "up")
    return ProjectPart(
        anchor=anchor,
        at=project.at.path,
        name=seen(project.name),
        mark=mark,
        known_by="",
        renamed=None,
        head=tuple(_head_alone(project, mark, wording, dropped=dropped)),
        texts=tuple(_texts_alone(project, wording)),
        same_texts="",
        tables=(
            IndicatorTable(
                caption="",
                rows=table.one_side(project.indicators, wording, dropped=dropped),
            ),
        ),
    )


def _texts_alone(project: Project, wording: Wording) -> Iterator[TextRow]:
    if project.purpose:
        yield texts.whole(wording.field("purpose"), (project.purpose,), wording)
    if project.goals:
        yield texts.whole(wording.field("goals"), project.goals, wording)


def _of_term(what: str, wording: Wording) -> str:
    return wording.translate(message("medium term: {what}", what=what))


def _known_by(change: ProjectChange, wording: Wording) -> str:
    pair = change.pair
    told = wording.translate(words.HOWS[pair.how])
    if pair.how in {How.NAME, How.LIKENESS}:
        told = wording.translate(message("{how}, likeness {n}", how=told, n=pair.likeness))
    return wording.translate(message("known as one project by: {how}", how=told))


def _tables(
    change: ProjectChange, old: Project, new: Project, wording: Wording
) -> Iterator[IndicatorTable]:
    yield IndicatorTable(
        caption="",
        rows=table.rows(old.indicators, new.indicators, change.indicators, wording),
    )
    if change.medium_term is not None:
        before = old.medium_term.indicators if old.medium_term else ()
        after = new.medium_term.indicators if new.medium_term else ()
        yield IndicatorTable(
            caption=wording.field("medium_term"),
            rows=table.rows(before, after, change.medium_term, wording),
        )


def _head(change: ProjectChange, wording: Wording, formal: frozenset[str]) -> Iterator[HeadRow]:
    old, new = change.pair.old, change.pair.new
    plain = {"code": change.code}
    if change.unit_moved:
        plain["unit"] = (old.unit.name, new.unit.name)
    plain["term"] = (_term(change.term[0]), _term(change.term[1]))
    for key, (before, after) in plain.items():
        if before != after:
            known = words.FORMAL if key in formal else words.CHANGED
            mark = wording.mark(known, "same" if key in formal else "other")
            yield _plain(wording.field(key), before, after, mark)
    yield HeadRow(
        label=wording.field("budget", "total"),
        old=(wording.amount(change.budget.before),),
        new=(wording.amount(change.budget.after),),
        mark=wording.money(change.budget),
        moved=wording.difference(change.budget),
        number=True,
    )
    sources = [one for one in change.sources if one.amount.before or one.amount.after]
    for number, source in enumerate(sources):
        yield _source(source, wording, first=number == 0)
    if change.plan.old or change.plan.new:
        yield _plan(change.plan, wording)


def _source(source: SourceChange, wording: Wording, *, first: bool) -> HeadRow:
    label = message("of which {source}", source=source.label) if first else None
    moved = source.old_share != source.new_share
    return HeadRow(
        label=wording.translate(label) if label else source.label,
        old=tuple(_shared(source.amount.before, source.old_share if moved else None, wording)),
        new=tuple(_shared(source.amount.after, source.new_share if moved else None, wording)),
        mark=wording.money(source.amount),
        moved=wording.difference(source.amount),
        number=True,
    )


def _shared(amount: Decimal | None, share: Decimal | None, wording: Wording) -> Iterator[str]:
    yield wording.amount(amount)
    if share is not None:
        n = f"{grouped(figures.rounded(share))}%"
        yield wording.translate(message("{n} of the total", n=n))


def _plan(plan: PlanChange, wording: Wording) -> HeadRow:
    same = plan.timing is Timing.SAME
    sign, _ = EQUAL if same else words.CHANGED
    return HeadRow(
        label=wording.field("payment_plan"),
        old=tuple(_dates(plan.old, wording.form.payment_plan)),
        new=tuple(_dates(plan.new, wording.form.payment_plan)),
        mark=wording.mark((sign, words.TIMINGS[plan.timing]), "same" if same else "other"),
        moved="",
        number=True,
    )


def _dates(plan: Mapping[str, Percent], columns: Sequence[Column]) -> Iterator[str]:
    """Yield the payments of a year, date by date; dates of another form by their keys."""
    labels = {column.id: column.label for column in columns}
    for key, percent in plan.items():
        yield f"{labels.get(key, key)} {seen(percent.text) or '—'}"


def _plain(label: str, old: str, new: str, mark: Mark) -> HeadRow:
    return HeadRow(
        label=label,
        old=(seen(old) or "—",),
        new=(seen(new) or "—",),
        mark=mark,
        moved="",
        number=False,
    )


def _term(term: Term | None) -> str:
    return f"{term.start} — {term.end}" if term else ""


def _head_alone(
    project: Project, mark: Mark, wording: Wording, *, dropped: bool
) -> Iterator[HeadRow]:
    amount = wording.written(project.budget.total)
    yield HeadRow(
        label=wording.field("budget", "total"),
        old=(amount,) if dropped else ("—",),
        new=("—",) if dropped else (amount,),
        mark=mark,
        moved="",
        number=True,
    )
