"""The data of a filing, made of what was found."""

# ruff: noqa: E501 — a case of a table is read in one line

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from perfspec import pipeline
from perfspec.errors import PerfspecError
from perfspec.form import ExtraField
from perfspec.importing import Found, FoundIndicator, FoundSource, FoundTarget, forms
from perfspec.importing import data as making
from perfspec.importing.draft import Draft
from perfspec.importing.ids import project_ids
from perfspec.importing.plain import amount, code, percent, weight
from perfspec.importing.writing import texts
from perfspec.messages import english
from perfspec.model import Project
from perfspec.packs import Packs
from perfspec.workspace import FilingFolder
from tests.importing import papers
from tests.importing.test_forms import NAMES, PUBLISHED, SHIPPED, changed, seed, with_row

TESTS = Path(__file__).parents[1]


def make(
    found: Found,
    year: int | None = 2020,
    department: str | None = "224001",
    form: str = "hebei-2020",
) -> Draft:
    return making.make(found, forms.choose(found, SHIPPED, form), year=year, department=department)


def project(found: Found, form: str = "hebei-2020") -> dict[str, Any]:
    return next(iter(make(found, form=form).projects.values()))


def told(draft: Draft) -> list[str]:
    return [english(one.text) for one in draft.guesses]


@pytest.mark.parametrize("loaded", PUBLISHED, ids=NAMES)
def test_what_a_published_paper_says_is_written_as_its_spec_has_it(
    loaded: pipeline.Loaded, tmp_path: Path
) -> None:
    assert loaded.filing
    assert loaded.form
    told_by_paper = papers.found(loaded.filing, loaded.form)
    chosen = forms.choose(told_by_paper, {loaded.form.name: loaded.form})
    made = making.make(told_by_paper, chosen, year=None, department=loaded.folder.department)
    again = read_again(made, tmp_path, loaded.folder.root)
    assert again.refused == []
    assert again.filing
    assert len(again.filing.projects) == len(loaded.filing.projects) > 0
    for one, said in zip(again.filing.projects, loaded.filing.projects, strict=True):
        assert comparable(one) == comparable(said)


def read_again(draft: Draft, root: Path, forms_of: Path | None = None) -> pipeline.Loaded:
    for path, text in texts(draft, english).texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    folder = FilingFolder(root=root, year=str(draft.year), department=draft.department)
    return pipeline.load(folder, pipeline.Desk(packs=Packs(forms_of or root)))


def comparable(one: Project) -> object:
    rows = [replace(row, id="") for row in one.indicators]
    medium = one.medium_term and [replace(row, id="") for row in one.medium_term.indicators]
    return replace(one, id="", indicators=(), medium_term=None), rows, medium


def test_keys_stand_in_the_order_of_the_specs() -> None:
    draft = make(
        replace(seed(), short_name=papers.value("网信办"), reviewer=papers.value("财政局"))
    )
    assert list(draft.filing) == [
        *("spec", "form", "year", "money_unit", "stage", "complete", "supplied", "department"),
        *("units", "overall_goal", "sub_goals", "measures", "projects"),
    ]
    made = next(iter(draft.projects.values()))
    assert list(made) == [
        "spec",
        "unit",
        "code",
        "name",
        "budget",
        "purpose",
        "payment_plan",
        "goals",
        "indicators",
    ]
    assert list(made["indicators"][0]) == ["class", "name", "description", "target", "basis"]  # type: ignore[index]
    assert list(draft.filing["department"]) == ["code", "name", "short_name", "reviewer"]  # type: ignore[call-overload]


def test_what_the_paper_does_not_state_is_marked_as_supplied() -> None:
    coded = changed(code=papers.value("13063621HBMFX90HG2OQ7"), money_unit=None)
    draft = make(coded, department="224")
    assert draft.filing["supplied"] == [
        "year",
        "money_unit",
        "department.code",
        "department.division",
    ]
    assert draft.filing["department"] == {"code": "224", "name": "", "division": "130636"}
    assert "supplied" not in make(replace(seed(), year=papers.value("2020"))).filing


def test_the_year_is_that_of_the_folder_of_the_cover_or_of_the_tables() -> None:
    covered = replace(seed(), year=papers.value("二〇二一"))
    assert make(covered, year=None).year == 2021
    assert make(changed(year=papers.value("2022年度")), year=None).year == 2022
    draft = make(covered, year=2020)
    assert draft.year == 2020
    assert told(draft)[0] == "the paper says '二〇二一', but the year is 2020"
    assert make(covered, year=2021).origins["filing.yaml#year"] == covered.year


def test_tables_of_several_years_do_not_say_the_year() -> None:
    one = seed().projects[0]
    years = (replace(one, year=papers.value("2022")), replace(one, year=papers.value("2023")))
    with pytest.raises(PerfspecError, match="fiscal year"):
        make(replace(seed(), projects=years), year=None)


def test_what_the_form_wants_of_the_filing_is_empty() -> None:
    wanted = ExtraField(id="leader", label="负责人", on="filing", required=True, values=())
    form = replace(SHIPPED["hebei-2020"], fields=(wanted,))
    draft = making.make(seed(), forms.Chosen(form=form), year=2020, department="224001")
    assert draft.filing["fields"] == {"leader": ""}


def test_a_paper_that_does_not_say_year_or_department_is_refused() -> None:
    with pytest.raises(PerfspecError, match="fiscal year") as raised:
        make(seed(), year=None)
    assert raised.value.hint
    with pytest.raises(PerfspecError, match="code of the department"):
        make(changed(unit_code=None), department=None)
    assert make(seed(), department=None).department == "224001"


def test_a_paper_without_parts_is_not_complete_and_that_is_told() -> None:
    draft = make(seed())
    assert draft.filing["complete"] is False
    assert told(draft) == [
        "the documents lack 总体绩效目标、分项绩效目标、工作保障措施; the filing is written as not complete"
    ]
    whole = replace(seed(), overall_goal=(), sub_goals=(), measures=())
    assert "complete" not in make(whole).filing
    cut = replace(whole, projects=(replace(whole.projects[0], is_complete=False),))
    assert make(cut).filing["complete"] is False
    assert make(replace(whole, projects=())).filing["complete"] is False


def test_a_paper_that_says_it_is_a_sample_is_one() -> None:
    draft = make(replace(seed(), sample=papers.value("示例，不是正式文本")))
    assert draft.filing["sample"] is True
    assert "sample" not in make(seed()).filing


def test_running_text_is_written_as_markdown() -> None:
    goals = (replace(papers.value("甲"), markdown="**甲**"), papers.value("乙"))
    draft = make(replace(seed(), overall_goal=goals, sub_goals=goals, measures=()))
    assert draft.filing["overall_goal"] == "**甲**\n\n乙"
    assert draft.filing["sub_goals"] == ["**甲**", "乙"]
    assert draft.origins["filing.yaml#overall_goal"].text == "甲\n乙"
    assert draft.origins["filing.yaml#sub_goals/1"] is goals[1]


def test_units_are_those_of_the_tables_by_their_codes() -> None:
    one = replace(
        seed().projects[0], unit_name=papers.value("甲局"), unit_suffix=papers.value("本级")
    )
    two = replace(
        one, unit_code=papers.value("224002"), unit_name=papers.value("乙所"), unit_suffix=None
    )
    three = replace(one, unit_code=None, unit_name=papers.value("乙所"))
    other = replace(two, unit_name=papers.value("丙所"))
    draft = make(replace(seed(), projects=(two, one, three, other)), department="224")
    assert draft.filing["units"] == [
        {"code": "224002", "name": "乙所"},
        {"code": "224001", "name": "甲局", "suffix": "本级"},
    ]
    assert [data["unit"] for data in draft.projects.values()] == [
        "224002",
        "224001",
        "224002",
        "224002",
    ]
    assert draft.filing["department"] == {"code": "224", "name": "甲局"}
    assert "the unit 224002 is called '丙所' here and '乙所' before" in told(draft)
    assert draft.origins["filing.yaml#units/1/suffix"].text == "本级"


def test_a_unit_without_code_gets_one_and_that_is_told() -> None:
    one = replace(seed().projects[0], unit_code=None, unit_name=papers.value("甲局"))
    two = replace(one, unit_name=papers.value("乙所"))
    draft = make(replace(seed(), projects=(one, two, one)))
    assert draft.filing["units"] == [
        {"code": "224001", "name": "甲局"},
        {"code": "yi-suo", "name": "乙所"},
    ]
    assert "the paper has no code of the unit '乙所'; yi-suo was taken for it" in told(draft)
    bad = make(changed(unit_code=papers.value("224_1")))
    assert "'224_1' is no code of a unit" in told(bad)
    named = make(replace(changed(unit_code=None), department_name=papers.value("丙办")))
    assert named.filing["units"] == [{"code": "224001", "name": "丙办"}]
    assert make(replace(seed(), projects=(), department_name=papers.value("丙办"))).filing[
        "units"
    ] == [{"code": "224001", "name": "丙办"}]


@pytest.mark.parametrize(
    ("printed", "unit", "wanted", "expected"),
    [
        ("112500.00", "元", "元", ("112500.00", False)),
        ("0", "元", "元", ("0", False)),
        ("", "元", "元", ("", False)),
        ("—", "元", "元", ("", True)),
        ("3,309,840.00", "元", "元", ("3309840.00", True)),
        ("１２.５", "万元", "万元", ("12.5", True)),
        ("449.8万元", "万元", "万元", ("449.8", True)),
        ("449.8万", "", "万元", ("449.8", True)),
        ("449.8万", "元", "元", None),
        ("20.00", "万元", "元", ("200000", True)),
        ("112500.00", "元", "万元", ("11.250000", True)),
        ("0012", "元", "元", ("12", True)),
        ("-5", "元", "元", ("-5", False)),
        ("1,23", "元", "元", None),
        ("约20", "元", "元", None),
        ("1.2.3", "元", "元", None),
        ("2亿元", "元", "元", None),
        ("9" * 70, "元", "元", None),
        (".", "元", "元", None),
        ("1" + "0" * 40, "元", "万元", ("1" + "0" * 36 + ".0000", True)),
    ],
)
def test_an_amount_is_written_where_it_is_provably_the_same(
    printed: str, unit: str, wanted: str, expected: tuple[str, bool] | None
) -> None:
    read = amount(printed, unit, wanted)
    assert (read and (read.text, read.changed)) == expected


def test_other_figures_are_written_where_they_are_provably_the_same() -> None:
    assert [
        one and one.text
        for one in map(percent, ("25", "25.00%", "１００％", "101%", "-1", "甲", "／"))
    ] == ["25", "25.00%", "100%", None, None, None, ""]
    assert [one and one.text for one in map(weight, ("7.5", "10分", "-1", "甲", "-"))] == [
        "7.5",
        "10",
        None,
        None,
        "",
    ]
    assert [one and one.text for one in map(code, ("13A-1", "１３", "a_b", "x" * 65))] == [
        "13A-1",
        "13",
        None,
        None,
    ]


def test_what_is_not_written_as_printed_is_told() -> None:
    said = changed(
        total=papers.value("3,000"), plan={"3月底": papers.value("120%")}, code=papers.value("甲")
    )
    draft = make(said)
    made = next(iter(draft.projects.values()))
    assert made["budget"]["total"] == "3000"  # type: ignore[index]
    assert (made["code"], made["payment_plan"]["march"]) == ("", "")  # type: ignore[index]
    assert told(draft)[:3] == [
        "'甲' cannot stand under code（项目编码）, left empty",
        "'3,000' is written '3000' under total（预算数）",
        "'120%' cannot stand under 3月底, left empty",
    ]


def test_a_table_in_another_unit_is_converted_exactly_and_that_is_told() -> None:
    draft = make(changed(money_unit=papers.value("万元"), total=papers.value("20.00")))
    assert next(iter(draft.projects.values()))["budget"]["total"] == "200000"  # type: ignore[index]
    assert told(draft)[-1] == "the table is in 万元 and was converted to 元, exactly"


def test_what_the_form_does_not_have_is_told_with_its_words() -> None:
    twice = (
        FoundSource(label="其他资金", amount=papers.value("1")),
        FoundSource(label="其他", amount=papers.value("2")),
    )
    draft = make(
        changed(
            sources=twice,
            plan={"9月底": papers.value("75")},
            fields={"负责人": papers.value("张三"), "备注": papers.value("")},
        )
    )
    assert told(draft)[:3] == [
        "'2' was not written: the form hebei-2020 has no source '其他'",
        "'75' was not written: the form hebei-2020 has no date '9月底'",
        "'张三' was not written: the form hebei-2020 has no field '负责人'",
    ]


def test_a_label_that_was_taken_for_another_one_is_told() -> None:
    sources = (FoundSource(label="财政", amount=papers.value("1")),)
    draft = make(changed(sources=sources, plan={"3月末": papers.value("25%")}))
    assert told(draft)[:2] == [
        "'财政' was taken for '财政资金' of the form",
        "'3月末' was taken for '3月底' of the form",
    ]


def test_what_the_form_wants_and_the_paper_does_not_have_is_empty() -> None:
    bare = changed(
        code=None,
        purpose=None,
        plan={},
        sources=(),
        total=None,
        indicators=(FoundIndicator(at=papers.value("").at),),
    )
    made = project(bare)
    assert (made["code"], made["purpose"]) == ("", "")
    assert made["payment_plan"] == dict.fromkeys(("march", "june", "october", "december"), "")
    assert made["budget"] == {"total": "", "sources": {"fiscal": "", "other": ""}}
    assert made["indicators"] == [
        {"class": "", "name": "", "target": "", "description": "", "basis": ""}
    ]
    assert project(bare, "inner-mongolia-2025")["fields"] == {"category": ""}


def test_lines_of_a_cell_are_joined_and_paragraphs_of_the_purpose_are_kept() -> None:
    said = changed(
        name=papers.value(" 专项\n经费 A\nB "),
        purpose=papers.value("甲\n乙\n"),
        goals=(papers.value("1.甲"), papers.value(" ")),
    )
    made = project(said)
    assert (made["name"], made["purpose"], made["goals"]) == ("专项经费 A B", "甲\n乙", ["1.甲"])


@pytest.mark.parametrize(
    ("found", "written"),
    [
        (FoundTarget(text=papers.value("≥90%\n")), "≥90%"),
        (FoundTarget(), ""),
        (
            FoundTarget(op=papers.value("≥"), value=papers.value("90"), unit=papers.value("%")),
            {"op": "≥", "value": "90", "unit": "%"},
        ),
        (
            FoundTarget(op=papers.value(""), value=papers.value("长期"), unit=papers.value("")),
            {"value": "长期"},
        ),
        (FoundTarget(op=papers.value(""), value=papers.value("")), ""),
        (
            FoundTarget(op=papers.value("约"), value=papers.value("9"), unit=papers.value("次")),
            "约9次",
        ),
        (
            FoundTarget(bands={"excellent": papers.value("1"), "poor": papers.value("2")}),
            {"bands": {"excellent": "1", "good": "", "fair": "", "poor": "2"}},
        ),
    ],
)
def test_targets_are_written_in_the_parts_that_the_paper_has(
    found: FoundTarget, written: object
) -> None:
    assert project(with_row(target=found))["indicators"][0]["target"] == written


def test_a_class_is_told_once_however_many_rows_have_it() -> None:
    row = replace(seed().projects[0].indicators[0], second=papers.value("数量"))
    draft = make(changed(indicators=(row, row)))
    assert (
        told(draft).count(
            "'产出指标 / 数量' was taken for the class '产出指标 / 数量指标' of the form"
        )
        == 1
    )
    key = f"projects/{next(iter(draft.projects))}.yaml#indicators/1/class"
    assert len(draft.origins[key].stretches) == 2


def test_values_that_were_reached_are_by_ids_that_the_rows_then_have() -> None:
    row = replace(seed().projects[0].indicators[0], reached=papers.value("10次"))
    draft = make(changed(indicators=(row, row)))
    key, made = next(iter(draft.projects.items()))
    ids = [one["id"] for one in made["indicators"]]  # type: ignore[attr-defined]
    assert ids[1] == f"{ids[0]}-2"
    assert draft.actuals == {"spec": 1, "projects": {key: {ids[0]: "10次", ids[1]: "10次"}}}
    assert draft.origins[f"actuals.yaml#projects/{key}/{ids[0]}"] is row.reached
    medium = make(changed(medium_indicators=(row,), medium_goals=(papers.value("甲"),)))
    assert any("only indicators of the year" in one for one in told(medium))
    assert medium.actuals is None


def test_a_draft_of_self_evaluation_is_read_again_with_what_was_reached(tmp_path: Path) -> None:
    row = replace(seed().projects[0].indicators[0], reached=papers.value("10次"))
    again = read_again(make(changed(indicators=(row,))), tmp_path, TESTS)
    assert again.refused == []
    assert again.filing
    assert [one.value.text for one in again.filing.actuals] == ["10次"]


def test_every_origin_is_a_key_of_the_data() -> None:
    filled = changed(
        fields={"项目负责人": papers.value("张三")},
        term_start=papers.value("2020年"),
        goals=(papers.value("甲"),),
    )
    drafted = forms.choose(filled, SHIPPED)
    draft = making.make(filled, drafted, year=2020, department="224001")
    files: dict[str, Any] = {"filing.yaml": draft.filing}
    files |= {f"projects/{key}.yaml": data for key, data in draft.projects.items()}
    for origin in draft.origins:
        name, _, keys = origin.partition("#")
        value = files[name]
        for key in keys.split("/"):
            value = value[int(key)] if isinstance(value, list) else value[key]
        assert isinstance(value, (str, int)), origin
    assert len(draft.origins) > 12


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("网络信息办公专项经费", "wang-luo-xin-xi-ban-gong"),
        ("2022年村务公开工作经费4.5万", "cun-wu-gong-kai-gong-zuo"),
        (
            "中央财政困难群众救助补助资金7423万（冀财社〔2021〕152号）",
            "zhong-yang-cai-zheng-kun-nan-qun-zhong",
        ),
        ("专项资金", "zhuan-xiang-zi-jin"),
        ("2022年临时救助85.4", "lin-shi-jiu-zhu"),
        ("救助（冀财社〔2021〕152号）", "jiu-zhu"),
        ("ABC平台", "abc-ping-tai"),
        ("88", "88"),
        ("……", "project"),
        ("", "project"),
    ],
)
def test_an_id_says_the_name_without_what_changes_over_the_years(name: str, key: str) -> None:
    assert project_ids([name]) == (key,)


def test_ids_are_unique_and_those_before_stay_as_they_were() -> None:
    names = ["平台", "平台", "平台2", "平台", "", ""]
    assert project_ids(names) == (
        "ping-tai",
        "ping-tai-3",
        "ping-tai-2",
        "ping-tai-4",
        "project",
        "project-2",
    )


def test_many_projects_and_long_names_are_quick() -> None:
    keys = project_ids(["长" * 5000, *(["平台"] * 5000)])
    assert len(set(keys)) == 5001
