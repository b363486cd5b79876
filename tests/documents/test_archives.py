"""Archives of strangers: bombs, broken ones, names outside, passwords."""

import io
import struct
import zipfile

import pytest

from perfspec.documents import archives
from perfspec.documents.archives import unpack
from perfspec.errors import PerfspecError
from perfspec.messages import english
from tests.documents.memory import peak
from tests.documents.words import p, packed, word

MEGABYTE = 1024 * 1024


def refusal(data: bytes) -> str:
    """Return why an archive is refused, when it is opened or when its parts are read."""

    def read_all() -> list[bytes]:
        archive = unpack(data, "a.docx")
        return [archive.read(part) for part in archive.parts]

    with pytest.raises(PerfspecError) as caught:
        read_all()
    assert caught.value.hint is not None
    return english(caught.value.message)


def bomb(megabytes: int, parts: int = 1, name: str = "word/document.xml") -> bytes:
    """Return an archive that unpacks to much more than it is."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for number in range(parts):
            with archive.open(f"{name}{number or ''}", "w") as stream:
                for _ in range(megabytes):
                    stream.write(bytes(MEGABYTE))
    return file.getvalue()


def patched(data: bytes, mark: bytes, offset: int, value: bytes) -> bytes:
    """Return an archive whose headers of a kind say something else."""
    found = data.find(mark)
    assert found >= 0
    while found >= 0:
        data = data[: found + offset] + value + data[found + offset + len(value) :]
        found = data.find(mark, found + 4)
    return data


def test_parts_are_read_one_by_one_in_any_case_of_letters() -> None:
    archive = unpack(packed({"word/document.xml": "甲", "media/": "", "b\\c.xml": "乙"}), "a.docx")
    assert archive.parts == ("word/document.xml", "b/c.xml")
    assert archive.read("Word/DOCUMENT.xml").decode() == "甲"
    assert ("B/C.XML" in archive, "c.xml" in archive) == (True, False)


def test_a_part_that_is_too_long_is_refused_before_it_is_unpacked() -> None:
    data = bomb(65)
    assert len(data) < MEGABYTE // 8
    assert refusal(data) == (
        "a.docx is not read: the part word/document.xml unpacks to more than 64 MB"
    )
    assert peak(lambda: refusal(data)) < MEGABYTE


def test_a_part_that_is_packed_beyond_what_programs_reach_is_refused() -> None:
    assert refusal(bomb(8)) == (
        "a.docx is not read: the part word/document.xml is packed beyond 500 : 1"
    )


def test_parts_that_are_too_long_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_RATIO", 2000)
    monkeypatch.setattr(archives, "MAX_ALL", 3 * MEGABYTE)
    assert refusal(bomb(1, 4)) == "a.docx is not read: it unpacks to more than 3 MB"


@pytest.mark.parametrize("said", [100, 0])
def test_a_part_gets_no_longer_than_its_header_says(said: int) -> None:
    size = struct.pack("<L", said)
    data = patched(bomb(8), b"PK\x01\x02", 24, size)
    assert refusal(data) == "a.docx is broken: the part word/document.xml cannot be unpacked"
    assert peak(lambda: refusal(data)) < MEGABYTE


def test_thousands_of_parts_are_refused_before_they_are_looked_at() -> None:
    data = packed({"a": ""}) + b"PK\x01\x02" * 10_001
    assert refusal(data) == "a.docx is not read: it has more than 10000 parts"


@pytest.mark.parametrize("name", ["/etc/a", "../a", "a/../../b", "C:\\a", "..\\a"])
def test_names_outside_of_the_archive_are_refused(name: str) -> None:
    assert "a part outside of its own folder" in refusal(packed({name: "x"}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("names", [("a.xml", "a.xml"), ("a.xml", "A.XML"), ("b/a.xml", "b\\a.xml")])
def test_a_part_that_is_there_twice_is_refused(names: tuple[str, str]) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    assert "twice" in refusal(file.getvalue())


def test_a_password_is_named() -> None:
    data = patched(packed({"a.xml": "x"}), b"PK\x01\x02", 8, b"\x01\x00")
    assert refusal(data) == "a.docx is protected by a password"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packing_without_a_bound_is_refused(method: int) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr("a.xml", "x" * 99)
    assert refusal(file.getvalue()) == (
        "a.docx is broken: the part a.xml is packed in an unknown way"
    )


def test_a_file_that_is_cut_off_is_broken() -> None:
    whole = word(p("正文" * 99))
    assert {refusal(whole[:length]) for length in range(0, len(whole) - 1, 97)} == {
        "a.docx is broken: it is cut off, or no archive"
    }


def test_a_part_that_is_missing_or_damaged_is_named() -> None:
    data = packed({"a.xml": "甲乙丙丁" * 50})
    with pytest.raises(PerfspecError, match=r"a\.docx is broken: the part b\.xml is missing"):
        unpack(data, "a.docx").read("b.xml")
    start = data.find(b"a.xml") + len("a.xml")
    damaged = data[:start] + b"\xff\xff\xff" + data[start + 3 :]
    assert refusal(damaged) == "a.docx is broken: the part a.xml cannot be unpacked"


def test_an_archive_in_the_archive_is_not_opened() -> None:
    inside = bomb(65)
    archive = unpack(packed({"a.xml": "x", "b.zip": inside}), "a.docx")
    assert archive.read("b.zip") == inside
