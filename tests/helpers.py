"""A small workspace to break on purpose, and the command run inside this process.

`Workspace` starts with one sound filing of a form of its own, `plain`; a test changes one text
in it and looks what `perfspec` says.
"""

import contextlib
import io
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from perfspec import cli, form, pipeline, reader, yamltree
from perfspec.diagnostics import Diagnostic, Place
from perfspec.form import Form
from perfspec.messages import english
from perfspec.model import Filing
from perfspec.source import Source
from perfspec.workspace import FilingFolder
from perfspec.yamltree import Tree

FOLDER = "specs/2026/101001"
FILING = f"{FOLDER}/filing.yaml"
PROJECT = f"{FOLDER}/projects/archive.yaml"

FILING_TEXT = """\
spec: 1
form: plain
year: 2026
stage: draft
department:
  code: 101001
  name: 示例县档案馆
units:
  - code: 101001
    name: 示例县档案馆
overall_goal: 做好档案工作。
sub_goals:
  - 一、数字化。
measures:
  - 一是加强领导。
projects:
  - archive
"""

PROJECT_TEXT = """\
spec: 1
unit: 101001
name: 档案数字化经费
budget:
  total: 112500.00
  sources:
    fiscal: 112500.00
goals:
  - 1.完成数字化。
indicators:
  - id: pages
    class: 数量指标
    name: 数字化页数
    target: ≥10万页
"""

FORM_TEXT = """\
spec: 1
title: 试验表式
status: ready
template: paper.html.j2
money_unit: 元
taxonomy:
  - label: 产出指标
    class: output
    members:
      - {label: 数量指标, class: output.quantity}
      - {label: 质量指标, class: output.quality}
  - {label: 满意度指标, class: satisfaction}
sources:
  - {id: fiscal, label: 财政资金}
"""

TEMPLATE_TEXT = """\
<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>文本</title></head><body>
<h1{{ at(filing.department, "name") }}>{{ text(filing.department.name) }}</h1>
<div{{ at(filing, "overall_goal") }}>
{% for part in paragraphs(filing.overall_goal) %}<p>{{ part }}</p>{% endfor %}
</div>
{% for table in tables %}
<h2{{ at(table.project, "name") }}>{{ text(table.project.name) }}</h2>
<p{{ at(table.project, "budget", "total") }}>{{ money(table.project.budget.total) }}</p>
{% for id, share in table.project.payment_plan.items() %}<p>{{ percent(share) }}</p>{% endfor %}
<p{{ at(table.project, "purpose") }}>{{ text(table.project.purpose) }}</p>
<table>
{% for row in table.rows %}
<tr><td{{ at(row.indicator, "name") }}>{{ text(row.indicator.name) }}</td>
<td{{ at(row.indicator, "target") }}>{{ target(row.indicator.target) }}</td></tr>
{% endfor %}
</table>
{% endfor %}
</body></html>
"""


@dataclass(frozen=True, slots=True)
class Run:
    """How a run of the command ended and what it printed."""

    code: int
    out: str
    err: str

    @property
    def findings(self) -> list[str]:
        """The first line of each finding, the message left out: `path:line:column: code`."""
        lines = re.findall(r"^(\S+:\d+:\d+): \w+\[([a-z-]+)\]", self.out + self.err, re.MULTILINE)
        return [f"{where}: {code}" for where, code in lines]


class _Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def run(*args: str, cwd: Path, terminal: bool = False) -> Run:
    """Run `perfspec` with `args` in the folder `cwd`, with its output on a terminal or not."""
    stream = _Terminal if terminal else io.StringIO
    out, err = stream(), stream()
    with contextlib.chdir(cwd), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = cli.run(args)
    return Run(code, out.getvalue(), err.getvalue())


class Workspace:
    """A workspace with one sound filing in a folder of its own."""

    def __init__(self, root: Path) -> None:
        """Write the files of the workspace into `root`."""
        self.root = root
        for path, text in {
            "perfspec.toml": "",
            FILING: FILING_TEXT,
            PROJECT: PROJECT_TEXT,
            "templates/plain/form.yaml": FORM_TEXT,
            "templates/plain/paper.html.j2": TEMPLATE_TEXT,
        }.items():
            self.write(path, text)

    def write(self, path: str, text: str | bytes) -> Path:
        """Write a file and the folders above it."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return file

    def edit(self, path: str, old: str, new: str) -> None:
        """Put `new` in the place of `old`, which stands in the file once."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        self.write(path, text.replace(old, new))

    def add_filing(self, department: str = "202002") -> None:
        """Add a second filing, a sound one."""
        folder = f"specs/2026/{department}"
        self.write(f"{folder}/filing.yaml", FILING_TEXT.replace("101001", department))
        project = PROJECT_TEXT.replace("101001", department)
        self.write(f"{folder}/projects/archive.yaml", project)

    def run(self, *args: str) -> Run:
        """Run `perfspec` at the root."""
        return run(*args, cwd=self.root)

    def check(self) -> Run:
        """Run `perfspec check` on everything."""
        return self.run("check", "-q")

    def json(self, *args: str) -> dict[str, Any]:
        """Return what `perfspec check --format json` prints."""
        document: dict[str, Any] = json.loads(self.run("check", "--format", "json", *args).out)
        return document

    def built(self) -> list[str]:
        """Return the paths of the papers that stand in the output folder."""
        build = self.root / "build"
        return sorted(f.relative_to(build).as_posix() for f in build.rglob("*") if f.is_file())

    def snapshot(self) -> dict[str, bytes | str]:
        """Return what stands in the specs and form packs, links as where they lead."""
        found: dict[str, bytes | str] = {}
        for folder in ("specs", "templates"):
            for path in sorted((self.root / folder).rglob("*")):
                if path.is_symlink():
                    found[str(path)] = str(path.readlink())
                elif path.is_file():
                    found[str(path)] = path.read_bytes()
        return found

    def load(self) -> pipeline.Loaded:
        """Return the first filing as the pipeline reads it."""
        return pipeline.load(FilingFolder(root=self.root, year="2026", department="101001"))


def tree(text: str, path: str = "file.yaml") -> Tree:
    """Return the tree of a YAML text that must be sound."""
    found_tree, found = yamltree.parse(Source(path=path, text=text))
    assert found_tree, found
    return found_tree


def part(of: Tree, *keys: str | int, on_key: bool = False) -> str:
    """Return what stands in the text where `keys` lead."""
    region = of.locate(Place(of.source.path, keys, on_key=on_key))
    return of.source.text[region.start : region.end]


def shown(of: Tree, diagnostic: Diagnostic) -> tuple[str, str, str]:
    """Return code, message and the text that a diagnostic points at."""
    at = diagnostic.at
    region = of.locate(at) if isinstance(at, Place) else at
    text = of.source.text[region.start : region.end]
    return diagnostic.code, english(diagnostic.message), text


def read_form(text: str = FORM_TEXT, folder: Path = Path()) -> Form:
    """Return the form that a text describes; a draft, because a test has no template."""
    found_form, found = form.read("plain", tree(text.replace("ready", "draft")), folder)
    assert found_form, found
    return found_form


def read(
    filing: str = FILING_TEXT, project: str = PROJECT_TEXT, form_text: str = FORM_TEXT
) -> tuple[Filing | None, list[tuple[str, str, str]]]:
    """Return the filing that is read of three texts, and what was found in the project."""
    project_tree = tree(project, "projects/archive.yaml")
    filing_tree = tree(filing, "filing.yaml")
    result, found = reader.read(filing_tree, {"archive": project_tree}, read_form(form_text))
    trees = {"filing.yaml": filing_tree, "projects/archive.yaml": project_tree}
    return result, [shown(trees[one.at.path], one) for one in found]
