"""Projects of one year in words, and whether one of the older year was to end with it."""

import re
from collections.abc import Iterable

from perfspec.compare import Comparison
from perfspec.contrast import wording
from perfspec.form import Form
from perfspec.model import Project

_YEAR = re.compile("(?:19|20)[0-9]{2}")


def in_words(projects: Iterable[Project], form: Form) -> str:
    """Return names with their budgets: 消防器材购置（20000.00元）."""
    return wording.listed(_with_budget(one, form) for one in projects)


def _with_budget(project: Project, form: Form) -> str:
    name, amount = project.name or project.id, project.budget.total.text
    return f"{name}（{amount}{form.money_unit}）" if amount else name


def was_to_end(project: Project, comparison: Comparison) -> bool:
    """Tell whether the term of a project of the older year is over, or its name says once."""
    if "一次性" in project.name:
        return True
    last = _YEAR.search(project.term.end) if project.term else None
    return last is not None and int(last[0]) < comparison.new.filing.year
