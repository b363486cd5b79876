"""`perfspec diff --to docx`: the newer filing as a Word document with tracked changes."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.test_diff import NEW, OLD, _two_years
from tests.helpers import Workspace


@pytest.fixture
def years(tmp_path: Path) -> Workspace:
    """Return a workspace with two years of one filing."""
    return _two_years(Workspace(tmp_path))


def document(data: bytes) -> str:
    """Return the main part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/document.xml").decode()


def test_what_changed_is_tracked_and_dated_by_the_newer_year(years: Workspace) -> None:
    ended = years.run("diff", "2025", "2026", "-o", "x.docx")
    assert (ended.code, ended.out, ended.err) == (0, "", "x.docx is written\n")
    text = document((years.root / "x.docx").read_bytes())
    assert "<w:delText>12万</w:delText>" in text
    assert 'w:date="2026-01-01T00:00:00Z"' in text
    turned = years.run("diff", "2026", "2025", "-o", "y.docx")
    assert turned.code == 0
    text = document((years.root / "y.docx").read_bytes())
    assert "<w:delText>10万</w:delText>" in text
    assert 'w:date="2026-01-01T00:00:00Z"' in text


def test_a_paper_that_did_not_change_has_no_tracked_changes(years: Workspace) -> None:
    assert years.run("diff", NEW, NEW, "-o", "x.docx").code == 0
    text = document((years.root / "x.docx").read_bytes())
    assert "数字化" in text
    assert "<w:ins " not in text
    assert "<w:del " not in text


def test_equal_input_gives_equal_bytes_elsewhere(years: Workspace) -> None:
    command = [sys.executable, "-m", "perfspec", "diff", OLD, NEW, "--to", "docx"]
    made = {
        subprocess.run(
            command, cwd=years.root, env=os.environ | more, capture_output=True, check=True
        ).stdout
        for more in (
            {"PYTHONHASHSEED": "0"},
            {"PYTHONHASHSEED": "7", "TZ": "Asia/Urumqi", "LC_ALL": "zh_CN.UTF-8"},
        )
    }
    assert len(made) == 1


def test_one_filing_is_compared_with_one_other(years: Workspace) -> None:
    years.add_filing()
    ended = years.run("diff", "2025", "2026", "-o", "x.docx")
    assert ended.code == 2
    assert "a Word document with tracked changes compares one filing with one other" in ended.err
    assert "name both, as in specs/2025/101001 specs/2026/101001" in ended.err
    three = years.run("diff", OLD, NEW, OLD, "--to", "docx=x.docx")
    assert (three.code, "compares one filing with one other" in three.err) == (2, True)
    assert years.run("diff", OLD, NEW, "-o", "x.docx").code == 0


def test_filings_that_were_named_are_compared_whatever_their_department(years: Workspace) -> None:
    years.add_filing()
    assert years.run("diff", OLD, "specs/2026/202002", "-o", "x.docx").code == 0
    ended = years.run("diff", "specs/2026/202002", "specs/2025", "-o", "y.docx")
    assert (ended.code, "compares one filing with one other" in ended.err) == (2, True)
    assert not (years.root / "y.docx").exists()


def test_a_filing_that_cannot_be_read_has_no_paper(years: Workspace) -> None:
    years.write(f"{NEW}/projects/archive.yaml", "[")
    ended = years.run("diff", OLD, NEW, "-o", "x.docx")
    assert ended.code == 2
    assert f"{NEW} cannot be read as a whole, so it has no paper" in ended.err
    assert f"`perfspec check {NEW}` says why" in ended.err
    assert not (years.root / "x.docx").exists()
