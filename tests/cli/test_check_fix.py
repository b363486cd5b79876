"""`perfspec check --fix` and `--diff`: what is mended, how, and what is left alone."""

import stat
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from perfspec import review
from perfspec.diagnostics import Diagnostic, Edit, Fix, Severity
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Rule
from tests.helpers import FILING, FOLDER, PROJECT, Workspace
from tests.slips import RULES, SLIP


@pytest.fixture(autouse=True)
def _rules(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put two rules in, and slips that one of them finds and mends."""
    monkeypatch.setattr(review, "RULES", RULES)
    workspace.edit(PROJECT, "name: 档案数字化经费", "name: '错字错' # 错")
    workspace.edit(PROJECT, "goals:", "purpose: >-\n  用于错\n  误。\ngoals:")


DIFF = f"""\
--- a/{PROJECT}
+++ b/{PROJECT}
@@ -1,12 +1,12 @@
 spec: 1
 unit: 101001
-name: '错字错' # 错
+name: '对字对' # 错
 budget:
   total: 112500.00
   sources:
     fiscal: 112500.00
 purpose: >-
-  用于错
+  用于对
   误。
 goals:
   - 1.完成数字化。
"""


def files(workspace: Workspace) -> dict[str, bytes]:
    """Return the files of the workspace."""
    found = sorted(path for path in workspace.root.rglob("*") if path.is_file())
    return {path.relative_to(workspace.root).as_posix(): path.read_bytes() for path in found}


class TestFix:
    """What is written."""

    def test_the_words_are_mended_and_no_other_byte(self, workspace: Workspace) -> None:
        before = files(workspace)
        ended = workspace.run("check", "--fix", "--fail-on", "info")
        after = files(workspace)
        assert after.keys() == before.keys()
        assert [path for path in after if after[path] != before[path]] == [PROJECT]
        text = before[PROJECT].decode()
        text = text.replace("'错字错'", "'对字对'").replace("用于错", "用于对")
        assert after[PROJECT].decode() == text
        assert (ended.code, ended.out) == (0, "")
        assert ended.err == (
            f"{PROJECT}:3: mended: write '对'\n"
            f"{PROJECT}:3: mended: write '对'\n"
            f"{PROJECT}:9: mended: write '对'\n"
            "filings: 1, files: 3; nothing found\n"
        )
        assert workspace.run("check", "--fix", "-q").err == ""
        assert files(workspace) == after

    def test_line_breaks_and_the_mode_of_the_file_stay(self, workspace: Workspace) -> None:
        file = workspace.root / PROJECT
        text = file.read_bytes().replace(b"\n", b"\r\n")
        file.write_bytes(text)
        file.chmod(0o640)
        workspace.run("check", "--fix")
        assert stat.S_IMODE(file.stat().st_mode) == 0o640
        wanted = text.decode().replace("'错字错'", "'对字对'").replace("用于错", "用于对")
        assert file.read_bytes().decode() == wanted

    def test_what_remains_is_reported_and_makes_the_exit_code(self, workspace: Workspace) -> None:
        workspace.edit(PROJECT, "unit: 101001", "unit: 101001 # perfspec: ignore typo — x")
        ended = workspace.run("check", "--fix", "--fail-on", "warning")
        assert (ended.code, ended.findings) == (1, [f"{PROJECT}:2:33: suppression-unknown"])

    def test_a_filing_that_cannot_be_read_is_not_mended(self, workspace: Workspace) -> None:
        workspace.edit(FILING, "stage: draft", "stage: x")
        before = files(workspace)
        assert workspace.run("check", "--fix").code == 1
        assert files(workspace) == before

    def test_what_is_silenced_ignored_or_known_is_left(self, workspace: Workspace) -> None:
        workspace.edit(PROJECT, "purpose: >-", "purpose: >- # perfspec: ignore word-slip — x")
        workspace.run("check", "--write-baseline", "known.json", "--ignore", "data-lacking")
        before = files(workspace)
        for args in (["--ignore", "word-slip"], ["--baseline", "known.json"]):
            assert workspace.run("check", "--fix", *args).findings == []
            assert files(workspace) == before
        assert "mended" in workspace.run("check", "--fix").err
        text = (workspace.root / PROJECT).read_text(encoding="utf-8")
        assert "用于错" in text
        assert "'对字对'" in text

    @pytest.mark.parametrize("stage", ["approved", "adjusted"])
    def test_an_approved_filing_is_left_alone_unless_told(
        self, workspace: Workspace, stage: str
    ) -> None:
        workspace.edit(FILING, "stage: draft", f"stage: {stage}")
        before = files(workspace)
        ended = workspace.run("check", "--fix")
        assert files(workspace) == before
        assert len(ended.findings) == 3
        assert ended.err.startswith(
            f"{FOLDER} has the stage {stage} and is left alone; --fix-approved mends it too,"
            " fixes: 3\n"
        )
        assert workspace.run("check", "--diff").out == ""
        assert workspace.run("check", "--diff", "--fix-approved").out == DIFF
        assert workspace.run("check", "--fix", "--fix-approved").findings == []
        assert files(workspace) != before

    def test_to_mend_approved_filings_one_has_to_mend(self, workspace: Workspace) -> None:
        ended = workspace.run("check", "--fix-approved")
        assert (ended.code, ended.out) == (2, "")
        assert ended.err == "error: --fix-approved goes with --fix or --diff\n"

    def test_a_symbolic_link_is_not_written_through(self, workspace: Workspace) -> None:
        real = workspace.root / "specs/elsewhere.txt"
        (workspace.root / PROJECT).rename(real)
        (workspace.root / PROJECT).symlink_to(real)
        before = real.read_bytes()
        ended = workspace.run("check", "--fix")
        assert real.read_bytes() == before
        assert (workspace.root / PROJECT).is_symlink()
        assert ended.err.startswith(f"{PROJECT}:3: not mended: the file is a symbolic link\n")
        assert len(ended.findings) == 3

    def test_a_file_that_cannot_be_written_is_2(
        self, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(**_args: object) -> None:
            raise PermissionError(13, "Permission denied")

        before = files(workspace)
        with monkeypatch.context() as patch:
            patch.setattr(tempfile, "mkstemp", refuse)
            ended = workspace.run("check", "--fix")
        assert (ended.code, files(workspace)) == (2, before)
        assert f"{PROJECT} cannot be written: Permission denied" in ended.err

    def test_a_file_that_somebody_changes_meanwhile_is_2(
        self, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        read = Path.read_bytes
        reads: list[Path] = []

        def change(path: Path) -> bytes:
            reads.append(path)
            return read(path) + (b"#" if reads.count(path) > 2 else b"")

        before = files(workspace)
        with monkeypatch.context() as patch:
            patch.setattr(Path, "read_bytes", change)
            ended = workspace.run("check", "--fix")
        assert (ended.code, files(workspace)) == (2, before)
        assert f"error: {PROJECT} was changed by somebody else meanwhile\n" in ended.err


class TestDiff:
    """What would be written."""

    def test_a_diff_is_printed_and_nothing_written(self, workspace: Workspace) -> None:
        before = files(workspace)
        for args in (["--diff"], ["--diff", "--fix"], ["--diff", "--fix", "--format", "text"]):
            ended = workspace.run("check", *args)
            assert (ended.code, ended.out) == (0, DIFF)
            assert ended.err == "filings: 1, files: 3; errors: 0, warnings: 3, notes: 0\n"
        assert files(workspace) == before
        assert workspace.run("check", "--diff", "--fail-on", "warning").code == 1

    def test_it_is_not_for_a_run_that_writes_a_baseline(self, workspace: Workspace) -> None:
        ended = workspace.run("check", "--diff", "--write-baseline", "known.json")
        assert (ended.code, ended.out) == (2, "")
        assert ended.err == "error: --diff writes nothing, but --write-baseline does\n"
        assert not (workspace.root / "known.json").exists()

    def test_the_last_line_may_have_no_break_and_lines_may_end_as_on_windows(
        self, workspace: Workspace
    ) -> None:
        text = "spec: 1\r\nunit: 101001\r\nbudget: {total: 1, sources: {fiscal: 1}}\r\n"
        text += "goals: [x]\r\nindicators: []\r\n\x85\u2028\r\nname: 错".replace(
            "\x85\u2028", "# x"
        )
        workspace.write(PROJECT, text)
        assert workspace.run("check", "--diff").out.endswith(
            " # x\r\n"
            "-name: 错\n\\ No newline at end of file\n"
            "+name: 对\n\\ No newline at end of file\n"
        )

    def test_git_can_apply_it(self, workspace: Workspace) -> None:
        patch = workspace.run("check", "--diff").out
        subprocess.run(
            ["git", "apply", "-"],
            input=patch.encode(),
            cwd=workspace.root,
            check=True,
        )
        by_git = files(workspace)
        workspace.edit(PROJECT, "'对字对'", "'错字错'")
        workspace.edit(PROJECT, "用于对", "用于错")
        workspace.run("check", "--fix")
        assert files(workspace) == by_git


class TestRounds:
    """Fixes that follow from fixes."""

    def put_in(self, monkeypatch: pytest.MonkeyPatch, old: str, new: str, width: int = 1) -> None:
        """Let a rule turn each `old` in the purpose into `new`."""

        def check(project: Project, _context: Context) -> Iterator[Diagnostic]:
            at = project.purpose.find(old)
            while at >= 0:
                place = (project.at / "purpose").part(at, at + len(old))
                fix = Fix(title=message("write {word!r}", word=new), edits=(Edit(place, new),))
                yield rule.finding(place, message("{word!r} is a slip", word=old), fix=fix)
                at = project.purpose.find(old, at + width)

        rule = Rule(module="tests.other_slip", level=Severity.ERROR, check_project=check)
        monkeypatch.setattr(review, "RULES", (rule,))

    def purpose(self, workspace: Workspace) -> str:
        """Return the purpose as it stands in the file."""
        text = (workspace.root / PROJECT).read_text(encoding="utf-8")
        return text.partition("purpose: ")[2].partition("\ngoals")[0]

    def test_overlapping_fixes_are_made_in_turn(
        self, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.put_in(monkeypatch, "。。", "。")
        workspace.edit(PROJECT, "  误。", "  误。。。。")
        ended = workspace.run("check", "--fix")
        assert (ended.code, self.purpose(workspace)) == (0, ">-\n  用于错\n  误。")
        assert ended.err.count("mended") >= 2

    def test_fixes_without_end_are_stopped(
        self, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.put_in(monkeypatch, "错", "错错")
        ended = workspace.run("check", "--fix", "-q")
        assert ended.code == 1
        assert 10 < self.purpose(workspace).count("错") <= 2**10

    @pytest.mark.parametrize("new", ["\u200b", "对\n#"])
    def test_an_edit_that_cannot_be_made_is_left_and_said(
        self, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, new: str
    ) -> None:
        self.put_in(monkeypatch, "错", new)
        before = files(workspace)
        ended = workspace.run("check", "--fix")
        assert (ended.code, files(workspace)) == (1, before)
        assert ended.err.startswith(
            f"{PROJECT}:9: not mended: other-slip wants an edit that would change more than"
            " its words\n"
        )

    def test_a_text_that_would_not_fit_the_schema_is_left(
        self, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def check(project: Project, _context: Context) -> Iterator[Diagnostic]:
            place = project.at / "unit"
            fix = Fix(title=message("write {word!r}", word="x y"), edits=(Edit(place, "x y"),))
            yield rule.finding(place, message("something is wrong"), fix=fix)

        rule = Rule(module="tests.other_slip", level=Severity.ERROR, check_project=check)
        monkeypatch.setattr(review, "RULES", (rule, SLIP))
        ended = workspace.run("check", "--fix")
        assert (ended.code, ended.findings) == (1, [f"{PROJECT}:2:7: other-slip"])
        assert f"{PROJECT}:2: not mended: other-slip" in ended.err
        assert ended.err.count("mended: write '对'") == 3
