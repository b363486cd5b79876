"""Findings as reports show them: diagnostics with their lines, columns and excerpts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from perfspec.diagnostics import Diagnostic, Place, Severity
from perfspec.messages import Message
from perfspec.source import Position, Region, Source
from perfspec.yamltree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A stretch of a file with the line that it begins in; `path` is from the root."""

    path: str
    start: Position
    end: Position
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What is to be seen at another spot."""

    spot: Spot
    note: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding, ready to be worded and shown."""

    code: str
    severity: Severity
    message: Message
    hint: Message | None
    spot: Spot
    related: tuple[Note, ...]


def settle(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, Source],
    trees: Mapping[str, Tree],
) -> list[Finding]:
    """Return the findings of `diagnostics`, by path and by where they stand in the text."""
    found = [
        Finding(
            code=one.code,
            severity=one.severity,
            message=one.message,
            hint=one.hint,
            spot=_spot(one.at, sources, trees),
            related=tuple(
                Note(spot=_spot(other.at, sources, trees), note=other.note) for other in one.related
            ),
        )
        for one in diagnostics
    ]
    return sorted(found, key=_order)


def _order(finding: Finding) -> tuple[str, int, int, str]:
    spot = finding.spot
    return spot.path, spot.start.line, spot.start.column, finding.code


def _spot(at: Place | Region, sources: Mapping[str, Source], trees: Mapping[str, Tree]) -> Spot:
    if isinstance(at, Place):
        at = trees[at.path].locate(at) if at.path in trees else Region(path=at.path)
    source = sources.get(at.path)
    if source is None:
        return Spot(path=at.path, start=Position(1, 1), end=Position(1, 1), line="")
    start = source.position(at.start)
    return Spot(
        path=at.path, start=start, end=source.position(at.end), line=source.line(start.line)
    )
