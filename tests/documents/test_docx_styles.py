# ruff: noqa: E501 — a case of a table is read in one line
"""Styles of Word: what is strong, hidden, or a heading by them."""

from tests.documents.words import dropped, opened, p, r


def test_runs_tell_what_is_strong_by_themselves_and_by_their_styles() -> None:
    styles = (
        '<w:styles><w:style w:type="paragraph" w:default="1" w:styleId="n"/>'
        '<w:style w:type="paragraph" w:styleId="s"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="t"><w:basedOn w:val="s"/></w:style>'
        '<w:style w:type="character" w:styleId="c"><w:rPr><w:b w:val="1"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="x"><w:basedOn w:val="y"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="y"><w:basedOn w:val="x"/></w:style></w:styles>'
    )
    document = opened(
        p(
            r("甲", "<w:b/>"),
            r("乙", "<w:b/>"),
            r("丙", '<w:b w:val="0"/>'),
            r("丁", '<w:rStyle w:val="c"/>'),
        )
        + p(r("甲"), r("乙", '<w:b w:val="off"/>'), look='<w:pStyle w:val="t"/>')
        + p("藏", look='<w:pStyle w:val="y"/>'),
        {"styles": styles},
    )
    runs = [
        [(run.text, run.strong) for run in paragraph.runs] for paragraph in document.paragraphs()
    ]
    assert runs == [
        [("甲乙", True), ("丙", False), ("丁", True)],
        [("甲", True), ("乙", False)],
        [],
    ]
    assert dropped(document) == [("HIDDEN", "藏")]


def test_headings_have_their_level_by_outline_or_by_the_name_of_their_style() -> None:
    styles = "<w:styles>" + "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:pPr>{look}</w:pPr></w:style>'
        for key, name, look in [
            ("1", "heading 1", ""),
            ("2", "标题 2", ""),
            ("3", "项目", '<w:outlineLvl w:val="2"/>'),
            ("4", "标题文字", ""),
            ("5", "heading 12", ""),
        ]
    )
    looks = [f'<w:pStyle w:val="{key}"/>' for key in ("1", "2", "3", "4", "5")]
    looks += ['<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>', '<w:outlineLvl w:val="3"/>', ""]
    document = opened(
        "".join(p("题", look=look) for look in looks), {"styles": styles + "</w:styles>"}
    )
    assert [paragraph.level for paragraph in document.paragraphs()] == [1, 2, 3, 0, 0, 0, 4, 0]


def test_styles_inherit_over_a_bounded_number_of_steps() -> None:
    styles = '<w:styles><w:style w:styleId="0"><w:rPr><w:b/></w:rPr></w:style>' + "".join(
        f'<w:style w:styleId="{n}"><w:basedOn w:val="{n - 1}"/></w:style>' for n in range(1, 99)
    )
    body = "".join(p("x", look=f'<w:pStyle w:val="{n}"/>') for n in (63, 98))
    document = opened(body, {"styles": styles + "</w:styles>"})
    assert [paragraph.runs[0].strong for paragraph in document.paragraphs()] == [True, True]
    far = opened(p("x", look='<w:pStyle w:val="98"/>'), {"styles": styles + "</w:styles>"})
    assert [paragraph.runs[0].strong for paragraph in far.paragraphs()] == [False]
