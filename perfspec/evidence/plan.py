"""Where the per cents of a payment plan fall, and which of them are written as fractions of 1.

In: the payment plan of a project. Out: the neighbours between which it falls; the cells that are
wrong; what a fraction may stand for: 0.4 between 10.00% and 80.00% for 40%.
"""

from collections.abc import Mapping
from itertools import pairwise

from perfspec.evidence import money
from perfspec.values import Percent

_WHOLE = 100


def falls(cells: Mapping[str, Percent]) -> list[tuple[str, str]]:
    """Return the names of neighbours of which the second is less than the first."""
    return [(before, name) for before, name in pairwise(cells) if _is_less(cells, before, name)]


def is_wrong(cells: Mapping[str, Percent]) -> bool:
    """Tell whether a plan falls, or ends below or above 100 %."""
    filled = {name: cell for name, cell in cells.items() if cell.value is not None}
    last = list(filled.values())[-1].value if filled else _WHOLE
    return bool(falls(filled)) or last != _WHOLE


def fraction(cell: Percent) -> str:
    """Return the per cent that a number up to 1 may stand for (`0.4` for 40%), else nothing."""
    if cell.value is None or not 0 < cell.value <= 1 or cell.text.endswith(("%", "％")):
        return ""
    return f"{money.plain(cell.value * _WHOLE)}%"


def _is_less(cells: Mapping[str, Percent], before: str, name: str) -> bool:
    low, high = cells[before].value, cells[name].value
    return low is not None and high is not None and high < low
