"""The filing of 2021 in this repository: an illustration made of the seed, changed on purpose."""

import csv
import io
import json
import re
from decimal import Decimal
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from perfspec import pipeline
from perfspec.compare import Comparison, Side, Timing, filings
from perfspec.compare.mirror import mirror
from perfspec.compare.pairs import How
from perfspec.workspace import FilingFolder
from tests.helpers import run

ROOT = Path(__file__).parents[2]
DEPARTMENT = "224001"

# What was done on purpose: indicator, old and new target, what became of it, texts that changed.
TARGETS = [
    ("campaigns", "9次", "≥12次", "tightened", {"description", "basis"}),
    ("incident-response", "≥90%", "≥90%", "same", {"description", "basis"}),
    ("task-timeliness", "≤2天", "≤1天", "tightened", {"name", "description", "basis"}),
    ("monthly-cost", "≥9000元", "≤10500元", "reversed", {"basis"}),
    ("satisfaction", "≥90%", "≥85%", "relaxed", {"description", "basis"}),
]
ADDED = ["training", "materials", "leaflets", "visits", "reports-closed", "retention"]
NEW_TARGETS = ["≥3次", "≥1200份", "≥20000份", "≥12次", "≥95%", "≥80%"]
DROPPED = ["environment", "influence"]


@cache
def side(year: str) -> Side:
    loaded = pipeline.load(FilingFolder(root=ROOT, year=year, department=DEPARTMENT))
    assert loaded.filing
    assert loaded.form
    return Side(filing=loaded.filing, form=loaded.form)


@cache
def changes() -> Comparison:
    return filings.compare(side("2020"), side("2021"))


def test_the_filing_has_no_finding_not_even_for_information() -> None:
    ended = run("check", "--fail-on", "info", "2021", cwd=ROOT)
    assert (ended.code, ended.out) == (0, "")


def test_it_is_an_illustration_that_follows_the_seed() -> None:
    filing = side("2021").filing
    assert (filing.sample, filing.stage, filing.follows) == (True, "draft", "2020")
    assert filing.supplied == ()
    head = (ROOT / "specs/2021/224001/filing.yaml").read_text("utf-8").partition("spec: 1")[0]
    assert "示例" in head
    assert "不是单位的正式文本" in head


@pytest.mark.parametrize(("indicator", "before", "after", "shift", "changed"), TARGETS)
def test_a_change_made_on_purpose_is_classified_right(
    indicator: str, before: str, after: str, shift: str, changed: set[str]
) -> None:
    (project,) = changes().changes
    found = {one.pair.new.id: one for one in project.indicators.changes}[indicator]
    assert found.pair.how is How.ID
    assert found.pair.old.id == indicator
    assert (found.target.old.text, found.target.new.text) == (before, after)
    assert found.target.shift == shift
    assert {text.key for text in found.texts if not text.is_same} == changed


def test_each_indicator_is_in_the_table_added_or_dropped() -> None:
    (project,) = changes().changes
    matching = project.indicators.matching
    assert [one.new.id for one in matching.pairs] == [row[0] for row in TARGETS]
    assert [one.id for one in matching.added] == ADDED
    assert [one.id for one in matching.dropped] == DROPPED
    assert matching.proposals == ()


def test_money_and_its_plan_changed_as_was_meant() -> None:
    (project,) = changes().changes
    assert (project.budget.before, project.budget.after) == (Decimal(112500), Decimal(126000))
    assert project.budget.difference == Decimal(13500)
    assert project.plan.timing is Timing.LATER
    assert (changes().total.before, changes().total.after) == (Decimal(112500), Decimal(186000))
    assert {one.id: one.amount.difference for one in project.sources} == {
        "fiscal": Decimal(13500),
        "other": Decimal(0),
    }


def test_a_project_was_added_and_none_dropped() -> None:
    projects = changes().projects
    assert [one.new.id for one in projects.pairs] == ["network-office"]
    assert [one.id for one in projects.added] == ["cyber-drill"]
    assert projects.dropped == ()


def test_the_other_direction_is_the_mirror() -> None:
    assert filings.compare(side("2021"), side("2020")) == mirror(changes())


# As the reports have it: (indicator, kind) and the texts on both sides.
KINDS = {
    **{row[0]: (row[3], row[1], row[2]) for row in TARGETS if row[3] != "same"},
    **{indicator: ("added", "", text) for indicator, text in zip(ADDED, NEW_TARGETS, strict=True)},
    **dict.fromkeys(DROPPED, ("dropped", "≥90%", "")),
}
BACK = {"tightened": "relaxed", "relaxed": "tightened", "added": "dropped", "dropped": "added"}
MIRRORED = {key: (BACK.get(kind, kind), new, old) for key, (kind, old, new) in KINDS.items()}


def told(old: str, new: str) -> dict[str, tuple[str, str, str]]:
    """Return what `diff --to json` tells of targets: what became of each, and its texts."""
    (department,) = json.loads(diff(old, new, "--to", "json"))["departments"]
    (step,) = department["steps"]
    return {
        one["indicator"]: (one["shift"] or one["kind"], *_texts(one))
        for one in step["changes"]
        if one["key"] == "indicators.target" or one["kind"] in {"added", "dropped"}
        if one["indicator"]
    }


def _texts(one: dict[str, Any]) -> tuple[str, str]:
    old, new = (side["text"] if side else "" for side in (one["old"], one["new"]))
    return old, new


def diff(*args: str) -> str:
    ended = run("diff", *args, "-q", cwd=ROOT)
    assert ended.code == 0
    return ended.out


def test_the_command_tells_each_change_made_on_purpose_and_no_other() -> None:
    assert told("2020", "2021") == KINDS


def test_the_command_tells_the_mirror_in_the_other_direction() -> None:
    assert told("2021", "2020") == MIRRORED


@pytest.mark.parametrize("form", ["text", "md", "csv", "html"])
def test_each_report_names_each_change(form: str) -> None:
    report = diff("2020", "2021", "--to", form)
    # What was deleted, and words that say so, may stand in the middle of a name.
    kept = re.sub('<del[^>]*>[^<]*</del>|<span class="said[^>]*>[^<]*</span>', "", report)
    report = unescape(re.sub("<[a-z/][^>]*>", "", report + kept))
    rows = [row for year in ("2020", "2021") for row in side(year).filing.projects[0].indicators]
    names = {row.id: row.name for row in rows}
    for indicator, (kind, before, after) in KINDS.items():
        assert names[indicator] in report
        assert kind in report
        assert before in report
        assert after in report
    assert "网络安全应急演练专项经费" in report


def test_money_that_rose_while_less_is_promised_is_judged() -> None:
    (department,) = json.loads(diff("2020", "2021", "--to", "json"))["departments"]
    codes = {one["code"] for one in department["steps"][0]["judgements"]}
    assert {"weaker-for-more", "indicator-dropped", "project-added"} <= codes


def cells(form: str, old: str, new: str, folder: Path) -> list[dict[str, Any]]:
    """Return the changes as a table has them, each by the heads of its columns."""
    file = folder / f"changes.{form}"
    assert run("diff", old, new, "-q", "-o", str(file), cwd=ROOT).code == 0
    if form == "csv":
        return [*csv.DictReader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline=""))]
    rows = openpyxl.load_workbook(file)["Changes"].values
    heads = [str(head) for head in next(rows)]
    return [dict(zip(heads, row, strict=True)) for row in rows]


@pytest.mark.parametrize(("old", "new"), [("2020", "2021"), ("2021", "2020")])
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_tables_have_each_change_in_its_cells(
    form: str, old: str, new: str, tmp_path: Path
) -> None:
    rows = cells(form, old, new, tmp_path)
    rows_of = side("2020").filing.projects[0].indicators, side("2021").filing.projects[0].indicators
    ids = {row.name: row.id for years in rows_of for row in years}
    found = {
        ids[one["indicator"]]: (one["kind"], one["old text"] or "", one["new text"] or "")
        for one in rows
        if one["indicator"] in ids
        if one["key"] == "indicators.target" or one["kind"] in {"added", "dropped"}
    }
    assert found == (KINDS if old == "2020" else MIRRORED)
    money = next(one for one in rows if one["key"] == "budget.total" and one["kind"] == "changed")
    values = [Decimal(str(money[head])) for head in ("old number", "new number", "by how much")]
    assert sorted(map(abs, values)) == [Decimal(13500), Decimal(112500), Decimal(126000)]
    assert values[2] == values[1] - values[0]
    others = [one for one in rows if one["project id"] == "cyber-drill"]
    assert [one["kind"] for one in others] == ["added" if old == "2020" else "dropped"]
