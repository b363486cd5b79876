"""A thousand projects in forty filings, the same every time, no two alike, for measuring.

In: a folder. Out: a workspace in it, sound enough that the rules find little. Names, amounts,
numbers, titles and sentences vary from project to project, so that nothing is read only once.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

DEPARTMENTS, PROJECTS = 40, 25
YEAR = 2026

_PLACES = (
    "城关镇",
    "东河镇",
    "西岭乡",
    "南山镇",
    "北湖乡",
    "柳林镇",
    "白沙乡",
    "石桥镇",
    "青龙镇",
    "杨庄乡",
    "马家镇",
)
_AREAS = ("县级", "镇域", "山区", "沿河", "城区", "园区", "库区", "边远村", "示范区")
_SUBJECTS = (
    *(
        ("档案", "数字化加工", "卷"),
        ("水质", "监测", "处"),
        ("农村公路", "养护", "公里"),
        ("校舍", "维修", "平方米"),
    ),
    *(
        ("困难群众", "救助", "户"),
        ("河道", "清淤", "公里"),
        ("林地", "管护", "亩"),
        ("图书馆", "流动服务", "场"),
    ),
    *(
        ("食品安全", "抽检", "批次"),
        ("病虫害", "防治", "亩"),
        ("路灯", "更换", "盏"),
        ("公厕", "改造", "座"),
    ),
    *(
        ("法律", "援助", "件"),
        ("敬老院", "护理", "人"),
        ("古树", "保护", "株"),
        ("文物", "修缮", "处"),
    ),
)
_ITEMS = (
    "材料购置",
    "设备租赁",
    "现场作业",
    "药剂补充",
    "第三方审核",
    "安全防护",
    "车辆运行",
    "数据整理",
    "成果印制",
)
_RESULTS = (
    *("工作流程更加规范", "基础条件持续改善", "群众反映的突出问题及时得到解决", "管理责任逐级落实"),
    *("服务能力稳步提升", "安全隐患按期整改到位", "资料归集完整准确", "资金使用公开透明"),
)
_WAYS = (
    *("建立台账并按月核对", "实行定人定岗定责", "委托具备资质的单位实施", "由村级组织全程参与监督"),
    *("分批验收并留存影像", "与日常巡查结合推进", "邀请群众代表参加评议", "按合同约定分期付款"),
)
_BASES = ("实施方案", "管理办法", "技术规程", "工作细则", "年度计划", "合同书")


# Class, name, description, target and basis of each row of a project.
_ROWS = (
    (
        "数量指标",
        "{thing}{work}数量",
        "全年完成的{place}{thing}{work}数量",
        "≥{amount}{unit}",
        "{title}",
    ),
    ("质量指标", "{work}验收合格率", "验收合格的{work}占全部{work}的比率", "≥{share}%", "验收报告"),
    (
        "时效指标",
        "{work}按期完成率",
        "工期内完成的{work}占全部{work}的比率",
        "≥{timely}%",
        "施工合同",
    ),
    ("成本指标", "{thing}{work}单位成本", "每{unit}的平均支出", "≤{price}元/{unit}", "询价记录"),
    ("社会效益指标", "受益{people}人数", "全年直接受益的人数", "≥{helped}人", "{title}"),
    ("可持续影响指标", "{thing}制度健全率", "已建立制度的比率", "≥{sound}%", "制度汇编"),
    ("服务对象满意度指标", "{place}群众满意度", "表示满意的比率", "≥{pleased}%", "问卷调查"),
)
_PEOPLE = ("居民", "农户", "师生")


def write(folder: Path) -> Path:
    """Write the workspace and return the path of its specs."""
    folder.mkdir(parents=True)
    (folder / "perfspec.toml").write_text("# A workspace for measuring.\n", encoding="utf-8")
    for department in range(DEPARTMENTS):
        code = str(101001 + department)
        filing = folder / "specs" / str(YEAR) / code
        (filing / "projects").mkdir(parents=True)
        (filing / "filing.yaml").write_text(_lines(_filing(department, code)), encoding="utf-8")
        for number in range(PROJECTS):
            path = filing / "projects" / f"{_id(number)}.yaml"
            seed = department * PROJECTS + number
            path.write_text(_lines(_project(seed, code)), encoding="utf-8")
    return folder / "specs"


def _lines(lines: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _id(number: int) -> str:
    return f"project-{number:02}"


def _pick(words: Sequence[str], seed: int, step: int = 1) -> str:
    return words[seed * step % len(words)]


def _filing(department: int, code: str) -> Iterator[str]:
    name = f"{_pick(_PLACES, department)}第{department + 1}综合服务中心"
    yield "spec: 1"
    yield "form: hebei-2020"
    yield f"year: {YEAR}"
    yield "stage: draft"
    yield "sample: true"
    yield "department:"
    yield f"  code: {code}"
    yield f"  name: 示例县{name}"
    yield f"  short_name: 示例县{name}"
    yield "  division: 130000"
    yield "  reviewer: 示例县财政局"
    yield "units:"
    yield f"  - code: {code}"
    yield f"    name: 示例县{name}"
    yield "    suffix: 本级"
    way, result = _pick(_WAYS, department), _pick(_RESULTS, department, 3)
    yield f"overall_goal: 围绕全县重点任务，{way}，使{result}。"
    yield "sub_goals:"
    for number in range(1, 4):
        yield f"  - {number}.{_pick(_WAYS, department + number)}，{_pick(_RESULTS, number, 3)}。"
    yield "measures:"
    for number in range(1, 5):
        way = _pick(_WAYS, department * 3 + number)
        yield f"  - {number}.{way}，{_pick(_RESULTS, department + number)}。"
    yield "projects:"
    for number in range(PROJECTS):
        yield f"  - {_id(number)}"


def _project(seed: int, code: str) -> Iterator[str]:
    thing, work, unit = _SUBJECTS[seed * 7 % len(_SUBJECTS)]
    place = f"{_pick(_PLACES, seed)}{_pick(_AREAS, seed // len(_PLACES))}"
    subject = f"{place}{thing}{work}"
    amount, share, price = 20 + seed * 3 % 977, 90 + seed % 10, 300 + seed * 17 % 7000
    total = amount * price
    first, second = (total * (15 + (seed + part) * 13 % 30) // 100 for part in range(2))
    costs = (first, second, total - first - second)
    items = [_pick(_ITEMS, seed + part * 2) for part in range(3)]
    parts = "，".join(f"{item}{cost}元" for item, cost in zip(items, costs, strict=True))
    title = f"《{place}{thing}{work}{_pick(_BASES, seed)}》"
    yield "spec: 1"
    yield f"unit: {code}"
    yield f"code: 13000026{code}{seed:07}"
    yield f"name: {subject}经费"
    yield "budget:"
    yield f"  total: {total}.00"
    yield "  sources:"
    yield f"    fiscal: {total}.00"
    yield "    other: 0.00"
    yield f"purpose: 用于{place}{thing}的{work}，共{amount}{unit}，{_pick(_WAYS, seed)}；{parts}"
    march = f"{seed % 8 + 10}.00%, june: {(seed % 8 + 10) * 3}.00%"
    yield f"payment_plan: {{march: {march}, october: 85.00%, december: 100.00%}}"
    way, result = _pick(_WAYS, seed, 5), _pick(_RESULTS, seed, 3)
    yield "goals:"
    yield f"  - 1.完成{thing}{work}{amount}{unit}，{_pick(_RESULTS, seed)}。"
    yield f"  - 2.{way}，{work}合格率达到{share}%以上，{result}。"
    yield "indicators:"
    words = {
        "place": place,
        "thing": thing,
        "work": work,
        "unit": unit,
        "title": title,
        "amount": amount,
        "price": price,
        "helped": amount * 3 + seed % 50,
        "share": share,
        "timely": share - seed % 7,
        "sound": share - 3,
        "pleased": share - 1,
        "people": _pick(_PEOPLE, seed),
    }
    for number, row in enumerate(_ROWS):
        class_, name, description, target, basis = (cell.format_map(words) for cell in row)
        yield f"  - id: row-{number}"
        yield f"    class: {class_}"
        yield f"    name: {name}"
        yield f"    description: {description}"
        yield f"    target: {target}"
        yield f"    basis: {basis}"
