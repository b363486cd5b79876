"""Labels and values of the upper half: side by side, one above the other, or in one cell.

In: the rows of a grid from one on. Out: the pairs, and how many rows they are in.
"""

from dataclasses import replace

from perfspec.importing.tables import columns
from perfspec.importing.tables.grid import Box, Grid, Row
from perfspec.importing.tables.inline import beginning, inline
from perfspec.importing.tables.labels import Label
from perfspec.importing.tables.lexicon import GROUPS, Meaning, group, is_sure, meaning
from perfspec.importing.tables.upper import MONEY, Upper, is_label, none, pair

_LONGEST = 16  # characters of a label that nobody knows
_NOTHING = Label(key="", printed="")


def upper(grid: Grid, index: int, group_box: Box | None, under: Meaning | None) -> Upper:
    """Return the pairs of a row, with the rows below that its labels are over."""
    row = grid.rows[index]
    said = Upper(group=under, group_box=group_box)
    if _is_purpose(grid, row, said):
        box = row.words[0]
        unlabelled = replace(box, ink=none(box.ink))
        said.pairs.append(pair(_NOTHING, Meaning.PURPOSE, unlabelled, box.ink))
        return said
    if columns.below(grid, index, said):
        return said
    _beside(row, said)
    return said


def _is_purpose(grid: Grid, row: Row, said: Upper) -> bool:
    """Tell whether a row has the text without label beside the label of budget and purpose."""
    if said.group is not Meaning.BUDGET or said.group_box is None or len(row.words) != 1:
        return False
    box = row.words[0]
    if box.label and meaning(box.label) is Meaning.PURPOSE:
        return False
    if grid.is_certain:
        return said.group_box.bottom > row.number
    return row.boxes[0].is_empty


def _beside(row: Row, said: Upper) -> None:
    """Read labels with values behind them."""
    boxes = row.boxes
    filled = [k for k, box in enumerate(boxes) if not box.is_empty]
    n = 0
    while n < len(boxes):
        box = boxes[n]
        n += 1
        if box.is_empty:
            continue
        begun = beginning(box.ink)
        if begun and begun.value.pieces:
            several, _ = inline(box.ink)
            said.pairs += several if len(several) > 1 else [begun]
            continue
        known = meaning(box.label) if box.label else None
        behind = boxes[n] if n < len(boxes) else None
        if box.label is None or (known is None and not _is_unknown(box, behind, said)):
            continue
        if behind is not None and _is_group(box, behind):
            said.labels.append(box)
            said.group, said.group_box = group(box.label) or known, box
            continue
        if behind is None and known in GROUPS:
            said.labels.append(box)
            said.group, said.group_box = known, box
            continue
        value = none(box.ink)
        if behind is not None and not _is_next(known, behind):
            value = behind.ink
            n += 1
            is_alone = filled[-1] >= n and (len(filled) == 1 or filled[-2] < n)
            is_alone = is_alone and not is_label(boxes[filled[-1]])
            if behind.is_empty and is_alone and is_sure(box.label):
                # Cells of a sheet are not merged: the value stands further to the right.
                value = boxes[filled[-1]].ink
                n = len(boxes)
        said.pairs.append(pair(box.label, known, box, value))


def _is_unknown(box: Box, behind: Box | None, said: Upper) -> bool:
    """Tell whether a cell is a label that nobody knows: short, and a value behind it."""
    if box.label is None or behind is None or len(box.label.key) > _LONGEST:
        return False
    if not any(char.isalpha() for char in box.label.key) or is_label(behind):
        return False
    return not behind.is_empty or bool(said.pairs) or box.ink.text[-1] in ":："


def _is_group(box: Box, behind: Box) -> bool:
    """Tell whether another label stands behind a label, which is then the label of a group."""
    if behind.is_empty or box.label is None or behind.label is None:
        return False
    known, other = group(box.label), meaning(behind.label)
    if other is None or (other is Meaning.SOURCE and known not in MONEY):
        return False
    if known is not None:
        return is_sure(behind.label) or behind.ink.text[-1] in ":：" or other is Meaning.SOURCE
    return box.bottom > box.row + 1 and behind.bottom < box.bottom and is_label(behind)


def _is_next(known: Meaning | None, behind: Box) -> bool:
    """Tell whether the cell behind a label is the next label, and no value."""
    if behind.is_empty or not is_label(behind) or behind.label is None:
        return False
    other = meaning(behind.label)
    if other is Meaning.SOURCE:
        return known in MONEY
    return behind.ink.text[-1] in ":：" or known in {Meaning.CODE, Meaning.TOTAL, Meaning.SOURCE}
