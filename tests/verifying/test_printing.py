"""What a text of a spec prints is held against what a paper prints, character by character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfspec.documents import Document, Paragraph, Run, Where
from perfspec.importing import Stretch, Value
from perfspec.verifying.printing import Papers, Printed, difference, literal, paragraphs
from tests.laws import tried

TEXTS = st.text(st.sampled_from("培训ab12 ，。"), max_size=12)


def printed(text: str, *joints: int) -> Printed:
    return Printed(text, frozenset({0, *joints}))


@pytest.mark.parametrize(
    ("wanted", "paper"),
    [
        ("培训11次", printed("培训11次")),
        ("", printed("")),
        # A line ends behind 11: the blank that stood there is not printed.
        ("training 11 times", printed("training 11times", 11)),
        # Word writes the blank at the end of a line, a page does not.
        ("培训11次", printed("培训 11次", 2)),
        ("培训11次", printed("培训 11次", 3)),
        # Blanks around a text are those of the cell.
        ("培训11次", printed(" 培训11次\n")),
        # Paragraphs of a field stand in stretches of their own.
        ("一、培训\n二、调研", printed("一、培训二、调研", 4)),
        ("一、培训\n二、调研", printed("一、培训\n二、调研")),
        ("a b", printed("a  b")),
    ],
)
def test_they_are_the_same(wanted: str, paper: Printed) -> None:
    assert difference(wanted, paper) is None


@pytest.mark.parametrize(
    ("wanted", "paper", "at", "on"),
    [
        ("培训11次", printed("培训9次"), 2, 2),
        ("培训11次", printed("培训11"), 4, 4),
        ("培训11", printed("培训11次"), 4, 4),
        ("培训11次", printed(""), 0, 0),
        ("培训 11次", printed("培训11次"), 2, 2),
        ("培训11次", printed("培训 11次"), 2, 2),
        # No joint stands where the blank is missing.
        ("a b c", printed("ab c", 3), 1, 1),
        ("一、培训\n二、调研", printed("一、培训二、调研"), 4, 4),
        # An ideographic space and a no-break space are printed, and are characters of their own.
        ("培\u3000训", printed("培训"), 1, 1),
        ("培\u00a0训", printed("培 训"), 1, 1),
    ],
)
def test_they_differ_from_here_on(wanted: str, paper: Printed, at: int, on: int) -> None:
    assert difference(wanted, paper) == (at, on)


@pytest.mark.parametrize(
    ("wanted", "text", "joints"),
    [
        # A page prints the blank that keeps words together as any other.
        ("a\u00a0b", "a b", ()),
        ("a\u00a0 b", "a b", ()),
        # A wide blank at the end of a line is not printed.
        ("培\u3000训", "培训", (1,)),
    ],
)
def test_on_a_page_they_are_the_same(wanted: str, text: str, joints: tuple[int, ...]) -> None:
    paper = Printed(text, frozenset(joints), is_paged=True)
    assert difference(wanted, paper) is None
    assert difference(wanted, printed(text, *joints)) is not None


@tried(200)
@given(TEXTS.map(literal), TEXTS.map(literal), st.sets(st.integers(0, 12)))
def test_a_difference_is_one_of_other_characters_or_of_blanks_off_the_joints(
    wanted: str, text: str, joints: set[int]
) -> None:
    if difference(wanted, printed(text, *joints)) is None:
        assert wanted.replace(" ", "") == text.replace(" ", "")
    if wanted == text:
        assert difference(wanted, printed(text, *joints)) is None
    if wanted.replace(" ", "") != text.replace(" ", ""):
        assert difference(wanted, printed(text, *joints)) is not None


@pytest.mark.parametrize(
    ("text", "prints"),
    [
        ("培训\n调研", "培训调研"),
        ("two\nlines", "two lines"),
        ("a  b\t c", "a b c"),
        (" 培训 ", "培训"),
        ("≤2天 & <3次>", "≤2天 & <3次>"),
        ("培\u3000训", "培\u3000训"),
    ],
)
def test_a_literal_text_prints_so(text: str, prints: str) -> None:
    assert literal(text) == prints


@pytest.mark.parametrize(
    ("text", "print_so"),
    [
        ("一段\n\n**二**段 <b>", ("一段", "二段 <b>")),
        # A break is a blank of any kind.
        ("一段\\\n还是一段", ("一段 还是一段",)),
        ("", ()),
        ("3 * 4 ** 5", ("3 * 4 ** 5",)),
    ],
)
def test_markdown_prints_so(text: str, print_so: tuple[str, ...]) -> None:
    assert paragraphs(text) == print_so


def test_what_was_read_is_taken_from_the_paper_and_not_from_the_value() -> None:
    at = Where(document="a.pdf")
    runs = (Run(text="1.培训"), Run(text="11次"))
    paragraph = Paragraph(number=3, runs=runs, at=at)
    value = Value(text="something else", at=at, stretches=(Stretch("a.pdf", 3, 2, 7),))
    papers = Papers.of([Document(name="a.pdf", format="pdf", blocks=(paragraph,))])
    assert papers.printed([value]) == Printed("培训11次", frozenset({0, 2}), is_paged=True)


def test_runs_of_other_formats_are_no_lines() -> None:
    at = Where(document="a.docx")
    paragraph = Paragraph(number=0, runs=(Run(text="ab"), Run(text="cd", strong=True)), at=at)
    value = Value(text="abcd", at=at, stretches=(Stretch("a.docx", 0, 0, 4),))
    papers = Papers.of([Document(name="a.docx", format="docx", blocks=(paragraph,))])
    assert papers.printed([value, value]) == Printed("abcdabcd", frozenset({0, 4}))
