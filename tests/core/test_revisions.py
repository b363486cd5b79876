"""A workspace as it was at a revision is read without a checkout, a fetch or a hook."""

import hashlib
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from perfspec import pipeline, revisions
from perfspec.errors import PerfspecError
from perfspec.messages import english
from perfspec.revisions import Snapshot, contents, git
from perfspec.texts import MAX_BYTES
from perfspec.workspace import below
from tests.gits import IDENTITY, Repository
from tests.helpers import FILING, FOLDER, PROJECT, Workspace
from tests.needs import needs

pytestmark = needs("git")


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM"):
        monkeypatch.setenv(name, IDENTITY[name])


@pytest.fixture
def repository(workspace: Workspace) -> Repository:
    """Return the repository of the workspace, with two commits: 112500 yuan, then 225000."""
    made = Repository(workspace.root)
    made.commit()
    workspace.write(PROJECT, _project(workspace).replace("112500", "225000"))
    made.commit()
    workspace.write(PROJECT, _project(workspace).replace("225000", "1"))
    return made


def _project(workspace: Workspace) -> str:
    return (workspace.root / PROJECT).read_text(encoding="utf-8")


@contextmanager
def at(workspace: Workspace, named: str, instead: str = "", cwd: str = "") -> Iterator[Snapshot]:
    with revisions.opened(workspace.root, named, instead, workspace.root / cwd) as snapshot:
        yield snapshot


def refused(workspace: Workspace, named: str, cwd: str = "") -> tuple[str, str]:
    """Return why a side cannot be had, and the hint."""
    with pytest.raises(PerfspecError) as raised, at(workspace, named, cwd=cwd):
        pass
    hint = raised.value.hint
    return english(raised.value.message), english(hint) if hint else ""


def total(snapshot: Snapshot) -> str:
    """Return the budget of the one project that the snapshot has."""
    (folder,), found = below(snapshot.root, snapshot.path, snapshot.origin)
    assert found == []
    desk, _ = pipeline.open_desk(snapshot.root, origin=snapshot.origin)
    loaded = pipeline.load(folder, desk)
    assert loaded.filing, loaded.refused
    return loaded.filing.projects[0].budget.total.text


class TestReading:
    """What is brought."""

    def test_each_revision_has_its_own_files(
        self, workspace: Workspace, repository: Repository
    ) -> None:
        repository.git("tag", "v1", "HEAD~1")
        for named, expected in {
            "HEAD": "225000.00",
            "HEAD:": "225000.00",
            "HEAD~1": "112500.00",
            "v1": "112500.00",
            "main~1:specs": "112500.00",
            "HEAD:2026": "225000.00",
            f"HEAD:{FOLDER}": "225000.00",
            f"HEAD:./{PROJECT}": "225000.00",
        }.items():
            with at(workspace, named) as snapshot:
                assert total(snapshot) == expected, named

    def test_a_revision_alone_means_the_path_of_the_other_side(
        self, workspace: Workspace, repository: Repository
    ) -> None:
        del repository
        with at(workspace, "HEAD", "specs/2026") as snapshot:
            assert snapshot.path == "specs/2026"
            assert total(snapshot) == "225000.00"
        with at(workspace, "HEAD", "specs/2027") as snapshot:
            assert below(snapshot.root, snapshot.path) == ([], [])

    def test_places_begin_with_the_revision(
        self, workspace: Workspace, repository: Repository
    ) -> None:
        workspace.write("templates/plain/form.yaml", "spec: 1\n")
        workspace.write(PROJECT, "spec: 1\n")
        workspace.write(f"{FOLDER}/notes.yaml", "")
        workspace.write("perfspec.toml", "[chek]\n")
        repository.commit()
        with at(workspace, "HEAD") as snapshot:
            (folder,), _ = below(snapshot.root, "", snapshot.origin)
            desk, wrong = pipeline.open_desk(snapshot.root, origin=snapshot.origin)
            loaded = pipeline.load(folder, desk)
        assert folder.path == f"HEAD:{FOLDER}"
        assert [one.spot.path for one in wrong] == ["HEAD:perfspec.toml"]
        assert {one.at.path for one in loaded.refused} == {
            f"HEAD:{FOLDER}/notes.yaml",
            f"HEAD:{PROJECT}",
            "HEAD:templates/plain/form.yaml",
        }
        assert f"HEAD:{FILING}" in loaded.sources

    def test_nothing_stays_behind(self, workspace: Workspace, repository: Repository) -> None:
        before = repository.git("status", "--porcelain")
        with at(workspace, "HEAD~1") as snapshot:
            assert snapshot.root.is_dir()
        assert not snapshot.root.exists()
        assert repository.git("status", "--porcelain") == before

    def test_only_what_is_named_is_brought(
        self, workspace: Workspace, repository: Repository
    ) -> None:
        workspace.add_filing()
        workspace.write("README.md", "x")
        repository.commit()
        with at(workspace, f"HEAD:{PROJECT}") as snapshot:
            files = [path for path in snapshot.root.rglob("*") if path.is_file()]
            assert sorted(path.relative_to(snapshot.root).as_posix() for path in files) == [
                "perfspec.toml",
                FILING,
                PROJECT,
                "templates/plain/form.yaml",
                "templates/plain/paper.html.j2",
            ]

    def test_a_name_in_chinese_is_brought(
        self, workspace: Workspace, repository: Repository
    ) -> None:
        workspace.write(f"{FOLDER}/说明 一.yaml", "x: 1\n")
        repository.git("checkout", "--quiet", "-b", "复核")
        repository.commit()
        with at(workspace, "复核") as snapshot:
            assert (snapshot.root / FOLDER / "说明 一.yaml").is_file()


class TestSubfolder:
    """A workspace that is a folder of its repository."""

    @pytest.fixture
    def workspace(self, tmp_path: Path) -> Workspace:
        return Workspace(tmp_path / "budget" / "绩效")

    @pytest.fixture
    def repository(self, workspace: Workspace) -> Repository:
        made = Repository(workspace.root.parents[1])
        made.commit()
        return made

    @pytest.mark.parametrize(
        ("named", "cwd", "path"),
        [
            ("HEAD", "", ""),
            ("HEAD:specs/2026", "", "specs/2026"),
            ("HEAD:2026", "", "specs/2026"),
            ("HEAD:budget/绩效/specs/2026", "", "specs/2026"),
            ("HEAD:budget/绩效", "", ""),
            ("HEAD:./2026", "specs", "specs/2026"),
            ("HEAD:../specs", "specs", "specs"),
            ("HEAD:.", "", ""),
        ],
    )
    @pytest.mark.usefixtures("repository")
    def test_paths_are_from_the_top_or_from_the_workspace(
        self, workspace: Workspace, named: str, cwd: str, path: str
    ) -> None:
        with at(workspace, named, cwd=cwd) as snapshot:
            assert snapshot.path == path
            assert snapshot.origin == "HEAD:budget/绩效/"
            assert total(snapshot) == "112500.00"

    @pytest.mark.usefixtures("repository")
    def test_a_path_out_of_the_repository_is_refused(self, workspace: Workspace) -> None:
        assert refused(workspace, "HEAD:../../../x")[0] == (
            "../../../x is not in the revision HEAD"
        )


class TestRefusals:
    """What cannot be had, and what to do then."""

    def test_an_unknown_revision_has_a_hint(
        self, workspace: Workspace, repository: Repository
    ) -> None:
        repository.git("branch", "review-2026")
        assert refused(workspace, "reveiw-2026") == (
            "git knows no revision 'reveiw-2026' here",
            "did you mean review-2026?",
        )
        assert refused(workspace, "HEAD~9")[1] == (
            "name a branch, a tag or a commit, such as HEAD~1"
        )

    @pytest.mark.usefixtures("repository")
    @pytest.mark.parametrize(
        ("named", "words"),
        [
            ("--all", "'--all' is no revision"),
            ("--output=/tmp/x", "'--output=/tmp/x' is no revision"),
            ("HEAD\n", "'HEAD\\n' is no revision"),
            ("HEAD:a\0b", "'HEAD' is no revision"),
            (":specs", "the index of git is not compared"),
            (":", "the index of git is not compared"),
            ("main..HEAD", "main..HEAD names two revisions at once"),
            ("main...", "main... names two revisions at once"),
            ("HEAD:nothing", "nothing is not in the revision HEAD"),
            ("HEAD:2025", "2025 is not in the revision HEAD"),
            ("HEAD^{tree}", "git knows no revision 'HEAD^{tree}' here"),
        ],
    )
    def test_what_is_no_revision_is_refused(
        self, workspace: Workspace, named: str, words: str
    ) -> None:
        assert refused(workspace, named)[0] == words

    def test_two_revisions_in_one_are_named_apart(
        self, workspace: Workspace, repository: Repository
    ) -> None:
        del repository
        assert refused(workspace, "main...")[1] == "name each for itself: main HEAD"

    def test_a_folder_in_no_repository_is_told(self, workspace: Workspace) -> None:
        assert refused(workspace, "HEAD") == (
            f"{workspace.root} is in no git repository",
            "name years or paths, or make a repository with `git init`",
        )

    def test_a_missing_git_is_told(
        self, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PATH", "")
        assert refused(workspace, "HEAD")[0] == "git is not installed, or not on the PATH"

    @pytest.mark.usefixtures("repository")
    def test_a_repository_of_somebody_else_is_told(
        self, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
        assert refused(workspace, "HEAD") == (
            f"git does not trust {workspace.root}: it belongs to somebody else",
            f"if you do, run: git config --global --add safe.directory {workspace.root}",
        )

    def test_a_revision_without_a_workspace_is_told(
        self, workspace: Workspace, repository: Repository
    ) -> None:
        (workspace.root / "perfspec.toml").unlink()
        repository.commit()
        assert refused(workspace, "HEAD") == (
            "there is no perfspec workspace in the revision HEAD",
            "its root holds perfspec.toml",
        )

    def test_a_shallow_clone_says_so(self, workspace: Workspace, repository: Repository) -> None:
        clone = workspace.root / "clone"
        repository.git("clone", "--quiet", "--depth=1", f"file://{workspace.root}", str(clone))
        there = Workspace(clone)
        with at(there, "HEAD") as snapshot:
            assert total(snapshot) == "225000.00"
        assert refused(there, "HEAD~1") == (
            "git knows no revision 'HEAD~1' here",
            "this clone has a part of the history only: git fetch --unshallow",
        )

    @pytest.mark.parametrize("kept", ["blob:none", "tree:0"])
    def test_a_partial_clone_is_told_and_nothing_is_fetched(
        self, workspace: Workspace, repository: Repository, kept: str
    ) -> None:
        repository.git("config", "uploadpack.allowFilter", "true")
        repository.git("config", "uploadpack.allowAnySHA1InWant", "true")
        clone = workspace.root / "clone"
        repository.git(
            "clone", "--quiet", f"--filter={kept}", f"file://{workspace.root}", str(clone)
        )
        Repository(clone).git("config", "protocol.file.allow", "always")
        there = Workspace(clone)
        with at(there, "HEAD") as snapshot:
            assert total(snapshot) == "225000.00"
        assert refused(there, "HEAD~1") == (
            "this clone does not have all files of HEAD~1",
            "nothing is fetched here: make a whole clone, without --filter and --depth",
        )

    def test_a_repository_that_lost_an_object_is_told(
        self, workspace: Workspace, repository: Repository
    ) -> None:
        blob = repository.git("rev-parse", f"HEAD:{PROJECT}").strip()
        (workspace.root / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
        assert refused(workspace, "HEAD")[0] == "this clone does not have all files of HEAD"

    def test_an_object_that_goes_meanwhile_is_told(
        self, workspace: Workspace, repository: Repository, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        del repository
        gone = (contents.File(path=PROJECT, object="0" * 40, size=1),)
        monkeypatch.setattr(contents, "listed", lambda *_arguments: (gone, ()))
        assert refused(workspace, "HEAD")[0] == "this clone does not have all files of HEAD"


class TestStrangers:
    """What a repository of a stranger may hold."""

    def test_links_and_submodules_are_findings(
        self, workspace: Workspace, repository: Repository
    ) -> None:
        (workspace.root / FOLDER / "projects" / "other.yaml").symlink_to("archive.yaml")
        (workspace.root / "specs" / "2025").symlink_to("2026")
        repository.git("add", "--all")
        head = repository.git("rev-parse", "HEAD").strip()
        repository.git("update-index", "--add", "--cacheinfo", f"160000,{head},specs/2024")
        repository.git("commit", "--quiet", "--message", "links")
        with at(workspace, "HEAD") as snapshot:
            found = [(one.code, one.at.path, english(one.message)) for one in snapshot.refused]
            names = {path.name for path in snapshot.root.rglob("*")}
        link = "this is a symbolic link; those of a revision are not followed"
        assert found == [
            (
                "file-kind",
                "HEAD:specs/2024",
                "this is a submodule; those of a revision are not read",
            ),
            ("file-link", "HEAD:specs/2025", link),
            ("file-link", f"HEAD:{FOLDER}/projects/other.yaml", link),
        ]
        assert not names & {"2024", "2025", "other.yaml"}

    def test_a_path_never_leads_out(
        self, workspace: Workspace, repository: Repository, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (workspace.root / "brought").mkdir()
        monkeypatch.setattr(tempfile, "tempdir", str(workspace.root / "brought"))
        blob = repository.git("hash-object", "-w", FILING).strip()
        tree = _tree(workspace, f"100644 blob {blob}\tescaped.yaml\n")
        for name in ("2026", "specs"):
            tree = _tree(workspace, f"040000 tree {tree}\t..\n040000 tree {tree}\t{name}\n")
        marker = repository.git("hash-object", "-w", "perfspec.toml").strip()
        whole = _tree(
            workspace, f"100644 blob {marker}\tperfspec.toml\n040000 tree {tree}\tspecs\n"
        )
        commit = repository.git("commit-tree", "-m", "evil", whole).strip()
        with at(workspace, commit) as snapshot:
            files = {path.name for path in snapshot.root.rglob("*")}
            assert files == {"perfspec.toml", "specs", "2026", "escaped.yaml"}
            assert [path.name for path in snapshot.root.parent.iterdir()] == [snapshot.root.name]

    def test_a_file_too_large_is_a_finding_and_is_not_brought(
        self, workspace: Workspace, repository: Repository
    ) -> None:
        workspace.write(PROJECT, b"#" * (MAX_BYTES + 1))
        workspace.write(f"{FOLDER}/scan.pdf", b"#" * (MAX_BYTES + 1))
        repository.commit()
        with at(workspace, "HEAD") as snapshot:
            file = snapshot.root / PROJECT
            assert file.stat().st_size == MAX_BYTES + 1
            assert file.read_bytes()[:1] == b"\0"
            assert not (snapshot.root / FOLDER / "scan.pdf").exists()
            (folder,), _ = below(snapshot.root, "", snapshot.origin)
            loaded = pipeline.load(folder)
        assert [(one.code, one.at.path) for one in loaded.refused] == [
            ("file-size", f"HEAD:{PROJECT}")
        ]

    def test_there_are_limits(
        self, workspace: Workspace, repository: Repository, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        del repository
        hint = "no more than 4 files and {} bytes are read; name a year or a department"
        monkeypatch.setattr(contents, "MAX_FILES", 5)
        with at(workspace, "HEAD"):
            pass
        monkeypatch.setattr(contents, "MAX_FILES", 4)
        size = contents.MAX_TOTAL
        assert refused(workspace, "HEAD") == (
            "there are too many files in HEAD",
            hint.format(size),
        )
        monkeypatch.undo()
        monkeypatch.setattr(contents, "MAX_TOTAL", 100)
        assert refused(workspace, "HEAD")[0] == "the specs of HEAD are too large"

    def test_no_program_of_the_repository_runs(
        self, workspace: Workspace, repository: Repository
    ) -> None:
        ran = workspace.root / "ran"
        script = workspace.write("evil.sh", f"#!/bin/sh\ntouch {ran}\ncat\n")
        script.chmod(0o755)
        for key in ("core.fsmonitor", "core.pager", "filter.evil.smudge", "diff.evil.textconv"):
            repository.git("config", key, str(script))
        hooks = workspace.root / ".git" / "hooks"
        for name in ("post-checkout", "post-index-change", "reference-transaction"):
            hook = workspace.write(f".git/hooks/{name}", f"#!/bin/sh\ntouch {ran}\n")
            hook.chmod(0o755)
        assert hooks.is_dir()
        workspace.write(".git/info/attributes", "*.yaml filter=evil diff=evil\n")
        ran.unlink(missing_ok=True)
        with at(workspace, "HEAD~1:specs") as snapshot:
            assert total(snapshot) == "112500.00"
        assert not ran.exists()

    def test_the_repository_of_a_hook_is_not_taken_for_ours(
        self,
        workspace: Workspace,
        repository: Repository,
        monkeypatch: pytest.MonkeyPatch,
        tmp_path_factory: pytest.TempPathFactory,
    ) -> None:
        del repository
        other = Repository(tmp_path_factory.mktemp("other"))
        monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
        monkeypatch.setenv("GIT_INDEX_FILE", str(other.folder / "index"))
        with at(workspace, "HEAD") as snapshot:
            assert total(snapshot) == "225000.00"


def _tree(workspace: Workspace, entries: str) -> str:
    """Return a tree of these entries, written as git itself would refuse to: unchecked."""
    data = b"".join(
        f"{mode.lstrip('0')} {path}\0".encode() + bytes.fromhex(name)
        for mode, _, name, path in (
            line.replace("\t", " ").split(" ") for line in entries.splitlines()
        )
    )
    whole = b"tree %d\0" % len(data) + data
    name = hashlib.sha1(whole, usedforsecurity=False).hexdigest()
    file = workspace.root / ".git" / "objects" / name[:2] / name[2:]
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(zlib.compress(whole))
    return name


@pytest.mark.parametrize(
    ("named", "parts"),
    [
        ("HEAD", ("HEAD", "")),
        ("HEAD~1:specs/2026", ("HEAD~1", "specs/2026")),
        ("HEAD:", ("HEAD", "")),
        (":x", ("", "x")),
        ("HEAD^{/fix: this}:specs", ("HEAD^{/fix: this}", "specs")),
        ("main@{2026-01-01 12:30}:specs", ("main@{2026-01-01 12:30}", "specs")),
        ("a}:b:c", ("a}", "b:c")),
    ],
)
def test_the_first_colon_outside_of_braces_parts_revision_and_path(
    named: str, parts: tuple[str, str]
) -> None:
    assert revisions.split(named) == parts


def test_git_that_fails_midway_is_told(workspace: Workspace) -> None:
    Repository(workspace.root)
    with (
        pytest.raises(git.GitRefusalError),
        git.asking(workspace.root, (), "cat-file", "--no-such-option") as answers,
    ):
        assert answers.read() == b""
