"""Names, dates, notice and licences of the changed fonts."""

import hashlib
import re
from datetime import UTC, datetime, timedelta

import pytest
from fontmaking.characters import WRONG_IN_FANDOL
from fontmaking.faces import ROLES as FANDOL
from fontmaking.faces import Face

from tests.fonts.bundled import FONTS, every_face, every_role, font


@every_face
def test_a_changed_face_does_not_go_under_the_name_of_its_original(face: Face) -> None:
    names = {record.nameID: str(record) for record in font(face.role)["name"].names}
    assert (names[1], names[2]) == (face.family, face.style)
    shown = " ".join(names.get(number, "") for number in (1, 3, 4, 6, 16, 18))
    assert not re.search(
        "fandol|noto|source|adobe|dejavu|bitstream|vera|arev", shown, re.IGNORECASE
    )


@every_face
def test_a_changed_face_names_its_makers_and_the_change(face: Face) -> None:
    names = {record.nameID: str(record) for record in font(face.role)["name"].names}
    makers = {"fandol": "Fandol", "noto": "Adobe", "dejavu": "Bitstream"}
    (maker,) = [name for key, name in makers.items() if key in face.source.lower()]
    assert maker in names[0]
    assert "2026-11-23" in names[10]
    assert face.package.version in names[10]
    assert names[13] == face.licence


@every_role
def test_dates_are_those_of_the_change(role: str) -> None:
    moment = datetime(1904, 1, 1, tzinfo=UTC) + timedelta(seconds=font(role)["head"].modified)
    assert moment == datetime(2026, 11, 23, tzinfo=UTC)
    assert font(role)["head"].created == font(role)["head"].modified


@every_face
def test_the_notice_gives_source_and_checksums_of_every_face(face: Face) -> None:
    notice = (FONTS / "NOTICE.md").read_text("utf-8")
    _, _, section = notice.partition(f"### {face.file}\n")
    section, _, _ = section.partition("### ")
    made = hashlib.sha256((FONTS / face.file).read_bytes()).hexdigest()
    assert f"- SHA-256: `{made}`\n" in section
    assert f"- SHA-256 of the original: `{face.source_sha256}`\n" in section
    assert f"- made from: `{face.source}`" in section
    assert f"`{face.package.name}` {face.package.version}" in section
    assert face.package.sha256 in section


def test_the_notice_extends_the_font_exception_and_names_what_was_taken_out() -> None:
    notice = " ".join((FONTS / "NOTICE.md").read_text("utf-8").split())
    assert "extend the GPL font exception to their changed versions" in notice
    assert all(face.file in notice for face in FANDOL)
    assert [chr(code) for code in WRONG_IN_FANDOL if chr(code) not in notice] == []


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        ("GPL-3.0.txt", "GNU GENERAL PUBLIC LICENSE Version 3, 29 June 2007"),
        ("GPL-3.0.txt", "END OF TERMS AND CONDITIONS"),
        ("Fandol-README.txt", "licensing is GPL + GPL font exception"),
        ("GPL-font-exception.txt", "if you create a document which uses this font"),
        ("OFL-1.1-Noto.txt", "© 2017-2022 Adobe (http://www.adobe.com/)."),
        ("OFL-1.1-Noto.txt", "SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007"),
        ("OFL-1.1-Noto.txt", "OTHER DEALINGS IN THE FONT SOFTWARE."),
        ("DejaVu.txt", "Copyright (c) 2003 by Bitstream, Inc. All Rights Reserved."),
        ("DejaVu.txt", "Copyright (c) 2006 by Tavmjong Bah. All Rights Reserved."),
    ],
)
def test_the_licence_texts_are_complete(file: str, sentence: str) -> None:
    text = (FONTS / "LICENSES" / file).read_text("utf-8")
    assert sentence in " ".join(text.split())
