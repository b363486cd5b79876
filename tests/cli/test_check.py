"""`perfspec check`: rules, settings, suppression, formats, and what they do to the exit code."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from perfspec import review, schema
from tests.helpers import FILING, FOLDER, PROJECT, Workspace, run
from tests.slips import RULES

FORM = "templates/plain/form.yaml"


@pytest.fixture(autouse=True)
def _rules(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put two rules in, and a slip that one of them finds."""
    monkeypatch.setattr(review, "RULES", RULES)
    workspace.edit(PROJECT, "name: 档案数字化经费", "name: 档案数错化经费")


class TestFindings:
    """What rules find."""

    def test_is_shown_where_it_stands_with_its_fix_and_its_page(self, workspace: Workspace) -> None:
        workspace.edit(PROJECT, "1.完成数字化。", "1.完成数错化。")
        ended = workspace.run("check")
        assert ended.code == 0
        assert ended.out == (
            f"{PROJECT}:3:10: warning[word-slip]: '错' is a slip\n"
            "    3 | name: 档案数错化经费\n"
            "      |             ^^\n"
            f"  {PROJECT}:2:7: the unit\n"
            "    2 | unit: 101001\n"
            "      |       ^^^^^^\n"
            "   = fix: write '对'\n"
            "   = see: perfspec explain word-slip\n\n"
            f"{PROJECT}:9:10: warning[word-slip]: '错' is a slip\n"
            "    9 |   - 1.完成数错化。\n"
            "      |             ^^\n"
            f"  {PROJECT}:2:7: the unit\n"
            "    2 | unit: 101001\n"
            "      |       ^^^^^^\n"
            "   = fix: write '对'\n\n"
        )
        assert ended.err == "filings: 1, files: 3; errors: 0, warnings: 2, notes: 0\n"

    @pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1), ("info", 1)])
    def test_the_mildest_finding_that_counts_is_chosen(
        self, workspace: Workspace, level: str, code: int
    ) -> None:
        assert workspace.run("check", "--fail-on", level).code == code
        workspace.write("perfspec.toml", f"[check]\nfail-on = '{level}'\n")
        assert workspace.run("check").code == code
        assert workspace.run("check", "--fail-on", "error").code == 0

    def test_what_could_not_be_judged_is_counted(self, workspace: Workspace) -> None:
        workspace.edit(FILING, "stage: draft", "stage: draft\ncomplete: false")
        ended = workspace.run("check", "--statistics")
        assert ended.err.endswith("notes: 0; not enough data: 1\n")
        table = ended.out.partition("explain word-slip\n\n")[2].splitlines()
        assert [line.split()[:4] for line in table[1:3]] == [
            ["data-lacking", "0", "0", "1"],
            ["word-slip", "1", "0", "0"],
        ]
        assert table[-1] == f"  {FILING}:3:7: data-lacking: the year is not stated"
        document = workspace.json()
        assert document["undecided"] == [
            {
                "code": "data-lacking",
                "message": "the year is not stated",
                "path": FILING,
                "start": {"line": 3, "column": 7},
                "end": {"line": 3, "column": 11},
            }
        ]


class TestSelection:
    """`--select`, `--ignore` and the settings."""

    @pytest.mark.parametrize(
        ("args", "codes"),
        [
            ([], ["word-slip"]),
            (["--select", "word-slip"], ["word-slip"]),
            (["--select", "data-lacking"], []),
            (["--select", "data-lacking, word-slip"], ["word-slip"]),
            (["--select=data-lacking", "--select=word-slip"], ["word-slip"]),
            (["--ignore", "word-slip"], []),
            (["--ignore", "data-lacking"], ["word-slip"]),
            (["--select", "word-slip", "--ignore", "word-slip"], []),
        ],
    )
    def test_rules_are_chosen_by_name(
        self, workspace: Workspace, args: list[str], codes: list[str]
    ) -> None:
        assert [one["code"] for one in workspace.json(*args)["findings"]] == codes

    def test_what_cannot_be_read_is_told_whatever_is_chosen(self, workspace: Workspace) -> None:
        workspace.edit(FILING, "stage: draft", "stage: x")
        workspace.write("perfspec.toml", "[rules.x]\n")
        ended = workspace.run("check", "--select", "data-lacking", "--ignore", "word-slip")
        assert ended.findings == ["perfspec.toml:1:8: unknown-rule", f"{FILING}:4:8: wrong-value"]

    @pytest.mark.parametrize("option", ["--select", "--ignore"])
    def test_a_rule_that_there_is_not_is_a_usage_error(
        self, workspace: Workspace, option: str
    ) -> None:
        ended = workspace.run("check", option, "word-slips")
        assert (ended.code, ended.out) == (2, "")
        assert "there is no rule 'word-slips': did you mean word-slip?" in ended.err
        for empty in ("", "word-slip,"):
            assert "there is no rule ''" in workspace.run("check", option, empty).err

    @pytest.mark.parametrize("option", ["--select", "--ignore"])
    def test_a_name_that_is_like_none_does_not_bring_the_whole_list(
        self, workspace: Workspace, option: str
    ) -> None:
        ended = workspace.run("check", option, "qq")
        assert ended.err.endswith("there is no rule 'qq': perfspec rules lists them all\n")
        ended = workspace.run("check", option, "unknown-key")
        assert "unknown-key is no rule of review: it is found while the files" in ended.err

    def test_a_usage_error_in_chinese_has_chinese_marks(self, workspace: Workspace) -> None:
        ended = workspace.run("--lang", "zh", "check", "--select", "word-slips")
        assert ended.err.startswith("用法：perfspec check ")
        assert ended.err.endswith("没有名为“word-slips”的规则：是不是 word-slip？\n")
        helped = workspace.run("--lang", "zh", "check", "--help").out
        assert helped.startswith("用法：perfspec check ")
        assert "\n选项：\n" in helped
        assert "\n命令：\n" in workspace.run("--lang", "zh", "--help").out
        english = workspace.run("check", "--help").out
        assert english.startswith("Usage: perfspec check ")
        assert "\nOptions:\n" in english

    def test_a_form_and_a_workspace_switch_rules_and_set_options(
        self, workspace: Workspace
    ) -> None:
        form = (workspace.root / FORM).read_text(encoding="utf-8")
        workspace.write(FORM, f"{form}rules:\n  word-slip: {{level: error, words: [经]}}\n")
        assert workspace.check().findings == [f"{PROJECT}:3:12: word-slip"]
        assert workspace.check().code == 1
        workspace.write(
            "perfspec.toml", "[rules.word-slip]\nlevel = 'info'\nextend-words = ['费']\n"
        )
        ended = workspace.run("check")
        assert ended.findings == [f"{PROJECT}:3:12: word-slip", f"{PROJECT}:3:13: word-slip"]
        assert ended.err.endswith("errors: 0, warnings: 0, notes: 2\n")
        workspace.write("perfspec.toml", "[rules.word-slip]\nlevel = 'off'\n")
        assert workspace.check().findings == []
        assert len(workspace.run("check", "--select", "word-slip").findings) == 1

    @pytest.mark.parametrize(
        ("written", "level"), [("off", "off"), ("'info'", "info"), ("false", "off")]
    )
    def test_a_level_that_stands_alone_in_a_form_is_shown_as_it_is_written(
        self, workspace: Workspace, written: str, level: str
    ) -> None:
        form = (workspace.root / FORM).read_text(encoding="utf-8")
        workspace.write(FORM, f"{form}rules:\n  word-slip: {written}\n")
        ended = workspace.check()
        assert [one.partition(": ")[2] for one in ended.findings] == ["wrong-type"]
        assert f"   = hint: write word-slip: {{level: {level}}}\n" in ended.out

    def test_what_is_wrong_in_a_form_or_workspace_is_told_once_a_run(
        self, workspace: Workspace
    ) -> None:
        workspace.add_filing()
        form = (workspace.root / FORM).read_text(encoding="utf-8")
        workspace.write(FORM, f"{form}rules:\n  word-slip: {{levels: off}}\n  y: {{}}\n")
        workspace.write("perfspec.toml", "[rules.x]\n")
        ended = workspace.run("check", "2026")
        assert ended.findings == [
            "perfspec.toml:1:8: unknown-rule",
            f"{FORM}:16:15: unknown-option",
            f"{FORM}:17:3: unknown-rule",
        ]
        assert ended.err.startswith("filings: 2, files: 5; errors: 3,")

    def test_a_form_is_read_once_a_run(
        self, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        workspace.add_filing()
        validated: list[str] = []
        validate = schema.validate

        def count(tree: object, name: str) -> object:
            validated.append(name)
            return validate(tree, name)  # type: ignore[arg-type]  # passed on as it came

        monkeypatch.setattr(schema, "validate", count)
        assert workspace.run("check").code == 0
        assert sorted(validated) == ["filing", "filing", "form", "project", "project"]


class TestSuppression:
    """Comments in the YAML."""

    def test_a_finding_that_a_comment_silences_is_counted_and_listed_with_its_reason(
        self, workspace: Workspace
    ) -> None:
        workspace.edit(
            PROJECT, "name: 档案", "# perfspec: ignore word-slip — 项目的正式名称\nname: 档案"
        )
        ended = workspace.run("check", "--fail-on", "info")
        assert (ended.code, ended.out) == (0, "")
        assert ended.err == "filings: 1, files: 3; nothing found; suppressed: 1\n"
        document = workspace.json()
        assert document["status"] == "clean"
        (suppressed,) = document["suppressed"]
        assert suppressed["reason"] == "项目的正式名称"
        assert suppressed["finding"]["code"] == "word-slip"
        validator = Draft7Validator(json.loads(schema.text("findings")))
        assert list(validator.iter_errors(document)) == []

    def test_a_comment_that_is_wrong_or_stale_is_a_warning(self, workspace: Workspace) -> None:
        workspace.edit(PROJECT, "unit: 101001", "unit: 101001 # perfspec: ignore word-slip — x")
        workspace.edit(FILING, "year: 2026", "year: 2026 # perfspec: ignore slip")
        assert workspace.check().findings == [
            f"{FILING}:3:12: suppression-reason",
            f"{FILING}:3:31: suppression-unknown",
            f"{PROJECT}:2:33: suppression-stale",
            f"{PROJECT}:3:10: word-slip",
        ]
        assert f"{PROJECT}:2:33: suppression-stale" in workspace.run("check", FOLDER).findings
        # A rule that did not run finds nothing anywhere.
        for args in (["--ignore", "word-slip"], ["--select", "data-lacking"]):
            assert not any("stale" in one for one in workspace.run("check", *args).findings)

    def test_a_finding_of_reading_cannot_be_silenced(self, workspace: Workspace) -> None:
        workspace.edit(FILING, "stage: draft", "stage: x # perfspec: ignore wrong-value — x")
        assert workspace.check().findings == [f"{FILING}:4:8: wrong-value"]

    def test_the_paper_is_built_as_without_the_comment(self, workspace: Workspace) -> None:
        assert workspace.run("build", "--to", "html").code == 0
        before = (workspace.root / "build/2026/101001/filing.html").read_bytes()
        workspace.edit(PROJECT, "name: 档案", "# perfspec: ignore word-slip — x\nname: 档案")
        assert workspace.run("build", "--to", "html", "--strict").code == 0
        assert (workspace.root / "build/2026/101001/filing.html").read_bytes() == before


class TestFormats:
    """`--format`, several times, to files."""

    def test_several_formats_go_to_their_files_and_one_to_stdout(
        self, workspace: Workspace, tmp_path: Path
    ) -> None:
        (tmp_path / "out").mkdir()
        ended = workspace.run(
            "check", "--format", "json=out/f.json", "--format", "text=f=1.txt", "--format=json"
        )
        assert ended.out == (tmp_path / "out/f.json").read_text(encoding="utf-8")
        text = (tmp_path / "f=1.txt").read_text(encoding="utf-8")
        assert text == workspace.run("check").out
        assert {path.name for path in (tmp_path / "out").iterdir()} == {"f.json"}

    def test_a_file_has_no_colours_and_stdout_then_has_nothing(
        self, workspace: Workspace, tmp_path: Path
    ) -> None:
        ended = workspace.run("check", "--format", "text=f.txt", "--color", "always")
        assert (ended.out, ended.err[:7]) == ("", "filings")
        assert "\x1b" not in (tmp_path / "f.txt").read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        ("args", "words"),
        [
            (["--format", "jsn"], "there is no format 'jsn': did you mean json?"),
            (["--format", "jsn=x"], "there is no format 'jsn': did you mean json?"),
            (["--format", "json="], "json= names no file"),
            (["--format", "json", "--format", "text"], "two formats go to stdout"),
            (["--format", "json=x", "--format", "text=./y/../x"], "two formats go to y/../x"),
            (["--diff", "--format", "json"], "--diff prints to stdout: give the other format a"),
        ],
    )
    def test_what_cannot_be_given_is_a_usage_error(
        self, workspace: Workspace, args: list[str], words: str
    ) -> None:
        ended = workspace.run("check", *args)
        assert (ended.code, ended.out) == (2, "")
        assert words in " ".join(ended.err.split())
        assert not (workspace.root / "x").exists()

    def test_a_file_that_cannot_be_written_is_2(self, workspace: Workspace) -> None:
        (workspace.root / "out").mkdir()
        ended = workspace.run("check", "--format", "json=out")
        assert (ended.code, ended.out) == (2, "")
        assert "cannot be written" in ended.err

    @pytest.mark.parametrize("option", ["--format=json=", "--write-baseline="])
    @pytest.mark.parametrize(
        "path",
        [
            FILING,
            f"specs/../{PROJECT}",
            f"{FOLDER}/found.json",
            "specs/found.json",
            FORM,
            "perfspec.toml",
            "./link.json",
        ],
    )
    def test_what_is_checked_is_not_written_over(
        self, workspace: Workspace, option: str, path: str
    ) -> None:
        (workspace.root / "link.json").symlink_to(workspace.root / FILING)
        before = workspace.snapshot()
        ended = workspace.run("check", f"{option}{path}")
        assert (ended.code, ended.out) == (2, "")
        assert ended.err == (
            f"error: {Path(path)} belongs to what is checked and cannot be an output file\n"
            "   = hint: name a file outside specs/ and templates/\n"
        )
        assert workspace.snapshot() == before
        assert (workspace.root / "perfspec.toml").read_bytes() == b""

    def test_from_a_folder_below_it_is_the_same_file(self, workspace: Workspace) -> None:
        ended = run("check", "--format", "json=filing.yaml", cwd=workspace.root / FOLDER)
        assert (ended.code, ended.out) == (2, "")
        assert ended.err.startswith("error: filing.yaml belongs to what is checked")

    @pytest.mark.parametrize(
        "args", [["--baseline", "known.json"], ["--write-baseline", "known.json"], []]
    )
    def test_findings_are_not_written_over_the_baseline(
        self, workspace: Workspace, args: list[str]
    ) -> None:
        workspace.write("known.json", '{"spec": 1, "known": []}')
        if not args:
            workspace.write("perfspec.toml", "[check]\nbaseline = 'known.json'\n")
        ended = workspace.run("check", "--format=json=specs/../known.json", *args)
        assert (ended.code, ended.out) == (2, "")
        assert "known.json is the baseline and cannot be an output file" in ended.err
        assert (workspace.root / "known.json").read_bytes() == b'{"spec": 1, "known": []}'

    @pytest.mark.parametrize("name", ["specs.json", "templates-found.json", "perfspec.toml.json"])
    def test_a_file_beside_them_is_written(self, workspace: Workspace, name: str) -> None:
        assert workspace.run("check", "--format", f"json={name}").code == 0
        assert (workspace.root / name).is_file()

    @pytest.mark.parametrize("option", ["--format=json=", "--write-baseline="])
    def test_no_folder_is_made_for_an_output(self, workspace: Workspace, option: str) -> None:
        ended = workspace.run("check", f"{option}out/a/f.json")
        assert (ended.code, ended.out) == (2, "")
        assert ended.err == (
            "error: out/a/f.json cannot be written: there is no folder out/a\n"
            "   = hint: make the folder first\n"
        )
        assert not (workspace.root / "out").exists()

    def test_statistics_stand_behind_the_text_and_beside_a_document(
        self, workspace: Workspace
    ) -> None:
        text = workspace.run("check").out
        ended = workspace.run("check", "--statistics")
        assert ended.out.startswith(f"{text}rule ")
        table = ended.out.removeprefix(text)
        beside = workspace.run("check", "--statistics", "--format", "json")
        json.loads(beside.out)
        assert beside.err.startswith(table)

    @pytest.mark.parametrize("name", ["sarif", "github", "junit"])
    def test_every_format_says_it(self, workspace: Workspace, name: str) -> None:
        assert "word-slip" in workspace.run("check", "--format", name).out


class TestBuild:
    """What findings of review mean to `perfspec build`."""

    def test_a_paper_is_built_all_the_same_and_the_findings_are_counted(
        self, workspace: Workspace
    ) -> None:
        ended = workspace.run("build", "--to", "html")
        assert (ended.code, ended.out) == (0, "build/2026/101001/filing.html\n")
        assert ended.err == f"{FOLDER}: 1 found; `perfspec check {FOLDER}` shows what\n"

    def test_a_strict_build_shows_them_and_writes_nothing(self, workspace: Workspace) -> None:
        ended = workspace.run("build", "--to", "html", "--strict")
        assert (ended.code, ended.out) == (1, "")
        assert ended.findings == [f"{PROJECT}:3:10: word-slip"]
        assert workspace.built() == []
        workspace.write("perfspec.toml", "[rules.word-slip]\nlevel = 'off'\n")
        assert workspace.run("build", "--to", "html", "--strict").code == 0

    def test_wrong_settings_are_told_and_the_papers_built(self, workspace: Workspace) -> None:
        workspace.write("perfspec.toml", "[rules.x]\n")
        workspace.add_filing()
        ended = workspace.run("build", "--to", "html")
        assert (ended.code, ended.findings) == (1, ["perfspec.toml:1:8: unknown-rule"])
        assert len(workspace.built()) == 2


def test_findings_of_several_filings_come_in_the_order_of_their_paths(workspace: Workspace) -> None:
    workspace.add_filing("303003")
    workspace.add_filing("202002")
    for department in ("303003", "202002"):
        path = f"specs/2026/{department}/projects/archive.yaml"
        workspace.edit(path, "name: 档案数字化经费", "name: 档案数错化经费")
    found = workspace.check().findings
    assert [one.split("/")[2] for one in found] == ["101001", "202002", "303003"]
