"""About how high blocks will be: Chinese characters are squares, so lines can be counted."""

from collections.abc import Iterable
from decimal import ROUND_CEILING, Decimal

from perfspec.render.docx.body import Block, Cell, Inline, Paragraph, Row, Run, Table
from perfspec.render.docx.reading.words import width

# The line of a font that nothing is said of, in sizes of type.
NORMAL = Decimal("1.3")
# An estimate may be wrong by this much of a line, in points, before there is a line more.
_SLACK = Decimal(1)


def height(blocks: Iterable[Block], room: Decimal) -> Decimal:
    """Return the height of blocks in a room as wide as `room`."""
    return sum((_height(block, room) for block in blocks), Decimal(0))


def line(paragraph: Paragraph) -> Decimal:
    """Return the height of a line."""
    return paragraph.setting.line or paragraph.look.size * NORMAL


def _height(block: Block, room: Decimal) -> Decimal:
    if isinstance(block, Table):
        return sum((_row(row, block.columns) for row in block.rows), Decimal(0))
    setting = block.setting
    inside = max(room - setting.left - setting.right, block.look.size, _SLACK)
    lines = sum(_lines(part, inside) for part in _parts(block.content))
    return setting.before + lines * line(block) + setting.after


def _parts(content: Iterable[Inline]) -> list[Decimal]:
    """Return the width of what stands between breaks."""
    parts = [Decimal(0)]
    for one in content:
        if isinstance(one, Run):
            first, *others = one.text.split("\n")
            parts[-1] += width([Run(text=first, look=one.look)])
            parts += [width([Run(text=text, look=one.look)]) for text in others]
    return parts


def _lines(wide: Decimal, inside: Decimal) -> int:
    lines = ((wide - _SLACK) / inside).to_integral_value(rounding=ROUND_CEILING)
    return max(int(lines), 1)


def _row(row: Row, columns: tuple[Decimal, ...]) -> Decimal:
    highest = row.height
    x = 0
    for cell in row.cells:
        room = sum(columns[x : x + cell.columns], Decimal(0))
        highest = max(highest, _cell(cell, room))
        x += cell.columns
    return highest


def _cell(cell: Cell, room: Decimal) -> Decimal:
    padding = cell.padding
    inside = height(cell.paragraphs, room - padding.left - padding.right)
    return inside + padding.top + padding.bottom
