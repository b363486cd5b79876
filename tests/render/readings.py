"""Papers read as documents for Word, and what tests ask of these."""

from collections.abc import Iterable, Iterator

import tinyhtml5

from perfspec.render.docx import reading
from perfspec.render.docx.body import Body, Inline, Paragraph, Run, Table

PLAIN = (
    "@page { size: 200pt 300pt; margin: 0 } body, p, h1, h2, h3 { margin: 0; font-weight: normal }"
    " body { font-size: 10pt; line-height: 20pt }"
)


def read(html: str, css: str = "", head: str = "") -> Body:
    """Return a page 200 pt wide, with type of 10 pt in lines of 20 pt, as a document."""
    return of(f"<!DOCTYPE html><head>{head}<style>{PLAIN}{css}</style></head><body>{html}")


def of(document: str) -> Body:
    """Return a whole document of HTML."""
    return reading.body(tinyhtml5.parse(document, namespace_html_elements=False))


def top(body: Body) -> list[Paragraph]:
    """Return the paragraphs outside of tables."""
    blocks = (block for section in body.sections for block in section.blocks)
    return [block for block in blocks if isinstance(block, Paragraph)]


def tables(body: Body) -> list[Table]:
    """Return the tables."""
    blocks = (block for section in body.sections for block in section.blocks)
    return [block for block in blocks if isinstance(block, Table)]


def everywhere(body: Body) -> Iterator[Paragraph]:
    """Yield the paragraphs in and out of tables, in order."""
    for section in body.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield block
            else:
                for row in block.rows:
                    for cell in row.cells:
                        yield from cell.paragraphs


def text(paragraph: Paragraph) -> str:
    """Return the words of a paragraph."""
    return words(paragraph.content)


def words(content: Iterable[Inline]) -> str:
    """Return the words among inline content."""
    return "".join(one.text for one in content if isinstance(one, Run))
