"""What the heads over the columns of indicators mean.

In: a `Label`. Out: a `Role`, and whether it is of the medium term.
"""

import re
from enum import StrEnum

from perfspec.importing.tables.labels import Label


class Role(StrEnum):
    """What stands in a column of indicators."""

    FIRST = "first"
    SECOND = "second"
    NAME = "name"
    CONTENT = "name or description"
    DESCRIPTION = "description"
    TARGET = "target"
    OP = "operator"
    VALUE = "value"
    UNIT = "unit"
    WEIGHT = "weight"
    BASIS = "basis"
    BANDS = "bands"
    EXCELLENT = "excellent"
    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"
    REACHED = "reached"
    FIELD = "field"
    SIDE = "number or label beside the rows"


BANDS = (Role.EXCELLENT, Role.GOOD, Role.FAIR, Role.POOR)

_WORDS: dict[Role, str] = {
    Role.FIRST: """一级指标 一级 指标类别 绩效指标分类 指标分类 绩效指标类别 一级指标名称
        一级绩效指标 指标类型 绩效指标类型 指标大类""",
    Role.SECOND: "二级指标 二级 二级指标名称 二级绩效指标 指标子类 二级分类",
    Role.NAME: """三级指标 三级 指标名称 三级指标名称 绩效指标名称 具体指标 三级绩效指标
        四级指标 指标项""",
    Role.CONTENT: "绩效指标 指标内容 指标 绩效指标内容 三级指标内容 绩效目标指标",
    Role.DESCRIPTION: """绩效指标描述 指标解释 指标说明 指标描述 指标释义 绩效指标说明
        绩效指标解释 指标含义 指标定义 指标值说明 指标值内容 指标值描述 指标解释说明
        三级指标描述 三级指标解释""",
    Role.TARGET: """指标值 目标值 年度指标值 年度目标值 绩效指标值 预期值 指标目标值 预期指标值
        绩效目标值 计划值 预期目标值 年初目标值 全年目标值 年初指标值 计划指标值 本年指标值
        当年指标值 三级指标值 标准值 年度预期值 绩效指标目标值 预期实现值 指标值(目标值)
        绩效标准 年初设定目标值 设定目标值 指标值设定 全年指标值 预期绩效目标 目标 预期目标
        本年目标值 当年目标值 年度计划值 指标标准 年初绩效目标值""",
    Role.OP: """指标性质 指标方向 符号 运算符号 比较符 计算符号 运算符 操作符 比较符号 关系符号
        逻辑符 指标符号 性质 方向 算术符号 指标值符号 计算符 条件 指标值类型 指标值性质""",
    Role.VALUE: "数值 值 指标数值 数字",
    Role.UNIT: "计量单位 单位 度量单位 指标单位 指标值单位 绩效度量单位 目标值单位 度量",
    Role.WEIGHT: """分值 权重 指标权重 分值权重 标准分值 分数 分值(权重) 权重分值 指标分值 满分
        权重(分值)""",
    Role.BASIS: """指标值确定依据 评价标准确定依据 指标标准或依据 指标值设定依据 依据 指标依据
        指标值依据 指标确定依据 指标值来源 确定依据 指标设定依据 指标值(确定依据) 目标值确定依据
        绩效标准依据 指标设置依据""",
    Role.BANDS: "绩效指标评价标准 评价标准 绩效评价标准 指标评价标准",
    Role.EXCELLENT: "优 优秀",
    Role.GOOD: "良 良好",
    Role.FAIR: "中 中等 一般",
    Role.POOR: "差 较差",
    Role.REACHED: """实际完成值 实际值 完成值 全年实际完成值 实际完成情况 实际完成
        实际完成指标值 全年完成值 完成情况 实际完成数 全年完成情况 指标完成值 年度实际完成值
        指标完成情况 执行情况 实际实现值""",
    Role.FIELD: """得分 自评得分 偏差原因分析及改进措施 偏差原因 偏差原因分析 备注 评分标准 说明
        数据来源 评扣分标准 未完成原因分析 未完成原因及改进措施 未完成原因分析及改进措施
        全年预计完成情况 完成目标可能性 偏差原因及改进措施 经费保障 制度保障 人员保障
        硬件条件保障 其他 原因说明 确定能 有可能 完全不可能 偏差度 改进措施 佐证材料 上年完成值
        历史值 上年实际值 前年实际值 参考值 上年指标值 指标评分标准 评分细则 计分方法 指标属性
        评价要点 未完成原因 扣分原因 上年实际完成值 分析及改进措施""",
    Role.SIDE: "序号 编号",
}
_ROLES = {
    word: role
    for role, words in reversed(_WORDS.items())
    for word in words.translate(str.maketrans("（）", "()")).split()
}
_MEDIUM = re.compile(r"^(?:中期|实施期|长期|中长期|全周期|三年)")
_ANNUAL = re.compile(r"^(?:本年度|当年度|本年|当年|全年|年度)")
_PAST = re.compile(r"上年|去年|前年|往年|历史|实际|完成")
_COMING = re.compile(r"预期|目标|计划|预计|当年|本年|年度指标值")
_RUNNING = re.compile(
    r"(?:[0-9]{1,2}[-—~至][0-9]{1,2}|[0-9]{1,2})月(?:份|底|末)?(?:执行|完成|实际)"
)


def role(found: Label) -> Role | None:
    """Return what a head means."""
    for key in (f"{found.key}({found.note})", found.key):
        if known := _ROLES.get(key):
            return known
    for prefix in (_MEDIUM, _ANNUAL):
        inner = prefix.sub("", found.key)
        if inner != found.key and (known := _ROLES.get(inner)):
            return known
    if _RUNNING.match(found.key):
        return Role.REACHED
    return None


def is_medium(found: Label) -> bool:
    """Tell whether a head is of the medium term by its words."""
    return bool(_MEDIUM.match(found.key)) or bool(_MEDIUM.match(found.note))


def below(over: Role, found: Label) -> Role:
    """Return what a head means under another one."""
    known = role(found)
    if over is Role.TARGET:
        if known in {Role.OP, Role.VALUE, Role.UNIT, Role.DESCRIPTION, Role.BASIS}:
            return known
        if known in {Role.TARGET, None} and _COMING.search(found.printed):
            return Role.TARGET
        if known in {Role.TARGET, Role.REACHED, None} and _PAST.search(found.printed):
            return Role.FIELD
    if over is Role.BANDS and known in BANDS:
        return known
    if over in {Role.REACHED, Role.FIELD}:
        return Role.FIELD
    return known or Role.FIELD
