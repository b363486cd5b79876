"""Rewrite the head of filing.yaml for another year.

In: its tree, the year and the form of the new filing. Out: the splices, and what the file then has
to say. The filing is a draft that follows the old one. What the keeper supplied because the filed
paper did not state it (`supplied`) is said of that paper, not of one that is still to be filed.
"""

from collections.abc import Iterator
from typing import Any

from perfspec.form import Form
from perfspec.nextyear import layout
from perfspec.nextyear.layout import Splice
from perfspec.yamltree import Tree

_STAGE = "draft"


def rewritten(tree: Tree, year: int, form: str, old: Form) -> tuple[list[Splice], dict[str, Any]]:
    """Return the splices for filing.yaml, which has the form `old`, and its data after them."""
    data = dict(tree.data)
    follows = str(data["year"])
    values = {"year": str(year), "stage": _STAGE, "form": form}
    added = {}
    for key, value in (("follows", follows), ("money_unit", old.money_unit)):
        # Amounts without a unit would be read in that of the new form.
        if key in data:
            values[key] = str(data[key]) if key == "money_unit" else value
        elif key == "follows" or form != old.name:
            added[key] = value
    splices = [
        layout.replaced(tree, tree.place / key, value)
        for key, value in values.items()
        if str(data[key]) != value
    ]
    splices += _added(tree, added)
    splices += _dropped(tree, "supplied")
    data.pop("supplied", None)
    return splices, data | values | added


def _added(tree: Tree, values: dict[str, str]) -> Iterator[Splice]:
    """Yield the splices that put `values` behind the year."""
    place = tree.place / "year"
    source, end = tree.source, layout.end(tree, place)
    lead = tree.stretch(place).lead
    for key, value in values.items():
        pair = f'{key}: "{value}"' if value.isdecimal() else f"{key}: {value}"
        if layout.is_flow(tree, tree.place):
            yield Splice(end, end, f", {pair}")
        else:
            yield layout.line_added(source, end, " " * layout.column(source, lead) + pair)


def _dropped(tree: Tree, key: str) -> Iterator[Splice]:
    """Yield the splice that takes out `key` with its value and the comment behind it."""
    if key not in tree.data:
        return
    source, place = tree.source, tree.place / key
    start, end = tree.stretch(place).lead, layout.end(tree, place)
    if layout.is_flow(tree, tree.place):
        later = tree.stretch(tree.place / _next(tree, key)).lead if _next(tree, key) else 0
        before = source.text.rfind(",", 0, start)
        yield Splice(start, later, "") if later else Splice(before, end, "")
    else:
        yield Splice(layout.line_start(source, start), layout.next_line(source, end), "")


def _next(tree: Tree, key: str) -> str:
    keys = [str(one) for one in tree.data]
    at = keys.index(key) + 1
    return keys[at] if at < len(keys) else ""
