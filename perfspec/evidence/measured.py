"""What the targets of a project state in figures, each beside what its name says it measures.

In: a project. Out: one record for a target with a number or a range, one for each band of a banded
target, in the order of the tables. Targets without a number give none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from perfspec import naming
from perfspec.diagnostics import Place
from perfspec.evidence import tables
from perfspec.model import Indicator, Project, ThisProject
from perfspec.naming import Name
from perfspec.values import Quantity, Range, targets

PERCENT = frozenset({"%", "％", "百分比"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A number of a target: `text` as written, `at` its place, `name` what the row measures.

    Of a range it is the upper bound, with `=`: neither a floor nor a ceiling.
    """

    row: Indicator
    name: Name
    quantity: Quantity
    text: str
    at: Place
    yearly: bool
    banded: bool = False

    @property
    def percent(self) -> bool:
        """Whether the number is a per cent."""
        return self.quantity.unit in PERCENT


def of_project(project: Project) -> tuple[Measured, ...]:
    """Return the numbers that the targets of `project` state."""
    return _of(ThisProject(project))


# The rules look at project after project, so that one is enough.
@lru_cache(maxsize=1)
def _of(key: ThisProject) -> tuple[Measured, ...]:
    return tuple(
        one
        for table in tables.of_project(key.project)
        for row in table.rows
        for one in _of_row(row, yearly=table.yearly)
    )


def _of_row(row: Indicator, *, yearly: bool) -> Iterator[Measured]:
    stated = row.target.reading
    if isinstance(stated, Range):
        stated = Quantity("=", stated.high, stated.unit)
    if isinstance(stated, Quantity):
        name, text, at = naming.read(row.name), row.target.text.strip(), place(row)
        yield Measured(row=row, name=name, quantity=stated, text=text, at=at, yearly=yearly)
    for key, text in cells(row):
        of_band = targets.target(text).quantity
        if of_band is not None:
            name, at = naming.read(row.name), row.at / "target" / "bands" / key
            yield Measured(
                row=row, name=name, quantity=of_band, text=text, at=at, yearly=yearly, banded=True
            )


def place(row: Indicator) -> Place:
    """Return the place of the target of `row`, without the white space around it."""
    at = row.at / "target"
    if row.target.split is not None or row.target.bands is not None:
        return at
    text = row.target.text
    start = len(text) - len(text.lstrip())
    return at.part(start, start + len(text.strip()))


def cells(row: Indicator) -> tuple[tuple[str, str], ...]:
    """Return the bands of a banded target, each with its key; nothing for another one."""
    bands = row.target.bands
    if bands is None:
        return ()
    return (
        ("excellent", bands.excellent),
        ("good", bands.good),
        ("fair", bands.fair),
        ("poor", bands.poor),
    )
