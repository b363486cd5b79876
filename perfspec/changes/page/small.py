"""Small plots beside a row of numbers: in, numbers over the years; out, what a template draws.

One unit is a point of the printed page; numbers are rounded half up to a hundredth.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from perfspec.changes.page.plots import rounded

_WIDTH = 66
_HEIGHT = 22
# What stays free at the edges for the dots, and how wide a column is at most.
_EDGE = 4
_COLUMN = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A number in a small plot; `last` is the newest one."""

    x: Decimal
    y: Decimal
    last: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Small:
    """A small plot: dots, and a line from each to the next where no number between is missing.

    With `columns`, a column stands on `base` for each number instead.
    """

    width: int
    height: int
    base: Decimal
    points: tuple[Point, ...]
    lines: tuple[tuple[Point, Point], ...]
    columns: tuple["Column", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a small plot."""

    x: Decimal
    y: Decimal
    width: Decimal
    height: Decimal
    last: bool


def line(numbers: Sequence[Decimal | None]) -> Small | None:
    """Return a small plot of numbers over the years, from the least to the most of them."""
    known = [number for number in numbers if number is not None]
    if len(known) < 2:  # noqa: PLR2004 — one number is no course
        return None
    low, high = min(known), max(known)
    points = [
        None if number is None else _point(numbers, i, _share(number, low, high))
        for i, number in enumerate(numbers)
    ]
    return Small(
        width=_WIDTH,
        height=_HEIGHT,
        base=Decimal(_HEIGHT),
        points=tuple(point for point in points if point),
        lines=tuple((one, other) for one, other in pairwise(points) if one and other),
    )


def columns(numbers: Sequence[Decimal | None]) -> Small | None:
    """Return a small plot of columns over the years; they stand on zero."""
    known = [number for number in numbers if number is not None]
    if len(known) < 2:  # noqa: PLR2004 — one number is no course
        return None
    low, high = min(Decimal(0), *known), max(Decimal(0), *known)
    zero = rounded(_down(_share(Decimal(0), low, high)))
    return Small(
        width=_WIDTH,
        height=_HEIGHT,
        base=zero,
        points=(),
        lines=(),
        columns=tuple(_columns(numbers, low, high, zero)),
    )


def _columns(
    numbers: Sequence[Decimal | None], low: Decimal, high: Decimal, zero: Decimal
) -> Iterator[Column]:
    place = Decimal(_WIDTH - 2 * _EDGE) / len(numbers)
    width = min(place * 2 / 3, Decimal(_COLUMN))
    for i, number in enumerate(numbers):
        if number is not None:
            y = rounded(_down(_share(number, low, high)))
            yield Column(
                x=rounded(_EDGE + place * i + (place - width) / 2),
                y=min(y, zero),
                width=rounded(width),
                height=abs(zero - y),
                last=i == len(numbers) - 1,
            )


def _point(numbers: Sequence[Decimal | None], i: int, share: Decimal) -> Point:
    across = Decimal(_WIDTH - 2 * _EDGE) / (len(numbers) - 1)
    return Point(x=rounded(_EDGE + across * i), y=rounded(_down(share)), last=i == len(numbers) - 1)


def _share(number: Decimal, low: Decimal, high: Decimal) -> Decimal:
    """Return how high a number stands between the least and the most; in the middle if equal."""
    return (number - low) / (high - low) if high > low else Decimal("0.5")


def _down(share: Decimal) -> Decimal:
    return _HEIGHT - _EDGE - share * (_HEIGHT - 2 * _EDGE)
