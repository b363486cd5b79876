"""Filings for tests of forms: the seed as it stands in specs/, and others made from parts.

Everything goes the way of a real filing, through schema and reader, so that no test shows a
template what perfspec would refuse.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from perfspec import form, paper, reader, resources, schema, yamltree
from perfspec.form import Form
from perfspec.model import Filing
from perfspec.paper import Paper
from perfspec.source import Source
from perfspec.yamltree import Tree

HEBEI = resources.directory("templates") / "hebei-2020"
SEED = Path(__file__).parents[2] / "specs" / "2020" / "224001"
_FOLDER = "specs/2020/224001"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A filing with its form and its paper."""

    filing: Filing
    form: Form
    paper: Paper


def seed() -> Made:
    """Return the seed."""
    texts = {path.stem: path.read_text("utf-8") for path in (SEED / "projects").glob("*.yaml")}
    return _make((SEED / "filing.yaml").read_text("utf-8"), texts, HEBEI)


def made(
    filing: Mapping[str, Any], projects: Mapping[str, Mapping[str, Any]], pack: Path = HEBEI
) -> Made:
    """Return a filing of these data; JSON is YAML."""
    return _make(
        json.dumps(filing), {name: json.dumps(data) for name, data in projects.items()}, pack
    )


def minimal() -> Made:
    """Return a filing that says as little as the schema allows."""
    project = {
        "spec": 1,
        "unit": "1",
        "code": "",
        "name": "",
        "budget": {"total": "", "sources": {"fiscal": "", "other": ""}},
        "purpose": "",
        "payment_plan": {"march": "", "june": "", "october": "", "december": ""},
        "goals": [],
        "indicators": [],
    }
    return made(head(["empty"], department={"code": "1", "name": "某单位"}), {"empty": project})


def full() -> Made:
    """Return a filing of two units and three projects, one with 40 indicators."""
    units = [
        {"code": "101001", "name": "某某县农业农村局", "suffix": "本级"},
        {"code": "101002", "name": "某某县农业技术推广中心"},
    ]
    projects = {
        "forty": project(name="四十个指标的项目", indicators=rows(40)),
        "second": project(unit="101002", name="农技推广补助", code="A1", indicators=rows(3)),
        "third": project(name="第三个项目", indicators=rows(7)),
    }
    filing = head(list(projects), units=units)
    return made(filing, projects)


def single(project: Mapping[str, Any], pack: Path = HEBEI, **more: object) -> Made:
    """Return a filing of this one project; `more` goes to its filing.yaml."""
    return made(head(["project"], **more), {"project": project}, pack)


def head(projects: Sequence[str], **more: object) -> dict[str, Any]:
    """Return the data of a filing.yaml; `more` replaces or adds keys."""
    department = {"code": "101001", "name": "某某县农业农村局", "reviewer": "某某县财政局"}
    unit = more.get("department", department)
    return {
        "spec": 1,
        "form": "hebei-2020",
        "year": 2020,
        "stage": "draft",
        "department": department,
        "units": [{"code": unit["code"], "name": unit["name"]}] if isinstance(unit, dict) else [],
        "overall_goal": "第一段。\n\n第二段**要紧**。",
        "sub_goals": ["1.甲", "2.乙"],
        "measures": ["一是丙。", "二是丁。"],
        "projects": list(projects),
        **more,
    }


def project(**more: object) -> dict[str, Any]:
    """Return the data of a project; `more` replaces or adds keys."""
    return {
        "spec": 1,
        "unit": "101001",
        "code": "13062320P00612310001A",
        "name": "项目",
        "budget": {"total": "30.50", "sources": {"fiscal": "20.50", "other": "10"}},
        "purpose": "用于某事。",
        "payment_plan": {"march": "10", "june": "40%", "october": "70.00%", "december": "100"},
        "goals": ["1.目标甲", "2.目标乙"],
        "indicators": [],
        **more,
    }


_CLASSES = (
    "数量指标",
    "质量指标",
    "时效指标",
    "成本指标",
    "经济效益指标",
    "社会效益指标",
    "服务对象满意度指标",
)


def rows(count: int) -> list[dict[str, str]]:
    """Return `count` indicators, spread over the classes in the form's order."""
    return [
        {
            "id": f"i{number}",
            "class": _CLASSES[number * len(_CLASSES) // count],
            "name": f"指标{number}",
            "description": f"指标{number}的描述，两行才写得下的那一种",
            "target": f"≥{number}%",
            "basis": f"依据{number}",
        }
        for number in range(count)
    ]


def _make(filing: str, projects: Mapping[str, str], pack: Path) -> Made:
    described = form.read(
        pack.name, _tree("form.yaml", (pack / "form.yaml").read_text("utf-8"), "form"), pack
    )[0]
    assert described is not None
    trees = {
        name: _tree(f"{_FOLDER}/projects/{name}.yaml", text, "project")
        for name, text in projects.items()
    }
    record, found = reader.read(_tree(f"{_FOLDER}/filing.yaml", filing, "filing"), trees, described)
    assert record is not None, found
    return Made(filing=record, form=described, paper=paper.compose(record, described, pack))


def _tree(path: str, text: str, name: str) -> Tree:
    tree, found = yamltree.parse(Source(path=path, text=text))
    assert tree is not None, found
    refused = schema.validate(tree, name)
    assert not refused, refused
    return tree
