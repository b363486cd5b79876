"""The numbers in the documents come from the results that the measurement wrote."""

import json
import runpy
from pathlib import Path
from typing import Any

from perfspec import pipeline, workspace
from tests.docs.documents import READMES, ROOT, read

RESULTS: dict[str, Any] = json.loads(read(ROOT / "benchmarks/results.json"))
COMPARED = ("perfspec", "deepdiff")
REPORT = runpy.run_path(str(ROOT / "benchmarks/report.py"))


def test_the_page_is_made_from_the_results() -> None:
    assert read(ROOT / "benchmarks/results.md") == REPORT["page"](RESULTS)


def test_the_readmes_give_the_ratios_of_the_results() -> None:
    assert [filing["name"] for filing in RESULTS["filings"]] == ["one filing", "30 tables"]
    for filing in RESULTS["filings"]:
        assert len(filing["perfspec"]) >= 5
        ratio = REPORT["spread"](REPORT["ratios"](filing))
        assert [path.name for path in READMES if ratio not in read(path)] == []


def test_the_results_name_no_machine_and_no_folder() -> None:
    text = json.dumps(RESULTS)
    assert set(RESULTS["machine"]) == {"processors", "model", "system", "load"}
    assert not any(part in text for part in ("/", "\\\\", "@"))


def test_the_filing_of_thirty_tables_is_sound_and_always_the_same(tmp_path: Path) -> None:
    write = runpy.run_path(str(ROOT / "benchmarks/thirty_tables.py"))["write"]
    first, second = write(tmp_path / "first"), write(tmp_path / "second")
    _, (folder,), found = workspace.select([str(first)], tmp_path)
    loaded = pipeline.load(folder)
    assert loaded.filing is not None
    refused = loaded.findings()
    assert (len(loaded.filing.projects), found, refused) == (30, [], [])
    files = [path.relative_to(first) for path in first.rglob("*.yaml")]
    assert len(files) == 31
    assert all((first / f).read_bytes() == (second / f).read_bytes() for f in files)


def test_the_results_of_checking_are_those_of_one_run() -> None:
    check = RESULTS["check"]
    assert check["projects"] == 1000
    assert len(check["perfspec"]) == len(check["check-jsonschema"]) >= 5
    assert {who: len(runs) for who, runs in check["busy"].items()} == {
        "perfspec": len(check["perfspec"]),
        "check-jsonschema": len(check["perfspec"]),
    }
    assert set(check["machine"]) == {"processors", "model", "system", "load"}


def test_the_readmes_give_the_ratios_of_checking() -> None:
    check = RESULTS["check"]
    for measured in (check, check["busy"]):
        ratio = REPORT["spread"](REPORT["ratios"](measured, "check-jsonschema"))
        assert [path.name for path in READMES if ratio not in read(path)] == []


def test_the_thousand_projects_are_sound_and_always_the_same(tmp_path: Path) -> None:
    write = runpy.run_path(str(ROOT / "benchmarks/thousand_projects.py"))["write"]
    first, second = write(tmp_path / "first"), write(tmp_path / "second")
    files = [path.relative_to(first) for path in first.rglob("projects/*.yaml")]
    assert len(files) == 1000
    texts = {(first / f).read_bytes() for f in files}
    assert len(texts) == 1000
    assert texts == {(second / f).read_bytes() for f in files}
    _, folders, found = workspace.select([str(first / "2026" / "101001")], tmp_path / "first")
    loaded = pipeline.load(folders[0])
    assert loaded.filing is not None
    assert (len(loaded.filing.projects), found, loaded.findings()) == (25, [], [])
    assert pipeline.check(loaded).findings == ()


def test_the_results_of_comparing_are_those_of_one_run() -> None:
    compare = RESULTS["compare"]
    assert [filing["projects"] for filing in compare["filings"]] == [50, 500, 5000]
    for filing in compare["filings"]:
        runs = {len(filing[who][which]) for who in COMPARED for which in ("alone", "whole")}
        assert len(runs) == 1
        assert min(runs) >= (5 if filing["projects"] < 1000 else 3)
    assert set(compare["machine"]) == {"processors", "model", "system", "load"}


def test_ten_times_as_many_projects_take_hardly_more_than_ten_times_as_long() -> None:
    for which in ("alone", "whole"):
        assert max(REPORT["growth"](RESULTS["compare"], "perfspec", which)) < 14


def test_the_readmes_give_the_ratios_of_comparing() -> None:
    _, *filings = RESULTS["compare"]["filings"]
    for filing in filings:
        for which in ("alone", "whole"):
            ratio = REPORT["spread"](REPORT["compared"](filing, which))
            assert [path.name for path in READMES if ratio not in read(path)] == []


def test_the_results_of_word_files_are_those_of_one_run() -> None:
    word = RESULTS["word"]
    assert [filing["name"] for filing in word["filings"]] == ["one filing", "30 tables"]
    for filing in word["filings"]:
        others = ("perfspec", "python-docx", "docxtpl")
        runs = {len(filing[who][which]) for who in others for which in ("alone", "whole")}
        assert runs == {len(filing["writing"])}
        assert min(runs) >= 5
    assert set(word["machine"]) == {"processors", "model", "system", "load"}


def test_the_readmes_give_the_ratios_of_word_files() -> None:
    for filing in RESULTS["word"]["filings"]:
        for which in ("alone", "whole"):
            runs = {who: filing[who][which] for who in ("perfspec", "python-docx", "docxtpl")}
            for other in ("python-docx", "docxtpl"):
                ratio = REPORT["spread"](REPORT["ratios"](runs, other))
                assert [path.name for path in READMES if ratio not in read(path)] == []


def test_two_years_are_sound_and_always_the_same(tmp_path: Path) -> None:
    write = runpy.run_path(str(ROOT / "benchmarks/two_years.py"))["write"]
    first, second = write(tmp_path / "first", 40), write(tmp_path / "second", 40)
    for one, other in zip(first, second, strict=True):
        files = [path.relative_to(one) for path in one.rglob("*.yaml")]
        assert len(files) == 41
        assert all((one / f).read_bytes() == (other / f).read_bytes() for f in files)
        _, (folder,), found = workspace.select([str(one)], tmp_path / "first")
        loaded = pipeline.load(folder)
        assert loaded.filing is not None
        assert (len(loaded.filing.projects), found, loaded.findings()) == (40, [], [])
