"""Amounts of money in running text: what each is for, and what it is among the others."""

import re
from decimal import Decimal

from perfspec.prose import clauses, measures
from perfspec.prose.figures import Figure, bound
from perfspec.prose.records import Money, Role
from perfspec.prose.shadow import GAP
from perfspec.values import units

_YUAN = re.compile(r"\s?(?:人民币)?\s?元(?![旦宵素件老首])")
# 4.5万 without 元 is money where the words around it are about money.
_ABOUT_MONEY = re.compile(
    "费|资金|经费|补助|补贴|预算|投入|拨款|款|支出|奖励|奖金|成本|价|薪|金额|元"
)
_OTHER_CLAUSES = re.compile(
    "人口|面积|产量|粉丝|点击|阅读|用户|访问|游客|人数|户数|亩|流量|播放|浏览|产能|标准化"
)
# 15000 万元, and what the multiplier is worth.
_SPACED = re.compile(r"[ \u3000\xa0]([万亿])元(?![宵素件老首])")
_WORTH = {name: units.unit(name).scale for name in ("万元", "亿元")}
_ALONE = frozenset({"计", "合"})  # behind a unit price: 单价5000元，计5万元
# Due in another year.
_DUE = re.compile(rf"[^，。；,;]{{0,6}}{GAP}+[前底]?(?:归还|偿还|到期|还本|支付)")
_PRICE = re.compile("单价|(?:标准|限价|均价|票价|价格)(?:为|是|按|不超过|不高于|最高)?\\Z")
_SUM = re.compile(
    "合计|总计|共计|总额|总预算|总金额|总资金|总经费|共需|共安排|共|总共|小计|总费用|总支出"
)
_OUTSIDE = re.compile(
    "总投资|投资额|拉动|带动|撬动|产值|收入|上年|去年|往年|累计|营业额|税收|增收|节约|节省|销售|债务|余额|贷款|本金|罚款|罚没|损失|"
    "生产总值|GDP|存款|资产(?![购评清管维])|捐赠|捐款|盈利|利润|减少|结转|结余|注册资本|交易额|总额度|中标|合同价|合同总价|合同金额|合同额|欠|提高[到至]|增加[到至]|提标[到至]|上调[到至]|调整[为到至]|降[到至]|门票|营收|减免|"
    "已拨付|已投入|已完成|已到位|已支付|限额|以上的|以下的|标准为|起付|封顶|市值|价值|面值|人均可支配"
)


def amounts(text: str, shadow: str, figures: tuple[Figure, ...]) -> tuple[Money, ...]:
    """Return the amounts of `text`, given its shadow and the numbers in it."""
    found: list[Money] = []
    low = 0
    for figure in figures:
        unit, end = _unit(shadow, figure, low)
        if unit:
            found.append(_amount(text, shadow, figure, (low, end), unit))
        low = max(end, figure.end + len(measures.measure(shadow, figure.end)))
    return tuple(found)


def _unit(shadow: str, figure: Figure, low: int) -> tuple[str, int]:
    """Return the unit of money behind a number and where it ends; empty if it is no money."""
    yuan = _YUAN.match(shadow, figure.end)
    if yuan:
        return figure.multiplier + "元", yuan.end()
    spaced = None if figure.multiplier else _SPACED.match(shadow, figure.end)
    if spaced:
        return spaced[1] + "元", spaced.end()
    bare = figure.multiplier not in {"万", "亿"} or figure.chinese
    if bare or measures.measure(shadow, figure.end):
        return "", figure.end
    clause = max(low, clauses.left(shadow, figure.start))
    around = min(len(shadow), figure.end + 4)
    ends = not shadow[figure.end : figure.end + 1].strip("，。；、,;（）()\n ")
    if _ABOUT_MONEY.search(shadow, clause, around):
        return figure.multiplier, figure.end
    if ends and not _OTHER_CLAUSES.search(shadow, clause, around):
        return figure.multiplier, figure.end
    return "", figure.end


def _amount(text: str, shadow: str, figure: Figure, bounds: tuple[int, int], unit: str) -> Money:
    low, end = bounds
    op, exact = bound(shadow, end)
    clause = max(low, clauses.left(shadow, figure.said))
    each, each_start, each_end = clauses.each(shadow, clause, figure.said)
    behind = clauses.PER.match(shadow, end)
    start, stop = clauses.trim(shadow, clause, each_start)
    if start == stop:
        start, stop = clauses.trim(shadow, each_end, figure.said)
    things = [each, *(behind.groups() if behind else ())]
    price = "单价" if _PRICE.search(shadow, clause, figure.said) else ""
    return Money(
        start=figure.start,
        end=behind.end() if behind else end,
        number=figure.stem,
        unit=unit,
        yuan=figure.number if figure.multiplier else figure.number * _WORTH.get(unit, Decimal(1)),
        per="·".join(thing for thing in things if thing) or price,
        role=_role(shadow, clause, figure.start, end),
        exact=figure.exact and exact and not (figure.op or op),
        label=text[start:stop],
        label_start=start,
    )


def _role(shadow: str, clause: int, start: int, end: int) -> Role:
    if _OUTSIDE.search(shadow, clause, min(len(shadow), end + 2)):
        return Role.OUTSIDE
    if _DUE.match(shadow, end):
        return Role.OUTSIDE
    if _SUM.search(shadow, clause, start) or shadow[clause:start].strip() in _ALONE:
        return Role.TOTAL
    return Role.ITEM
