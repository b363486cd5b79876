"""Whether a goal can be held against anything: a number, a date, or a thing to be delivered.

In: the text of a goal. Out: whether it is measured, and where its first vague words stand.
"""

import re

from perfspec import prose

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
_TITLE = re.compile(r"《[^《》]*》")
_VAGUE = re.compile(
    "(?:加强|提高|提升|推进|完善|深化|营造|规范|强化|促进|增强|改善|优化|健全|推动|做好|夯实|巩固|加快|加大|打造"
    "|保障|确保|维护|落实|助力|完成(?=[^，,。；]{0,6}(?:任务|工作|目标)))[^，,。；;、\n《]{1,40}"
)


def is_measured(text: str, number_end: int) -> bool:
    """Tell whether a goal states something; its own number ends at `number_end`."""
    bare = _TITLE.sub("", text[number_end:])
    if any(pattern.search(bare) for pattern in (_DATE, _WHOLE, _DELIVERED, _DONE)):
        return True
    stated = prose.read(text)
    return bool(stated.counts or stated.amounts)


def vague(text: str) -> tuple[int, int] | None:
    """Return where the first words stand that promise no more than an effort."""
    found = _VAGUE.search(text)
    return found.span() if found else None
