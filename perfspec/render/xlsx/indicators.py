"""The list of all indicators: a row each, for sorting and for keying into another system.

An indicator is a row of a table in which a cell is marked `<file>#indicators/<id>/…`. Its columns
are named by the head of the table; merged cells are said again in every row. What the file says of
the project (`#code`, `#name`, `#unit`, `#budget/total`) stands before, and what `<data>` knows of
the target (comparison, number, unit) behind.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from xml.etree.ElementTree import Element

from perfspec.render.css import Page
from perfspec.render.css import Sheet as Css
from perfspec.render.grids import Grid, grid
from perfspec.render.xlsx import looks
from perfspec.render.xlsx.fitting import text_height, text_width
from perfspec.render.xlsx.numbers import number
from perfspec.render.xlsx.sheets import ZERO, Cell, Number, Sheet
from perfspec.render.xlsx.words import Span, is_unseen, text, words

NAME = "指标总表"
_FONT = "宋体"
_COUNT = "序号"
_FACTS = {"unit": "单位", "code": "项目编码", "name": "项目名称", "budget/total": "预算数"}
_PARTS = ("运算符", "数值", "计量单位")
_PATH = 3  # indicators, its id, and what of it
# A column is as wide as its words, or as four lines of its longest ones need, within these.
_NARROW, _WIDE, _WIDEST = Decimal(36), Decimal(150), Decimal(400)
_LINES = 4
# Capital letters and the digits of some fonts are wider than letters are.
_EASE = Decimal("1.1")

Value = tuple[str, Number | None]


@dataclass(slots=True, kw_only=True)
class _Row:
    """An indicator: its values by the names of their columns, and the file of its project."""

    file: str
    values: dict[str, Value]
    parts: dict[str, Value] = field(default_factory=dict)


def sheet(root: Element, css: Css, page: Page) -> Sheet | None:
    """Return the list, or None where the document marks no indicator."""
    facts = _facts(root, css)
    rows = [row for table in root.iter("table") for row in _rows(table, css)]
    if not rows:
        return None
    names = dict.fromkeys(name for row in rows for name in row.values)
    heads = (_COUNT, *_FACTS.values(), *names, *_PARTS)
    table: list[list[Value]] = [[(name, None) for name in heads]]
    for count, row in enumerate(rows, start=1):
        table.append(
            [
                (str(count), number(str(count))),
                *(facts.get((row.file, key), ("", None)) for key in _FACTS),
                *(row.values.get(name, ("", None)) for name in names),
                *(row.parts.get(name, ("", None)) for name in _PARTS),
            ]
        )
    columns = _widths(table)
    return Sheet(
        name=NAME,
        columns=columns,
        rows=[ZERO, *[_height(table, columns)] * (len(table) - 1)],
        cells=list(_cells(table)),
        page=page,
        heads=(0, 0),
        is_list=True,
    )


def _cells(table: list[list[Value]]) -> Iterator[Cell]:
    for row, line in enumerate(table):
        look = looks.of_list(_FONT, is_head=row == 0)
        for column, (shown, found) in enumerate(line):
            spans = (Span(shown),) if shown else ()
            yield Cell(row=row, column=column, words=spans, look=look, number=found)


def _widths(table: list[list[Value]]) -> list[Decimal]:
    """Return the widths that the columns need, as far as they are not too wide to read."""
    size = looks.of_list(_FONT, is_head=False).size
    longest = [
        max(text_width(line[column][0], size) for line in table) * _EASE
        for column in range(len(table[0]))
    ]
    return [
        max(_NARROW, min(length, max(_WIDE, min(length / _LINES, _WIDEST)))) for length in longest
    ]


def _height(table: list[list[Value]], columns: list[Decimal]) -> Decimal:
    """Return the height of all rows: sorted, they would not take one of their own along."""
    size = looks.of_list(_FONT, is_head=False).size
    heights = (
        text_height(shown, size, width)
        for line in table[1:]
        for (shown, _), width in zip(line, columns, strict=True)
    )
    return min(max(heights), text_height("\n" * (_LINES - 1), size, _WIDE))


def _facts(root: Element, css: Css) -> dict[tuple[str, str], Value]:
    """Return what is said of each project, by its file and the key."""
    facts: dict[tuple[str, str], Value] = {}
    for element in root.iter():
        file, _, key = element.get("data-at", "").partition("#")
        if key in _FACTS and (file, key) not in facts:
            shown = text(words(element, css))
            is_amount = element.tag == "data" or element.find(".//data") is not None
            facts[file, key] = shown, number(shown) if is_amount else None
    return facts


def _rows(table: Element, css: Css) -> Iterator[_Row]:
    found = grid(table, lambda element: not is_unseen(element, css))
    covering = _covering(found)
    labels = [_label(covering[: found.heads], column, css) for column in range(found.columns)]
    shown: dict[Element, Value] = {}
    for line in covering[found.heads :]:
        cells = list(dict.fromkeys(cell for cell, begins in line.values() if begins))
        file = next((file for cell in cells if (file := _file(cell))), None)
        if file is None:
            continue
        row = _Row(file=file, values={})
        for column, (cell, _) in sorted(line.items()):
            if cell not in shown:
                shown[cell] = text(words(cell, css)), None
            name = labels[column] or _key(cell)
            if name and shown[cell][0] not in row.values.get(name, ("", None))[0].split(" "):
                before = row.values.get(name, ("", None))[0]
                row.values[name] = f"{before} {shown[cell][0]}".strip(), None
        row.parts.update(_parts(cells))
        yield row


def _covering(found: Grid) -> list[dict[int, tuple[Element, bool]]]:
    """Return for each row the cell over each column, and whether it begins in that row."""
    rows: list[dict[int, tuple[Element, bool]]] = [{} for _ in found.rows]
    for cell in found.cells:
        for row in range(cell.row, cell.row + cell.height):
            for column in range(cell.column, cell.column + cell.width):
                rows[row][column] = cell.element, row == cell.row
    return rows


def _label(heads: Iterable[Mapping[int, tuple[Element, bool]]], column: int, css: Css) -> str:
    """Return what the rows of the head say over a column, from above."""
    cells = dict.fromkeys(line[column][0] for line in heads if column in line)
    return "：".join(filter(None, ("".join(text(words(cell, css)).split()) for cell in cells)))


def _marks(cell: Element) -> Iterator[tuple[str, list[str]]]:
    for element in cell.iter():
        file, _, path = element.get("data-at", "").partition("#")
        keys = path.split("/")
        if len(keys) >= _PATH and keys[0] == "indicators":
            yield file, keys[2:]


def _file(cell: Element) -> str | None:
    return next((file for file, _ in _marks(cell)), None)


def _key(cell: Element) -> str:
    """Return what the specs call a column that has no head."""
    return next(("/".join(keys) for _, keys in _marks(cell)), "")


def _parts(cells: Iterable[Element]) -> Iterator[tuple[str, Value]]:
    """Yield comparison, number and unit of the first target in the cells that states them."""
    for cell in cells:
        for data in cell.iter("data"):
            if data.get("data-op") is not None or data.get("data-unit") is not None:
                shown = data.get("value", "")
                values = (data.get("data-op", ""), shown, data.get("data-unit", ""))
                found = (None, number(shown), None)
                yield from zip(_PARTS, zip(values, found, strict=True), strict=True)
                return
