"""How a cell of a sheet looks, of the style that its element has."""

from perfspec.render.css import Style
from perfspec.render.xlsx.sheets import ZERO, Look

_VERTICAL = {"middle": "center", "bottom": "bottom"}


def of_line(style: Style) -> Look:
    """Return the look of a paragraph that stands by itself."""
    return Look(
        font=style.fonts[0],
        size=style.size,
        strong=style.strong,
        colour=style.colour,
        align=style.align,
        vertical="center",
    )


def of_cell(style: Style) -> Look:
    """Return the look of a cell of a table."""
    border = style.border
    return Look(
        font=style.fonts[0],
        size=style.size,
        strong=style.strong,
        colour=style.colour,
        fill=style.background,
        align=style.align,
        vertical=_VERTICAL.get(style.vertical_align, "top"),
        borders=(border.top, border.right, border.bottom, border.left),
    )


def of_list(font: str, *, is_head: bool) -> Look:
    """Return the look of a cell of a list, which is no form."""
    thin = ZERO + 1
    return Look(
        font=font,
        size=ZERO + 10,
        strong=is_head,
        align="center" if is_head else "left",
        vertical="center",
        borders=(thin, thin, thin, thin),
    )
