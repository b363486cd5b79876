"""Put one more item into a list of a file, in the style of the list.

In: a tree, the place of a list, and the item in both styles. Out: the splices.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from perfspec.diagnostics import Place
from perfspec.nextyear import layout
from perfspec.nextyear.layout import Splice
from perfspec.yamltree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item as written in flow style, and line by line in block style without its dash."""

    flow: str
    block: Sequence[str]


def appended(tree: Tree, place: Place, item: Item) -> list[Splice]:
    """Return the splices that put `item` behind the last one of the list at `place`."""
    items = layout.value(tree, place)
    if not items:
        return _first(tree, place, item)
    last = place / (len(items) - 1)
    if layout.is_flow(tree, place):
        return [_behind(tree, last, item)]
    source, dash = tree.source, layout.column(tree.source, tree.stretch(place).start)
    start = tree.stretch(last).start
    in_flow = isinstance(items[-1], dict) and layout.is_flow(tree, last)
    lines = [item.flow] if in_flow else item.block
    text = source.line(source.position(start).line)[dash : layout.column(source, start)]
    # The blanks between dash and text are as in the row above.
    gap = text if text.strip("- ") == "" and text.startswith("-") else "- "
    return [layout.line_added(source, layout.end(tree, last), _rows(tree, lines, dash, gap))]


def _rows(tree: Tree, lines: Sequence[str], dash: int, gap: str) -> str:
    rows = [" " * dash + gap + lines[0], *(" " * (dash + len(gap)) + one for one in lines[1:])]
    return layout.line_break(tree.source).join(rows)


def _behind(tree: Tree, last: Place, item: Item) -> Splice:
    """Return the splice for a list in brackets; rows that have lines of their own keep them."""
    source = tree.source
    start, end = tree.stretch(last).start, layout.end(tree, last)
    line = layout.line_start(source, start)
    lead = source.text[line:start]
    own_line = line > 0 and not lead.strip(" ")
    return Splice(
        end, end, f",{layout.line_break(source)}{lead}{item.flow}" if own_line else f", {item.flow}"
    )


def _first(tree: Tree, place: Place, item: Item) -> list[Splice]:
    """Return the splices for an empty list, which stands as `[]`."""
    source, found = tree.source, tree.stretch(place)
    parent = Place(place.path, place.keys[:-1])
    if layout.is_flow(tree, parent) or len(item.block) == 1:
        return [Splice(found.start, found.end + 1, f"[{item.flow}]")]
    key = source.text[: found.start].rstrip(" ")
    dash = layout.column(source, found.lead) + 2
    return [
        Splice(len(key), found.end + 1, ""),
        layout.line_added(source, found.end, _rows(tree, item.block, dash, "- ")),
    ]
