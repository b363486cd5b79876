"""What became of a target: by inclusion of what it accepts, and not by its text.

In: the targets of two years, or the indicators that have them. Out: a `TargetChange`. The change
from b to a is the mirror of that from a to b, with the years turned round.
"""

from dataclasses import replace
from decimal import Decimal

from perfspec.compare import Shift, TargetChange, dates, numbers, wanted, wordings
from perfspec.compare.verdict import REDEFINED, SAME, Verdict, joined, turned
from perfspec.compare.wanted import Terms
from perfspec.model import Indicator
from perfspec.values import (
    Bands,
    Moment,
    Period,
    Quantity,
    Range,
    Relative,
    Sentence,
    Target,
    targets,
)

_REWORDED = Verdict(shift=Shift.REWORDED)
_FIGURED = (Quantity, Range, Moment, Period)
_FLOORS, _CEILINGS = {"≥", ">"}, {"≤", "<"}
_STRICT = {"≥": ">", "≤": "<"}
_COUNTED = {Shift.TIGHTENED, Shift.RELAXED, Shift.REVERSED, Shift.SHIFTED}
_OF_POOR = {Shift.TIGHTENED: Shift.RELAXED, Shift.RELAXED: Shift.TIGHTENED}


def change(old: Target, new: Target, *, ceiling: bool = False, years: int = 0) -> TargetChange:
    """Return what became of a target; with `ceiling` a bare number is at most so much.

    `years` lie between the filings: 2020年底前 and, a year later, 2021年底前 are the same.
    """
    if _is_copied(old, new):
        return TargetChange(shift=Shift.SAME, old=old, new=new)
    return _change(old, new, wanted.of_targets(old, new, ceiling=ceiling, years=years))


def of_indicators(old: Indicator, new: Indicator, *, years: int = 0) -> TargetChange:
    """Return what became of the target of an indicator, by what is known of that."""
    if _is_copied(old.target, new.target):
        return TargetChange(shift=Shift.SAME, old=old.target, new=new.target)
    found = _change(old.target, new.target, wanted.of_indicators(old, new, years=years))
    if found.shift is not Shift.REVERSED:
        return found
    return replace(found, mended=_is_mended(found, wanted.operators(old, new)))


def mirrored(change: TargetChange) -> TargetChange:
    """Return `change` the other way round."""
    old, new = _number(change.new, change.new_unit), _number(change.old, change.old_unit)
    counted = change.shift in _COUNTED
    return TargetChange(
        shift=turned(change.shift),
        old=change.new,
        new=change.old,
        old_assumed=change.new_assumed,
        new_assumed=change.old_assumed,
        old_unit=change.new_unit,
        new_unit=change.old_unit,
        difference=numbers.difference(old, new) if counted and old and new else None,
        mended=None if change.mended is None else not change.mended,
    )


def _is_mended(change: TargetChange, ops: tuple[str, str]) -> bool | None:
    """Tell whether a sign that was turned is now the one that is wanted."""
    match change.new.reading:
        case Quantity(op) | Relative(op) if ops[0] and ops[0] == ops[1]:
            return ((op or change.new_assumed) in _FLOORS) is (ops[1] in _FLOORS)
        case _:
            return None


def _is_copied(old: Target, new: Target) -> bool:
    """Tell whether both are written alike and nothing has to be assumed of them."""
    return old.text == new.text and not wanted.is_open(old) and old == new


def _change(old: Target, new: Target, terms: Terms) -> TargetChange:
    found = _verdict(old, new, terms)
    return TargetChange(
        shift=found.shift,
        old=old,
        new=new,
        old_assumed=found.ops[0],
        new_assumed=found.ops[1],
        old_unit=found.units[0],
        new_unit=found.units[1],
        difference=found.difference,
    )


def _verdict(old: Target, new: Target, terms: Terms) -> Verdict:
    match old.reading, new.reading:
        case (Quantity() | Range() as mine, Quantity() | Range() as its):
            return numbers.verdict(mine, its, terms)
        case (Moment() | Period() as mine, Moment() | Period() as its):
            return dates.verdict(mine, its, terms.years)
        case (Bands() as mine, Bands() as its):
            return _bands(mine, its, terms)
        case (Relative() as mine, Relative() as its):
            return _relative(mine, its)
        case _:
            return _worded(old, new, terms)


def _worded(old: Target, new: Target, terms: Terms) -> Verdict:
    """Return what became of a target where at least one side is in words."""
    mine, its = _states(old), _states(new)
    if mine and its:
        if isinstance(old.reading, Sentence) and isinstance(new.reading, Sentence):
            return wordings.of_sentences(old, new, terms)
        before, after = _figure(old), _figure(new)
        return numbers.verdict(before, after, terms) if before and after else REDEFINED
    if mine or its:
        other = new if mine else old
        if _is_unread(other):
            return REDEFINED
        return Verdict(shift=Shift.DEQUANTIFIED if mine else Shift.QUANTIFIED)
    same = wordings.are_same(wordings.words(old), wordings.words(new), terms.years)
    return SAME if same else _REWORDED


def _states(target: Target) -> bool:
    """Tell whether `target` states a number or a date."""
    match target.reading:
        case Bands() as bands:
            return any(isinstance(targets.target(cell).reading, _FIGURED) for cell in _cells(bands))
        case Sentence(stated):
            return bool(stated)
        case reading:
            return isinstance(reading, _FIGURED)


def _is_unread(target: Target) -> bool:
    """Tell whether `target` has figures that the grammar does not know: 88/100, 1:20."""
    unread = target.reading is None or isinstance(target.reading, Sentence)
    return unread and wordings.has_digits(target)


def _figure(target: Target) -> Quantity | None:
    """Return the one number of `target`, also that of a sentence that says only of what it is."""
    if isinstance(target.reading, Sentence):
        return wordings.one_figure(target)
    return target.quantity


def _number(target: Target, unit: str) -> Quantity | None:
    """Return the one number of `target` with the unit that was assumed."""
    match target.reading:
        case Sentence((one,)):
            return one
        case Quantity() as stated:
            return replace(stated, unit=unit) if unit else stated
        case _:
            return None


def _relative(old: Relative, new: Relative) -> Verdict:
    """Return what became of a bound that names another figure: the same one, or another."""
    if old.to.replace(" ", "") != new.to.replace(" ", ""):
        return REDEFINED
    before, after = (Quantity(one.op, Decimal(1), "") for one in (old, new))
    return Verdict(shift=numbers.verdict(before, after, Terms()).shift)


def _bands(old: Bands, new: Bands, terms: Terms) -> Verdict:
    """Return what became of the four bands: of 差 more is stricter, of the others less."""
    before = [targets.target(cell) for cell in _cells(old)]
    after = [targets.target(cell) for cell in _cells(new)]
    stated = {one.quantity.op for one in (before[0], after[0]) if one.quantity}
    ceiling = not stated & _FLOORS and bool(stated & _CEILINGS or "≤" in terms.ops)
    best, worst = ("≤", ">") if ceiling else ("≥", "<")
    parts = [
        _verdict(_bounded(mine, op), _bounded(its, op), replace(terms, ops=(op, op)))
        for mine, its, op in zip(before, after, (best, best, best, worst), strict=True)
    ]
    parts[-1] = replace(parts[-1], shift=_OF_POOR.get(parts[-1].shift, parts[-1].shift))
    return joined(parts)


def _bounded(cell: Target, op: str) -> Target:
    """Return a band with the end that counts; 85%以下 as 差 is less than what is still 中."""
    stated = cell.reading
    if isinstance(stated, Range):
        end = stated.low if op in _FLOORS else stated.high
        return replace(cell, reading=Quantity(op, end, stated.unit))
    if isinstance(stated, Quantity) and _STRICT.get(stated.op) == op:
        return replace(cell, reading=replace(stated, op=op))
    return cell


def _cells(bands: Bands) -> tuple[str, str, str, str]:
    return bands.excellent, bands.good, bands.fair, bands.poor
