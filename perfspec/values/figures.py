"""Read what a text states in figures: a quantity, a range, or the quantities in a sentence.

In: text in half width with single blanks (`targets` makes it so). Out: records of `values`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from perfspec.values import Quantity, Range, numerals, units

# Left: as found on papers, right: the operator that it means.
OPERATORS: dict[str, str] = {
    sign: operator
    for operator, signs in {
        "≥": (
            "≥ ≧ ⩾ ≥= >= => 不低于 不少于 不小于 不短于 不得低于 不得少于 大于等于 "
            "大于或等于 高于等于 达到 达 至少 最少 最低"
        ),
        "≤": (
            "≤ ≦ ⩽ ≤= <= =< 不超过 不高于 不大于 不多于 不长于 不超 不得超过 不得高于 "
            "小于等于 小于或等于 低于等于 至多 最多 最高 不超出 控制在 严格控制在"
        ),
        ">": "> ＞ ﹥ 大于 高于 超过 多于 超出 超",
        "<": "< ＜ ﹤ 小于 低于 少于 不足 不满 不到",
        "=": "= ＝ ﹦ ═ 等于",
    }.items()
    for sign in signs.split()
}
_OPERATOR = "|".join(re.escape(sign) for sign in sorted(OPERATORS, key=len, reverse=True))
_FILLER = "成本|费用|支出|应当?|必?须|需|力争|确保|达到?|最[高多低少]|至少|总体|平均|预计"
OPERATOR = re.compile(rf"(?:(?:{_FILLER}) ?){{0,2}}({_OPERATOR}) ?")
_OPERATOR_BEFORE = re.compile(rf"({_OPERATOR}) ?\Z")
_LONGEST = max(map(len, OPERATORS)) + 1

# Behind a unit: the bound that it makes of the number.
_BOUNDS = {"上": "≥", "下": "≤", "内": "≤", "外": ">"}
_BOUND = re.compile(r" ?(?:\(含\))?(?:[及或])?(?:[以之]([上下内外])|(内)(?!容|部|控|涝))")
# Words behind a value that add nothing to it, and words that make it a sentence.
_REMARK = re.compile(
    r" ?\([^()]{1,30}\)| ?(?![余多来几左])(?:[^\W0-9_至到和或及与且的不前后]|及时|到位){1,8}"
)
# A unit that the tables do not have, which is all that stands behind the number.
_LETTER = r"(?!以[上下内外]|之[前后内]|左右|上下|完成)(?:[^\W0-9_至到和或及与且的不]|[℃°㎀-㏟])"
_OPEN = re.compile(
    rf"(?![月日号时点余多来几左零〇一二两三四五六七八九十百千万亿]){_LETTER}"
    rf"(?:{_LETTER}|[/·.*]|\([^\W0-9_]{{1,2}}\)){{0,7}}(?<![内前后起止底/·.*])(?=\Z|[以之内]| ?\()"
)
# What a known unit is for, in words that nobody knows: 元/生·年, 人/村.
_EACH = re.compile(r"(?:(?:[/·*×.]|/?每)[^\W0-9_以之内]{1,4}){1,3}")
# A number for each of something, without a unit of its own: 9/10万, 28.40/株.
_FOR_EACH = re.compile(
    r"/ ?(?:(?:[十百]?[千万]|[0-9]{1,3}[千万]|10{3,5})[人户]?口?|[^\W0-9_以之内]{1,4})\Z"
)
_BRACKETED = re.compile(r" ?\(([^()]{1,6})\)")
_DASH = re.compile(r" ?(?:--?|[–—─~～−﹣]|——|至|到) ?")
_HALF = re.compile(r"半(年|天|个月|小时)")
_AROUND = re.compile(r"(?:≤|不超过|控制在)? ?± ?")
_MORE = re.compile(r"[余多]")
_IDIOM = re.compile(
    r"一(?:[种些批类面级点步对部样]|个(?!月|工作日|季度|小时|以[上内]|\Z)|次性)|十分(?!钟)"
)
_FIGURE = re.compile(rf"{numerals.START.pattern}|[十百千万]分之")
_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figure:
    """A number with its unit, and where they end."""

    number: Decimal
    unit: str
    end: int
    multiplier: str = ""
    more: bool = False  # 10余人


def quantity(text: str) -> Quantity | None:
    """Return the one quantity that is all that `text` states, remarks behind it left out."""
    sign, at = _operator(text)
    figure = _figure(text, at, whole=True)
    if figure is None or _is_idiom(text, at) or _is_date(figure, sign):
        return None
    op, end = _bounded(sign, text, figure.end)
    # 三级甲等 and 一套制度 are names and no numbers.
    named = end == figure.end < len(text) and (figure.unit == "级" or text[at] in "零一十")
    if op is None or named or not _ends(text, end):
        return None
    return Quantity(op, figure.number, figure.unit)


def span(text: str) -> Range | None:
    """Return the range that is all that `text` states: `10-20次`, `3%至5%`, `±5%`."""
    around = _AROUND.match(text)
    if around:
        figure = _figure(text, around.end(), whole=True)
        if figure is None or not _ends(text, _bounded("", text, figure.end)[1]):
            return None
        return Range(figure.number.copy_negate(), figure.number, figure.unit)
    low = _figure(text, 0, bare=True)
    dash = _DASH.match(text, low.end) if low else None
    high = _figure(text, dash.end(), whole=True) if dash else None
    if low is None or high is None or low.unit not in {"", high.unit}:
        return None
    first = low.number
    if high.multiplier and not low.multiplier:
        first = numerals.times(first, numerals.factor(high.multiplier))
    _, end = _bounded("", text, high.end)
    return (
        Range(first, high.number, high.unit) if first <= high.number and _ends(text, end) else None
    )


def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the numbers with a known unit in running text, without dates and ordinals."""
    return tuple(quantity for _, _, quantity in located(text))


def located(text: str) -> Iterator[tuple[int, int, Quantity]]:
    """Yield what `quantities` returns, each between where it begins and ends with its operator."""
    at = 0
    while start := _FIGURE.search(text, at):
        at = start.end()
        here = start.start()
        figure = _figure(text, here)
        if figure is None:
            continue
        at = max(at, figure.end)
        near = max(0, here - _LONGEST)
        before = _OPERATOR_BEFORE.search(text[near:here])
        sign = OPERATORS[before[1]] if before else ">" if figure.more else ""
        op, end = _bounded(sign, text, figure.end)
        op = op or sign
        dated = _is_date(figure, op) or (figure.unit == "日" and not op)
        if figure.unit and not dated and not _is_idiom(text, here):
            begin = near + before.start() if before else here
            yield begin, end, Quantity(op, figure.number, figure.unit)


def _operator(text: str) -> tuple[str, int]:
    found = OPERATOR.match(text)
    return (OPERATORS[found[1]], found.end()) if found else ("", 0)


def _figure(text: str, at: int, *, whole: bool = False, bare: bool = False) -> _Figure | None:
    """Return number and unit at `at`.

    A unit that the tables do not have must be the `whole` rest; words need a unit, unless `bare`.
    """
    minus = text[at : at + 1] in {"-", "−", "﹣"}
    numeral = numerals.parse(text, at + minus)
    if numeral is None or text.startswith("分之", numeral.end):
        return _in_words(text, at)  # 三分之二 has no exact number
    number, multiplier, more = numeral.number, numeral.multiplier, None
    begin = numeral.end - len(multiplier)
    end = units.end(text, begin) if multiplier else begin
    if end > numeral.end and units.belongs(text[begin:end], multiplier):
        number, multiplier = numeral.stem, ""
        begin, end = _unit(text, begin, whole=whole, opened=False)
    else:
        more = None if whole else _MORE.match(text, numeral.end)
        begin = more.end() if more else numeral.end
        begin, end = _unit(text, begin, whole=whole, opened=whole and numeral.figures)
    unit = text[begin:end].lstrip()
    unit = unit[1:-1] if unit.startswith("(") else unit
    if not unit and not (numeral.figures or bare or (whole and numeral.end == len(text))):
        return None
    return _Figure(
        number=number.copy_negate() if minus else number,
        unit=unit,
        end=end if unit else numeral.end,
        multiplier=multiplier,
        more=more is not None,
    )


def _in_words(text: str, at: int) -> _Figure | None:
    """Return 百分之九十 and 半年."""
    share = numerals.share(text, at)
    if share:
        return _Figure(number=share[0], unit=share[1], end=share[2])
    half = _HALF.match(text, at)
    return _Figure(number=Decimal("0.5"), unit=half[1], end=half.end()) if half else None


def _unit(text: str, at: int, *, whole: bool, opened: bool) -> tuple[int, int]:
    """Return where the unit begins and ends; `opened` takes one that the tables do not have."""
    bracketed = _BRACKETED.match(text, at) if whole else None
    if bracketed and units.is_known(bracketed[1]):
        return at, bracketed.end()
    begin = at + (text[at : at + 1] == " ")
    for_each = _FOR_EACH.match(text, begin) if whole else None
    if for_each:
        return begin, for_each.end()
    end = units.end(text, begin)
    if end > begin:
        each = _EACH.match(text, end) if whole else None
        return begin, each.end() if each else end
    other = _OPEN.match(text, begin) if opened else None
    return begin, other.end() if other else begin


def _bounded(sign: str, text: str, at: int) -> tuple[str | None, int]:
    """Return the operator that 以上, 以内 … at `at` make; None where it contradicts `sign`."""
    found = _BOUND.match(text, at)
    if not found:
        return sign, at
    bound = _BOUNDS[found[1] or found[2]]
    if sign in {"", "=", bound}:
        return bound, found.end()
    # 超过95%以上 says 超过; ≥5天以内 says nothing.
    return (sign if (sign, bound) in {(">", "≥"), ("<", "≤")} else None), found.end()


def _ends(text: str, at: int) -> bool:
    return at == len(text) or _REMARK.fullmatch(text, at) is not None


def _is_date(figure: _Figure, sign: str) -> bool:
    """Tell whether a figure is a year, or a month or an hour without a sign before it."""
    if figure.unit == "年":
        return figure.number in _YEARS
    return not sign and figure.unit in {"月", "月份", "时"}


def _is_idiom(text: str, at: int) -> bool:
    return text[max(0, at - 1) : at] == "第" or _IDIOM.match(text, at) is not None
