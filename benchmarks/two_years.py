"""Two years of one department, the same every time, for measuring what comparing costs.

In: how many projects. Out: the filings of both years as plain data, or a workspace with them.
Of a hundred projects of the first year sixty are the same in the second but for the year in code
and texts, twenty-five changed in money, targets or words, ten have another name and code, and five
were dropped and others added. The second year has them in another order and declares nothing: what
belongs together has to be found.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

YEARS = (2025, 2026)
_CODE = "101001"
_PLACES = ("城关", "东河", "西岭", "南山", "北湖", "柳林", "白沙", "石桥", "青龙", "杨庄", "马家")
_KINDS = ("镇区", "山区", "库区", "沿河村", "园区", "移民点", "古村落", "老旧小区", "示范带")
_THINGS = (
    *("档案", "水质", "公路", "校舍", "河道", "林地", "图书", "食品", "路灯", "公厕", "敬老院"),
    *("文物", "农机", "茶园", "灌渠", "桥梁", "村卫生室", "体育场", "湿地", "幼儿园", "气象站"),
)
_WORKS = ("维修", "监测", "养护", "宣传", "清理", "普查", "抽检", "管护")
_WAYS = ("按月核对台账", "由村级组织参与监督", "分批验收", "公开询价", "委托有资质的单位实施")
_ROWS = (
    ("数量指标", "{name}数量", "全年完成的{name}数量", "≥{amount}处"),
    ("数量指标", "{thing}培训场次", "全年举办的{thing}培训", "≥{few}场"),
    ("质量指标", "{work}验收合格率", "验收合格的{name}占全部的比率", "≥{share}%"),
    ("时效指标", "{work}按期完成率", "工期内完成的{name}占全部的比率", "≥{share}%"),
    ("成本指标", "{thing}{work}单位成本", "每处的平均支出", "≤{price}元/处"),
    ("经济效益指标", "{thing}节约开支", "比询价节约的金额", "≥{few}万元"),
    ("社会效益指标", "受益人数", "{place}直接受益的人数", "≥{many}人"),
    ("生态效益指标", "{thing}垃圾清运量", "全年清运量", "≥{amount}吨"),
    ("可持续影响指标", "{thing}制度健全率", "已建立制度的比率", "≥{share}%"),
    ("服务对象满意度指标", "{place}群众满意度", "表示满意的比率", "≥{share}%"),
)
_SAME, _CHANGED, _RENAMED = 12, 17, 19  # of every twenty, up to here


def filings(projects: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the filing of each year, its projects as a list under `projects`."""
    first = [_project(seed, YEARS[0]) for seed in range(projects)]
    second = [_a_year_later(seed, projects) for seed in range(projects)]
    # A step that shares no divisor with the number of projects goes through all of them.
    order = sorted(range(projects), key=lambda seed: (seed * 7919 % projects, seed))
    return _filing(YEARS[0], first), _filing(YEARS[1], [second[at] for at in order])


def write(folder: Path, projects: int) -> tuple[Path, Path]:
    """Write a workspace with both years and return the folders of the filings."""
    folder.mkdir(parents=True)
    (folder / "perfspec.toml").write_text("# A workspace for measuring.\n", encoding="utf-8")
    folders = []
    for filing in filings(projects):
        here = folder / "specs" / str(filing["year"]) / _CODE
        (here / "projects").mkdir(parents=True)
        for project in filing["projects"]:
            text = "".join(f"{line}\n" for line in _yaml(project["file"]))
            (here / "projects" / f"{project['id']}.yaml").write_text(text, encoding="utf-8")
        head = filing | {"projects": [project["id"] for project in filing["projects"]]}
        text = "".join(f"{line}\n" for line in _yaml(head))
        (here / "filing.yaml").write_text(text, encoding="utf-8")
        folders.append(here)
    return folders[0], folders[1]


def _filing(year: int, projects: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "spec": 1,
        "form": "hebei-2020",
        "year": year,
        "stage": "draft",
        "sample": "true",
        "department": {
            "code": _CODE,
            "name": "示例县综合服务中心",
            "division": "130000",
            "reviewer": "示例县财政局",
        },
        "units": [{"code": _CODE, "name": "示例县综合服务中心", "suffix": "本级"}],
        "overall_goal": f"围绕全县重点任务，做好{year}年各项工作。",
        "sub_goals": [f"{at}.{way}，提高服务能力。" for at, way in enumerate(_WAYS, 1)],
        "measures": [f"{at}.{way}，落实责任。" for at, way in enumerate(_WAYS, 1)],
        "projects": projects,
    }


def _pick(words: tuple[str, ...], seed: int) -> str:
    return words[seed % len(words)]


def _words(seed: int) -> dict[str, Any]:
    place = _pick(_PLACES, seed) + _pick(_KINDS, seed // 11)
    thing, work = _pick(_THINGS, seed // 99 + seed), _pick(_WORKS, seed // 5)
    amount, price = 20 + seed * 3 % 977, 300 + seed * 17 % 7000
    return {
        "place": place,
        "thing": thing,
        "work": work,
        "name": f"{place}{thing}{work}",
        "amount": amount,
        "price": price,
        "few": 2 + seed % 9,
        "many": amount * 30 + seed % 50,
        "share": 85 + seed % 14,
    }


def _project(seed: int, year: int, **other: Any) -> dict[str, Any]:  # noqa: ANN401 — words
    """Return a project as its id and its file; `other` are words and numbers that changed."""
    words = {**_words(seed), "code": seed, **other}
    name, amount, price = words["name"], words["amount"], words["price"]
    total, training = amount * price, amount * price // 5
    rows = []
    for at, row in enumerate(_ROWS):
        class_, label, description, target = (cell.format_map(words) for cell in row)
        cells = {"id": f"row-{at}", "class": class_, "name": label, "description": description}
        rows.append({**cells, "target": target, "basis": "年度工作计划"})
    return {
        "id": f"project-{year % 100}-{seed:05}",
        "file": {
            "spec": 1,
            "unit": _CODE,
            "code": f"130000{year % 100}{_CODE}{words['code']:07}",
            "name": f"{name}经费",
            "budget": {"total": f"{total}.00", "sources": {"fiscal": f"{total}.00", "other": "0"}},
            "purpose": f"用于{name}，共{amount}处，{_pick(_WAYS, seed)}；培训{words['few']}场，"
            f"培训费{training}元，{words['work']}费用{total - training}元。",
            "payment_plan": {
                "march": f"{seed % 8 + 10}.00%",
                "june": "45.00%",
                "october": "85.00%",
                "december": "100.00%",
            },
            "goals": [
                f"1.完成{name}{amount}处，{_pick(_WAYS, seed + 1)}。",
                f"2.按照{year}年度计划，{_pick(_WAYS, seed + 2)}，合格率{words['share']}%以上。",
            ],
            "indicators": rows,
        },
    }


def _a_year_later(seed: int, projects: int) -> dict[str, Any]:
    """Return what became of a project."""
    kind, year = seed % 20, YEARS[1]
    words = _words(seed)
    if kind < _SAME:
        return _project(seed, year)
    if kind < _CHANGED:
        project = _project(seed, year, price=words["price"] + 500, share=words["share"] - kind % 4)
        rows = project["file"]["indicators"]
        if kind % 2:
            rows.pop(seed % len(rows))
        rows.reverse()
        return project
    if kind < _RENAMED:
        name = f"{words['place']}{words['thing']}综合{words['work']}"
        return _project(seed, year, name=name, code=seed + projects)
    return _project(seed + projects, year, code=seed + 2 * projects)


def _yaml(data: dict[str, Any], indent: str = "") -> Iterator[str]:
    """Yield the lines of mappings, lists of mappings and lists of texts."""
    for key, value in data.items():
        if isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from _yaml(value, f"{indent}  ")
        elif isinstance(value, list):
            yield f"{indent}{key}:"
            for item in value:
                lines = list(_yaml(item, f"{indent}    ")) if isinstance(item, dict) else [item]
                yield f"{indent}  - {lines[0].lstrip()}"
                yield from lines[1:]
        else:
            yield f"{indent}{key}: {value}"
