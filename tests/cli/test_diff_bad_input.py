"""`perfspec diff` on what is refused, on forms that do not agree, and on another order."""
# ruff: noqa: E501 — a case of a table is read in one line

import io
import json
import random
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.helpers import FILING_TEXT, FORM_TEXT, PROJECT_TEXT, Workspace, run

OLD, NEW = "specs/2025/101001", "specs/2026/101001"
FORMATS = ["text", "md", "json", "html", "csv", "xlsx", "stat"]


def write(workspace: Workspace, folder: str, names: dict[str, str]) -> None:
    """Write a filing with projects, their ids and names."""
    listed = "".join(f"  - {id_}\n" for id_ in names)
    year = folder.split("/")[1]
    filing = FILING_TEXT.replace("year: 2026", f"year: {year}")
    workspace.write(f"{folder}/filing.yaml", filing.replace("  - archive\n", listed))
    for id_, name in names.items():
        project = PROJECT_TEXT.replace("档案数字化经费", name)
        workspace.write(f"{folder}/projects/{id_}.yaml", project)


@pytest.fixture
def years(workspace: Workspace) -> Workspace:
    """Return a workspace with two years of two projects."""
    for folder in (OLD, NEW):
        write(workspace, folder, {"archive": "档案数字化经费", "reading": "阅览室修缮"})
    workspace.edit(f"{NEW}/projects/reading.yaml", "112500.00\n  sources", "120000.00\n  sources")
    workspace.edit(f"{NEW}/projects/reading.yaml", "fiscal: 112500.00", "fiscal: 120000.00")
    return workspace


def told(workspace: Workspace, form: str, *options: str) -> tuple[int, str]:
    """Return the exit code of a comparison, and the words of its report."""
    if form == "stat":
        ended = workspace.run("diff", "2025", "2026", "--stat", *options)
        return ended.code, ended.out
    if form == "xlsx":
        code = workspace.run("diff", "2025", "2026", "-o", "x.xlsx", *options).code
        book = openpyxl.load_workbook(io.BytesIO((workspace.root / "x.xlsx").read_bytes()))
        cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
        return code, "\n".join(str(one) for one in cells if one is not None)
    ended = workspace.run("diff", "2025", "2026", "--to", form, *options)
    return ended.code, ended.out


def _edit(path: str, old: str, new: str) -> Callable[[Workspace, str], str]:
    def slip(workspace: Workspace, folder: str) -> str:
        workspace.edit(f"{folder}/{path}", old, new)
        return f"{folder}/{path}"

    return slip


def _put(path: str, text: str | bytes) -> Callable[[Workspace, str], str]:
    def slip(workspace: Workspace, folder: str) -> str:
        workspace.write(f"{folder}/{path}", text)
        return f"{folder}/{path}"

    return slip


def _gone(workspace: Workspace, folder: str) -> str:
    (workspace.root / folder / "projects" / "archive.yaml").unlink()
    return f"{folder}/filing.yaml"


def _headless(workspace: Workspace, folder: str) -> str:
    (workspace.root / folder / "filing.yaml").unlink()
    return f"{folder}/filing.yaml"


# How a filing or one of its projects is refused, and whether all of the filing is.
SLIPS = {
    "a project that the schema refuses": (_edit("projects/archive.yaml", "goals:", "gaols:"), False),
    "a project with a syntax error": (_put("projects/archive.yaml", "spec: 1\nname: [\n"), False),
    "a project in another encoding": (_put("projects/archive.yaml", "名".encode("gbk")), False),
    "a project of a class that the form lacks": (_edit("projects/archive.yaml", "数量指标", "数目"), False),
    "a project of an unknown unit": (_edit("projects/archive.yaml", "101001", "909009"), False),
    "a project without its file": (_gone, False),
    "a head that the schema refuses": (_edit("filing.yaml", "stage: draft", "stage: drift"), True),
    "a head with a syntax error": (_put("filing.yaml", "spec: [\n"), True),
    "a head of an unknown form": (_edit("filing.yaml", "form: plain", "form: plan"), True),
    "no head": (_headless, True),
}  # fmt: skip


@pytest.mark.parametrize("folders", [(OLD,), (NEW,), (OLD, NEW)], ids=["old", "new", "both"])
@pytest.mark.parametrize("slip", SLIPS)
def test_what_is_refused_is_listed_in_every_format_and_said_to_be_nothing_else(
    years: Workspace, slip: str, folders: tuple[str, ...]
) -> None:
    alter, is_all = SLIPS[slip]
    refused = [alter(years, folder) for folder in folders]
    for form in FORMATS:
        code, report = told(years, form)
        assert code == 2, form
        assert [one for one in refused if one not in report] == [], form
        # The other project is compared, if its filing can be read at all.
        assert ("120000" in report or "120,000" in report or "+6.7%" in report) is not is_all, form
        # What could not be read may be the same: it is neither dropped nor added.
        assert not any(word in report for word in ("dropped  ", "added  ", ",dropped,", ",added,"))
        assert told(years, form, "--keep-going")[0] == 0
    document = json.loads(told(years, "json")[1])
    assert {one["path"] for one in document["refused"]} >= set(refused)


@pytest.mark.parametrize("form", FORMATS)
def test_a_filing_of_one_side_alone_is_in_every_format(years: Workspace, form: str) -> None:
    years.add_filing()
    code, report = told(years, form)
    assert code == 0
    assert "specs/2026/202002" in report


def test_a_refused_side_is_no_reason_to_say_nothing_changed(years: Workspace) -> None:
    years.write(f"{NEW}/projects/archive.yaml", "spec: 1\n")
    years.write(f"{NEW}/projects/reading.yaml", "spec: 1\n")
    assert years.run("diff", "2025", "2026", "--keep-going", "--exit-code").code == 1


class TestOtherForms:
    """Two forms with other classes, other units of money and other shapes of targets."""

    def test_other_classes_and_units_of_money_are_compared_by_their_values(
        self, years: Workspace
    ) -> None:
        other = FORM_TEXT.replace("money_unit: 元", "money_unit: 万元")
        other = other.replace("数量指标", "产出数量").replace("质量指标", "产出质量")
        years.write("templates/other/form.yaml", other.replace("试验表式", "另一表式"))
        for file in (years.root / "templates" / "plain").glob("*.j2"):
            years.write(f"templates/other/{file.name}", file.read_text(encoding="utf-8"))
        years.edit(f"{NEW}/filing.yaml", "form: plain", "form: other")
        for name, amount in (("archive", "112500.00"), ("reading", "120000.00")):
            path = f"{NEW}/projects/{name}.yaml"
            text = (years.root / path).read_text(encoding="utf-8")
            in_ten_thousand = "11.25" if name == "archive" else "12"
            text = text.replace(amount, in_ten_thousand).replace("数量指标", "产出数量")
            years.write(path, text)
        code, report = told(years, "json")
        assert code == 0, report
        (department,) = json.loads(report)["departments"]
        changes = department["steps"][0]["changes"]
        money = [
            one for one in changes if one["key"] == "budget.total" and one["kind"] == "changed"
        ]
        assert [one["project"] for one in money] == ["reading"]
        assert not [one for one in changes if one["kind"] in {"added", "dropped"}]

    @pytest.mark.parametrize("form", ["hebei-2019", "inner-mongolia-2025"])
    def test_forms_of_this_repository_are_compared_with_each_other(self, form: str) -> None:
        root = Path(__file__).parents[2]
        name, year = ("handan", "2019") if form == "hebei-2019" else ("776001", "2025")
        seed = str(root / "specs" / "2020" / "224001")
        other = str(root / "tests" / "corpus" / "specs" / year / name)
        for sides in ((seed, other), (other, seed)):
            ended = run("diff", *sides, "--to", "json", "-q", cwd=root)
            assert ended.code == 0, ended.err
            (department,) = json.loads(ended.out)["departments"]
            assert department["steps"][0]["changes"]


def test_five_hundred_projects_in_another_order_have_not_changed(workspace: Workspace) -> None:
    rows = "".join(
        f"  - {{id: row{n}, class: 数量指标, name: 第{n}类档案页数, target: ≥{n + 1}万页}}\n"
        for n in range(10)
    )
    head = PROJECT_TEXT[: PROJECT_TEXT.index("  - id: pages")]
    names = [f"p{n:03}" for n in range(500)]
    mixed = random.Random(4)  # noqa: S311 — no secret
    (workspace.root / NEW / "projects" / "archive.yaml").unlink()
    for folder in (OLD, NEW):
        write(workspace, folder, {})
        lines = rows.splitlines(keepends=True)
        order = list(names)
        if folder == NEW:
            mixed.shuffle(order)
        listed = "".join(f"  - {name}\n" for name in order)
        path = workspace.root / folder / "filing.yaml"
        workspace.write(f"{folder}/filing.yaml", path.read_text(encoding="utf-8") + listed)
        for name in names:
            if folder == NEW:
                mixed.shuffle(lines)
            text = head.replace("档案数字化经费", f"{name}档案整理经费") + "".join(lines)
            workspace.write(f"{folder}/projects/{name}.yaml", text)
    ended = workspace.run("diff", "2025", "2026", "--exit-code")
    assert ended.code == 0
    assert "nothing changed" in ended.out


def test_of_many_unknown_ids_of_one_decision_the_first_is_told(years: Workspace) -> None:
    ids = ", ".join(f"x{n}" for n in range(20_000))
    row = f"{{old: [{ids}], new: archive, relation: merged}}"
    years.write(
        f"{NEW}/lineage.yaml", f"spec: 1\nfrom:\n  - year: 2025\n    projects:\n    - {row}\n"
    )
    code, report = told(years, "text")
    assert code == 2
    assert report.count("error[unknown-id]") == 1
    assert "'x0'" in report
