"""Two documents for Word as one with tracked changes, as if a person had turned old into new.

In: two `Body`. Out: one. All changes accepted, it is the newer in every word, paragraph, row and
table; all rejected, the older. What Word does not track is that of the newer: paper, page numbers,
footers, properties of the file, and where pages may break.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from perfspec.render.docx.body import Block, Body, Paragraph, Revision, Section, Table
from perfspec.render.docx.redline import paragraphs, tables
from perfspec.render.docx.redline.pairing import paired
from perfspec.render.docx.redline.paragraphs import Names


def redline(old: Body, new: Body) -> Body:
    """Return the document with tracked changes; sections are paired by their order."""
    names = Names(taken=frozenset(name for one in new.paragraphs() for name in one.bookmarks))
    sections: list[Section] = []
    for one, other in zip_longest(old.sections, new.sections):
        before, after = one.blocks if one else (), other.blocks if other else ()
        blocks = tuple(_blocks(before, after, names))
        if other or not sections:
            sections.append(replace(other or one, blocks=blocks))
        else:  # an end of a section cannot be tracked
            sections[-1] = replace(sections[-1], blocks=(*sections[-1].blocks, *blocks))
    return replace(new, sections=tuple(sections))


def _blocks(old: Sequence[Block], new: Sequence[Block], names: Names) -> Iterator[Block]:
    for one, other in paired(old, new, _kind, (_equal, _place), _words):
        if isinstance(one, Paragraph) and isinstance(other, Paragraph):
            yield paragraphs.both(one, other)
        elif isinstance(one, Table) and isinstance(other, Table):
            yield tables.merged(one, other, names)
        elif one:
            yield _whole(one, Revision.DELETED, names)
        elif other:
            yield _whole(other, Revision.INSERTED, names)


def _kind(block: Block) -> Hashable:
    return paragraphs.kind(block) if isinstance(block, Paragraph) else tables.kind(block)


def _equal(block: Block) -> Hashable | None:
    return block.content if isinstance(block, Paragraph) else block.key or None


def _place(block: Block) -> Hashable | None:
    return paragraphs.place(block) if isinstance(block, Paragraph) else block.title or None


def _words(block: Block) -> list[str]:
    return paragraphs.words(block) if isinstance(block, Paragraph) else tables.text_words(block)


def _whole(block: Block, revision: Revision, names: Names) -> Block:
    if isinstance(block, Paragraph):
        return paragraphs.whole(block, revision, names)
    return tables.whole(block, revision, names)
