# ruff: noqa: E501 — a case of a table is read in one line
"""A PDF file is read as it is printed."""

import contextlib
import io
import random
from pathlib import Path
from types import ModuleType

import pikepdf
import pytest
import weasyprint
from weasyprint.text.fonts import FontConfiguration

from perfspec.documents import Document, Table, Where, Why, building, pdf
from perfspec.documents.pdf import printing, ruling
from perfspec.errors import PerfspecError
from perfspec.messages import english
from tests.needs import needs

pytestmark = needs("pango")

_STYLE = """
@page { size: 120mm 100mm; margin: 10mm; @bottom-center { content: "— " counter(page) " —" } }
@font-face { font-family: Fang; src: url(FONT) }
* { font: 10pt Fang; margin: 0; text-align: justify }
table { border-collapse: collapse; width: 100mm } td { border: 0.75pt solid; padding: 1mm }
p { text-indent: 2em } h2 { text-align: center; font-size: 16pt }
"""
_FONT = Path(__file__).parents[2] / "fonts" / "PerfspecFang-Regular.ttf"
_BODY = """
<h2>第一部分</h2>
<p>坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻落实党的十九大精神，有力服务全县工作大局。</p>
<p>二是加强管理。</p><p>三是健全制度。</p>
<table><tr><td rowspan=2>预算规模<td>预算数<td>112500.00
<tr><td colspan=2>用于宣传活动十一次，宣传材料费五万五千元；全年至少开展两次专业培训，印制资料
<tr><td>绩效目标<td colspan=2><p style="text-indent: 0">1.加强网络管理</p>
<p style="text-indent: 0">2.建设评论员队伍</p></table>
<p style="break-before: page">表后一段，说的是没有字的格子和看不见的字。<span style="color: #0000">隐</span></p>
<table><tr><td>甲<td><tr><td>≥90%<td>乙 a b</table>
"""


def _printed(body: str, style: str = _STYLE) -> bytes:
    page = f"<style>{style.replace('FONT', _FONT.as_uri())}</style>{body}"
    written = weasyprint.HTML(string=page).write_pdf(font_config=FontConfiguration())
    assert isinstance(written, bytes)
    return written


@pytest.fixture(scope="session")
def paper() -> bytes:
    """Print a page once for all tests."""
    return _printed(_BODY)


def _tables(document: Document) -> list[list[tuple[int, int, int, int, str]]]:
    return [
        [(cell.row, cell.column, cell.height, cell.width, cell.text) for cell in block.cells]
        for block in document.blocks
        if isinstance(block, Table)
    ]


def _paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if not isinstance(block, Table)]


def test_tables_stand_within_their_lines(paper: bytes) -> None:
    document = pdf.read(paper, "a.pdf")
    purpose = "用于宣传活动十一次，宣传材料费五万五千元；全年至少开展两次专业培训，印制资料"
    assert _tables(document) == [
        [
            (0, 0, 2, 1, "预算规模"),
            (0, 1, 1, 1, "预算数"),
            (0, 2, 1, 1, "112500.00"),
            (1, 1, 1, 2, purpose),
            (2, 0, 1, 1, "绩效目标"),
            (2, 1, 1, 2, "1.加强网络管理\n2.建设评论员队伍"),
        ],
        [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, ""), (1, 0, 1, 1, "≥90%"), (1, 1, 1, 1, "乙 a b")],
    ]
    table = document.blocks[-1]
    assert isinstance(table, Table)
    assert table.at == Where(document="a.pdf", page=2, table=2)
    assert table.cells[2].at == Where(document="a.pdf", page=2, table=2, row=2, column=1)


def test_paragraphs_are_put_together_of_their_lines(paper: bytes) -> None:
    document = pdf.read(paper, "a.pdf")
    assert _paragraphs(document) == [
        "第一部分",
        "坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻落实党的十九大精神，有力服务全县工作大局。",
        "二是加强管理。",
        "三是健全制度。",
        "表后一段，说的是没有字的格子和看不见的字。",
    ]
    long, last = document.blocks[1], document.blocks[-2]
    assert not isinstance(long, Table)
    assert len(long.runs) == 2
    assert last.at == Where(document="a.pdf", page=2, paragraph=5)


def test_page_numbers_and_invisible_words_are_dropped(paper: bytes) -> None:
    document = pdf.read(paper, "a.pdf")
    assert [(gone.text, gone.why, gone.at.page) for gone in document.dropped] == [
        ("— 1 —", Why.FURNITURE, 1),
        ("隐", Why.HIDDEN, 2),
        ("— 2 —", Why.FURNITURE, 2),
    ]


def test_a_paragraph_goes_on_over_the_page() -> None:
    text = "全年开展网络安全宣传活动并建立健全各项规章制度，"
    document = pdf.read(_printed(f"<p>{text * 30}</p><p>又一段。</p>"), "a.pdf")
    assert _paragraphs(document) == [text * 30, "又一段。"]
    assert [block.at.page for block in document.blocks] == [1, 2]


def test_a_turned_page_reads_as_it_is_seen(paper: bytes) -> None:
    upright = pdf.read(paper, "a.pdf")
    for turn in (90, 180, 270):
        with pikepdf.open(io.BytesIO(paper)) as document:
            for page in document.pages:
                wide, high = (float(page.mediabox[at]) for at in (2, 3))
                # Turn the ink back, so that the page is seen upright again.
                matrix = {
                    90: f"0 1 -1 0 {wide} 0",
                    180: f"-1 0 0 -1 {wide} {high}",
                    270: f"0 -1 1 0 0 {high}",
                }[turn]
                if turn != 180:
                    matrix = matrix.replace(str(wide), str(high)).replace(
                        f"0 {high}" if turn == 270 else "\0", f"0 {wide}"
                    )
                    page.mediabox = pikepdf.Rectangle(0, 0, high, wide)
                page.contents_add(f"q {matrix} cm".encode(), prepend=True)
                page.contents_add(b"Q")
                page.rotate(turn, relative=False)
            written = io.BytesIO()
            document.save(written)
        turned = pdf.read(written.getvalue(), "a.pdf")
        assert (_tables(turned), _paragraphs(turned)) == (_tables(upright), _paragraphs(upright))


@pytest.mark.parametrize(
    ("body", "tables"),
    [
        ("<table><tr><td>框</table>", []),
        ("<table><tr><td style='border-left: none'>甲<td>乙<tr><td>丙<td>丁</table>", [["乙", "丙", "丁"]]),
        ("<table><tr><td style='text-align: center'>短<br>较长的一行<td>乙</table>", [["短较长的一行", "乙"]]),
        ("<hr style='border-top: 1pt solid'><p>线</p>", []),
        ("<table><tr><td>甲<td style='border-bottom: none'>乙<tr><td>丙<td style='border-top: none'>丁</table>", [["甲", "乙\n丁", "丙"]]),
    ],
)  # fmt: skip
def test_only_closed_cells_side_by_side_are_a_table(body: str, tables: list[list[str]]) -> None:
    document = pdf.read(_printed(body), "a.pdf")
    assert [[text for *_, text in table] for table in _tables(document)] == tables


def test_a_page_with_too_many_lines_says_so(paper: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ruling, "MAX_SLOTS", 1)
    document = pdf.read(paper, "a.pdf")
    assert _tables(document) == []
    assert {english(note.text) for note in document.notes} == {
        "the page has too many lines to find its tables"
    }


def test_a_locked_file_is_refused(paper: bytes) -> None:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper)) as document:
        document.save(written, encryption=pikepdf.Encryption(user="a", owner="b"))
    with pytest.raises(PerfspecError, match=r"a\.pdf is protected by a password"):
        pdf.read(written.getvalue(), "a.pdf")


@pytest.mark.parametrize(
    ("limit", "problem"),
    [
        ((printing, "MAX_PAGES", 1), "it has more than 1 pages"),
        ((printing, "MAX_CHARACTERS", 10), "it has more than 10 characters"),
        ((building, "MAX_PARAGRAPHS", 3), "it has more than 3 paragraphs"),
    ],
)
def test_a_file_beyond_measure_is_refused(
    limit: tuple[ModuleType, str, int],
    problem: str,
    paper: bytes,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(*limit)
    with pytest.raises(PerfspecError, match=problem):
        pdf.read(paper, "a.pdf")


def test_a_crowded_page_has_no_tables(paper: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "MAX_OBJECTS", 2)
    assert _tables(pdf.read(paper, "a.pdf")) == []


def test_broken_files_are_refused_and_nothing_else(paper: bytes) -> None:
    with pytest.raises(PerfspecError, match=r"a\.pdf is broken: it is no PDF file"):
        pdf.read(b"%PDF-1.7 nothing", "a.pdf")
    chance = random.Random(5)  # noqa: S311 - no secret
    for _ in range(60):
        broken = bytearray(paper)
        for _ in range(chance.randrange(1, 60)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        with contextlib.suppress(PerfspecError):
            pdf.read(bytes(broken), "a.pdf")


def _drawn(content: str, form: str = "") -> Document:
    """Read a page of 200 × 100 points that was drawn by hand."""
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(200, 100))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    stream = document.make_stream(form.encode())
    stream.update(
        {
            "/Type": pikepdf.Name.XObject,
            "/Subtype": pikepdf.Name.Form,
            "/BBox": [-100, 0, 200, 100],
            "/Matrix": [1, 0, 0, 1, 50, 0],
        }
    )
    page.Resources = pikepdf.Dictionary(
        Font=pikepdf.Dictionary(F=font), XObject=pikepdf.Dictionary(X=stream)
    )
    page.Contents = document.make_stream(content.encode())
    written = io.BytesIO()
    document.save(written)
    return pdf.read(written.getvalue(), "a.pdf")


def _word(x: int, y: int, text: str, before: str = "") -> str:
    return f"BT /F 8 Tf {before} {x} {y} Td ({text}) Tj ET "


def test_lines_may_be_rectangles_strokes_or_drawn_elsewhere() -> None:
    level = " ".join(f"10 {y} 100 0.5 re f" for y in (20, 50, 80))
    upright = "1 w 10 20 m 10 80 l 60 80 m 60 20 l S 110 20 m 110 50 l 110 80 l S 0 0 m 9 9 l S"
    words = _word(15, 60, "a") + _word(65, 60, "b") + _word(15, 30, "c") + _word(65, 30, "d")
    cells = [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (1, 0, 1, 1, "c"), (1, 1, 1, 1, "d")]
    assert _tables(_drawn(f"{level} {upright} {words}")) == [cells]
    boxes = "-90 20 50 30 re -40 20 50 30 re -90 50 50 30 re -40 50 50 30 re S 0 0 1 1 2 2 c 5 5 50 50 re f"
    assert _tables(_drawn(f"q 1 0 0 1 50 0 cm /X Do Q {words}", boxes)) == [cells]


def test_what_is_not_seen_is_dropped() -> None:
    document = _drawn(
        _word(20, 50, "seen")
        + _word(60, 50, "mode", "3 Tr")
        + _word(500, 50, "far", "0 Tr")
        + "BT /F 20 Tf 0.7 0.7 -0.7 0.7 100 20 Tm (mark) Tj ET"
    )
    assert _paragraphs(document) == ["seen"]
    assert [(gone.text, gone.why) for gone in document.dropped] == [
        ("modefar", Why.HIDDEN),
        ("mark", Why.FURNITURE),
    ]


@pytest.mark.parametrize(
    ("words", "paragraphs"),
    [
        (_word(10, 50, "one") + _word(30, 50, "two"), ["one two"]),
        (_word(10, 50, "a.........1") + _word(10, 40, "b.........2"), ["a.........1", "b.........2"]),
        (_word(10, 50, "2.first!") + _word(10, 40, "3.first"), ["2.first!", "3.first"]),
        (_word(10, 60, "apart") + _word(10, 30, "apart"), ["apart", "apart"]),
        (_word(10, 5, "12"), []),
        (_word(10, 50, "12"), ["12"]),
        (_word(10, 60, "a" * 10) + _word(10, 50, "c" * 24 + " d"), ["a" * 10 + "c" * 24 + " d"]),
        (_word(10, 5, "12 x"), ["12 x"]),
        (_word(10, 50, " "), []),
        (_word(10, 50, "one") + _word(23, 52, "2", "/F 5 Tf"), ["one2"]),
    ],
)  # fmt: skip
def test_lines_are_told_apart(words: str, paragraphs: list[str]) -> None:
    assert _paragraphs(_drawn(words)) == paragraphs
