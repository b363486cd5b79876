"""Every change as one flat row, in the order of the newer filing; what was dropped where it stood.

In: `Changes`. Out: rows, alone or in the groups under which reports show them. Which things count
as unchanged is decided where the rows are made and nowhere else, so that all formats agree.
"""

from collections.abc import Iterable, Iterator

from perfspec.changes import Changes, Course, Step, filingrows, projectrows
from perfspec.changes.order import Added, Dropped, Open, ordered
from perfspec.changes.row import Group, Kind, Row, Section, Subject

__all__ = ["Group", "Kind", "Row", "Section", "Subject", "is_same", "rows", "sections"]


def sections(changes: Changes) -> tuple[Section, ...]:
    """Return the steps of all departments, department by department."""
    ends = (course.steps[-1].comparison.new.filing.year for course in changes.courses)
    is_dated = len(set(ends)) > 1
    return tuple(
        Section(
            course=course,
            step=step,
            labels=_labels(changes, course, number),
            filing=Group(rows=tuple(filingrows.rows(step))),
            projects=tuple(_projects(step)),
            is_dated=is_dated,
        )
        for course in changes.courses
        for number, step in enumerate(course.steps)
    )


def rows(changes: Changes) -> tuple[Row, ...]:
    """Return every change."""
    return tuple(row for section in sections(changes) for row in section.rows)


def is_same(changes: Changes, shown: Iterable[Section] | None = None) -> bool:
    """Tell whether nothing changed but writing and year, and nothing was left out.

    `shown` are the sections of `changes`, where they were made already.
    """
    return not (changes.dropped or changes.added or changes.left_out) and all(
        section.is_same and not section.step.comparison.left_out
        for section in (sections(changes) if shown is None else shown)
    )


def _projects(step: Step) -> Iterator[Group]:
    compared = step.comparison
    sides = compared.old.filing.projects, compared.new.filing.projects
    changed = {change.pair.new.id: change for change in compared.changes}
    for part in ordered(*sides, compared.projects):
        match part:
            case Added(new=new):
                yield projectrows.added(new, step)
            case Dropped(old=old):
                yield projectrows.dropped(old, step)
            case Open():
                yield projectrows.undecided(part, step)
            case _:
                yield projectrows.group(changed[part.new.id], step)


def _labels(changes: Changes, course: Course, number: int) -> tuple[str, str]:
    """Return the labels of a step's sides."""
    step = course.steps[number]
    if any(step.labels):
        return step.labels
    if len(course.steps) == len(changes.labels) - 1:
        return changes.labels[number], changes.labels[number + 1]
    return str(step.comparison.old.filing.year), str(step.comparison.new.filing.year)
