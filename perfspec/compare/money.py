"""What became of amounts of money, of their sources and of what they add up to.

In: amounts in the money units of their forms (万元, 元). Out: both in the unit of the newer form,
exactly. Shares are the amount by the total, times 100, to 28 significant digits, half up: a third
has no end; whoever shows a share rounds it once more.
"""

from collections import Counter
from collections.abc import Container, Iterable
from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_UP, Context, Decimal

from perfspec.compare import AmountChange, Side, SourceChange
from perfspec.form import Form
from perfspec.model import Budget
from perfspec.values import Amount
from perfspec.values.numerals import EXACT, times
from perfspec.values.units import unit

_SHARES = Context(prec=28, rounding=ROUND_HALF_UP, Emax=MAX_EMAX, Emin=MIN_EMIN)


def change(old: Amount | None, new: Amount | None, old_form: Form, new_form: Form) -> AmountChange:
    """Return what became of an amount; None is one that is not there."""
    before = old.value if old else None
    if before is not None and old_form.money_unit != new_form.money_unit:
        before = times(before, Decimal(10) ** (_power(old_form) - _power(new_form)))
    return AmountChange(old=old, new=new, before=before, after=new.value if new else None)


def total(old: Side, new: Side, left_out: frozenset[str] = frozenset()) -> AmountChange:
    """Return what became of the sum of all budgets; an empty one makes it unknown."""
    before, after = (
        _sum(one.budget.total for one in side.filing.projects if one.id not in left_out)
        for side in (old, new)
    )
    return change(before, after, old.form, new.form)


def sources(old: Budget, new: Budget, old_form: Form, new_form: Form) -> tuple[SourceChange, ...]:
    """Return what became of each source of money, in the order of the newer form.

    Sources are one by their id, or else by their label; the older form's own follow.
    """
    names = {column.id: column.label for column in old_form.sources}
    others = {column.id: column.label for column in new_form.sources}
    partners = _partners(names, others)
    found = [
        _source(id_, label, (old, partners.get(id_)), (new, id_), (old_form, new_form))
        for id_, label in others.items()
        if id_ in new.sources or partners.get(id_) in old.sources
    ]
    taken = set(partners.values())
    found += (
        _source(id_, label, (old, id_), (new, None), (old_form, new_form))
        for id_, label in names.items()
        if id_ in old.sources and id_ not in taken
    )
    return tuple(found)


def percent(change: AmountChange) -> Decimal | None:
    """Return by how many per cent an amount grew; None where that is not known, or was nothing."""
    if change.difference is None or not change.before or change.before < 0:
        return None
    return _part(change.difference, change.before)


def _power(form: Form) -> int:
    """Return the power of ten that one of the form's money unit is in 元."""
    return unit(form.money_unit).scale.adjusted()


def _sum(amounts: Iterable[Amount]) -> Amount:
    values = [amount.value for amount in amounts]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return Amount("", None)
    value = Decimal(0)
    for one in known:
        value = EXACT.add(value, one)
    return Amount(f"{value:f}", value)


def _partners(old: dict[str, str], new: dict[str, str]) -> dict[str, str]:
    """Return, by the id of each newer source, that of the older one it was."""
    both = {id_: id_ for id_ in new if id_ in old}
    labels, others = _by_label(old, both), _by_label(new, both)
    return both | {id_: labels[label] for label, id_ in others.items() if label in labels}


def _by_label(names: dict[str, str], known: Container[str]) -> dict[str, str]:
    """Return the ids that are not known yet by their labels, if no other has the same."""
    often = Counter(label for id_, label in names.items() if id_ not in known)
    return {label: id_ for id_, label in names.items() if id_ not in known and often[label] == 1}


def _source(
    id_: str,
    label: str,
    old: tuple[Budget, str | None],
    new: tuple[Budget, str | None],
    forms: tuple[Form, Form],
) -> SourceChange:
    before, after = (budget.sources.get(name) if name else None for budget, name in (old, new))
    return SourceChange(
        id=id_,
        label=label,
        amount=change(before, after, *forms),
        old_share=_share(before, old[0]),
        new_share=_share(after, new[0]),
    )


def _share(amount: Amount | None, budget: Budget) -> Decimal | None:
    return _part(amount.value, budget.total.value) if amount else None


def _part(amount: Decimal | None, whole: Decimal | None) -> Decimal | None:
    if amount is None or not whole:
        return None
    return _SHARES.divide(times(amount, Decimal(100)), whole)
