"""An amount in the name of a project is its budget.

Why: the name is copied from last year or from another project more often than the budget is, and
the public reads the name.

Bad::

    name: 馆藏档案数字化经费25万元

Good::

    name: 2026年馆藏档案数字化经费20万元

Silent: unit prices, bounds (5万元以下), investments, years, per cents, document numbers, quantities
such as 10万亩; rounding; names in which another amount is the budget. A bare number is an amount
only at the end of the name, behind a word for money.
"""

from perfspec.diagnostics import Related, Severity
from perfspec.evidence import money, names
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Rule


def _check(project: Project, context: Context) -> Judgement:
    found = names.amounts(project.name)
    if not found:
        return
    budget, at = money.budget(project, context.form), project.at / "name"
    first = found[0]
    if budget is None:
        yield RULE.undecided(at, message("the project has no budget to compare with"))
    elif not any(names.states(amount, budget) for amount in found):
        text = message(
            "the name says {amount}, the budget is {budget} {unit}",
            amount=project.name[first.start : first.end],
            budget=project.budget.total.text,
            unit=context.form.money_unit,
        )
        related = (Related(project.budget.at / "total", message("the budget")),)
        yield RULE.finding(at.part(first.start, first.end), text, related=related)


RULE = Rule(module=__name__, level=Severity.WARNING, check_project=_check)
