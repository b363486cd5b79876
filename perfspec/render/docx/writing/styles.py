"""The styles of a document: one for each name in it, all built upon the look of its body text.

A style has the setting and the look that most of its paragraphs have; a paragraph that differs
says so beside it. Word knows some styles by English names of its own, which it shows translated
and builds its outline and its contents from: headings, entries of contents, footers.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from perfspec.render.docx.body import Body, Cell, Look, Paragraph, Run, Setting, Table
from perfspec.render.docx.writing import formats
from perfspec.render.docx.writing.names import BODY, Name, Use, names
from perfspec.render.docx.writing.xmltext import HEAD, SPACES, quoted

_PLAIN = Setting(style="")
_UNSET = Look(fonts=(), size=Decimal(10))


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A style of paragraphs: how Word calls it, and what it says."""

    name: Name
    setting: Setting
    look: Look


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleSheet:
    """The styles of a document by the names of `Setting`, and what they build upon.

    `stressed` is how the first words are set that are stressed, None where there are none.
    """

    setting: Setting
    look: Look
    styles: dict[str, Style]
    looks: tuple[Look, ...]
    stressed: Look | None = None

    def below(self, look: Look, base: Look) -> Look:
        """Return what characters have without saying so, in a paragraph whose style has `base`."""
        if self.stressed is None or not look.stressed:
            return base
        return replace(base, fonts=self.stressed.fonts, strong=self.stressed.strong)


def collect(body: Body) -> StyleSheet:
    """Return the styles of a document."""
    alike: Counter[tuple[Setting, Look, bool, str]] = Counter()
    looks: dict[Look, None] = {}
    text: Counter[tuple[bool, Look, Decimal]] = Counter()
    for paragraph, place in _paragraphs(body):
        alike[paragraph.setting, paragraph.look, bool(paragraph.contents), place] += 1
        for inline in paragraph.content:
            look = getattr(inline, "look", paragraph.look)
            if look is not paragraph.look:
                looks[look] = None
            if place == "text" and isinstance(inline, Run):
                is_body = paragraph.setting.style == BODY
                text[is_body, look, paragraph.setting.line] += len(inline.text)
    looks = {look: None for _, look, _, _ in alike} | looks
    # A few words of body text count for more than the small type over many tables.
    most = max(text, key=lambda one: (one[0], text[one]), default=None)
    _, look, line = most or (False, _first(looks), Decimal(0))
    look = replace(look, stressed=False)
    return StyleSheet(
        setting=Setting(style="", line=line),
        look=look,
        styles=_styles(alike),
        looks=(look, *looks),
        stressed=next((one for one in looks if one.stressed), None),
    )


def _styles(alike: Counter[tuple[Setting, Look, bool, str]]) -> dict[str, Style]:
    settings: dict[str, Counter[Setting]] = {}
    looks: dict[str, Counter[Look]] = {}
    uses: dict[str, Use] = {}
    for (setting, look, contents, place), count in alike.items():
        use = Use(level=setting.level, contents=contents, footer=place == "footer")
        uses[setting.style] = uses.get(setting.style, use) | use
        settings.setdefault(setting.style, Counter())[setting] += count
        looks.setdefault(setting.style, Counter())[look] += count
    return {
        style: Style(
            name=name,
            setting=settings[style].most_common(1)[0][0],
            look=looks[style].most_common(1)[0][0],
        )
        for style, name in names(uses).items()
    }


def part(sheet: StyleSheet, language: str) -> str:
    """Return the part of the file that holds the styles."""
    east_asian = quoted(language or "zh-CN")
    defaults = formats.characters(sheet.look, _UNSET)
    normal = formats.paragraph(sheet.setting, _PLAIN, sheet.setting.line)
    return (
        f"{HEAD}<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr>{defaults}"
        f'<w:lang w:val="en-US" w:eastAsia="{east_asian}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" '
        'w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:overflowPunct '
        f'w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>{normal}</w:pPr></w:style>'
        f"{_OTHERS}{_stressed(sheet)}"
        f"{''.join(_style(style, sheet) for style in sheet.styles.values())}</w:styles>"
    )


_OTHERS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
    "<w:unhideWhenUsed/></w:style>"
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" '
    'w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    "</w:style>"
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    # Contents that Word makes anew are links: not blue, not underlined.
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
    "</w:style>"
)


def _style(style: Style, sheet: StyleSheet) -> str:
    name = style.name
    custom = ' w:customStyle="1"' if name.is_own else ""
    alias = f'<w:aliases w:val="{quoted(name.alias)}"/>' if name.alias else ""
    after = '<w:next w:val="BodyText"/>' if style.setting.level and _has_body(sheet) else ""
    paragraph = formats.paragraph(style.setting, sheet.setting, sheet.setting.line)
    characters = formats.characters(style.look, sheet.look)
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{name.identifier}">'
        f'<w:name w:val="{quoted(name.name)}"/>{alias}<w:basedOn w:val="Normal"/>{after}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{characters}</w:rPr></w:style>"
    )


def _stressed(sheet: StyleSheet) -> str:
    """Return the style of what is stressed: Word shows its own in bold, a form may want a font."""
    if sheet.stressed is None:
        return ""
    shown = formats.characters(sheet.below(sheet.stressed, sheet.look), sheet.look)
    return (
        f'<w:style w:type="character" w:styleId="{formats.STRESSED}"><w:name w:val="Strong"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        f"<w:rPr>{shown}</w:rPr></w:style>"
    )


def _has_body(sheet: StyleSheet) -> bool:
    return any(style.name.identifier == "BodyText" for style in sheet.styles.values())


def _first(looks: dict[Look, None]) -> Look:
    return next(iter(looks), Look(fonts=("仿宋_GB2312",), size=Decimal(16)))


def _paragraphs(body: Body) -> Iterator[tuple[Paragraph, str]]:
    """Yield each paragraph and where: in the `text`, a `table`, a `footer`, a `header`."""
    for section in body.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield block, "text"
            else:
                yield from ((paragraph, "table") for paragraph in _cells(block))
        page = section.page
        yield from ((one, "footer") for one in (*page.odd, *page.even, *(page.first or ())))
        heads = (*page.odd_head, *page.even_head, *(page.first_head or ()))
        yield from ((one, "header") for one in heads)


def _cells(table: Table) -> Iterator[Paragraph]:
    cells: Iterator[Cell] = (cell for row in table.rows for cell in row.cells)
    return (paragraph for cell in cells for paragraph in cell.paragraphs)
