"""Names of projects without what changes every year: year, amount, document number.

In: a name. Out: what is left of it, and what was taken off.
"""

import re
from dataclasses import dataclass

from perfspec.evidence import names

_YEAR = re.compile("(?<![0-9])((?:19|20)[0-9]{2}) ?(?:年度?|(?![0-9]))")
# The organ is taken for what stands around 财: nobody can tell where the name before it ends.
_DOCUMENT = re.compile(
    r"(?:[一-鿿]?财[一-鿿]{0,2})?[〔\[［（(【](?:19|20)[0-9]{2}[〕\]］）)】]第?[0-9]{1,5}号"
)
_EMPTY = re.compile(r"[（(][）)]|[\s—_-]+")
_WIDE = str.maketrans("()", "（）")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name without year, amount and document number, and these."""

    core: str
    year: str
    amount: str
    document: str


def read(name: str) -> Name:
    """Return `name` taken apart."""
    rest, amounts = name, names.amounts(name)
    for part in reversed(amounts):
        rest = rest[: part.start] + rest[part.end :]
    undocumented = _DOCUMENT.sub("", rest)
    return Name(
        core=_EMPTY.sub("", _YEAR.sub("", undocumented).translate(_WIDE)),
        year=" ".join(_YEAR.findall(undocumented)),
        amount=" ".join(name[one.start : one.end] for one in amounts),
        document=" ".join(_DOCUMENT.findall(rest)),
    )
