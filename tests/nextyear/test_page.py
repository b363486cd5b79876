"""The worked example of docs/next-year.md: its commands run, and its table is what there is.

Its Chinese twin has the same commands, specs and tables.
"""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from perfspec import pipeline
from perfspec.model import Filing
from perfspec.workspace import FilingFolder
from tests.docs.documents import blocks, outline, read, rows
from tests.helpers import Run, run
from tests.nextyear.test_repository import ADDED, DROPPED, TARGETS, side

ROOT = Path(__file__).parents[2]
PAGE = read(ROOT / "docs/next-year.md")
TWIN = read(ROOT / "docs/next-year.zh-CN.md")
# As tests/nextyear/test_repository.py calls them.
CHINESE = {"tightened": "收紧", "relaxed": "放宽", "reversed": "方向相反", "same": "不变"}
_COLUMNS = 4
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


def test_the_chinese_page_says_the_same() -> None:
    assert outline(TWIN) == outline(PAGE)
    assert blocks(TWIN, "sh") == blocks(PAGE, "sh")
    assert [*map(_bare, blocks(TWIN, "yaml"))] == [*map(_bare, blocks(PAGE, "yaml"))]
    english, chinese = ([row for row in rows(page) if row[0][0] == "`"] for page in (PAGE, TWIN))
    tables = ([row[:3] for row in page if len(row) == _COLUMNS] for page in (english, chinese))
    first, second = tables
    assert first == second
    said = {row[0]: row[-1] for row in chinese}
    for indicator, _, _, shift, _ in TARGETS:
        assert said[f"`{indicator}`"].startswith(CHINESE[shift])


def test_the_comments_of_the_page_are_those_of_the_command(
    replayed: tuple[Path, list[Run]],
) -> None:
    files = sorted((replayed[0] / "specs/2021/224001").rglob("*.yaml"))
    there = "\n".join(read(file) for file in files)
    for part in blocks(PAGE, "yaml")[0].split("\n\n"):
        assert part in there


def test_what_was_reached_is_written_as_the_page_says(replayed: tuple[Path, list[Run]]) -> None:
    root = replayed[0]
    for page in (PAGE, TWIN):
        (root / "specs/2020/224001/actuals.yaml").write_text(
            f"{blocks(page, 'yaml')[-1]}\n", encoding="utf-8"
        )
        assert "actuals.yaml" not in run("check", "2020", cwd=root).out
        told = run("diff", "2020", "2021", "--select", "below-actual", cwd=root).out
        assert "the target is still '9次'; in 2020 '14次' was reached" in told


def _bare(block: str) -> str:
    """Return specs without the comments that speak the language of the page."""
    return re.sub(r" +# .*", "", block)


def _filing(root: Path) -> Filing:
    loaded = pipeline.load(FilingFolder(root=root, year="2021", department="224001"))
    assert loaded.filing
    return loaded.filing
