"""The judgements of the paper: in, findings; out, what is wrong, how bad, and where."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from perfspec.changes import Step
from perfspec.changes.page.wording import SEVERITIES, Mark
from perfspec.diagnostics import Severity
from perfspec.findings import Finding, Spot
from perfspec.report.text import Style


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A project that has a part of its own in the paper."""

    name: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place in the specs, and what is to be seen there; `line` is empty for a whole file."""

    path: str
    line: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One judgement; `project` is the one that it is about, if it is about one."""

    mark: Mark
    code: str
    text: str
    hint: str
    project: Known | None
    places: tuple[Where, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """What was judged and is held back, or could not be judged, and why."""

    code: str
    text: str
    reason: str
    place: Where


def level(severity: Severity, style: Style) -> Mark:
    """Return the mark of a level."""
    sign, word = SEVERITIES[severity]
    return Mark(sign=sign, word=style.translate(word), tone=severity.value)


def judgements(
    found: Sequence[Finding], known: Mapping[str, Known], style: Style
) -> tuple[Judgement, ...]:
    """Return the judgements, the worst first; `known` are the projects by their files."""
    levels = list(Severity)
    by_level = sorted(found, key=lambda one: levels.index(one.severity))
    return tuple(
        Judgement(
            mark=level(one.severity, style),
            code=one.code,
            text=style.translate(one.message),
            hint=style.translate(one.hint) if one.hint else "",
            project=known.get(one.spot.path),
            places=tuple(_places(one, style)),
        )
        for one in by_level
    )


def asides(step: Step, style: Style) -> tuple[tuple[Aside, ...], tuple[Aside, ...]]:
    """Return what comments silence, and what could not be judged."""
    silenced = tuple(
        Aside(
            code=one.finding.code,
            text=style.translate(one.finding.message),
            reason=one.reason,
            place=where(one.finding.spot, style),
        )
        for one in step.suppressed
    )
    undecided = tuple(
        Aside(
            code=one.code,
            text=style.translate(one.message),
            reason="",
            place=where(one.spot, style),
        )
        for one in step.undecided
    )
    return silenced, undecided


def where(spot: Spot, style: Style, note: str = "") -> Where:
    """Return a place as it is printed; a path at a revision has no prefix."""
    prefix = "" if ":" in spot.path else style.prefix
    line = str(spot.start.line) if spot.line else ""
    return Where(path=f"{prefix}{spot.path}", line=line, note=note)


def _places(one: Finding, style: Style) -> Iterator[Where]:
    yield where(one.spot, style)
    for other in one.related:
        yield where(other.spot, style, style.translate(other.note))
