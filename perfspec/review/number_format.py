"""The amounts of a table have the same number of digits behind the point.

Why: the form prints them below each other; `0` beside `112500.00` looks as if one was put in by
hand.

Bad::

    budget: {total: 200000.00, sources: {fiscal: 200000.00, other: 0}}

Good::

    budget: {total: 200000.00, sources: {fiscal: 200000.00, other: 0.00}}

Silent: empty cells; amounts inside texts. How many digits the form wants is not said.
"""

from collections import Counter
from dataclasses import replace
from decimal import Decimal

from perfspec.diagnostics import Edit, Fix, Place, Related, Severity
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Rule


def _check(project: Project, _context: Context) -> Judgement:
    budget, plan = project.budget, project.payment_plan
    sources = {f"sources.{name}": part.text for name, part in budget.sources.items()}
    yield from _judge(budget.at, {"total": budget.total.text, **sources})
    per_cents = {name: cell.text for name, cell in plan.items()}
    yield from _judge(project.at / "payment_plan", per_cents)


def _judge(at: Place, cells: dict[str, str]) -> Judgement:
    """Yield one finding for a row of cells, at the first that is written unlike most."""
    styles = Counter(_style(text) for text in cells.values() if text)
    if len(styles) <= 1:
        return
    usual = styles.most_common(1)[0][0]
    filled = [
        (replace(at, keys=(*at.keys, *key.split("."))), text) for key, text in cells.items() if text
    ]
    like, model = next(cell for cell in filled if _style(cell[1]) == usual)
    odd = [cell for cell in filled if _style(cell[1]) != usual]
    place, text = odd[0]
    yield RULE.finding(
        place,
        message("{text} is written unlike {model}", text=text, model=model),
        related=(Related(like, message("most are written like {model}", model=model)),),
        fix=_fix(odd, usual),
    )


def _style(text: str) -> tuple[int, str]:
    number = text.removesuffix("%")
    return len(number.partition(".")[2]), text[len(number) :]


def _fix(odd: list[tuple[Place, str]], usual: tuple[int, str]) -> Fix | None:
    """Return zeros to be put behind the numbers, unless one has digits too many."""
    if any(_style(text)[0] > usual[0] for _, text in odd):
        return None
    edits = tuple(
        Edit(at, f"{Decimal(text.removesuffix('%')):.{usual[0]}f}{usual[1]}") for at, text in odd
    )
    return Fix(title=message("write all with the same digits"), edits=edits)


RULE = Rule(module=__name__, level=Severity.INFO, check_project=_check)
