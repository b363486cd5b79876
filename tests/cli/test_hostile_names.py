"""Names that somebody else gave to files and folders reach a terminal and a page as text only."""

import unicodedata

import pytest

from tests.helpers import FOLDER, Workspace

EVIL = "a\x1b[31m\x9b2J\nb\u202ec\u2066d\u200f"
_TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "R"}
COMMANDS = [
    ("check",),
    ("diff", "2026", "2026"),
    ("diff", "2026", "2026", "--lang", "zh"),
    ("diff", "2026", "2026", "--stat"),
    ("diff", "2026", "2026", "--to", "html"),
    ("diff", "2026", "2026", "--to", "md"),
    ("diff", "2026", EVIL),
    ("match", "2026", "2026", "--all"),
    ("new", "year", "2027"),
    ("new", "year", "2027", "--department", "404"),
]


def unsafe(text: str) -> list[str]:
    """Return what moves a cursor, turns the direction of a line, or breaks it where none ends."""
    return sorted(
        {
            f"U+{ord(one):04X}"
            for one in text
            if (unicodedata.category(one) in {"Cc", "Cs", "Zl", "Zp"} and one != "\n")
            or unicodedata.bidirectional(one) in _TURNING
        }
    )


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("place", ["file", "folder", "link", "beside"])
def test_names_of_files_and_folders_come_as_text(
    workspace: Workspace, command: tuple[str, ...], place: str
) -> None:
    if place == "file":
        workspace.write(f"{FOLDER}/projects/{EVIL}.yaml", "spec: 1\n")
    elif place == "folder":
        (workspace.root / FOLDER).rename(workspace.root / "specs" / "2026" / EVIL)
    elif place == "link":
        (workspace.root / "specs" / "2026" / EVIL).symlink_to(workspace.root)
    else:
        workspace.write(f"{FOLDER}/{EVIL}.yaml", "")
    ended = workspace.run(*command)
    assert ended.code in {0, 1, 2}
    assert (unsafe(ended.out), unsafe(ended.err)) == ([], [])


@pytest.mark.parametrize("command", [COMMANDS[0], COMMANDS[1]], ids=" ".join)
def test_a_line_that_is_shown_runs_in_its_own_direction(
    workspace: Workspace, command: tuple[str, ...]
) -> None:
    path = f"{FOLDER}/projects/archive.yaml"
    workspace.edit(path, "档案数字化经费", "档案\u202e数字化经费\u2066")
    ended = workspace.run(*command)
    assert "U+202E RIGHT-TO-LEFT OVERRIDE" in ended.out
    assert "name: 档案数字化经费" in ended.out
    assert unsafe(ended.out) == []
