"""A file of any kind that is read, by what is in it.

In: bytes and the name that a person calls them by, or a path. Out: a `Document`, or a
`PerfspecError` that says what the file is and what can be done. What only an office program reads
goes through LibreOffice first.
"""

import stat
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from perfspec.documents import Document, Note, Where, apart, kinds, mhtml, office
from perfspec.documents import docx as of_word
from perfspec.documents import html as of_the_web
from perfspec.documents import pdf as of_pdf
from perfspec.documents import text as of_text
from perfspec.documents import xlsx as of_excel
from perfspec.errors import PerfspecError
from perfspec.messages import message

MAX_FILE = 64 * 1024 * 1024

_READERS: Mapping[str, Callable[[bytes, str], Document]] = {
    "docx": of_word.read,
    "xlsx": of_excel.read,
    "html": of_the_web.read,
    "txt": of_text.read,
    "pdf": of_pdf.read,
}
FORMATS = tuple(_READERS)

# What a kind is called where the name of a file says something else.
CALLED = {
    "docx": message("a Word document (.docx)"),
    "xlsx": message("an Excel workbook (.xlsx)"),
    "html": message("a web page (.html)"),
    "mht": message("a web page in one file (.mht)"),
    "txt": message("a text (.txt)"),
    "pdf": message("a PDF"),
    "doc": message("a Word document (.doc)"),
    "xls": message("an Excel workbook (.xls)"),
    "rtf": message("a text in RTF"),
    "odt": message("an OpenDocument text (.odt)"),
    "ods": message("an OpenDocument spreadsheet (.ods)"),
    "wordml": message("a Word document in XML of 2003"),
    "excelml": message("an Excel workbook in XML of 2003"),
}
# Endings that say what the kind is, where they are not the kind itself.
_ALSO = {
    "html": {"htm", "xhtml"},
    "mht": {"mhtml"},
    "txt": {"text", "md", "csv", "tsv", "log"},
    "doc": {"dot", "wps"},
    "xls": {"xlt", "et"},
    "wordml": {"xml"},
    "excelml": {"xml"},
}


def read_file(path: Path, format: str | None = None) -> Document:  # noqa: A002 — as in `read`
    """Return the document in a file; one that is too long is not even opened."""
    return read(content(path), path.name, format)


def content(path: Path) -> bytes:
    """Return the bytes of a file; raises PerfspecError for a pipe, a device, and what is too long.

    Of these the first two could be read without end.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise PerfspecError(message("{path} is no regular file", path=str(path)))
        if status.st_size > MAX_FILE:
            raise _too_long(path.name, status.st_size)
        return path.read_bytes()
    except OSError as error:
        raise PerfspecError(
            message("cannot read {path}: {reason}", path=str(path), reason=error.strerror)
        ) from error


def read(data: bytes, name: str, format: str | None = None) -> Document:  # noqa: A002 — the word that people know
    """Return the document; `format` says what it is where the content does not.

    `Document.format` is the kind of the file itself, `doc` for one that was converted.
    """
    if len(data) > MAX_FILE:
        raise _too_long(name, len(data))
    # A name may have bytes that are no characters, and no text can hold them.
    name = name.encode(errors="replace").decode()
    kind = format or kinds.kind(data, name)
    notes = []
    ending = kinds.ending(name)
    if format is None and ending != kind and ending not in _ALSO.get(kind, ()):
        said = message("the file is {kind}, whatever its name says", kind=CALLED[kind])
        notes.append(Note(text=said, at=Where(document=name)))
    readable = kind
    if kind == "mht":
        data, readable = mhtml.page(data, name), "html"
    elif kind in office.KINDS:
        data, readable = office.converted(data, name, kind)
        said = message("the file was converted by LibreOffice")
        notes.append(Note(text=said, at=Where(document=name)))
    if readable not in _READERS:
        raise PerfspecError(
            message("there is no reader for {format}", format=kind),
            message("expected is one of {formats}", formats=", ".join(FORMATS)),
        )
    # PDFium knows no limits; the other readers keep theirs.
    reader = _READERS[readable]
    document = apart.done(reader, data, name) if readable == "pdf" else reader(data, name)
    return replace(document, format=kind, notes=(*notes, *document.notes))


def _too_long(name: str, size: int) -> PerfspecError:
    return PerfspecError(
        message(
            "{name} is not read: it has {size} MB, and at most {most} are read",
            name=name,
            size=-(-size // (1024 * 1024)),
            most=MAX_FILE // (1024 * 1024),
        ),
        message("take the pictures out, or split it into several files"),
    )
