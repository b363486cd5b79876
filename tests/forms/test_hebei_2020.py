"""The words, cells and marks of the hebei-2020 paper."""

import re
import shutil
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from perfspec.model import Filing
from tests.forms import filings, grids
from tests.forms.filings import HEBEI, Made
from tests.forms.seed_cells import BUDGET, HEADS, INDICATORS

WORDS = (Path(__file__).parent / "seed.txt").read_text("utf-8").splitlines()


def test_the_project_table_has_the_official_cells_and_merges() -> None:
    budget, indicators = grids.parse(filings.seed().paper.html).iter("table")
    assert grids.cells(budget) == BUDGET
    assert grids.cells(indicators) == INDICATORS


def test_the_body_says_every_line_of_the_filed_text_in_its_order_and_nothing_else() -> None:
    (main,) = grids.parse(filings.seed().paper.html).iter("main")
    assert len(WORDS) == 88
    assert grids.words(main) == "".join("".join(line.split()) for line in WORDS)


def test_cover_and_contents_say_what_is_supplied() -> None:
    (header,) = grids.parse(filings.seed().paper.html).iter("header")
    assert [grids.words(part) for part in (*header.iter("h1"), *header.iter("p"))] == [
        "中共顺平县委网信办2020年部门预算绩效文本",
        "中共顺平县委网络安全和信息化委员会办公室编制",
        "顺平县财政局审核",
    ]
    (contents,) = grids.parse(filings.seed().paper.html).iter("nav")
    assert grids.words(contents) == "".join(
        (
            "目录",
            *(
                "第一部分部门整体绩效目标",
                "一、总体绩效目标",
                "二、分项绩效目标",
                "三、工作保障措施",
            ),
            *("第二部分预算项目绩效目标", "1.网络信息办公专项经费绩效目标表"),
        )
    )


CASES = pytest.mark.parametrize("make", [filings.seed, filings.minimal, filings.full])


@CASES
def test_every_printed_field_is_marked_once_where_it_is_printed(make: Callable[[], Made]) -> None:
    paper = make()
    marked = grids.marked(grids.parse(paper.paper.html))
    assert sorted(marked) == sorted(_printed(paper.filing))
    assert {mark for mark, _ in marked} == set(paper.paper.places)


def _printed(filing: Filing) -> Iterator[tuple[str, str]]:
    """Yield the mark of each field that the form prints, and what it prints."""
    top = "filing.yaml#"
    yield top + "year", str(filing.year)
    yield top + "department/short_name", filing.department.short_name
    yield top + "department/name", filing.department.name
    if filing.department.reviewer:
        yield top + "department/reviewer", filing.department.reviewer
    yield top + "overall_goal", "".join(filing.overall_goal.replace("**", "").split())
    for key, items in (("sub_goals", filing.sub_goals), ("measures", filing.measures)):
        yield from ((f"{top}{key}/{index}", item) for index, item in enumerate(items))
    for unit in {project.unit for project in filing.projects}:
        yield f"{top}units/{unit.code}/code", unit.code
        yield f"{top}units/{unit.code}/name", unit.name
        if unit.suffix:
            yield f"{top}units/{unit.code}/suffix", unit.suffix
    for project in filing.projects:
        at = f"projects/{project.id}.yaml#"
        unit = project.unit
        yield at + "unit", unit.code + unit.name + (f"（{unit.suffix}）" if unit.suffix else "")
        yield at + "code", project.code
        yield at + "name", project.name
        yield at + "budget/total", project.budget.total.text
        for key, amount in project.budget.sources.items():
            yield f"{at}budget/sources/{key}", amount.text
        yield at + "purpose", project.purpose
        for key, percent in project.payment_plan.items():
            yield f"{at}payment_plan/{key}", percent.text
        yield from ((f"{at}goals/{index}", goal) for index, goal in enumerate(project.goals))
        before = None
        for indicator in project.indicators:
            row = f"{at}indicators/{indicator.id}/"
            if indicator.classified != before:
                yield row + "class", indicator.classified.second
            before = indicator.classified
            yield row + "name", indicator.name
            yield row + "description", indicator.description
            yield row + "target", indicator.target.text
            yield row + "basis", indicator.basis


def test_amounts_per_cents_and_targets_carry_their_values() -> None:
    root = grids.parse(filings.seed().paper.html)
    values = [(data.text, dict(data.items())) for data in root.iter("data")]
    assert ("112500.00", {"value": "112500.00"}) in values
    assert ("25.00%", {"value": "25.00"}) in values
    assert ("≤2天", {"value": "2", "data-op": "≤", "data-unit": "天"}) in values
    assert len(values) == 3 + 4 + 7


def test_a_filing_that_says_nothing_still_prints_the_form() -> None:
    root = grids.parse(filings.minimal().paper.html)
    budget, indicators = root.iter("table")
    assert grids.cells(budget) == [
        ["项目编码", "", "项目名称", ""],
        ["预算规模及资金用途", "预算数", "", "其中：财政资金", "", "其他资金", ""],
        ["预算规模及资金用途", ""],
        ["资金支出计划（%）", "3月底", "6月底", "10月底", "12月底"],
        ["资金支出计划（%）", "", "", "", ""],
        ["绩效目标", ""],
    ]
    assert grids.cells(indicators) == [HEADS, [""] * 6]
    assert "审核" not in grids.words(root)
    (line,) = grids.find(root, "class", "head-line")
    assert grids.words(line) == "1某单位单位：元"


def test_each_project_names_its_own_unit_and_stands_in_the_filings_order() -> None:
    root = grids.parse(filings.full().paper.html)
    assert [grids.words(line) for line in grids.find(root, "class", "head-line")] == [
        "101001某某县农业农村局（本级）单位：元",
        "101002某某县农业技术推广中心单位：元",
        "101001某某县农业农村局（本级）单位：元",
    ]
    titles = ["1.四十个指标的项目", "2.农技推广补助", "3.第三个项目"]
    assert [grids.words(head) for head in root.iter("h3")][3:] == [
        f"{title}绩效目标表" for title in titles
    ]


def test_classes_are_merged_over_their_rows_and_empty_ones_are_empty_cells() -> None:
    rows = filings.rows(7)
    rows[1] |= {"class": "数量指标"}
    rows[5] |= {"class": ""}
    rows[6] |= {"class": ""}
    root = grids.parse(filings.single(filings.project(indicators=rows)).paper.html)
    _, indicators = root.iter("table")
    classes = [row[:2] for row in grids.grid(indicators)[1:]]
    assert [
        (first.tag, grids.words(first), second.tag, grids.words(second))
        for first, second in classes
    ] == [
        ("th", "产出指标", "th", "数量指标"),
        ("th", "产出指标", "th", "数量指标"),
        ("th", "产出指标", "th", "时效指标"),
        ("th", "产出指标", "th", "成本指标"),
        ("th", "效益指标", "th", "经济效益指标"),
        ("td", "", "td", ""),
        ("td", "", "td", ""),
    ]
    assert classes[0] == classes[1]
    assert classes[5] == classes[6]
    continued = [
        cell.get("data-continued") for cell in indicators.iter("th") if cell.get("rowspan")
    ]
    assert continued == ["产出指标（续）", "数量指标（续）"]


def test_a_copied_form_prints_its_own_sources_and_dates(tmp_path: Path) -> None:
    pack = shutil.copytree(HEBEI, tmp_path / "other-form")
    described = (pack / "form.yaml").read_text("utf-8")
    described = described.replace(
        "  - {id: other, label: 其他资金}\n",
        "  - {id: special, label: 专户资金}\n  - {id: other, label: 其他资金}\n",
    )
    described = re.sub(r"  - \{id: (march|june).*\n", "", described)
    (pack / "form.yaml").write_text(described, "utf-8")
    project = filings.project(
        budget={"total": "3", "sources": {"fiscal": "1", "special": "2", "other": ""}},
        payment_plan={"october": "50", "december": "100"},
    )
    made = filings.single(project, form="other-form", pack=pack)
    budget, _ = grids.parse(made.paper.html).iter("table")
    assert grids.cells(budget)[1] == [
        *(
            "预算规模及资金用途",
            "预算数",
            "3",
            "其中：财政资金",
            "1",
            "专户资金",
            "2",
            "其他资金",
            "",
        )
    ]
    assert grids.cells(budget)[3:5] == [
        ["资金支出计划（%）", "10月底", "12月底"],
        ["资金支出计划（%）", "50", "100"],
    ]


def test_a_sample_says_so_and_is_reviewed_by_nobody() -> None:
    made = filings.single(filings.project(), sample=True)
    root = grids.parse(made.paper.html)
    (mark,) = grids.find(root, "class", "watermark")
    assert mark.get("data-text") == "示例"
    assert mark.get("data-furniture") is not None
    assert (mark.get("aria-hidden"), grids.words(mark)) == ("true", "")
    (cover,) = grids.find(root, "class", "cover")
    assert grids.words(cover).endswith("示例，不是正式文本")
    assert grids.words(root).count("不是正式文本") == 1
    assert root.findtext(".//title", "").endswith("（示例）")
    assert made.paper.places["filing.yaml#sample"].keys == ("sample",)
    assert "审核" not in grids.words(root)


def test_what_is_no_sample_says_nothing_of_one() -> None:
    html = filings.seed().paper.html
    assert not grids.find(grids.parse(html), "class", "watermark")
    assert "示例" not in grids.words(grids.parse(html))


@CASES
def test_headings_heads_and_links_make_a_sound_document(make: Callable[[], Made]) -> None:
    root = grids.parse(make().paper.html)
    assert root.get("lang") == "zh-CN"
    levels = [int(element.tag[1]) for element in root.iter() if element.tag in ("h1", "h2", "h3")]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert all(head.get("scope") and grids.words(head) for head in root.iter("th"))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    links = [link.get("href", "") for link in root.iter("a")]
    assert len(links) >= 6
    assert {link.removeprefix("#") for link in links} <= set(ids)
    assert not list(root.iter("script"))
