"""Whether the table of a project, or its texts, were taken over as they were."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from perfspec.compare import Comparison, ProjectChange, Shift, TextChange
from perfspec.contrast import growth, shifts, written
from perfspec.diagnostics import Place
from perfspec.form import Form

_NOWHERE = Place("")


def is_copied(change: ProjectChange, form: Form, least: int) -> bool:
    """Tell whether all rows and targets of a project are last year's.

    `least` of the targets leave room for better ones: 100 % can only stay. With more money it is
    another question, what the money is for.
    """
    if growth.rose(change.budget) or has_new_rows(change) or _has_lost_rows(change):
        return False
    rows = tuple(shifts.without_totals(change, form))
    better = sum(map(shifts.can_be_better, rows))
    return better >= least and all(row.shift is Shift.SAME for row in rows)


def has_new_rows(change: ProjectChange) -> bool:
    """Tell whether an indicator was added to a project, or may have been."""
    tables = (change.indicators, change.medium_term)
    return any(one.matching.added or one.matching.proposals for one in tables if one)


def _has_lost_rows(change: ProjectChange) -> bool:
    return any(one.matching.dropped for one in (change.indicators, change.medium_term) if one)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """Texts of a filing or project that were taken over: their keys, and how much is the same."""

    name: str
    at: Place
    before: Place
    keys: tuple[str, ...]
    likeness: int


def texts_of_filing(comparison: Comparison, limits: Mapping[str, int]) -> Iterator[Copied]:
    """Yield the texts of a filing that are copies by `limits`; of two states of a year none is."""
    old, new = comparison.old.filing, comparison.new.filing
    for key in ("overall_goal", "sub_goals", "measures"):
        found = _copied(comparison.texts, (key,), comparison.years, limits)
        yield from (replace(one, at=new.at, before=old.at) for one in found)


def texts_of_projects(comparison: Comparison, limits: Mapping[str, int]) -> Iterator[Copied]:
    """Yield the texts of projects that are copies by `limits`, purpose and goals as one."""
    for change in comparison.changes:
        old, new = change.pair.old, change.pair.new
        found = _copied(change.texts, ("purpose", "goals"), comparison.years, limits)
        name = new.name or new.id
        yield from (replace(one, name=name, at=new.at, before=old.at) for one in found)


def _copied(
    texts: Iterable[TextChange], keys: tuple[str, ...], years: int, limits: Mapping[str, int]
) -> Iterator[Copied]:
    groups: dict[str, list[TextChange]] = {key: [] for key in keys}
    for one in texts:
        groups.get(one.key, []).append(one)
    copied = tuple(key for key in keys if written.is_copied(groups[key], years, limits))
    if years > 0 and copied:
        alike = written.likeness((one for key in copied for one in groups[key]), years)
        yield Copied(name="", at=_NOWHERE, before=_NOWHERE, keys=copied, likeness=alike)
