"""A sound filing to put examples of rules into, and what a rule says of them.

An example is YAML: keys of a project, which go in the place of the sound ones, and under `filing:`
and `form:` keys of these. An indicator of an example may leave out keys; it then has those of
`INDICATOR`. `projects:` (a list of such projects) makes a filing with several.

For a rule over two years there is a sound filing of the older year, too, and `before:` has the same
keys for it; with `actuals:`, what its indicators reached, by their names. `lineage:` has decisions
about projects. Files of the older year are in the folder `before`.
"""

# ruff: noqa: E501 — a row of a table is read in one line

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from perfspec import form, reader, yamldump, yamltree
from perfspec.compare import Comparison, Side, filings
from perfspec.compare.lineage import Decision, Lineage
from perfspec.compare.pairs import Relation
from perfspec.diagnostics import Diagnostic, Place
from perfspec.judging import judge, review
from perfspec.messages import english
from perfspec.model import Actual, Filing
from perfspec.rule import Rule
from perfspec.settings import Settings
from perfspec.source import Source
from perfspec.values import targets
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

FILING_BEFORE = FILING.replace("year: 2026", "year: 2025").replace("数字化10万页", "数字化8万页")

PROJECT_BEFORE = """\
spec: 1
unit: 101001
code: 130000251010010000001
name: 馆藏档案数字化经费
budget: {total: 180000.00, sources: {fiscal: 180000.00, other: 0.00}}
purpose: 用于馆藏纸质档案数字化8万页
payment_plan: {march: 10.00%, june: 40.00%, october: 80.00%, december: 100.00%}
goals:
  - 1.完成馆藏纸质档案数字化8万页。
indicators:
  - {class: 数量指标, name: 档案数字化页数, target: ≥8万页, description: 全年完成扫描和著录的纸质档案页数, basis: 《示例县档案数字化三年规划》}
  - {class: 质量指标, name: 数字化成果验收合格率, target: ≥97%, description: 验收合格页数占完成页数的比率, basis: 《纸质档案数字化规范》（DA/T 31—2017）}
  - {class: 时效指标, name: 数字化工作完成时间, target: 2025年11月底前, description: 全部页数完成扫描和著录的时间, basis: 项目实施方案}
  - {class: 成本指标, name: 单页数字化成本, target: ≤2元/页, description: 项目总支出除以完成页数, basis: 项目预算}
  - {class: 社会效益指标, name: 查阅档案人次, target: ≥1800人次, description: 全年到馆和网上查阅档案的人次, basis: 上年实际1700人次}
  - {class: 服务对象满意度指标, name: 查档群众满意度, target: ≥94%, description: 受访查档群众中表示满意的比率, basis: 问卷调查}
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
    """Return what `rule` says of the sound filing, or the sound two, with `example` put in."""
    given: dict[str, Any] = yaml.load(example, Loader=yaml.BaseLoader) or {}  # noqa: S506 — all scalars text
    if rule.over_years:
        comparison, trees = compared(given)
        said = judge(comparison, settings, rules=(rule,))
    else:
        side, trees = _side(given, FILING, PROJECT, "")
        said = review(side.filing, side.form, settings, rules=(rule,))
    return Examined(
        found=tuple(_said(one, trees) for one in said.found),
        undecided=tuple(english(one.message) for one in said.undecided),
    )


def compared(given: dict[str, Any]) -> tuple[Comparison, dict[str, Tree]]:
    """Return the comparison of the sound two filings with `given` put in, and their trees."""
    before = given.pop("before", {})
    decisions = tuple(
        Decision(relation=Relation(one["relation"]), old=tuple(one["old"]), new=tuple(one["new"]))
        for one in given.pop("lineage", [])
    )
    old, old_trees = _side(before, FILING_BEFORE, PROJECT_BEFORE, "before/")
    new, trees = _side(given, FILING, PROJECT, "")
    if new.filing.year > old.filing.year:
        new = replace(new, filing=replace(new.filing, follows=str(old.filing.year)))
    found = filings.compare(old, new, Lineage(projects=decisions))
    return found, {**old_trees, **trees}


def _side(
    given: dict[str, Any], filing: str, project: str, folder: str
) -> tuple[Side, dict[str, Tree]]:
    """Return a filing with `given` put in the place of what is sound, and the trees of its files."""
    filing_data = yaml.load(filing, Loader=yaml.BaseLoader)  # noqa: S506
    filing_data |= given.pop("filing", {})
    form_data = given.pop("form", {})
    actuals = given.pop("actuals", {})
    several = given.pop("projects", [given])
    found_form = _form(str(filing_data["form"]), form_data)
    projects = {}
    for number, changes in enumerate(several, start=1):
        data = yaml.load(project, Loader=yaml.BaseLoader) | changes  # noqa: S506
        data["indicators"] = [
            {key: value for key, value in (INDICATOR | row).items() if value is not None}
            if "indicators" in changes
            else row
            for row in data["indicators"]
        ]
        projects[f"p{number}"] = _tree(f"{folder}projects/p{number}.yaml", data)
    filing_data["projects"] = list(projects)
    filing_tree = _tree(f"{folder}filing.yaml", filing_data)
    read, refused = reader.read(filing_tree, projects, found_form)
    assert read, [english(one.message) for one in refused]
    trees = {tree.source.path: tree for tree in (filing_tree, *projects.values())}
    if actuals:
        tree = trees[f"{folder}actuals.yaml"] = _tree(f"{folder}actuals.yaml", actuals)
        read = replace(read, actuals=tuple(_actuals(read, tree)))
    return Side(filing=read, form=found_form), trees


def _actuals(filing: Filing, tree: Tree) -> Iterator[Actual]:
    """Yield what the indicators of the first project reached, which `tree` has by their names."""
    project = filing.projects[0]
    for row in project.indicators:
        if row.name in tree.data:
            value = targets.target(tree.data[row.name])
            at = tree.place / row.name
            yield Actual(project=project.id, indicator=row.id, value=value, at=at)


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
