"""A plan that a basis names after the project bears the project's name.

Why: where the two differ by a word, either the plan is that of another project or year, or one of
the names was typed wrongly.

Bad::

    name: 馆藏档案数字化专项经费
    indicators:
      - {name: 档案数字化页数, basis: 馆藏档案数字化经费实施计划}

Good::

    name: 馆藏档案数字化专项经费
    indicators:
      - {name: 档案数字化页数, basis: 《2026年馆藏档案数字化专项经费实施方案》}

Silent: plans whose names have less than six tenths in common with the project's, or differ at the
beginning or end only (the place, 经费, 项目); differences of one character or more than four.
"""

from perfspec.diagnostics import Related, Severity
from perfspec.evidence import bases, tables
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Rule


def _check(project: Project, _context: Context) -> Judgement:
    told: set[str] = set()
    for table in tables.of_project(project):
        for row in table.rows:
            if not row.basis or row.basis in told:
                continue
            told.add(row.basis)
            plan = bases.other_plan(row.basis, project.name)
            if plan:
                yield RULE.finding(
                    (row.at / "basis").part(plan.start, plan.end),
                    message(
                        "the plan is named {plan!r}, the project {project!r}",
                        plan=row.basis[plan.start : plan.end],
                        project=project.name,
                    ),
                    hint=message(
                        "{words!r} makes the difference", words=plan.missing or plan.added
                    ),
                    related=(Related(project.at / "name", message("the name of the project")),),
                )


RULE = Rule(module=__name__, level=Severity.WARNING, check_project=_check)
