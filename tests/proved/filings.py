"""Filings of the form hebei-2020 made by chance, so odd that most mistakes of a reader show.

Texts are as an import writes them: in one line, without blanks at their ends, no two of them
together. What a paper cannot tell apart is left out here; docs/import.md says what that is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

DEPARTMENT = "224001"
YEAR = 2020
CLASSES = {
    "产出指标": ("数量指标", "质量指标", "时效指标", "成本指标"),
    "效益指标": ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"),
    "满意度指标": ("服务对象满意度指标",),
}
# Pieces of texts: what a reader could take for labels, numbers, marks, blanks or ends of words.
WORDS = (
    *("一、", "1.", "（一）", "一是", "①", "2、", "第一，", "（2）", "3)", "1.5", "十、", "Ⅲ"),
    *("产出指标", "数量指标", "项目编码", "项目名称", "预算数", "其中：", "财政资金", "绩效目标"),
    *(
        "指标值",
        "一级指标",
        "资金支出",
        "3月底",
        "单位：个",
        "单位：万元",
        "元",
        "（本级）",
        "（续）",
    ),
    *("总体绩效目标", "工作保障措施", "第一部分", "目录", "编制", "审核", "绩效目标表", "续表"),
    *("全县", "培训", "指标1", "11次", "9", "%", "≥90%", "不低于5次", "112500.00", "15000万元"),
    *("。。", "，", "、", "；", "：", "“", "”", "‘’", "《", "》", "（", "）", "——", "……", "·", "/"),
    *("*", "**", "\\", "\\*", "_", "`", "<b>", "&amp;", "&", "#", "- ", "|", '"', "'", "{{", "%}"),
    *("Wi-Fi", "5G", "GB/T 2260", "e-mail: a@b.cn", "PM2.5", " x ", "N/A", "null", "true", "~"),
    *("\u3000", "\u00a0", "㎡", "‰", "①②", "鲃", "䶮", "𠮷", "㐀", "〇", "½", "×", "÷", "℃"),
    *("一", "二", "无", "空", "0", "0.00", "2020年12月底前", "2020—2021年", "长期"),
)
LONG = (
    "为全面推进乡村振兴战略实施，提高农村基础设施建设水平，保障群众生产生活，按照《办法》的规定，"
)
AMOUNTS = ("", "0", "0.00", "112500.00", "100", "30.50", "1", "-5.00", "99999999999999.99")
PERCENTS = ("", "0", "0.00%", "25.00%", "33.33%", "50%", "75", "100", "100.00%", "5.5")
TARGETS = (
    *("≥90%", "不低于5次", "2020年12月底前", "长期", "9次", "", "≤2天", "≥9000元", "=100%"),
    *("有效提升", "≥ 90 %", "两次", "1-3月", "≤0.5元/人·月", "0", "优", "100", "无", "是", "/"),
    *("百分之九十", "2020-12-31", "12:30", "按时完成，不出差错。", "≥90%（其中：甲≥95%）", "5G"),
)
CODES = ("", "13063621HBMFX90HG2OQ7", "0224001", "A1", "13063620E12", "1-2")
HEADINGS = frozenset(("", "总体绩效目标", "工作保障措施", "第一部分", "目录", "部分"))
_NUMBER = re.compile(r"[*（(]*[0-9一二三四五六七八九十①-⑳Ⅲ½第]")


@dataclass(frozen=True)
class Made:
    """The data of the files of a filing; projects by their ids in printing order."""

    filing: Mapping[str, Any]
    projects: Mapping[str, Mapping[str, Any]]


def tidy(text: str) -> str:
    """Return `text` as an import writes it."""
    return " ".join(part for part in text.replace("\n", " ").split(" ") if part).strip()


def joined(least: int, most: int) -> st.SearchStrategy[str]:
    pieces = st.lists(st.sampled_from(WORDS), min_size=least, max_size=most)
    return pieces.map(lambda parts: tidy("".join(parts)))


LINES = st.one_of(joined(0, 3), joined(1, 8))


@st.composite
def texts(draw: st.DrawFn, longest: int) -> str:
    """Return a text: one of ten and more is so long that it goes over lines or pages."""
    times = draw(st.sampled_from((0, 0, 1, longest)))
    return tidy(draw(joined(0, 12)) + LONG * times + draw(joined(0, 3)))


def begins_with_no_number(text: str) -> bool:
    return bool(text) and not _NUMBER.match(text) and not is_heading(text)


def is_heading(text: str) -> bool:
    return _NUMBER.sub("", text.strip("*").rstrip("：")) in HEADINGS


@st.composite
def paragraphs(draw: st.DrawFn, longest: int) -> str:
    """Return a paragraph of Markdown, some of it bold."""
    pieces = draw(st.lists(texts(longest).filter(bool), min_size=1, max_size=3))
    odd = draw(st.sampled_from((0, 0, 1, 2)))
    shown = [re.sub(r"([\\*])", r"\\\1", one) for one in pieces]
    return "".join(f"**{one}**" if at % 2 + 1 == odd else one for at, one in enumerate(shown))


@st.composite
def items(draw: st.DrawFn, longest: int) -> list[str]:
    """Return items that all have a number, or none; a further paragraph has none."""
    marks = draw(st.sampled_from(("一、二、三、四、", "1.2.3.4.", "一是二是三是四是", "")))
    bodies = st.lists(paragraphs(longest).filter(begins_with_no_number), min_size=1, max_size=2)
    found = draw(st.lists(bodies if marks else bodies.map(lambda one: one[:1]), max_size=4))
    return [marks[2 * at : 2 * at + 2] + "\n\n".join(body) for at, body in enumerate(found)]


@st.composite
def classes(draw: st.DrawFn) -> str | list[str]:
    """Return a class of the form, written in one way or the other, or one that it does not know."""
    first = draw(st.sampled_from(tuple(CLASSES)))
    second = draw(st.sampled_from(CLASSES[first]))
    written: tuple[str | list[str], ...] = (second, [first, second], ["其他指标", "别的"])
    return written[draw(st.sampled_from((0, 0, 0, 1, 2)))]


@st.composite
def indicators(draw: st.DrawFn, longest: int) -> list[dict[str, Any]]:
    """Return rows, equal classes often one after the other."""
    rows: list[dict[str, Any]] = []
    for _ in range(draw(st.integers(0, 7))):
        is_same = bool(rows) and draw(st.booleans())
        row = {
            "class": rows[-1]["class"] if is_same else draw(classes()),
            "name": draw(LINES),
            "description": draw(texts(longest)),
            "target": draw(st.one_of(st.sampled_from(TARGETS), LINES)),
            "basis": draw(LINES),
        }
        # A single word and no name: nobody could say what it is of.
        if len([one for one in row.values() if one]) <= 2:
            row["name"] = "指标"
        rows.append(row)
    return rows


@st.composite
def projects(draw: st.DrawFn, units: tuple[str, ...], longest: int) -> dict[str, Any]:
    amount, percent = st.sampled_from(AMOUNTS), st.sampled_from(PERCENTS)
    return {
        "spec": 1,
        "unit": draw(st.sampled_from(units)),
        "code": draw(st.sampled_from(CODES)),
        "name": draw(joined(1, 5).filter(bool)),
        "budget": {
            "total": draw(amount),
            "sources": {"fiscal": draw(amount), "other": draw(amount)},
        },
        "purpose": draw(texts(longest)),
        "payment_plan": {one: draw(percent) for one in ("march", "june", "october", "december")},
        "goals": draw(st.lists(texts(longest).filter(bool), max_size=4)),
        "indicators": draw(indicators(longest)),
    }


_UNITS = st.sampled_from(
    ("中共某县委网络安全和信息化委员会办公室", "某县农业农村局", "某县第一中学")
)


@st.composite
def filings(draw: st.DrawFn, longest: int = 30) -> Made:
    """Return a filing; the longest of its texts say `longest` times what fills two lines."""
    codes = (DEPARTMENT, "224002", "224003")[: draw(st.integers(1, 3))]
    count = draw(st.integers(1, 6))
    made = {f"p{at}": draw(projects(codes, longest)) for at in range(count)}
    suffixes = st.sampled_from(({}, {"suffix": "本级"}))
    units = {code: {"code": code, "name": draw(_UNITS)} | draw(suffixes) for code in codes}
    short = draw(st.sampled_from(("某县委网信办", "农业局", "县局")))
    department = {"code": DEPARTMENT, "name": draw(_UNITS), "short_name": short}
    says = {"sample": True} if draw(st.booleans()) else {}
    if not says:
        department["reviewer"] = draw(st.sampled_from(("某县财政局", "某县财政局预算股")))
    prose = st.lists(paragraphs(longest).filter(lambda one: not is_heading(one)), max_size=3)
    head = {
        "spec": 1,
        "form": "hebei-2020",
        "year": YEAR,
        "money_unit": "元",
        "stage": "draft",
        **says,
        "department": department,
        "units": [units[one] for one in dict.fromkeys(one["unit"] for one in made.values())],
        "overall_goal": "\n\n".join(draw(prose)),
        "sub_goals": draw(items(longest)),
        "measures": draw(items(longest)),
        "projects": list(made),
    }
    return Made(head, made)
