"""Indicators that are told in numbered lists: 一、产出指标 （一）数量指标 1.培训人数≥300人.

In: the paragraphs of a document without a table of indicators. Out: a project and the numbers of
the paragraphs that it takes; None where there is no such list.
"""

import re
from collections.abc import Iterator, Sequence

from perfspec.documents import Paragraph
from perfspec.importing import FoundIndicator, FoundTarget, Guess, Use, Value
from perfspec.importing.tables.building import Building
from perfspec.importing.tables.filling import read
from perfspec.importing.tables.ink import Ink, ink
from perfspec.importing.tables.inline import inline
from perfspec.importing.tables.titles import heading
from perfspec.messages import message

_LONGEST = 400  # characters of a line with an indicator
_NUMBER = re.compile(
    r"\s*(?:[0-9]{1,2}\s*[.．、]|[（(][0-9一二三四五六七八九十]{1,2}[）)]|[一二三四五六七八九十]{1,3}[、.．]"
    r"|[①-⑳])\s*"
)
_FIRST = re.compile(r"(?:产出|效益|满意度|效果|成本|项目完成|项目效益)指标")
_SECOND = re.compile(
    r"(?:数量|质量|时效|成本|经济成本|社会成本|生态环境成本|经济效益|社会效益|生态效益|可持续影响"
    r"|服务对象满意度|社会公众或服务对象满意度|满意度)(?:指标)?(?=$|[\s：:])"
)
_TARGET = re.compile(r"[≥≤＞＜>＝=≧≦<]|不低于|不少于|不高于|不超过|大于等于|小于等于|[：:]|\s{2,}")
_END = "；;。，,、 　"


def project(paragraphs: Sequence[Paragraph]) -> tuple[Building, set[int]] | None:
    """Return the project whose indicators the paragraphs list."""
    lines = [
        (paragraph.number, line)
        for paragraph in paragraphs
        for line in ink([paragraph], paragraph.at).lines()
    ]
    starts = [n for n, (_, line) in enumerate(lines) if _first(line)]
    if not starts:
        return None
    found = Building(at=lines[starts[0]][1].at)
    taken = {lines[n][0] for n in _indicators(found, [line for _, line in lines], starts[0])}
    if not found.indicators:
        return None
    for number, line in lines[: starts[0]]:
        pairs, _ = inline(line)
        one = heading(line) if not pairs else None
        if pairs:
            for pair in pairs:
                read(found, pair)
            taken.add(number)
        elif one is not None and one.title is not None and "title" not in found.values:
            found.values["title"] = one.title
            found.used += one.used
            taken.add(number)
    text = message("the indicators are told in a list; name and target were parted by their signs")
    found.guesses.append(Guess(text=text, at=found.at))
    return found, taken


def _indicators(found: Building, lines: Sequence[Ink], start: int) -> Iterator[int]:
    """Add the indicators of the list; yield the numbers of its lines."""
    first: Value | None = None
    second: Value | None = None
    for n in range(start, len(lines)):
        line = lines[n]
        number = _NUMBER.match(line.text)
        begin = number.end() if number else 0
        if head := _first(line):
            first, second = line.part(begin, head).value(), None
            found.used += line.part(0, begin).used(Use.FURNITURE)
            found.used += line.part(head).used(Use.FURNITURE)
            yield n
            continue
        under = _SECOND.match(line.text, begin)
        rest = line
        if under:
            second = line.part(begin, under.end()).value()
            found.used += line.part(0, begin).used(Use.FURNITURE)
            rest = line.part(under.end())
            signs = len(rest.text) - len(rest.text.lstrip("：: "))
            found.used += rest.part(0, signs).used(Use.FURNITURE)
            rest = rest.part(signs)
        elif number is None:
            return
        if rest.pieces and len(rest.text) <= _LONGEST:
            found.indicators.append(_indicator(found, rest, first, second))
        yield n


def _first(line: Ink) -> int:
    """Return where a heading of a first level ends in its line; 0 if it is none."""
    if len(line.text) > _LONGEST:
        return 0
    number = _NUMBER.match(line.text)
    begin = number.end() if number else 0
    head = _FIRST.match(line.text, begin)
    if head is None or line.text[head.end() :].strip("：: ") or (head[0] == "成本指标" and begin):
        return 0
    return head.end()


def _indicator(
    found: Building, line: Ink, first: Value | None, second: Value | None
) -> FoundIndicator:
    text = line.text
    number = _NUMBER.match(text)
    begin = number.end() if number else 0
    last = len(text.rstrip(_END))
    found.used += line.part(0, begin).used(Use.FURNITURE)
    found.used += line.part(last).used(Use.FURNITURE)
    sign = _TARGET.search(text, begin + 1, last)
    split = sign.start() if sign else last
    value = sign.end() if sign and not sign[0].strip("：:") else split
    if sign:
        found.used += line.part(split, value).used(Use.FURNITURE)
    return FoundIndicator(
        at=line.at,
        first=first,
        second=second,
        name=line.part(begin, split).value(),
        target=FoundTarget(text=line.part(value, last).value()),
    )
