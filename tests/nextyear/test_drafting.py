"""The filing of the next year: what it says, and what review then finds in it."""

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from perfspec import directives, pipeline, workspace, yamldump
from perfspec.diagnostics import Diagnostic, Severity
from perfspec.directives import Stretches
from perfspec.errors import PerfspecError
from perfspec.messages import english, message
from perfspec.nextyear import additions, drafting, forms, marks
from perfspec.nextyear.comments import Todo
from perfspec.nextyear.yearwords import Step
from perfspec.pipeline import Loaded
from tests.helpers import FILING, FOLDER, FORM_TEXT, PROJECT, Workspace

TESTS = Path(__file__).parents[1]
ROOT = TESTS.parent

Found = Counter[tuple[str, str, str]]


def filings(root: Path) -> list[Loaded]:
    desk, _ = pipeline.open_desk(root)
    _, folders, _ = workspace.select((), root)
    read = [pipeline.load(one, desk) for one in folders]
    return [one for one in read if one.filing]


SEED = [one for one in filings(ROOT) if one.folder.year == "2020"]
SOUND = filings(TESTS / "corrected")
PUBLISHED = [*filings(TESTS / "corpus"), *filings(TESTS / "heldout")]


def drafted(loaded: Loaded, stage: Path, form: str = "") -> Loaded:
    """Return the filing of the next year as it is read again, in the old form or another."""
    assert loaded.form
    year = int(loaded.folder.year) + 1
    made = drafting.draft(loaded, year, form or loaded.form.name, stage)
    return pipeline.load(replace(made.folder, root=stage), loaded.desk)


def found(loaded: Loaded) -> Found:
    """Return what is found: code, file and words."""
    return Counter(
        (one.code, one.spot.path.removeprefix(f"{loaded.folder.path}/"), english(one.message))
        for one in pipeline.check(loaded).findings
    )


def names(read: list[Loaded]) -> list[str]:
    return [one.folder.department for one in read]


@pytest.mark.parametrize("loaded", SOUND, ids=names(SOUND))
def test_a_sound_filing_becomes_one_with_nothing_but_things_to_do(
    loaded: Loaded, tmp_path: Path
) -> None:
    codes = [code for code, _, _ in found(drafted(loaded, tmp_path)).elements()]
    assert set(codes) == {"todo-left"}


@pytest.mark.parametrize("loaded", [*SEED, *PUBLISHED], ids=names([*SEED, *PUBLISHED]))
def test_what_is_found_was_found_before_or_is_to_be_done(loaded: Loaded, tmp_path: Path) -> None:
    before, after = found(loaded), found(drafted(loaded, tmp_path))
    todos = Counter(one for one in after.elements() if one[0] == "todo-left")
    assert todos
    assert after - todos - before == Counter()
    assert {code for code, *_ in before - after} <= {
        "date-out-of-year",
        "project-code",
        "year-stale",
    }


@pytest.mark.parametrize(
    "loaded", [*SEED, *SOUND, *PUBLISHED], ids=names([*SEED, *SOUND, *PUBLISHED])
)
def test_a_line_gets_one_thing_to_do(loaded: Loaded, tmp_path: Path) -> None:
    lines = [
        (path, one.line)
        for path, tree in drafted(loaded, tmp_path).trees.items()
        for one in directives.read(tree.source, Stretches(tree), [], [])
        if not one.words.startswith("以下说明")
    ]
    assert len(lines) == len(set(lines))


def test_there_was_something_to_look_at() -> None:
    assert (len(SEED), len(SOUND)) == (1, 8)
    assert len(PUBLISHED) > 25


def test_the_seed_is_followed_and_says_what_is_to_be_done(tmp_path: Path) -> None:
    (seed,) = SEED
    again = drafted(seed, tmp_path)
    assert again.filing
    assert seed.filing
    assert (again.filing.year, again.filing.follows, again.filing.stage) == (2021, "2020", "draft")
    assert again.filing.supplied == ()
    assert [one.id for one in again.filing.projects[0].indicators] == [
        one.id for one in seed.filing.projects[0].indicators
    ]
    checked = pipeline.check(again).findings
    said = [dict(one.message.args)["words"] for one in checked if one.code == "todo-left"]
    assert said == [
        "以下说明写于2020年，请改写或删去",
        "会议写到“四中全会”，其后已开过十九届五中全会（2020年），请更新",
        "《顺平县2020年度争做顺平好网民工程实施方案》请核对有无2021年的新文件，有则改引",
        "编码中的年度已是2021年，请与财政系统重新下达的编码核对",
    ]


def test_what_was_not_done_goes_on_into_the_year_after(tmp_path: Path) -> None:
    first = drafted(SEED[0], tmp_path / "first")
    second = drafted(first, tmp_path / "second")
    assert not {code for code, *_ in found(second) - found(first)} - {"todo-left"}
    words = [
        one.words
        for path, tree in second.trees.items()
        if "specs/" in path
        for one in directives.read(tree.source, Stretches(tree), [], [])
    ]
    assert len(words) == 4
    (code,) = [one for one in words if "编码" in one]
    assert (
        code == "编码中的年度已是2021年，请与财政系统重新下达的编码核对；待财政系统下达2022年的编码"
    )


def test_all_but_heads_ids_and_comments_stays_as_it_was(tmp_path: Path) -> None:
    (seed,) = SEED
    again = drafted(seed, tmp_path)
    for path, source in again.sources.items():
        if not path.startswith(again.folder.path):
            continue
        old = seed.sources[path.replace("2021", "2020")].text.splitlines()
        new = [line for line in source.text.splitlines() if "perfspec: todo" not in line]
        changed = {line for line in new if line not in old}
        assert changed <= {"year: 2021", 'follows: "2020"', "stage: draft"}
        gone = {line for line in old if line not in new}
        assert {line.partition(":")[0] for line in gone} <= {"year", "stage", "supplied"}


def test_derived_ids_are_written_and_hold_when_names_change(
    tmp_path: Path, workspace: Workspace
) -> None:
    workspace.edit(PROJECT, "id: pages\n    class", "class")
    before = workspace.load()
    stage = tmp_path / "stage"
    again = drafted(before, stage)
    assert before.filing
    assert again.filing
    (old,), (new,) = before.filing.projects[0].indicators, again.filing.projects[0].indicators
    assert old.id == new.id
    assert f"- id: {old.id}\n" in (stage / PROJECT.replace("2026", "2027")).read_text("utf-8")


def test_nothing_is_carried_over_but_the_filing_and_its_projects(
    tmp_path: Path, workspace: Workspace
) -> None:
    workspace.write(f"{FOLDER}/actuals.yaml", "spec: 1\nprojects: {archive: {pages: 12万页}}\n")
    workspace.write(f"{FOLDER}/notes.md", "2026")
    loaded = workspace.load()
    assert loaded.filing
    assert loaded.filing.actuals
    stage = tmp_path / "stage"
    drafted(loaded, stage)
    made = sorted(path.relative_to(stage).as_posix() for path in stage.rglob("*.*"))
    assert made == [FILING.replace("2026", "2027"), PROJECT.replace("2026", "2027")]


def test_what_another_form_lacks_is_found_where_it_stands(
    tmp_path: Path, workspace: Workspace
) -> None:
    text = (
        FORM_TEXT.replace("{id: fiscal", "{id: own")
        .replace("数量指标", "数量")
        .replace("元", "万元", 1)
    )
    workspace.write("templates/plain-2027/form.yaml", text)
    workspace.write("templates/plain-2027/paper.html.j2", "")
    again = drafted(workspace.load(), tmp_path / "stage", "plain-2027")
    assert [(one.code, one.spot.path[-20:], one.spot.start.line) for one in again.findings()] == [
        ("money-unit-mismatch", "7/101001/filing.yaml", 5),
        ("unknown-key", "rojects/archive.yaml", 7),
        ("unknown-class", "rojects/archive.yaml", 12),
    ]


def form(years: str, status: str = "ready") -> str:
    return FORM_TEXT.replace("status: ready", f"status: {status}\nyears: {{{years}}}")


@pytest.mark.parametrize(
    ("old", "others", "chosen"),
    [
        ("from: 2020", {"plain-2027": "from: 2027"}, "plain"),
        ("to: 2026", {"plain-2027": "from: 2027", "plain-2025": "from: 2025"}, "plain-2027"),
        ("to: 2026", {"plain-2028": "from: 2028", "plain-2025": "from: 2025"}, "plain-2025"),
        ("to: 2026", {"plain-2027": "from: 2027, draft", "plain-2025": "from: 2025"}, "plain-2025"),
        ("to: 2026", {"plain-2027": "from: 2027, draft"}, "plain-2027"),
    ],
)
def test_the_form_of_the_year_is_the_old_one_or_its_nearest_kin(
    workspace: Workspace, old: str, others: dict[str, str], chosen: str
) -> None:
    for name, years in {"plain": old, **others}.items():
        said, _, draft = years.partition(", draft")
        status = "draft" if years.endswith("draft") and not draft else "ready"
        workspace.write(f"templates/{name}/form.yaml", form(said, status))
        workspace.write(f"templates/{name}/paper.html.j2", "")
    loaded = workspace.load()
    assert forms.chosen(drafting.form_of(loaded), 2027, loaded.desk.packs) == chosen


def test_a_form_without_kin_in_force_is_asked_for(workspace: Workspace) -> None:
    workspace.write("templates/plain/form.yaml", form("to: 2026"))
    loaded = workspace.load()
    with pytest.raises(PerfspecError) as raised:
        forms.chosen(drafting.form_of(loaded), 2027, loaded.desk.packs)
    assert english(raised.value.message) == "the form plain is not in force in 2027"
    assert raised.value.hint
    assert "hebei-2020, inner-mongolia-2025" in english(raised.value.hint)
    assert forms.chosen(drafting.form_of(loaded), 2027, loaded.desk.packs, "plain") == "plain"
    with pytest.raises(PerfspecError, match="no form"):
        forms.chosen(drafting.form_of(loaded), 2027, loaded.desk.packs, "hebei-202")


def test_what_only_the_new_year_set_off_is_put_off_in_chinese(workspace: Workspace) -> None:
    loaded = workspace.load()
    assert loaded.filing
    at = loaded.filing.projects[0].at / "indicators" / 0 / "target"
    said = message("{value!r} is not in the fiscal year {year}", value="5月", year=2027)
    fresh = Diagnostic(code="date-out-of-year", severity=Severity.WARNING, message=said, at=at)
    step = Step(2026, 2027)

    def todos(before: tuple[Diagnostic, ...]) -> list[Todo]:
        form = drafting.form_of(loaded)
        assert loaded.filing
        return list(marks.of(loaded.filing, form, step, before, (fresh, fresh)))

    words = "“5月”不在2027预算年度之内"
    assert todos(()) == [Todo(at=at, words=(words,), rules=("date-out-of-year",))]
    assert todos((fresh,)) == []


def test_a_rule_on_years_is_put_off_by_what_is_to_be_done_there(workspace: Workspace) -> None:
    workspace.edit(PROJECT, "name: 档案", "code: 13000026\nname: 2026年档案")
    loaded = workspace.load()
    assert loaded.filing
    at = loaded.filing.projects[0].at
    said = message("the project has no name")
    fresh = [
        Diagnostic(code=code, severity=Severity.WARNING, message=said, at=place)
        for code, place in (
            ("project-code", (at / "code").part(6, 8)),
            ("year-stale", (at / "name").part(0, 5)),
            ("typo", (at / "name").part(5, 7)),
        )
    ]
    form = drafting.form_of(loaded)
    assert list(marks.of(loaded.filing, form, Step(2026, 2027), fresh[2:], fresh)) == [
        Todo(
            at=at / "name",
            words=("“2026年”请改为2027年的内容，确属往年情况的请写明",),
            rules=("year-stale",),
        ),
        Todo(at=at / "code", words=("待财政系统下达2027年的编码",), rules=("project-code",)),
    ]


def test_of_a_filing_that_cannot_be_read_nothing_is_made(
    tmp_path: Path, workspace: Workspace
) -> None:
    workspace.write(FILING, "")
    loaded = workspace.load()
    with pytest.raises(ValueError, match=FOLDER):
        drafting.draft(loaded, 2027, "plain", tmp_path)
    with pytest.raises(ValueError, match=FOLDER):
        drafting.form_of(loaded)
    with pytest.raises(ValueError, match=FOLDER):
        additions.project(loaded, "road", "公路", None)


@pytest.mark.parametrize("style", ["json", "indented", "crlf", "block"])
@pytest.mark.parametrize("loaded", [*SEED, *SOUND], ids=names([*SEED, *SOUND]))
def test_a_filing_may_be_written_in_any_style(loaded: Loaded, style: str, tmp_path: Path) -> None:
    root = tmp_path / "root"
    for path, source in loaded.sources.items():
        if not path.startswith(loaded.folder.path):
            continue
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_styled(loaded, path, source.text, style).encode())
    restyled = pipeline.load(replace(loaded.folder, root=root), loaded.desk)
    again = drafted(restyled, tmp_path / "stage")
    assert again.filing
    codes = {code for code, *_ in found(again)}
    assert "todo-left" in codes
    assert codes <= {"todo-left", *(code for code, *_ in found(loaded))}


def _styled(loaded: Loaded, path: str, text: str, style: str) -> str:
    if style == "crlf":
        return text.replace("\n", "\r\n")
    data = loaded.trees[path].data
    if style == "block":
        return yamldump.dump(data)
    plain = json.dumps(data, ensure_ascii=False, indent=2 if style == "indented" else None)
    # What the schema wants to be no text.
    return re.sub(r'"(spec|year|sample|complete)": "(\w+)"', r'"\1": \2', plain)
