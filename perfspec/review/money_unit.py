"""The money unit stands once, above the table, and the amounts are in it.

Why: with 元 for 万元 the budget is printed 10,000 times too large or too small; a unit written once
more leaves open which of the two counts.

Bad::

    purpose: 用于馆藏档案数字化，合计20万元
    budget: {total: 20.00, sources: {fiscal: 20.00, other: 0.00}}

Bad::

    form: {fields: [{id: grant, label: 上级补助金额, on: project}]}
    fields: {grant: 449.8万}

Good::

    purpose: 用于馆藏档案数字化，合计20万元

Silent: cells whose label is not about money; amounts outside of purpose and cost targets.
"""

import re

from perfspec.diagnostics import Place, Related, Severity
from perfspec.evidence import costs, money, purpose
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Rule

_ABOUT = re.compile("金额|资金|预算|经费|投资|拨款|支出|数额|总额")
_AMOUNT = re.compile(r"-?[0-9][0-9,.]{0,30}\s?([万亿]?元?)")


def _check(project: Project, context: Context) -> Judgement:
    unit = context.form.money_unit
    for field in context.form.fields:
        found = _AMOUNT.fullmatch(project.fields.get(field.id, "").strip())
        if field.on == "project" and _ABOUT.search(field.label) and found and found[1]:
            text = message("{a} has a unit; the table is in {unit}", a=found[0], unit=unit)
            yield RULE.finding(project.at / "fields" / field.id, text)
    if slips := _in_purpose(project, context) or _in_costs(project, context):
        text = message(
            "the budget of {budget} {unit} is 10,000 times more or less than {amounts}",
            budget=project.budget.total.text,
            unit=unit,
            amounts=" + ".join(slips.values()),
        )
        related = tuple(Related(at, message("the other amount")) for at in slips)
        yield RULE.finding(project.budget.at / "total", text, related=related)


def _in_purpose(project: Project, context: Context) -> dict[Place, str]:
    at, text = project.at / "purpose", project.purpose
    return {
        at.part(amount.start, amount.end): text[amount.start : amount.end]
        for amount in purpose.slips(project, context.form)
    }


def _in_costs(project: Project, context: Context) -> dict[Place, str]:
    form, budget = context.form, money.budget(project, context.form)
    return {
        cost.row.at / "target": cost.row.target.text
        for cost in costs.of_project(project, form)
        if budget and cost.whole and cost.ceiling and purpose.is_slip(cost.ceiling, budget)
    }


RULE = Rule(module=__name__, level=Severity.WARNING, check_project=_check)
