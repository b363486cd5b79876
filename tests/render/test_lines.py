"""Chinese lines on paper: edges, kinsoku, punctuation, the grid of 28 characters."""

from pathlib import Path

import pytest

from tests.needs import needs
from tests.render.pages import lines, texts
from tests.render.papers import paper
from tests.render.printing import printed

pytestmark = needs("pango", "pdftotext")

LEFT = 28 / 25.4 * 72
RIGHT = (210 - 26) / 25.4 * 72
TEXT = (
    "为贯彻落实《中华人民共和国预算法》《关于全面实施预算绩效管理的意见》（中发〔2018〕34号），"
    "“十四五”期间，全县共安排资金112500.00元，用于“网络安全”：（一）《规划》；（二）“宣传”。"
)
# The leading character moves every line break by one, so that each mark meets an edge.
PARAGRAPHS = [f"<p>{'前' * i}{TEXT * 3}</p>" for i in range(12)]


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory) -> list[list[str | float]]:
    """Return text, left and right edge of every line but page numbers."""
    pages = lines(printed(paper(*PARAGRAPHS)), tmp_path_factory.mktemp("lines"))
    return [[line.text, line.left, line.right] for page in pages for line in page[:-1]]


def test_full_lines_end_at_the_right_margin(body: list[list[str | float]]) -> None:
    full = [right for text, _, right in body if not str(text).endswith("“宣传”。")]
    assert len(full) > 60
    assert max(abs(float(right) - RIGHT) for right in full) < 0.05


def test_no_line_begins_with_a_closing_or_ends_with_an_opening_mark(
    body: list[list[str | float]],
) -> None:
    assert len(body) > 60
    assert not [text for text, *_ in body if str(text)[0] in "，。、；：！？）》」”’〕"]
    assert not [text for text, *_ in body if str(text)[-1] in "（《「“‘〔"]


def test_twenty_eight_characters_fit_in_a_line(tmp_path: Path) -> None:
    (page,) = lines(printed(paper(f"<p>{'字' * 100}</p>")), tmp_path)
    assert [len(line.text) for line in page[:-1]] == [26, 28, 28, 18]
    assert page[1].left == pytest.approx(LEFT, abs=0.05)
    assert page[1].right == pytest.approx(RIGHT, abs=0.05)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("甲》《乙", 3.5),
        ("甲，”乙", 3.5),
        ("甲。”乙", 3.5),
        ("甲（《乙", 3.5),
        ("甲：“乙", 3.5),
        ("甲》）。乙", 4),
        ("甲》，《乙", 4),
        ("甲》乙", 3),
        ("甲《乙", 3),
        ("甲——乙", 4),
    ],
)
def test_adjacent_marks_share_half_a_character(text: str, width: float, tmp_path: Path) -> None:
    pdf = printed(paper(f"<p>{text}</p>", css="p { text-indent: 0; letter-spacing: 0 }"))
    ((line, *_),) = lines(pdf, tmp_path)
    assert line.text == text
    assert line.right - line.left == pytest.approx(width * 16, abs=0.1)


@pytest.mark.parametrize(
    ("pair", "share"),
    [
        ("字字", 1),
        ("字，", 1),
        ("字A", 0.5),
        ("1字", 0.5),
        ("12", 0),
        ("ab", 0),
        ("——", 0),
        ("……", 0),
    ],
)
def test_spare_width_goes_between_chinese_characters(pair: str, share: float) -> None:
    from perfspec.render.pdf import lines as engine  # noqa: PLC0415 - needs Pango

    assert engine._gap(*pair) == share  # noqa: SLF001 - the rule itself


def test_a_line_that_a_long_number_leaves_short_stays_ragged(tmp_path: Path) -> None:
    text = "项目资金434567.89元，设备购置费130370.37元，共计安排资金1564938.26元。"
    css = "table { width: 8em } td { border: 0; padding: 0; text-align: justify }"
    narrow = paper(f"<table><tr><td>{text}</td></tr></table>", css=css)
    ((*cell, _),) = lines(printed(narrow), tmp_path)
    size = 10.5
    short = [(line.text, round((line.right - line.left) / size, 1)) for line in cell]
    assert short == [
        ("项目资金", 4),
        ("434567.89元，设", 8),
        ("备购置费", 4),
        ("130370.37元，共", 8),
        ("计安排资金", 5),
        ("1564938.26元。", 6.8),
    ]


def test_words_come_out_of_the_pdf_as_they_went_in(tmp_path: Path) -> None:
    pages = texts(printed(paper(f"<p>{TEXT * 3}</p>")), tmp_path)
    assert "".join(pages).startswith(TEXT * 3)


def test_an_emphasis_inside_a_line_keeps_the_margin(tmp_path: Path) -> None:
    text = "《关于》<strong>“网络”</strong>（<em>安全</em>）、<span>ABC defg</span>，" * 8
    ((*body, _),) = lines(printed(paper(f"<p>{text}</p>")), tmp_path)
    assert len(body) > 3
    assert max(abs(line.right - RIGHT) for line in body[:-1]) < 0.05
