"""Years in the texts of a filing that are left over from an earlier one.

In: a filing or a project. Out: the passages with the past years in them that plan, rather than
tell what was; and the years of codes that the texts do not keep up with.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from perfspec import naming, passages, prose
from perfspec.diagnostics import Place
from perfspec.form import Form
from perfspec.model import Filing, Project
from perfspec.passages import Passage
from perfspec.prose.records import Year, YearUse

RECENT = 3  # years; what is older was not left over, it is history
_KEYS = frozenset(
    {"overall_goal", "sub_goals", "measures", "name", "purpose", "goals", "description"}
)
# In the same clause: what was done, decided or measured then, and money that came from then.
_HISTORY = re.compile(
    "印发|出台|下发|发布|颁布|制定|制订|修订|成立|建成|启动|批复|批准|立项|签订|签署|(?<!公)开工|竣工|入选|荣获|获得|获评|被|列入|列为|已|曾|"
    "实际|决算|结余|结转|拖欠|尾款|质保金|未支付|未付|应付|欠|摸底|底数|在册|存量|认定|年满|为准|结算|清偿|清欠|垫付|入学|入伍|毕业|出生|退役|退休|考核|奖|绩效(?:工资|评价|考核)|年终|补发|清算|"
    "补缴|追加|追缴|审计|(?<!为)了|续建|跨年|滚动|修正|修改|办法|目录|定额|基数|不变价|基期|价格|指数|排名|通报|公布|反馈|调整|"
    "共有|现有|同比|学期|学年|春季|秋季|工作会议|工作报告|债券|利息|付息|还本|施行|第?十三个?月|招录|脱贫|连续|"
    "事故|疫情|洪水|洪灾|受灾|灾情|灾后|地震|案件|"
    "中标|成交|(?<!完成)(?<!开展)(?<!组织)(?<!启动)(?:招标|招投标)(?!工作|任务|采购工作)|"
    "常务会|常委会|党组|办公会|研究[，,]?(?:同意|决定|通过)|审议|审定|会议纪要"
)
# A remark behind what was decided: 县政府第12次常务会议（2025年11月30日）.
_DECIDED = re.compile(
    "(?:会议?|纪要|研究|决定|批复|批准|审议|通过|同意|文件?|合同|协议|通知|函|意见|方案|办法|规定|公告|证书?|令)"
    r"[》”]?(?:精神|要求)?[（(]\Z"
)
_DATE = re.compile("[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:印发|签订|签署|通过)?[，,；;）)]")
# What a later value is held against: 同比提高15个百分点（2025年为60%）, 上年（2025年）为60%.
_BASE = re.compile(
    "度?(?:全年|实际|实绩|底|末)?(?:[为是约]|仅|只有){1,2}[0-9.]{1,12}[%％万亿]?"
    r"[一-鿿]{0,3}(?:[，。；、,;（()）\s]|\Z)"
)
_BEFORE = re.compile("(?:[上去]年度?|上一年度?|[上去]年同期|基期|基数|往年)[（(]\\Z")
_DIRECTLY = re.compile(r"度?的?(?:水平|标准|数据|统计|普查|级|版|末|底(?!前)|问题)")
# 支付2021年、2022年 pays for both years.
_YEARS = r"[0-9年度、和及]{0,24}"
_AT = re.compile(
    rf"(?:(?<!用)于|(?:支付|偿还|兑付|补付|兑现|清偿|归还|结清|根据|依据|参照|鉴于){_YEARS})\Z"
)
_NEXT_YEARS = re.compile(_YEARS)
# 2025年全县参保35万人 tells how things stood; 2025年全县计划 plans.
_STATISTIC = re.compile(
    "度?，?(?:全[国省市州县区旗镇乡]|[我本][省市县区旗镇乡])[^。；\\n]{0,20}?[0-9]"
)
_PLANS = re.compile("计划|预计|确保|力争|目标|任务|完成|开展|实施|建设|新增|安排|[拟将]")
_GOALS = frozenset({"goals", "sub_goals", "name"})
_DEADLINE = re.compile(r"(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?[底末]?[以之]?前")
_DONE = re.compile("已|(?<!为)了")
_CARRIED = re.compile("结转|续建|尾款|跨年|延续|质保金|欠|清算|决算|审计|考核|奖")
_TERM = re.compile("(?:19|20)[0-9]{2}")
_CLAUSE = re.compile(r"[，。；：、,;（）()\n]")
_CLAUSE_BEFORE = re.compile(r"[，。；：,;（）()\n]|(?<!年)(?<!年度)、")
_AHEAD, _BACK = 24, 12
_SENTENCE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """A year that stands in a passage."""

    passage: Passage
    year: Year

    @property
    def place(self) -> Place:
        """Where the year stands."""
        return self.passage.at.part(self.year.start, self.year.end)

    @property
    def words(self) -> str:
        """The year as written."""
        return self.passage.text[self.year.start : self.year.end]


def stale(filing: Filing, form: Form) -> Iterator[Stale]:
    """Yield the years before the filing's that a text plans for."""
    for passage in _texts(filing):
        if "19" not in passage.text and "20" not in passage.text:
            continue
        found = prose.read(passage.text).years
        own = [
            one.start for one in found if one.year == filing.year and one.use is not YearUse.TITLE
        ]
        for year in found:
            past = filing.year - RECENT <= year.year < filing.year
            if past and year.use is YearUse.PLAIN and not _is_told(passage, year, form):
                if _beside_own(passage.text, year, own):
                    continue
                yield Stale(passage=passage, year=year)


def code_year(project: Project, form: Form) -> int | None:
    """Return the year in a project's code, where the form says where it stands."""
    at = form.project_code.year_at
    digits = project.code[at : at + 2] if at is not None else ""
    complete = form.project_code.length in {None, len(project.code)}
    return 2000 + int(digits) if complete and digits.isascii() and digits.isdecimal() else None


def behind(filing: Filing) -> Iterator[Stale]:
    """Yield what the texts say of the filing's own year, and the sessions held before it."""
    for passage in _texts(filing):
        found = prose.read(passage.text).years
        own = [
            year
            for year in found
            if year.year == filing.year and (year.fiscal or year.use is YearUse.PLAIN)
        ]
        held = [year for year in found if year.use is YearUse.MEETING]
        latest = [max(held, key=lambda year: year.year)] if held else []
        for year in sorted((*own, *latest), key=lambda year: year.start):
            yield Stale(passage=passage, year=year)


def _texts(filing: Filing) -> Iterator[Passage]:
    for passage in passages.of_all(filing):
        if passage.key in _KEYS and "medium_term" not in passage.at.keys and passage.text:
            yield passage


def _is_told(passage: Passage, year: Year, form: Form) -> bool:
    """Tell whether the words around a year, or the project, account for it."""
    text = passage.text
    others = _NEXT_YEARS.match(text, year.end) if text[year.end : year.end + 1] == "、" else None
    after = others.end() if others else year.end
    after += text[after : after + 1] in {"，", ","}
    ahead = _CLAUSE.split(text[after : after + _AHEAD])[0]
    back = _CLAUSE_BEFORE.split(text[max(0, year.start - _BACK) : year.start])[-1]
    if _DEADLINE.match(ahead) and not _DONE.search(ahead):
        told = False
    else:
        told = bool(_AT.search(back) or _HISTORY.search(ahead) or _HISTORY.search(back))
        told = told or (passage.key not in _GOALS and _is_statistic(text, year))
    if told or _DIRECTLY.match(ahead) or _is_remark(text, year):
        return True
    project, row = passage.project, passage.indicator
    if project is None:
        return False
    # What grows or falls is held against an earlier year.
    if passage.key == "description" and row is not None and naming.read(row.name).change:
        return True
    # A project carried over from that year says so in its code, its name or its term.
    carried = _CARRIED.search(project.name) is not None
    return carried or code_year(project, form) == year.year or _in_term(year.year, project)


def _is_remark(text: str, year: Year) -> bool:
    """Tell whether a year is that of a decision in brackets, or of a value to compare with."""
    if _BASE.match(text, year.end):
        return True
    back = text[max(0, year.start - _BACK) : year.start]
    if not back.endswith(("（", "(")):
        return False
    dated = _DECIDED.search(back) and _DATE.match(text, year.end)
    return dated is not None or _BEFORE.search(back) is not None


def _is_statistic(text: str, year: Year) -> bool:
    """Tell whether a year is followed by how many there were of something in the whole county."""
    found = _STATISTIC.match(text, year.end, year.end + 2 * _AHEAD)
    return found is not None and not _PLANS.search(found[0])


def _beside_own(text: str, year: Year, own: list[int]) -> bool:
    """Tell whether the same sentence speaks of the filing's year, too: 2024年开工，2026年完工."""
    low, high = max(0, year.start - _SENTENCE), year.start + _SENTENCE
    first = max(text.rfind(sign, low, year.start) for sign in "。\n")
    lasts = [at for sign in "。\n" if (at := text.find(sign, year.start, high)) >= 0]
    low, high = max(low, first), min(lasts, default=high)
    at = bisect_left(own, low)
    return at < len(own) and own[at] < high


def _in_term(year: int, project: Project) -> bool:
    if project.term is None:
        return False
    first, last = _TERM.search(project.term.start), _TERM.search(project.term.end)
    return first is not None and int(first[0]) <= year <= (int(last[0]) if last else year)
