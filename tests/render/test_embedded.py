"""What a strict reader draws: each code of a page is the glyph that its character means."""

import io
from collections.abc import Iterable, Iterator

import pikepdf
import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from tests.fonts import bundled
from tests.needs import needs
from tests.render.papers import paper
from tests.render.printing import printed

pytestmark = needs("pango")

TEXTS = {
    "body": "单位2020",
    "kai": "楷体字",
    "hei": "黑体，（）",
    "title": "标题",
    "song": "宋体",
    "fallback": "⇄↔−⏎²⑪￥㎡幹稱𠮷",
    "symbols": "☐☑☒✔✗",
}


def _page(role: str) -> tuple[pikepdf.Pdf, pikepdf.Object]:
    family = bundled.ROLES[role]["family"]
    css = "@page main:right{ @bottom-right { content: none } }"
    html = paper(f"<p style=\"font-family:'{family}'\">{TEXTS[role]}</p>", css=css)
    pdf = pikepdf.open(io.BytesIO(printed(html)))
    wanted = family.replace(" ", "-").lower()
    found = [
        font
        for font in pdf.pages[0].Resources.Font.values()
        if str(font.BaseFont).lower().endswith(wanted)
    ]
    return pdf, found[0]


def _shown(pdf: pikepdf.Pdf, font: pikepdf.Object) -> Iterator[int]:
    """Yield the codes that the page shows in a font."""
    name = next(key for key, one in pdf.pages[0].Resources.Font.items() if one == font)
    current = ""
    for one in pikepdf.parse_content_stream(pdf.pages[0]):
        operator = str(one.operator)
        if operator == "Tf":
            current = str(one.operands[0])
        if operator in {"Tj", "TJ"} and current == name:
            yield from _codes(one.operands[0] if operator == "TJ" else one.operands)


def _codes(strings: Iterable[object]) -> Iterator[int]:
    """Yield the codes of the strings among operands; each has two bytes."""
    for one in strings:
        if isinstance(one, pikepdf.String):
            data = bytes(one)
            yield from (int.from_bytes(data[n : n + 2]) for n in range(0, len(data), 2))


def _embedded(font: pikepdf.Object) -> TTFont:
    descriptor = font.DescendantFonts[0].FontDescriptor
    key = "/FontFile2" if "/FontFile2" in descriptor else "/FontFile3"
    return TTFont(io.BytesIO(descriptor[key].read_bytes()))


def _glyph(font: TTFont, code: int) -> str:
    """Return the glyph of a code: ISO 32000-1, 9.7.4.2, by CID where the face has CIDs."""
    keyed = "CFF " in font and hasattr(font["CFF "].cff.topDictIndex[0], "ROS")
    return f"cid{code:05d}" if keyed else font.getGlyphOrder()[code]


def _outline(font: TTFont, glyph: str) -> list[tuple[str, tuple[tuple[float, float], ...]]]:
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[glyph].draw(pen)
    return pen.value  # type: ignore[no-any-return]  # fontTools has no types


@pytest.mark.parametrize("role", list(bundled.ROLES))
def test_each_code_on_the_page_is_the_glyph_of_its_character(role: str) -> None:
    pdf, font = _page(role)
    codes = list(_shown(pdf, font))
    assert len(codes) == len(TEXTS[role])
    embedded, whole = _embedded(font), bundled.font(role)
    for character, code in zip(TEXTS[role], codes, strict=True):
        drawn = _outline(embedded, _glyph(embedded, code))
        assert drawn, character
        assert drawn == _outline(whole, whole.getBestCmap()[ord(character)]), character


@pytest.mark.parametrize("role", list(bundled.ROLES))
def test_a_face_with_cids_numbers_its_glyphs_by_them(role: str) -> None:
    face = bundled.font(role)
    if "CFF " in face:
        order = face.getGlyphOrder()
        assert order == [".notdef", *(f"cid{n:05d}" for n in range(1, len(order)))]
