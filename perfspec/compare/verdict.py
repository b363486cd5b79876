"""What two targets come to beside each other, and how several verdicts make one."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from perfspec.compare import Shift
from perfspec.compare.accepts import Span

_TURNED = {
    Shift.TIGHTENED: Shift.RELAXED,
    Shift.RELAXED: Shift.TIGHTENED,
    Shift.QUANTIFIED: Shift.DEQUANTIFIED,
    Shift.DEQUANTIFIED: Shift.QUANTIFIED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of a target; `ops` and `units` had to be assumed for the older and the newer."""

    shift: Shift
    ops: tuple[str, str] = ("", "")
    units: tuple[str, str] = ("", "")
    difference: Decimal | None = None


SAME = Verdict(shift=Shift.SAME)
REDEFINED = Verdict(shift=Shift.REDEFINED)


def turned(shift: Shift) -> Shift:
    """Return what it is the other way round."""
    return _TURNED.get(shift, shift)


def of_spans(old: Span, new: Span) -> Shift:
    """Return what became of a set on one axis."""
    if old == new:
        return Shift.SAME
    if old.holds(new):
        return Shift.TIGHTENED
    return Shift.RELAXED if new.holds(old) else Shift.SHIFTED


def joined(parts: Sequence[Verdict]) -> Verdict:
    """Return one verdict of several parts of a target: what all that changed agree in."""
    shifts = {part.shift for part in parts} - {Shift.SAME}
    if Shift.REDEFINED in shifts:
        return REDEFINED
    shift = shifts.pop() if len(shifts) == 1 else Shift.SHIFTED if shifts else Shift.SAME
    return Verdict(
        shift=shift,
        ops=(_first([one.ops[0] for one in parts]), _first([one.ops[1] for one in parts])),
        units=(_first([one.units[0] for one in parts]), _first([one.units[1] for one in parts])),
        difference=parts[0].difference if len(parts) == 1 else None,
    )


def _first(texts: Sequence[str]) -> str:
    return next(filter(None, texts), "")
