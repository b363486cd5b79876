"""Lengths as written in a style sheet: units, percentages and sums of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from perfspec.render.css.style import ZERO, Length, rounded

# A token or rule of tinycss2, which has no types.
Token = Any

# Points and the units that they are, as a ratio: a millimetre is no decimal number of points.
_POINTS = {
    "pt": (1, 1),
    "px": (3, 4),
    "pc": (12, 1),
    "in": (72, 1),
    "cm": (3600, 127),
    "mm": (360, 127),
    "q": (90, 127),
}
# Beyond these no paper reaches; brackets nest no deeper in any form.
_MOST = Decimal(10) ** 6
_DEEPEST = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A length as a sum of points, type sizes (`em`), type sizes of the root, and percentages."""

    points: Decimal = ZERO
    em: Decimal = ZERO
    rem: Decimal = ZERO
    percent: Decimal = ZERO

    def plus(self, other: "Measure", factor: int) -> "Measure":
        """Return the sum of this and `factor` times the other."""
        return Measure(
            points=self.points + other.points * factor,
            em=self.em + other.em * factor,
            rem=self.rem + other.rem * factor,
            percent=self.percent + other.percent * factor,
        )

    def times(self, factor: Decimal) -> "Measure":
        """Return it `factor` times."""
        return Measure(
            points=self.points * factor,
            em=self.em * factor,
            rem=self.rem * factor,
            percent=self.percent * factor,
        )

    def is_sane(self) -> bool:
        """Tell whether it is a length that a paper may have."""
        return max(map(abs, (self.points, self.em, self.rem, self.percent))) <= _MOST

    def at(self, size: Decimal, root: Decimal) -> Length:
        """Return the length where type is `size` points high, and `root` in the root element."""
        points = self.points + self.em * size + self.rem * root
        return Length(points=rounded(points), percent=self.percent)


Number = Decimal | Measure


def measure(token: Token) -> Measure | None:
    """Return the length or percentage that a token is, None if it is none."""
    found = _value(token, 0)
    if isinstance(found, Decimal):
        return Measure() if found == 0 else None
    return found if found is not None and found.is_sane() else None


def number(token: Token) -> Decimal | None:
    """Return the number without unit that a token is."""
    return _decimal(token) if token.type == "number" else None


def _decimal(token: Token) -> Decimal | None:
    try:
        found = Decimal(token.representation)
    except InvalidOperation:  # an exponent out of all bounds
        return None
    return found if abs(found) <= _MOST else None


def _value(token: Token, depth: int) -> Number | None:
    if token.type == "function" and token.lower_name == "calc":
        return _sum(token.arguments, depth + 1)
    if token.type == "() block":
        return _sum(token.content, depth + 1)
    if token.type not in ("number", "percentage", "dimension"):
        return None
    found = _decimal(token)
    if found is None or token.type == "number":
        return found
    if token.type == "percentage":
        return Measure(percent=found)
    return _dimension(found, token.lower_unit)


def _dimension(found: Decimal, unit: str) -> Measure | None:
    if unit in _POINTS:
        points, units = _POINTS[unit]
        return Measure(points=found * points / units)
    match unit:
        case "em" | "ic":
            return Measure(em=found)
        case "ch" | "ex":
            return Measure(em=found / 2)
        case "rem":
            return Measure(rem=found)
        case _:
            return None


def _sum(tokens: Sequence[Token], depth: int) -> Number | None:
    """Return what stands inside `calc()`: products, added and subtracted."""
    if depth > _DEEPEST:
        return None
    total: Number | None = None
    factor, product = 1, list[Token]()
    for token in (*tokens, None):
        if token is not None and (token.type != "literal" or token.value not in ("+", "-")):
            product.append(token)
            continue
        term = _product(product, depth)
        total = term if total is None else _added(total, term, factor)
        if total is None:
            return None
        factor, product = (-1 if token is not None and token.value == "-" else 1), []
    return total


def _added(total: Number, term: Number | None, factor: int) -> Number | None:
    if isinstance(total, Measure) and isinstance(term, Measure):
        return total.plus(term, factor)
    if isinstance(total, Decimal) and isinstance(term, Decimal):
        return total + term * factor
    return None


def _product(tokens: Sequence[Token], depth: int) -> Number | None:
    total: Number | None = None
    operator = ""
    for token in tokens:
        if token.type == "whitespace":
            continue
        if token.type == "literal":
            operator = token.value
            continue
        term = _value(token, depth)
        total = term if total is None else _multiplied(total, term, operator)
        if total is None:
            return None
        operator = ""
    return total


def _multiplied(total: Number, term: Number | None, operator: str) -> Number | None:
    if term is None or operator not in ("*", "/"):
        return None
    if operator == "/":
        if not isinstance(term, Decimal) or term == 0:
            return None
        return total.times(1 / term) if isinstance(total, Measure) else total / term
    if isinstance(term, Decimal):
        return total.times(term) if isinstance(total, Measure) else total * term
    return term.times(total) if isinstance(total, Decimal) else None
