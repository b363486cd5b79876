"""Read targets (指标值): what an indicator promises, from the text as typed.

target    := [direction] value
direction := 正向 | 反向 | 定性 | 定量
value     := bands | placeholder | moment | period | range | quantity | phrase | relative | sentence
bands     := text "|" text "|" text "|" text          (优 | 良 | 中 | 差)
quantity  := [operator] number [unit] [bound] [remark]
range     := number [unit] dash number [unit] | "±" number [unit]
operator  := ≥ ≤ > < = and their disguises | 不低于 | 不超过 | 大于 | 小于 | 达到 | 控制在 …
bound     := 以上 ≥ | 以下 以内 之内 内 ≤ | 以外 >      (以上, 以下, 以内 include it: 民法典 1259)
remark    := "(" … ")" | words                        (≤99% (稳定运行率); 100%完成)
relative  := operator figure | figure bound           (不超预算, 国家标准以上)
number, unit, moment and period, phrase: see `numerals`, `units`, `moments`, `phrases`.

Number and unit are those that are written: 20万元 is 20 and 万元. A multiplier that makes no unit
belongs to the number: 10万页 is 100000 and 页. Compare by `measure`, where both agree. Full-width
signs are read as half-width ones; blanks and a full stop at the end do not count. Without operator
`3月` is March, `≤3月` is a duration.
"""

import re
from functools import lru_cache

from perfspec.values import (
    Assumed,
    Bands,
    Moment,
    Period,
    Phrase,
    Quantity,
    Range,
    Reading,
    Relative,
    Sentence,
    Split,
    Target,
    figures,
    moments,
    phrases,
)
from perfspec.values.figures import OPERATOR, OPERATORS
from perfspec.values.numerals import NARROW

__all__ = [
    "DIRECTIONS",
    "OPERATORS",
    "banded_target",
    "format_reading",
    "quantity",
    "split_target",
    "target",
]

_SPACE = re.compile(r"\s+")
_APART = re.compile(r"(?<=[0-9]) (?=[十百千万亿])|(?<=[<>≥≤]) (?==)")
_STOPS = " 。；;，,、．."
DIRECTIONS = ("正向", "反向", "定性", "定量")
_DIRECTION = re.compile(rf"({'|'.join(DIRECTIONS)})(?:指标)?(?: ?: ?| |(?=[≥≧≤≦<>=0-9])|\Z)")
_HAN = re.compile(r"[一-鿿]")
_SENTENCE = 4  # Chinese characters without figures that are more than a word
_RATIO = re.compile(rf"(?:{OPERATOR.pattern})?[0-9.]{{1,9}}(?: ?: ?|比|[/*×])[0-9.]{{1,9}}")
_CELL, _AND = r" ?:? ?(.{1,20}?)", r"[;,、 ]{0,2}"
_LABELLED = re.compile(
    rf"优秀?{_CELL}{_AND}良好?{_CELL}{_AND}(?:中|一般){_CELL}{_AND}差{_CELL.replace('?)', ')')}"
)
_BANDS = 4
_LACKS = {
    (False, False): frozenset[Assumed](),
    (True, False): frozenset({Assumed.OPERATOR}),
    (False, True): frozenset({Assumed.UNIT}),
    (True, True): frozenset({Assumed.OPERATOR, Assumed.UNIT}),
}


@lru_cache(maxsize=4096)
def target(text: str) -> Target:
    """Return the target that is written as one text."""
    direction, plain = _plain(text)
    return _made(text, _reading(plain), direction)


def quantity(text: str) -> Quantity | None:
    """Return the one quantity that `text` states in figures, or None."""
    return target(text).quantity


@lru_cache(maxsize=4096)
def split_target(op: str, value: str, unit: str) -> Target:
    """Return the target that is written in three cells; a 月 in a cell of its own is a duration."""
    whole = f"{op}{value}{unit}"
    gap = " " if op.strip() in DIRECTIONS else ""
    direction, plain = _plain(
        f"{op}{gap}{value}{'个月' if unit.strip() == '月' and not op else unit}"
    )
    return _made(whole, _reading(plain), direction, Split(op=op, value=value, unit=unit))


def banded_target(bands: Bands) -> Target:
    """Return the target that is written as four bands."""
    text = f"{bands.excellent} {bands.good} {bands.fair} {bands.poor}".strip()
    return Target(text=text, reading=bands)


def format_reading(reading: Quantity | Range | Moment | Period | Relative | Phrase) -> str:
    """Return the text in which the grammar writes `reading`: reading that gives `reading` again."""
    match reading:
        case Quantity(op, number, unit):
            return f"{op}{number:f}{unit}"
        case Range(low, high, unit):
            return f"{low:f}至{high:f}{unit}"
        case Relative(op, to):
            return f"{op}{to}"
        case Phrase(text):
            return text
        case _:
            return moments.write(reading)


def _plain(text: str) -> tuple[str, str]:
    """Return the direction, and the text in half width without what says nothing."""
    single = _SPACE.sub(" ", text.translate(NARROW)).lstrip().rstrip(_STOPS)
    plain = _APART.sub("", single)
    direction = _DIRECTION.match(plain)
    return (direction[1], plain[direction.end() :]) if direction else ("", plain)


def _made(text: str, reading: Reading | None, direction: str, split: Split | None = None) -> Target:
    return Target(
        text=text, reading=reading, assumed=_assumed(reading), direction=direction, split=split
    )


def _assumed(reading: Reading | None) -> frozenset[Assumed]:
    match reading:
        case Quantity(op, _, unit):
            return _LACKS[not op, not unit]
        case Range(_, _, unit):
            return _LACKS[False, not unit]
        case Moment(year=None) | Period(year=None):
            return frozenset({Assumed.YEAR})
        case _:
            return frozenset()


def _reading(text: str) -> Reading | None:
    if not text:
        return None
    if "|" in text:
        cells = [cell.strip() for cell in text.split("|")]
        if len(cells) == _BANDS and all(cells) and cells[0] not in OPERATORS:
            return Bands(excellent=cells[0], good=cells[1], fair=cells[2], poor=cells[3])
        if cells[0] in OPERATORS:
            return _reading("".join(cells))
        return None
    labelled = _LABELLED.fullmatch(text)
    if labelled:
        excellent, good, fair, poor = (cell.strip(" ()") for cell in labelled.groups())
        return Bands(excellent=excellent, good=good, fair=fair, poor=poor)
    return (
        moments.read(text)
        or figures.quantity(text)
        or figures.span(text)
        or phrases.placeholder(text)
        or phrases.phrase(text)
        or phrases.relative(text)
        or _sentence(text)
    )


def _sentence(text: str) -> Sentence | None:
    stated = figures.quantities(text)
    is_text = stated or len(_HAN.findall(text[:200])) >= _SENTENCE or _RATIO.fullmatch(text)
    return Sentence(stated) if is_text else None
