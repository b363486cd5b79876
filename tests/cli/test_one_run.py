"""What one run says and where it writes, when several things are wrong at once."""

import pytest

from tests.helpers import FILING, PROJECT, Workspace


def test_the_form_objects_in_the_same_run_as_the_schema(workspace: Workspace) -> None:
    workspace.edit(PROJECT, "  total: 112500.00", "  total: 449.8万\n  colour: red")
    workspace.edit(PROJECT, "class: 数量指标", "class: 数量指际")
    assert workspace.run("check").findings == [
        f"{PROJECT}:5:10: wrong-value",
        f"{PROJECT}:6:3: unknown-key",
        f"{PROJECT}:13:12: unknown-class",
    ]
    assert workspace.run("build").code == 1
    assert not (workspace.root / "build").exists()


def test_a_missing_key_keeps_only_its_own_file_from_the_form(workspace: Workspace) -> None:
    workspace.write(PROJECT.replace("archive", "second"), (workspace.root / PROJECT).read_text())
    workspace.edit(FILING, "  - archive\n", "  - archive\n  - second\n")
    workspace.edit(PROJECT, "name: 档案数字化经费\n", "")
    workspace.edit(PROJECT.replace("archive", "second"), "class: 数量指标", "class: 数量指际")
    assert [line.split(": ")[1] for line in workspace.run("check").findings] == [
        "missing-key",
        "unknown-class",
    ]


@pytest.mark.parametrize("link", ["build", "build/2026", "build/2026/101001"])
def test_a_link_in_the_workspace_does_not_lead_the_paper_out(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory, link: str
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    path = workspace.root / link
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(outside)
    run = workspace.run("build", "--to", "html")
    assert run.code == 2
    assert "leads out of" in run.err
    assert list(outside.iterdir()) == []


def test_a_link_that_the_person_names_as_output_is_followed(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (workspace.root / "papers").symlink_to(outside)
    assert workspace.run("build", "--to", "html", "-o", "papers").code == 0
    assert (outside / "2026" / "101001" / "filing.html").is_file()


def test_a_character_that_no_font_has_is_named_once_where_its_field_stands(
    workspace: Workspace,
) -> None:
    workspace.edit(PROJECT, "name: 档案数字化经费", "name: 档案한数字化经费")
    workspace.edit(
        "templates/plain/paper.html.j2",
        "<title>文本</title>",
        "<title>{{ tables[0].project.name }}</title>",
    )
    run = workspace.run("build", "--to", "pdf")
    assert run.code == 1
    assert run.findings == [f"{PROJECT}:3:9: missing-glyph"]


def test_a_value_of_the_wrong_kind_is_told_once(workspace: Workspace) -> None:
    workspace.edit(PROJECT, "  total: 112500.00", "  total: ~")
    assert workspace.run("check").findings == [f"{PROJECT}:5:10: wrong-type"]
