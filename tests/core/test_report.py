"""Findings in a terminal and as JSON."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from perfspec import schema
from perfspec.diagnostics import Diagnostic, Place, Related, Severity, error
from perfspec.findings import Finding, Suppressed, settle
from perfspec.messages import english, message, translator
from perfspec.report import FORMATS, Summary
from perfspec.report.text import Style, block, total
from perfspec.source import Region, Source
from tests.core.reports import CHINESE, RULE, amount, found, unjudged
from tests.helpers import Workspace, tree

PLAIN = Style(translate=english)


def finding(text: str, start: int, end: int, *, severity: Severity = Severity.ERROR) -> Finding:
    """Return a finding for a stretch of `text`."""
    diagnostic = Diagnostic(
        code="some-code",
        severity=severity,
        message=message("something is wrong"),
        at=Region(path="f.yaml", start=start, end=end),
    )
    (found,) = settle([diagnostic], {"f.yaml": Source(path="f.yaml", text=text)}, {})
    return found


@pytest.mark.parametrize(
    ("text", "start", "end", "excerpt"),
    [
        ("name: abc\n", 6, 9, ["name: abc", "      ^^^"]),
        # a Chinese character takes two columns of a terminal, in front of the mark and below it
        ("名称: 绩效abc\n", 4, 6, ["名称: 绩效abc", "      ^^^^"]),
        ("𠀀😀: x\n", 4, 5, ["𠀀😀: x", "      ^"]),
        ("a: ｱ一\n", 4, 5, ["a: ｱ一", "    ^^"]),
        # an accent that has no width of its own
        ("e\u0301e\u0301: x\n", 6, 7, ["e\u0301e\u0301: x", "    ^"]),
        # a tab is shown as one space, so that the caret stands below its character
        ("a:\tb\tc\n", 5, 6, ["a: b c", "     ^"]),
        ("a: 'x'\r\nb: 1\r\n", 3, 6, ["a: 'x'", "   ^^^"]),
        # what goes on in further lines is marked to the end of the first
        ("a: [x,\n  y]\n", 3, 11, ["a: [x,", "   ^^^"]),
        # a place without length gets one mark
        ("a:\n", 2, 2, ["a:", "  ^"]),
        ("a: b", 4, 4, ["a: b", "    ^"]),
        ("\n\nx", 0, 0, []),
        ("   \nx", 1, 2, []),
    ],
)
def test_the_caret_stands_below_what_is_meant(
    text: str, start: int, end: int, excerpt: list[str]
) -> None:
    lines = block(finding(text, start, end), PLAIN).splitlines()
    assert lines[0].endswith(": error[some-code]: something is wrong")
    assert [line[8:] for line in lines[1:]] == excerpt


@pytest.mark.parametrize("start", [0, 5, 30, 60, 100, 299])
@pytest.mark.parametrize("filler", ["绩", "a", "绩a"])
def test_a_long_line_is_cut_to_a_window_that_shows_the_place(start: int, filler: str) -> None:
    text = (filler * 300)[:300]
    text = text[:start] + "X" + text[start + 1 :]
    line, caret = block(finding(text, start, start + 1), PLAIN).splitlines()[1:3]
    shown = line[8:]
    assert "X" in shown
    before = shown[: shown.index("X")]
    assert caret[8:].index("^") == sum(2 if c == "绩" else 1 for c in before)
    assert sum(2 if c == "绩" else 1 for c in shown) <= 78
    assert shown.startswith("…") == (text[: len(before)] != before)
    assert shown.endswith("…") == (start < 200)


def test_a_long_mark_ends_with_the_window() -> None:
    line, caret = block(finding("绩" * 300, 0, 300), PLAIN).splitlines()[1:3]
    assert caret.count("^") == 76
    assert line[8:] == "绩" * 38 + "…"


def test_a_report_is_blocks_with_notes_and_hints() -> None:
    one = tree("spec: 1\n名称: 绩效\n其他: x\n", "specs/文.yaml")
    diagnostics = [
        error(
            "duplicate-id",
            (one.place / "其他").part(0, 1),
            message("project {name} is listed twice", name="x"),
            hint=message("put the text in quotes"),
            related=(Related(one.place / "名称", message("listed here first")),),
        ),
        error("file-missing", Region(path="specs/a.yaml"), message("the file is not there")),
    ]
    found = settle(diagnostics, {one.source.path: one.source}, {one.source.path: one})
    summary = Summary(filings=1, files=2, findings=tuple(found))
    assert FORMATS["text"](summary, PLAIN) == (
        "specs/a.yaml:1:1: error[file-missing]: the file is not there\n"
        "\n"
        "specs/文.yaml:3:5: error[duplicate-id]: project x is listed twice\n"
        "    3 | 其他: x\n"
        "      |       ^\n"
        "  specs/文.yaml:2:5: listed here first\n"
        "    2 | 名称: 绩效\n"
        "      |       ^^^^\n"
        "   = hint: put the text in quotes\n"
        "\n"
    )
    chinese = FORMATS["text"](summary, Style(translate=translator("zh"), prefix="../"))
    assert chinese.startswith("../specs/a.yaml:1:1: 错误[file-missing]: ")


@pytest.mark.parametrize(
    ("severity", "colour"), [(Severity.ERROR, 31), (Severity.WARNING, 33), (Severity.INFO, 36)]
)
def test_colours_tell_the_level_and_change_no_character(severity: Severity, colour: int) -> None:
    found = finding("a: 绩\n", 3, 4, severity=severity)
    painted = block(found, Style(translate=english, colour=True))
    assert f"\x1b[1;{colour}m{severity.value}[some-code]\x1b[0m" in painted
    assert f"\x1b[{colour}m^^\x1b[0m" in painted
    bare = painted
    for code in (f"\x1b[1;{colour}m", f"\x1b[{colour}m", "\x1b[1m", "\x1b[0m"):
        bare = bare.replace(code, "")
    assert bare == block(found, PLAIN)


def test_the_last_line_counts() -> None:
    found = tuple(finding("a", 0, 1, severity=level) for level in Severity)
    assert english(total(Summary(filings=2, files=5, findings=found))) == (
        "filings: 2, files: 5; errors: 1, warnings: 1, notes: 1"
    )
    clean = Summary(filings=2, files=5, findings=())
    assert english(total(clean)) == "filings: 2, files: 5; nothing found"
    assert not clean.fails(Severity.INFO)


def test_fix_and_page_are_told_and_the_page_once_for_each_rule() -> None:
    twice = Summary(filings=1, files=1, findings=found(amount(), amount()))
    said = FORMATS["text"](twice, PLAIN).splitlines()
    assert [line for line in said if line.startswith("   = ")] == [
        "   = hint: put the text in quotes",
        "   = fix: put the text in quotes",
        f"   = see: perfspec explain {RULE}",
        "   = hint: put the text in quotes",
        "   = fix: put the text in quotes",
    ]
    chinese = FORMATS["text"](twice, CHINESE)
    assert chinese.count("   = 改法：") == 2
    assert chinese.count(f"   = 详见：perfspec explain {RULE}\n") == 1
    reading = Summary(filings=1, files=1, findings=found(amount(), by_rule=False))
    assert "explain" not in FORMATS["text"](reading, PLAIN)


def test_the_last_line_says_what_is_held_back() -> None:
    (one,) = found(amount())
    summary = Summary(
        filings=1,
        files=2,
        findings=(),
        undecided=(unjudged(),),
        suppressed=(Suppressed(finding=one, reason="x"),),
        known=(one, one),
        gone=3,
    )
    assert english(total(summary)) == (
        "filings: 1, files: 2; nothing found; not enough data: 1; suppressed: 1;"
        " in the baseline: 2; no longer found, but in the baseline: 3"
    )
    assert translator("zh")(total(summary)) == (
        "文本 1 份，文件 2 个；没有发现问题；数据不足无法判断 1 处；已注明忽略 1 个；"
        "基线中已有 2 个；基线中已不存在的 3 个"
    )


class TestJson:
    """Findings for programs."""

    def valid(self, document: object) -> None:
        """Assert that the published schema accepts the document."""
        assert (
            list(Draft7Validator(json.loads(schema.text("findings"))).iter_errors(document)) == []
        )

    def test_a_clean_run_says_so(self, workspace: Workspace) -> None:
        document = workspace.json()
        self.valid(document)
        assert document["status"] == "clean"

    def test_findings_have_their_places_in_characters(self, workspace: Workspace) -> None:
        workspace.edit("specs/2026/101001/filing.yaml", "  - archive", "  - archive\n  - archive")
        workspace.write("specs/2026/filing.yaml", "")
        document = workspace.json()
        self.valid(document)
        assert document["status"] == "findings"
        assert document["findings"][1] == {
            "code": "duplicate-id",
            "severity": "error",
            "message": "project archive is listed twice",
            "hint": None,
            "path": "specs/2026/101001/filing.yaml",
            "start": {"line": 18, "column": 5},
            "end": {"line": 18, "column": 12},
            "related": [
                {
                    "message": "listed here first",
                    "path": "specs/2026/101001/filing.yaml",
                    "start": {"line": 17, "column": 5},
                    "end": {"line": 17, "column": 12},
                }
            ],
            "fix": None,
            "fingerprint": document["findings"][1]["fingerprint"],
        }

    def test_it_is_the_only_thing_on_stdout_and_says_the_words_of_the_language(
        self, workspace: Workspace
    ) -> None:
        workspace.edit("specs/2026/101001/filing.yaml", "stage: draft", "stage: drafts")
        ended = workspace.run("check", "--format", "json", "--color", "always")
        assert ended.code == 1
        document = json.loads(ended.out)
        self.valid(document)
        assert document["findings"][0]["hint"] == "did you mean draft?"
        assert "\x1b" not in ended.out

    def test_the_schema_refuses_what_is_no_report(self) -> None:
        validator = Draft7Validator(json.loads(schema.text("findings")))
        assert not validator.is_valid({})
        assert not validator.is_valid(
            {"spec": 1, "status": "clean", "filings": -1, "files": 0, "findings": []}
        )

    def test_every_place_can_be_shown(self) -> None:
        assert set(FORMATS) == {"text", "json", "sarif", "github", "junit"}
        assert Place("f").keys == ()
        assert Path("f").name == "f"
