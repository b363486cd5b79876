"""What printed labels mean: the words of many provinces' forms.

In: a `Label`. Out: a `Meaning` in the upper half of a table, or a `Role` over its indicators.
"""

import re
from enum import StrEnum

from perfspec.importing.tables.labels import Label


class Meaning(StrEnum):
    """What stands beside or below a label of the upper half; a group is over more labels."""

    CODE = "code"
    NAME = "name"
    UNIT = "unit"
    MONEY_UNIT = "money unit"
    YEAR = "year"
    START = "start"
    END = "end"
    TERM = "term"
    TOTAL = "total"
    SOURCE = "source"
    PURPOSE = "purpose"
    DATE = "date of the plan"
    GOALS = "goals"
    MEDIUM_GOALS = "medium-term goals"
    FIELD = "field"
    BUDGET = "group of budget and purpose"
    MONEY = "group of money"
    PLAN = "group of the plan"
    STEPS = "group of steps"
    INDICATORS = "group of indicators"
    MEDIUM_INDICATORS = "group of medium-term indicators"


GROUPS = frozenset(
    {
        Meaning.BUDGET,
        Meaning.MONEY,
        Meaning.PLAN,
        Meaning.STEPS,
        Meaning.INDICATORS,
        Meaning.MEDIUM_INDICATORS,
    }
)

_WORDS: dict[Meaning, str] = {
    Meaning.CODE: "项目编码 项目代码 项目编号 项目编码代码 预算项目编码 预算项目代码 二级项目编码",
    Meaning.NAME: """项目名称 项目(政策)名称 项目(专项)名称 预算项目名称 专项名称 专项资金名称
        支出项目名称 政策名称 政策(项目)名称 专项(项目)名称 项目支出名称 二级项目名称
        项目(资金)名称 专项资金(项目)名称 转移支付名称 专项转移支付名称 转移支付(项目)名称
        转移支付项目名称""",
    Meaning.UNIT: """项目单位 实施单位 项目实施单位 预算单位 预算单位名称 单位名称 填报单位
        申报单位 主管部门 项目主管部门 主管单位 部门名称 主管部门及代码 主管部门及编码
        单位编码及名称 部门(单位)名称 资金使用单位 项目承担单位 部门及代码 预算部门 部门预算单位
        编制单位 项目执行单位 执行单位 主管部门名称 项目责任单位 责任单位 项目申报单位
        项目建设单位 建设单位 申请单位 项目实施部门 实施部门 资金使用部门 填报部门 申报部门
        中央主管部门 省级主管部门 地方主管部门 部门 部门(单位)""",
    Meaning.MONEY_UNIT: "单位 金额单位 货币单位 计量单位 资金单位",
    Meaning.YEAR: "年度 预算年度 年份 财政年度 项目年度 预算所属年度 申报年度",
    Meaning.START: """开始时间 起始时间 开始日期 起始日期 项目开始时间 项目起始时间 计划开始时间
        计划开始日期 项目开始日期 起始年度 开始年度 项目起始年份 起始年份""",
    Meaning.END: """结束时间 完成时间 终止时间 结束日期 完成日期 终止日期 项目结束时间
        项目完成时间 计划完成时间 计划完成日期 项目结束日期 项目终止时间 终止年度 结束年度
        项目终止年份 终止年份 截止时间""",
    Meaning.TERM: """项目期 项目期限 项目周期 起止时间 项目起止时间 起止年限 项目实施期 实施期限
        实施期 项目实施期限 项目起止年限 项目起止日期 起止日期 计划起止时间 项目实施周期
        实施周期""",
    Meaning.TOTAL: """预算数 项目金额 资金总额 年度资金总额 预算金额 预算资金总额 预算总额
        项目资金总额 年度预算 年度预算金额 项目预算 年初预算数 年初预算 项目总金额 预算总金额
        项目预算金额 年度资金总额合计 总金额 当年预算 本年预算 年度预算总额 项目资金
        项目年度预算 资金总数 预算安排 本年预算数 金额 年度金额 预算规模 项目预算总额 年度预算数
        资金总计 合计 申请资金总额 总额 总投资 资金额 本年度预算金额 本年度资金总额 年度预算资金
        项目总额 资金合计 预算合计 安排资金 小计""",
    Meaning.SOURCE: """财政资金 财政拨款 其他资金 其他 上级 本级 自有资金 自筹资金 单位资金
        上级资金 本级资金 上级财政 本级财政 中央 省级 市级 县级 区级 中央财政 省级财政 市级财政
        县级财政 区级财政 中央资金 一般公共预算 政府性基金 政府性基金预算 国有资本经营预算
        社会资金 社会资本 自筹 专户 上年结转 上年结转资金 结转资金 非财政拨款 乡镇 银行贷款 市县
        市县区 自有""",
    Meaning.PURPOSE: """用途 资金用途 预算用途 项目资金用途 项目概况 项目概述 项目内容
        项目主要内容 主要内容 项目简介 项目描述 支出内容 项目基本概况 项目实施内容 项目支出内容
        资金用途说明 用途说明""",
    Meaning.GOALS: """绩效目标 年度绩效目标 总体目标 年度总体目标 年度目标 项目绩效目标
        本年度绩效目标 当年绩效目标 总体绩效目标 年度总体绩效目标 绩效总目标 绩效总体目标
        预期目标 年初设定目标 项目绩效总目标 项目年度绩效目标 年度绩效总目标 当年目标 本年目标
        项目年度目标 项目总体目标 年度工作目标 目标 项目总目标 总目标 当年度绩效目标
        年初绩效目标 年度预期目标 项目总体绩效目标 项目目标 绩效目标描述 总体目标完成情况
        年度总体目标完成情况""",
    Meaning.MEDIUM_GOALS: """中期目标 实施期目标 长期目标 中长期目标 长期绩效目标 中期绩效目标
        实施期绩效目标 中长期绩效目标 实施期总目标 实施期总体目标 项目中期目标 三年目标
        中期总目标 中期总体目标 长期总目标 项目中期绩效目标 项目长期绩效目标 三年绩效目标
        全周期目标 项目全周期绩效目标""",
    Meaning.FIELD: """项目属性 项目类别 项目类型 项目负责人 一级项目 二级项目 资金性质 项目性质
        项目分类 立项依据 联系人 联系电话 电话 负责人 填报人 填表人 填报日期 填表日期 备注
        实施进度 实施内容 项目联系人 职能职责概述 立项必要性 项目立项依据 项目必要性 项目可行性
        实施方案 保障措施 审核人 审批人 其他需要说明的问题 需要说明的问题 总分 得分 自评得分
        执行率 分值 全年预算数 全年执行数 预算执行率 全年执行数(B) 执行数 预算执行数 全年预算
        全年执行 实际完成情况 目标实际完成情况 全年预算数(A) 年度目标完成情况 目标完成情况
        自评总分 资金来源 支出功能分类 支出分类 项目级别 存续状态 是否基建 项目申请理由 申请理由
        主管部门意见 财政部门意见 审核意见 政策依据 项目等级 调整后预算数 调整预算数 完成情况
        全年实际完成情况 实际支出 支出进度 全年预计执行数 预算安排情况 项目地址 地址 邮编 传真
        项目实施必要性 项目设立依据 设立依据 项目依据 部门职责 年度主要任务 任务名称 审核日期
        经办人 财政资金管理科室 财政绩效管理科室 业务科室 主管科室 财政业务科室 绩效科室
        归口科室 主管科室意见 其他需说明的问题 其他需要说明事项 其他需要说明的事项
        其他需说明的事项 需要说明的事项 其他说明 其他说明事项 说明""",
    Meaning.BUDGET: "预算规模及资金用途 预算规模和资金用途 资金规模及用途 预算及用途",
    Meaning.MONEY: """项目资金 资金情况 资金来源 预算情况 项目资金情况 预算执行情况 资金构成
        项目预算情况 资金 项目资金来源 预算资金 项目经费 年度资金 资金总体情况 年度预算申请
        资金安排 预算资金情况 资金来源情况 项目支出预算 项目资金申请 资金需求情况 项目预算资金
        预算资金来源 预算执行""",
    Meaning.PLAN: """资金支出计划 支出计划 资金支出进度 用款计划 支出进度计划 资金使用计划
        分季度用款计划""",
    Meaning.STEPS: "实施进度计划 项目实施进度计划 项目实施计划 进度计划 项目实施进度",
    Meaning.INDICATORS: """绩效指标 年度绩效指标 年度指标 本年度绩效指标 项目绩效指标
        绩效目标指标 绩效目标分解 当年绩效指标 项目年度绩效指标 绩效目标和指标 年度绩效目标指标
        绩效指标体系 绩效目标细化""",
    Meaning.MEDIUM_INDICATORS: """长期绩效指标 中期绩效指标 实施期绩效指标 中长期绩效指标
        中期指标 实施期指标 长期指标 项目中期绩效指标 项目长期绩效指标 实施期目标指标""",
}

_MEANINGS = {
    word: meaning
    for meaning, words in reversed(_WORDS.items())
    for word in words.translate(str.maketrans("（）", "()")).split()
}
# Labels that are a label or a group of labels, as the cell behind them is a value or a label.
_BOTH = {
    "项目资金": Meaning.MONEY,
    "资金来源": Meaning.MONEY,
    "预算规模": Meaning.MONEY,
    "项目预算": Meaning.MONEY,
    "资金总额": Meaning.MONEY,
    "预算资金": Meaning.MONEY,
    "年度主要任务": Meaning.STEPS,
    "实施进度": Meaning.STEPS,
}
_DATE = re.compile(
    r"(?:至|截至|截止)?(?:[0-9]{1,2}月(?:[0-9]{1,2}日|底|末|份)?前?|"
    r"第?[一二三四1-4]季度(?:末|底)?|[上下全]半?年)"
)
_SOURCE = re.compile(r"财政|资金|拨款|收入|预算内|自筹|债券|基金|贷款|补助|经费|结余|结转")
_AMOUNT = re.compile(r"金额|总额|数额|预算")
# 年度本级预算金额: of one level only, and so a part of the whole.
_LEVEL = re.compile(
    r"(?:年度|当年|本年)?(?:本级|上级|中央|省级|市级|县级|区级)(?:财政)?预算(?:金额|数|资金)?"
)
_RUN = re.compile(r"执行[数率]$|支出进度$|完成率$")
_MOST = 20  # characters of a source's label
_TOWNS = re.compile(
    r"(?:当年|本年|本级|中央|省|自治区|市|州|盟|县|旗|区|镇|乡)+(?:级|本级)?(?:财政)?"
)
_PERIOD = re.compile(r"^(?:中期|实施期|长期|中长期)|\(?(?:中期|实施期|长期|中长期)\)?$")

_MEDIUM = {
    Meaning.GOALS: Meaning.MEDIUM_GOALS,
    Meaning.INDICATORS: Meaning.MEDIUM_INDICATORS,
    Meaning.TOTAL: Meaning.FIELD,
    Meaning.SOURCE: Meaning.FIELD,
}


def meaning(found: Label) -> Meaning | None:
    """Return what a label of the upper half means."""
    for key in (f"{found.key}({found.note})", found.key):
        if known := _MEANINGS.get(key):
            return known
    if _DATE.fullmatch(found.key):
        return Meaning.DATE
    if _LEVEL.fullmatch(found.key) or _RUN.search(found.key):
        return Meaning.FIELD if _RUN.search(found.key) else Meaning.SOURCE
    if (inner := _PERIOD.sub("", found.key)) != found.key and (known := _MEANINGS.get(inner)):
        return _MEDIUM.get(known)
    if len(found.key) <= _MOST and (_TOWNS.fullmatch(found.key) or _SOURCE.search(found.key)):
        return Meaning.SOURCE
    return None


def group(found: Label) -> Meaning | None:
    """Return what a label means where another label stands behind it."""
    if known := _BOTH.get(found.key):
        return known
    known = meaning(found)
    return known if known in GROUPS else None


def is_sure(found: Label) -> bool:
    """Tell whether the words are known as a label, not only like one."""
    return found.key in _MEANINGS or f"{found.key}({found.note})" in _MEANINGS


def is_amount_label(found: Label) -> bool:
    """Tell whether the words may be over an amount, though nobody listed them."""
    return bool(_SOURCE.search(found.key) or _AMOUNT.search(found.key))
