"""The money is paid as early as the year before.

Why: a plan that moves towards the end of the year leaves less time to see results; one that moves
forward wants a reason, too.

Bad::

    before:
      payment_plan: {march: 25%, june: 50%, october: 75%, december: 100%}
    payment_plan: {march: 0%, june: 0%, october: 20%, december: 100%}

Good::

    before:
      payment_plan: {march: 25%, june: 50%, october: 75%, december: 100%}
    payment_plan: {march: 20%, june: 50%, october: 80%, december: 100%}

Silent: dates that moved by less than 20 points (`points`); plans with an empty per cent, and forms
with other dates. For information.
"""

from perfspec.compare import PlanChange, ProjectChange, Timing
from perfspec.diagnostics import Related, Severity
from perfspec.messages import message
from perfspec.rule import Context, Judgement, Option, Rule


def _check(change: ProjectChange, context: Context) -> Judgement:
    plan = change.plan
    moved = _farthest(plan, context.options["points"])
    if plan.timing in {Timing.SAME, Timing.UNCLEAR} or moved is None:
        return
    labels = {column.id: column.label for column in context.form.payment_plan}
    args = {
        "date": labels.get(moved, moved),
        "old": plan.old[moved].text,
        "new": plan.new[moved].text,
    }
    text = {
        Timing.EARLIER: message("the money is paid earlier: {date} {old} → {new}", **args),
        Timing.LATER: message("the money is paid later: {date} {old} → {new}", **args),
        Timing.MIXED: message("the money is paid otherwise: {date} {old} → {new}", **args),
    }[plan.timing]
    new, old = (one.at / "payment_plan" / moved for one in (change.pair.new, change.pair.old))
    yield RULE.finding(new, text, related=(Related(old, message("the older per cent")),))


def _farthest(plan: PlanChange, points: int) -> str | None:
    """Return the date that moved farthest, if that is far enough."""
    moved = [
        (abs(new.value - old.value), name)
        for name, new in plan.new.items()
        if (old := plan.old.get(name)) and old.value is not None and new.value is not None
    ]
    far = [one for one in moved if one[0] >= points]
    return max(far, key=lambda one: one[0])[1] if far else None


_TITLE = message("so many points must a date have moved to be told")
RULE = Rule(
    module=__name__,
    level=Severity.INFO,
    check_change=_check,
    options=(Option(name="points", default=20, least=1, title=_TITLE),),
)
