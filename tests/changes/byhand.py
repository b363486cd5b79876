"""Comparisons put together by hand: what belongs together and what became of it is given.

In: filings of the small workspace beside this file. So the reports are tested against records that
no matching and no comparing of targets can change.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from perfspec import pipeline
from perfspec.compare import (
    AmountChange,
    Edit,
    IndicatorChange,
    Piece,
    PlanChange,
    ProjectChange,
    Shift,
    Side,
    SourceChange,
    Table,
    TargetChange,
    TextChange,
    Timing,
)
from perfspec.compare.pairs import How, Matching, Pair, Proposal, Relation
from perfspec.diagnostics import Place
from perfspec.messages import message
from perfspec.model import Indicator, Project
from perfspec.values import Amount
from perfspec.workspace import FilingFolder

ROOT = Path(__file__).parent / "workspace"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is given of a pair of projects; `shifts` are by id, `indicators` by old id."""

    how: How = How.ID
    likeness: int = 100
    timing: Timing = Timing.SAME
    shifts: Mapping[str, tuple[Shift, str | None]] = field(default_factory=dict)
    probable: tuple[tuple[str, str], ...] = ()


@cache
def loaded(year: int, department: str) -> pipeline.Loaded:
    """Return a filing of the workspace."""
    one = pipeline.load(FilingFolder(root=ROOT, year=str(year), department=department))
    assert one.filing, one.refused
    return one


def side(year: int, department: str) -> Side:
    """Return a filing of the workspace with its form."""
    one = loaded(year, department)
    assert one.filing
    assert one.form
    return Side(filing=one.filing, form=one.form)


def text(
    key: str, old: str | None, new: str | None, old_at: Place | None, new_at: Place | None
) -> TextChange:
    """Return the change of a text, its pieces by character."""
    first, second = old or "", new or ""
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    pieces: list[Piece] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag in {"delete", "replace"}:
            pieces.append(Piece(edit=Edit.DELETED, text=first[a:b]))
        if tag in {"insert", "replace"}:
            pieces.append(Piece(edit=Edit.INSERTED, text=second[c:d]))
        if tag == "equal":
            pieces.append(Piece(edit=Edit.KEPT, text=first[a:b]))
    likeness = 0 if old is None or new is None else int(matcher.ratio() * 100)
    return TextChange(
        key=key,
        old=old,
        new=new,
        old_at=old_at,
        new_at=new_at,
        pieces=tuple(pieces),
        likeness=likeness,
    )


def items(
    key: str, old: Sequence[str], new: Sequence[str], old_at: Place, new_at: Place
) -> Iterator[TextChange]:
    """Yield the changes of the items of a list, item by item in their order."""
    for n in range(max(len(old), len(new))):
        before = old[n] if n < len(old) else None
        after = new[n] if n < len(new) else None
        yield text(
            key,
            before,
            after,
            None if before is None else old_at / key / n,
            None if after is None else new_at / key / n,
        )


def amount(old: Amount | None, new: Amount | None) -> AmountChange:
    """Return the change of an amount in one unit."""
    return AmountChange(
        old=old, new=new, before=old.value if old else None, after=new.value if new else None
    )


def table(old: Sequence[Indicator], new: Sequence[Indicator], told: Told) -> Table:
    """Return the change of a table, in which equal ids belong together."""
    before = {one.id: one for one in old}
    after = {one.id: one for one in new}
    pairs = tuple(
        Pair(
            old=before[one.id],
            new=one,
            how=How.ID,
            likeness=100,
            reasons=(message("the same id"),),
        )
        for one in new
        if one.id in before
    )
    maybe = tuple(
        probable(before[a], after[b]) for a, b in told.probable if a in before and b in after
    )
    open_ids = {one for pair in told.probable for one in pair}
    return Table(
        matching=Matching(
            pairs=pairs,
            proposals=maybe,
            dropped=tuple(one for one in old if one.id not in {*after, *open_ids}),
            added=tuple(one for one in new if one.id not in {*before, *open_ids}),
        ),
        changes=tuple(indicator(pair, told) for pair in pairs),
    )


def probable(old: Indicator, new: Indicator) -> Proposal[Indicator]:
    """Return the proposal that two indicators are one."""
    return Proposal(
        relation=Relation.SAME,
        old=(old,),
        new=(new,),
        likeness=78,
        reasons=(message("alike in name"),),
    )


def indicator(pair: Pair[Indicator], told: Told) -> IndicatorChange:
    """Return the change of an indicator; one that is not told of keeps its target."""
    old, new = pair.old, pair.new
    shift, difference = told.shifts.get(new.id, (Shift.SAME, None))
    texts = [
        text(key, getattr(old, key), getattr(new, key), old.at / key, new.at / key)
        for key in ("name", "description", "basis")
    ]
    return IndicatorChange(
        pair=pair,
        target=TargetChange(
            shift=shift,
            old=old.target,
            new=new.target,
            difference=None if difference is None else Decimal(difference),
        ),
        texts=tuple(texts),
        class_moved=old.classified.standard != new.classified.standard,
        weight=(old.weight, new.weight),
    )


def project(pair: Pair[Project], told: Told, form_labels: Mapping[str, str]) -> ProjectChange:
    """Return the change of a project."""
    old, new = pair.old, pair.new
    total = (old.budget.total.value, new.budget.total.value)
    shares = [
        {key: one.value * 100 / whole for key, one in budget.items() if one.value is not None}
        if whole
        else {}
        for whole, budget in zip(total, (old.budget.sources, new.budget.sources), strict=True)
    ]
    texts = [
        text(key, getattr(old, key), getattr(new, key), old.at / key, new.at / key)
        for key in ("name", "purpose")
    ]
    texts += items("goals", old.goals, new.goals, old.at, new.at)
    texts += [
        text(f"fields.{key}", old.fields[key], new.fields[key], *_at(pair, "fields", key))
        for key in new.fields
        if key in old.fields
    ]
    medium = None
    goals: tuple[TextChange, ...] = ()
    if old.medium_term and new.medium_term:
        medium = table(old.medium_term.indicators, new.medium_term.indicators, told)
        ends = old.medium_term, new.medium_term
        goals = tuple(
            items("goals", ends[0].goals, ends[1].goals, old.medium_term.at, new.medium_term.at)
        )
    return ProjectChange(
        pair=pair,
        code=(old.code, new.code),
        unit_moved=old.unit.code != new.unit.code,
        budget=amount(old.budget.total, new.budget.total),
        sources=tuple(
            SourceChange(
                id=key,
                label=form_labels[key],
                amount=amount(old.budget.sources.get(key), new.budget.sources.get(key)),
                old_share=shares[0].get(key),
                new_share=shares[1].get(key),
            )
            for key in new.budget.sources
        ),
        plan=PlanChange(timing=told.timing, old=old.payment_plan, new=new.payment_plan),
        term=(old.term, new.term),
        texts=tuple(texts),
        indicators=table(old.indicators, new.indicators, told),
        medium_term=medium,
        medium_term_goals=goals,
    )


def _at(pair: Pair[Project], *keys: str) -> tuple[Place, Place]:
    old, new = pair.old.at, pair.new.at
    for key in keys:
        old, new = old / key, new / key
    return old, new


def filing_texts(old: Side, new: Side) -> tuple[TextChange, ...]:
    """Return the changes of the texts of filing.yaml."""
    a, b = old.filing, new.filing
    return (
        text(
            "overall_goal",
            a.overall_goal,
            b.overall_goal,
            a.at / "overall_goal",
            b.at / "overall_goal",
        ),
        *items("sub_goals", a.sub_goals, b.sub_goals, a.at, b.at),
        *items("measures", a.measures, b.measures, a.at, b.at),
    )


def whole(one: Side) -> Decimal:
    """Return what all projects of a side cost."""
    return sum((p.budget.total.value or Decimal(0) for p in one.filing.projects), Decimal(0))
