"""Where something stands is said as a person looks for it."""

import pytest

from perfspec.documents import Where
from perfspec.documents.wording import cell, words
from perfspec.messages import english, translator


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (Where(document="a.docx"), "a.docx"),
        (Where(document="a.docx", paragraph=3), "a.docx, paragraph 3"),
        (Where(document="a.docx", table=2), "a.docx, table 2"),
        (Where(document="a.docx", table=2, row=3), "a.docx, table 2, row 3"),
        (Where(document="a.docx", table=2, row=3, column=5), "a.docx, table 2, row 3, column 5"),
        (Where(document="a.docx", part="footnote"), "a.docx, footnote"),
        (Where(document="a.docx", part="elsewhere"), "a.docx, elsewhere"),
        (
            Where(document="a.pdf", page=4, table=2, row=3, column=1),
            "a.pdf, page 4, table 2, row 3, column 1",
        ),
        (Where(document="a.pdf", page=4), "a.pdf, page 4"),
        (Where(document="a.xlsx", sheet="总表"), "a.xlsx, sheet 总表"),
        (Where(document="a.xlsx", sheet="总表", row=5, column=2), "a.xlsx, sheet 总表, cell B5"),
        # The line says more than the cell of a table that only the text shows.
        (Where(document="a.txt", table=1, row=2, column=3, line=41), "a.txt, line 41"),
    ],
)
def test_a_place_is_said_so(at: Where, said: str) -> None:
    assert english(words(at)) == said


def test_a_place_is_said_in_chinese() -> None:
    at = Where(document="a.pdf", page=4, table=2, row=3, column=1)
    assert translator("zh")(words(at)) == "a.pdf，第4页，第2张表，第3行第1列"
    assert translator("zh")(words(Where(document="a.docx", part="comment"))) == "a.docx，批注"


@pytest.mark.parametrize(
    ("column", "row", "called"),
    [(1, 1, "A1"), (26, 2, "Z2"), (27, 3, "AA3"), (702, 4, "ZZ4"), (703, 5, "AAA5")],
)
def test_a_cell_is_called_as_in_its_sheet(column: int, row: int, called: str) -> None:
    assert cell(column, row) == called
