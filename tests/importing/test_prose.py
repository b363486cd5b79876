"""Running text as Markdown that prints exactly the words of the paper."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfspec import markup
from perfspec.documents import Paragraph, Run, Where
from perfspec.importing.parts.prose import markdown, running
from tests.importing.papers import paragraph

RUNS = st.lists(st.tuples(st.text("*\\\n 一a、_`<&#>", max_size=6), st.booleans()), max_size=5)


def made(runs: list[tuple[str, bool]], marker: str = "") -> Paragraph:
    set_runs = tuple(Run(text=text, strong=strong) for text, strong in runs)
    return Paragraph(number=0, runs=set_runs, at=Where(document="x"), marker=marker)


def broken(text: str) -> str:
    return re.sub(r"[ \t]*\n\s*", "\n", text)


@given(RUNS, st.sampled_from(["", "1.", "（一）"]))
def test_the_markdown_prints_the_words_of_the_paragraph(
    runs: list[tuple[str, bool]], marker: str
) -> None:
    read = made(runs, marker)
    printed = markup.paragraphs(markdown(read))
    plain = unescape(re.sub("</?strong>", "", "".join(printed).replace("<br>", "\n")))
    assert broken(plain) == broken(read.text.strip())
    assert len(printed) == bool(read.text.strip())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**一是加强领导。**成立小组", "**一是加强领导。**成立小组"),
        ("甲**乙 **丙", "甲**乙** 丙"),
        ("元/人*月", "元/人*月"),
    ],
)
def test_strong_words_are_marked_and_a_lone_star_is_not_escaped(text: str, expected: str) -> None:
    assert markdown(paragraph(text)) == expected


def test_literal_stars_and_backslashes_are_escaped() -> None:
    assert markdown(made([("待填**、a\\b", False)])) == r"待填\*\*、a\\b"
    assert markdown(made([("甲*", True), ("*乙", False)])) == r"**甲\***\*乙"


def test_paragraphs_are_parted_and_words_before_the_start_are_left_out() -> None:
    value = running([paragraph("目标：甲"), paragraph("　乙 ", 1)], 3)
    assert (value.text, value.markdown) == ("甲\n乙", "甲\n\n乙")
    assert [(one.start, one.end) for one in value.stretches] == [(3, 4), (0, 3)]


def test_no_paragraph_is_no_text() -> None:
    with pytest.raises(ValueError, match=r"\(\)|\[\]"):
        running([])
