"""What the basis of a target (指标值确定依据) names: a plan, the project itself, or nothing.

In: the text of a basis, the name of the project. Out: what is to be said of it.
"""

import re
from dataclasses import dataclass

_PLAN = re.compile(
    r"(?:项目|绩效|年度)?(?:实施|工作|使用|分配|支出|建设|活动|资金)?(?:计划|方案|预算|办法|规划)(?:的?通知)?$"
)
_AROUND = " \t\n\u3000《》“”\"'。；;"
_YEARS = re.compile(r"20[0-9]{2}年?(?:度)?|[0-9]+(?:\.[0-9]+)?万?元?")
_BEFORE = re.compile(
    r"^(?:根据|按照|依据|参照|结合|按|依|本?年度?|本单位|我单位|我局|单位|部门|工作)+"
)
# 工作需要, 上级文件要求, 相关规定: phrases that fit any target.
_EMPTY = re.compile(
    r"(?:实际|工作|上级|文件|政策|相关|有关|以往|具体){0,3}(?:情况|需要|要求|规定|文件|政策|惯例|经验|实际)?"
)
# What may be put into a title without another plan being meant.
_FILLER = re.compile(r"项目|工作|年度|本年|实施|资金|使用|中央|[省市县区本]级|[全我][省市县区]")
_WORD = 2
_EDGE = 2
_ALIKE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherPlan:
    """A plan that is named almost as the project: between `start` and `end` of the basis.

    `missing` is what only the project's name has, `added` what only the plan has.
    """

    start: int
    end: int
    missing: str
    added: str


def is_empty(basis: str) -> bool:
    """Tell whether `basis` is a phrase that fits any target: 工作需要, 相关规定."""
    core = _BEFORE.sub("", basis.strip(_AROUND))
    return bool(basis.strip()) and bool(_EMPTY.fullmatch(core))


def repeats(basis: str, name: str) -> bool:
    """Tell whether `basis` is the name of the project and nothing else."""
    core = _YEARS.sub("", basis.strip(_AROUND))
    wanted = _YEARS.sub("", name.strip(_AROUND))
    return bool(core) and core.removesuffix("项目") == wanted.removesuffix("项目")


def other_plan(basis: str, name: str) -> OtherPlan | None:
    """Return the plan that `basis` names, if its title and `name` differ by one word inside."""
    title = basis.strip(_AROUND)
    plan = _PLAN.search(title)
    if not plan:
        return None
    core, wanted = _YEARS.sub("", title[: plan.start()]), _YEARS.sub("", name.strip(_AROUND))
    head = _common(core, wanted)
    room = min(len(core), len(wanted)) - head
    tail = min(_common(core[::-1], wanted[::-1]), room)
    missing, added = wanted[head : len(wanted) - tail], core[head : len(core) - tail]
    if head < _EDGE or tail < _EDGE or (head + tail) * 100 < _ALIKE * max(len(core), len(wanted)):
        return None
    if not _is_word(missing, added):
        return None
    start = basis.index(title)
    return OtherPlan(start=start, end=start + len(title), missing=missing, added=added)


def _is_word(missing: str, added: str) -> bool:
    """Tell whether one word was put in, left out, or put in the place of another."""
    if _FILLER.fullmatch(missing) or _FILLER.fullmatch(added):
        return False
    longest = max(len(missing), len(added))
    shortest = min(len(missing), len(added))
    return _WORD <= longest <= 2 * _WORD and shortest in {0, *range(_WORD, longest + 1)}


def _common(one: str, other: str) -> int:
    """Return how many characters the two have in common at their beginning."""
    pairs = zip(one, other, strict=False)
    return next(
        (at for at, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other))
    )
