"""What became of the payment of a year (资金支出计划).

In: two plans and the forms that name their dates. Out: whether money comes earlier or later.
Plans say how much is paid by then, of the whole. Per cents that add up to 100 say how much is paid
at each date instead, and are added up first; for a plan of the other kind that comes to the same.
"""

from collections.abc import Mapping
from decimal import Decimal
from itertools import accumulate

from perfspec.compare import PlanChange, Timing
from perfspec.form import Column, Form
from perfspec.values import Percent
from perfspec.values.numerals import EXACT

_WHOLE = Decimal(100)


def change(
    old: Mapping[str, Percent], new: Mapping[str, Percent], old_form: Form, new_form: Form
) -> PlanChange:
    """Return what became of a plan; dates of two forms are one by their month, or else by id."""
    return PlanChange(timing=_timing(old, new, old_form, new_form), old=old, new=new)


def _timing(
    old: Mapping[str, Percent], new: Mapping[str, Percent], old_form: Form, new_form: Form
) -> Timing:
    before, after = _dated(old, old_form), _dated(new, new_form)
    if before == after:
        return Timing.SAME
    if before.keys() != after.keys():
        return Timing.UNCLEAR
    first, second = _paid(before), _paid(after)
    if first is None or second is None:
        return Timing.UNCLEAR
    steps = [second[date] - first[date] for date in first]
    if not any(steps):
        return Timing.SAME
    if min(steps) >= 0:
        return Timing.EARLIER
    return Timing.LATER if max(steps) <= 0 else Timing.MIXED


def _dated(plan: Mapping[str, Percent], form: Form) -> dict[int | str, Decimal | None]:
    """Return the per cents in the order of the form, by month where it is known."""
    known = {column.id: column for column in form.payment_plan}
    order = sorted(plan, key=list(known).index) if plan.keys() <= known.keys() else list(plan)
    return {_date(known.get(name), name): plan[name].value for name in order}


def _date(column: Column | None, name: str) -> int | str:
    return column.month if column and column.month else name


def _paid(plan: Mapping[int | str, Decimal | None]) -> dict[int | str, Decimal] | None:
    """Return how much is paid by each date, if all per cents are known."""
    shares = {date: share for date, share in plan.items() if share is not None}
    if len(shares) < len(plan):
        return None
    sums = list(accumulate(shares.values(), EXACT.add))
    return dict(zip(shares, sums, strict=True)) if sums[-1:] == [_WHOLE] else shares
