"""Labels over values in the upper half: dates of a plan, sources, a small table of amounts.

In: the rows of a grid from one on. Out: their pairs, and how many rows they are in.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from perfspec.importing.tables.grid import Box, Grid, Row
from perfspec.importing.tables.heads import head
from perfspec.importing.tables.ink import Ink
from perfspec.importing.tables.labels import Label
from perfspec.importing.tables.lexicon import Meaning, group, meaning
from perfspec.importing.tables.upper import MONEY, Upper, is_label, none, pair

_GOALS = frozenset({Meaning.GOALS, Meaning.MEDIUM_GOALS})
_AMOUNT = re.compile(r"-?[0-9][0-9,，.]{0,24}\s*(?:元|万元?|亿元?|千元)?|[-—/]{1,3}")
_BUDGET = re.compile(r"(?:全年|年度|本年|当年)?预算")


def below(grid: Grid, index: int, said: Upper) -> bool:
    """Read labels over values; tell whether the row has such."""
    row = grid.rows[index]
    blank = Row(number=row.number + 1, boxes=())
    following = grid.rows[index + 1] if index + 1 < len(grid.rows) else blank
    side, labels = _labels(grid, row, following)
    if not labels or (index + 1 < len(grid.rows) and head(grid, index + 1)):
        return False
    if _are_dates(labels) and (following.number > blank.number or _is_labelled(following)):
        # Rows without a cell are not in a sheet: nobody has filled the plan in.
        _values(grid, labels, blank, _beside(said, side), None)
        return True
    values = 0
    for n in range(index + 1, len(grid.rows)):
        under = grid.rows[n]
        is_first = n == index + 1
        if not is_first and (not under.words or (said.group is not Meaning.STEPS and values == 1)):
            break
        if not under.words and not _are_dates(labels):
            break
        first = _row_label(under, labels)
        if first is None and _is_labelled(under):
            break
        if is_first:
            _beside(said, side)
        _values(grid, labels, under, said, first)
        labels = [_again(box) for box in labels]
        said.rows += 1
        values += 0 if first else 1
    return said.rows > 1


def _beside(said: Upper, side: Box | None) -> Upper:
    """Take the label beside the labels."""
    if side is not None and side.label is not None:
        said.labels.append(side)
        said.group, said.group_box = group(side.label) or said.group, side
    return said


def _is_labelled(row: Row) -> bool:
    return any(is_label(box) for box in row.words)


def _row_label(row: Row, labels: Sequence[Box]) -> Box | None:
    """Return the label of a row of amounts, left of the labels over them."""
    first = row.words[0] if row.words else None
    if first is None or first.label is None or len(labels) == 1:
        return None
    is_left = first.column < labels[0].column
    return first if is_left and meaning(first.label) in MONEY else None


def _labels(grid: Grid, row: Row, following: Row) -> tuple[Box | None, list[Box]]:
    """Return the labels of a row that has nothing else, apart from the one beside them."""
    words = list(row.words)
    are_amounts = bool(following.words) and all(_is_amount(box.ink.text) for box in following.words)
    known_ones = sum(1 for box in words if is_label(box) or (are_amounts and _is_source(box)))
    if any(box.label is None for box in words) or known_ones <= len(words) - known_ones:
        return None, []
    if known_ones < len(words) and not _is_matrix(words, following):
        return None, []
    side = None
    first = words[0]
    known = meaning(first.label) if first.label else None
    if first.label is None or known is None:
        return None, []
    is_high = first.bottom > row.number + 1
    are_goals = known in _GOALS and all(
        box.label and meaning(box.label) in {*_GOALS, Meaning.FIELD} for box in words[1:]
    )
    are_dates = known is Meaning.PLAN or group(first.label) is not None
    if len(words) > 1 and (is_high or are_goals or are_dates):
        side, words = first, words[1:]
    start = words[0].column
    # Dates have no values beside them: an empty cell behind the last one is only one too many.
    last = words[-1].column if _are_dates(words) else grid.columns
    if any(box.is_empty and start < box.column < last for box in row.boxes):
        return None, []
    if len(words) == 1 and side is None and len(row.boxes) > 1 and grid.is_certain:
        return None, []
    return side, words


def _are_dates(labels: Sequence[Box]) -> bool:
    """Tell whether labels are those of a plan, whose values nobody may have filled in."""
    return all(box.label and meaning(box.label) is Meaning.DATE for box in labels)


def _again(box: Box) -> Box:
    """Return a label whose characters were used by the row before."""
    return replace(box, ink=none(box.ink))


def _is_matrix(words: Sequence[Box], following: Row) -> bool:
    """Tell whether the next row is one of money, below labels of which somebody knows the most."""
    first = following.words[0] if following.words else None
    if first is None or not is_label(first) or first.label is None:
        return False
    if meaning(first.label) not in MONEY or any(_is_amount(box.ink.text) for box in words):
        return False
    return first.column > words[0].column or not is_label(words[-1])


def _is_amount(text: str) -> bool:
    """Tell whether a text is a number, with its unit perhaps."""
    return bool(_AMOUNT.fullmatch(text.strip()))


def _is_source(box: Box) -> bool:
    return box.label is not None and meaning(box.label) is Meaning.SOURCE


def _values(
    grid: Grid,
    labels: Sequence[Box],
    row: Row,
    said: Upper,
    beside: Box | None,
) -> None:
    """Add a pair for each label, with what stands below it; `beside` is the label of the row."""
    if beside is not None:
        said.labels.append(beside)
    totals = [box for box in labels if box.label and meaning(box.label) is Meaning.TOTAL]
    budgets = [box for box in labels if box.label and _BUDGET.match(box.label.key)]
    # Where the budget of the year's beginning is not told, that of the year is the budget.
    whole = (totals or budgets)[:1]
    for box in labels:
        under = [
            one
            for one in row.boxes
            if one is not beside
            and (
                box.column <= one.column < box.end if grid.is_certain else one.column == box.column
            )
        ]
        value = Ink(
            pieces=tuple(p for one in under for p in one.ink.pieces),
            at=(under[0] if under else box).ink.at,
        )
        assert box.label is not None  # noqa: S101
        label, known = box.label, meaning(box.label) or Meaning.FIELD
        if said.group is Meaning.STEPS and known is not Meaning.FIELD:
            known = Meaning.FIELD
        if beside is not None and beside.label is not None:
            over = meaning(beside.label) or Meaning.FIELD
            if box in whole:
                label, known = beside.label, over
            else:
                printed = f"{beside.label.printed} {label.printed}"
                label, known = Label(key=printed, printed=printed), Meaning.FIELD
        said.pairs.append(pair(label, known, box, value))
