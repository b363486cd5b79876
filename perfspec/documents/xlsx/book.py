"""What the sheets of an Excel file share: their order, texts, formats of numbers, bold type.

In: the package. Out: a `Book`. See ECMA-376 part 1, 18.2, 18.4 and 18.8.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from perfspec.documents import Run, packages
from perfspec.documents.archives import Archive
from perfspec.documents.xlsx.formats import BUILT_IN
from perfspec.errors import PerfspecError
from perfspec.messages import message

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")
_DIGITS = 9  # of what 32 bits hold
_OFF = {"0", "false", "off"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet: its name, the part where it stands, and whether Excel shows it."""

    name: str
    part: str
    is_hidden: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """The format of a cell: the code for its numbers, and whether it is bold."""

    code: str = "General"
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A workbook; `texts` are shared by the cells of all sheets."""

    sheets: Sequence[Sheet]
    texts: Sequence[tuple[Run, ...]]
    styles: Sequence[Style]
    since_1904: bool


def workbook(archive: Archive) -> Book:
    """Return the workbook of a package; raises PerfspecError."""
    main = packages.main(archive)
    if not main.casefold().endswith(".xml"):
        raise PerfspecError(
            message("{name} holds no workbook that can be read", name=archive.name),
            message("open it in Excel, and save it as .xlsx"),
        )
    root = packages.element(archive, main)
    related = packages.relations(archive, main)
    sheets = [
        Sheet(
            name=sheet.get("name", ""),
            part=related[sheet.get(f"{_R}id", "")].target,
            is_hidden=sheet.get("state", "visible") != "visible",
        )
        for sheet in root.iter(f"{S}sheet")
        # Sheets of charts and dialogs have no cells.
        if sheet.get(f"{_R}id", "") in related
        and related[sheet.get(f"{_R}id", "")].kind == "worksheet"
    ]
    parts = {relation.kind: relation.target for relation in related.values()}
    properties = root.find(f"{S}workbookPr")
    return Book(
        sheets=sheets,
        texts=_texts(archive, parts),
        styles=_styles(archive, parts),
        since_1904=properties is not None and is_on(properties, "date1904"),
    )


def rich(element: Element, *, strong: bool = False) -> tuple[Run, ...]:
    """Return the runs of a text; reading aids over it are none."""
    runs = []
    for child in element:
        if child.tag == f"{S}t":
            runs.append(Run(text=plain(child.text), strong=strong))
        elif child.tag == f"{S}r":
            bold = child.find(f"{S}rPr/{S}b")
            words = plain("".join(text.text or "" for text in child.findall(f"{S}t")))
            runs.append(Run(text=words, strong=bold is not None and is_on(bold, "val", "1")))
    return tuple(run for run in runs if run.text)


def plain(text: str | None) -> str:
    """Return characters as they are shown: escapes undone, no control characters."""
    text = text or ""
    if "_x" in text:
        text = _ESCAPE.sub(lambda found: chr(int(found.group(1), 16)), text)
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def whole(written: str | None, default: int) -> int:
    """Return a whole number as attributes have it, `default` where it is none."""
    if written and written.isascii() and written.isdigit() and len(written) <= _DIGITS:
        return int(written)
    return default


def is_on(element: Element, name: str, default: str = "0") -> bool:
    """Say whether an attribute is true."""
    return element.get(name, default).casefold() not in _OFF


def _texts(archive: Archive, parts: Mapping[str, str]) -> list[tuple[Run, ...]]:
    part = parts.get("sharedStrings", "")
    if part not in archive:
        return []
    return [rich(item) for item in packages.stream(archive, part, (f"{S}sst", f"{S}si"))]


def _styles(archive: Archive, parts: Mapping[str, str]) -> list[Style]:
    part = parts.get("styles", "")
    if part not in archive:
        return []
    root = packages.element(archive, part)
    codes = {str(number): code for number, code in BUILT_IN.items()}
    for own in root.iterfind(f"{S}numFmts/{S}numFmt"):
        codes[own.get("numFmtId", "")] = own.get("formatCode", "")
    bold = [
        mark is not None and is_on(mark, "val", "1")
        for mark in (font.find(f"{S}b") for font in root.iterfind(f"{S}fonts/{S}font"))
    ]
    return [
        Style(
            code=codes.get(style.get("numFmtId", "0"), "General"),
            strong=_at(bold, style.get("fontId", "0")),
        )
        for style in root.iterfind(f"{S}cellXfs/{S}xf")
    ]


def _at(found: Sequence[bool], written: str) -> bool:
    number = whole(written, len(found))
    return number < len(found) and found[number]
