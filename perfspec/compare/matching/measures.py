"""What an indicator counts or measures, as far as the end of its name says so.

In: the words of a name. Out: the words before the measure, and the measure. 次数 and 场次 are one
measure, 人数 and 次数 are two; 数量 may be any count. A name without one, as most names of
projects, has NONE, which agrees with all.
"""

from enum import StrEnum


class Measure(StrEnum):
    """What is counted or measured."""

    NONE = ""
    COUNT = "count"  # 数量: of anything
    TIMES = "times"
    PEOPLE = "people"
    HOUSEHOLDS = "households"
    CLASSES = "classes"
    LENGTH = "length"
    AREA = "area"
    TIME = "time"
    SHARE = "share"
    MONEY = "money"


_ENDS = {
    Measure.COUNT: """
        数量 总数 总量 个数 份数 篇数 套数 台数 座数 处数 门数 条数 项数 辆数 场馆数 车辆数
        数 量""",
    Measure.TIMES: "次数 场次 场数 频次 批次 批数 期数 次 户次",
    Measure.CLASSES: "班次 班数",
    Measure.PEOPLE: "人数 人次 人次数 总人数 人口数 人口数量 人员数 人员数量",
    Measure.HOUSEHOLDS: "户数",
    Measure.LENGTH: "里程 公里数",
    Measure.AREA: "面积 亩数",
    Measure.TIME: "时间 时限 期限 时长 天数 周期",
    Measure.SHARE: "率 及时性 准确性 合规性 满意度 知晓度 准确度 完好度 程度",
    Measure.MONEY: "成本 金额 单价 造价 支出",
}
_MEASURES = {end: one for one, ends in _ENDS.items() for end in ends.split()}
_LONGEST = max(map(len, _MEASURES))
# The end of these tells what the share is of, and stays.
_STAYS = ("及时性", "准确性", "合规性", "满意度", "知晓度", "准确度", "完好度")


def measure(words: str) -> tuple[str, Measure]:
    """Return `words` without the measure at their end, and the measure."""
    for length in range(min(_LONGEST, len(words) - 1), 0, -1):
        end = words[-length:]
        found = _MEASURES.get(end)
        if found is Measure.MONEY:
            return words, found
        if found is not None:
            kept = length - 1 if end in _STAYS else length
            return words[: len(words) - kept if end not in _STAYS else -1], found
    return words, Measure.NONE


def agree(one: Measure, other: Measure) -> bool:
    """Tell whether two measures can be of one thing."""
    counts = {Measure.COUNT, Measure.TIMES, Measure.PEOPLE, Measure.HOUSEHOLDS, Measure.CLASSES}
    if one is other or not one or not other:
        return True
    return Measure.COUNT in {one, other} and {one, other} <= counts
