"""Write down the ids of indicators that have none in the file, so that they stay when names change.

In: the tree of a project, and the project as read of it. Out: the splices, and the data after them.
"""

from collections.abc import Iterator
from typing import Any

from perfspec.diagnostics import Place
from perfspec.model import Indicator, Project
from perfspec.nextyear import layout
from perfspec.nextyear.layout import Splice
from perfspec.yamltree import Tree


def written(tree: Tree, project: Project) -> tuple[list[Splice], dict[str, Any]]:
    """Return the splices that give each row its id, and the data of the file after them."""
    data = dict(tree.data)
    splices = [_id(tree, row) for row in project.indicators if _lacks_id(tree, row.at)]
    data["indicators"] = list(_named(tree, project.indicators))
    if project.medium_term and project.medium_term.indicators:
        rows = project.medium_term.indicators
        splices += [_id(tree, row) for row in rows if _lacks_id(tree, row.at)]
        data["medium_term"] = {**data["medium_term"], "indicators": list(_named(tree, rows))}
    return splices, data


def _lacks_id(tree: Tree, at: Place) -> bool:
    return "id" not in layout.value(tree, at)


def _named(tree: Tree, rows: tuple[Indicator, ...]) -> Iterator[dict[str, Any]]:
    for row in rows:
        yield {"id": row.id, **layout.value(tree, row.at)}


def _id(tree: Tree, row: Indicator) -> Splice:
    """Return the splice that puts the id before the first key of a row, in the row's style."""
    first = next(iter(layout.value(tree, row.at)))
    start = tree.locate(row.at.key(first)).start
    if layout.is_flow(tree, row.at):
        return Splice(start, start, f"id: {row.id}, ")
    indent = " " * layout.column(tree.source, start)
    return Splice(start, start, f"id: {row.id}{layout.line_break(tree.source)}{indent}")
