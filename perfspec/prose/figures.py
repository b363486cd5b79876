"""Numbers in running text, with what is said of their bounds: 至少两, 约50, 3-5, 10余."""

import re
from dataclasses import dataclass
from decimal import Decimal

from perfspec.values import numerals
from perfspec.values.numerals import Numeral

_SAID = {
    "≥": "至少 不少于 不低于 不小于 大于等于 不得少于 不得低于 最少 达到 ≥ ≧ >= ＞= ≥=",
    "≤": "不超过 不高于 不多于 不大于 小于等于 至多 最多 控制在 不得超过 ≤ ≦ <= ≤=",
    ">": "超过 高于 大于 多于 超 > ＞",
    "<": "低于 少于 小于 不足 < ＜",
    "~": "约 大约 约为 近 将近 接近 预计 估计 大概 余",
}
_OPS = {word: sign for sign, words in _SAID.items() for word in words.split()}
_BEFORE = re.compile(
    "("
    + "|".join(re.escape(word) for word in sorted(_OPS, key=len, reverse=True))
    + r")为?\s?(?:开展|举办|组织|召开|完成|安排|进行|培训|建设|建成|发放|印制|实施|开设)?\Z"
)
_AFTER = re.compile(
    r"(及?以上)|(及?以下|以内|之内)|左右|上下|多(?![媒个种次项处部方元])|余(?![额款下])"
)
_ABOUT = re.compile("[余多来几](?![媒元方])")
_TO = re.compile(r"\s?[^\W0-9，、]{0,2}\s?[-~～—–至到]{1,2}\s?")
# Before a Chinese numeral: 统一, 第三, 每一, 十四五 and the like are no numbers of things.
_NOT_BEFORE = frozenset(
    "第统同唯每任某之单逐另这那哪上下前后近数几划初周逢万百十千点专进合归惟期年月"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number; `said` is where what is said of its bound begins.

    `stem` and `multiplier` are the two parts of 20万.
    """

    start: int
    end: int
    number: Decimal
    stem: Decimal
    multiplier: str
    op: str
    exact: bool
    chinese: bool
    said: int


def figures(shadow: str) -> tuple[Figure, ...]:
    """Return the numbers of a text, given its shadow; of a range (3-5次) it is one, inexact."""
    found: list[Figure] = []
    for numeral in numerals.find(shadow):
        if not numeral.figures and shadow[numeral.start - 1 : numeral.start] in _NOT_BEFORE:
            continue
        start = numeral.start
        ranged = bool(found) and bool(_TO.fullmatch(shadow, found[-1].end, start))
        if ranged:
            start = found.pop().start
        found.append(_figure(shadow, numeral, start, ranged=ranged))
    return tuple(found)


def _figure(shadow: str, numeral: Numeral, start: int, *, ranged: bool) -> Figure:
    said = _BEFORE.search(shadow, max(0, start - 8), start)
    op = _OPS[said[1]] if said else ""
    about = _ABOUT.match(shadow, numeral.end)
    return Figure(
        start=start,
        end=about.end() if about else numeral.end,
        number=numeral.number,
        stem=numeral.stem,
        multiplier=numeral.multiplier,
        op="" if op == "~" else op,
        exact=not (about or ranged or op == "~"),
        chinese=not numeral.figures,
        said=said.start() if said else start,
    )


def bound(shadow: str, end: int) -> tuple[str, bool]:
    """Return operator and exactness that are said behind a number with its unit, at `end`."""
    after = _AFTER.match(shadow, end)
    if after is None:
        return "", True
    op = "≥" if after[1] else "≤" if after[2] else ""
    return op, bool(op)
