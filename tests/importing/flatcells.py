"""Cells of the invented filing: several paragraphs, broken words, nothing."""

from dataclasses import replace

from tests.importing.flatpaper import (
    HEAD,
    PROJECTS,
    SECOND,
    TWO,
    Project,
    body,
    changed,
    lower,
    part_one,
    projects,
    title,
    upper,
)
from tests.importing.flatvariants import add, both, each

_WORDY = (
    replace(
        TWO[0],
        purpose="用于发放全县城乡低保对象最低生活保障金8650000元：\n1.农村低保7150000元；\n2.城市低保1500000元。",
    ),
    replace(TWO[1], goals=("1.保障孤儿基本生活", "2.按月足额发放", "3.建立动态台账")),
)
add("cells of several paragraphs", each(lambda n, p: title(n, p) + body(p), _WORDY), _WORDY)
add(
    "empty paragraphs in cells",
    each(
        lambda n, p: both(
            n, p, [[c.replace("\n", "\n\n") for c in row] for row in upper(p)], lower(p)
        ),
        _WORDY,
    ),
    _WORDY,
)


def _broken_labels(n: int, one: Project) -> str:
    above = [
        [
            c.replace("预算规模及资金用途", "预算规模\n及资金\n用途")
            .replace("资金支出计划（%）", "资金支出\n计划（%）")
            .replace("绩效目标", "绩效\n目标")
            for c in row
        ]
        for row in upper(one)
    ]
    below = [
        [
            c.replace("产出指标", "产\n出\n指\n标")
            .replace("服务对象满意度指标", "服务对象\n满意度指标")
            .replace("可持续影响指标", "可持续影响\n指标")
            for c in row
        ]
        for row in lower(one)
    ]
    return both(n, one, above, below)


add("labels broken over lines", each(_broken_labels))


def _broken_words(n: int, one: Project) -> str:
    above = [
        [c.replace("最低生活", "最低\n生活") if c == one.name else c for c in row]
        for row in upper(one)
    ]
    below = [
        [
            c.replace("≥", "≥\n")
            if k == 4
            else c[:4] + "\n" + c[4:]
            if k == 2 and len(c) > 6 and row is not HEAD
            else c
            for k, c in enumerate(row)
        ]
        for row in lower(one)
    ]
    return both(n, one, above, below)


add("names and targets broken over lines", each(_broken_words))
_EMPTY = (
    replace(PROJECTS[0], purpose=""),
    replace(PROJECTS[1], plan=("", "", "", "")),
    changed(changed(PROJECTS[2], 1, 4, ""), 2, 3, ""),
)
add("empty cells", each(lambda n, p: title(n, p) + body(p), _EMPTY), _EMPTY)
add(
    "last cells missing",
    each(
        lambda n, p: both(
            n, p, upper(p), [row[:-1] if row[-1] == "工作要点" else row for row in lower(p)]
        )
    ),
)
_SPELT = tuple(
    replace(
        p,
        total=f"{int(p.total[:-3]):,}.00",
        rows=tuple((*r[:4], r[4].replace("≥", "≥ ").replace("%", "％"), r[5]) for r in p.rows),
    )
    for p in TWO
)
add("amounts with separators", each(lambda n, p: title(n, p) + body(p), _SPELT), _SPELT)
add(
    "labels with blanks and other brackets",
    part_one()
    + SECOND
    + projects(has_code=False)
    .replace("计划（%）", "计划(%)")
    .replace("\t绩效目标", "\t绩 效 目 标")
    .replace("一级指标", "一级 指标")
    .replace("其中：", "其中:")
    .replace("单位：元", "单位:元"),
)
