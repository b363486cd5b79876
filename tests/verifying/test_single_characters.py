"""A paper was built, and then a single character of its source changed: verifying finds each."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from perfspec import pipeline
from perfspec.diagnostics import Place
from perfspec.documents import reading
from perfspec.importing import Found, finding
from perfspec.pipeline import Loaded
from perfspec.render import FORMATS, Options
from perfspec.verifying.verify import verify
from perfspec.workspace import FilingFolder
from tests.needs import needs

ROOT = Path(__file__).parents[2]
SEED = FilingFolder(root=ROOT, year="2020", department="224001")
LETTERS = "甲乙丙丁，。；0123456789abc"


@dataclass(frozen=True)
class Built:
    """A filing, what was read back from its paper, and the places that the paper shows."""

    loaded: Loaded
    found: Found
    places: tuple[Place, ...]


def built(name: str) -> Built:
    loaded = pipeline.load(SEED)
    paper = pipeline.compose(loaded)
    printed = FORMATS[name](paper.html, [], Options(), {})
    assert not isinstance(printed, tuple)
    found = finding.find([reading.read(printed.data, f"filing.{name}")])
    return Built(loaded, found, tuple(dict.fromkeys(paper.places.values())))


def changes(paper: Built, seed: int) -> Iterator[tuple[Place, Mapping[str, str]]]:
    """Yield a place, and the text of its file with one character of its value changed there."""
    chance = random.Random(seed)  # noqa: S311 — a choice of examples
    while True:
        place = chance.choice(paper.places)
        value = paper.loaded.trees[place.path].data
        for key in place.keys:
            value = value[key]
        if not isinstance(value, str) or not value.strip():
            continue
        at = chance.randrange(len(value))
        region = paper.loaded.trees[place.path].locate(place.part(at, at + 1))
        text = paper.loaded.sources[place.path].text
        new = chance.choice([one for one in LETTERS if one != value[at]])
        kind = chance.choice(("changed", "left out", "put in"))
        before, there, behind = text[: region.start], value[at], text[region.end :]
        if text[region.start : region.end] != there or there.isspace():
            continue
        middle = {"changed": new, "left out": "", "put in": new + there}[kind]
        yield place, {place.path: before + middle + behind}


@pytest.mark.parametrize(
    ("name", "times"),
    [
        pytest.param("pdf", 100, marks=needs("pango")),
        ("docx", 30),
        ("xlsx", 30),
        ("html", 30),
    ],
)
def test_each_change_of_a_single_character_is_found_where_it_was_made(
    name: str, times: int
) -> None:
    paper = built(name)
    assert verify(paper.loaded, paper.found).findings == ()
    found = 0
    for place, texts in changes(paper, seed=times):
        loaded = pipeline.load(SEED, instead=texts)
        if loaded.filing is None:  # refused already: no class, code or amount is written so
            continue
        told = verify(loaded, paper.found).findings
        assert place in {
            Place(one.at.path, one.at.keys) for one in told if isinstance(one.at, Place)
        }, (place, texts)
        found += 1
        if found == times:
            return
