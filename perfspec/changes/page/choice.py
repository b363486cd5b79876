"""Which projects the paper tells in full: in, the sections of a run; out, the parts of each.

A page costs the printer a quarter of a second and 5 MB, so that hundreds of projects take minutes:
then those with most to look at are told in full, and the others in a line each.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from perfspec.changes import order
from perfspec.changes.row import Group, Kind, Section, Subject
from perfspec.compare.pairs import Pair
from perfspec.model import Project

# What the head of a table and its fields take up, in rows of indicators.
_HEAD = 6
# A judgement takes up so many rows of the limit; the worst stand first.
_PER_JUDGEMENT = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A project with a change of its own: `pair` where both years have it."""

    group: Group
    project: Project
    pair: Pair[Project] | None
    dropped: bool = False

    @property
    def path(self) -> str:
        """The file that it is known by: that of the newer year, if it is there."""
        return self.project.at.path

    @property
    def rows(self) -> int:
        """How many rows its table has, at most."""
        both = (self.pair.old, self.pair.new) if self.pair else (self.project,)
        return max(len(one.indicators) for one in both) + len(self.group.rows) + _HEAD


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A section, the files of its projects that are told in full, and how many judgements are."""

    section: Section
    full: frozenset[str]
    judgements: int | None = None


def projects(section: Section) -> Iterator[Known]:
    """Yield the projects that changed, came or went, in the order of the newer year."""
    compared = section.step.comparison
    groups = {(group.id, group.rows[0].kind): group for group in section.projects if group.rows}
    changed = {group.id: group for group in section.projects if group.change}
    filings = compared.old.filing, compared.new.filing
    for one in order.ordered(filings[0].projects, filings[1].projects, compared.projects):
        match one:
            case Pair() if one.new.id in changed and not changed[one.new.id].is_same:
                yield Known(group=changed[one.new.id], project=one.new, pair=one)
            case order.Added():
                group = groups[one.new.id, Kind.ADDED]
                yield Known(group=group, project=one.new, pair=None)
            case order.Dropped():
                group = groups[one.old.id, Kind.DROPPED]
                yield Known(group=group, project=one.old, pair=None, dropped=True)


def told(sections: Sequence[Section], most: int | None) -> Iterator[Told]:
    """Yield each section with the projects that are told in full.

    With `most`, their tables have no more rows than that all together; the newest years come
    first, and in them the projects with judgements or with promises that got weaker.
    """
    chosen: list[set[str]] = [set() for _ in sections]
    found = [
        (_age(section), _rank(one, judged), number, one)
        for number, section in enumerate(sections)
        for judged in [{one.spot.path for one in section.step.judgements}]
        for one in projects(section)
    ]
    left = most
    for _, _, number, one in sorted(found, key=lambda each: each[:2]):
        if left is not None:
            if one.rows > left:
                continue
            left -= one.rows
        chosen[number].add(one.path)
    for section, files in zip(sections, chosen, strict=True):
        limit = None if most is None else max(most // _PER_JUDGEMENT, 1)
        yield Told(section=section, full=frozenset(files), judgements=limit)


def _age(section: Section) -> int:
    """Return how many steps of the course are newer."""
    steps = section.course.steps
    return len(steps) - 1 - next(n for n, step in enumerate(steps) if step is section.step)


def _rank(one: Known, judged: set[str]) -> int:
    """Return how soon a project is to be looked at; what was only worded anew comes last."""
    if one.path in judged or any(row.promises_less for row in one.group.rows):
        return 0
    telling = one.pair is None or any(
        row.shift or row.difference or (row.subject is Subject.INDICATOR and row.is_whole)
        for row in one.group.rows
        if not row.is_same
    )
    return 1 if telling else 2
