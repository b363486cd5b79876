"""A style sheet, worked out: what it says of each element and each page of a document.

In: the parsed HTML of a paper, whose style sheets are inside it. Out: a `Sheet`: the computed style
of every element, as far as it concerns a word processor or a sheet of cells. What browsers know
beyond that is left out without complaint; the PDF's renderer is stricter.
"""

from perfspec.render.css.sheet import Sheet, read
from perfspec.render.css.style import (
    Borders,
    Kind,
    Length,
    MarginBox,
    Page,
    Piece,
    Sides,
    Style,
)

__all__ = (
    "Borders",
    "Kind",
    "Length",
    "MarginBox",
    "Page",
    "Piece",
    "Sheet",
    "Sides",
    "Style",
    "read",
)
