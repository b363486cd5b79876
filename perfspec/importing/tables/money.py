"""Amounts in a project: which are its sources, and what they are parts of."""

import re

from perfspec.importing import FoundSource, Use
from perfspec.importing.tables.building import Building, taken
from perfspec.importing.tables.inline import Pair
from perfspec.importing.tables.labels import Label
from perfspec.importing.tables.lexicon import is_sure

# Sources that are parts of the one before them, wherever 其中 stands.
_PARTS = re.compile(
    r"(?:当年|本年)?(?:上级|本级|中央|省|市|县|区|镇|乡|州|旗|自治区)"
    r"|一般公共|政府性基金|国有资本|事业收入|经营|附属单位"
)
_SUMS = frozenset({"合计", "总计", "小计", "总额"})


def is_medium(project: Building, pair: Pair) -> bool:
    """Tell whether an amount stands under that of the medium term, beside that of the year."""
    start = project.medium_column
    return start is not None and start <= pair.column < project.total_column


def is_money(project: Building, pair: Pair) -> bool:
    """Tell whether a label that is one of money by its words has an amount of the year."""
    if is_medium(project, pair):
        return False
    if project.indicators and (pair.label.key in _SUMS or not is_sure(pair.label)):
        return False
    words = pair.value.text
    return is_sure(pair.label) or not words or any(char.isdigit() for char in words)


def source(project: Building, pair: Pair) -> None:
    """Add a source with its amount."""
    label = pair.label.printed
    if (label, pair.value.text) in project.known:
        project.used += pair.value.used(Use.REPEATED)
        return
    project.known.add((label, pair.value.text))
    part_of = _whole(project.sources[-1], pair.label) if project.sources else ""
    amount = taken(project, pair.value)
    project.sources.append(FoundSource(label=label, amount=amount, part_of=part_of))


def _whole(last: FoundSource, label: Label) -> str:
    """Return what a source is a part of, by the one before it."""
    if label.is_part:
        return last.part_of or last.label
    if not _PARTS.match(label.key):
        return ""
    if last.part_of or "财政" not in last.label or _PARTS.match(last.label):
        return last.part_of
    return last.label
