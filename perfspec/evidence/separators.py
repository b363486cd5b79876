"""Which signs separate the parts of an enumeration, and which of them do not fit the others.

In: what a text states. Out: for each enumeration with two signs of one level, the separators that
are fewer, then the others.
"""

import re
from collections.abc import Iterator

from perfspec.prose.records import Prose, Separator

# A count or an amount, then 、: what an enumeration of parts with their numbers has.
SUSPECT = re.compile(r"[0-9一二两三四五六七八九十百千万][^\d、，,；;。]{1,5}、")
# The last part may be joined by such a word behind a comma, and so may the sum.
_JOINED = (
    "以及",
    "及",
    "和",
    "并",
    "另",
    "还",
    "其中",
    "其余",
    "合计",
    "共",
    "总计",
    "总",
    "小计",
    "计",
)


def mixed(stated: Prose) -> Iterator[tuple[list[Separator], list[Separator]]]:
    """Yield the odd and the usual separators of each enumeration that mixes 、 and ，."""
    for enumeration in stated.enumerations:
        signs = [
            one
            for one in enumeration.separators
            if one.sign in "、，," and not stated.text.startswith(_JOINED, one.at + 1)
        ]
        pauses = [one for one in signs if one.sign == "、"]
        commas = [one for one in signs if one.sign != "、"]
        if pauses and commas and not _two_levels(signs):
            yield (pauses, commas) if len(pauses) < len(commas) else (commas, pauses)


def _two_levels(signs: list[Separator]) -> bool:
    """Tell whether each ， parts groups of two and more that have 、 between them."""
    pattern = "".join("、" if one.sign == "、" else "，" for one in signs)
    return all(pattern.split("，"))
