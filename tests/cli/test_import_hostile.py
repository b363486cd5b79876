# ruff: noqa: E501 — a document of a test is read in one line
"""`perfspec import` and `verify` of files that want to do harm: refused, and nothing is written."""

import io
import os
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from perfspec import review
from perfspec.cli import standing
from tests.helpers import Run, run

FOLDER = "specs/2020/224001"
SEED = Path(__file__).parents[1] / "documents/seed.txt"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = f'<Types xmlns="{PACKAGE}/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace without a filing; no rule of review runs."""
    monkeypatch.setattr(review, "RULES", ())
    root = tmp_path / "workspace"
    root.mkdir()
    (root / "perfspec.toml").write_text("")
    return root


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def relations(*entries: tuple[str, str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="r{at}" Type="{kind}" Target="{target}"{more}/>'
        for at, (kind, target, more) in enumerate(entries)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def document(body: str, *related: tuple[str, str, str]) -> bytes:
    """Return a Word document."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr(
            "_rels/.rels", relations((f"{OFFICE}/officeDocument", "word/document.xml", ""))
        )
        archive.writestr("word/_rels/document.xml.rels", relations(*related))
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        )
    return made.getvalue()


def project(*rows: tuple[str, ...]) -> str:
    head = (
        ("项目名称", "运维", "预算金额（万元）", "12.50"),
        ("一级指标", "二级指标", "三级指标", "指标值"),
    )
    return paragraph("1、运维绩效目标表") + table(*head, *rows)


GOOD = project(("产出指标", "数量指标", "巡检次数", "≥12次"))


def imported(root: Path, data: bytes, *options: str, name: str = "a.docx") -> Run:
    (root / name).write_bytes(data)
    return run("import", name, "-o", FOLDER, "--lang", "en", *options, cwd=root)


def written(root: Path) -> list[str]:
    return sorted(one.name for one in (root / "specs").rglob("*.yaml"))


def test_labels_that_are_numbers_or_cannot_be_seen_make_a_form_too(root: Path) -> None:
    body = project(("0", "7", "丙", "1"), ("怪\u200b指标", "奇指标", "丁", "2"))
    told = imported(root, document(body), name="a\u202eb\x1b.docx")
    assert (told.code, "\x1b" in told.err, "\u202e" in told.err) == (0, False, False)
    (form,) = (root / "templates").rglob("form.yaml")
    text = form.read_text(encoding="utf-8")
    assert "- label: '0'\n" in text
    assert "{label: '7', class: output}" in text
    assert "- label: 怪指标\n" in text


def test_a_text_that_looks_like_a_number_is_read_as_a_text(root: Path) -> None:
    body = (
        paragraph("一、总体绩效目标")
        + paragraph("2020")
        + paragraph("三、工作保障措施")
        + paragraph("7")
    )
    assert imported(root, document(body + GOOD.replace("运维", "2024"))).code == 0
    filing = (root / FOLDER / "filing.yaml").read_text(encoding="utf-8")
    assert "measures:\n  - '7'\n" in filing
    assert "projects:\n  - '2024'\n" in filing


@pytest.mark.parametrize("kind", ["vbaProject", "xlMacrosheet"])
def test_macros_are_refused_under_every_name(root: Path, kind: str) -> None:
    macros = (f"http://schemas.microsoft.com/office/2006/relationships/{kind}", "x.bin", "")
    told = imported(root, document(GOOD, macros))
    assert (told.code, "a.docx has macros" in told.err, written(root)) == (2, True, [])


@pytest.mark.parametrize(
    ("target", "is_refused"),
    [
        ("ldap://x/y", True),
        ("ht&#9;tp://x", True),
        (r"file:\\server\share\x", True),
        ("file:////server/x", True),
        ("odbc:x", True),
        ("file:///C:/x.dotx", False),
        ("media/x.png", False),
    ],
)
def test_what_would_be_loaded_from_another_computer_is_refused(
    root: Path, target: str, *, is_refused: bool
) -> None:
    told = imported(root, document(GOOD, (f"{OFFICE}/image", target, ' TargetMode="External"')))
    assert (told.code, "wants to load" in told.err) == ((2, True) if is_refused else (0, False))


def test_an_element_with_a_hundred_thousand_attributes_is_refused_at_once(root: Path) -> None:
    many = " ".join(f'a{at:x}=""' for at in range(120_000))
    told = imported(root, document(f"{GOOD}<w:p {many}/>"))
    assert (told.code, "more than 100000" in told.err) == (2, True)
    page = f"<html><body><table><p {many}></table></body></html>".encode()
    told = imported(root, page, name="a.html")
    assert (told.code, "more than 1000 attributes" in told.err) == (2, True)
    assert written(root) == []


def test_a_pipe_is_no_file(root: Path) -> None:
    os.mkfifo(root / "pipe.docx")
    told = run("import", "pipe.docx", "-o", FOLDER, "--lang", "en", cwd=root)
    assert (told.code, "pipe.docx is no regular file" in told.err) == (2, True)


def test_a_file_named_twice_is_refused(root: Path) -> None:
    told = run("import", str(SEED), str(SEED), "-o", FOLDER, "--lang", "en", cwd=root)
    assert (told.code, "is named twice" in told.err, written(root)) == (2, True, [])


def test_the_report_takes_the_place_of_no_file_that_is_read(root: Path) -> None:
    told = imported(root, document(GOOD), "--report", "in.md", name="in.md")
    assert (told.code, "in.md is read" in told.err) == (2, True)
    assert (root / "in.md").read_bytes() == document(GOOD)


@pytest.mark.parametrize("link", [f"{FOLDER}/projects", f"{FOLDER}/provenance.yaml"])
def test_nothing_is_written_through_a_link_out_of_the_workspace(root: Path, link: str) -> None:
    outside = root.parent / "outside"
    outside.mkdir()
    place = root / link
    place.parent.mkdir(parents=True)
    place.symlink_to(outside if link.endswith("projects") else outside / "new.yaml")
    told = imported(root, document(GOOD), "--force")
    assert (told.code, "leads out of" in told.err) == (2, True)
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("place", ["specs/2020/CON", "specs/2020/" + "x" * 65, "specs/0000/1"])
def test_a_folder_has_a_name_that_every_system_takes(root: Path, place: str) -> None:
    (root / "a.docx").write_bytes(document(GOOD))
    assert run("import", "a.docx", "-o", place, cwd=root).code == 2
    assert written(root) == []


def test_a_name_that_is_no_text_is_read_all_the_same(root: Path) -> None:
    told = imported(root, document(GOOD), "--report", "r.json", name="\udcff.docx")
    assert (told.code, '"name": "?.docx"' in (root / "r.json").read_text()) == (0, True)


def test_two_imports_at_once_do_not_mix(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = standing.write

    def late(at: Path, jobs: Sequence[standing.Job]) -> None:
        (root / FOLDER).mkdir(parents=True)
        (root / FOLDER / "filing.yaml").write_text("theirs")
        write(at, jobs)

    monkeypatch.setattr(standing, "write", late)
    told = imported(root, document(GOOD))
    assert (told.code, "changed by somebody else" in told.err) == (2, True)
    assert (root / FOLDER / "filing.yaml").read_text() == "theirs"
