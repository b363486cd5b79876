"""How many digits behind the point the numbers of a table have, and which are unlike the others.

In: cells by name, as written. Out: the odd ones, and one that shows how most are written.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Odd:
    """The names of the `cells` unlike the others, and of a `model` of these."""

    cells: tuple[str, ...]
    model: str


def odd(cells: Mapping[str, str]) -> Odd | None:
    """Return the cells that are written unlike two or more others, which agree."""
    styles = Counter(_style(text) for text in cells.values() if text)
    ranked = styles.most_common(2)
    if len(ranked) <= 1 or ranked[0][1] == ranked[1][1]:
        return None
    usual = ranked[0][0]
    unlike = tuple(name for name, text in cells.items() if text and _style(text) != usual)
    return Odd(cells=unlike, model=next(name for name in cells if _style(cells[name]) == usual))


def as_in(text: str, model: str) -> str | None:
    """Return `text` with the digits and the sign of `model`; None where digits would be lost."""
    places, sign = _style(model)
    if _style(text)[0] > places:
        return None
    return f"{Decimal(text.removesuffix('%')):.{places}f}{sign}"


def are_plain(cells: Mapping[str, str]) -> bool:
    """Tell whether all numbers are written as short as they can be, with one sign: 100, 285.6."""
    styles = [(text, _style(text)) for text in cells.values() if text]
    short = all(not places or not text.rstrip("%").endswith("0") for text, (places, _) in styles)
    return short and len({sign for _, (_, sign) in styles}) <= 1


def _style(text: str) -> tuple[int, str]:
    number = text.removesuffix("%")
    return len(number.partition(".")[2]), text[len(number) :]
