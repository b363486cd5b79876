"""Each face: outlines, weight, measures, punctuation, the right to embed it."""

import pytest
from fontmaking.faces import Face

from tests.fonts.bundled import (
    COMPLETING,
    FONTS,
    OWN,
    ROLES,
    advance,
    every_face,
    every_own_role,
    every_role,
    font,
)

PUNCTUATION = "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』"


def test_the_roles_are_those_that_the_paper_knows() -> None:
    assert tuple(ROLES) == (*OWN, *COMPLETING)
    files = {entry["file"] for entry in ROLES.values()}
    assert files == {path.name for path in FONTS.iterdir() if path.suffix in {".ttf", ".otf"}}


@every_face
def test_the_roles_file_says_what_the_script_knows(face: Face) -> None:
    assert ROLES[face.role] == {
        "file": face.file,
        "family": face.family,
        "weight": face.weight,
        "preferred": list(face.preferred),
        "substitutes": list(face.substitutes),
    }


@every_role
def test_a_face_has_the_outlines_its_suffix_says(role: str) -> None:
    truetype = ROLES[role]["file"].endswith(".ttf")
    assert ("glyf" in font(role), "CFF " in font(role)) == (truetype, not truetype)
    assert truetype or role == "fallback"


@every_role
def test_a_face_says_its_weight_in_every_place(role: str) -> None:
    bold = role == "title"
    assert font(role)["OS/2"].usWeightClass == ROLES[role]["weight"] == (700 if bold else 400)
    assert font(role)["OS/2"].fsSelection & 0b1100001 == (0b100000 if bold else 0b1000000)
    assert font(role)["head"].macStyle == int(bold)


@every_own_role
@pytest.mark.parametrize("mark", PUNCTUATION)
def test_halt_halves_full_width_punctuation(role: str, mark: str) -> None:
    assert advance(role, mark, halt=False) == 1000
    assert advance(role, mark, halt=True) == 500


def test_the_fallback_face_halves_the_brackets_it_adds() -> None:
    assert advance("fallback", "〘〙", halt=True) * 2 == advance("fallback", "〘〙", halt=False)


@every_role
def test_vertical_metrics_are_equal_in_all_faces_and_tables(role: str) -> None:
    hhea, os2, head = font(role)["hhea"], font(role)["OS/2"], font(role)["head"]
    assert head.unitsPerEm == 1000
    assert (hhea.ascent, hhea.descent, hhea.lineGap) == (880, -120, 200)
    assert (os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap) == (880, -120, 200)
    assert os2.usWinAscent >= head.yMax
    assert os2.usWinDescent >= -head.yMin


@every_role
def test_embedding_is_permitted(role: str) -> None:
    restricted, no_subsetting, bitmap_only = 0x0002, 0x0100, 0x0200
    assert font(role)["OS/2"].fsType & (restricted | no_subsetting | bitmap_only) == 0


def test_the_folder_stays_small_enough_for_a_clone() -> None:
    assert sum(path.stat().st_size for path in FONTS.rglob("*") if path.is_file()) < 42_000_000
