"""What the purpose of a project (资金用途) spends, held against its budget.

In: a project, its form. Out: a `Tally` of the amounts that are items of the budget, and how the
list of them could be mended. Unit prices, sums, parts of an item and other money are no items.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from perfspec import prose
from perfspec.evidence import amounts, listing, money, stages
from perfspec.form import Form
from perfspec.model import Project
from perfspec.prose.records import Money, Role

# More amounts than any purpose has: what is compared pair by pair would take its time.
_MOST = 40
_SLIP = Decimal(10**4)
# The unit that a slip of the pen turned into another, and by how much.
_SLIPS = (
    ("元", "万元", _SLIP),
    ("万元", "元", 1 / _SLIP),
    ("万", "元", 1 / _SLIP),
    ("亿元", "万元", 1 / _SLIP),
)
_OPEN = re.compile("等(?![级额候于次])|其余|剩余|余款|余下|余额|另|主要|部分|…|包括但")
_PARTED = re.compile("[（(：:]|其中|包括|包含|含")
_SUM_OF = re.compile(r"[计共总]|^\s?$")
_NUMBERING = re.compile(r"[（(]?[0-9一二三四五六七八九十①-⑩]{1,3}[）)]?[.．、]?\s?")
_BRACKETS = re.compile(r"（[^（）]*）|\([^()]*\)")
# Where a list begins: with the text, or behind a colon, its number left out.
_LEAD = re.compile(r"(?:\A|[：:])\s?(?:[（(]?[0-9一二三四五六七八九十①-⑩]{1,3}[）)]?[.．、])?\s?\Z")
_INTRODUCED = re.compile(r"\s?(?:其中|包括|包含|具体为|分别为)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """An amount whose unit was mistaken: with `unit`, `terms` add up to the budget."""

    amount: Money
    unit: str
    terms: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Two items or more that do not come to the budget; all numbers are in 元.

    `clear` tells that each is an exact amount of this year, `closed` that nothing else is paid for.
    """

    budget: Decimal
    items: tuple[Money, ...]
    total: Decimal
    repairs: tuple[Repair, ...]
    clear: bool
    closed: bool

    @property
    def repair(self) -> Repair | None:
        """The one change that proves what is wrong, if there is just one."""
        return self.repairs[0] if len(self.repairs) == 1 else None

    @property
    def covers(self) -> bool:
        """Whether the list names all that is paid for, and not only what one of many gets."""
        return self.closed and self.total * 2 > self.budget

    @property
    def scaled(self) -> bool:
        """Whether the money unit of the whole budget was mistaken."""
        return is_slip(self.total, self.budget)


def tally(project: Project, form: Form) -> Tally | None:
    """Return the items of the purpose; None where they are too few, or come to the budget."""
    budget = money.budget(project, form)
    one_year = stages.is_of_one_year(project)
    return _tally(project.purpose, budget, money.slack(project, form), one_year) if budget else None


def stated(project: Project, form: Form) -> tuple[Money, ...]:
    """Return the amounts of the purpose that can be held against the budget one by one.

    There are none where one of them, or the items together, are the budget: then the others are
    something else. A part is not among them: what it is a part of is.
    """
    budget = money.budget(project, form)
    if budget is None or not stages.is_of_one_year(project):
        return ()
    return _stated(project.purpose, budget, money.slack(project, form))


def exceeding(project: Project, form: Form) -> tuple[Money, ...]:
    """Return the amounts that are larger than the whole budget, where no wrong unit explains it."""
    found, budget = tally(project, form), money.budget(project, form)
    if budget is None or (found and found.repair):
        return ()
    limit, slipped = budget + money.slack(project, form), slips(project, form)
    return tuple(
        amount for amount in stated(project, form) if amount.yuan > limit and amount not in slipped
    )


def slips(project: Project, form: Form) -> tuple[Money, ...]:
    """Return the amounts that are the whole budget, but for 元 in the place of 万元."""
    found, budget = tally(project, form), money.budget(project, form)
    if found and found.scaled:
        return found.items
    alone = stated(project, form)
    return tuple(
        amount
        for amount in alone
        if (amount.role is Role.TOTAL or len(alone) == 1)
        and not amounts.is_bound(amount, project.purpose)
        and budget
        and is_slip(amount.yuan, budget)
    )


def is_slip(amount: Decimal, budget: Decimal) -> bool:
    """Tell whether 元 and 万元 were mistaken for each other, and nothing else."""
    return amount in {budget * _SLIP, budget / _SLIP}


# Several rules ask the same of one project, one after the other.
@lru_cache(maxsize=16)
def _tally(text: str, budget: Decimal, slack: Decimal, one_year: bool) -> Tally | None:  # noqa: FBT001 — a key of the cache
    listed = _items(text)
    if len(listed) <= 1:
        return None
    few = len(listed) <= _MOST
    lists = tuple(dict.fromkeys((listed, _without_sums(text, listed)))) if few else (listed,)
    totals = {_sum(one) for one in lists}
    if not listing.is_among(text, listed, budget):
        totals |= {item.yuan for item in listed}
    if any(abs(total - budget) <= slack for total in totals):
        return None
    fit = one_year and all(item.yuan <= budget and amounts.is_item(item, text) for item in listed)
    return Tally(
        budget=budget,
        items=listed,
        total=_sum(listed),
        repairs=tuple(repair for one in lists for repair in _repairs(one, budget) if few),
        clear=fit and few and len(lists) == 1,
        closed=_is_closed(text, listed) or _is_summed(text, listed),
    )


@lru_cache(maxsize=16)
def _stated(text: str, budget: Decimal, slack: Decimal) -> tuple[Money, ...]:
    found = prose.read(text).amounts
    totals = {amount.yuan for amount in found} | {_sum(_items(text))}
    if any(abs(total - budget) <= slack for total in totals):
        return ()
    return tuple(
        amount
        for amount in found
        if amount.role in {Role.ITEM, Role.TOTAL}
        and amount.exact
        and not amounts.is_price(amount, text)
        and not amounts.is_other(amount, text)
    )


def _items(text: str) -> tuple[Money, ...]:
    """Return the amounts of `text` that money goes to."""
    return tuple(
        amount
        for amount in prose.read(text).amounts
        if amount.role is Role.ITEM and not amounts.is_price(amount, text)
    )


def _without_sums(text: str, listed: tuple[Money, ...]) -> tuple[Money, ...]:
    """Return the amounts without the parts of the one before them, and without sums behind them."""
    kept: list[Money] = []
    at = 0
    while at < len(listed):
        whole, end, below = listed[at], at + 1, Decimal(0)
        while end < len(listed) and below < whole.yuan:
            below += listed[end].yuan
            end += 1
        before = _sum(kept) == whole.yuan and len(kept) > 1
        if not (before and _SUM_OF.search(amounts.clause(whole, text))):
            kept.append(whole)
        parted = below == whole.yuan and end > at + 2
        parted = parted and _PARTED.search(text, whole.end, listed[at + 1].start) is not None
        at = end if parted else at + 1
    return tuple(kept)


def _sum(listed: Iterable[Money]) -> Decimal:
    return sum((item.yuan for item in listed), Decimal(0))


def _repairs(listed: tuple[Money, ...], budget: Decimal) -> list[Repair]:
    """Return each change of one unit that makes the items come to the budget."""
    total = _sum(listed)
    return [
        Repair(
            amount=item,
            unit=right,
            terms=tuple(other.yuan * factor if other is item else other.yuan for other in listed),
        )
        for item in listed
        for wrong, right, factor in _SLIPS
        if item.exact and item.unit == wrong and total - item.yuan + item.yuan * factor == budget
    ]


def _is_summed(text: str, listed: tuple[Money, ...]) -> bool:
    """Tell whether the text itself says what the items come to, and is right."""
    total = _sum(listed)
    return any(
        amount.role is Role.TOTAL and amount.yuan == total for amount in prose.read(text).amounts
    )


def _is_closed(text: str, listed: tuple[Money, ...]) -> bool:
    """Tell whether the items are plainly all: each clause has one, and no word leaves room."""
    if _OPEN.search(text):
        return False
    starts = [*(item.start for item in listed[1:]), len(text)]
    gaps = [_clauses(text[item.end : start]) for item, start in zip(listed, starts, strict=True)]
    if any(any(gap[1:-1]) for gap in gaps) or gaps[-1][-1]:
        return False
    before = text[: listed[0].start]
    label = amounts.BREAKS.split(before)[-1]
    end = len(before) - len(label)
    led = _LEAD.search(before, max(0, end - 9), end) or _INTRODUCED.match(label)
    return led is not None


def _clauses(gap: str) -> list[str]:
    """Return what stands between two amounts clause by clause, brackets and numbering left out."""
    clauses = (clause.strip() for clause in amounts.BREAKS.split(_BRACKETS.sub("", gap)))
    return ["" if _NUMBERING.fullmatch(clause) else clause for clause in clauses]
