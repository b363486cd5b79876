"""Word documents for tests, written as XML by hand: nothing of the reader, and of no library."""

import io
import zipfile
from collections.abc import Mapping

from perfspec.documents import Cell, Document, Paragraph, Table
from perfspec.documents.reading import read

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "v": "urn:schemas-microsoft-com:vml",
        "r": OFFICE,
    }.items()
)
KINDS = {
    "numbering": "numbering",
    "styles": "styles",
    "header1": "header",
    "footer1": "footer",
    "footnotes": "footnotes",
    "comments": "comments",
}


def word(body: str, parts: Mapping[str, str] | None = None, **options: str) -> bytes:
    """Return a .docx; `parts` are XML by name, related where they are in `KINDS`.

    `main_type` says what the main part is, `links` are more relations of it.
    """
    parts = parts or {}
    related = "".join(
        f'<Relationship Id="r{name}" Type="{OFFICE}/{KINDS[name]}" Target="{name}.xml"/>'
        for name in parts
        if name in KINDS
    )
    main_type = options.get("main_type", MAIN)
    links = related + options.get("links", "")
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Override '
            f'PartName="/word/document.xml" ContentType="{main_type}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" '
            f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{links}'
            "</Relationships>",
            "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
            **{f"word/{name}.xml": _named(text) for name, text in parts.items()},
        }
    )


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Return an archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def link(kind: str, target: str, mode: str = "External") -> str:
    """Return a relation of a part."""
    return f'<Relationship Id="x" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/>'


def p(*runs: str, look: str = "") -> str:
    """Return a paragraph: texts and XML as they come."""
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}{inside}</w:p>"


def r(text: str, look: str = "") -> str:
    """Return a run."""
    inside = text if text.startswith("<") else f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{inside}</w:r>"


def field(code: str, result: str = "") -> str:
    """Return a complex field; the result is XML."""
    marks = [
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    ]
    coded = f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
    return f"{marks[0]}{coded}{marks[1]}{result}{marks[2]}"


def table(*rows: str) -> str:
    """Return a table of rows."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def tr(*cells: str, look: str = "") -> str:
    """Return a row: texts and cells as they come."""
    inside = "".join(cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<w:tr>{f'<w:trPr>{look}</w:trPr>' if look else ''}{inside}</w:tr>"


def tc(text: str, look: str = "") -> str:
    """Return a cell."""
    inside = text if text.startswith("<") else p(text)
    return f"<w:tc>{f'<w:tcPr>{look}</w:tcPr>' if look else ''}{inside}</w:tc>"


def opened(body: str, parts: Mapping[str, str] | None = None, **options: str) -> Document:
    """Return a document as read."""
    return read(word(body, parts, **options), "a.docx")


def texts(document: Document) -> list[str]:
    """Return the text of each block; of a table its cells."""
    return [
        block.text if isinstance(block, Paragraph) else "|".join(cell.text for cell in block.cells)
        for block in document.blocks
    ]


def only_table(document: Document) -> Table:
    """Return the table of a document with one."""
    (found,) = (block for block in document.blocks if isinstance(block, Table))
    return found


def places(table: Table) -> list[tuple[str, int, int, int, int]]:
    """Return text, row, column, height and width of each cell."""
    return [_place(cell) for cell in table.cells]


def _place(cell: Cell) -> tuple[str, int, int, int, int]:
    return cell.text, cell.row, cell.column, cell.height, cell.width


def dropped(document: Document) -> list[tuple[str, str]]:
    """Return the name of the reason and the text of each dropped piece."""
    return [(piece.why.name, piece.text) for piece in document.dropped]


def _named(text: str) -> str:
    """Return a part whose root names the namespaces."""
    tag, _, rest = text.partition(">")
    return f"{tag.removesuffix('/')} {_NAMESPACES}>{rest}"
