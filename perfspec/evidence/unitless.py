"""Numbers that need no unit: pure ones, dates in figures, and rates whose name says of how many.

In: a number with its name. Out: yes where a unit would say nothing new.
"""

import re

from perfspec.evidence.measured import Measured
from perfspec.naming import Head

_DATE = re.compile("(?:19|20)[0-9]{2}(?:[01][0-9](?:[0-3][0-9])?)?|1?[0-9][.][0-3]?[0-9]")
_MONTHS = re.compile("20[0-9]{2}[.]1?[0-9][-~—至到]{1,2}(?:20[0-9]{2}[.])?1?[0-9]")
# 亿元GDP死亡率, 十万人死亡率.
_PER = re.compile("[百千万亿][人元户车台口]")
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def is_pure(one: Measured, ends: tuple[str, ...]) -> bool:
    """Tell whether `one` is a date, or its name (of 指数PQI without the letters) has an end."""
    name, head = one.row.name[: one.name.end], one.name.head
    if _MONTHS.fullmatch(one.text) or (head is Head.TIME and _DATE.fullmatch(one.text)):
        return True
    if head is Head.RATE and _PER.search(name):
        return True
    return name.endswith(ends) or name.rstrip(_LATIN).endswith(ends)
