"""A sound filing to put examples of rules into, and what a rule says of them.

An example is YAML: keys of a project, which go in the place of the sound ones, and under `filing:`
and `form:` keys of these. An indicator of an example may leave out keys; it then has those of
`INDICATOR`. `projects:` (a list of such projects) makes a filing with several.
"""

# ruff: noqa: E501 — a row of a table is read in one line

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from perfspec import form, reader, yamldump, yamltree
from perfspec.diagnostics import Diagnostic, Place
from perfspec.messages import english
from perfspec.review import Settings, review
from perfspec.rule import Rule
from perfspec.source import Source
from perfspec.yamltree import Tree

ROOT = Path(__file__).parents[2]

FILING = """\
spec: 1
form: hebei-2020
year: 2026
stage: draft
department: {code: 101001, name: 示例县档案馆, division: 130000}
units: [{code: 101001, name: 示例县档案馆}]
overall_goal: 围绕全县中心工作，做好档案收集、保管和利用。
sub_goals:
  - （一）完成馆藏纸质档案数字化10万页。
measures:
  - 一是加强组织领导。成立项目领导小组，明确责任人和完成时限。
projects: []
"""

PROJECT = """\
spec: 1
unit: 101001
code: 130000261010010000001
name: 馆藏档案数字化经费
budget: {total: 200000.00, sources: {fiscal: 200000.00, other: 0.00}}
purpose: 用于馆藏纸质档案数字化10万页
payment_plan: {march: 10.00%, june: 40.00%, october: 80.00%, december: 100.00%}
goals:
  - 1.完成馆藏纸质档案数字化10万页。
indicators:
  - {class: 数量指标, name: 档案数字化页数, target: ≥10万页, description: 全年完成扫描和著录的纸质档案页数, basis: 《示例县档案数字化三年规划》}
  - {class: 质量指标, name: 数字化成果验收合格率, target: ≥98%, description: 验收合格页数占完成页数的比率, basis: 《纸质档案数字化规范》（DA/T 31—2017）}
  - {class: 时效指标, name: 数字化工作完成时间, target: 2026年11月底前, description: 全部页数完成扫描和著录的时间, basis: 项目实施方案}
  - {class: 成本指标, name: 单页数字化成本, target: ≤2元/页, description: 项目总支出除以完成页数, basis: 项目预算}
  - {class: 社会效益指标, name: 查阅档案人次, target: ≥2000人次, description: 全年到馆和网上查阅档案的人次, basis: 上年实际1850人次}
  - {class: 服务对象满意度指标, name: 查档群众满意度, target: ≥95%, description: 受访查档群众中表示满意的比率, basis: 问卷调查}
"""

INDICATOR = {
    "class": "数量指标",
    "name": "档案数字化页数",
    "target": "≥10万页",
    "description": "全年完成扫描和著录的纸质档案页数",
    "basis": "《示例县档案数字化三年规划》",
}


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule found: level, the words it underlines, the message in English."""

    level: str
    marked: str
    message: str
    path: str
    related: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Examined:
    """What a rule says of an example: what it found, and what it could not judge."""

    found: tuple[Said, ...]
    undecided: tuple[str, ...]

    @property
    def marked(self) -> list[str]:
        """The underlined words of each finding."""
        return [one.marked for one in self.found]


def examine(rule: Rule, example: str = "", settings: Settings = Settings()) -> Examined:  # noqa: B008 — frozen
    """Return what `rule` says of the sound filing with `example` put in."""
    given: dict[str, Any] = yaml.load(example, Loader=yaml.BaseLoader) or {}  # noqa: S506 — all scalars text
    filing_data = yaml.load(FILING, Loader=yaml.BaseLoader)  # noqa: S506
    filing_data |= given.pop("filing", {})
    form_data = given.pop("form", {})
    several = given.pop("projects", [given])
    found_form = _form(str(filing_data["form"]), form_data)
    projects = {}
    for number, changes in enumerate(several, start=1):
        data = yaml.load(PROJECT, Loader=yaml.BaseLoader) | changes  # noqa: S506
        data["indicators"] = [
            {key: value for key, value in (INDICATOR | row).items() if value is not None}
            if "indicators" in changes
            else row
            for row in data["indicators"]
        ]
        projects[f"p{number}"] = _tree(f"projects/p{number}.yaml", data)
    filing_data["projects"] = list(projects)
    filing_tree = _tree("filing.yaml", filing_data)
    filing, refused = reader.read(filing_tree, projects, found_form)
    trees = {tree.source.path: tree for tree in (filing_tree, *projects.values())}
    assert filing, [english(one.message) for one in refused]
    said = review(filing, found_form, settings, rules=(rule,))
    return Examined(
        found=tuple(_said(one, trees) for one in said.found),
        undecided=tuple(english(one.message) for one in said.undecided),
    )


def _form(name: str, changes: dict[str, Any]) -> form.Form:
    path = ROOT / "templates" / name / "form.yaml"
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) | changes  # noqa: S506
    read, found = form.read(name, _tree(f"templates/{name}/form.yaml", data), path.parent)
    assert read, found
    return read


def _tree(path: str, data: object) -> Tree:
    tree, found = yamltree.parse(Source(path=path, text=yamldump.dump(data)))
    assert tree, found
    return tree


def _said(one: Diagnostic, trees: dict[str, Tree]) -> Said:
    assert isinstance(one.at, Place)
    return Said(
        level=one.severity.value,
        marked=_text(one.at, trees),
        message=english(one.message),
        path=".".join(map(str, one.at.keys)),
        related=tuple(_text(other.at, trees) for other in one.related),
        fixed=tuple(edit.text for edit in one.fix.edits) if one.fix else (),
        hint=english(one.hint) if one.hint else "",
    )


def _text(at: Place, trees: dict[str, Tree]) -> str:
    tree = trees[at.path]
    region = tree.locate(at)
    return tree.source.text[region.start : region.end]
