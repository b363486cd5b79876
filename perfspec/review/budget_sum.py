"""The budget is the sum of its sources.

Why: the table is printed with both; whoever adds up sees that one of them was mistyped.

Bad::

    budget: {total: 200000.00, sources: {fiscal: 150000.00, other: 0.00}}

Good::

    budget: {total: 200000.00, sources: {fiscal: 150000.00, other: 50000.00}}

Silent: an empty cell is not 0, and with it a sum is judged only where the others exceed it. Parts
of a source (其中) that come to less than it are a warning, for a form need not print them all; a
form with one column has a part of it. In 万元 what rounding explains is information.
"""

from decimal import Decimal

from perfspec.diagnostics import Related, Severity
from perfspec.evidence import money
from perfspec.form import Column
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Rule


def _check(project: Project, context: Context) -> Judgement:
    for whole in (None, *context.form.sources):
        name = whole.id if whole else ""
        parts = [column for column in context.form.sources if column.part_of == name]
        if parts:
            yield from _judge(whole, parts, project, context)


def _judge(
    column: Column | None, parts: list[Column], project: Project, context: Context
) -> Judgement:
    budget = project.budget
    whole = budget.sources[column.id] if column else budget.total
    at = budget.at / "sources" / column.id if column else budget.at / "total"
    amounts = [budget.sources[part.id] for part in parts]
    values = [amount.value for amount in amounts if amount.value is not None]
    total = sum(values, Decimal(0))
    # Whatever an empty cell stands for, it takes nothing away.
    exceeds = whole.value is not None and total > whole.value >= 0 <= min(values)
    if whole.value is None or (len(values) < len(parts) and not exceeds):
        yield RULE.undecided(at, message("an amount is empty, which is not the same as 0"))
        return
    if total == whole.value or (len(parts) == 1 and total < whole.value):
        return
    level = None
    if money.is_rounding(total - whole.value, values, context.form):
        level = Severity.INFO
    elif parts[0].part_of and total < whole.value:
        level = Severity.WARNING
    text = message(
        "the parts come to {sum}, but {label} is {whole}",
        sum=money.addition(values),
        label=column.label if column else message("the budget"),
        whole=whole.text,
    )
    related = tuple(
        Related(budget.at / "sources" / part.id, message("a part: {label}", label=part.label))
        for part in parts
    )
    yield RULE.finding(at, text, level=level, related=related)


RULE = Rule(module=__name__, level=Severity.ERROR, check_project=_check)
