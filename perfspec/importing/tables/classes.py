"""Classes of indicators: merged over their rows, said again on each, or blank below the first.

In: the cells of a class column, row by row. Out: the class of each row.
"""

import re
from dataclasses import dataclass, replace

from perfspec.importing import Use, Used, Value
from perfspec.importing.tables.building import Building
from perfspec.importing.tables.grid import Box, Row, key
from perfspec.importing.tables.ink import Ink

_AGAIN = re.compile(r"\(?续\)?$")
_POINTS = re.compile(r"\s*[（(]\s*[0-9]{1,3}(?:\.[0-9]{1,2})?\s*[分%％]?\s*[）)]$")


@dataclass(slots=True, kw_only=True)
class Class:
    """A class that holds for the rows below, until another one does."""

    key: str = ""
    value: Value | None = None
    box: Box | None = None
    is_used: bool = True


def carry(project: Building, one: Class, row: Row, boxes: tuple[Box, ...]) -> None:
    """Take a class from its cell, if it begins in this row."""
    own = [box for box in boxes if box.row == row.number]
    if not own or own[0] is one.box:
        return
    box = own[0]
    if box.is_empty:
        if one.box is not None and one.box.bottom - one.box.row > 1:
            # Where cells are merged over their rows, an empty one says that there is no class.
            drop(project, one)
            one.key, one.value, one.box, one.is_used = "", None, box, True
        return
    word = _AGAIN.sub("", _POINTS.sub("", key(box.ink)))
    if word == one.key and word:
        project.used += box.ink.used(Use.REPEATED)
        one.box = box
        return
    drop(project, one)
    printed = box.ink
    points = _POINTS.search(printed.text)
    if points and points.start():
        project.used += printed.part(points.start()).used(Use.FURNITURE)
        printed = printed.part(0, points.start())
    label = printed.value()
    one.value = replace(label, text="".join(label.text.split("\n")))
    one.key, one.box, one.is_used = word, box, False


def forget(project: Building, second: Class, first: Class) -> None:
    """End a second level with its first level."""
    if (
        first.box is not None
        and (second.box is None or second.box.row < first.box.row)
        and not first.is_used
    ):
        drop(project, second)
        second.key, second.value, second.box, second.is_used = "", None, None, True


def drop(project: Building, one: Class) -> None:
    """Say of a class without indicators that only the form prints it."""
    if one.value is not None and not one.is_used:
        project.used += (Used(stretch=each, use=Use.EMPTY) for each in one.value.stretches)


def value(one: Class, at: Ink) -> Value:
    """Return the class of a row; it stands for an indicator then."""
    one.is_used = True
    return one.value or Value(text="", at=at.at, stretches=())
