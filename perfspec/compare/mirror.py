"""A comparison turned round: what changed from the newer filing back to the older one.

In: a comparison. Out: the one that comparing the other way gives: shifts, differences, pieces and
amounts turn, added is dropped, and everything stands in the order of the side that is now newer.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from perfspec.compare import (
    Comparison,
    IndicatorChange,
    ProjectChange,
    Table,
    TextChange,
    filings,
    money,
    plan,
    targets,
)
from perfspec.compare.pairs import Matching, Pair, Proposal, T, turned
from perfspec.compare.pieces import flipped
from perfspec.messages import Message
from perfspec.model import Indicator, Project


def mirror(comparison: Comparison) -> Comparison:
    """Return the comparison of the newer filing with the older one."""
    old, new = comparison.new, comparison.old
    projects = _matching(comparison.projects, old.filing.projects, new.filing.projects)
    changes = {id(change.pair.old): change for change in comparison.changes}
    return Comparison(
        old=old,
        new=new,
        texts=filings.with_lost_of_filing(new.filing, _texts(comparison.texts)),
        units=_matching(comparison.units, old.filing.units, new.filing.units),
        total=money.total(old, new, comparison.left_out),
        projects=projects,
        changes=tuple(_project(changes[id(pair.new)], pair, comparison) for pair in projects.pairs),
        left_out=comparison.left_out,
    )


def _matching(found: Matching[T], old: Sequence[T], new: Sequence[T]) -> Matching[T]:
    """Return a matching turned round; `old` and `new` are the things of the sides, turned too."""
    order = {id(one): at for side in (old, new) for at, one in enumerate(side)}
    pairs = [
        Pair(
            old=pair.new,
            new=pair.old,
            how=pair.how,
            likeness=pair.likeness,
            reasons=tuple(map(_reason, pair.reasons)),
        )
        for pair in found.pairs
    ]
    return Matching(
        pairs=tuple(sorted(pairs, key=lambda pair: order[id(pair.new)])),
        proposals=_proposals(found.proposals, order),
        confirmed=_proposals(found.confirmed, order),
        dropped=found.added,
        added=found.dropped,
    )


def _proposals(found: Iterable[Proposal[T]], order: Mapping[int, int]) -> tuple[Proposal[T], ...]:
    """Return proposals turned round, by their first newer thing and then by their first older."""
    back = [
        Proposal(
            relation=turned(one.relation),
            old=one.new,
            new=one.old,
            likeness=one.likeness,
            reasons=tuple(map(_reason, one.reasons)),
        )
        for one in found
    ]
    return tuple(sorted(back, key=lambda one: (order[id(one.new[0])], order[id(one.old[0])])))


def _reason(reason: Message) -> Message:
    """Return a reason with what it says of the older and the newer thing turned round."""
    args = dict(reason.args)
    swapped = {"old": args.get("new"), "new": args.get("old")}
    return Message(reason.text, tuple((name, swapped.get(name, one)) for name, one in reason.args))


def _texts(changes: Iterable[TextChange]) -> tuple[TextChange, ...]:
    """Return texts turned round; the items of a list come in the order of the newer side."""
    back = (
        TextChange(
            key=one.key,
            old=one.new,
            new=one.old,
            old_at=one.new_at,
            new_at=one.old_at,
            pieces=flipped(one.pieces),
            likeness=one.likeness,
        )
        for one in changes
    )
    return tuple(
        one for _, group in groupby(back, lambda one: one.key) for one in sorted(group, key=_item)
    )


def _item(one: TextChange) -> tuple[bool, int]:
    at = one.new_at or one.old_at
    key = at.keys[-1] if at else 0
    return one.new_at is None, key if isinstance(key, int) else 0


def _project(one: ProjectChange, pair: Pair[Project], comparison: Comparison) -> ProjectChange:
    old, new = pair.old, pair.new
    forms = comparison.new.form, comparison.old.form
    return ProjectChange(
        pair=pair,
        code=one.code[::-1],
        unit_moved=one.unit_moved,
        budget=money.change(one.budget.new, one.budget.old, *forms),
        sources=money.sources(old.budget, new.budget, *forms),
        plan=plan.change(one.plan.new, one.plan.old, *forms),
        term=one.term[::-1],
        texts=filings.with_lost_of_project(pair, _texts(one.texts)),
        indicators=_table(one.indicators, old.indicators, new.indicators),
        medium_term=one.medium_term and _table(one.medium_term, *map(_of_term, (old, new))),
        medium_term_goals=_texts(one.medium_term_goals),
    )


def _of_term(project: Project) -> tuple[Indicator, ...]:
    return project.medium_term.indicators if project.medium_term else ()


def _table(table: Table, old: Sequence[Indicator], new: Sequence[Indicator]) -> Table:
    found = _matching(table.matching, old, new)
    changes = {id(change.pair.old): change for change in table.changes}
    return Table(
        matching=found,
        changes=tuple(_indicator(changes[id(pair.new)], pair) for pair in found.pairs),
    )


def _indicator(one: IndicatorChange, pair: Pair[Indicator]) -> IndicatorChange:
    return IndicatorChange(
        pair=pair,
        target=targets.mirrored(one.target),
        texts=_texts(one.texts),
        class_moved=one.class_moved,
        weight=one.weight[::-1],
    )
