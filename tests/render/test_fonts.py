"""The fonts of the paper: roles, missing characters, the subsetter."""

import io
from pathlib import Path

import pikepdf
import pytest

from perfspec.render import pdf
from perfspec.render.document import MissingGlyph
from tests.needs import needs
from tests.render.papers import all_elements, paper
from tests.render.printing import printed

pytestmark = needs("pango")

NOWHERE = "\ue123"


def _fonts(data: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(data)) as opened:
        fonts = [font for page in opened.pages for font in page.Resources.Font.values()]
        return {str(font.BaseFont).split("+")[1].lower() for font in fonts}


def test_each_role_prints_with_its_own_file() -> None:
    names = ["仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋_GBK"]
    html = paper(*(f'<p style="font-family:{name}">字</p>' for name in names))
    assert len(_fonts(printed(html)) - _fonts(printed(paper("<p>字</p>")))) >= 3
    per_name = [
        _fonts(
            printed(
                paper(
                    f'<p style="font-family:{name}">字</p>',
                    css="@page main:right{ @bottom-right { content: none } }",
                )
            )
        )
        for name in names
    ]
    assert all(len(fonts) == 1 for fonts in per_name)
    assert len(set.union(*per_name)) == 5


def test_an_unknown_family_prints_with_a_bundled_font() -> None:
    fonts = _fonts(printed(paper('<p style="font-family:DejaVu Sans, Arial">字 abc</p>')))
    assert all(name.startswith("/") or "perfspec" in name for name in fonts)
    assert not any("dejavu" in name for name in fonts)


def test_every_text_of_the_paper_is_embedded_by_bundled_fonts() -> None:
    assert all("perfspec" in name for name in _fonts(printed(all_elements())))


@pytest.mark.parametrize("fonts", ["bundled", "system"])
def test_a_character_without_glyph_is_named_with_its_field(fonts: pdf.Fonts) -> None:
    html = paper(
        f'<div data-at="projects/a.yaml#name"><p>字{NOWHERE}<b>{NOWHERE}</b></p></div>',
        f'<p data-at="filing.yaml#goal">{NOWHERE}</p><p>{NOWHERE}</p>',
    )
    assert pdf.render(html, fonts=fonts) == (
        MissingGlyph(character=NOWHERE, at="projects/a.yaml#name"),
        MissingGlyph(character=NOWHERE, at="filing.yaml#goal"),
        MissingGlyph(character=NOWHERE, at=None),
    )


def test_a_character_of_the_stylesheet_without_glyph_has_no_field() -> None:
    html = paper("<p>字</p>", css=f"p::before {{ content: '{NOWHERE}' }}")
    assert pdf.render(html) == (MissingGlyph(character=NOWHERE, at=None),)


def test_text_that_is_not_printed_needs_no_glyph() -> None:
    printed(paper("<p>字</p>", css=f"/* {NOWHERE} */"))


def test_an_installed_font_of_the_role_comes_first_with_system_fonts() -> None:
    from perfspec.render.pdf import faces  # noqa: PLC0415 - needs Pango

    wanted = faces.Face(path=Path("bundled.ttf"), families=("perfspec fang", "None", "DejaVu Sans"))
    other = faces.Face(path=Path("other.ttf"), families=("perfspec kai", "No Such Family"))
    first, second, third = faces._installed_first((wanted, other))  # noqa: SLF001
    assert "DejaVu" in first.path.name
    assert first.families == ("None", "DejaVu Sans")
    assert second == faces.Face(path=Path("bundled.ttf"), families=("perfspec fang",))
    assert third == other


def test_the_subsetter_of_the_system_makes_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    from weasyprint.pdf import fonts  # noqa: PLC0415 - needs Pango

    before = printed(paper("<p>字</p>"))

    def fail(*_: object) -> None:
        raise AssertionError("WeasyPrint's own subsetter was asked")

    monkeypatch.setattr(fonts, "harfbuzz_subset", None)
    monkeypatch.setattr(fonts.Font, "_harfbuzz_subset", fail)
    monkeypatch.setattr(fonts.Font, "_fonttools_subset", fail)
    assert printed(paper("<p>字</p>")) == before


def test_a_paper_holds_only_the_glyphs_it_prints() -> None:
    assert len(printed(paper("<p>字</p>"))) < 60_000
