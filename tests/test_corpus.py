"""Published tables of other places are specs in form packs of their own, and are read in full."""

from decimal import Decimal
from pathlib import Path

import pytest
import score

from perfspec import pipeline
from perfspec.messages import english
from perfspec.model import Filing
from perfspec.values import Bands, Quantity
from perfspec.workspace import FilingFolder
from tests.helpers import run

ROOT = Path(__file__).parent / "corpus"
ANNOTATED = score.annotated()


def read(year: str, department: str) -> Filing:
    loaded = pipeline.load(FilingFolder(root=ROOT, year=year, department=department))
    assert loaded.filing
    return loaded.filing


def test_there_are_tables_of_eight_places() -> None:
    assert len(list(ROOT.glob("specs/*/*/filing.yaml"))) == 8
    assert len(ANNOTATED) == 9


@pytest.mark.parametrize("folder", ANNOTATED, ids=lambda folder: folder.department)
def test_a_published_table_can_be_read(folder: FilingFolder) -> None:
    loaded = pipeline.load(folder)
    assert [english(one.message) for one in loaded.refused] == []
    assert loaded.filing


@pytest.mark.parametrize("folder", ANNOTATED, ids=lambda folder: folder.department)
def test_the_errors_of_a_published_table_are_those_that_a_reviewer_wrote_down(
    folder: FilingFolder,
) -> None:
    scored = score.score(folder)
    assert [met for met in scored.wrong if met.level == "error"] == []
    assert [line for line in scored.missed if line.level == "error"] == []


def test_every_filing_names_its_source() -> None:
    for path in ROOT.glob("specs/*/*/filing.yaml"):
        head = path.read_text(encoding="utf-8").partition("spec: 1")[0]
        assert "来源：http" in head, path


def test_the_command_works_in_the_folder_of_the_corpus() -> None:
    ended = run("check", cwd=ROOT)
    assert ended.code == 1
    assert {where.partition("/projects")[0] for where in ended.findings}
    assert "specs/2022/huangshi-dangxiao" in ended.out


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


def test_costs_can_be_a_first_level_of_their_own() -> None:
    museum, renewal = read("2023", "jiayuguan-wenlv").projects
    costs = [row.classified.standard for row in museum.indicators if "成本" in row.classified.first]
    assert costs == ["cost.economic", "cost.social", "cost.ecological"]
    assert (renewal.budget.total.value, renewal.indicators) == (Decimal("174.78"), ())


def test_sources_can_be_parts_of_others_and_the_term_has_indicators_of_its_own() -> None:
    (project,) = read("2021", "ningxiang-batang").projects
    amounts = {key: amount.value for key, amount in project.budget.sources.items()}
    assert amounts["fiscal"] == amounts["higher"] == Decimal("6923.3552")
    assert amounts["local"] == amounts["own"] == Decimal(0)
    assert project.medium_term
    assert len(project.indicators) == len(project.medium_term.indicators) == 9


def test_a_blank_source_is_no_zero() -> None:
    repairs, _ = read("2023", "207101").projects
    assert repairs.budget.sources["other"].value is None
