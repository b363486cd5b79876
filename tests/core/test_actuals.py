"""What indicators reached stands in a file of its own, by ids that must be there."""

# ruff: noqa: E501 — a case of a table is read in one line

import pytest

from perfspec import pipeline
from perfspec.messages import english
from perfspec.values import Quantity
from tests.helpers import FOLDER, PROJECT, Workspace

ACTUALS = f"{FOLDER}/actuals.yaml"


def reached(workspace: Workspace, text: str) -> list[tuple[str, str, str]]:
    """Return the actuals of the filing, with what `actuals.yaml` says."""
    workspace.write(ACTUALS, f"spec: 1\nprojects:\n{text}")
    loaded = workspace.load()
    assert loaded.filing, loaded.refused
    return [(one.project, one.indicator, one.value.text) for one in loaded.filing.actuals]


def test_a_filing_without_the_file_has_no_actuals(workspace: Workspace) -> None:
    filing = workspace.load().filing
    assert filing
    assert filing.actuals == ()


def test_an_actual_is_read_as_a_target_and_knows_its_place(workspace: Workspace) -> None:
    assert reached(workspace, "  archive:\n    pages: 12万页\n") == [("archive", "pages", "12万页")]
    filing = workspace.load().filing
    assert filing
    (actual,) = filing.actuals
    assert isinstance(actual.value.quantity, Quantity)
    assert (actual.at.path, actual.at.keys) == (ACTUALS, ("projects", "archive", "pages"))


def test_an_empty_actual_is_not_known_yet(workspace: Workspace) -> None:
    assert reached(workspace, "  archive:\n    pages:\n") == []
    assert reached(workspace, "  archive:\n    pages: ' '\n") == []
    assert reached(workspace, "  archive: {}\n") == []


def test_the_derived_id_of_an_indicator_works_too(workspace: Workspace) -> None:
    workspace.edit(PROJECT, "  - id: pages\n    class", "  - class")
    filing = workspace.load().filing
    assert filing
    (row,) = filing.projects[0].indicators
    assert row.id.startswith("quantity-")
    assert reached(workspace, f"  archive:\n    {row.id}: 9万页\n") == [
        ("archive", row.id, "9万页")
    ]


REFUSED = [
    ("  archiv:\n    pages: 1\n", "3:3: unknown-id", "filing.yaml has no project 'archiv'", "did you mean archive?"),
    ("  archive:\n    pagse: 1\n", "4:5: unknown-id", "the project archive has no indicator 'pagse'", "did you mean pages?"),
    ("  archive:\n    zzz: 1\n", "4:5: unknown-id", "the project archive has no indicator 'zzz'", "known here: pages"),
    ("  archive: done\n", "3:12: wrong-type", "archive（预算项目） is a text, expected keys with values", None),
    ("  archive:\n    pages: [1]\n", "4:5: wrong-type", "pages（实际完成值） is a list, expected a text", None),
    ("  archive:\n    pages: 1\nspent: 3\n", "5:1: unknown-key", "unknown key 'spent'", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "where", "words", "hint"), REFUSED)
def test_what_is_wrong_is_named_with_its_place(
    workspace: Workspace, text: str, where: str, words: str, hint: str | None
) -> None:
    workspace.write(ACTUALS, f"spec: 1\nprojects:\n{text}")
    run = workspace.check()
    assert run.code == 1
    assert run.findings == [f"{ACTUALS}:{where}"]
    assert words in run.out
    if hint:
        assert f"hint: {hint}" in run.out


def test_the_files_beside_are_no_part_of_the_paper(workspace: Workspace) -> None:
    before = pipeline.attachments(workspace.load())
    reached(workspace, "  archive:\n    pages: 12万页\n")
    assert pipeline.attachments(workspace.load()) == before
    assert [one.name for one in before] == ["filing.yaml", "projects-archive.yaml"]


def test_nothing_is_said_of_a_project_that_cannot_be_read(workspace: Workspace) -> None:
    workspace.write(ACTUALS, "spec: 1\nprojects:\n  archive:\n    pages: 1\n")
    workspace.write(PROJECT, b"\xff")
    assert [one.code for one in workspace.load().refused] == ["file-encoding"]


def test_a_name_like_it_is_not_read_and_that_is_told(workspace: Workspace) -> None:
    workspace.write(f"{FOLDER}/actual.yaml", "spec: 1\n")
    (one,) = workspace.load().refused
    assert one.code == "file-name"
    assert "none of actuals.yaml, lineage.yaml and provenance.yaml" in english(one.message)
