"""The weights of a project add up to the total of the form.

Why: the result of the year is the sum of what each indicator reached of its weight; with another
total it is no per cent of anything.

Bad::

    form:
      weights: {total: 100}
    indicators:
      - {class: 数量指标, weight: 50}
      - {class: 质量指标, weight: 40}

Good::

    form:
      weights: {total: 100}
    indicators:
      - {class: 数量指标, weight: 50}
      - {class: 质量指标, weight: 50}

Silent: forms without weights; rows on the execution of the budget (预算执行率), where the others
add up to the total. With a weight left empty, and in a fragment, nothing is judged.
"""

from decimal import Decimal

from perfspec.diagnostics import Severity
from perfspec.evidence import money
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Rule

_EXECUTION = "执行率"


def _check(project: Project, context: Context) -> Judgement:
    wanted, at = context.form.weights_total, project.at / "indicators"
    if wanted is None or not project.indicators:
        return
    if not context.filing.complete:
        yield RULE.undecided(at, message("the filing is a fragment and may lack indicators"))
        return
    if not all(row.weight.strip() for row in project.indicators):
        yield RULE.undecided(at, message("an indicator has no weight"))
        return
    weights = [Decimal(row.weight) for row in project.indicators]
    others = [Decimal(row.weight) for row in project.indicators if _EXECUTION not in row.name]
    if wanted not in {sum(weights), sum(others)}:
        text = message(
            "{sum}: the weights should add up to {wanted}",
            sum=money.addition(weights),
            wanted=wanted,
        )
        yield RULE.finding(at, text)


RULE = Rule(module=__name__, level=Severity.ERROR, check_project=_check)
