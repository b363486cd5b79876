"""Commands, specs and outputs that the READMEs show: run, checked, and compared."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import broken_example
import jsonschema
import pytest
import yaml
from PIL import Image

from perfspec import schema, starter
from perfspec.review import RULES
from tests.docs.documents import READMES, ROOT, blocks, perfspec_on_path, read
from tests.needs import needs

LANGUAGES = {"README.md": "en", "README.zh-CN.md": "zh"}
# Blocks that are not run here, and where they are run instead.
ELSEWHERE = {
    "make build\nmake test\n": "by CI, in a fresh clone (.ci/run)",
    "pip install .\n": "tests/wheel installs the package in a fresh environment",
}


def check(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run `perfspec check` in `folder`."""
    return perfspec(folder, "check", *options)


def perfspec(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run perfspec in `folder`."""
    bin_ = folder.parent / "bin"
    bin_.mkdir(exist_ok=True)
    command = [str(perfspec_on_path(bin_) / "perfspec"), *arguments]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Return the workspace whose findings the documents show."""
    broken_example.make(tmp_path / "demo")
    return tmp_path / "demo"


@needs("pango")
def test_the_commands_of_the_quickstart_do_what_they_should(tmp_path: Path) -> None:
    shown = blocks(read(READMES[0]), "sh")
    (script,) = [block for block in shown if block not in ELSEWHERE]
    assert [block for block in shown if block in ELSEWHERE] == list(ELSEWHERE)
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    environment = {
        **os.environ,
        "PATH": f"{perfspec_on_path(bin_)}{os.pathsep}{os.environ['PATH']}",
    }
    subprocess.run(["sh", "-eu", "-c", script], cwd=tmp_path, env=environment, check=True)
    papers = sorted(path.name for path in (tmp_path / "demo/build/2026/101001").iterdir())
    assert papers == ["filing.html", "filing.pdf"]


def test_the_spec_in_the_readmes_checks_clean(tmp_path: Path) -> None:
    sample, *_ = blocks(read(READMES[0]), "yaml")
    starter.create(tmp_path / "demo")
    project = tmp_path / "demo" / broken_example.PROJECT
    assert project.is_file()
    # The sample shows the first indicator; the others are those of the example of `init`.
    further = project.read_text(encoding="utf-8").split("  - id: ")[2:]
    assert len(further) == 5
    rows = "".join(f"  - id: {row}" for row in further)
    project.write_text(sample + rows, encoding="utf-8")
    done = check(tmp_path / "demo", "--lang", "en", "--fail-on", "info")
    assert (done.returncode, done.stdout) == (0, "")


@pytest.fixture
def filed(tmp_path: Path) -> Path:
    """Return a workspace with the filing of 2020 that the repository holds."""
    shutil.copytree(ROOT / "specs", tmp_path / "filed/specs")
    shutil.copy(ROOT / "perfspec.toml", tmp_path / "filed/perfspec.toml")
    return tmp_path / "filed"


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_findings_in_the_readmes_are_what_the_command_prints(
    broken: Path, filed: Path, readme: Path
) -> None:
    of_review, of_reading, _ = blocks(read(readme), "text")
    (command,) = re.findall(r"`perfspec check (2020 --select [a-z,-]+)`", read(readme))
    language = LANGUAGES[readme.name]
    for folder, options, shown in ((filed, command.split(), of_review), (broken, [], of_reading)):
        done = check(folder, *options, "--lang", language)
        assert done.returncode == 1
        assert done.stdout.rstrip("\n") + "\n" == shown


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_comparison_in_the_readmes_is_what_the_command_prints(
    filed: Path, readme: Path
) -> None:
    *_, shown = blocks(read(readme), "text")
    (command,) = re.findall(r"`perfspec (diff 2020 2021 --select [a-z-]+)`", read(readme))
    done = perfspec(filed, *command.split(), "--lang", LANGUAGES[readme.name])
    assert done.returncode == 0
    assert done.stdout.startswith(f"{shown}\n")
    assert "[weaker-for-more]" in shown


def test_the_first_finding_that_the_readmes_show_has_the_proof() -> None:
    for readme in READMES:
        assert "55000 + 15000 + 32500 + 10000 = 112500" in blocks(read(readme), "text")[0]


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_json_in_the_readmes_is_what_the_command_prints(filed: Path, readme: Path) -> None:
    (shown,) = blocks(read(readme), "json")
    options = ("2020", "--select", "purpose-sum", "--format", "json")
    done = check(filed, *options, "--lang", LANGUAGES[readme.name])
    assert done.stdout == shown
    jsonschema.validate(json.loads(shown), json.loads(schema.text("findings")))


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_number_of_rules_in_the_readmes_is_right(readme: Path) -> None:
    (number,) = re.findall(r"(?:by|按) (\d+) (?:rules of review|条审核规则)", read(readme))
    assert int(number) == sum(not rule.over_years for rule in RULES)
    (over_years,) = re.findall(r"(?:Then|由) (\d+) (?:rules over two|条对照两年)", read(readme))
    assert int(over_years) == sum(rule.over_years for rule in RULES)


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_settings_in_the_readmes_are_sound_and_hold(filed: Path, readme: Path) -> None:
    (shown,) = blocks(read(readme), "toml")
    (filed / "perfspec.toml").write_text(shown, encoding="utf-8")
    assert check(filed, "--write-baseline", "known.json").returncode == 0
    done = check(filed, "--lang", "en")
    assert (done.returncode, done.stdout) == (0, "")
    (filed / "known.json").write_text('{"spec": 1, "known": []}', encoding="utf-8")
    codes = set(re.findall(r": (\w+\[[a-z-]+\])", check(filed, "--lang", "en").stdout))
    assert {"warning[cost-floor]", "error[purpose-sum]"} < codes
    assert not any("payment-plan" in code for code in codes)


def test_the_comment_in_the_readmes_keeps_a_finding(filed: Path) -> None:
    _, shown, _ = blocks(read(READMES[0]), "yaml")
    comment, line = shown.splitlines(keepends=True)
    project = filed / "specs/2020/224001/projects/network-office.yaml"
    text = project.read_text(encoding="utf-8")
    assert text.count(line) == 1
    assert check(filed, "--select", "cost-floor").returncode == 1
    project.write_text(text.replace(line, comment + line), encoding="utf-8")
    done = check(filed, "--select", "cost-floor", "--lang", "en")
    assert (done.returncode, done.stdout) == (0, "")
    assert "suppressed: 1" in done.stderr


def test_the_hook_in_the_readmes_is_one_that_there_is() -> None:
    *_, shown = blocks(read(READMES[0]), "yaml")
    (repository,) = yaml.safe_load(shown)["repos"]
    offered = yaml.safe_load(read(ROOT / ".pre-commit-hooks.yaml"))
    assert [hook["id"] for hook in repository["hooks"]] == [hook["id"] for hook in offered]


def test_the_picture_of_findings_shows_what_the_command_prints(filed: Path) -> None:
    options = ("2020", "--select", "purpose-sum,cost-floor")
    done = check(filed, *options, "--lang", "zh", "--color", "always")
    with Image.open(ROOT / "docs/images/finding.png") as picture:
        assert picture.info["Shown"] == f"$ perfspec check {' '.join(options)}\n{done.stdout}"


def test_the_pictures_are_small() -> None:
    sizes = [path.stat().st_size for path in (ROOT / "docs/images").glob("*.png")]
    assert len(sizes) == 3
    assert sum(sizes) < 300_000
