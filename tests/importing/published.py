# ruff: noqa: E501 — a row of a table is a line
"""Published tables whose specs stand elsewhere, printed in the layouts of their provinces.

The upper halves are written here; rows of indicators come from the specs, so that these stay the
truth. `{rows}` stands for them.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]


def truth(folder: str, project: str) -> dict[str, Any]:
    """Return a spec as it is written, numbers as texts."""
    path = next(ROOT.glob(f"*/specs/{folder}/projects/{project}.yaml"))
    return _loaded(path)


def _loaded(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return read


def _form(folder: str) -> dict[str, Any]:
    path = next(ROOT.glob(f"*/specs/{folder}/filing.yaml"))
    name = _loaded(path)["form"]
    packs = [
        *ROOT.glob(f"*/templates/{name}/form.yaml"),
        *ROOT.glob(f"../templates/{name}/form.yaml"),
    ]
    return _loaded(packs[0])


def classes(folder: str, indicator: dict[str, Any]) -> tuple[str, str]:
    """Return first and second level of an indicator."""
    label = indicator["class"]
    if isinstance(label, list):
        return label[0], label[1]
    for first in _form(folder)["taxonomy"]:
        for second in first.get("members", ()):
            if second["label"] == label:
                return first["label"], label
    return label, ""


def rows(
    folder: str, indicators: Sequence[dict[str, Any]], pattern: str, style: str = "merged"
) -> str:
    """Return rows: `{first}`, `{second}` and keys of indicators in `pattern`; classes in a style."""
    lines = []
    last = ("", "")
    for indicator in indicators:
        first, second = classes(folder, indicator)
        same = {"merged": "^", "blank": "", "repeated": None}[style]
        shown_first = first if first != last[0] or same is None else same
        is_same = (first, second) == last
        shown_second = second if not is_same or same is None else same
        last = (first, second)
        lines.append(
            pattern.format(
                first=shown_first,
                second=shown_second,
                name=indicator["name"],
                target=indicator.get("target", ""),
                weight=indicator.get("weight", ""),
                description=indicator.get("description", ""),
                standard=indicator.get("fields", {}).get("standard", ""),
            )
        )
    return "\n".join(lines)


LAYOUTS = {
    "2019/suixi-minzheng temporary-relief": (
        """项目资金绩效目标自评表
（2019年度）
项目名称 | 临时救助 | < | < | < | <
主管部门 | 濉溪县民政局 | < | 实施单位 | 濉溪县民政局 | <
项目资金（万元） |  | < | 全年预算数（A） | 全年执行数（B） | 执行率（B/A）
^ | 年度资金总额 | < | 30 | 30 | 100%
^ | 其中：财政拨款 | < | 30 | 30 | 100%
^ | 其他资金 | < |  |  |
年度总体目标 | 年初设定目标 | < | < | 全年实际完成情况 | <
^ | {goals} | < | < | 已完成 | <
年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 全年完成值
{rows}
""",
        "^ | {first} | {second} | {name} | {target} | 达标",
        "merged",
    ),
    "2023/xiaoxian-zhangzhuangzhai farm-subsidy": (
        """附件3：
项 目 支 出 绩 效 自 评 表
（ 2023 年度）
项目名称 | {name} | < | < | < | < | < | <
主管部门 | 县农业农村局 | < | < | 实施单位 | 萧县张庄寨镇人民政府 | < | <
项目资金⏎（万元） |  | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率
^ | 年度资金总额 | < | 9.48 | 9.48 | 9.48 | 10 | 100%
^ | 其中：财政拨款 | < | 9.48 | 9.48 | 9.48 | - | -
^ | 其他资金 | < |  |  |  | - | -
年度⏎总体⏎目标 | 预期目标 | < | < | < | 实际完成情况 | < | <
^ | {goals} | < | < | < | 39户 | < | <
绩⏎效⏎指⏎标 | 一级指标 | 二级指标 | 三级指标 | 年度⏎指标值 | 实际⏎完成值 | 分值 | 得分
{rows}
""",
        "^ | {first} | {second} | {name} | {target} | 同左 | 5 | 5",
        "merged",
    ),
    "2023/xiangtan-huanwei mist-cannons": (
        """附件1
项目支出绩效目标申报表
（2023年度）
填报单位（盖章）：湘潭市环境卫生管理处
项目名称 | 雾炮车降尘抑尘服务 | < | < | < | <
项目属性 | 新增项目 | < | < | 项目起止时间 | 2023.07-2024.01
年度本级预算金额 | 250万 | < | < | 该项目支出上级资金 | 0
项目实施期绩效目标 | {goals} | < | < | < | <
本年度绩效目标 | {goals} | < | < | < | <
本年度绩效指标 | 一级指标 | 二级指标 | 指标内容 | 指标值 | 绩效标准
{rows}
其他需要说明的问题 | 无 | < | < | < | <
""",
        "^ | {first} | {second} | {name} | {target} | {standard}",
        "merged",
    ),
    "2018/610001 tourism": (
        """专项资金绩效目标申报表
（2018年度）
专项名称 | {name} | < | < | <
主管部门 | 扶贫办 | < | 实施单位 | 610001南岳镇政府
资金情况（万元） | 年度金额： | < | 10 | <
^ | 其中：财政拨款 | < | 10 | <
^ | 其他资金 | < | 0 | <
总体目标 | 年度目标 | < | < | <
^ | {goals} | < | < | <
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
{rows}
""",
        "^ | {first} | {second} | {name} | {target}",
        "merged",
    ),
    "2022/yueyangxian-nongye farmland": (
        """衔接推进乡村振兴补助资金项目绩效目标申报表
项目名称： | {name} | < | < | <
主管部门 | 岳阳县农业农村局 | < | 预算单位 | 岳阳县农业农村局
资金用途 | {purpose} | < | < | <
资金情况（万元） | 资金总额： | 854 | < | <
^ | 财政拨款： | 854 | < | <
^ | 其他资金： |  | < | <
年度目标 | {goals} | < | < | <
一级指标 | 二级指标 | 三级指标 | < | 指标值
{rows}
""",
        "{first} | {second} | {name} | < | {target}",
        "repeated",
    ),
    "2021/zhaohua-weijian leprosy": (
        """广元市昭化区2021年项目支出绩效目标申报表
单位：万元
预算单位 | 区疾控中心 | < | 项目名称 | 麻风病防治 | < | < | < | <
项目资金 | 总额 | 财政拨款小计 | 其中：一般公共预算 | 政府性基金 | 国有资本经营预算 | 自有资金小计 | 其中：事业收入 | 经营性收入 | 其他收入
^ | 4.00 | 4.00 | 4.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00
总体目标 | {goals} | < | < | < | < | < | < | < | <
绩效指标 | 一级指标 | < | 二级指标 | < | 三级指标 | < | 指标值（包含数字及文字描述） | < | <
{rows}
""",
        "^ | {first} | < | {second} | < | {name} | < | {target} | < | <",
        "merged",
    ),
    "2022/219001 commissions": (
        """2022年度项目支出绩效自评表
单位：万元
项目名称 | 委托业务项目 | < | < | < | < | < | <
主管部门 | 219-池州市贵池区棠溪镇人民政府 | < | < | 实施单位 | 219001-池州市贵池区棠溪镇人民政府 | < | <
项目资金 |  | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 得分
^ | 年度资金总额： | < | 0 | 90 | 88 | 10 | 9.8
^ | 本年财政拨款 | < | 90 | 90 | 88 | — | —
^ | 上年结转资金 | < |  |  |  | — | —
^ | 其他资金 | < |  |  |  | — | —
年度总体目标 | 预期目标 | < | < | < | 实际完成情况 | < | <
^ | {goals} | < | < | < | 已完成。 | < | <
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
{rows}
总分 | < | < | < | < | < | 100 | 99
""",
        "^ | {first} | {second} | {name} | {target} | 完成 | {weight} | {weight}",
        "merged",
    ),
    "2022/ezhou-jiguan building": (
        """2022年项目支出绩效目标表
项目名称 | 滨湖大胆办公大楼运行保障 | < | 项目资金（万元） | 814 | <
年度绩效目标 | {goals} | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 指标解释 | 目标值 | <
{rows}
""",
        "{first} | {second} | {name} | {description} | {target} | <",
        "blank",
    ),
    "2025/037001 machine-room": (
        """项目绩效目标和指标
单位名称：037001黄山市公安局　　　　　　单位：元
项目名称 | 项目金额 | 项目概况 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值
{rows}
""",
        "{first} | {second} | {name} | {target}",
        "repeated",
    ),
    "2023/nanhua-nongye mushrooms": (
        """项目支出绩效自评表
项目名称 | {name} | < | < | < | < | <
主管部门 | 南华县农业农村局 | < | 实施单位 | 南华县农业农村局 | < | <
项目资金（万元） |  | < | 年初预算数 | 全年执行数 | 分值 | 执行率
^ | 年度资金总额 | < | 1100 | 1100 | 10 | 100%
^ | 其中：本年财政拨款 | < | 1100 | 1100 |  |
^ | 上年结转资金 | < |  |  |  |
^ | 其他资金 | < |  |  |  |
年度总体目标 | 预期目标 | < | < | 实际完成情况 | < | <
^ | {goals} | < | < | 完成 | < | <
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值
{rows}
""",
        "^ | {first} | {second} | {name} | {target} | 完成 | {weight}",
        "blank",
    ),
}


def layout(key: str) -> str:
    """Return the written table of a project."""
    folder, project = key.split()
    text, pattern, style = LAYOUTS[key]
    spec = truth(folder, project)
    body = rows(folder, spec["indicators"], pattern, style)
    goals = "⏎".join(spec["goals"])
    if key.startswith("2025/037001"):
        head = f"{spec['name']} | {spec['budget']['total']} | {spec['purpose']} | {goals} | "
        lines = body.split("\n")
        body = "\n".join([head + lines[0], *("^ | ^ | ^ | ^ | " + line for line in lines[1:])])
    return text.format(
        rows=body,
        goals=goals,
        name=spec["name"],
        purpose=spec.get("purpose", "").replace("\n", "⏎"),
    )
