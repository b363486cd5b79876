"""The cost indicators of a project (成本指标) that state money, and what they come to in a year.

In: a project, its form. Out: `Cost` records in 元, of the table of the year. Costs to society and
to nature, and money saved or invested, are no money of the budget.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from perfspec import prose
from perfspec.evidence import money, tables
from perfspec.evidence.likeness import content, likeness, share_a_word
from perfspec.form import Form
from perfspec.model import Indicator, Project
from perfspec.prose.records import Role
from perfspec.values import Measure, Quantity
from perfspec.values.units import Dimension, unit

_COSTS = {"output.cost", "cost", "cost.economic"}
_OTHER = re.compile(
    "节约|节省|节支|降低|减少|结余|投资|资产|概算|造价|合同|贷款|债|收入|产值|收益|自筹|社会|损失|担保|估|限价|市场|累计|"
    "投入|融资|配套|上级|中央|省级"
)
_MONTHLY = re.compile("每月|月均|按月|月平均")
_QUARTERLY = re.compile("每季|季均|按季")
_SINGLE = re.compile("每|单位|单[^位独项]|均|标准|单价|/")
_WHOLE = re.compile("总|项目|预算|全年|年度|每月|月均|每季|季均|经费")
# So alike are the names of a cost and of what is counted; so much larger is a budget than a price.
_ALIKE = 50
_MANY = 100
_PER = re.compile("[/／每]")
_TIMES = {"月": 12, "季": 4, "季度": 4, "年": 1, "年度": 1}
_PERIODS = {12: "个月", 4: "个季度"}
# More ways of adding up than a clerk would try.
_MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A quantity indicator: its name, and how much it promises, as written and in base units."""

    name: str
    quantity: Quantity
    measure: Measure


@dataclass(frozen=True, slots=True)
class Factor:
    """How often an amount is paid, as `written`: 12个月, 5000座; `row` is what counts it."""

    number: Decimal
    written: str
    row: Count | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A part of a sum in 元: `number` times each of `factors`; `written` is it in the table."""

    number: Decimal
    written: str
    factors: tuple[Factor, ...] = ()

    @property
    def value(self) -> Decimal:
        """What it comes to."""
        value = self.number
        for factor in self.factors:
            value *= factor.number
        return value

    @property
    def terms(self) -> str:
        """The sum as one would write it: `9000元 × 12个月`."""
        return " × ".join((self.written, *(one.written for one in self.factors)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """A cost indicator with the sums that it may stand for, none where its measure is not known.

    The first is the likeliest. `sure` tells that there is no other way to read it, `whole` that it
    names all of the project or counts it out, `floor` that it promises at least as much.
    """

    row: Indicator
    money: Measure
    sums: tuple[Sum, ...]
    sure: bool
    whole: bool
    floor: bool

    @property
    def ceiling(self) -> Decimal | None:
        """The amount that is spent at most, in all; None for prices and floors."""
        return None if self.money.per or self.floor else self.money.number


def without_unit(project: Project, form: Form) -> Iterator[Indicator]:
    """Yield the rows of cost that state a number and not of what."""
    for row in project.indicators:
        bare = row.target.quantity and row.target.quantity.dimension is Dimension.NONE
        if bare and tables.standard(row.classified, form) in _COSTS:
            yield row


def of_project(project: Project, form: Form) -> Iterator[Cost]:
    """Yield the costs that are stated as one amount of money."""
    rows = [
        (row, row.target.quantity)
        for row in project.indicators
        if row.target.quantity and tables.standard(row.classified, form) in _COSTS
    ]
    costs = [(row, quantity) for row, quantity in rows if quantity.measure.base == "元"]
    if not costs:
        return
    counts = [
        Count(name=row.name, quantity=row.target.quantity, measure=row.target.quantity.measure)
        for row in project.indicators
        if row.target.quantity
        and tables.standard(row.classified, form) == "output.quantity"
        and row.target.quantity.dimension not in {Dimension.NONE, Dimension.SHARE, Dimension.MONEY}
    ]
    budget = money.budget(project, form) or Decimal(0)
    for row, quantity in costs:
        if not _OTHER.search(f"{row.name}{row.description}"):
            yield _cost(row, quantity, counts, budget)


def _cost(row: Indicator, quantity: Quantity, counts: list[Count], budget: Decimal) -> Cost:
    said, amount = f"{row.name}{row.description}", quantity.measure
    often = _often(amount, said)
    things = [thing for thing in amount.per if thing not in _TIMES]
    # 600元/吨 × 200吨 is reckoned in 吨, as it is written, and not in 克.
    written = unit(quantity.unit)
    each = unit(_PER.split(quantity.unit)[0]).scale / written.scale if things else Decimal(1)
    number = amount.number * each
    if things:
        counted = [count for count in counts if count.measure.base in things]
    else:
        alike = (count for count in counts if likeness(count.name, row.name) >= _ALIKE)
        small = not often and amount.number * _MANY < budget
        counted = [count for count in alike if small]
    single = not often and _SINGLE.search(said) is not None
    as_written = f"{money.plain(quantity.number)}{quantity.unit}"
    once = Sum(number=number, written=as_written, factors=often)
    many = [
        Sum(number=number, written=as_written, factors=(*often, _factor(count, each)))
        for count in (counted if things or not single else [*counted, *counts])
    ]
    return Cost(
        row=row,
        money=amount,
        sums=tuple(many if things else [*many, once]),
        sure=len(things) <= 1 == len(counted) or not (things or single),
        whole=bool(counted) or (not single and _WHOLE.search(said) is not None),
        floor=quantity.op in {"≥", ">"},
    )


def _factor(count: Count, each: Decimal) -> Factor:
    """Return how many times a price for `each` is paid."""
    written = f"{money.plain(count.quantity.number)}{count.quantity.unit}"
    return Factor(count.measure.number / each, written, count)


def _often(amount: Measure, said: str) -> tuple[Factor, ...]:
    """Return how often a year an amount falls due, nothing for once."""
    times = [_TIMES[unit] for unit in amount.per if unit in _TIMES]
    if not times:
        times = [12] if _MONTHLY.search(said) else [4] if _QUARTERLY.search(said) else []
    return tuple(Factor(Decimal(time), f"{time}{_PERIODS[time]}") for time in times if time != 1)


def are_stated(costs: list[Cost], purpose: str) -> bool:
    """Tell whether `purpose` itself states what each of the costs comes to: 融雪剂200吨12万元."""
    amounts = prose.read(purpose).amounts
    stated = {one.yuan for one in amounts if not one.per and one.role is not Role.OUTSIDE}
    return all(not stated.isdisjoint(one.value for one in cost.sums) for cost in costs)


def are_a_part(costs: list[Cost], project: Project, form: Form) -> bool:
    """Tell whether a price is paid for a part only of what `project` pays.

    So it is where another row has a cost, more of the same are counted in another row, the texts
    state other amounts, or the purpose names what another row counts.
    """
    counted = [one.row for cost in costs for one in cost.sums[0].factors if one.row]
    if not counted:
        return False
    rows = [(row, tables.standard(row.classified, form)) for row in project.indicators]
    if sum(standard in _COSTS for _, standard in rows) > 1:
        return True
    texts = (project.purpose, *project.goals)
    amounts = [one for text in texts for one in prose.read(text).amounts]
    own = {cost.sums[0].number for cost in costs} | {cost.sums[0].value for cost in costs}
    if any(one.role is not Role.OUTSIDE and one.yuan not in own for one in amounts):
        return True
    others = [
        row
        for row, standard in rows
        if standard == "output.quantity" and row.name not in {one.name for one in counted}
    ]
    units = {one.measure.base for one in counted}
    if any(row.target.quantity and row.target.quantity.measure.base in units for row in others):
        return True
    named = content(project.purpose)
    return any(share_a_word(named, content(row.name)) for row in others)


def are_plain(costs: list[Cost]) -> bool:
    """Tell whether there is one way only to add up `costs`.

    Two prices for one count share it out between them, and nothing says how.
    """
    prices = [cost.money.per for cost in costs if cost.money.per]
    return all(cost.sure for cost in costs) and len(set(prices)) == len(prices)


def ways(costs: list[Cost]) -> Iterator[Decimal]:
    """Yield each amount that the costs, alone or together, may come to."""
    for cost in costs:
        yield from (one.value for one in cost.sums)
    for count, chosen in enumerate(product(*(cost.sums for cost in costs))):
        if count == _MOST:
            return
        yield sum((one.value for one in chosen), Decimal(0))
