"""The tables of indicators that a project has, and the classes that stand in them.

In: a project, its form. Out: the rows of the year and of the whole term, each table with its place;
the standard class of a row, also where the paper puts a known label under another first level.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from perfspec.diagnostics import Place
from perfspec.form import Form
from perfspec.model import Indicator, IndicatorClass, Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows that stand together; `yearly` tells those of the year from those of the whole term."""

    rows: tuple[Indicator, ...]
    at: Place
    yearly: bool


def of_project(project: Project) -> Iterator[Table]:
    """Yield the table of the year, then that of the whole term where there is one."""
    yield Table(rows=project.indicators, at=project.at / "indicators", yearly=True)
    if project.medium_term:
        term = project.medium_term
        yield Table(rows=term.indicators, at=term.at / "indicators", yearly=False)


def all_rows(project: Project) -> Iterator[Indicator]:
    """Yield the rows of all tables of `project`."""
    for table in of_project(project):
        yield from table.rows


def standard(classified: IndicatorClass, form: Form) -> str:
    """Return the standard class that the two labels mean, empty where neither tells it.

    A second level under a wrong first level keeps its own class; an unknown second level has the
    class of the first, unless it is the label of another first level.
    """
    if classified.standard:
        return classified.standard
    for known in form.classes:
        if classified.second and known.second == classified.second:
            return known.standard
    for label in (classified.second, classified.first):
        for known in form.classes:
            if known.first == label:
                return known.standard.partition(".")[0]
    return ""
