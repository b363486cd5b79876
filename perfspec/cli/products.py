"""`diff --to`: what changed, as text or bytes of one format."""

from collections.abc import Callable

from perfspec.changes import Changes
from perfspec.changes.formats import FORMATS as GIVEN
from perfspec.errors import PerfspecError
from perfspec.messages import message
from perfspec.render import pdf
from perfspec.report.text import Style

# Bytes that a terminal would take for orders.
BINARY = frozenset({"pdf", "xlsx"})


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
