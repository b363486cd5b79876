"""What others run: the hook, the sample workflow, the tasks of an editor; and settings shown."""

import json
import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from perfspec import cli, configuration, yamltree
from perfspec.changes import Changes, markdown
from perfspec.diagnostics import Place, Severity
from perfspec.messages import english
from perfspec.report.text import Style
from perfspec.revisions import contents
from perfspec.source import Source
from perfspec.starter import gitdriver
from tests.docs.documents import ROOT, blocks, outline, read, section
from tests.helpers import run
from tests.needs import needs

FILES = ROOT / "perfspec/starter/files"
TASKS = json.loads(read(FILES / "dot-vscode/tasks.json"))["tasks"]


def workflow(name: str) -> dict[str, Any]:
    """Return a sample workflow; `on` stays a text."""
    text = read(FILES / "dot-github/workflows" / name)
    found: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 — makes texts only
    return found


WORKFLOW = workflow("perfspec.yml")
CHANGES = workflow("perfspec-changes.yml")
GIT = tuple(read(ROOT / f"docs/{name}") for name in ("git.md", "git.zh-CN.md"))
EDITORS = tuple(read(ROOT / f"docs/{name}") for name in ("editors.md", "editors.zh-CN.md"))


def parsed(words: list[str]) -> click.Context:
    """Return the context of a command line, whose command and options must be there."""
    program, name, *arguments = words
    assert program == "perfspec"
    command = cli.perfspec.commands[name]
    return command.make_context(name, arguments)


def steps() -> list[dict[str, Any]]:
    """Return the steps of the sample workflow."""
    found: list[dict[str, Any]] = WORKFLOW["jobs"]["check"]["steps"]
    return found


def filed(folder: Path) -> Path:
    """Return a workspace with the filing of 2020 in a folder whose name has a blank."""
    place = folder / "my work"
    shutil.copytree(ROOT / "specs", place / "specs")
    shutil.copy(ROOT / "perfspec.toml", place)
    return place


class TestHook:
    """.pre-commit-hooks.yaml."""

    def test_the_entry_is_a_command_that_there_is(self) -> None:
        (hook,) = yaml.safe_load(read(ROOT / ".pre-commit-hooks.yaml"))
        assert hook["id"] == "perfspec-check"
        assert hook["language"] == "python"
        assert parsed(shlex.split(hook["entry"])).params["targets"] == ()

    def test_it_looks_at_everything_whatever_was_changed(self, tmp_path: Path) -> None:
        (hook,) = yaml.safe_load(read(ROOT / ".pre-commit-hooks.yaml"))
        assert (hook["pass_filenames"], hook["always_run"]) == (False, True)
        place = filed(tmp_path)
        next(place.glob("specs/2020/*/projects/*.yaml")).unlink()
        ended = run(*shlex.split(hook["entry"])[1:], cwd=place)
        assert ended.code == 1
        assert "[missing-project]" in ended.out


class TestWorkflow:
    """The sample that `init` writes."""

    def test_every_command_of_perfspec_and_its_options_are_there(self) -> None:
        lines = [step["run"] for step in steps() if step.get("run", "").startswith("perfspec")]
        contexts = [parsed(shlex.split(line)) for line in lines]
        assert [context.info_name for context in contexts] == ["check", "build"]
        outputs = contexts[0].params["outputs"]
        assert [(one.name, str(one.file)) for one in outputs] == [
            ("github", "None"),
            ("sarif", "perfspec.sarif"),
        ]

    def test_what_is_uploaded_is_what_was_written(self) -> None:
        (filtered,) = [step["run"] for step in steps() if step.get("run", "").startswith("jq ")]
        assert filtered.endswith(" perfspec.sarif > upload.sarif")
        uploads = [step["with"] for step in steps() if "upload" in step.get("uses", "")]
        assert uploads == [
            {"sarif_file": "upload.sarif"},
            {"name": "papers", "path": "build/"},
        ]

    def test_actions_are_pinned_to_a_commit_with_its_version(self) -> None:
        names = ("perfspec.yml", "perfspec-changes.yml")
        texts = [read(FILES / "dot-github/workflows" / name) for name in names]
        used = [action for text in texts for action in re.findall(r"uses: (.*)", text)]
        assert len(used) == len([step for step in steps() if "uses" in step]) + 2 == 6
        for action in used:
            assert re.fullmatch(r"[a-z-]+/[a-z/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action

    def test_it_may_read_the_repository_and_write_alerts_and_nothing_else(self) -> None:
        assert WORKFLOW["permissions"] == {"contents": "read"}
        permissions = WORKFLOW["jobs"]["check"]["permissions"]
        assert permissions == {"contents": "read", "security-events": "write"}


class TestWorkflowOfChanges:
    """The sample that comments on a pull request."""

    @staticmethod
    def steps() -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = CHANGES["jobs"]["changes"]["steps"]
        return found

    def test_its_command_and_options_are_there(self) -> None:
        (line,) = [one["run"] for one in self.steps() if one.get("run", "").startswith("perfspec")]
        parameters = parsed(shlex.split(line)).params
        assert parameters["arguments"] == ("origin/$BASE",)
        assert parameters["keep_going"]
        assert [(one.name, str(one.file)) for one in parameters["outputs"]] == [
            ("md", "changes.md")
        ]

    def test_what_it_shows_and_posts_is_what_was_written(self) -> None:
        _, _, _, _, summary, post = self.steps()
        assert summary["run"] == 'cat changes.md >> "$GITHUB_STEP_SUMMARY"'
        assert post["run"].count("changes.md") == 3
        (mark,) = re.findall(r"^mark='(.*)' ", post["run"], re.MULTILINE)
        report = markdown.give(Changes(labels=("a", "b"), courses=()), Style(translate=english))
        assert report.splitlines()[0] == mark

    def test_a_stranger_gets_no_right_to_write(self) -> None:
        assert list(CHANGES["on"]) == ["pull_request"]
        assert CHANGES["permissions"] == {"contents": "read"}
        assert CHANGES["jobs"]["changes"]["permissions"] == {
            "contents": "read",
            "pull-requests": "write",
        }
        *_, post = self.steps()
        own = "github.event.pull_request.head.repo.full_name == github.repository"
        assert post["if"] == own
        checkout = self.steps()[0]["with"]
        assert checkout == {"fetch-depth": "0", "persist-credentials": "false"}

    def test_no_word_of_a_stranger_becomes_part_of_a_script(self) -> None:
        scripts = [step["run"] for step in self.steps() if "run" in step]
        assert len(scripts) == 4
        assert not [script for script in scripts if "${{" in script]

    @needs("bash")
    @pytest.mark.parametrize(("known", "expected"), [("7", "--method PATCH"), ("", "pr comment 5")])
    def test_it_rewrites_its_own_comment_or_writes_the_first_one(
        self, known: str, expected: str, tmp_path: Path
    ) -> None:
        gh = tmp_path / "gh"
        gh.write_text(
            f'#!/bin/sh\necho "$@" >> calls\ncase "$*" in *paginate*) echo "{known}";; esac\n'
        )
        gh.chmod(0o755)
        *_, post = self.steps()
        subprocess.run(
            ["bash", "-e", "-c", post["run"]],
            cwd=tmp_path,
            env={"PATH": f"{tmp_path}:{os.environ['PATH']}", "GH_REPO": "o/r", "NUMBER": "5"},
            check=True,
        )
        first, second = (tmp_path / "calls").read_text().splitlines()
        assert first.startswith("api --paginate repos/o/r/issues/5/comments --jq .[] | select(")
        assert '(.body | startswith("<!-- perfspec diff -->"))' in first
        assert expected in second


class TestTasks:
    """The tasks of VS Code."""

    def test_their_commands_and_options_are_there(self) -> None:
        names = [parsed([task["command"], *task["args"]]).info_name for task in TASKS]
        assert names == ["check", "build"]

    @pytest.mark.parametrize("language", ["en", "zh"])
    def test_the_matchers_find_every_finding_once_and_nothing_else(
        self, language: str, tmp_path: Path
    ) -> None:
        place = filed(tmp_path)
        arguments = [*TASKS[0]["args"], "--lang", language]
        lines = run(*arguments, cwd=place).out.splitlines()
        found = []
        for matcher in TASKS[0]["problemMatcher"]:
            pattern = matcher["pattern"]
            for line in lines:
                if match := re.search(pattern["regexp"], line, re.ASCII):
                    parts = {name: match[pattern[name]] for name in ("file", "line", "column")}
                    found.append((*parts.values(), matcher["severity"], match[pattern["code"]]))
                    assert match[pattern["message"]]
        report = json.loads(run("check", "--format", "json", cwd=place).out)
        expected = [
            (
                one["path"],
                str(one["start"]["line"]),
                str(one["start"]["column"]),
                one["severity"],
                one["code"],
            )
            for one in report["findings"]
        ]
        assert {one[3] for one in found} == {severity.value for severity in Severity}
        assert sorted(found) == sorted(expected)

    def test_a_path_with_a_blank_or_a_drive_is_found_whole(self) -> None:
        pattern = TASKS[0]["problemMatcher"][0]["pattern"]
        for path in ("my work/specs/a.yaml", "C:/文本/specs/a.yaml"):
            match = re.search(pattern["regexp"], f"{path}:3:12: 错误[cost-floor]: 文字: 3:4")
            assert match
            assert (match[1], match[2], match[3], match[5]) == (path, "3", "12", "文字: 3:4")


class TestSettings:
    """The settings that are shown: those of the starter are comments."""

    def test_the_commented_settings_of_the_starter_are_sound(self, tmp_path: Path) -> None:
        text = read(FILES / "perfspec.toml")
        lines = re.findall(r"^# (\[.*|[a-z-]+ = .*)$", text, re.MULTILINE)
        assert len(lines) >= 5
        (tmp_path / "perfspec.toml").write_text("\n".join(lines), encoding="utf-8")
        workspace, _, found = configuration.read_workspace(tmp_path)
        assert found == []
        assert workspace.fail_on is Severity.WARNING
        assert workspace.baseline
        assert workspace.rules.levels
        assert workspace.rules.added

    def test_the_rules_of_a_form_that_the_documents_show_are_sound(self) -> None:
        text = section(read(ROOT / "docs/forms.md"), "What the review takes from a form")
        (shown,) = blocks(text, "yaml")
        tree, wrong = yamltree.parse(Source(path="form.yaml", text=shown))
        assert tree, wrong
        layer, found = configuration.read_form(tree.data["rules"], Place("form.yaml", ("rules",)))
        assert found == []
        assert layer.levels == {"cost-floor": Severity.WARNING}
        assert layer.added
        assert layer.options


@pytest.mark.parametrize("text", GIT, ids=["en", "zh"])
class TestGit:
    """docs/git.md and its Chinese twin."""

    def test_its_commands_are_there(self, text: str) -> None:
        commands = re.findall(r"`(perfspec (?:diff|init) [^`]*)`", text)
        assert len(commands) >= 6
        for command in (*commands, *blocks(text, "sh")):
            parsed(shlex.split(command))

    def test_its_line_of_attributes_is_that_of_the_starter(self, text: str) -> None:
        (line,) = blocks(text, "text")
        assert line.strip() == gitdriver.ATTRIBUTE
        assert line in read(FILES / "dot-gitattributes")

    def test_its_limits_are_those_of_the_program(self, text: str) -> None:
        assert f"{contents.MAX_FILES:,}" in text
        assert f"{contents.MAX_TOTAL // 1024 // 1024} MiB" in text

    def test_its_workflow_is_that_of_the_starter(self, text: str) -> None:
        (path,) = set(re.findall(r"`\.github/(workflows/perfspec-[a-z]+\.yml)`", text))
        (line,) = set(re.findall(r'`(perfspec diff "[^`]*)`', text))
        assert line.replace(" --to", " --lang zh --keep-going --to") in read(
            FILES / "dot-github" / path
        )

    def test_it_says_the_same_as_its_twin(self, text: str) -> None:
        first, _ = GIT
        assert outline(text) == outline(first)
        assert (
            re.findall(r"`perfspec [^`]*`", text)[:5] == re.findall(r"`perfspec [^`]*`", first)[:5]
        )


@pytest.mark.parametrize("text", EDITORS, ids=["en", "zh"])
class TestEditors:
    """docs/editors.md and its Chinese twin."""

    def test_its_files_of_vs_code_are_those_that_init_writes(self, text: str) -> None:
        named = set(re.findall(r"`\.vscode/([a-z]+\.json)`", text))
        assert named == {path.name for path in (FILES / "dot-vscode").iterdir()}
        for task in TASKS:
            assert re.search(f"[«“]{task['label']}[»”]", text)

    def test_its_commands_are_there(self, text: str) -> None:
        commands = re.findall(r"`(perfspec check [^`]*)`", text)
        (make,) = re.findall(r"^set makeprg=(.*)$", text, re.MULTILINE)
        commands.append(make.replace("\\ ", " "))
        assert len(commands) >= 3
        for command in commands:
            parsed(shlex.split(command))

    def test_its_loop_writes_the_schemas_that_the_settings_name(self, text: str) -> None:
        (script,) = blocks(text, "sh")
        names = re.findall(r"for name in ([a-z ]+);", script)[0].split()
        settings = json.loads(read(FILES / "dot-vscode/settings.json"))
        assert set(settings["yaml.schemas"]) == {
            f".perfspec/schema/{name}.schema.json" for name in names
        }

    def test_its_pattern_of_vim_has_the_shape_of_a_finding(self, text: str) -> None:
        (pattern,) = re.findall(r"^set errorformat=(.*)$", text, re.MULTILINE)
        assert pattern.split(",")[0].replace("\\ ", " ") == "%f:%l:%c: %t%*[a-z][%*[a-z0-9-]]: %m"

    def test_it_says_the_same_as_its_twin(self, text: str) -> None:
        english, _ = EDITORS
        assert outline(text) == outline(english)
        for language in ("sh", "vim", "elisp"):
            assert blocks(text, language) == blocks(english, language) != []
