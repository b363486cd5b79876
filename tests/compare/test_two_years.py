"""The two years that are measured are sound, always the same, and compared rightly."""

import runpy
from pathlib import Path

import pytest

from perfspec import pipeline, workspace
from perfspec.compare import Comparison, Side
from perfspec.compare.apply import apply
from perfspec.compare.filings import compare
from perfspec.compare.pairs import How

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
WRITE = runpy.run_path(str(BENCHMARKS / "two_years.py"))["write"]


def side(folder: Path) -> Side:
    _root, (chosen,), found = workspace.select([str(folder)], folder)
    loaded = pipeline.load(chosen)
    assert loaded.filing is not None
    assert loaded.form is not None
    assert (found, loaded.findings()) == ([], [])
    return Side(filing=loaded.filing, form=loaded.form)


@pytest.fixture(scope="module", name="compared")
def _compared(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    old, new = map(side, WRITE(tmp_path_factory.mktemp("years") / "workspace", 100))
    return compare(old, new)


def test_the_files_are_always_the_same(tmp_path: Path) -> None:
    for name in ("first", "second"):
        WRITE(tmp_path / name, 20)
    files = [path.relative_to(tmp_path / "first") for path in (tmp_path / "first").rglob("*.yaml")]
    assert len(files) == 42
    assert all(
        (tmp_path / "first" / file).read_bytes() == (tmp_path / "second" / file).read_bytes()
        for file in files
    )


def test_no_project_is_taken_for_another(compared: Comparison) -> None:
    pairs = compared.projects.pairs
    assert [pair.old.id[-5:] for pair in pairs] == [pair.new.id[-5:] for pair in pairs]
    assert sum(pair.how is How.CODE for pair in pairs) == 85
    assert len(pairs) + len(compared.projects.proposals) >= 85


def test_what_stayed_and_what_changed_is_told_apart(compared: Comparison) -> None:
    by_year = [change for change in compared.changes if change.pair.how is How.CODE]
    same = [
        change
        for change in by_year
        if change.budget.difference == 0
        and all(row.is_same for row in change.indicators.changes)
        and not change.indicators.matching.dropped
    ]
    assert (len(same), len(by_year) - len(same)) == (60, 25)


def test_the_changes_make_the_second_year_of_the_first(compared: Comparison) -> None:
    assert apply(compared, compared.old.filing) == compared.new.filing


def test_what_is_measured_does_not_need_perfspec_where_deepdiff_is() -> None:
    step = (BENCHMARKS / "deepdiff_step.py").read_text(encoding="utf-8")
    assert "perfspec" not in step.partition('"""\n\n')[2]
