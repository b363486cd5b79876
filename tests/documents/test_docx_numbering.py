# ruff: noqa: E501 — a case of a table is read in one line
"""Automatic numbers of Word: what is printed before the words."""

import pytest

from perfspec.documents.docx.numerals import written
from tests.documents.words import opened, p


def level(number: int, kind: str, text: str, more: str = "") -> str:
    """Return the definition of a level."""
    return f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'


def listed(definition: str, *lists: str) -> dict[str, str]:
    """Return `numbering.xml` with one definition, and lists 1, 2 … that count with it."""
    numbers = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/>{more}</w:num>'
        for n, more in enumerate(lists or ("",), 1)
    )
    return {
        "numbering": f'<w:numbering><w:abstractNum w:abstractNumId="0">{definition}</w:abstractNum>{numbers}</w:numbering>'
    }


def item(list_id: int, depth: int = 0) -> str:
    """Return a paragraph in a list."""
    return p("x", look=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>')


def markers(body: str, parts: dict[str, str]) -> list[str]:
    """Return what is printed before each paragraph."""
    return [paragraph.marker for paragraph in opened(body, parts).paragraphs()]


@pytest.mark.parametrize(
    ("kind", "number", "text"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("chineseCounting", 1, "一"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 11, "十一"),
        ("chineseCounting", 20, "二十"),
        ("chineseCounting", 105, "一〇五"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 2020, "二千零二十"),
        ("chineseCountingThousand", 10_010, "一万零一十"),
        ("chineseCountingThousand", 120_000, "十二万"),
        ("chineseCountingThousand", 1_0000_0001, "一亿零一"),
        ("chineseCountingThousand", 10**12, "1000000000000"),
        ("chineseLegalSimplified", 115, "壹佰壹拾伍"),
        ("japaneseCounting", 12, "十二"),
        ("taiwaneseCountingThousand", 30, "三十"),
        ("ideographDigital", 20, "二〇"),
        ("ideographTraditional", 3, "丙"),
        ("ideographTraditional", 11, "11"),
        ("ideographZodiac", 12, "亥"),
        ("ideographEnclosedCircle", 2, "㊁"),
        ("decimalEnclosedCircle", 1, "①"),
        ("decimalEnclosedCircleChinese", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "㉑"),
        ("decimalEnclosedCircle", 50, "㊿"),
        ("decimalEnclosedCircle", 51, "51"),
        ("decimalEnclosedFullstop", 2, "⒉"),
        ("decimalEnclosedParen", 20, "⒇"),
        ("decimalFullWidth", 10, "１０"),
        ("upperLetter", 26, "Z"),
        ("upperLetter", 28, "BB"),
        ("lowerLetter", 1, "a"),
        ("lowerLetter", 9_999, "9999"),
        ("lowerRoman", 9, "ix"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("upperRoman", 4000, "4000"),
        ("ordinal", 2, "2"),
        ("none", 2, ""),
        ("chineseCounting", 0, "0"),
    ],
)
def test_numbers_are_written_in_the_formats_of_word(kind: str, number: int, text: str) -> None:
    assert written(kind, number) == text


def test_levels_count_and_begin_anew_below_the_ones_above() -> None:
    definition = (
        level(0, "chineseCounting", "%1、")
        + level(1, "decimal", "（%2）")
        + level(2, "decimal", "%1.%2.%3")
    )
    body = "".join(item(1, depth) for depth in (0, 1, 1, 2, 0, 1, 2))
    assert markers(body, listed(definition)) == [
        "一、",
        "（1）",
        "（2）",
        "一.2.1 ",
        "二、",
        "（1）",
        "二.1.1 ",
    ]


@pytest.mark.parametrize(
    ("more", "depths", "expected"),
    [
        ('<w:lvlRestart w:val="0"/>', (0, 1, 0, 1), ["1.", "1)", "2.", "2)"]),
        ('<w:lvlRestart w:val="1"/>', (0, 1, 0, 1), ["1.", "1)", "2.", "1)"]),
        ("<w:isLgl/>", (1,), ["1)"]),
        ('<w:suff w:val="nothing"/>', (0, 1), ["1.", "1)"]),
    ],
)
def test_a_level_says_itself_when_it_begins_anew(
    more: str, depths: tuple[int, ...], expected: list[str]
) -> None:
    definition = level(0, "decimal", "%1.") + level(1, "decimal", "%2)", more)
    assert markers("".join(item(1, depth) for depth in depths), listed(definition)) == expected


def test_legal_levels_print_digits() -> None:
    definition = level(0, "chineseCounting", "%1、") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    assert markers(item(1) + item(1, 1), listed(definition)) == ["一、", "1.1 "]


@pytest.mark.parametrize(
    ("text", "more", "expected"),
    [
        ("%1", "", "1 "),
        ("%1", '<w:suff w:val="nothing"/>', "1"),
        ("%1.", '<w:suff w:val="space"/>', "1."),
        ("第%1条", "", "第1条 "),
        ("100%", "", "100%"),
        ("%x%1", "", "%x1 "),
    ],
)  # fmt: skip
def test_a_gap_is_kept_only_where_it_parts_letters(text: str, more: str, expected: str) -> None:
    assert markers(item(1), listed(level(0, "decimal", text, more))) == [expected]


def test_lists_with_one_definition_count_on_unless_they_set_a_start() -> None:
    definition = level(0, "decimal", "%1.")
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = item(1) + item(2) + item(3) + item(3) + item(1)
    assert markers(body, listed(definition, "", "", anew)) == ["1.", "2.", "5.", "6.", "7."]


def test_a_list_can_define_a_level_itself() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)")}</w:lvlOverride>'
    assert markers(item(1), listed(level(0, "decimal", "%1."), own)) == ["A)"]


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        ("\uf06c", "Wingdings", "●"),
        ("\uf0b7", "Symbol", "•"),
        ("\uf123", "Other", "•"),
        ("—", "", "—"),
    ],
)
def test_bullets_are_what_is_seen(text: str, font: str, expected: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>' if font else ""
    assert markers(item(1), listed(level(0, "bullet", text, fonts))) == [expected]


def test_a_style_puts_its_paragraphs_into_a_list() -> None:
    styles = (
        '<w:styles><w:style w:type="paragraph" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="c"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    parts = listed(
        level(0, "decimal", "%1.") + level(1, "decimal", "(%2)", '<w:pStyle w:val="c"/>')
    )
    body = "".join(
        p("x", look=look)
        for look in (
            '<w:pStyle w:val="a"/>',
            '<w:pStyle w:val="b"/>',
            '<w:pStyle w:val="c"/>',
            '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>',
        )
    )
    assert markers(body, {**parts, "styles": styles}) == ["1.", "2.", "(1)", ""]


def test_a_list_can_take_its_levels_from_the_definition_of_a_style() -> None:
    numbering = (
        '<w:numbering><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="s"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="s"/>{level(0, "upperRoman", "%1.")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )
    assert markers(item(1) + item(2) + item(9), {"numbering": numbering}) == ["I.", "", ""]


def test_a_format_in_alternatives_is_the_one_for_older_programs() -> None:
    either = (
        '<mc:AlternateContent><mc:Choice><w:numFmt w:val="custom"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="upperRoman"/></mc:Fallback></mc:AlternateContent>'
    )
    definition = f'<w:lvl w:ilvl="0">{either}<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="9"/>'
    assert markers(item(1), listed(definition)) == ["I."]


def test_deleted_paragraphs_are_not_counted() -> None:
    look = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    gone = f"<w:del>{p('x', look=look)}</w:del>" + p("x", look=f"{look}<w:rPr><w:del/></w:rPr>")
    assert markers(item(1) + gone + item(1), listed(level(0, "decimal", "%1."))) == ["1.", "", "2."]


def test_a_marker_is_part_of_the_text() -> None:
    (paragraph,) = opened(item(1), listed(level(0, "chineseCounting", "%1、"))).paragraphs()
    assert (paragraph.text, paragraph.runs[0].text) == ("一、x", "x")
