"""Two numbers beside each other: quantities and ranges.

In: what two targets state, and the `Terms` for bare numbers. Out: a `Verdict`.

An operator that is missing beside = and the same number is = too. A unit that is missing is that of
the name, or that of the other year where the numbers are of one size: 220 and 230门. Beside a share
the number may be its own part of one: 0.9 and 95%. A number without a unit beside money is not to
be compared: it may be 元 or 万元.
"""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from perfspec.compare import Shift, accepts
from perfspec.compare.verdict import REDEFINED, Verdict, of_spans
from perfspec.compare.wanted import Terms
from perfspec.values import Quantity, Range
from perfspec.values.numerals import EXACT, times
from perfspec.values.units import Dimension, unit

Number = Quantity | Range
Two = tuple[str, str]

_BOUNDS = {"≥": "≥", ">": "≥", "≤": "≤", "<": "≤"}
# What two signs with one number mean the same: all of a whole, and none.
_ALL, _NONE = {"=", "≥"}, {"=", "≤"}
# So many times as large may another number of the same be: a share, and anything else.
_NEAR, _FAR = Decimal(10), Decimal(100)
_ZERO = Decimal(0)


def verdict(old: Number, new: Number, terms: Terms) -> Verdict:
    """Return what became of a number."""
    units = ("", "")
    if not (old.unit and new.unit):
        found = _units(old, new, terms.units)
        if found is None:
            return REDEFINED
        units = found
        old, new = _with_unit(old, units[0]), _with_unit(new, units[1])
    if accepts.axis(old.unit) != accepts.axis(new.unit):
        return REDEFINED
    ops = _ops(old, new, terms)
    if old == new and ops[0] == ops[1]:
        return Verdict(shift=Shift.SAME, ops=ops, units=units)
    shift = _shift(_with_op(old, ops[0]), _with_op(new, ops[1]))
    same = shift is Shift.SAME
    return Verdict(
        shift=shift, ops=ops, units=units, difference=None if same else difference(old, new)
    )


def difference(old: Number, new: Number) -> Decimal | None:
    """Return new less old in the unit of `new`; None for ranges, and where that is not exact."""
    if not (isinstance(old, Quantity) and isinstance(new, Quantity)):
        return None
    before: Decimal | None = old.number
    if old.unit != new.unit:
        before = _converted(old.number, old.unit, new.unit)
    return None if before is None else _plain(EXACT.subtract(new.number, before))


def _converted(number: Decimal, old: str, new: str) -> Decimal | None:
    """Return `number` in the unit `new`, if it has an end: 1分钟 has none in 小时."""
    ratio = _ratio(old, new)
    number = times(number, Decimal(ratio.numerator))
    rest = ratio.denominator
    for prime in (2, 5):
        while not rest % prime:
            rest //= prime
            number = EXACT.scaleb(times(number, Decimal(10 // prime)), -1)
    exponent = number.adjusted() - len(number.as_tuple().digits) + 1
    whole = EXACT.scaleb(number, -exponent)
    if EXACT.remainder(whole, Decimal(rest)):
        return None
    return EXACT.scaleb(EXACT.divide_int(whole, Decimal(rest)), exponent)


@lru_cache(maxsize=1024)
def _ratio(old: str, new: str) -> Fraction:
    return Fraction(unit(old).scale) / Fraction(unit(new).scale)


def _plain(number: Decimal) -> Decimal:
    """Return `number` without zeros at its end: 5, and neither 5.00 nor 1E+3."""
    return EXACT.add(number.normalize(EXACT), _ZERO)


def _units(old: Number, new: Number, named: Two) -> Two | None:
    """Return the units that are missing; None where a number is not to be compared without."""
    units = ("" if old.unit else named[0], "" if new.unit else named[1])
    old, new = _with_unit(old, units[0]), _with_unit(new, units[1])
    if bool(old.unit) == bool(new.unit):
        return units
    lent = _lent(new, old) if old.unit else _lent(old, new)
    if lent is None:
        return None
    return (units[0], lent) if old.unit else (lent, units[1])


def _lent(bare: Number, other: Number) -> str | None:
    """Return the unit of `other` for `bare`, none where `bare` is its own part of one."""
    of = unit(other.unit)
    mine, its = _size(bare), _size(other)
    if not mine:
        return other.unit  # nothing, whatever it is counted in
    if of.dimension is Dimension.MONEY:
        return None
    if mine == its or not its:
        return other.unit
    if of.dimension is not Dimension.SHARE or of.base:
        return other.unit if _are_near(mine, its, _FAR) else None
    same, part = _are_near(mine, its, _NEAR), _are_near(mine, times(its, of.scale), _NEAR)
    return None if same == part else other.unit if same else ""


def _size(stated: Number) -> Decimal:
    return stated.high if isinstance(stated, Range) else stated.number


def _are_near(one: Decimal, other: Decimal, limit: Decimal) -> bool:
    """Tell whether neither number is more than `limit` times the other."""
    one, other = one.copy_abs(), other.copy_abs()
    return one <= times(other, limit) and other <= times(one, limit)


def _with_unit(stated: Number, name: str) -> Number:
    return replace(stated, unit=name) if name else stated


def _with_op(stated: Number, op: str) -> Number:
    return replace(stated, op=op) if op and isinstance(stated, Quantity) else stated


def _ops(old: Number, new: Number, terms: Terms) -> Two:
    """Return the operators that are missing."""
    mine = old.op if isinstance(old, Quantity) else None
    its = new.op if isinstance(new, Quantity) else None
    if mine and its:
        return "", ""
    if "=" in {mine, its} and "" in {mine, its} and _are_equal(old, new):
        return ("", "=") if mine else ("=", "")
    none = not terms.counted and _ZERO in {
        _size(one) for one, op in ((old, mine), (new, its)) if op == ""
    }
    default = "≤" if none else "≥"
    return (
        (terms.ops[0] or _BOUNDS.get(its or "", default)) if mine == "" else "",
        (terms.ops[1] or _BOUNDS.get(mine or "", default)) if its == "" else "",
    )


def _are_equal(old: Number, new: Number) -> bool:
    """Tell whether both have one number, in units of one axis."""
    return times(_size(old), unit(old.unit).scale) == times(_size(new), unit(new.unit).scale)


def _shift(old: Number, new: Number) -> Shift:
    if isinstance(old, Quantity) and isinstance(new, Quantity):
        mine, its = _BOUNDS.get(old.op, old.op), _BOUNDS.get(new.op, new.op)
        if {mine, its} == {"≥", "≤"}:
            return Shift.REVERSED
        if mine != its and _are_equal(old, new) and _is_end(old, {old.op, new.op}):
            return Shift.SAME
    return of_spans(accepts.of_number(old), accepts.of_number(new))


def _is_end(stated: Quantity, signs: set[str]) -> bool:
    """Tell whether `signs` mean one thing with this number: =100% and ≥100%, =0 and ≤0."""
    if signs == _NONE:
        return not stated.number
    whole = signs == _ALL and stated.dimension is Dimension.SHARE
    return whole and stated.measure.number == 1
