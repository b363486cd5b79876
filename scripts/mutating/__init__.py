"""Kinds of mistake, and the sound filings they are put into.

A kind is a function from a draft to its places: calls without arguments, each of which makes one
mistake. All kinds are listed here.
"""

from mutating import cells, money, numbers, rows, structure, targets, texts
from mutating.draft import Kind

KINDS: tuple[Kind, ...] = (
    *money.KINDS,
    *targets.KINDS,
    *cells.KINDS,
    *rows.KINDS,
    *numbers.KINDS,
    *texts.KINDS,
    *structure.KINDS,
)
