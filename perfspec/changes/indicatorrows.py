"""The rows of the indicators of a table."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from perfspec.changes import Step, labels
from perfspec.changes.figures import percent
from perfspec.changes.order import Added, Dropped, Open, ordered
from perfspec.changes.row import Kind, Row, Subject
from perfspec.changes.rowmaking import kind, of_open, of_text, placed
from perfspec.compare import IndicatorChange, Shift, Table, TargetChange
from perfspec.compare.pairs import How
from perfspec.model import Indicator, IndicatorClass
from perfspec.values import amount
from perfspec.values.numerals import EXACT

MEDIUM_TERM = "medium_term"
_INDICATORS = "indicators"
# The difference of two shares is in points, and a per cent of it would mislead.
_SHARES = frozenset({"%", "‰"})


def rows(
    table: Table,
    old: Sequence[Indicator],
    new: Sequence[Indicator],
    step: Step,
    *,
    is_medium_term: bool,
) -> Iterator[Row]:
    """Yield what changed in a table."""
    found = _rows(table, old, new, step)
    if not is_medium_term:
        yield from found
        return
    for row in found:
        yield replace(row, key=f"{MEDIUM_TERM}.{row.key}", is_medium_term=True)


def _rows(
    table: Table, old: Sequence[Indicator], new: Sequence[Indicator], step: Step
) -> Iterator[Row]:
    changed = {change.pair.new.id: change for change in table.changes}
    label = labels.title(labels.PROJECT, (_INDICATORS,))
    for part in ordered(old, new, table.matching):
        match part:
            case Added(new=one):
                row = _field((), None, one, step)
                yield replace(row, kind=Kind.ADDED, new=one.target.text)
            case Dropped(old=one):
                row = _field((), one, None, step)
                yield replace(row, kind=Kind.DROPPED, old=one.target.text)
            case Open():
                row = of_open(part, step, subject=Subject.INDICATOR, key=_INDICATORS, label=label)
                ids = " ".join(one.id for one in part.proposal.new)
                yield replace(row, indicator=ids, indicator_name=row.new or "")
            case _:
                yield from _changes(changed[part.new.id], step)


def _changes(change: IndicatorChange, step: Step) -> Iterator[Row]:
    """Yield what changed of an indicator; its target stands before what only words it."""
    old, new, how = change.pair.old, change.pair.new, change.pair.how
    if change.class_moved:
        yield replace(
            _field(("class",), old, new, step, how),
            old=_class(old.classified) or None,
            new=_class(new.classified) or None,
        )
    target = change.target
    if target.old.text != target.new.text or target.shift is not Shift.SAME:
        yield _of_target(target, _field(("target",), old, new, step, how))
    for text in change.texts:
        if not text.is_same:
            row = of_text(text, labels.PROJECT, Subject.INDICATOR, step)
            yield replace(row, indicator=new.id, indicator_name=new.name, how=how)
    if change.weight[0] != change.weight[1]:
        yield _of_weight(change.weight, _field(("weight",), old, new, step, how))


def _field(
    keys: tuple[str, ...],
    old: Indicator | None,
    new: Indicator | None,
    step: Step,
    how: How | None = None,
) -> Row:
    named = new or old
    if named is None:
        raise ValueError(keys)
    places = [one.at if one else None for one in (old, new)]
    for key in keys:
        places = [at / key if at else None for at in places]
    return Row(
        subject=Subject.INDICATOR,
        kind=Kind.CHANGED,
        key=".".join((_INDICATORS, *keys)),
        label=labels.title(labels.PROJECT, (_INDICATORS, 0, *keys) if keys else (_INDICATORS,)),
        indicator=named.id,
        indicator_name=named.name,
        how=how,
        **placed(step, *places),
    )


def _class(one: IndicatorClass) -> str:
    return " / ".join(label for label in (one.first, one.second) if label)


def _of_target(change: TargetChange, row: Row) -> Row:
    """Return `row` with what became of a target, in the unit of the newer one."""
    quantity = change.new.quantity
    before = after = share = None
    if change.difference is not None and quantity is not None:
        before = EXACT.subtract(quantity.number, change.difference)
        after = quantity.number
        share = None if quantity.unit in _SHARES else percent(before, after)
    return replace(
        row,
        kind=Kind.FORMAL if change.shift is Shift.SAME else Kind.CHANGED,
        old=change.old.text or None,
        new=change.new.text or None,
        before=before,
        after=after,
        difference=None if after is None else change.difference,
        percent=share,
        unit=quantity.unit if after is not None and quantity else "",
        shift=change.shift,
        is_weaker=change.is_weaker,
        mended=change.mended,
        assumed=(change.old_assumed, change.new_assumed),
        assumed_units=(change.old_unit, change.new_unit),
    )


def _of_weight(weight: tuple[str, str], row: Row) -> Row:
    before, after = (amount(text).value for text in weight)
    difference = None
    if before is not None and after is not None:
        difference = EXACT.subtract(after, before)
    return replace(
        row,
        kind=Kind.FORMAL if difference == 0 else kind(*weight),
        old=weight[0] or None,
        new=weight[1] or None,
        before=before,
        after=after,
        difference=difference,
    )
