"""The cells of a Word table in its grid: where each stands, and how far it is merged.

In: rows as written, in which a merged cell is written once for each row. Out: each cell once; what
is written in the others is not to be seen. See ECMA-376 part 1, §17.4.84 (vMerge), and for `hMerge`
part 4.
"""

from dataclasses import dataclass, replace

from perfspec.documents.docx.raw import Box, Grid, Row


@dataclass(slots=True, kw_only=True)
class Placed:
    """A cell in the grid; `hidden` has the boxes that it is merged over."""

    box: Box
    row: int
    height: int
    hidden: list[Box]
    is_head: bool


def placed(grid: Grid) -> list[Placed]:
    """Return the cells of a table by rows."""
    cells: list[Placed] = []
    # Per column where a cell of the row above begins: that cell.
    above: dict[int, Placed] = {}
    for number, row in enumerate(grid.rows):
        here: dict[int, Placed] = {}
        for box, beside in _wide(row):
            top = above.get(box.column)
            if box.down and top is not None and top.box.width == box.width:
                top.height += 1
                top.hidden += [box, *beside]
                here[box.column] = top
            else:
                cell = Placed(box=box, row=number, height=1, hidden=beside, is_head=row.is_head)
                cells.append(cell)
                here[box.column] = cell
        above = here
    return cells


def _wide(row: Row) -> list[tuple[Box, list[Box]]]:
    """Return the boxes of a row, with those that are merged into the one before them."""
    boxes: list[tuple[Box, list[Box]]] = []
    for box in row.boxes:
        if box.on and boxes:
            boxes[-1][1].append(box)
        else:
            boxes.append((box, []))
    return [(_over(box, beside), beside) for box, beside in boxes]


def _over(box: Box, beside: list[Box]) -> Box:
    if not beside:
        return box
    return replace(box, width=box.width + sum(other.width for other in beside))
