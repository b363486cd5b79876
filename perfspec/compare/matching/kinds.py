"""Words that say that two names are of different things, however alike the rest of them is.

In: two names, made narrow (（ is `(`). Out: whether a word parts them, or only qualifies one of
them. Numbers are read as marks: 一期 and 二期, 2号 and 3号, A区 and B区; counts of things (230人),
years and amounts are none.
"""

import re
from enum import IntEnum
from functools import lru_cache

from perfspec.evidence.likeness import KINDS


class Apart(IntEnum):
    """How far a word keeps two names apart; the larger, the farther."""

    NO = 0
    QUALIFIED = 1  # one of the names says more: 大型宣传活动, 宣传活动
    YES = 2


# As those of `likeness`, for names that stand in two years; of each line words that are parted by a
# stroke are of one kind. 及时, 合格 … have a table of their own below.
_FURTHER = tuple(
    tuple(tuple(kind.split("/")) for kind in line.split())
    for line in """\
新建/建设 维修/维护/运维/运行维护 养护 管护 购置/采购/购买 \
租赁 拆除 运营 设计 监理 征订 发行
新建 改造
中央/国家 省级/省财政/省本级 市级/市财政/市本级 \
县级/区级/县财政/区财政/县本级/区本级 乡级/镇级/乡镇 村级
小学/县小 初中 高中 幼儿园/学前 中职 大学/高校
城镇/城市/城区/城乡 农村/乡村
养老 医疗 失业 工伤 生育 助学 生活
东部/东区/东片 西部/西区/西片 南部/南区/南片 北部/北区/北片
河东 河西
露天 大棚
县内 县外
国道 省道 县道 乡道 村道
逾期 按时/按期/及时
服务水平 管理水平
森林 草原
宣传 征收
一般 重大
故障 正常
户数 人数
排查 清理 维修
优抚 安置
人大 政协""".splitlines()
)
_KINDS = (
    *(
        tuple((word,) for word in line)
        for line in KINDS
        if not {"维修", "及时", "数量", "城镇", "小学", "中央", "国道"} & set(line)
    ),
    *_FURTHER,
)
_LINES = tuple((word, at) for at, line in enumerate(_KINDS) for kind in line for word in kind)
# What a share is a share of; 完成 says nothing beside another.
_SHARES = (
    ("及时", "按时", "按期", "按计划", "时效"),
    ("合格", "达标", "优良", "优秀"),
    ("覆盖",),
    ("满意",),
    ("知晓",),
    ("合规",),
    ("准确",),
    ("完好", "正常", "在线"),
    ("结案", "办结"),
    ("调解",),
    ("支出", "支付", "执行"),
    ("到位", "下达"),
    ("落实",),
    ("节约",),
    ("控制",),
    ("发生",),
    ("处置",),
)
_DONE = "完成"
_DONE_SHARE = re.compile("率|比例|占比")
_DIGITS = {sign: str(at) for at, sign in enumerate("零一二三四五六七八九")}
_NUMERAL = "[0-9零一二三四五六七八九十百]{1,6}"
_MARK = re.compile(
    rf"第(?P<nth>{_NUMERAL})(?P<of>[^\W\d_]?)"
    r"|(?P<letters>[A-Za-z]{1,4}[0-9]{0,6})(?![A-Za-z])"
    rf"|(?P<number>{_NUMERAL})"
    r"(?P<kind>期|标|号|级(?!财)|类|批(?!次)|季度|中(?!心|央)|小(?!时|型)|阶段|组|区|院|村(?!级)|轮|册|路|层|岁)"
    r"|(?P<bare>[0-9]{1,6})(?P<thing>[^\W\d_]?)"
)
# What is counted tells nothing apart: the count changes from year to year.
_COUNTED = frozenset("人户个台亩平公万元件次场座吨辆套份天小米只头株月日年名位所家条项km吋")


@lru_cache(maxsize=32768)
def _marks(name: str) -> frozenset[tuple[str, str]]:
    """Return the numbers and letters in `name` that tell one thing from another, by kind."""
    marks: set[tuple[str, str]] = set()
    for found in _MARK.finditer(name):
        if found["letters"]:
            marks.add(("letters", found["letters"].upper()))
        elif found["nth"] or found["number"]:
            marks.add(
                (found["of"] or found["kind"] or "", _number(found["nth"] or found["number"]))
            )
        elif found["thing"] not in _COUNTED and not name[found.end("bare") :].startswith("%"):
            marks.add((found["thing"], found["bare"]))
    return frozenset(marks)


def _number(written: str) -> str:
    """Return 二十三 as 23: as digits where that is easy, else as it stands."""
    if len(written) == 1 and written in _DIGITS:
        return _DIGITS[written]
    tens, ten, ones = written.partition("十")
    if ten and len(tens) <= 1 and len(ones) <= 1 and not written.isascii():
        return (_DIGITS.get(tens, "") or "1") + (_DIGITS.get(ones, "") or "0")
    return written.lstrip("0") or "0"


def apart(one: str, other: str) -> Apart:
    """Return how far words and numbers keep two names apart."""
    farthest = max(_by_marks(one, other), _by_shares(one, other))
    mine, theirs = _kinds(one), _kinds(other)
    for line in mine.keys() & theirs.keys():
        if mine[line] != theirs[line]:
            both = mine[line] & theirs[line]
            farthest = max(farthest, Apart.QUALIFIED if both else Apart.YES)
    return farthest


@lru_cache(maxsize=32768)
def _kinds(name: str) -> dict[int, frozenset[int]]:
    """Return which kinds are named, by the number of their line."""
    lines = {line for word, line in _LINES if word in name}
    return {line: _said(name, _KINDS[line]) for line in lines}


def _by_marks(one: str, other: str) -> Apart:
    mine, theirs = _marks(one), _marks(other)
    if mine == theirs:
        return Apart.NO
    shared = {kind for kind, _ in mine} & {kind for kind, _ in theirs}
    for kind in shared:
        if {mark for mark in mine if mark[0] == kind} != {m for m in theirs if m[0] == kind}:
            return Apart.YES
    return Apart.QUALIFIED


def _by_shares(one: str, other: str) -> Apart:
    mine, theirs = _share(one), _share(other)
    if mine and theirs and not mine & theirs:
        return Apart.YES
    if _DONE in one + other and bool(mine) != bool(theirs):
        # 任务完成率 is how much was done, 任务完成及时率 how soon.
        return Apart.YES
    if not mine and not theirs and _DONE_SHARE.search(one) and _DONE_SHARE.search(other):
        # 课时比例完成率 is how much of 课时比例 was reached.
        return Apart.NO if (_DONE in one) == (_DONE in other) else Apart.YES
    return Apart.NO if mine == theirs else Apart.QUALIFIED


@lru_cache(maxsize=32768)
def _share(name: str) -> frozenset[int]:
    return _said(name, _SHARES)


def _said(name: str, line: tuple[tuple[str, ...], ...]) -> frozenset[int]:
    """Return which kinds of `line` are named; a word inside a longer one of the line is not."""
    found = {word: at for at, kind in enumerate(line) for word in kind if word in name}
    return frozenset(
        at for word, at in found.items() if not any(word in more and word != more for more in found)
    )
