"""The cells of a sheet that have something to say, and those that it hides.

In: the part of a sheet. Out: a `Content`. The stated dimension of a sheet is not believed.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from perfspec.documents import Run, packages
from perfspec.documents.archives import Archive
from perfspec.documents.xlsx import formats
from perfspec.documents.xlsx.book import Book, S, Style, is_on, plain, rich, whole
from perfspec.documents.xlsx.merges import MAX_COLUMNS, Range, area, place
from perfspec.errors import PerfspecError
from perfspec.messages import message

MAX_CELLS = 2_000_000
_MAX_COLUMN_ENTRIES = MAX_COLUMNS
_BOOLEANS = {"1": "TRUE", "0": "FALSE"}


@dataclass(frozen=True, slots=True)
class Filled:
    """A cell that the file has, counted from 1; `raw` is a number that its format does not show."""

    row: int
    column: int
    runs: tuple[Run, ...]
    raw: str = ""


@dataclass(slots=True)
class Content:
    """What a sheet says: cells in the order of rows, ranges, what is hidden, what is around it."""

    cells: list[Filled] = field(default_factory=list)
    ranges: list[Range] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: bytearray = field(default_factory=lambda: bytearray(MAX_COLUMNS + 1))
    around: list[str] = field(default_factory=list)
    without_result: list[Filled] = field(default_factory=list)

    def is_row_hidden(self, top: int, bottom: int) -> bool:
        """Say whether all rows from `top` to `bottom` are hidden."""
        hidden = self.hidden_rows
        return bisect_right(hidden, bottom) - bisect_left(hidden, top) == bottom - top + 1

    def is_column_hidden(self, left: int, right: int) -> bool:
        """Say whether all columns from `left` to `right` are hidden."""
        return 0 not in self.hidden_columns[left : right + 1]


def content(archive: Archive, part: str, book: Book) -> Content:
    """Return what a sheet says; raises PerfspecError for one with more than `MAX_CELLS`."""
    found = Content()
    row = columns = 0
    for element in packages.stream(archive, part, (f"{S}worksheet", "*", "*")):
        if element.tag == f"{S}row":
            row = whole(element.get("r"), row + 1)
            if is_on(element, "hidden"):
                found.hidden_rows.append(row)
            found.cells.extend(_cells(element, row, book, found))
            if len(found.cells) > MAX_CELLS:
                raise PerfspecError(
                    message(
                        "{name} is not read: {problem}",
                        name=archive.name,
                        problem=message("a table has more than {number} cells", number=MAX_CELLS),
                    ),
                    message("split it into several files"),
                )
        elif element.tag == f"{S}mergeCell":
            merged = area(element.get("ref", ""))
            if merged is not None:
                found.ranges.append(merged)
        elif element.tag == f"{S}col" and is_on(element, "hidden"):
            columns += 1
            if columns <= _MAX_COLUMN_ENTRIES:
                _hide(found.hidden_columns, element)
        elif element.tag.startswith((f"{S}odd", f"{S}even", f"{S}first")) and element.text:
            found.around.append(plain(element.text))
    found.cells.sort(key=lambda cell: (cell.row, cell.column))
    found.hidden_rows = sorted(set(found.hidden_rows))
    return found


def _cells(row: Element, number: int, book: Book, found: Content) -> Iterator[Filled]:
    column = 0
    for element in row:
        if element.tag != f"{S}c":
            continue
        at = place(element.get("r", ""))
        column = at[1] if at else column + 1
        cell = _filled(element, number, column, book)
        if element.find(f"{S}f") is not None and not cell.runs and not cell.raw:
            found.without_result.append(cell)
        yield cell


def _filled(element: Element, row: int, column: int, book: Book) -> Filled:
    kind = element.get("t", "n")
    value = element.find(f"{S}v")
    written = "" if value is None else value.text or ""
    style = _style(element, book)
    if kind == "s":
        return Filled(row, column, _strong(_shared(written, book), style))
    if kind == "inlineStr":
        inline = element.find(f"{S}is")
        runs = () if inline is None else rich(inline, strong=style.strong)
        return Filled(row, column, runs)
    if kind == "n" and written:
        shown = formats.shown(written, style.code, since_1904=book.since_1904)
        if not shown:
            return Filled(row, column, (), formats.general(written))
        written = shown
    elif kind == "b":
        written = _BOOLEANS.get(written, written)
    text = plain(written)
    return Filled(row, column, (Run(text=text, strong=style.strong),) if text else ())


def _strong(runs: tuple[Run, ...], style: Style) -> tuple[Run, ...]:
    if not style.strong or len(runs) != 1:
        # The parts of a rich text say themselves what is bold.
        return runs
    return (Run(text=runs[0].text, strong=True),)


def _shared(written: str, book: Book) -> tuple[Run, ...]:
    number = whole(written, len(book.texts))
    return book.texts[number] if number < len(book.texts) else ()


def _style(element: Element, book: Book) -> Style:
    number = whole(element.get("s"), 0)
    return book.styles[number] if number < len(book.styles) else Style()


def _hide(hidden: bytearray, element: Element) -> None:
    first = max(whole(element.get("min"), 1), 1)
    last = min(whole(element.get("max"), first), MAX_COLUMNS)
    if first <= last:
        hidden[first : last + 1] = b"\1" * (last - first + 1)
