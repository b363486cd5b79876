"""`diff --to`: what changed, as text or bytes of one format."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from perfspec import pipeline, years
from perfspec.changes import Changes
from perfspec.changes.formats import FORMATS as GIVEN
from perfspec.errors import PerfspecError
from perfspec.messages import message
from perfspec.render import pdf
from perfspec.report.text import Style
from perfspec.sides import Chosen
from perfspec.workspace import FilingFolder

# Bytes that a terminal would take for orders.
BINARY = frozenset({"pdf", "xlsx", "docx"})


def _html(changes: Changes, style: Style) -> str:
    # On use: the template engine takes longer to load than a filing to compare.
    from perfspec.changes import html  # noqa: PLC0415

    return html.give(changes, style)


def _pdf(changes: Changes, style: Style) -> bytes:
    from perfspec.changes import html  # noqa: PLC0415 - as above

    printed = pdf.render(html.give(changes, style, most=html.PRINTED))
    if isinstance(printed, bytes):
        return printed
    lost = "".join(dict.fromkeys(glyph.character for glyph in printed))
    raise PerfspecError(
        message("no font prints {characters}", characters=lost),
        message("write them in another way, or use --to html"),
    )


FORMATS: dict[str, Callable[[Changes, Style], str | bytes]] = {
    **GIVEN,
    "html": _html,
    "pdf": _pdf,
}

# The newer paper with tracked changes is no telling of changes: it is made of the filings.
TRACKED = "docx"
NAMES = (*FORMATS, TRACKED)


def give(name: str, changes: Changes, style: Style, sides: Sequence[Chosen]) -> str | bytes:
    """Return what changed between `sides`, in the format `name`."""
    return _tracked(sides) if name == TRACKED else FORMATS[name](changes, style)


def _tracked(sides: Sequence[Chosen]) -> bytes:
    """Return the newer filing's paper as a Word document with tracked changes."""
    from perfspec.render import docx  # noqa: PLC0415 - on use, as above

    lines = years.lines(sides)
    folders = [folder for line in lines for folder in line if folder]
    if len(sides) != 2 or len(folders) != 2 or len(lines) != 1:  # noqa: PLR2004 — old and new
        raise PerfspecError(
            message("a Word document with tracked changes compares one filing with one other"),
            message("name both, as in specs/2025/101001 specs/2026/101001"),
        )
    old, new = (_paper(folder, side) for folder, side in zip(folders, sides, strict=True))
    year = max(int(folder.year) for folder in folders)
    return docx.compared(old, new, date=datetime(year, 1, 1, tzinfo=UTC))


def _paper(folder: FilingFolder, side: Chosen) -> str:
    """Return the HTML of a filing; raises PerfspecError where there is none."""
    loaded = pipeline.load(folder, side.desk)
    if loaded.filing is None:
        raise PerfspecError(
            message("{path} cannot be read as a whole, so it has no paper", path=folder.path),
            message("`perfspec check {path}` says why", path=folder.path),
        )
    return pipeline.compose(loaded).html
