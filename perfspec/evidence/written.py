"""The texts of a filing in which something stands, found without looking at each for itself.

In: a filing and a pattern. Out: the passages that it occurs in. Most projects hold nothing of what
rules on writing look for, and one search through all of their texts tells so.
"""

import re
from collections.abc import Iterator

from perfspec import passages
from perfspec.model import Filing, Indicator, Project
from perfspec.passages import Passage


def holding(filing: Filing, pattern: re.Pattern[str]) -> Iterator[Passage]:
    """Yield the passages of `filing` that `pattern` occurs in, in the order of the paper."""
    search = pattern.search
    own = (filing.overall_goal, *filing.sub_goals, *filing.measures, *filing.fields.values())
    if search("\n".join(own)):
        yield from (passage for passage in passages.of_filing(filing) if search(passage.text))
    for project in filing.projects:
        if search(_all(project)):
            yield from (passage for passage in passages.of_project(project) if search(passage.text))


def _all(project: Project) -> str:
    """Return all texts of a project in one."""
    term = project.medium_term
    return "\n".join(
        (
            project.name,
            project.purpose,
            *project.goals,
            *project.fields.values(),
            *map(_row, project.indicators),
            *(term.goals if term else ()),
            *(map(_row, term.indicators) if term else ()),
        )
    )


def _row(row: Indicator) -> str:
    return f"{row.name}\n{row.description}\n{row.basis}\n{row.target.text}"
