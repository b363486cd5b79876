"""Parts of the invented filing: other headings, other tables between them."""

from dataclasses import replace

from tests.importing.flatpaper import SECOND, TWO, Project, part_one, projects, table, upper
from tests.importing.flatvariants import NONE, VARIANTS, add, both, each

_OLDER = ("一、总体绩效目标", "二、职责分类绩效目标", "三、实现年度发展规划目标的保障措施")
_NESTED = (
    "（一）社会救助",
    "绩效目标：困难群众基本生活得到保障。",
    "（二）养老服务",
    "1.绩效目标：养老机构安全运营。",
)
add(
    "headings of older forms",
    part_one(_OLDER, sub_goals=_NESTED, has_codes=False) + SECOND + projects(has_code=False),
    parts=(1, None, 3),
)
_BRACKETS = ("（一）总体绩效目标", "（二）分项绩效目标", "（三）工作保障措施")
add(
    "headings in brackets",
    part_one(_BRACKETS, "一、部门整体绩效目标\n", has_codes=False)
    + "二、预算项目绩效目标\n"
    + projects(has_code=False),
)
add(
    "a fourth part",
    part_one(has_codes=False)
    + "四、其他需要说明的事项\n无。\n"
    + SECOND
    + projects(has_code=False),
)
add(
    "headings that nobody knows",
    part_one(
        ("一、年度工作思路", "二、重点任务清单", "三、组织实施"),
        "第一部分\n部门概况与目标\n",
        has_codes=False,
    )
    + SECOND
    + projects(has_code=False),
    parts=NONE,
)
_GOODS = table(
    [
        ["序号", "采购品目", "数量", "金额（万元）"],
        ["1", "台式计算机", "3", "1.50"],
        ["2", "打印机", "1", "0.20"],
    ]
)
add(
    "a table of money between the parts",
    part_one(has_codes=False) + _GOODS + SECOND + projects(has_code=False),
)
_MONEY = "部门预算收支总表\n" + table(
    [
        ["361示例县民政局", "预算年度：2021", "单位：万元"],
        ["序号", "收入", "支出"],
        ["", "项目", "预算数", "项目", "预算数"],
        ["1", "一、一般公共预算拨款收入", "923.20", "一、一般公共服务支出", ""],
    ]
)
add(
    "a publication of the whole budget",
    _MONEY
    + "五、绩效预算信息\n"
    + part_one(_BRACKETS, "", has_codes=False)
    + "六、政府采购预算情况\n2021年安排政府采购预算1.70万元。\n"
    + _GOODS
    + "七、项目绩效目标\n"
    + projects(has_code=False)
    + "八、名词解释\n1、一般公共预算拨款收入：指财政当年拨付的资金。\n",
)
_DUTIES = table(
    [
        ["职责活动", "年度预算数（万元）", "内容描述", "绩效目标", "绩效指标", "评价标准"],
        ["", "", "", "", "", "优", "良", "中", "差"],
        [
            "1.城乡低保",
            "865.00",
            "发放城乡低保金",
            "应保尽保",
            "低保覆盖率",
            "≥95%",
            "≥90%",
            "≥85%",
            "<85%",
        ],
    ]
)
add(
    "a table of duties",
    part_one(has_codes=False)
    + "第二部分\n部门职责-工作活动绩效目标\n"
    + _DUTIES
    + "第三部分\n预算项目绩效目标\n"
    + projects(has_code=False),
)


def _bands(n: int, one: Project) -> str:
    head = ["绩效指标分类", "绩效指标", "绩效指标描述", "绩效指标评价标准", "评价标准确定依据"]
    rows = [head, ["", "", "", "优", "良", "中", "差", ""]]
    rows += [
        [
            r[0] if r == one.rows[0] or r[0] != "产出指标" else "",
            r[2],
            r[3],
            "≥95%",
            "≥90%",
            "≥80%",
            "<80%",
            r[5],
        ]
        for r in one.rows
    ]
    return both(n, one, upper(one), rows)


add("bands", each(_bands, TWO), TWO)
VARIANTS["bands"] = replace(VARIANTS["bands"], form="", has_bands=True)
