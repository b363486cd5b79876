"""Read what persons decided about things of two years, which `lineage.yaml` keeps.

In: a tree that the schema accepts, and the two filings. Out: the decisions for these two, and a
finding for each id that its filing does not have and for what contradicts itself. Steps from other
years than the older filing's are passed over.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from perfspec.compare.lineage import Decision, Lineage
from perfspec.compare.pairs import Relation
from perfspec.diagnostics import Diagnostic, Place, Related, error
from perfspec.messages import Message, message
from perfspec.model import Filing, Project
from perfspec.schema.words import did_you_mean, shorten
from perfspec.yamltree import Tree

# How many ids a relation joins, on the older and on the newer side; None is several.
_SIDES: Mapping[Relation, tuple[int | None, int | None]] = {
    Relation.SAME: (1, 1),
    Relation.SPLIT: (1, None),
    Relation.MERGED: (None, 1),
}
_WANTED: Mapping[Relation, Message] = {
    Relation.SAME: message("`same` joins one id to one id"),
    Relation.SPLIT: message("`split` has one id under `old` and several under `new`"),
    Relation.MERGED: message("`merged` has several ids under `old` and one under `new`"),
}
_Found = list[Diagnostic]
_Taken = dict[tuple[str, str, str], Place]


def read(
    tree: Tree, old: Filing, new: Filing, unread: Iterable[str] = ()
) -> tuple[Lineage, list[Diagnostic]]:
    """Return what `tree` decides about `old` and `new`, and what is wrong with it.

    Nothing is said of projects in `unread`, which a filing has but that could not be read. A
    decision of which something is wrong is left out.
    """
    found: _Found = []
    steps = [
        (step, tree.place / "from" / at)
        for at, step in enumerate(tree.data["from"])
        if str(step["year"]) == str(old.year)
    ]
    for _, at in steps[1:]:
        text = message("the year {year} stands twice", year=old.year)
        first = Related(steps[0][1] / "year", message("it stands here first"))
        found.append(error("duplicate-id", at / "year", text, related=(first,)))
    if not steps:
        return Lineage(), found
    step, at = steps[0]
    codes = [unit.code for unit in old.units], [unit.code for unit in new.units]
    units = _decisions(step.get("units"), at / "units", codes, (), found)
    projects = {one.id: one for one in old.projects}, {one.id: one for one in new.projects}
    decided = _decisions(step.get("projects"), at / "projects", projects, frozenset(unread), found)
    rows = step.get("projects") or []
    inner = {
        (one.old[0], one.new[0]): rules
        for one in decided
        if one.at is not None
        and (rules := _indicators(rows[int(one.at.keys[-1])], one, projects, found))
    }
    return Lineage(units=units, projects=decided, indicators=inner), found


def _indicators(
    row: Mapping[str, Any],
    one: Decision,
    projects: tuple[Mapping[str, Project], Mapping[str, Project]],
    found: _Found,
) -> tuple[Decision, ...]:
    """Return the decisions about the indicators of a project that is the same in both years."""
    if not row.get("indicators") or one.at is None:
        return ()
    at = one.at / "indicators"
    if one.relation is not Relation.SAME:
        text = message("indicators are decided only under a project that is the same")
        found.append(error("wrong-value", at, text))
        return ()
    if one.old[0] not in projects[0] or one.new[0] not in projects[1]:
        return ()  # one of them could not be read
    ids = [
        [row.id for row in side[key].indicators]
        for side, key in zip(projects, (one.old[0], one.new[0]), strict=True)
    ]
    return _decisions(row["indicators"], at, (ids[0], ids[1]), (), found)


def _decisions(
    rows: Any,  # noqa: ANN401 — data that the schema has accepted
    at: Place,
    known: tuple[Collection[str], Collection[str]],
    unread: Collection[str],
    found: _Found,
) -> tuple[Decision, ...]:
    decided: list[Decision] = []
    taken: _Taken = {}
    for index, row in enumerate(rows or []):
        place = at / index
        one = Decision(
            relation=Relation(str(row.get("relation") or Relation.SAME)),
            old=_ids(row["old"]),
            new=_ids(row["new"]),
            note=str(row.get("note", "")),
            at=place,
        )
        wrong = [*_unknown(one, place, known, unread), *_miscounted(one, place)]
        wrong = wrong or list(_repeated(one, place, taken))
        found += wrong
        decided += [] if wrong else [one]
    return tuple(decided)


def _ids(written: Any) -> tuple[str, ...]:  # noqa: ANN401 — as in `_decisions`
    return tuple(map(str, written)) if isinstance(written, list) else (str(written),)


def _unknown(
    one: Decision,
    at: Place,
    known: tuple[Collection[str], Collection[str]],
    unread: Collection[str],
) -> Iterable[Diagnostic]:
    """Yield the first id of each side that the filing does not have."""
    for key, ids, here in zip(("old", "new"), (one.old, one.new), known, strict=True):
        for index, id_ in enumerate(ids):
            if id_ in here or id_ in unread:
                continue
            place = at / key / index if len(ids) > 1 else at / key
            if key == "old":
                text = message("the older filing has no {id!r} here", id=shorten(id_))
            else:
                text = message("this filing has no {id!r} here", id=shorten(id_))
            yield error("unknown-id", place, text, hint=did_you_mean(id_, here, {}))
            break  # thousands of them would each be shown with a line of all of them


def _miscounted(one: Decision, at: Place) -> Iterable[Diagnostic]:
    """Yield that a relation joins too many ids or too few."""
    wanted = _SIDES.get(one.relation)
    if wanted is None:
        return
    for ids, count in zip((one.old, one.new), wanted, strict=True):
        if (len(set(ids)) != count) if count else (len(set(ids)) < 2):  # noqa: PLR2004 — several
            yield error("wrong-value", at, _WANTED[one.relation])
            return


def _repeated(one: Decision, at: Place, taken: _Taken) -> Iterable[Diagnostic]:
    """Yield that a thing is decided about twice; else note what is decided here.

    What is the same may be a part of a split as well, which kept the id of the whole.
    """
    keys: list[tuple[str, str, str]] = []
    for old in one.old:
        if one.relation in {Relation.SAME, Relation.DIFFERENT}:
            keys += [("both", old, new) for new in one.new]
        if one.relation is not Relation.DIFFERENT:
            keys.append(("old", old, one.relation))
    if one.relation is not Relation.DIFFERENT:
        keys += [("new", new, one.relation) for new in one.new]
    for key in keys:
        if key in taken:
            text = message("{id!r} is decided about twice", id=key[1])
            first = Related(taken[key], message("it stands here first"))
            yield error("duplicate-id", at, text, related=(first,))
            return
    taken.update(dict.fromkeys(keys, at))
