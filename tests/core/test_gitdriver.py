"""`git diff` shows which indicator changed, and words of Chinese, in whatever locale."""

import os
import subprocess
from pathlib import Path

import pytest

from perfspec.errors import PerfspecError
from perfspec.starter import gitdriver
from tests.docs.documents import ROOT
from tests.gits import IDENTITY, Repository
from tests.helpers import FOLDER, PROJECT, PROJECT_TEXT, Workspace
from tests.needs import needs

pytestmark = needs("git")


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM"):
        monkeypatch.setenv(name, IDENTITY[name])


BEFORE = (
    PROJECT_TEXT
    + """\
  - class: 质量指标
    name: 重大突发事件应急处置率
    target: ≥90%
    basis: 依据《工作方案》（试行）第3条
"""
)
AFTER = (
    BEFORE.replace("total: 112500.00", "total: 122500.50")
    .replace("≥90%", "≥95.5%")
    .replace("（试行）第3条", "（修订）第13条")
    .replace("≥10万页", "≥12万页")
)


@pytest.fixture
def repository(workspace: Workspace) -> Repository:
    """Return a repository with the driver, one project committed and changed since."""
    made = Repository(workspace.root)
    workspace.write(".gitattributes", f"{gitdriver.ATTRIBUTE}\n")
    workspace.write(PROJECT, BEFORE)
    made.commit()
    assert gitdriver.set_up(workspace.root)
    workspace.write(PROJECT, AFTER)
    return made


def diff(repository: Repository, locale: str, *options: str) -> list[str]:
    """Return the lines of `git diff` from the first hunk on."""
    ended = subprocess.run(
        ["git", "-C", str(repository.folder), "diff", "--unified=0", *options],
        env=os.environ | IDENTITY | {"LC_ALL": locale},
        capture_output=True,
        check=True,
    )
    assert ended.stderr == b""
    lines = ended.stdout.decode().splitlines()
    return lines[4:]


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_words_are_numbers_and_single_characters(repository: Repository, locale: str) -> None:
    shown = diff(repository, locale, "--word-diff")
    assert [line for line in shown if not line.startswith("@@")] == [
        "  total: [-112500.00-]{+122500.50+}",
        "    target: ≥[-10-]{+12+}万页",
        "    target: ≥[-90%-]{+95.5%+}",
        "    basis: 依据《工作方案》（[-试行-]{+修订+}）第[-3-]{+13+}条",
    ]


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_the_head_of_a_hunk_is_the_indicator_or_the_key(
    repository: Repository, locale: str
) -> None:
    heads = [line.split(" @@ ")[1:] for line in diff(repository, locale) if line.startswith("@@")]
    assert heads == [
        ["budget:"],
        ["name: 数字化页数"],
        ["name: 重大突发事件应急处置率"],
    ]


def test_without_the_driver_words_are_whole_sentences(repository: Repository) -> None:
    """The test above would see the driver fail."""
    repository.git("config", "--remove-section", "diff.perfspec")
    assert "    [-basis: 依据《工作方案》（试行）第3条-]" not in diff(repository, "C.UTF-8")
    shown = diff(repository, "C.UTF-8", "--word-diff")
    assert any("[-依据《工作方案》（试行）第3条-]" in line for line in shown)


def test_only_this_clone_is_set_and_twice_is_as_once(
    repository: Repository,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mine = tmp_path_factory.mktemp("home") / "config"
    mine.write_text("[user]\n\tname = x\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(mine))
    before = (repository.folder / ".git" / "config").read_bytes()
    assert gitdriver.set_up(repository.folder)
    assert (repository.folder / ".git" / "config").read_bytes() == before
    assert mine.read_text(encoding="utf-8") == "[user]\n\tname = x\n"


def test_a_platform_gets_what_its_git_understands() -> None:
    assert set(gitdriver.settings("linux")) == {"xfuncname", "wordRegex"}
    assert gitdriver.settings("darwin")["wordRegex"].isprintable()
    assert not gitdriver.settings("linux")["wordRegex"].isprintable()
    assert set(gitdriver.settings("win32")) == {"xfuncname"}


class TestInit:
    """`perfspec init` in a repository, outside of one, and in a clone."""

    def test_in_a_repository_it_sets_the_driver(self, workspace: Workspace) -> None:
        new = Repository(workspace.root / "new")
        run = workspace.run("init", "new")
        assert run.code == 0
        assert "in this clone\n" in run.err
        assert "lacks a line" not in run.err
        assert new.git("config", "diff.perfspec.xfuncname").count("\n") == 5
        assert new.git("check-attr", "diff", f"{FOLDER}/filing.yaml").endswith(": perfspec\n")

    def test_outside_of_one_it_says_what_to_run_later(self, workspace: Workspace) -> None:
        run = workspace.run("init", "new")
        assert run.code == 0
        assert "once it is in git: perfspec init --git new\n" in run.err

    def test_with_git_it_does_nothing_else(self, workspace: Workspace) -> None:
        made = Repository(workspace.root)
        workspace.write(".gitattributes", f"{gitdriver.ATTRIBUTE}\n")
        made.commit()
        run = workspace.run("init", "--git")
        assert (run.code, run.out) == (0, "")
        assert made.git("status", "--porcelain") == ""
        assert made.git("config", "diff.perfspec.wordRegex")

    def test_attributes_that_lack_the_line_are_told(self, workspace: Workspace) -> None:
        Repository(workspace.root)
        run = workspace.run("init", "--git")
        assert run.code == 0
        assert ".gitattributes lacks a line for it: specs/**/*.yaml diff=perfspec" in run.err

    def test_with_git_but_no_repository_it_fails(self, workspace: Workspace) -> None:
        run = workspace.run("init", "--git")
        assert run.code == 2
        assert "is in no git repository" in run.err


@pytest.mark.parametrize("folder", ["", "perfspec/starter/files"])
def test_the_attributes_of_the_repository_and_the_starter_name_the_driver(folder: str) -> None:
    name = "dot-gitattributes" if folder else ".gitattributes"
    lines = (ROOT / folder / name).read_text(encoding="utf-8").splitlines()
    assert any(line.endswith(gitdriver.ATTRIBUTE) for line in lines)


def test_a_workspace_that_is_no_repository_raises(tmp_path: Path) -> None:
    with pytest.raises(PerfspecError, match="is in no git repository"):
        gitdriver.set_up(tmp_path)
