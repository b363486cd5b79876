"""The labels of the matching are many, the table in the docs is fresh, and matches are right."""

from collections import Counter

import match_score
import pytest

SCORES = match_score.scores()


def test_the_table_in_the_docs_is_fresh() -> None:
    inside, _ = match_score.section()
    assert inside == f"{match_score.table(SCORES)}\n", "run scripts/match_score.py --write"


def test_the_labels_are_many_and_of_each_kind() -> None:
    labels = [tuple(row[:3]) for row in match_score.lines(match_score.PAIRS)]
    assert len(labels) >= 400
    for part in ("dev", "test", "fresh"):
        for kind in ("project", "indicator"):
            for label in ("same", "different"):
                assert labels.count((part, kind, label)) >= 14, (part, kind, label)


def test_no_pair_stands_in_the_labels_twice() -> None:
    pairs = Counter(tuple(row[3:5]) for row in match_score.lines(match_score.PAIRS))
    assert [pair for pair, times in pairs.items() if times > 1] == []


@pytest.mark.parametrize("score", SCORES, ids=lambda score: score.name)
def test_what_is_matched_is_right(score: match_score.Score) -> None:
    right, all_ = score.precision
    assert all_ >= 4
    assert right * 100 >= all_ * 99, score.wrongly_matched


@pytest.mark.parametrize("score", SCORES, ids=lambda score: score.name)
def test_nine_of_ten_things_that_are_one_are_matched_or_proposed(score: match_score.Score) -> None:
    found, all_ = score.recall
    assert found * 10 >= all_ * 9, score.missed
