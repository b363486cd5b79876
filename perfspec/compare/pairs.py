"""What belongs together in two filings, as records: pairs, proposals, dropped and added things."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from perfspec.messages import Message
from perfspec.model import Indicator, Project, Unit

T = TypeVar("T", Unit, Project, Indicator)


class How(StrEnum):
    """How it is known that two things are one; from the surest to the least sure."""

    LINEAGE = "lineage"  # a person said so in lineage.yaml
    ID = "id"  # the newer filing follows the older one, and the ids are equal
    CODE = "code"  # codes, but for the digits of the year
    NAME = "name"  # names, but for year, amount and document number
    LIKENESS = "likeness"  # alike, and nothing else as alike


class Relation(StrEnum):
    """What a proposal, or a person, says of things of two years."""

    SAME = "same"
    SPLIT = "split"
    MERGED = "merged"
    DIFFERENT = "different"


_TURNED = {Relation.SPLIT: Relation.MERGED, Relation.MERGED: Relation.SPLIT}


def turned(relation: Relation) -> Relation:
    """Return what it is the other way round."""
    return _TURNED.get(relation, relation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair(Generic[T]):
    """One thing in both years; `likeness` is 0 to 100, `reasons` say what speaks for it."""

    old: T
    new: T
    how: How
    likeness: int
    reasons: tuple[Message, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal(Generic[T]):
    """Things that may belong together, for a person to decide: never assumed."""

    relation: Relation
    old: tuple[T, ...]
    new: tuple[T, ...]
    likeness: int
    reasons: tuple[Message, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching(Generic[T]):
    """What belongs together.

    `pairs` are in the order of the newer side. A thing in a proposal to be the SAME is in no pair
    and neither dropped nor added. `confirmed` are splits and merges that a person recorded; of
    them, and of splits and merges proposed, those in no pair are neither dropped nor added either.
    """

    pairs: tuple[Pair[T], ...]
    proposals: tuple[Proposal[T], ...] = ()
    confirmed: tuple[Proposal[T], ...] = ()
    dropped: tuple[T, ...] = ()
    added: tuple[T, ...] = ()
