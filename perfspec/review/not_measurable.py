"""A target in figures stands on a name that can be measured.

Why: «网络空间环境改善 ≥90%» does not say of what it is 90 %: a share needs a part and a whole in
its name, such as 违法信息处置率.

Bad::

    indicators:
      - {class: 社会效益指标, name: 网络空间环境改善, target: ≥90%}

Good::

    indicators:
      - {class: 社会效益指标, name: 违法信息处置率, target: ≥90%}
      - {class: 数量指标, name: 购置电脑, target: ≥5台}

Silent: names of things whose number, length, time or price the target gives; growth
(旅游接待增长); work whose done part is meant (补助发放, 任务完成), although 发放率 says it better.
Only the name counts, for a measure in the description is not printed beside the value. A number
without a unit is told by `unit-missing`.
"""

import re

from perfspec.diagnostics import Related, Severity
from perfspec.evidence import measured
from perfspec.evidence.measured import Measured
from perfspec.messages import message
from perfspec.model import Project
from perfspec.naming import Head
from perfspec.rule import Context, Judgement, Rule
from perfspec.values.units import Dimension

_PEOPLE = re.compile("(?:人员|学员|职工|干部|群众|村民|农户|学生|教师|家庭|对象)\\Z")
_BLANKS = " 0123456789.%％≥≤><=/"


def _check(project: Project, _: Context) -> Judgement:
    told = None
    for one in measured.of_project(project):
        name = one.row.name.strip()
        if name and one.row is not told and _is_not_measurable(one, name):
            text = message(
                "{name!r} does not say what {value!r} measures", name=name, value=one.text
            )
            told, start = one.row, one.row.name.index(name)
            place = (one.row.at / "name").part(start, start + len(name))
            yield RULE.finding(place, text, related=(Related(one.at, message("the target")),))


def _is_not_measurable(one: Measured, name: str) -> bool:
    if not name.strip(_BLANKS):
        return True
    words = one.row.name[: one.name.end]
    if one.quantity.dimension is Dimension.MONEY:
        return bool(_PEOPLE.search(words))
    share = one.percent or one.quantity.unit == "分"
    # A name may end in a measure of technology: PM2.5, COD.
    last = words.rstrip("0123456789.")[-1:]
    return share and one.name.head is Head.NONE and not last.isascii()


RULE = Rule(module=__name__, level=Severity.WARNING, check_project=_check)
