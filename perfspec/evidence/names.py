"""Amounts of money in the name of a project: `4.5万`, `20万元`, and a bare `85.4` at its end.

In: a name; names leave out what running text says, so that 万 alone is money where no word for
things stands behind it. Out: the amounts, each with the units in which it may be meant.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from perfspec.evidence import money
from perfspec.values.units import unit

_UNITS = {
    name: int(unit(name.rstrip("元") + "元").scale) for name in ("元", "万", "万元", "亿", "亿元")
}
# Less than this is what one person gets, not what a project costs.
_LEAST = 10**4
_AMOUNT = re.compile(
    # No digits, ranges, factors and codes before it, and no unit price, bound or thing behind it.
    r"(?<![0-9A-Za-z.,，\-~～—+第至到超近约×*＊])(?P<number>[0-9]{1,12}(?:\.[0-9]{1,6})?)\s?"
    r"(?P<unit>[万亿]?元|[万亿](?![0-9元]))"
)
_NOT_WHOLE = re.compile(
    r"以[上下内]|左右|[多余/／每起×*＊xX]|标准|[－\-~～—至到]|大关|专项债|债|贷款|基金|小额|额度"
)
# Behind 万 without 元: the end, a sign, a document number, or a word for money; 10万亩 is no money.
_MONEY = re.compile(
    r"\Z|[）)（(，,、；;。：\s【】+”]|[^\W\d_]{1,6}[〔\[（(【](?:19|20)[0-9]{2}|绩效|资金|经费|专项|补助|补贴|项目"
)
_BEFORE = re.compile(
    r"(?:每[^0-9]{0,4}|均|投资|超过?|不足|低于|高于|限额|产值|收入|贷款|保额|资产|规模)\Z"
)
_BARE = re.compile(r"(?:费|金|补助|补贴|救助|款|奖励)(?P<number>[0-9]{1,8}\.[0-9]{1,6})\s?\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An amount in a name; `scales` are those in 元 that it may be meant in."""

    start: int
    end: int
    number: Decimal
    scales: tuple[int, ...]


def amounts(name: str) -> tuple[Named, ...]:
    """Return the amounts in `name`."""
    found = [
        Named(
            start=part.start(),
            end=part.end(),
            number=Decimal(part["number"]),
            scales=(_UNITS[part["unit"]],),
        )
        for part in _AMOUNT.finditer(name)
        if Decimal(part["number"]) * _UNITS[part["unit"]] >= _LEAST
        and not _NOT_WHOLE.match(name, part.end())
        and (part["unit"].endswith("元") or _MONEY.match(name, part.end()))
        and not _BEFORE.search(name, max(0, part.start() - 8), part.start())
    ]
    if bare := _BARE.search(name):
        number = Decimal(bare["number"])
        scales = (1, 10**4, 10**8)
        found.append(
            Named(start=bare.start("number"), end=bare.end("number"), number=number, scales=scales)
        )
    return tuple(found)


def states(amount: Named, budget: Decimal) -> bool:
    """Tell whether `amount` is the budget, rounded to the digits that it gives."""
    last = Decimal(1).scaleb(money.decimals(amount.number))
    return any(abs(amount.number * scale - budget) * 2 <= last * scale for scale in amount.scales)
