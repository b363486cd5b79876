"""Indicators that the newer table does not have any more, and what they promised.

In: what became of a project or one of its tables. Out: the rows of the older year. A row that
promised nothing, or whose name stands in the newer table still, is none.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from perfspec.compare import ProjectChange, Table
from perfspec.compare.pairs import Proposal, Relation
from perfspec.contrast import wording
from perfspec.model import Indicator
from perfspec.schema.words import shorten
from perfspec.values import Placeholder

_MOST = 200


def of_project(change: ProjectChange) -> Iterator[Indicator]:
    """Yield the rows that went, of the year and of the whole term."""
    for table in (change.indicators, change.medium_term):
        if table:
            yield from indicators(table)


def names(change: ProjectChange) -> str:
    """Return the names of the rows that went, line by line; of very many the first."""
    return "\n".join(shorten(row.name) for row in islice(of_project(change), _MOST))


def indicators(table: Table) -> tuple[Indicator, ...]:
    """Return the rows of a table that went."""
    if not table.matching.dropped:
        return ()
    there = {pair.old.name for pair in table.matching.pairs}
    return tuple(row for row in table.matching.dropped if row.name not in there and _promises(row))


def perhaps(table: Table) -> Iterator[Proposal[Indicator]]:
    """Yield what may go on under another name."""
    for one in table.matching.proposals:
        if one.relation is Relation.SAME and one.new:
            yield one


def _promises(row: Indicator) -> bool:
    stated = row.target
    return bool(row.name.strip() and stated.text.strip()) and not isinstance(
        stated.reading, Placeholder
    )


def in_words(rows: Iterable[Indicator]) -> str:
    """Return names with what they promised: 查阅档案人次（≥2000人次）."""
    return wording.listed(f"{row.name}（{row.target.text.strip()}）" for row in rows)
