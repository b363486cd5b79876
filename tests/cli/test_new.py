# ruff: noqa: E501 — a case of a table is read in one line
"""`perfspec new`: what it writes, what it says, and what it refuses."""

import tempfile
from pathlib import Path

import pytest

from perfspec import output, pipeline
from perfspec.errors import PerfspecError
from perfspec.messages import message
from perfspec.model import Filing
from perfspec.nextyear import placing
from perfspec.workspace import FilingFolder
from tests.helpers import FILING, FOLDER, FORM_TEXT, PROJECT, Workspace, run

NEW = FILING.replace("2026", "2027")
NEW_PROJECT = PROJECT.replace("2026", "2027")


def files(workspace: Workspace) -> list[str]:
    """Return all files, those of the stage and hidden ones included."""
    root = workspace.root
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def read(workspace: Workspace, year: str = "2026") -> Filing:
    folder = FilingFolder(root=workspace.root, year=year, department="101001")
    loaded = pipeline.load(folder)
    assert loaded.filing, loaded.findings()
    return loaded.filing


def test_the_next_year_is_made_of_the_last(workspace: Workspace) -> None:
    before = files(workspace)
    workspace.edit(FILING, "档案工作", "2026年档案工作")
    ended = workspace.run("new", "year", "2027", "--from", "2026")
    assert (ended.code, ended.out) == (0, f"{NEW}\n{NEW_PROJECT}\n")
    assert ended.err == (
        "to be looked at: 1, each with a comment `todo`\nnext: perfspec check 2027\n"
    )
    assert files(workspace) == sorted([*before, NEW, NEW_PROJECT])
    assert (read(workspace, "2027").year, read(workspace, "2027").follows) == (2027, "2026")
    text = (workspace.root / NEW).read_text(encoding="utf-8")
    assert "# perfspec: todo — “2026年”" in text
    assert (workspace.root / NEW).stat().st_mode & 0o777 == 0o644


def test_paths_are_those_from_here(workspace: Workspace) -> None:
    ended = run("new", "year", "2027", cwd=workspace.root.parent / workspace.root.name / "specs")
    assert ended.out.splitlines()[0].endswith(NEW)


def test_the_latest_year_before_is_taken_where_none_is_named(workspace: Workspace) -> None:
    for year in ("2024", "2030"):
        folder = FOLDER.replace("2026", year)
        text = (workspace.root / FILING).read_text("utf-8").replace("2026", year)
        workspace.write(f"{folder}/filing.yaml", text)
        workspace.write(f"{folder}/projects/archive.yaml", (workspace.root / PROJECT).read_bytes())
    assert workspace.run("new", "year", "2029", "-q").code == 0
    assert read(workspace, "2029").follows == "2026"


def test_all_departments_of_a_year_are_made_or_those_that_are_named(workspace: Workspace) -> None:
    workspace.add_filing("202002")
    only = workspace.run("new", "year", "2028", "--department", "202002")
    assert [path.split("/")[2] for path in only.out.split()] == ["202002", "202002"]
    both = workspace.run("new", "year", "2027", "--from", "2026")
    assert [path.split("/")[2] for path in both.out.split()] == ["101001"] * 2 + ["202002"] * 2


def test_another_form_is_said(workspace: Workspace) -> None:
    workspace.write("templates/other/form.yaml", FORM_TEXT)
    workspace.write("templates/other/paper.html.j2", "")
    ended = workspace.run("new", "year", "2027", "--form", "other")
    assert ended.code == 0
    assert "specs/2027/101001: the form is now other\n" in ended.err
    assert read(workspace, "2027").form == "other"


@pytest.mark.parametrize(
    ("args", "said", "hint"),
    [
        (["2027", "--from", "2025"], "there is no filing of 2025", "there are: 2026"),
        (["2026", "--from", "2026"], "2026 is not after 2026", ""),
        (["2026"], "there is no filing before 2026", "there are: 2026"),
        (["2027", "--department", "9"], "there is no filing of 9 in 2026", "there are: 101001"),
        (["2027", "--form", "plane"], "there is no form 'plane'", "did you mean plain?"),
        (["99"], "99 is no year of four digits", ""),
    ],
)
def test_what_cannot_be_done_is_refused(
    workspace: Workspace, args: list[str], said: str, hint: str
) -> None:
    before = files(workspace)
    ended = workspace.run("new", "year", *args)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
    assert hint in ended.err
    assert files(workspace) == before


@pytest.mark.parametrize("there", ["folder", "file", "link"])
def test_nothing_is_overwritten(workspace: Workspace, there: str) -> None:
    workspace.add_filing("202002")
    place = workspace.root / "specs/2027/202002"
    if there == "folder":
        place.mkdir(parents=True)
    elif there == "file":
        workspace.write("specs/2027/202002", "")
    else:
        place.parent.mkdir()
        place.symlink_to("nowhere")
    before = files(workspace)
    ended = workspace.run("new", "year", "2027", "--from", "2026")
    assert ended.code == 2
    assert "specs/2027/202002 is there already; nothing was written" in ended.err
    assert files(workspace) == before
    assert (
        workspace.run("new", "year", "2027", "--from", "2026", "--department", "101001").code == 0
    )


def test_a_year_that_is_a_link_out_of_the_workspace_is_refused(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (workspace.root / "specs/2027").symlink_to(outside)
    ended = workspace.run("new", "year", "2027", "--from", "2026")
    assert (ended.code, list(outside.iterdir())) == (2, [])
    assert "specs/2027 leads out of" in ended.err


def test_a_filing_that_cannot_be_read_is_shown_and_none_is_made(workspace: Workspace) -> None:
    workspace.add_filing("202002")
    workspace.edit(FILING, "stage: draft", "stage: drafty")
    before = files(workspace)
    ended = workspace.run("new", "year", "2027", "--from", "2026")
    assert (ended.code, ended.out) == (1, "")
    assert ended.findings == [f"{FILING}:4:8: wrong-value"]
    assert files(workspace) == before


def test_all_folders_are_moved_or_none(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.add_filing("202002")
    before = files(workspace)
    moved = []
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if target.name == "202002" and "2027" in target.parts:
            raise OSError(28, "No space left on device")
        moved.append(target.name)
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    ended = workspace.run("new", "year", "2027", "--from", "2026")
    assert ended.code == 2
    assert "specs/2027/202002 cannot be written: No space left on device" in ended.err
    assert moved == ["101001", "101001"]
    assert files(workspace) == before


def test_a_root_that_cannot_be_written_is_said(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(**_: object) -> str:
        raise OSError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "mkdtemp", failing)
    ended = workspace.run("new", "year", "2027", "--from", "2026")
    assert ended.code == 2
    assert "cannot be written: Permission denied" in ended.err


def test_a_project_is_added_with_its_empty_cells(workspace: Workspace) -> None:
    ended = workspace.run("new", "project", "road-repair", "--in", FOLDER, "--name", "公路: #1")
    path = f"{FOLDER}/projects/road-repair.yaml"
    assert (ended.code, ended.out) == (0, f"{path}\n{FILING}\n")
    assert ended.err == f"next: fill in what is empty, then: perfspec check {FOLDER}\n"
    assert (
        (workspace.root / path).read_text("utf-8")
        == """\
# 新增项目：把空着的 '' 填好，写完删去说明，再用 perfspec check 2026 检查。
spec: 1
unit: 101001
name: '公路: #1'

budget:
  total: ''                   # 预算数，只写数字，单位为元
  sources:
    fiscal: ''                # 财政资金

goals:
  - ''                        # 绩效目标，一条一行，序号也写上

# 指标：每类至少一行，多余的行删去；增加一行用 perfspec new indicator。
indicators:
  - class: 数量指标
    name: ''
    target: ''
  - class: 质量指标
    name: ''
    target: ''
  - class: 满意度指标
    name: ''
    target: ''
"""
    )
    assert (
        (workspace.root / FILING)
        .read_text("utf-8")
        .endswith("projects:\n  - archive\n  - road-repair\n")
    )
    assert [one.id for one in read(workspace).projects] == ["archive", "road-repair"]
    assert read(workspace).projects[1].name == "公路: #1"


FULL_FORM = """\
requires:
  project: [code, purpose, payment_plan, term, medium_term]
  indicator: [description, basis, weight]
payment_plan:
  - {id: june, label: 6月底, month: 6}
fields:
  - {id: kind, label: 类别, on: project, required: true, values: [甲, 乙]}
  - {id: note, label: 备注, on: project}
  - {id: direction, label: 方向, on: indicator, required: true}
"""


@pytest.mark.parametrize(
    ("target", "written"),
    [
        ("完成", "target: {value: 完成}\n"),
        ("2.5 万元", "target: {op: '', value: 2.5, unit: 万元}\n"),
        ("≤-3", "target: {op: ≤, value: '-3', unit: ''}\n"),
    ],
)
def test_a_target_is_parted_where_it_begins_with_a_number(
    workspace: Workspace, target: str, written: str
) -> None:
    workspace.write("templates/plain/form.yaml", f"{FORM_TEXT}target: split\n")
    asked = ("--class", "数量指标", "--name", "里程", "--target", target)
    assert workspace.run("new", "indicator", "km", "--in", PROJECT, *asked).code == 0
    assert written in (workspace.root / PROJECT).read_text("utf-8")


def test_a_form_without_sources_has_none_in_a_new_project(workspace: Workspace) -> None:
    text = FORM_TEXT.replace("sources:\n  - {id: fiscal, label: 财政资金}\n", "sources: []\n")
    workspace.write("templates/plain/form.yaml", text)
    workspace.edit(PROJECT, "  sources:\n    fiscal: 112500.00\n", "  sources: {}\n")
    assert workspace.run("new", "project", "road", "--in", FOLDER, "--name", "公路").code == 0
    assert read(workspace).projects[1].budget.sources == {}


@pytest.mark.parametrize("target", ["text", "split", "bands"])
def test_every_key_that_the_form_wants_is_there(workspace: Workspace, target: str) -> None:
    workspace.write("templates/plain/form.yaml", f"{FORM_TEXT}{FULL_FORM}target: {target}\n")
    workspace.write(PROJECT, "spec: 1\n")
    workspace.edit(FILING, "projects:\n  - archive\n", "projects: []\n")
    (workspace.root / PROJECT).unlink()
    assert workspace.run("new", "project", "road", "--in", FILING, "--name", "公路").code == 0
    (project,) = read(workspace).projects
    assert project.medium_term
    assert len(project.indicators) == len(project.medium_term.indicators) == 3
    assert project.fields == {"kind": ""}
    assert project.indicators[0].fields == {"direction": ""}
    assert list(project.payment_plan) == ["june"]
    added = workspace.run(
        "new",
        "indicator",
        "km",
        "--in",
        f"{FOLDER}/projects/road.yaml",
        "--class",
        "数量指标",
        "--name",
        "里程",
        "--target",
        "≥5公里" if target != "bands" else "5/4/3/<3",
        "--weight",
        "10",
    )
    assert added.code == 0
    row = read(workspace).projects[0].indicators[-1]
    text = (workspace.root / f"{FOLDER}/projects/road.yaml").read_text("utf-8")
    written = {
        "text": "target: ≥5公里\n",
        "split": "target: {op: ≥, value: 5, unit: 公里}\n",
        "bands": "target: {bands: {excellent: 5, good: 4, fair: 3, poor: <3}}\n",
    }
    assert written[target] in text
    assert (row.id, row.weight, row.fields) == ("km", "10", {"direction": ""})


def test_what_is_empty_in_a_new_project_is_found(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    workspace.run("new", "project", "road-repair", "--in", FOLDER, "--name", "公路养护")
    found = [one.partition("road-repair.yaml:")[2] for one in workspace.check().findings]
    assert [one for one in found if one.endswith("field-empty")] == [
        "7:11: field-empty",
        "11:1: field-empty",
        *(
            f"{line}: field-empty"
            for line in ("17:12", "18:14", "20:12", "21:14", "23:12", "24:14")
        ),
    ]


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["archive", "--in", FOLDER, "--name", "公路"], 2, "'archive' is there already; nothing was written"),
        (["Road", "--in", FOLDER, "--name", "公路"], 2, "'Road' is no id"),
        (["../road", "--in", FOLDER, "--name", "公路"], 2, "'../road' is no id"),
        (["a" * 65, "--in", FOLDER, "--name", "公路"], 2, "is no id"),
        (["road", "--in", FOLDER, "--name", "公\n路"], 2, "has a character that cannot stand"),
        (["road", "--in", FOLDER, "--name", "公路", "--unit", "101002"], 2, "did you mean 101001?"),
        (["road", "--in", "specs", "--name", "公路"], 2, "specs holds several filings"),
        (["road", "--in", "specs/2031", "--name", "公路"], 2, "does not exist"),
    ],
)  # fmt: skip
def test_a_project_that_cannot_be_added_is_refused(
    workspace: Workspace, args: list[str], code: int, said: str
) -> None:
    workspace.add_filing("202002")
    before = {name: (workspace.root / name).read_bytes() for name in files(workspace)}
    ended = workspace.run("new", "project", *args)
    assert (ended.code, ended.out) == (code, "")
    assert said in ended.err
    assert before == {name: (workspace.root / name).read_bytes() for name in files(workspace)}


def test_with_several_units_one_is_named(workspace: Workspace) -> None:
    workspace.edit(FILING, "overall_goal", "  - {code: 101002, name: 示例县方志馆}\noverall_goal")
    asked = ("new", "project", "road", "--in", FOLDER, "--name", "公路")
    ended = workspace.run(*asked)
    assert ended.code == 2
    assert "name one with --unit: 101001, 101002" in ended.err
    assert workspace.run(*asked, "--unit", "101002").code == 0
    assert read(workspace).projects[1].unit.code == "101002"


ROW = ["--class", "数量指标", "--name", "里程", "--target", "≥5公里"]


def test_an_indicator_is_added_in_the_style_of_the_file(workspace: Workspace) -> None:
    ended = workspace.run("new", "indicator", "km", "--in", PROJECT, *ROW, "--basis", "规划: 一")
    assert (ended.code, ended.out) == (0, f"{PROJECT}\n")
    assert ended.err == f"next: perfspec check {PROJECT}\n"
    assert (
        (workspace.root / PROJECT)
        .read_text("utf-8")
        .endswith("""\
    target: ≥10万页
  - id: km
    class: 数量指标
    name: 里程
    target: ≥5公里
    basis: '规划: 一'
""")
    )
    assert read(workspace).projects[0].indicators[1].basis == "规划: 一"


@pytest.mark.parametrize(
    ("rows", "added"),
    [
        ("-   id: pages\n    class: 数量指标\n    name: 页数\n    target: ≥1页\n",
         "-   id: km\n    class: 数量指标\n    name: 里程\n    target: ≥5公里\n"),
        ("- class: 数量指标\n  name: 页数\n  target: ≥1页\n",
         "- id: km\n  class: 数量指标\n  name: 里程\n  target: ≥5公里\n"),
        ("- {class: 数量指标, name: 页数, target: ≥1页}\n",
         "- {id: km, class: 数量指标, name: 里程, target: ≥5公里}\n"),
        ("  [{class: 数量指标, name: 页数, target: ≥1页}]\n",
         "  [{class: 数量指标, name: 页数, target: ≥1页}, {id: km, class: 数量指标, name: 里程, target: ≥5公里}]\n"),
        ("  [\n    {class: 数量指标, name: 页数, target: ≥1页}\n  ]\n",
         "  [\n    {class: 数量指标, name: 页数, target: ≥1页},\n    {id: km, class: 数量指标, name: 里程, target: ≥5公里}\n  ]\n"),
    ],
)  # fmt: skip
def test_a_row_stands_as_the_rows_above(workspace: Workspace, rows: str, added: str) -> None:
    head, _, _ = (workspace.root / PROJECT).read_text("utf-8").partition("indicators:\n")
    workspace.write(PROJECT, f"{head}indicators:\n{rows}")
    assert workspace.run("new", "indicator", "km", "--in", PROJECT, *ROW).code == 0
    whole = added if added.startswith("  [") else rows + added
    assert (workspace.root / PROJECT).read_text("utf-8") == f"{head}indicators:\n{whole}"
    assert [one.name for one in read(workspace).projects[0].indicators] == ["页数", "里程"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["pages", "--in", PROJECT, *ROW], "'pages' is there already"),
        (["k m", "--in", PROJECT, *ROW], "'k m' is no id"),
        (["km", "--in", PROJECT, *ROW, "--class", "数量指示"], "did you mean 数量指标?"),
        (["km", "--in", FILING, *ROW], "is no file of a project"),
        (["km", "--in", FOLDER, *ROW], "is no file of a project"),
        (["km", "--in", PROJECT, *ROW, "--name", "a\u200bb"], "has a character that cannot stand"),
    ],
)
def test_an_indicator_that_cannot_be_added_is_refused(
    workspace: Workspace, args: list[str], said: str
) -> None:
    before = workspace.snapshot()
    ended = workspace.run("new", "indicator", *args)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
    assert workspace.snapshot() == before


def test_a_form_with_bands_wants_four_values(workspace: Workspace) -> None:
    workspace.write("templates/plain/form.yaml", f"{FORM_TEXT}target: bands\n")
    ended = workspace.run("new", "indicator", "km", "--in", PROJECT, *ROW)
    assert ended.code == 2
    assert "wants four values of a target" in ended.err


@pytest.mark.parametrize(
    "args",
    [
        ["project", "road", "--in", FOLDER, "--name", "公路"],
        ["indicator", "km", "--in", PROJECT, *ROW],
    ],
)
def test_nothing_is_added_to_a_filing_that_cannot_be_read(
    workspace: Workspace, args: list[str]
) -> None:
    workspace.edit(FILING, "stage: draft", "stage: drafty")
    before = workspace.snapshot()
    ended = workspace.run("new", *args)
    assert (ended.code, ended.findings) == (1, [f"{FILING}:4:8: wrong-value"])
    assert workspace.snapshot() == before


def test_both_files_are_written_or_none(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = output.write
    before = workspace.snapshot()

    def failing(path: Path, data: bytes, *, mode: int = 0o644) -> None:
        if path.name == "filing.yaml":
            raise PerfspecError(message("{path} cannot be written: {why}", path="x", why="full"))
        write(path, data, mode=mode)

    monkeypatch.setattr(output, "write", failing)
    assert workspace.run("new", "project", "road", "--in", FOLDER, "--name", "公路").code == 2
    monkeypatch.undo()
    assert workspace.snapshot() == before


def test_an_older_file_comes_back_where_a_later_one_fails(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = output.write

    def failing(path: Path, data: bytes, *, mode: int = 0o644) -> None:
        if path.name == "none.yaml":
            raise PerfspecError(message("no"))
        write(path, data, mode=mode)

    before = workspace.snapshot()
    monkeypatch.setattr(output, "write", failing)
    with pytest.raises(PerfspecError):
        placing.write(workspace.root, {FILING: "x", "specs/none.yaml": "y"})
    assert workspace.snapshot() == before


def test_the_help_speaks_chinese(workspace: Workspace) -> None:
    assert "以较早年度的文本为底稿" in workspace.run("new", "year", "--lang", "zh", "--help").out
