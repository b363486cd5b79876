"""The amounts of a table have the same number of digits behind the point.

Why: the form prints them below each other; `0` beside `112500.00` looks as if one was put in by
hand.

Bad::

    budget: {total: 200000.00, sources: {fiscal: 200000.00, other: 0}}

Good::

    budget: {total: 200000.00, sources: {fiscal: 200000.00, other: 0.00}}

Silent: empty cells; amounts inside texts; a cell beside fewer than two others that agree; amounts
in 万元 and per cents of which none ends in 0 behind the point, which is how one writes them; a
payment plan that `payment-plan` finds wrong.
"""

from dataclasses import replace

from perfspec.diagnostics import Edit, Fix, Place, Related, Severity
from perfspec.evidence import digits, money, plan
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Rule


def _check(project: Project, context: Context) -> Judgement:
    budget, per_cents = project.budget, project.payment_plan
    sources = {f"sources.{name}": part.text for name, part in budget.sources.items()}
    amounts = {"total": budget.total.text, **sources}
    if money.scale(context.form) == 1 or not digits.are_plain(amounts):
        yield from _judge(budget.at, amounts)
    ordered = [column.id for column in context.form.payment_plan if column.id in per_cents]
    cells = {name: per_cents[name] for name in ordered}
    texts = {name: cell.text for name, cell in cells.items()}
    if not plan.is_wrong(cells) and not digits.are_plain(texts):
        fixed = not any(plan.fraction(cell) for cell in cells.values())
        yield from _judge(project.at / "payment_plan", texts, fixed=fixed, amounts=False)


def _judge(
    at: Place, cells: dict[str, str], *, fixed: bool = True, amounts: bool = True
) -> Judgement:
    """Yield one finding for a row of cells, at the first that is written unlike most."""
    found = digits.odd(cells)
    if found is None:
        return
    model = cells[found.model]
    places = {name: replace(at, keys=(*at.keys, *name.split("."))) for name in cells}
    if amounts:
        most = message("most are written like {model}", model=model)
    else:
        most = message("most per cents are written like {model}", model=model)
    meant = {name: digits.as_in(cells[name], model) for name in found.cells}
    edits = tuple(Edit(places[name], text) for name, text in meant.items() if text)
    whole = fixed and len(edits) == len(found.cells)
    first = found.cells[0]
    yield RULE.finding(
        places[first],
        message("{text} is written unlike {model}", text=cells[first], model=model),
        related=(Related(places[found.model], most),),
        fix=Fix(title=message("write all with the same digits"), edits=edits) if whole else None,
    )


RULE = Rule(module=__name__, level=Severity.INFO, check_project=_check)
