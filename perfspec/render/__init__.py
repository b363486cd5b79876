"""Turn the HTML document of a filing into files of other formats; nothing else comes in.

The formats for offices are imported on the first use: a check or an HTML page need not wait.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from perfspec.render import html, pdf
from perfspec.render.document import Attachment, Printed, Rendered


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a person may choose about a paper; a format takes of it what concerns it."""

    profile: Literal["archival", "plain"] = "archival"
    fonts: Literal["bundled", "system"] = "bundled"


Numbers = Mapping[str, str]
Render = Callable[[str, Sequence[Attachment], Options, Numbers], Rendered]


def _html(document: str, _files: Sequence[Attachment], _options: Options, _: Numbers) -> Rendered:
    return Printed(data=html.render(document))


def _pdf(document: str, files: Sequence[Attachment], options: Options, _: Numbers) -> Rendered:
    return pdf.paged(document, files, profile=options.profile, fonts=options.fonts)


def _docx(
    document: str, files: Sequence[Attachment], _options: Options, numbers: Numbers
) -> Rendered:
    from perfspec.render import docx  # noqa: PLC0415 - see above

    return Printed(data=docx.render(document, files, numbers))


def _xlsx(document: str, _files: Sequence[Attachment], _options: Options, _: Numbers) -> Rendered:
    from perfspec.render import xlsx  # noqa: PLC0415 - see above

    return Printed(data=xlsx.render(document))


# What `build --to` offers; the name is also the ending of the file.
FORMATS: dict[str, Render] = {
    "html": _html,
    "pdf": _pdf,
    "docx": _docx,
    "xlsx": _xlsx,
}

# Formats whose lists of contents show the page numbers that another format of the run printed.
NUMBERED = frozenset({"docx"})


def in_turn(formats: Sequence[str]) -> list[str]:
    """Return the formats as they are to be made: those that take page numbers last."""
    return sorted(formats, key=NUMBERED.__contains__)
