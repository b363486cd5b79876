"""A cost indicator in money has a ceiling, not a floor.

Why: «≥9000元» promises to spend at least that much, so that whoever spends more has done better.
What a reviewer wants to know of a cost is how much it will be at most.

Bad::

    indicators:
      - {class: 成本指标, name: 平均每月的费用, description: 每月平均支出, target: ≥9000元}

Good::

    indicators:
      - {class: 成本指标, name: 平均每月的费用, description: 每月平均支出, target: ≤9000元}

Silent: bands; costs in other units, and rates such as 成本节约率. A floor can be right where money
is paid to people or saved: where the texts of the row or the name of the project say so (补助,
标准, 节约 …), or the amount is one for each person, village or 亩, it is a warning.
"""

from perfspec.diagnostics import Severity
from perfspec.evidence import measured, paid, tables
from perfspec.evidence.measured import Measured
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Option, Rule
from perfspec.values.units import Dimension

_WORDS = """
    标准 补 赔付金额 理赔 津贴 救助 资助 慰问 抚恤 供养 低保 养老 优待 特扶 遗属 残疾 护理 膳食 误工
    流转 征地 社保 发放 支付 兑现 工资 薪 报酬 生均 公用经费 奖 扶 待遇 收入 节约 节省 节支 降低
    下降 减少 压减 减免 优惠 结余 筹 捐 罚 争取 撬动 社会资本 社会资金 贴息 投入 投资 研发
    产值 效益 收益 利润"""


def _check(project: Project, context: Context) -> Judgement:
    for one in measured.of_project(project):
        stated = one.quantity
        if one.banded or stated.op not in {"≥", ">"} or stated.dimension is not Dimension.MONEY:
            continue
        standard = tables.standard(one.row.classified, context.form)
        if standard != "output.cost" and standard.partition(".")[0] != "cost":
            continue
        if _may_be_right(one, project, context.options["words"]):
            text = message(
                "{value!r} is a floor for a cost; check whether that is meant", value=one.text
            )
            yield RULE.finding(one.at, text, level=Severity.WARNING)
        else:
            text = message("a cost wants a ceiling (≤), but {value!r} is a floor", value=one.text)
            yield RULE.finding(one.at, text)


def _may_be_right(one: Measured, project: Project, words: tuple[str, ...]) -> bool:
    if paid.is_for_each(one) or paid.is_benefit(project):
        return True
    texts = f"{one.row.name} {one.row.description}"
    return any(word in texts for word in words)


_TITLE = message("words of a name or description with which a cost may have a floor")
RULE = Rule(
    module=__name__,
    level=Severity.ERROR,
    check_project=_check,
    options=(Option(name="words", default=tuple(_WORDS.split()), title=_TITLE),),
)
