"""Mistakes put into sound filings are found as often as the docs say."""

import re
from collections.abc import Iterator
from pathlib import Path

import mutate
import pytest
import score
from mutating import KINDS, draft
from mutating.draft import Draft, Kind, Place

from tests.helpers import run

CORRECTED = Path(__file__).parent / "corrected"
SEED = CORRECTED.parents[1]


@pytest.fixture(scope="module")
def results() -> tuple[list[mutate.Result], int, int]:
    """Return what came of all kinds; measured once."""
    return mutate.measure()


def test_there_are_many_kinds_and_each_was_tried(
    results: tuple[list[mutate.Result], int, int],
) -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS) >= 40
    assert [one.kind.name for one in results[0] if not one.tried] == []
    assert results[1] >= 8


def test_no_fewer_mistakes_are_found_than_the_docs_say(
    results: tuple[list[mutate.Result], int, int],
) -> None:
    inside, _ = score.section("mutations")
    (claimed,) = re.findall(r"Found: (\d+) of \d+ mistakes", inside)
    assert sum(one.found for one in results[0]) >= int(claimed) > 0


def test_the_table_in_the_docs_is_fresh(results: tuple[list[mutate.Result], int, int]) -> None:
    inside, _ = score.section("mutations")
    assert inside == f"{mutate.table(*results)}\n", "run scripts/mutate.py --write"


def test_a_kind_that_changes_nothing_is_refused() -> None:
    nothing = Kind(name="nothing", what="nothing", places=lambda _: iter([lambda: None]))
    with pytest.raises(ValueError, match="nothing"):
        mutate.measure([nothing])


def test_a_change_that_is_no_mistake_is_not_found() -> None:
    def places(of: Draft) -> Iterator[Place]:
        return (draft.put(row, "id", f"{row['id']}-b") for row in draft.indicators(of))

    ((result,), filings, _) = mutate.measure([Kind(name="id", what="another id", places=places)])
    assert (result.tried, result.missed and len(result.missed)) == (filings, filings)


def test_every_place_of_every_kind_changes_the_filing(tmp_path: Path) -> None:
    starter = next(mutate.sound(tmp_path))
    told = draft.load(starter)
    tried = 0
    for kind in KINDS:
        for number in range(len(list(kind.places(draft.load(starter))))):
            changed = draft.load(starter)
            list(kind.places(changed))[number]()
            assert changed != told, kind.name
            tried += 1
    assert tried > 300


def test_the_corrected_filing_is_clean_and_is_not_the_filed_one() -> None:
    ended = run("check", "--fail-on", "info", "specs/2020/224001", cwd=CORRECTED)
    assert (ended.code, ended.out) == (0, "")
    path = "specs/2020/224001/projects/network-office.yaml"
    corrected, filed = ((root / path).read_text("utf-8") for root in (CORRECTED, SEED))
    assert "15000万元" in filed
    assert "15000万元" not in corrected
    assert run("check", "specs/2020/224001", cwd=SEED).code == 1


def test_the_sound_samples_are_clean() -> None:
    ended = run("check", "--fail-on", "info", cwd=CORRECTED)
    assert (ended.code, ended.out) == (0, "")
    assert len(list(CORRECTED.glob("specs/*/*/filing.yaml"))) >= 8
