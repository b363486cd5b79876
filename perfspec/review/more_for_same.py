"""More money brings more, or the targets say why not.

Why: a budget that grows while every target stays asks for money without a reason; what it goes to
belongs into a target.

Bad::

    before:
      budget: {total: 160000.00, sources: {fiscal: 160000.00, other: 0.00}}
      indicators:
        - {name: 档案数字化页数, target: ≥10万页}
    budget: {total: 200000.00, sources: {fiscal: 200000.00, other: 0.00}}
    indicators:
      - {name: 档案数字化页数, target: ≥10万页}

Good::

    before:
      budget: {total: 160000.00, sources: {fiscal: 160000.00, other: 0.00}}
      indicators:
        - {name: 档案数字化页数, target: ≥10万页}
    budget: {total: 200000.00, sources: {fiscal: 200000.00, other: 0.00}}
    indicators:
      - {name: 档案数字化页数, target: ≥12万页}

Silent: a rise of 5 % or less, as prices rise (`per_cent`); tables in which an indicator was added,
or may have been, a price was raised, or nothing can be compared; targets that leave no room (100 %,
no accident, an upper bound of a cost). A weaker target is told by `weaker-for-more`.
"""

from perfspec.compare import ProjectChange, Shift
from perfspec.contrast import copies, growth, shifts
from perfspec.diagnostics import Severity
from perfspec.messages import message
from perfspec.rule import Context, Judgement, Option, Rule

_SHOWN = 3


def _check(change: ProjectChange, context: Context) -> Judgement:
    if not growth.rose_by(change.budget, context.options["per_cent"]):
        return
    rows = tuple(shifts.without_totals(change, context.form))
    same = [row for row in rows if shifts.can_be_better(row)]
    if not same or copies.has_new_rows(change) or any(row.shift is not Shift.SAME for row in rows):
        return
    more = growth.in_words(change.budget, context.compared)
    yield RULE.finding(
        change.pair.new.at / "budget" / "total",
        message("{more}, but no target asks for more", more=more),
        hint=message("say in a target what the money brings, or in the purpose why it costs more"),
        related=(growth.places(change)[0], *(row.unchanged for row in same[:_SHOWN])),
    )


_TITLE = message("a rise of the budget, in per cent, that needs no better target")
RULE = Rule(
    module=__name__,
    level=Severity.WARNING,
    check_change=_check,
    options=(Option(name="per_cent", default=5, least=0, title=_TITLE),),
)
