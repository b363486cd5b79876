"""Whether a goal can be held against anything: a number, a date, or a thing to be delivered.

In: the text of a goal. Out: whether it is measured, and where its first vague words stand.
"""

import re

from perfspec import prose
from perfspec.evidence import numbering

# Whoever buys, builds, pays out or prints delivers something, unless only its management is meant.
_DELIVERED = re.compile(
    "(?:新建|改建|扩建|翻建|重建|修建|建成|购置|采购|购买|购入|配备|更换|发放|拨付|支付|缴纳|偿还|维修"
    "|维护|修缮|改造|安装|架设|铺设|印制|印刷|印发|编制|编印|绘制|举办|承办|召开|拍摄|制作|出版|聘用|招聘"
    "|聘请|租用|租赁|清运|清理|清淤|拆除|绿化|种植|栽植|养护|检测|检验|普查|测绘|竣工|交付|补助|补贴|资助"
    "|救助|慰问|供养|供暖|运维|移交|扫描|接种|体检)"
    "(?!管理|工作|水平|能力|质量|效率|机制|制度|力度|行为|流程|意识|体系|秩序|稳定|和谐|良好|社会|国家|公平"
    "|合法|网络|政治|安全|[，,。；;、的等]|$)"
)
# 保障低保金的发放, 完成设备采购: the thing stands before the word.
_DONE = re.compile(
    "(?:完成|保障|保证|确保|实施|用于|负责|做好)[^，,。；;、\n]{2,30}"
    "(?:发放|采购|购置|支付|缴纳|维修|修缮|改造|安装|印制|编制|养护|拆除|清运|维护|检测|供应|举办|更新)"
    "(?:工作|任务|项目|工程)?(?:[，,。；;、等]|$)"
)
_DATE = re.compile(
    r"[0-9０-９]|年底|年末|月底|月末|季度|半年|每[年月周日天]|按月|按季|[一二三四五六七八九十]月"
)
# 应保尽保 and 全覆盖 are shares: all of them.
_WHOLE = re.compile(
    r"应.{1,2}尽.|全覆盖|[零无](?:事故|差错|投诉|上访|发生|报告|容忍)|百分之|不低于|以内"
)
# 做好各项工作, 圆满完成上级交办的任务: no word of it says what the work is.
_EMPTY = re.compile(
    "(?:进一步|切实|全面|认真|按时|按期|按质|按量|保质保量|高质量|高标准|圆满|不断|持续|积极|扎实|较好|继续"
    "|努力|及时|按照?要求|全力|统筹|顺利)*+"
    "(?:做好|抓好|搞好|干好|完成|落实|开展|推进|推动|保障|保证|确保|提高|提升|加强|强化|增强|履行|履职|发挥)"
    "(?:好|了)?+"
    "(?:各项|各类|各方面|相关|有关|其[他它]|日常|本职|自身|本?单位|本?部门|领导|上级|县委|县政府|党委|政府|市委|市政府"
    "|交办|交给|安排|下达|布置|部署|分配|年度|全年|本年|当年|当前|重点|中心|常规|基本|工作|任务|事项|业务|职责"
    "|职能|目标|水平|效率|质量|能力|服务|管理|作用|的|和|与|及|以及|等)++"
    "(?:顺利|正常|有序|圆满|高效)?+(?:完成|开展|运转|运行|进行|推进)?+"
)
_LABEL = re.compile(r"\s*(?:目标|任务)[0-9一二三四五六七八九十]{1,2}[:：、.．]")
_CLAUSES = re.compile(r"[，,。；;！!\s]+")
_TITLE = re.compile(r"《[^《》]*》")
_VAGUE = re.compile(
    "(?:加强|提高|提升|推进|完善|深化|营造|规范|强化|促进|增强|改善|优化|健全|推动|做好|夯实|巩固|加快|加大|打造"
    "|保障|确保|维护|落实|助力|完成(?=[^，,。；]{0,6}(?:任务|工作|目标)))[^，,。；;、\n《]{1,40}"
)


def is_measured(text: str) -> bool:
    """Tell whether a goal states something beside its own number."""
    bare = _TITLE.sub("", text[_number_end(text) :])
    if any(pattern.search(bare) for pattern in (_DATE, _WHOLE, _DELIVERED, _DONE)):
        return True
    stated = prose.read(text)
    return bool(stated.counts or stated.amounts)


def empty(text: str) -> tuple[int, int] | None:
    """Return where a goal stands that does not even say what the work is; None for another."""
    start = _number_end(text)
    clauses = [clause for clause in _CLAUSES.split(text[start:]) if clause]
    if not clauses or not all(_EMPTY.fullmatch(clause) for clause in clauses):
        return None
    return text.index(clauses[0], start), text.rindex(clauses[-1]) + len(clauses[-1])


def vague(text: str) -> tuple[int, int] | None:
    """Return where the first words stand that promise no more than an effort."""
    found = _VAGUE.search(text)
    return found.span() if found else None


def _number_end(text: str) -> int:
    """Return where the number of a goal ends: `1.`, `（一）`, `目标1：`."""
    label, head = _LABEL.match(text), numbering.head(text)
    return label.end() if label else head.end if head else 0
