"""Of few pairs that hang together all choices are tried, of more a library finds the best."""

import random

import pytest

from perfspec.compare.matching import assignment
from perfspec.compare.matching.assignment import Weight
from perfspec.compare.matching.board import of_sides
from perfspec.model import Unit
from tests.compare.things import NOWHERE

Ranks = dict[tuple[int, int], int]


def chosen(ranks: Ranks) -> list[tuple[str, str]]:
    """Return what is proposed where pairs of four older and four newer things rank so."""
    old, new = (
        [Unit(code=f"{side}{at}", name=f"{side}{at}", suffix="", at=NOWHERE) for at in range(4)]
        for side in ("old-", "new-")
    )
    board = of_sides(old, new, lambda unit: unit.code)
    edges = {edge: Weight(rank=rank, sure=False, reasons=()) for edge, rank in ranks.items()}
    assignment.propose(board, edges)
    return sorted((one.old[0].name, one.new[0].name) for one in board.proposals)


def test_two_good_pairs_are_better_than_the_best_one() -> None:
    found = chosen({(0, 0): 80, (0, 1): 79, (1, 0): 78})
    assert found == [("old-0", "new-1"), ("old-1", "new-0")]


def test_of_two_good_pairs_and_a_much_better_one_the_better_is_taken() -> None:
    assert chosen({(0, 0): 100, (0, 1): 62, (1, 0): 62}) == [("old-0", "new-0")]


def test_all_choices_and_the_library_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(1)  # noqa: S311 — the same every time
    cells = [(i, j) for i in range(4) for j in range(4)]
    drawn = [
        {edge: chance.randint(62, 100) for edge in chance.sample(cells, size)}
        for size in range(2, 9)
        for _ in range(20)
    ]
    tried = [chosen(ranks) for ranks in drawn]
    monkeypatch.setattr(assignment, "_FEW", 1)
    assert tried == [chosen(ranks) for ranks in drawn]
