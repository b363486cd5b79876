"""Published tables of other places are specs in form packs of their own, and check clean."""

from decimal import Decimal
from pathlib import Path

import pytest

from perfspec import pipeline
from perfspec.model import Filing
from perfspec.values import Bands, Quantity
from perfspec.workspace import FilingFolder
from tests.helpers import run

ROOT = Path(__file__).parent / "corpus"
REPOSITORY = ROOT.parent.parent
FILINGS = sorted(path.parent for path in ROOT.glob("specs/*/*/filing.yaml"))


def read(year: str, department: str) -> Filing:
    loaded = pipeline.load(FilingFolder(root=ROOT, year=year, department=department))
    assert loaded.filing
    return loaded.filing


@pytest.mark.parametrize("folder", FILINGS, ids=lambda path: "-".join(path.parts[-2:]))
def test_a_published_table_checks_clean(folder: Path) -> None:
    ended = run("check", "--fail-on", "info", str(folder), cwd=ROOT)
    assert (ended.code, ended.out) == (0, "")


def test_there_are_tables_to_check() -> None:
    assert len(FILINGS) >= 2


def test_the_specs_of_this_repository_check_clean() -> None:
    ended = run("check", "--fail-on", "info", cwd=REPOSITORY)
    assert (ended.code, ended.out) == (0, "")


def test_split_columns_and_weights_are_read(subtests: pytest.Subtests) -> None:
    equipment, cases = read("2025", "776001").projects
    with subtests.test("weights are 90: ten points are kept for execution"):
        assert sum(Decimal(row.weight) for row in equipment.indicators) == Decimal(90)
    targets = {row.id: row.target.quantity for row in equipment.indicators}
    with subtests.test("operators are words, units stand apart"):
        assert targets["vehicle-cost"] == Quantity("≤", Decimal(12), "万元")
        assert targets["accepted"] == Quantity("=", Decimal(100), "%")
        assert targets["vehicles"] == Quantity("≤", Decimal(1), "")
    with subtests.test("a phrase is no number"):
        assert targets["procurement-time"] is None
    with subtests.test("the field of the form is kept"):
        assert {row.fields["direction"] for row in cases.indicators} == {"正向"}
        assert cases.fields["category"] == "32-专项资金项目"


def test_bands_are_read() -> None:
    (project,) = read("2019", "handan").projects
    coverage = project.indicators[0]
    assert coverage.target.bands == Bands(excellent="100%", good="90%", fair="85%", poor="<85%")
    assert (coverage.classified.first, coverage.classified.second) == ("产出指标", "")
    assert coverage.classified.standard == "output"
