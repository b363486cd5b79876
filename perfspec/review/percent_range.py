"""A share is between 0 and 100 %.

Why: more than all of the people cannot be satisfied, and nobody can reach such a target. Often a
sign was misread when the paper was typed: «290%» was «≥90%».

Bad::

    indicators:
      - {class: 质量指标, name: 验收合格率, target: 290%}

Good::

    indicators:
      - {class: 质量指标, name: 验收合格率, target: ≥90%}
      - {class: 经济效益指标, name: 产值增长率, target: ≥120%}

Silent: what can exceed its plan or its base, such as growth, completion, use, debt and output
(`words` lists them); ≥100%, which means all; differences, returns and growth below 0. Rates that
are not known to be parts of a whole are warnings over 100 %.
"""

from perfspec.diagnostics import Severity
from perfspec.evidence import measured, shares
from perfspec.messages import message
from perfspec.model import Project
from perfspec.naming import Head
from perfspec.rule import Context, Judgement, Option, Rule

_WHOLE = 100
_OVER = """
    增长 增加 增幅 增速 增值 提升 提高 上升 完成 入学 使用 利用 负债 负荷 达产 达标 达成 超 拨备
    偿 债 息 现金 参保 签约 产能 产销 周转 回报 收益 利润 杠杆 偿付 流动比 速动 担保 放大 自给
    供需 存贷 上座 入住 征收 收缴 清缴 收入 执行 实现 报名 招录 饱和 巩固 保障 贡献 弹性 同比 环比
    变化 出栏 复种 繁殖 赔付 投资 投入 产出 到位 拉动"""


def _check(project: Project, context: Context) -> Judgement:
    over = context.options["words"]
    for one in measured.of_project(project):
        if not one.percent or one.name.change or one.name.head not in {Head.RATE, Head.INDEX}:
            continue
        number, name = one.quantity.number, one.row.name[: one.name.end]
        if number < 0 and not shares.may_be_negative(name):
            text = message("{name!r} cannot be below 0, as {value!r} is", name=name, value=one.text)
            yield RULE.finding(one.at, text)
        elif number > _WHOLE or (number == _WHOLE and one.quantity.op == ">"):
            part = shares.is_part(name)
            if part or not any(word in name for word in over):
                text = message("{value!r} is more than 100 %", value=one.text)
                level = Severity.ERROR if part else Severity.WARNING
                yield RULE.finding(one.at, text, level=level, hint=shares.misread(one.quantity))


_TITLE = message("words of names of rates that can be more than 100 %")
RULE = Rule(
    module=__name__,
    level=Severity.ERROR,
    check_project=_check,
    options=(Option(name="words", default=tuple(_OVER.split()), title=_TITLE),),
)
