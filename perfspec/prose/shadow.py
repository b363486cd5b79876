"""A text with all that looks like a number of something, and is none, blanked out.

In: a text. Out: its shadow, of the same length, in which titles, quoted names, document numbers,
standards, ordinals and telephone numbers are `BLANK`, and dates and numbering `GAP`, which parts
words. Full-width figures are half-width. What is found in the shadow has its offsets in the text.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from perfspec.prose.records import DocumentNumber, Title, Year, YearUse

BLANK = "\0"
GAP = "\1"

_TO = 6  # characters between the two years of a range: 年1月至
_WIDTHS = {sign: sign - 0xFEE0 for sign in (*range(0xFF10, 0xFF1A), 0xFF05, 0xFF0E)}
_NAMES = re.compile(
    # a name in quotes: “一中心一站”, “12345”热线
    r"“[^“”。；\n]{1,30}”|‘[^‘’。；\n]{1,30}’|「[^「」。；\n]{1,30}」|\"[^\"。；\n]{1,30}\"|"
    # codes, standards and names in Latin letters: DA/T 31—2017, GB50016-2014, G104, PM2.5, A4;
    # CT1台 and A 6万元 are a number of things and an amount
    r"(?<![A-Za-z])[A-Za-z]++(?:/[A-Za-z]++)?\s?[0-9][0-9.]*+(?![万亿]?元(?!旦)|[台套辆架](?![账餐历构阶州印]))(?:[-—–][0-9]{2,4})?|"
    r"[1-9][GD](?![A-Za-z])|"
    # telephone numbers, roads and services known by a number
    r"(?<![0-9.])(?:0[0-9]{2,3}[-—][0-9]{7,8}|1[3-9][0-9]{9}|(?:110|119|120|122|12[0-9]{3})(?=热线|平台|指挥|急救|报警))"
)
_DATES = re.compile(
    r"(?:[0-9]{1,2}月?[-—~～至])?(?:[0-9]{1,2}\s?月(?:底前|[中上下]旬|[份底末初前内])?|[0-9]{1,2}\s?[日号](?![均常])){1,2}|[0-9]{1,2}[:：][0-9]{2}(?![0-9])|"
    r"(?:第[一二三四五六七八九十百0-9]{1,4}|[一二三四])(?:个)?(?:季度|学期)|[一二两三四五六七八九十]{1,3}(?:月份|月底)"
)
_ORDINALS = re.compile(
    r"第\s?(?:[0-9]{1,5}|[一二三四五六七八九十百]{1,5})|"
    r"十[一二三四五](?=五)五|[一二三四五六七八九十]{1,3}次(?=全[体会]|会议|党代会|代表大会|常委会)|(?:[0-9]{1,3}[-—~～至])?[0-9]{1,3}周?岁(?:及?以[上下])?|[0-9](?=型)|"
    r"[一二三四五六七八九十]{1,3}[届级等类型甲](?![次])|"
    r"[0-9]{1,3}届|[0-9]{1,3}(?=号[楼院线路机])"
)
# 五位一体, 一岗双责, 两个维护: names made of numbers.
_SAYINGS = re.compile(
    r"[一二两三四五六七八九十]{1,2}[^\W0-9一二两三四五六七八九十、，]{1,2}[一二两双三四五六七八九十][^\W0-9、，]|"
    r"[一二两三四五六七八九十]{1,2}(?:个(?:意识|维护|自信|确立|全面|代表|坚持|务必|结合|转变|一百年|重大|中心|基本点|文明|先进|必须|方面|层面|环节|阶段|老有|关键)|"
    r"项(?:规定|机制|纪律|职能|职责|改革|行动|任务|工程)|条(?:心|线|红线|底线)|张(?:网|图|脸|表)|件(?:事|大事)|"
    r"支(?:一扶|笔)|套(?:班子|机构)|家(?:亲|人)|处(?:一景)|方面|手|线|体|站式|次性|次函|期工程|期项目|期建设|公|农|会|癌|新|老)"
)
_NUMBERING = re.compile(
    r"(?:(?<=[\n。；;：:])|\A)\s{0,4}(?:[0-9]{1,2}\s?[.．、)）](?![0-9])|[(（](?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[)）]|"
    r"[一二三四五六七八九十]{1,3}(?:[、.．]|是))"
)
_NOT_NUMBERS = (
    (_NAMES, BLANK),
    (_NUMBERING, GAP),
    (_DATES, GAP),
    (_ORDINALS, BLANK),
    (_SAYINGS, BLANK),
)


def cast(
    text: str, titles: Iterable[Title], documents: Iterable[DocumentNumber], years: Sequence[Year]
) -> str:
    """Return the shadow of `text`."""
    signs = list(text.translate(_WIDTHS))
    for year in years:
        signs[year.start : year.end] = GAP * (year.end - year.start)
    for first, last in pairwise(years):
        if first.use is last.use is YearUse.RANGE and last.start - first.end <= _TO:
            signs[first.end : last.start] = GAP * (last.start - first.end)
    names = [(title.start, title.end) for title in titles]
    for start, end in (*names, *((number.start, number.end) for number in documents)):
        signs[start:end] = BLANK * (end - start)
    shadow = "".join(signs)
    for pattern, sign in _NOT_NUMBERS:
        shadow = pattern.sub(_FILL[sign], shadow)
    return shadow


_FILL: dict[str, Callable[[re.Match[str]], str]] = {
    BLANK: lambda match: BLANK * len(match[0]),
    GAP: lambda match: GAP * len(match[0]),
}
