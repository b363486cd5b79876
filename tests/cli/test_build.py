"""`perfspec build`: papers are whole, hold what was typed, or are not written at all."""

# ruff: noqa: E501 — a case of a table is read in one line

import html
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Self

import pytest

from perfspec import output
from perfspec.errors import PerfspecError
from perfspec.messages import message
from perfspec.render import pdf
from tests.helpers import FILING, FOLDER, FORM_TEXT, PROJECT, TEMPLATE_TEXT, Run, Workspace, run
from tests.needs import needs

FORM = "templates/plain/form.yaml"
TEMPLATE = "templates/plain/paper.html.j2"
PAPER = "2026/101001/filing.html"


def build(workspace: Workspace, *args: str) -> Run:
    """Build the HTML of everything."""
    return workspace.run("build", "--to", "html", *args)


def paper(workspace: Workspace) -> str:
    """Return the HTML that was built of the first filing."""
    assert build(workspace).code == 0
    return (workspace.root / "build" / PAPER).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "<!-- -->",
        "[x](javascript:alert(1))",
        "<javascript:alert(1)>",
        "![x](http://127.0.0.1/x.png)",
        "{{ filing.year }}",
        "{% include 'form.yaml' %}",
        "{# nothing #}",
        "&lt;b&gt; &amp; &#60;",
        "' onclick='x",
        '" onclick="x',
        "`code` ~~x~~ # h",
    ],
)
def test_prose_is_printed_letter_for_letter_and_never_as_code(
    workspace: Workspace, words: str
) -> None:
    quoted = "'" + words.replace("'", "''") + "'"
    workspace.edit(FILING, "overall_goal: 做好档案工作。", f"overall_goal: {quoted}")
    workspace.edit(PROJECT, "name: 数字化页数", f"name: {quoted}")
    workspace.edit(PROJECT, "target: ≥10万页", f"target: {quoted}")
    workspace.edit(PROJECT, "name: 档案数字化经费", f"name: {quoted}")
    workspace.edit(PROJECT, "goals:", f"purpose: {quoted}\ngoals:")
    printed = paper(workspace)
    assert html.unescape(printed).count(words) == 5
    assert printed.count(html.escape(words)) == 5


def test_markup_in_an_extra_field_id_or_unit_code_cannot_leave_its_attribute(
    workspace: Workspace,
) -> None:
    workspace.edit(PROJECT, "unit: 101001", "unit: '\"><b>'")
    assert workspace.check().findings == [f"{PROJECT}:2:8: wrong-value"]


def test_a_cell_of_twenty_thousand_characters_is_printed_whole(workspace: Workspace) -> None:
    cell = "绩效目标，" * 4000
    workspace.edit(PROJECT, "goals:", f"purpose: {cell}\ngoals:")
    assert cell in paper(workspace)


def test_a_wrong_value_of_twenty_thousand_characters_is_shown_in_part(
    workspace: Workspace,
) -> None:
    workspace.edit(PROJECT, "total: 112500.00", f"total: {'9' * 20_000}万")
    workspace.edit(PROJECT, "class: 数量指标", f"class: {'数' * 20_000}")
    workspace.edit(FILING, "stage: draft", f"stage: {'x' * 20_000}\n{'k' * 1000}: 1")
    checked = workspace.check()
    assert len(checked.findings) == 4
    assert max(map(len, checked.out.splitlines())) < 300


def test_three_hundred_indicators_are_printed(workspace: Workspace) -> None:
    rows = "".join(f"  - {{class: 质量指标, name: 第{n}项, target: ≥{n}%}}\n" for n in range(300))
    workspace.write(PROJECT, (workspace.root / PROJECT).read_text(encoding="utf-8") + rows)
    printed = paper(workspace)
    assert printed.count("<tr>") == 301
    assert "第299项" in printed


def test_a_filing_without_projects_or_a_project_without_indicators_is_printed(
    workspace: Workspace,
) -> None:
    text = (workspace.root / PROJECT).read_text(encoding="utf-8")
    workspace.write(PROJECT, text[: text.index("indicators:")] + "indicators: []\n")
    assert "档案数字化经费" in paper(workspace)
    (workspace.root / PROJECT).unlink()
    workspace.edit(FILING, "projects:\n  - archive", "projects: []")
    assert "档案数字化经费" not in paper(workspace)


@pytest.mark.parametrize("empty", ["''", '""', ""])
def test_an_empty_required_cell_is_printed_empty(workspace: Workspace, empty: str) -> None:
    workspace.edit(PROJECT, "name: 档案数字化经费", f"name: {empty}")
    workspace.edit(PROJECT, "total: 112500.00", f"total: {empty}")
    workspace.edit(PROJECT, "fiscal: 112500.00", f"fiscal: {empty}")
    workspace.edit(PROJECT, "class: 数量指标", f"class: {empty}")
    workspace.edit(PROJECT, "name: 数字化页数", f"name: {empty}")
    workspace.edit(PROJECT, "target: ≥10万页", f"target: {empty}")
    workspace.edit(FILING, "overall_goal: 做好档案工作。", f"overall_goal: {empty}")
    assert workspace.check().code == 0
    assert '#name"></h2>' in paper(workspace)


def test_a_form_that_is_not_there_is_refused_with_the_nearest_name(workspace: Workspace) -> None:
    workspace.edit(FILING, "form: plain", "form: hebei-2021")
    checked = workspace.check()
    assert checked.findings == [f"{FILING}:2:7: unknown-form"]
    assert "did you mean hebei-2020?" in checked.out


def test_the_form_of_a_workspace_goes_before_the_one_that_is_shipped(workspace: Workspace) -> None:
    workspace.edit(FILING, "form: plain", "form: hebei-2020")
    (workspace.root / "templates/plain").rename(workspace.root / "templates/hebei-2020")
    assert "<title>文本</title>" in paper(workspace)


BROKEN_FORMS = [
    ("status: ready", "status: done", "3:9: wrong-value", ""),
    ("title: 试验表式", "title: ''", "2:9: wrong-value", "is 0 characters long, expected 1 or more"),
    ("template: paper.html.j2\n", "", "1:1: missing-template", "needs a template"),
    ("paper.html.j2", "other.html.j2", "4:11: missing-template", "'other.html.j2' is not there"),
    ("paper.html.j2", "../../../secret.html", "4:11: wrong-value", "a file in this folder"),
    ("{label: 质量指标", "{label: 数量指标", "6:1: duplicate-id", "'数量指标' stands twice"),
    ("财政资金}", "财政资金}\n  - {id: fiscal, label: 其他}", "15:10: duplicate-id", "'fiscal' stands twice"),
    ("财政资金}", "财政资金, part_of: all}", "14:40: wrong-value", "there is no source 'all'"),
    ("class: satisfaction", "class: happiness", "12:27: wrong-value", "as in output.quantity"),
    ("sources:", "payment_plan: [{id: m, label: 月, month: 13}]\nsources:", "13:41: wrong-value", "more than 12"),
    ("sources:", "payment_plan: [{id: m, label: 月, month: 0x1}]\nsources:", "13:41: wrong-type", "expected a whole number"),
    ("spec: 1", "spec: [", "4:7: yaml-syntax", ""),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "finding", "words"), BROKEN_FORMS)
def test_a_broken_form_is_a_finding_in_the_form_and_stops_its_filings_only(
    workspace: Workspace, old: str, new: str, finding: str, words: str
) -> None:
    workspace.add_filing()
    workspace.edit("specs/2026/202002/filing.yaml", "form: plain", "form: second")
    for path in (FORM, TEMPLATE):
        workspace.write(path.replace("plain", "second"), (workspace.root / path).read_bytes())
    workspace.edit(FORM, old, new)
    checked = workspace.check()
    assert checked.code == 1
    assert words in checked.out
    place, _, code = finding.partition(": ")
    if code != "yaml-syntax":
        assert checked.findings == [f"{FORM}:{place}: {code}"], checked.out
    else:
        assert checked.findings[0].startswith(FORM)
    assert build(workspace).code == 1
    assert workspace.built() == ["2026/202002/filing.html"]


BROKEN_TEMPLATES = [
    ("{% for %}", "paper.html.j2:1", ""),
    ("{{ nothing }}", "paper.html.j2:1", "'nothing' is undefined"),
    ("\n\n{{ filing.nothing }}", "paper.html.j2:3", "has no attribute 'nothing'"),
    ("{{ 1 / 0 }}", "paper.html.j2:1", "division by zero"),
    ("{{ 1 + 'a' }}", "paper.html.j2:1", "unsupported operand"),
    ("{{ text(1) }}", "paper.html.j2:1", ""),
    ("{{ money('x') }}", "paper.html.j2:1", ""),
    ("{% for n in range(10**9) %}{% endfor %}", "paper.html.j2:1", "Range too big"),
    ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "paper.html.j2:1", "recursion"),
    ("{% include 'missing.j2' %}", "paper.html.j2", "missing.j2: not found"),
    ("{{ ''.__class__ }}", "paper.html.j2:1", "unsafe"),
    ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "paper.html.j2:1", "unsafe"),
    ("{{ text.__globals__['Path']('/etc/passwd').read_text() }}", "paper.html.j2:1", "unsafe"),
    ("{{ at.__self__ }}", "paper.html.j2:1", "unsafe"),
    ("{{ filing.projects.append(1) }}", "paper.html.j2:1", ""),
    ("{% set x = filing.__setattr__('year', 1) %}{{ x }}", "paper.html.j2:1", "unsafe"),
    ("{% include '../../secret' %}", "paper.html.j2", "../../secret: not found"),
    ("{% include '/etc/hostname' %}", "paper.html.j2", "/etc/hostname: not found"),
    ("{% include 'link' %}", "paper.html.j2", "link: not found"),
    ("{% include '.' %}", "paper.html.j2", ".: not found"),
]


@pytest.mark.parametrize(("template", "where", "words"), BROKEN_TEMPLATES)
def test_a_template_that_fails_or_reaches_out_is_told_with_its_line_and_writes_nothing(
    workspace: Workspace, template: str, where: str, words: str
) -> None:
    workspace.write("secret", "SECRET")
    (workspace.root / "templates/plain/link").symlink_to(workspace.root / "secret")
    workspace.write(TEMPLATE, template)
    assert workspace.check().code == 0
    built = build(workspace)
    assert built.code == 2, built
    assert f"error: the template {where} of form plain fails: " in built.err
    assert words in built.err
    assert "SECRET" not in built.err
    assert workspace.built() == []


def test_a_template_that_is_not_utf_8_is_told(workspace: Workspace) -> None:
    workspace.write(TEMPLATE, TEMPLATE_TEXT.encode("gbk"))
    built = build(workspace)
    assert built.code == 2
    assert "paper.html.j2 of form plain fails: 'utf-8' codec can't decode" in built.err


def test_what_fails_twice_is_told_once(workspace: Workspace) -> None:
    workspace.add_filing()
    workspace.write(TEMPLATE, "{{ nothing }}")
    built = build(workspace)
    assert built.code == 2
    assert built.err.count("error:") == 1


def test_a_draft_form_has_no_paper(workspace: Workspace) -> None:
    workspace.edit(FORM, "status: ready", "status: draft")
    assert workspace.check().code == 0
    built = build(workspace)
    assert (built.code, workspace.built()) == (2, [])
    assert "the form plain is a draft and has no paper yet" in built.err


def test_the_output_goes_where_it_is_asked_for(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "here")
    built = build(workspace, "-o", "../papers")
    assert built.out == f"../papers/{PAPER}\n"
    assert (tmp_path / "papers" / PAPER).is_file()
    assert build(workspace, "-o", str(workspace.root / "in")).out == f"in/{PAPER}\n"


@pytest.mark.parametrize("blocked", ["build", "build/2026", "build/2026/101001"])
def test_a_file_in_the_way_of_the_output_is_told_and_kept(
    workspace: Workspace, blocked: str
) -> None:
    # The tests may run as root, whom no permission stops.
    workspace.write(blocked, "kept")
    built = build(workspace)
    assert built.code == 2
    assert f"{PAPER} cannot be written: " in built.err
    assert (workspace.root / blocked).read_text(encoding="utf-8") == "kept"


def test_a_folder_in_the_place_of_the_paper_is_told_and_no_file_is_left(
    workspace: Workspace,
) -> None:
    (workspace.root / "build" / PAPER).mkdir(parents=True)
    built = build(workspace)
    assert built.code == 2
    assert "cannot be written: Is a directory" in built.err
    assert workspace.built() == []


def test_a_folder_that_may_not_be_written_is_told(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    built = build(workspace)
    assert (built.code, workspace.built()) == (2, [])
    assert "cannot be written: Permission denied" in built.err


def _fail_when_writing(monkeypatch: pytest.MonkeyPatch, problem: BaseException) -> None:
    """Let half of the data reach the disk, then fail."""
    whole = os.fdopen

    class Full:
        def __init__(self, handle: int, mode: str) -> None:
            self.file = whole(handle, mode)

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()

        def write(self, data: bytes) -> None:
            self.file.write(data[: len(data) // 2])
            raise problem

    monkeypatch.setattr(os, "fdopen", Full)


@pytest.mark.parametrize("older", [True, False])
@pytest.mark.parametrize(
    "case",
    [
        (OSError(28, "No space left on device"), 2, "cannot be written: No space left on device"),
        (KeyboardInterrupt(), 130, ""),
        (RuntimeError("a bug"), 3, "RuntimeError: a bug"),
    ],
    ids=["full disk", "interruption", "bug"],
)
def test_what_breaks_a_write_off_leaves_the_older_paper_and_no_other_file(
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    case: tuple[BaseException, int, str],
    older: bool,
) -> None:
    problem, code, words = case
    if older:
        workspace.write(f"build/{PAPER}", "older")
    before = workspace.snapshot()
    _fail_when_writing(monkeypatch, problem)
    built = build(workspace)
    assert (built.code, built.out) == (code, "")
    assert words in built.err
    assert workspace.built() == ([PAPER] if older else [])
    if older:
        assert (workspace.root / "build" / PAPER).read_text(encoding="utf-8") == "older"
    assert workspace.snapshot() == before


def test_an_older_paper_stands_until_the_new_one_is_whole(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.write(f"build/{PAPER}", "older")
    place = workspace.root / "build" / PAPER
    seen: list[tuple[str, str, bool]] = []

    def refuse(beside: Path, target: Path) -> None:
        new = Path(beside).read_text(encoding="utf-8")
        seen.append((place.read_text(encoding="utf-8"), new[-8:].strip(), Path(target) == place))
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    built = build(workspace)
    assert seen == [("older", "</html>", True)]
    assert (built.code, workspace.built()) == (2, [PAPER])
    assert "cannot be written: Permission denied" in built.err
    assert place.read_text(encoding="utf-8") == "older"


def test_who_has_the_older_paper_open_keeps_it(workspace: Workspace) -> None:
    workspace.write(f"build/{PAPER}", "older")
    place = workspace.root / "build" / PAPER
    with place.open(encoding="utf-8") as older:
        assert "档案数字化经费" in paper(workspace)
        assert older.read() == "older"


def test_a_paper_may_be_read_by_everybody(workspace: Workspace) -> None:
    build(workspace)
    assert (workspace.root / "build" / PAPER).stat().st_mode & 0o777 == 0o644


def test_output_is_written_through_a_file_beside_it(tmp_path: Path) -> None:
    place = tmp_path / "new" / "paper"
    output.write(place, b"one")
    output.write(place, b"two")
    assert place.read_bytes() == b"two"
    assert list(place.parent.iterdir()) == [place]


def test_a_machine_without_the_pdf_libraries_still_makes_html(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise pdf.MissingLibrary(
            message("the PDF libraries cannot be loaded: {reason}", reason="libpango"),
            hint=message("run: brew install pango"),
        )

    monkeypatch.setattr(pdf, "_press", missing)
    workspace.add_filing()
    assert build(workspace).code == 0
    built = workspace.run("build")
    assert built.code == 2
    assert built.err.splitlines() == [
        "error: the PDF libraries cannot be loaded: libpango",
        "   = hint: run: brew install pango",
    ]
    assert workspace.built() == [PAPER, "2026/202002/filing.html"]


@needs("pango")
def test_a_pdf_carries_the_data_unless_asked_not_to(workspace: Workspace) -> None:
    pikepdf = pytest.importorskip("pikepdf")
    workspace.edit(FILING, "stage: draft", "stage: draft # note")
    assert workspace.run("build", "--to", "pdf").code == 0
    with pikepdf.open(workspace.root / "build/2026/101001/filing.pdf") as document:
        assert sorted(document.attachments) == ["filing.yaml", "projects-archive.yaml"]
        data = document.attachments["filing.yaml"].get_file().read_bytes()
        assert b"note" not in data
        assert "name: 示例县档案馆".encode() in data
    bare = workspace.run("build", "--to", "pdf", "--attach", "none", "--pdf-profile", "plain")
    assert bare.code == 0
    with pikepdf.open(workspace.root / "build/2026/101001/filing.pdf") as document:
        assert not document.attachments


@needs("pango")
def test_a_character_that_no_font_has_is_told_where_it_stands(workspace: Workspace) -> None:
    workspace.edit(PROJECT, "name: 数字化页数", "name: 数字𓀀化")
    built = workspace.run("build", "--to", "html,pdf")
    assert built.code == 1
    assert built.findings == [f"{PROJECT}:13:13: missing-glyph"]
    words = "name（三级指标） has the character 𓀀 (U+13000), which no font prints"
    assert words in built.err
    assert workspace.built() == [PAPER]


@needs("pango")
def test_a_character_of_the_template_that_no_font_has_is_told_for_the_filing(
    workspace: Workspace,
) -> None:
    workspace.edit(TEMPLATE, "<table>", "<table><caption>𓀀</caption>")
    built = workspace.run("build", "--to", "pdf")
    assert built.code == 1
    assert built.findings == [f"{FILING}:1:1: missing-glyph"]


@needs("pango")
def test_a_character_written_as_an_escape_is_found_as_the_value(workspace: Workspace) -> None:
    workspace.edit(PROJECT, "name: 数字化页数", 'name: "\\U00013000"')
    assert workspace.run("build", "--to", "pdf").findings == [f"{PROJECT}:13:12: missing-glyph"]


def test_formats_are_made_in_order_once_and_unknown_ones_refused(workspace: Workspace) -> None:
    assert workspace.run("build", "--to", "html, html").out == f"build/{PAPER}\n"
    for wrong in ("doc", "html,doc", ""):
        built = workspace.run("build", "--to", wrong)
        assert built.code == 2
        assert "is no format; there are: html, pdf, docx, xlsx" in built.err


def test_the_same_input_gives_the_same_bytes_in_another_place_locale_and_hash_seed(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    first = paper(workspace)
    other = tmp_path_factory.mktemp("other") / "里 面"
    second = Workspace(other)
    environment = os.environ | {"PYTHONHASHSEED": "7", "LC_ALL": "zh_CN.UTF-8", "TZ": "Asia/Urumqi"}
    command = [sys.executable, "-m", "perfspec", "build", "--to", "html"]
    checkout = str(Path(__file__).parents[2])
    subprocess.run(command, cwd=second.root, env=environment | {"PYTHONPATH": checkout}, check=True)
    assert (other / "build" / PAPER).read_text(encoding="utf-8") == first


def test_a_year_or_path_chooses_what_is_built(workspace: Workspace) -> None:
    workspace.add_filing()
    assert build(workspace, FOLDER).out == f"build/{PAPER}\n"
    assert build(workspace, "2026").out.count("\n") == 2


def test_a_filing_that_cannot_be_read_has_no_paper_to_compose(workspace: Workspace) -> None:
    from perfspec import pipeline  # noqa: PLC0415 — only this test goes below the command

    workspace.edit(FILING, "stage: draft", "stage: x")
    with pytest.raises(ValueError, match="specs/2026/101001"):
        pipeline.compose(workspace.load())


def test_output_outside_of_the_working_directory_is_named_in_full(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    built = run("build", "--to", "html", str(workspace.root / FOLDER), cwd=elsewhere)
    assert built.out == f"{workspace.root / 'build' / PAPER}\n"


def test_form_text_is_the_one_that_the_workspace_starts_with(workspace: Workspace) -> None:
    assert (workspace.root / FORM).read_text(encoding="utf-8") == FORM_TEXT


def test_an_error_has_its_words_for_logs_too() -> None:
    assert str(PerfspecError(message("{what} is gone", what="it"))) == "it is gone"


def test_word_and_excel_are_built_beside_html(workspace: Workspace) -> None:
    built = workspace.run("build", "--to", "docx,xlsx,html")
    assert built.code == 0
    folder = "build/2026/101001/filing"
    assert built.out.splitlines() == [f"{folder}.xlsx", f"{folder}.html", f"{folder}.docx"]
    for name in ("docx", "xlsx"):
        assert (workspace.root / f"{folder}.{name}").read_bytes().startswith(b"PK")


@needs("pango")
def test_the_contents_of_word_show_the_page_numbers_of_the_pdf_of_the_same_run(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: list[dict[str, str]] = []

    def render(_html: str, _files: object, numbers: dict[str, str]) -> bytes:
        handed.append(dict(numbers))
        return b"PK"

    monkeypatch.setattr("perfspec.render.docx.render", render)
    paged = '<style>@page { @bottom-center { content: "— " counter(page, lower-roman) " —" } }'
    workspace.edit(TEMPLATE, "<body>", f'{paged} p {{ break-before: page }}</style><body id="a">')
    workspace.edit(TEMPLATE, '<p{{ at(table.project, "purpose") }}>', '<p id="b">')
    assert workspace.run("build", "--to", "docx,pdf").code == 0
    assert workspace.run("build", "--to", "docx").code == 0
    assert handed[0].keys() == {"a", "b"}
    assert handed[0]["a"] == "i"
    assert set(handed[0]["b"]) <= set("ivx")
    assert handed[0]["b"] != "i"
    assert handed[1] == {}
