"""Money, per cents and targets: the text as typed, and the exact value that it states.

The text is what the paper shows and is never rebuilt from the value. A value that cannot be
read is None and no error: paper knows empty cells and phrases.

    target := [operator] number [unit] | phrase
"""

import re
from dataclasses import dataclass
from decimal import Decimal

# Left: as found on papers, right: the operator that it means.
OPERATORS: dict[str, str] = {
    "≥": "≥",
    "≧": "≥",
    ">=": "≥",
    "不低于": "≥",
    "不少于": "≥",
    "大于等于": "≥",
    "≤": "≤",
    "≦": "≤",
    "<=": "≤",
    "不超过": "≤",
    "不高于": "≤",
    "小于等于": "≤",
    ">": ">",
    "＞": ">",
    "大于": ">",
    "<": "<",
    "＜": "<",
    "小于": "<",
    "=": "=",
    "＝": "=",
    "═": "=",
    "等于": "=",
}

_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"
_OPERATOR = "|".join(re.escape(sign) for sign in sorted(OPERATORS, key=len, reverse=True))
# What goes on behind a number and is no unit: bounds (`95%以上`), dates (`12月底到位`,
# `2020年全年。`), estimates (`10余人`), remarks (`99% (稳定运行率)`), sentences.
_UNIT = (
    r"[%％‰]|(?![%％‰月日号时点余多来几]|[百千万亿]+\Z)"
    r"(?:(?!以[上下内外]|之[前后内]|左右|上下)[^\W0-9_至到和或及与且的]|[/.·*℃°㎀-㏟]){1,8}"
    r"(?<![内前后起止底])"
)
_YEAR = r"(?:19|20)[0-9]{2}\s*年"
# For text without white space at its ends. No two `\s*` can meet: they would share out a long
# run of blanks in every way there is.
_TARGET = re.compile(rf"(?:({_OPERATOR})\s*)?(?!{_YEAR})({_NUMBER})(?:\s*({_UNIT}))?")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money in the filing's unit; `value` is None in an empty cell."""

    text: str
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Percent:
    """A per cent from 0 to 100; `value` is None in an empty cell."""

    text: str
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a target states in figures; `op` is `≥ ≤ > < =`, or empty where none was given."""

    op: str
    number: Decimal
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """Operator, value and unit of a target in the cells in which a form keeps them apart."""

    op: str
    value: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bands:
    """Values for the results 优, 良, 中, 差."""

    excellent: str
    good: str
    fair: str
    poor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A target: one text, or the parts of which the form makes it up."""

    text: str
    quantity: Quantity | None = None
    split: Split | None = None
    bands: Bands | None = None


def amount(text: str) -> Amount:
    """Return the amount that the digits `text` state, if they do."""
    return Amount(text, _decimal(text))


def percent(text: str) -> Percent:
    """Return the per cent that `text` states, with or without its sign."""
    return Percent(text, _decimal(text.removesuffix("%")))


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if re.fullmatch(_NUMBER, text) else None


def quantity(text: str) -> Quantity | None:
    """Return what `text` states in figures, or None for phrases, dates and empty cells."""
    found = _TARGET.fullmatch(text.strip())
    if found is None:
        return None
    sign, number, unit = found.groups()
    return Quantity(OPERATORS[sign] if sign else "", Decimal(number), unit or "")


def target(text: str) -> Target:
    """Return the target that is written as one text."""
    return Target(text=text, quantity=quantity(text))


def split_target(op: str, value: str, unit: str) -> Target:
    """Return the target that is written in three cells."""
    whole = f"{op}{value}{unit}"
    return Target(text=whole, quantity=quantity(whole), split=Split(op=op, value=value, unit=unit))


def banded_target(bands: Bands) -> Target:
    """Return the target that is written as four bands."""
    text = f"{bands.excellent} {bands.good} {bands.fair} {bands.poor}".strip()
    return Target(text=text, bands=bands)
