"""`perfspec match` shows what belongs together, and records what a person decides."""

import io
import json
import sys
from pathlib import Path

import click
import pytest

from tests.helpers import FILING_TEXT, PROJECT_TEXT, Run, Workspace, run

OLD, NEW = "specs/2026/101001", "specs/2027/101001"
LINEAGE = f"{NEW}/lineage.yaml"


@pytest.fixture
def years(tmp_path: Path) -> Workspace:
    """Return a workspace with two years: one project renamed a little, one of each year alone."""
    workspace = Workspace(tmp_path)
    workspace.write(f"{OLD}/filing.yaml", f"{FILING_TEXT}  - roads\n")
    workspace.write(f"{OLD}/projects/roads.yaml", project("农村公路养护"))
    filing = FILING_TEXT.replace("2026", "2027").replace("- archive", "- papers\n  - care")
    workspace.write(f"{NEW}/filing.yaml", filing)
    papers = project("档案数字化专项经费", "数字化页码").replace("id: pages", "id: leaves")
    workspace.write(f"{NEW}/projects/papers.yaml", papers.replace("≥10万页", "≥12万页"))
    workspace.write(f"{NEW}/projects/care.yaml", project("农村公路日常养护"))
    return workspace


def project(name: str, row: str = "数字化页数") -> str:
    return PROJECT_TEXT.replace("档案数字化经费", name).replace("数字化页数", row)


def match(workspace: Workspace, *args: str, terminal: bool = False) -> Run:
    return run(
        "match", "2026", "2027", "--lang", "en", *args, cwd=workspace.root, terminal=terminal
    )


def read(workspace: Workspace) -> str:
    return (workspace.root / LINEAGE).read_text(encoding="utf-8")


def test_what_is_not_known_by_id_is_shown_with_reasons_and_places(years: Workspace) -> None:
    shown = match(years)
    assert shown.code == 0
    expected = f"""\
{OLD} → {NEW}
  unit 101001=101001: the same code but for the year, 100%
    - 示例县档案馆  {OLD}/filing.yaml:10
    + 示例县档案馆  {NEW}/filing.yaml:10
    = the codes are the same: 101001
    = the names are the same
  project archive=papers: alike in name, 100%
    - 档案数字化经费  {OLD}/projects/archive.yaml:3
    + 档案数字化专项经费  {NEW}/projects/papers.yaml:3
    = the names differ only in words that say little
    = the budgets are the same
  project roads=care: probably the same, 90%
    - 农村公路养护  {OLD}/projects/roads.yaml:3
    + 农村公路日常养护  {NEW}/projects/care.yaml:3
    = one of the names says more: 农村公路养护, 农村公路日常养护
    = the budgets are the same
  indicator archive/pages=papers/leaves: probably the same, 91%
    - 数字化页数  {OLD}/projects/archive.yaml:13
    + 数字化页码  {NEW}/projects/papers.yaml:13
    = one of the names says more: 数字化页数, 数字化页码
    = the class is the same
    = the targets measure the same
"""
    assert shown.out == expected


def test_json_has_the_same(years: Workspace) -> None:
    document = json.loads(match(years, "--format", "json").out)
    (couple,) = document["couples"]
    assert (couple["old"], couple["new"]) == (OLD, NEW)
    assert [(one["kind"], one["how"]) for one in couple["entries"]] == [
        ("unit", "code"),
        ("project", "likeness"),
        ("project", "proposed"),
        ("indicator", "proposed"),
    ]
    assert couple["entries"][2]["old"] == [
        {"id": "roads", "name": "农村公路养护", "path": f"{OLD}/projects/roads.yaml", "line": 3}
    ]


def test_without_guessing_nothing_is_shown(years: Workspace) -> None:
    shown = match(years, "--no-guess")
    assert shown.out == f"{OLD} → {NEW}\n  nothing beside what ids and lineage.yaml say\n"


def test_decisions_are_recorded_and_hold(years: Workspace) -> None:
    done = match(
        years, "--write", "--note", "会议纪要",
        "--same", "archive=papers", "--different", "roads=care",
        "--same", "archive/pages=papers/leaves", "--same", "101001=101001",
    )  # fmt: skip
    assert (done.code, done.out) == (0, "")
    assert done.err == f"{LINEAGE}: decisions recorded: 4\n"
    assert read(years).startswith("spec: 1\nfrom:\n  - year: '2026'\n    units:\n")
    assert "        indicators:\n          - old: pages\n" in read(years)
    assert read(years).count("note: '会议纪要'") == 4
    assert match(years).out == f"{OLD} → {NEW}\n  nothing beside what ids and lineage.yaml say\n"
    known = match(years, "--all").out
    assert "project archive=papers: confirmed in lineage.yaml, 100%" in known
    assert "    = recorded in lineage.yaml: 会议纪要\n" in known
    assert run("check", "2027", cwd=years.root).code == 0


def test_all_that_is_shown_can_be_accepted(years: Workspace) -> None:
    assert match(years, "--write", "--accept-all").err == f"{LINEAGE}: decisions recorded: 4\n"
    again = match(years, "--write", "--accept-all")
    # Rows of what was only proposed before are seen now, and they are the same.
    assert again.err == f"{LINEAGE}: decisions recorded: 1\n"
    assert match(years, "--write", "--accept-all").err == "nothing to record\n"


def test_splits_and_mergers_can_be_recorded(years: Workspace) -> None:
    assert match(years, "--write", "--split", "roads=papers+care").code == 0
    assert "new: [papers, care]\n        relation: split\n" in read(years)
    (years.root / LINEAGE).unlink()
    assert match(years, "--write", "--merged", "roads+archive=care").code == 0
    assert "old: [roads, archive]\n" in read(years)


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["--same", "a=b"], "decisions are recorded only with --write"),
        (["--accept-all"], "decisions are recorded only with --write"),
        (["--write"], "--write asks on a terminal only"),
        (["--write", "--same", "roads"], "--same wants OLD=NEW, not 'roads'"),
        (["--write", "--same", "roads=nowhere"], "no two filings here have roads=nowhere"),
        (["--write", "--same", "roads/x=care/y"], "no two filings here have roads/x=care/y"),
        (
            ["--write", "--same", "roads=care", "--same", "roads=papers"],
            f"{LINEAGE} would not be right: 'roads' is decided about twice",
        ),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    years: Workspace, args: list[str], says: str
) -> None:
    done = match(years, *args)
    assert done.code == 2
    assert f"error: {says}\n" in done.err
    assert not (years.root / LINEAGE).exists()


def test_on_a_terminal_each_proposal_is_asked_about(
    years: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("different\nlater\n"))
    done = match(years, "--write", terminal=True)
    assert done.code == 0
    assert done.out.count("probably the same") == 2
    assert "old: roads\n        new: care\n        relation: different\n" in read(years)
    assert "pages" not in read(years)


def test_what_cannot_be_read_is_said(years: Workspace) -> None:
    years.write(f"{NEW}/projects/care.yaml", "spec: [")
    shown = match(years)
    assert shown.code == 2
    assert "project archive=papers" in shown.out
    assert "not compared: what could not be read: 1" in shown.err


def test_a_filing_of_which_nothing_can_be_read_is_passed_over(years: Workspace) -> None:
    years.write(f"{NEW}/filing.yaml", "spec: [")
    shown = match(years)
    assert (shown.code, shown.out) == (2, "")


@pytest.mark.parametrize(
    "there",
    [
        b"\xef\xbb\xbfspec: 1\nfrom: []\n",
        "spec: 1\nfrom: []  # 沿革\n".encode("gb18030"),
        b"spec: 1\nfrom: [\n",
        b"spec: 1\nfrom: 3\n",
        b"spec: 1\nfrom:\n  - 3\n",
        b"- 1\n",
        b"{}\n",
        b"# to be done\n",
        b"spec: 1\nfrom:\n  - year: 2026\n    projects: 3\n",
        b"spec: 1\nfrom: []\n#" + b"x" * (2 << 20),
    ],
)
def test_what_cannot_be_read_is_never_written_over(years: Workspace, there: bytes) -> None:
    file = years.root / LINEAGE
    file.write_bytes(there)
    ended = match(years, "--write", "--same", "archive=papers")
    assert ended.code == 2
    assert f"error: {LINEAGE} cannot be read" in ended.err
    assert file.read_bytes() == there


@pytest.mark.parametrize("target", ["outside.yaml", "missing.yaml"])
def test_a_link_out_of_the_workspace_is_not_written_over(
    years: Workspace, tmp_path_factory: pytest.TempPathFactory, target: str
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "outside.yaml").write_text("mine", encoding="utf-8")
    (years.root / LINEAGE).symlink_to(outside / target)
    ended = match(years, "--write", "--same", "archive=papers")
    assert ended.code == 2
    assert (years.root / LINEAGE).is_symlink()
    assert [one.read_text(encoding="utf-8") for one in outside.iterdir()] == ["mine"]


def test_a_link_and_the_rights_of_a_file_stay_as_they_are(years: Workspace) -> None:
    kept = years.root / NEW / "decisions.txt"
    kept.write_text("spec: 1\nfrom:\n  - year: 2025\n", encoding="utf-8")
    kept.chmod(0o600)
    (years.root / LINEAGE).symlink_to("decisions.txt")
    assert match(years, "--write", "--same", "archive=papers").code == 0
    assert (years.root / LINEAGE).is_symlink()
    assert "new: papers" in kept.read_text(encoding="utf-8")
    assert kept.stat().st_mode & 0o777 == 0o600


def test_what_somebody_wrote_while_questions_were_asked_is_kept(
    years: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(*_arguments: object, **_options: object) -> str:
        years.write(LINEAGE, "spec: 1\nfrom: []\n# 另一人的决定\n")
        return "same"

    monkeypatch.setattr(click, "prompt", asked)
    ended = match(years, "--write", terminal=True)
    assert ended.code == 2
    assert f"{LINEAGE} was changed by somebody else meanwhile" in ended.err
    assert "另一人的决定" in read(years)


def test_decisions_hold_backwards_and_are_recorded_forwards_only(years: Workspace) -> None:
    backwards = ("match", "2027", "2026", "--lang", "en")
    ended = years.run(*backwards, "--write", "--same", "papers=archive")
    assert ended.code == 2
    assert "= hint: name the older side first" in ended.err
    assert list(years.root.rglob("lineage.yaml")) == []
    assert match(years, "--write", "--same", "archive=papers", "--same", "roads=care").code == 0
    assert "project papers=archive: confirmed in lineage.yaml" in years.run(*backwards, "--all").out
