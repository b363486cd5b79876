"""Amounts of a project in 元, and sums written out so that a clerk can follow them.

In: amounts in the money unit of a form. Out: exact numbers; a sum as it would be written on paper.
"""

from collections.abc import Sequence
from decimal import Decimal

from perfspec.form import Form
from perfspec.model import Project
from perfspec.values import units


def scale(form: Form) -> Decimal:
    """Return how many 元 are one of the form's money unit."""
    return units.unit(form.money_unit).scale


def unit(form: Form) -> str:
    """Return the form's money unit as it is written behind a number."""
    return form.money_unit if form.money_unit.endswith("元") else f"{form.money_unit}元"


def budget(project: Project, form: Form) -> Decimal | None:
    """Return the whole budget in 元; None where it is empty, or is no amount to compare with."""
    total = project.budget.total.value
    return total * scale(form) if total is not None and total > 0 else None


def slack(project: Project, form: Form) -> Decimal:
    """Return by how much, in 元, the budget may differ from an exact amount through rounding.

    A budget in 万元 is rounded to its last digit; one in 元 is exact.
    """
    total = project.budget.total.value
    if total is None or scale(form) == 1:
        return Decimal(0)
    return Decimal(1).scaleb(min(decimals(total), 0)) * scale(form) / 2


def is_rounding(difference: Decimal, terms: Sequence[Decimal], form: Form) -> bool:
    """Tell whether rounding alone explains that a sum of `terms` is off by `difference`."""
    if scale(form) == 1:
        return False
    last = Decimal(1).scaleb(min(map(decimals, terms)))
    return last < 1 and abs(difference) <= last * len(terms) / 2


def decimals(value: Decimal) -> int:
    """Return the exponent of `value`: -2 for two digits behind the point."""
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def plain(value: Decimal) -> str:
    """Return `value` without exponent and without zeros at the end of its fraction."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def addition(terms: Sequence[Decimal]) -> str:
    """Return `1 + 7 + 2 = 10`."""
    return f"{' + '.join(map(plain, terms))} = {plain(sum(terms, Decimal(0)))}"
