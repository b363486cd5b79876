"""What a spec may not contain is found where it stands, and no paper is made of it.

Each case changes one thing in a sound workspace. `perfspec check` must tell it with path, line,
column, code, caret and hint, all at once; `perfspec build` must tell the same, write nothing for
this filing and still build the other one.
"""

# ruff: noqa: E501 — a case of a table is read in one line

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers import FILING, FILING_TEXT, FOLDER, PROJECT, Workspace

F, P = FILING, PROJECT
FORM = "templates/plain/form.yaml"
Case = tuple[str, str, str, str, str]


def refused(workspace: Workspace, finding: str, hint: str, *, excerpt: bool = True) -> None:
    """Assert that the first filing has this one finding and hint, and is not built."""
    workspace.add_filing()
    before = workspace.snapshot()
    checked = workspace.check()
    assert checked.findings == [finding], checked
    assert checked.code == 1
    assert hint in checked.out, checked.out
    assert ("^" in checked.out) == excerpt
    built = workspace.run("build", "--to", "html")
    assert built.code == 1
    assert built.findings == [finding], built
    assert checked.out == built.err
    assert built.out.splitlines() == ["build/2026/202002/filing.html"]
    assert workspace.built() == ["2026/202002/filing.html"]
    assert workspace.snapshot() == before


EDITS: list[Case] = [
    # YAML: its syntax, and what of it a spec may not use
    (F, "  name: 示例县档案馆\nunits", "\tname: 示例县档案馆\nunits", f"{F}:7:1: yaml-tab", "indent with two spaces"),
    (F, "stage: draft", "stage: draft\nstage: approved", f"{F}:5:1: duplicate-key", "it stands on line 4 already"),
    (P, "  total: 112500.00\n", "  total: 1\n  total: 2\n", f"{P}:6:3: duplicate-key", "it stands on line 5 already"),
    (P, "name: 档案数字化经费", "name: &a 档案数字化经费", f"{P}:3:7: yaml-anchor", "begins with & needs quotes"),
    (P, "name: 档案数字化经费", "name: *a", f"{P}:3:7: yaml-alias", "begins with * needs quotes"),
    (P, "name: 档案数字化经费", "name: !a 档案", f"{P}:3:7: yaml-tag", "begins with ! needs quotes"),
    (P, "name: 档案数字化经费", "<<: {name: 档案}", f"{P}:3:1: yaml-merge", "write the keys out"),
    (P, "name: 档案数字化经费", "name: a\n---\nname: b", f"{P}:4:1: yaml-documents", "remove the line `---`"),
    (P, "name: 档案数字化经费", "name: a\n...\nname: b", f"{P}:5:1: yaml-syntax", "remove the line `---` or `...`"),
    (P, "name: 档案数字化经费", "name: {{ name }}", f"{P}:3:8: yaml-key", "needs quotes"),
    (P, "name: 档案数字化经费", "name: '档案", f"{P}:3:7: yaml-syntax", "close it with the same mark"),
    (P, "target: ≥10万页", "target: >=10万页", f"{P}:14:13: yaml-syntax", "as in '>=90%'"),
    (P, "target: ≥10万页", "target: %10", f"{P}:14:13: yaml-syntax", "put the value in quotes"),
    (P, "name: 档案数字化经费", "name: 档案: 经费", f"{P}:3:9: yaml-syntax", "a text that contains `: ` in quotes"),
    (P, "name: 档案数字化经费", "name：档案数字化经费", f"{P}:3:5: yaml-colon", "write an ASCII colon and a space: `name: `"),
    (F, "  code: 101001\n  name: 示例县档案馆\nunits", "  code: 101001\n  name：示例县档案馆\nunits", f"{F}:7:7: yaml-colon", "`name: `"),
    (P, "  sources:\n    fiscal: 112500.00", "  sources:\n    fiscal：112500.00", f"{P}:7:5: wrong-type", "the colon ： is full-width"),
    # characters that nobody sees
    (P, "档案数字化", "档案\u200b数字化", f"{P}:3:9: character", "U+200B ZERO WIDTH SPACE"),
    (P, "档案数字化", "档案\u202e数字化", f"{P}:3:9: character", "U+202E RIGHT-TO-LEFT OVERRIDE"),
    (P, "档案数字化", "档案\x07数字化", f"{P}:3:9: character", "U+0007"),
    (P, "档案数字化", "档案\x00数字化", f"{P}:3:9: character", "U+0000"),
    (P, "档案数字化", "档案\ufffe数字化", f"{P}:3:9: character", "U+FFFE"),
    (P, "档案数字化", "档案\rname: 数字化", f"{P}:3:9: character", "end lines with LF or CR LF"),
    (P, "name: 档案数字化经费", 'name: "档案\\x1b[31m"', f"{P}:3:7: character", "U+001B"),
    (P, "name: 档案数字化经费", 'name: "\\u200b"', f"{P}:3:7: character", "U+200B"),
    (P, "name: 档案数字化经费", 'name: "\\ud800"', f"{P}:3:10: yaml-syntax", "use single quotes"),
    # the schema
    (P, "\nname: 档案", "\nnmae: 档案", f"{P}:3:1: unknown-key", "did you mean name（项目名称）?"),
    (P, "goals:", "purpse: x\ngoals:", f"{P}:8:1: unknown-key", "did you mean purpose（资金用途）?"),
    (P, "goals:", "目标值: x\ngoals:", f"{P}:8:1: unknown-key", "known here: code（项目编码）"),
    (P, "name: 档案数字化经费\n", "", f"{P}:1:1: missing-key", "a value that is empty on paper is written `name: ''`"),
    (P, "  sources:\n    fiscal: 112500.00\n", "", f"{P}:4:1: missing-key", "sources（资金来源）"),
    (P, "goals:\n  - 1.完成数字化。", "goals: 1.完成数字化。", f"{P}:8:8: wrong-type", "expected a list"),
    (P, "goals:\n  - 1.完成数字化。", "goals:", f"{P}:8:1: wrong-type", "not indented below it"),
    (P, "- 1.完成数字化。", "- 目标: 完成数字化。", f"{P}:9:5: wrong-type", "contains `: ` needs quotes"),
    (P, "- 1.完成数字化。", "- [1.完成数字化。]", f"{P}:9:5: wrong-type", "begins with [ or - needs quotes"),
    (P, "name: 档案数字化经费", "name: true", f"{P}:3:7: wrong-type", "put it in quotes: 'true'"),
    (P, "name: 档案数字化经费", "name: ~", f"{P}:3:7: wrong-type", "or put the word in quotes"),
    (P, "total: 112500.00", "total: 449.8万", f"{P}:5:10: wrong-value", "no comma, no 万, no 元"),
    (P, "total: 112500.00", "total: 1,030,700.00", f"{P}:5:10: wrong-value", "no comma, no 万, no 元"),
    (P, "total: 112500.00", "total: 1e5", f"{P}:5:10: wrong-value", "digits and a decimal point only"),
    (P, "total: 112500.00", "total: .inf", f"{P}:5:10: wrong-value", "digits and a decimal point only"),
    (P, "total: 112500.00", 'total: "1\\n"', f"{P}:5:11: wrong-value", "digits and a decimal point only"),
    (P, "goals:", "payment_plan: {march: 100.01%}\ngoals:", f"{P}:8:23: wrong-value", "as in 25.00% or 25"),
    (P, "goals:", "payment_plan: {march: -1%}\ngoals:", f"{P}:8:23: wrong-value", "a per cent from 0 to 100"),
    (P, "unit: 101001", "unit: 1 01001", f"{P}:2:7: wrong-value", "without spaces"),
    (P, "id: pages", "id: Pages", f"{P}:11:9: wrong-value", "small letters, digits and single hyphens"),
    (P, "id: pages", "id: 123", f"{P}:11:9: wrong-type", "put it in quotes: '123'"),
    (P, "id: pages", f"id: {'a' * 65}", f"{P}:11:9: wrong-value", "is 65 characters long, expected no more than 64"),
    (P, "class: 数量指标", "class: [数量指标]", f"{P}:12:5: wrong-value", "is a list of 1, expected 2 or more"),
    (P, "class: 数量指标", "class: [a, b, c]", f"{P}:12:5: wrong-value", "is a list of 3, expected no more than 2"),
    (P, "target: ≥10万页", "target: {op: ≥}", f"{P}:14:5: missing-key", "value（目标值）"),
    (P, "target: ≥10万页", "target: {bands: {excellent: 1, good: 2, fair: 3}}", f"{P}:14:14: missing-key", "poor（差）"),
    (F, "spec: 1\n", "spec: '1'\n", f"{F}:1:8: wrong-value", "did you mean 1?"),
    (F, "spec: 1\n", "spec: [1]\n", f"{F}:1:1: wrong-value", "known here: 1"),
    (F, "year: 2026", "year: 1999", f"{F}:3:7: wrong-value", "year（预算年度） is 1999, less than 2000"),
    (F, "year: 2026", "year: 20260", f"{F}:3:7: wrong-value", "year（预算年度） is 20260, more than 2100"),
    (F, "year: 2026", "year: 0x7EA", f"{F}:3:7: wrong-type", "expected a whole number"),
    (F, "year: 2026", "year: 2026年", f"{F}:3:7: wrong-type", "year（预算年度） is a text"),
    (F, "stage: draft", "stage: drafts", f"{F}:4:8: wrong-value", "did you mean draft?"),
    (F, "stage: draft", "stage: 草稿", f"{F}:4:8: wrong-value", "known here: draft, submitted, approved, adjusted"),
    (F, "stage: draft", "stage: draft\nsample: 是", f"{F}:5:9: wrong-type", "expected true or false"),
    (F, "units:\n  - code: 101001\n    name: 示例县档案馆", "units: []", f"{F}:8:1: wrong-value", "is a list of 0, expected 1 or more"),
    (F, "  - archive", "  - ../../../etc/passwd", f"{F}:17:5: wrong-value", "small letters, digits and single hyphens"),
    (F, "form: plain", "form: ../plain", f"{F}:2:7: wrong-value", "small letters, digits and single hyphens"),
    # other files
    (F, "form: plain", "form: plaim", f"{F}:2:7: unknown-form", "did you mean plain?"),
    (F, "year: 2026", "year: 2027", f"{F}:3:7: year-mismatch", "the folder is 2026"),
    (F, "year: 2026", "year: +2026", f"{F}:3:7: year-mismatch", "the year is +2026"),
    (F, "  code: 101001\n  name: 示例县档案馆\nunits", "  code: 0101001\n  name: 示\nunits", f"{F}:6:9: department-mismatch", "the folder is 101001"),
    (F, "  - archive", "  - archive\n  - archive", f"{F}:18:5: duplicate-id", "listed here first"),
    (F, "  - archive", "  - archive\n  - archives", f"{F}:18:5: missing-project", "did you mean archive?"),
    (F, "  - code: 101001\n    name: 示例县档案馆", "  - code: 101001\n    name: a\n  - code: 101001\n    name: b", f"{F}:11:11: duplicate-id", "declared here first"),
    (F, "stage: draft", "stage: draft\nsupplied: [department.reviewer]", f"{F}:5:12: wrong-value", "there is no key"),
    (F, "stage: draft", "stage: draft\nsupplied: [stage.deep]", f"{F}:5:12: wrong-value", "there is no key"),
    # the form
    (F, "stage: draft", "stage: draft\nmoney_unit: 万元", f"{F}:5:13: money-unit-mismatch", "the form plain prints 元"),
    (P, "unit: 101001", "unit: 101002", f"{P}:2:7: undeclared-unit", "did you mean 101001?"),
    (P, "class: 数量指标", "class: 数量", f"{P}:12:12: unknown-class", "did you mean 数量指标?"),
    (P, "    fiscal: 112500.00", "    fiscl: 112500.00", f"{P}:7:5: unknown-key", "did you mean fiscal（财政资金）?"),
    (P, "    fiscal: 112500.00", "    fiscal: 1\n    other: 2", f"{P}:8:5: unknown-key", "known here: fiscal（财政资金）"),
    (P, "  sources:\n    fiscal: 112500.00", "  sources: {}", f"{P}:6:3: missing-key", "`fiscal: ''`"),
    (P, "goals:", "fields: {note: x}\ngoals:", f"{P}:8:10: unknown-key", "the form plain has no 'note' here"),
]  # fmt: skip


@pytest.mark.parametrize("case", EDITS, ids=[case[3] for case in EDITS])
def test_one_slip_is_one_finding_at_its_place_and_stops_its_filing_only(
    workspace: Workspace, case: Case
) -> None:
    path, old, new, finding, hint = case
    workspace.edit(path, old, new)
    if "payment_plan" in new:
        workspace.edit(
            FORM, "sources:", "payment_plan: [{id: march, label: 3月, month: 3}]\nsources:"
        )
    refused(workspace, finding, hint)


WHOLE: list[tuple[str, bytes, str, str]] = [
    ("empty", b"", f"{F}:1:1: yaml-empty", "the file is empty"),
    ("comments", "# 说明\n\n# x\n".encode(), f"{F}:1:1: yaml-empty", "the file is empty"),
    ("mark", b"---\n", f"{F}:1:1: yaml-empty", "the file is empty"),
    ("scalar", b"draft\n", f"{F}:1:1: wrong-type", "expected keys with values"),
    ("list", b"- a\n", f"{F}:1:1: wrong-type", "expected keys with values"),
    ("alias", b"*a\n", f"{F}:1:1: yaml-alias", "aliases (*) are not allowed"),
    ("gbk", FILING_TEXT.encode("gbk"), f"{F}:1:1: file-encoding", "byte 0xC0 on line 7"),
    ("utf-16", FILING_TEXT.encode("utf-16"), f"{F}:1:1: file-encoding", "the file is not UTF-8"),
    ("bom", FILING_TEXT.encode("utf-8-sig"), f"{F}:1:1: file-encoding", "save it as UTF-8 without BOM"),
    ("bracket", b"[" * 10_000, f"{F}:1:33: yaml-depth", "a spec needs six levels at most"),
    ("brackets", b"a: " + b"[" * 10_000 + b"]" * 10_000, f"{F}:1:35: yaml-depth", "six levels"),
    ("braces", b"{a: " * 10_000, f"{F}:1:129: yaml-depth", "six levels"),
    ("dashes", b"- " * 10_000, f"{F}:1:65: yaml-depth", "six levels"),
    ("big", b"#" * 50_000_000, f"{F}:1:1: file-size", "50000000 bytes, more than 2097152"),
    (
        "bomb",
        b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
        f"{F}:1:4: yaml-anchor",
        "anchors (&) are not allowed",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "finding", "hint"), [case[1:] for case in WHOLE], ids=[case[0] for case in WHOLE]
)
def test_a_file_that_is_no_spec_is_one_finding(
    workspace: Workspace, data: bytes, finding: str, hint: str
) -> None:
    workspace.write(F, data)
    excerpt = not finding.endswith(("file-encoding", "file-size")) and bool(data.strip())
    refused(workspace, finding, hint, excerpt=excerpt)


def test_a_form_that_is_a_link_out_of_the_workspace_is_not_read(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    form = workspace.root / "templates/plain/form.yaml"
    form.rename(tmp_path_factory.mktemp("outside") / "form.yaml")
    form.symlink_to(next(tmp_path_factory.getbasetemp().glob("outside*/form.yaml")))
    assert workspace.check().findings == ["templates/plain/form.yaml:1:1: file-link"]
    assert workspace.run("build", "--to", "html").code == 1
    assert workspace.built() == []


def test_a_file_that_is_too_large_is_not_read(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    big = workspace.write(F, b"#" * 3_000_000)
    read = Path.read_bytes

    def guarded(path: Path) -> bytes:
        assert path != big
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", guarded)
    assert workspace.check().findings == [f"{F}:1:1: file-size"]


def _link_file(workspace: Workspace, outside: Path) -> None:
    file = workspace.root / P
    outside.write_bytes(file.read_bytes())
    file.unlink()
    file.symlink_to(outside)


def _link_folder(workspace: Workspace, outside: Path) -> None:
    folder = workspace.root / FOLDER / "projects"
    folder.rename(outside)
    folder.symlink_to(outside)


def _fifo(workspace: Workspace, _outside: Path) -> None:
    (workspace.root / P).unlink()
    os.mkfifo(workspace.root / P)


def _directory(workspace: Workspace, _outside: Path) -> None:
    (workspace.root / F).unlink()
    (workspace.root / F).mkdir()


def _loop(workspace: Workspace, _outside: Path) -> None:
    (workspace.root / P).unlink()
    (workspace.root / P).symlink_to(workspace.root / P)


def _missing(workspace: Workspace, _outside: Path) -> None:
    (workspace.root / F).unlink()


def _wrong_ending(workspace: Workspace, _outside: Path) -> None:
    (workspace.root / F).rename(workspace.root / FOLDER / "filing.yml")
    (workspace.root / P).unlink()
    (workspace.root / P).parent.rmdir()


def _project_ending(workspace: Workspace, _outside: Path) -> None:
    workspace.write(P.replace("archive.yaml", "second.yml"), "")


def _unlisted(workspace: Workspace, _outside: Path) -> None:
    workspace.write(P.replace("archive", "second"), (workspace.root / P).read_bytes())


@pytest.mark.parametrize(
    ("breaks", "findings", "words"),
    [
        (_link_file, [f"{P}:1:1: file-link"], "put the file itself here"),
        (_fifo, [f"{P}:1:1: file-kind"], "this is no regular file"),
        (_directory, [f"{F}:1:1: file-kind"], "this is no regular file"),
        (_loop, [f"{P}:1:1: file-unreadable"], "the file cannot be read"),
        (_missing, [f"{F}:1:1: file-missing"], "the file is not there"),
        (
            _wrong_ending,
            [f"{F}:1:1: file-missing", f"{FOLDER}/filing.yml:1:1: file-name"],
            "the file is not there",
        ),
        (_project_ending, [f"{P.replace('archive.yaml', 'second.yml')}:1:1: file-name"], ".yaml"),
        (_unlisted, [f"{P.replace('archive', 'second')}:1:1: unlisted-project"], "`- second`"),
        (
            _link_folder,
            [f"{FOLDER}/projects:1:1: file-link", f"{F}:17:5: missing-project"],
            "links to folders are not followed",
        ),
    ],
)
def test_what_is_no_readable_file_of_the_workspace_is_found(
    workspace: Workspace,
    tmp_path_factory: pytest.TempPathFactory,
    breaks: Callable[[Workspace, Path], None],
    findings: list[str],
    words: str,
) -> None:
    workspace.add_filing()
    breaks(workspace, tmp_path_factory.mktemp("outside") / "thing")
    before = workspace.snapshot()
    checked = workspace.check()
    assert (checked.code, checked.findings) == (1, findings)
    assert words in checked.out
    built = workspace.run("build", "--to", "html")
    assert (built.code, built.findings) == (1, findings)
    assert workspace.built() == ["2026/202002/filing.html"]
    assert workspace.snapshot() == before


def test_a_filing_behind_a_link_or_in_a_wrong_folder_is_not_passed_over(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (workspace.root / "specs/2025").symlink_to(outside)
    (workspace.root / "specs/2026/303003").symlink_to(outside)
    workspace.write("specs/2026/filing.yaml", "")
    workspace.write("specs/filing.yaml", "")
    checked = workspace.check()
    assert checked.code == 1
    assert checked.findings == [
        "specs/2025:1:1: file-link",
        "specs/2026/303003:1:1: file-link",
        "specs/2026/filing.yaml:1:1: file-misplaced",
        "specs/filing.yaml:1:1: file-misplaced",
    ]
    assert workspace.run("build", "--to", "html").code == 1
    assert workspace.built() == ["2026/101001/filing.html"]


def test_a_file_that_the_system_does_not_let_read_is_a_finding(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The tests may run as root, who may read everything.
    locked = workspace.root / P
    read = Path.read_bytes

    def denied(path: Path) -> bytes:
        if path == locked:
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", denied)
    checked = workspace.check()
    assert checked.findings == [f"{P}:1:1: file-unreadable"]
    assert "the file cannot be read: Permission denied" in checked.out


def test_a_folder_that_the_system_does_not_let_read_is_a_finding(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.add_filing()
    scan = os.scandir

    def denied(path: str) -> object:
        if str(path).endswith("202002"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", denied)
    checked = workspace.check()
    assert (checked.code, checked.findings) == (1, ["specs/2026/202002:1:1: file-unreadable"])


def test_all_findings_of_all_files_come_in_one_run_in_the_order_of_the_text(
    workspace: Workspace,
) -> None:
    workspace.edit(F, "stage: draft", "stage: x\nwhat: y")
    workspace.edit(P, "total: 112500.00", "total: 1万")
    workspace.edit(P, "target: ≥10万页", "target: ≥10万页\n    tagret: 1")
    workspace.write(P.replace("archive", "second"), "a: b: c")
    workspace.add_filing()
    workspace.edit("specs/2026/202002/filing.yaml", "year: 2026", "year: 2025")
    assert workspace.check().findings == [
        f"{F}:4:8: wrong-value",
        f"{F}:5:1: unknown-key",
        f"{P}:5:10: wrong-value",
        f"{P}:15:5: unknown-key",
        f"{P.replace('archive', 'second')}:1:1: unlisted-project",
        f"{P.replace('archive', 'second')}:1:5: yaml-syntax",
        "specs/2026/202002/filing.yaml:3:7: year-mismatch",
    ]


def test_a_misspelt_key_that_is_required_is_not_told_twice(workspace: Workspace) -> None:
    workspace.edit(P, "goals:", "gaols:")
    assert workspace.check().findings == [f"{P}:8:1: unknown-key"]


def test_a_file_name_in_another_encoding_is_shown_with_escapes(workspace: Workspace) -> None:
    folder = os.fsencode(workspace.root / FOLDER / "projects")
    with open(folder + b"/\xb5\xb5.yaml", "wb") as file:  # noqa: PTH123 — no text can name it
        file.write((workspace.root / P).read_bytes())
    checked = workspace.check()
    assert checked.code == 1
    assert "unlisted-project" in checked.out
