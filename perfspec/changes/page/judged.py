"""The judgements of the paper: in, findings; out, what is wrong, how bad, and where."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from perfspec.changes import Step
from perfspec.changes.page.headings import SEMICOLON
from perfspec.changes.page.wording import SEVERITIES, Mark
from perfspec.diagnostics import Severity
from perfspec.findings import Finding, Spot
from perfspec.messages import message
from perfspec.report.text import Style
from perfspec.report.visible import seen

_NOWHERE: Mapping[str, str] = MappingProxyType({})


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
    found: Sequence[Finding],
    known: Mapping[str, Known],
    style: Style,
    called: Mapping[str, str] = _NOWHERE,
) -> tuple[Judgement, ...]:
    """Return the judgements, the worst first.

    `known` are the projects by their files; `called` says how the folder of each side is called.
    """
    levels = list(Severity)
    by_level = sorted(found, key=lambda one: levels.index(one.severity))
    return tuple(
        Judgement(
            mark=level(one.severity, style),
            code=one.code,
            text=seen(style.translate(one.message)),
            hint=seen(style.translate(one.hint)) if one.hint else "",
            project=known.get(one.spot.path),
            places=tuple(_places(one, style, called)),
        )
        for one in by_level
    )


def asides(
    step: Step, style: Style, called: Mapping[str, str] = _NOWHERE
) -> tuple[tuple[Aside, ...], tuple[Aside, ...]]:
    """Return what comments silence, and what could not be judged."""
    silenced = tuple(
        Aside(
            code=one.finding.code,
            text=seen(style.translate(one.finding.message)),
            reason=seen(one.reason),
            place=_where(one.finding.spot, style, called),
        )
        for one in step.suppressed
    )
    undecided = tuple(
        Aside(
            code=one.code,
            text=seen(style.translate(one.message)),
            reason="",
            place=_where(one.spot, style, called),
        )
        for one in step.undecided
    )
    return silenced, undecided


def folders(sides: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return how the folder of each side is called; `sides` are the filings with their names.

    Sides that are in one folder cannot be told apart by it.
    """
    called = [(path.rpartition("/")[0] + "/", name) for path, name in sides]
    known = dict(called)
    return known if len(known) == len(called) else {}


def told(called: Mapping[str, str], style: Style) -> str:
    """Return the line that says once in which folder the files of a side are."""
    names = [f"{name} {seen(printed(path, style))}" for path, name in called.items()]
    sides = style.translate(SEMICOLON).join(names)
    return style.translate(message("files: {sides}", sides=sides)) if names else ""


def printed(path: str, style: Style) -> str:
    """Return a path as it is printed; one at a revision has no prefix."""
    return path if ":" in path else f"{style.prefix}{path}"


def _where(spot: Spot, style: Style, called: Mapping[str, str], note: str = "") -> Where:
    line = str(spot.start.line) if spot.line else ""
    path = printed(spot.path, style)
    for folder, name in called.items():
        if spot.path.startswith(folder):
            path = f"{name} {spot.path.removeprefix(folder)}"
    return Where(path=seen(path), line=line, note=seen(note))


def _places(one: Finding, style: Style, called: Mapping[str, str]) -> Iterator[Where]:
    yield _where(one.spot, style, called)
    for other in one.related:
        yield _where(other.spot, style, called, style.translate(other.note))
