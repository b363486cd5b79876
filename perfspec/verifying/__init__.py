"""Hold a paper against the specs: every field that is printed must say what its spec says.

In: a filing as its specs have it, and what was found in the paper that people read: characters that
are printed, never a file that is embedded. Out: `Verified`, with a finding for each difference.
"""

from dataclasses import dataclass

from perfspec.diagnostics import Diagnostic, Place
from perfspec.documents import Where
from perfspec.importing import Value


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph that a spec prints, and where it stands there.

    `is_exact` says that it is printed character by character as it was typed.
    """

    text: str
    at: Place
    is_exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field: what its spec says, and what was read of it from the paper.

    `values` is None where nothing like it was found; `near` is where it would stand in the paper.
    """

    at: Place
    parts: tuple[Part, ...]
    values: tuple[Value, ...] | None
    near: Where

    @property
    def text(self) -> str:
        """What the spec prints, its paragraphs parted by line breaks."""
        return "\n".join(part.text for part in self.parts)

    @property
    def where(self) -> Where:
        """Where the field stands in the paper, or would stand."""
        return self.values[0].at if self.values else self.near


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """How many fields were read back, how many characters, and what is different."""

    fields: int
    characters: int
    findings: tuple[Diagnostic, ...]
