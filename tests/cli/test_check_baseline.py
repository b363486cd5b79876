"""`perfspec check --baseline` and `--write-baseline`: the old is known, the new is shown."""

import json
import shutil

import pytest

from perfspec import review
from tests.helpers import FILING, PROJECT, Workspace, run
from tests.slips import RULES

OTHER = "specs/2026/202002/projects/archive.yaml"


@pytest.fixture(autouse=True)
def _rules(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put two rules in, and a slip that one of them finds in each of two filings."""
    monkeypatch.setattr(review, "RULES", RULES)
    workspace.add_filing()
    for path in (PROJECT, OTHER):
        workspace.edit(path, "name: 档案数字化经费", "name: 档案数错化经费")


def known(workspace: Workspace) -> list[str]:
    """Return the paths in the baseline."""
    text = (workspace.root / "known.json").read_text(encoding="utf-8")
    return [one["path"] for one in json.loads(text)["known"]]


def test_what_is_known_is_hidden_and_counted(workspace: Workspace) -> None:
    written = workspace.run("check", "--write-baseline", "known.json", "--fail-on", "info")
    assert (written.code, written.out) == (0, "")
    assert written.err == (
        "known.json: known from now on: 2\n"
        "filings: 2, files: 5; nothing found; in the baseline: 2\n"
    )
    text = (workspace.root / "known.json").read_text(encoding="utf-8")
    assert text == (
        '{\n  "spec": 1,\n  "known": [\n'
        f'    {{"path": "{PROJECT}", "code": "word-slip", "at": "name", "words": "错"}},\n'
        f'    {{"path": "{OTHER}", "code": "word-slip", "at": "name", "words": "错"}}\n'
        "  ]\n}\n"
    )
    workspace.edit(PROJECT, "spec: 1\n", "# a comment\nspec: 1\n")
    workspace.edit(PROJECT, "1.完成数字化。", "1.完成数错化。")
    ended = workspace.run("check", "--baseline", "known.json", "--fail-on", "info")
    assert (ended.code, ended.findings) == (1, [f"{PROJECT}:10:10: word-slip"])
    assert ended.err.endswith("errors: 0, warnings: 1, notes: 0; in the baseline: 2\n")
    document = workspace.json("--baseline", "known.json")
    assert document["baseline"] == {"known": 2, "gone": 0}


def test_what_was_mended_is_counted_until_the_file_is_written_again(workspace: Workspace) -> None:
    workspace.run("check", "--write-baseline", "known.json")
    workspace.edit(PROJECT, "数错化", "数字化")
    ended = workspace.run("check", "--baseline", "known.json")
    assert ended.err == (
        "filings: 2, files: 5; nothing found; in the baseline: 1;"
        " no longer found, but in the baseline: 1\n"
    )
    workspace.run("check", "--write-baseline", "known.json")
    assert known(workspace) == [OTHER]
    assert "no longer" not in workspace.run("check", "--baseline", "known.json").err


@pytest.mark.parametrize(
    "args", [["specs/2026/202002"], ["--ignore", "word-slip"], ["--select", "data-lacking"]]
)
def test_what_was_not_looked_at_is_neither_gone_nor_forgotten(
    workspace: Workspace, args: list[str]
) -> None:
    workspace.run("check", "--write-baseline", "known.json")
    workspace.edit(PROJECT, "数错化", "数字化")
    assert "no longer" not in workspace.run("check", "--baseline", "known.json", *args).err
    workspace.run("check", "--write-baseline", "known.json", *args)
    assert known(workspace) == [PROJECT, OTHER]


def test_entries_of_a_filing_or_rule_that_is_no_more_are_gone(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.run("check", "--write-baseline", "known.json")
    shutil.rmtree(workspace.root / OTHER.rpartition("/projects")[0])
    ended = workspace.run("check", "--baseline", "known.json")
    assert ended.err.endswith("in the baseline: 1; no longer found, but in the baseline: 1\n")
    monkeypatch.setattr(review, "RULES", RULES[:1])
    ended = workspace.run("check", "--baseline", "known.json")
    assert ended.err.endswith("nothing found; no longer found, but in the baseline: 2\n")


def test_a_filing_that_cannot_be_read_keeps_its_entries(workspace: Workspace) -> None:
    workspace.run("check", "--write-baseline", "known.json")
    workspace.edit(FILING, "stage: draft", "stage: x")
    ended = workspace.run("check", "--write-baseline", "known.json")
    assert (ended.code, ended.findings) == (1, [f"{FILING}:4:8: wrong-value"])
    assert known(workspace) == [PROJECT, OTHER]


def test_the_workspace_can_name_it(workspace: Workspace) -> None:
    workspace.run("check", "--write-baseline", "known.json")
    workspace.write("perfspec.toml", "[check]\nbaseline = 'known.json'\n")
    assert workspace.run("check").findings == []
    workspace.write("other.json", '{"spec": 1, "known": []}')
    assert len(workspace.run("check", "--baseline", "other.json").findings) == 2
    workspace.write("perfspec.toml", "[check]\nbaseline = 'nothing.json'\n")
    ended = workspace.run("check")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        "error: nothing.json is no baseline: the file is not there\n"
        "   = hint: `perfspec check --write-baseline nothing.json` makes one\n"
    )


@pytest.mark.parametrize("option", ["--baseline", "--write-baseline"])
def test_where_there_is_another_file_another_name_is_asked_for(
    workspace: Workspace, option: str
) -> None:
    workspace.write("README.md", "# 说明\n")
    ended = workspace.run("check", option, "README.md")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        "error: README.md is no baseline: line 1 is no JSON\n   = hint: name another file\n"
    )
    workspace.write("perfspec.toml", "[check]\nbaseline = 'README.md'\n")
    from_below = run("check", cwd=workspace.root / "specs")
    assert from_below.err.endswith("   = hint: name another file\n")


def test_a_silenced_finding_is_not_known(workspace: Workspace) -> None:
    workspace.edit(PROJECT, "unit: 101001", "unit: 101001\n# perfspec: ignore word-slip — x")
    workspace.run("check", "--write-baseline", "known.json")
    assert known(workspace) == [OTHER]


def test_a_broken_one_is_not_written_over(workspace: Workspace) -> None:
    workspace.write("known.json", "{")
    ended = workspace.run("check", "--write-baseline", "known.json")
    assert (ended.code, ended.out) == (2, "")
    assert "known.json is no baseline: line 1 is no JSON" in ended.err
    assert (workspace.root / "known.json").read_text(encoding="utf-8") == "{"


def test_what_fix_mends_is_not_written_to_it(workspace: Workspace) -> None:
    ended = workspace.run("check", "--fix", "--write-baseline", "known.json")
    assert (ended.code, known(workspace)) == (0, [])
