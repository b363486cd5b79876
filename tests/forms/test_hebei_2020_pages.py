"""The hebei-2020 paper on pages and screens, measured in what is built from it."""

import functools
import io
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from tests import chromium
from tests.forms import filings, grids
from tests.forms.filings import Made
from tests.needs import needs
from tests.render import pages, printing

# The colour of the watermark, and of nothing else.
PALE = b"0.972549 0.87451 0.87451 rg"
POINT = 72 / 25.4
LEFT, RIGHT = 28 * POINT, (210 - 26) * POINT
PITCH = 225 * POINT / 22
ENTRY = re.compile(r"(.+?)\.{4,}(\d+)")
WORDS = (Path(__file__).parent / "seed.txt").read_text("utf-8").splitlines()

pytestmark = needs("pango", "pdftotext")


def twenty_one() -> Made:
    """Return a filing whose contents take two pages: of 21 projects."""
    projects = {f"p{n}": filings.project(name=f"第{n}号项目") for n in range(1, 22)}
    return filings.made(filings.head(list(projects)), projects)


def test_a_full_page_of_prose_has_22_lines_of_28_characters(tmp_path: Path) -> None:
    prose = filings.head(["project"], overall_goal="绩" * 28 * 70)
    made = filings.made(prose, {"project": filings.project()})
    pdf = printing.printed(made.paper.html)
    first, second, *_ = pages.lines(pdf, tmp_path)[2:]
    assert len(first[3].text) == 26  # indented, under two lines of title and the heading
    *lines, number = second
    assert number.text == "—2—"
    assert [len(line.text) for line in lines] == [28] * 22
    for line in lines:
        assert line.left == pytest.approx(LEFT, abs=0.2)
        assert line.right == pytest.approx(RIGHT, abs=0.4)


def test_headings_take_whole_lines_of_the_page(tmp_path: Path) -> None:
    words = _words(_printed(filings.seed), tmp_path, page=3)
    full_page = _words(_printed(filings.seed), tmp_path, page=4)
    # Lines of body text only: the boxes of another font's characters have another height.
    tops = [top for top, text in words if len(text) > 9]
    first_line = min(top for top, _ in full_page)
    assert len(tops) >= 12
    for top in tops:
        lines = (top - first_line) / PITCH
        assert lines == pytest.approx(round(lines), abs=0.02)
    headings = [text for _, text in words if text[1:].startswith("、") and len(text) < 9]
    assert headings == ["一、总体绩效目标", "二、分项绩效目标", "三、工作保障措施"]


@pytest.mark.parametrize("make", [filings.seed, filings.full, twenty_one])
def test_the_contents_name_the_pages_on_which_the_headings_stand(
    make: Callable[[], Made], tmp_path: Path
) -> None:
    made = make()
    body = [text for text in _texts(make, tmp_path) if re.search(r"—\d+—", text)]
    entries = [
        entry.groups()
        for page in pages.lines(_printed(make), tmp_path)
        for line in page
        if (entry := ENTRY.fullmatch(line.text))
    ]
    assert len(entries) == 3 + len(made.filing.projects)
    for title, number in entries:
        assert next(f"—{number}—" in text for text in body if title in text), title


@pytest.mark.parametrize("make", [filings.seed, filings.full, twenty_one])
def test_page_numbers_are_roman_then_arabic_and_stand_outside(
    make: Callable[[], Made], tmp_path: Path
) -> None:
    cover, *rest = pages.lines(_printed(make), tmp_path)
    assert not any("—" in line.text for line in cover)
    numbers = [page[-1] for page in rest if page]
    labels = [number.text.strip("—") for number in numbers]
    front = [label for label in labels if not label.isdecimal()]
    assert front == ["i", "ii", "iii"][: len(front)]
    assert labels[len(front) :] == [str(n) for n in range(1, len(labels) - len(front) + 1)]
    for place, number in enumerate(numbers):
        count = place + 1 if place < len(front) else place + 1 - len(front)
        if count % 2:
            assert number.right == pytest.approx(RIGHT - 14, abs=1)
        else:
            assert number.left == pytest.approx(LEFT + 14, abs=1)


def test_the_body_begins_on_a_right_page(tmp_path: Path) -> None:
    numbers = [re.findall(r"—\w+—", text) for text in _texts(twenty_one, tmp_path)]
    assert numbers[:6] == [[], ["—i—"], ["—ii—"], [], ["—1—"], ["—2—"]]


def test_only_further_pages_of_a_table_are_called_so_and_repeat_its_head(tmp_path: Path) -> None:
    texts = _texts(filings.full, tmp_path)
    tables = [text for text in texts if "一级指标二级指标" in text]
    begun = [bool(re.search(r"\d\.\D+绩效目标表", text)) for text in tables]
    assert begun == [True, False, False, True, True]
    assert [("续表" in text) for text in texts] == [
        text in tables and not begun[tables.index(text)] for text in texts
    ]
    assert "产出指标（续）" in tables[1]
    assert "效益指标（续）" in tables[2]


def test_each_project_begins_a_page_the_first_under_the_title_of_its_part(tmp_path: Path) -> None:
    texts = _texts(filings.full, tmp_path)[3:]
    titles = [re.findall(r"\d\.\D+?绩效目标表", text) for text in texts]
    assert [len(found) for found in titles] == [1, 0, 0, 1, 1]
    assert texts[0].startswith("第二部分预算项目绩效目标1.四十个指标的项目绩效目标表101001")


def test_no_row_of_a_table_stands_on_a_page_alone(tmp_path: Path) -> None:
    # Eight rows fill the page: the ninth takes one of them along.
    made = filings.single(filings.project(indicators=filings.rows(9)))
    *_, before, last = pages.texts(printing.printed(made.paper.html), tmp_path)
    assert re.findall(r"≥(\d)%", before) == [str(n) for n in range(7)]
    assert re.findall(r"≥(\d)%", last) == ["7", "8"]


def test_the_pages_say_every_line_of_the_filed_text_in_its_order(tmp_path: Path) -> None:
    texts = _texts(filings.seed, tmp_path)
    body = "".join(re.sub(r"—\d+—|续表", "", text) for text in texts[2:])
    for line in WORDS:
        _, found, body = body.partition("".join(line.split()))
        assert found, line


def test_a_long_name_breaks_into_lines_of_about_equal_length(tmp_path: Path) -> None:
    name = "某某市某某某县农业农村和水利发展综合服务保障中心与乡村振兴工作领导小组办公室联合事务处"
    department = {"code": "101001", "name": name, "reviewer": "某某县财政局"}
    made = filings.single(filings.project(), department=department)
    lines = [line.text for line in pages.lines(printing.printed(made.paper.html), tmp_path)[0]]
    year = lines.index("2020年部门预算绩效文本")
    title, signature = lines[:year], lines[year + 1 : -1]
    assert "".join(title) == name
    assert "".join(signature) == f"{name}编制"
    assert [len(title), len(signature)] == [3, 3]
    for part in (title, signature):
        assert max(map(len, part)) - min(map(len, part)) <= 3


def test_a_sample_is_marked_on_every_page_and_no_words_are_lost(tmp_path: Path) -> None:
    project = filings.project(indicators=filings.rows(20))
    plain, marked = (
        printing.printed(filings.single(project, sample=sample).paper.html)
        for sample in (False, True)
    )
    with pikepdf.open(io.BytesIO(marked)) as pdf:
        assert len(pdf.pages) >= 5
        for page in pdf.pages:
            page.contents_coalesce()
            assert page.Contents.read_bytes().count(PALE) == 1
    cover, *others = pages.texts(marked, tmp_path)
    first, *as_before = pages.texts(plain, tmp_path)
    assert others == as_before
    assert cover == first.replace("某某县财政局审核", "") + "示例，不是正式文本"


@needs("chromium")
@pytest.mark.parametrize("sample", [False, True])
def test_axe_finds_no_violation(sample: bool, tmp_path: Path) -> None:
    html = tmp_path / "filing.html"
    project = filings.project(indicators=filings.rows(9))
    html.write_text(filings.single(project, sample=sample).paper.html, "utf-8")
    assert chromium.axe(html) == []


@needs("chromium")
def test_a_phone_scrolls_tables_sideways_and_never_the_page(tmp_path: Path) -> None:
    html = tmp_path / "filing.html"
    html.write_text(filings.full().paper.html, "utf-8")
    with chromium.page(html, 360, 740) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        regions = "[...document.querySelectorAll('[role=region][aria-labelledby][tabindex=\"0\"]')]"
        widths = page.evaluate(f"{regions}.map(e => [e.clientWidth, e.scrollWidth])")
    assert len(widths) == len(grids.find(grids.parse(filings.full().paper.html), "role", "region"))
    assert all(seen < 360 < whole for seen, whole in widths)


@functools.cache
def _printed(make: Callable[[], Made]) -> bytes:
    return printing.printed(make().paper.html)


def _texts(make: Callable[[], Made], folder: Path) -> list[str]:
    return pages.texts(_printed(make), folder)


def _words(pdf: bytes, folder: Path, *, page: int) -> list[tuple[float, str]]:
    """Return the words of a page, each with its distance from the top in points."""
    path = folder / "words.pdf"
    path.write_bytes(pdf)
    command = ["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(path), "-"]
    out = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    return [(float(top), text) for top, text in re.findall(r'<word .*?yMin="(.*?)".*?>(.*?)<', out)]
