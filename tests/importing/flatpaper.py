# ruff: noqa: E501 — a row of a table is a line
"""An invented filing with four projects, and how Word flattens its parts.

A cell is a line behind a tab, each further paragraph of it a line without one; a blank line ends a
row, another one the table. The words are those of filings of Hebei; the unit and its money are not.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

Rows = list[list[str]]

HEAD = ["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据"]
UNIT = "361001示例县民政局（本级）"


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project: rows are first and second level, name, description, target, basis."""

    code: str
    name: str
    total: str
    fiscal: str
    other: str
    purpose: str
    plan: tuple[str, ...]
    goals: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def _rows(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split("|")) for line in text.strip().split("\n"))


PROJECTS = (
    Project(
        code="13063621HBMZJ10A0QWE1",
        name="城乡居民最低生活保障资金",
        total="8650000.00",
        fiscal="8650000.00",
        other="0",
        purpose="用于发放全县城乡低保对象最低生活保障金8650000元，其中农村低保7150000元，城市低保1500000元",
        plan=("25.00%", "50.00%", "83.00%", "100.00%"),
        goals=(
            "1.按时足额发放城乡低保资金，保障困难群众基本生活",
            "2.做到应保尽保、应退尽退，提高救助精准度",
        ),
        rows=_rows("""
产出指标|数量指标|保障低保对象人数|全年纳入低保保障范围的城乡困难群众人数|≥5200人|示例县城乡低保工作方案
产出指标|质量指标|低保对象认定准确率|认定准确的对象占全部对象的比率|≥98%|冀民〔2020〕35号
产出指标|质量指标|应保尽保率|符合条件的困难群众纳入低保的比率|100%|冀民〔2020〕35号
产出指标|时效指标|资金发放及时率（%）|按月及时发放资金的比率|≥95%|工作计划
产出指标|成本指标|农村低保标准|农村低保每人每年标准|≤5400元/人·年|保政字〔2020〕12号
效益指标|社会效益指标|困难群众生活水平提升情况|困难群众基本生活得到保障|有效提升|工作计划
效益指标|可持续影响指标|社会救助体系|社会救助体系是否健全|逐步健全|工作计划
满意度指标|服务对象满意度指标|救助对象满意度|调查中满意和较满意的人数占调查人数的比率|≥90%|调查问卷
"""),
    ),
    Project(
        code="13063621HBMZJ10A0QWE2",
        name="孤儿基本生活费",
        total="432000.00",
        fiscal="432000.00",
        other="0.00",
        purpose="发放孤儿基本生活费，社会散居孤儿36人，每人每月1000元",
        plan=("25.00%", "50.00%", "75.00%", "100.00%"),
        goals=("1.保障孤儿基本生活",),
        rows=_rows("""
产出指标|数量指标|孤儿人数|全县散居孤儿人数|36人|孤儿台账
产出指标|质量指标|发放准确率|准确发放的人数占应发放人数的比率|100%|孤儿台账
产出指标|时效指标|发放时限|每月发放日期|每月10日前|管理办法
产出指标|成本指标|孤儿补助标准|每人每月标准|1000元/人·月|冀民〔2019〕21号
效益指标|社会效益指标|孤儿生活改善|孤儿生活得到改善|明显改善|管理办法
满意度指标|服务对象满意度指标|孤儿及监护人满意度|满意人数占调查人数的比率|≥95%|问卷
"""),
    ),
    Project(
        code="13063621HBMZJ10A0QWE3",
        name="殡葬管理专项经费",
        total="105000.00",
        fiscal="85000.00",
        other="20000.00",
        purpose="惠民殡葬补贴85000元，无名尸处理20000元",
        plan=("20.00%", "40.00%", "80.00%", "100.00%"),
        goals=("1.推行殡葬改革，倡导文明节俭治丧", "2.落实惠民殡葬政策", "3.妥善处理无名尸体"),
        rows=_rows("""
产出指标|数量指标|惠民殡葬补贴人次|享受补贴的人次|≥170人次|惠民殡葬实施方案
产出指标|数量指标|无名尸处理数量|全年处理无名尸数量|≤10具|惠民殡葬实施方案
产出指标|质量指标|火化率|遗体火化的比率|≥99%|惠民殡葬实施方案
产出指标|时效指标|无名尸处理时限|自接报至处理完毕的时间|≤60天|惠民殡葬实施方案
产出指标|成本指标|单位补贴标准|每具遗体补贴金额|≤500元|惠民殡葬实施方案
效益指标|生态效益指标|节约土地面积|减少散埋乱葬|≥5亩|惠民殡葬实施方案
满意度指标|服务对象满意度指标|群众满意度|受益群众满意的比率|≥90%|惠民殡葬实施方案
"""),
    ),
    Project(
        code="13063621HBMZJ10A0QWE4",
        name="2021年村务公开工作经费4.5万",
        total="45000.00",
        fiscal="45000.00",
        other="0",
        purpose="用于印制村务公开资料、培训",
        plan=("0.00%", "50.00%", "100.00%", "100.00%"),
        goals=("1.规范村务公开",),
        rows=_rows("""
产出指标|数量指标|培训次数|全年培训次数|2次|工作要点
产出指标|质量指标|村务公开率|按规定公开的村占全部村的比率|100%|工作要点
产出指标|时效指标|完成时间|完成时间|12月底前|工作要点
产出指标|成本指标|资料印制费|资料印制费用|≤3万元|工作要点
效益指标|社会效益指标|村民知晓率|知晓村务的村民占比|≥85%|工作要点
满意度指标|服务对象满意度指标|村民满意度|满意的村民占比|≥90%|工作要点
"""),
    ),
)
TWO = PROJECTS[:2]

COVER = "\n\n示例县民政局2021年部门预算绩效文本\n\n\n\n示例县民政局编制\n示例县财政局审核\n\n"
CONTENTS = (
    "目    录\n\n第一部分  部门整体绩效目标\n一、总体绩效目标\t1\n二、分项绩效目标\t1\n三、工作保障措施\t2\n第二部分  预算项目绩效目标\n"
    + "".join(f"{n}、{one.name}绩效目标表\t{n + 2}\n" for n, one in enumerate(PROJECTS, 1))
    + "\n"
)
HEADINGS = ("一、总体绩效目标", "二、分项绩效目标", "三、工作保障措施")
GOAL = "认真贯彻落实上级民政工作部署，兜牢民生底线，提升基本社会服务水平。"
SUB_GOALS = (
    "一、完善社会救助体系，保障困难群众基本生活。",
    "二、健全养老服务体系，加强儿童福利工作。",
    "三、推进基层治理，做好殡葬、地名等专项社会事务。",
)
MEASURES = (
    "一是完善制度建设。制定资金管理办法，规范资金审批和拨付流程。",
    "二是加强预算支出管理。通过优化支出结构，按时完成绩效目标。",
    "三是加强绩效运行监控。按要求开展绩效运行监控，发现问题及时纠正。",
)
SECOND = "第二部分\n预算项目绩效目标\n"


def table(rows: Rows, row_end: str = "\n", table_end: str = "\n") -> str:
    """Return a table as Word flattens it."""
    return "".join("".join(f"\t{cell}\n" for cell in row) + row_end for row in rows) + table_end


def upper(one: Project, unit: str = UNIT, *, has_caption: bool = True) -> Rows:
    """Return the rows above the indicators."""
    return [
        *([[unit, "单位：元"]] if has_caption else []),
        ["项目编码", one.code, "项目名称", one.name],
        [
            "预算规模及资金用途",
            "预算数",
            one.total,
            "其中：财政资金",
            one.fiscal,
            "其他资金",
            one.other,
        ],
        ["", one.purpose],
        ["资金支出计划（%）", "3月底", "6月底", "10月底", "12月底"],
        ["", *one.plan],
        ["绩效目标", "\n".join(one.goals)],
    ]


def lower(one: Project, *, repeats: bool = False) -> Rows:
    """Return the head and the rows of indicators; classes are merged downwards."""
    rows = [HEAD]
    last = ("", "")
    for first, second, *rest in one.rows:
        shown = first if repeats or first != last[0] else ""
        rows.append([shown, second if repeats or (first, second) != last else "", *rest])
        last = (first, second)
    return rows


def body(one: Project) -> str:
    """Return the two tables of a project."""
    return table(upper(one)) + table(lower(one))


def title(
    number: int, one: Project, form: str = "{n}.{name}绩效目标表", *, has_code: bool = True
) -> str:
    """Return the title above a project's table, with the code of Word's field."""
    code = f" TC {number}、{one.name}绩效目标表 \\f C \\l 1 " if has_code else ""
    return form.format(n=number, name=one.name) + code + "\n"


def projects(
    ones: Iterable[Project] = PROJECTS, *, has_code: bool = True, form: str = "{n}.{name}绩效目标表"
) -> str:
    """Return the tables of projects, each below its title."""
    return "".join(
        title(n, one, form, has_code=has_code) + body(one) + "\n" for n, one in enumerate(ones, 1)
    )


def part_one(
    headings: Sequence[str] = HEADINGS,
    top: str = "第一部分\n部门整体绩效目标\n",
    sub_goals: Sequence[str] = SUB_GOALS,
    *,
    has_codes: bool = True,
) -> str:
    """Return goals and measures below their headings."""
    code = " TC {} \\f A \\l 1 " if has_codes else ""
    overall, subs, measures = (one + code.format(one[2:]) + "\n" for one in headings)
    return (
        f"{top}{overall}{GOAL}\n\n{subs}"
        + "\n\n".join(sub_goals)
        + f"\n\n{measures}"
        + "\n\n".join(MEASURES)
        + "\n\n"
    )


def changed(one: Project, n: int, place: int, text: str) -> Project:
    """Return a project with other words in a cell of its rows."""
    rows = list(one.rows)
    rows[n] = (*rows[n][:place], text, *rows[n][place + 1 :])
    return replace(one, rows=tuple(rows))
