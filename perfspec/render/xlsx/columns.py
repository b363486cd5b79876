"""The edges of a table's columns."""

from decimal import Decimal
from xml.etree.ElementTree import Element

from perfspec.render.css import Sheet as Css
from perfspec.render.grids import WIDEST, Grid, count

_NARROWEST = Decimal(6)


def edges(table: Element, found: Grid, css: Css, room: Decimal) -> list[Decimal]:
    """Return the edges of the columns in points, from 0; `room` is what the page has.

    Columns whose width is not stated share what is left of the width of the table.
    """
    style = css.of(table)
    whole = style.width.of(room) if style.width else room
    widths = _stated(table, found, css, whole)
    open_ones = [at for at, width in enumerate(widths) if width is None]
    if open_ones:
        rest = whole - sum(width for width in widths if width is not None)
        share = max(rest / len(open_ones), _NARROWEST)
        widths = [share if width is None else width for width in widths]
    done = [Decimal(0)]
    for width in widths:
        done.append(done[-1] + max(width or Decimal(0), _NARROWEST))
    return done


def _stated(table: Element, found: Grid, css: Css, whole: Decimal) -> list[Decimal | None]:
    """Return the widths that are written at the columns, else at cells of the first row."""
    widths: list[Decimal | None] = []
    for column in table.iter("col"):
        width = css.of(column).width
        wide = width.of(whole) if width else None
        widths += [wide] * min(count(column, "span") or 1, WIDEST)
    widths = (widths + [None] * found.columns)[: found.columns]
    for cell in found.cells:
        width = css.of(cell.element).width
        if cell.row == 0 and cell.width == 1 and widths[cell.column] is None and width:
            widths[cell.column] = width.of(whole)
    return widths
