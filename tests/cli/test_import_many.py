"""`perfspec import` of many files: forms that it drafts, files it refuses, what it says."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter

from tests.helpers import Run, run

ROOT = Path(__file__).parents[2]
SEED = (ROOT / "tests/documents/seed.txt").read_text(encoding="utf-8")
ROW = "  - {class: 数量指标, name: 多出的指标, description: 无, target: ≥5个, basis: 无}\n"
DRAFT = "templates/hebei-2020-import/form.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace with papers of three years before the form of 2020, and no filing."""
    (tmp_path / "perfspec.toml").write_text("")
    for year in (2016, 2017, 2018):
        cover = f"县委网信办{year}年部门预算绩效文本\n"
        (tmp_path / f"{year}.txt").write_text(cover + SEED, encoding="utf-8")
    return tmp_path


def imported(root: Path, *words: str) -> Run:
    return run("import", *words, cwd=root)


def form(root: Path, year: int) -> str:
    text = (root / f"specs/{year}/224001/filing.yaml").read_text(encoding="utf-8")
    return next(line for line in text.splitlines() if line.startswith("form: "))


def test_files_of_one_unknown_form_share_the_form_that_the_first_one_drafts(root: Path) -> None:
    told = imported(root, "2016.txt", "2017.txt")
    assert told.code == 0, told.err
    assert told.out.split().count(DRAFT) == 1
    assert sorted(path.name for path in (root / "templates").iterdir()) == ["hebei-2020-import"]
    assert [form(root, year) for year in (2016, 2017)] == ["form: hebei-2020-import"] * 2
    assert told.err.count("no form holds all that was found") == 1


def test_two_forms_that_are_drafted_in_one_run_have_names_of_their_own(root: Path) -> None:
    # The form that 2017 drafts is in force from then on; that of 2016 is another.
    assert imported(root, "2017.txt", "2016.txt").code == 0
    assert (form(root, 2017), form(root, 2016)) == (
        "form: hebei-2020-import",
        "form: hebei-2020-import-2",
    )
    first = (root / DRAFT).read_text(encoding="utf-8")
    assert "years: {from: 2017}" in first


def test_a_form_that_cannot_be_read_is_not_overwritten_by_a_draft(root: Path) -> None:
    (root / DRAFT).parent.mkdir(parents=True)
    (root / DRAFT).write_text("spec: 1\ntitle: 手改到一半\n", encoding="utf-8")
    imported(root, "2016.txt")
    assert (root / DRAFT).read_text(encoding="utf-8") == "spec: 1\ntitle: 手改到一半\n"
    assert form(root, 2016) == "form: hebei-2020-import-2"


def test_what_the_form_lacks_is_said_once(root: Path) -> None:
    told = imported(root, "2016.txt")
    assert told.err.count("the form hebei-2020 is not in force in 2016") == 1


def test_a_dry_run_of_a_merge_shows_what_would_change_and_says_no_next_step(root: Path) -> None:
    assert imported(root, "2018.txt").code == 0
    project = next((root / "specs/2018/224001/projects").iterdir())
    text = project.read_text(encoding="utf-8")
    text = text.replace("target: 9次", "target: 10次").replace(
        "indicators:\n", f"indicators:\n{ROW}"
    )
    project.write_text(text, encoding="utf-8")
    told = imported(root, "2018.txt", "--merge", "--dry-run")
    assert told.code == 0
    assert "10次 → 9次" in told.out
    # A row that no paper has is kept, and so is no change.
    assert "多出的指标" not in told.out
    assert "indicators/1 「多出的指标」 is kept: the paper does not say it" in told.err
    assert "next:" not in told.err
    assert "target: 10次" in project.read_text(encoding="utf-8")


def test_the_stage_of_a_filing_that_is_replaced_is_told(root: Path) -> None:
    assert imported(root, "2018.txt").code == 0
    filing = root / "specs/2018/224001/filing.yaml"
    text = filing.read_text(encoding="utf-8")
    filing.write_text(text.replace("stage: draft", "stage: approved"), encoding="utf-8")
    told = imported(root, "2018.txt", "--force")
    assert "its stage was approved, and is draft now" in told.err


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nothing.docx", "there is no file nothing.docx"),
        (".", ". is a folder; name the files in it"),
        ("paper.pdf", "paper.pdf is a PDF, which does not say where words and cells end"),
    ],
)
def test_what_is_no_document_to_import_is_said(root: Path, name: str, words: str) -> None:
    (root / "paper.pdf").write_bytes(pdf())
    told = imported(root, name, "--year", "2020")
    assert told.code == 2
    assert words in told.err
    assert not (root / "specs").exists()


def pdf() -> bytes:
    made, writer = BytesIO(), PdfWriter()
    writer.add_blank_page(width=100, height=100)
    writer.write(made)
    return made.getvalue()


def test_without_a_place_the_filing_goes_into_the_workspace_wherever_one_stands(root: Path) -> None:
    (root / "inner").mkdir()
    told = run("import", "../2018.txt", cwd=root / "inner")
    assert told.code == 0, told.err
    assert (root / "specs/2018/224001/filing.yaml").is_file()


def test_a_paper_of_other_units_than_the_department_is_told(root: Path) -> None:
    words = "the units of the paper are 224001, and the filing is that of 999"
    assert words in imported(root, "2018.txt", "-o", "specs/2018/999", "--dry-run").err
    for department in ("224", "224001"):
        told = imported(root, "2018.txt", "-o", f"specs/2018/{department}", "--dry-run")
        assert "the units of the paper" not in told.err
