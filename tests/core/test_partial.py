"""What of a filing is compared although something in its files is refused."""

import pytest

from perfspec import partial
from tests.helpers import FILING, FOLDER, PROJECT, PROJECT_TEXT, Workspace

OTHER = f"{FOLDER}/projects/other.yaml"
ACTUALS = "spec: 1\nprojects:\n  archive: {pages: 9万页}\n  other: {pages: 8万页}\n"


@pytest.fixture
def two(workspace: Workspace) -> Workspace:
    """Return a workspace whose filing has two projects, and actuals of both."""
    workspace.edit(FILING, "  - archive\n", "  - archive\n  - other\n")
    workspace.write(OTHER, PROJECT_TEXT.replace("数字化经费", "修复经费"))
    workspace.write(f"{FOLDER}/actuals.yaml", ACTUALS)
    return workspace


def left(workspace: Workspace) -> tuple[list[str], list[str], list[str]]:
    """Return the projects that are compared, those left out, and the projects with actuals."""
    part = partial.of(workspace.load())
    assert part.filing
    projects = [project.id for project in part.filing.projects]
    return projects, sorted(part.left_out), [one.project for one in part.filing.actuals]


def test_a_sound_filing_is_compared_whole(two: Workspace) -> None:
    loaded = two.load()
    assert partial.of(loaded).filing is loaded.filing
    assert left(two) == (["archive", "other"], [], ["archive", "other"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("unit: 101001", "unit: 999"),  # only the reader refuses
        ("name: 档案", "nmae: 档案"),  # a slip that can be read further
        ("goals:", "purpose: [1]\ngoals:"),  # of another shape
        ("spec: 1", "spec: 1\nspec: 1"),  # no tree
        ("class: 数量指标", "class: 无"),  # only the form refuses
    ],
)
def test_a_refused_project_is_left_out_with_its_actuals(two: Workspace, old: str, new: str) -> None:
    two.edit(PROJECT, old, new)
    assert two.load().filing is None
    assert left(two) == (["other"], ["archive"], ["other"])


def test_a_project_without_a_file_or_an_entry_is_left_out(two: Workspace) -> None:
    (two.root / PROJECT).unlink()
    two.write(f"{FOLDER}/projects/third.yaml", PROJECT_TEXT)
    assert left(two) == (["other"], ["archive", "third"], ["other"])


def test_a_project_that_is_no_text_is_left_out(two: Workspace) -> None:
    two.write(OTHER, b"\xff\xfe")
    assert left(two) == (["archive"], ["other"], ["archive"])


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (f"{FOLDER}/actuals.yaml", "spec: 2\nprojects: {}\n"),
        (f"{FOLDER}/actuals.yaml", "spec: 1\nprojects: {archiv: {}}\n"),
        (f"{FOLDER}/actuals.yaml", "["),
    ],
)
def test_refused_actuals_cost_nothing_else(two: Workspace, path: str, text: str) -> None:
    two.write(path, text)
    assert left(two) == (["archive", "other"], [], [])


def test_a_file_that_is_not_read_costs_nothing(two: Workspace) -> None:
    two.write(f"{FOLDER}/projects/x.yml", "")
    two.write(f"{FOLDER}/note.yaml", "")
    assert left(two) == (["archive", "other"], [], ["archive", "other"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("year: 2026", "year: 2027"),
        ("stage: draft", "stage: drafted"),
        ("form: plain", "form: unknown"),
        ("  - archive\n", "  - archive\n  - archive\n"),
        ("name: 示例县档案馆\nunits", "nmae: 示例县档案馆\nunits"),
    ],
)
def test_a_refused_filing_is_left_out_whole(two: Workspace, old: str, new: str) -> None:
    two.edit(FILING, old, new)
    assert partial.of(two.load()).filing is None


def test_a_filing_of_a_refused_form_is_left_out_whole(two: Workspace) -> None:
    two.write("templates/plain/form.yaml", "spec: 1\n")
    assert partial.of(two.load()).filing is None


def test_a_tree_beside_is_there_only_where_it_is_sound(two: Workspace) -> None:
    loaded = two.load()
    assert partial.beside(loaded, "actuals.yaml")
    assert partial.beside(loaded, "lineage.yaml") is None
