"""What persons decided about things of two years, as records; `lineage.yaml` keeps it.

Ids are those of the two sides: codes of units, ids of projects and of indicators.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from perfspec.compare.pairs import Relation, turned
from perfspec.diagnostics import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided of things of two years, and why."""

    relation: Relation
    old: tuple[str, ...]
    new: tuple[str, ...]
    note: str = ""
    at: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """The decisions of one step from a filing to a newer one.

    `indicators` has them by the ids of the older and the newer project.
    """

    units: tuple[Decision, ...] = ()
    projects: tuple[Decision, ...] = ()
    indicators: Mapping[tuple[str, str], tuple[Decision, ...]] = field(default_factory=dict)


NONE = Lineage()


def mirrored(lineage: Lineage) -> Lineage:
    """Return the same decisions for the step back, from the newer filing to the older one."""
    return Lineage(
        units=_turned(lineage.units),
        projects=_turned(lineage.projects),
        indicators={
            (new, old): _turned(decisions) for (old, new), decisions in lineage.indicators.items()
        },
    )


def _turned(decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    return tuple(
        replace(one, relation=turned(one.relation), old=one.new, new=one.old) for one in decisions
    )
