"""A number in a target has a unit.

Why: «220» may be courses, hours or people; whoever reports at the end of the year will count what
suits.

Bad::

    indicators:
      - {class: 数量指标, name: 开设课程数量, target: '220'}

Good::

    indicators:
      - {class: 数量指标, name: 开设课程数量, target: 220门}

Silent: a unit in the name, as in 培训人数（人）; zero, which is the same in every unit; indices,
scores, ranks and other pure numbers (`words` lists them); dates; bands, which may be points.
"""

from perfspec.diagnostics import Edit, Fix, Severity
from perfspec.evidence import measured, unitless
from perfspec.evidence.measured import Measured
from perfspec.messages import message
from perfspec.model import Project
from perfspec.naming import Head
from perfspec.rule import Context, Judgement, Option, Rule
from perfspec.values.units import Dimension

_PURE = """
    指数 系数 得分 评分 分数 分值 成绩 考核分 排名 名次 位次 等级 级别 星级 倍数 容积率 生育率
    郁闭度 比 pH PH AQI 编号 年份 年度"""
# The word before 数 is the unit itself.
_UNITS = {f"{unit}数": unit for unit in "次人户天场件台篇"}


def _check(project: Project, context: Context) -> Judgement:
    pure = context.options["words"]
    has_unit = {extra.id for extra in context.form.fields if "单位" in extra.label}
    for one in measured.of_project(project):
        stated = one.quantity
        if stated.dimension is not Dimension.NONE or not stated.number or one.banded:
            continue
        if one.name.unit or not has_unit.isdisjoint(one.row.fields) or unitless.is_pure(one, pure):
            continue
        text = message("{value!r} has no unit", value=one.text)
        wanted = message("a rate is given in %") if one.name.head is Head.RATE else None
        yield RULE.finding(one.at, text, hint=wanted, fix=_fix(one))


def _fix(one: Measured) -> Fix | None:
    words = one.row.name[one.name.end - 2 : one.name.end]
    if words not in _UNITS or one.row.target.split or not one.text[-1].isdigit():
        return None
    new = f"{one.text}{_UNITS[words]}"
    return Fix(title=message("write {new!r}", new=new), edits=(Edit(one.at, new),))


_TITLE = message("ends of names that are measured by a pure number")
RULE = Rule(
    module=__name__,
    level=Severity.WARNING,
    check_project=_check,
    options=(Option(name="words", default=tuple(_PURE.split()), title=_TITLE),),
)
