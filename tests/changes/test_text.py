"""The report for a terminal, and `--stat`."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from wcwidth import wcswidth

from perfspec.changes import inline, text, wording
from perfspec.changes.row import Kind, Row, Subject
from perfspec.changes.summary import Money
from perfspec.compare import Edit, Piece, Shift
from perfspec.compare.pairs import How
from perfspec.diagnostics import Severity
from perfspec.messages import english, translator
from perfspec.report.visible import seen
from tests.changes import examples

COLOURED = replace(examples.CHINESE, colour=True)
Golden = Callable[[str, str], None]


@pytest.mark.parametrize("name", ["rich", "three", "same"])
def test_the_report_is_as_it_was_read_aloud(golden: Golden, name: str) -> None:
    golden(f"{name}.txt", text.give(getattr(examples, name)(), examples.CHINESE))


def test_the_report_speaks_english_too(golden: Golden) -> None:
    golden("rich-en.txt", text.give(examples.rich(), examples.ENGLISH))


@pytest.mark.parametrize("name", ["rich", "three", "same"])
def test_the_statistics_are_as_they_were_read_aloud(golden: Golden, name: str) -> None:
    golden(f"{name}-stat.txt", text.stat(getattr(examples, name)(), examples.CHINESE))


def test_colour_adds_nothing_that_is_not_there_without_it() -> None:
    coloured = text.give(examples.rich(), COLOURED)
    assert "\x1b[31m▼ 放宽" in coloured
    plain = re.sub("\x1b\\[[0-9;]*m", "", coloured)
    assert plain == text.give(examples.rich(), examples.CHINESE)


def test_the_money_and_what_got_weaker_stand_before_all_else() -> None:
    lines = text.give(examples.three(), examples.CHINESE).splitlines()
    newer = lines.index("示例县教育局 101001  2020 → 2021")
    head = "\n".join(lines[newer : newer + 18])
    assert "预算    1490000.00 → 1765000.00元（+275000.00元，+18.5%）" in head
    assert head.index("资金增加，目标降低：") > head.index("预算")
    assert "≥500人次 → ≥400人次（-100人次，-20.0%）" in head


def test_values_stand_below_each_other_where_a_character_takes_two_columns() -> None:
    lines = text.give(examples.rich(), examples.CHINESE).splitlines()
    shown = [
        line
        for line in lines
        if re.match(r" {4,}\d* +\d* +\S \S+ +(预算数|财政资金|其他资金) ", line)
    ]
    values = {
        wcswidth(re.split(r"(?<= )(?=[0-9.]+元)", line, maxsplit=1)[0]) for line in shown[1:4]
    }
    assert len(shown) >= 4
    assert len(values) == 1


def test_unchanged_projects_and_departments_are_only_counted() -> None:
    shown = text.give(examples.rich(), examples.CHINESE)
    assert "另有 1 个项目没有变化" in shown
    assert "另有 1 个部门没有变化" in shown
    assert "学籍档案管理经费" not in shown
    assert "档案数字化经费" not in shown


def test_several_departments_have_a_line_each_before_all_details() -> None:
    lines = text.give(examples.rich(), examples.CHINESE).splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("部门 "))
    assert lines[at].split() == ["部门", "预算", "变化", "判断"]
    assert lines[at + 1].startswith("示例县教育局 101001")
    assert "+18.5%  ▲2  ▼2" in lines[at + 1]
    assert lines[at + 2] == ""
    assert lines.index("─" * 72) == at + 3
    assert "示例县档案馆" not in lines[at + 1]


def test_one_department_needs_no_such_line() -> None:
    shown = text.give(examples.same(), examples.CHINESE)
    assert "─" not in shown
    assert "部门 " not in shown


def test_what_is_only_to_be_known_is_told_in_one_line() -> None:
    rich = examples.rich()
    (course, *others) = rich.courses
    (step,) = course.steps
    notes = tuple(replace(one, severity=Severity.INFO) for one in step.judgements)
    mild = replace(course, steps=(replace(step, judgements=notes),))
    shown = text.give(replace(rich, courses=(mild, *others)), examples.CHINESE)
    judged = shown.partition("\n判断：\n")[2].partition("\n\n")[0].splitlines()
    assert len(notes) == 2
    assert [re.sub(r"^.*: 提示\[(.*?)\].*$", r"\1", line) for line in judged[:2]] == [
        one.code for one in notes
    ]


def test_departments_with_two_units_of_money_or_years_are_not_added_up() -> None:
    told = Money(before=None, after=None, unit="")
    assert wording.money(told, translator("zh")) == "年度或金额单位不同，未合计"


def test_where_nothing_changed_the_report_says_so() -> None:
    assert text.give(examples.same(), examples.CHINESE).endswith("\n没有变化\n")


def test_the_prefix_goes_before_paths_of_files_and_not_of_revisions() -> None:
    style = replace(examples.CHINESE, prefix="../")
    shown = text.give(examples.rich(), style)
    assert "\n  ../specs/2020/101001/projects/meals.yaml → ../specs/2021/" in shown
    revision = replace(examples.rich().added[0], path="HEAD~1:specs/2021/104004")
    shown = text.give(replace(examples.rich(), added=(revision,)), style)
    assert "（HEAD~1:specs/2021/104004）" in shown


def test_a_name_cannot_move_the_cursor_or_hide_anything() -> None:
    hostile = examples.with_name(examples.rich(), "甲\x1b[2J\u202e乙\u200b\n丙")
    shown = text.give(hostile, examples.CHINESE) + text.stat(hostile, examples.CHINESE)
    assert "甲⟨U+001B⟩[2J⟨U+202E⟩乙⟨U+200B⟩⏎丙" in shown
    assert not {"\x1b", "\u202e", "\u200b"} & set(shown)


def test_a_long_name_is_cut_in_the_statistics_and_stands_whole_in_the_report() -> None:
    long = examples.with_name(examples.rich(), "长" * 5000)
    assert max(map(len, text.stat(long, examples.CHINESE).splitlines())) < 200
    assert "长" * 5000 in text.give(long, examples.CHINESE)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("abc", "abc"),
        ("一\n二\r\n三", "一⏎二⏎三"),
        ("一\t二", "一 二"),
        ("\u200b", "⟨U+200B⟩"),
        ("\x00", "⟨U+0000⟩"),
        ("\ud800", "⟨U+D800⟩"),
        ("\u2028", "⟨U+2028⟩"),
        ("㎡ ≥ 《》", "㎡ ≥ 《》"),
    ],
)
def test_what_cannot_be_seen_is_named(written: str, shown: str) -> None:
    assert seen(written) == shown


def test_long_stretches_without_change_are_left_out_and_changes_are_not() -> None:
    pieces = [
        Piece(edit=Edit.KEPT, text="甲" * 100),
        Piece(edit=Edit.DELETED, text="旧" * 50),
        Piece(edit=Edit.KEPT, text="乙" * 100),
        Piece(edit=Edit.INSERTED, text="新" * 50),
        Piece(edit=Edit.KEPT, text="丙" * 100),
    ]
    shown, left = inline.shortened(pieces)
    assert [one.text for one in shown] == [
        "…" + "甲" * 12,
        "旧" * 50,
        "乙" * 12 + "…" + "乙" * 12,
        "新" * 50,
        "丙" * 12 + "…",
    ]
    assert left == 0


def test_a_text_that_changed_without_end_is_cut_and_counted() -> None:
    pieces = [Piece(edit=Edit.DELETED, text="旧" * 500), Piece(edit=Edit.INSERTED, text="新" * 500)]
    shown, left = inline.shortened([*pieces, *pieces])
    assert sum(len(one.text) for one in shown) == 600
    assert left == 1400


def row(**values: object) -> Row:
    """Return a row about a target."""
    known: dict[str, object] = {
        "subject": Subject.INDICATOR,
        "kind": Kind.CHANGED,
        "key": "indicators.target",
        "label": "指标值",
        "indicator_name": "次数",
        "shift": Shift.TIGHTENED,
        "old": "9次",
        "new": "11次",
    }
    return Row(**{**known, **values})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "9次 → 11次"),
        (
            {"difference": Decimal(2), "unit": "次", "percent": Decimal("22.2")},
            "9次 → 11次 (+2次, +22.2%)",
        ),
        ({"difference": Decimal(0), "unit": "次", "percent": Decimal("0.0")}, "9次 → 11次"),
        ({"difference": Decimal("-1.5"), "unit": "%"}, "9次 → 11次 (-1.5 percentage points)"),
        ({"assumed": ("≥", "≥")}, "9次 → 11次 (read as ≥)"),
        ({"assumed": ("", "≤")}, "9次 → 11次 (read as ≤)"),
        ({"assumed": ("≥", ""), "assumed_units": ("", "次")}, "9次 → 11次 (read as ≥, read in 次)"),
        ({"assumed": ("≥", "≥"), "kind": Kind.FORMAL}, "9次 → 11次"),
        ({"old": None}, "none → 11次"),
    ],
)
def test_a_target_is_said_with_its_difference_and_what_was_assumed(
    values: dict[str, object], said: str
) -> None:
    assert wording.said(row(**values), english) == said


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("100", "130", "100 → 130元（+30元，+30.0%）"),
        ("130", "100", "130 → 100元（-30元，-23.1%）"),
        ("0", "100", "0 → 100元（+100元）"),
        ("100", "100.00", "100 → 100.00元（不变）"),
        (None, "100", "有金额未填写，无法比较"),
    ],
)
def test_money_is_said_with_its_difference(before: str | None, after: str, said: str) -> None:
    known = None if before is None else Decimal(before)
    told = Money(before=known, after=Decimal(after), unit="元")
    assert wording.money(told, translator("zh")) == said


def test_a_project_known_by_likeness_says_how_alike_it_is() -> None:
    pair = examples.rich().courses[0].steps[0].comparison.changes[0].pair
    alike = replace(pair, how=How.LIKENESS, likeness=86)
    assert wording.known_by(alike, translator("zh")) == "名称相近，相似度 86%"


def test_the_only_source_of_money_is_not_told_twice() -> None:
    total = row(key="budget.total", old="1元", new="2元")
    only = row(key="budget.sources.fiscal", old="1元", new="2元")
    part = row(key="budget.sources.other", old="0元", new="1元")
    assert wording.told([total, only, part]) == [total, part]
    assert wording.told([only]) == [only]


def test_a_rule_is_explained_once_in_each_step() -> None:
    rich = examples.rich()
    course = rich.courses[0]
    (step,) = course.steps
    by_rule = next(one for one in step.judgements if one.by_rule)
    twice = replace(step, judgements=(by_rule, by_rule))
    changes = replace(rich, courses=(replace(course, steps=(twice,)),), left_out=())
    said = text.give(changes, examples.ENGLISH)
    assert said.count(f"perfspec explain {by_rule.code}") == 1
