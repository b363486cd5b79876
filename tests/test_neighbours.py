"""What comes of published tables of neighbouring years is as the docs say."""

from collections import Counter

import neighbours_score
import pytest

SCORE = neighbours_score.score()


@pytest.mark.parametrize("page", ["matching", "judgements"])
def test_the_tables_in_the_docs_are_fresh(page: str) -> None:
    inside, _ = neighbours_score.section(page)
    text = neighbours_score.tables(SCORE)[page]
    assert inside == f"{text}\n", "run scripts/neighbours_score.py --write"


def test_there_are_tables_enough() -> None:
    assert len(SCORE.pairs) >= 6
    assert len(SCORE.seen) >= 20
    assert sum(SCORE.seen.values()) >= 100


def test_nothing_is_matched_wrongly_and_no_target_is_classified_otherwise() -> None:
    assert SCORE.projects.wrong == []
    assert SCORE.indicators.wrong == []
    assert SCORE.shifts.wrong == []
    assert len(SCORE.indicators.right) > 10
    assert len(SCORE.shifts.right) > 7


def test_every_label_names_indicators_that_are_there() -> None:
    for one in SCORE.pairs:
        old, new = (neighbours_score.side(named).filing for named in (one.old, one.new))
        for names in one.shifts:
            for filing, name in zip((old, new), names, strict=True):
                rows = [row.name for project in filing.projects for row in project.indicators]
                assert Counter(rows)[name] >= 1, (one.old, one.new, name)


def test_every_table_names_its_source_and_is_called_a_fragment() -> None:
    folders = sorted(neighbours_score.HOME.glob("specs/*/*/filing.yaml"))
    assert len(folders) > 10
    for path in folders:
        text = path.read_text(encoding="utf-8")
        head, _, rest = text.partition("spec: 1")
        assert "# 来源：http" in head, path
        assert "complete: false" in rest, path
