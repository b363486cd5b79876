"""The amounts that the purpose lists add up to the budget.

Why: whoever reads the table adds them up; a list that comes to something else has a wrong amount in
it, mostly 万元 for 元 or the reverse.

Bad::

    purpose: 用于扫描加工费150000元，数据质检费3万元，存储设备20000万元

Good::

    purpose: 用于馆藏档案数字化，其中扫描加工费150000元，数据质检费30000元，存储设备20000元

Silent: unit prices, subtotals, rough amounts, other years, one amount alone, and lists that do not
name all. An error only where one unit, changed, makes the sum exact; an amount larger than the
budget is told by `amount-exceeds-budget`, a mistaken unit of all by `money-unit`.
"""

from collections.abc import Sequence
from decimal import Decimal

from perfspec.diagnostics import Edit, Fix, Related, Severity
from perfspec.evidence import money, purpose
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Rule


def _check(project: Project, context: Context) -> Judgement:
    at, tally = project.at / "purpose", purpose.tally(project, context.form)
    if tally is None:
        return
    related = (Related(project.budget.at / "total", message("the budget")),)
    if tally.repair:
        wrong, unit = tally.repair.amount, tally.repair.unit
        written = project.purpose[wrong.start : wrong.end]
        text = message(
            "{written} should be in {unit}: {proof}, the budget",
            written=written,
            unit=unit,
            proof=_addition(tally.repair.terms, context),
        )
        sign = project.purpose.rindex(wrong.unit[0], wrong.start, wrong.end)
        end = project.purpose.index(wrong.unit[-1], sign) + 1
        mended = f"{project.purpose[wrong.start : sign]}{unit}"
        edits = (Edit(at.part(sign, end), unit),)
        fix = Fix(title=message("write {amount}", amount=mended), edits=edits)
        yield RULE.finding(at.part(wrong.start, wrong.end), text, related=related, fix=fix)
    elif tally.scaled or purpose.exceeding(project, context.form):
        return
    elif tally.clear and (tally.total > tally.budget or tally.covers):
        text = message(
            "the amounts add up to {sum}, the budget is {budget}",
            sum=_addition([item.yuan for item in tally.items], context),
            budget=project.budget.total.text,
        )
        place = at.part(tally.items[0].start, tally.items[-1].end)
        yield RULE.finding(place, text, level=Severity.WARNING, related=related)
    else:
        yield RULE.undecided(at, message("the amounts may not be all that the budget pays for"))


def _addition(amounts: Sequence[Decimal], context: Context) -> str:
    """Return the sum written out in the form's money unit."""
    scale = money.scale(context.form)
    return money.addition([amount / scale for amount in amounts])


RULE = Rule(module=__name__, level=Severity.ERROR, check_project=_check)
