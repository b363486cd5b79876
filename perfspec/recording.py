"""Write decisions into the text of `lineage.yaml`, and leave every other byte alone.

In: the text as it stands, or an empty one, and decisions. Out: the new text. It is read again: what
was there must read as before, and what was added as it was meant; else nothing is given back.
"""

import re
from collections.abc import Mapping
from typing import Any

from perfspec import yamltree
from perfspec.compare.lineage import Decision, Lineage
from perfspec.compare.pairs import Relation
from perfspec.diagnostics import Place
from perfspec.errors import PerfspecError
from perfspec.messages import message
from perfspec.source import Source
from perfspec.yamltree import Tree

_PLAIN = re.compile("[a-z][a-z0-9-]*")
# What other readers of YAML take for no text.
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_BEHIND = 10**9
_Row = dict[str, Any]
_Pieces = list[tuple[int, int, str]]


def add(source: Source, year: int, more: Lineage) -> str:
    """Return the text of `source` with the decisions of `more` about the filing of `year`.

    Raises PerfspecError where the text is no YAML, or written in brackets.
    """
    units, projects = [_row(one) for one in more.units], [_row(one) for one in more.projects]
    if not source.text.strip():
        step = _step(year, units, _with_indicators(projects, more.indicators))
        text = f"spec: 1\nfrom:\n{_item(step, 2)}"
        return _proved(Source(path=source.path, text=text), {"spec": "1", "from": [step]})
    tree, _ = yamltree.parse(source)
    if tree is None:
        raise PerfspecError(
            message("{path} cannot be read", path=source.path),
            message("perfspec check says what is wrong in it"),
        )
    wanted = _copy(tree.data)
    pieces: _Pieces = []
    steps = tree.data["from"]
    found = [at for at, step in enumerate(steps) if str(step["year"]) == str(year)]
    if not found:
        step = _step(year, units, _with_indicators(projects, more.indicators))
        _append(tree, tree.place / "from", [step], pieces)
        wanted["from"] = [*(wanted["from"] or []), step]
        return _proved(_pieced(source, pieces), wanted)
    at, inner = tree.place / "from" / found[0], wanted["from"][found[0]]
    left = _into_existing(tree, at / "projects", inner, more.indicators, pieces)
    for key, rows in (("units", units), ("projects", _with_indicators(projects, left))):
        if rows:
            _append(tree, at / key, rows, pieces)
            inner[key] = [*(inner.get(key) or []), *rows]
    return _proved(_pieced(source, pieces), wanted)


def _row(one: Decision) -> _Row:
    """Return a decision as data; `same` is said too, so that the file explains itself."""
    row: _Row = {
        "old": one.old[0] if len(one.old) == 1 else list(one.old),
        "new": one.new[0] if len(one.new) == 1 else list(one.new),
        "relation": str(one.relation),
    }
    return row | ({"note": one.note} if one.note else {})


def _step(year: int, units: list[_Row], projects: list[_Row]) -> _Row:
    rows = {"units": units, "projects": projects}
    return {"year": str(year), **{key: value for key, value in rows.items() if value}}


def _with_indicators(
    projects: list[_Row], indicators: Mapping[tuple[str, str], tuple[Decision, ...]]
) -> list[_Row]:
    """Return `projects` with the decisions about their indicators, missing ones put behind."""
    rows = [dict(row) for row in projects]
    for (old, new), decisions in indicators.items():
        same = {"old": old, "new": new, "relation": str(Relation.SAME)}
        row = next((one for one in rows if one | same == one), None)
        if row is None:
            row = dict(same)
            rows.append(row)
        row["indicators"] = [_row(one) for one in decisions]
    return rows


def _into_existing(
    tree: Tree,
    at: Place,
    step: _Row,
    indicators: Mapping[tuple[str, str], tuple[Decision, ...]],
    pieces: _Pieces,
) -> dict[tuple[str, str], tuple[Decision, ...]]:
    """Put decisions about indicators under the projects that stand there; return the others."""
    left = dict(indicators)
    for index, row in enumerate(step.get("projects") or []):
        key = (str(row["old"]), str(row["new"]))
        if key in left and str(row.get("relation") or Relation.SAME) == Relation.SAME:
            rows = [_row(one) for one in left.pop(key)]
            _append(tree, at / index / "indicators", rows, pieces)
            row["indicators"] = [*(row.get("indicators") or []), *rows]
    return left


def _append(tree: Tree, at: Place, rows: list[_Row], pieces: _Pieces) -> None:
    """Note how `rows` are put at the end of the list at `at`, which may not be there yet."""
    parent, key = Place(at.path, at.keys[:-1]), str(at.keys[-1])
    holder = _value(tree, parent)
    if holder.get(key):
        start = tree.stretch(at).start
        indent = tree.source.position(start).column - 1
        text = "".join(_item(row, indent) for row in rows)
        pieces.append((_line_after(tree, at), len(pieces), text))
        return
    start = tree.stretch(parent).start
    indent = tree.source.position(start).column - 1
    text = "".join(_item(row, indent + 2) for row in rows)
    if key in holder:
        pieces.append((_line_after(tree, at), len(pieces), text))
    else:
        heading = f"{' ' * indent}{key}:\n"
        # What goes into a list that is there stands before a list that is new.
        pieces.append((_line_after(tree, parent), _BEHIND + len(pieces), heading + text))


def _line_after(tree: Tree, at: Place) -> int:
    """Return the offset of the line behind the last value below `at`."""
    value = _value(tree, at)
    while isinstance(value, (dict, list)) and value:
        key: str | int = len(value) - 1 if isinstance(value, list) else list(value)[-1]
        at, value = at / key, value[key]  # type: ignore[index]  # a number for a list
    end = tree.stretch(at).end
    text = tree.source.text
    if end and text[end - 1] == "\n":
        return end
    newline = text.find("\n", end)
    # A line break that the last line lacks is added before anything is put behind it.
    return (len(text) if newline < 0 else newline) + 1


def _value(tree: Tree, at: Place) -> Any:  # noqa: ANN401 — data of any shape
    value = tree.data
    for key in at.keys:
        value = value[key]
    return value


def _pieced(source: Source, pieces: _Pieces) -> Source:
    text = source.text if source.text.endswith("\n") else f"{source.text}\n"
    for at, _, piece in sorted(pieces, reverse=True):
        text = text[:at] + piece + text[at:]
    return Source(path=source.path, text=text)


def _proved(source: Source, wanted: object) -> str:
    """Return the text of `source` if it reads as `wanted`."""
    tree, found = yamltree.parse(source)
    if tree is None or found or tree.data != wanted:
        raise PerfspecError(
            message("{path} is written so that nothing can be added to it", path=source.path),
            message("write each entry of its lists on lines of its own, with - before it"),
        )
    return source.text


def _item(row: _Row, indent: int) -> str:
    """Return an entry of a list as YAML."""
    lines: list[str] = []
    for key, value in row.items():
        lead = " " * indent + ("  " if lines else "- ")
        if isinstance(value, list) and value and isinstance(value[0], dict):
            inner = "".join(_item(one, indent + 4) for one in value)
            lines.append(f"{lead}{key}:\n{inner}")
        elif isinstance(value, list):
            lines.append(f"{lead}{key}: [{', '.join(map(_scalar, value))}]\n")
        else:
            lines.append(f"{lead}{key}: {_scalar(value)}\n")
    return "".join(lines)


def _scalar(value: str) -> str:
    if _PLAIN.fullmatch(value) and value not in _WORDS:
        return value
    return "'" + value.replace("'", "''") + "'"


def _copy(data: Any) -> Any:  # noqa: ANN401 — data of any shape
    if isinstance(data, dict):
        return {key: _copy(value) for key, value in data.items()}
    return [_copy(value) for value in data] if isinstance(data, list) else data
