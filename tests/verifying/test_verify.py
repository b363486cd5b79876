"""What a paper prints otherwise, or does not print, or prints besides, is told."""

import json
from pathlib import Path

import pytest

from perfspec import cli, pipeline
from perfspec.documents import reading
from perfspec.importing import finding
from perfspec.messages import english
from perfspec.pipeline import Loaded
from perfspec.verifying import Verified
from perfspec.verifying.verify import verify
from perfspec.workspace import FilingFolder

ROOT = Path(__file__).parents[2]
SEED = FilingFolder(root=ROOT, year="2020", department="224001")
LOADED = pipeline.load(SEED)
HTML = pipeline.compose(LOADED).html
FLATTENED = ROOT / "tests" / "documents" / "seed.txt"
PROJECT = f"{SEED.path}/projects/network-office.yaml"


def held(html: str, name: str = "filing.html") -> Verified:
    return verify(LOADED, finding.find([reading.read(html.encode(), name)]))


def told(said: Verified) -> list[tuple[str, str, str]]:
    return [
        (one.code, "/".join(map(str, getattr(one.at, "keys", ()))), english(one.message))
        for one in said.findings
    ]


def without(html: str, start: str, end: str) -> str:
    """Return `html` without what stands from `start` to the next `end`, both included."""
    before, _, behind = html.partition(start)
    assert behind
    return before + behind.partition(end)[2]


def test_all_fields_of_a_paper_are_read_back() -> None:
    said = held(HTML)
    assert told(said) == []
    # 4 of the cover, 3 of part one; the table: title, unit 3, money unit, 2 + 3 + 1 + 4 cells,
    # goals; 7 rows of 6 cells.
    assert said.fields == 4 + 3 + 1 + 3 + 1 + 2 + 3 + 1 + 4 + 1 + 7 * 6


def test_what_was_flattened_by_word_is_held_against_the_specs_too() -> None:
    found = finding.find([reading.read_file(FLATTENED)])
    said = verify(LOADED, found)
    assert told(said) == []
    assert said.fields == 61


def test_a_figure_is_told_with_what_is_printed_around_it() -> None:
    html = HTML.replace("大型宣传活动11次", "大型宣传活动12次")
    (one,) = told(held(html))
    assert one[:2] == ("printed-otherwise", "purpose")
    assert "宣传活动12次（国家" in one[2]
    assert "filing.html, table 1, row 3, column 2" in one[2]


def test_a_row_that_is_not_printed_is_missed() -> None:
    before, _, behind = HTML.partition("受访群众对网络满意的比率")
    html = before[: before.rindex("<tr>")] + behind.partition("</tr>")[2]
    codes = {(code, keys) for code, keys, _ in told(held(html))}
    assert ("not-printed", "indicators/6/name") in codes


def test_words_that_are_in_no_field_are_told() -> None:
    html = HTML.replace("</main>", "<p>另有一句谁也没有写过的话</p></main>")
    assert any("谁也没有写过的话" in text for _, _, text in told(held(html)))


def test_a_table_that_is_gone_is_missed() -> None:
    html = without(HTML, '<section class="sheet project">', "</section>")
    assert ("not-printed", "name") in {one[:2] for one in told(held(html))}


def test_a_cover_that_is_gone_is_missed_only_where_the_filed_paper_had_one() -> None:
    html = without(HTML, '<header class="sheet cover">', "</header>")
    assert told(held(html)) == []
    texts = {
        f"{SEED.path}/filing.yaml": LOADED.sources[f"{SEED.path}/filing.yaml"].text.replace(
            "supplied: [year, department.short_name, department.division, department.reviewer]\n",
            "",
        )
    }
    loaded = pipeline.load(SEED, instead=texts)
    said = verify(loaded, finding.find([reading.read(html.encode(), "filing.html")]))
    assert told(said) == [("not-printed", "year", "the paper has no cover")]


def test_the_money_unit_is_read_back_too() -> None:
    html = HTML.replace("单位：元", "单位：万元")
    assert ("printed-otherwise", "budget") in {one[:2] for one in told(held(html))}


def of_project(old: str, new: str) -> Loaded:
    text = LOADED.sources[PROJECT].text
    assert old in text
    return pipeline.load(SEED, instead={PROJECT: text.replace(old, new)})


def read_again(loaded: Loaded) -> Verified:
    html = pipeline.compose(loaded).html
    return verify(loaded, finding.find([reading.read(html.encode(), "filing.html")]))


def test_a_row_without_a_class_has_none_on_the_paper_either() -> None:
    loaded = of_project("class: 质量指标", "class: ''")
    assert told(read_again(loaded)) == []
    html = pipeline.compose(loaded).html
    assert {one[1] for one in told(held(html))} == {"indicators/1/class"}


def test_what_stands_in_brackets_behind_a_unit_may_be_of_its_name() -> None:
    path = f"{SEED.path}/filing.yaml"
    text = LOADED.sources[path].text.replace("suffix: 本级", "suffix: 二级")
    loaded = pipeline.load(SEED, instead={path: text})
    assert told(read_again(loaded)) == []
    found = told(held(pipeline.compose(loaded).html))
    assert {one[1] for one in found} == {"units/0/name", "units/0/suffix"}


def test_a_row_that_is_only_printed_is_told_by_its_words() -> None:
    row = "<tr><th></th><th></th><td>新</td><td>加的一行</td><td>9次</td><td>依据</td></tr>"
    html = HTML[: HTML.rindex("</tbody>")] + row + HTML[HTML.rindex("</tbody>") :]
    assert any("“新”" in text for _, _, text in told(held(html)))


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(ROOT)
    return ROOT


def test_the_command_says_how_much_was_read_back(
    here: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = tmp_path / "filing.html"
    paper.write_text(HTML, encoding="utf-8")
    assert cli.run(["verify", str(paper), "--against", "2020", "--lang", "en"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"{paper}: 65 fields with 1979 characters read back; 0 differ")
    assert here == ROOT


@pytest.mark.usefixtures("here")
def test_the_command_fails_where_something_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = tmp_path / "filing.html"
    paper.write_text(HTML.replace("9次", "8次"), encoding="utf-8")
    arguments = ["verify", str(paper), "--against", "specs/2020/224001", "--format", "json"]
    assert cli.run([*arguments, "--lang", "en"]) == 1
    (finding_,) = json.loads(capsys.readouterr().out)["findings"]
    assert finding_["code"] == "printed-otherwise"
    assert finding_["path"] == PROJECT
    assert finding_["start"] == {"line": 29, "column": 13}


@pytest.mark.usefixtures("here")
def test_the_command_wants_one_filing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = tmp_path / "filing.html"
    paper.write_text(HTML, encoding="utf-8")
    assert cli.run(["verify", str(paper), "--against", "specs", "--lang", "en"]) == 2
    assert "specs names several filings: 2" in capsys.readouterr().err
