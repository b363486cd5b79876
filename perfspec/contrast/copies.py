"""Whether the table of a project was taken over as it was."""

from perfspec.compare import ProjectChange, Shift
from perfspec.contrast import growth, shifts
from perfspec.form import Form


def is_copied(change: ProjectChange, form: Form, least: int) -> bool:
    """Tell whether all rows and targets of a project are last year's.

    `least` of the targets leave room for better ones: 100 % can only stay. With more money it is
    another question, what the money is for.
    """
    if growth.rose(change.budget) or has_new_rows(change) or _has_lost_rows(change):
        return False
    rows = tuple(shifts.without_totals(change, form))
    better = sum(map(shifts.can_be_better, rows))
    return better >= least and all(row.shift is Shift.SAME for row in rows)


def has_new_rows(change: ProjectChange) -> bool:
    """Tell whether an indicator was added to a project, or may have been."""
    tables = (change.indicators, change.medium_term)
    return any(one.matching.added or one.matching.proposals for one in tables if one)


def _has_lost_rows(change: ProjectChange) -> bool:
    return any(one.matching.dropped for one in (change.indicators, change.medium_term) if one)
