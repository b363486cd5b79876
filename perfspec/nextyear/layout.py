"""How the YAML of a file is laid out, and pieces of text put into it.

In: a tree and places in it. Out: where its lines, keys and values stand, and the text with splices
made. Nothing is dumped anew: every other character stays.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from perfspec.diagnostics import Place
from perfspec.directives import Stretches
from perfspec.source import Source
from perfspec.yamltree import Tree


@dataclass(frozen=True, slots=True)
class Splice:
    """The characters from `start` to `end` are to be `text`."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Return `text` with `splices` made, which do not overlap; of two at one place, in order."""
    parts: list[str] = []
    at = 0
    for one in sorted(splices, key=lambda one: one.start):
        parts += [text[at : one.start], one.text]
        at = one.end
    return "".join([*parts, text[at:]])


def replaced(tree: Tree, place: Place, text: str) -> Splice:
    """Return the splice that puts `text`, which needs no quotes, in the place of a value."""
    region = tree.locate(place)
    return Splice(region.start, region.end, text)


def is_flow(tree: Tree, place: Place) -> bool:
    """Tell whether the mapping or list at `place` stands in brackets."""
    start = tree.stretch(place).start
    return tree.source.text[start : start + 1] in {"{", "["}


def value(tree: Tree, place: Place) -> Any:  # noqa: ANN401 — data of any shape
    """Return the data at `place`, which is there."""
    data = tree.data
    for key in place.keys:
        data = data[key]
    return data


def end(tree: Tree, place: Place) -> int:
    """Return where the value at `place` ends, brackets and what is below it included.

    The parser says of a block that it ends where the next thing begins.
    """
    found, data = tree.stretch(place), value(tree, place)
    if isinstance(data, str):
        return found.start + len(tree.source.text[found.start : found.end].rstrip())
    if is_flow(tree, place):
        return found.end + 1
    return end(tree, place / (list(data)[-1] if isinstance(data, dict) else len(data) - 1))


def line_start(source: Source, offset: int) -> int:
    """Return where the line of `offset` begins."""
    return source.offset(source.position(offset).line)


def next_line(source: Source, offset: int) -> int:
    """Return where the line behind that of `offset` begins, or the end of the text."""
    line = source.position(offset).line
    return source.offset(line + 1) if line < source.lines else len(source.text)


def line_added(source: Source, offset: int, line: str) -> Splice:
    """Return the splice that puts `line` behind the line of `offset`."""
    at = next_line(source, offset)
    is_open = at == len(source.text) and not source.text.endswith("\n")
    end = line_break(source)
    return Splice(at, at, f"{end}{line}" if is_open else f"{line}{end}")


def column(source: Source, offset: int) -> int:
    """Return how many characters stand before `offset` in its line."""
    return source.position(offset).column - 1


def line_break(source: Source) -> str:
    """Return how the lines of the file end."""
    end = source.text.find("\n")
    return "\r\n" if source.text[max(0, end - 1) : end] == "\r" else "\n"


def begins_inside(source: Source, stretches: Stretches, line: int) -> int:
    """Return in which line the text began that `line` goes on with; `line` itself if none."""
    start = source.offset(line)
    around = stretches.around(start)
    if around is None or around.start >= start:
        return line
    written = source.text[around.start : around.end].rstrip()
    return source.position(around.lead).line if start < around.start + len(written) else line
