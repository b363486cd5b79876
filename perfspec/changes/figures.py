"""Per cents, signed numbers and differences, as all reports write them."""

from decimal import ROUND_HALF_UP, Context, Decimal

_TENTH = Decimal("0.1")
# What a spec says may have any number of digits: more than the sixtieth tells nobody anything.
_DIGITS = 60


def percent(before: Decimal | None, after: Decimal | None) -> Decimal | None:
    """Return by how many per cent `after` is more, rounded half up to one decimal.

    None where it says nothing: of nothing, and of what is below nothing. Half up means away from
    zero, so that the same change back has the same digits.
    """
    if before is None or after is None or before <= 0:
        return None
    exact = Context(prec=_DIGITS)
    more = exact.multiply(exact.subtract(after, before), Decimal(100))
    return rounded(exact.divide(more, before))


def rounded(share: Decimal) -> Decimal:
    """Return `share` with one decimal, half up; never minus zero."""
    context = Context(prec=max(_DIGITS, share.adjusted() + 3))
    tenths = share.quantize(_TENTH, ROUND_HALF_UP, context)
    return tenths or abs(tenths)


def plain(number: Decimal) -> str:
    """Return the digits of `number`, without exponent."""
    return f"{number:f}"


def signed(number: Decimal) -> str:
    """Return `number` with its sign; zero has none."""
    return f"{number:+f}" if number else f"{abs(number):f}"


def signed_percent(number: Decimal) -> str:
    """Return `+30.0%`."""
    return f"{signed(number)}%"
