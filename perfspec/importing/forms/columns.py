"""Printed labels of sources, dates and fields in the terms of a form.

In: labels as printed. Out: the column or field of the form that they mean, or None.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from perfspec.form import Column, ExtraField, Form

_NOTE = re.compile(r"\([^()]{0,12}\)\Z")
_RANGE = re.compile(r"[0-9]{1,2}[-—~至][0-9]{1,2}月份?")
_MONTH = re.compile(r"(?<![0-9])(1[0-2]|[1-9])月")
_QUARTERS = {"一季度": 3, "二季度": 6, "三季度": 9, "四季度": 12, "上半年": 6, "全年": 12}

# Fields that many forms have, and the ids that the specs know them by.
FIELDS = {
    "项目负责人": "manager",
    "负责人": "manager",
    "联系人": "contact",
    "联系电话": "phone",
    "电话": "phone",
    "项目属性": "nature",
    "项目性质": "nature",
    "项目类别": "category",
    "项目类型": "category",
    "项目分类": "category",
    "一级项目": "program",
    "一级项目名称": "program",
    "二级项目": "subprogram",
    "资金性质": "fund_nature",
    "实施单位": "executor",
    "项目实施单位": "executor",
    "主管部门": "authority",
    "项目主管部门": "authority",
    "主管部门及代码": "authority",
    "立项依据": "grounds",
    "项目立项依据": "grounds",
    "立项必要性": "need",
    "项目概况": "outline",
    "起止时间": "period",
    "项目期": "period",
    "填报人": "writer",
    "备注": "remark",
    "指标性质": "direction",
    "指标方向": "direction",
    "指标方向性": "direction",
    "绩效标准": "standard",
    "评价标准": "standard",
    "评分标准": "scoring",
    "数据来源": "data_source",
    "得分": "score",
    "自评得分": "score",
    "偏差原因分析及改进措施": "deviation",
    "偏差原因及改进措施": "deviation",
    "偏差原因分析": "deviation",
    "偏差原因": "deviation",
    "年初预算数": "initial_budget",
    "全年预算数": "year_budget",
    "全年执行数": "year_spent",
    "执行率": "execution_rate",
    "预算执行率": "execution_rate",
    "总分": "total_score",
    "自评总分": "total_score",
    "上年完成值": "last_year",
    "上年实际完成值": "last_year",
    "上年实际值": "last_year",
    "全年预计完成情况": "expected",
    "完成目标可能性": "likelihood",
    "目标完成可能性": "likelihood",
    "经费保障": "cause_money",
    "制度保障": "cause_rules",
    "人员保障": "cause_staff",
    "硬件条件保障": "cause_equipment",
    "原因说明": "cause",
    "年度主要任务": "main_tasks",
    "部门职责": "duties",
}


def source(label: str, part_of: str, form: Form) -> Column | None:
    """Return the source of the form that is printed as `label`, a part of `part_of`."""
    parents = {column.id: column.label for column in form.sources}

    def inside(column: Column) -> bool:
        return bool(part_of) and compact(parents.get(column.part_of, "")) == compact(part_of)

    for key in (compact, _money):
        found = [column for column in form.sources if key(column.label) == key(label)]
        if found:
            return next((column for column in found if inside(column)), found[0])
    return None


def date(label: str, form: Form) -> Column | None:
    """Return the date of the payment plan that is printed as `label`."""
    for column in form.payment_plan:
        if compact(column.label) == compact(label):
            return column
    month = _month(label)
    return next((one for one in form.payment_plan if month and one.month == month), None)


def field(label: str, on: str, form: Form) -> ExtraField | None:
    """Return the field that only this form has and that is printed as `label`."""
    declared = [one for one in form.fields if one.on == on]
    for key in (compact, _alike):
        for one in declared:
            if key(one.label) == key(label):
                return one
    known = FIELDS.get(compact(label))
    return next(
        (one for one in declared if known and FIELDS.get(compact(one.label)) == known), None
    )


@lru_cache(maxsize=4096)
def compact(label: str) -> str:
    """Return a label without blanks, colons and what stands in brackets behind it."""
    plain = unicodedata.normalize("NFKC", "".join(label.split())).rstrip(":")
    plain = plain.removeprefix("其中").removeprefix(":")
    return _NOTE.sub("", plain) or plain


def months(labels: Sequence[str]) -> list[int]:
    """Return the month that each label of a payment plan names, 12 where it names none."""
    return [_month(label) or 12 for label in labels]


@lru_cache(maxsize=4096)
def _alike(label: str) -> str:
    """Return a label without the months up to which it counts, as in 1-7月执行数, and 本年."""
    plain = _RANGE.sub("", compact(label))
    return plain.replace("本年财政", "财政").replace("当年财政", "财政")


def _month(label: str) -> int:
    plain = compact(label)
    found = _MONTH.findall(plain)
    if found:
        return int(found[-1])
    return next((month for word, month in _QUARTERS.items() if word in plain), 0)


def _money(label: str) -> str:
    plain = compact(label)
    for word in ("本年", "当年", "年度"):
        plain = plain.removeprefix(word) or plain
    return plain.removesuffix("资金") or plain
