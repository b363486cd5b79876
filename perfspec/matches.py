"""What belongs together in two filings, as `perfspec match` lists and records it.

In: two sides. Out: for each department a couple of filings, the entries of its matchings with the
places on both sides, and the text of `lineage.yaml` with decisions put in.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from perfspec import lineage, partial, pipeline, recording, schema, yamltree, years
from perfspec.compare import Side, matching
from perfspec.compare.lineage import NONE, Decision, Lineage, mirrored
from perfspec.compare.pairs import How, Matching, Relation
from perfspec.errors import PerfspecError
from perfspec.findings import Finding, Spot, settle
from perfspec.messages import Message, message
from perfspec.pipeline import Loaded
from perfspec.sides import Chosen
from perfspec.source import Source

FILE = "lineage.yaml"


class Kind(StrEnum):
    """What kind of things belong together."""

    UNIT = "unit"
    PROJECT = "project"
    INDICATOR = "indicator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A thing of one side; the id of an indicator follows that of its project: `office/events`."""

    id: str
    name: str
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Things that are one, or may belong together; `how` is None for what is only proposed."""

    kind: Kind
    relation: Relation
    how: How | None
    likeness: int
    reasons: tuple[Message, ...]
    old: tuple[Named, ...]
    new: tuple[Named, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Couple:
    """Two filings of one department, and what was decided about them so far."""

    old: Loaded
    new: Loaded
    before: Side
    after: Side
    lineage: Lineage
    unread: frozenset[str] = field(default_factory=frozenset)


def couples(sides: Sequence[Chosen]) -> tuple[list[Couple], list[Finding]]:
    """Return the filings of two sides that belong together, and what could not be read."""
    found: list[Couple] = []
    refused = [one for side in sides for one in side.findings]
    for line in years.lines(sides):
        loaded = [
            pipeline.load(folder, side.desk)
            for folder, side in zip(line, sides, strict=True)
            if folder
        ]
        refused += [one for side in loaded for one in side.findings()]
        parts = [partial.of(one) for one in loaded]
        read = [
            Side(filing=part.filing, form=one.form)
            for one, part in zip(loaded, parts, strict=True)
            if part.filing and one.form
        ]
        if len(read) < len(sides):
            continue
        (old, new), unread = loaded, parts[0].left_out | parts[1].left_out
        is_back = read[1].filing.year < read[0].filing.year
        later = old if is_back else new
        first, last = (side.filing for side in (reversed(read) if is_back else read))
        decided = NONE
        if tree := partial.beside(later, FILE):
            decided, wrong = lineage.read(tree, first, last, unread)
            decided = mirrored(decided) if is_back else decided
            refused += settle(wrong, later.sources, later.trees)
        couple = Couple(
            old=old, new=new, before=read[0], after=read[1], lineage=decided, unread=unread
        )
        found.append(couple)
    return found, refused


def entries(couple: Couple, *, guess: bool = True) -> Iterator[Entry]:
    """Yield what belongs together in two filings: units, then projects, each with its rows."""
    old, new = couple.before, couple.after
    units = matching.units(old.filing, new.filing, couple.lineage, guess=guess)
    yield from _entries(couple, Kind.UNIT, units)
    projects = matching.projects(couple.before, couple.after, couple.lineage, guess=guess)
    yield from _entries(couple, Kind.PROJECT, projects)
    declared = matching.declares(old.filing, new.filing)
    for pair in projects.pairs:
        ids = pair.old.id, pair.new.id
        rows = matching.indicators(
            pair.old.indicators,
            pair.new.indicators,
            couple.lineage.indicators.get(ids, ()),
            declared=declared,
            guess=guess,
        )
        yield from _entries(couple, Kind.INDICATOR, rows, ids)


def _entries(
    couple: Couple, kind: Kind, found: Matching[Any], parents: tuple[str, str] = ("", "")
) -> Iterator[Entry]:
    def named(things: Iterable[Any], loaded: Loaded, parent: str) -> tuple[Named, ...]:
        return tuple(
            Named(
                id=f"{parent}/{one.id}" if parent else _id(one),
                name=one.name,
                spot=loaded.spot(one.at / "name"),
            )
            for one in things
        )

    for pair in found.pairs:
        yield Entry(
            kind=kind,
            relation=Relation.SAME,
            how=pair.how,
            likeness=pair.likeness,
            reasons=pair.reasons,
            old=named([pair.old], couple.old, parents[0]),
            new=named([pair.new], couple.new, parents[1]),
        )
    both = [(one, How.LINEAGE) for one in found.confirmed] + [
        (one, None) for one in found.proposals
    ]
    for one, how in both:
        yield Entry(
            kind=kind,
            relation=one.relation,
            how=how,
            likeness=one.likeness,
            reasons=one.reasons,
            old=named(one.old, couple.old, parents[0]),
            new=named(one.new, couple.new, parents[1]),
        )


def _id(one: Any) -> str:  # noqa: ANN401 — a unit or a project
    return str(getattr(one, "id", "") or one.code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a person says of things, by their ids as an `Entry` has them."""

    relation: Relation
    old: tuple[str, ...]
    new: tuple[str, ...]
    note: str = ""


def kind_of(choice: Choice, couple: Couple) -> Kind | None:
    """Return what kind of things `choice` speaks of, None where the filings do not have them."""
    old, new = couple.before.filing, couple.after.filing
    if {id_.count("/") for id_ in (*choice.old, *choice.new)} == {1}:
        olds, news = (
            {p.id: {row.id for row in p.indicators} for p in f.projects} for f in (old, new)
        )
        known = all(_has(id_, olds) for id_ in choice.old) and all(
            _has(id_, news) for id_ in choice.new
        )
        parents = {id_.partition("/")[0] for id_ in choice.old}
        others = {id_.partition("/")[0] for id_ in choice.new}
        return Kind.INDICATOR if known and len(parents) == len(others) == 1 else None
    for kind, olds_, news_ in (
        (Kind.PROJECT, {one.id for one in old.projects}, {one.id for one in new.projects}),
        (Kind.UNIT, {one.code for one in old.units}, {one.code for one in new.units}),
    ):
        if olds_.issuperset(choice.old) and news_.issuperset(choice.new):
            return kind
    return None


def _has(id_: str, rows: Mapping[str, set[str]]) -> bool:
    project, _, row = id_.partition("/")
    return row in rows.get(project, ())


def record(couple: Couple, choices: Iterable[Choice]) -> str:
    """Return the text of `lineage.yaml` beside the newer filing with `choices` put in.

    Raises PerfspecError where a choice contradicts another or what stands there, and where that is
    refused or changed meanwhile.
    """
    path = f"{couple.new.folder.path}/{FILE}"
    source = partial.unchanged(couple.new, FILE)
    text = recording.add(source, couple.before.filing.year, _lineage(couple, choices))
    tree, found = yamltree.parse(Source(path=path, text=text))
    if tree:
        found = schema.validate(tree, "lineage")
    if tree and not found:
        _, found = lineage.read(tree, couple.before.filing, couple.after.filing, couple.unread)
    if found:
        raise PerfspecError(
            message("{path} would not be right: {why}", path=path, why=found[0].message),
            message("nothing was written"),
        )
    return text


def _lineage(couple: Couple, choices: Iterable[Choice]) -> Lineage:
    units: list[Decision] = []
    projects: list[Decision] = []
    indicators: dict[tuple[str, str], tuple[Decision, ...]] = {}
    for choice in choices:
        kind = kind_of(choice, couple)
        ids = [tuple(id_.rpartition("/")[2] for id_ in side) for side in (choice.old, choice.new)]
        one = Decision(relation=choice.relation, old=ids[0], new=ids[1], note=choice.note)
        if kind is Kind.INDICATOR:
            key = choice.old[0].partition("/")[0], choice.new[0].partition("/")[0]
            indicators[key] = (*indicators.get(key, ()), one)
        else:
            (units if kind is Kind.UNIT else projects).append(one)
    return Lineage(units=tuple(units), projects=tuple(projects), indicators=indicators)
