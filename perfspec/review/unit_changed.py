"""A target keeps its unit and its measure.

Why: «≥10万页» and «≥500卷» cannot be compared, so nobody can tell whether more or less is promised.

Bad::

    before:
      indicators:
        - {name: 档案数字化数量, target: ≥10万页}
    indicators:
      - {name: 档案数字化数量, target: ≥500卷}

Good::

    before:
      indicators:
        - {class: 成本指标, name: 单页数字化成本, target: ≤0.0002万元/页}
    indicators:
      - {class: 成本指标, name: 单页数字化成本, target: ≤2元/页}

Silent: units of one measure (万元, 元; 小时, 天); a unit that was missing and was put in. For
information where the older unit did not fit the name of the indicator (及时率 in days): last
year's was the mistake.
"""

from perfspec.compare import ProjectChange, Shift
from perfspec.contrast import shifts
from perfspec.contrast.shifts import Row
from perfspec.diagnostics import Severity
from perfspec.evidence import fitting
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Rule
from perfspec.values import Assumed


def _check(change: ProjectChange, context: Context) -> Judgement:
    rows = [row for row in shifts.of_change(change, context.form) if row.shift is Shift.REDEFINED]
    unfit = _unfit(change.pair.old) if rows else frozenset()
    now = _unfit(change.pair.new) if rows else frozenset()
    for row in rows:
        if _is_filled_in(row):
            continue
        text = message(
            "the target went from {old!r} to {new!r}; the two cannot be compared", **row.words
        )
        pair = row.change.pair
        if pair.old.at in unfit and pair.new.at not in now:
            hint = message("the older one did not fit the name of the indicator")
            yield RULE.finding(row.at, text, level=Severity.INFO, hint=hint, related=(row.before,))
        else:
            yield RULE.finding(row.at, text, related=(row.before,))


def _unfit(project: Project) -> frozenset[object]:
    return frozenset(one.row.at for one in fitting.of_project(project))


def _is_filled_in(row: Row) -> bool:
    """Tell whether only a unit was put in, or was lost."""
    old, new = row.change.target.old, row.change.target.new
    bare = Assumed.UNIT in old.assumed | new.assumed
    return bare and old.quantity is not None and new.quantity is not None


RULE = Rule(module=__name__, level=Severity.WARNING, check_change=_check)
