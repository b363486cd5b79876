"""The file: a ZIP archive of parts, with what each of them is and which one leads to which."""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping

from perfspec.errors import PerfspecError
from perfspec.messages import message
from perfspec.render.docx.writing.xmltext import HEAD

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PROPERTIES = "application/vnd.openxmlformats"
# By the name of a part without digits: what it is, and how another part refers to it.
_KINDS = {
    "word/document.xml": (f"{_WORD}.document.main+xml", f"{_OFFICE}/officeDocument"),
    "word/styles.xml": (f"{_WORD}.styles+xml", f"{_OFFICE}/styles"),
    "word/settings.xml": (f"{_WORD}.settings+xml", f"{_OFFICE}/settings"),
    "word/fontTable.xml": (f"{_WORD}.fontTable+xml", f"{_OFFICE}/fontTable"),
    "word/footer.xml": (f"{_WORD}.footer+xml", f"{_OFFICE}/footer"),
    "word/header.xml": (f"{_WORD}.header+xml", f"{_OFFICE}/header"),
    "docProps/core.xml": (
        f"{_PROPERTIES}-package.core-properties+xml",
        f"{_PACKAGE}/relationships/metadata/core-properties",
    ),
    "docProps/app.xml": (
        f"{_PROPERTIES}-officedocument.extended-properties+xml",
        f"{_OFFICE}/extended-properties",
    ),
}
_DIGITS = re.compile(r"\d+")
# What XML 1.0 cannot hold, escaped or not.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_AROUND = 10
_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READABLE = 0o644 << 16


def pack(parts: Mapping[str, str]) -> bytes:
    """Return the archive of these parts; raises `PerfspecError` where one is no XML."""
    inner = [name for name in parts if name.startswith("word/") and name != "word/document.xml"]
    outer = [name for name in parts if name not in inner]
    files = {
        "[Content_Types].xml": _types(parts),
        "_rels/.rels": _relations(outer, ""),
        "word/_rels/document.xml.rels": _relations(inner, "word/"),
        **parts,
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in files.items():
            _refuse_what_xml_cannot_hold(xml)
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _READABLE
            archive.writestr(entry, xml.encode())
    return packed.getvalue()


def relation(name: str) -> str:
    """Return the identifier by which the document refers to a part beside it."""
    return "r_" + name.removeprefix("word/").removesuffix(".xml")


def _types(parts: Iterable[str]) -> str:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_kind(name)[0]}"/>' for name in parts
    )
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(parts: Iterable[str], folder: str) -> str:
    relations = "".join(
        f'<Relationship Id="{relation(name.rpartition("/")[2])}" Type="{_kind(name)[1]}" '
        f'Target="{name.removeprefix(folder)}"/>'
        for name in parts
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'


def _kind(name: str) -> tuple[str, str]:
    return _KINDS[_DIGITS.sub("", name)]


def _refuse_what_xml_cannot_hold(xml: str) -> None:
    if found := _FORBIDDEN.search(xml):
        start = found.start()
        raise PerfspecError(
            message(
                "a Word file cannot hold the character U+{code}, which stands after “{before}”",
                code=f"{ord(found[0]):04X}",
                before=xml[max(0, start - _AROUND) : start].rpartition(">")[2],
            )
        )
