"""The PDF as a file: what it says of itself, what it carries, whether checkers accept it."""

import io
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import outloud
import pdfua
import pikepdf
import pytest

from perfspec.errors import PerfspecError
from perfspec.render.document import Attachment
from tests.needs import needs
from tests.render.papers import TITLE, all_elements, paper, table
from tests.render.printing import printed

pytestmark = needs("pango")

FILES = (
    Attachment(
        name="filing.yaml",
        data=b"spec: 1\n",
        media_type="application/yaml",
        description="绩效文本数据",
        date=datetime(2020, 1, 1, tzinfo=UTC),
    ),
    Attachment(
        name="项目.yaml",
        data=b"code: 0224001\n",
        media_type="application/yaml",
        description="项目数据",
        date=datetime(2020, 1, 1, tzinfo=UTC),
    ),
)


@pytest.fixture(scope="module")
def archival() -> bytes:
    """Return the all-elements document with two attachments."""
    return printed(all_elements(), *FILES)


@pytest.fixture(scope="module")
def plain() -> bytes:
    """Return the same without the marks of conformance."""
    return printed(all_elements(), *FILES, profile="plain")


def _open(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def test_title_author_and_language_come_from_the_html(archival: bytes) -> None:
    with _open(archival) as pdf:
        assert str(pdf.docinfo["/Title"]) == TITLE
        assert str(pdf.docinfo["/Author"]) == "网信办"
        assert str(pdf.Root.Lang) == "zh-CN"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as xmp:
            assert xmp["dc:title"] == TITLE


def test_the_archival_profile_is_marked_and_the_plain_one_is_not(
    archival: bytes, plain: bytes
) -> None:
    with _open(archival) as pdf, pdf.open_metadata() as xmp:
        assert xmp.pdfa_status == "3A"
        assert xmp["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
        assert b"pdfaExtension:schemas" in pdf.Root.Metadata.read_bytes()
        assert len(list(pdf.Root.OutputIntents)) == 1
    with _open(plain) as pdf:
        assert "/Metadata" not in pdf.Root
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root


@pytest.mark.parametrize("profile", ["archival", "plain"])
def test_each_attachment_is_listed_once_as_source(
    profile: str, request: pytest.FixtureRequest
) -> None:
    with _open(request.getfixturevalue(profile)) as pdf:
        listed = list(pdf.Root.AF)
        assert [str(entry.UF) for entry in listed] == ["filing.yaml", "项目.yaml"]
        assert [entry.F for entry in listed] == [entry.UF for entry in listed]
        assert [entry.AFRelationship for entry in listed] == [pikepdf.Name.Source] * 2
        assert sorted(pdf.attachments) == ["filing.yaml", "项目.yaml"]
        for file in FILES:
            stored = pdf.attachments[file.name].get_file()
            assert stored.read_bytes() == file.data
            assert stored.mime_type == "application/yaml"
            assert stored.creation_date == stored.mod_date == file.date


def test_a_paper_without_attachments_lists_none() -> None:
    with _open(printed(all_elements())) as pdf:
        assert "/AF" not in pdf.Root
        assert not len(pdf.attachments)


@pytest.mark.parametrize("files", [FILES, ()], ids=["with data", "without data"])
@pytest.mark.parametrize(
    "part",
    [
        '<a rel="attachment" href="data:image/x,hello">字</a>',
        '<link rel="attachment" href="data:image/x,hello">',
    ],
)
def test_a_document_that_attaches_a_file_itself_is_refused(
    part: str, files: tuple[Attachment, ...]
) -> None:
    with pytest.raises(PerfspecError, match="HTML may not attach files"):
        printed(paper(part), *files)


def test_pages_are_labelled_with_the_numbers_printed_on_them(archival: bytes) -> None:
    with _open(archival) as pdf:
        labels: list[object] = [page.label for page in pdf.pages]
    assert labels == ["", "i", "1", "2"]


def test_headings_are_bookmarks(archival: bytes) -> None:
    with _open(archival) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles == [TITLE, "目录", "第一部分　部门整体绩效目标"]


def test_links_are_printed_and_lead_somewhere(archival: bytes) -> None:
    with _open(archival) as pdf:
        links = [link for page in pdf.pages for link in page.get("/Annots", [])]
        assert len(links) >= 2
        assert all(link.F == 4 for link in links)
        assert all("/Dest" in link for link in links)


@pytest.mark.parametrize(
    "html",
    [all_elements(), paper("<h1>题目</h1>", table([("甲", 60), ("乙", 40)]))],
    ids=["all elements", "long table"],
)
def test_the_checkers_of_pdf_ua_find_no_error(html: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(printed(html, *FILES))
    result = outloud.check(str(path))
    assert result.error is None
    assert not result.errors, [f.message for f in result.findings]
    report = pdfua.validate(str(path))
    assert not report.findings


@needs("qpdf")
@pytest.mark.parametrize("profile", ["archival", "plain"])
def test_qpdf_finds_nothing_to_complain_of(
    profile: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(request.getfixturevalue(profile))
    done = subprocess.run(["qpdf", "--check", path], capture_output=True, check=True)
    assert b"No syntax or stream encoding errors found" in done.stdout
    assert not done.stderr
