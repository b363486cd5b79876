"""Make rows: what is common to those of filings, projects and indicators.

What only goes on with the year is FORMAL here: a code, a name or a term whose one difference is the
year. So are values that are written another way.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any, TypedDict

from perfspec.changes import Step, labels
from perfspec.changes.figures import percent
from perfspec.changes.order import Open
from perfspec.changes.row import Kind, Row, Subject
from perfspec.compare import AmountChange, Comparison, TextChange
from perfspec.compare.pairs import How
from perfspec.diagnostics import Place
from perfspec.findings import Spot
from perfspec.model import Project

_YEARLY = frozenset({"name"})
_WINDOW = 2


class Spots(TypedDict):
    """Where both sides stand, as arguments of a row."""

    old_spot: Spot | None
    new_spot: Spot | None


def placed(step: Step, old: Place | None, new: Place | None) -> Spots:
    """Return the spots of both sides."""
    return {
        "old_spot": step.old_spot(old) if old else None,
        "new_spot": step.new_spot(new) if new else None,
    }


def kind(old: str | None, new: str | None) -> Kind:
    """Return what happened between two texts that differ; an empty one is none."""
    if not old:
        return Kind.ADDED
    return Kind.CHANGED if new else Kind.DROPPED


def of_project(row: Row, project: Project, how: How | None) -> Row:
    """Return `row` as one of `project`, without the place of a side that has no such field.

    The parent of the field stands there.
    """
    return replace(
        row,
        project=project.id,
        project_name=project.name,
        how=how,
        old_spot=None if row.old is None else row.old_spot,
        new_spot=None if row.new is None else row.new_spot,
    )


def in_order(texts: Iterable[TextChange]) -> Iterator[TextChange]:
    """Yield texts, the items of a list that were dropped where they stood and not behind it."""
    for _, run in groupby(texts, key=lambda text: text.key):
        items = [*run]
        kept = {_position(one.old_at): n for n, one in enumerate(items) if one.new is not None}
        behind: dict[int, list[TextChange]] = {}
        dropped = sorted((one for one in items if one.new is None), key=_old_position)
        known = sorted(position for position in kept if position >= 0)
        for one in dropped:
            before = bisect_left(known, _old_position(one))
            anchor = kept[known[before - 1]] if before else -1
            behind.setdefault(anchor, []).append(one)
        yield from behind.pop(-1, ())
        for n, one in enumerate(items):
            if one.new is not None:
                yield one
                yield from behind.pop(n, ())


def _old_position(text: TextChange) -> int:
    return _position(text.old_at)


def _position(at: Place | None) -> int:
    """Return the position in its list; -1 of what is in none."""
    last = at.keys[-1] if at and at.keys else ""
    return last if isinstance(last, int) else -1


def of_text(change: TextChange, document: str, subject: Subject, step: Step) -> Row:
    """Return the row of a text."""
    form = step.comparison.new.form
    key, label = labels.field(document, change.new_at or change.old_at, change.key, form)
    what = kind(change.old, change.new)
    is_yearly = key.rpartition(".")[2] in _YEARLY
    if is_yearly and only_year(change.old or "", change.new or "", step.comparison):
        what = Kind.FORMAL
    old = change.old or ""
    return Row(
        subject=subject,
        kind=what,
        key=key,
        label=label,
        old=change.old,
        new=change.new,
        likeness=None if change.old is None or change.new is None else change.likeness,
        pieces=change.pieces,
        lost=tuple(old[one.promise.start : one.promise.end] for one in change.lost),
        **placed(step, change.old_at, change.new_at),
    )


def of_amount(row: Row, change: AmountChange, step: Step) -> Row | None:
    """Return `row` with what became of an amount, or None where nothing did."""
    units = step.comparison.old.form.money_unit, step.comparison.new.form.money_unit
    old, new = (
        None if one is None else one.text and f"{one.text}{unit}"
        for one, unit in zip((change.old, change.new), units, strict=True)
    )
    if old == new:
        return None
    what = kind(old, new)
    if change.difference == 0 or (old is None and not change.after and change.new is not None):
        what = Kind.FORMAL
    return replace(
        row,
        kind=what,
        old=old,
        new=new,
        before=change.before,
        after=change.after,
        difference=change.difference,
        percent=percent(change.before, change.after),
        unit=units[1],
    )


def of_open(part: Open[Any], step: Step, *, subject: Subject, key: str, label: str) -> Row:
    """Return the row of a proposal, or of a split or merge that was confirmed."""
    said = part.proposal
    old, new = ("、".join(one.name for one in side) for side in (said.old, said.new))
    return Row(
        subject=subject,
        kind=Kind.REGROUPED if part.confirmed else Kind.OPEN,
        key=key,
        label=label,
        old=old or None,
        new=new or None,
        relation=said.relation,
        likeness=said.likeness,
        **placed(step, said.old[0].at if said.old else None, said.new[0].at if said.new else None),
    )


def only_year(old: str, new: str, compared: Comparison) -> bool:
    """Tell whether `new` is `old` but for the year, which went on as that of the filing did.

    Years have two digits in codes and four in names; each place must have gone on alike.
    """
    before, after = str(compared.old.filing.year), str(compared.new.filing.year)
    if not old or before == after or len(old) != len(new):
        return False
    if old.replace(before, after) == new:
        return True
    first = next((n for n, (a, b) in enumerate(zip(old, new, strict=True)) if a != b), len(old))
    short = before[-_WINDOW:], after[-_WINDOW:]
    return any(
        old[n : n + _WINDOW] == short[0] and old[:n] + short[1] + old[n + _WINDOW :] == new
        for n in range(max(first - 1, 0), first + 1)
    )
