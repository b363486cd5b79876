"""Commands, specs and outputs that the READMEs show: run, checked, and compared."""

import json
import os
import subprocess
from pathlib import Path

import broken_example
import jsonschema
import pytest
from PIL import Image

from perfspec import schema, starter
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
    bin_ = folder.parent / "bin"
    bin_.mkdir(exist_ok=True)
    command = [str(perfspec_on_path(bin_) / "perfspec"), "check", *options]
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
    (sample,) = blocks(read(READMES[0]), "yaml")
    starter.create(tmp_path / "demo")
    project = tmp_path / "demo" / broken_example.PROJECT
    assert project.is_file()
    project.write_text(sample, encoding="utf-8")
    done = check(tmp_path / "demo", "--lang", "en", "--fail-on", "info")
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_findings_in_the_readmes_are_what_the_command_prints(
    broken: Path, readme: Path
) -> None:
    (shown,) = blocks(read(readme), "text")
    done = check(broken, "--lang", LANGUAGES[readme.name])
    assert done.returncode == 1
    assert done.stdout.rstrip("\n") + "\n" == shown


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_json_in_the_readmes_is_what_the_command_prints(broken: Path, readme: Path) -> None:
    (shown,) = blocks(read(readme), "json")
    done = check(broken, "--lang", LANGUAGES[readme.name], "--format", "json")
    assert done.stdout == shown
    jsonschema.validate(json.loads(shown), json.loads(schema.text("findings")))


def test_the_picture_of_findings_shows_what_the_command_prints(broken: Path) -> None:
    done = check(broken, "--lang", "zh", "--color", "always")
    with Image.open(ROOT / "docs/images/finding.png") as picture:
        assert picture.info["Shown"] == f"$ perfspec check\n{done.stdout}"


def test_the_pictures_are_small() -> None:
    sizes = [path.stat().st_size for path in (ROOT / "docs/images").glob("*.png")]
    assert len(sizes) == 2
    assert sum(sizes) < 300_000
