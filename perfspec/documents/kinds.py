"""What a file is, by what is in it; its name is asked only where that says nothing.

In: bytes and a name. Out: the kind, as the ending that it should have; or a `PerfspecError` for
what is of no kind that can be read, and says what it is. Systems export web pages and tables in XML
as `.doc` and `.xls`, and people rename files.
"""

from pathlib import PurePosixPath

from perfspec.documents import packages
from perfspec.documents.archives import Archive, locked, unpack
from perfspec.errors import PerfspecError
from perfspec.messages import Message, message

_HEAD = 64 * 1024
_BEGINNING = 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TEXTS = frozenset({"txt", "text", "md", "csv", "tsv", "log"})
_PAGES = frozenset({"html", "htm", "xhtml"})
_TAGS = ("<html", "<body", "<head", "<meta", "<table", "<div", "<p>", "<style", "<span")
_PACKAGES = {"wordprocessingml": "docx", "spreadsheetml": "xlsx"}
_OPEN_DOCUMENTS = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
_PACKED = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")


def kind(data: bytes, name: str) -> str:
    """Return the kind: one of those that `reading` has a reader for, or `office` a filter."""
    if not data.strip(b"\x00\t\n\r "):
        raise _refusal(name, message("it is empty"))
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(unpack(data, name))
    if data.startswith(_OLE):
        return _compound(data, name)
    if b"%PDF-" in data[:_BEGINNING]:
        return "pdf"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(_PICTURES):
        raise _refusal(name, message("it is a picture"))
    if data.startswith(_PACKED):
        raise _refusal(name, message("it is an archive; unpack it first"))
    return _text(data, name)


def ending(name: str) -> str:
    """Return the ending of a name, in lower case and without its dot."""
    return PurePosixPath(name.replace("\\", "/")).suffix.removeprefix(".").casefold()


def _zipped(archive: Archive) -> str:
    if "mimetype" in archive:
        found = _OPEN_DOCUMENTS.get(archive.read("mimetype").strip())
        if found:
            return found
    main = packages.main(archive)
    types = packages.kinds(archive)
    stated = types.get(main.casefold(), "")
    if "macroenabled" in stated.casefold():
        raise packages.macros(archive.name)
    for word, found in _PACKAGES.items():
        if word in stated:
            return found
    if packages.TYPES in archive:
        raise _refusal(archive.name, message("it is neither a Word nor an Excel file"))
    raise _refusal(archive.name, message("it is an archive; unpack it first"))


def _compound(data: bytes, name: str) -> str:
    """Return what an OLE container holds: its directory has the names in UTF-16."""
    if _named("EncryptedPackage") in data:
        raise locked(name)
    has_text = _named("WordDocument") in data
    has_sheets = _named("Workbook") in data or _named("Book\0") in data
    if has_text and has_sheets:
        # One is embedded in the other, and the name tells which.
        return "xls" if ending(name) in {"xls", "xlt", "et", "xlsx"} else "doc"
    if has_text or has_sheets:
        return "doc" if has_text else "xls"
    raise _refusal(name, message("it is neither a Word nor an Excel file"))


def _named(stream: str) -> bytes:
    return stream.encode("utf-16-le")


def _text(data: bytes, name: str) -> str:
    head = _characters(data[:_HEAD]).lstrip("\ufeff \t\r\n").casefold()
    if "<w:worddocument" in head:
        return "wordml"
    if "urn:schemas-microsoft-com:office:spreadsheet" in head and "<workbook" in head:
        return "excelml"
    if "<pkg:package" in head:
        raise _refusal(name, message("it is a Word file in one piece of XML; save it as .docx"))
    beginning = head[:_BEGINNING]
    if "mime-version:" in beginning and "content-type:" in beginning:
        return "mht"
    is_marked = head.startswith("<") and any(tag in head for tag in _TAGS)
    if is_marked or ending(name) in _PAGES:
        return "html"
    if ending(name) in _TEXTS or "\x00" not in head:
        return "txt"
    raise _refusal(name, message("it is of no known kind"))


def _characters(head: bytes) -> str:
    """Return characters to look for tags in, whatever the encoding of the other ones."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    return head.decode("utf-8", "replace")


def _refusal(name: str, problem: Message) -> PerfspecError:
    return PerfspecError(
        message("{name} is not read: {problem}", name=name, problem=problem),
        message("what is read: .docx, .xlsx, .html, .txt and .pdf; .doc and .xls with LibreOffice"),
    )
