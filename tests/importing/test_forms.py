"""Which form a paper is of, and the draft of one that nobody has yet."""

# ruff: noqa: E501 — a case of a table is read in one line

from dataclasses import replace
from pathlib import Path

import pytest

from perfspec import pipeline, workspace
from perfspec.errors import PerfspecError
from perfspec.form import Column, Form
from perfspec.importing import Found, FoundIndicator, FoundProject, FoundSource, FoundTarget, forms
from perfspec.importing.forms import columns
from perfspec.importing.forms.classes import Fit, classify, standard
from perfspec.messages import english
from perfspec.packs import Packs
from perfspec.pipeline import Loaded
from tests.importing import papers

TESTS = Path(__file__).parents[1]


def published(root: Path) -> list[Loaded]:
    desk, _ = pipeline.open_desk(root)
    _, folders, _ = workspace.select((), root)
    return [pipeline.load(one, desk) for one in folders]


def packs(root: Path) -> dict[str, Form]:
    there = Packs(root)
    read = {name: there.get(name) for name in there.names()}
    return {name: pack.form for name, pack in read.items() if pack and pack.form}


PUBLISHED = [*published(TESTS / "corpus"), *published(TESTS / "heldout")]
SHIPPED = packs(TESTS)
NAMES = [one.folder.department for one in PUBLISHED]


def found(loaded: Loaded) -> Found:
    assert loaded.filing
    assert loaded.form
    return papers.found(loaded.filing, loaded.form)


def seed() -> Found:
    """Return what a Hebei paper with one indicator says."""
    row = FoundIndicator(
        at=papers.value("").at,
        first=papers.value("产出指标"),
        second=papers.value("数量指标"),
        name=papers.value("次数"),
        description=papers.value(""),
        target=FoundTarget(text=papers.value("9次")),
        basis=papers.value(""),
    )
    project = FoundProject(
        at=row.at,
        unit_code=papers.value("224001"),
        code=papers.value(""),
        name=papers.value("专项经费"),
        money_unit=papers.value("元"),
        total=papers.value("1"),
        sources=(
            FoundSource(label="财政资金", amount=papers.value("1")),
            FoundSource(label="其他资金", amount=papers.value("")),
        ),
        purpose=papers.value(""),
        plan={f"{month}月底": papers.value("") for month in (3, 6, 10, 12)},
        indicators=(row,),
    )
    return Found(documents=(papers.paper(),), projects=(project,))


def changed(**fields: object) -> Found:
    told = seed()
    return replace(told, projects=(replace(told.projects[0], **fields),))  # type: ignore[arg-type]


def with_row(**fields: object) -> Found:
    row = seed().projects[0].indicators[0]
    return changed(indicators=(replace(row, **fields),))  # type: ignore[arg-type]


@pytest.mark.parametrize("loaded", PUBLISHED, ids=NAMES)
def test_a_published_paper_is_of_its_own_form_among_all_there_are(loaded: Loaded) -> None:
    assert loaded.form
    root = TESTS / ("corpus" if "corpus" in str(loaded.folder.root) else "heldout")
    chosen = forms.choose(found(loaded), packs(root))
    assert (chosen.form.name, chosen.pack, chosen.lacks) == (loaded.form.name, "", ())


@pytest.mark.parametrize("loaded", PUBLISHED, ids=NAMES)
def test_a_drafted_form_holds_all_that_was_found(loaded: Loaded) -> None:
    told = found(loaded)
    chosen = forms.choose(told, SHIPPED)
    assert bool(chosen.pack) == bool(chosen.lacks) == bool(chosen.nearest)
    if chosen.pack:
        again = forms.choose(told, {**SHIPPED, chosen.form.name: chosen.form})
        assert (again.form.name, again.pack) == (chosen.form.name, "")


def test_the_published_papers_want_both_known_and_drafted_forms() -> None:
    drafted = [bool(forms.choose(found(one), SHIPPED).pack) for one in PUBLISHED]
    assert (drafted.count(True), drafted.count(False)) == (15, 14)


def test_the_seed_is_of_hebei_2020_and_nothing_is_wanting() -> None:
    chosen = forms.choose(seed(), SHIPPED)
    assert chosen.form.name == "hebei-2020"
    assert [english(one) for one in chosen.reasons] == [
        "the form hebei-2020 holds all that was found: 河北省部门预算绩效文本（2020 年起）"
    ]


def test_a_paper_of_goals_and_measures_alone_is_of_the_form_that_prints_them() -> None:
    told = Found(documents=(papers.paper(),), measures=(papers.value("一是"),))
    assert forms.choose(told, SHIPPED).form.name == "hebei-2020"
    assert not forms.choose(replace(told, measures=None), SHIPPED).lacks


MONITORED = (
    "年度资金总额 1-7月执行数",
    "财政拨款 1—8月份执行率",
    "本年财政拨款 全年预计执行数",
    "主管部门",
)


def test_tables_of_monitoring_are_of_their_form_whatever_the_month() -> None:
    told = replace(
        changed(fields={label: papers.value("1") for label in MONITORED}), kind="monitoring"
    )
    bare = replace(told.projects[0], plan={}, code=None, money_unit=papers.value("万元"))
    source = FoundSource(label="本年财政拨款", amount=papers.value("1"))
    chosen = forms.choose(replace(told, projects=(replace(bare, sources=(source,)),)), SHIPPED)
    assert (chosen.form.name, chosen.pack) == ("monitoring", "")


def test_the_nearest_form_of_a_self_evaluation_is_one_of_self_evaluation() -> None:
    told = [one for one in PUBLISHED if one.form and "自评" in one.form.title]
    names = [forms.choose(found(one), SHIPPED).form.name for one in told]
    assert len(names) == 4
    assert all(name.startswith("self-evaluation") for name in names)


def test_a_label_below_two_classes_is_drafted_where_it_stands_most_often() -> None:
    row = seed().projects[0].indicators[0]
    labels = [("效果", "甲类"), ("产出指标", "甲类"), ("产出指标", "甲类")]
    rows = tuple(
        replace(row, first=papers.value(first), second=papers.value(second))
        for first, second in labels
    )
    chosen = forms.choose(changed(indicators=rows), SHIPPED)
    classes = [(one.first, one.second) for one in chosen.form.classes]
    assert ("产出指标", "甲类") in classes
    assert [second for _, second in classes].count("甲类") == 1
    assert ("效果", "") in classes


def test_sources_of_one_name_are_told_apart_by_what_they_are_a_part_of() -> None:
    columns_of = (
        Column(id="a", label="财政"),
        Column(id="b", label="上级", part_of="a"),
        Column(id="c", label="自有"),
        Column(id="d", label="上级", part_of="c"),
    )
    form = replace(SHIPPED["hebei-2020"], sources=columns_of)
    assert columns.source("上级", "自有", form) == columns_of[3]
    assert columns.source("其中：上级资金", "财政资金", form) == columns_of[1]
    assert columns.source("上级", "", form) == columns_of[1]


LACKING = {
    "the form hebei-2020 has no source '上级资金'": changed(
        sources=(FoundSource(label="上级资金", amount=papers.value("1")),)
    ),
    "the form hebei-2020 has no date '9月底'": changed(plan={"9月底": papers.value("")}),
    "the form hebei-2020 has no field '项目负责人'": changed(
        fields={"项目负责人": papers.value("张三")}
    ),
    "amounts are in 万元, but the form hebei-2020 prints 元": changed(
        money_unit=papers.value("单位：万元")
    ),
    "the form hebei-2020 has no points": with_row(weight=papers.value("10")),
    "the form hebei-2020 has no class '产出指标 / 完成指标'": with_row(
        second=papers.value("完成指标")
    ),
    "targets are written as four bands, in the form hebei-2020 as one text": with_row(
        target=FoundTarget(bands={"excellent": papers.value("1")})
    ),
    "targets are written as operator, number and unit apart, in the form hebei-2020 as one text": with_row(
        target=FoundTarget(value=papers.value("1"))
    ),
    "the form hebei-2020 is not in force in 2019": replace(seed(), year=papers.value("2019")),
    "the form hebei-2020 is not for tables of self-evaluation": replace(
        seed(), kind="self-evaluation"
    ),
}


@pytest.mark.parametrize(("lack", "told"), LACKING.items(), ids=LACKING)
def test_what_a_form_cannot_hold_is_said_and_drafted(lack: str, told: Found) -> None:
    chosen = forms.choose(told, {"hebei-2020": SHIPPED["hebei-2020"]})
    assert lack in [english(one) for one in chosen.lacks]
    assert (chosen.nearest, chosen.form.name) == ("hebei-2020", "hebei-2020-import")
    again = forms.choose(told, {"hebei-2020-import": chosen.form})
    assert again.lacks == ()


def test_a_form_that_prints_much_more_than_the_paper_has_is_another_form() -> None:
    told = changed(plan={}, code=None)
    chosen = forms.choose(told, {"hebei-2020": SHIPPED["hebei-2020"]})
    assert [english(one) for one in chosen.lacks] == [
        "the form hebei-2020 prints code（项目编码）, which the paper does not have",
        "the form hebei-2020 prints payment_plan（资金支出计划）, which the paper does not have",
    ]
    chosen = forms.choose(changed(code=None), {"hebei-2020": SHIPPED["hebei-2020"]})
    assert not chosen.lacks
    assert len(chosen.reasons) == 2


def test_a_form_that_was_asked_for_is_taken_and_what_it_lacks_is_told() -> None:
    told = changed(plan={"9月底": papers.value("")})
    chosen = forms.choose(told, SHIPPED, "hebei-2020")
    assert (chosen.form.name, chosen.pack, chosen.nearest) == ("hebei-2020", "", "hebei-2020")
    assert [english(one) for one in chosen.lacks] == ["the form hebei-2020 has no date '9月底'"]
    with pytest.raises(PerfspecError, match="no form"):
        forms.choose(told, SHIPPED, "hebei")
    with pytest.raises(PerfspecError, match="no form"):
        forms.choose(told, {})


def test_one_wrong_character_in_a_label_is_a_slip_and_no_other_form() -> None:
    told = with_row(second=papers.value("数量指际"))
    assert forms.choose(told, SHIPPED).form.name == "hebei-2020"


def test_a_draft_is_yaml_that_says_where_it_is_from() -> None:
    told = changed(
        sources=(
            FoundSource(label="财政拨款", amount=papers.value("1")),
            FoundSource(label="上级", amount=papers.value("1"), part_of="财政拨款"),
        ),
        fields={"项目负责人": papers.value(""), "资金文号": papers.value("")},
        plan={"上半年": papers.value("50"), "全年": papers.value("100")},
    )
    chosen = forms.choose(replace(told, year=papers.value("2024")), SHIPPED)
    lines = chosen.pack.splitlines()
    assert lines[0].startswith("# 导入“paper.docx”时拟的草稿：")
    for line in (
        "years: {from: 2024}",
        "  - {id: higher, label: 上级, part_of: fiscal}",
        "  - {id: manager, label: 项目负责人, on: project}",
        "  - {id: zi_jin_wen_hao, label: 资金文号, on: project}",
        "  - {id: june, label: 上半年, month: 6}",
        "  - {id: december, label: 全年, month: 12}",
        "      - {label: 数量指标, class: output.quantity}",
    ):
        assert line in lines


def test_a_name_that_is_taken_gets_a_number() -> None:
    told = changed(fields={"项目负责人": papers.value("")})
    there = {"hebei-2020": SHIPPED["hebei-2020"], "hebei-2020-import": SHIPPED["hebei-2019"]}
    assert forms.choose(told, there).form.name == "hebei-2020-import-2"


@pytest.mark.parametrize(
    ("first", "second", "written", "fit"),
    [
        ("产出指标", "数量指标", "数量指标", Fit.SAME),
        (None, "数量指标", "数量指标", Fit.SAME),
        ("数量指标", None, "数量指标", Fit.SAME),
        ("数量", None, "数量指标", Fit.VARIANT),
        ("产出", None, ["产出", ""], Fit.APART),
        ("产出", "数量", "数量指标", Fit.VARIANT),
        ("产出指标（50分）", "数量 指标", "数量指标", Fit.VARIANT),
        ("满意度", "服务对象", "服务对象满意度指标", Fit.VARIANT),
        ("满意度指标", "满意度指标", "服务对象满意度指标", Fit.VARIANT),
        ("产出指标", "产出指标", ["产出指标", "产出指标"], Fit.UNKNOWN),
        ("效益指标", "数量指标", ["效益指标", "数量指标"], Fit.APART),
        ("产出指标", "", ["产出指标", ""], Fit.APART),
        ("产出指标", "制度指标", ["产出指标", "制度指标"], Fit.UNKNOWN),
        ("", "", "", Fit.SAME),
        (None, None, "", Fit.SAME),
    ],
)
def test_labels_of_classes_are_those_of_the_form_where_it_has_them(
    first: str | None, second: str | None, written: str | list[str], fit: Fit
) -> None:
    classified = classify(first, second, SHIPPED["hebei-2020"])
    assert (classified.written, classified.fit) == (written, fit)
    assert (classified.guess is None) == (fit is Fit.SAME)


@pytest.mark.parametrize(
    ("first", "second", "written"),
    [
        ("产出指标", None, "产出指标"),
        ("产出指标", "产出指标", "产出指标"),
        ("产出", "", "产出指标"),
        ("产出指标", "数量指标", ["产出指标", "数量指标"]),
    ],
)
def test_a_class_without_members_is_written_by_its_own_label(
    first: str, second: str | None, written: str | list[str]
) -> None:
    assert classify(first, second, SHIPPED["hebei-2019"]).written == written


@pytest.mark.parametrize(
    ("first", "second", "meant"),
    [
        ("产出指标", "数量指标", "output.quantity"),
        ("成本指标", "社会成本指标", "cost.social"),
        ("成本指标", "社会指标", "cost.social"),
        ("项目完成", "时效", "output.timeliness"),
        ("社会效益指标", "", "benefit"),
        ("效益指标", "制度", "benefit"),
        ("项目目标", "制度", "output"),
    ],
)
def test_a_standard_class_is_told_by_words(first: str, second: str, meant: str) -> None:
    assert standard(first, second) == meant


@pytest.mark.parametrize(
    "name",
    [
        "tianjin-2023",
        "mof-2015",
        "core-2021",
        "sichuan",
        "department",
        "self-evaluation",
        "monitoring",
    ],
)
def test_the_forms_of_the_field_are_drafts_without_a_paper(name: str) -> None:
    assert not SHIPPED[name].ready
    text = (TESTS.parent / "templates" / name / "form.yaml").read_text(encoding="utf-8")
    assert "# 依据：" in text
    assert "故为草稿" in text
