"""The wheel, installed into an empty environment, does the whole job from any folder."""

import os
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

import perfspec
from tests.needs import needs

ROOT = Path(__file__).parents[2]
PINS = ROOT / "requirements" / "constraints.txt"
DATA = ("schema", "templates", "fonts")

pytestmark = pytest.mark.xdist_group("wheel")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An environment with nothing but the wheel in it, and a folder to work in."""

    command: Path
    folder: Path

    def perfspec(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the installed command in the folder; one that fails is an error."""
        return run(str(self.command), *arguments, folder=self.folder)


def run(*command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command that knows nothing of the checkout; raise with its output if it fails."""
    known = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "COVERAGE", "COV_", "PERFSPEC"))
    }
    done = subprocess.run(
        command,
        cwd=folder,
        env=known,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{command}: {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built from the checkout by pip."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    # Without isolation: the build backend is pinned in this environment already.
    run(*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", ".", str(ROOT), folder=folder)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def place(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return an empty environment with the wheel installed, its paths hard to quote."""
    folder = tmp_path_factory.mktemp("绩效 文本")
    environment = folder / "环境 1"
    run(sys.executable, "-m", "venv", str(environment), folder=folder)
    pip = (str(environment / "bin/python"), "-m", "pip", "--quiet", "--disable-pip-version-check")
    run(*pip, "install", "-c", str(PINS), str(wheel), folder=folder)
    return Place(command=environment / "bin" / "perfspec", folder=folder)


def test_the_wheel_carries_every_data_file_and_licence_and_no_test(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    data = {
        f"perfspec/data/{path.relative_to(ROOT).as_posix()}"
        for name in DATA
        for path in (ROOT / name).rglob("*")
        if path.is_file()
    }
    assert {Path(name).parts[2] for name in data} == set(DATA)
    assert data - packed == set()
    catalogues = {name for name in packed if name.endswith(".mo")}
    assert catalogues == {
        path.relative_to(ROOT).as_posix() for path in (ROOT / "perfspec").rglob("*.mo")
    }
    assert "perfspec/py.typed" in packed
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in packed)
    tops = {name.split("/")[0] for name in packed}
    assert tops == {"perfspec", f"perfspec-{perfspec.__version__}.dist-info"}


def test_the_installed_command_knows_its_version(place: Place) -> None:
    assert perfspec.__version__ in place.perfspec("--version").stdout


def test_the_installed_package_is_not_the_checkout(place: Place) -> None:
    python = str(place.command.with_name("python"))
    told = run(python, "-c", "import perfspec; print(perfspec.__file__)", folder=place.folder)
    assert ROOT not in Path(told.stdout.strip()).parents


@needs("pango")
def test_a_new_workspace_checks_clean_and_builds_html_and_pdf(place: Place) -> None:
    place.perfspec("init", "示例 demo")
    place.perfspec("check", "示例 demo")
    place.perfspec("build", "示例 demo", "--to", "html,pdf", "-o", "成品 out")
    made = sorted((place.folder / "成品 out").rglob("filing.*"))
    assert [path.suffix for path in made] == [".html", ".pdf"]
    html, pdf = made
    assert html.read_text(encoding="utf-8").startswith("<!")
    assert pdf.read_bytes().startswith(b"%PDF-")
