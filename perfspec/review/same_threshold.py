"""Rates have thresholds of their own.

Why: where most rates of a project have one and the same figure, it was copied down the column
rather than found from what was reached before; a reviewer asks what each of them rests on.

Bad::

    indicators:
      - {class: 质量指标, name: 验收合格率, target: ≥90%}
      - {class: 时效指标, name: 完成及时率, target: ≥90%}
      - {class: 社会效益指标, name: 查档需求满足率, target: ≥90%}

Good::

    indicators:
      - {class: 质量指标, name: 验收合格率, target: 100%}
      - {class: 时效指标, name: 完成及时率, target: ≥95%}
      - {class: 社会效益指标, name: 查档需求满足率, target: ≥90%}

Silent: fewer than `minimum` rates with one threshold, or no more than half of the project's. 100 %
counts too, although it is often right: the finding is for information.
"""

from perfspec.diagnostics import Related, Severity
from perfspec.evidence import measured
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Option, Rule


def _check(project: Project, context: Context) -> Judgement:
    groups: dict[object, list[measured.Measured]] = {}
    rates = 0
    for one in measured.of_project(project):
        if one.percent and one.yearly and one.row.target.quantity:
            rates += 1
            # Without a sign, and with =, a rate is to be reached as with ≥.
            falling = one.quantity.op in {"≤", "<"}
            groups.setdefault((falling, one.quantity.number), []).append(one)
    for same in groups.values():
        if len(same) >= context.options["minimum"] and 2 * len(same) > rates:
            first, *others = same
            text = message(
                "{count} of {all} rates have one threshold, {value!r}",
                count=len(same),
                all=rates,
                value=first.text,
            )
            note = message("the same threshold")
            yield RULE.finding(
                first.at, text, related=tuple(Related(other.at, note) for other in others)
            )


_TITLE = message("how many rates must have one threshold")
RULE = Rule(
    module=__name__,
    level=Severity.INFO,
    check_project=_check,
    options=(Option(name="minimum", default=3, least=2, title=_TITLE),),
)
