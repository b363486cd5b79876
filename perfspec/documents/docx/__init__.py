"""A Word document, read from its XML.

In: the bytes of a `.docx`. Out: a `Document`. The steps: `archives` and `packages` open the file
within limits; `flow` walks the body and gathers raw paragraphs (`inline`, with `fields`, `symbols`
and `numbering`) and grids; `emitting` numbers them, puts merged cells together (`merging`) and
keeps what is dropped; `beside` reads the other parts. The body is read one block at a time, so that
the memory is that of the longest table.
"""

from xml.etree.ElementTree import Element

from perfspec.documents import Document, Where, packages
from perfspec.documents.archives import Archive, unpack
from perfspec.documents.building import Building
from perfspec.documents.docx.beside import beside
from perfspec.documents.docx.emitting import Emitting
from perfspec.documents.docx.fields import Fields
from perfspec.documents.docx.flow import Flow, blocks
from perfspec.documents.docx.names import BODY, DOCUMENT
from perfspec.documents.docx.numbering import Numbering
from perfspec.documents.docx.styles import Styles


def read(data: bytes, name: str) -> Document:
    """Return the document; raises PerfspecError where it cannot or must not be read."""
    archive = unpack(data, name)
    packages.check(archive)
    main = packages.main(archive)
    fields = Fields(with_contents=True)
    document = _read(archive, main, fields)
    # A list of contents that never ends would take the rest of the document with it.
    return _read(archive, main, Fields(with_contents=False)) if fields.is_in_contents else document


def _read(archive: Archive, main: str, fields: Fields) -> Document:
    styles = Styles(_related(archive, main, "styles"))
    numbering = Numbering(_related(archive, main, "numbering"))
    flow = Flow(styles=styles, numbering=numbering, fields=fields)
    building = Building(archive.name, "docx")
    emitting = Emitting(building)
    emitting.blocks(blocks(packages.stream(archive, main, (DOCUMENT, BODY, "*")), flow))
    for found in beside(archive, main, styles):
        emitting.drop_all(found.blocks, found.why, Where(document=archive.name, part=found.part))
    return building.document()


def _related(archive: Archive, main: str, kind: str) -> Element | None:
    for relation in packages.relations(archive, main).values():
        if relation.kind == kind and not relation.is_external and relation.target in archive:
            return packages.element(archive, relation.target)
    return None
