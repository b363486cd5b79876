"""Every character of a document has become something, and the sums are equal."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfspec.documents import Document, Dropped, Note, Paragraph, Run, Where, Why
from perfspec.importing import (
    Found,
    FoundProject,
    Guess,
    Stretch,
    Use,
    Used,
    Value,
    account,
    walking,
)
from perfspec.importing.account import reports, told
from perfspec.importing.draft import Draft
from perfspec.messages import english, message, translator

TEXTS = ("项目名称： 修路", "多余的话", "修路绩效目标表", "  ", "备注甲")


def _document(texts: tuple[str, ...] = TEXTS, name: str = "a.docx") -> Document:
    return Document(
        name=name,
        format="docx",
        blocks=tuple(
            Paragraph(number=at, runs=(Run(text=text),), at=Where(document=name, paragraph=at + 1))
            for at, text in enumerate(texts)
        ),
        dropped=(Dropped(text="TC 甲", why=Why.FIELD, at=Where(document=name, paragraph=1)),),
        spacing=4,
        notes=(Note(text=message("hidden text"), at=Where(document=name)),),
    )


def _value(text: str, paragraph: int, start: int, end: int) -> Value:
    return Value(
        text=text,
        at=Where(document="a.docx", paragraph=paragraph + 1),
        stretches=(Stretch("a.docx", paragraph, start, end),),
    )


NAME = replace(_value("修路", 0, 6, 8), guess=message("comments"))
FOUND = Found(
    documents=(_document(),),
    projects=(
        FoundProject(
            at=Where(document="a.docx"),
            name=NAME,
            title=_value("修路", 2, 0, 2),
            fields={"备注": _value("备注甲", 4, 0, 3)},
        ),
    ),
    used=(
        Used(stretch=Stretch("a.docx", 0, 0, 5), use=Use.LABEL),
        Used(stretch=Stretch("a.docx", 2, 2, 7), use=Use.FURNITURE),
    ),
    guesses=(Guess(text=message("hidden text"), at=Where(document="a.docx")),),
)
DRAFT = Draft(
    form="f",
    year=2020,
    department="1",
    filing={"spec": 1, "money_unit": "元"},
    projects={"roads": {"name": "修路", "budget": {"total": "5"}, "indicators": [{}]}},
    origins={"projects/roads.yaml#name": NAME},
)


def test_each_character_is_counted_once_by_what_became_of_it() -> None:
    (one,) = account.of(FOUND, DRAFT)
    assert one.total == sum(map(len, TEXTS)) + len("TC 甲") + 4
    assert one.read == {("project", "name"): 2}
    assert one.used == {Use.LABEL: 5, Use.FURNITURE: 5, Use.REPEATED: 2}
    assert [piece.text for piece in one.left] == ["多余的话"]
    assert [piece.text for piece in one.aside] == ["备注甲"]
    # The blank behind the label and the paragraph of blanks lay out only.
    assert one.spacing == 4 + 1 + 2
    assert sum(one.sums.values()) == one.total


def test_what_is_left_over_is_given_with_its_stretch() -> None:
    assert list(account.left_over(FOUND)) == [
        (Stretch("a.docx", 1, 0, 4), Where(document="a.docx", paragraph=2))
    ]


def test_values_are_found_wherever_they_stand() -> None:
    assert [one.text for one in walking.values(FOUND)] == ["修路", "修路", "备注甲"]


@pytest.mark.parametrize("stretch", [(0, 9), (-1, 2), (3, 2)])
def test_a_stretch_beyond_its_paragraph_is_a_bug(stretch: tuple[int, int]) -> None:
    wrong = Used(stretch=Stretch("a.docx", 0, *stretch), use=Use.LABEL)
    with pytest.raises(ValueError, match="Stretch"):
        account.of(replace(FOUND, used=(wrong,)), DRAFT)


def test_two_documents_of_one_name_are_a_bug() -> None:
    with pytest.raises(ValueError, match=r"a\.docx"):
        account.of(replace(FOUND, documents=(_document(), _document())), DRAFT)


def test_documents_are_accounted_for_apart() -> None:
    other = _document(("完全没懂",), "b.docx")
    first, second = account.of(replace(FOUND, documents=(_document(), other)), DRAFT)
    assert (first.sums["left over"], second.sums["left over"]) == (4, 4)
    assert second.sums["read"] == 0


@given(
    st.lists(st.text(max_size=9), max_size=4),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 9), st.integers(0, 9)), max_size=6),
)
def test_the_sums_are_equal_whatever_is_used(
    texts: list[str], marks: list[tuple[int, int, int]]
) -> None:
    found = Found(
        documents=(_document(tuple(texts)),),
        used=tuple(
            Used(stretch=Stretch("a.docx", at, min(a, b), max(a, b)), use=Use.LABEL)
            for at, a, b in marks
            if at < len(texts) and max(a, b) <= len(texts[at])
        ),
    )
    (one,) = account.of(found, replace(DRAFT, origins={}))
    assert sum(one.sums.values()) == one.total == sum(map(len, texts)) + 4 + 4


def _told() -> told.Told:
    return told.of("specs/2020/1", FOUND, DRAFT, (message("comments"),))


def test_the_text_report_tells_everything() -> None:
    assert (
        reports.text([_told()], english)
        == """\
specs/2020/1
============

Form: f
  comments

What was read
  projects: 1
  a.docx, paragraph 1  roads: budget 5元, indicators: 1  「修路」

About the files
  a.docx  hidden text

What was guessed: 2
  a.docx, paragraph 1  comments
  a.docx  hidden text

a.docx: every character, 32
  read into the specs: 2
    project.name（项目名称）: 2
  labels and heads: 5
  said before: 2
  printed by the form: 5
  no content: field codes, headers and the like: 4
  blanks and line breaks: 7
  understood, but no value of the specs: 3
  left over: 4

Dropped: field codes: 1
  a.docx, paragraph 1  4 characters  「TC 甲」

Understood, but no value of the specs: 1
  a.docx, paragraph 5  3 characters  「备注甲」

Left over: 1
  a.docx, paragraph 2  4 characters  「多余的话」
"""
    )


def test_the_markdown_report_has_a_line_for_each_of_the_text() -> None:
    lines = [line for line in reports.text([_told()], english).splitlines() if line.strip("= ")]
    shown = [line for line in reports.markdown([_told()], english).splitlines() if line]
    assert len(shown) == len(lines)
    assert shown[:3] == ["# specs/2020/1", "## Form: f", "- comments"]


def test_the_json_report_has_the_characters_as_they_stand() -> None:
    (filing,) = json.loads(reports.data([_told()], english))["filings"]
    (document,) = filing["documents"]
    assert document["left_over"] == [
        {"text": "多余的话", "at": {"document": "a.docx", "paragraph": 2}}
    ]
    assert sum(document["sums"].values()) == document["characters"] == 32
    assert filing["projects"] == ["roads"]


def test_the_short_report_cuts_long_lists_and_says_how_many_there_are() -> None:
    found = replace(FOUND, documents=(_document((*TEXTS, *("长" * 70 for _ in range(9)))),))
    lines = list(reports.short(told.of("x", found, DRAFT, ()), english))
    assert lines[-1] == "  a.docx: characters 662, accounted for 28, left over 634"
    at = lines.index("  Left over: 10")
    assert lines[at + 2] == f"    a.docx, paragraph 6  70 characters  「{'长' * 60}…」"
    assert lines[at + 6] == "    … and 5 more: --report FILE lists all"


def test_the_report_speaks_chinese() -> None:
    assert "剩余未识别：1 处" in reports.text([_told()], translator("zh"))


def test_a_field_is_called_as_the_specs_call_it() -> None:
    assert told.label(("project", "indicators", "target")) == "project.indicators.target（指标值）"
    assert told.label(("filing", "sub_goals")) == "filing.sub_goals（分项绩效目标）"
    assert told.label(("actuals",)) == "actuals"
