"""Promises in running text: what will be done or bought, and what the clause says of it.

Two ways to promise: a thing that is bought or made (印制…资料, 购置设备10台), and an activity that
is held, counted or paid (开展两次专业培训, 网络安全调研10000元). A fee (培训费) promises nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from perfspec.prose import clauses
from perfspec.prose.records import Count, Money, Promise, Role
from perfspec.prose.shadow import BLANK

# Longer pieces are cut: they are no sentences of people.
_PIECE = re.compile(r"[^，。；：,;:（）()\n！？!?]{1,400}")
_WORDS = (
    # 购买服务 is a way of paying, and what is paid stands before it.
    "(?:购置|采购|购买)(?!(?:社会|社会化|第三方|专业)?(?:公共)?服务(?!器|岗|人员|车|设施))|"
    "编制|编写|购进|添置|配备|更新|更换|安装|印制|印刷|编印|制作|拍摄|维修|修缮|建设|新建|改建|扩建|改造|修建|装修|"
    "租赁|租用|发放|栽植|聘请|聘用|招聘|铺设|搭建|开发"
)
_BUY = re.compile(rf"(?:{_WORDS})(?:[、和与及并]?(?:{_WORDS}|维护|养护|提升)){{0,4}}")
# Behind such a word, where it is part of a name: 改造面积, 购置费, 维修任务, 建设单位.
_PART_OF_NAME = re.compile(
    "面积|补贴|补助|支出|金额|[费率期量员者局厅和与及款、]|区(?!域)|人(?!才|行|工|脸)|商(?!品|业)|办(?!公)|标准|资金|经费|任务|项目|工程|内容|规模|"
    "质量|进度|成本|工作|水平|能力|单位|公司|方案|计划|"
    "[内外数]|名额|管理|预算|部门|数量|程序|方式|流程|行为|情况|合同|目录|要求|用地|时间|周期|年限|租金|成果|目标"
)
_ACTIVITY = re.compile(
    "宣传活动|培训班|培训|调研|活动|演练|讲座|竞赛|比赛|论坛|展览|演出|巡演|普查|体检|筛查|慰问|走访|检查|巡查|督查|督导|"
    "检测|监测|评估|评审|会议|宣讲|研讨会|座谈会|推介会|招聘会|审计"
)
# Behind an activity: a place, a person or a fee that is named by it, or a further activity.
_NAMED = re.compile(
    "中心|基地|点|断面|[室部员站所局处科馆场费率]|学校|机构|平台|系统|经费|资金|需求|精神|计划|方案|制度|资质|对象|人员|人次|人数|器材|设备|用品|"
    "器械|服务|专项|工作|教材|资料|材料|任务|课程|内容|支出|金额|机制|体系|能力|水平|质量|效果|标准|期限|时间|天数|次数|批次|"
    "覆盖|结果|报告|活动|宣传|调研|培训|指标|要求|评价"
)
_DOING = re.compile("开展|举办|组织|召开|进行|实施|完成|用于|承办|主办|举行|做好|委托")
_HEAD = re.compile(
    "资料|材料|手册|海报|彩页|书籍|教材|设备|器材|设施|车辆|系统|平台|软件|家具|用品|物资|药品|试剂|服装|标识|标牌|宣传品|横幅|展板|"
    "视频|宣传片|道路|公路|桥梁|房屋|校舍|厕所|路灯|管网|水渠|机井|树木|苗木|绿地|护栏|电脑|计算机|打印机|补贴|补助|奖金|救助金"
)
_PURPOSE = re.compile("用于|以便|以满足|所需|需要|等?支出|等(?=工作|费用|经费)")
# A list of what money is spent on: 日常办公、差旅、会议培训等公用支出.
_SPENT = re.compile("等[^，。；、0-9]{0,10}(?:支出|费用|开支|经费|费)")
_SPENT_ON = re.compile(
    "办公|差旅|水电|电费|邮电|通[讯信]|公用|公务|运转|交通|接待|取暖|物业|劳务|印刷[费、]|耗材|租赁|保险|用车|会议"
)
_COST = re.compile(
    r"(?:所需|共需|需|合计|共计|计)?(?:费用|经费|资金|投资|款项)?(?:为|约|共|共计|合计)?\Z"
)


@dataclass(frozen=True, slots=True)
class _Stated:
    """The counts and amounts of one piece of text."""

    counts: tuple[Count, ...]
    amounts: tuple[Money, ...]


# What a list goes on with behind a bracket: 购置电脑10台（单价5000元）、打印机2台.
_GOES_ON = re.compile("[、和及]")


def promises(
    text: str, shadow: str, counts: tuple[Count, ...], amounts: tuple[Money, ...]
) -> tuple[Promise, ...]:
    """Return what `text` promises, given its shadow, its counts and its amounts."""
    found: list[Promise] = []
    waiting: list[tuple[int, int, str, _Stated]] = []
    at = [0, 0]
    buying = False
    for piece in _PIECE.finditer(shadow):
        stated = _stated(piece.end(), counts, amounts, at)
        cost = _cost(shadow, piece, stated)
        if cost:
            found += (_promise(one, cost) for one in waiting)
            waiting = []
            continue
        found += (_promise(one, None) for one in waiting)
        behind = shadow[piece.start() - 1 : piece.start()] in {"）", ")"}
        if buying and behind and _GOES_ON.match(piece[0]):
            of_piece = _listed(shadow, stated)
        else:
            of_piece = _of_piece(shadow, piece, stated)
        waiting = [
            (start, end, text[first:last], stated)
            for start, end, (first, last) in of_piece
            if shadow[first:last].strip(BLANK)
        ]
        if shadow[piece.start() - 1 : piece.start()] not in {"（", "("}:
            buying = _BUY.search(piece[0]) is not None or (buying and behind)
    found += (_promise(one, None) for one in waiting)
    return tuple(found)


def _stated(
    end: int, counts: tuple[Count, ...], amounts: tuple[Money, ...], at: list[int]
) -> _Stated:
    """Return what stands before `end` from the indices `at` on, which are moved."""
    first_count, first_amount = at
    while at[0] < len(counts) and counts[at[0]].start < end:
        at[0] += 1
    while at[1] < len(amounts) and amounts[at[1]].start < end:
        at[1] += 1
    return _Stated(counts[first_count : at[0]], amounts[first_amount : at[1]])


def _cost(shadow: str, piece: re.Match[str], stated: _Stated) -> Money | None:
    """Return the amount of a piece that only says what the things before it cost."""
    for amount in stated.amounts[:1]:
        if not amount.per and _COST.match(shadow[piece.start() : amount.start].strip()):
            return amount
    return None


def _promise(one: tuple[int, int, str, _Stated], cost: Money | None) -> Promise:
    start, end, activity, stated = one
    own = [count for count in stated.counts if not count.part and count.unit not in {"%", "％"}]
    paid = [money for money in stated.amounts if money.role is not Role.OUTSIDE and not money.per]
    return Promise(
        start=start,
        end=end,
        activity=activity,
        count=min(own, key=lambda one: min(abs(one.start - end), abs(one.end - end)), default=None),
        money=paid[0] if paid else cost,
    )


def _of_piece(
    shadow: str, piece: re.Match[str], stated: _Stated
) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """Yield where each promise of a piece stands, and in it the word for what is promised."""
    low, high = piece.span()
    if not stated.counts and _is_spent(shadow, low, high):
        return
    buy = _BUY.search(shadow, low, high)
    if buy and not _PART_OF_NAME.match(shadow, buy.end()):
        yield from _bought(shadow, buy, high, stated)
        return
    for match in _ACTIVITY.finditer(shadow, low, high):
        if _NAMED.match(shadow, match.end()) or _ACTIVITY.match(shadow, match.end()):
            continue
        done = _DOING.search(shadow, low, match.start())
        if done or stated.counts or stated.amounts:
            yield _phrase_start(shadow, low, match, stated), match.end(), match.span()


def _is_spent(shadow: str, low: int, high: int) -> bool:
    """Tell whether a piece lists what money is spent on, and begins with nothing that is bought."""
    if not _SPENT.search(shadow, low, high) or not _SPENT_ON.search(shadow, low, high):
        return False
    start = low + len("用于") if shadow.startswith("用于", low) else low
    buy = _BUY.match(shadow, start, high)
    return buy is None or _PART_OF_NAME.match(shadow, buy.end()) is not None


def _listed(shadow: str, stated: _Stated) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """Yield the things that a list goes on with, each by its number: 、打印机2台."""
    low = 0
    for count in stated.counts:
        last = count.noun_start + len(count.noun)
        own, low = low <= count.noun_start and last <= count.start, count.end
        if count.noun and own:
            heads = [*_HEAD.finditer(shadow, count.noun_start, last)]
            yield (
                count.noun_start,
                count.end,
                heads[-1].span() if heads else (count.noun_start, last),
            )


def _bought(
    shadow: str, buy: re.Match[str], high: int, stated: _Stated
) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """Yield the thing behind a word of buying or making, without what it costs or is for."""
    ends = [amount.start for amount in stated.amounts if amount.start >= buy.end()]
    purpose = _PURPOSE.search(shadow, buy.end(), high)
    _, stop = clauses.trim(shadow, buy.end(), min([*ends, purpose.start() if purpose else high]))
    if any(count.start == buy.end() for count in stated.counts) or stop <= buy.end():
        return
    start, thing = clauses.trim(shadow, buy.end(), stop)
    for count in stated.counts:
        if start < count.start < stop:
            thing = min(thing, count.start)
    heads = [*_HEAD.finditer(shadow, start, stop)]
    yield buy.start(), stop, heads[-1].span() if heads else (start, thing)


def _phrase_start(shadow: str, low: int, match: re.Match[str], stated: _Stated) -> int:
    start, _ = clauses.before(shadow, low, match.end())
    joined = max(shadow.rfind(sign, start, match.start()) for sign in "及和与") + 1
    done = [one.end() for one in _DOING.finditer(shadow, start, match.start())]
    start = max(start, joined, *done)
    for count in stated.counts:
        if start <= count.start < match.start() or count.end == start:
            return count.start
    return start
