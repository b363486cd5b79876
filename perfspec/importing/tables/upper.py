"""What rows of the upper half say, as far as they are read."""

from dataclasses import dataclass, field

from perfspec.importing.tables.grid import Box
from perfspec.importing.tables.ink import Ink
from perfspec.importing.tables.inline import Pair
from perfspec.importing.tables.labels import Label
from perfspec.importing.tables.lexicon import Meaning, is_sure, meaning

MONEY = frozenset({Meaning.TOTAL, Meaning.SOURCE, Meaning.BUDGET, Meaning.MONEY})


@dataclass(slots=True, kw_only=True)
class Upper:
    """What rows of the upper half say; `labels` are labels of groups, `group` is the last one."""

    pairs: list[Pair] = field(default_factory=list)
    labels: list[Box] = field(default_factory=list)
    group: Meaning | None = None
    group_box: Box | None = None
    rows: int = 1


def is_label(box: Box) -> bool:
    """Tell whether a cell is a label of the upper half."""
    if box.label is None or meaning(box.label) is None:
        return False
    return is_sure(box.label) or meaning(box.label) is Meaning.DATE or box.ink.text[-1] in ":："


def pair(label: Label, known: Meaning | None, box: Box, value: Ink) -> Pair:
    """Return the label of a cell with its value."""
    return Pair(label=label, meaning=known, ink=box.ink, value=value, column=box.column)


def none(ink: Ink) -> Ink:
    """Return no characters, at the same place."""
    return Ink(pieces=(), at=ink.at)
