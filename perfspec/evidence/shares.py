"""What per cents are possible for a rate, by its name.

In: a name as far as its head, or a quantity. Out: whether the rate is a part of a whole, whether
it can be below 0, and what a number over 100 was before it was misread.
"""

import re
from decimal import Decimal

from perfspec.messages import Message, message
from perfspec.values import Quantity

_HALF, _ALL = 50, 100
# A part of its whole by its meaning.
_PART = re.compile(
    "(?<!不)(?:满意|合格|及时|按时|准时|知晓|认可|准确|优良|优秀|完好|办结|结案|合规|覆盖)"
    "(?:程|的比)?[率度例]\\Z"
)
# Two amounts are compared (偿债覆盖率), or more can take part than were planned.
_COMPARED = re.compile("[偿债息]|拨备|收益|现金|资产|担保|资金|保费|参保|超额")
_SIGNED = re.compile("差|利|益|盈|亏|较|结余|变动|贡献|弹性|负|偏离|回报")


def is_part(name: str) -> bool:
    """Tell whether `name` is the share of those that are satisfied, passed, covered or in time."""
    return bool(_PART.search(name)) and not _COMPARED.search(name)


def may_be_negative(name: str) -> bool:
    """Tell whether `name` is a difference, a return or the like."""
    return bool(_SIGNED.search(name))


def misread(stated: Quantity) -> Message | None:
    """Return what was meant where the 2 of `290%` stands for ≥, or `980%` has a 0 too many."""
    digits = str(stated.number)
    if digits.isdecimal() and digits.endswith("0"):
        rest = digits[:-1]
        if _HALF <= Decimal(rest) <= _ALL:
            return message("perhaps {op}{rest}%, with a 0 too many", op=stated.op, rest=rest)
    if stated.op or not digits.startswith("2") or digits[1:2] in {"", "0", "."}:
        return None
    rest = digits[1:]
    if not _HALF <= Decimal(rest) <= _ALL:
        return None
    return message("probably ≥{rest}%, with the sign misread as 2", rest=rest)
