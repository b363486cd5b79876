"""A filing of thirty project tables, the same every time, for measuring.

In: a folder. Out: a workspace in it with one filing that `perfspec check` finds nothing wrong
in. Names, amounts and lengths of texts vary, so that rows and page breaks do.
"""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

TABLES = 30
YEAR = 2026
DEPARTMENT = "101001"

_SUBJECTS = ("档案数字化", "水质监测", "道路养护", "校舍维修", "困难群众救助", "网络安全宣传")
_WORK = ("资料采集", "现场核查", "业务培训", "设备购置", "成果验收", "宣传引导", "数据整理")
_CLASSES = (
    ("数量指标", "完成数量", "≥{n}件"),
    ("质量指标", "验收合格率", "≥{share}%"),
    ("时效指标", "按期完成率", "≥{share}%"),
    ("成本指标", "单位成本", "≤{n}元/件"),
    ("社会效益指标", "服务人次", "≥{n}人次"),
    ("可持续影响指标", "制度健全率", "≥{share}%"),
    ("服务对象满意度指标", "受访对象满意度", "≥{share}%"),
)


def write(folder: Path) -> Path:
    """Write the workspace and return the path of its filing."""
    filing = folder / "specs" / str(YEAR) / DEPARTMENT
    (filing / "projects").mkdir(parents=True)
    (folder / "perfspec.toml").write_text("# A workspace for measuring.\n", encoding="utf-8")
    (filing / "filing.yaml").write_text(_filing(), encoding="utf-8")
    for number in range(1, TABLES + 1):
        path = filing / "projects" / f"{_id(number)}.yaml"
        path.write_text("\n".join(_project(number)) + "\n", encoding="utf-8")
    return filing


def _id(number: int) -> str:
    return f"project-{number:02}"


def _filing() -> str:
    ids = "".join(f"  - {_id(number)}\n" for number in range(1, TABLES + 1))
    measures = "".join(
        f"  - {number}.{work}到位。{_sentence(number, 4)}\n"
        for number, work in enumerate(_WORK, start=1)
    )
    return (
        "spec: 1\nform: hebei-2020\n"
        f"year: {YEAR}\nstage: draft\nsample: true\n"
        f"department:\n  code: {DEPARTMENT}\n  name: 示例县综合事务服务中心\n"
        "  short_name: 示例县综合中心\n  division: 130000\n  reviewer: 示例县财政局\n"
        f"units:\n  - code: {DEPARTMENT}\n    name: 示例县综合事务服务中心\n    suffix: 本级\n"
        f"overall_goal: {_sentence(0, 8)}\n"
        f"sub_goals:\n  - 1.{_sentence(1, 3)}\n  - 2.{_sentence(2, 3)}\n"
        f"measures:\n{measures}projects:\n{ids}"
    )


def _project(number: int) -> Iterator[str]:
    subject = _SUBJECTS[number % len(_SUBJECTS)]
    total = Decimal(number * 12500)
    other = total / 5 if number % 3 == 0 else Decimal(0)
    yield "spec: 1"
    yield f"unit: {DEPARTMENT}"
    yield f"code: 13000026101001{number:07}"
    yield f"name: {subject}专项经费（第{number}项）"
    yield "budget:"
    yield f"  total: {total:.2f}"
    yield "  sources:"
    yield f"    fiscal: {total - other:.2f}"
    yield f"    other: {other:.2f}"
    yield f"purpose: 用于{subject}，{_sentence(number, 3 + number % 4)}"
    yield "payment_plan: {march: 10.00%, june: 40.00%, october: 80.00%, december: 100.00%}"
    yield "goals:"
    yield f"  - 1.{_sentence(number + 1, 2)}"
    yield f"  - 2.{_sentence(number + 2, 2)}"
    yield "indicators:"
    for place, (class_, name, target) in enumerate(_CLASSES):
        for repeat in range(1 + (number + place) % 2):
            work = _WORK[(number + place + repeat) % len(_WORK)]
            value = target.format(n=(number + place) * 10, share=90 + (number + repeat) % 10)
            yield f"  - id: row-{place}-{repeat}"
            yield f"    class: {class_}"
            yield f"    name: {subject}{work}{name}"
            yield f"    description: 全年{subject}工作中{work}的{name}，{work}以年末台账为准"
            yield f"    target: {value}"
            yield f"    basis: 《{subject}工作实施方案》"


def _sentence(start: int, length: int) -> str:
    parts = (
        f"{_SUBJECTS[(start + i) % len(_SUBJECTS)]}重点做好{_WORK[(start * 3 + i) % len(_WORK)]}"
        for i in range(length)
    )
    return "，".join(parts) + "。"
