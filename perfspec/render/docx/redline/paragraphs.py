"""Paragraphs of two documents as one sequence: those that stayed have changes inside.

A paragraph stayed if it is set alike; where a page may break is not tracked by Word, nor are
bookmarks and links: of what stayed they are those of the newer document.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace

from perfspec.compare import pieces
from perfspec.render.docx.body import Paragraph, Revision, Run
from perfspec.render.docx.redline.inlines import compared
from perfspec.render.docx.redline.pairing import paired


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The bookmarks of the newer document: what is gone gives way to them."""

    taken: frozenset[str]

    def without(self, gone: Paragraph) -> Paragraph:
        """Return a paragraph that is gone without the bookmarks that are still needed."""
        left = tuple(name for name in gone.bookmarks if name not in self.taken)
        return gone if left == gone.bookmarks else replace(gone, bookmarks=left)


def kind(paragraph: Paragraph) -> Hashable:
    """Return what two paragraphs have in common that can be one."""
    setting = replace(paragraph.setting, keep_next=False, page_before=False)
    return setting, paragraph.look, paragraph.contents


def place(paragraph: Paragraph) -> Hashable | None:
    """Return which field of the specs, or which heading, a paragraph is.

    An item of a list is known by its words: its number says only how many stand before it.
    """
    if paragraph.marks and paragraph.marks[-1].rpartition("/")[2].isdecimal():
        return None
    return paragraph.marks or paragraph.bookmarks or paragraph.link or None


def text(paragraph: Paragraph) -> str:
    """Return the words of a paragraph."""
    return "".join(one.text for one in paragraph.content if isinstance(one, Run))


def words(paragraph: Paragraph) -> list[str]:
    """Return the words of a paragraph, one by one."""
    return pieces.words(text(paragraph))


def both(old: Paragraph, new: Paragraph) -> Paragraph:
    """Return the paragraph that is `new` when it is accepted, and `old` when it is rejected."""
    return replace(new, content=compared(old.content, new.content))


def whole(paragraph: Paragraph, revision: Revision, names: Names) -> Paragraph:
    """Return a paragraph that is gone or new as a whole."""
    if revision is Revision.DELETED:
        paragraph = names.without(paragraph)
    return replace(paragraph, revision=revision)


def merged(old: Sequence[Paragraph], new: Sequence[Paragraph], names: Names) -> Iterator[Paragraph]:
    """Yield the paragraphs of both, those that stayed once."""
    keys = (lambda one: one.content, place)
    for one, other in paired(old, new, kind, keys, words):
        if one and other:
            yield both(one, other)
        elif one:
            yield whole(one, Revision.DELETED, names)
        elif other:
            yield whole(other, Revision.INSERTED, names)
