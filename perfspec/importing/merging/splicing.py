"""Change the data of a file in its text, so that comments, order and quotes stay.

In: a tree, and places in it. Out: splices that put one value in the place of another, a key behind
the key before it, an item behind the item before it. Nothing is proved here.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from perfspec.diagnostics import Place
from perfspec.importing.writing import layout as written
from perfspec.nextyear import layout
from perfspec.nextyear.layout import Splice
from perfspec.yamltree import Tree


def replaced(tree: Tree, place: Place, value: Any) -> Splice:  # noqa: ANN401 — data of any shape
    """Return the splice that puts `value` in the place of what stands at `place`."""
    source, found = tree.source, tree.stretch(place)
    start, end = found.start, layout.end(tree, place)
    above = Place(place.path, place.keys[:-1])
    # Behind a block nothing can stand in its first line, and a comment is to stay.
    if isinstance(value, (dict, list)) or layout.is_flow(tree, above) or _rest(tree, end).strip():
        text = written.flow(value)
    else:
        text = _lines(tree, written.block(value, _indent(tree, place)))
    gap = "" if source.text[start - 1 : start] in {" ", ""} else " "
    return Splice(start, end, gap + text)


def keys(tree: Tree, place: Place, added: Sequence[tuple[str, Any]], behind: str) -> list[Splice]:
    """Return the splices that put keys with values into the mapping at `place`.

    They come behind the key `behind`, or at the end where that is empty.
    """
    data = layout.value(tree, place)
    if layout.is_flow(tree, place):
        pairs = [f"{written.one_line(key)}: {written.flow(value)}" for key, value in added]
        return _in_brackets(tree, place, pairs, behind or (list(data)[-1] if data else None))
    last = place / (behind or list(data)[-1])
    first = place / next(iter(data))
    column = layout.column(tree.source, tree.stretch(first).lead)
    lines = [line for key, value in added for line in written.entry(key, value, column)]
    return [layout.line_added(tree.source, layout.end(tree, last), _lines(tree, lines))]


def items(tree: Tree, place: Place, added: Sequence[Any], behind: int) -> list[Splice]:
    """Return the splices that put items into the list at `place` behind a number; -1 is first."""
    data = layout.value(tree, place)
    if not data and not layout.is_flow(tree, Place(place.path, place.keys[:-1])):
        return [_first(tree, place, added)]
    if layout.is_flow(tree, place):
        return _in_brackets(tree, place, map(written.flow, added), behind if behind >= 0 else None)
    column = layout.column(tree.source, tree.stretch(place).start)
    text = _lines(tree, [line for one in added for line in written.item(one, column)])
    if behind >= 0:
        end = layout.end(tree, place / behind)
        return [layout.line_added(tree.source, end, text)]
    start = layout.line_start(tree.source, tree.stretch(place).start)
    return [Splice(start, start, text + layout.line_break(tree.source))]


def whole(tree: Tree, key: str, value: Any) -> Splice:  # noqa: ANN401 — data of any shape
    """Return the splice that writes a key of the file anew; comments in its value are lost."""
    place = tree.place / key
    start = tree.stretch(place).lead
    folds = tree.stretch(place).style == ">"
    lines = list(written.entry(key, value, folds=folds))
    end = layout.end(tree, place)
    return Splice(start, end + len(_rest(tree, end)), _lines(tree, lines))


def _rest(tree: Tree, offset: int) -> str:
    """Return what stands behind `offset` in its line."""
    source = tree.source
    return source.text[offset : layout.next_line(source, offset)].rstrip("\r\n")


def _first(tree: Tree, place: Place, added: Iterable[Any]) -> Splice:
    """Return the splice for an empty list, which stands as `[]` behind its key."""
    source, found = tree.source, tree.stretch(place)
    column = layout.column(source, found.lead) + 2
    lines = [line for one in added for line in written.item(one, column)]
    start = len(source.text[: found.start].rstrip(" "))
    return Splice(start, found.end + 1, layout.line_break(source) + _lines(tree, lines))


def _in_brackets(
    tree: Tree, place: Place, added: Iterable[str], behind: str | int | None
) -> list[Splice]:
    text = ", ".join(added)
    if behind is not None:
        end = layout.end(tree, place / behind)
        return [Splice(end, end, f", {text}")]
    start = tree.stretch(place).start + 1
    return [Splice(start, start, f"{text}, " if layout.value(tree, place) else text)]


def _indent(tree: Tree, place: Place) -> int:
    """Return the column of the lines below a value: two inside of its key or dash."""
    found = tree.stretch(place)
    if isinstance(place.keys[-1], str):
        return layout.column(tree.source, found.lead) + 2
    return layout.column(tree.source, tree.stretch(Place(place.path, place.keys[:-1])).start) + 2


def _lines(tree: Tree, lines: Sequence[str] | Iterator[str]) -> str:
    return layout.line_break(tree.source).join(lines)
