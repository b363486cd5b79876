"""The geometry of plots as records: in, numbers with their labels; out, what a template draws.

One unit is a point of the printed page. All is worked out in whole numbers and Decimals, and
rounded half up to a hundredth, so that equal data make equal bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from wcwidth import wcwidth

_HUNDREDTH = Decimal("0.01")
_WIDE = 2

# The sheet of bars, in points: the type area is 156 mm wide.
WIDTH = 440
_ABOVE = 4
_NAME = 12
_BAR = 8
_PITCH = 10
_GAP = 7
_TEXT = Decimal("8.5")
_BESIDE = 4
_BASELINE = 1
_LABEL = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Datum:
    """A thing with an older and a newer number; None is not known or not there.

    `labels` are printed beside the two bars, `note` behind the name. What is not `sure` to be one
    thing in both years stands last.
    """

    name: str
    old: Decimal | None
    new: Decimal | None
    labels: tuple[str, str]
    note: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar and its label; `side` is `old` or `new`."""

    side: str
    x: Decimal
    y: int
    width: Decimal
    height: int
    label: str
    label_x: Decimal
    label_y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The bars of one thing, one for each number; `name` is cut to its room, `full` is not."""

    name: str
    full: str
    note: str
    name_y: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """A plot of pairs of bars; `more` things were left out, those that changed least."""

    width: int
    height: int
    zero: Decimal
    top: int
    bottom: int
    groups: tuple[Group, ...]
    more: int


def bars(data: Sequence[Datum], *, most: int) -> Bars | None:
    """Return the plot of the `most` things that changed most, that first; None without numbers.

    What is new or gone changed by all that it has.
    """
    known = [datum for datum in data if datum.old is not None or datum.new is not None]
    if not known:
        return None
    shown = sorted(known, key=lambda one: (not one.sure, -_moved(one)))[:most]
    numbers = [number for datum in shown for number in (datum.old, datum.new) if number is not None]
    low, high = min(Decimal(0), *numbers), max(Decimal(0), *numbers)
    labels = (fitted(label, _LABEL) for datum in shown for label in datum.labels)
    # A browser may have a wider font than the paper.
    room = WIDTH - max(map(_wide, labels)) * 5 / 4 - _BESIDE
    scale = room / (high - low) if high > low else Decimal(0)
    zero = rounded(-low * scale)
    groups, top = [], _ABOVE
    for datum in shown:
        groups.append(_group(datum, top, zero, scale))
        top += _NAME + _PITCH * len(groups[-1].bars) + _GAP
    return Bars(
        width=WIDTH,
        height=top,
        zero=zero,
        top=0,
        bottom=top - _GAP // 2,
        groups=tuple(groups),
        more=len(data) - len(shown),
    )


def _group(datum: Datum, top: int, zero: Decimal, scale: Decimal) -> Group:
    numbers = {"old": datum.old, "new": datum.new}
    there = [
        (side, number, label)
        for (side, number), label in zip(numbers.items(), datum.labels, strict=True)
        if number is not None
    ]
    return Group(
        name=fitted(datum.name, int(WIDTH - _wide(datum.note)) - 3 * _BESIDE),
        full=datum.name,
        note=datum.note,
        name_y=top + _BAR,
        bars=tuple(
            _bar(side, number, label, top + _NAME + _PITCH * i, zero, scale)
            for i, (side, number, label) in enumerate(there)
        ),
    )


def _bar(  # noqa: PLR0913, PLR0917 — what a bar is drawn from, used in one place
    side: str, number: Decimal, label: str, y: int, zero: Decimal, scale: Decimal
) -> Bar:
    width = rounded(abs(number) * scale)
    negative = number < 0
    end = zero if negative else zero + width
    return Bar(
        side=side,
        x=zero - width if negative else zero,
        y=y,
        width=width,
        height=_BAR,
        label=fitted(label, _LABEL),
        label_x=end + _BESIDE,
        label_y=y + _BAR - _BASELINE,
    )


def fitted(text: str, room: int) -> str:
    """Return the text as far as it has room, in points, with an ellipsis where it was cut."""
    text = " ".join(text[: 2 * max(room, 1)].split())
    if _wide(text) <= room:
        return text
    used, end = _wide("…"), 0
    for end, character in enumerate(text):  # noqa: B007 — how far it got is what is asked
        used += _wide(character)
        if used > room:
            break
    return f"{text[:end]}…"


def _wide(text: str) -> Decimal:
    """Return about how wide a text is, in points."""
    halves = sum(1 if wcwidth(character) < _WIDE else _WIDE for character in text)
    return halves * _TEXT / 2


def _moved(datum: Datum) -> Decimal:
    return abs((datum.new or Decimal(0)) - (datum.old or Decimal(0)))


def rounded(number: Decimal) -> Decimal:
    """Return a number as it is drawn."""
    return number.quantize(_HUNDREDTH, ROUND_HALF_UP)
