"""The unit of a target is what the name of the indicator wants.

Why: a rate of «≤2天» or a time of «≥95%» cannot be worked out, so nobody can say at the end of the
year whether it was reached.

Bad::

    indicators:
      - {class: 时效指标, name: 任务完成及时率（%）, target: ≤2天}

Good::

    indicators:
      - {class: 时效指标, name: 任务完成及时率（%）, target: ≥95%}

Silent: names for ratios that take any unit (频率, 效率, 税率 …; `ratios` adds more), rates for so
many people (件/万人, ‰), points, multiples; per cents for the increase or the done part of a
number (降低成本, 完成数量). A cost in per cents and a rate of zero are warnings: the budget, or
nothing, may be meant. So are a cost in days and names that end in their own unit (人次, 户数,
面积); near units pass there (场 for 人次).
"""

from perfspec.diagnostics import Related, Severity
from perfspec.evidence import fitting
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Option, Rule


def _check(project: Project, context: Context) -> Judgement:
    for one in fitting.of_project(project):
        if one.row.name.endswith(context.options["ratios"]):
            continue
        text = message(
            "{name!r} wants {wanted}, but {value!r} is {stated}",
            name=one.row.name,
            wanted=one.wanted,
            value=one.text,
            stated=one.stated,
        )
        head = (one.row.at / "name").part(one.name.start, one.name.end)
        note = message("the name wants {wanted}", wanted=one.wanted)
        level = Severity.ERROR if one.sure else Severity.WARNING
        yield RULE.finding(one.at, text, level=level, related=(Related(head, note),))


_TITLE = message("ends of names that look like rates and take any unit")
RULE = Rule(
    module=__name__,
    level=Severity.ERROR,
    check_project=_check,
    options=(Option(name="ratios", default=(), title=_TITLE),),
)
