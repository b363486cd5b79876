"""CSV and the workbook: no formulas from specs, nothing lost, equal bytes."""

import csv as reader
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from perfspec.changes import Changes, csv, view, xlsx
from perfspec.changes.formats import FORMATS
from perfspec.changes.table import COLUMNS
from perfspec.compare import Shift
from tests.changes import examples

ROOT = Path(__file__).parent.parent.parent
LONG = "长" * 40_000
ASTRAL = "𠮷" * 20_000
HOSTILE = [
    "=cmd|'/C calc'!A0",
    "@SUM(1+1)*cmd",
    "+1",
    "-1",
    "＝1+1",
    "＠SUM(1)",
    "\t=1+1",
    "  =1+1",
    "\r=1+1",
    "\u3000=1+1",
    '=HYPERLINK("https://example.org")',
    "https://example.org",
    "mailto:someone@example.org",
    "internal:变化!A1",
    "<r><t>假</t></r>",
    "_x0041_",
    "\x00\x07\x1b",
    "\ufffe\uffff",
    "0224001",
    "13063620E12",
    "130636201002130636201",
    "10-12",
    "12:30",
    "1,2",
    "TRUE",
    '"引号",逗号\n换行',
    "#N/A",
]


def book(changes: Changes) -> Workbook:
    """Return the workbook of `changes`, its formulas as they are."""
    return openpyxl.load_workbook(io.BytesIO(xlsx.give(changes, examples.CHINESE)))


def table(changes: Changes) -> list[list[str]]:
    """Return the CSV of `changes` as it is read, the mark taken off."""
    text = csv.give(changes, examples.CHINESE)
    assert text.startswith("\ufeff")
    return [*reader.reader(io.StringIO(text[1:], newline=""), strict=True)]


@pytest.mark.parametrize("name", ["rich", "three", "same"])
def test_the_table_is_as_it_was_looked_through(
    golden: Callable[[str, str], None], name: str
) -> None:
    golden(f"{name}.csv", csv.give(getattr(examples, name)(), examples.CHINESE))


def test_the_table_has_a_line_for_each_change_and_each_side_alone_and_all_columns() -> None:
    lines = table(examples.rich())
    # Behind the changes: two filings of one side, and what could not be read.
    assert len(lines) == 1 + len(view.rows(examples.rich())) + 3
    assert {len(line) for line in lines} == {len(COLUMNS)}


def test_lines_end_as_rfc_4180_has_it() -> None:
    assert csv.give(examples.same(), examples.CHINESE).endswith("\r\n")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1", "'=1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@a", "'@a"),
        ("\ta", "'\ta"),
        ("\ra", "'\ra"),
        ("＝1", "'＝1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠a", "'＠a"),
        (" =1", "' =1"),
        ("\u3000=1", "'\u3000=1"),
        ("0224001", "'0224001"),
        ("130636201002", "'130636201002"),
        ("13063620E12", "'13063620E12"),
        ("10-12", "'10-12"),
        ("12:30", "'12:30"),
        ("", ""),
        ("0", "0"),
        ("0.5", "0.5"),
        ("101001", "101001"),
        ("≥90%", "≥90%"),
        ("9次", "9次"),
        ("10-12场", "10-12场"),
        ("a=1", "a=1"),
    ],
)
def test_a_text_that_a_spreadsheet_would_change_has_an_apostrophe(text: str, cell: str) -> None:
    assert csv.harmless(text) == cell


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_comes_through_a_table_whole(text: str) -> None:
    lines = table(examples.with_name(examples.rich(), text))
    names = {line[lines[0].index("项目")].removeprefix("'") for line in lines}
    assert text in names


def test_numbers_of_our_own_stand_plain() -> None:
    lines = table(examples.rich())
    found = {line[lines[0].index("增减")] for line in lines[1:]}
    assert {"-60000.00", "-100", "100"} <= found


@pytest.mark.parametrize("text", [*HOSTILE, LONG, ASTRAL])
def test_no_cell_of_the_workbook_is_a_formula_or_a_link(text: str) -> None:
    found = book(examples.with_name(examples.rich(), text))
    cells = [cell for sheet in found for line in sheet.iter_rows() for cell in line]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert not any(cell.hyperlink for cell in cells)
    parts = zipfile.ZipFile(io.BytesIO(xlsx.give(examples.rich(), examples.CHINESE)))
    assert not any(b"<f>" in parts.read(name) for name in parts.namelist())
    assert not any("external" in name.lower() for name in parts.namelist())


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "=1+1"),
        ("<r><t>假</t></r>", "'<r><t>假</t></r>"),
        ("\x00\x1b", "⟨U+0000⟩⟨U+001B⟩"),
        ("\ufffe", "⟨U+FFFE⟩"),
        ("一\n二", "一\n二"),
        ("0224001", "0224001"),
        (LONG, "长" * 32_687 + "……（略去 7313 字）……"),
        (ASTRAL, "𠮷" * 16_343 + "……（略去 3657 字）……"),
    ],
)
def test_a_text_comes_through_the_workbook_or_says_what_is_left_out(text: str, cell: str) -> None:
    found = book(examples.with_name(examples.rich(), text))["变化"]
    column = [one.value for one in found[1]].index("项目")
    assert cell in {line[column] for line in found.iter_rows(values_only=True)}


def test_the_sheets_have_their_figures_judgements_changes_and_indicators() -> None:
    found = book(examples.rich())
    assert found.sheetnames == ["概况", "判断", "变化", "指标"]
    overview = {line[4]: line[5] for line in found["概况"].iter_rows(max_row=20, values_only=True)}
    assert overview["旧预算"] == 1490000
    assert overview["预算增减（%）"] == 18.5
    assert overview["取消的项目"] == 1
    levels = [line[4] for line in found["判断"].iter_rows(min_row=2, values_only=True)]
    assert levels == ["错误", "警告", "提示", "数据不足"]
    assert found["变化"].max_row == 1 + len(view.rows(examples.rich()))
    indicators = [line[7] for line in found["指标"].iter_rows(min_row=2, values_only=True)]
    assert indicators.count("档案完整率") == 1
    assert len(indicators) == 17
    shifts = {line[7]: line[11:15] for line in found["指标"].iter_rows(values_only=True)}
    assert shifts["受益学生人数"] == ("收紧", 100, "人", None)
    assert shifts["培训教师人次"] == ("放宽", -100, "人次", "是")
    assert shifts["培训场次"] == ("改值", None, None, None)
    assert shifts["参训教师满意度"] == ("换口径", None, None, None)


def test_a_sign_put_right_is_told_as_in_the_other_reports() -> None:
    rich = examples.rich()
    course = rich.courses[0]
    (step,) = course.steps
    changes = tuple(
        replace(
            one,
            indicators=replace(
                one.indicators,
                changes=tuple(
                    replace(row, target=replace(row.target, mended=True))
                    if row.target.shift is Shift.REVERSED
                    else row
                    for row in one.indicators.changes
                ),
            ),
        )
        for one in step.comparison.changes
    )
    step = replace(step, comparison=replace(step.comparison, changes=changes))
    found = book(replace(rich, courses=(replace(course, steps=(step,)),)))
    shifts = {line[7]: line[11] for line in found["指标"].iter_rows(values_only=True)}
    assert shifts["人均培训费用"] == "方向改正"


def test_a_sheet_stays_readable_when_it_is_rolled_and_printed() -> None:
    for sheet in book(examples.rich()):
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", None)


@pytest.mark.parametrize(
    ("number", "is_number"),
    [
        ("0.1", True),
        ("112500.00", True),
        ("999999999999999", True),
        ("1234567890123456", False),
        ("0.1234567890123456", False),
        ("1E+20", False),
        ("-60000.00", True),
        ("0.00", True),
    ],
)
def test_a_number_is_one_where_excel_keeps_its_digits(number: str, is_number: bool) -> None:
    rich = examples.rich()
    course, step = rich.courses[0], rich.courses[0].steps[0]
    total = replace(step.comparison.total, before=Decimal(number))
    step = replace(step, comparison=replace(step.comparison, total=total))
    cell = book(replace(rich, courses=(replace(course, steps=(step,)),)))["概况"]["F2"]
    assert (cell.data_type == "n") is is_number
    assert Decimal(str(cell.value)) == Decimal(number)


def test_the_workbook_has_the_same_bytes_elsewhere_and_later() -> None:
    code = (
        "import sys, time; sys.path.insert(0, '.'); from tests.changes import examples;"
        "from perfspec.changes import xlsx; time.tzset();"
        "sys.stdout.buffer.write(xlsx.give(examples.rich(), examples.CHINESE))"
    )
    here = xlsx.give(examples.rich(), examples.CHINESE)
    for zone, seed in (("Asia/Shanghai", "1"), ("America/New_York", "2")):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C.UTF-8"}
        ran = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT, env=environment
        )
        assert ran.stdout == here


def test_a_second_workbook_of_a_run_has_the_same_bytes() -> None:
    first, second = (xlsx.give(examples.rich(), examples.CHINESE) for _ in range(2))
    assert first == second
    styles = zipfile.ZipFile(io.BytesIO(first)).read("xl/styles.xml").decode()
    assert styles.count('<name val="宋体"/>') == styles.count("<name ")
    assert "<scheme" not in styles


def test_every_format_gives_text_or_bytes() -> None:
    kinds = {name: type(give(examples.rich(), examples.CHINESE)) for name, give in FORMATS.items()}
    assert kinds == {"text": str, "md": str, "json": str, "csv": str, "xlsx": bytes}


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_to_compare_is_no_error(name: str) -> None:
    nothing = replace(examples.rich(), courses=())
    assert FORMATS[name](nothing, examples.CHINESE)
