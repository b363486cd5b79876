"""`perfspec diff`: sides, formats, files and exit codes."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from perfspec.changes import formats
from perfspec.changes.formats import FORMATS
from perfspec.cli import products
from perfspec.render.document import MissingGlyph
from tests.gits import IDENTITY, Repository
from tests.helpers import FILING_TEXT, PROJECT_TEXT, Workspace, run
from tests.needs import needs

OLD, NEW = "specs/2025/101001", "specs/2026/101001"


def _two_years(workspace: Workspace) -> Workspace:
    """Write a second filing, so that the budget rose and the target fell."""
    project = PROJECT_TEXT.replace("112500", "100000").replace("10万", "12万")
    workspace.write(f"{OLD}/filing.yaml", FILING_TEXT.replace("year: 2026", "year: 2025"))
    workspace.write(f"{OLD}/projects/archive.yaml", project)
    return workspace


@pytest.fixture
def years(workspace: Workspace) -> Workspace:
    """Return a workspace with two years."""
    return _two_years(workspace)


@pytest.fixture
def judged(tmp_path: Path) -> Workspace:
    """Return a workspace with two years and all rules, two of which find something."""
    made = _two_years(Workspace(tmp_path))
    made.edit(f"{NEW}/filing.yaml", "  - archive\n", "  - archive\n  - reading\n")
    made.write(f"{NEW}/projects/reading.yaml", PROJECT_TEXT.replace("档案数字化经费", "阅览室修缮"))
    return made


class TestFormats:
    """`--to` and `-o`."""

    def test_text_goes_to_stdout_and_nothing_is_written(self, years: Workspace) -> None:
        before = sorted(years.root.rglob("*"))
        ended = years.run("diff", "2025", "2026")
        assert ended.code == 0
        assert "100000.00 → 112500.00" in ended.out
        assert "≥12万页 → ≥10万页" in ended.out
        assert ended.err == ""
        assert sorted(years.root.rglob("*")) == before

    @pytest.mark.parametrize("name", sorted({*FORMATS, "html"} - {"xlsx"}))
    def test_every_text_is_the_same_on_stdout_and_in_a_file(
        self, years: Workspace, name: str
    ) -> None:
        ended = years.run("diff", "2025", "2026", "--to", name, "--to", "text=a.txt")
        assert ended.code == 0
        assert years.run("diff", "2025", "2026", "--to", f"{name}=b").code == 0
        assert (years.root / "b").read_bytes().decode() == ended.out
        assert ended.err == "a.txt is written\n"

    def test_several_formats_go_to_their_files(self, years: Workspace) -> None:
        options = [f"--to={name}=out.{name}" for name in FORMATS]
        ended = years.run("diff", "2025", "2026", *options)
        assert (ended.code, ended.out) == (0, "")
        assert {path.name for path in years.root.glob("out.*")} == {
            f"out.{name}" for name in FORMATS
        }
        assert (years.root / "out.xlsx").read_bytes().startswith(b"PK")

    @pytest.mark.parametrize(
        ("options", "begins"),
        [
            (["-o", "x.md"], "<!--"),
            (["-o", "x.json"], "{"),
            (["-o", "x.HTML"], "<!DOCTYPE html>"),
            (["-o", "x.csv", "--to", "json"], "{"),
            (["-o", "x.txt"], "示例县档案馆"),
        ],
    )
    def test_the_ending_tells_the_format_unless_it_is_named(
        self, years: Workspace, options: list[str], begins: str
    ) -> None:
        assert years.run("diff", "2025", "2026", *options).code == 0
        assert (years.root / options[1]).read_text(encoding="utf-8").startswith(begins)

    @needs("pango")
    def test_a_pdf_is_printed_of_the_html(self, years: Workspace) -> None:
        assert years.run("diff", "2025", "2026", "-o", "x.pdf").code == 0
        first = (years.root / "x.pdf").read_bytes()
        assert first.startswith(b"%PDF-")
        years.run("diff", "2025", "2026", "-o", "x.pdf")
        assert (years.root / "x.pdf").read_bytes() == first

    def test_a_character_that_no_font_prints_is_told_and_no_file_is_written(
        self, years: Workspace, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        lost = tuple(MissingGlyph(character=one, at=None) for one in "𪚥𪚥龘")
        monkeypatch.setattr("perfspec.render.pdf.render", lambda _html: lost)
        ended = years.run("diff", "2025", "2026", "--to", "md=a.md", "--to", "pdf=x.pdf")
        assert ended.code == 2
        assert "no font prints 𪚥龘" in ended.err
        assert not list(years.root.glob("[ax].*"))

    @pytest.mark.parametrize("name", ["xlsx", "pdf", "docx"])
    def test_bytes_are_kept_from_a_terminal(self, years: Workspace, name: str) -> None:
        ended = run("diff", "2025", "2026", "--to", name, cwd=years.root, terminal=True)
        assert ended.code == 2
        assert f"write it to a file: -o changes.{name}" in ended.err

    def test_bytes_go_to_a_pipe(self, years: Workspace) -> None:
        ended = subprocess.run(
            [sys.executable, "-m", "perfspec", "diff", "2025", "2026", "--to", "xlsx"],
            cwd=years.root,
            capture_output=True,
            check=True,
        )
        assert ended.stdout.startswith(b"PK")

    @pytest.mark.parametrize(
        ("options", "words"),
        [
            (["--to", "doc"], "there is no format 'doc'"),
            (["--to", "md", "--to", "json"], "two formats go to stdout"),
            (["--to", "md=a", "--to", "json=a"], "two formats go to a"),
            (["--to", "md=a", "--to", "json=b", "-o", "c"], "-o names the file of one format"),
            (["--to", "md=a", "-o", "c"], "-o names the file of one format"),
            (["-o", "x.doc"], "the ending of x.doc tells no format"),
            (["--stat", "-o", "c"], "--stat prints to stdout, without --to and -o"),
            (["--stat", "--to", "md"], "--stat prints to stdout, without --to and -o"),
            (
                ["-o", "specs/x.md"],
                "specs/x.md belongs to what is checked and cannot be an output file",
            ),
            (["-o", "no/such/x.md"], "no/such/x.md cannot be written: there is no folder no/such"),
            (["--select", "cost-floor"], "cost-floor"),
        ],
    )
    def test_what_cannot_be_given_is_refused_before_anything_is_written(
        self, years: Workspace, options: list[str], words: str
    ) -> None:
        before = sorted(years.root.rglob("*"))
        ended = years.run("diff", "2025", "2026", *options)
        assert (ended.code, ended.out) == (2, "")
        assert words in ended.err
        assert sorted(years.root.rglob("*")) == before

    def test_nothing_is_written_into_the_specs_of_another_workspace(
        self, years: Workspace, tmp_path: Path
    ) -> None:
        other = tmp_path / "other"
        shutil.copytree(years.root / "specs", other / "specs")
        shutil.copytree(years.root / "templates", other / "templates")
        shutil.copy(years.root / "perfspec.toml", other)
        kept = other / NEW / "filing.yaml"
        before = kept.read_bytes()
        ended = years.run("diff", "2025", str(other / NEW), "--to", f"md={kept}")
        assert (ended.code, ended.out) == (2, "")
        assert "belongs to what is checked and cannot be an output file" in ended.err
        assert kept.read_bytes() == before

    def test_a_file_that_could_not_be_written_leaves_the_older_one(
        self, years: Workspace, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        years.write("a.md", "old")

        def broken(*_arguments: object) -> str:
            raise OSError(28, "No space left on device")

        monkeypatch.setitem(products.FORMATS, "json", broken)
        ended = years.run("diff", "2025", "2026", "--to", "md=a.md", "--to", "json=b.json")
        assert ended.code == 2
        assert (years.root / "a.md").read_text(encoding="utf-8") == "old"

    def test_stat_is_a_line_for_each_project(self, years: Workspace) -> None:
        ended = years.run("diff", "2025", "2026", "--stat")
        assert ended.code == 0
        (line,) = [one for one in ended.out.splitlines() if "档案数字化经费" in one]
        assert "+12.5%" in line
        assert "▼1" in line

    def test_the_table_of_formats_and_the_help_agree(self, years: Workspace) -> None:
        assert list(products.NAMES) == [*products.FORMATS, "docx"]
        assert set(products.FORMATS) == {"text", "md", "json", "csv", "html", "pdf", "xlsx"}
        assert formats.FORMATS.items() <= products.FORMATS.items()
        assert "text, md, json, csv, html, pdf, xlsx or docx" in " ".join(
            years.run("diff", "-h").out.split()
        )


class TestExitCodes:
    """0, 1 and 2."""

    def test_changes_alone_are_no_failure(self, years: Workspace) -> None:
        assert years.run("diff", "2025", "2026").code == 0
        assert years.run("diff", "2025", "2026", "--exit-code").code == 1

    def test_the_same_side_twice_is_no_change(self, years: Workspace) -> None:
        ended = years.run("diff", "2026", "2026", "--exit-code")
        assert ended.code == 0

    def test_another_department_is_compared_if_one_names_it(self, years: Workspace) -> None:
        years.add_filing()
        ended = years.run("diff", NEW, "specs/2026/202002")
        assert "specs/2026/101001 → specs/2026/202002" in ended.out
        assert "projects without change: 1" in ended.out
        assert years.run("diff", "2025", "specs/2026/202002", "--exit-code").code == 1

    @pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1), ("info", 1)])
    def test_judgements_fail_from_a_level_on(
        self, judged: Workspace, level: str, code: int
    ) -> None:
        ended = judged.run("diff", "2025", "2026", "--fail-on", level)
        assert ended.code == code
        assert "warning[weaker-for-more]" in ended.out

    def test_rules_are_selected_and_ignored(self, judged: Workspace) -> None:
        def codes(*options: str) -> set[str]:
            ended = judged.run("diff", "2025", "2026", *options)
            assert ended.code == 0
            return set(re.findall(r": (?:error|warning|info)\[([a-z-]+)\]", ended.out))

        every = codes()
        assert every > {"weaker-for-more"}
        assert codes("--select", "weaker-for-more") == {"weaker-for-more"}
        assert codes("--ignore", "weaker-for-more") == every - {"weaker-for-more"}

    def test_what_is_not_guessed_is_dropped_and_added(self, years: Workspace) -> None:
        assert "112500.00" in years.run("diff", "2025", "2026").out
        document = json.loads(years.run("diff", "2025", "2026", "--no-guess", "--to", "json").out)
        assert "archive" in json.dumps(document)
        assert "→ ≥10万页" not in years.run("diff", "2025", "2026", "--no-guess").out


class TestRefusedSides:
    """A side that the schema refuses."""

    @pytest.fixture
    def broken(self, years: Workspace) -> Workspace:
        years.edit(f"{NEW}/filing.yaml", "  - archive\n", "  - archive\n  - broken\n")
        years.write(f"{NEW}/projects/broken.yaml", PROJECT_TEXT.replace("goals:", "gaols:"))
        return years

    def test_the_rest_is_compared_and_the_exit_code_says_so(self, broken: Workspace) -> None:
        ended = broken.run("diff", "2025", "2026")
        assert ended.code == 2
        assert "≥12万页 → ≥10万页" in ended.out
        assert f"{NEW}/projects/broken.yaml:8:1: error[unknown-key]" in ended.out
        assert ended.err == "not compared: what could not be read: 1\n"

    def test_one_may_go_on_all_the_same(self, broken: Workspace) -> None:
        assert broken.run("diff", "2025", "2026", "--keep-going").code == 0
        assert broken.run("diff", "2025", "2026", "--keep-going", "--exit-code").code == 1
        ended = broken.run("diff", "2026", "2026", "--keep-going", "-q")
        assert (ended.code, ended.err) == (0, "")

    def test_files_are_written_all_the_same(self, broken: Workspace) -> None:
        assert broken.run("diff", "2025", "2026", "-o", "x.md").code == 2
        text = (broken.root / "x.md").read_text(encoding="utf-8")
        assert f"{NEW}/projects/broken.yaml:8 unknown key" in text

    def test_a_filing_that_cannot_be_read_is_neither_dropped_nor_added(
        self, years: Workspace
    ) -> None:
        years.edit(f"{NEW}/filing.yaml", "form: plain", "form: plan")
        ended = years.run("diff", "2025", "2026")
        assert ended.code == 2
        assert "error[unknown-form]" in ended.out
        assert "dropped" not in ended.out


@needs("git")
class TestRevisions:
    """`REVISION[:PATH]`."""

    @pytest.fixture
    def repository(self, years: Workspace, monkeypatch: pytest.MonkeyPatch) -> Repository:
        for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM"):
            monkeypatch.setenv(name, IDENTITY[name])
        made = Repository(years.root)
        made.commit()
        years.edit(f"{NEW}/projects/archive.yaml", "≥10万页", "≥9万页")
        return made

    @pytest.mark.usefixtures("repository")
    def test_a_revision_alone_is_compared_with_the_working_tree(self, years: Workspace) -> None:
        ended = years.run("diff", "HEAD", "--to", "json")
        assert ended.code == 0
        document = json.loads(ended.out)
        assert document["sides"] == ["HEAD", "working tree"]
        assert f"HEAD:{NEW}/projects/archive.yaml" in ended.out
        assert years.run("diff", "HEAD:2025", "--exit-code").code == 0
        assert years.run("diff", "HEAD:2026", "--exit-code").code == 1

    @pytest.mark.usefixtures("repository")
    def test_the_working_tree_has_a_chinese_name(self, years: Workspace) -> None:
        assert "HEAD → 工作区" in years.run("diff", "HEAD", "--lang", "zh").out

    @pytest.mark.usefixtures("repository")
    def test_paths_are_those_from_here_but_not_in_a_revision(self, years: Workspace) -> None:
        ended = run("diff", "HEAD", cwd=years.root / "specs")
        assert (
            f"  HEAD:{NEW}/projects/archive.yaml → {years.root}/{NEW}/projects/archive.yaml"
            in ended.out
        )

    @pytest.mark.usefixtures("repository")
    def test_an_unknown_revision_fails(self, years: Workspace) -> None:
        ended = years.run("diff", "HAED")
        assert (ended.code, ended.out) == (2, "")
        assert "git knows no revision 'HAED' here" in ended.err

    def test_without_a_repository_it_fails(self, years: Workspace) -> None:
        ended = years.run("diff", "HEAD")
        assert ended.code == 2
        assert "is in no git repository" in ended.err
