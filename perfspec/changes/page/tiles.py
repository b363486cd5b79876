"""The first look of the paper: in, a section of the view; out, tiles, and what got weaker."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from perfspec.changes import summary, words
from perfspec.changes.page.wording import (
    SEVERITIES,
    TONES,
    Mark,
    Wording,
    percent,
    signed,
)
from perfspec.changes.row import Row, Section
from perfspec.changes.summary import Summary
from perfspec.compare import Shift
from perfspec.diagnostics import Severity
from perfspec.messages import message
from perfspec.report.visible import seen

_REGROUPED = ("◆", message("split or merged"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many there are of a kind."""

    mark: Mark
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A figure with its title; `moved` says by how much it changed, `counts` of what kinds."""

    title: str
    figure: str
    moved: str
    mark: Mark | None
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeakerRow:
    """A target that got weaker, or an indicator that was dropped."""

    indicator: str
    old: str
    new: str
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Weaker:
    """A project that promises less and has no less money."""

    name: str
    anchor: str
    money: Mark
    moved: str
    rows: tuple[WeakerRow, ...]


def tiles(section: Section, wording: Wording) -> tuple[Tile, ...]:
    """Return the four tiles: budget, projects, indicators, judgements."""
    figures = summary.figures((section,))
    return (
        _budget(section, wording),
        _projects(section, figures, wording),
        _indicators(section, figures, wording),
        _judgements(figures, wording),
    )


def weaker(section: Section, anchors: Mapping[str, str], wording: Wording) -> Iterator[Weaker]:
    """Yield the projects that promise less without less money, the largest rise first."""
    for one in summary.figures((section,)).weaker:
        if one.group.change is not None:
            budget = one.group.change.budget
            yield Weaker(
                name=seen(one.group.name),
                anchor=anchors.get(one.group.change.pair.new.at.path, ""),
                money=wording.money(budget),
                moved=wording.difference(budget),
                rows=tuple(_row(row, wording) for row in one.rows),
            )


def _row(row: Row, wording: Wording) -> WeakerRow:
    return WeakerRow(
        indicator=seen(row.indicator_name),
        old=seen(row.old or "—"),
        new=seen(row.new or "—"),
        mark=wording.mark(row.mark, "down"),
    )


def _budget(section: Section, wording: Wording) -> Tile:
    total = section.step.comparison.total
    unit = section.step.comparison.new.form.money_unit
    share = percent(total)
    moved = "" if not total.difference else f"{signed(total.difference)} {unit}"
    return Tile(
        title=wording.translate(message("budget ({unit})", unit=unit)),
        figure=f"{wording.amount(total.before)} → {wording.amount(total.after)}",
        moved=f"{moved} ({share})" if moved and share else moved,
        mark=wording.money(total),
        counts=(),
    )


def _projects(section: Section, figures: Summary, wording: Wording) -> Tile:
    compared = section.step.comparison
    found = figures.projects
    return Tile(
        title=wording.translate(message("projects")),
        figure=f"{len(compared.old.filing.projects)} → {len(compared.new.filing.projects)}",
        moved="",
        mark=None,
        counts=tuple(
            Count(mark=wording.mark(known, tone), n=n)
            for known, tone, n in (
                (words.ADDED, "up", found.added),
                (words.DROPPED, "down", found.ended),
                (words.CHANGED, "other", found.changed),
                (words.SHIFTS[Shift.SAME], "same", found.same),
                (words.PROBABLE, "ask", found.open),
                (_REGROUPED, "other", found.regrouped),
            )
            if n
        ),
    )


def _indicators(section: Section, figures: Summary, wording: Wording) -> Tile:
    compared = section.step.comparison
    before, after = (
        sum(len(project.indicators) for project in side.filing.projects)
        for side in (compared.old, compared.new)
    )
    shifts = [(words.SHIFTS[shift], TONES[shift], n) for shift, n in figures.targets.items()]
    return Tile(
        title=wording.translate(message("indicators and targets")),
        figure=f"{before} → {after}",
        moved="",
        mark=None,
        counts=tuple(
            Count(mark=wording.mark(known, tone), n=n)
            for known, tone, n in (
                *shifts,
                (words.ADDED, "up", figures.indicators_added),
                (words.DROPPED, "down", figures.indicators_dropped),
                (words.PROBABLE, "ask", figures.indicators_open),
            )
            if n
        ),
    )


def _judgements(figures: Summary, wording: Wording) -> Tile:
    return Tile(
        title=wording.translate(message("what needs attention")),
        figure=str(sum(figures.judgements.values())),
        moved="",
        mark=None,
        counts=tuple(
            Count(mark=wording.mark(SEVERITIES[level], level.value), n=figures.judgements[level])
            for level in Severity
            if figures.judgements[level]
        ),
    )
