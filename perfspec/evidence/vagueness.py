"""Whether the words of a target leave open when it is reached.

In: the words of a target in words, its indicator. Out: whether a criterion is stated with them, and
whether a rate is given in words that are no share.
"""

import re

from perfspec import naming
from perfspec.model import Indicator
from perfspec.naming import Head

_CRITERION = re.compile(
    "[0-9零百]|标准|规范|要求|合格|符合|达到|规定|上年|去年|同期|全覆盖|全部|无"
)
# A year in the description is no measure.
_MEASURE = re.compile(
    "(?<![0-9])(?!20[0-9]{2}年)[0-9]|百分之|标准|较上年|较去年|比上年|比去年|同期"
)
# Words that are a share all the same, and grades.
_SHARE = re.compile(
    "[A-Za-z全尽未]|足额|持平|不变|不发生|杜绝|避免|合同|约定|协议|依法|依规|一半|多数|部分"
)
_LONGEST = 16


def has_criterion(words: str, row: Indicator) -> bool:
    """Tell whether `words`, or the description of `row`, say when the target is reached."""
    return (
        len(words) > _LONGEST
        or _CRITERION.search(words) is not None
        or _MEASURE.search(row.description) is not None
    )


def rate(words: str, row: Indicator) -> str:
    """Return the name of a rate whose target is `words` and no share, or an empty text."""
    name = naming.read(row.name)
    is_rate = name.head is Head.RATE and not _SHARE.search(words)
    return row.name[: name.end].strip() if is_rate else ""
