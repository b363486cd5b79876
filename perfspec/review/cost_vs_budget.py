"""The cost targets come to the budget: at once, by the month, or for each of what is counted.

Why: the cost is what the budget pays; where the two do not tie, one of them was not worked out, and
nothing can be said about the cost at the end of the year.

Bad::

    indicators:
      - {class: 成本指标, name: 平均每月的费用, target: ≤9000元}

Good::

    indicators:
      - {class: 数量指标, name: 档案数字化页数, target: ≥10万页}
      - {class: 成本指标, name: 单页数字化成本, target: ≤2元/页}

Silent: a single cost that names a part of the project; a price where the table has another cost or
counts more of the same, or the texts name other things that are paid; costs that come to amounts
which the purpose states; savings, investments and costs to others; prices of things that no
indicator counts, and several costs in a fragment, which are not judged. Costs larger than the
budget are told by `amount-exceeds-budget`.
"""

from decimal import Decimal

from perfspec.diagnostics import Related, Severity
from perfspec.evidence import costs, money
from perfspec.form import Form
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Rule


def _check(project: Project, context: Context) -> Judgement:
    form, budget = context.form, money.budget(project, context.form)
    listed = list(costs.of_project(project, form))
    if budget is None or not listed:
        return
    slack, first = money.slack(project, form), listed[0].row.at / "target"
    if any(abs(way - budget) <= slack for way in costs.ways(listed)):
        return
    if costs.are_stated(listed, project.purpose):
        return
    if any(not cost.money.per and cost.money.number > budget for cost in listed):
        return
    lacking = len(listed) > 1 and not context.filing.complete
    if lacking or not costs.are_plain(listed):
        yield RULE.undecided(first, message("it is not clear what the cost is counted by"))
    elif (len(listed) > 1 or listed[0].whole) and not costs.are_a_part(listed, project, form):
        text = message(
            "{sum}, the budget is {budget}",
            sum=_written([cost.sums[0] for cost in listed], form),
            budget=f"{project.budget.total.text}{money.unit(form)}",
        )
        others = [Related(cost.row.at / "target", message("another cost")) for cost in listed[1:]]
        total = Related(project.budget.at / "total", message("the budget"))
        yield RULE.finding(first, text, related=(*others, total))


def _written(sums: list[costs.Sum], form: Form) -> str:
    """Return the sum as one would write it: `9000元 × 12个月 = 108000元`."""
    total = sum((one.value for one in sums), Decimal(0)) / money.scale(form)
    alone = len(sums) == 1 and not sums[0].factors
    left, right = " + ".join(one.terms for one in sums), f"{money.plain(total)}{money.unit(form)}"
    return right if alone else f"{left} = {right}"


RULE = Rule(module=__name__, level=Severity.INFO, check_project=_check)
