"""A department over more than two years: in, its steps; out, the rows of the trend tables.

A project, and in it an indicator, is followed from year to year by what belongs together in each
step; one that was dropped ends, one that was added begins.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from perfspec.changes import Course
from perfspec.changes.page import small
from perfspec.changes.page.headings import SEMICOLON
from perfspec.changes.page.small import Small
from perfspec.changes.page.wording import Mark, Wording, converted, grouped
from perfspec.compare import ProjectChange, Side
from perfspec.messages import message
from perfspec.model import Indicator, Project
from perfspec.report.text import Style
from perfspec.report.visible import seen

_T = TypeVar("_T", Project, Indicator)
# One thing through the years: None where it is not there.
_Chain = list[_T | None]
_WAYS = {"≥": "up", ">": "up", "≤": "down", "<": "down"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one year says; `mark` is what became of it since the year before."""

    text: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A project or an indicator through the years, and the words that stand for its plot."""

    name: str
    cells: tuple[Cell, ...]
    plot: Small | None
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A project with its indicators through the years; `once` more are in one year only."""

    project: str
    lines: tuple[Line, ...]
    once: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The budgets of all projects and the targets of all indicators; `heads` name the years.

    `once` says how many indicators are left out because they are in one year only.
    """

    heads: tuple[str, ...]
    unit: str
    budgets: tuple[Line, ...]
    blocks: tuple[Block, ...]
    once: str
    more: str = ""


def of(course: Course, style: Style, most: int | None = None) -> Trend | None:
    """Return the trend of a department, with `most` indicators or all; None for two years."""
    if len(course.steps) < 2:  # noqa: PLR2004 — two years are told by their one step
        return None
    compared = [step.comparison for step in course.steps]
    sides = [compared[0].old, *(one.new for one in compared)]
    wording = Wording(translate=style.translate, form=sides[-1].form)
    heads = tuple(style.translate(message("year {year}", year=one.filing.year)) for one in sides)
    links = [{pair.old.id: pair.new.id for pair in one.projects.pairs} for one in compared]
    changes = [{change.pair.new.id: change for change in one.changes} for one in compared]
    chains = list(_chains([one.filing.projects for one in sides], links))
    blocks = [_block(chain, changes, heads, wording) for chain in chains]
    once = sum(block.once for block in blocks)
    told = message("{n} indicators stand in one year only and are left out here", n=once)
    lasting = [block for block in blocks if block.lines]
    printed = list(_fitting(lasting, most))
    left_out = len(lasting) - len(printed)
    more = message("the indicators of {n} projects more are not printed here", n=left_out)
    return Trend(
        heads=heads,
        unit=sides[-1].form.money_unit,
        budgets=tuple(_budget(chain, sides, heads, wording) for chain in chains),
        blocks=tuple(printed),
        once=style.translate(told) if once else "",
        more=style.translate(more) if left_out else "",
    )


def _fitting(blocks: Sequence[Block], most: int | None) -> Iterator[Block]:
    left = most
    for block in blocks:
        if left is None:
            yield block
        elif len(block.lines) <= left:
            left -= len(block.lines)
            yield block


def _chains(
    sides: Sequence[Sequence[_T]], links: Sequence[Mapping[str, str]]
) -> Iterator[_Chain[_T]]:
    """Yield each thing through the years, in the order in which they first stand somewhere."""
    chains: list[_Chain[_T]] = []
    reached: dict[str, _Chain[_T]] = {}
    for year, things in enumerate(sides):
        before = (
            {
                links[year - 1][old]: chain
                for old, chain in reached.items()
                if old in links[year - 1]
            }
            if year
            else {}
        )
        reached = {}
        for one in things:
            chain = before.get(one.id)
            if chain is None:
                chain = [None] * len(sides)
                chains.append(chain)
            chain[year] = one
            reached[one.id] = chain
    yield from chains


def _budget(
    chain: _Chain[Project], sides: Sequence[Side], heads: Sequence[str], wording: Wording
) -> Line:
    last = sides[-1].form.money_unit
    numbers = [
        converted(project.budget.total.value, one.form.money_unit, last) if project else None
        for project, one in zip(chain, sides, strict=True)
    ]
    texts = ["—" if number is None else grouped(number) for number in numbers]
    name = _name(chain)
    return Line(
        name=name,
        cells=tuple(Cell(text=text) for text in texts),
        plot=small.columns(numbers),
        told=_told(name, heads, texts, wording),
    )


def _block(
    chain: _Chain[Project],
    changes: Sequence[Mapping[str, ProjectChange]],
    heads: Sequence[str],
    wording: Wording,
) -> Block:
    """Return the indicators of a project that are there for more than a year."""
    steps = [
        of_step.get(project.id) if project and before else None
        for of_step, before, project in zip(changes, chain, chain[1:], strict=False)
    ]
    links = [
        {pair.old.id: pair.new.id for pair in step.indicators.matching.pairs} if step else {}
        for step in steps
    ]
    marks = [
        {one.pair.new.id: wording.shift(one.target) for one in step.indicators.changes}
        if step
        else {}
        for step in steps
    ]
    found = list(_chains([project.indicators if project else () for project in chain], links))
    lasting = [one for one in found if sum(each is not None for each in one) > 1]
    return Block(
        project=_name(chain),
        lines=tuple(_line(one, marks, heads, wording) for one in lasting),
        once=len(found) - len(lasting),
    )


def _line(
    chain: _Chain[Indicator],
    marks: Sequence[Mapping[str, Mark]],
    heads: Sequence[str],
    wording: Wording,
) -> Line:
    texts = [seen(one.target.text) if one else "—" for one in chain]
    name = _name(chain)
    return Line(
        name=name,
        cells=tuple(_cells(chain, texts, marks)),
        plot=small.line(_numbers(chain)),
        told=_told(name, heads, texts, wording),
    )


def _cells(
    chain: _Chain[Indicator], texts: Sequence[str], marks: Sequence[Mapping[str, Mark]]
) -> Iterator[Cell]:
    for year, (indicator, text) in enumerate(zip(chain, texts, strict=True)):
        known = bool(year and indicator and chain[year - 1])
        mark = marks[year - 1].get(indicator.id) if known and indicator else None
        yield Cell(text=text, mark=mark)


def _numbers(chain: _Chain[Indicator]) -> list[Decimal | None]:
    """Return the numbers of the targets, none where they are of two measures or directions."""
    quantities = [one.target.quantity if one else None for one in chain]
    measures = [one.measure if one else None for one in quantities]
    kinds = {(one.base, one.per) for one in measures if one}
    ways = {_WAYS.get(one.op, "") for one in quantities if one} - {""}
    if len(kinds) > 1 or len(ways) > 1:
        return [None] * len(chain)
    return [one.number if one else None for one in measures]


def _name(chain: Sequence[Project | None] | Sequence[Indicator | None]) -> str:
    """Return the newest name of a thing."""
    return seen(next((one.name for one in reversed(chain) if one), ""))


def _told(name: str, heads: Sequence[str], texts: Sequence[str], wording: Wording) -> str:
    course = wording.translate(SEMICOLON).join(
        f"{head} {text}" for head, text in zip(heads, texts, strict=True)
    )
    return wording.translate(message("{name}: {course}", name=name, course=course))
