"""Which of the things that a purpose promises has no indicator.

In: a project. Out: the promises that are counted or paid in the purpose and that no indicator
speaks of. An indicator speaks of a thing where its name, description or target has a word of it,
or where it has the same number in the same unit; 各项工作完成率 speaks of nothing.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from perfspec import prose
from perfspec.evidence import money
from perfspec.evidence.likeness import content, share_a_word
from perfspec.form import Form
from perfspec.model import Indicator, Project
from perfspec.prose.records import Count, Money, Promise, Role
from perfspec.values.units import Dimension, unit

# Words that an indicator may say instead.
_OTHER_WORDS = {
    "培训": "培训 学员 参训 授课 讲座 学习 轮训 结业 研修",
    "培训班": "培训 学员 参训 授课 学习 轮训 结业 期数 研修",
    "调研": "调研 调查 走访 课题 报告",
    "走访": "走访 调研 慰问 入户",
    "宣传活动": "宣传 宣讲",
    "宣讲": "宣讲 宣传",
    "会议": "会议 会 参会",
    "演练": "演练 演习",
    "检查": "检查 督查 巡查 执法 检测 抽检",
    "巡查": "检查 督查 巡查 执法 巡护",
    "督查": "检查 督查 督导",
    "督导": "检查 督查 督导",
    "评估": "评估 评价 鉴定 报告",
    "评审": "评审 评估 评价",
    "检测": "检测 监测 抽检 检验 检查",
    "监测": "监测 检测 抽检",
    "资料": "资料 材料 印制 印刷 手册 宣传册 宣传品 彩页 教材",
    "材料": "资料 材料 印制 印刷 手册 宣传册 宣传品 彩页 教材",
    "讲座": "讲座 培训 授课 课",
    "筛查": "筛查 检查 体检",
    "体检": "体检 检查 筛查",
    "保险": "参保 投保 承保 保险 保费",
    "汽车": "车",
    "车辆": "车",
}
# Names of many things in one: 购置设备数量 is about CT and DR, 4台（套） in all.
_NUMBER = (
    "(?:购置|采购|购买|更新|配备|维修|维护|印制|发放|制作|开展|举办|实施|建设|完成|改造)?"
    "(?:总?数量?|[台套件份册种类批个场辆]数|[批场]?次数?)"
)
_HEADS = tuple(
    (re.compile(f"(?:{heads}){_NUMBER}"), re.compile(words))
    for heads, words in (
        ("设备|装备|器材|仪器|器械|机具|用品|家具|物资|用具|设施", "购|采|添|配|更[新换]|安装|租"),
        ("物资|物品|用品|慰问品", "购|采|发放"),
        ("资料|材料|宣传品|印刷品", "印|编|制作|发放|拍摄"),
        ("活动|赛事", "活动|演[练出]|赛|讲座|展览|论坛|宣讲|巡演|推介会|招聘会"),
        ("培训|培训班", "培训|讲座"),
        ("车辆|用车", "车"),
        ("项目|工程", "建|修|改造|铺设|安装"),
    )
)
_DEVICES = frozenset("台套件部架辆个把具块组只支张") | {"台套"}
# A thing beside others that are measured: so many of them, and so small a share of the money.
_SOME, _MORE = 2, 3
_SHARE = Decimal("0.05")
# Money that goes to people is covered by their number, under whatever name.
_TO_PEOPLE = ("补贴", "补助", "金", "款", "费", "低保", "待遇")
# What an output takes, and is none itself.
_MEANS = re.compile("专家(?!评)|讲师|师资|场地|会场|教材|证书|用餐|住宿")
_GENERAL = ("工作", "任务", "项目", "内容")
_PAID = frozenset({Role.ITEM, Role.TOTAL})


def uncovered(project: Project, form: Form) -> Iterator[Promise]:
    """Yield the promised, funded outputs that no indicator speaks of, each activity once."""
    seen: set[str] = set()
    promised = prose.read(project.purpose).promises if project.indicators else ()
    targets = {one.target.quantity.number for one in project.indicators if one.target.quantity}
    counts = prose.read(project.purpose).counts
    starts = [one.start for one in counts]
    measured = _measured(project) if promised else 0
    budget = money.budget(project, form)
    for promise in promised:
        words = project.purpose[promise.start : promise.end]
        if not _is_funded(promise, words) or promise.activity.endswith(_TO_PEOPLE):
            continue
        if promise.activity in seen or _sum(promise, counts, starts) in targets:
            continue
        if any(_speaks_of(one, promise, words) for one in project.indicators):
            continue
        if _is_small(promise, words, measured, budget):
            continue
        seen.add(promise.activity)
        yield promise


def _is_funded(promise: Promise, words: str) -> bool:
    paid = isinstance(promise.money, Money) and promise.money.role in _PAID
    count = promise.count
    if paid or count is None or _MEANS.search(words):
        return paid
    return count.per in {"", "年"} and unit(count.unit).dimension is not Dimension.TIME


def _sum(promise: Promise, counts: tuple[Count, ...], starts: list[int]) -> Decimal | None:
    """Return what the numbers in a list come to: 冷库2座、分拣车间1栋 are 3座 of something."""
    listed = counts[bisect_left(starts, promise.start) : bisect_left(starts, promise.end)]
    return sum((one.number for one in listed), Decimal(0)) if len(listed) > 1 else None


def _measured(project: Project) -> int:
    """Return how many numbers of the purpose stand in an indicator, too."""
    targets = {
        (quantity.measure.number, quantity.measure.base)
        for quantity in (one.target.quantity for one in project.indicators)
        if quantity
    }
    counts = ((one.number, unit(one.unit)) for one in prose.read(project.purpose).counts)
    return len({(number * known.scale, known.base) for number, known in counts} & targets)


def _is_small(promise: Promise, words: str, measured: int, budget: Decimal | None) -> bool:
    """Tell whether a promise is a small one beside others, which the table measures."""
    if promise.money is not None:
        little = budget is not None and promise.money.yuan < budget * _SHARE
        return little and measured >= _SOME
    bought = not words.endswith(promise.activity) or promise.count is None
    return measured >= (_SOME if bought else _MORE)


def _speaks_of(indicator: Indicator, promise: Promise, words: str) -> bool:
    texts = f"{indicator.name} {indicator.description} {indicator.target.text}"
    other = _OTHER_WORDS.get(promise.activity) or _OTHER_WORDS.get(promise.activity[-2:])
    if any(word in texts for word in (other or promise.activity).split()):
        return True
    if _has_head_for(indicator, promise, words):
        return True
    named = content(words)
    for word in _GENERAL:
        named = named.replace(word, "")
    if share_a_word(named, content(indicator.name)):
        return not other
    count, quantity = promise.count, indicator.target.quantity
    if count is None or quantity is None:
        return False
    return (count.number, count.unit) == (quantity.number, quantity.unit)


def _has_head_for(indicator: Indicator, promise: Promise, words: str) -> bool:
    """Tell whether the name of an indicator has a word for things of many sorts."""
    if not any(name.search(indicator.name) and of.search(words) for name, of in _HEADS):
        return False
    count, quantity = promise.count, indicator.target.quantity
    if count is None or quantity is None:
        return True
    devices = count.unit in _DEVICES and quantity.unit.split("（")[0] in _DEVICES
    return (
        devices or unit(count.unit).base == unit(quantity.unit).base or count.unit not in _DEVICES
    )
