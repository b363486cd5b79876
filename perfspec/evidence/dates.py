"""The dates of targets and the term of a project, in months.

In: what a target states; a project. Out: the month in which a date falls, or a period ends; the
months in which the term begins and ends, counted from year 0, so that they can be compared.
"""

import re
from dataclasses import dataclass

from perfspec.model import Project
from perfspec.values import Moment, Period, Target

_YEAR = 12
_RELATED = re.compile("[每各次当本同翌]")
_DATE = re.compile("((?:19|20)[0-9]{2})(?:[^0-9]{1,3}(1[0-2]|0?[1-9])(?![0-9]))?")


@dataclass(frozen=True, slots=True)
class Month:
    """A month; `year` is None where a text does not say it."""

    year: int | None
    month: int


def last_month(target: Target) -> Month | None:
    """Return the month of a date, or the last one of a period; None for everything else.

    A whole year that is not named (全年) is the year of the filing and no date; what comes back
    (每月25日) or names its year in words (当年12月) has no year to be told.
    """
    reading = target.reading
    if (
        isinstance(reading, Moment | Period)
        and reading.year is None
        and _RELATED.search(target.text)
    ):
        return None
    if isinstance(reading, Moment):
        return Month(reading.year, reading.month or _YEAR)
    if isinstance(reading, Period):
        if reading.year is None and reading.last_month - reading.first_month == _YEAR - 1:
            return None
        return Month(reading.last_year or reading.year, reading.last_month)
    return None


def encloses(target: Target, year: int) -> bool:
    """Tell whether a period of several years has `year` among them."""
    reading = target.reading
    if not isinstance(reading, Period) or reading.year is None:
        return False
    return reading.year <= year < (reading.last_year or reading.year)


def counted(month: Month) -> int:
    """Return `month` counted from year 0; 0 and its number where there is no year."""
    return (month.year or 0) * _YEAR + month.month


def term(project: Project) -> tuple[int, int]:
    """Return the months in which `project` begins and ends, 0 where that is not stated."""
    if project.term is None:
        return 0, 0
    start, end = _DATE.search(project.term.start), _DATE.search(project.term.end)
    return (
        int(start[1]) * _YEAR + int(start[2] or 1) if start else 0,
        int(end[1]) * _YEAR + int(end[2] or _YEAR) if end else 0,
    )


def speaks_of(project: Project, year: int) -> bool:
    """Tell whether name, purpose or goals of `project` name `year`."""
    return any(str(year) in text for text in (project.name, project.purpose, *project.goals))
