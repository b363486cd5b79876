# ruff: noqa: E501 — a case of a table is read in one line
"""What import writes reads back as exactly the data, and looks as a person would write it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfspec import yamltree
from perfspec.documents import Where
from perfspec.errors import PerfspecError
from perfspec.importing import Stretch, Value, writing
from perfspec.importing.draft import Data, Draft
from perfspec.importing.writing import cleaning, layout
from perfspec.messages import english
from perfspec.source import Source

ROOT = Path(__file__).parents[2]
_PIECES = st.sampled_from(
    [
        ": ",
        " #",
        "- ",
        "'",
        '"',
        "\\",
        "\n",
        "\n\n",
        "\t",
        " ",
        "\u3000",
        "\x85",
        "\u2028",
        "😀",
        "≥90%",
        "null",
        "yes",
        "2020-01-01",
        "{",
        "[",
        "**一是**",
        "&",
        "*",
        "!",
        "%",
        "@",
        "`",
        "|",
    ]
)
TEXTS = st.lists(_PIECES | st.text(max_size=6), max_size=8).map("".join)


def _read(text: str) -> object:
    tree, found = yamltree.parse(Source(path="x.yaml", text=text))
    assert tree is not None
    assert not found
    return tree.data


@given(TEXTS, TEXTS, TEXTS)
def test_any_text_reads_back_wherever_it_stands(one: str, two: str, three: str) -> None:
    data: Data = {
        "overall_goal": one,
        "supplied": [two],
        "goals": [one, two, three],
        "rows": [{"name": three, "target": {"op": one, "value": two}, "class": [two, three]}],
        "fields": {"kind": two},
    }
    clean, _ = cleaning.cleaned(data)
    assert _read(writing.text("x.yaml", clean)) == clean


@given(TEXTS)
def test_only_what_cannot_be_seen_is_taken_out(text: str) -> None:
    clean, lost = cleaning.line(text)
    shown = [one for one in text if one.isprintable() or one == "\u3000"]
    assert [one for one in clean if one.isprintable() or one == "\u3000"] == shown
    assert not lost or any(not one.isprintable() for one in text)


@pytest.mark.parametrize("path", sorted((ROOT / "specs/2020/224001").rglob("*.yaml")), ids=str)
def test_a_file_of_the_specs_is_written_as_a_person_wrote_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree, _ = yamltree.parse(Source(path="x.yaml", text=text))
    assert tree is not None
    head = [line[2:] for line in text.splitlines() if line.startswith("# ")]
    assert writing.text("x.yaml", tree.data, head) == text


def test_texts_of_every_kind_stand_as_a_person_would_write_them() -> None:
    data = {
        "complete": False,
        "purpose": "第一段。\n\n第二段。",
        "goals": ["一\n二\n", "- 横线", " 前有空格", ""],
        "sub_goals": [],
        "fields": {},
        "indicators": [{"class": ["产出指标", "数量指标"], "target": {"bands": {"good": "<85%"}}}],
    }
    assert writing.text("x.yaml", data) == (
        "complete: false\n\npurpose: |-\n  第一段。\n\n  第二段。\n\n"
        "goals:\n  - |\n    一\n    二\n  - '- 横线'\n  - ' 前有空格'\n  - ''\n\n"
        "sub_goals: []\nfields: {}\n\n"
        "indicators:\n  - class: [产出指标, 数量指标]\n    target:\n      bands: {good: <85%}\n"
    )


def test_a_text_of_several_lines_that_no_block_holds_stands_in_double_quotes() -> None:
    assert layout.block(' 一\n"二"\\\t', 0) == ['" 一\\n\\"二\\"\\\\\\t"']


def _draft(**changes: object) -> Draft:
    at = Where(document="表.docx", table=2, row=3, column=4)
    given_ones: dict[str, object] = {
        "form": "hebei-2020",
        "year": 2020,
        "department": "224001",
        "filing": {"spec": 1, "overall_goal": "好"},
        "projects": {"roads": {"spec": 1, "name": "修\u200b路"}},
        "origins": {
            "projects/roads.yaml#name": Value(
                text="修路", at=at, stretches=(Stretch("表.docx", 0, 0, 2),)
            )
        },
    }
    return Draft(**(given_ones | changes))  # type: ignore[arg-type]


def test_each_file_says_what_it_was_read_from() -> None:
    written = writing.texts(_draft(actuals={"spec": 1, "projects": {}}, pack="spec: 1\n"), english)
    assert written.texts == {
        "specs/2020/224001/filing.yaml": "# read from 表.docx by perfspec import\n"
        "# what each value was read from: provenance.yaml\nspec: 1\n\noverall_goal: >-\n  好\n",
        "specs/2020/224001/projects/roads.yaml": "# read from 表.docx, table 2\nspec: 1\nname: 修路\n",
        "specs/2020/224001/actuals.yaml": "spec: 1\nprojects: {}\n",
        "templates/hebei-2020/form.yaml": "spec: 1\n",
    }


def test_a_character_that_cannot_be_seen_is_taken_out_and_told() -> None:
    (told,) = writing.texts(_draft(), english).guesses
    assert english(told.text) == (
        "name had characters that cannot be seen, which a spec cannot hold: U+200B ZERO WIDTH SPACE"
    )
    assert told.at.row == 3


@pytest.mark.parametrize(
    "changes",
    [{"department": "../x"}, {"form": "a/b"}, {"projects": {"..": {}}}, {"department": ""}],
)
def test_a_name_that_leads_to_another_folder_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(PerfspecError, match="cannot be the name of a folder or file"):
        writing.texts(_draft(**changes), english)


def test_a_file_that_check_would_not_read_is_refused() -> None:
    with pytest.raises(PerfspecError, match="more than 2097152 bytes"):
        writing.text("filing.yaml", {"overall_goal": "长" * 700_000})


def test_what_does_not_read_back_is_a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "lines", lambda _: ["a: b"])
    with pytest.raises(AssertionError):
        writing.text("x.yaml", {"a": "c"})
