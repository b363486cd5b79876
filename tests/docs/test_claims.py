"""What the READMEs say was checked is checked here, on the filings that the repository holds."""

import subprocess
from pathlib import Path

import outloud
import pdfua
import pytest

from perfspec import pipeline, workspace
from perfspec.render import pdf
from tests import chromium
from tests.docs.documents import ROOT
from tests.needs import needs


@pytest.fixture(scope="module", params=["2020", "2021"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the papers of a filing, as `perfspec build` writes them."""
    _, (folder,), _ = workspace.select([f"specs/{request.param}/224001"], ROOT)
    loaded = pipeline.load(folder)
    html = pipeline.compose(loaded).html
    printed = pdf.render(html, pipeline.attachments(loaded))
    assert isinstance(printed, bytes)
    made = tmp_path_factory.mktemp("papers")
    (made / "filing.pdf").write_bytes(printed)
    (made / "filing.html").write_text(html, encoding="utf-8")
    return made


@needs("pango", "qpdf")
def test_qpdf_has_nothing_to_say_against_the_filing(built: Path) -> None:
    command = ["qpdf", "--check", str(built / "filing.pdf")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "No syntax or stream encoding errors found" in done.stdout


@needs("pango")
def test_the_partial_checkers_of_pdf_ua_find_no_error_in_the_filing(built: Path) -> None:
    path = str(built / "filing.pdf")
    result = outloud.check(path)
    assert (result.error, result.errors) == (None, 0), [f.message for f in result.findings]
    assert not pdfua.validate(path).findings


@needs("pango", "chromium")
def test_axe_finds_no_violation_in_the_filing(built: Path) -> None:
    assert chromium.axe(built / "filing.html") == []
