"""A filing made by chance as files, as a paper, and as what is read back from that paper."""

import json
from pathlib import Path
from typing import Any

from perfspec import markup, pipeline
from perfspec.documents import reading
from perfspec.importing import Found, finding, forms
from perfspec.importing import data as making
from perfspec.importing.draft import Draft
from perfspec.packs import Packs
from perfspec.pipeline import Desk, Loaded
from perfspec.render import FORMATS, Options
from perfspec.workspace import FilingFolder
from tests.proved.filings import CLASSES, DEPARTMENT, YEAR, Made

ROOT = Path(__file__).parents[2]
DESK = Desk(packs=Packs(ROOT))


def loaded(made: Made, root: Path) -> Loaded:
    """Write the files of a filing anew and read them."""
    folder = FilingFolder(root=root, year=str(YEAR), department=DEPARTMENT)
    projects = root / folder.path / "projects"
    projects.mkdir(parents=True, exist_ok=True)
    for old in projects.iterdir():
        old.unlink()
    (projects.parent / "filing.yaml").write_text(written(made.filing), encoding="utf-8")
    for key, data in made.projects.items():
        (projects / f"{key}.yaml").write_text(written(data), encoding="utf-8")
    result = pipeline.load(folder, DESK)
    assert result.refused == []
    return result


def written(data: object) -> str:
    """Return data as YAML, of which JSON is a part."""
    return json.dumps(data, ensure_ascii=False)


def paper(html: str, name: str) -> bytes:
    printed = FORMATS[name](html, [], Options(), {})
    assert not isinstance(printed, tuple), printed
    return printed.data


def read_back(data: bytes, name: str) -> Found:
    return finding.find([reading.read(data, f"paper.{name}")])


def imported(found: Found, form: str = "hebei-2020") -> Draft:
    pack = DESK.packs.get(form)
    assert pack is not None
    assert pack.form is not None
    chosen = forms.choose(found, {form: pack.form}, wanted=form)
    return making.make(found, chosen, year=YEAR, department=DEPARTMENT)


def said(filing: Any, projects: Any) -> dict[str, object]:  # noqa: ANN401 — data of specs
    """Return what the paper of a filing says, so that two are equal if their papers are.

    Left out is what no paper of the form says, in docs/import.md too: `stage`, `supplied`, ids,
    and `department.division`, which an import takes from the project codes.
    """
    head = {key: filing.get(key) for key in ("form", "year", "money_unit", "sample", "units")}
    department = {key: one for key, one in filing["department"].items() if key != "division"}
    return {
        **head,
        "department": department,
        "overall_goal": markup.paragraphs(filing["overall_goal"]),
        **{key: list(map(markup.paragraphs, filing[key])) for key in ("sub_goals", "measures")},
        "projects": [_project(one) for one in projects.values()],
    }


def _project(data: Any) -> dict[str, object]:  # noqa: ANN401 — data of specs
    rows = [{**row, "class": _class(row["class"])} for row in data["indicators"]]
    return {**data, "indicators": rows}


def _class(written_as: str | list[str]) -> str | list[str]:
    """Return a class in one way: [first, second] as the form has them is printed as second is."""
    if isinstance(written_as, list) and written_as[1] in CLASSES.get(written_as[0], ()):
        return written_as[1]
    return written_as
