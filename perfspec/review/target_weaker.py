"""A target is no weaker than the year before.

Why: what was within reach last year is within reach this year, unless something changed; the unit
says what, or keeps the target.

Bad::

    before:
      indicators:
        - {class: 服务对象满意度指标, name: 查档群众满意度, target: ≥95%}
    budget: {total: 180000.00, sources: {fiscal: 180000.00, other: 0.00}}
    indicators:
      - {class: 服务对象满意度指标, name: 查档群众满意度, target: ≥90%}

Good::

    before:
      budget: {total: 200000.00, sources: {fiscal: 200000.00, other: 0.00}}
      indicators:
        - {class: 服务对象满意度指标, name: 查档群众满意度, target: ≥95%}
        - {name: 档案数字化页数, target: ≥10万页}
    budget: {total: 160000.00, sources: {fiscal: 160000.00, other: 0.00}}
    indicators:
      - {class: 服务对象满意度指标, name: 查档群众满意度, target: ≥95%}
      - {name: 档案数字化页数, target: ≥8万页}

Silent: what `weaker-for-more` tells, where the money rose; a number of things that fell no more
than the money, and a price that rose no more; deadlines that moved on with the year. A price, and
any other target where the money fell, is for information.
"""

from perfspec.compare import ProjectChange
from perfspec.contrast import growth, shifts
from perfspec.diagnostics import Severity
from perfspec.messages import message
from perfspec.rule import Context, Judgement, Rule


def _check(change: ProjectChange, context: Context) -> Judgement:
    if growth.rose(change.budget):
        return
    for row in shifts.weaker(change, context.form):
        less = shifts.less_in_words(row)
        if growth.fell(change.budget):
            fell = growth.in_words(change.budget, context.compared)
            text = message("{less}; {fell}", less=less, fell=fell)
            related = (row.before, *growth.places(change))
            yield RULE.finding(row.at, text, level=Severity.INFO, hint=row.assumed, related=related)
        else:
            level = Severity.INFO if row.is_price else None
            yield RULE.finding(row.at, less, level=level, hint=row.assumed, related=(row.before,))


RULE = Rule(module=__name__, level=Severity.WARNING, check_change=_check)
