"""Filings of several sides are paired, compared and judged; what is refused is told."""

# ruff: noqa: E501 — a case of a table is read in one line

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from perfspec import review, sides, years
from perfspec.changes import Changes, Gone
from perfspec.compare import Comparison, ProjectChange
from perfspec.compare.lineage import Decision, Lineage, mirrored
from perfspec.compare.pairs import Relation
from perfspec.diagnostics import Severity
from perfspec.messages import english, message
from perfspec.rule import Context, Judgement, Rule
from perfspec.sides import Chosen
from perfspec.workspace import FilingFolder
from tests.helpers import FILING_TEXT, PROJECT_TEXT, Workspace

FILING, PROJECT = "filing.yaml", "projects/archive.yaml"


def folder(year: int, department: str = "101001") -> str:
    return f"specs/{year}/{department}"


def file_in(workspace: Workspace, year: int, department: str = "101001", **budgets: int) -> None:
    """Write a filing; `budgets` are those of its projects by their ids."""
    listed = "".join(f"  - {name}\n" for name in budgets)
    text = FILING_TEXT.replace("  - archive\n", listed).replace("year: 2026", f"year: {year}")
    place = folder(year, department)
    workspace.write(f"{place}/filing.yaml", text.replace("101001", department))
    for name, budget in budgets.items():
        project = PROJECT_TEXT.replace("112500.00", str(budget)).replace("档案数字化", name)
        workspace.write(f"{place}/projects/{name}.yaml", project.replace("101001", department))


@pytest.fixture
def three(workspace: Workspace) -> Workspace:
    """Return a workspace with three years of one department, and another one in the second."""
    shutil.rmtree(workspace.root / "specs")
    file_in(workspace, 2024, archive=100, reading=50)
    file_in(workspace, 2025, archive=150, reading=50)
    file_in(workspace, 2026, archive=150, reading=60)
    file_in(workspace, 2025, "202002", archive=1)
    return workspace


def changed(workspace: Workspace, *arguments: str, guess: bool = True) -> Changes:
    with sides.opened(arguments, workspace.root) as found:
        return years.changes(found, guess=guess)


def steps(changes: Changes) -> dict[str, list[tuple[int, int, list[str]]]]:
    """Return for each course its steps: the years, and the differences of budgets."""
    return {
        course.code: [
            (
                step.comparison.old.filing.year,
                step.comparison.new.filing.year,
                [str(change.budget.difference) for change in step.comparison.changes],
            )
            for step in course.steps
        ]
        for course in changes.courses
    }


def gone(found: Sequence[Gone]) -> list[tuple[str, str]]:
    return [(one.side, one.path) for one in found]


class TestPairing:
    """Which filings belong together."""

    def chosen(self, *sides_: Sequence[str]) -> list[Chosen]:
        return [
            Chosen(
                label=str(number),
                home=Path(),
                desk=None,  # type: ignore[arg-type]  # it is not looked at
                folders=tuple(
                    FilingFolder(root=Path(), year=path[:4], department=path[5:]) for path in paths
                ),
            )
            for number, paths in enumerate(sides_)
        ]

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            ([["2024/a"], ["2025/b"]], ["2024/a -", "- 2025/b"]),
            ([["2024/a", "2024/b"], ["2025/b", "2025/c"]], ["2024/a -", "2024/b 2025/b", "- 2025/c"]),
            ([["2024/a", "2025/a"], ["2025/a", "2026/a"]], ["2024/a -", "2025/a 2025/a", "- 2026/a"]),
            ([["2024/a", "2023/a"], ["2025/a", "2026/a"]], ["2023/a -", "2024/a -", "- 2025/a", "- 2026/a"]),
            ([["2024/a", "2023/a"], ["2025/a"]], ["2024/a 2025/a", "2023/a -"]),
            ([["2024/a"], ["2026/a", "2025/a"]], ["2024/a 2025/a", "- 2026/a"]),
            ([["2024/a"], ["2023/a", "2024/a"]], ["- 2023/a", "2024/a 2024/a"]),
            ([["2024/a"], [], ["2026/a"]], ["2024/a - 2026/a"]),
            ([["2024/a", "2024/b"], ["2025/a"], ["2026/b"]], ["2024/a 2025/a -", "2024/b - 2026/b"]),
            ([["2024/a", "2025/a"], [], ["2024/a", "2026/a"]], ["2024/a - 2024/a", "2025/a - -", "- - 2026/a"]),
            ([[], []], []),
        ],
    )  # fmt: skip
    def test_one_and_one_then_years_then_departments(
        self, given: list[list[str]], expected: list[str]
    ) -> None:
        lines = years.lines(self.chosen(*given))
        shown = [
            " ".join(f"{one.year}/{one.department}" if one else "-" for one in line)
            for line in lines
        ]
        assert shown == expected


def test_two_years_are_one_step(three: Workspace) -> None:
    changes = changed(three, "2024", "2025")
    assert changes.labels == ("2024", "2025")
    assert steps(changes) == {"101001": [(2024, 2025, ["50", "0"])]}
    assert changes.courses[0].name == "示例县档案馆"
    assert gone(changes.dropped) == []
    assert gone(changes.added) == [("2025", folder(2025, "202002"))]
    assert changes.left_out == ()


def test_three_sides_are_two_steps_and_what_is_in_the_middle_only_comes_and_goes(
    three: Workspace,
) -> None:
    changes = changed(three, "2024", "2025", "2026")
    assert steps(changes) == {"101001": [(2024, 2025, ["50", "0"]), (2025, 2026, ["0", "10"])]}
    alone = [("2025", folder(2025, "202002"))]
    assert (gone(changes.dropped), gone(changes.added)) == (alone, alone)


def test_a_year_that_is_missing_is_skipped(three: Workspace) -> None:
    shutil.rmtree(three.root / folder(2025))
    changes = changed(three, "2024", "2025", "2026")
    assert steps(changes) == {"101001": [(2024, 2026, ["50", "10"])]}


def test_the_same_side_twice_changes_nothing(three: Workspace) -> None:
    changes = changed(three, "2025", "2025")
    assert steps(changes) == {"101001": [(2025, 2025, ["0", "0"])], "202002": [(2025, 2025, ["0"])]}
    assert (changes.dropped, changes.added) == ((), ())


def test_filings_of_two_departments_are_compared_if_one_names_them(three: Workspace) -> None:
    changes = changed(three, folder(2024), folder(2025, "202002"))
    assert list(steps(changes)) == ["202002"]


def test_without_guessing_only_what_is_declared_belongs_together(three: Workspace) -> None:
    assert steps(changed(three, "2024", "2025", guess=False)) == {"101001": [(2024, 2025, [])]}
    three.edit(f"{folder(2025)}/filing.yaml", "stage: draft", "stage: draft\nfollows: 2024")
    assert steps(changed(three, "2024", "2025", guess=False)) == {
        "101001": [(2024, 2025, ["50", "0"])]
    }


LINEAGE = """\
spec: 1
from:
  - year: 2024
    projects:
      - old: archive
        new: reading
        indicators: [{old: pages, new: pages}]
      - relation: different
        old: reading
        new: archive
"""


def test_what_persons_decided_holds_forwards_and_backwards(three: Workspace) -> None:
    three.write(f"{folder(2025)}/lineage.yaml", LINEAGE)

    def pairs(*arguments: str) -> list[tuple[str, str, int]]:
        changes = changed(three, *arguments, guess=False)
        assert changes.left_out == ()
        (step,) = changes.courses[0].steps
        return [
            (one.pair.old.id, one.pair.new.id, len(one.indicators.changes))
            for one in step.comparison.changes
        ]

    assert pairs(folder(2024), folder(2025)) == [("archive", "reading", 1)]
    assert pairs(folder(2025), folder(2024)) == [("reading", "archive", 1)]
    assert pairs(folder(2025), folder(2026)) == []


def test_a_split_is_a_merger_when_one_looks_back() -> None:
    split = Decision(relation=Relation.SPLIT, old=("a",), new=("b", "c"), note="分设")
    same = Decision(relation=Relation.SAME, old=("d",), new=("e",))
    forwards = Lineage(units=(split,), projects=(same,), indicators={("d", "e"): (same,)})
    back = mirrored(forwards)
    assert back.units == (replace(split, relation=Relation.MERGED, old=("b", "c"), new=("a",)),)
    assert back.projects == (replace(same, old=("e",), new=("d",)),)
    assert list(back.indicators) == [("e", "d")]
    assert mirrored(back) == forwards


class TestLeftOut:
    """A side that the schema refuses."""

    def test_a_refused_project_is_left_out_and_the_rest_compared(self, three: Workspace) -> None:
        three.edit(f"{folder(2025)}/{PROJECT}", "goals:", "gaols:")
        changes = changed(three, "2024", "2025")
        assert steps(changes) == {"101001": [(2024, 2025, ["0"])]}
        (step,) = changes.courses[0].steps
        assert step.comparison.left_out == {"archive"}
        assert (step.comparison.projects.dropped, step.comparison.projects.added) == ((), ())
        assert [(one.code, one.spot.path, one.spot.start.line) for one in changes.left_out] == [
            ("unknown-key", f"{folder(2025)}/{PROJECT}", 8)
        ]

    def test_a_refused_filing_is_left_out_whole(self, three: Workspace) -> None:
        three.edit(f"{folder(2025)}/filing.yaml", "stage: draft", "stage: x")
        changes = changed(three, "2024", "2025", "2026")
        assert steps(changes) == {"101001": [(2024, 2026, ["50", "10"])]}
        assert [one.code for one in changes.left_out] == ["wrong-value"]
        changes = changed(three, "2024", "2025")
        assert steps(changes) == {}
        assert gone(changes.dropped) == []
        assert gone(changes.added) == [("2025", folder(2025, "202002"))]

    def test_what_is_wrong_in_a_form_is_told_once(self, three: Workspace) -> None:
        three.write("templates/plain/form.yaml", "spec: 1\n")
        changes = changed(three, "2024", "2025")
        places = {(one.spot.path, one.message) for one in changes.left_out}
        assert {path for path, _ in places} == {"templates/plain/form.yaml"}
        assert len(places) == len(changes.left_out) > 1

    def test_what_would_be_passed_over_is_told(self, three: Workspace) -> None:
        three.write("specs/2024/filing.yaml", "")
        changes = changed(three, "2024", "2025")
        assert [one.code for one in changes.left_out] == ["file-misplaced"]

    def test_a_wrong_lineage_is_told_and_the_filings_are_compared(self, three: Workspace) -> None:
        lineage = f"{folder(2025)}/lineage.yaml"
        three.write(
            lineage,
            "spec: 1\nfrom:\n  - year: 2024\n    projects:\n      - {old: a, new: archive}\n",
        )
        changes = changed(three, "2024", "2025")
        assert [(one.spot.path, one.spot.start.line) for one in changes.left_out] == [(lineage, 5)]
        assert steps(changes) == {"101001": [(2024, 2025, ["50", "0"])]}


SAID = "the budget is {amount}"


def a_rule(level: Severity = Severity.WARNING) -> Rule:
    """Return a rule over two years that finds every newer budget, and cannot judge the filing."""
    module = "perfspec.review.budget_sum"

    def check_change(change: ProjectChange, context: Context) -> Judgement:
        project = change.pair.new
        assert context.comparison
        yield rule.finding(
            project.at / "budget" / "total", message(SAID, amount=project.budget.total.text)
        )

    def check_comparison(comparison: Comparison, _context: Context) -> Judgement:
        yield rule.undecided(comparison.new.filing.at / "year", message("who knows"))

    rule = Rule(
        module=module, level=level, check_change=check_change, check_comparison=check_comparison
    )
    return rule


class TestJudging:
    """The judgements of a step."""

    @pytest.fixture(autouse=True)
    def _rule(self, monkeypatch: pytest.MonkeyPatch, three: Workspace) -> None:
        del three  # it puts all rules away
        monkeypatch.setattr(review, "RULES", (a_rule(),))

    def judged(self, changes: Changes) -> list[tuple[str, str, int, str]]:
        return [
            (one.severity.value, one.spot.path, one.spot.start.line, english(one.message))
            for one in changes.judgements
        ]

    def test_it_stands_in_the_newer_filing(self, three: Workspace) -> None:
        changes = changed(three, folder(2024), folder(2025))
        assert self.judged(changes) == [
            ("warning", f"{folder(2025)}/projects/archive.yaml", 5, "the budget is 150"),
            ("warning", f"{folder(2025)}/projects/reading.yaml", 5, "the budget is 50"),
        ]
        (step,) = changes.courses[0].steps
        assert [(one.code, one.spot.path) for one in step.undecided] == [
            ("budget-sum", f"{folder(2025)}/filing.yaml")
        ]

    def test_the_settings_of_the_newer_side_hold(self, three: Workspace, tmp_path: Path) -> None:
        other = Workspace(tmp_path / "other")
        shutil.copytree(three.root / "specs" / "2025", other.root / "specs" / "2025")
        other.write("perfspec.toml", '[rules.budget-sum]\nlevel = "error"\n')
        changes = changed(three, folder(2024), f"other/{folder(2025)}")
        assert {one[:2] for one in self.judged(changes)} == {
            ("error", f"other/{folder(2025)}/projects/{name}.yaml")
            for name in ("archive", "reading")
        }

    def test_a_comment_in_the_newer_filing_silences_and_is_never_stale(
        self, three: Workspace
    ) -> None:
        path = f"{folder(2025)}/projects/archive.yaml"
        three.edit(path, "total: 150", "total: 150 # perfspec: ignore budget-sum — 新增任务")
        three.edit(path, "goals:", "goals: # perfspec: ignore budget-sum — 无")
        changes = changed(three, folder(2024), folder(2025))
        assert [one[3] for one in self.judged(changes)] == ["the budget is 50"]
        (step,) = changes.courses[0].steps
        assert [one.reason for one in step.suppressed] == ["新增任务"]


def test_a_diagnostic_keeps_its_places_in_both_years(
    three: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check_change(change: ProjectChange, _context: Context) -> Judgement:
        pair = change.pair
        is_old = pair.new.id == "reading"
        yield rule.finding((pair.old if is_old else pair.new).at / "name", message("renamed"))

    rule = Rule(module="perfspec.review.budget_sum", level=Severity.INFO, check_change=check_change)
    monkeypatch.setattr(review, "RULES", (rule,))
    found = changed(three, folder(2024), folder(2025)).judgements
    assert [one.spot.path for one in found] == [
        f"{folder(2024)}/projects/reading.yaml",
        f"{folder(2025)}/projects/archive.yaml",
    ]
    assert [one.spot.start.line for one in found] == [3, 3]
