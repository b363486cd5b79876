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

Silent: a single cost that names a part of the project; costs that come to amounts which the purpose
states; savings, investments and costs to others; prices of things that no indicator counts, and
several costs in a fragment, which are not judged. Costs larger than the budget are told by
`amount-exceeds-budget`.
"""

from decimal import Decimal

from perfspec.diagnostics import Related, Severity
from perfspec.evidence import costs, money
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
        yield RULE.undecided(first, message("it is not plain what the costs are paid for"))
    elif len(listed) > 1 or listed[0].whole:
        text = message(
            "{sum}, the budget is {budget}",
            sum=_written([cost.sums[0] for cost in listed], money.scale(form)),
            budget=project.budget.total.text,
        )
        others = [Related(cost.row.at / "target", message("another cost")) for cost in listed[1:]]
        total = Related(project.budget.at / "total", message("the budget"))
        yield RULE.finding(first, text, related=(*others, total))


def _written(sums: list[costs.Sum], scale: Decimal) -> str:
    """Return the sum as one would write it: `9000 × 12 = 108000`."""
    total = sum((one.value for one in sums), Decimal(0))
    terms = [" × ".join(map(money.plain, (one.number / scale, *one.factors))) for one in sums]
    left, right = " + ".join(terms), money.plain(total / scale)
    return right if left == right else f"{left} = {right}"


RULE = Rule(module=__name__, level=Severity.INFO, check_project=_check)
