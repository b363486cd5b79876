"""What the purpose promises and pays for has an indicator.

Why: money was asked for a training, a survey, a brochure; without an indicator nobody will see
whether it was delivered.

Bad::

    purpose: 用于馆藏纸质档案数字化10万页，开展两次档案员培训，费用20000元

Good::

    purpose: 用于馆藏纸质档案数字化10万页，开展两次档案员培训，费用20000元
    indicators:
      - {class: 数量指标, name: 档案数字化页数, target: ≥10万页}
      - {class: 数量指标, name: 档案员培训次数, target: ≥2次}

Silent: what is neither counted nor paid in the purpose, fees (培训费), lists of what money is
spent on (办公、差旅、培训等支出), 购买服务, which is a way of paying; subsidies to people, things
of which an indicator uses a word or has the number, special things under a general head (CT under
购置设备数量), a lapse of time (租期36个月), small outputs beside others that the table measures.
"""

from perfspec.diagnostics import Severity
from perfspec.evidence import covering
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Rule


def _check(project: Project, context: Context) -> Judgement:
    for promise in covering.uncovered(project, context.form):
        place = (project.at / "purpose").part(promise.start, promise.end)
        if not context.filing.complete:
            yield RULE.undecided(place, message("not all indicators may be there"))
            continue
        words = project.purpose[promise.start : promise.end]
        yield RULE.finding(
            place,
            message("{x} is promised here, but no indicator measures it", x=words),
        )


RULE = Rule(module=__name__, level=Severity.WARNING, check_project=_check)
