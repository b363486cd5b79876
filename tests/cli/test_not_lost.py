"""Nothing that a person wrote is passed over without a word."""

import pytest

from tests.helpers import FILING, FOLDER, PROJECT, Workspace


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("name: 档案数字化经费", "name: 档案 #1楼数字化", f"{PROJECT}:3:10: yaml-comment"),
        ("- 1.完成数字化。", "- 1.完成 #1楼。", f"{PROJECT}:9:10: yaml-comment"),
        ("target: ≥10万页", "target: #98", f"{PROJECT}:14:13: yaml-comment"),
    ],
)
def test_text_behind_a_hash_is_told(workspace: Workspace, old: str, new: str, finding: str) -> None:
    workspace.edit(PROJECT, old, new)
    checked = workspace.check()
    assert checked.findings == [finding]
    assert "a text with # in it needs quotes" in checked.out
    assert workspace.run("build", "--to", "html").code == 1
    assert workspace.built() == []


@pytest.mark.parametrize(
    "line",
    [
        "name: 档案数字化经费 # 名称",
        "name: 档案数字化经费  #\t名称",
        "name: '档案 #1楼'",
        "name: 档案#1楼",
        "#没有空格的整行说明\nname: 档案",
        "name: 档案 #",
    ],
)
def test_a_comment_and_a_hash_inside_a_word_are_fine(workspace: Workspace, line: str) -> None:
    workspace.edit(PROJECT, "name: 档案数字化经费", line)
    assert workspace.check().findings == []


@pytest.mark.parametrize(
    "name",
    [
        "projects/second.yaml.txt",
        "projects/second.YAML",
        "projects/second.yml",
        "projects/deeper/second.yaml",
        "second.yaml",
        "filing.yaml.txt",
    ],
)
def test_a_file_that_is_not_read_is_told(workspace: Workspace, name: str) -> None:
    workspace.write(f"{FOLDER}/{name}", "spec: 1\n")
    checked = workspace.check()
    assert checked.findings == [f"{FOLDER}/{name}:1:1: file-name"]
    assert "this file is not read" in checked.out


@pytest.mark.parametrize(
    "name", ["projects/archive.yaml~", "projects/.archive.yaml.swp", "filing.yaml.bak", "read.me"]
)
def test_backups_of_editors_and_other_files_are_left_alone(workspace: Workspace, name: str) -> None:
    workspace.write(f"{FOLDER}/{name}", "spec: 1\n")
    assert workspace.check().findings == []


def test_a_filing_that_notepad_named_is_no_empty_workspace(workspace: Workspace) -> None:
    text = (workspace.root / FILING).read_text(encoding="utf-8")
    workspace.write("specs/2026/303003/filing.yaml.txt", text)
    assert workspace.check().findings == [
        "specs/2026/303003/filing.yaml:1:1: file-missing",
        "specs/2026/303003/filing.yaml.txt:1:1: file-name",
    ]
