"""Files of any kind, read by what is in them."""

from pathlib import Path

import pytest

from perfspec.documents import Paragraph, reading
from perfspec.documents.office import KINDS
from perfspec.documents.reading import read, read_file
from perfspec.errors import PerfspecError
from perfspec.messages import english
from tests.documents.words import p, packed, texts, word

PAGE = "<html><body><p>绩效目标</p></body></html>"


def notes(data: bytes, name: str) -> list[str]:
    """Return what is said of the reading."""
    return [english(note.text) for note in read(data, name).notes]


def test_a_file_is_read_as_what_it_is_whatever_its_name_says() -> None:
    assert read(word(p("x")), "a.docx").format == "docx"
    assert notes(word(p("x")), "a.DOCX") == []
    assert notes(word(p("x")), "a.doc") == [
        "the file is a Word document (.docx), whatever its name says"
    ]
    document = read(PAGE.encode(), "a.xls")
    assert (document.format, texts(document)) == ("html", ["绩效目标"])
    assert english(document.notes[0].text) == (
        "the file is a web page (.html), whatever its name says"
    )


def test_a_web_page_in_one_file_is_read() -> None:
    data = b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + PAGE.encode()
    document = read(data, "a.mht")
    assert (document.format, document.name, texts(document)) == ("mht", "a.mht", ["绩效目标"])


def test_a_person_can_say_what_a_file_is() -> None:
    document = read(PAGE.encode(), "a.html", "txt")
    (only,) = document.blocks
    assert isinstance(only, Paragraph)
    assert (document.format, only.text) == ("txt", PAGE)
    with pytest.raises(PerfspecError, match="there is no reader for odp"):
        read(b"x", "a", "odp")
    with pytest.raises(PerfspecError, match="it is cut off, or no archive"):
        read(b"x", "a", "docx")


def test_every_kind_that_is_told_apart_has_a_name_and_a_reader() -> None:
    assert set(reading.CALLED) == {*reading.FORMATS, *KINDS, "mht"}


def test_a_file_is_read_from_its_path(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word(p("x")))
    assert read_file(path).name == "a.docx"
    with pytest.raises(PerfspecError, match=r"cannot read .*b\.docx: No such file"):
        read_file(tmp_path / "b.docx")


def test_a_file_that_is_too_long_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with path.open("wb") as file:
        file.truncate(reading.MAX_FILE + 1)
    expected = r"a\.docx is not read: it has 65 MB, and at most 64 are read"
    with pytest.raises(PerfspecError, match=expected):
        read_file(path)
    with pytest.raises(PerfspecError, match=expected):
        read(bytes(reading.MAX_FILE + 1), "a.docx")


def test_a_document_without_its_main_part_is_broken() -> None:
    with pytest.raises(PerfspecError, match=r"a\.docx is broken: the part"):
        read(packed({"a.xml": "x"}), "a.docx", "docx")
