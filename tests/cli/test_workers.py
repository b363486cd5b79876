"""Many filings are checked in several processes, and nobody can tell but by the clock."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from perfspec import workers
from perfspec.workspace import FilingFolder
from tests.helpers import FILING_TEXT, PROJECT_TEXT, Workspace

# Two filings in which something is found, with projects enough to be worth a second process.
SLIPS = {"301001": ("做好档案工作。", "做好档案工作。。"), "301002": ("数字化页数", "数字化页率")}


@pytest.fixture(name="large")
def large_workspace(workspace: Workspace) -> Workspace:
    for department, (right, wrong) in SLIPS.items():
        names = [f"archive-{number}" for number in range(workers.WORTH // 2 + 1)]
        folder = f"specs/2026/{department}"
        filing = FILING_TEXT.replace("101001", department).replace(right, wrong)
        workspace.write(
            f"{folder}/filing.yaml",
            filing.replace("  - archive\n", "".join(f"  - {name}\n" for name in names)),
        )
        project = PROJECT_TEXT.replace("101001", department).replace(right, wrong)
        for name in names:
            workspace.write(f"{folder}/projects/{name}.yaml", project)
    return workspace


def folders(workspace: Workspace) -> list[FilingFolder]:
    return [
        FilingFolder(root=workspace.root, year="2026", department=department)
        for department in ("101001", *SLIPS)
    ]


PROGRAM = """
import os, sys
from perfspec import cli, pipeline, workers
{change}
sys.exit(cli.run(sys.argv[1:]))
"""
ONE = "workers._processors = lambda: 1"
TWO = "workers._processors = lambda: 2"


def check(root: Path, change: str, *args: str) -> subprocess.CompletedProcess[str]:
    """Run `perfspec check` with a change to it, in a process of its own without threads."""
    program = PROGRAM.format(change=change)
    return subprocess.run(
        [sys.executable, "-c", program, "check", "--lang", "en", *args],
        cwd=root,
        # Measuring coverage warns of modules that were loaded before the fork.
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "ignore"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("args", [(), ("--statistics",), ("--format", "json")])
def test_several_processes_say_what_one_says(large: Workspace, args: tuple[str, ...]) -> None:
    one, two = (check(large.root, change, *args) for change in (ONE, TWO))
    assert (two.returncode, two.stdout, two.stderr) == (one.returncode, one.stdout, one.stderr)
    assert "doubled-punctuation" in two.stdout
    assert "unit-mismatch" in two.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
def test_the_work_is_done_by_other_processes(large: Workspace) -> None:
    told = """
workers._processors = lambda: 2
load = pipeline.load
def told(*args):
    os.write(2, b"worker " if os.getpid() != FIRST else b"first ")
    return load(*args)
FIRST = os.getpid()
pipeline.load = told
"""
    said = check(large.root, told, "-q").stderr.split()
    assert said == ["worker"] * 3


def test_few_projects_are_not_worth_a_second_process(workspace: Workspace) -> None:
    assert not workers._is_much(folders(workspace))  # noqa: SLF001 — what decides is tested


def test_many_projects_are_worth_a_second_process(large: Workspace) -> None:
    assert workers._is_much(folders(large))  # noqa: SLF001 — as above


def test_a_mistake_of_the_program_in_a_worker_is_not_hidden(large: Workspace) -> None:
    ended = check(large.root, f"{TWO}\npipeline.check = lambda loaded: 1 / 0")
    assert ended.returncode == 3
    assert "ZeroDivisionError" in ended.stderr
    assert ended.stdout == ""
