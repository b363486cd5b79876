"""How alike the names of two things of two years are, and whether that is enough to be sure.

The formula: both names lose year, amount, document number, the number of their row (指标1：),
templates such as （≥**%）, and signs;
words for the same are made one (补贴 and 补助, 采购 and 购置); then words that say little go (开展,
专项, 经费). Equal names so reduced have 100 to 90, by what had to go. Of others the longest common
subsequence counts, in per cent of both, all in whole numbers. A name that holds all characters of
the other in their order (网信办, 网络信息办公室) is more alike than that. Words and numbers that
part things (一期, 二期) make it nothing at all.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import LCSseq

from perfspec.compare.matching import kinds
from perfspec.compare.matching.kinds import Apart
from perfspec.compare.matching.measures import Measure, agree, measure
from perfspec.evidence import cores
from perfspec.messages import Message, message

EQUAL, SAME_WORDS, OTHER_ORDER = 100, 95, 92
_LONGEST = 120
# Of two that measure different things (培训次数, 培训人数) no more than this is left.
_OTHER_MEASURE = 40
_REMARKED = 82  # where one has a remark in brackets that the other lacks
_REORDERED = 6  # less where only the order of the characters does not agree

_TEMPLATE = re.compile(
    r"\([^()]{0,20}(?:\*\*|[≥≤<>≧≦])[^()]{0,20}\)|[≥≤<>≧≦=]+ ?[*0-9.]+[^\W\d_]{0,4}"
)
_SERIAL = re.compile(r"[0-9A-Z]{10,}-?")
# The number of a row, or the class of it, before the name: it goes with the place in the table.
_ROW = re.compile(
    r"[★*·•\s]*(?:[^\W\d_]{0,6}(?:指标|目标)(?:[0-9]{1,2}(?![0-9])|[一二三四五六七八九十]{1,2})?[：:、.．]"
    r"|(?:指标|目标)[0-9]{1,2}(?![0-9年月日.％%个项类])\s*"
    r"|[0-9]{1,2}[、.．)）](?![0-9])|[（(][0-9一二三四五六七八九十]{1,2}[)）]"
    r"|[一二三四五六七八九十]{1,2}、(?![一二三四五六七八九十])|[①-⑳])"
)
_TYPED = re.compile(
    r"\((?:续建|%|‰|[万亿]?元|[万亿]?(?:立方米|平方米|公里|公顷|公斤|千克|千米|人次|吨|亩|人|户)|m2|㎡"
    r"|个|次|月|年|头|只|台|套|株|件|份|座|处|条|辆|家|名|项|场|天|米)\)|定性\Z|\A其中:?"
)
_REMARK = re.compile(r"\([^()]*\)")
_SIGNS = re.compile(r"[\W_]+")
_COUNT = re.compile(
    r"[0-9]+(?:\.[0-9]+)?"
    r"(?:\Z|个|人|户|台|亩|平方米|公里|件|次|场|座|家|名|万元|元|%|条|头|只|株|吨|辆|套|处|份|项|米|km)"
)
_SYNONYMS = (
    ("补贴", "补助"), ("采购", "购置"), ("购买", "购置"), ("以及", "和"), ("长度", "里程"),
    ("维修维护", "维护"), ("维修维保", "维护"), ("运行维护", "运维"), ("医疗保险", "医保"),
    ("党的建设", "党建"), ("党组织建设", "党建"), ("参训", "培训"), ("拨付", "支付"),
    ("运转", "运行"), ("按时", "及时"), ("按期", "及时"), ("按计划", "及时"), ("订阅", "征订"),
    ("受助", "救助"), ("平均每月", "月均"), ("比例", "率"), ("占比", "率"), ("比率", "率"),
    ("办公大楼", "办公楼"), ("人员数量", "人数"), ("建档立卡贫困", "脱贫"), ("贫困", "脱贫"),
)  # fmt: skip
_LITTLE = re.compile(
    "开展|举办|组织|召开|进行|实施|举行|承办|各项|各类|全年|本年度|年度|全县|全市|全区|本县|本市|本区"
    "|广大|相关|有关|专项|工作|项目|任务|情况|工程|经费|资金|费用|事项|显著"
    "|(?<!目)的|等(?![级保])|及(?!时)|和(?![谐解平])|(?<![参赠])与|[或各并]|对(?![象外口接])|(?<!行)为|费(?=\\Z)|总(?=成本|面积|人数|数)|(?<=[^\\W\\d_])标准(?=\\Z)"
)
_PLACE = re.compile(
    "(?:土家族|苗族|回族)?[县镇乡村屯馆校桥河]|社区|街道|(?:敬老|福利|医|法|检察|卫生)院|小学|中学|水库"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reduced:
    """A name made ready to be compared: made narrow, without signs, and without little words.

    `bare` is `words` without what stands in brackets.
    """

    narrow: str
    strict: str
    words: str
    bare: str
    measure: Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """How alike two names are, and why.

    `sure` is where no word stands in one of them only; `holds` where one has all characters of the
    other, in their order.
    """

    score: int
    sure: bool
    reason: Message
    holds: bool = False


@lru_cache(maxsize=32768)
def reduced(name: str) -> Reduced:
    """Return `name` made ready to be compared."""
    core = cores.read(name[:_LONGEST]).core
    narrow = unicodedata.normalize("NFKC", _unnumbered(core))
    narrow = _TEMPLATE.sub("", _SERIAL.sub("", narrow)).strip("★*·• ") or narrow
    strict = _SIGNS.sub("", narrow)
    words, measured = _words(_TYPED.sub("", narrow))
    bare, of_bare = _words(_REMARK.sub("", narrow))
    measured = of_bare if bare else measured
    return Reduced(narrow=narrow, strict=strict, words=words, bare=bare, measure=measured)


def _unnumbered(core: str) -> str:
    """Return a name without the number of its row."""
    found = _ROW.match(core)
    return core[found.end() :] if found and found.end() < len(core) else core


def _words(narrow: str) -> tuple[str, Measure]:
    """Return the words that name the thing, and what is measured."""
    words = _SIGNS.sub("", narrow)
    words = _COUNT.sub("", words) or words
    for written, meant in _SYNONYMS:
        words = words.replace(written, meant)
    rest, measured = measure(words)
    return _LITTLE.sub("", rest) or _LITTLE.sub("", words) or words, measured


@lru_cache(maxsize=65536)
def alike(name: str, other: str) -> Alike:
    """Return how alike two names are."""
    one, two = reduced(name), reduced(other)
    if one.strict == two.strict and one.strict:
        return Alike(score=EQUAL, sure=True, reason=message("the names are the same"))
    part = kinds.apart(one.narrow, two.narrow)
    parted = part is Apart.YES or not one.words or not two.words
    if parted or _of_other_places(one.words, two.words):
        text = message("the names are of different things: {old}, {new}", old=name, new=other)
        return Alike(score=0, sure=False, reason=text)
    if not agree(one.measure, two.measure):
        score = min(_OTHER_MEASURE, _common(one.words, two.words))
        text = message("the names measure different things: {old}, {new}", old=name, new=other)
        return Alike(score=score, sure=False, reason=text)
    sure = part is Apart.NO and bool(one.measure) == bool(two.measure)
    if one.words == two.words:
        text = message("the names differ only in words that say little")
        return Alike(score=SAME_WORDS, sure=sure, reason=text)
    if Counter(one.words) == Counter(two.words):
        text = message("the names have the same characters in another order")
        return Alike(score=OTHER_ORDER, sure=sure, reason=text)
    return _partly(name, other)


def _partly(name: str, other: str) -> Alike:
    """Return how alike two names are of which at least one has a word that the other lacks."""
    first, second = reduced(name), reduced(other)
    one, two = first.words, second.words
    score, holds = _common(one, two), _holds(one, two)
    if first.bare == two or one == second.bare:
        holds = max(holds, _REMARKED)
    text = message("{percent} % of the characters of the names agree", percent=score)
    if holds:
        text = message("one of the names says more: {old}, {new}", old=name, new=other)
    return Alike(score=max(score, holds), sure=False, reason=text, holds=holds > 0)


def _common(one: str, other: str) -> int:
    """Return how many characters agree, in per cent of both, in their order or nearly so."""
    both = len(one) + len(other)
    ordered = 200 * LCSseq.similarity(one, other) // both
    any_order = 200 * (Counter(one) & Counter(other)).total() // both
    return min(90, max(ordered, any_order - _REORDERED))


def _of_other_places(one: str, other: str) -> bool:
    """Tell whether what was exchanged stands before a word for places or houses: 岳阳县, 平江县."""
    start = stop = 0
    for step in LCSseq.opcodes(one, other):
        if step.tag != "equal":
            continue
        exchanged = step.src_start > start and step.dest_start > stop
        if exchanged and _PLACE.match(one, step.src_start) and _PLACE.match(other, step.dest_start):
            return True
        start, stop = step.src_end, step.dest_end
    return False


def _holds(one: str, other: str) -> int:
    """Return how alike two names are of which one has all characters of the other; else 0."""
    short, long = sorted((one, other), key=lambda words: (len(words), words))
    if len(short) < 2 or LCSseq.similarity(short, long) < len(short):  # noqa: PLR2004 — one sign
        return 0
    return 52 + 36 * len(short) // len(long)
