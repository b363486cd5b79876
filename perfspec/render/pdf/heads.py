"""The heads of a table's cells: which `<th>` name a `<td>`, merged and split ones included."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

import pydyf

SCOPES = {"row": "/Row", "rowgroup": "/Row", "col": "/Column", "colgroup": "/Column"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a whole table, over all its pages: its place, its tag, a head's direction."""

    x: int
    y: int
    width: int
    height: int
    tag: Any
    scope: str | None


def write(cells: Iterable[Cell]) -> None:
    """Write into the tag of each data cell which heads it stands under and beside."""
    cells = list(cells)
    heads = [cell for cell in cells if cell.tag["S"] == "/TH"]
    for cell in cells:
        if cell.tag["S"] == "/TD":
            names = [head.tag["ID"] for head in heads if _names(head, cell)]
            cell.tag["A"]["Headers"] = pydyf.Array(names)


def cells_of(parts: Iterable[Any], tags: dict[Element, Any]) -> Iterable[Cell]:
    """Yield the cells of a table printed in `parts`; `tags` has those that are no furniture."""
    number: dict[Element, int] = {}
    seen: set[Element] = set()
    for table in parts:
        for row in (row for group in table.children for row in group.children):
            y = number.setdefault(row.element, len(number))
            for box in row.children:
                if box.element in tags and box.element not in seen:
                    seen.add(box.element)
                    yield Cell(
                        x=box.grid_x,
                        y=y,
                        width=box.colspan,
                        height=box.rowspan,
                        tag=tags[box.element],
                        scope=SCOPES.get(box.element.get("scope")),
                    )


def _names(head: Cell, cell: Cell) -> bool:
    if head.scope == "/Row":
        beside = head.y < cell.y + cell.height and cell.y < head.y + head.height
        return beside and head.x < cell.x
    above = head.x < cell.x + cell.width and cell.x < head.x + head.width
    return above and head.y < cell.y
