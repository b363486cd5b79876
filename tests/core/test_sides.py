"""A side is a year, a path or a revision; a revision alone means what the other side does."""

# ruff: noqa: E501 — a case of a table is read in one line

import shutil
from pathlib import Path

import pytest

from perfspec import sides
from perfspec.errors import PerfspecError
from perfspec.messages import english
from tests.gits import IDENTITY, Repository
from tests.helpers import FILING, FILING_TEXT, FOLDER, PROJECT, PROJECT_TEXT, Workspace
from tests.needs import needs

pytestmark = needs("git")


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM"):
        monkeypatch.setenv(name, IDENTITY[name])


@pytest.fixture
def years(workspace: Workspace) -> Workspace:
    """Return a workspace with two departments in 2026, one in 2027, and all of it committed."""
    workspace.add_filing()
    workspace.write("specs/2027/101001/filing.yaml", FILING_TEXT.replace("2026", "2027"))
    workspace.write("specs/2027/101001/projects/archive.yaml", PROJECT_TEXT)
    Repository(workspace.root).commit()
    return workspace


def chosen(workspace: Workspace, *arguments: str, cwd: str = "") -> dict[str, list[str]]:
    """Return the labels of the sides and their filings, `specs/` left out."""
    with sides.opened(arguments, workspace.root / cwd) as found:
        return {
            one.label: [folder.path.replace("specs/", "") for folder in one.folders]
            for one in found
        }


ALL = ["2026/101001", "2026/202002", "2027/101001"]
AT_HEAD = [f"HEAD:{path}" for path in ALL]
CHOSEN: list[tuple[tuple[str, ...], dict[str, list[str]]]] = [
    (("2026", "2027"), {"2026": ALL[:2], "2027": ALL[2:]}),
    (("specs/2026", "specs/2027/"), {"specs/2026": ALL[:2], "specs/2027/": ALL[2:]}),
    ((FOLDER, "2027"), {FOLDER: ALL[:1], "2027": ALL[2:]}),
    ((PROJECT, FILING), {PROJECT: ALL[:1], FILING: ALL[:1]}),
    (("HEAD",), {"HEAD": AT_HEAD, ".": ALL}),
    (("HEAD:2026",), {"HEAD:2026": AT_HEAD[:2], ".": ALL[:2]}),
    (("HEAD", "2027"), {"HEAD": AT_HEAD[2:], "2027": ALL[2:]}),
    (("2027", "HEAD"), {"2027": ALL[2:], "HEAD": AT_HEAD[2:]}),
    (("HEAD", f"main:{FOLDER}"), {"HEAD": AT_HEAD[:1], f"main:{FOLDER}": ["main:2026/101001"]}),
    (("HEAD", "main"), {"HEAD": AT_HEAD, "main": [f"main:{path}" for path in ALL]}),
    (("HEAD:2026", "HEAD:2027"), {"HEAD:2026": AT_HEAD[:2], "HEAD:2027": AT_HEAD[2:]}),
    (("HEAD", "2026", "2027"), {"HEAD": AT_HEAD[:2], "2026": ALL[:2], "2027": ALL[2:]}),
    ((".", "HEAD"), {".": ALL, "HEAD": AT_HEAD}),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "expected"), CHOSEN, ids=" ".join)
def test_an_argument_names_filings(
    years: Workspace, arguments: tuple[str, ...], expected: dict[str, list[str]]
) -> None:
    assert chosen(years, *arguments) == expected


def test_from_a_folder_of_the_workspace_paths_are_those_from_there(years: Workspace) -> None:
    assert chosen(years, "2026", "./2027", cwd="specs") == {"2026": ALL[:2], "./2027": ALL[2:]}


def test_the_same_side_twice_is_two_sides(years: Workspace) -> None:
    with sides.opened(("2026", "2026"), years.root) as found:
        assert [one.label for one in found] == ["2026", "2026"]
        assert found[0].folders == found[1].folders


def test_what_the_other_side_does_not_have_is_no_error(years: Workspace) -> None:
    """A year that is new has nothing at the revision, and one that was removed nothing here."""
    years.write("specs/2028/101001/filing.yaml", FILING_TEXT)
    assert chosen(years, "HEAD", "2028") == {"HEAD": [], "2028": ["2028/101001"]}
    shutil.rmtree(years.root / "specs/2027")
    assert chosen(years, "HEAD:2027") == {"HEAD:2027": AT_HEAD[2:], ".": []}


def test_the_paths_of_another_workspace_lead_there(years: Workspace) -> None:
    other = Workspace(years.root / "last year" / "workspace")
    with sides.opened(("last year/workspace", "2026"), years.root) as found:
        assert [one.path for one in found[0].folders] == [f"last year/workspace/{FOLDER}"]
        assert [one.home for one in found] == [years.root, years.root]
    with sides.opened((str(years.root), "."), other.root) as found:
        assert [one.path for one in found[0].folders] == [f"../../specs/{path}" for path in ALL]


def test_outside_of_a_workspace_the_first_path_tells_which_one(
    years: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    with sides.opened((str(years.root / FOLDER), "HEAD"), outside) as found:
        assert [folder.path for one in found for folder in one.folders] == [
            FOLDER,
            f"HEAD:{FOLDER}",
        ]


REFUSED: list[tuple[tuple[str, ...], str, str]] = [
    (("2026",), "there is nothing to compare 2026 with", "name the older and the newer one: perfspec diff 2020 2021"),
    (("2025", "2026"), "there is no filing of 2025", "years here: 2026, 2027"),
    (("specs/2025", "2026"), "there is no file or folder specs/2025", "what is in git only is named REVISION:PATH"),
    (("2026", "filing.yaml"), "there is no file or folder filing.yaml", "what is in git only is named REVISION:PATH"),
    (("templates", "2026"), "there is no filing at 'templates'", "name a year, a folder under specs/ or a file in it"),
    (("HEAD:templates", "2026"), "there is no filing at 'HEAD:templates'", "name a year, a folder under specs/ or a file in it"),
    (("HEAD:2025", "2026"), "2025 is not in the revision HEAD", "paths are those from the top of the repository; `./` begins one from here"),
    (("HEAD:../..", "2026"), "../.. is not in the revision HEAD", "paths are those from the top of the repository; `./` begins one from here"),
    (("no/such/..", "2026"), "no/such/.. names two revisions at once", "name each for itself: no/such/ HEAD"),
    (("", "2026"), "'' is no revision", "'' is no revision"),
    (("2026", ""), "'' is no revision", "'' is no revision"),
    (("maim", "2026"), "git knows no revision 'maim' here", "did you mean main?"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "words", "hint"), REFUSED, ids=str)
def test_what_names_nothing_is_refused(
    years: Workspace, arguments: tuple[str, ...], words: str, hint: str
) -> None:
    with pytest.raises(PerfspecError) as raised, sides.opened(arguments, years.root):
        pass
    assert (english(raised.value.message), english(raised.value.hint or raised.value.message)) == (
        words,
        hint,
    )


def test_files_that_would_be_passed_over_are_told_where_they_belong_to_a_side(
    years: Workspace,
) -> None:
    years.write("specs/2026/filing.yaml", "spec: 1\n")
    (years.root / "specs/2027/link").symlink_to("101001")
    (years.root / "templates/link").symlink_to("plain")
    Repository(years.root).commit()
    with sides.opened(("HEAD:2026", "HEAD:2027"), years.root) as found:
        assert [[(one.code, one.spot.path) for one in side.findings] for side in found] == [
            [("file-misplaced", "HEAD:specs/2026/filing.yaml")],
            [("file-link", "HEAD:specs/2027/link")],
        ]


def test_wrong_settings_count_where_they_are_judged_by(years: Workspace) -> None:
    years.write("perfspec.toml", "[chek]\n")
    with sides.opened(("HEAD",), years.root) as found:
        assert [[one.spot.path for one in side.findings] for side in found] == [
            [],
            ["perfspec.toml"],
        ]
    with sides.opened(("2026", "HEAD:2026"), years.root) as found:
        assert [side.findings for side in found] == [(), ()]


def test_the_working_tree_has_the_name_that_it_is_given(years: Workspace) -> None:
    with sides.opened(("HEAD",), years.root, here="现在") as found:
        assert [one.label for one in found] == ["HEAD", "现在"]


def test_an_empty_folder_is_no_workspace(tmp_path: Path) -> None:
    with (
        pytest.raises(PerfspecError, match="is in no git repository"),
        sides.opened(("HEAD",), tmp_path),
    ):
        pass
