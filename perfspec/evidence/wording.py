"""Wording of indicators that cannot be held against a figure.

In: the text of a name, description, target or basis. Out: stretches of it (the rate of change of a
rate, the comparison with a past year), and whether it states the figure of a past year.
"""

import re

_YEAR = r"(?:去年|上年|上一年|前一年|往年|20[0-9]{2}年)度?(?:同期|年底|年末)?"
_LESS = r"(?:不低于|不高于|不少于|不超过|高于|低于|超过|优于)"
_TO = rf"(?:相?[较比]于?{_YEAR}|[与同在]{_YEAR}(?=相比|相较|的?基础)|同比(?!例))"
_AGAINST = r"(?:相比|相较|的?水平|的?基础上?|数)?"
_CHANGE = r"(?:提升|提高|增长|增加|上升|下降|降低|减少|改善|增强|好转|上涨|增幅|降幅)"
_COMPARISON = re.compile(
    rf"{_TO}{_AGAINST}[，的]?[一-鿿]{{0,6}}?{_CHANGE}|{_LESS}{_YEAR}(?:水平|数|值)?"
)
_PAST = ("去年", "上年", "上一年", "前一年", "往年", "同比", "20")

# Rates that are no shares: 工作效率提升率 and 劳动生产率增长率 are rates of change like any other.
_RATE = r"(?<![效频功速倍汇税产辨心])(?<!产出)(?<!周转)率"
_REMARK = r"(?:[（(][^（()）]{0,6}[）)])?"
_RATE_OF_RATE = re.compile(
    rf"[一-鿿]{{0,2}}{_RATE}{_REMARK}的?(?:年均|每年|{_TO}{_AGAINST}|[较比]同期)?的?"
    r"(?:提升|提高|增长|增加|上升|下降|降低|减少|上涨)(?:率|幅度)"
)

# A title is no figure, and neither is a year or a date.
_TITLE = re.compile(r"《[^《》]*》|[〔\[（(]20[0-9]{2}[〕\]）)][0-9]*号?|第[0-9]+[号条款期次]")
_DATE = re.compile(r"20[0-9]{2}(?:年度?|(?=[-—~～至]))|[0-9]{1,2}(?:月份?|日|号)")
_FIGURE = r"[0-9一二两三四五六七八九十百千万]"
_STATED = re.compile(
    rf"(?<![较比于同与在])(?:去年|上年|上一年|前一年|往年|近[三3两2]年|基期|基数|基线|基准|现状|原有|现有|目前|□)"
    rf"[^，。；;\n]{{0,16}}?{_FIGURE}"
    rf"|[由从]{_FIGURE}[^，。；;\n]{{0,12}}[到至]"
    rf"|[较比与在](?:去年|上年|上一年|□)度?同?期?的?(?:实际)?[（(]?{_FIGURE}"
)


def comparison(text: str) -> tuple[int, int] | None:
    """Return where `text` compares with a past year, up to the word for the change."""
    if not any(word in text for word in _PAST):
        return None
    found = _COMPARISON.search(text)
    return found.span() if found else None


def states_past(text: str) -> bool:
    """Tell whether `text` states a figure of a past year, or from which figure a change starts."""
    bare = _TITLE.sub("，", text)
    return bool(_STATED.search(_DATE.sub(_past, bare)))


def rate_of_rate(text: str) -> tuple[int, int] | None:
    """Return where `text` names the rate of change of a rate."""
    found = _RATE_OF_RATE.search(text) if text.count("率") > 1 or "幅度" in text else None
    return found.span() if found else None


def _past(found: re.Match[str]) -> str:
    """Return what stands for a date: □ for a year, nothing for the rest."""
    return "□" if found.group().startswith("20") else ""
