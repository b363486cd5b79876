"""How alike two names of a thing are: 大型宣传活动 and 大型互联网普法宣传活动举办次数.

The formula: take from both what does not name the thing (measuring heads such as 次数 and 率, verbs
of doing such as 开展, times such as 全年, signs), cut what is left into pairs of neighbouring
characters, and say how many of the shorter one's pairs the longer one has, in per cent, rounded
down. Names of the same characters in another order (危桥改造, 改造危桥) are the same. Two names of
different things by a word (城镇 and 农村, 小学 and 初中) are not alike at all.
"""

import re
from functools import lru_cache

SAME = 100
_WORDS_OF_MEASURING = """
    次数 人数 人次 户数 件数 个数 场数 场次 批次 期数 篇数 份数 套数 台数 户次 辆数 页数 册数 面积
    长度 里程 公里数 数量 总数 总量 数 量 率 比率 比例 占比 程度 情况 任务 工作 目标 要求 天数
    座数 所数 处数 家数 间数 卷数 条数 本数 项数 起数 例数 亩数 米数 剂次 剂次数 班次 课时数 节数
    时间 总人数 总面积 规模 年度 个 次 场 度
"""
_WORDS_OF_DOING = """
    全年 每年 本年度 年度 当年 今年 计划 预计 完成 实现 开展 举办 组织 召开 进行 实施 举行 承办
    达到 确保 购置 采购 购买 印制 印刷 制作 发放 办理 受理 接待 安排 落实 新增 开设 建设 建成 配备
    安装 各类 各项 相关 有关 参加 参与 覆盖 实际 专项 项目
"""
_HEADS = tuple(sorted(_WORDS_OF_MEASURING.split(), key=len, reverse=True))
_DOING = re.compile("|".join(_WORDS_OF_DOING.split()))
_SIGNS = re.compile(r"[\W_0-9]+|[（(][^（）()]*[）)]")
# Words that name no thing of their own.
_GENERAL = frozenset(
    {
        "",
        "事项",
        "人员",
        "人数",
        "任务",
        "内容",
        "工作",
        "工程",
        "数量",
        "服务",
        "次数",
        "目标",
        "经费",
        "资金",
        "项目",
    }
)
# Of each line, two names that have different words are of different things.
KINDS = tuple(
    tuple(line.split())
    for line in """\
城镇 城市 农村 乡村
小学 初中 高中 幼儿园 中职 大学
新建 维修 改造 维护 扩建
男 女
重度 困难 轻度
一期 二期 三期
中央 省级 市级 县级 区级 镇级 乡级 村级
线上 线下
新增 累计
上半年 下半年
老年 儿童 残疾 妇女 学生 青年
春季 秋季 夏季 冬季
党员 群众
编制内 编制外
数量 质量
在职 退休 离休
猪 牛 羊 家禽 鸡
小麦 玉米 水稻 大豆
国道 省道 县道 乡道 村道
电脑 打印机 复印机 空调 车辆
门诊 住院
合格 优秀 优良
及时 完好 满意 合格 完成 达标""".splitlines()
)


@lru_cache(maxsize=4096)
def content(name: str) -> str:
    """Return the words of `name` that name a thing."""
    words = _DOING.sub("", _SIGNS.sub("", name.replace("业务培训", "专业培训")))
    while words not in _HEADS:
        head = next((head for head in _HEADS if words.endswith(head)), "")
        if not head:
            break
        words = words.removesuffix(head)
    return words


def likeness(one: str, other: str) -> int:
    """Return how alike two names are, from 0 to 100."""
    first, second = content(one), content(other)
    if {first, second} & _GENERAL or of_different_kinds(one, other):
        return 0
    if first == second or sorted(first) == sorted(second):
        return SAME
    pairs, others = _pairs(first), _pairs(second)
    shorter = min(len(pairs), len(others))
    return min(99, 100 * len(pairs & others) // shorter) if shorter else 0


def is_general(words: str) -> bool:
    """Tell whether `words` name no thing of their own."""
    return words in _GENERAL


def of_different_kinds(one: str, other: str) -> bool:
    """Tell whether a word says that the names are of different things."""
    for kinds in KINDS:
        mine = {word for word in kinds if word in one}
        if mine:
            theirs = {word for word in kinds if word in other}
            if theirs and mine != theirs:
                return True
    return False


def share_a_word(one: str, other: str) -> bool:
    """Tell whether two names share a pair of characters that names a thing."""
    return not _pairs(content(one)).isdisjoint(_pairs(content(other)))


@lru_cache(maxsize=4096)
def _pairs(words: str) -> frozenset[str]:
    return frozenset(words[at : at + 2] for at in range(len(words) - 1))
