"""Years in running text, and how they stand there: plain, in a title, a range, a baseline."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from perfspec.prose.records import DocumentNumber, Title, Year, YearUse

# The year in which each plenary session of a central committee was held (N中全会), by congress.
SESSIONS: dict[str, tuple[int, ...]] = {
    "十八": (2012, 2013, 2013, 2014, 2015, 2016, 2017),
    "十九": (2017, 2018, 2018, 2019, 2020, 2021, 2022),
    "二十": (2022, 2023, 2024, 2025),
}
# The year of each congress itself (党的十九大).
CONGRESSES = {"十八": 2012, "十九": 2017, "二十": 2022}

_ORDER = "一二三四五六七"
_SESSION = re.compile(
    r"(十八|十九|二十)届(?:[一二三四五六七]中(?:全会)?[、，和及与]{1,2})*[一二三四五六七]中全会"
)
_ONE_SESSION = re.compile(r"[一二三四五六七](?=中)")
_CONGRESS = re.compile(r"(十八|十九|二十)大(?![于型众量小])")

_RANGE = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2})\s?(?:年度?)?(?:[0-9]{1,2}月)?\s?[-—–－~～至到]{1,2}\s?"
    r"((?:19|20)[0-9]{2})\s?年(度?)"
)
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})\s?年(度?)")
_DATE = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})([-./])[01]?[0-9]\2[0-3]?[0-9](?![0-9])()")
_BEFORE = re.compile(r"(?:较|比|自|从|截至|截止|截止到|截至到|至|到)\s?\Z")
# A month and a day may stand between the year and these words (2016年10月以来).
_AFTER = re.compile(
    r"前|之前|以前|(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?[底末初]?\s?"
    r"(?:以来|起|开始|之后|以后|至今|至|到|相比|同期|基础上|的基础上)"
)


def years(
    text: str, titles: tuple[Title, ...], documents: tuple[DocumentNumber, ...]
) -> tuple[Year, ...]:
    """Return the years that `text` speaks of, in their order."""
    found = [*_sessions(text), *_congresses(text), *_documents(text, documents)]
    if "19" in text or "20" in text:
        found += _titled(_written(text, documents), titles)
    return tuple(sorted(found, key=lambda year: year.start))


def _written(text: str, documents: tuple[DocumentNumber, ...]) -> Iterator[Year]:
    """Yield the years in figures, those of document numbers left out."""
    signs = list(text)
    for document in documents:
        signs[document.start : document.end] = "\0" * (document.end - document.start)
    text = "".join(signs)
    for match in _RANGE.finditer(text):
        for group in (1, 2):
            yield Year(
                start=match.start(group),
                end=match.end(group) if group == 1 else match.end(),
                year=int(match[group]),
                use=YearUse.RANGE,
                fiscal=bool(match[3]),
            )
    text = _RANGE.sub(lambda match: "\0" * len(match[0]), text)
    for match in (*_YEAR.finditer(text), *_DATE.finditer(text)):
        dated = match.re is _DATE
        before = _BEFORE.search(text, max(0, match.start() - 5), match.start())
        after = None if dated else _AFTER.match(text, match.end())
        yield Year(
            start=match.start(),
            end=match.end(),
            year=int(match[1]),
            use=YearUse.BASELINE if before or after else YearUse.PLAIN,
            fiscal=not dated and bool(match[2]),
        )


def _titled(found: Iterable[Year], titles: tuple[Title, ...]) -> Iterator[Year]:
    """Yield `found`, those inside a title as such."""
    starts = [title.start for title in titles]
    for year in found:
        index = bisect_right(starts, year.start) - 1
        inside = index >= 0 and year.start < titles[index].end
        yield replace(year, use=YearUse.TITLE) if inside else year


def _documents(text: str, documents: tuple[DocumentNumber, ...]) -> Iterator[Year]:
    for document in documents:
        start = text.index(str(document.year), document.start)
        use = YearUse.DOCUMENT
        yield Year(start=start, end=start + 4, year=document.year, use=use, fiscal=False)


def _sessions(text: str) -> Iterator[Year]:
    """Yield the years of 十九届二中、三中、四中全会, of which there are three."""
    for match in _SESSION.finditer(text) if "中全会" in text else ():
        held = SESSIONS[match[1]]
        start = match.start()
        for one in _ONE_SESSION.finditer(text, match.end(1), match.end()):
            number = _ORDER.index(one[0])
            end = match.end() if match.end() - one.end() == len("中全会") else one.end() + 1
            if number < len(held):
                use = YearUse.MEETING
                yield Year(start=start, end=end, year=held[number], use=use, fiscal=False)
            start = end + 1


def _congresses(text: str) -> Iterator[Year]:
    for match in _CONGRESS.finditer(text) if "大" in text else ():
        year, use = CONGRESSES[match[1]], YearUse.MEETING
        yield Year(start=match.start(), end=match.end(), year=year, use=use, fiscal=False)
