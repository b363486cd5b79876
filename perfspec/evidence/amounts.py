"""What the words around an amount of money say of it.

In: an amount, and the text that it stands in. Out: whether it is a price, a bound, or money of
which the budget pays a part only. All look a few characters to each side and no further.
"""

import re

from perfspec.prose.records import Money

BREAKS = re.compile(r"[，,；;。：:、\n]")
_PRICE = re.compile(
    "单价|均价|标准(?!化)|每|各(?![类种项])|人均|最高|最低|[一二三特]等|档(?!案)|[A-Z甲乙丙一二三]类|奖|分别|按|一次性|限额"
)
_OTHER = re.compile(
    "投资|概算|造价|合同|中标|招标[控价金]|审定|评审[价金]|贷款|债|资产(?![购评清管])|存量|规模|产值|收入|担保|基金|配套|自筹|捐|"
    "税收|纳税|税款|利税|全市|全省|全国|截至|截止|已|原[值价有定]|共有|注册|资本|标的|结算|决算|面值|限额|起点|门槛|以上|以下|"
    "赔|损失|带动|拉动|撬动|节约|总额|总量|上级|中央|省级|市级|另|投入|增加|银行|社会资|企业|评估价|估值|年均|历年|上年|次年|"
    "下年|去年|封顶|最高|额度|贴息|保费|保额|基数|交易|成交|流转|争取|引资|引进资|吸引|招商|融资|监管资|审计[资金]|核算资|"
    "销售|销量|追[回讨缴]|讨[回薪要]|挽回|涉案|案值|受理|库存|缺口|需求"
)
_PART_OF_IT = re.compile(r"\s?(?:中的?|的|内|之内|以[内上下]|左右|上下|[多余]|尾款|剩余|[*×/／-])")
_NOT_OURS = re.compile("由|自筹|企业|贷款|融资|产值|收入|资产|投资|配套|承担|捐")
_TIMES = frozenset("*×xX")
_NEAR = 24


def clause(amount: Money, text: str) -> str:
    """Return what stands before an amount in its clause."""
    return BREAKS.split(text[max(0, amount.start - _NEAR) : amount.start])[-1]


def is_price(amount: Money, text: str) -> bool:
    """Tell whether an amount is the price of one thing, or stands in a sum."""
    before = text[max(0, amount.start - 2) : amount.start].rstrip()
    behind = text[amount.end : amount.end + 2].lstrip()
    return amount.per not in {"", "年", "年度"} or not _TIMES.isdisjoint({before[-1:], behind[:1]})


def is_bound(amount: Money, text: str) -> bool:
    """Tell whether an amount is a price or a bound by the words before it."""
    return _PRICE.search(clause(amount, text)) is not None


def is_other(amount: Money, text: str) -> bool:
    """Tell whether an amount may be money of which the budget pays a part only."""
    behind = BREAKS.split(text[amount.end : amount.end + _NEAR])[0]
    if _PART_OF_IT.match(behind) or _NOT_OURS.search(behind):
        return True
    return _OTHER.search(clause(amount, text)) is not None


def is_item(amount: Money, text: str) -> bool:
    """Tell whether an amount is exact, has a name, and is plainly what the budget pays."""
    if not (amount.exact and amount.label):
        return False
    return not (is_bound(amount, text) or is_other(amount, text))
