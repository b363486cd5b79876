"""Specs become records: every key is read, and what only the form can judge is judged."""

# ruff: noqa: E501 — a case of a table is read in one line

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from perfspec import crosscheck, form, indicators, schema
from perfspec.diagnostics import Place
from perfspec.model import IndicatorClass
from perfspec.values import Bands, Phrase, Quantity, Split
from tests.helpers import (
    FILING_TEXT,
    FORM_TEXT,
    PROJECT_TEXT,
    Workspace,
    read,
    read_form,
    shown,
    tree,
)

# A spec that uses every key of the schemas, each text of it only once.
FULL_FILING = """\
spec: 1
form: plain
year: 2031
money_unit: 元
stage: adjusted
sample: true
complete: false
follows: 2030
supplied: [year]
department: {code: d-code, name: d-name, short_name: d-short, division: d-division, reviewer: d-reviewer}
units:
  - {code: u-code, name: u-name, suffix: u-suffix}
  - {code: u2-code, name: u2-name}
overall_goal: goal-overall
sub_goals: [goal-sub]
measures: [measure-one]
projects: [archive]
fields: {on_filing: field-filing}
"""
FULL_PROJECT = """\
spec: 1
unit: u-code
code: p-code
name: p-name
term: {start: term-start, end: term-end}
budget: {total: 31.10, sources: {fiscal: 32.20}}
purpose: purpose-text
payment_plan: {march: 33.30%}
goals: [goal-project]
indicators:
  - {id: i-one, class: 数量指标, name: i-name, description: i-description, target: '35 i-target', basis: i-basis, weight: 34.40, fields: {on_indicator: field-indicator}}
  - {class: [效果指标, 数量指标], name: split, target: {op: 不低于, value: 36.60, unit: split-unit}}
  - {class: 质量指标, name: bands, target: {bands: {excellent: b-excellent, good: b-good, fair: b-fair, poor: b-poor}}}
medium_term:
  goals: [goal-medium]
  indicators: [{id: m-one, class: 质量指标, name: m-name, target: m-target}]
fields: {on_project: field-project}
"""
FULL_FORM = (
    FORM_TEXT
    + """\
payment_plan: [{id: march, label: 3月底, month: 3}]
requires: {project: [purpose, payment_plan], indicator: []}
fields:
  - {id: on_filing, label: 甲, on: filing, required: true}
  - {id: on_project, label: 乙, on: project, required: false}
  - {id: on_indicator, label: 丙, on: indicator, values: [field-indicator, other]}
"""
)
# What the records do not keep: the version, and what equals the form's.
NOT_READ = {"spec", "money_unit"}
# Stated as words and kept as what they mean.
TRANSLATED = {"true", "false"}


def texts(value: object) -> set[str]:
    """Return every text in a record or in the data of a tree."""
    if is_dataclass(value):
        return set().union(*(texts(getattr(value, f.name)) for f in fields(value) if f.compare))
    if isinstance(value, Mapping):
        return set().union(*(texts(inner) for inner in value.values()))
    if isinstance(value, (list, tuple)):
        return set().union(*(texts(inner) for inner in value))
    return {str(value)}


def keys(node: object) -> set[str]:
    """Return every key of a schema that is no name of a definition."""
    if isinstance(node, dict):
        return set(node.get("properties", {})).union(*(keys(inner) for inner in node.values()))
    if isinstance(node, list):
        return set().union(*(keys(inner) for inner in node))
    return set()


def used(data: Any) -> set[str]:  # noqa: ANN401 — data of a tree
    """Return every key of the data."""
    if isinstance(data, dict):
        return set(data).union(*(used(inner) for inner in data.values()))
    if isinstance(data, list):
        return set().union(*(used(inner) for inner in data))
    return set()


def test_every_key_of_the_schemas_is_read_into_the_model() -> None:
    specs = {"filing": tree(FULL_FILING).data, "project": tree(FULL_PROJECT).data}
    for name, data in specs.items():
        assert keys(schema.load(name)) <= used(data), f"the full {name} does not use every key"
        assert (
            schema.validate(tree({"filing": FULL_FILING, "project": FULL_PROJECT}[name]), name)
            == []
        )
    filing, found = read(FULL_FILING, FULL_PROJECT, FULL_FORM)
    assert found == []
    written = texts({
        key: value
        for data in specs.values()
        for key, value in data.items()
        if key not in NOT_READ
    })  # fmt: skip
    assert written - TRANSLATED <= texts(filing) | {"archive"}
    assert filing
    assert (filing.sample, filing.complete, filing.year) == (True, False, 2031)


@pytest.mark.parametrize(
    ("true", "false"), [("true", "false"), ("True", "False"), ("TRUE", "FALSE")]
)
def test_true_and_false_may_be_written_with_capitals(true: str, false: str) -> None:
    stage = "stage: draft"
    filing, found = read(FILING_TEXT.replace(stage, f"{stage}\nsample: {true}\ncomplete: {false}"))
    assert found == []
    assert filing
    assert (filing.sample, filing.complete) == (True, False)
    filing, found = read(FILING_TEXT.replace(stage, f"{stage}\nsample: {false}\ncomplete: {true}"))
    assert found == []
    assert filing
    assert (filing.sample, filing.complete) == (False, True)


def test_what_a_spec_leaves_out_is_empty_in_the_model() -> None:
    filing, found = read()
    assert found == []
    assert filing
    assert (filing.sample, filing.complete, filing.follows, filing.supplied) == (
        False,
        True,
        "",
        (),
    )
    assert filing.department.short_name == filing.department.name
    (project,) = filing.projects
    assert (project.code, project.purpose, project.term, project.medium_term) == (
        "",
        "",
        None,
        None,
    )
    assert (project.payment_plan, project.fields, filing.fields) == ({}, {}, {})
    assert project.budget.total.value == Decimal("112500.00")
    assert project.budget.sources["fiscal"].text == "112500.00"
    assert filing.units[0].suffix == ""


def test_records_are_equal_wherever_they_stand() -> None:
    moved, _ = read("# moved\n" + FILING_TEXT, "# moved\n" + PROJECT_TEXT)
    assert moved == read()[0]
    changed, _ = read(FILING_TEXT, PROJECT_TEXT.replace("≥10万页", "≥11万页"))
    assert changed != moved


def test_projects_name_one_of_several_units() -> None:
    units = FILING_TEXT.replace("units:", "units:\n  - {code: 0224002, name: 乙, suffix: 下属}")
    filing, found = read(units, PROJECT_TEXT.replace("unit: 101001", "unit: 0224002"))
    assert found == []
    assert filing
    assert (filing.projects[0].unit.name, filing.projects[0].unit.suffix) == ("乙", "下属")


def test_targets_are_one_text_three_parts_or_four_bands() -> None:
    filing, _ = read(FULL_FILING, FULL_PROJECT, FULL_FORM)
    assert filing
    _, split, bands = filing.projects[0].indicators
    assert split.target.split == Split(op="不低于", value="36.60", unit="split-unit")
    assert split.target.text == "不低于36.60split-unit"
    assert bands.target.bands == Bands(
        excellent="b-excellent", good="b-good", fair="b-fair", poor="b-poor"
    )
    plain, _ = read()
    assert plain
    assert plain.projects[0].indicators[0].target.quantity == Quantity("≥", Decimal(100000), "页")


def test_an_operator_column_may_say_that_a_target_is_in_words() -> None:
    in_words, _ = read(project=PROJECT_TEXT.replace("≥10万页", "{op: 定性, value: 长期}"))
    assert in_words
    target = in_words.projects[0].indicators[0].target
    assert (target.text, target.direction, target.reading) == ("定性长期", "定性", Phrase("长期"))


SLIPS = [
    ("unit: 101001", "unit: 1", [("undeclared-unit", "unit 1 is not declared in filing.yaml", "1")]),
    ("class: 数量指标", "class: 数量", [("unknown-class", "the form plain has no class '数量'", "数量")]),
    ("class: 数量指标", "class: 产出指标", [("unknown-class", "the form plain has no class '产出指标'", "产出指标")]),
    ("target: ≥10万页", "target: {op: 约, value: 1}", [("wrong-value", "'约' is no operator", "约")]),
    ("    target: ≥10万页\n", "    target: 1\n  - {id: pages, class: 质量指标, name: x, target: 1}\n", [("duplicate-id", "'pages' stands twice", "pages")]),
    ("fiscal: 112500.00", "fiscal: 1\n    other: 2", [("unknown-key", "the form plain has no 'other' here", "other")]),
    ("  sources:\n    fiscal: 112500.00", "  sources: {}", [("missing-key", "the form plain wants the key fiscal（财政资金）", "sources")]),
    ("goals:", "payment_plan: {march: 1}\ngoals:", [("unknown-key", "the form plain has no 'march' here", "march")]),
    ("goals:", "medium_term: {indicators: [{class: x, name: y, target: z}]}\ngoals:", [("unknown-class", "the form plain has no class 'x'", "x")]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "findings"), SLIPS)
def test_what_the_form_does_not_know_is_found_where_it_stands(
    old: str, new: str, findings: list[tuple[str, str, str]]
) -> None:
    assert old in PROJECT_TEXT
    filing, found = read(FILING_TEXT, PROJECT_TEXT.replace(old, new))
    assert filing is None
    assert found == findings


def test_what_the_form_prints_and_a_spec_lacks_is_found() -> None:
    wants = (
        FORM_TEXT
        + "payment_plan: [{id: march, label: 3月底, month: 3}, {id: june, label: 6月底, month: 6}]\n"
        + "requires: {project: [code, payment_plan], indicator: [basis, weight]}\n"
    )
    _, found = read(form_text=wants)
    assert [(code, text) for code, text, _ in found] == [
        ("missing-key", "the form plain wants the key code（项目编码）"),
        ("missing-key", "the form plain wants the key payment_plan（资金支出计划）"),
        ("missing-key", "the form plain wants the key basis（指标值确定依据）"),
        ("missing-key", "the form plain wants the key weight（分值）"),
    ]
    planned = PROJECT_TEXT.replace("goals:", "code: ''\npayment_plan: {march: 1}\ngoals:")
    _, found = read(project=planned, form_text=wants)
    assert found[0] == ("missing-key", "the form plain wants the key june（6月底）", "payment_plan")


def test_a_misspelt_source_is_not_told_as_missing_too() -> None:
    _, found = read(project=PROJECT_TEXT.replace("    fiscal:", "    fiscla:"))
    assert [code for code, _, _ in found] == ["unknown-key"]


def test_extra_fields_are_those_of_the_form() -> None:
    project = FULL_PROJECT.replace("field-indicator", "else").replace("on_project", "on_filing")
    filing = FULL_FILING.replace("fields: {on_filing: field-filing}\n", "")
    _, found = read(filing, project, FULL_FORM)
    assert sorted(found) == [
        ("missing-key", "the form plain wants the key fields.on_filing（甲）", ""),
        ("unknown-key", "the form plain has no 'on_filing' here", "on_filing"),
        ("wrong-value", "on_indicator（丙） is 'else', which is not offered here", "else"),
    ]
    empty, found = read(FULL_FILING, FULL_PROJECT.replace("field-indicator", "''"), FULL_FORM)
    assert found == []
    assert empty


def test_amounts_in_another_unit_than_the_forms_are_refused() -> None:
    _, found = read(
        FULL_FILING.replace("money_unit: 元", "money_unit: 万元"), FULL_PROJECT, FULL_FORM
    )
    assert found == [
        ("money-unit-mismatch", "amounts are in 万元, but the form plain prints 元", "万元")
    ]


class TestClasses:
    """The class of an indicator."""

    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("数量指标", IndicatorClass(first="产出指标", second="数量指标", standard="output.quantity")),
            ("满意度指标", IndicatorClass(first="满意度指标", second="", standard="satisfaction")),
            ("[产出指标, 数量指标]", IndicatorClass(first="产出指标", second="数量指标", standard="output.quantity")),
            ("[效果指标, 数量指标]", IndicatorClass(first="效果指标", second="数量指标", standard="")),
            ("['', '']", IndicatorClass(first="", second="", standard="")),
            ("''", IndicatorClass(first="", second="", standard="")),
            ("", IndicatorClass(first="", second="", standard="")),
        ],
    )  # fmt: skip
    def test_labels_name_a_class_of_the_form_or_stand_as_filed(
        self, written: str, expected: IndicatorClass
    ) -> None:
        filing, found = read(project=PROJECT_TEXT.replace("class: 数量指标", f"class: {written}"))
        assert found == []
        assert filing
        assert filing.projects[0].indicators[0].classified == expected


class TestDerivedIds:
    """Ids of indicators that have none in the spec."""

    ROWS = """\
- {class: 数量指标, name: 甲, target: 1}
- {class: 数量指标, name: 甲, target: 2}
- {class: 质量指标, name: 甲, target: 3}
- {class: 数量指标, name: 乙, target: 4}
- {class: [另一, 一类], name: 甲, target: 5}
- {class: '', name: '', target: 6}
"""

    def ids(self, rows: str) -> list[str]:
        read_rows, found = indicators.read(tree(rows).data, Place("file.yaml"), read_form())
        assert found == []
        return [row.id for row in read_rows]

    def test_they_are_distinct_and_tell_the_class(self) -> None:
        ids = self.ids(self.ROWS)
        assert len(set(ids)) == len(ids)
        assert [one[:9].rstrip("0123456789abcdef").rstrip("-") for one in ids][:4] == [
            "quantity", "quantity", "quality", "quantity",
        ]  # fmt: skip
        assert ids[1] == f"{ids[0]}-2"
        assert ids[4].startswith("other-")

    def test_they_are_the_same_whatever_else_stands_in_the_table(self) -> None:
        assert (
            self.ids("".join(self.ROWS.splitlines(keepends=True)[3:4])) == self.ids(self.ROWS)[3:4]
        )

    def test_they_are_ids_that_the_schema_takes(self) -> None:
        rows = "".join(
            f"  - {{id: {one}, class: 数量指标, name: x, target: 1}}\n"
            for one in self.ids(self.ROWS)
        )
        text = PROJECT_TEXT[: PROJECT_TEXT.index("  - id:")] + rows
        assert schema.validate(tree(text), "project") == []

    def test_they_never_take_an_id_that_is_written(self) -> None:
        taken = self.ids("- {class: 数量指标, name: 甲, target: 1}\n")[0]
        written = f"- {{class: 数量指标, name: 甲, target: 1}}\n- {{id: {taken}, class: 质量指标, name: 乙, target: 2}}\n"
        assert self.ids(written) == [f"{taken}-2", taken]
        assert (
            len(
                set(
                    self.ids(
                        written + f"- {{id: {taken}-2, class: 质量指标, name: 丙, target: 2}}\n"
                    )
                )
            )
            == 3
        )


class TestForm:
    """A form pack's `form.yaml`."""

    def test_a_form_keeps_what_its_file_says(self) -> None:
        full = read_form(
            FULL_FORM
            + "years: {from: 2020, to: 2024}\ntarget: split\noperators: required\n"
            + "weights: {total: 90}\nproject_code: {length: 21, division_digits: 6, year_at: 6}\n"
        )
        assert (full.name, full.title, full.ready) == ("plain", "试验表式", False)
        assert (full.first_year, full.last_year, full.target) == (2020, 2024, "split")
        assert (full.operators_required, full.weights_total) == (True, 90)
        code = full.project_code
        assert (code.length, code.division_digits, code.year_at) == (21, 6, 6)
        assert [column.month for column in full.payment_plan] == [3]
        assert [(f.id, f.required, f.values) for f in full.fields] == [
            ("on_filing", True, ()),
            ("on_project", False, ()),
            ("on_indicator", False, ("field-indicator", "other")),
        ]
        assert full.required_on_project == ("purpose", "payment_plan")

    def test_what_a_form_leaves_out_is_none_or_the_usual(self) -> None:
        bare = read_form()
        assert (bare.first_year, bare.weights_total, bare.project_code.length) == (None, None, None)
        assert (bare.target, bare.operators_required, bare.fields) == ("text", False, ())

    def test_names_are_folders_with_a_form_and_nothing_else(self, workspace: Workspace) -> None:
        templates = workspace.root / "templates"
        (templates / "empty").mkdir()
        workspace.write("templates/file", "")
        folders = (templates, workspace.root / "missing")
        assert form.names(folders) == ["plain"]
        assert form.find("plain", folders) == templates / "plain"
        for name in ("empty", "file", "missing", "../templates/plain", "", ".", "Plain"):
            assert form.find(name, folders) is None

    def test_part_of_names_a_source(self) -> None:
        nested = FORM_TEXT.replace(
            "财政资金}", "财政资金}\n  - {id: county, label: 县级, part_of: fiscal}"
        )
        assert [source.part_of for source in read_form(nested).sources] == ["", "fiscal"]

    def test_the_same_id_on_other_records_is_another_field(self) -> None:
        text = (
            FORM_TEXT
            + "fields: [{id: a, label: 甲, on: filing}, {id: a, label: 甲, on: project}]\n"
        )
        assert len(read_form(text).fields) == 2


class TestCrosscheck:
    """The files of a filing against each other."""

    def test_sound_files_agree(self) -> None:
        filing = tree(FILING_TEXT)
        assert list(crosscheck.check_folder(filing, "2026", "101001")) == []
        assert list(crosscheck.check_units(filing)) == []
        assert list(crosscheck.check_supplied(filing)) == []
        assert list(crosscheck.check_projects(filing, {"archive"})) == []

    def test_keys_that_are_supplied_may_be_nested_and_empty(self) -> None:
        filing = tree(FILING_TEXT + "supplied: [year, department.name, department.reviewer]\n")
        (found,) = crosscheck.check_supplied(filing)
        assert shown(filing, found) == (
            "wrong-value", "there is no key 'department.reviewer'", "department.reviewer",
        )  # fmt: skip

    def test_a_listed_project_without_any_file_has_no_near_name(self) -> None:
        (found,) = crosscheck.check_projects(tree(FILING_TEXT), set())
        assert (found.code, found.hint) == ("missing-project", None)


def test_an_unknown_schema_is_no_bug(tmp_path: Path) -> None:
    del tmp_path
    assert schema.is_group("project", "payment_plan")
    assert not schema.is_group("project", "code")
    assert not schema.is_group("project", "missing")
