"""Reports of what changed: in, the comparisons of a run; out, text or bytes of one format."""

from collections.abc import Callable
from dataclasses import dataclass, field

from perfspec.compare import Comparison
from perfspec.diagnostics import Place
from perfspec.findings import Finding, Spot, Suppressed, Unjudged
from perfspec.source import Position

Spotter = Callable[[Place], Spot]


def file_only(place: Place) -> Spot:
    """Return the file of `place`, where its lines are not known."""
    start = Position(1, 1)
    return Spot(path=place.path, start=start, end=start, line="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From one filing of a department to the next: what changed, and the judgements of it.

    `labels` are those of its two sides. `old_spot` and `new_spot` tell in which line a place of
    that side stands.
    """

    comparison: Comparison
    judgements: tuple[Finding, ...]
    labels: tuple[str, str] = ("", "")
    suppressed: tuple[Suppressed, ...] = ()
    undecided: tuple[Unjudged, ...] = ()
    old_spot: Spotter = field(default=file_only, compare=False)
    new_spot: Spotter = field(default=file_only, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A department through the years: one step for two years, two for three."""

    code: str
    name: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A filing that has none to be compared with; `side` is the label of its side."""

    side: str
    path: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """All that a run of `diff` has to tell.

    `labels` name the sides as the person named them, the oldest first. `dropped` are filings that
    only an older side has, `added` those that only a newer one has. `left_out` says what could
    not be compared and why: files that were refused.
    """

    labels: tuple[str, ...]
    courses: tuple[Course, ...]
    dropped: tuple[Gone, ...] = ()
    added: tuple[Gone, ...] = ()
    left_out: tuple[Finding, ...] = ()

    @property
    def judgements(self) -> tuple[Finding, ...]:
        """The judgements of all steps."""
        return tuple(
            one for course in self.courses for step in course.steps for one in step.judgements
        )
