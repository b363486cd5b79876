"""A floor stays a floor, and a ceiling a ceiling.

Why: «≥90%» and «≤90%» ask for opposite things; the two years cannot be compared, and one of the two
signs is wrong.

Bad::

    before:
      indicators:
        - {class: 质量指标, name: 数字化成果验收合格率, target: ≥98%}
    indicators:
      - {class: 质量指标, name: 数字化成果验收合格率, target: ≤98%}

Good::

    before:
      indicators:
        - {class: 质量指标, name: 数字化成果验收合格率, target: 不低于98%}
    indicators:
      - {class: 质量指标, name: 数字化成果验收合格率, target: ≥98%}

Silent: signs that differ as written and not in what they mean. For information where the newer sign
is the one that a cost or the words of the name want: last year's was the mistake. Where a target
has no sign, it cannot be said.
"""

from perfspec.compare import ProjectChange, Shift
from perfspec.contrast import shifts
from perfspec.contrast.shifts import Row
from perfspec.diagnostics import Severity
from perfspec.evidence import wishes
from perfspec.messages import message
from perfspec.rule import Context, Judgement, Rule


def _check(change: ProjectChange, context: Context) -> Judgement:
    for row in shifts.of_change(change, context.form):
        if row.shift is not Shift.REVERSED:
            continue
        if row.assumed:
            text = message("whether {old!r} and {new!r} are both floors is not said", **row.words)
            yield RULE.undecided(row.at, text)
            continue
        text = message(
            "the target turned round, from {old!r} to {new!r}; they cannot be compared", **row.words
        )
        if _is_mended(row):
            hint = message("the newer sign is what the name or a cost wants")
            yield RULE.finding(row.at, text, level=Severity.INFO, hint=hint, related=(row.before,))
        else:
            yield RULE.finding(row.at, text, related=(row.before,))


def _is_mended(row: Row) -> bool:
    """Tell whether the newer sign is plainly the right one."""
    stated, name = row.change.target.new.quantity, row.change.pair.new.name
    if stated is not None and stated.op in {"≤", "<"}:
        return row.is_price or wishes.is_to_be_small(name, rates_only=False)
    return wishes.is_to_be_large(name)


RULE = Rule(module=__name__, level=Severity.WARNING, check_change=_check)
