"""The paper of a comparison as records: in, `Changes`; out, what the template loops over.

The template counts and escapes; all that it prints is worked out and worded here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from perfspec.changes import Changes, Gone, view, words
from perfspec.changes.page import choice, judged, overview, step, trend
from perfspec.changes.page.headings import COMMA, HEADINGS
from perfspec.changes.page.judged import Judgement
from perfspec.changes.page.overview import OverviewRow
from perfspec.changes.page.step import StepPart
from perfspec.changes.page.trend import Trend
from perfspec.changes.page.wording import side
from perfspec.changes.wording import short
from perfspec.messages import Translate, message
from perfspec.report.text import Style
from perfspec.report.visible import seen

# What gettext knows as the name of its own language, for the head of the document.
_LANGUAGE = message("en")
# How many departments stand in the title by name.
_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A department; without `title` it is the only one. `level` is that of its first headings."""

    anchor: str
    title: str
    level: int
    trend: Trend | None
    steps: tuple[StepPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The whole paper; `alone` are filings that have none to be compared with.

    `overview` and contents are for several departments.
    """

    language: str
    words: Mapping[str, str]
    title: str
    department: str
    sides: tuple[str, ...]
    overview: tuple[OverviewRow, ...]
    chapters: tuple[Chapter, ...]
    alone: tuple[str, ...]
    left_out: tuple[Judgement, ...]


def of(changes: Changes, style: Style, most: int | None = None) -> Page:
    """Return the paper; its tables of projects have `most` rows all together, or as many as wanted.

    What does not fit is told in brief.
    """
    translate = style.translate
    sections = _sections(changes)
    several = len(sections) > 1
    return Page(
        language=translate(_LANGUAGE),
        words={key: translate(heading) for key, heading in HEADINGS.items()},
        title=translate(message("yearly comparison of performance targets")),
        department=_departments(_names(sections), translate),
        sides=tuple(_sides(changes, translate)),
        overview=tuple(overview.rows(_newest(sections), translate)) if several else (),
        chapters=tuple(_chapters(_told(sections, most), style, several=several, most=most)),
        alone=tuple(_alone(changes, translate)),
        left_out=judged.judgements(changes.left_out, {}, style),
    )


def _names(sections: list[list[view.Section]]) -> list[str]:
    """Return the names of the departments; one with filings of several years has one name."""
    names = [first.course.name for first, *_ in sections]
    is_dated = any(first.is_dated for first, *_ in sections)
    return list(dict.fromkeys(names)) if is_dated else names


def _departments(names: list[str], translate: Translate) -> str:
    """Return the departments by name, of many the first and how many they are."""
    if len(names) <= _NAMED:
        return translate(COMMA).join(seen(name) for name in names)
    return translate(message("{name} and others, {n} departments", name=names[0], n=len(names)))


def _sides(changes: Changes, translate: Translate) -> Iterator[str]:
    """Yield how the sides are called: with stage and marks where there is one department."""
    if len(changes.courses) != 1:
        yield from changes.labels
        return
    steps = changes.courses[0].steps
    ends = [steps[0].comparison.old, *(step.comparison.new for step in steps)]
    years = {end.filing.year for end in ends}
    told = changes.labels if len(changes.labels) == len(ends) else [""] * len(ends)
    for end, label in zip(ends, told, strict=True):
        yield side(end, label, translate, one_year=len(years) < len(ends))


def _sections(changes: Changes) -> list[list[view.Section]]:
    """Return the sections of each department."""
    sections = iter(view.sections(changes))
    return [[next(sections) for _ in course.steps] for course in changes.courses]


def _newest(sections: list[list[view.Section]]) -> Iterator[tuple[str, view.Section]]:
    for n, of_course in enumerate(sections, start=1):
        yield f"d{n}", of_course[-1]


def _told(sections: list[list[view.Section]], most: int | None) -> list[list[choice.Told]]:
    """Return the sections with the projects that each tells in full."""
    told = choice.told([one for of_course in sections for one in of_course], most)
    return [[next(told) for _ in of_course] for of_course in sections]


def _chapters(
    told: list[list[choice.Told]], style: Style, *, several: bool, most: int | None
) -> Iterator[Chapter]:
    most = None if most is None else most // max(len(told), 1)
    for n, of_course in enumerate(told, start=1):
        level = 3 if several else 2
        course = of_course[0].section.course
        yield Chapter(
            anchor=f"d{n}",
            title=_title(of_course[0].section, style.translate) if several else "",
            level=level,
            trend=trend.of(course, style, most),
            steps=tuple(
                step.part(
                    section,
                    style,
                    anchor=f"d{n}-s{number}",
                    level=level,
                    titled=len(of_course) > 1,
                )
                for number, section in enumerate(of_course, start=1)
            ),
        )


def _title(section: view.Section, translate: Translate) -> str:
    """Return code and name of a department, and the year where there are several."""
    name = short(section)
    return translate(message("{code} {name}", code=section.course.code, name=name))


def _alone(changes: Changes, translate: Translate) -> Iterator[str]:
    """Yield the filings that stand on one side only."""
    for known, filings in ((words.DROPPED, changes.dropped), (words.ADDED, changes.added)):
        for one in filings:
            yield _only(one, known[0], translate)


def _only(one: Gone, sign: str, translate: Translate) -> str:
    told = message(
        "{name} ({path}) is on the side {side} only",
        name=one.name,
        path=seen(one.path),
        side=one.side,
    )
    return f"{sign} {translate(told)}"
