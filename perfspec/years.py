"""Compare the filings of two years or more, and judge what changed.

In: sides, the oldest first. Out: `Changes`. A filing that is refused in part is compared without
those projects; one that is refused whole is passed over; either way it says why.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from perfspec import findings, judging, lineage, partial, pipeline, review, suppression
from perfspec.changes import Changes, Course, Gone, Step
from perfspec.compare import Comparison, Side, filings
from perfspec.compare.lineage import NONE, Lineage, mirrored
from perfspec.findings import Finding, Unjudged, order, settle
from perfspec.form import Form
from perfspec.model import Filing
from perfspec.partial import Part
from perfspec.pipeline import Loaded
from perfspec.sides import Chosen
from perfspec.workspace import FilingFolder

Line = tuple[FilingFolder | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A filing that can be compared, the label of its side, and its number among the sides."""

    number: int
    label: str
    loaded: Loaded
    part: Part
    filing: Filing
    form: Form


def lines(sides: Sequence[Chosen]) -> list[Line]:
    """Return for each department its filings, one for each side; None is none.

    Filings that were named one by one belong together whatever they are. Else those of one year
    and department do, where all sides have several years or share one; else those of one
    department.
    """
    if all(side.is_one and len(side.folders) == 1 for side in sides):
        return [tuple(side.folders[0] for side in sides)]
    by_year = _by_year(sides)
    found: dict[tuple[str, str], list[FilingFolder | None]] = {}
    for number, side in enumerate(sides):
        # Of several years of a department the one next to the other side is compared.
        last = number == len(sides) - 1
        for folder in sorted(side.folders, key=lambda one: one.year, reverse=not last):
            key = (folder.department, folder.year if by_year else "")
            if found.setdefault(key, [None] * len(sides))[number]:
                key = (folder.department, folder.year)
                found.setdefault(key, [None] * len(sides))
            found[key][number] = folder
    return [tuple(found[key]) for key in sorted(found)]


def _by_year(sides: Sequence[Chosen]) -> bool:
    years = [{folder.year for folder in side.folders} for side in sides if side.folders]
    return bool(years) and (all(len(one) > 1 for one in years) or bool(set.intersection(*years)))


def changes(sides: Sequence[Chosen], *, guess: bool = True) -> Changes:
    """Return what changed from each of `sides` to the next, and the judgements of it.

    Without `guess` only what was declared belongs together.
    """
    courses: list[Course] = []
    dropped: list[Gone] = []
    added: list[Gone] = []
    refused = [one for side in sides for one in side.findings]
    for line in lines(sides):
        there = [number for number, folder in enumerate(line) if folder]
        read = list(_readable(line, sides, refused))
        steps = [_step(old, new, refused, guess=guess) for old, new in pairwise(read)]
        if steps:
            department = read[-1].filing.department
            courses.append(Course(code=department.code, name=department.name, steps=tuple(steps)))
        # What is refused may be the same as something else: nothing is said of it.
        if read and read[-1].number == there[-1] < len(sides) - 1:
            dropped.append(_gone(read[-1]))
        if read and read[0].number == there[0] > 0:
            added.append(_gone(read[0]))
    return Changes(
        labels=tuple(side.label for side in sides),
        courses=tuple(courses),
        dropped=tuple(dropped),
        added=tuple(added),
        left_out=_once(refused),
    )


def _readable(line: Line, sides: Sequence[Chosen], refused: list[Finding]) -> Iterator[_Read]:
    """Yield the filings of `line` that can be compared; note what is refused."""
    for number, (folder, side) in enumerate(zip(line, sides, strict=True)):
        if folder is None:
            continue
        loaded = pipeline.load(folder, side.desk)
        refused += loaded.findings()
        part = partial.of(loaded)
        if part.filing and loaded.form:
            yield _Read(
                number=number,
                label=side.label,
                loaded=loaded,
                part=part,
                filing=part.filing,
                form=loaded.form,
            )


def _gone(read: _Read) -> Gone:
    return Gone(side=read.label, path=read.loaded.folder.path, name=read.filing.department.name)


def _once(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return `found` in order; what is wrong in a form is found with each of its filings."""
    first = {(one.spot.path, one.spot.start, one.code, str(one.message)): one for one in found}
    return tuple(sorted(first.values(), key=order))


def _step(old: _Read, new: _Read, refused: list[Finding], *, guess: bool) -> Step:
    """Return what changed from `old` to `new`; note what is wrong with what was decided of them."""
    left_out = old.part.left_out | new.part.left_out
    is_back = new.filing.year < old.filing.year
    decided = _decided(new, old, refused) if is_back else _decided(old, new, refused)
    comparison = filings.compare(
        Side(filing=old.filing, form=old.form),
        Side(filing=new.filing, form=new.form),
        mirrored(decided) if is_back else decided,
        guess=guess,
        left_out=left_out,
    )
    return _judged(comparison, old, new)


def _decided(earlier: _Read, later: _Read, refused: list[Finding]) -> Lineage:
    """Return what persons decided about two filings, which the later one's lineage keeps."""
    tree = partial.beside(later.loaded, "lineage.yaml")
    if tree is None:
        return NONE
    unread = earlier.part.left_out | later.part.left_out
    decided, wrong = lineage.read(tree, earlier.filing, later.filing, unread)
    refused += settle(wrong, later.loaded.sources, later.loaded.trees)
    return decided


def _judged(comparison: Comparison, before: _Read, after: _Read) -> Step:
    """Return `comparison` with its judgements, by the settings and comments of the newer side."""
    old, new = before.loaded, after.loaded
    if new.pack is None:
        raise ValueError(new.folder.path)
    sources, trees = old.sources | new.sources, old.trees | new.trees
    said = judging.judge(comparison, new.desk.settings(new.pack), review.RULES)
    here = f"{new.folder.path}/"
    outcome = suppression.apply(
        settle(said.found, sources, trees, by_rule=True),
        {path: tree for path, tree in new.trees.items() if path.startswith(here)},
        [rule.code for rule in review.RULES],
        # A comment may belong to another pair of years: none is stale here.
        frozenset(),
    )
    undecided = (
        Unjudged(code=one.code, message=one.message, spot=findings.spot(one.at, sources, trees))
        for one in said.undecided
    )
    return Step(
        comparison=comparison,
        labels=(before.label, after.label),
        judgements=outcome.told,
        suppressed=outcome.suppressed,
        undecided=tuple(sorted(undecided, key=order)),
        old_spot=old.spot,
        new_spot=new.spot,
    )
