"""Titles and captions of project tables: above the table, or in its first rows.

In: lines. Out: a `Heading`, what they say of the table below.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from perfspec.importing import Use, Used, Value
from perfspec.importing.tables.ink import Ink
from perfspec.importing.tables.inline import inline
from perfspec.importing.tables.labels import Label, plain
from perfspec.importing.tables.lexicon import Meaning
from perfspec.messages import message

MONEY_UNITS = frozenset({"元", "万元", "亿元", "千元", "百元", "人民币元", "人民币万元"})
_LONGEST = 160  # characters of a title or a caption

_TITLE = re.compile(r"绩效[^，。；：,;:\s]{0,14}表")
_NUMBER = re.compile(
    r"\s*(?:(?:附[件表]?|表)\s*[0-9一二三四五六七八九十]{0,4}\s*[-.．、:：—－]?[0-9]{0,2}|"
    r"[0-9一二三四五六七八九十]{1,4}\s*[.．、]|[（(][0-9一二三四五六七八九十]{1,3}[）)])\s*"
)
_COUNTED = re.compile(
    r"\s*[0-9一二三四五六七八九十]{1,4}\s*[.．、]|\s*[（(][0-9一二三四五六七八九十]"
)
_GENERIC = re.compile(
    r"(?:20[0-9]{2}年度?|中央|省级|自治区|市级|区级|县级|州级|旗县|镇级|乡镇|本级|部门|单位|预算|财政|项目|支出|专项"
    r"|资金|政策|转移支付|整体|一般|对地方|对下|重点|其他|二级|一级|经费|公开|年度|附件|[（）()])*"
)
_KIND = re.compile(r"(?:部门预算|预算|财政|专项资金|部门整体|整体)?(?:项目)?(?:支出|项目)$")
_YEAR = re.compile(r"(20[0-9]{2})\s*年度?")
_AGAIN = re.compile(r"[（(]?续表?\s*[0-9一二三四五六七八九十]{0,2}[）)]?$")
_UNIT = re.compile(r"(?!20[0-9]{2}[^0-9])([0-9]{3,12})\s*[-—－_]?\s*(?=[^\s0-9.．、:：%年月日])")
_CODE = re.compile(r"([A-Za-z0-9][A-Za-z0-9-]{2,40})(?=[^\x00-\x7f])")
_SUFFIX = re.compile(r"[（(](本级|机关|本部|局机关|部门本级|汇总)[）)]$")
_TAIL = re.compile(r"[（(](?:20[0-9]{2}\s*年度?|续表?[0-9一二三四]?)[）)]\s*$|续表?\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What stands above a table; `number` is what counts its title.

    `fields` are labels with their values that have no place here.
    """

    title: Value | None = None
    number: str = ""
    unit_code: Value | None = None
    unit_name: Value | None = None
    unit_suffix: Value | None = None
    money_unit: Value | None = None
    year: Value | None = None
    kind: str = ""
    is_title: bool = False
    is_again: bool = False
    is_whole: bool = False
    fields: tuple[tuple[Label, Meaning | None, Ink], ...] = ()
    used: tuple[Used, ...] = ()


def heading(line: Ink) -> Heading | None:
    """Return what a line says of the table below it; None if it is no title and no caption."""
    if not line.pieces or len(line.text) > _LONGEST:
        return None
    if _AGAIN.fullmatch(line.text.strip()):
        return Heading(is_again=True, used=tuple(line.used(Use.FURNITURE)))
    return _title(line) or _year(line) or _caption(line)


def joined(headings: Iterable[Heading]) -> Heading:
    """Return lines one above the other as one heading; what is said first holds."""
    whole = Heading()
    for one in headings:
        changes = {
            name: getattr(one, name)
            for name in ("title", "unit_code", "unit_name", "unit_suffix", "money_unit", "year")
            if getattr(whole, name) is None
        }
        whole = replace(
            whole,
            **changes,
            number=whole.number or one.number,
            kind=whole.kind or one.kind,
            is_title=whole.is_title or one.is_title,
            is_again=whole.is_again or one.is_again,
            is_whole=whole.is_whole or one.is_whole,
            fields=(*whole.fields, *one.fields),
            used=(*whole.used, *one.used),
        )
    return whole


def unit(line: Ink) -> tuple[Value | None, Value, Value | None, tuple[Used, ...]]:
    """Return a unit's code, name and what stands in brackets behind the name."""
    text = line.text
    found = _UNIT.match(text) or _CODE.match(text)
    start = found.end() if found else 0
    code = line.part(0, found.end(1)).value() if found else None
    used = list(line.part(found.end(1), start).used(Use.FURNITURE)) if found else []
    behind = _SUFFIX.search(text)
    if behind is None or behind.start() <= start:
        return code, line.part(start).value(), None, tuple(used)
    used += line.part(behind.start(), behind.start(1)).used(Use.FURNITURE)
    used += line.part(behind.end(1)).used(Use.FURNITURE)
    suffix = line.part(behind.start(1), behind.end(1)).value()
    return code, line.part(start, behind.start()).value(), suffix, tuple(used)


def owner(line: Ink) -> Heading:
    """Return the unit that a table is of: what stands beside the unit of money above it."""
    code, name, suffix, used = unit(line)
    return Heading(unit_code=code, unit_name=name, unit_suffix=suffix, used=used)


def _title(line: Ink) -> Heading | None:
    text = line.text
    tail = _TAIL.search(text)
    last = tail.start() if tail else len(text)
    body = text[:last].rstrip()
    found = _TITLE.fullmatch(body, max(body.rfind("绩效"), 0))
    if found is None:
        return None
    number = _NUMBER.match(text)
    start = number.end() if number and number.end() <= found.start() else 0
    name = text[start : found.start()]
    kind = "self-evaluation" if "自评" in found[0] else "monitoring" if "监控" in found[0] else ""
    is_whole = "整体" in name
    years = _YEAR.search(text)
    year = line.part(years.start(1), years.end(1)).value() if years else None
    ends = {"kind": kind, "is_title": True, "is_again": bool(_AGAIN.search(text))}
    if _GENERIC.fullmatch(plain(name)):
        used = _around(line, years)
        return Heading(year=year, is_whole=is_whole, used=used, **ends)  # type: ignore[arg-type]
    used = (
        *line.part(0, start).used(Use.FURNITURE),
        *line.part(found.start()).used(Use.FURNITURE),
    )
    counted = _COUNTED.match(text)
    if generic := _KIND.search(name) if not counted else None:
        # A title such as 某单位2022年项目支出绩效目标表: what stands before is no project's name.
        first = start + generic.start()
        if years and years.end() == first:
            first = years.end(1)
        used += tuple(line.part(first, found.start()).used(Use.FURNITURE))
        return Heading(year=year, is_whole=is_whole, used=used, **ends)  # type: ignore[arg-type]
    guess = None if counted else message("the words of a title are taken for the project's name")
    title = line.part(start, found.start()).value(guess)
    return Heading(title=title, number=plain(text[:start]), used=used, **ends)  # type: ignore[arg-type]


def _year(line: Ink) -> Heading | None:
    text = line.text
    found = _YEAR.search(text)
    if found is None or text.replace(found[0], "").strip(" （）()") not in {"", "预算", "部门预算"}:
        return None
    year = line.part(found.start(1), found.end(1)).value()
    return Heading(year=year, used=_around(line, found))


def _around(line: Ink, year: re.Match[str] | None) -> tuple[Used, ...]:
    """Return the words around a year as furniture."""
    if year is None:
        return tuple(line.used(Use.FURNITURE))
    before, behind = line.part(0, year.start(1)), line.part(year.end(1))
    return (*before.used(Use.FURNITURE), *behind.used(Use.FURNITURE))


def _caption(line: Ink) -> Heading | None:
    pairs, rest = inline(line)
    if not pairs and not _UNIT.match(rest.text):
        return None
    headings = []
    for pair in pairs:
        used = tuple(pair.ink.used(Use.LABEL))
        if pair.meaning is Meaning.MONEY_UNIT and plain(pair.value.text) in MONEY_UNITS:
            headings.append(Heading(money_unit=pair.value.value(), used=used))
        elif pair.meaning in {Meaning.UNIT, Meaning.MONEY_UNIT} and pair.value.pieces:
            code, name, suffix, more = unit(pair.value)
            one = Heading(unit_code=code, unit_name=name, unit_suffix=suffix, used=(*used, *more))
            headings.append(one)
        else:
            entry = (pair.label, pair.meaning, pair.value)
            headings.append(Heading(fields=(entry,), used=used))
    if rest.pieces and (_UNIT.match(rest.text) or headings[0].money_unit):
        headings.append(owner(rest))
    return joined(headings)
