"""`perfspec import`: a document becomes the files of a filing, and nothing of a person is lost."""

import json
from pathlib import Path

import pytest

from perfspec import crosscheck, pipeline, yamltree
from perfspec.cli import standing
from perfspec.diagnostics import error
from perfspec.errors import PerfspecError
from perfspec.messages import message
from perfspec.source import Region, Source
from perfspec.workspace import FilingFolder
from tests.helpers import Run, run

ROOT = Path(__file__).parents[2]
SEED = ROOT / "tests/documents/seed.txt"
SPEC = ROOT / "specs/2020/224001"
FOLDER = "specs/2020/224001"
PROJECT = f"{FOLDER}/projects/wang-luo-xin-xi-ban-gong.yaml"
KEPT = f"{FOLDER}/projects/network-office.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace without a filing."""
    (tmp_path / "perfspec.toml").write_text("")
    return tmp_path


@pytest.fixture
def kept(root: Path) -> Path:
    """Return a workspace with the filing of 2020 as a person keeps it."""
    for file in SPEC.rglob("*.yaml"):
        put(root, f"{FOLDER}/{file.relative_to(SPEC)}", file.read_text(encoding="utf-8"))
    return root


def put(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    put(root, path, text.replace(old, new))


def imported(root: Path, *options: str, to: str = FOLDER) -> Run:
    return run("import", str(SEED), "-o", to, *options, cwd=root)


def data(path: Path) -> dict[str, object]:
    tree, found = yamltree.parse(Source(path=path.name, text=path.read_text(encoding="utf-8")))
    assert tree is not None
    assert found == []
    read: dict[str, object] = tree.data
    return read


def refused(root: Path) -> list[str]:
    """Return the files of the filing that `check` refuses."""
    folder = FilingFolder(root=root, year="2020", department="224001")
    return [one.at.path.rpartition("/")[2] for one in pipeline.load(folder).refused]


def files(root: Path) -> dict[str, str]:
    return {
        file.relative_to(root).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(root.rglob("*"))
        if file.is_file()
    }


def test_the_seed_becomes_the_filing_of_2020_but_for_what_it_does_not_say(root: Path) -> None:
    told = imported(root)
    assert (told.code, told.out.split()) == (
        0,
        [f"{FOLDER}/filing.yaml", PROJECT, f"{FOLDER}/provenance.yaml"],
    )
    mine, theirs = data(root / FOLDER / "filing.yaml"), data(SPEC / "filing.yaml")
    for key in ("stage", "supplied", "projects", "department"):
        mine.pop(key), theirs.pop(key)
    assert mine == theirs
    project, truth = data(root / PROJECT), data(SPEC / "projects/network-office.yaml")
    for row in truth["indicators"]:  # type: ignore[attr-defined]
        del row["id"]
    assert project == truth
    assert refused(root) == []


def test_the_report_accounts_for_every_character_of_the_seed(root: Path) -> None:
    assert imported(root, "--report", "report.json").code == 0
    (filing,) = json.loads((root / "report.json").read_text(encoding="utf-8"))["filings"]
    (document,) = filing["documents"]
    assert document["characters"] == len(SEED.read_text(encoding="utf-8"))
    assert sum(document["sums"].values()) == document["characters"]
    assert (document["left_over"], document["aside"]) == ([], [])
    assert [one["text"] for one in document["dropped"]] == [
        " TC 总体绩效目标 \\f A \\l 1 ",
        " TC 分项绩效目标 \\f A \\l 1 ",
        " TC 工作保障措施 \\f A \\l 1 ",
        " TC 1、网络信息办公专项经费绩效目标表 \\f C \\l 1 ",
    ]


def test_each_value_is_written_down_with_where_it_stood(root: Path) -> None:
    imported(root)
    kept = data(root / FOLDER / "provenance.yaml")
    assert kept["documents"][0]["name"] == "seed.txt"  # type: ignore[index]
    assert len(kept["documents"][0]["sha256"]) == 64  # type: ignore[index]
    places = kept["values"]["projects/wang-luo-xin-xi-ban-gong.yaml"]  # type: ignore[index]
    assert places["budget/total"] == "table 1 row 3 column 3 line 39"
    assert places["indicators/quantity-9c8ff50d/target"].startswith("table 1 row 9 column 5")
    # It is not kept up: a value that is edited is no finding.
    edit(root, PROJECT, "target: 9次", "target: 8次")
    assert refused(root) == []
    edit(root, f"{FOLDER}/provenance.yaml", "detail: values", "detail: nothing")
    assert refused(root) == ["provenance.yaml"]


@pytest.mark.parametrize("options", [("--dry-run",), ("--dry-run", "--report", "r.md")])
def test_a_dry_run_names_the_files_and_writes_none(root: Path, options: tuple[str, ...]) -> None:
    told = imported(root, *options)
    assert told.code == 0
    assert PROJECT in told.out
    assert "nothing was written\n" in told.err
    assert set(files(root)) <= {"perfspec.toml", "r.md"}


def test_with_specs_alone_each_file_is_a_filing_of_the_year_given(root: Path) -> None:
    told = imported(root, "--year", "2020", to="specs")
    assert (told.code, told.out.split()[0]) == (0, f"{FOLDER}/filing.yaml")


def test_two_files_of_one_filing_are_refused_before_anything_is_written(root: Path) -> None:
    before = files(root)
    (root.parent / "again.txt").write_bytes(SEED.read_bytes())
    told = run("import", str(SEED), str(root.parent / "again.txt"), "--year", "2020", cwd=root)
    assert told.code == 2
    assert "reading 2 of 2" in told.err
    assert f"seed.txt and again.txt are both the filing {FOLDER}" in told.err
    assert files(root) == before


def test_where_one_file_cannot_be_read_nothing_is_written(root: Path) -> None:
    put(root, "x.txt", "一封信，与绩效无关。\n")
    before = files(root)
    told = run("import", str(SEED), "x.txt", "none.docx", "--year", "2020", cwd=root)
    assert told.code == 2
    assert "error: no part of a filing was found in x.txt" in told.err
    assert "error: there is no file none.docx" in told.err
    assert files(root) == before


class TestExisting:
    """A filing that is there."""

    def test_one_that_says_the_same_is_left_as_it_is(self, kept: Path) -> None:
        before = files(kept)
        told = imported(kept)
        assert (told.code, told.out) == (0, "")
        assert f"{FOLDER} says what the paper says already" in told.err
        assert files(kept) == before

    def test_one_that_differs_is_compared_and_left_as_it_is(self, kept: Path) -> None:
        edit(kept, KEPT, "target: 9次", "target: 10次  # 改过")
        before = files(kept)
        told = imported(kept, "-q")
        assert told.code == 1
        assert "10次 → 9次" in told.out
        assert "--merge puts into it what the paper says, --force replaces it" in told.err
        assert files(kept) == before

    def test_a_merge_changes_what_differs_and_nothing_else(self, kept: Path) -> None:
        before = files(kept)
        edit(kept, KEPT, "target: 9次", "target: 10次  # 改过")
        edit(kept, KEPT, "purpose: 用于互联网安全宣传活动，", "purpose: ")
        rows = (kept / KEPT).read_text(encoding="utf-8")
        at = rows.index("  - id: monthly-cost")
        put(kept, KEPT, rows[:at] + rows[rows.index("  - id: environment") :])
        edit(kept, f"{FOLDER}/filing.yaml", "二、提高政治站位，", "二、")
        told = imported(kept, "--merge")
        assert told.code == 0
        after = files(kept)
        provenance = after.pop(f"{FOLDER}/provenance.yaml")
        assert "network-office.yaml" in provenance
        assert after[f"{FOLDER}/filing.yaml"] == before[f"{FOLDER}/filing.yaml"]
        wanted = before[KEPT].replace("target: 9次", "target: 9次  # 改过")
        assert after[KEPT] == wanted.replace("  - id: monthly-cost\n    class", "  - class")

    def test_a_merge_adds_projects_and_keeps_those_that_the_paper_lacks(self, kept: Path) -> None:
        edit(kept, KEPT, "name: 网络信息办公专项经费", "name: 完全不同的一件事")
        edit(kept, KEPT, "13063621HBMFX90HG2OQ7", "99999999AAAAAAAAAAAAA")
        text = (kept / KEPT).read_text(encoding="utf-8")
        put(
            kept,
            KEPT,
            text[: text.index("indicators:")].replace("112500.00", "77") + "indicators: []\n",
        )
        told = imported(kept, "--merge")
        assert told.code == 0
        assert f"{KEPT}: the project is kept: the paper does not have it" in told.err
        assert data(kept / FOLDER / "filing.yaml")["projects"] == [
            "wang-luo-xin-xi-ban-gong",
            "network-office",
        ]
        assert (kept / PROJECT).exists()

    def test_force_replaces_the_files_and_says_which_are_gone(self, kept: Path) -> None:
        told = imported(kept, "--force")
        assert told.code == 0
        assert f"{KEPT} is removed" in told.err
        assert not (kept / KEPT).exists()
        assert (kept / PROJECT).exists()

    def test_one_that_cannot_be_read_is_not_merged(self, kept: Path) -> None:
        edit(kept, KEPT, "spec: 1", "spec: 9")
        before = files(kept)
        told = imported(kept, "--merge")
        assert told.code == 2
        assert f"{FOLDER} cannot be read, and so not be merged" in told.err
        assert imported(kept).code == 1
        assert files(kept) == before


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--merge", "--force"), "--merge and --force exclude each other"),
        (("--year", "2021"), "--year is 2021, but -o says 2020"),
        (("--department", "1"), "--department is 1, but -o says 224001"),
        (("-o", "papers"), "papers is no place for a filing"),
        (("-o", "specs/20/1"), "specs/20/1 names no year"),
        (("-o", "specs/2020/1/2"), "specs/2020/1/2 is no place for a filing"),
        (("--form", "x"), "there is no form 'x'"),
        (("--report", "r.doc"), "the ending of r.doc tells no format"),
        (("--report", "specs/r.md"), "cannot be an output file"),
    ],
)
def test_what_cannot_be_done_is_said(root: Path, options: tuple[str, ...], words: str) -> None:
    before = files(root)
    told = imported(root, *options)
    assert told.code == 2
    assert words in told.err
    assert files(root) == before


def test_a_link_out_of_the_workspace_is_not_written_through(root: Path) -> None:
    outside = root.parent / "outside"
    outside.mkdir()
    (root / "specs").symlink_to(outside)
    told = imported(root, to="specs/2020/224001")
    assert told.code == 2
    assert list(outside.iterdir()) == []


def test_two_files_of_one_name_are_told_apart_by_their_paths(root: Path) -> None:
    for name in ("a", "b"):
        put(root, f"{name}/1.txt", SEED.read_text(encoding="utf-8"))
    told = run("import", "a/1.txt", "b/1.txt", "-o", FOLDER, "--report", "r.json", cwd=root)
    assert told.code == 0
    (filing,) = json.loads((root / "r.json").read_text(encoding="utf-8"))["filings"]
    assert [one["name"] for one in filing["documents"]] == ["a/1.txt", "b/1.txt"]
    assert all(sum(one["sums"].values()) == one["characters"] for one in filing["documents"])


def test_what_check_refuses_is_shown_and_makes_the_exit_code_1(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = crosscheck.check_units
    wrong = error("duplicate-id", Region(path=f"{FOLDER}/filing.yaml"), message("field codes"))
    monkeypatch.setattr(crosscheck, "check_units", lambda tree: [*made(tree), wrong])
    told = imported(root)
    assert told.code == 1
    assert f"{FOLDER}/filing.yaml:1:1: error[duplicate-id]: field codes" in told.err
    assert (root / PROJECT).exists()


def test_a_filing_of_another_form_is_compared_in_its_own_and_not_merged_in_another(
    kept: Path,
) -> None:
    told = imported(kept, "--form", "tianjin-2023", "--merge")
    assert told.code == 2
    assert f"{FOLDER} has the form hebei-2020, the import tianjin-2023" in told.err
    assert imported(kept, "--form", "tianjin-2023").code == 1
    assert imported(kept, "--form", "tianjin-2023", "--force").code in {0, 1}
    # The form that is there is taken, though another one would fit better.
    told = imported(kept, "-q", "--report", "r.json")
    (filing,) = json.loads((kept / "r.json").read_text(encoding="utf-8"))["filings"]
    assert filing["form"] == "tianjin-2023"


def test_a_form_that_is_there_is_not_overwritten_by_another() -> None:
    standing.refuse_other("templates/x/form.yaml", b"a", "a")
    with pytest.raises(PerfspecError, match="is there already, and is another form"):
        standing.refuse_other("templates/x/form.yaml", b"a", "b")


def test_a_file_that_somebody_changes_meanwhile_is_left(root: Path) -> None:
    put(root, "x.yaml", "a: 1\n")
    standing.refuse_changed(root, "x.yaml", Source(path="x.yaml", text="a: 1\n"))
    with pytest.raises(PerfspecError, match="changed by somebody else"):
        standing.refuse_changed(root, "x.yaml", Source(path="x.yaml", text="a: 2\n"))
