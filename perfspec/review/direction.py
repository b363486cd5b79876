"""What is to be small has a ceiling, what is to be large a floor.

Why: «投诉率≥5%» is reached by doing badly, «设备完好率≤95%» by doing nothing.

Bad::

    indicators:
      - {class: 质量指标, name: 档案著录差错率, target: ≥2%}
      - {class: 质量指标, name: 设备完好率, target: ≤95%}
      - {class: 时效指标, name: 故障响应时间, target: ≥2天}

Good::

    indicators:
      - {class: 质量指标, name: 档案著录差错率, target: ≤2%}
      - {class: 社会效益指标, name: 投诉处理率, target: ≥95%}

Silent: names in which something is done about it (投诉处理率, 事故下降率, 查处违规数量) or that
deny it (不满意率); numbers of complaints and cases among the quantities, which are the work of
some units; bands; targets in another unit, which `unit-mismatch` tells.
"""

from perfspec.diagnostics import Related, Severity
from perfspec.evidence import measured, tables, wishes
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Rule
from perfspec.values.units import Dimension


def _check(project: Project, context: Context) -> Judgement:
    for one in measured.of_project(project):
        op, name = one.quantity.op, one.row.name[: one.name.end]
        if one.banded or not op or op == "=" or one.name.change:
            continue
        if op in {"≥", ">"}:
            work = tables.standard(one.row.classified, context.form) == "output.quantity"
            slow = one.quantity.dimension is Dimension.TIME and wishes.is_to_be_soon(name)
            if not slow and not wishes.is_to_be_small(name, rates_only=work):
                continue
            text = message(
                "{name!r} is to be small, but {value!r} is a floor", name=name, value=one.text
            )
        else:
            share = one.quantity.dimension in {Dimension.SHARE, Dimension.NONE}
            if not share or not wishes.is_to_be_large(name):
                continue
            text = message(
                "{name!r} is to be large, but {value!r} is a ceiling", name=name, value=one.text
            )
        related = Related((one.row.at / "name").part(0, len(name)), message("the indicator"))
        yield RULE.finding(one.at, text, related=(related,))


RULE = Rule(module=__name__, level=Severity.WARNING, check_project=_check)
