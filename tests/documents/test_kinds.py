# ruff: noqa: E501 — a case of a table is read in one line
"""What a file is, by what is in it."""

import pytest

from perfspec.documents.kinds import kind
from perfspec.errors import PerfspecError
from tests.documents.words import MAIN, OFFICE, RELATIONS, TYPES, p, packed, word

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"


def named(*streams: str) -> bytes:
    """Return something that begins like an OLE container and has the names of streams in it."""
    return OLE + b"".join(stream.encode("utf-16-le") + bytes(64) for stream in streams)


def opendocument(mimetype: str) -> bytes:
    """Return the beginning of an OpenDocument file."""
    return packed({"mimetype": mimetype, "content.xml": "<a/>"})


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (word(p("x")), "a.docx", "docx"),
        (word(p("x")), "a.doc", "docx"),
        (word("", main_type=SHEETS), "a.bin", "xlsx"),
        (opendocument("application/vnd.oasis.opendocument.text\n"), "a.doc", "odt"),
        (opendocument("application/vnd.oasis.opendocument.spreadsheet"), "a", "ods"),
        (named("WordDocument"), "a.xls", "doc"),
        (named("Workbook"), "a.doc", "xls"),
        (named("Book\0"), "a", "xls"),
        (named("WordDocument", "Workbook"), "a.wps", "doc"),
        (named("WordDocument", "Workbook"), "a.xls", "xls"),
        (b"%PDF-1.7\n", "a.docx", "pdf"),
        (b"\n\n%PDF-1.4\n", "a", "pdf"),
        (b"{\\rtf1\\ansi", "a.doc", "rtf"),
        (b"<html><body>", "a.doc", "html"),
        ("\ufeff\r\n <!DOCTYPE html><HTML>".encode(), "a.xls", "html"),
        ("<html><body>绩效</body>".encode("utf-16"), "a.doc", "html"),
        ("<table><tr><td>绩效".encode("gb18030"), "a.xls", "html"),
        (b"plain", "a.html", "html"),
        (
            b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="x">',
            "a.doc",
            "wordml",
        ),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            "a.xls",
            "excelml",
        ),
        (
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x",
            "a.doc",
            "mht",
        ),
        ("第一部分".encode(), "a.txt", "txt"),
        ("第一部分".encode("utf-16-le"), "a.TXT", "txt"),
        ("第一部分\x01".encode(), "a", "txt"),
        (b"<3 and more", "a.txt", "txt"),
    ],
)
def test_a_file_is_what_it_holds(data: bytes, name: str, expected: str) -> None:
    assert kind(data, name) == expected


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "a.doc is not read: it is empty"),
        (b" \r\n\x00\x00", "a.doc is not read: it is empty"),
        (b"\x89PNG\r\n", "a.doc is not read: it is a picture"),
        (b"Rar!\x1a\x07", "a.doc is not read: it is an archive; unpack it first"),
        (packed({"1.docx": word(p("x"))}), "a.doc is not read: it is an archive; unpack it first"),
        (b"\x7fELF\x00\x00\x00", "a.doc is not read: it is of no known kind"),
        (named("PowerPoint Document"), "a.doc is not read: it is neither a Word nor an Excel file"),
        (word("", main_type=SLIDES), "a.doc is not read: it is neither a Word nor an Excel file"),
        (named("EncryptionInfo", "EncryptedPackage"), "a.doc is protected by a password"),
        (
            word("", main_type="application/vnd.ms-word.document.macroEnabled.main+xml"),
            "a.doc has macros",
        ),
        (
            b"<pkg:package>",
            "a.doc is not read: it is a Word file in one piece of XML; save it as .docx",
        ),
        (b"PK\x03\x04xx", "a.doc is broken: it is cut off, or no archive"),
    ],
)
def test_what_cannot_be_read_says_what_it_is(data: bytes, problem: str) -> None:
    with pytest.raises(PerfspecError) as caught:
        kind(data, "a.doc")
    assert str(caught.value) == problem
    assert caught.value.hint is not None


def test_the_case_of_letters_in_the_content_types_does_not_matter() -> None:
    types = f'<Types xmlns="{TYPES}"><Override PartName="/WORD/document.xml" ContentType="{MAIN}"/></Types>'
    top = f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="/word/document.xml"/></Relationships>'
    assert kind(packed({"[Content_Types].xml": types, "_rels/.rels": top}), "a") == "docx"
