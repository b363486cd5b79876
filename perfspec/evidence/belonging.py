"""In which class an indicator belongs by its name, where it plainly stands in a wrong one.

In: a row of the table and the standard class that it stands in. Out: standard classes that would be
right, the likeliest first; none where the row may stay; those that a table would gain so.
"""

import re
from collections.abc import Iterable

from perfspec import naming
from perfspec.evidence import tables
from perfspec.form import Form
from perfspec.model import Indicator
from perfspec.values import Phrase
from perfspec.values.units import Dimension

_SATISFIED = re.compile("(?:满意度|满意率|满意程度|满意)\\Z")
_PROMPT = re.compile("(?:及时|按时|准时|如期)[^，、和及]{0,6}率\\Z|及时性\\Z")
_OTHER_THAN_PROMPT = re.compile("准确|合格|规范|质量|足额|满意|安全")
_GOOD = re.compile("(?:合格|优良|优秀|准确|完好)率\\Z")
_COST = re.compile("(?:成本|单价|造价)\\Z")
_RATIO = re.compile("比例\\Z")
# The done or covered part of a quantity is as good as the quantity.
_DONE = re.compile("完成|覆盖|占|发放|保障|补助|普及|参")
_TAKING_PART = re.compile("参与率\\Z")
_EFFECT = re.compile("提升|提高|改善|增强|促进|传承|带动|推动|影响")
# What a project costs others, and what is spent or saved.
_COSTLY = re.compile(
    "成本|费|资金|价|支出|投入|损失|消耗|预算|控制|节约|标准|补助|补贴|负面|不利|破坏|污染|损害|降低|减少"
)
_BENEFITS = {
    "cost.economic": ("benefit.economic",),
    "cost.social": ("benefit.social",),
    "cost.ecological": ("benefit.ecological",),
}
_BENEFIT = ("benefit.social", "benefit")


def wanted(row: Indicator, standard: str) -> tuple[str, ...]:
    """Return the classes that `row` belongs in, if that is not `standard`, where it stands."""
    part = standard.partition(".")[0]
    name = row.name[: naming.read(row.name).end]
    if part == "cost" or standard == "output.cost":
        effect = isinstance(row.target.reading, Phrase) and _EFFECT.search(name)
        return _BENEFITS.get(standard, _BENEFIT) if effect and not _COSTLY.search(name) else ()
    if part in {"output", "benefit"} and _SATISFIED.search(name):
        return ("satisfaction.served", "satisfaction")
    if standard == "benefit.sustainable" and _TAKING_PART.search(name):
        return ("benefit.social", "benefit")
    return _output(row, standard, name)


def moved(rows: Iterable[Indicator], form: Form) -> set[str]:
    """Return the standard classes of the form to which some of `rows` are to be moved."""
    known = {one.standard for one in form.classes}
    each = (wanted(row, tables.standard(row.classified, form)) for row in rows)
    first = (next((one for one in classes if one in known), "") for classes in each)
    return {one for one in first if one}


def _output(row: Indicator, standard: str, name: str) -> tuple[str, ...]:
    prompt = _PROMPT.search(name) and not _OTHER_THAN_PROMPT.search(name)
    if standard in {"output.quality", "output.quantity"} and prompt:
        return ("output.timeliness",)
    if standard in {"output.quantity", "output.timeliness"} and _GOOD.search(name):
        return ("output.quality",)
    stated = row.target.quantity
    if stated and standard in {"output.quantity", "output.quality", "output.timeliness"}:
        if stated.dimension is Dimension.MONEY and _COST.search(name):
            return ("output.cost", "cost.economic", "cost")
        ratio = _RATIO.search(name) and not _DONE.search(name)
        if standard == "output.quantity" and ratio and stated.dimension is Dimension.SHARE:
            return ("output.quality",)
    return ()
