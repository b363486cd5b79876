"""What stands beside the text of a Word document: headers, footers, notes, comments, drawings.

In: the package and its main part. Out: raw lines with the reason why they are no content, and the
name of the part that they stand in, as `Where.part` has it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from perfspec.documents import Why, packages
from perfspec.documents.archives import Archive
from perfspec.documents.docx.fields import Fields
from perfspec.documents.docx.flow import Flow, blocks
from perfspec.documents.docx.names import CHART, DRAWING
from perfspec.documents.docx.numbering import Numbering
from perfspec.documents.docx.raw import Line, Piece, Raw
from perfspec.documents.docx.styles import Styles

_KINDS = {
    "header": Why.FURNITURE,
    "footer": Why.FURNITURE,
    "footnotes": Why.NOTE,
    "endnotes": Why.NOTE,
    "comments": Why.COMMENT,
}
_DRAWINGS = {"word/diagrams/data": f"{DRAWING}t", "word/charts/chart": f"{CHART}v"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Blocks that are no content, all for one reason."""

    blocks: tuple[Raw, ...]
    why: Why
    part: str


def beside(archive: Archive, main: str, styles: Styles) -> Iterator[Beside]:
    """Yield what stands in the other parts of the package."""
    flow = Flow(styles=styles, numbering=Numbering(None), fields=Fields(with_contents=False))
    related = {
        (relation.target, relation.kind)
        for relation in packages.relations(archive, main).values()
        if relation.kind in _KINDS and not relation.is_external
    }
    for part, kind in sorted(related):
        if part in archive:
            raw = tuple(blocks(packages.element(archive, part), flow))
            yield Beside(blocks=raw, why=_KINDS[kind], part=kind.removesuffix("s"))
    for part in sorted(archive.parts):
        for start, tag in _DRAWINGS.items():
            if part.startswith(start) and part.endswith(".xml"):
                texts = (found.text or "" for found in packages.element(archive, part).iter(tag))
                pieces = tuple(Piece(text=text, why=Why.BOX) for text in texts if text)
                yield Beside(blocks=(Line(pieces=pieces),), why=Why.BOX, part="drawing")
