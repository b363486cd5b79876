"""The checks of `make test` that are our own find what they are for."""

import importlib.metadata
import tomllib
from pathlib import Path

import check_pins
import check_sizes
import check_time_limits
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
# The width of a character: one pure function, wanted by whoever lines up columns.
OPEN = {"wcwidth"}
# What a dependency brings for itself; nothing here imports it.
INNER = {"pypdfium2_cfg", "pypdfium2_cli", "pypdfium2_raw"}


def write(path: Path, text: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_modules_and_rules_have_limits_of_their_own(tmp_path: Path) -> None:
    write(tmp_path / "perfspec/long.py", "pass\n" * 251)
    write(tmp_path / "perfspec/full.py", "pass\n" * 250)
    write(tmp_path / "perfspec/review/rule.py", "pass\n" * 71)
    write(tmp_path / "perfspec/review/__init__.py", "pass\n" * 71)
    assert list(check_sizes.findings(tmp_path)) == [
        "perfspec/long.py: 251 lines, at most 250: split it by concept",
        "perfspec/review/rule.py: 71 lines, at most 70: split it by concept",
    ]


def test_a_listed_module_may_be_longer_but_not_listed_in_vain(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "perfspec/table.py", "pass\n" * 260)
    write(tmp_path / "perfspec/short.py", "pass\n")
    listed = {"perfspec/table.py": (260, "a table"), "perfspec/short.py": (300, "was long")}
    monkeypatch.setattr(check_sizes, "EXCEPTIONS", listed)
    assert list(check_sizes.findings(tmp_path)) == [
        "perfspec/short.py: listed as an exception, but needs none"
    ]


def test_a_folder_without_modules_is_no_success(tmp_path: Path) -> None:
    assert len(list(check_sizes.findings(tmp_path))) == 1
    assert len(list(check_time_limits.findings(tmp_path))) == 1


@pytest.mark.parametrize(
    "line",
    ["run(['x'], timeout=3)", "time.sleep(1)", "started = perf_counter()", "f(deadline=200)"],
)
def test_a_time_limit_is_found(tmp_path: Path, line: str) -> None:
    write(tmp_path / "test_x.py", f"\n{line}\n")
    assert [found.split(":")[1] for found in check_time_limits.findings(tmp_path)] == ["2"]


@pytest.mark.parametrize("line", ["settings(deadline=None)", "timeout = 3", "sleepy()"])
def test_what_only_looks_like_a_time_limit_is_left_alone(tmp_path: Path, line: str) -> None:
    write(tmp_path / "test_x.py", f"{line}\n")
    assert list(check_time_limits.findings(tmp_path)) == []


def test_a_missing_and_an_outdated_pin_are_found(tmp_path: Path) -> None:
    write(
        tmp_path / "pyproject.toml",
        """
        [build-system]
        requires = ["hatchling"]
        [project]
        dependencies = ["Jinja2>=3.1", "weasyprint>=70,<71"]
        [dependency-groups]
        dev = ["ruff"]
        """,
    )
    write(
        tmp_path / "requirements/constraints.txt",
        "# made\nhatchling==1\njinja2==3.2\nweasyprint==71.0\n",
    )
    assert list(check_pins.findings(tmp_path)) == [
        "weasyprint<71,>=70: pinned to 71.0: run make lock",
        "ruff: has no pin: run make lock",
    ]


def test_every_step_of_make_test_that_is_a_script_exists() -> None:
    named = [
        word
        for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
        for word in line.split()
        if word.startswith("scripts/") and line.startswith("\t")
    ]
    assert len(named) >= 6
    assert [name for name in named if not (ROOT / name).is_file()] == []


def test_every_dependency_has_one_door() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    dependencies = {
        canonicalize_name(Requirement(line).name) for line in project["project"]["dependencies"]
    }
    modules = {
        module
        for module, owners in importlib.metadata.packages_distributions().items()
        if dependencies & {canonicalize_name(owner) for owner in owners}
        and not module.startswith("_")
    }
    contracts = project["tool"]["importlinter"]["contracts"]
    guarded = {name for contract in contracts for name in contract.get("protected_modules", ())}
    assert len(modules) >= len(dependencies)
    assert modules - guarded == OPEN | INNER
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "perfspec").rglob("*.py"))
    assert not any(name in source for source in sources for name in INNER)
