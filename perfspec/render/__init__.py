"""Turn the HTML document of a filing into files of other formats; nothing else comes in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from perfspec.render import html, pdf
from perfspec.render.document import Attachment, MissingGlyph

Rendered = bytes | tuple[MissingGlyph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a person may choose about a paper; a format takes of it what concerns it."""

    profile: Literal["archival", "plain"] = "archival"
    fonts: Literal["bundled", "system"] = "bundled"


def _html(document: str, _attachments: Sequence[Attachment], _options: Options) -> Rendered:
    return html.render(document)


def _pdf(document: str, attachments: Sequence[Attachment], options: Options) -> Rendered:
    return pdf.render(document, attachments, profile=options.profile, fonts=options.fonts)


# What `build --to` offers; the name is also the ending of the file.
FORMATS: dict[str, Callable[[str, Sequence[Attachment], Options], Rendered]] = {
    "html": _html,
    "pdf": _pdf,
}
