"""Numbers as Chinese papers write them: digits of both widths, 一 二 两 十 百 千 万 亿, 百分之九十.

In: a text and an offset into it. Out: the number that begins there, exact, and where it ends.

number   := figures [multiplier] | figures "亿" figures "万" | figures "万" figures "千" | words
figures  := digits [("," digits{3})…] ["." digits]   (half or full width; groups of three or none)
multiplier := 十 | 百 | 千 | 万 | 亿 | 百万 | 千万 | 万亿 …   (directly behind the figures)
words    := 一 二 两 三 … 九 十 百 千 万 亿 零 〇, well formed: 一百零五, 两万五, 二〇二〇, 三点五万

A sign before the number is left to whoever knows what stands there: `3-5` is no negative five.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal

# Exact at any length: the default context would round to 28 digits.
EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)

# Full-width signs are their half-width twins, one for one, so that offsets stay.
NARROW = {sign: sign - 0xFEE0 for sign in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xFE6A: 0x25}

_DIGITS = {sign: at for at, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}

_D = "0-9０-９"
_FIGURES = (
    rf"(?:[{_D}]{{1,3}}(?:[,，][{_D}]{{3}}){{1,8}}(?![{_D}]|[,，][{_D}])|[{_D}]++)"
    rf"(?:[.．][{_D}]++)?+(?![.．][{_D}])"
)
# 百分 and 千分 begin a share (5百分点), 千万 may be an adverb, but never behind figures.
_MULTIPLIER = r"(?:[十百千](?!分)万?亿?|万亿?|亿)(?![十百千万亿])"
_COMPOUND = re.compile(rf"({_FIGURES})(?:亿({_FIGURES})万|万({_FIGURES})千)(?!分)")
_NUMBER = re.compile(rf"({_FIGURES})({_MULTIPLIER})?")
_W = "零〇一二两三四五六七八九十"
_WORDS = re.compile(rf"[{_W}][{_W}百千万亿点]{{0,30}}+(?![{_W}百千万亿点])")
_YEAR = re.compile(r"(?:一九|二〇|二零)..")
_FRACTION = re.compile(rf"([{_W}]+)([万亿]?)")
# Where a number may begin: what is looked at before anything else.
START = re.compile(rf"(?<![{_D}])(?<![{_D}][.．,])[{_D}]|(?<![{_W}百千万亿])[{_W}]")

_SHARE = re.compile(r"([十百千万])分之")
_SHARES = {"十": "成", "百": "%", "千": "‰", "万": "‱"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number between `start` and `end` of a text: `number` is `stem` times `multiplier`.

    `multiplier` is the words behind the figures that may belong to a unit: 20 and 万 of 20万元.
    `figures` tells digits from words.
    """

    start: int
    end: int
    number: Decimal
    stem: Decimal
    multiplier: str
    figures: bool


def read(text: str, at: int = 0) -> tuple[Decimal, int] | None:
    """Return the number that begins at `at`, multiplied out, and the offset behind it."""
    found = parse(text, at)
    return (found.number, found.end) if found else None


def parse(text: str, at: int = 0) -> Numeral | None:
    """Return the number that begins at `at`, with its multiplier apart."""
    found = _NUMBER.match(text, at)
    if found:
        compound = _compound(text, at) if found[2] in _LARGE else None
        return compound or _figures(found, at)
    words = _WORDS.match(text, at)
    return _words(words[0], at) if words else None


def share(text: str, at: int = 0) -> tuple[Decimal, str, int] | None:
    """Return number, unit and end of `百分之九十` at `at`; the unit is 成, %, ‰ or ‱."""
    found = _SHARE.match(text, at)
    if not found:
        return None
    unit = _SHARES[found[1]]
    number = read(text, found.end())
    if number:
        return number[0], unit, number[1]
    if text.startswith("百", found.end()):
        return Decimal(100), unit, found.end() + 1
    return None


def find(text: str) -> Iterator[Numeral]:
    """Return the numbers in `text`, in order, none inside another."""
    at = 0
    while start := START.search(text, at):
        found = parse(text, start.start())
        if found:
            yield found
        at = max(found.end if found else 0, start.end())


def times(number: Decimal, factor: Decimal) -> Decimal:
    """Return the exact product."""
    return EXACT.multiply(number, factor)


def factor(multiplier: str) -> Decimal:
    """Return what the words of `multiplier` multiply by; none multiply by one."""
    value = 1
    for sign in multiplier:
        value *= _SMALL.get(sign) or _LARGE[sign]
    return Decimal(value)


def _multiplied(stem: Decimal, multiplier: str) -> Decimal:
    """Return 235000 for 23.5万, and neither 235000.0 nor 2.35E+5."""
    return EXACT.add(EXACT.scaleb(stem, factor(multiplier).adjusted()), Decimal(0))


def _decimal(figures: str) -> Decimal:
    return Decimal(figures.translate(NARROW).replace(",", ""))


def _figures(found: re.Match[str], at: int) -> Numeral:
    stem, multiplier = _decimal(found[1]), found[2] or ""
    return Numeral(
        start=at,
        end=found.end(),
        number=_multiplied(stem, multiplier) if multiplier else stem,
        stem=stem,
        multiplier=multiplier,
        figures=True,
    )


def _compound(text: str, at: int) -> Numeral | None:
    """Return `1亿2000万`, whose stem is 12000, or `3万5千`."""
    found = _COMPOUND.match(text, at)
    if not found:
        return None
    small = "万" if found[2] else "千"
    large = Decimal(10**4 if found[2] else 10)
    stem = EXACT.add(times(_decimal(found[1]), large), _decimal(found[2] or found[3]))
    return Numeral(
        start=at,
        end=found.end(),
        number=_multiplied(stem, small),
        stem=stem,
        multiplier=small,
        figures=True,
    )


def _words(run: str, at: int) -> Numeral | None:
    """Return the number that the words of `run` state; what is behind 三点 is a time of day."""
    whole, point, rest = run.partition("点")
    number = _whole(whole)
    if number is None:
        return None
    fraction = _FRACTION.fullmatch(rest)
    if point and fraction and "十" not in rest:
        digits = "".join(str(_DIGITS[sign]) for sign in fraction[1])
        stem, multiplier, used = Decimal(f"{number}.{digits}"), fraction[2], len(run)
    else:
        multiplier, used = whole[-1] if whole[-1] in _LARGE else "", len(whole)
        stem = Decimal(number // _LARGE.get(multiplier, 1))
    return Numeral(
        start=at,
        end=at + used,
        number=_multiplied(stem, multiplier),
        stem=stem,
        multiplier=multiplier,
        figures=False,
    )


def _whole(run: str) -> int | None:
    """Return the integer that well-formed words state; 三五 and 一二三 are none."""
    if all(sign in _DIGITS for sign in run):
        plain = len(run) == 1 or _YEAR.fullmatch(run)
        return int("".join(str(_DIGITS[sign]) for sign in run)) if plain else None
    total = section = digit = 0
    before = 1  # the multiplier just before
    last, large = 10**4, ""
    for sign in run:
        if sign in _DIGITS:
            if digit:
                return None
            digit, before = _DIGITS[sign], before if _DIGITS[sign] else 1
        elif sign in _SMALL:
            if _SMALL[sign] >= last or not (digit or sign == "十"):
                return None
            last = before = _SMALL[sign]
            section, digit = section + (digit or 1) * last, 0
        else:
            section, digit, last = section + digit, 0, 10**4
            before = _LARGE[sign]
            if not section + (total if sign == "亿" else 0) or sign in large:
                return None
            total = (total + section) * before if sign == "亿" else total + section * before
            section, large = 0, large + sign
    # 两万五 is 25000, 一百零五 is 105.
    return total + section + digit * max(before // 10, 1)
