"""The command line: exit codes, languages, colours, targets, and its smaller commands."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO

import click
import pytest

from perfspec import __version__, cli, pipeline, resources, schema
from perfspec.__main__ import main
from perfspec.cli import language
from perfspec.cli.build import build as build_command
from perfspec.errors import PerfspecError
from perfspec.messages import message
from perfspec.render import pdf
from perfspec.render.document import MissingGlyph
from tests.helpers import FILING, FOLDER, PROJECT, Workspace, run
from tests.needs import needs

CHECKOUT = Path(__file__).parents[2]


def process(
    *args: str,
    cwd: Path,
    environment: Mapping[str, str] | None = None,
    stdout: IO[bytes] | int = subprocess.PIPE,
) -> subprocess.CompletedProcess[str]:
    """Run `perfspec` as a process of its own, in an environment with these variables only."""
    kept = {name: value for name, value in os.environ.items() if name.startswith("COV")}
    kept |= {"PATH": os.environ["PATH"], "PYTHONPATH": str(CHECKOUT)}
    return subprocess.run(
        [sys.executable, "-m", "perfspec", *args],
        cwd=cwd,
        env=kept | dict(environment or {}),
        stdout=stdout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )


class TestExitCodes:
    """How a run ends, as a number."""

    def test_clean_specs_are_0_and_findings_are_1(self, workspace: Workspace) -> None:
        assert workspace.check().code == 0
        workspace.edit(FILING, "stage: draft", "stage: x")
        assert workspace.check().code == 1

    @pytest.mark.parametrize(
        "args",
        [
            ["nonsense"],
            ["check", "--nonsense"],
            ["check", "--format", "xml"],
            ["check", "nowhere"],
            ["check", "2031"],
            ["check", "templates"],
            ["build", "nowhere"],
            ["schema", "nonsense"],
            ["--lang", "fr", "check"],
            [],
        ],
    )
    def test_what_cannot_be_done_is_2_with_words_on_stderr_only(
        self, workspace: Workspace, args: list[str]
    ) -> None:
        ended = workspace.run(*args)
        assert (ended.code, ended.out) == (2, "")
        assert ended.err

    def test_a_bug_is_3_with_its_traceback(
        self, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def bug(*_args: object) -> None:
            raise ZeroDivisionError("a bug")

        monkeypatch.setattr(pipeline, "load", bug)
        ended = workspace.check()
        assert ended.code == 3
        assert ended.err.startswith("Traceback")
        assert ended.err.endswith("ZeroDivisionError: a bug\n")

    @pytest.mark.parametrize("interruption", [KeyboardInterrupt(), click.Abort()])
    def test_an_interruption_is_130(
        self,
        workspace: Workspace,
        monkeypatch: pytest.MonkeyPatch,
        interruption: BaseException,
    ) -> None:
        def interrupt(*_args: object) -> None:
            raise interruption

        monkeypatch.setattr(pipeline, "load", interrupt)
        assert workspace.check().code == 130

    def test_a_reader_who_has_gone_is_141_without_a_word(self, workspace: Workspace) -> None:
        reading, writing = os.pipe()
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            ended = process("schema", "project", cwd=workspace.root, stdout=pipe)
        assert (ended.returncode, ended.stderr) == (141, "")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
    def test_a_full_stdout_is_2_in_one_line(self, workspace: Workspace) -> None:
        with Path("/dev/full").open("wb") as full:
            ended = process("schema", "project", cwd=workspace.root, stdout=full)
        assert ended.returncode == 2
        assert ended.stderr == "error: the system refuses: [Errno 28] No space left on device\n"

    def test_a_name_that_is_too_long_for_the_system_is_2(self, workspace: Workspace) -> None:
        ended = workspace.run("check", "x" * 5000)
        assert ended.code == 2
        assert "error: the system refuses: " in ended.err

    def test_no_workspace_is_2_and_says_how_to_make_one(self, tmp_path: Path) -> None:
        ended = run("check", cwd=tmp_path)
        assert ended.code == 2
        assert f"error: {tmp_path} is in no perfspec workspace\n" in ended.err
        assert "`perfspec init` makes one" in ended.err

    def test_a_workspace_without_any_filing_is_2(self, tmp_path: Path) -> None:
        (tmp_path / "perfspec.toml").write_text("", encoding="utf-8")
        ended = run("check", cwd=tmp_path)
        assert (ended.code, ended.err) == (2, "error: there is no filing under specs/\n")
        (tmp_path / "specs/2026/101001").mkdir(parents=True)
        assert run("check", cwd=tmp_path).code == 2

    def test_a_bug_of_the_module_run_as_a_program_has_its_code_too(
        self, workspace: Workspace
    ) -> None:
        assert process("check", cwd=workspace.root).returncode == 0
        workspace.edit(FILING, "stage: draft", "stage: x")
        assert process("check", cwd=workspace.root).returncode == 1


class TestTargets:
    """Which filings a command is about."""

    @pytest.mark.parametrize(
        ("target", "filings"),
        [
            ("2026", 2),
            ("2025", 1),
            (".", 3),
            ("specs", 3),
            ("specs/2026", 2),
            ("specs/2026/", 2),
            ("./specs/../specs/2026/101001", 1),
            (FOLDER, 1),
            (FILING, 1),
            (PROJECT, 1),
        ],
    )
    def test_a_year_folder_or_file_names_filings(
        self, workspace: Workspace, target: str, filings: int
    ) -> None:
        workspace.add_filing()
        shutil.copytree(workspace.root / "specs/2026/101001", workspace.root / "specs/2025/101001")
        workspace.edit("specs/2025/101001/filing.yaml", "year: 2026", "year: 2025")
        assert workspace.json(target)["filings"] == filings

    def test_a_filing_that_is_named_twice_is_looked_at_once(self, workspace: Workspace) -> None:
        assert workspace.json("2026", FOLDER, FILING)["filings"] == 1

    def test_an_empty_folder_is_no_target(self, workspace: Workspace) -> None:
        workspace.write("specs/2026/empty/note.txt", "")
        ended = workspace.run("check", "specs/2026/empty")
        assert ended.code == 2
        assert "there is no filing at 'specs/2026/empty'" in ended.err
        assert "name a year, a folder under specs/ or a file in it" in ended.err

    def test_what_is_wrong_elsewhere_is_told_only_when_it_is_asked_for(
        self, workspace: Workspace
    ) -> None:
        workspace.write("specs/2025/filing.yaml", "")
        assert workspace.run("check", FOLDER).code == 0
        assert workspace.run("check", "2026").code == 1
        assert workspace.run("check", "specs").findings == [
            "specs/2025/filing.yaml:1:1: file-misplaced"
        ]

    @pytest.mark.parametrize(
        ("cwd", "shown"),
        [
            (".", FILING),
            ("specs/2026", None),
            ("..", f"{{root}}/{FILING}"),
        ],
    )
    def test_paths_of_findings_can_be_opened_from_where_the_command_was_run(
        self, workspace: Workspace, cwd: str, shown: str | None
    ) -> None:
        workspace.edit(FILING, "stage: draft", "stage: x")
        here = workspace.root / cwd
        ended = run("check", str(workspace.root / "specs"), cwd=here)
        path = ended.out.partition(":4:8: ")[0]
        assert (here / path).samefile(workspace.root / FILING)
        if shown:
            assert path == shown.format(root=workspace.root.name)


class TestLanguage:
    """In which language the program speaks."""

    @pytest.mark.parametrize(
        ("args", "environment", "chosen"),
        [
            ([], {}, "en"),
            ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
            ([], {"LANG": "ZH_TW"}, "zh"),
            ([], {"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
            ([], {"LC_ALL": "", "LC_MESSAGES": "zh_CN", "LANG": "en_GB"}, "zh"),
            ([], {"LC_MESSAGES": "de_DE", "LANG": "zh_CN"}, "en"),
            (["--lang", "zh"], {}, "zh"),
            (["check", "--lang=zh"], {}, "zh"),
            (["--lang=en", "check"], {"LANG": "zh_CN"}, "en"),
            (["--lang", "fr"], {"LANG": "zh_CN"}, "zh"),
            (["--lang"], {}, "en"),
            (["--lang=fr"], {}, "en"),
            (["init", "zh"], {}, "en"),
            (["init", "en"], {"LANG": "zh_CN"}, "zh"),
        ],
    )
    def test_an_option_goes_before_the_locale(
        self, args: list[str], environment: dict[str, str], chosen: str
    ) -> None:
        assert language.choose(args, environment) == chosen

    def test_findings_and_talk_come_in_chinese(self, workspace: Workspace) -> None:
        workspace.edit(FILING, "stage: draft", "stage: drafts")
        ended = process("check", cwd=workspace.root, environment={"LANG": "zh_CN.UTF-8"})
        assert ended.stdout == (
            f"{FILING}:4:8: 错误[wrong-value]: stage（阶段） 不能是“drafts”\n"
            "    4 | stage: drafts\n"
            "      |        ^^^^^^\n"
            "   = 提示：是不是 draft？\n\n"
        )
        assert ended.stderr == "文本 1 份，文件 3 个；错误 1 个，警告 0 个，提示 0 个\n"

    def test_help_and_usage_come_in_chinese(self, workspace: Workspace) -> None:
        assert "生成正式文本" in process("--lang", "zh", "--help", cwd=workspace.root).stdout
        help_text = process("build", "--help", "--lang=zh", cwd=workspace.root)
        assert help_text.returncode == 0
        assert "用法：" in help_text.stdout
        wrong = process(
            "check", "--nonsense", cwd=workspace.root, environment={"LC_ALL": "zh_CN.UTF-8"}
        )
        assert wrong.returncode == 2
        assert "错误" in wrong.stderr

    def test_a_locale_without_chinese_characters_prints_escapes_and_does_not_fail(
        self, workspace: Workspace
    ) -> None:
        workspace.edit(FILING, "stage: draft", "stage: x")
        ended = process("check", cwd=workspace.root, environment={"PYTHONIOENCODING": "latin-1"})
        assert ended.returncode == 1
        assert r"stage\uff08\u9636\u6bb5\uff09" in ended.stdout


class TestOutput:
    """What goes where, and in which colours."""

    def test_quiet_leaves_the_product_and_what_is_wrong(self, workspace: Workspace) -> None:
        workspace.add_filing()
        assert workspace.run("check").err == "filings: 2, files: 5; nothing found\n"
        assert workspace.run("check", "-q").err == ""
        workspace.edit(FILING, "stage: draft", "stage: x")
        quiet = workspace.run("build", "--to", "html", "--quiet")
        assert quiet.out == "build/2026/202002/filing.html\n"
        assert "error[wrong-value]" in quiet.err

    def test_colour_comes_when_asked_for_and_not_into_a_file(
        self, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        workspace.edit(FILING, "stage: draft", "stage: x")
        assert "\x1b[" not in workspace.run("check").out
        assert "\x1b[" not in workspace.run("check", "--color", "never").out
        assert "\x1b[1;31merror[wrong-value]\x1b[0m" in workspace.run("check", "--color=always").out
        assert "\x1b[" in workspace.run("build", "--to", "html", "--color=always").err
        assert "\x1b[" in run("check", cwd=workspace.root, terminal=True).out
        monkeypatch.setenv("NO_COLOR", "1")
        assert "\x1b[" not in run("check", cwd=workspace.root, terminal=True).out
        assert "\x1b[" in workspace.run("check", "--color=always").out

    @pytest.mark.parametrize(("level", "code"), [("error", 1), ("warning", 1), ("info", 1)])
    def test_an_error_reaches_every_threshold(
        self, workspace: Workspace, level: str, code: int
    ) -> None:
        workspace.edit(FILING, "stage: draft", "stage: x")
        assert workspace.run("check", "--fail-on", level).code == code

    def test_a_shell_is_told_how_to_complete_a_word(self, workspace: Workspace) -> None:
        asked = {
            "_PERFSPEC_COMPLETE": "bash_complete",
            "COMP_WORDS": "perfspec bu",
            "COMP_CWORD": "1",
        }
        ended = process(cwd=workspace.root, environment=asked)
        assert (ended.returncode, ended.stdout) == (0, "plain,build\n")
        asked |= {"COMP_WORDS": "perfspec build --to d", "COMP_CWORD": "3"}
        assert process(cwd=workspace.root, environment=asked).returncode == 0

    def test_the_version_is_the_packages(self, workspace: Workspace) -> None:
        assert workspace.run("--version").out == f"perfspec {__version__}\n"

    def test_a_progress_bar_is_shown_to_a_person_who_waits(self, workspace: Workspace) -> None:
        assert run("build", "--to", "html", cwd=workspace.root, terminal=True).err == ""
        workspace.add_filing()
        assert "100%" in run("build", "--to", "html", cwd=workspace.root, terminal=True).err
        assert run("build", "--to", "html", "-q", cwd=workspace.root, terminal=True).err == ""


def test_strict_builds_what_is_clean(workspace: Workspace) -> None:
    assert workspace.run("build", "--strict", "--to", "html").code == 0


class TestSchema:
    """`perfspec schema`."""

    def test_without_a_name_the_names_are_listed(self, workspace: Workspace) -> None:
        assert workspace.run("schema").out.split() == [
            "filing",
            "project",
            "form",
            "actuals",
            "lineage",
            "provenance",
            "findings",
            "comparison",
            "rules",
        ]

    @pytest.mark.parametrize("name", schema.NAMES)
    def test_a_schema_is_printed_as_published(self, workspace: Workspace, name: str) -> None:
        published = (CHECKOUT / f"schema/{name}.schema.json").read_text(encoding="utf-8")
        assert workspace.run("schema", name).out == published

    def test_an_unknown_name_is_answered_with_the_known_ones(self, workspace: Workspace) -> None:
        known = "filing, project, form, actuals, lineage, provenance, findings, comparison, rules"
        assert f"there are: {known}\n" in workspace.run("schema", "x").err


class TestDoctor:
    """`perfspec doctor`."""

    @needs("pango")
    def test_a_sound_machine_is_0(self, workspace: Workspace) -> None:
        ended = workspace.run("doctor")
        assert ended.code == 0
        assert "missing" not in ended.out
        assert "ok  fonts: 7 faces, " in ended.out
        assert "ok  PDF: a page with Chinese text was printed, with Pango 1." in ended.out

    def test_a_missing_library_is_2_with_the_command_that_brings_it(
        self, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def missing() -> None:
            raise PerfspecError(
                message("the PDF libraries cannot be loaded: {reason}", reason="libpango"),
                message("run: brew install pango"),
            )

        monkeypatch.setattr(pdf, "_press", missing)
        ended = workspace.run("doctor")
        assert ended.code == 2
        assert "missing  the PDF libraries cannot be loaded: libpango\n" in ended.out
        assert "    = run: brew install pango\n" in ended.out

    @pytest.mark.parametrize("there", [(), ("roles.json", "coverage.json")])
    def test_missing_fonts_are_2(
        self,
        workspace: Workspace,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        there: tuple[str, ...],
    ) -> None:
        for name in there:
            data = (resources.directory("fonts") / name).read_bytes()
            (tmp_path / name).write_bytes(data)
        monkeypatch.setattr(resources, "directory", lambda _name: tmp_path)
        monkeypatch.setattr(pdf, "render", lambda _html: b"")
        ended = workspace.run("doctor")
        assert ended.code == 2
        assert "missing  the bundled fonts are missing: " in ended.out
        assert "    = install perfspec again\n" in ended.out

    def test_fonts_without_characters_are_2(
        self, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        lost = (MissingGlyph(character="绩", at=None), MissingGlyph(character="效", at=None))
        monkeypatch.setattr(pdf, "render", lambda _html: lost)
        ended = workspace.run("doctor")
        assert ended.code == 2
        assert "missing  the bundled fonts lack 绩效" in ended.out


class TestInit:
    """`perfspec init`."""

    def test_a_new_workspace_checks_and_builds_clean(self, tmp_path: Path) -> None:
        folder = tmp_path / "new" / "here"
        ended = run("init", str(folder), cwd=tmp_path)
        assert ended.code == 0
        listed = [Path(line) for line in ended.out.splitlines()]
        assert sorted(listed) == sorted(path for path in folder.rglob("*") if path.is_file())
        assert {folder / ".gitattributes", folder / ".gitignore"} <= set(listed)
        assert run("check", cwd=folder).code == 0
        built = run("build", "--to", "html", cwd=folder)
        assert (built.code, built.err) == (0, "")

    def test_files_that_are_there_are_kept(self, tmp_path: Path) -> None:
        (tmp_path / ".gitignore").write_text("mine", encoding="utf-8")
        ended = run("init", cwd=tmp_path)
        assert ended.code == 0
        assert ".gitignore was there already and is kept" in ended.err
        assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "mine"

    @pytest.mark.parametrize("there", ["perfspec.toml", "specs"])
    def test_a_folder_with_specs_is_left_alone(self, tmp_path: Path, there: str) -> None:
        (tmp_path / there).mkdir()
        ended = run("init", cwd=tmp_path)
        assert ended.code == 2
        assert "is there already; nothing was written" in ended.err
        assert [path.name for path in tmp_path.iterdir()] == [there]

    def test_a_file_in_the_place_of_the_folder_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("mine", encoding="utf-8")
        ended = run("init", "file", cwd=tmp_path)
        assert ended.code == 2
        assert "cannot be written" in ended.err


def test_the_formats_of_the_command_are_those_of_the_renderers() -> None:
    parameter = next(p for p in build_command.params if p.name == "formats")
    assert parameter.type.convert("html,pdf", None, None) == ("html", "pdf")
    with pytest.raises(click.BadParameter, match="no format"):
        parameter.type.convert("html,odt", None, None)


def test_the_program_leaves_with_the_code_of_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["perfspec", "schema", "nonsense"])
    with pytest.raises(SystemExit) as leaving:
        main()
    assert leaving.value.code == 2


def test_the_codes_are_those_that_are_documented() -> None:
    codes = (cli.DONE, cli.FINDINGS, cli.FAILED, cli.BUG, cli.INTERRUPTED, cli.BROKEN_PIPE)
    assert codes == (0, 1, 2, 3, 130, 141)


def test_a_process_can_speak_several_languages_in_turn(workspace: Workspace) -> None:
    english = workspace.run("check", "--help").out
    chinese = workspace.run("check", "--help", "--lang", "zh").out
    assert "不运行这些规则。" in chinese
    assert workspace.run("check", "--help").out == english
