"""Tables over several pages: labels, edges, heads, rows; and that layout comes to rest."""

import itertools
import re
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from tests.needs import needs
from tests.render.pages import texts
from tests.render.papers import HEADS, paper, table
from tests.render.printing import printed

pytestmark = needs("pango", "pdftotext", "pdftoppm")

HEAD = "".join(HEADS)
NO_PAGE_NUMBERS = (
    "@page main:left { @bottom-left { content: none } }"
    "@page main:right { @bottom-right { content: none } }"
)


def _rows(text: str) -> list[str]:
    return re.findall(r"(?:甲|乙)\d+号", text)


def test_a_merged_label_stands_again_on_every_page_of_its_group(tmp_path: Path) -> None:
    pages = texts(printed(paper(table([("甲", 60), ("乙", 40)]))), tmp_path)
    assert len(pages) > 3
    for before, page in itertools.pairwise(pages):
        last, first = _rows(before)[-1], _rows(page)[0]
        assert page.startswith(HEAD + first[0] + ("（续）" if last[0] == first[0] else "数"))
        assert page.count("（续）") == (last[0] == first[0])
    assert "（续）" not in pages[0]


def test_a_label_is_not_repeated_where_the_next_group_begins_a_page(tmp_path: Path) -> None:
    counts = [len(_rows(page)) for page in texts(printed(paper(table([("甲", 60)]))), tmp_path)]
    pages = texts(printed(paper(table([("甲", counts[0]), ("乙", 5)]))), tmp_path)
    assert len(pages) == 2
    assert "（续）" not in "".join(pages)


def test_every_row_of_300_stands_once_under_a_head(tmp_path: Path) -> None:
    pages = texts(printed(paper(table([("甲", 200), ("乙", 100)]))), tmp_path)
    assert len(pages) > 8
    assert all(page.startswith(HEAD) and page.count(HEAD) == 1 for page in pages)
    expected = [f"甲{i}号" for i in range(200)] + [f"乙{i}号" for i in range(100)]
    assert _rows("".join(pages)) == expected


def test_a_cell_of_20000_characters_loses_nothing(tmp_path: Path) -> None:
    long = table([("甲", 3)], description="字" * 20000)
    pages = texts(printed(paper(long.replace("字" * 20000, "短", 2))), tmp_path)
    assert "".join(pages).count("字") == 20000
    assert _rows("".join(pages)) == ["甲0号", "甲1号", "甲2号"]
    assert sum(page.startswith(HEAD) for page in pages) == len(pages)


@pytest.mark.parametrize("height", range(480, 640, 13))
def test_a_head_is_never_alone_at_the_foot_of_a_page(height: int, tmp_path: Path) -> None:
    filler = f'<div style="height:{height}pt"></div>'
    pages = texts(printed(paper(filler, table([("甲", 4), ("乙", 3)]))), tmp_path)
    assert sum(HEAD in page for page in pages) in (1, 2)
    assert all(_rows(page) for page in pages if HEAD in page)


def test_rows_that_fit_on_a_page_are_not_torn(tmp_path: Path) -> None:
    pages = texts(printed(paper(table([("甲", 40)], description="描述" * 60 + "完"))), tmp_path)
    assert len(pages) > 5
    assert all(len(_rows(page)) == page.count("完") for page in pages)


@pytest.mark.parametrize("head", [True, False], ids=["with a head", "without a head"])
@pytest.mark.parametrize("long", [1, 2000])
def test_a_table_is_closed_above_and_below_on_every_page(
    head: bool, long: int, tmp_path: Path
) -> None:
    body = table([("甲", 30), ("乙", 20)], head=head).replace("活动", "活" * long, 1)
    pdf = tmp_path / "table.pdf"
    pdf.write_bytes(printed(paper(body, css=NO_PAGE_NUMBERS)))
    subprocess.run(["pdftoppm", "-r", "96", "-gray", pdf, tmp_path / "page"], check=True)
    images = sorted(tmp_path.glob("page-*.pgm"))
    assert len(images) > 1
    for path in images:
        with Image.open(path) as image:
            box = image.point(lambda value: 255 if value < 128 else 0).getbbox()
            assert box is not None
            left, top, right, bottom = box
            for y in (top, bottom - 1):
                edge = image.crop((left, y, right, y + 1)).tobytes()
                assert sum(value < 160 for value in edge) > 0.99 * len(edge), (path.name, y)


def test_a_merged_head_without_continued_text_stands_again_and_a_value_does_not(
    tmp_path: Path,
) -> None:
    plain = table([("甲", 50)]).replace('data-continued="甲（续）"', "")
    value = re.sub(r"<td>工作计划</td>", "", plain).replace(
        "<td>≥0场</td>", '<td>≥0场</td><td rowspan="50">合并的依据</td>', 1
    )
    pages = texts(printed(paper(value)), tmp_path)
    assert len(pages) > 1
    assert "".join(pages).count("合并的依据") == 1
    assert all(page.startswith(HEAD + "甲数") for page in pages)


def test_forced_breaks_print_the_same_labels(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from perfspec.render.pdf import press  # noqa: PLC0415 - needs Pango

    html = paper(table([("甲", 60), ("乙", 40)]))
    free = texts(printed(html), tmp_path)
    monkeypatch.setattr(press, "_FREE_PASSES", 0)
    assert texts(printed(html), tmp_path) == free


def test_a_layout_that_swings_between_two_breaks_comes_to_rest(tmp_path: Path) -> None:
    # The longer the continued label, the more it lifts the row it stands in: the break that
    # asked for it moves, and with it the label.
    label = "很长的续表标签" * 12
    body = table([("甲", 30), ("乙", 30)]).replace("甲（续）", label).replace("乙（续）", label)
    for height in (0, 40, 80, 120):
        pages = texts(printed(paper(f'<div style="height:{height}pt"></div>', body)), tmp_path)
        expected = [f"甲{i}号" for i in range(30)] + [f"乙{i}号" for i in range(30)]
        assert _rows("".join(pages)) == expected
        for before, page in itertools.pairwise(pages):
            same = _rows(before)[-1][0] == _rows(page)[0][0]
            assert page.count(label) == same
