"""What a renderer takes beside the HTML, and what it gives back: a paper, or why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that travels inside the paper; its date is fixed by the caller."""

    name: str
    data: bytes
    media_type: str
    description: str
    date: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A paper, and for each `id` of the HTML the number that its page shows, as it shows it.

    A format without pages has no numbers; an `id` on a page that shows none has none either.
    """

    data: bytes
    numbers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingGlyph:
    """A character that no font prints, and the `data-at` of the field it stands in."""

    character: str
    at: str | None


Rendered = Printed | tuple[MissingGlyph, ...]
