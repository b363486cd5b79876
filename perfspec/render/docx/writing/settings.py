"""How Word is to treat the document: footers of left and right pages, the typesetting of Chinese.

Its look and what it says hang on none of this in programs that leave it unread.
"""

from perfspec.render.docx.body import Body
from perfspec.render.docx.writing.styles import StyleSheet
from perfspec.render.docx.writing.xmltext import HEAD, SPACES, half_points, quoted

# No language but this one is proofed, and red waves under names of places are no help.
_PROOFING = "<w:hideSpellingErrors/><w:hideGrammaticalErrors/>"
_COMPATIBLE = "".join(
    f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" '
    f'w:val="{value}"/>'
    for name, value in (
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
        ("differentiateMultirowTableHeaders", 1),
    )
)


def part(sheet: StyleSheet, body: Body, *, updates: bool) -> str:
    """Return the part of the file that holds the settings.

    `updates` has Word bring its fields up to date when it opens the file, about which it asks.
    """
    pages = [section.page for section in body.sections]
    sides = any((one.odd, one.odd_head) != (one.even, one.even_head) for one in pages)
    language = quoted(body.language or "zh-CN")
    tab = half_points(sheet.look.size) * 20  # two characters
    return "".join(
        (
            f"{HEAD}<w:settings {SPACES}>",
            '<w:zoom w:percent="100"/>',
            _PROOFING,
            f'<w:defaultTabStop w:val="{tab}"/>',
            "<w:evenAndOddHeaders/>" if sides else "",
            '<w:characterSpacingControl w:val="compressPunctuation"/>',
            "<w:updateFields/>" if updates else "",
            # A line that ends before its time is not drawn out to the margin.
            f"<w:compat><w:doNotExpandShiftReturn/>{_COMPATIBLE}</w:compat>",
            f'<w:themeFontLang w:val="en-US" w:eastAsia="{language}"/>',
            '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>',
        )
    )
