"""What a renderer takes beside the HTML, and what it gives back when it cannot print."""

from dataclasses import dataclass
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
class MissingGlyph:
    """A character that no font prints, and the `data-at` of the field it stands in."""

    character: str
    at: str | None
