"""The payment plan is cumulative: it never falls, and by the end of the year 100 % is paid.

Why: the money is released by this plan; shares of each period in the place of sums, or an end below
100 %, leave some of it behind.

Bad::

    payment_plan: {march: 25.00%, june: 25.00%, october: 25.00%, december: 25.00%}

Good::

    payment_plan: {march: 10.00%, june: 40.00%, october: 80.00%, december: 100.00%}

Silent: forms without a plan; a project without money. Equal steps are information only.
"""

from decimal import Decimal
from itertools import accumulate, pairwise

from perfspec.diagnostics import Edit, Fix, Related, Severity
from perfspec.evidence import plan as plans
from perfspec.messages import Message, message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Rule
from perfspec.values import Percent

_WHOLE = 100


def _check(project: Project, context: Context) -> Judgement:
    at, plan = project.at / "payment_plan", project.payment_plan
    cells = {
        column.id: plan[column.id] for column in context.form.payment_plan if column.id in plan
    }
    values = [cell.value for cell in cells.values() if cell.value is not None]
    texts = [cell.text for cell in cells.values()]
    if not cells or project.budget.total.value == 0:
        return
    written = " → ".join(texts)
    if len(values) < len(cells):
        yield RULE.undecided(at, message("a per cent of the plan is empty"))
    elif values[-1] != _WHOLE == sum(values):
        text = message(
            "{written} are shares of each period; the plan is cumulative", written=written
        )
        sign = "%" if texts[0].endswith("%") else ""
        sums = zip(cells, accumulate(values), strict=True)
        edits = tuple(Edit(at / name, f"{total}{sign}") for name, total in sums)
        yield RULE.finding(at, text, fix=Fix(title=message("write the sums"), edits=edits))
    else:
        for before, name in plans.falls(cells):
            a, b = cells[before].text, cells[name].text
            text = message("the plan falls from {a} to {b}", a=a, b=b)
            other = (Related(at / before, message("{a} stands here", a=a)),)
            yield RULE.finding(at / name, text, hint=_hint(cells[name]), related=other)
        if values[-1] != _WHOLE:
            last, cell = list(cells.items())[-1]
            text = message("the plan ends at {a}, not at 100 %", a=cell.text)
            yield RULE.finding(at / last, text, hint=_hint(cell))
        elif len({b - a for a, b in pairwise([Decimal(0), *values])}) == 1 < len(values):
            text = message("the plan rises by equal steps: {written}", written=written)
            yield RULE.finding(at, text, level=Severity.INFO)


def _hint(cell: Percent) -> Message | None:
    meant = plans.fraction(cell)
    return message("is {a} to be {meant}?", a=cell.text, meant=meant) if meant else None


RULE = Rule(module=__name__, level=Severity.ERROR, check_project=_check)
