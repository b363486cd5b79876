"""More money does not come with a weaker target.

Why: a budget that grows while the unit promises less is the first thing that a reviewer asks about.

Bad::

    before:
      budget: {total: 160000.00, sources: {fiscal: 160000.00, other: 0.00}}
      indicators:
        - {name: 档案数字化页数, target: ≥10万页}
    budget: {total: 200000.00, sources: {fiscal: 200000.00, other: 0.00}}
    indicators:
      - {name: 档案数字化页数, target: ≥8万页}

Good::

    before:
      budget: {total: 160000.00, sources: {fiscal: 160000.00, other: 0.00}}
      indicators:
        - {name: 档案数字化页数, target: ≥10万页}
    budget: {total: 200000.00, sources: {fiscal: 200000.00, other: 0.00}}
    indicators:
      - {name: 档案数字化页数, target: ≥12万页}

Silent: a price (补助标准, 单位成本) that rose no more than the budget; deadlines that moved on with
the year. Where a price rose, it is for information: the money may go there. It is never an error,
because prices rise, and fewer people may get more each. A target that turned from a floor into a
ceiling is told by `operator-changed`, one in another unit by `unit-changed`.
"""

from perfspec.compare import ProjectChange, Shift
from perfspec.contrast import growth, shifts
from perfspec.diagnostics import Related, Severity
from perfspec.messages import message
from perfspec.rule import Context, Judgement, Rule


def _check(change: ProjectChange, context: Context) -> Judgement:
    if not growth.rose(change.budget):
        return
    more = growth.in_words(change.budget, context.compared)
    dearer = _dearer(change, context)
    for row in shifts.weaker(change, context.form):
        text = message("{less}, while {more}", less=shifts.less_in_words(row), more=more)
        related = [row.before, *growth.places(change)]
        if dearer and dearer.at != row.at:
            related.append(Related(dearer.at, message("this price rose, too")))
        level = Severity.INFO if dearer or row.is_price else None
        yield RULE.finding(row.at, text, level=level, hint=row.assumed, related=tuple(related))


def _dearer(change: ProjectChange, context: Context) -> shifts.Row | None:
    """Return a price of each that rose; that of all goes with the budget."""
    rows = shifts.of_change(change, context.form)
    return next((row for row in rows if row.is_each and row.shift is Shift.RELAXED), None)


RULE = Rule(module=__name__, level=Severity.WARNING, check_change=_check)
