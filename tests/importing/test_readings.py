"""Papers that perfspec has not printed are read as a person reads them, and nothing gets lost."""

import pytest

from perfspec.documents import reading
from perfspec.form import Form
from perfspec.importing.tables import projects
from tests.importing import readings
from tests.importing.covering import twice
from tests.importing.flatvariants import VARIANTS

PAPERS = list(readings.published())
# Classes, indicators and targets stand in one column there, indented: nobody reads that yet.
UNREAD = "shizuishan-jikong-2020"


@pytest.fixture(scope="module")
def known() -> dict[str, Form]:
    """Return the forms that perfspec knows."""
    return dict(readings.packs())


@pytest.mark.parametrize("kind", readings.KINDS)
@pytest.mark.parametrize("paper", PAPERS, ids=[name for name, _, _ in PAPERS])
def test_published_tables_are_read_whole(
    paper: tuple[str, str, list[readings.Truth]], kind: str, known: dict[str, Form]
) -> None:
    name, words, truths = paper
    score = readings.of_paper(words, kind, truths, known)
    if name == UNREAD:
        assert (score.found, score.wrong) == (0, ())
        assert "疫苗提供及时率|100%" in score.left
    else:
        assert score.wrong == ()
        assert (score.found, score.right) == (score.projects, score.rows)


@pytest.mark.parametrize("name", VARIANTS)
def test_however_a_filing_is_flattened_it_says_the_same(name: str, known: dict[str, Form]) -> None:
    score = readings.of_variant(VARIANTS[name], known)
    assert score.wrong == ()
    assert (score.found, score.right) == (score.projects, score.rows)


@pytest.mark.parametrize("name", VARIANTS)
def test_no_character_is_told_twice(name: str) -> None:
    document = reading.read(VARIANTS[name].data, "paper.txt")
    assert twice(document, projects(document.blocks)) == []


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("contents with page numbers behind tabs", ""),
        ("contents with field codes", ""),
        ("empty paragraphs in cells", ""),
        ("row breaks missing", ""),
        ("page numbers and form feeds between", ""),
        ("a fourth part", "四、其他需要说明的事项|无。"),
        ("captions above the tables, notes below", "|".join(["注：本表由预算单位填报。"] * 4)),
    ],
)
def test_what_is_no_part_of_a_filing_is_left_over(
    name: str, left: str, known: dict[str, Form]
) -> None:
    assert readings.of_variant(VARIANTS[name], known).left == left


def test_a_table_of_duties_is_told_and_left_over() -> None:
    document = reading.read(VARIANTS["a table of duties"].data, "paper.txt")
    told = [guess.text.text for guess in projects(document.blocks).guesses]
    assert told == ["a table of a department's duties; the specs have no place for it"]
