"""A project has a name, a budget, a goal and indicators, each with class, name and value.

Why: a table with an empty cell says nothing that could be checked at the end of the year, and is
sent back.

Bad::

    indicators:
      - {name: 档案数字化页数, target: ''}

Good::

    indicators:
      - {name: 档案数字化页数, target: ≥10万页}

Silent: an empty cell for a source of money, which may mean that there is none; empty descriptions,
bases and purposes. In a fragment (`complete: false`) an empty cell is not judged.
"""

from collections.abc import Iterator

from perfspec.diagnostics import Place, Severity
from perfspec.evidence import tables
from perfspec.messages import Message, message
from perfspec.model import Indicator, Project
from perfspec.rule import Context, Judgement, Rule


def _check(project: Project, context: Context) -> Judgement:
    for at, text in _empty(project):
        if context.filing.complete:
            yield RULE.finding(at, text)
        else:
            yield RULE.undecided(at, text)


def _empty(project: Project) -> Iterator[tuple[Place, Message]]:
    at = project.at
    if not project.name.strip():
        yield at / "name", message("the project has no name")
    if project.budget.total.value is None:
        yield project.budget.at / "total", message("the project has no budget")
    if not any(goal.strip() for goal in project.goals):
        yield at / "goals", message("the project has no goal")
    if not project.indicators:
        yield at / "indicators", message("the project has no indicator")
    for table in tables.of_project(project):
        for row in table.rows:
            yield from _empty_cells(row)


def _empty_cells(row: Indicator) -> Iterator[tuple[Place, Message]]:
    labels = (row.classified.first, row.classified.second)
    if not row.classified.standard and not all(label.strip() for label in labels):
        yield row.at / "class", message("the indicator has no class")
    if not row.name.strip():
        yield row.at / "name", message("the indicator has no name")
    value = row.target.split.value if row.target.split else row.target.text
    if not value.strip():
        yield row.at / "target", message("the indicator has no value")


RULE = Rule(module=__name__, level=Severity.ERROR, check_project=_check)
