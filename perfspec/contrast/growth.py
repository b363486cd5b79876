"""Whether money rose or fell between two years, and in which words that is said."""

from decimal import ROUND_HALF_UP, Decimal

from perfspec.compare import AmountChange, Comparison, ProjectChange, money
from perfspec.diagnostics import Related
from perfspec.messages import Message, message
from perfspec.values.numerals import times

_TENTH = Decimal("0.1")
# Digits of a per cent that anybody reads; a budget of 0.01 that became a million has more.
_READABLE = Decimal(10) ** 9


def rose(change: AmountChange) -> bool:
    """Tell whether there is more money than before."""
    return change.difference is not None and change.difference > 0


def fell(change: AmountChange) -> bool:
    """Tell whether there is less money than before."""
    return change.difference is not None and change.difference < 0


def rose_by(change: AmountChange, percent: Decimal | int) -> bool:
    """Tell whether there is more money than before by more than `percent`."""
    grown = money.percent(change)
    return rose(change) and (grown is None or grown > percent)


def keeps_pace(change: AmountChange, old: Decimal, new: Decimal) -> bool:
    """Tell whether the money grew at least as much as a number did, or fell at least as much.

    Crosswise, so that nothing is rounded. Without amounts, or numbers above 0, nothing is told.
    """
    before, after = change.before, change.after
    if before is None or after is None or min(before, old) <= 0 or min(after, new) < 0:
        return False
    one, other = times(after, old), times(before, new)
    return one >= other if new > old else one <= other


def in_words(change: AmountChange, comparison: Comparison) -> Message:
    """Return by how much the money rose or fell, in per cent where it can be said."""
    forms = comparison.old.form, comparison.new.form
    old, new = (
        f"{amount.text}{form.money_unit}" if amount else ""
        for amount, form in zip((change.old, change.new), forms, strict=True)
    )
    grown = money.percent(change)
    if grown is None or abs(grown) >= _READABLE:
        return message("the budget went from {old} to {new}", old=old, new=new)
    args = {"percent": shown(abs(grown)), "old": old, "new": new}
    if grown < 0:
        return message("the budget fell by {percent}% ({old} → {new})", **args)
    return message("the budget rose by {percent}% ({old} → {new})", **args)


def places(change: ProjectChange) -> tuple[Related, Related]:
    """Return where the older budget of a project stands, and the newer one."""
    old, new = (one.at / "budget" / "total" for one in (change.pair.old, change.pair.new))
    return Related(old, message("the older budget")), Related(new, message("the newer budget"))


def shown(number: Decimal) -> str:
    """Return a number that is not below 0 with one digit behind the point at most, half up."""
    if 0 < number < _TENTH:
        return f"<{_TENTH}"
    text = f"{number.quantize(_TENTH, ROUND_HALF_UP):f}"
    return text.removesuffix(".0")
