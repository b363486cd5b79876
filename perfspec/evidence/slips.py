"""Slips of writing that are never right, whatever stands around them.

In: a text. Out: stretches of it, with what was meant.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# Each is wrong in any context. 按排, 既使, 竟争, 做为, 布署 and 部份 are not here: 按排名, 既使…又,
# 究竟争取, 做为民, 发布署名 and 干部份内 are right.
TYPOS = (
    "债劵→债券",
    "证劵→证券",
    "奖劵→奖券",
    "消费劵→消费券",
    "优惠劵→优惠券",
    "代金劵→代金券",
    "工作布署→工作部署",
    "决策布署→决策部署",
    "安排布署→安排部署",
    "工作按排→工作安排",
    "资金按排→资金安排",
    "竟争力→竞争力",
    "竟争性→竞争性",
    "复盖率→覆盖率",
    "幅射带动→辐射带动",
    "贯澈→贯彻",
    "震憾→震撼",
    "峻工验收→竣工验收",
    "绩校→绩效",
    "扶贪→扶贫",
    "财政拔款→财政拨款",
    "专项拔款→专项拨款",
    "资金拔付→资金拨付",
    "满意渡→满意度",
    "知小率→知晓率",
    "陪训班→培训班",
    "业务陪训→业务培训",
    "建立建全→建立健全",
    "通迅录→通讯录",
    "通迅员→通讯员",
    "办公家俱→办公家具",
    "因地治宜→因地制宜",
    "相辅相承→相辅相成",
    "以身做则→以身作则",
    "按步就班→按部就班",
    "再接再励→再接再厉",
    "全力已赴→全力以赴",
)

# What stands before a number that is a name and not a count: 附件1, 表2, 第3, 2020年, A4, 1.5, （2.
_COUNTED = (
    "部门|单位|乡镇|街道|社区|学校|项目|科室|股室|小组|企业|行业|地区|县区|县|乡|镇|村|区|市"
    "|方面|环节|班级|窗口|平台|网站|媒体|场馆|站点|中心"
)
_EACH = re.compile(
    rf"(?<=[^0-9.．\-—~～/a-zA-Z件表图案例注款条项段号第期类组步章节页栏年月日、，（(。；;：:\s])"
    rf"([0-9]{{1,3}}各)(?={_COUNTED})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A wrong stretch of a text; `at` is where its wrong character `wrong` stands."""

    start: int
    end: int
    at: int
    wrong: str
    right: str


@lru_cache(maxsize=8)
def suspect(pairs: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern without which a text has no slip."""
    # Written out, so that all alternatives begin with a letter: three times as fast.
    return re.compile("|".join((_table(pairs)[0].pattern, *(f"{digit}各" for digit in range(10)))))


def find(text: str, pairs: tuple[str, ...]) -> Iterator[Slip]:
    """Yield the slips of `text`: words of `pairs`, each «wrong→right», and 各 for 个."""
    pattern, meant = _table(pairs)
    for found in pattern.finditer(text):
        start, end = found.span()
        yield Slip(start=start, end=end, at=start, wrong=found.group(), right=meant[found.group()])
    if "各" not in text:
        return
    for found in _EACH.finditer(text):
        start, end = found.span()
        yield Slip(start=start, end=end, at=end - 1, wrong="各", right="个")


@lru_cache(maxsize=8)
def _table(pairs: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern of the wrong words of `pairs`, and what is meant by each."""
    meant = {
        wrong: right for wrong, arrow, right in (pair.partition("→") for pair in pairs) if arrow
    }
    words = sorted(filter(None, meant), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)) or r"(?!)"), meant
