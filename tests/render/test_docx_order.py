"""The parts of a Word file hold to the standard: Word refuses what stands in another order.

The sequences are in `sequences`; what else Word insists on is in `openxml`.
"""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from perfspec.render.docx.body import Body, Revision
from perfspec.render.docx.writing import write
from tests.render import wordfiles
from tests.render.sequences import FREE, SEQUENCES
from tests.render.wordfiles import DATE, W, grid, mixed, row, said


def _everything() -> Body:
    changed = (
        mixed(("旧", Revision.DELETED), ("新", Revision.INSERTED), revision=Revision.INSERTED),
        replace(
            said("甲", replace(wordfiles.ENTRY, first=-wordfiles.ENTRY.left, page_before=True))
        ),
        said("乙", wordfiles.ENTRY, replace(wordfiles.TITLE, strong=True, colour="C00000")),
        grid(row("甲", "乙", revision=Revision.DELETED), row("丙", "丁", is_head=True)),
    )
    paper = wordfiles.paper()
    last = paper.sections[-1]
    return replace(
        paper, sections=(*paper.sections[:-1], replace(last, blocks=(*last.blocks, *changed)))
    )


def _elements(name: str) -> Iterator[list[str]]:
    for part, xml in wordfiles.parts(write(_everything(), date=DATE)).items():
        if part.startswith("word/") and part.endswith(".xml"):
            root = wordfiles.parsed(xml)
            for found in root.iter(W + name):
                yield [child.tag.removeprefix(W) for child in found]


@pytest.mark.parametrize("name", SEQUENCES)
def test_what_stands_in_an_element_stands_in_the_order_of_the_standard(name: str) -> None:
    sequence = SEQUENCES[name].split()
    free = FREE.get(name, set())
    seen = 0
    for children in _elements(name):
        assert set(children) <= set(sequence)
        places = [sequence.index(child) for child in children if child not in free]
        assert places == sorted(places)
        seen += len(children)
    assert seen > 1


def test_lengths_are_whole_numbers() -> None:
    lengths = [
        value
        for part, xml in wordfiles.parts(write(_everything(), date=DATE)).items()
        if part.startswith("word/")
        for element in wordfiles.parsed(xml).iter()
        for name, value in element.attrib.items()
        if name.removeprefix(W) in ("w", "h", "line", "before", "after", "left", "firstLine", "pos")
    ]
    assert len(lengths) > 100
    assert all(length.lstrip("-").isdigit() for length in lengths)


def test_every_style_part_and_bookmark_that_is_used_is_there() -> None:
    parts = wordfiles.parts(write(_everything(), date=DATE))
    document = wordfiles.parsed(parts["word/document.xml"])
    styles = wordfiles.parsed(parts["word/styles.xml"])
    identifiers = [style.get(f"{W}styleId") for style in styles.iter(f"{W}style")]
    assert len(set(identifiers)) == len(identifiers)
    used = {mark.get(f"{W}val") for mark in document.iter(f"{W}pStyle")}
    assert used
    assert used <= set(identifiers)
    relations = wordfiles.parsed(parts["word/_rels/document.xml.rels"])
    known = {relation.get("Id") for relation in relations}
    asked = {value for one in document.iter() if (value := one.get(f"{wordfiles.R}id"))}
    assert asked
    assert asked <= known
    marks = {mark.get(f"{W}name") for mark in document.iter(f"{W}bookmarkStart")}
    anchors = {link.get(f"{W}anchor") for link in document.iter(f"{W}hyperlink")}
    assert anchors
    assert anchors <= marks
