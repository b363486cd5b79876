"""Whether the amounts of a purpose are a list of parts, none of which can be the whole.

In: a text with its items. Out: whether they stand behind a 其中, and are named by what is bought
and not by who pays. What stands behind a 其中 with an amount before it is no item at all.
"""

import re
from decimal import Decimal

from perfspec.evidence import amounts
from perfspec.prose.records import Money

_AMONG = re.compile("[，,。；;]其中[：:]?[^，,。；;：:0-9其]{1,12}\\Z")
_NEAR = 20  # signs before the first amount in which the list begins
_LEAST = 3
# An amount named so may be the budget although others stand beside it: 其中本年安排20万元.
_FUNDED = re.compile(
    "财政|[省市县区乡镇州]级|中央|地方|自筹|配套|[年期次]|预算|安排|申[请报]|[总合共小累]|下达|拨|资金|余|已|专项"
)


def is_among(text: str, listed: tuple[Money, ...], budget: Decimal) -> bool:
    """Tell whether all items are parts, so that one as large as the budget is not the whole."""
    first = listed[0]
    if len(listed) < _LEAST or not _AMONG.search(text, max(0, first.start - _NEAR), first.start):
        return False
    rest = sum((item.yuan for item in listed), -budget)
    # 其中数字化经费20万元，扫描费15万元: what stands behind it may be its own parts.
    if rest == budget or (first.yuan == budget and rest <= budget):
        return False
    return all(
        amounts.is_item(item, text) and not _FUNDED.search(amounts.clause(item, text))
        for item in listed
    )
