"""No amount that the project pays is larger than its whole budget.

Why: a part cannot be larger than the whole; one of the two amounts, or its unit, is wrong.

Bad::

    purpose: 用于扫描加工，加工费1500000元

Bad::

    indicators:
      - {class: 成本指标, name: 项目总成本, target: ≤250000元}

Good::

    purpose: 用于扫描加工，加工费150000元；项目总投资300万元
    indicators:
      - {class: 成本指标, name: 项目总成本, target: ≤200000元}

Silent: investments, contracts, assets, income and other money of which the budget pays a part; unit
prices; rough amounts; floors; projects of several years; purposes in which another amount is the
budget. Where 元 and 万元 were mistaken, `purpose-sum` or `money-unit` tells it.
"""

from collections.abc import Iterator
from decimal import Decimal

from perfspec.diagnostics import Place, Related, Severity
from perfspec.evidence import costs, money, purpose, stages
from perfspec.form import Form
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Rule


def _check(project: Project, context: Context) -> Judgement:
    budget = money.budget(project, context.form)
    if budget is None:
        return
    for at, written in _amounts(project, context.form, budget):
        text = message(
            "{written} is more than the whole budget of {budget} {unit}",
            written=written,
            budget=project.budget.total.text,
            unit=context.form.money_unit,
        )
        related = Related(project.budget.at / "total", message("the budget"))
        yield RULE.finding(at, text, related=(related,))
    for row in costs.without_unit(project, context.form):
        yield RULE.undecided(row.at / "target", message("the cost has no unit"))


def _amounts(project: Project, form: Form, budget: Decimal) -> Iterator[tuple[Place, str]]:
    """Yield what is larger than the budget: place and words."""
    at, text = project.at / "purpose", project.purpose
    for amount in purpose.exceeding(project, form):
        yield at.part(amount.start, amount.end), text[amount.start : amount.end]
    if not stages.is_of_one_year(project):
        return
    limit = budget + money.slack(project, form)
    for cost in costs.of_project(project, form):
        slip = cost.whole and cost.ceiling and purpose.is_slip(cost.ceiling, budget)
        if cost.ceiling and cost.ceiling > limit and not slip:
            yield cost.row.at / "target", cost.row.target.text


RULE = Rule(module=__name__, level=Severity.ERROR, check_project=_check)
