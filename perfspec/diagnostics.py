"""What is wrong in a spec, and where it stands.

A diagnostic names a `Place` (file and key path) as long as it can; `yamltree` turns places
into regions of the text, and only the reports turn regions into lines and columns.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from perfspec.messages import Message
from perfspec.source import Region


class Severity(StrEnum):
    """How bad a finding is; the order of the members is from worst to mildest."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    def reaches(self, threshold: "Severity") -> bool:
        """Tell whether this is as bad as `threshold` or worse."""
        order = list(Severity)
        return order.index(self) <= order.index(threshold)


@dataclass(frozen=True, slots=True)
class Place:
    """A value in a file: its key path, or a stretch of the text that stands there.

    `on_key` means the key and not its value; `span` is a pair of offsets into the value.
    """

    path: str
    keys: tuple[str | int, ...] = ()
    on_key: bool = False
    span: tuple[int, int] | None = None

    def __truediv__(self, key: str | int) -> Self:
        """Return the place of the value under `key`."""
        # Done for every text of a filing by every rule, where `replace` takes five times as long.
        return type(self)(self.path, (*self.keys, key), self.on_key, self.span)

    def key(self, key: str) -> Self:
        """Return the place of `key` itself."""
        return type(self)(self.path, (*self.keys, key), on_key=True)

    def part(self, start: int, end: int) -> Self:
        """Return the place of the characters from `start` to `end` of this value."""
        return type(self)(self.path, self.keys, self.on_key, (start, end))


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding speaks of, and what is to be seen there."""

    at: Place
    note: Message


@dataclass(frozen=True, slots=True)
class Edit:
    """A text to be put in the place of what stands at `at`."""

    at: Place
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """How to mend a finding, said and done; `check --fix` makes all `edits` or none."""

    title: Message
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding: the code is its name in kebab-case."""

    code: str
    severity: Severity
    message: Message
    at: Place | Region
    hint: Message | None = None
    related: tuple[Related, ...] = field(default=())
    fix: Fix | None = None


def error(
    code: str,
    at: Place | Region,
    text: Message,
    *,
    hint: Message | None = None,
    related: tuple[Related, ...] = (),
) -> Diagnostic:
    """Return a finding that keeps a filing from being read or built."""
    return Diagnostic(
        code=code, severity=Severity.ERROR, message=text, at=at, hint=hint, related=related
    )
