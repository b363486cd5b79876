"""Which of the things that a purpose promises has no indicator.

In: a project. Out: the promises that are counted or paid in the purpose and that no indicator
speaks of. An indicator speaks of a thing where its name, description or target has a word of it,
or where it has the same number in the same unit; 各项工作完成率 speaks of nothing.
"""

from collections.abc import Iterator

from perfspec import prose
from perfspec.evidence.likeness import content, share_a_word
from perfspec.model import Indicator, Project
from perfspec.prose.records import Money, Promise, Role

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
}
# Money that goes to people is covered by their number, under whatever name.
_TO_PEOPLE = ("补贴", "补助", "金", "款", "费", "低保", "待遇")
_GENERAL = ("工作", "任务", "项目", "内容")
_PAID = frozenset({Role.ITEM, Role.TOTAL})


def uncovered(project: Project) -> Iterator[Promise]:
    """Yield the promised, funded outputs that no indicator speaks of, each activity once."""
    seen: set[str] = set()
    for promise in prose.read(project.purpose).promises if project.indicators else ():
        if not _is_funded(promise) or promise.activity.endswith(_TO_PEOPLE):
            continue
        words = project.purpose[promise.start : promise.end]
        if promise.activity in seen or any(
            _speaks_of(one, promise, words) for one in project.indicators
        ):
            continue
        seen.add(promise.activity)
        yield promise


def _is_funded(promise: Promise) -> bool:
    money = promise.money
    paid = isinstance(money, Money) and money.role in _PAID
    return paid or (promise.count is not None and promise.count.per in {"", "年"})


def _speaks_of(indicator: Indicator, promise: Promise, words: str) -> bool:
    texts = f"{indicator.name} {indicator.description} {indicator.target.text}"
    wanted = _OTHER_WORDS.get(promise.activity, promise.activity).split()
    if any(word in texts for word in wanted):
        return True
    named = content(words)
    for word in _GENERAL:
        named = named.replace(word, "")
    if share_a_word(named, content(indicator.name)):
        return promise.activity not in _OTHER_WORDS
    count, quantity = promise.count, indicator.target.quantity
    if count is None or quantity is None:
        return False
    return (count.number, count.unit) == (quantity.number, quantity.unit)
