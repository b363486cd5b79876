"""Whether more or less of what an indicator measures is wished for.

In: a name as far as its head. Out: yes where the words are plain: faults are to be few, what is in
order is to be much.
"""

import re

_BAD = re.compile(
    "(?P<not>[无零未不非免防减]|查处|处理|打击|发现|整治|整改|排查|受理|处置|调处|防范|化解|核查|办理|治理|监测|识别|避免|杜绝)?"
    "(?P<what>[^，、]{0,4}?)"
    "(?:差错|错误|失误|事故|投诉|消耗|返工|返修|违规|违约|死亡|伤亡|拖欠|故障|次品|废品|流失|辍学|失业|空置|逾期|超时|超期|损耗|漏报|误报|复发|返贫|差评)"
    "(?:事件|案件|发生|(?<=逾期|超时|超期)(?:发放|支付|拨付|办理|办结|还款|贷款)|(?<=拖欠)工资)?(?P<of>率|比例|次数|数量|件数|起数|人数|数|量)?\\Z"
)
_GOOD = re.compile(
    "(?:(?<![不未非无低欠])(?<!超时|超期|逾期|延期)(?:完好|覆盖|满意|及时|合格|达标|保证|准确|知晓|优良|成活|办结|整改|正常|在线|稳定运行|正常运行)(?:程|的比)?[率度例]|(?<!不)满意)\\Z"
)
_SOON = re.compile(
    "(?:响应|反应|到场|到达|处置|处理|抢修|修复|出警|出动|等候|等待|排队|回复|答复|反馈|送达|审批|办结|整改)"
    "(?:时间|时限|时长|天数)\\Z|(?:办理|受理|审核|支付|拨付|发放|检验)时限\\Z"
)


def is_to_be_small(name: str, *, rates_only: bool) -> bool:
    """Tell whether `name` counts faults, and not what is done about them.

    With `rates_only` numbers of faults do not count: to handle complaints is the work of some.
    """
    found = _BAD.search(name)
    if not found or found["not"]:
        return False
    return not rates_only or found["of"] in {"率", "比例"}


def is_to_be_large(name: str) -> bool:
    """Tell whether `name` is the share of what is well, covered or done."""
    return bool(_GOOD.search(name))


def is_to_be_soon(name: str) -> bool:
    """Tell whether `name` is the time that somebody waits for."""
    return bool(_SOON.search(name))
