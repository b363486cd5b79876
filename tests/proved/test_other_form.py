"""What holds for the paper of Hebei holds for a form that somebody writes on their own."""

import random
from pathlib import Path
from typing import Any

import pytest

from perfspec import pipeline
from perfspec.importing import data as making
from perfspec.importing import forms
from perfspec.importing.account import left_over
from perfspec.packs import Packs
from perfspec.pipeline import Desk
from perfspec.verifying.verify import verify
from perfspec.workspace import FilingFolder
from tests.proved.papers import ROOT, paper, read_back, written

TEMPLATE = """\
<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>绩效目标表</title><style>
section { break-before: page }
table { border-collapse: collapse; width: 100% }
td, th { border: 1px solid #000 }
</style></head><body>
{% for table in tables %}{% set project = table.project %}
<section>
<h1>{{ table.number }}.{{ text(project.name) }}绩效目标表</h1>
<p>{{ project.unit.code }}{{ text(project.unit.name) }} 单位：{{ form.money_unit }}</p>
<table>
<tr><th>项目名称</th><td colspan="3"{{ at(project, "name") }}>{{ text(project.name) }}</td></tr>
<tr><th>开始时间</th><td>{{ text(project.term.start) }}</td>
<th>结束时间</th><td>{{ text(project.term.end) }}</td></tr>
<tr><th>年度资金总额</th><td colspan="3">{{ money(project.budget.total) }}</td></tr>
{% for column in form.sources %}
<tr><th>{{ "其中：" if loop.first else "" }}{{ column.label }}</th>
<td colspan="3">{{ money(project.budget.sources[column.id]) }}</td></tr>
{% endfor %}
<tr><th>项目概况</th><td colspan="3">{{ text(project.purpose) }}</td></tr>
<tr><th>年度绩效目标</th><td colspan="3">
{% for goal in project.goals %}<p>{{ text(goal) }}</p>{% endfor %}</td></tr>
</table>
<table>
<thead><tr><th>一级指标</th><th>二级指标</th><th>三级指标</th><th>指标方向</th><th>指标值</th>
<th>计量单位</th><th>分值</th></tr></thead>
<tbody>{% for row in table.rows %}{% set one = row.indicator %}<tr>
{% for cell in (row.first, row.second) %}{% if cell %}
<th rowspan="{{ cell.rows }}">{{ text(cell.label) }}</th>{% endif %}{% endfor %}
<td{{ at(one, "name") }}>{{ text(one.name) }}</td>
{% for part in ("op", "value", "unit") %}
<td>{{ text(one.target.split[part]) }}</td>{% endfor %}
<td>{{ one.weight }}</td></tr>{% endfor %}</tbody>
</table>
</section>
{% endfor %}
</body></html>
"""
SECONDS = ("经济成本指标", "数量指标", "质量指标", "时效指标", "社会效益指标", "服务对象满意度指标")


def project(chance: random.Random) -> dict[str, Any]:
    def text(*words: str) -> str:
        return "".join(chance.choices(words, k=chance.randint(1, 9)))

    return {
        "spec": 1,
        "unit": "301001",
        "name": text("农田", "水利", "A区", "2期", "（一）", "补助"),
        "term": {"start": "2021年1月", "end": chance.choice(("2021年12月", "2023年"))},
        "budget": {
            "total": chance.choice(("120.5", "0.00", "3")),
            "sources": {"fiscal": chance.choice(("120.5", "")), "other": "0"},
        },
        "purpose": text("用于修渠，", "3公里。", "产出指标", "≥90%", "项目名称"),
        "goals": [f"{at}.{text('修渠', '2公里', '，', '经费')}" for at in (1, 2)],
        "indicators": [
            {
                "class": second,
                "name": text("数量", "修渠长度", "（一）", "指标"),
                "target": {
                    "op": chance.choice(("≥", "≤", "=", "大于等于")),
                    "value": chance.choice(("90", "12.50", "优良", "2021年底前")),
                    "unit": chance.choice(("%", "公里", "元/人·月", "万元")),
                },
                "weight": chance.choice(("10", "12.5", "0")),
            }
            for second in sorted(chance.choices(SECONDS, k=6), key=SECONDS.index)
        ],
    }


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace with a form of its own."""
    made = tmp_path_factory.mktemp("workspace")
    pack = made / "templates/own-form"
    pack.mkdir(parents=True)
    (pack / "own.html.j2").write_text(TEMPLATE, encoding="utf-8")
    form = (ROOT / "templates/core-2021/form.yaml").read_text(encoding="utf-8")
    (pack / "form.yaml").write_text(
        form.replace("status: draft", "status: ready\ntemplate: own.html.j2"), encoding="utf-8"
    )
    return made


@pytest.mark.parametrize("name", ["html", "docx", "xlsx"])
@pytest.mark.parametrize("seed", range(2))
def test_a_form_of_ones_own_is_read_back(root: Path, name: str, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 — a choice of examples
    projects = {f"p{at}": project(chance) for at in range(3)}
    filing = {
        "spec": 1,
        "form": "own-form",
        "year": 2021,
        "stage": "draft",
        "complete": False,
        "department": {"code": "301001", "name": "某县水利局"},
        "units": [{"code": "301001", "name": "某县水利局"}],
        "overall_goal": "",
        "sub_goals": [],
        "measures": [],
        "projects": list(projects),
    }
    folder = FilingFolder(root=root, year="2021", department="301001")
    (root / folder.path / "projects").mkdir(parents=True, exist_ok=True)
    (root / folder.path / "filing.yaml").write_text(written(filing), encoding="utf-8")
    for key, data in projects.items():
        (root / folder.path / f"projects/{key}.yaml").write_text(written(data), encoding="utf-8")
    specs = pipeline.load(folder, Desk(packs=Packs(root)))
    assert specs.refused == []
    assert specs.form
    found = read_back(paper(pipeline.compose(specs).html, name), name)
    assert list(left_over(found)) == []
    chosen = forms.choose(found, {"own-form": specs.form}, wanted="own-form")
    draft = making.make(found, chosen, year=2021, department="301001")
    assert [
        (key, one.get(key), made.get(key))
        for one, made in zip(draft.projects.values(), projects.values(), strict=True)
        for key in {**one, **made}
        if one.get(key) != made.get(key) and key != "indicators"
    ] == []
    rows = [row for one in draft.projects.values() for row in one["indicators"]]  # type: ignore[attr-defined]
    made_rows = [row for one in projects.values() for row in one["indicators"]]
    assert [pair for pair in zip(rows, made_rows, strict=True) if pair[0] != pair[1]] == []
    assert draft.filing["units"] == filing["units"]
    assert verify(specs, found).findings == ()
