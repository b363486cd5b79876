"""What belongs together in two filings: units, projects, indicators.

In: two sides, and what a person decided. Out: a `Matching` for each. Evidence is taken in this
order: decisions, declared ids, codes without their year, names without year, amount and document
number, likeness. Only the last proposes; the order of rows does not count, and a matching of the
sides exchanged is the mirror of this one.
"""

from perfspec.compare import Side
from perfspec.compare.lineage import NONE, Decision, Lineage
from perfspec.compare.matching import facts, steps
from perfspec.compare.matching.board import of_sides
from perfspec.compare.matching.steps import Parents
from perfspec.compare.pairs import Matching
from perfspec.model import Filing, Indicator, Project, Unit

__all__ = ["declares", "indicators", "projects", "units"]


def declares(old: Filing, new: Filing) -> bool:
    """Tell whether equal ids mean the same thing: one filing follows the other, or both are one."""
    if old.department.code != new.department.code:
        return False
    if old.year == new.year:
        return True
    first, second = sorted((old, new), key=lambda filing: filing.year)
    return second.follows == str(first.year)


def units(
    old: Filing, new: Filing, lineage: Lineage = NONE, *, guess: bool = True
) -> Matching[Unit]:
    """Return which units of two filings are one: their codes are their ids."""
    table = of_sides(old.units, new.units, lambda unit: unit.code)
    table.decide(lineage.units)
    sides = facts.of_units(table.old), facts.of_units(table.new)
    if declares(old, new):
        steps.by_ids(table, *table.ids)
    if guess:
        steps.units(table, *sides)
    return table.matching(old.units, new.units)


def projects(
    old: Side, new: Side, lineage: Lineage = NONE, *, guess: bool = True
) -> Matching[Project]:
    """Return which projects of two filings are one, inside the same unit first."""
    table = of_sides(old.filing.projects, new.filing.projects, lambda project: project.id)
    table.decide(lineage.projects)
    if declares(old.filing, new.filing):
        steps.by_ids(table, *table.ids)
    if guess:
        parents = _parents(units(old.filing, new.filing, lineage), old.filing, new.filing)
        steps.projects(
            table,
            facts.of_projects(table.old, old, new.form),
            facts.of_projects(table.new, new, old.form),
            parents,
        )
    return table.matching(old.filing.projects, new.filing.projects)


def indicators(
    old: tuple[Indicator, ...],
    new: tuple[Indicator, ...],
    decisions: tuple[Decision, ...] = (),
    *,
    declared: bool,
    guess: bool = True,
) -> Matching[Indicator]:
    """Return which indicators of one table are one, inside the same class first.

    `declared` says that equal ids mean the same thing, as `declares` tells of their filings.
    """
    table = of_sides(old, new, lambda one: one.id)
    table.decide(decisions)
    if declared:
        steps.by_ids(table, facts.declared_ids(table.old), facts.declared_ids(table.new))
    if guess:
        steps.indicators(table, facts.of_indicators(table.old), facts.of_indicators(table.new))
    return table.matching(old, new)


def _parents(found: Matching[Unit], old: Filing, new: Filing) -> Parents:
    """Return a name for each unit, the same for those that are, or may be, one."""
    together = [(one.old, one.new) for one in (*found.proposals, *found.confirmed)]
    together += [((pair.old,), (pair.new,)) for pair in found.pairs]
    if len(old.units) == len(new.units) == 1 and not together:
        together = [(old.units, new.units)]
    olds = {unit.code: f"old {unit.code}" for unit in old.units}
    news = {unit.code: f"new {unit.code}" for unit in new.units}
    for before, after in together:
        name = " ".join(sorted({*(one.code for one in before), *(one.code for one in after)}))
        olds.update((unit.code, name) for unit in before)
        news.update((unit.code, name) for unit in after)
    return olds, news
