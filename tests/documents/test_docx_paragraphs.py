# ruff: noqa: E501 — a case of a table is read in one line
"""Paragraphs of Word: their characters, and why some of them are no content."""

import pytest

from perfspec.documents import Paragraph, Where, Why
from tests.documents.words import dropped, field, opened, p, r, table, texts, tr

TICK = '<w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>'
LIST = '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="是"/><w:listEntry w:val="否"/></w:ddList></w:ffData>'


def form(inside: str) -> str:
    """Return a field that somebody fills in."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{inside}</w:fldChar></w:r><w:r><w:instrText>FORM</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("预算数", "预算数"),
        (r("<w:t>甲</w:t><w:tab/><w:t>乙</w:t>"), "甲\t乙"),
        (r("<w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/>"), "甲\n乙\n"),
        (
            r(
                '<w:br w:type="page"/><w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t><w:br w:type="column"/>'
            ),
            "甲\n乙",
        ),
        (r("<w:t>2021</w:t><w:noBreakHyphen/><w:t>2023</w:t><w:softHyphen/>"), "2021-2023"),
        (r("<w:t>甲\n乙</w:t>"), "甲 乙"),
        (
            r('<w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings" w:char="F0A8"/>'),
            "☑□",
        ),
        (
            r('<w:sym w:font="Wingdings 2" w:char="0052"/><w:sym w:font="Symbol" w:char="F0B3"/>'),
            "☑≥",
        ),
        (r('<w:sym w:font="Unknown" w:char="F0B3"/>'), "\uf0b3"),
        (
            r('<w:sym w:font="Symbol" w:char="D800"/><w:sym w:font="Symbol" w:char="zz"/><w:sym/>'),
            "",
        ),
        (r("þ选", '<w:rFonts w:ascii="Wingdings"/>'), "☑选"),
        ("<m:oMath><m:r><m:t>≥90</m:t></m:r></m:oMath>", "≥90"),
        (f"<w:ins>{r('新')}</w:ins><w:moveTo>{r('移')}</w:moveTo>", "新移"),
        (f"<w:hyperlink>{r('网')}</w:hyperlink><w:smartTag>{r('址')}</w:smartTag>", "网址"),
        (f"<w:newer><w:thing>{r('词')}</w:thing></w:newer>", "词"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('填好')}</w:sdtContent></w:sdt>", "填好"),
        (
            '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>'
            + r("☒")
            + "</w:sdtContent></w:sdt>",
            "☒",
        ),
        (form(TICK), "☑"),
        (form(TICK.replace("<w:checked/>", "")), "□"),
        (form(LIST), "否"),
        (form(LIST.replace('"1"', '"7"')), ""),
        (form("<w:ffData><w:textInput/></w:ffData>"), ""),
        (field(r" eq \o\ac(□,√) "), "☑"),
        (field(r"EQ \O\AC(○，12)"), "⑫"),
        (field(r"EQ \o\ac(□,×)"), "☒"),
        (field(r"EQ \o\ac(△,重)"), "重"),
        (field(r"EQ \f(1,2)"), ""),
        (field('SYMBOL 254 \\f "Wingdings" \\s 12'), "☑"),
        (field("SYMBOL 0xA8 \\f Wingdings"), "□"),
        (field("SYMBOL 0xZZ"), ""),
        (field("SYMBOL 99999999"), ""),
        (field("HYPERLINK &quot;x&quot;", r("网页")), "网页"),
        (f'<w:fldSimple w:instr=" PAGE ">{r("7")}</w:fldSimple>', "7"),
    ],
)
def test_a_paragraph_has_the_characters_that_are_seen(inside: str, text: str) -> None:
    assert texts(opened(p(inside))) == [text]


@pytest.mark.parametrize(
    ("inside", "text", "pieces"),
    [
        (f"<w:del>{r('<w:delText>旧</w:delText>')}</w:del>", "", [("DELETED", "旧")]),
        (f"<w:moveFrom>{r('走')}</w:moveFrom>", "", [("DELETED", "走")]),
        (r("隐", "<w:vanish/>") + r("显", '<w:vanish w:val="0"/>'), "显", [("HIDDEN", "隐")]),
        (r("题") + field(r' TC "题" \f A \l 1 '), "题", [("FIELD", r' TC "题" \f A \l 1 ')]),
        (field("A", r("甲") + field("B", r("乙"))), "甲乙", [("FIELD", "A"), ("FIELD", "B")]),
        (f'<w:fldSimple w:instr="TC 题"/>{r("题")}', "题", [("FIELD", "TC 题")]),
        (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('单击此处')}</w:sdtContent></w:sdt>", "", [("OTHER", "单击此处")]),
        (f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('pīn')}</w:rt><w:rubyBase>{r('拼')}</w:rubyBase></w:ruby></w:r>", "拼", [("OTHER", "pīn")]),
        ('<w:r><w:pict><v:shape><v:textpath string="样本"/></v:shape></w:pict></w:r>', "", [("BOX", "样本")]),
        (r("<w:drawing><a:t>图中</a:t></w:drawing>"), "", [("BOX", "图中")]),
        (f"<w:del>{r('<w:pict><w:txbxContent>' + p('框') + '</w:txbxContent></w:pict>')}</w:del>", "", [("DELETED", "框")]),
    ],
)  # fmt: skip
def test_what_is_no_content_is_dropped_with_its_reason(
    inside: str, text: str, pieces: list[tuple[str, str]]
) -> None:
    document = opened(p(inside))
    assert texts(document) == [text]
    assert dropped(document) == pieces
    assert document.dropped[0].at == Where(document="a.docx", paragraph=1)


def test_a_list_of_contents_is_dropped_with_the_fields_in_it() -> None:
    begin, separate, end = (
        r(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end")
    )
    line = p(r("一、总体"), r("<w:tab/>"), field("PAGEREF _Toc1", r("3")))
    document = opened(
        p("目录")
        + p(begin + r("<w:instrText>TOC \\f A</w:instrText>") + separate, r("甲"))
        + line
        + p(r("末"), end, r("正"))
        + p("文")
    )
    assert texts(document) == ["目录", "", "", "正", "文"]
    assert dropped(document) == [
        ("FIELD", "TOC \\f A"),
        ("CONTENTS", "甲"),
        ("CONTENTS", "一、总体\t"),
        ("FIELD", "PAGEREF _Toc1"),
        ("CONTENTS", "3"),
        ("CONTENTS", "末"),
    ]


def test_a_list_of_contents_that_never_ends_takes_nothing_with_it() -> None:
    begun = "".join(r(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate"))
    begun = begun.replace("</w:r><w:r>", "</w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r>")
    assert texts(opened(p(begun, r("目录")) + p("正文"))) == ["目录", "正文"]


def test_a_code_that_never_ends_takes_only_its_paragraph() -> None:
    begun = r('<w:fldChar w:fldCharType="begin"/>')
    document = opened(
        p("甲", begun, r("乙")) + p("丙", r('<w:fldChar w:fldCharType="end"/>'), r("丁"))
    )
    assert texts(document) == ["甲", "丙丁"]
    assert dropped(document) == [("FIELD", "乙")]


def test_a_deleted_end_of_a_paragraph_joins_it_with_the_next() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    document = opened(p("甲", look=deleted) + p("乙") + p("丙", look=deleted))
    assert texts(document) == ["甲乙", "丙"]
    assert [block.at.paragraph for block in document.blocks] == [1, 2]


def test_words_before_a_table_stay_before_it() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    gone = p(f"<w:del>{r('去')}</w:del>", look=deleted)
    document = opened(gone + table(tr("格")) + p("甲", look=deleted) + table(tr("格")) + p("乙"))
    assert texts(document) == ["格", "甲", "格", "乙"]
    assert dropped(document) == [("DELETED", "去")]


def test_alternatives_of_a_box_are_read_once() -> None:
    box = f"<w:txbxContent>{p('框中')}</w:txbxContent>"
    either = (
        f"<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    document = opened(p(r("<w:t>甲</w:t>" + either)) + "<mc:AlternateContent/>")
    assert texts(document) == ["甲"]
    assert dropped(document) == [("BOX", "框中")]


def test_the_alternative_with_words_is_read() -> None:
    body = (
        "<mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice>"
        f"<mc:Fallback>{p('有字')}</mc:Fallback></mc:AlternateContent>"
        "<w:p><mc:AlternateContent><mc:Choice/></mc:AlternateContent></w:p>"
    )
    assert texts(opened(body)) == ["有字", ""]


def test_paragraphs_are_numbered_and_placed() -> None:
    document = opened(p("甲") + p("") + p("乙") + "<w:sectPr/>")
    assert [block.at for block in document.blocks] == [
        Where(document="a.docx", paragraph=n) for n in (1, 2, 3)
    ]
    assert [paragraph.number for paragraph in document.paragraphs()] == [0, 1, 2]
    assert isinstance(document.blocks[1], Paragraph)
    assert document.blocks[1].runs == ()


def test_headers_notes_and_comments_are_dropped_with_their_words() -> None:
    document = opened(
        p("正文"),
        {
            "header1": f"<w:hdr>{p('页眉')}</w:hdr>",
            "footer1": f"<w:ftr>{p('— ', field('PAGE', r('1')), r(' —'))}</w:ftr>",
            "footnotes": f"<w:footnotes><w:footnote>{p('注')}</w:footnote></w:footnotes>",
            "comments": f"<w:comments><w:comment>{p('批')}{p('注')}</w:comment></w:comments>",
        },
    )
    assert texts(document) == ["正文"]
    found = [(piece.at.part, piece.why, piece.text) for piece in document.dropped]
    assert found == [
        ("comment", Why.COMMENT, "批"),
        ("comment", Why.COMMENT, "注"),
        ("footer", Why.FURNITURE, "— "),
        ("footer", Why.FIELD, "PAGE"),
        ("footer", Why.FURNITURE, "1 —"),
        ("footnote", Why.NOTE, "注"),
        ("header", Why.FURNITURE, "页眉"),
    ]


def test_the_words_of_drawings_in_parts_of_their_own_are_dropped() -> None:
    diagram = "<dgm:model xmlns:dgm='x'><a:t>步骤一</a:t><a:t/></dgm:model>"
    chart = "<c:chart><c:pt><c:v>112500</c:v></c:pt></c:chart>"
    parts = {"diagrams/data1": diagram, "charts/chart1": chart, "diagrams/layout1": diagram}
    document = opened(p("正文"), parts)
    found = [(piece.at.part, piece.text) for piece in document.dropped]
    assert found == [("drawing", "112500"), ("drawing", "步骤一")]


def test_blocks_are_found_in_whatever_holds_them() -> None:
    body = f"<w:customXml><w:customXmlPr/>{p('甲')}</w:customXml><w:sdt><w:sdtContent>{p('乙')}"
    assert texts(opened(f"{body}</w:sdtContent></w:sdt>")) == ["甲", "乙"]


def test_a_prompt_that_holds_paragraphs_is_dropped() -> None:
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    document = opened(control.format(p("单击此处")))
    assert texts(document) == [""]
    assert dropped(document) == [("OTHER", "单击此处")]
