"""The worked example of docs/next-year.md: its commands run, and its table is what there is."""

import shlex
import shutil
from pathlib import Path

import pytest

from perfspec import pipeline
from perfspec.model import Filing
from perfspec.workspace import FilingFolder
from tests.docs.documents import blocks, read, rows
from tests.helpers import Run, run
from tests.nextyear.test_repository import ADDED, DROPPED, TARGETS, side

ROOT = Path(__file__).parents[2]
PAGE = read(ROOT / "docs/next-year.md")
COMMANDS = [line for block in blocks(PAGE, "sh") for line in block.splitlines()]


@pytest.fixture(scope="module")
def replayed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Run]]:
    """Return a workspace with the filing of 2020 in which the commands of the page ran."""
    root = tmp_path_factory.mktemp("replayed")
    shutil.copytree(ROOT / "specs/2020", root / "specs/2020")
    shutil.copy(ROOT / "perfspec.toml", root)
    return root, [run(*shlex.split(line)[1:], cwd=root) for line in COMMANDS]


def test_the_commands_of_the_page_do_what_it_says(replayed: tuple[Path, list[Run]]) -> None:
    _, ran = replayed
    assert [line.split()[1] for line in COMMANDS] == ["new", "check", "new", "new"]
    assert [one.code for one in ran] == [0, 1, 0, 0]
    assert "warning[todo-left]" in ran[1].out


def test_the_filing_of_2021_was_made_of_what_the_commands_write(
    replayed: tuple[Path, list[Run]],
) -> None:
    made, kept = _filing(replayed[0]), side("2021").filing
    assert [one.id for one in made.projects] == [one.id for one in kept.projects]
    assert made.follows == kept.follows == "2020"
    assert (made.department, made.units) == (kept.department, kept.units)
    ids, now = ([row.id for row in one.projects[0].indicators] for one in (made, kept))
    assert set(ids) - set(now) == set(DROPPED)
    assert set(now) - set(ids) == set(ADDED) - {"training"}


def test_the_table_of_the_page_is_that_of_the_tests() -> None:
    table = {cells[0]: cells[1:] for cells in rows(PAGE) if cells[0].startswith("`")}
    for indicator, before, after, shift, _ in TARGETS:
        old, new, words = table[f"`{indicator}`"]
        assert (old, new) == (before, after)
        assert words.split()[-1 if shift == "same" else 0].strip(",") == shift
    assert table[", ".join(f"`{one}`" for one in DROPPED)][0].startswith("≥90%")
    assert table[", ".join(f"`{one}`" for one in ADDED)][-1] == "added"


def _filing(root: Path) -> Filing:
    loaded = pipeline.load(FilingFolder(root=root, year="2021", department="224001"))
    assert loaded.filing
    return loaded.filing
