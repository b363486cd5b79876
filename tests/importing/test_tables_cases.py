"""Published tables, written as Word, as a web page and as records, say what they say."""

from functools import cache
from pathlib import Path

import pytest

from perfspec.documents import Document, reading
from perfspec.importing import FoundProject
from perfspec.importing.tables import TablesFound, projects
from tests.importing import layouts, published
from tests.importing.covering import left_over, texts, twice

CASES = Path(__file__).parent / "cases"
WAYS = ("records", "flat", "docx", "html")


@cache
def document(name: str, way: str) -> Document:
    text = (CASES / f"{name}.txt").read_text(encoding="utf-8")
    return made(text, way)


def made(text: str, way: str) -> Document:
    if way == "docx":
        return reading.read(layouts.word(text), "table.docx")
    if way == "html":
        return reading.read(layouts.html(text), "table.html")
    return layouts.document(text, is_certain=way == "records")


def found(name: str, way: str) -> TablesFound:
    read = document(name, way)
    return projects(read.blocks)


def rows(project: FoundProject) -> list[list[object]]:
    """Return class, name, description and target of the indicators."""
    return [
        [texts(one.first), texts(one.second), texts(one.name), texts(one.target)]
        for one in project.indicators
    ]


def expected(folder: str, project: str) -> list[list[object]]:
    """Return the same of a spec."""
    wanted = []
    for one in published.truth(folder, project)["indicators"]:
        target = one["target"]
        if isinstance(target, dict):
            target = list(target["bands"].values()) if "bands" in target else target
        wanted.append(
            [
                *published.classes(folder, one),
                one["name"],
                target if isinstance(target, list | dict) else [target],
            ]
        )
    return wanted


@pytest.mark.parametrize("way", WAYS)
def test_the_table_of_a_court_is_read(way: str) -> None:
    read = found("tianjin", way)
    first, second = read.projects
    for project, name in ((first, "repairs"), (second, "case-handling")):
        spec = published.truth("2023/207101", name)
        assert texts(project.name) == spec["name"]
        assert texts(project.total) == spec["budget"]["total"]
        assert [(one.label, texts(one.amount), one.part_of) for one in project.sources] == [
            ("财政资金", spec["budget"]["sources"]["fiscal"], ""),
            ("其他资金", "", ""),
        ]
        assert texts(project.purpose) == spec["purpose"]
        assert texts(project.goals) == spec["goals"]
        assert rows(project) == expected("2023/207101", name)
        assert texts(project.unit_code) == "207101"
        assert texts(project.unit_name) == "天津市河北区人民法院"
        assert texts(project.money_unit) == "万元"
        assert project.columns == ("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值")
    assert texts(first.year) == "2023"
    assert texts(second.title) == "办案业务费（陪审员及互联网专线）"
    assert [texts(one.description) for one in first.indicators] == [
        texts(one.name) for one in first.indicators
    ]
    assert read.kind == "targets"


@pytest.mark.parametrize("way", WAYS)
def test_the_bands_of_a_table_from_handan_are_read(way: str) -> None:
    (project,) = found("handan", way).projects
    assert texts(project.title) == "邯财社〔2018〕126号困难群众救助补助"
    assert texts(project.goals) == ["保障农村低保金的发放，保障农村低保户的基本生活"]
    assert project.indicators[0].second is None
    assert [
        [texts(one.first), texts(one.name), texts(one.target)] for one in project.indicators
    ] == [
        ["产出指标", "救助覆盖率", ["100%", "90%", "85%", "<85%"]],
        ["产出指标", "农村低保救助资金按标准发放的比率", ["90%", "80%", "70%", "<70%"]],
        ["效果指标", "救助对象对救助工作满意度（%）", ["85%", "80%", "70%", "<70%"]],
    ]
    assert list(project.indicators[0].target.bands) == ["excellent", "good", "fair", "poor"]
    assert texts(project.indicators[2].basis) == "按服务对象满意度评价"


@pytest.mark.parametrize("way", WAYS)
def test_of_two_values_under_one_head_the_coming_one_is_the_target(way: str) -> None:
    (project,) = found("huangshi", way).projects
    assert rows(project) == expected("2022/huangshi-dangxiao", "main-courses")
    assert texts(project.total) == "164万元"
    assert [(one.label, texts(one.amount)) for one in project.sources] == [
        ("当年市级财政资金", "132万元")
    ]
    assert texts(project.unit_name) == "中共黄石市委党校"
    assert texts(project.fields) == {
        "项目负责人": "",
        "项目属性": "持续性项目■ 新增性项目□",
        "项目期": "2022年",
        "财政资金管理科室": "",
        "财政绩效管理科室": "",
        "项目主管部门": "",
    }
    assert texts(project.indicators[0].fields) == {"2021年实际实现值": ""}
    assert texts(project.year) == "2022"


@pytest.mark.parametrize("way", WAYS)
def test_indicators_of_the_long_term_stand_apart(way: str) -> None:
    (project,) = found("ningxiang", way).projects
    assert rows(project) == expected("2021/ningxiang-batang", "infrastructure")
    assert [texts(one.name) for one in project.medium_indicators] == ["88"] * 5 + [
        "68",
        "20",
        "20",
        "88",
    ]
    assert [(one.label, texts(one.amount), one.part_of) for one in project.sources] == [
        ("财政拨款", "6923.3552", ""),
        ("上级", "6923.3552", "财政拨款"),
        ("本级", "0", "财政拨款"),
        ("自有资金", "0", ""),
        ("其他", "3683.3970", ""),
    ]
    assert texts(project.fields) == {
        "项目属性": "新增项目□ 延续项目√",
        "项目实施内容": "1.总体概念规划",
        "计划开始时间": "2016",
        "计划完成时间": "2020",
        "项目实施内容 2": "2.核心区规划",
        "计划开始时间 2": "2021",
        "计划完成时间 2": "2021",
        "填表人": "某某",
        "联系电话": "",
        "填报日期": "",
    }


@pytest.mark.parametrize("way", WAYS)
def test_one_table_of_all_projects_is_read(way: str) -> None:
    read = found("zhalaite", way)
    assert [texts(one.name) for one in read.projects] == ["业务装备经费", "办案（业务）经费"]
    assert [texts(one.total) for one in read.projects] == ["1,030,700.00", "3,239,300.00"]
    assert [texts(one.money_unit) for one in read.projects] == ["元", "元"]
    assert [texts(one.unit_code) for one in read.projects] == ["776001", "776001"]
    assert texts(read.projects[0].fields) == {"项目类别": "32-专项资金项目"}
    for project, name in zip(read.projects, ("equipment", "case-handling"), strict=True):
        spec = published.truth("2025/776001", name)
        assert len(project.indicators) == len(spec["indicators"])
        for one, wanted in zip(project.indicators, spec["indicators"], strict=True):
            assert [texts(one.name), texts(one.second), texts(one.weight)] == [
                wanted["name"],
                wanted["class"],
                wanted["weight"],
            ]
            target = wanted["target"]
            assert texts(one.target) == [target.get(key, "") for key in ("op", "value", "unit")]
            assert texts(one.fields) == {"指标性质": wanted["fields"]["direction"]}
    assert texts(read.projects[0].indicators[0].first) == "满意度指标"


@pytest.mark.parametrize("way", WAYS)
def test_a_second_project_in_the_same_table_begins_where_its_labels_come_again(way: str) -> None:
    first, second = found("jiayuguan", way).projects
    assert rows(first) == expected("2023/jiayuguan-wenlv", "free-admission")
    assert [texts(first.term_start), texts(first.term_end)] == ["2023-01-01", "2023-12-31"]
    assert texts(first.fields) == {"一级项目": "文化事业发展专项资金", "资金性质": "一般公共预算"}
    assert [texts(first.name), texts(second.name)] == [
        "博物馆纪念馆市级免费开放补助资金",
        "博物馆提升改造项目",
    ]
    assert [texts(first.total), texts(second.total)] == ["20", "174.78"]
    assert texts(first.goals) == []
    assert second.indicators == ()


@pytest.mark.parametrize("way", WAYS)
def test_a_list_of_indicators_without_table_is_read_and_said_to_be_a_guess(way: str) -> None:
    read = found("tongxin", way)
    (project,) = read.projects
    assert rows(project) == expected("2025/tongxin-nongye", "training")
    assert texts(project.name) == "设施农业技术培训"
    assert len(read.guesses) == 1


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "name", ["tianjin", "handan", "huangshi", "ningxiang", "zhalaite", "jiayuguan", "tongxin"]
)
def test_every_character_is_in_one_place(name: str, way: str) -> None:
    read = document(name, way)
    got = projects(read.blocks)
    unit = ["天津市河北区人民法院"] if name == "tianjin" else []  # of the title above: who it is of
    assert left_over(read, got) == unit
    assert twice(read, got) == []


@pytest.mark.parametrize("key", list(published.LAYOUTS))
def test_tables_of_other_provinces_are_read(key: str) -> None:
    folder, name = key.split()
    read = made(published.layout(key), "records")
    got = projects(read.blocks)
    spec = published.truth(folder, name)
    (project,) = got.projects
    assert rows(project) == expected(folder, name)
    assert texts(project.name) == spec["name"]
    assert texts(project.goals) == spec["goals"]
    assert [texts(one.weight) for one in project.indicators if one.weight] == [
        one["weight"] for one in spec["indicators"] if "weight" in one
    ] or "weight" not in spec["indicators"][0]
    assert twice(read, got) == []
    if not key.startswith("2023/xiangtan"):  # where the table has parts of the amount only
        assert texts(project.total) == spec["budget"]["total"]
    assert (
        "self-evaluation"
        if "得分" in published.layout(key) or "完成值" in published.layout(key)
        else "targets"
    ) == got.kind or key.startswith("2023/nanhua")
