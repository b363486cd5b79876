"""No text has figures of the older year because it was copied.

Why: what «上年» reached, and what the budget is, are other figures each year.

Bad::

    before:
      budget: {total: 160000.00, sources: {fiscal: 160000.00, other: 0.00}}
      purpose: 项目预算160000元，用于馆藏纸质档案数字化8万页
    budget: {total: 200000.00, sources: {fiscal: 200000.00, other: 0.00}}
    purpose: 项目预算160000元，用于馆藏纸质档案数字化10万页

Bad::

    before:
      indicators:
        - {class: 社会效益指标, name: 查阅档案人次, target: ≥1800人次, basis: 上年实际1850人次}
    indicators:
      - {class: 社会效益指标, name: 查阅档案人次, target: ≥2000人次, basis: 上年实际1850人次}

Good::

    before:
      indicators:
        - {class: 社会效益指标, name: 查阅档案人次, target: ≥1800人次, basis: 上年实际1850人次}
    indicators:
      - {class: 社会效益指标, name: 查阅档案人次, target: ≥2000人次, basis: 上年实际1960人次}

Silent: two states of one year; none and all (0, 100 %), which may well be the same again; growth
over last year (较上年增长5%), which is a target; prices, bounds and other money that happen to be
as large as the older budget was; words that were changed. Counts and parts of the budget that
disagree with the newer table are told by `perfspec check`.
"""

from perfspec.compare import Comparison, ProjectChange
from perfspec.contrast import growth, leftover
from perfspec.diagnostics import Related, Severity
from perfspec.messages import message
from perfspec.rule import Context, Judgement, Rule


def _filing(comparison: Comparison, _context: Context) -> Judgement:
    for one in leftover.figures(comparison) if comparison.years > 0 else ():
        text = message(
            "{x} is as in {older}, but last year is another year now",
            x=one.words,
            older=comparison.old.filing.year,
        )
        yield RULE.finding(
            one.at, text, related=(Related(one.before, message("copied from here")),)
        )


def _project(change: ProjectChange, context: Context) -> Judgement:
    both = context.compared
    for one in leftover.budget(change, both) if both.years > 0 else ():
        more = growth.in_words(change.budget, both)
        text = message(
            "{x} is the budget of {older}; {more}",
            x=one.words,
            more=more,
            older=both.old.filing.year,
        )
        related = Related(one.before, message("copied from here"))
        yield RULE.finding(one.at, text, related=(related, *growth.places(change)))


RULE = Rule(
    module=__name__, level=Severity.WARNING, check_comparison=_filing, check_change=_project
)
